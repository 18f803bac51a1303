//! Tablets of several versions of the app.

use super::*;
use crate::exchange::sync::manifest::Manifest;
use crate::exchange::sync::{HEADS, manifest, path_of};

#[test]
fn a_file_of_a_newer_version_is_said_and_left_as_it_is_and_keeps_nothing_else_from_coming() {
    let (a, b, c, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
    a.partner("From tomorrow");
    sync(&a, &place).unwrap();
    let kitchen = b.partner("Soup kitchen");
    sync(&b, &place).unwrap();
    let me = a.work.state().me.stream();
    let head = format!("{HEADS}/{}.json", manifest::called(me));
    let mut told = Manifest::from_bytes(me, &place.files.borrow()[&head]).unwrap();
    let old = told.pieces.first().unwrap().clone();
    let bytes = place.files.borrow_mut().remove(&path_of(me, &old)).unwrap();
    let bytes = String::from_utf8(bytes).unwrap().replacen("\"min_reader\":1", "\"min_reader\":9", 1).into_bytes();
    let [dev, epoch, first, last, _] =
        old.to_string().split('-').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
    let newer: super::super::Piece =
        format!("{dev}-{epoch}-{first}-{last}-{}", super::super::piece::digits(&bytes)).parse().unwrap();
    told.pieces = [newer.clone()].into();
    let path = path_of(me, &newer);
    place.files.borrow_mut().extend([(head, told.to_bytes().unwrap()), (path.clone(), bytes.clone())]);
    for days in 0..4 {
        c.clock.0.set(NOON + days * 86_400_000);
        let gone = c.partner("Forget me");
        now(c.work.run(Command::Erase("partner", gone))).unwrap();
        let met = sync(&c, &place).unwrap();
        assert_eq!(met.newer, std::slice::from_ref(&path));
        assert_eq!((met.awaited, met.damaged), (vec![], vec![]));
    }
    assert_eq!(c.name(kitchen), Some("Soup kitchen".into()));
    assert_eq!(place.files.borrow()[&path], bytes);
}

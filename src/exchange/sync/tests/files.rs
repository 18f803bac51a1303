//! Files in a place that become one, break off, or are all that is left.

use super::*;
use crate::exchange::sync::manifest;

#[test]
fn little_files_become_one_which_nobody_fetches_again() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let files = |place: &MemoryPlace| place.files.borrow().keys().filter(|name| name.starts_with("log/")).count();
    for at in 0..40 {
        a.partner(&format!("Partner {at}"));
        sync(&a, &place).unwrap();
        if at < 30 {
            sync(&b, &place).unwrap();
        }
    }
    assert!(files(&place) <= 12, "{} of 40 files are left", files(&place));
    // Only what is new travels, whatever has become one file meanwhile.
    place.carried.take();
    assert_eq!(sync(&b, &place).unwrap().came, 10);
    sync(&a, &place).unwrap();
    let (all, carried) = (place.files.borrow().values().map(Vec::len).sum::<usize>(), place.carried.take());
    assert!(carried < all, "{carried} of {all} bytes");
    let new = Tablet::new(200);
    assert!(sync(&new, &place).unwrap().awaited.is_empty());
    assert_eq!([b.hash(), new.hash()], [a.hash(), a.hash()]);
}

#[test]
fn a_tablet_that_reads_by_an_older_manifest_has_the_rest_by_the_next() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let mut older = BTreeMap::new();
    for at in 0..9 {
        a.partner(&format!("Partner {at}"));
        sync(&a, &place).unwrap();
        if at == 1 {
            older = place.files.borrow().clone();
        }
    }
    let newer = place.files.borrow().clone();
    let heads =
        |files: &BTreeMap<String, Vec<u8>>| files.clone().into_iter().filter(|(name, _)| name.starts_with("heads"));
    place.files.borrow_mut().extend(heads(&older));
    assert!(!sync(&b, &place).unwrap().awaited.is_empty(), "what it names has become a part of another file");
    place.files.borrow_mut().extend(heads(&newer));
    assert!(sync(&b, &place).unwrap().awaited.is_empty());
    assert_eq!(b.hash(), a.hash());
}

#[test]
fn a_tablet_that_was_wiped_has_everything_back_from_the_place_alone() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    for at in 0..20 {
        let tablet = [&a, &b][at % 2];
        let id = tablet.partner(&format!("Partner {at}"));
        if at % 5 == 0 {
            now(tablet.work.run(Command::Erase("partner", id))).unwrap();
        }
        sync(&a, &place).unwrap();
        sync(&b, &place).unwrap();
    }
    sync(&a, &place).unwrap();
    let hash = a.hash();
    drop(a);
    let wiped = Tablet::new(300);
    let back = sync(&wiped, &place).unwrap();
    assert_eq!((back.awaited.len(), back.went), (0, 0));
    assert_eq!([wiped.hash(), wiped.reopened().hash()], [hash, hash]);
    assert_eq!(wiped.work.state().only_here(), 0);
}

#[test]
fn what_a_lost_tablet_put_there_is_read_although_its_manifest_is_damaged() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let kitchen = a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    b.partner("School");
    sync(&b, &place).unwrap();
    let lost = manifest::called(a.work.state().me.stream());
    drop(a);
    let head = format!("heads/{lost}.json");
    place.files.borrow_mut().get_mut(&head).unwrap().truncate(100);
    let c = Tablet::new(200);
    let met = sync(&c, &place).unwrap();
    assert_eq!((met.awaited, met.damaged), (vec![head.clone()], vec![]));
    assert_eq!(c.name(kitchen), Some("Soup kitchen".into()));
    // Nobody waits for it for ever, and its notes no longer rest on that one file.
    c.clock.0.set(NOON + 2 * 86_400_000);
    let later = sync(&c, &place).unwrap();
    assert_eq!((later.awaited, later.damaged), (vec![], vec![head]));
    place.files.borrow_mut().retain(|name, _| !name.starts_with(&format!("log/{lost}/")));
    let d = Tablet::new(400);
    sync(&d, &place).unwrap();
    assert_eq!(d.name(kitchen), Some("Soup kitchen".into()));
}

#[test]
fn a_manifest_of_an_earlier_life_that_broke_off_is_awaited_by_nobody() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let backup = a.store.contents();
    a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    place
        .files
        .borrow_mut()
        .iter_mut()
        .filter(|(name, _)| name.starts_with("heads/"))
        .for_each(|(_, bytes)| bytes.truncate(40));
    let restored = Tablet::with(Rc::new(MemoryStore::with(backup)), 500);
    restored.partner("School");
    sync(&restored, &place).unwrap();
    let met = sync(&b, &place).unwrap();
    assert_eq!((met.awaited, met.damaged, met.came), (vec![], vec![], 2));
    assert_eq!(b.hash(), restored.hash());
}

#[test]
fn what_is_named_and_gone_for_good_is_asked_for_more_and_more_rarely_and_read_when_it_is_there_again() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let kitchen = a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    let name = place.files.borrow().keys().find(|name| name.starts_with("log/")).unwrap().clone();
    let whole = place.files.borrow_mut().remove(&name).unwrap();
    let asked = |days: i64, from: i64| {
        let mut asked = 0;
        // Every ten minutes.
        for minutes in (0..days * 1_440).step_by(10) {
            b.clock.0.set(NOON + (from * 1_440 + minutes) * 60_000);
            place.got.borrow_mut().clear();
            let met = sync(&b, &place).unwrap();
            let waits = if from * 1_440 + minutes < 1_440 { met.awaited } else { met.damaged };
            assert_eq!(waits, std::slice::from_ref(&name), "it is said all the same");
            asked += place.got.borrow().iter().filter(|got| **got == name).count();
        }
        asked
    };
    let (first, later) = (asked(1, 0), asked(9, 1));
    assert!(first < 30 && later < 20, "{first} times on the first day, {later} times in nine more");
    place.files.borrow_mut().insert(name, whole);
    b.clock.0.set(NOON + 12 * 86_400_000);
    assert_eq!(sync(&b, &place).unwrap().came, 1);
    assert_eq!(b.name(kitchen), Some("Soup kitchen".into()));
}

//! Sound that travels, stays, and goes with what it belongs to.

use super::*;
use crate::model::kept::Withheld;
use crate::ports::{Commit, Store};
use crate::work::policy::Policy;

/// A piece of sound of a record is kept, as it is while somebody speaks.
fn spoken(tablet: &Tablet, id: Id, piece: u32) {
    let blobs = vec![(format!("{id}/{piece:06}"), Some(format!("Spoken {piece}.").into_bytes()))];
    now(tablet.store.commit(Commit { blobs, ..Commit::default() })).unwrap();
}

fn blobs(tablet: &Tablet) -> Vec<String> {
    tablet.store.contents().blobs.into_keys().collect()
}

fn in_place(place: &MemoryPlace) -> usize {
    place.files.borrow().keys().filter(|name| name.starts_with("blobs/")).count()
}

#[test]
fn sound_comes_piece_by_piece_where_the_team_wants_it() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let id = a.partner("Soup kitchen");
    (0..3).for_each(|piece| spoken(&a, id, piece));
    let silent = Agreed { sound: false, ..JOIN };
    now(a.work.sync(&place, "shared", silent, &Job::quiet())).unwrap();
    assert_eq!(in_place(&place), 0);
    assert_eq!(sync(&a, &place).unwrap().sound_went, 27);
    now(b.work.sync(&place, "shared", silent, &Job::quiet())).unwrap();
    assert_eq!(blobs(&b), Vec::<String>::new());
    assert_eq!(sync(&b, &place).unwrap().sound_came, 27);
    assert_eq!(b.store.contents().blobs, a.store.contents().blobs);
    let elsewhere = |tablet: &Tablet| now(tablet.work.sounds_elsewhere()).unwrap().into_iter().collect::<Vec<_>>();
    assert_eq!((elsewhere(&a), elsewhere(&b)), (vec![id], vec![id]));
    // What is there already costs nothing, and what is new comes alone.
    place.carried.take();
    let again = (sync(&a, &place).unwrap(), sync(&b, &place).unwrap());
    assert_eq!((again.0.sound_went, again.1.sound_came), (0, 0));
    spoken(&a, id, 3);
    assert_eq!(elsewhere(&a), vec![], "a piece of it is not");
    assert_eq!((sync(&a, &place).unwrap().sound_went, sync(&b, &place).unwrap().sound_came), (9, 9));
}

#[test]
fn what_is_only_half_there_is_not_taken_for_sound() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let id = a.partner("Soup kitchen");
    spoken(&a, id, 0);
    sync(&a, &place).unwrap();
    let whole = place.files.borrow().clone();
    place
        .files
        .borrow_mut()
        .iter_mut()
        .filter(|(name, _)| name.starts_with("blobs/"))
        .for_each(|(_, bytes)| bytes.truncate(3));
    assert_eq!(sync(&b, &place).unwrap().awaited.len(), 1);
    assert_eq!(blobs(&b), Vec::<String>::new());
    *place.files.borrow_mut() = whole;
    assert_eq!(sync(&b, &place).unwrap().sound_came, 9);
}

#[test]
fn what_is_lost_in_the_place_or_half_there_is_put_there_again_for_whoever_lacks_it() {
    for half in [false, true] {
        let (a, b, c, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
        let id = a.partner("Soup kitchen");
        (0..2).for_each(|piece| spoken(&a, id, piece));
        for tablet in [&a, &b, &a] {
            sync(tablet, &place).unwrap();
        }
        let first = place.files.borrow().keys().find(|name| name.contains("/000000-")).cloned().unwrap();
        let bytes = place.files.borrow_mut().remove(&first).unwrap();
        if half {
            place.files.borrow_mut().insert(first, bytes[..4].to_vec());
        }
        sync(&c, &place).unwrap();
        assert_eq!(blobs(&c).len(), 1);
        for tablet in [&a, &c] {
            sync(tablet, &place).unwrap();
        }
        assert_eq!(blobs(&c), blobs(&a), "half: {half}");
        // Nobody lacks anything any more, and nothing moves.
        for tablet in [&c, &a, &b] {
            let again = sync(tablet, &place).unwrap();
            assert_eq!((again.sound_went, again.sound_came, again.awaited.len()), (0, 0, 0), "half: {half}");
        }
    }
}

#[test]
fn as_many_pieces_are_not_taken_for_the_same() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let id = a.partner("Soup kitchen");
    for tablet in [&a, &b] {
        sync(tablet, &place).unwrap();
    }
    let before = place.files.borrow().clone();
    spoken(&a, id, 0);
    sync(&a, &place).unwrap();
    // The place is put back to before that, all but what the tablet says of itself.
    place.files.borrow_mut().retain(|name, _| before.contains_key(name));
    spoken(&b, id, 1);
    for tablet in [&b, &a, &b] {
        sync(tablet, &place).unwrap();
    }
    assert_eq!((blobs(&a).len(), blobs(&b)), (2, blobs(&a)));
}

#[test]
fn what_a_late_tablet_puts_there_of_an_erased_record_goes_again() {
    let (a, b, c, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
    let id = a.partner("Soup kitchen");
    spoken(&a, id, 0);
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    let kept = place.files.borrow().clone();
    now(a.work.run(Command::Erase("partner", id))).unwrap();
    sync(&a, &place).unwrap();
    assert_eq!((in_place(&place), blobs(&a).len(), blobs(&b).len()), (0, 0, 1));
    // Somebody put it there who has not heard of it, and is never seen again.
    place.files.borrow_mut().extend(kept.into_iter().filter(|(name, _)| name.starts_with("blobs/")));
    now(c.work.sync(&place, "shared", Agreed { sound: false, ..JOIN }, &Job::quiet())).unwrap();
    assert_eq!((in_place(&place), blobs(&c).len()), (0, 0));
    sync(&b, &place).unwrap();
    assert_eq!((in_place(&place), blobs(&b).len()), (0, 0), "it goes with its record");
}

/// Withholds all partners.
struct Nobody;

impl Policy for Nobody {
    fn id(&self) -> &'static str {
        "nobody"
    }

    fn withheld(&self, book: &crate::model::book::Book) -> Withheld {
        book.all().map(|record| ("partner", record.id)).collect()
    }
}

#[test]
fn what_is_withheld_never_leaves() {
    static WITHHELD: Policies = Policies::of(&[&Nobody]);
    let careful = || Registry { policies: WITHHELD, ..registry() };
    let place = MemoryPlace::new(1);
    let a = Tablet::under(Rc::default(), 1, careful());
    let id = a.partner("Soup kitchen");
    spoken(&a, id, 0);
    sync(&a, &place).unwrap();
    assert_eq!((in_place(&place), blobs(&a).len()), (0, 1));
    // Nor does it come, whoever has put it there.
    let open = Tablet::with(Rc::new(MemoryStore::with(a.store.contents())), 50);
    sync(&open, &place).unwrap();
    assert_eq!(in_place(&place), 1);
    let b = Tablet::under(Rc::default(), 100, careful());
    sync(&b, &place).unwrap();
    assert_eq!((b.name(id), blobs(&b).len()), (Some("Soup kitchen".into()), 0));
}

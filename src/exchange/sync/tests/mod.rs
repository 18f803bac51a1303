//! Tablets that meet in a place, with all that happens to tablets and places.

mod ahead;
mod files;
mod histories;
mod long;
mod place;
mod sound;
mod told;
mod versions;

use super::{Agreed, SyncError, Synced, folder_of};
use crate::work::testing::*;
use place::{MemoryPlace, Weather};

/// What joins a tablet to a place for the first time.
const JOIN: Agreed = Agreed { other_org: true, fill_again: false, years_ahead: false, sound: true };

fn sync(tablet: &Tablet, place: &MemoryPlace) -> Result<Synced, SyncError> {
    now(tablet.work.sync(place, "shared", JOIN, &Job::quiet()))
}

#[test]
fn what_one_tablet_noted_is_on_the_other_after_both_have_synced() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let kitchen = a.partner("Soup kitchen");
    let school = b.partner("School");
    let went = sync(&a, &place).unwrap();
    assert_eq!((went.came, went.went, went.others.len()), (0, 1, 0));
    let met = sync(&b, &place).unwrap();
    assert_eq!((met.came, met.went, met.others.len()), (1, 1, 1));
    assert_eq!(sync(&a, &place).unwrap().came, 1);
    assert_eq!((a.name(school), b.name(kitchen)), (Some("School".into()), Some("Soup kitchen".into())));
    assert_eq!(a.hash(), b.hash());
    assert_eq!(b.reopened().hash(), b.hash(), "it is stored");
}

#[test]
fn nothing_is_sent_twice_and_what_is_known_costs_nothing() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    a.partners(50);
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    sync(&a, &place).unwrap();
    let (files, _) = (place.files.borrow().clone(), place.carried.take());
    let again = sync(&b, &place).unwrap();
    assert_eq!((again.came, again.went), (0, 0));
    assert_eq!(*place.files.borrow(), files);
    let manifests: usize =
        files.iter().filter(|(name, _)| !name.starts_with("log/")).map(|(_, bytes)| bytes.len()).sum();
    assert_eq!(place.carried.get(), manifests, "only the manifests and whose they are");
    // What came from elsewhere is not put there again by whoever has heard of it.
    b.import(&a.export()).unwrap();
    assert_eq!(sync(&b, &place).unwrap().went, 0);
}

#[test]
fn what_a_tablet_heard_by_a_file_goes_on_to_the_place() {
    let (never, a, b, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
    let kitchen = never.partner("Soup kitchen");
    a.import(&never.export()).unwrap();
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    assert_eq!(b.name(kitchen), Some("Soup kitchen".into()));
}

#[test]
fn an_emptied_place_takes_nothing_away_and_is_filled_again_only_if_somebody_says_so() {
    let (a, place) = (Tablet::new(1), MemoryPlace::new(1));
    let kitchen = a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    place.files.borrow_mut().clear();
    assert_eq!(sync(&a, &place), Err(SyncError::Emptied));
    assert!(place.files.borrow().is_empty(), "nothing is put there");
    assert_eq!(a.name(kitchen), Some("Soup kitchen".into()));
    let again = Agreed { fill_again: true, ..JOIN };
    assert_eq!(now(a.work.sync(&place, "shared", again, &Job::quiet())).unwrap().went, 1);
    let b = Tablet::new(100);
    sync(&b, &place).unwrap();
    assert_eq!(b.name(kitchen), Some("Soup kitchen".into()));
}

#[test]
fn a_place_of_another_organization_is_asked_about_before_anything_mixes() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    a.partner("Soup kitchen");
    let school = b.partner("School");
    sync(&a, &place).unwrap();
    let files = place.files.borrow().clone();
    let careful = Agreed::default();
    assert_eq!(now(b.work.sync(&place, "shared", careful, &Job::quiet())), Err(SyncError::OtherOrg));
    assert_eq!((b.work.state().book.seen().count(), &*place.files.borrow()), (1, &files));
    sync(&b, &place).unwrap();
    // From then on they are one, and nobody is asked again.
    for tablet in [&a, &b, &a, &b] {
        now(tablet.work.sync(&place, "shared", careful, &Job::quiet())).unwrap();
    }
    assert_eq!(a.name(school), Some("School".into()));
}

#[test]
fn files_that_are_none_of_ours_are_left_alone_and_named() {
    let (a, place) = (Tablet::new(1), MemoryPlace::new(1));
    a.partner("Soup kitchen");
    for name in ["heads/desktop.ini", "heads/~$a b#c.json", "log/notes.txt"] {
        place.files.borrow_mut().insert(name.into(), b"hello".to_vec());
    }
    let synced = sync(&a, &place).unwrap();
    assert_eq!(synced.foreign, ["heads/desktop.ini", "heads/~$a b#c.json"]);
    assert_eq!(place.files.borrow()["heads/desktop.ini"], b"hello");
}

#[test]
fn what_is_only_half_there_is_waited_for_and_keeps_nothing_else_from_coming() {
    let (a, b, c, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
    let (kitchen, school) = (a.partner("Soup kitchen"), b.partner("School"));
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    let mut files = place.files.borrow().clone();
    let (name, whole) =
        files.iter().find(|(name, _)| name.starts_with("log/")).map(|(n, b)| (n.clone(), b.clone())).unwrap();
    files.insert(name.clone(), whole[..whole.len() / 2].to_vec());
    *place.files.borrow_mut() = files;
    let half = sync(&c, &place).unwrap();
    assert_eq!(half.awaited, std::slice::from_ref(&name));
    assert_eq!([c.name(kitchen), c.name(school)].iter().flatten().count(), 1);
    place.files.borrow_mut().insert(name, whole);
    assert!(sync(&c, &place).unwrap().awaited.is_empty());
    assert_eq!((c.name(kitchen), c.name(school)), (Some("Soup kitchen".into()), Some("School".into())));
}

#[test]
fn what_the_place_lost_is_put_there_again() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    let before = place.files.borrow().clone();
    let school = a.partner("School");
    sync(&a, &place).unwrap();
    // Somebody puts the folder back to yesterday.
    *place.files.borrow_mut() = before;
    sync(&a, &place).unwrap();
    sync(&b, &place).unwrap();
    assert_eq!(b.name(school), Some("School".into()));
}

#[test]
fn a_copied_tablet_and_the_one_it_was_copied_from_keep_what_both_noted() {
    let place = MemoryPlace::new(1);
    let tablets = [Tablet::new(1), Tablet::new(1_000_001), Tablet::new(2_000_001)];
    let copy = Tablet::with(Rc::new(MemoryStore::with(tablets[1].store.contents())), 5_000);
    let (one, other) = (tablets[1].partner("One"), copy.partner("Other"));
    let all = [&tablets[0], &tablets[1], &tablets[2], &copy];
    for _ in 0..3 {
        all.iter().for_each(|tablet| _ = sync(tablet, &place).unwrap());
    }
    for tablet in all {
        assert_eq!((tablet.name(one), tablet.name(other)), (Some("One".into()), Some("Other".into())));
    }
}

#[test]
fn what_is_erased_is_gone_from_the_place_with_the_next_sync_of_whoever_erased_it() {
    let (a, place) = (Tablet::new(1), MemoryPlace::new(1));
    let (gone, stays) = (a.partner("Forget me"), a.partner("Soup kitchen"));
    sync(&a, &place).unwrap();
    now(a.work.run(Command::Delete("partner", gone))).unwrap();
    now(a.work.run(Command::Erase("partner", gone))).unwrap();
    sync(&a, &place).unwrap();
    let holds = |words: &str| place.files.borrow().values().any(|bytes| String::from_utf8_lossy(bytes).contains(words));
    assert!(!holds("Forget me"));
    assert!(holds("Soup kitchen"));
    // Whoever comes later has what there is, and puts nothing of it there again.
    let b = Tablet::new(100);
    sync(&b, &place).unwrap();
    assert_eq!((b.name(gone), b.name(stays)), (None, Some("Soup kitchen".into())));
    assert_eq!(a.hash(), b.hash());
    assert!(!holds("Forget me"));
}

#[test]
fn a_file_that_stands_twice_is_read_where_it_is_whole() {
    let (a, b, c) = (Tablet::new(1), Tablet::new(100), Tablet::new(200));
    let (place, other) = (MemoryPlace::new(1), MemoryPlace::new(2));
    let kitchen = a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    // By another way it is known to the other one as well, who puts the very same file into a place of their own.
    b.import(&a.export()).unwrap();
    sync(&b, &other).unwrap();
    for (name, bytes) in other.files.borrow().iter().filter(|(name, _)| !name.ends_with("org.json")) {
        place.files.borrow_mut().insert(name.clone(), bytes.clone());
    }
    for broken in [a.work.state().me.stream(), b.work.state().me.stream()] {
        let folder = folder_of(broken);
        let all = place.files.borrow().clone();
        place.files.borrow_mut().retain(|name, _| !name.starts_with(&folder));
        assert!(place.files.borrow().len() < all.len());
        let c = Tablet::with(Rc::new(MemoryStore::with(c.store.contents())), 300);
        assert_eq!(sync(&c, &place).unwrap().came, 1);
        assert_eq!(c.name(kitchen), Some("Soup kitchen".into()));
        *place.files.borrow_mut() = all;
    }
}

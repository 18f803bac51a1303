//! What tablets tell of one another, and of what is safe.

use super::*;
use crate::exchange::sync::Told;

#[test]
fn a_tablet_says_its_name_and_what_it_noted_last_and_sees_of_others_what_is_not_here_yet() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let called = |name: &str| Told { tablet_name: Some(name.into()) };
    let sync_as = |tablet: &Tablet, told: &Told| now(tablet.work.sync_as(&place, "shared", told, JOIN, &Job::quiet()));
    a.partner("Soup kitchen");
    sync_as(&a, &called("Blue")).unwrap();
    // What never came to the place is known of all the same.
    a.clock.0.set(NOON + 60_000);
    a.partner("School");
    sync_as(&a, &called("Blue")).unwrap();
    place.files.borrow_mut().retain(|name, _| !name.starts_with("log/") || !name.contains("-2-2-"));
    a.clock.0.set(NOON + 90_000);
    let seen = sync_as(&b, &Told::default()).unwrap();
    let [blue] = &seen.others[..] else { panic!("{:?}", seen.others) };
    assert_eq!((blue.name.as_deref(), blue.at, blue.newest), (Some("Blue"), NOON + 60_000, Some(NOON + 60_000)));
    assert_eq!((blue.missing, seen.awaited.len()), (1, 1));
    // A new name is said although there is nothing else to say.
    sync_as(&a, &called("Green")).unwrap();
    let green = sync_as(&b, &Told::default()).unwrap().others.remove(0);
    assert_eq!((green.name.as_deref(), green.at, green.newest), (Some("Green"), NOON + 90_000, Some(NOON + 60_000)));
    assert_eq!(sync_as(&a, &called("Green")).unwrap().others[0].newest, None, "it has noted nothing");
}

#[test]
fn what_was_read_in_the_place_is_no_longer_only_on_this_tablet() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    a.partners(3);
    assert_eq!(a.work.state().only_here(), 3);
    // Nothing is said to be there that the place did not keep.
    place.weather.set(Weather::Foul(1));
    drop(sync(&a, &place));
    assert_eq!((a.work.state().only_here(), a.work.state().backup.how), (3, None));
    place.weather.set(Weather::Fair);
    let synced = sync(&a, &place).unwrap();
    assert_eq!((a.work.state().only_here(), synced.proven.count()), (0, 3));
    assert_eq!(a.work.state().backup.how, Some(Sent::Synced));
    a.partner("School");
    sync(&b, &place).unwrap();
    assert_eq!((a.reopened().work.state().only_here(), b.work.state().only_here()), (1, 0));
    assert_eq!(b.work.state().in_no_file(), 3, "it is in no file that was saved");
}

#[test]
fn an_earlier_life_of_a_tablet_is_no_other_tablet() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let backup = a.store.contents();
    a.partner("Soup kitchen");
    sync(&a, &place).unwrap();
    let restored = Tablet::with(Rc::new(MemoryStore::with(backup)), 500);
    restored.partner("School");
    sync(&restored, &place).unwrap();
    sync(&restored, &place).unwrap();
    let seen = sync(&b, &place).unwrap().others;
    assert_eq!(seen.iter().map(|other| other.missing).collect::<Vec<_>>(), [0; 1], "{seen:?}");
    assert_eq!(seen[0].tablet, restored.work.state().me.stream());
    assert_eq!(sync(&restored, &place).unwrap().others.len(), 1, "only the other one");
}

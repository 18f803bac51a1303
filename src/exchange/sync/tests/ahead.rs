//! Notes of a tablet whose clock runs years ahead.

use super::*;
use crate::exchange::syncing::report::{Report, Trouble};
use crate::exchange::syncing::when::Event;

/// Five years, in milliseconds.
const YEARS: i64 = 5 * 365 * 86_400_000;

#[test]
fn notes_dated_years_ahead_wait_and_keep_nothing_else_from_coming_or_going() {
    let (a, wrong, c, place) = (Tablet::new(1), Tablet::new(100), Tablet::new(200), MemoryPlace::new(1));
    wrong.clock.0.set(NOON + YEARS);
    let far = wrong.partner("From the future");
    sync(&wrong, &place).unwrap();
    let school = c.partner("School");
    sync(&c, &place).unwrap();
    let kitchen = a.partner("Soup kitchen");
    let met = sync(&a, &place).unwrap();
    let latest = wrong.work.state().book.latest().ms();
    assert_eq!((met.came, met.went, met.years_ahead), (1, 1, Some(latest)));
    assert_eq!((a.name(school), a.name(far)), (Some("School".into()), None));
    assert_eq!(met.awaited, Vec::<String>::new(), "it is there, and whole");
    assert_eq!(met.others.iter().map(|other| other.missing).sum::<u64>(), 1, "what is missing here is said");
    assert_eq!(a.work.state().only_here(), 0, "its own notes are off the tablet");
    // So it is said on the screen, and the place is synced with as often as any other.
    let report = Report::default().after(&Ok(met), NOON);
    assert_eq!((report.synced_at, report.failed.clone()), (Some(NOON), Some((NOON, Trouble::YearsAhead(2031)))));
    assert_eq!(report.event(), Event::Synced);
    // It is not fetched again each time.
    place.carried.take();
    let again = sync(&a, &place).unwrap();
    assert_eq!((again.came, again.went, again.years_ahead), (0, 0, Some(latest)));
    let pieces = place.files.borrow().iter().filter(|(name, _)| name.starts_with("log/")).map(|(_, b)| b.len()).min();
    let small: usize =
        place.files.borrow().iter().filter(|(name, _)| !name.starts_with("log/")).map(|(_, bytes)| bytes.len()).sum();
    assert!(place.carried.get() < small + pieces.unwrap(), "only the manifests and whose they are");
    sync(&c, &place).unwrap();
    assert_eq!(c.name(kitchen), Some("Soup kitchen".into()));
    // Somebody agrees, and from then on nobody is asked here.
    let agreed = Agreed { years_ahead: true, ..JOIN };
    let came = now(a.work.sync(&place, "shared", agreed, &Job::quiet())).unwrap();
    assert_eq!((came.came, came.years_ahead), (1, None));
    assert_eq!(a.name(far), Some("From the future".into()));
    wrong.partner("A day later");
    sync(&wrong, &place).unwrap();
    assert_eq!(sync(&a, &place).unwrap().came, 1);
}

#[test]
fn what_was_dated_years_ahead_comes_by_itself_once_its_time_has_come() {
    let (a, wrong, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    wrong.clock.0.set(NOON + YEARS);
    let far = wrong.partner("From the future");
    sync(&wrong, &place).unwrap();
    assert!(sync(&a, &place).unwrap().years_ahead.is_some());
    // The date of this tablet was the wrong one.
    a.clock.0.set(NOON + YEARS);
    assert_eq!(sync(&a, &place).unwrap().years_ahead, None);
    assert_eq!(a.name(far), Some("From the future".into()));
}

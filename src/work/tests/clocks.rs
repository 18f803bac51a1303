//! Clocks that are wrong, and clocks that are changed twice a year.

use super::*;
use crate::exchange::office::Office;
use crate::model::date::{Zone, from_local, stored};
use crate::work::deletions::Deletion;
use crate::work::memory::NewYorkClock;

const DAY: i64 = 86_400_000;
const YEAR: i64 = 365 * DAY;

fn deletions(tablet: &Tablet) -> Vec<Deletion> {
    now(tablet.work.deletions()).unwrap()
}

fn delete(tablet: &Tablet, id: Id) {
    now(tablet.work.run(Command::Delete("partner", id))).unwrap();
}

#[test]
fn after_notes_from_a_tablet_a_year_ahead_deletions_have_the_day_of_the_wall_clock() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let (mine, theirs) = (a.partner("Mine"), b.partner("Theirs"));
    b.clock.0.set(NOON + YEAR);
    delete(&b, theirs);
    a.import(&b.export()).unwrap();
    a.clock.0.set(NOON + DAY);
    delete(&a, mine);

    let found = deletions(&a);
    let at = |id: Id| found.iter().find(|deletion| deletion.id == id).map(|deletion| deletion.at.map(stored));
    assert_eq!(at(mine), Some(Some("2026-11-23T10:14:00-04:00".to_owned())), "the wall clock, not that of the order");
    assert_eq!(at(theirs), Some(None), "a day that has not come is not said");

    // Thirty days after this tablet heard of it, a year before its own date.
    a.clock.0.set(NOON + 30 * DAY);
    assert_eq!(deletions(&a).len(), 2);
    a.clock.0.set(NOON + 32 * DAY);
    assert_eq!(deletions(&a), []);
}

#[test]
fn what_was_deleted_is_offered_for_thirty_days_and_comes_back() {
    let tablet = Tablet::new(1);
    let [one, other] = [tablet.partner("One"), tablet.partner("Other")];
    delete(&tablet, one);
    tablet.clock.0.set(NOON + DAY);
    delete(&tablet, other);
    let ids = |tablet: &Tablet| deletions(tablet).iter().map(|deletion| deletion.id).collect::<Vec<_>>();
    assert_eq!(ids(&tablet), [other, one]);
    now(tablet.work.run(Command::BringBack("partner", other))).unwrap();
    assert_eq!(ids(&tablet), [one]);
    tablet.clock.0.set(NOON + 31 * DAY);
    assert_eq!(ids(&tablet), []);
}

#[test]
fn the_office_is_told_when_a_record_changed_and_never_a_day_to_come() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    b.clock.0.set(NOON + YEAR);
    b.partner("Theirs");
    a.import(&b.export()).unwrap();
    a.clock.0.set(NOON + DAY);
    a.partner("Mine");
    a.clock.0.set(NOON + 3 * DAY);
    let office = Office { lang: Lang::En, public_only: false };
    let files = now(a.work.office_export(office, &Job::quiet())).unwrap();
    let json = files.iter().find(|file| file.kind.is_none()).unwrap().file.pieces.concat();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let changed = |name: &str| {
        let partners = json["records"]["partner"].as_array().unwrap();
        partners.iter().find(|partner| partner["name"] == name).unwrap()["changed"].as_str().unwrap().to_owned()
    };
    assert_eq!(changed("Mine"), "2026-11-23T14:14:00Z");
    assert_eq!(changed("Theirs"), "2026-11-25T14:14:00Z", "no later than the file");
}

#[test]
fn a_clock_in_new_york_is_changed_twice_a_year() {
    let clock = NewYorkClock(Cell::new(NOON));
    assert_eq!(crate::ports::Clock::now(&clock).offset_minutes, -300);
    for (input, is) in [
        ("2026-11-22T09:14", "2026-11-22T09:14:00-05:00"),
        ("2026-07-10T22:30", "2026-07-10T22:30:00-04:00"),
        ("2027-03-14T02:30", "2027-03-14T02:30:00-05:00"),
        ("2027-03-14T03:00", "2027-03-14T03:00:00-04:00"),
        ("2026-11-01T01:59", "2026-11-01T01:59:00-04:00"),
        ("2026-11-01T02:00", "2026-11-01T02:00:00-05:00"),
        ("2019-12-31T23:59", "2019-12-31T23:59:00-05:00"),
    ] {
        assert_eq!(from_local(input, &clock).as_deref(), Some(is), "{input}");
    }
    assert_eq!(clock.offset_at(i64::MIN / 2), -300, "a clock beyond the calendar does no harm");
}

//! Which events Today speaks of.

use crate::events::EVENT;
use crate::model::id::Id;
use crate::work::command::Command;
use crate::work::testing::*;
use crate::worksheets::gatherings::{not_needed, to_prepare};
use crate::worksheets::kinds::sheet::{SHEET_ANSWER, sheet_fields as sheet};
use crate::worksheets::{filling, words};

fn event(tablet: &Tablet, id: u128, when: &str, status: &str, more: &[(&str, &str)]) {
    let values = [[("name", "Story walk"), ("when", when), ("status", status)].as_slice(), more].concat();
    now(tablet.work.run(Command::Finish(tablet.draft(EVENT.id, Id(id), &values)))).unwrap();
}

fn named(tablet: &Tablet) -> Vec<u128> {
    let moment = tablet.work.now().moment();
    tablet.work.look(|book, index| to_prepare(book, index, moment)).iter().map(|event| event.event.0).collect()
}

fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) {
    now(tablet.work.run(Command::Write { label: words::PREPARE.message(), rows })).unwrap();
}

#[test]
fn an_event_of_the_next_three_weeks_is_named_until_somebody_prepares_it() {
    // It is 22 November 2026, 14:14 UTC.
    let tablet = Tablet::new(1);
    event(&tablet, 1, "2026-12-13T14:00:00+00:00", "planned", &[]);
    event(&tablet, 2, "2026-11-30T10:00:00+00:00", "planned", &[]);
    event(&tablet, 3, "2026-12-13T14:30:00+00:00", "planned", &[]);
    event(&tablet, 4, "2026-11-22T14:00:00+00:00", "planned", &[]);
    event(&tablet, 5, "2026-11-30T10:00:00+00:00", "canceled", &[]);
    assert_eq!(named(&tablet), [2, 1], "the first first; later, past and canceled ones are not named");
    let of = filling::of_event(&tablet.work.state().book, Id(2));
    let begun = vec![("sheet", of, crate::model::order::values([sheet::EVENT.is(Id(2))]))];
    write(&tablet, begun);
    assert_eq!(named(&tablet), [2, 1], "a sheet on which nothing stands prepares nothing");
    let values =
        crate::model::order::values(filling::named(of, "why").into_iter().chain([("value", "To meet.".into())]));
    write(&tablet, vec![(SHEET_ANSWER.id, filling::answer_id(of, "why"), values)]);
    assert_eq!(named(&tablet), [1]);
    let today = tablet.work.now().today();
    let rows = not_needed(&tablet.work.state().book, Id(1), today);
    write(&tablet, rows);
    assert_eq!(named(&tablet), [] as [u128; 0]);
    tablet.clock.0.set(NOON + 3_600_000);
    assert_eq!(named(&tablet), [3], "three weeks before");
}

#[test]
fn of_a_series_only_the_first_session_is_named() {
    let tablet = Tablet::new(1);
    event(&tablet, 1, "2026-11-24T10:00:00+00:00", "planned", &[]);
    let first = Id(1).to_string();
    event(&tablet, 2, "2026-12-01T10:00:00+00:00", "planned", &[("series", &first)]);
    assert_eq!(named(&tablet), [1]);
}

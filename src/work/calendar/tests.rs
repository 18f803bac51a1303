use super::*;
use crate::events::kinds::event::EVENT;
use crate::hubs::kinds::posting::POSTING;
use crate::partners::kinds::contact::CONTACT;
use crate::work::command::Command;
use crate::work::testing::{Tablet, now};

static SHOWN: &[OnCalendar] = &[
    OnCalendar {
        kind: &EVENT,
        stands: Stands::Happens { starts: "when", ends: Some("ends"), off: Some(("status", "canceled")) },
    },
    OnCalendar { kind: &POSTING, stands: Stands::By { day: "until", done: "down" } },
];

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

fn write(tablet: &Tablet, kind: &'static Kind, values: &[(&str, &str)]) -> Id {
    let id = tablet.work.new_id();
    let values = values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))).collect();
    let command = Command::Write { label: kind.name.message(), rows: vec![(kind.id, id, values)] };
    now(tablet.work.run(command)).unwrap();
    id
}

/// Day, time and title of what stands on these days.
fn stands(tablet: &Tablet, from: &str, to: &str) -> Vec<String> {
    let said = |book: &Book, entry: Entry| {
        let record = book.alive(entry.kind.id, entry.id).unwrap();
        let title = entry.kind.title().and_then(|title| record.text(title.key)).unwrap_or_default();
        let time = |time: Option<NaiveTime>| time.map(|time| time.to_string()[..5].to_owned()).unwrap_or_default();
        let off = if entry.off { " off" } else { "" };
        format!("{} {}-{} {title} {:?}{off}", entry.day, time(entry.at), time(entry.until), entry.why)
    };
    tablet.work.look(|book, index| {
        entries(book, index, SHOWN, day(from), day(to)).into_iter().map(|entry| said(book, entry)).collect()
    })
}

#[test]
fn events_promises_and_postings_stand_on_their_days_in_the_order_of_the_day() {
    let tablet = Tablet::new(1);
    write(
        &tablet,
        &EVENT,
        &[("name", "Fair"), ("when", "2026-12-05T10:00:00-05:00"), ("ends", "2026-12-05T14:30:00-05:00")],
    );
    write(&tablet, &EVENT, &[("name", "Early"), ("when", "2026-12-05T08:00:00-05:00"), ("status", "canceled")]);
    write(&tablet, &EVENT, &[("name", "Later"), ("when", "2026-12-07T08:00:00-05:00")]);
    write(&tablet, &POSTING, &[("title", "Flyer"), ("until", "2026-12-05")]);
    let partner = tablet.partner("Natchaug Table");
    let contact = [
        ("partner", &*partner.to_string()),
        ("when", "2026-11-20T08:00:00-05:00"),
        ("how", "phone"),
        ("said", "Call back"),
        ("next_step", "Call"),
        ("next_date", "2026-12-05"),
    ];
    write(&tablet, &CONTACT, &contact);
    assert_eq!(
        stands(&tablet, "2026-12-01", "2026-12-06"),
        [
            "2026-12-05 - Call back Promised",
            "2026-12-05 - Flyer By",
            "2026-12-05 08:00- Early Happens off",
            "2026-12-05 10:00-14:30 Fair Happens",
        ]
    );
}

#[test]
fn what_goes_on_for_days_stands_on_each_of_them() {
    let tablet = Tablet::new(1);
    write(
        &tablet,
        &EVENT,
        &[("name", "Week"), ("when", "2026-12-30T10:00:00-05:00"), ("ends", "2027-01-02T00:00:00-05:00")],
    );
    write(
        &tablet,
        &EVENT,
        &[("name", "Night"), ("when", "2026-12-31T23:00:00-05:00"), ("ends", "2027-01-01T01:00:00-05:00")],
    );
    assert_eq!(
        stands(&tablet, "2026-12-31", "2027-01-31"),
        [
            "2026-12-31 - Week Happens",
            "2026-12-31 23:00- Night Happens",
            "2027-01-01 - Week Happens",
            "2027-01-01 -01:00 Night Happens",
        ],
        "what ends at midnight does not reach into the next day"
    );
    let slip = [("name", "Slip"), ("when", "2028-02-29T10:00:00-05:00"), ("ends", "2208-02-28T10:00:00-05:00")];
    write(&tablet, &EVENT, &slip);
    assert_eq!(stands(&tablet, "2028-02-01", "2029-02-01").len(), 32, "an end that is years away is a slip");
}

#[test]
fn a_posting_that_was_taken_down_is_off_the_calendar() {
    let tablet = Tablet::new(1);
    let posting = write(&tablet, &POSTING, &[("title", "Flyer"), ("until", "2026-12-05")]);
    assert_eq!(stands(&tablet, "2026-12-05", "2026-12-05").len(), 1);
    let down = [("down".to_owned(), Value::Bool(true))].into_iter().collect();
    let command = Command::Write { label: POSTING.name.message(), rows: vec![(POSTING.id, posting, down)] };
    now(tablet.work.run(command)).unwrap();
    assert!(stands(&tablet, "2026-12-05", "2026-12-05").is_empty());
}

#[test]
fn weeks_begin_on_sunday_and_months_take_whole_ones() {
    let of = |days: Vec<NaiveDate>| (days.len(), days[0].to_string(), days[days.len() - 1].to_string());
    assert_eq!(of(week(day("2026-11-27"))), (7, "2026-11-22".into(), "2026-11-28".into()));
    assert_eq!(of(month(day("2026-11-27"))), (35, "2026-11-01".into(), "2026-12-05".into()));
    assert_eq!(of(month(day("2026-02-10"))), (28, "2026-02-01".into(), "2026-02-28".into()));
    assert_eq!(of(month(day("2026-05-31"))), (42, "2026-04-26".into(), "2026-06-06".into()));
}

use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::date;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use proptest::prelude::*;
use std::cmp::Reverse;

static WRITTEN: &[Written] = &[
    (
        "partner",
        &[0x21, 0x22, 0x23],
        &[
            ("name", &["Natchaug"]),
            ("status", &["new", "active", "lapsed", "-"]),
            ("last_contact", &["2026-07-01", "-", "-"]),
        ],
    ),
    (
        "contact",
        &[0x31, 0x32, 0x33, 0x34],
        &[
            ("partner", &["@21", "@22", "@23", "@24"]),
            ("when", &["2026-11-20T12:00:00-05:00", "2026-09-01", "2026-08-24", "2027-01-01", "-"]),
        ],
    ),
];

/// As it stands in the records, every one of them looked at.
fn looked_through(book: &Book, today: NaiveDate) -> Vec<Quiet> {
    let index = &mut Index::default();
    let quiet = |record: &Record| {
        let (_, allowed) = QUIET_AFTER_DAYS.iter().find(|(of, _)| Some(*of) == partner::STATUS.of(record))?;
        let last = query::day_in(book, index, last_contact()?, record);
        let first = record.slots().map(|(_, slot)| slot.stamp.tick.ms()).min()?;
        let written = DateTime::from_timestamp_millis(first as i64)?.date_naive();
        let days = (today - last.unwrap_or(written)).num_days();
        (days > *allowed).then(|| (days - allowed, Quiet { partner: record.id, days, ever: last.is_some() }))
    };
    let mut all: Vec<_> = book.living(PARTNER.id).map(|record| &**record).filter_map(quiet).collect();
    all.sort_by_key(|(beyond, quiet)| (Reverse(*beyond), quiet.partner));
    all.into_iter().map(|(_, quiet)| quiet).collect()
}

#[test]
fn whoever_asked_not_to_be_contacted_is_left_in_peace() {
    let diner = Id(0x12).to_string();
    let lapsed = |name| [("name", name), ("status", "active"), ("last_contact", "2026-01-01")];
    let mut book = testing::book(&[
        ("partner", 0x11, &lapsed("Bakery")),
        ("partner", 0x12, &lapsed("Diner")),
        ("partner", 0x13, &[("name", "The Diner"), ("same_as", &diner)]),
    ]);
    let quiet = |book: &Book| {
        let all = going_quiet(book, &mut Index::default(), date::day("2026-11-22").unwrap());
        all.into_iter().map(|quiet| quiet.partner).collect::<Vec<_>>()
    };
    assert_eq!(quiet(&book), [Id(0x11), Id(0x12)]);
    testing::set(&mut book, "partner", Id(0x13), [("do_not_contact".to_owned(), true.into())]);
    assert_eq!(quiet(&book), [Id(0x11)], "under any name");
    let renewed = |book: &Book, id: Id| {
        let record = book.alive("partner", id).unwrap();
        is_quiet(book, &mut Index::default(), record, date::day("2026-11-22").unwrap())
    };
    assert!(renewed(&book, Id(0x11)) && !renewed(&book, Id(0x12)));
    assert!(!renewed(&book, Id(0x13)), "nobody said that anything lapsed, and they asked for peace");
    testing::set(
        &mut book,
        "partner",
        Id(0x14),
        [("status".to_owned(), "lapsed".into()), ("last_contact".to_owned(), "2026-11-21".into())],
    );
    assert!(renewed(&book, Id(0x14)), "its status says so");
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn who_is_going_quiet_is_kept_up(history in histories(WRITTEN, 1..12), from in 0usize..12, later in 0i64..400) {
        let today = date::day("2026-11-22").unwrap() + TimeDelta::days(later);
        is_kept_up(KINDS, &history, from, |_, _| (), |book, index| going_quiet(book, index, today))?;
        let mut book = Book::new(KINDS);
        history.iter().for_each(|step| drop(book.apply_all(step)));
        prop_assert_eq!(going_quiet(&book, &mut Index::default(), today), looked_through(&book, today));
    }
}

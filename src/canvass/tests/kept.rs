//! How streets and doors stand, as it is kept up, is what it is worked out to be.

use crate::canvass::kinds::door::fields as door;
use crate::canvass::kinds::visit::TALKED;
use crate::canvass::standing::{shown_doors, standing};
use crate::canvass::streets::{self, Summary, street_id};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use crate::model::value::Value;
use proptest::prelude::*;
use std::collections::BTreeMap;

static WRITTEN: &[Written] = &[
    (
        "door",
        &[0x21, 0x22, 0x23, 0x24],
        &[
            ("street", &["Maple", "MAPLE", "Elm", "-"]),
            ("number", &["1", "2", "12A", "-"]),
            ("town", &["Willimantic", "-"]),
            ("same_as", &["@21", "@22", "@23", "@24", "-", "-"]),
            ("do_not_contact", &["yes", "no", "no"]),
            ("list", &["@51", "-"]),
        ],
    ),
    (
        "visit",
        &[0x31, 0x32, 0x33, 0x34],
        &[
            ("door", &["@21", "@22", "@23", "@24", "@29", "-"]),
            ("outcome", &["not_home", "come_back", "talked", "refused", "other"]),
            ("when", &["2026-11-20T12:00:00-05:00", "2026-11-10T09:00:00-05:00", "some day"]),
            ("again", &["2026-11-21", "2026-12-24", "-"]),
        ],
    ),
    ("door_list", &[0x51], &[("attempts", &["#1", "#2", "-"]), ("days_apart", &["#0", "#30", "-"])]),
];

/// The numbers of each street, as every door of it stands.
fn looked_through(book: &Book, now: Now) -> BTreeMap<u128, [usize; 8]> {
    let mut streets: BTreeMap<u128, [usize; 8]> = BTreeMap::new();
    let index = &mut Index::default();
    for record in shown_doors(book) {
        let street = street_id(door::STREET.of(record).unwrap_or_default(), door::TOWN.of(record).unwrap_or_default());
        let standing = standing(book, index, record, now);
        let visited = usize::from(standing.attempts > 0);
        let talked = usize::from(standing.last.is_some_and(|last| last.outcome.key == TALKED));
        let (odd, even) = match door::NUMBER.of(record) {
            Some("1") => (1, 0),
            Some(_) => (0, 1),
            None => (0, 0),
        };
        let counted =
            [1, visited, talked, usize::from(standing.rest.is_none()), odd, odd * visited, even, even * visited];
        let sums = streets.entry(street.0).or_default();
        sums.iter_mut().zip(counted).for_each(|(sum, counted)| *sum += counted);
    }
    streets
}

fn numbers(all: &[Summary]) -> BTreeMap<u128, [usize; 8]> {
    let of = |street: &Summary| {
        let (odd, even) = (street.odd, street.even);
        let all = [street.doors, street.visited, street.talked, street.waiting];
        (street.id.0, [all[0], all[1], all[2], all[3], odd.doors, odd.visited, even.doors, even.visited])
    };
    all.iter().map(of).collect()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn how_streets_stand_is_kept_up(history in histories(WRITTEN, 1..14), from in 0usize..14, later in 0i64..60) {
        let now = Now { ms: crate::work::testing::NOON + later * 86_400_000, offset_minutes: 0 };
        is_kept_up(KINDS, &history, from, |_, _| (), |book, index| {
            let all = streets::all(book, index, now);
            assert_eq!(numbers(&all), looked_through(book, now));
            let walked: Vec<_> = all.iter().map(|street| streets::street(book, index, street.id, now)).collect();
            (all, walked)
        })?;
    }
}

#[test]
fn a_list_that_tries_more_often_has_its_doors_wait_again() {
    let mut book = testing::book(&[
        ("door_list", 0x51, &[("name", "Spring")]),
        ("door", 0x21, &[("street", "Maple"), ("number", "1"), ("list", &Id(0x51).to_string())]),
        (
            "visit",
            0x31,
            &[("door", &Id(0x21).to_string()), ("outcome", "not_home"), ("when", "2026-09-01T12:00:00-05:00")],
        ),
    ]);
    let now = Now { ms: crate::work::testing::NOON, offset_minutes: 0 };
    let index = &mut Index::default();
    for (attempts, waiting) in [(1.0, 0), (2.0, 1), (1.0, 0)] {
        let list = [("attempts".to_owned(), Value::Number(attempts))];
        let change = testing::set(&mut book, "door_list", Id(0x51), list).unwrap();
        index.follow(&book, &change);
        assert_eq!(streets::all(&book, index, now)[0].waiting, waiting, "{attempts}");
    }
}

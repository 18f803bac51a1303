//! The stock of all hubs, as it is kept up, is what it is worked out to be.

use crate::capabilities::kinds::KINDS;
use crate::hubs::count::walk;
use crate::hubs::health::{Went, of_hub};
use crate::hubs::stock::{Stock, account, accounts, found, lying, stock_beside};
use crate::hubs::words;
use crate::log::snapshot;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::{Stream, Tick};
use crate::model::sum::sum;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::job::Job;
use crate::work::testing::{Tablet, now};
use proptest::prelude::*;
use std::collections::BTreeMap;

const HUBS: [Id; 2] = [Id(0x11), Id(0x12)];
const ITEMS: [Id; 3] = [Id(0x21), Id(0x22), Id(0x23)];
const WALK: Id = Id(0x41);
const TODAY: Now = Now { ms: crate::work::testing::NOON, offset_minutes: 0 };

static WRITTEN: &[Written] = &[
    (
        "movement",
        &[0x31, 0x32, 0x33, 0x34, 0x35, 0x36],
        &[
            ("what", &["stocked", "taken", "moved", "counted", "counted"]),
            ("hub", &["@11", "@12"]),
            ("to", &["@11", "@12", "-"]),
            ("item", &["@21", "@22", "@23", "nowhere"]),
            ("amount", &["#1", "#5", "#12", "many"]),
            ("was", &["#9", "#2", "-"]),
            ("when", &["2026-11-20T12:00:00-05:00", "2026-09-02", "2027-01-01", "2020-01-01"]),
            ("count", &["@41", "-"]),
            (
                "seen",
                &[
                    "00000000000000000000000000000031\n00000000000000000000000000000032",
                    "00000000000000000000000000000033\n00000000000000000000000000000039",
                    "00000000000000000000000000000034\n00000000000000000000000000000035",
                    "-",
                ],
            ),
        ],
    ),
    ("item", &[0x21, 0x22, 0x23], &[("name", &["Books", "Flyers"]), ("same_as", &["@21", "@22", "@23", "-"])]),
    ("shelf", &[0x51, 0x52], &[("hub", &["@11", "@12"]), ("item", &["@21", "@22"]), ("minimum", &["#3", "#20", "-"])]),
    ("hub", &[0x11, 0x12], &[("name", &["Natchaug", "Sweeney"]), ("zones", &["Table 1"])]),
    (
        "hub_visit",
        &[0x61, 0x62],
        &[("hub", &["@11", "@12"]), ("when", &["2026-11-01T12:00:00-05:00", "2026-10-01", "-"])],
    ),
    ("count", &[0x41], &[("hub", &["@11"]), ("when", &["2026-11-02T12:00:00-05:00"])]),
];

/// Everything of one book that is told of stock.
fn told(book: &Book, index: &mut Index) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut went = Went::until(TODAY.today());
    HUBS.iter().for_each(|hub| went.add(book, index, *hub));
    let hubs = HUBS.map(|hub| {
        let all: BTreeMap<Id, _> = accounts(book, index, hub).into_iter().collect();
        let ones = ITEMS.map(|item| account(book, index, hub, item));
        let author = Author { by: None, now: TODAY };
        let written = ITEMS.map(|item| found(book, index, hub, item, WALK, 4, author));
        let health = of_hub(book, index, hub, TODAY.today());
        (all, ones, lying(book, index, hub), health, walk(book, index, hub, WALK), written)
    });
    (hubs, went.told(book))
}

fn book_of(steps: &[Vec<Operation>]) -> Book {
    let mut book = Book::new(KINDS);
    book.apply_all(steps.iter().flatten());
    book
}

/// A snapshot of a book with its stock, as idle time writes it.
fn snapshot_of(book: &Book, index: &mut Index) -> Vec<u8> {
    while Stock::prepare(index, book, 2) > 0 {}
    snapshot::write_with(book, index).unwrap()
}

/// Whether stock lies beside the movements of a book.
fn is_stored(book: &Book) -> bool {
    let page = book.shelf("movement").and_then(|shelf| shelf.page());
    page.is_some_and(|page| stock_beside(page).is_some())
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn stock_that_is_read_and_goes_on_is_what_it_is_worked_out_to_be(
        history in histories(WRITTEN, 1..14),
        cuts in prop::array::uniform3(any::<prop::sample::Index>()),
    ) {
        let mut cuts = cuts.map(|cut| cut.index(history.len() + 1));
        cuts.sort_unstable();
        let [first, second, third] = cuts;
        let worked_out = |steps: usize| {
            let book = book_of(&history[..steps]);
            told(&book, &mut Index::default())
        };
        let mut written = book_of(&history[..first]);
        let mut index = Index::default();
        // Twice: what was read is stored again, with what has changed since.
        for (from, to) in [(first, second), (second, third)] {
            let bytes = snapshot_of(&written, &mut index);
            prop_assert_eq!(told(&written, &mut index), worked_out(from));
            written = snapshot::read(bytes, KINDS).unwrap();
            prop_assert_eq!(is_stored(&written), written.shelf("movement").is_some());
            prop_assert_eq!(told(&written, &mut Index::default()), worked_out(from));
            // One is asked before anything changes, the other one after.
            index = Index::default();
            let mut asked = written.clone();
            told(&asked, &mut index);
            for step in &history[from..to] {
                for change in asked.apply_all(step) {
                    index.follow(&asked, &change);
                }
            }
            written.apply_all(history[from..to].iter().flatten());
            prop_assert_eq!(told(&asked, &mut index), worked_out(to));
            prop_assert_eq!(told(&written, &mut Index::default()), worked_out(to));
            (written, index) = if to % 2 == 0 { (asked, index) } else { (written, Index::default()) };
        }
    }

    #[test]
    fn stock_that_was_summed_damaged_is_looked_at_without_a_crash(
        history in histories(WRITTEN, 4..14), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut bytes = snapshot_of(&book_of(&history), &mut Index::default());
        // The sum stands first, see `log::snapshot`.
        let at = 8 + at.index(bytes.len() - 8);
        bytes[at] = byte;
        let sum = sum(&bytes[8..]);
        bytes[..8].copy_from_slice(&sum.to_le_bytes());
        if let Some(book) = snapshot::read(bytes, KINDS) {
            let mut index = Index::default();
            drop(told(&book, &mut index));
            drop(snapshot_of(&book, &mut index));
        }
    }

    #[test]
    fn stock_that_is_kept_up_is_what_it_is_worked_out_to_be(
        history in histories(WRITTEN, 1..14),
        from in 0usize..14,
    ) {
        // Before anybody asks, it is worked on a little.
        let prepare = |book: &Book, index: &mut Index| {
            index.prepare::<Stock>(book, 1);
        };
        is_kept_up(KINDS, &history, from, prepare, told)?;
    }
}

/// The operation of a number, as one tablet writes it.
fn written(seq: u64, kind: &str, id: u128, fields: &[(&str, Value)]) -> Operation {
    let stream = Stream { dev: DeviceId(1), epoch: 1 };
    let (tick, wall) = (Tick::from_ms(1_790_000_000_000 + seq), "2026-09-21T12:00:00-04:00".to_owned());
    let (kind, id, set) = (kind.to_owned(), Id(id), order::values(fields.iter().cloned()));
    Operation { stream, writer: stream, seq, tick, wall, by: None, kind, id, set, prev: [].into() }
}

/// A movement that knew of another.
fn moved(what: &str, hub: Id, item: Id, amount: f64, seen: u128) -> Vec<(&'static str, Value)> {
    vec![
        ("what", Value::text(what)),
        ("hub", Value::link(hub)),
        ("to", Value::link(HUBS[1])),
        ("item", Value::link(item)),
        ("amount", Value::Number(amount)),
        ("was", Value::Number(9.0)),
        ("when", Value::text("2026-11-20T12:00:00-05:00")),
        ("seen", Value::Text(Id(seen).to_string())),
    ]
}

#[test]
fn idle_time_stores_the_stock_for_the_next_start() {
    let tablet = Tablet::new(1);
    let (kind, id, fields) = ("movement", Id(0x31), moved("stocked", HUBS[0], ITEMS[0], 12.0, 0x39));
    let row = (kind, id, order::values(fields));
    let label = words::HUBS.message();
    now(tablet.work.run(Command::Once { kind, id, label, rows: vec![row] })).unwrap();
    now(tablet.work.prepare_snapshot(&Job::quiet())).unwrap();
    now(tablet.work.tidy_from(2, 1)).unwrap();
    assert!(is_stored(&tablet.reopened().work.state().book));
}

/// A count may know of what was there through a count of another hub. Should that one change, this one does.
#[test]
fn what_a_count_knew_of_through_another_hub_is_stored() {
    let (hub, item) = (HUBS[0], ITEMS[0]);
    let mut book = Book::new(KINDS);
    book.apply_all(&[
        written(1, "item", item.0, &[("name", Value::text("Books"))]),
        written(2, "movement", 0x31, &moved("stocked", hub, item, 12.0, 0x39)),
        written(3, "movement", 0x32, &moved("counted", HUBS[1], item, 3.0, 0x31)),
        written(4, "movement", 0x33, &moved("counted", hub, item, 7.0, 0x32)),
    ]);
    let bytes = snapshot_of(&book, &mut Index::default());
    let mut book = snapshot::read(bytes, KINDS).unwrap();
    let on_hand = |book: &Book, index: &mut Index| lying(book, index, hub)[0].on_hand;
    let mut index = Index::default();
    assert_eq!(on_hand(&book, &mut index), 7);
    let change = book.apply(&written(5, "movement", 0x32, &[("seen", Value::Null)])).unwrap();
    index.follow(&book, &change);
    assert_eq!(on_hand(&book, &mut index), 19);
    assert_eq!(on_hand(&book, &mut Index::default()), 19);
}

/// Stock that was stored by other rules is worked out anew, so whatever changes what is stored has to have another number.
#[test]
fn whatever_changes_how_stock_is_worked_out_has_another_number() {
    let mut book = Book::new(KINDS);
    book.apply_all(&[
        written(1, "item", 0x22, &[("same_as", Value::link(ITEMS[0]))]),
        written(2, "movement", 0x31, &moved("stocked", HUBS[0], ITEMS[0], 12.0, 0x39)),
        written(3, "movement", 0x32, &moved("counted", HUBS[0], ITEMS[1], 7.0, 0x31)),
        written(4, "movement", 0x33, &moved("moved", HUBS[0], ITEMS[1], 2.0, 0x39)),
        written(5, "movement", 0x34, &moved("taken", HUBS[0], ITEMS[2], 1.0, 0x39)),
    ]);
    let book = snapshot::read(snapshot_of(&book, &mut Index::default()), KINDS).unwrap();
    let stored = stock_beside(book.shelf("movement").unwrap().page().unwrap()).unwrap();
    assert_eq!(
        sum(stored),
        17_613_694_157_501_606_021,
        "raise the number STOCK in `hubs/stock/stored.rs`, and put the new sum here"
    );
}

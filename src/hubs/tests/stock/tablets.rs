//! Two hubs and three items, on tablets that write down what happens there.

use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::ITEM;
use crate::hubs::stock::{Account, account, counted_id, found, movement};
use crate::model::author::Author;
use crate::work::testing::*;

pub(super) const HUBS: [Id; 2] = [Id(0x11), Id(0x12)];
pub(super) const ITEMS: [Id; 3] = [Id(0x21), Id(0x22), Id(0x23)];

pub(super) fn write(tablet: &Tablet, row: crate::model::record_write::RecordWrite) {
    let label = crate::work::command::words::IMPORTED_ROWS.with("count", 1usize);
    now(tablet.work.run(Command::Write { label, rows: vec![row] })).unwrap();
}

pub(super) fn texts(kind: &'static str, id: Id, values: &[(&str, &str)]) -> crate::model::record_write::RecordWrite {
    (kind, id, values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))).collect())
}

/// A tablet that knows the hubs and items of these tests.
pub(super) fn tablet(seed: u64) -> Tablet {
    let tablet = Tablet::new(seed);
    for (at, hub) in HUBS.iter().enumerate() {
        write(&tablet, texts(HUB.id, *hub, &[("name", ["Natchaug", "Sweeney"][at]), ("zones", "Table 1\nBoard")]));
    }
    for (at, item) in ITEMS.iter().enumerate() {
        write(&tablet, texts(ITEM.id, *item, &[("name", ["Picture books", "Flyers", "Books with pictures"][at])]));
    }
    tablet
}

pub(super) fn hand(tablet: &Tablet) -> Author {
    Author { by: None, now: tablet.work.now() }
}

pub(super) fn happened(tablet: &Tablet, what: &str, hub: Id, item: Id, amount: i64) -> Id {
    let id = tablet.work.new_id();
    write(tablet, movement(id, what, hub, item, amount, hand(tablet)));
    id
}

pub(super) fn carried(tablet: &Tablet, from: Id, to: Id, item: Id, amount: i64) -> Id {
    let id = tablet.work.new_id();
    let mut row = movement(id, "moved", from, item, amount, hand(tablet));
    row.2.insert("to".to_owned(), Value::text(to.to_string()));
    write(tablet, row);
    id
}

pub(super) fn count(tablet: &Tablet, hub: Id, item: Id, amount: i64) -> Id {
    count_in(tablet, tablet.work.new_id(), hub, item, amount)
}

pub(super) fn count_in(tablet: &Tablet, walk: Id, hub: Id, item: Id, amount: i64) -> Id {
    let hand = hand(tablet);
    let row = tablet.work.look(|book, index| found(book, index, hub, item, walk, amount, hand));
    write(tablet, row);
    counted_id(walk, item)
}

pub(super) fn says(tablet: &Tablet, hub: Id, item: Id) -> Account {
    tablet.work.look(|book, index| account(book, index, hub, item))
}

pub(super) fn there(tablet: &Tablet, hub: Id, item: Id) -> i64 {
    says(tablet, hub, item).on_hand
}

/// Each takes in what the other knows.
pub(super) fn meet(a: &Tablet, b: &Tablet) {
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
}

/// The same items and hubs on two tablets.
pub(super) fn two() -> (Tablet, Tablet) {
    let (a, b) = (tablet(1), Tablet::new(2));
    b.import(&a.export()).unwrap();
    (a, b)
}

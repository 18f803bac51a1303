//! What was used up at an event of the library: movements of the ledger like any other, which name the event.

use super::kinds::item::ITEM;
use super::kinds::movement::{USED, movement_fields as movement};
use super::stock;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::{order, show};

/// So many of an item that were used at an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The movement that says so.
    pub movement: Id,
    /// The item; never a duplicate of another.
    pub item: Id,
    /// What it is called.
    pub name: String,
    /// The hub whose stock it was taken from.
    pub hub: Id,
    /// How many.
    pub amount: i64,
}

/// What to write when so many of an item from the stock of a hub were used at an event.
pub fn use_up(id: Id, (hub, item): (Id, Id), amount: i64, event: Id, author: Author) -> RecordWrite {
    let mut row = stock::movement(id, USED, hub, item, amount, author);
    row.2.extend(order::values([movement::EVENT.is(event)]));
    row
}

/// What was used at an event, by the names of the items.
pub fn used_at(book: &Book, index: &mut Index, event: Id) -> Vec<Used> {
    let used = |record: &Record| {
        let item = stock::canonical_item(book, movement::ITEM.of(record)?);
        let name = book.alive(ITEM.id, item).map(|item| show::title(&ITEM, item)).unwrap_or_default();
        let (hub, amount) = (movement::HUB.of(record)?, movement::AMOUNT.whole_of(record)?);
        let is_used = movement::WHAT.of(record) == Some(USED);
        is_used.then_some(Used { movement: record.id, item, name, hub, amount })
    };
    let mut all: Vec<Used> =
        index.linking_to(book, movement::EVENT.path(), event).into_iter().filter_map(used).collect();
    order::sort_by_key(&mut all, |used| (fold(&used.name), used.movement));
    all
}

//! What is written about the stock of a hub, and under which identities.

use super::sum::seen_by;
use super::{Account, Stock, canonical_item, heads};
use crate::hubs::kinds::item::SHELF;
use crate::hubs::kinds::movement::{COUNTED, MOVEMENT, TAKEN, movement_fields as movement};
use crate::log::hash::{derived_free, derived_id};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::{date, order};

/// The derived identity of the shelf of an item at a hub: two tablets that put it there apart make the same record.
pub fn shelf_id(hub: Id, item: Id) -> Id {
    derived_id(&shelf_words(hub, item))
}

fn shelf_words(hub: Id, item: Id) -> String {
    format!("shelf {hub} {item}")
}

/// The identity to write a shelf under: [`shelf_id`], or if that record was erased for good, the next one derived from
/// it, which is the same on every tablet, too.
pub fn shelf_to_write(book: &Book, hub: Id, item: Id) -> Id {
    derived_free(&shelf_words(hub, item), |id| !book.is_erased(SHELF.id, id))
}

/// What to write for a movement that is no count.
pub fn movement(id: Id, what: &str, hub: Id, item: Id, amount: i64, author: Author) -> RecordWrite {
    let mut values = vec![
        movement::WHAT.is(what),
        movement::HUB.is(hub),
        movement::ITEM.is(item),
        movement::AMOUNT.is_whole(amount),
        movement::WHEN.is(date::stored(author.now.moment())),
    ];
    values.extend(author.by.map(|by| movement::STAFF.is(by)));
    (MOVEMENT.id, id, order::values(values))
}

/// The movements by which people took an item while somebody staffed the hub, the latest last.
pub fn taken_during(book: &Book, index: &mut Index, visit: Id, item: Id) -> Vec<Id> {
    let records = index.linking_to(book, movement::VISIT.path(), visit);
    let of_item = |record: &&Record| movement::ITEM.of(record).is_some_and(|taken| canonical_item(book, taken) == item);
    let mut taken: Vec<&Record> = records.into_iter().filter(of_item).collect();
    order::sort_by_key(&mut taken, |record| (record.begun(), record.id));
    taken.into_iter().map(|record| record.id).collect()
}

/// What to write when people took one of an item while somebody staffed the hub. Each is a movement of its own, so that
/// a count made in between knows of those before it and not of those after it.
pub fn took_one(id: Id, hub: Id, item: Id, visit: Id, author: Author) -> RecordWrite {
    let mut row = movement(id, TAKEN, hub, item, 1, author);
    row.2.extend(order::values([movement::VISIT.is(visit)]));
    row
}

/// The identity of the movement that says how many of an item one walk found. Counting the item again in the same walk
/// writes the same movement.
pub fn counted_id(count: Id, item: Id) -> Id {
    derived_id(&format!("counted {count} {item}"))
}

/// What to write when somebody found so many of an item, in a walk along a hub.
pub fn found(book: &Book, index: &mut Index, hub: Id, item: Id, count: Id, amount: i64, author: Author) -> RecordWrite {
    let id = counted_id(count, item);
    let records = index.kept_up(book, |stock: &mut Stock, _| stock.records_of(book, hub, item));
    let account = Account::of(book, hub, records.clone());
    let mut row = movement(id, COUNTED, hub, item, amount, author);
    let was = match account.events.iter().find(|event| event.id == id) {
        // Counted again in the same walk: what was expected the first time.
        Some(before) => before.was.unwrap_or(account.on_hand),
        None => account.on_hand,
    };
    let mut seen = heads(book, hub, records, id);
    // Other counts may name this one, and know through it what it named before; so that stays.
    seen.extend(seen_by(book, id).lines().filter_map(|id| id.parse::<Id>().ok()));
    let seen: Vec<String> = order::set(seen).iter().map(Id::to_string).collect();
    let more = [movement::COUNT.is(count), movement::WAS.is_whole(was), movement::SEEN.is(seen.join("\n"))];
    row.2.extend(order::values(more));
    row
}

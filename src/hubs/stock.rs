//! The stock of a hub: how much is there is worked out from the movements, and never stored.
//!
//! What is there = what the latest count found + the movements that this count did not know of. A count names the
//! movements it knew of (its field `seen`), so it does not matter on which tablet, in which order or how late they
//! become known: no movement is applied twice, and none is lost. It names them one by one instead of by a time, because
//! a time cannot say what a tablet had *not* heard of while a colleague's file was still missing.

mod cloned;
mod kept;
mod lying;
mod stored;
mod sum;
mod writing;

pub use cloned::cloned;
pub use kept::Stock;
pub use lying::{OnHand, Wanting, lying, lying_with, wanting, zones};
#[cfg(test)]
pub(crate) use stored::stock_beside;
pub use writing::{counted_id, found, movement, shelf_id, shelf_to_write, taken_during, took_one};

use super::kinds::item::ITEM;
use super::kinds::movement::{COUNTED, movement_fields as movement};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::{order, same_as};
use std::collections::{HashMap, HashSet};
pub use sum::Holding;
use sum::{Knowledge, Step, Sum};

/// A movement of an item, as it looks from one hub.
#[derive(Clone, Debug, PartialEq)]
pub struct StockEvent {
    /// The movement.
    pub id: Id,
    /// What happened, a key of [`crate::hubs::kinds::movement::WHAT`].
    pub what: String,
    /// How many.
    pub amount: i64,
    /// By how much it changed the stock of this hub; zero for a count.
    pub delta: i64,
    /// The item that the movement names, which may be a duplicate of another.
    pub item: Id,
    /// When, by the clock of the tablet that wrote it (RFC 3339).
    pub when: String,
    /// Who of the staff wrote it.
    pub by: Option<Id>,
    /// Of a count: how many were expected.
    pub was: Option<i64>,
    /// Of a count: the walk it belongs to.
    pub count: Option<Id>,
    /// The stamp of the amount; decides which of two counts is the later one.
    stamp: Stamp,
}

impl StockEvent {
    /// Whether it is a count.
    pub fn counts(&self) -> bool {
        self.what == COUNTED
    }

    fn of(record: &Record, step: &Step) -> StockEvent {
        StockEvent {
            id: step.id,
            what: step.what.to_owned(),
            amount: step.amount,
            delta: step.delta,
            item: step.item,
            when: movement::WHEN.of(record).unwrap_or_default().to_owned(),
            by: movement::STAFF.of(record),
            was: movement::WAS.whole_of(record),
            count: movement::COUNT.of(record),
            stamp: step.stamp,
        }
    }
}

/// The movements of one item at one hub, with those of its duplicates, and what is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// All movements, the latest last.
    pub events: Vec<StockEvent>,
    /// What is there. Below zero, some movement was not written down.
    pub on_hand: i64,
    /// Those of [`Account::events`] that [`Account::on_hand`] is the sum of: the counts it starts from, and the
    /// movements that they did not know of.
    pub makes: HashSet<Id>,
}

impl Account {
    /// The account that these movements make at a hub.
    fn of(book: &Book, hub: Id, records: Vec<&Record>) -> Account {
        let (records, steps) = in_order(records, hub);
        let sum = Sum::of(book, &steps);
        Account {
            events: records.iter().zip(&steps).map(|(record, step)| StockEvent::of(record, step)).collect(),
            on_hand: sum.on_hand,
            makes: sum.makes.into_iter().map(|at| steps[at].id).collect(),
        }
    }

    /// The latest count.
    pub fn last_count(&self) -> Option<&StockEvent> {
        self.events.iter().rev().find(|event| event.counts())
    }
}

/// Movements in the order in which they were written, with those of them that were at a hub as that one looks at them.
fn in_order<'b>(records: Vec<&'b Record>, hub: Id) -> (Vec<&'b Record>, Vec<Step<'b>>) {
    let read = |record: &'b Record| Some((record, Step::read(record, hub)?));
    let mut read: Vec<(&Record, Step)> = records.into_iter().filter_map(read).collect();
    order::sort_by_key(&mut read, |(_, step)| (step.stamp, step.id));
    read.into_iter().unzip()
}

/// What a new count has to name in `seen`, so that it covers everything known here: the counts that no other one covers,
/// and the movements that none of them does.
fn heads(book: &Book, hub: Id, records: Vec<&Record>, count: Id) -> Vec<Id> {
    let (_, steps) = in_order(records, hub);
    let mut known = Knowledge::of(book, &steps);
    let (mut heads, mut covered) = (Vec::new(), vec![false; steps.len()]);
    // The latest count first: it usually covers everything before it.
    for (at, step) in steps.iter().enumerate().rev().filter(|(_, step)| step.counts() && step.id != count) {
        if !covered[at] {
            covered.iter_mut().zip(&known.knew_of(at).here).for_each(|(covered, knew)| *covered |= knew);
            heads.push(step.id);
        }
    }
    let uncovered = steps.iter().zip(covered).filter(|(step, covered)| !step.counts() && !covered);
    heads.extend(uncovered.map(|(step, _)| step.id));
    heads
}

/// Of items that were said to be the same, the one as which all of them are counted; otherwise the item itself.
pub fn canonical_item(book: &Book, item: Id) -> Id {
    same_as::canonical(book, ITEM.id, item)
}

/// The item that a movement at a hub is of, as it is counted; nothing where it was not there.
pub fn item_at(book: &Book, record: &Record, hub: Id) -> Option<Id> {
    let item = kept::places(record).find(|(at, _)| *at == hub).map(|(_, item)| item)?;
    Some(canonical_item(book, item))
}

/// The account of every item at a hub. Duplicates are in the account of the item they are counted as.
pub fn accounts(book: &Book, index: &mut Index, hub: Id) -> HashMap<Id, Account> {
    index.kept_up(book, |stock: &mut Stock, _| {
        stock.records(book, hub).map(|(item, records)| (item, Account::of(book, hub, records))).collect()
    })
}

/// The account of one item at a hub.
pub fn account(book: &Book, index: &mut Index, hub: Id, item: Id) -> Account {
    let records = index.kept_up(book, |stock: &mut Stock, _| stock.records_of(book, hub, item));
    Account::of(book, hub, records)
}

//! The stock of a hub: how much is there is worked out from the movements, and never stored.
//!
//! What is there = what the latest count found + the movements that this count did not know of. A count names the
//! movements it knew of (its field `seen`), so it does not matter on which tablet, in which order or how late they
//! become known: no movement is applied twice, and none is lost. It names them one by one instead of by a time, because
//! a time cannot say what a tablet had *not* heard of while a colleague's file was still missing.

mod cloned;
mod known;
mod lying;
mod writing;

pub use cloned::cloned;
pub use lying::{OnHand, lying, lying_with, zones};
pub use writing::{counted_id, found, movement, shelf_id, shelf_to_write, taken_during, took_one};

use super::kinds::item::ITEM;
use super::kinds::movement::{COUNTED, MOVED, RETURNED, STOCKED, movement_fields as movement};
use crate::model::book::Book;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::{order, same_as};
use known::Counts;
use std::collections::{HashMap, HashSet};

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

    fn read(record: &Record, hub: Id) -> Option<StockEvent> {
        let what = movement::WHAT.of(record)?.to_owned();
        let slot = record.slot(movement::AMOUNT.key())?;
        let amount = slot.value.as_whole()?;
        let here = |link: LinkField| i64::from(link.of(record) == Some(hub));
        let delta = match what.as_str() {
            COUNTED => 0,
            STOCKED | RETURNED => amount,
            // Moved from a hub to the same hub, nothing changed.
            MOVED => amount * (here(movement::TO) - here(movement::HUB)),
            _ => -amount,
        };
        Some(StockEvent {
            id: record.id,
            amount,
            delta,
            item: movement::ITEM.of(record)?,
            when: movement::WHEN.of(record).unwrap_or_default().to_owned(),
            by: movement::STAFF.of(record),
            was: movement::WAS.whole_of(record),
            count: movement::COUNT.of(record),
            stamp: slot.stamp,
            what,
        })
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
    fn of(book: &Book, mut events: Vec<StockEvent>) -> Account {
        order::sort_by_key(&mut events, |event| (event.stamp, event.id));
        let mut counts = Counts::of(book, &events);
        let mut account = Account { on_hand: 0, makes: HashSet::new(), events: Vec::new() };
        for name in order::set(events.iter().map(|event| event.item)) {
            let count = counts.last_of(&events, name).map(|at| &events[at]);
            let none = HashSet::new();
            let knew = count.map_or(&none, |count| counts.knew_of(count.id));
            if let Some(count) = count {
                account.makes.insert(count.id);
                account.on_hand += if count.item == name { count.amount } else { 0 };
            }
            let fresh = |event: &&StockEvent| event.item == name && !event.counts() && !knew.contains(&event.id);
            for event in events.iter().filter(fresh) {
                account.on_hand += event.delta;
                account.makes.insert(event.id);
            }
        }
        Account { events, ..account }
    }

    /// The latest count.
    pub fn last_count(&self) -> Option<&StockEvent> {
        self.events.iter().rev().find(|event| event.counts())
    }

    /// What a new count has to name in `seen`, so that it covers everything known here: the counts that no other one
    /// covers, and the movements that none of them does.
    fn heads(&self, book: &Book, count: Id) -> Vec<Id> {
        let (mut heads, mut covered) = (Vec::new(), HashSet::new());
        // The latest count first: it usually covers everything before it.
        for other in self.events.iter().rev().filter(|event| event.counts() && event.id != count) {
            if !covered.contains(&other.id) {
                covered.extend(known::knew_of(book, other.id));
                heads.push(other.id);
            }
        }
        heads.extend(
            self.events.iter().filter(|event| !event.counts() && !covered.contains(&event.id)).map(|event| event.id),
        );
        heads
    }
}

/// Of items that were said to be the same, the one as which all of them are counted; otherwise the item itself.
pub fn canonical_item(book: &Book, item: Id) -> Id {
    same_as::canonical(book, ITEM.id, item)
}

/// The account of every item at a hub. Duplicates are in the account of the item they are counted as.
pub fn accounts(book: &Book, index: &mut Index, hub: Id) -> HashMap<Id, Account> {
    let events = events(book, index, hub);
    events.into_iter().map(|(name, events)| (name, Account::of(book, events))).collect()
}

fn events(book: &Book, index: &mut Index, hub: Id) -> HashMap<Id, Vec<StockEvent>> {
    let mut events: HashMap<Id, Vec<StockEvent>> = HashMap::new();
    let mut names: HashMap<Id, Id> = HashMap::new();
    for link in [movement::HUB, movement::TO] {
        for record in index.linking_to(book, link.path(), hub) {
            // Moved from this hub to this hub, it is found by both links, and counts once.
            let twice = link == movement::TO && movement::HUB.of(record) == Some(hub);
            if let Some(event) =
                StockEvent::read(record, hub).filter(|event| !twice && (link == movement::HUB || event.what == MOVED))
            {
                let name = *names.entry(event.item).or_insert_with(|| canonical_item(book, event.item));
                events.entry(name).or_default().push(event);
            }
        }
    }
    events
}

/// The account of one item at a hub.
pub fn account(book: &Book, index: &mut Index, hub: Id, item: Id) -> Account {
    let events = events(book, index, hub).remove(&canonical_item(book, item));
    Account::of(book, events.unwrap_or_default())
}

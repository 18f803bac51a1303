//! How much there is of every item at every hub, kept up with every movement.
//!
//! What is there follows from [`Sum`] alone. Here stands which movements make each sum, so that one more movement has one
//! sum worked out anew, of a few dozen movements, and not the stock of all hubs.

use super::canonical_item;
use super::stored::{self, Lies, Stored, StoredSum, Whole, Written};
use super::sum::{Holding, Step, Sum};
use crate::hubs::kinds::item::ITEM;
use crate::hubs::kinds::movement::{COUNTED, MOVED, MOVEMENT, TAKEN, movement_fields as movement};
use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept_up::{Beside, KeptUp, Place};
use crate::model::record::Record;
use crate::model::same_as::SAME_AS;
use crate::model::{date, order};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The stock of all hubs.
#[derive(Default)]
pub struct Stock {
    hubs: HashMap<Id, HashMap<Id, Kept>>,
    /// As which item each one that a movement names is counted.
    names: HashMap<Id, Id>,
    /// What a sum looked at beside its own movements: which sums, by hub and item, change with it.
    elsewhere: HashMap<Id, HashSet<(Id, Id)>>,
    /// What lies in the snapshot that the book was read from.
    stored: Option<Stored>,
    /// Movements that are still to be sorted in.
    left: Vec<Id>,
    /// Those of them that have been, because they changed.
    sorted_in: HashSet<Id>,
}

/// What is kept of one item at one hub.
#[derive(Default)]
struct Kept {
    movements: Vec<Id>,
    worked_out: Option<WorkedOut>,
    /// Where its movements and what went are stored, as long as it is as it was then.
    lies: Option<Lies>,
}

struct WorkedOut {
    holding: Holding,
    /// On which days how many were taken, or found to be missing.
    went: Vec<(NaiveDate, usize)>,
}

impl Kept {
    /// Whether anything happened to the item there.
    fn is_there(&self) -> bool {
        self.lies.is_some() || !self.movements.is_empty()
    }

    /// What happened to it.
    fn movements(&self, stored: Option<&Stored>) -> Cow<'_, [Id]> {
        let lie = stored.zip(self.lies).map(|(stored, lies)| Cow::Owned(stored.movements(lies)));
        lie.unwrap_or(Cow::Borrowed(&self.movements))
    }

    /// On which days how many went, as far as it is worked out.
    fn went(&self, stored: Option<&Stored>) -> Cow<'_, [(NaiveDate, usize)]> {
        let lie = stored.zip(self.lies).map(|(stored, lies)| Cow::Owned(stored.went(lies)));
        let known = || self.worked_out.as_ref().map(|out| out.went.as_slice()).unwrap_or_default();
        lie.unwrap_or_else(|| Cow::Borrowed(known()))
    }

    /// Has it worked out anew when it is next asked for.
    fn changes(&mut self, stored: Option<&Stored>) {
        if self.lies.is_some() {
            self.movements = self.movements(stored).into_owned();
            self.lies = None;
        }
        self.worked_out = None;
    }
}

impl KeptUp for Stock {
    fn begin(book: &Book) -> Stock {
        let anew = || Stock { left: book.ids(MOVEMENT.id).collect(), ..Stock::default() };
        stored::read(book).map_or_else(anew, |(stored, whole)| Stock::stored(book, stored, whole))
    }

    fn go_on(&mut self, book: &Book, most: usize) -> usize {
        for id in self.left.split_off(self.left.len().saturating_sub(most)) {
            let again = self.sorted_in.remove(&id);
            let Some(record) = book.record(MOVEMENT.id, id) else { continue };
            for (hub, item) in places(record) {
                let kept = self.changing(book, hub, item);
                if !again || !kept.movements.contains(&id) {
                    kept.movements.push(id);
                }
            }
        }
        if self.left.is_empty() {
            self.sorted_in.clear();
        }
        self.left.len()
    }

    fn follow(&mut self, book: &Book, change: &Change) {
        if *change.after.kind == *MOVEMENT.id {
            self.follow_movement(book, change);
        } else if *change.after.kind == *ITEM.id {
            self.follow_item(book, change);
        }
    }

    fn store(&mut self, book: &Book, kind: &str, place: Place<'_>) -> Option<Beside> {
        (kind == MOVEMENT.id).then(|| self.written(book, place)).flatten()
    }
}

impl Stock {
    /// How much there is of each item at a hub. Duplicates are counted as the item that they duplicate.
    pub fn at_hub(&mut self, book: &Book, hub: Id) -> Vec<(Id, Holding)> {
        self.work_out(book, hub);
        let all = self.hubs.get(&hub).into_iter().flatten();
        all.filter_map(|(item, kept)| Some((*item, kept.worked_out.as_ref()?.holding))).collect()
    }

    /// The items of a hub that anything happened to, each with what happened.
    pub(super) fn records<'b>(&self, book: &'b Book, hub: Id) -> impl Iterator<Item = (Id, Vec<&'b Record>)> {
        let all = self.hubs.get(&hub).into_iter().flatten().filter(|(_, kept)| kept.is_there());
        all.map(|(item, kept)| (*item, records(book, &kept.movements(self.stored.as_ref()))))
    }

    /// What happened to one item at a hub.
    pub(super) fn records_of<'b>(&self, book: &'b Book, hub: Id, item: Id) -> Vec<&'b Record> {
        let kept = self.hubs.get(&hub).and_then(|items| items.get(&canonical_item(book, item)));
        kept.map(|kept| records(book, &kept.movements(self.stored.as_ref()))).unwrap_or_default()
    }

    /// How many of which item went from a hub since a day, and on which days.
    pub fn went(&mut self, book: &Book, hub: Id, since: NaiveDate) -> impl Iterator<Item = (Id, NaiveDate, usize)> {
        self.work_out(book, hub);
        let (all, stored) = (self.hubs.get(&hub).into_iter().flatten(), self.stored.as_ref());
        all.flat_map(move |(item, kept)| {
            let went = kept.went(stored);
            let lately = went[went.partition_point(|(day, _)| *day < since)..].to_vec();
            lately.into_iter().map(|(day, count)| (*item, day, count))
        })
    }

    /// The stock as it was stored with a book, with everything that has changed since.
    fn stored(book: &Book, stored: Stored, whole: Whole) -> Stock {
        let mut stock = Stock { names: whole.names.into_iter().collect(), stored: Some(stored), ..Stock::default() };
        for (id, at) in whole.elsewhere {
            let names = whole.sums.get(at).map(|sum| (sum.hub, sum.item));
            stock.elsewhere.entry(id).or_default().extend(names);
        }
        for StoredSum { hub, item, holding, lies } in whole.sums {
            let worked_out = Some(WorkedOut { holding, went: Vec::new() });
            let kept = Kept { movements: Vec::new(), worked_out, lies: Some(lies) };
            stock.hubs.entry(hub).or_default().insert(item, kept);
        }
        stored::changes(book).for_each(|change| stock.follow(book, &change));
        stock
    }

    /// The stock as it is stored beside the movements, all of it worked out; none if it does not fit the form.
    fn written(&mut self, book: &Book, place: Place<'_>) -> Option<Beside> {
        self.go_on(book, usize::MAX);
        while self.work_out_next(book) > 0 {}
        let stored = self.stored.as_ref();
        let mut sums: Vec<Written> = Vec::new();
        for (hub, items) in &self.hubs {
            for (item, kept) in items.iter().filter(|(_, kept)| kept.is_there()) {
                let holding = kept.worked_out.as_ref().map(|out| out.holding)?;
                let (movements, went) = (kept.movements(stored), kept.went(stored));
                sums.push(Written { hub: *hub, item: *item, holding, movements, went });
            }
        }
        order::sort_by_key(&mut sums, |sum| (sum.hub, sum.item));
        let at = |(hub, item): &(Id, Id)| {
            let first = order::first(sums.len(), |at| (sums[at].hub, sums[at].item) >= (*hub, *item));
            sums.get(first).filter(|sum| (sum.hub, sum.item) == (*hub, *item)).map(|_| first)
        };
        let of = |(id, names): (&Id, &HashSet<(Id, Id)>)| {
            names.iter().filter_map(|name| Some((*id, at(name)?))).collect::<Vec<_>>()
        };
        let elsewhere: Vec<(Id, usize)> = self.elsewhere.iter().flat_map(of).collect();
        let names = self.names.iter().map(|(item, name)| (*item, *name)).collect();
        stored::write(names, &sums, elsewhere, place)
    }

    /// Works on what is to be stored: sorts in so many movements, or works out the sums of a hub.
    pub fn prepare(index: &mut Index, book: &Book, most: usize) -> usize {
        match index.prepare::<Stock>(book, most) {
            0 => index.kept_up(book, |stock: &mut Stock, _| stock.work_out_next(book)),
            left => left,
        }
    }

    /// Works out what has changed at one of the hubs where anything has. Gives how many of these are left.
    fn work_out_next(&mut self, book: &Book) -> usize {
        let changed = |items: &HashMap<Id, Kept>| items.values().any(|kept| kept.worked_out.is_none());
        let hubs = self.hubs.iter().filter(|(_, items)| changed(items)).map(|(hub, _)| *hub);
        let hubs: Vec<Id> = hubs.collect();
        hubs.first().into_iter().for_each(|hub| self.work_out(book, *hub));
        hubs.len().saturating_sub(1)
    }

    /// Works out what has changed at a hub since it was asked for.
    fn work_out(&mut self, book: &Book, hub: Id) {
        let Some(items) = self.hubs.get_mut(&hub) else { return };
        for (item, kept) in items.iter_mut().filter(|(_, kept)| kept.worked_out.is_none()) {
            let records = records(book, &kept.movements);
            let mut steps: Vec<Step> = records.iter().filter_map(|record| Step::read(record, hub)).collect();
            steps.sort_unstable_by_key(|step| (step.stamp, step.id));
            let sum = Sum::of(book, &steps);
            for id in sum.elsewhere {
                self.elsewhere.entry(id).or_default().insert((hub, *item));
            }
            let mut went: Vec<(NaiveDate, usize)> = records.iter().filter_map(|record| went(record)).collect();
            order::sort_by_key(&mut went, |(day, _)| *day);
            let holding = Holding {
                on_hand: sum.on_hand,
                counted: steps.iter().rev().find(|step| step.counts()).map(|step| step.id),
                last: steps.last().map(|step| step.stamp),
            };
            kept.worked_out = Some(WorkedOut { holding, went });
        }
    }

    /// What is kept of an item at a hub under the name as which it is counted, to be changed.
    fn changing(&mut self, book: &Book, hub: Id, item: Id) -> &mut Kept {
        let name = *self.names.entry(item).or_insert_with(|| canonical_item(book, item));
        let kept = self.hubs.entry(hub).or_default().entry(name).or_default();
        kept.changes(self.stored.as_ref());
        kept
    }

    fn follow_movement(&mut self, book: &Book, change: &Change) {
        let id = change.after.id;
        for (hub, item) in change.before.iter().flat_map(|record| places(record)) {
            self.changing(book, hub, item).movements.retain(|known| *known != id);
        }
        for (hub, item) in places(&change.after) {
            let kept = self.changing(book, hub, item);
            if !kept.movements.contains(&id) {
                kept.movements.push(id);
            }
        }
        if !self.left.is_empty() {
            self.sorted_in.insert(id);
        }
        // Whoever knew of it without its being a movement of the same item there.
        for (hub, name) in self.elsewhere.get(&id).into_iter().flatten() {
            if let Some(kept) = self.hubs.get_mut(hub).and_then(|items| items.get_mut(name)) {
                kept.changes(self.stored.as_ref());
            }
        }
    }

    /// Whoever says that two items are one, or not any more, has what happened to them counted otherwise.
    fn follow_item(&mut self, book: &Book, change: &Change) {
        let leads = |record: &Record| record.is_alive().then(|| record.link(SAME_AS));
        if change.before.as_ref().and_then(|record| leads(record)) == leads(&change.after) {
            return;
        }
        let mut other: HashSet<Id> = HashSet::new();
        for (item, name) in &mut self.names {
            let now = canonical_item(book, *item);
            if now != *name {
                other.extend([now, std::mem::replace(name, now)]);
            }
        }
        if other.is_empty() {
            return;
        }
        for hub in self.hubs.keys().copied().collect::<Vec<_>>() {
            let items = self.hubs.entry(hub).or_default();
            let gone = other.iter().filter_map(|name| items.remove(name));
            let moved: Vec<Id> = gone.flat_map(|kept| kept.movements(self.stored.as_ref()).into_owned()).collect();
            for id in moved {
                let Some(record) = book.record(MOVEMENT.id, id) else { continue };
                for (at, item) in places(record).filter(|(at, _)| *at == hub) {
                    self.changing(book, at, item).movements.push(id);
                }
            }
        }
    }
}

fn records<'b>(book: &'b Book, movements: &[Id]) -> Vec<&'b Record> {
    movements.iter().filter_map(|id| book.record(MOVEMENT.id, *id)).map(|record| &**record).collect()
}

/// The hubs at which a movement counts, each with the item that it names.
pub(super) fn places(record: &Record) -> impl Iterator<Item = (Id, Id)> + use<> {
    let read = || {
        let what = movement::WHAT.of(record).filter(|_| record.is_alive())?;
        movement::AMOUNT.whole_of(record)?;
        let item = movement::ITEM.of(record)?;
        let from = movement::HUB.of(record);
        // Moved from a hub to the same hub, it counts there once.
        let to = if what == MOVED { movement::TO.of(record).filter(|to| Some(*to) != from) } else { None };
        Some((item, [from, to]))
    };
    read().into_iter().flat_map(|(item, hubs)| hubs.into_iter().flatten().map(move |hub| (hub, item)))
}

/// How many people took by this movement, and on which day: what was written down, or what a count found missing.
fn went(record: &Record) -> Option<(NaiveDate, usize)> {
    let (what, amount) = (movement::WHAT.of(record)?, movement::AMOUNT.whole_of(record)?);
    let went = match movement::WAS.whole_of(record) {
        Some(was) if what == COUNTED => was - amount,
        _ if what == TAKEN => amount,
        _ => 0,
    };
    let went = usize::try_from(went).ok().filter(|went| *went > 0)?;
    Some((date::day_of(movement::WHEN.of(record)?)?, went))
}

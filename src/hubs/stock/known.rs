//! What each count of an account knew of, and which count is the latest.

use super::StockEvent;
use crate::hubs::kinds::movement::{MOVEMENT, movement_fields as movement};
use crate::model::book::Book;
use crate::model::id::Id;
use std::collections::{HashMap, HashSet};

/// The counts of an account, and what each knew of.
pub(super) struct Counts<'b> {
    book: &'b Book,
    /// Their places among the events, the latest first: usually no other is looked at.
    places: Vec<usize>,
    /// What any of them knew of.
    known: HashSet<Id>,
    knew: HashMap<Id, HashSet<Id>>,
}

impl<'b> Counts<'b> {
    pub(super) fn of(book: &'b Book, events: &[StockEvent]) -> Counts<'b> {
        let places: Vec<usize> = (0..events.len()).rev().filter(|at| events[*at].counts()).collect();
        let known = reached(book, places.iter().map(|at| events[*at].id).collect());
        Counts { book, places, known, knew: HashMap::new() }
    }

    pub(super) fn knew_of(&mut self, count: Id) -> &HashSet<Id> {
        let book = self.book;
        self.knew.entry(count).or_insert_with(|| knew_of(book, count))
    }

    /// The latest count that tells how much there is of an item: the one written last among those that no other count
    /// knew of. An old count whose amount is corrected later is still an old count.
    pub(super) fn last_of(&mut self, events: &[StockEvent], name: Id) -> Option<usize> {
        let places = std::mem::take(&mut self.places);
        let last = places.iter().copied().find(|at| {
            let count = &events[*at];
            self.tells_of(count, name) && !(self.known.contains(&count.id) && self.is_past(events, &places, count))
        });
        self.places = places;
        last
    }

    /// Whether a count tells how much there is of an item. A count of an item that knew of a movement of its duplicate
    /// says that nothing of the duplicate lies beside it.
    fn tells_of(&mut self, count: &StockEvent, name: Id) -> bool {
        let book = self.book;
        count.item == name || self.knew_of(count.id).iter().any(|id| item_of(book, *id) == Some(name))
    }

    /// Whether another count knew of this one, without this one knowing of it.
    fn is_past(&mut self, events: &[StockEvent], places: &[usize], count: &StockEvent) -> bool {
        let others = places.iter().map(|at| events[*at].id).filter(|other| *other != count.id);
        others
            .into_iter()
            .any(|other| self.knew_of(other).contains(&count.id) && !self.knew_of(count.id).contains(&other))
    }
}

/// The movements that a count names, even when the count was deleted.
pub(super) fn names_of(book: &Book, count: Id) -> Vec<Id> {
    let seen = book.record(MOVEMENT.id, count).and_then(|record| movement::SEEN.of(record)).unwrap_or_default();
    seen.lines().filter_map(|id| id.parse().ok()).collect()
}

/// The movements that a count knew of: those it names, and those that the counts it names knew of.
pub(super) fn knew_of(book: &Book, count: Id) -> HashSet<Id> {
    reached(book, vec![count])
}

/// What these counts knew of together: what they name, and what the counts among that name in turn.
pub(super) fn reached(book: &Book, mut open: Vec<Id>) -> HashSet<Id> {
    let mut knew = HashSet::new();
    while let Some(at) = open.pop() {
        open.extend(names_of(book, at).into_iter().filter(|id| knew.insert(*id)));
    }
    knew
}

fn item_of(book: &Book, movement: Id) -> Option<Id> {
    movement::ITEM.of(book.record(MOVEMENT.id, movement)?)
}

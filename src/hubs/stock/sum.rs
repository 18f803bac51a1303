//! How much of an item is there: which count is the latest, what it knew of, and what is added to it.

use crate::hubs::kinds::movement::{COUNTED, MOVED, MOVEMENT, RETURNED, STOCKED, movement_fields as movement};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use std::collections::{HashMap, HashSet};

/// A movement, as far as it is needed to tell how much is there.
#[derive(Clone, Copy)]
pub(super) struct Step<'b> {
    pub(super) id: Id,
    /// The item that it names, which may be a duplicate of another.
    pub(super) item: Id,
    pub(super) what: &'b str,
    pub(super) amount: i64,
    /// By how much it changed the stock of the hub; zero for a count.
    pub(super) delta: i64,
    pub(super) stamp: Stamp,
    /// The movements that it names, one in a line.
    seen: &'b str,
}

impl<'b> Step<'b> {
    /// A movement as it looks from a hub; nothing where it was not there.
    pub(super) fn read(record: &'b Record, hub: Id) -> Option<Step<'b>> {
        let what = movement::WHAT.of(record)?;
        let slot = record.slot(movement::AMOUNT.key())?;
        let amount = slot.value.as_whole()?;
        let from_here = movement::HUB.of(record) == Some(hub);
        let to_here = what == MOVED && movement::TO.of(record) == Some(hub);
        if !from_here && !to_here {
            return None;
        }
        let delta = match what {
            COUNTED => 0,
            STOCKED | RETURNED => amount,
            // Moved from a hub to the same hub, nothing changed.
            MOVED => amount * (i64::from(to_here) - i64::from(from_here)),
            _ => -amount,
        };
        let seen = movement::SEEN.of(record).unwrap_or_default();
        Some(Step { id: record.id, item: movement::ITEM.of(record)?, what, amount, delta, stamp: slot.stamp, seen })
    }

    pub(super) fn counts(&self) -> bool {
        self.what == COUNTED
    }
}

/// How much there is of an item at a hub.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Holding {
    /// What is there. Below zero, some movement was not written down.
    pub on_hand: i64,
    /// The count that was written last.
    pub counted: Option<Id>,
    /// The stamp of the latest movement.
    pub last: Option<Stamp>,
}

/// How much there is by these movements.
pub(super) struct Sum {
    pub(super) on_hand: i64,
    /// The places of those of which it is the sum: the counts it starts from, and the movements they did not know of.
    pub(super) makes: Vec<usize>,
    /// What else was looked at: movements that a count knew of and that are none of these.
    pub(super) elsewhere: HashSet<Id>,
}

impl Sum {
    /// Of the movements of an item at a hub and of its duplicates, in their order.
    pub(super) fn of(book: &Book, steps: &[Step]) -> Sum {
        let (mut on_hand, mut makes) = (0, Vec::new());
        let mut known = Knowledge::of(book, steps);
        for name in order::set(steps.iter().map(|step| step.item)) {
            let count = known.last_of(name);
            let knew = count.map(|at| known.knew_of(at));
            if let Some(at) = count {
                makes.push(at);
                on_hand += if steps[at].item == name { steps[at].amount } else { 0 };
            }
            for (at, step) in steps.iter().enumerate() {
                if step.item == name && !step.counts() && knew.is_none_or(|knew| !knew.here[at]) {
                    on_hand += step.delta;
                    makes.push(at);
                }
            }
        }
        Sum { on_hand, makes, elsewhere: known.elsewhere() }
    }
}

/// Movements that a count knew of: those it names, and those that the counts it names knew of.
#[derive(Default)]
pub(super) struct Knew {
    /// Of the movements of the account, at each place whether it was known.
    pub(super) here: Vec<bool>,
    /// Others, also such that are not there any more or have not come.
    pub(super) elsewhere: HashSet<Id>,
}

/// What each count of an account knew of.
pub(super) struct Knowledge<'s> {
    book: &'s Book,
    steps: &'s [Step<'s>],
    /// Where a movement stands, sorted by its identity.
    places: Vec<(Id, usize)>,
    /// Where the counts stand, the latest first: usually no other is looked at.
    counts: Vec<usize>,
    knew: HashMap<usize, Knew>,
    /// What any of them knew of.
    known: Option<Knew>,
}

impl<'s> Knowledge<'s> {
    pub(super) fn of(book: &'s Book, steps: &'s [Step<'s>]) -> Knowledge<'s> {
        let mut places: Vec<(Id, usize)> = steps.iter().enumerate().map(|(at, step)| (step.id, at)).collect();
        places.sort_unstable();
        let counts = (0..steps.len()).rev().filter(|at| steps[*at].counts()).collect();
        Knowledge { book, steps, places, counts, knew: HashMap::new(), known: None }
    }

    /// What the count at a place knew of.
    pub(super) fn knew_of(&mut self, at: usize) -> &Knew {
        if !self.knew.contains_key(&at) {
            let knew = self.reached(&[at]);
            self.knew.insert(at, knew);
        }
        &self.knew[&at]
    }

    /// What these counts knew of together, also through counts that were deleted.
    fn reached(&self, counts: &[usize]) -> Knew {
        let mut knew = Knew { here: vec![false; self.steps.len()], elsewhere: HashSet::new() };
        let mut open: Vec<&str> = counts.iter().map(|at| self.steps[*at].seen).collect();
        while let Some(seen) = open.pop() {
            for id in seen.lines().filter_map(|id| id.parse::<Id>().ok()) {
                match self.places.binary_search_by_key(&id, |(id, _)| *id) {
                    Ok(at) => {
                        let at = self.places[at].1;
                        if !std::mem::replace(&mut knew.here[at], true) {
                            open.push(self.steps[at].seen);
                        }
                    }
                    Err(_) if knew.elsewhere.insert(id) => open.push(seen_by(self.book, id)),
                    Err(_) => {}
                }
            }
        }
        knew
    }

    /// The latest count that tells how much there is of an item: the one written last among those that no other count
    /// knew of. An old count whose amount is corrected later is still an old count.
    fn last_of(&mut self, name: Id) -> Option<usize> {
        let counts = self.counts.clone();
        counts.into_iter().find(|at| self.tells_of(*at, name) && !self.is_past(*at))
    }

    /// Whether a count tells how much there is of an item. A count of an item that knew of a movement of its duplicate
    /// says that nothing of the duplicate lies beside it.
    fn tells_of(&mut self, at: usize, name: Id) -> bool {
        let (book, steps) = (self.book, self.steps);
        if steps[at].item == name {
            return true;
        }
        let knew = self.knew_of(at);
        let here = steps.iter().zip(&knew.here).any(|(step, known)| *known && step.item == name);
        here || knew.elsewhere.iter().any(|id| item_of(book, *id) == Some(name))
    }

    /// Whether another count knew of this one, without this one knowing of it.
    fn is_past(&mut self, at: usize) -> bool {
        let counts = self.counts.clone();
        let knew = self.knew_of(at);
        // Usually it knew of all that came before, and nothing has come since.
        let others: Vec<usize> = counts.iter().copied().filter(|other| *other != at && !knew.here[*other]).collect();
        if others.is_empty() {
            return false;
        }
        if self.known.is_none() {
            self.known = Some(self.reached(&counts));
        }
        let known = self.known.as_ref().is_some_and(|known| known.here[at]);
        known && others.into_iter().any(|other| self.knew_of(other).here[at])
    }

    /// Everything that was looked at and is no movement of this account.
    fn elsewhere(self) -> HashSet<Id> {
        self.knew.into_values().chain(self.known).flat_map(|knew| knew.elsewhere).collect()
    }
}

/// The movements that a count names, even when the count was deleted; one in a line.
pub(super) fn seen_by(book: &Book, count: Id) -> &str {
    book.record(MOVEMENT.id, count).and_then(|record| movement::SEEN.of(record)).unwrap_or_default()
}

fn item_of(book: &Book, movement: Id) -> Option<Id> {
    movement::ITEM.of(book.record(MOVEMENT.id, movement)?)
}

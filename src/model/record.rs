//! One record as it stands: for each field the value that won, and the values that lost unseen.

use super::id::Id;
use super::operation::{BEGUN, DELETED, Operation};
use super::stamp::{Stamp, Tick};
use super::value::Value;
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

/// The key of a field or kind, shared rather than copied into each record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Key(pub Arc<str>);

impl Deref for Key {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Key {
    fn from(key: &str) -> Key {
        Key(key.into())
    }
}

/// A value and when it was written. The greater one wins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// When and where it was written.
    pub stamp: Stamp,
    /// The value.
    pub value: Value,
}

/// What is needed beside the winners to tell a value that was replaced knowingly from one that lost unseen.
///
/// Both sets are functions of the set of operations alone, so every device that has the same operations has the same
/// journal, in whatever order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Superseded {
    /// Values that did not win and that no operation has replaced knowingly.
    pub losers: BTreeSet<(Key, Slot)>,
    /// The stamps that some operation replaced knowingly, whether or not their operation has come.
    pub superseded: BTreeSet<(Key, Stamp)>,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its kind.
    pub kind: Key,
    /// Its identity.
    pub id: Id,
    /// Whether it was erased for good. Then nothing else is kept.
    pub erased: bool,
    slots: Vec<(Key, Slot)>,
    superseded: Option<Box<Superseded>>,
}

impl Record {
    /// A record nothing is known of yet.
    pub fn new(kind: Key, id: Id) -> Record {
        Record { kind, id, erased: false, slots: Vec::new(), superseded: None }
    }

    /// A record put together from its parts, slots in the order of their keys. For reading a snapshot.
    pub fn from_parts(
        kind: Key,
        id: Id,
        erased: bool,
        slots: Vec<(Key, Slot)>,
        superseded: Option<Superseded>,
    ) -> Record {
        debug_assert!(slots.is_sorted_by(|a, b| a.0 < b.0));
        Record { kind, id, erased, slots, superseded: superseded.map(Box::new) }
    }

    /// The value of a field; none where it was never set or was cleared.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.slot(key).map(|slot| &slot.value).filter(|value| !matches!(value, Value::Null))
    }

    /// The text of a field; none where it has none.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_text)
    }

    /// The record that a field leads to; none where it leads nowhere.
    pub fn link(&self, key: &str) -> Option<Id> {
        self.get(key).and_then(Value::as_link)
    }

    /// The value of a field with its stamp, also where it was cleared.
    pub fn slot(&self, key: &str) -> Option<&Slot> {
        self.place(key).ok().map(|at| &self.slots[at].1)
    }

    /// All values with their keys and stamps, in the order of the keys.
    pub fn slots(&self) -> impl ExactSizeIterator<Item = (&Key, &Slot)> {
        self.slots.iter().map(|(key, slot)| (key, slot))
    }

    /// The values that lost to another without having been seen by it.
    pub fn losers(&self) -> impl Iterator<Item = (&Key, &Slot)> {
        let losers = self.superseded.iter().flat_map(|superseded| &superseded.losers);
        // Two people who wrote the same did not disagree.
        losers
            .map(|(key, slot)| (key, slot))
            .filter(|(key, slot)| self.slot(key).is_some_and(|winner| winner.value != slot.value))
    }

    /// What tells knowing replacement from conflict, if anything was ever replaced.
    pub fn superseded(&self) -> Option<&Superseded> {
        self.superseded.as_deref()
    }

    /// The earliest of the values it still holds: for a record whose first fields stay, when it was made. One that goes
    /// on in another's place says itself when that one was made.
    pub fn begun(&self) -> Tick {
        let own = self.slots.iter().map(|(_, slot)| slot.stamp.tick);
        let losers = self.superseded.iter().flat_map(|superseded| &superseded.losers);
        let said = self.slot(BEGUN).into_iter().chain(losers.filter(|(key, _)| **key == *BEGUN).map(|(_, slot)| slot));
        own.chain(said.filter_map(|slot| slot.value.as_text()?.parse().ok())).min().unwrap_or_default()
    }

    /// The latest change to any field.
    pub fn changed(&self) -> Tick {
        self.slots.iter().map(|(_, slot)| slot.stamp.tick).max().unwrap_or_default()
    }

    /// When it was deleted, if it is. A field written after the deletion brings the record back.
    pub fn deleted(&self) -> Option<Tick> {
        let delete = self.slot(DELETED).filter(|slot| slot.value == Value::Bool(true))?;
        let later = self.slots.iter().any(|(_, slot)| slot.stamp > delete.stamp);
        (!later).then_some(delete.stamp.tick)
    }

    /// Whether it was deleted and a later edit brought it back.
    pub fn revived(&self) -> bool {
        self.slot(DELETED).is_some_and(|slot| slot.value == Value::Bool(true)) && self.deleted().is_none()
    }

    /// Whether it is there to be seen: neither deleted nor erased.
    pub fn is_alive(&self) -> bool {
        !self.erased && self.deleted().is_none()
    }

    /// Takes in an operation on this record. The result does not depend on the order in which operations come.
    pub(crate) fn apply(&mut self, op: &Operation, mut intern: impl FnMut(&str) -> Key) {
        if op.erases() {
            self.erased = true;
            self.slots = Vec::new();
            self.superseded = None;
        }
        if self.erased {
            return;
        }
        if self.slots.is_empty() {
            self.slots.reserve_exact(op.set.len());
        }
        for (key, value) in &op.set {
            let slot = Slot { stamp: op.stamp(), value: value.clone() };
            let replaces = op.prev.get(key).map(Vec::as_slice).unwrap_or_default();
            self.write(intern(key), slot, replaces);
        }
    }

    fn write(&mut self, key: Key, slot: Slot, replaces: &[Stamp]) {
        if !replaces.is_empty() {
            let superseded = self.superseded.get_or_insert_default();
            superseded.superseded.extend(replaces.iter().map(|stamp| (key.clone(), *stamp)));
            for stamp in replaces {
                // Nothing is less than a value that was cleared, so the values with this stamp follow from there.
                let from = (key.clone(), Slot { stamp: *stamp, value: Value::Null });
                let with_stamp =
                    superseded.losers.range(from..).take_while(|(at, loser)| *at == key && loser.stamp == *stamp);
                for gone in with_stamp.cloned().collect::<Vec<_>>() {
                    superseded.losers.remove(&gone);
                }
            }
        }
        let loser = match self.place(&key) {
            Err(at) => {
                self.slots.insert(at, (key, slot));
                return;
            }
            // The same again, as when a branch holds it too.
            Ok(at) if self.slots[at].1 == slot => return,
            Ok(at) if self.slots[at].1 < slot => std::mem::replace(&mut self.slots[at].1, slot),
            Ok(_) => slot,
        };
        let known = self.superseded.as_ref().is_some_and(|c| c.superseded.contains(&(key.clone(), loser.stamp)));
        if !known {
            self.superseded.get_or_insert_default().losers.insert((key, loser));
        }
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.slots.binary_search_by(|(at, _)| (**at).cmp(key))
    }
}

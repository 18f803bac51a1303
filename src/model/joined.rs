//! Which records of a kind are shown as another.

use super::book::Book;
use super::id::Id;
use super::kind::Kind;
use super::order;
use super::record::Record;
use super::same_as::{SAME_AS, canonical, not_the_same};
use std::collections::{BTreeMap, HashSet};

/// What the row of a record holds that says to be the same as another, and no word that is looked for.
pub(super) const SAYS_SAME: &str = "\u{1}";
/// What the row of a record holds that says not to be the same as another.
pub(super) const SAYS_APART: &str = "\u{2}";

/// What of a record belongs to its row beside its words.
pub(super) fn mark(kind: &Kind, record: &Record, row: &mut String) {
    if kind.joins.is_none() {
        return;
    }
    let says = [(SAYS_SAME, record.link(SAME_AS).is_some()), (SAYS_APART, !not_the_same(record).is_empty())];
    for (mark, _) in says.into_iter().filter(|(_, says)| *says) {
        row.push_str(mark);
        row.push('\n');
    }
}

/// Which records of a kind are shown as another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Every record that says to be the same as another, and the one that stands for it, which may be itself.
    pub(super) stands_for: BTreeMap<Id, Id>,
}

impl Joined {
    /// Of these records.
    pub(super) fn of(book: &Book, kind: &str, saying: Vec<Id>) -> Joined {
        Joined { stands_for: order::map(saying.into_iter().map(|id| (id, canonical(book, kind, id)))) }
    }

    /// Whether every record stands for itself.
    pub fn is_empty(&self) -> bool {
        self.stands_for.is_empty()
    }

    /// The record that is shown for this one.
    pub fn shown(&self, id: Id) -> Id {
        self.stands_for.get(&id).copied().unwrap_or(id)
    }

    /// The records that say to be the same as another.
    pub fn saying(&self) -> impl Iterator<Item = Id> {
        self.stands_for.keys().copied()
    }

    /// How many are not shown under their own name.
    pub fn hidden(&self) -> usize {
        self.stands_for.iter().filter(|(id, to)| id != to).count()
    }

    /// A record and those that are shown as it, which are few.
    pub fn all_shown_as(&self, id: Id) -> Vec<Id> {
        let same = self.stands_for.iter().filter(|(from, to)| **to == id && **from != id);
        [id].into_iter().chain(same.map(|(from, _)| *from)).collect()
    }

    /// Puts in the place of records those that are shown for them, each once.
    pub fn show(&self, ids: &mut Vec<Id>) {
        if self.is_empty() {
            return;
        }
        let mut known = HashSet::with_capacity(ids.len());
        ids.iter_mut().for_each(|id| *id = self.shown(*id));
        ids.retain(|id| known.insert(*id));
    }
}

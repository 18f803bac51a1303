//! Partners that asked not to be contacted: under every name they ever had, also where a record of it was deleted since,
//! and where two tablets disagree and nobody has decided yet.

use super::kinds::partner::{PARTNER, fields as partner};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::{Key, Record, Slot};
use crate::model::same_as::counts_as;
use crate::model::value::Value;
use crate::model::{joins, order};
use std::collections::BTreeSet;

/// The partners that asked not to be contacted.
pub struct Wary(BTreeSet<Id>);

impl Wary {
    /// Those of a book.
    pub fn of(book: &Book) -> Wary {
        let key = partner::DO_NOT_CONTACT.key();
        let says = |record: &Record| {
            let lost = |(lost, slot): (&Key, &Slot)| **lost == *key && slot.value == Value::Bool(true);
            partner::DO_NOT_CONTACT.of(record) || record.losers().any(lost)
        };
        Wary(order::set(book.records(PARTNER.id).filter(|record| says(record)).map(|record| record.id)))
    }

    /// Whether a partner, under any name it ever had, is one of them.
    pub fn is(&self, book: &Book, index: &mut Index, id: Id) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let root = counts_as(book, PARTNER.id, id);
        self.0.contains(&id) || joins::all_same(book, index, PARTNER.id, root).iter().any(|id| self.0.contains(id))
    }
}

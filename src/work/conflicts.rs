//! Where two people changed the same thing without knowing of each other: which fields of which records, and who wrote
//! each of the values. Nothing was lost; a person says what stays.

pub mod both;
pub mod rule;
pub(crate) mod settle;
pub mod writers;

use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::value::Value;
use crate::model::{guide, kept, order};
use std::cmp::Reverse;

/// A field of a record that holds one value and has another which its writer did not know of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Conflict {
    /// The record’s kind.
    pub kind: &'static str,
    /// The record.
    pub id: Id,
    /// The field.
    pub field: String,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictSide {
    /// The value; blank where somebody cleared the field.
    pub value: Value,
    /// When and where it was written.
    pub stamp: Stamp,
}

/// What a conflict is settled with.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    /// The conflict.
    pub conflict: Conflict,
    /// What the field shall hold.
    pub keep: Value,
}

/// All conflicts about which this user of the tablet can be asked, those that were written last first. What is kept for
/// somebody else, and what nobody agreed to keep, is not among them.
pub fn conflicts(book: &Book, index: &mut Index, user: Option<Id>) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (kind, id) in index.in_conflict(book) {
        let (Some(kind), Some(record)) = (book.kind(kind), book.alive(kind, *id)) else { continue };
        let latest = order::map(record.losers().map(|(key, slot)| (&**key, slot.stamp)));
        for (key, stamp) in latest {
            let field = guide::field(kind, book, key);
            if kind.asks_about(key) && field.is_none_or(|field| kept::shown(kind, field, record, user)) {
                let conflict = Conflict { kind: kind.id, id: *id, field: key.to_owned() };
                found.push((Reverse(stamp), conflict));
            }
        }
    }
    order::sort_by(&mut found, |(a, one), (b, two)| {
        (a, one.kind, one.id, &one.field).cmp(&(b, two.kind, two.id, &two.field))
    });
    found.into_iter().map(|(_, conflict)| conflict).collect()
}

/// How many records these are.
pub fn notes(conflicts: &[Conflict]) -> usize {
    order::set(conflicts.iter().map(|conflict| (conflict.kind, conflict.id))).len()
}

/// The values of a field that are in conflict, each once: the one it holds, then the others, the latest first. Nothing
/// where there is no conflict any more.
pub fn sides(record: &Record, field: &str) -> Vec<ConflictSide> {
    let mut others: Vec<ConflictSide> = record
        .losers()
        .filter(|(key, _)| ***key == *field)
        .map(|(_, slot)| ConflictSide { value: slot.value.clone(), stamp: slot.stamp })
        .collect();
    order::sort_by_key(&mut others, |side| Reverse(side.stamp));
    let held = record.slot(field).filter(|_| !others.is_empty());
    let held = held.map(|slot| ConflictSide { value: slot.value.clone(), stamp: slot.stamp });
    let mut sides: Vec<ConflictSide> = Vec::new();
    for side in held.into_iter().chain(others) {
        if !sides.iter().any(|known| known.value == side.value) {
            sides.push(side);
        }
    }
    sides
}

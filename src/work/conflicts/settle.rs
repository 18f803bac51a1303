//! What settles conflicts, and what tells that one was settled.

use super::{Conflict, Settlement, sides};
use crate::model::book::Book;
use crate::model::record::{Record, Slot};
use crate::model::value::Value;
use crate::work::command::words;
use crate::work::error::{self, Refusal, because};
use crate::work::plan::{NewOperation, Plan, set};

/// The operation that settles a conflict: it knows of every value that is there.
pub(crate) fn settled(kind: &str, record: &Record, field: &str, keep: Value) -> NewOperation {
    let mut op = set(kind, record.id, Some(record), [(field.to_owned(), keep)].into());
    op.prev.entry(field.to_owned()).or_default().extend(lost(record, field).map(|slot| slot.stamp));
    op
}

/// The values of a field that lost unseen in one state of a record and are known to nobody in a later one: a conflict
/// was settled in between.
pub(crate) fn settled_between<'r>(before: &'r Record, after: &Record, field: &str) -> Vec<&'r Slot> {
    let still = after.superseded().map(|superseded| &superseded.losers);
    let still = |slot: &Slot| still.is_some_and(|losers| losers.iter().any(|(_, lost)| lost.stamp == slot.stamp));
    lost(before, field).filter(|slot| !still(slot)).collect()
}

fn lost<'r>(record: &'r Record, field: &str) -> impl Iterator<Item = &'r Slot> {
    record.losers().filter(move |(key, _)| ***key == *field).map(|(_, slot)| slot)
}

/// What it takes to settle many conflicts. Those that somebody settled meanwhile, or in which the value is not there any
/// more, stay as they are.
pub(crate) fn settle_all(book: &Book, all: &[Settlement]) -> Result<Plan, Refusal> {
    let operation = |settlement: &Settlement| {
        let Settlement { conflict: Conflict { kind, id, field }, keep } = settlement;
        let record = book.alive(kind, *id)?;
        let there = sides(record, field).iter().any(|side| side.value == *keep);
        there.then(|| settled(kind, record, field, keep.clone()))
    };
    let operations: Vec<_> = all.iter().filter_map(operation).collect();
    if operations.is_empty() {
        return Err(because(error::words::NOT_THERE));
    }
    Ok(Plan::of(words::MANY_SETTLED.with("count", operations.len()), operations))
}

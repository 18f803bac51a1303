//! Taking a step back.

use super::command::words;
use super::conflicts::settle;
use super::error::{Refusal, because};
use super::last_import;
use super::last_import::LastImport;
use super::plan::{NewOperation, Plan, set};
use super::resting::Resting;
use super::state::{State, UndoStep};
use crate::model::book::Change;
use crate::model::operation::DELETED;
use crate::model::text::Message;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// What it takes to take a step back, given what rests on what it made.
pub(crate) fn undo(state: &State, number: u64, resting: &Resting) -> Result<Plan, Refusal> {
    let step = state.undo.iter().find(|step| step.number == number).ok_or(because(words::NOTHING_TO_UNDO))?;
    let operations = reverse(state, step, resting);
    if operations.is_empty() {
        let gone = |change: &Change| change.after.erased;
        let only_erased = !step.changes.is_empty() && step.changes.iter().all(gone);
        return Err(because(match only_erased {
            true => last_import::words::ONLY_ERASED,
            false => words::ALL_CHANGED_SINCE,
        }));
    }
    if let Some(undone) = &step.undone {
        // Done again, it is the last import again.
        let last_import = Some(LastImport { step: None, ..undone.clone() });
        let label = last_import::words::REDONE.with("what", undone.label());
        return Ok(Plan { undo_of: Some(number), last_import, ..Plan::of(label, operations) });
    }
    let taken = state.last_import.as_ref().filter(|taken| step.is_of(taken));
    // “Maple Street 12 is back” says more than that its deletion is undone.
    let back = [(words::DELETED, words::RESTORED), (words::MANY_DELETED, words::ALL_RESTORED)];
    let mut label = match back.into_iter().find(|(deleted, _)| *deleted == step.label.text) {
        Some((_, text)) => Message { text, ..step.label.clone() },
        None => words::UNDONE.with("what", step.label.clone()),
    };
    let stays = (resting.staying > 0).then(|| last_import::words::STAYS.with("count", resting.staying));
    for more in [taken.and_then(LastImport::stays_erased), stays].into_iter().flatten() {
        label = last_import::words::AND.with("said", label).with("more", more);
    }
    let forgets_import = taken.is_some();
    Ok(Plan { undo_of: Some(number), forgets_import, ..Plan::of(label, operations) })
}

/// The operations that take a step back. What was changed again since stays as it is.
fn reverse(state: &State, step: &UndoStep, resting: &Resting) -> Vec<NewOperation> {
    let mut operations = Vec::new();
    for Change { before, after } in step.changes.iter().rev() {
        let Some(record) = state.book.record(&after.kind, after.id).filter(|record| !record.erased) else { continue };
        let mut values = BTreeMap::new();
        let kind = state.book.kind(&after.kind);
        // What the step made goes, unless somebody worked on it since or something rests on it.
        let goes = kind.map_or(record.changed() == after.changed(), |kind| resting.goes(kind, record.id));
        match before {
            None if goes => {
                values.insert(DELETED.to_owned(), Value::Bool(true));
            }
            None => {}
            Some(before) => {
                let stays = |key: &str, value: &Value| kind.is_some_and(|kind| state.policies.stays(kind, key, value));
                for (key, slot) in after.slots() {
                    let changed_by_step = before.slot(key).is_none_or(|old| old.stamp != slot.stamp);
                    let still_so = record.slot(key).is_some_and(|now| now.stamp == slot.stamp);
                    // What somebody denied stays denied, also where the file that told of it is taken back.
                    if changed_by_step && still_so && !stays(key, &slot.value) {
                        let old = before.slot(key).map(|old| old.value.clone()).unwrap_or_default();
                        let lost = settle::settled_between(before, after, key).into_iter();
                        let lost: Vec<_> =
                            lost.map(|lost| lost.value.clone()).filter(|lost| !stays(key, lost)).collect();
                        if lost.is_empty() {
                            values.insert(key.to_string(), old);
                            continue;
                        }
                        // Where it settled a conflict, each of the values is written for itself, and none of them as one
                        // that knows the others: people disagree again.
                        for value in lost.into_iter().chain([old]) {
                            operations.push(set(
                                &after.kind,
                                after.id,
                                Some(record),
                                [(key.to_string(), value)].into(),
                            ));
                        }
                    }
                }
                // So does what it brought back by writing to it.
                if before.deleted().is_some() && goes {
                    values.insert(DELETED.to_owned(), Value::Bool(true));
                }
            }
        }
        if !values.is_empty() {
            operations.push(set(&after.kind, after.id, Some(record), values));
        }
    }
    operations
}

//! Taking a step back.

use super::command::words;
use super::error::{Refusal, because};
use super::last_import;
use super::last_import::LastImport;
use super::plan::{NewOperation, Plan, set};
use super::state::{State, UndoStep};
use crate::model::book::Change;
use crate::model::operation::DELETED;
use crate::model::text::Message;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// What it takes to take a step back.
pub(crate) fn undo(state: &State, number: u64) -> Result<Plan, Refusal> {
    let step = state.undo.iter().find(|step| step.number == number).ok_or(because(words::NOTHING_TO_UNDO))?;
    let operations = reverse(state, step);
    if operations.is_empty() {
        let gone = |change: &Change| change.after.erased;
        let only_erased = !step.changes.is_empty() && step.changes.iter().all(gone);
        return Err(because(match only_erased {
            true => last_import::words::ONLY_ERASED,
            false => words::ALL_CHANGED_SINCE,
        }));
    }
    let taken = state.last_import.as_ref().filter(|taken| step.is_of(taken));
    let label = match taken.and_then(LastImport::stays_erased) {
        Some(erased) => last_import::words::UNDONE_BUT.with("what", step.label.clone()).with("erased", erased),
        // “Maple Street 12 is back” says more than that its deletion is undone.
        None if step.label.text == words::DELETED => Message { text: words::RESTORED, ..step.label.clone() },
        None => words::UNDONE.with("what", step.label.clone()),
    };
    let forgets_import = taken.is_some();
    Ok(Plan { undo_of: Some(number), forgets_import, ..Plan::of(label, operations) })
}

/// The operations that take a step back. What was changed again since stays as it is.
fn reverse(state: &State, step: &UndoStep) -> Vec<NewOperation> {
    let mut operations = Vec::new();
    for Change { before, after } in step.changes.iter().rev() {
        let Some(record) = state.book.record(&after.kind, after.id).filter(|record| !record.erased) else { continue };
        let mut values = BTreeMap::new();
        match before {
            // What the step made is deleted, unless somebody worked on it since.
            None if record.changed() == after.changed() => {
                values.insert(DELETED.to_owned(), Value::Bool(true));
            }
            None => {}
            Some(before) => {
                let kind = state.book.kind(&after.kind);
                let stays = |key: &str, value: &Value| kind.is_some_and(|kind| state.policies.stays(kind, key, value));
                for (key, slot) in after.slots() {
                    let changed_by_step = before.slot(key).is_none_or(|old| old.stamp != slot.stamp);
                    let still_so = record.slot(key).is_some_and(|now| now.stamp == slot.stamp);
                    // What somebody denied stays denied, also where the file that told of it is taken back.
                    if changed_by_step && still_so && !stays(key, &slot.value) {
                        let old = before.slot(key).map(|old| old.value.clone());
                        values.insert(key.to_string(), old.unwrap_or_default());
                    }
                }
                // What the step brought back by writing to it goes again, unless somebody worked on it since.
                if before.deleted().is_some() && record.changed() == after.changed() {
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

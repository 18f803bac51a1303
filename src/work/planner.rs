//! The operations that a command takes.

use super::command::{Command, words};
use super::conflicts::settle;
use super::error;
use super::error::{Refusal, because};
use super::last_import;
use super::last_import::LastImport;
use super::plan::{Plan, set};
use super::resting::Resting;
use super::state::State;
use super::write::{allowed, finish, record_named, write};
use super::{many, tap, undo};
use crate::model::operation::{DELETED, ERASED};
use crate::model::text::Text;
use crate::model::value::Value;

/// What a command takes; why it cannot be done. Of a step that is taken back it is known what rests on it.
pub(crate) fn plan(state: &State, command: Command, resting: &Resting) -> Result<Plan, Refusal> {
    let there =
        |kind: &str, id| state.book.record(kind, id).filter(|r| !r.erased).ok_or(because(error::words::NOT_THERE));
    let flag = |kind: &str, id, key: &str, yes| -> Result<Plan, Refusal> {
        let record = there(kind, id)?;
        let text = match (key, yes) {
            (DELETED, true) => words::DELETED,
            (DELETED, false) => words::RESTORED,
            _ => words::ERASED,
        };
        let op = set(kind, id, Some(record), [(key.to_owned(), Value::Bool(yes))].into());
        Ok(Plan::of(text.with("what", record_named(state, record)), vec![op]))
    };
    match command {
        Command::Finish(draft) | Command::Enter(draft) => finish(state, &draft),
        Command::FinishWith { label, draft, rows } => {
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            let mut plan = Plan { label: label.clone(), ..finish(state, &draft)? };
            plan.operations.extend(write(state, label, rows).operations);
            Ok(plan)
        }
        Command::Delete(kind, id) => flag(kind, id, DELETED, true),
        Command::BringBack(kind, id) => flag(kind, id, DELETED, false),
        Command::BringAllBack(all) => {
            let back = |(kind, id): (&str, _)| {
                let record = there(kind, id).ok().filter(|record| record.deleted().is_some())?;
                Some(set(kind, id, Some(record), [(DELETED.to_owned(), Value::Bool(false))].into()))
            };
            let operations: Vec<_> = all.into_iter().filter_map(back).collect();
            Ok(Plan::of(words::ALL_RESTORED.with("count", operations.len()), operations))
        }
        Command::Many { kind, ids, deed } => many::to_many(state, kind, &ids, &deed),
        Command::Erase(kind, id) => {
            // The words a toast would say are gone with the record, so it is named by its kind alone.
            let name = state.book.kind(kind).map_or(Text::NONE, |kind| kind.name);
            let record = there(kind, id)?;
            let declared = state.book.kind(kind);
            let too = declared.map(|kind| state.policies.goes_with(&state.book, kind, id).len());
            let label = match too.unwrap_or(0) {
                0 => words::ERASED.with("what", name),
                count => words::ERASED_WITH.with("what", name).with("count", count),
            };
            let mut plan = Plan { label, ..flag(kind, id, ERASED, true)? }.erasing(kind, id);
            plan.operations.extend(declared.into_iter().flat_map(|kind| state.policies.leaves(kind, record)));
            Ok(plan)
        }
        Command::OfPolicy(command) => command.plan(state),
        // Whatever there is follows from the policies.
        Command::Purge => Ok(Plan::of(state.policies.purged().with("count", 0), Vec::new())),
        Command::Settle { kind, id, field, keep } => {
            let record = there(kind, id)?;
            let op = settle::settled(kind, record, &field, keep);
            Ok(Plan::of(words::SETTLED.with("what", record_named(state, record)), vec![op]))
        }
        Command::SettleAll(all) => settle::settle_all(&state.book, &all),
        Command::Undo(number) => undo::undo(state, number, resting),
        Command::Set { kind, id, values } => tap::set_fields(state, kind, id, values),
        Command::Revise { kind, id, revision } => tap::revise(state, kind, id, &revision),
        Command::Once { kind, id, label, rows } => tap::once(state, (kind, id), label, rows),
        Command::Add { kind, id, field, by, label } => tap::add(state, (kind, id), field, by, label),
        Command::Write { label, rows } => {
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            let nothing = rows.is_empty();
            let plan = write(state, label, rows);
            // A step that does nothing must not be called done.
            if plan.operations.is_empty() && !nothing { Err(because(error::words::WAS_ERASED)) } else { Ok(plan) }
        }
        Command::Found(mut rows) => {
            rows.retain(|(kind, id, _)| state.book.record(kind, *id).is_none());
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            Ok(Plan { is_step: false, ..write(state, Text::NONE.message(), rows) })
        }
        Command::Import { rows, taken, seen } => {
            if *state.book.seen() != seen {
                return Err(because(last_import::words::CHANGED_MEANWHILE));
            }
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            let taken = LastImport { before: seen, ..taken };
            Ok(Plan { last_import: Some(taken.clone()), ..write(state, taken.label(), rows) })
        }
    }
}

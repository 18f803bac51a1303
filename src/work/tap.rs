//! What is written by one tap: it never touches what somebody is typing, it is worked out from the book at its turn and
//! not from what the screen showed, and the same tap twice is one.

use super::command::{Revision, words};
use super::error;
use super::error::{Refusal, because};
use super::head::Identity;
use super::plan::{NewOperation, Plan, set};
use super::state::State;
use super::write::{allowed, record_named, write};
use crate::log::hash::derived_free;
use crate::model::book::Book;
use crate::model::check::Problem;
use crate::model::field::{Field, FieldType};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Message, quoted};
use crate::model::value::Value;
use crate::model::{check, guide, order};
use std::collections::BTreeMap;

/// The identity of what a tap makes, named after what the person saw when they tapped: the same tap twice makes the
/// same, as does one whose first half is still being kept. `same` says whether a record under that name is what the tap
/// makes; one that was taken back, erased or moved elsewhere is not, and the tap makes another.
///
/// Two tablets that saw the same make two: attempts of both count.
pub fn identity(book: &Book, me: &Identity, kind: &str, seen: &str, same: impl Fn(&Record) -> bool) -> Id {
    let free = |id| book.record(kind, id).is_none_or(|record| record.is_alive() && same(record));
    derived_free(&format!("tap {kind} {} {} {seen}", me.dev, me.epoch), free)
}

/// Sets fields of a record that is there, checked as its form checks them. What stands there already is not written
/// again.
pub(crate) fn set_fields(
    state: &State,
    kind: &'static str,
    id: Id,
    values: BTreeMap<String, Value>,
) -> Result<Plan, Refusal> {
    let record = alive(state, kind, id)?;
    let kind = state.book.kind(kind).ok_or(because(error::words::NOT_THERE))?;
    allowed(state, [(kind.id, id, &values)])?;
    let fields = guide::fields(kind, &state.book).into_iter().filter(|field| values.contains_key(field.key));
    let problems: Vec<_> = fields.filter_map(|field| problem_in(kind, field, &values, record)).collect();
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let kept = kind.follow_up.filter(|promise| values.get(promise.done).and_then(Value::as_bool) == Some(true));
    let label =
        match kept.and_then(|promise| record.text(promise.step)).filter(|step| values.len() == 1 && !step.is_empty()) {
            Some(step) => words::KEPT.with("step", quoted(step)),
            None => changed(state, kind, record, &values),
        };
    let values = new_in(record, &values);
    Ok(Plan::of(label, some(values, |values| set(kind.id, id, Some(record), values))))
}

/// What was changed, in words. A “yes” says what it is a yes to: “Do not contact: 12 Maple Street”.
fn changed(state: &State, kind: &Kind, record: &Record, values: &BTreeMap<String, Value>) -> Message {
    let what = record_named(state, record);
    let said_yes = values.iter().next().filter(|(_, value)| values.len() == 1 && value.as_bool() == Some(true));
    // A promise says more of itself, or was none.
    let is_done = |key: &String| kind.follow_up.is_some_and(|promise| promise.done == key);
    match said_yes.filter(|(key, _)| !is_done(key)).and_then(|(key, _)| kind.field(key)) {
        Some(field) => words::ABOUT.with("kind", field.label).with("what", what),
        None => words::CHANGED.with("what", what),
    }
}

/// What the form of a record would say of a field, if it held these values.
pub(crate) fn problem_in(
    kind: &Kind,
    field: &'static Field,
    values: &BTreeMap<String, Value>,
    record: &Record,
) -> Option<Problem> {
    check::check_within(kind, field, |key| values.get(key).or_else(|| record.get(key)))
}

/// Those of some values that do not stand in a record already.
pub(crate) fn new_in(record: &Record, values: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let stands = |key: &String, value: &Value| match record.get(key) {
        Some(held) => held == value || (held.is_blank() && value.is_blank()),
        None => value.is_blank(),
    };
    let new = values.iter().filter(|(key, value)| !stands(key, value));
    order::map(new.map(|(key, value)| (key.clone(), value.clone())))
}

/// Sets what follows from what stands in a record.
pub(crate) fn revise(state: &State, kind: &'static str, id: Id, revision: &Revision) -> Result<Plan, Refusal> {
    let values = (revision.0)(alive(state, kind, id)?);
    set_fields(state, kind, id, values)
}

/// Writes records as one step, unless the one that the tap makes is there already.
pub(crate) fn once(
    state: &State,
    (kind, id): (&'static str, Id),
    label: Message,
    rows: Vec<RecordWrite>,
) -> Result<Plan, Refusal> {
    match state.book.record(kind, id) {
        Some(record) if record.erased => Err(because(error::words::WAS_ERASED)),
        Some(record) if record.is_alive() => Ok(Plan::of(label, Vec::new())),
        _ => {
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            Ok(write(state, label, rows))
        }
    }
}

/// Adds to a number of a record that is there, within what its field can hold.
pub(crate) fn add(
    state: &State,
    (kind, id): (&'static str, Id),
    field: &'static str,
    by: i64,
    label: Message,
) -> Result<Plan, Refusal> {
    let record = alive(state, kind, id)?;
    let declared = state.book.kind(kind).and_then(|kind| kind.field(field)).ok_or(because(error::words::NOT_THERE))?;
    let held = record.get(field).and_then(Value::as_whole).unwrap_or(0);
    #[expect(clippy::cast_possible_truncation, reason = "what a field can hold is far below 2⁵³")]
    let (least, most) = match declared.ty {
        FieldType::Number { min, max } => (min.max(-1e9) as i64, max.min(1e9) as i64),
        _ => return Err(because(error::words::NOT_THERE)),
    };
    let amount = (held + by).clamp(least, most);
    let label = label.with("count", amount);
    let values = if amount == held { BTreeMap::new() } else { [(field.to_owned(), Value::whole(amount))].into() };
    Ok(Plan::of(label, some(values, |values| set(kind, id, Some(record), values))))
}

/// A record that somebody can see and tap; a tap brings nothing back that was deleted meanwhile.
fn alive<'s>(state: &'s State, kind: &str, id: Id) -> Result<&'s Record, Refusal> {
    match state.book.record(kind, id) {
        Some(record) if record.is_alive() => Ok(record),
        Some(record) if record.erased => Err(because(error::words::WAS_ERASED)),
        _ => Err(because(error::words::NOT_THERE)),
    }
}

/// The operation that sets these values; none where there are none.
fn some(
    values: BTreeMap<String, Value>,
    op: impl FnOnce(BTreeMap<String, Value>) -> NewOperation,
) -> Vec<NewOperation> {
    if values.is_empty() { Vec::new() } else { vec![op(values)] }
}

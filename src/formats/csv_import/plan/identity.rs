//! What tells which record a row is about.

use super::super::row::ReadRow;
use crate::model::book::Book;
use crate::model::cell_repair::clean;
use crate::model::date;
use crate::model::field::{Field, FieldType};
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::value::Value;

/// A name as it is compared; none if there is nothing in it.
pub(super) fn known_as(name: &str) -> Option<String> {
    let folded = fold(&clean(name));
    // A name of marks alone folds to nothing, and is itself then.
    let known = if folded.is_empty() { name.trim().to_owned() } else { folded };
    (!known.is_empty()).then_some(known)
}

/// Whether the records of a kind are known by what they are called alone: every one is called something, and none happens
/// at a time. Storytime comes every week, and each of them is its own.
pub(super) fn is_known_by_title(kind: &Kind) -> bool {
    let happens = |field: &Field| field.required && field.ty == FieldType::DateTime;
    kind.title().is_some_and(|title| title.required) && !kind.fields().any(happens)
}

/// What a record of a kind is known by: its title where that is enough; otherwise everything it must have, and its title.
/// Two calls on one day are two contacts, unless they say the same. None if there is too little to know it by.
fn identity(kind: &Kind, get: impl Fn(&'static Field) -> Option<String>) -> Option<String> {
    let title = kind.title()?;
    let get = |field| get(field).as_deref().and_then(known_as);
    if is_known_by_title(kind) {
        return get(title);
    }
    let mut known = String::new();
    for field in kind.fields().filter(|field| field.required) {
        let said = get(field);
        // What is asked for only now and then may be missing.
        known.push_str(&if field.asked.is_empty() { said? } else { said.unwrap_or_default() });
        known.push('\n');
    }
    known.push_str(&get(title).unwrap_or_default());
    Some(known)
}

/// What an existing record is known by: links by the titles of the records they lead to.
pub(super) fn identity_of(book: &Book, kind: &Kind, record: &Record) -> Option<String> {
    identity(kind, |field| {
        let value = record.get(field.key)?;
        let FieldType::Link(to) = field.ty else { return told_by(field, value) };
        let title = book.kind(to)?.title()?;
        book.alive(to, value.as_link()?)?.text(title.key).map(str::to_owned)
    })
}

pub(super) fn identity_of_row(kind: &Kind, row: &ReadRow) -> Option<String> {
    identity(kind, |field| match field.ty {
        FieldType::Link(_) => row.links.get(field.key).map(|named| named.name.clone()),
        _ => told_by(field, row.values.get(field.key)?),
    })
}

/// A value as part of an identity. Of a moment only what the clock on the wall said: the offset of a cell that has none
/// is a guess, and another one in winter.
fn told_by(field: &Field, value: &Value) -> Option<String> {
    match (field.ty, value) {
        (FieldType::DateTime, Value::Text(text)) => Some(wall_clock(text).unwrap_or_else(|| text.clone())),
        (_, Value::Text(text)) => Some(text.clone()),
        (_, value) => (!value.is_blank()).then(|| format!("{value:?}")),
    }
}

pub(super) fn wall_clock(stored: &str) -> Option<String> {
    Some(date::moment(stored)?.naive_local().to_string())
}

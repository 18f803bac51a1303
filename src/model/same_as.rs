//! One thing under several names: a record that was said to be the same as another of its kind, or never to be.
//!
//! A kind whose records can be joined declares a link [`SAME_AS`] and a text [`NOT_SAME_AS`]. Nothing of a record changes
//! when it is joined but that link, so whoever takes the two apart again has both as they were. Nothing is ever joined by
//! itself.

use super::book::Book;
use super::id::Id;
use super::order;
use super::record::Record;
use super::record_write::RecordWrite;
use super::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The field by which a record says which one it is.
pub const SAME_AS: &str = "same_as";

/// The field that holds which records this one is not the same as, an identity a line.
pub const NOT_SAME_AS: &str = "not_same_as";

/// The record that stands for this one: itself, or the one it was said to be the same as, however long the way there.
/// Of records that were each said to be the same as another, in a circle, the first by identity stands for all, so that
/// every tablet shows the same one.
pub fn canonical(book: &Book, kind: &str, id: Id) -> Id {
    follow(id, |at| {
        let next = book.alive(kind, at).and_then(|record| record.link(SAME_AS));
        next.filter(|next| book.alive(kind, *next).is_some())
    })
}

/// The record under whose name a thing is counted: like [`stands_for`], but what was once said to be the same stays the
/// same where one of the records was deleted since, or has not come yet. Nothing is counted twice by that.
pub fn counts_as(book: &Book, kind: &str, id: Id) -> Id {
    follow(id, |at| book.record(kind, at).and_then(|record| record.link(SAME_AS)))
}

/// What to write so that two records are one from now on. Nothing if they are already, or if one was deleted: writing to
/// it would restore it.
pub fn join(book: &Book, kind: &'static str, keep: Id, other: Id) -> Option<RecordWrite> {
    // Another tablet may have joined one of them meanwhile.
    let [keep, other] = [keep, other].map(|id| canonical(book, kind, id));
    let there = [keep, other].into_iter().all(|id| book.alive(kind, id).is_some());
    let row = || (kind, other, [(SAME_AS.to_owned(), Value::link(keep))].into());
    (there && keep != other).then(row)
}

/// What to write so that nobody is asked again whether two records are one. Nothing for a record and itself, or if one was
/// deleted: writing to it would restore it.
pub fn keep_apart(book: &Book, kind: &'static str, one: Id, other: Id) -> Option<RecordWrite> {
    // Always at the same record of the two, so that two tablets that decide alike write alike.
    let (first, second) = both(one, other);
    let (record, _) = book.alive(kind, first).zip(book.alive(kind, second)).filter(|_| first != second)?;
    let mut lines = not_the_same(record);
    lines.insert(second.to_string());
    let text = lines.into_iter().collect::<Vec<_>>().join("\n");
    Some((kind, first, [(NOT_SAME_AS.to_owned(), Value::text(text))].into()))
}

/// What to write so that a record stands for itself again, with what was joined to it. Nothing where it does, or where it
/// is not there.
pub fn take_apart(book: &Book, kind: &'static str, id: Id) -> Vec<RecordWrite> {
    let stands_for_it = canonical(book, kind, id);
    if stands_for_it == id || book.alive(kind, id).is_none() {
        return Vec::new();
    }
    // In a circle, which two tablets can make, the one that stands for all was said to be the same as another, too.
    let says = |id: &Id| book.alive(kind, *id).is_some_and(|record| record.link(SAME_AS).is_some());
    let clear = |id: Id| (kind, id, BTreeMap::from([(SAME_AS.to_owned(), Value::Null)]));
    [id, stands_for_it].into_iter().filter(says).map(clear).collect()
}

/// The pairs among some records that somebody said are two, by those that stand for them.
pub fn apart<'b>(book: &Book, kind: &str, records: impl Iterator<Item = &'b Record>) -> BTreeSet<(Id, Id)> {
    let said = records.flat_map(|record| not_the_same(record).into_iter().map(|line| (record.id, line)));
    let ids = said.filter_map(|(id, line)| Some((id, line.parse().ok()?)));
    order::set(ids.map(|(id, other)| both(canonical(book, kind, id), canonical(book, kind, other))))
}

/// The lines of what a record was said not to be. When two tablets said so of one record, what either said counts.
pub(super) fn not_the_same(record: &Record) -> BTreeSet<String> {
    let lost = record.losers().filter(|(key, _)| ***key == *NOT_SAME_AS);
    let lost = lost.filter_map(|(_, slot)| slot.value.as_text());
    let lines = record.text(NOT_SAME_AS).into_iter().chain(lost).flat_map(str::lines);
    order::set(lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned))
}

/// Two records in the order of their identities.
pub fn both(one: Id, other: Id) -> (Id, Id) {
    (one.min(other), one.max(other))
}

/// Follows a way to its end, or around a circle to the first in it by identity.
fn follow(id: Id, next: impl Fn(Id) -> Option<Id>) -> Id {
    let (mut path, mut at) = (vec![id], id);
    while let Some(next) = next(at) {
        if let Some(begin) = path.iter().position(|known| *known == next) {
            return path[begin..].iter().min().copied().unwrap_or(at);
        }
        path.push(next);
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing;

    #[test]
    fn every_way_into_a_circle_ends_at_the_same_one() {
        let same = |id: u128| Id(id).to_string();
        let two = same(2);
        let three = same(3);
        // 1 leads into the circle of 2 and 3; 4 leads to what is not there.
        let book = testing::book(&[
            ("item", 1, &[("same_as", &three)]),
            ("item", 2, &[("same_as", &three)]),
            ("item", 3, &[("same_as", &two)]),
            ("item", 4, &[("same_as", &same(9))]),
        ]);
        assert_eq!([1, 2, 3, 4].map(|id| canonical(&book, "item", Id(id)).0), [2, 2, 2, 4]);
        assert_eq!([1, 2, 3, 4].map(|id| counts_as(&book, "item", Id(id)).0), [2, 2, 2, 9]);
    }

    #[test]
    fn what_was_one_is_counted_as_one_also_after_one_of_its_records_was_deleted() {
        let two = Id(2).to_string();
        let mut book = testing::book(&[("door", 1, &[("same_as", &two)]), ("door", 2, &[]), ("door", 3, &[])]);
        for deleted in [1, 2] {
            testing::set(&mut book, "door", Id(deleted), [("_deleted".to_owned(), true.into())]);
            assert_eq!([1, 2, 3].map(|id| counts_as(&book, "door", Id(id)).0), [2, 2, 3]);
        }
    }
}

//! Records that were said to be one, shown together: the one that stands for all, with what it lacks from the others.

use super::book::Book;
use super::id::Id;
use super::index::Index;
use super::kind::Kind;
use super::order;
use super::record::{Key, Record, Slot};
use super::same_as::{NOT_SAME_AS, SAME_AS};
use std::collections::BTreeMap;

/// A record and all that were said to be the same as it, however long the way: what [`counts_as`] leads there from. Those
/// that were deleted since are among them.
pub fn all_same(book: &Book, index: &mut Index, kind: &'static str, id: Id) -> Vec<Id> {
    let mut all = vec![id];
    let mut at = 0;
    while let Some(id) = all.get(at).copied() {
        at += 1;
        for same in index.linking_to_even_deleted(book, (kind, SAME_AS), id) {
            // Two may have been said to be the same as each other.
            if !all.contains(&same.id) {
                all.push(same.id);
            }
        }
    }
    all
}

/// The records that link by a field to a record of a kind, or to one that is shown as it, and are alive.
pub fn linking_to_all<'b>(
    book: &'b Book,
    index: &mut Index,
    link: (&'static str, &'static str),
    kind: &'static Kind,
    id: Id,
) -> Vec<&'b Record> {
    let same = index.joined(book, kind).all_shown_as(id);
    same.into_iter().flat_map(|id| index.linking_to(book, link, id)).collect()
}

/// A record with what those hold that are shown as it and what it lacks itself. Of several that hold something, the first
/// by identity fills it, so that every tablet shows the same.
pub fn filled(book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> Option<Record> {
    let same = others(book, index, kind, record.id);
    let holds = |record: &Record, key: &str| record.get(key).is_some_and(|value| !value.is_blank());
    let mut slots: BTreeMap<Key, Slot> = order::map(record.slots().map(|(key, slot)| (key.clone(), slot.clone())));
    for other in &same {
        for (key, slot) in other.slots().filter(|(key, _)| tells(kind, key) && holds(other, key)) {
            let lacks = slots.get(key).is_none_or(|slot| slot.value.is_blank());
            if lacks {
                slots.insert(key.clone(), slot.clone());
            }
        }
    }
    let superseded = record.superseded().cloned();
    let all = || Record::from_parts(record.kind.clone(), record.id, false, slots.into_iter().collect(), superseded);
    (!same.is_empty()).then(all)
}

/// The keys of what a record holds, and of what the one holds that is shown for it, where they say different things.
pub fn differing(kind: &Kind, shown: &Record, other: &Record) -> Vec<&'static str> {
    let said = |record: &Record, key: &str| record.get(key).filter(|value| !value.is_blank()).cloned();
    let differs = |key: &&'static str| {
        let (one, two) = (said(shown, key), said(other, key));
        tells(kind, key) && two.is_some() && one != two
    };
    kind.fields().map(|field| field.key).filter(differs).collect()
}

/// The records that are shown as this one, in the order of their identities.
pub fn others(book: &Book, index: &mut Index, kind: &'static Kind, id: Id) -> Vec<Record> {
    let same = index.joined(book, kind).all_shown_as(id).into_iter().skip(1);
    same.filter_map(|id| book.alive(kind.id, id)).map(|record| (**record).clone()).collect()
}

/// Whether a field tells of the thing itself, and not of which record is which.
fn tells(kind: &Kind, key: &str) -> bool {
    !key.starts_with('_') && key != SAME_AS && key != NOT_SAME_AS && kind.field(key).is_some()
}

//! The law of consent and belonging: what of a book may be kept, stated once.
//!
//! - A record goes when it rests on a consent that is denied, and when what it belongs to was erased
//!   ([`Needs`](crate::model::kind::Needs)).
//! - A field that rests on a question of its own record counts as empty until that question says yes
//!   ([`kept`](crate::model::kept)). Where it says no, and words of such a field stand in the record, its journal or its
//!   history, the record is erased and goes on as [`anonymous_id`]'s: with what is allowed, at its place in time, and under an
//!   identity that follows from the old one, so that every tablet derives the same.
//! - Somebody who took part and is forgotten leaves a denial: that nobody may keep what all of that conversation said.
//!
//! It is registered as [`CONSENT`](super::CONSENT): whatever changes a book is held against it before it is stored, so that no word outlives the step
//! that denies it.

use super::{Consents, words};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::gives::Gives;
use crate::model::id::Id;
use crate::model::kept::{self, ConsentAnswer};
use crate::model::kind::Kind;
use crate::model::operation::{BEGUN, DELETED};
use crate::model::order;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::value::Value;
use crate::work::plan::NewOperation;
use crate::work::policy::{Reach, Replaced, ToPurge};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The identity under which a record goes on once nothing in it tells whose it is: the same on every tablet, so that
/// somebody who told two of them is counted once.
pub fn anonymous_id(id: Id) -> Id {
    derived_id(&format!("nobody {id}"))
}

/// The record that is there under this identity, or goes on in its place where it was erased.
pub fn goes_on(book: &Book, kind: &str, id: Id) -> Id {
    let mut at = id;
    while book.is_erased(kind, at) && book.record(kind, anonymous_id(at)).is_some() {
        at = anonymous_id(at);
    }
    at
}

/// The identity under which what is allowed of a record goes on in this book: its [`anonymous_id`], or where the record
/// under that one was denied something and erased as well, the one after it; and the record there, if there is one.
pub(crate) fn lives_at<'b>(book: &'b Book, kind: &str, id: Id) -> (Id, Option<&'b Record>) {
    let at = goes_on(book, kind, anonymous_id(id));
    (at, book.record(kind, at).map(|record| &**record))
}

/// Everything in a book that may not stay as it is.
pub(crate) fn due(book: &Book) -> ToPurge {
    let gone = Consents::of(book).to_purge();
    let known: HashSet<Id> = gone.iter().map(|(_, id)| *id).collect();
    let mut denied: Vec<(&'static Kind, &Record)> = Vec::new();
    for kind in book.kinds().iter().copied().filter(|kind| asks(kind)) {
        let records = book.records(kind.id).filter(|record| !record.erased && !known.contains(&record.id));
        denied.extend(records.filter(|record| holds_denied(kind, record)).map(|record| (kind, &**record)));
    }
    order::sort_by_key(&mut denied, |(kind, record)| (kind.id, record.id));
    let replaced = denied.into_iter().map(|(kind, record)| {
        let by = lives_on(kind, record, lives_at(book, kind.id, record.id), BTreeMap::new());
        Replaced { kind: kind.id, id: record.id, by, label: words::DENIED.with("what", kind.name) }
    });
    ToPurge { gone, replaced: replaced.collect() }
}

/// How far the law may reach once records of a kind are written.
pub(crate) fn reach(kind: &Kind) -> Reach {
    match kind.gives {
        Some(_) => Reach::Everything,
        None if asks(kind) || !kind.granted.is_empty() => Reach::Own,
        None => Reach::Nothing,
    }
}

/// Whether a record of this kind that is written in a book could break the law there.
pub(crate) fn bears_on(book: &Book, kind: &Kind) -> bool {
    kind.gives.is_some() || asks(kind) || Consents::of(book).may_have_to_go(kind, &[])
}

/// Whether one of these records breaks the law in a book.
pub(crate) fn broken<'a>(book: &Book, records: impl IntoIterator<Item = &'a Record>) -> bool {
    let mut consents = None;
    records.into_iter().any(|record| {
        let Some(kind) = book.kind(&record.kind).filter(|_| !record.erased) else { return false };
        let mut rests = || {
            let consents = consents.get_or_insert_with(|| Consents::of(book));
            !kind.granted.is_empty() && consents.forbid(kind, |key| record.text(key))
        };
        holds_denied(kind, record) || rests()
    })
}

/// Whether a kind asks for consent to fields of its own records.
fn asks(kind: &Kind) -> bool {
    kind.fields().any(|field| field.consent.is_some())
}

/// Whether a record holds, or held and has in its history, what its own consent would have to allow. A field that was
/// emptied still stands there.
pub fn holds_details(kind: &Kind, record: &Record) -> bool {
    kind.fields().any(|field| field.consent.is_some() && record.slot(field.key).is_some())
}

fn holds_denied(kind: &Kind, record: &Record) -> bool {
    let denied = |question| kept::answer(record, question) == ConsentAnswer::No;
    kind.fields().any(|field| field.consent.is_some_and(denied) && record.slot(field.key).is_some())
}

/// What somebody of this kind of record is asked. Who denies one of them has agreed to nothing that is left.
fn questions(kind: &Kind) -> BTreeSet<&'static str> {
    match kind.gives {
        Some(gives) => gives.grants.iter().copied().collect(),
        None => kind.fields().filter_map(|field| field.consent).collect(),
    }
}

/// Whether a value stays when the step that brought it is taken back: a consent that was denied stays so, also where the
/// file that told of it is taken back.
pub(crate) fn stays(kind: &Kind, key: &str, value: &Value) -> bool {
    *value == Value::Bool(false) && questions(kind).contains(key)
        || kind.gives.is_some_and(|gives| gives.withdrawn == key)
}

/// Whether a field is kept of nobody in particular: it rests on no consent and is none. Of what this version does not
/// know, only answers to the team's own questions.
fn keeps(kind: &Kind, key: &str) -> bool {
    match kind.field(key) {
        Some(field) => field.consent.is_none() && !questions(kind).contains(key),
        None => !key.starts_with('_') && kind.sections.iter().any(|section| section.guide),
    }
}

/// A draft of somebody who is asked and refuses, with what is kept of a refusal: that they were asked, by whom and in
/// which words. Any other draft as it is.
pub(crate) fn refused(kind: &Kind, draft: &Draft) -> Draft {
    let mut kept = draft.clone();
    let refuses = |gives: &&Gives| draft.new && draft.values.get(gives.first()) == Some(&Value::Bool(false));
    if let Some(gives) = kind.gives.filter(refuses) {
        // The first section says who they are.
        let about = kind.sections.first().into_iter().flat_map(|section| section.fields).map(|field| field.key);
        let about = about.filter(|key| *key != gives.takes_part_in);
        let about: Vec<&str> = about.chain([gives.guardian.age, gives.guardian.agrees]).collect();
        kept.values.retain(|key, _| !about.contains(&key.as_str()));
    }
    kept
}

/// What it takes for the allowed part of a record to go on where it [lives](lives_at), given what is there already. Each value
/// says which ones it stands for, so that a tablet that knew an older one adds nothing, and one that knew another adds it.
pub(crate) fn lives_on(
    kind: &Kind,
    old: &Record,
    (at, known): (Id, Option<&Record>),
    more: BTreeMap<String, Value>,
) -> Vec<NewOperation> {
    let stamps = |record: &Record, key: &str| -> Vec<Stamp> {
        let all = record.superseded().into_iter().flat_map(|superseded| &superseded.superseded);
        all.filter(|(at, _)| **at == *key).map(|(_, stamp)| *stamp).collect()
    };
    let told = |key: &str, stamp| known.is_some_and(|known| stamps(known, key).contains(&stamp));
    let there = |key: &str, value: &Value| {
        known.is_some_and(|known| {
            let lost = known.losers().any(|(at, slot)| **at == *key && slot.value == *value);
            lost || known.slot(key).is_some_and(|slot| slot.value == *value)
        })
    };
    let operation = |set, prev| NewOperation { kind: kind.id.to_owned(), id: at, set, prev };
    // What lost unseen still waits for somebody to settle it.
    let losers =
        old.losers().filter(|(key, slot)| keeps(kind, key) && !told(key, slot.stamp) && !there(key, &slot.value));
    let mut operations: Vec<NewOperation> = losers
        .map(|(key, slot)| {
            let key = key.to_string();
            operation([(key.clone(), slot.value.clone())].into(), [(key, vec![slot.stamp])].into())
        })
        .collect();
    let (mut values, mut prev) = (more, BTreeMap::new());
    for (key, slot) in old.slots().filter(|(key, _)| keeps(kind, key)) {
        if told(key, slot.stamp) || there(key, &slot.value) || values.contains_key(&**key) {
            continue;
        }
        let mut replaces = stamps(old, key);
        // Where the latest that goes on there was known here, it is replaced knowingly.
        let knew =
            known.and_then(|known| stamps(known, key).into_iter().max()).is_some_and(|at| replaces.contains(&at));
        replaces.push(slot.stamp);
        replaces.extend(known.and_then(|known| known.slot(key)).filter(|_| knew).map(|slot| slot.stamp));
        values.insert(key.to_string(), slot.value.clone());
        prev.insert(key.to_string(), replaces);
    }
    for question in questions(kind).into_iter().filter(|key| known.is_none_or(|known| known.slot(key).is_none())) {
        values.insert(question.to_owned(), Value::Bool(false));
    }
    if known.is_none_or(|known| old.begun() < known.begun()) {
        values.insert(BEGUN.to_owned(), Value::text(old.begun().to_string()));
    }
    if known.is_none() && old.deleted().is_some() {
        values.insert(DELETED.to_owned(), Value::Bool(true));
    }
    if !values.is_empty() {
        operations.push(operation(values, prev));
    }
    operations
}

/// What stays of somebody who took part in a conversation and is forgotten: that what all of them said may not be kept.
pub(crate) fn denial(kind: &Kind, person: &Record) -> Option<NewOperation> {
    let gives = kind.gives?;
    let taken_part_in = person.text(gives.takes_part_in)?;
    let mut values = order::values(gives.grants.iter().map(|grant| (*grant, Value::Bool(false))));
    values.insert(gives.takes_part_in.to_owned(), Value::text(taken_part_in));
    // It is nobody to be counted.
    values.insert(DELETED.to_owned(), Value::Bool(true));
    Some(NewOperation { kind: kind.id.to_owned(), id: anonymous_id(person.id), set: values, prev: BTreeMap::new() })
}

/// Whether a record is nothing but such a denial.
pub(crate) fn is_denial(kind: &Kind, record: &Record) -> bool {
    let Some(gives) = kind.gives else { return false };
    let says = |key: &str| key == gives.takes_part_in || key == DELETED || gives.grants.contains(&key);
    record.deleted().is_some() && record.slots().all(|(key, _)| says(key))
}

/// What was written here of records that others erased meanwhile, and goes on with the rest of them.
pub(crate) fn stranded(before: &Book, after: &Book) -> Vec<NewOperation> {
    let mut operations = Vec::new();
    for kind in after.kinds().iter().copied().filter(|kind| asks(kind)) {
        let erased = after.records(kind.id).filter(|record| record.erased);
        let lost = erased.filter_map(|record| before.record(kind.id, record.id).filter(|record| !record.erased));
        let mut lost: Vec<&Record> = lost.map(|record| &**record).collect();
        order::sort_by_key(&mut lost, |record| record.id);
        for old in lost {
            match lives_at(after, kind.id, old.id) {
                (at, Some(known)) if !known.erased && !is_denial(kind, known) => {
                    operations.extend(lives_on(kind, old, (at, Some(known)), BTreeMap::new()));
                }
                // A version of the app that left no denial forgot them.
                (_, None) => operations.extend(denial(kind, old)),
                _ => {}
            }
        }
    }
    operations
}

/// A draft without what somebody denied. What was answered in it with knowledge of what stands counts.
pub(crate) fn allowed_of(book: &Book, draft: &Draft) -> Draft {
    let Some(kind) = book.kind(&draft.kind) else { return draft.clone() };
    let record = book.record(kind.id, draft.id).map(|record| &**record);
    let stands = |question: &str| record.map_or(ConsentAnswer::Open, |record| kept::answer(record, question));
    let denied = |question: &str| {
        let seen = || draft.seen.get(question) == record.and_then(|r| r.slot(question)).map(|slot| &slot.stamp);
        let heard_elsewhere = || {
            record
                .is_some_and(|r| r.get(question) != Some(&Value::Bool(false)) && stands(question) == ConsentAnswer::No)
        };
        match draft.values.get(question) {
            Some(Value::Bool(false)) => true,
            Some(_) if seen() && !heard_elsewhere() => false,
            _ => stands(question) == ConsentAnswer::No,
        }
    };
    let mut allowed = draft.clone();
    for field in kind.fields().filter(|field| field.consent.is_some_and(denied)) {
        if allowed.values.remove(field.key).is_some_and(|value| value.is_blank()) {
            allowed.values.insert(field.key.to_owned(), Value::Null);
        }
    }
    allowed
}

/// What was being written of a record that goes on as nobody's, as far as it is kept there.
pub(crate) fn moved(draft: &Draft, kind: &Kind, book: &Book) -> Option<Draft> {
    let record = lives_at(book, kind.id, draft.id).1.filter(|record| record.is_alive() && asks(kind))?;
    let mut moved =
        Draft { id: record.id, new: false, values: BTreeMap::new(), seen: BTreeMap::new(), ..draft.clone() };
    for (key, value) in draft.values.iter().filter(|(key, _)| keeps(kind, key)) {
        moved.set(Some(record), key, value.clone());
    }
    (!moved.is_empty()).then_some(moved)
}

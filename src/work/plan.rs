//! What a command takes: operations before they have their place in the stream, and what goes with them.

use super::last_import::LastImport;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::operation::ERASED;
use crate::model::order;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::text::Message;
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many operations a step may have to be held in memory. What is larger, such as a spreadsheet, is done again.
const MOST_HELD: usize = 200;

/// Who did something, and when, where it is stored later.
pub(crate) type When = Option<(Now, Option<Id>)>;

/// An operation before it has its place in the stream.
#[derive(Clone, Debug, PartialEq)]
pub struct NewOperation {
    pub(crate) kind: String,
    pub(crate) id: Id,
    pub(crate) set: BTreeMap<String, Value>,
    pub(crate) prev: BTreeMap<String, Vec<Stamp>>,
}

impl NewOperation {
    /// Whether it erases its record for good.
    pub(crate) fn erases(&self) -> bool {
        self.set.get(ERASED).and_then(Value::as_bool) == Some(true)
    }
}

/// What a command takes.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) label: Message,
    pub(crate) operations: Vec<NewOperation>,
    /// Drafts that are done, by their place in the store: gone in the same transaction.
    pub(crate) drop_drafts: Vec<String>,
    /// Drafts that are kept otherwise than they are now, in the same transaction.
    pub(crate) redraft: Vec<Draft>,
    pub(crate) undo_of: Option<u64>,
    /// Whether it can be taken back.
    pub(crate) is_step: bool,
    /// Whether it takes back the last import, which is then forgotten.
    pub(crate) forgets_import: bool,
    /// What is remembered of an import, but for what it brings.
    pub(crate) last_import: Option<LastImport>,
    /// Records whose stored words must go. What is erased cannot be taken back.
    pub(crate) erases: BTreeSet<(String, Id)>,
    /// Who did it and when, where that is not who stores it now.
    pub(crate) when: When,
}

impl Plan {
    pub(crate) fn of(label: Message, operations: Vec<NewOperation>) -> Plan {
        Plan {
            label,
            operations,
            drop_drafts: Vec::new(),
            redraft: Vec::new(),
            undo_of: None,
            is_step: true,
            forgets_import: false,
            last_import: None,
            erases: BTreeSet::new(),
            when: None,
        }
    }

    /// Whether there is nothing to store.
    pub(crate) fn does_nothing(&self) -> bool {
        let small = self.drop_drafts.is_empty() && self.redraft.is_empty();
        self.operations.is_empty() && small && !self.forgets_import && self.last_import.is_none()
    }

    /// The same plan, for one that erases a record: its stored words go, and what was being typed about it.
    pub(crate) fn erasing(mut self, kind: &str, id: Id) -> Plan {
        self.erases.insert((kind.to_owned(), id));
        self.drop_drafts.push(Draft::meta_key_of(kind, id));
        self
    }

    /// The same plan, erasing these records of a book as well. What it would have written of them is not even written.
    pub(crate) fn without(mut self, book: &Book, gone: impl IntoIterator<Item = (&'static str, Id)>) -> Plan {
        for (kind, id) in gone {
            let record = book.record(kind, id).map(|record| &**record);
            self.operations.retain(|operation| operation.id != id || operation.kind != kind);
            self.operations.push(set(kind, id, record, [(ERASED.to_owned(), Value::Bool(true))].into()));
            self = self.erasing(kind, id);
        }
        self
    }

    /// Whether it may be held in memory where the store refuses it: an ordinary step. What erases must be said to be
    /// done only when it is, and what takes in a whole file is done again.
    pub(crate) fn may_wait(&self) -> bool {
        let plain = self.erases.is_empty() && self.last_import.is_none() && !self.forgets_import;
        plain && !self.operations.is_empty() && self.operations.len() <= MOST_HELD
    }
}

/// Sets fields of a record, knowingly replacing what it holds now.
pub(crate) fn set(kind: &str, id: Id, record: Option<&Record>, values: BTreeMap<String, Value>) -> NewOperation {
    let seen = |key: &String| Some((key.clone(), stamps(record?, key)));
    let prev = order::map(values.keys().filter_map(seen).filter(|(_, stamps)| !stamps.is_empty()));
    NewOperation { kind: kind.to_owned(), id, set: values, prev }
}

/// The stamps of a value as it stands: several tablets may have written the same, and whoever sees it sees them all.
pub(crate) fn stamps(record: &Record, key: &str) -> Vec<Stamp> {
    let Some(slot) = record.slot(key) else { return Vec::new() };
    let same = record.superseded().into_iter().flat_map(|superseded| &superseded.losers);
    let same = same.filter(|(at, loser)| **at == *key && loser.value == slot.value).map(|(_, loser)| loser.stamp);
    [slot.stamp].into_iter().chain(same).collect()
}

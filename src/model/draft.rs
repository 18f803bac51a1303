//! What somebody is typing: kept as they go, so that nothing is lost between two thoughts.

use super::id::Id;
use super::record::Record;
use super::stamp::Stamp;
use super::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A record in the making, or changes to one, not yet done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The kind of the record.
    pub kind: String,
    /// The record; for a new one, the identity it will have.
    pub id: Id,
    /// Whether the record is new.
    pub new: bool,
    /// The fields that were touched, with what they hold now.
    pub values: BTreeMap<String, Value>,
    /// The stamps of the touched fields when they were first touched: what the writer had seen.
    pub seen: BTreeMap<String, Stamp>,
    /// When it was begun, milliseconds since 1970.
    pub begun_ms: i64,
    /// Who began it, if anyone had said who they are.
    pub by: Option<Id>,
}

impl Draft {
    /// What a field holds, given the record that the draft changes.
    pub fn get<'a>(&'a self, record: Option<&'a Record>, key: &str) -> Option<&'a Value> {
        match self.values.get(key) {
            Some(value) => Some(value),
            None => record.and_then(|record| record.get(key)),
        }
    }

    /// Touches a field. Setting it back to what the record holds untouches it.
    pub fn set(&mut self, record: Option<&Record>, key: &str, value: Value) {
        let slot = record.and_then(|record| record.slot(key));
        let same = match slot {
            Some(slot) => slot.value == value || (slot.value.is_blank() && value.is_blank()),
            None => value.is_blank(),
        };
        if same {
            self.values.remove(key);
            self.seen.remove(key);
            return;
        }
        if let Some(slot) = slot {
            self.seen.entry(key.to_owned()).or_insert(slot.stamp);
        }
        self.values.insert(key.to_owned(), value);
    }

    /// Whether there is anything in it worth keeping.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Where the store keeps it.
    pub fn meta_key(&self) -> String {
        Draft::meta_key_of(&self.kind, self.id)
    }

    /// Where the store keeps the draft of a record, if there is one.
    pub fn meta_key_of(kind: &str, id: Id) -> String {
        format!("{}{kind}:{id}", Draft::META_PREFIX)
    }

    /// What every draft's place in the store begins with.
    pub const META_PREFIX: &'static str = "draft:";
}

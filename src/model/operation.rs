//! The one way anything changes: somebody set some fields of a record.

use super::id::Id;
use super::stamp::{Stamp, Stream, Tick};
use super::value::Value;
use std::collections::BTreeMap;

/// Set to yes, it deletes a record; a later edit brings the record back.
pub const DELETED: &str = "_deleted";
/// Set to yes, it erases a record for good: its values, their history and their conflicts, on every device.
pub const ERASED: &str = "_erased";

/// When what a record tells of was first known, if that is earlier than its own first value: a [`Tick`] in letters. A
/// record that goes on in another's place keeps that one's place in time by it.
pub const BEGUN: &str = "_begun";

/// Somebody set some fields of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The sequence it is filed under: its writer's own, or a branch of it where a copied tablet went on.
    pub stream: Stream,
    /// Who wrote it. It stands in every stamp, so a value bears the same stamp under whatever name it is filed.
    pub writer: Stream,
    /// Its place there, from 1. With the stream it names the operation.
    pub seq: u64,
    /// The order all devices agree on.
    pub tick: Tick,
    /// What the device's own clock and offset said, RFC 3339. For people; nothing is decided by it.
    pub wall: String,
    /// Who was using the device: a `staff` record, if anyone had said who they are.
    pub by: Option<Id>,
    /// The kind of the record.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// The new values.
    pub set: BTreeMap<String, Value>,
    /// For each field, the stamps of the values this one knowingly replaces.
    pub prev: BTreeMap<String, Vec<Stamp>>,
}

impl Operation {
    /// The stamp of every value it sets.
    pub fn stamp(&self) -> Stamp {
        Stamp { tick: self.tick, stream: self.writer }
    }

    /// Whether it erases its record for good.
    pub fn erases(&self) -> bool {
        self.set.get(ERASED).and_then(Value::as_bool) == Some(true)
    }
}

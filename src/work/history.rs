//! Who changed what, when: read from the log when asked for, not kept in memory.

use super::error::WorkError;
use super::job::Job;
use super::state::Unread;
use super::workspace::Workspace;
use crate::log::segment::Segment;
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::Stamp;
use crate::model::value::Value;
use crate::ports::SegmentKey;
use memchr::memmem::Finder;
use std::collections::BTreeMap;

/// One change of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field's key.
    pub field: String,
    /// What it held before, as far as is known.
    pub old: Option<Value>,
    /// What it held from then on.
    pub new: Value,
}

/// Something somebody did to a record.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// When and where, in the order all devices agree on.
    pub stamp: Stamp,
    /// What the device's clock said, RFC 3339.
    pub wall: String,
    /// Who, if anyone had said who they are.
    pub by: Option<Id>,
    /// The fields it set.
    pub changes: Vec<FieldChange>,
}

impl Workspace {
    /// Everything that happened to a record, the latest first.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn history(&self, kind: &str, id: Id) -> Result<Vec<HistoryEntry>, WorkError> {
        let mut ops = operations(self, &[id]).await?;
        ops.retain(|op| op.kind == kind);
        let mut held: BTreeMap<String, Value> = BTreeMap::new();
        let mut entries: Vec<HistoryEntry> = Vec::with_capacity(ops.len());
        for op in ops {
            let (stamp, mut changes) = (op.stamp(), Vec::new());
            for (field, new) in op.set {
                let old = held.insert(field.clone(), new.clone());
                changes.push(FieldChange { field, old, new });
            }
            entries.push(HistoryEntry { stamp, wall: op.wall, by: op.by, changes });
        }
        entries.reverse();
        Ok(entries)
    }
}

/// Everything that happened to records of these identities, in the order all devices agree on.
///
/// # Errors
/// If the store cannot be read.
pub(crate) async fn operations(work: &Workspace, ids: &[Id]) -> Result<Vec<Operation>, WorkError> {
    let needles: Vec<String> = ids.iter().map(Id::to_string).collect();
    let finders: Vec<Finder> = needles.iter().map(|needle| Finder::new(needle.as_bytes())).collect();
    let mut ops: Vec<Operation> = Vec::new();
    let keys: Vec<SegmentKey> = work.store.segment_keys().await?;
    let mut found = Vec::new();
    work.visit(&keys, &Job::quiet(), |key, bytes| {
        // Looking for the identities in the bytes first spares reading all the other segments.
        if !finders.iter().any(|finder| finder.find(&bytes).is_some()) {
            return Ok(());
        }
        match Segment::from_bytes(&bytes) {
            Ok((_, read)) => ops.extend(read.into_iter().filter(|op| ids.contains(&op.id))),
            Err(error) => found.push(Unread::new(key, &bytes, error)),
        }
        Ok(())
    })
    .await?;
    work.note_unread(found);
    order::sort_by_key(&mut ops, Operation::stamp);
    // A branch may hold once more what is known under its writer's own name.
    ops.dedup_by(|a, b| (a.stamp(), &a.set) == (b.stamp(), &b.set));
    Ok(ops)
}

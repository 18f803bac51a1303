//! Who changed what, when: read from the log when asked for, not kept in memory.

use crate::app::workspace::{WorkError, Workspace};
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::domain::value::Value;
use crate::log::line;
use crate::ports::SegmentKey;
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
pub struct Entry {
    /// When and where, in the order all devices agree on.
    pub stamp: Stamp,
    /// What the device's clock said, RFC 3339.
    pub wall: String,
    /// Who, if anyone had said who they are.
    pub by: Option<Id>,
    /// The fields it set.
    pub changes: Vec<FieldChange>,
}

/// How many segments are read at a time.
const PAGE: usize = 64;

impl Workspace {
    /// Everything that happened to a record, the latest first.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn history(&self, kind: &str, id: Id) -> Result<Vec<Entry>, WorkError> {
        let needle = id.to_string();
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        let mut ops = Vec::new();
        let keys: Vec<SegmentKey> = self.store.segment_keys().await?;
        for page in keys.chunks(PAGE) {
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            for (key, bytes) in self.store.segments(*first, *last).await? {
                // Looking for the identity in the bytes first spares reading all the other lines.
                if finder.find(&bytes).is_none() {
                    continue;
                }
                let lines = bytes.split(|byte| *byte == b'\n').filter(|line| finder.find(line).is_some());
                let texts = lines.filter_map(|line| std::str::from_utf8(line).ok());
                let read = texts.filter_map(|text| line::read(key.stream, text.trim_end_matches(',')).ok());
                ops.extend(read.map(|(op, _)| op).filter(|op| op.id == id && op.kind == kind));
            }
        }
        ops.sort_by_key(|op| op.stamp());
        let mut held: BTreeMap<String, Value> = BTreeMap::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(ops.len());
        for op in ops {
            let (stamp, mut changes) = (op.stamp(), Vec::new());
            for (field, new) in op.set {
                let old = held.insert(field.clone(), new.clone());
                changes.push(FieldChange { field, old, new });
            }
            entries.push(Entry { stamp, wall: op.wall, by: op.by, changes });
        }
        entries.reverse();
        Ok(entries)
    }
}

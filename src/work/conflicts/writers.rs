//! Who wrote the values of which one is to stay, read from the log.

use super::Conflict;
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::Stamp;
use crate::work::error::WorkError;
use crate::work::history;
use crate::work::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// Who wrote something, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Who, if anyone had said who they are.
    pub by: Option<Id>,
    /// What the clock of their tablet said, RFC 3339.
    pub wall: String,
    /// When and where: its own stamp, or that of the value which it brought back when a decision was taken back.
    pub stamp: Stamp,
}

impl Workspace {
    /// Who wrote the values of these records, read from the log in one go.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn writers(&self, conflicts: &[Conflict]) -> Result<BTreeMap<Stamp, Written>, WorkError> {
        let wanted = order::map(conflicts.iter().map(|conflict| (conflict.id, conflict.kind)));
        let ids: Vec<Id> = wanted.keys().copied().collect();
        let ops = history::operations(self, &ids).await?;
        let of = ops.into_iter().filter(|op| wanted.get(&op.id).is_some_and(|kind| *kind == op.kind));
        let ops: BTreeMap<Stamp, Operation> = order::map(of.map(|op| (op.stamp(), op)));
        let again = written_again(&ops);
        let written = |op: &Operation| Written { by: op.by, wall: op.wall.clone(), stamp: op.stamp() };
        Ok(order::map(ops.iter().map(|(stamp, op)| (*stamp, written(first_written(&ops, &again, op))))))
    }
}

/// The operations that only bring a conflict back which somebody had settled: they replace the same decision and do not
/// know of each other, though one tablet wrote them.
fn written_again(ops: &BTreeMap<Stamp, Operation>) -> BTreeSet<Stamp> {
    let mut alike: BTreeMap<_, Vec<Stamp>> = BTreeMap::new();
    for (stamp, op) in ops {
        let mut fields = op.set.keys();
        if let (Some(field), None) = (fields.next(), fields.next())
            && let Some(replaced) = op.prev.get(field).filter(|replaced| !replaced.is_empty())
        {
            alike.entry((op.writer, op.id, field, replaced)).or_default().push(*stamp);
        }
    }
    order::set(alike.into_values().filter(|stamps| stamps.len() > 1).flatten())
}

/// Where a value comes from that an operation holds: one that was brought back was first written by somebody else.
fn first_written<'o>(ops: &'o BTreeMap<Stamp, Operation>, again: &BTreeSet<Stamp>, op: &'o Operation) -> &'o Operation {
    let mut at = op;
    while again.contains(&at.stamp())
        && let Some((field, value)) = at.set.first_key_value()
    {
        let replaced = |op: &'o Operation| op.prev.get(field).into_iter().flatten().filter_map(|stamp| ops.get(stamp));
        let same =
            replaced(at).flat_map(replaced).filter(|op| op.stamp() < at.stamp() && op.set.get(field) == Some(value));
        match same.max_by_key(|op| op.stamp()) {
            Some(first) => at = first,
            None => break,
        }
    }
    at
}

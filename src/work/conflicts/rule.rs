//! Many conflicts at once, by one rule that a person picks: worked out first, so that it can be said what will happen, and
//! then settled in one step.

use super::writers::Written;
use super::{Conflict, ConflictSide, Settlement, sides};
use crate::model::book::Book;
use crate::model::id::DeviceId;
use crate::model::stamp::Stamp;
use crate::model::value::Value;
use crate::work::error::WorkError;
use crate::work::workspace::Workspace;
use std::collections::BTreeMap;

/// Which of the values stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The one that was written last, in the order that all tablets agree on.
    Newer,
    /// The one that was written on this tablet. Where none was, or several were, the conflict stays.
    Ours,
}

impl Rule {
    /// The value that stays; none where the rule does not tell.
    fn keeps(self, sides: &[ConflictSide], written: &BTreeMap<Stamp, Written>, here: DeviceId) -> Option<Value> {
        let first = |side: &ConflictSide| written.get(&side.stamp).map_or(side.stamp, |written| written.stamp);
        let kept = match self {
            Rule::Newer => sides.iter().max_by_key(|side| first(side)),
            Rule::Ours => {
                let mut ours = sides.iter().filter(|side| first(side).stream.dev == here);
                ours.next().filter(|_| ours.next().is_none())
            }
        };
        kept.map(|side| side.value.clone())
    }
}

/// What a rule makes of these conflicts: those of which it tells what stays.
fn settlements(
    book: &Book,
    rule: Rule,
    conflicts: &[Conflict],
    written: &BTreeMap<Stamp, Written>,
    here: DeviceId,
) -> Vec<Settlement> {
    let settlement = |conflict: &Conflict| {
        let record = book.alive(conflict.kind, conflict.id)?;
        let keep = rule.keeps(&sides(record, &conflict.field), written, here)?;
        Some(Settlement { conflict: conflict.clone(), keep })
    };
    conflicts.iter().filter_map(settlement).collect()
}

impl Workspace {
    /// What a rule makes of these conflicts: those of which it tells what stays. Nothing is written.
    ///
    /// # Errors
    /// If the store cannot be read: who wrote what stands in the log.
    pub async fn by_rule(&self, rule: Rule, conflicts: &[Conflict]) -> Result<Vec<Settlement>, WorkError> {
        let written = self.writers(conflicts).await?;
        let state = self.state();
        Ok(settlements(&state.book, rule, conflicts, &written, state.me.dev))
    }
}

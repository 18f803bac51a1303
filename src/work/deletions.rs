//! What was deleted lately, by the clocks people know and not by the one that puts operations in order.
//!
//! The hybrid clock never goes back: once notes came from a tablet whose clock was ahead, everything here is ordered
//! after those, under times to come. What a deletion says of the wall clock stands in the log alone.

use super::error::WorkError;
use super::job::Job;
use super::workspace::Workspace;
use crate::log::segment::Segment;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::operation::DELETED;
use crate::model::stamp::{Stamp, Tick};
use crate::model::value::Value;
use crate::model::{date, kept, order};
use chrono::{DateTime, FixedOffset};
use std::collections::HashMap;

/// For how many days what was deleted is offered to come back.
pub const DAYS: i64 = 30;
const DAY_MS: i64 = 86_400_000;

/// A record that was deleted lately.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// Its kind.
    pub kind: &'static Kind,
    /// The record.
    pub id: Id,
    /// When; none where the clock of the tablet that deleted it was ahead of this one's.
    pub at: Option<DateTime<FixedOffset>>,
    stamp: Stamp,
}

impl Workspace {
    /// What was deleted in the last [`DAYS`] days and not erased, the latest first.
    ///
    /// The days count from when it was deleted, as its tablet's clock had it. If that is still to come, they count from
    /// the first note that this tablet wrote after it had heard of it.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn deletions(&self) -> Result<Vec<Deletion>, WorkError> {
        let now = self.now();
        let mut found = self.deleted_since(now.ms - DAYS * DAY_MS);
        let walls = self.walls_of(&found).await?;
        let ahead =
            |deletion: &Deletion| walls.get(&deletion.stamp).is_none_or(|at| at.timestamp_millis() > now.ms + DAY_MS);
        let first_after =
            match found.iter().filter(|deletion| ahead(deletion)).map(|deletion| deletion.stamp.tick).min() {
                Some(from) => self.own_walls_after(from).await?,
                None => Vec::new(),
            };
        found.retain_mut(|deletion| {
            let known = walls.get(&deletion.stamp).filter(|_| !ahead(deletion));
            deletion.at = known.copied();
            let after = || first_after.iter().find(|(tick, _)| *tick > deletion.stamp.tick).map(|(_, ms)| *ms);
            let since = known.map(|at| at.timestamp_millis()).or_else(after);
            since.is_none_or(|since| since >= now.ms - DAYS * DAY_MS)
        });
        order::sort_by_key(&mut found, |deletion| (std::cmp::Reverse(deletion.stamp.tick), deletion.id));
        Ok(found)
    }

    /// Deleted records whose deletion is not ordered before a moment; what is, was deleted before it by every clock.
    fn deleted_since(&self, ms: i64) -> Vec<Deletion> {
        let state = self.state();
        let of_kind = |kind: &&'static Kind| {
            let kind = *kind;
            let gone = state.book.standing(kind.id, |standing| !standing.alive && !standing.erased);
            let gone = gone.filter(|record| !state.policies.is_trace(kind, record));
            let gone = gone.filter(|record| kept::record_shown(kind, record, state.actor));
            let deletion = |record: &std::sync::Arc<crate::model::record::Record>| {
                let stamp = record.slot(DELETED)?.stamp;
                let late = i64::try_from(stamp.tick.ms()).unwrap_or(i64::MAX) >= ms;
                late.then_some(Deletion { kind, id: record.id, at: None, stamp })
            };
            gone.filter_map(deletion).collect::<Vec<_>>()
        };
        state.book.kinds().iter().flat_map(of_kind).collect()
    }

    /// What the wall clocks said at some deletions.
    async fn walls_of(&self, deletions: &[Deletion]) -> Result<HashMap<Stamp, DateTime<FixedOffset>>, WorkError> {
        let mut walls = HashMap::new();
        if deletions.is_empty() {
            return Ok(walls);
        }
        let needle = format!("\"{DELETED}\":true");
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        let wanted: HashMap<Stamp, Id> = deletions.iter().map(|deletion| (deletion.stamp, deletion.id)).collect();
        let keys = self.store.segment_keys().await?;
        self.visit(&keys, &Job::quiet(), |_, bytes| {
            // Looking for the words in the bytes first spares reading all the other segments.
            if finder.find(&bytes).is_none() {
                return Ok(());
            }
            // What cannot be read is said elsewhere.
            for op in Segment::from_bytes(&bytes).map(|(_, ops)| ops).unwrap_or_default() {
                if op.set.get(DELETED) == Some(&Value::Bool(true))
                    && wanted.contains_key(&op.stamp())
                    && let Some(wall) = date::moment(&op.wall)
                {
                    walls.insert(op.stamp(), wall);
                }
            }
            Ok(())
        })
        .await?;
        Ok(walls)
    }

    /// The wall clock of this tablet at each of its own operations after a tick, in order.
    async fn own_walls_after(&self, from: Tick) -> Result<Vec<(Tick, i64)>, WorkError> {
        let me = self.state().me.dev;
        let keys = self.store.segment_keys().await?;
        let own: Vec<_> = keys.into_iter().filter(|key| key.stream.dev == me).collect();
        let mut walls = Vec::new();
        self.visit(&own, &Job::quiet(), |key, bytes| {
            if key.stream.dev != me {
                return Ok(());
            }
            let ops = Segment::from_bytes(&bytes).map(|(_, ops)| ops).unwrap_or_default();
            let after = ops.into_iter().filter(|op| op.tick > from && op.writer.dev == me);
            walls.extend(after.filter_map(|op| Some((op.tick, date::moment(&op.wall)?.timestamp_millis()))));
            Ok(())
        })
        .await?;
        order::sort_by_key(&mut walls, |(tick, _)| *tick);
        Ok(walls)
    }
}

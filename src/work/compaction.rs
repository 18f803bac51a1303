//! Idle work: small segments become larger ones, and a snapshot spares the next start.

use super::error::WorkError;
use super::job::Job;
use super::state::State;
use super::stored::stored_form;
use super::workspace::Workspace;
use crate::log::fault::ReadError;
use crate::log::segment::{MOST, Segment};
use crate::log::snapshot;
use crate::ports::{Commit, Role, SegmentKey, StoreError};

/// How many small segments may pile up before idle time folds them.
const FOLD_FROM: usize = 16;
/// How many operations may follow the snapshot before idle time writes a new one.
const SNAPSHOT_EVERY: u64 = 2_000;
/// How many records are looked at before the screen gets a turn.
const AT_ONCE: usize = 5_000;

impl Workspace {
    /// Idle work: folds small segments into larger ones, and writes a snapshot when much has come since the last.
    ///
    /// # Errors
    /// If the store fails; nothing is lost then, and the next idle time tries again.
    pub async fn compact(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        // A snapshot of what is not stored would hide that it is missing.
        if self.state().role != Role::Writer || self.state().unsaved.has_steps() {
            return Ok(());
        }
        if self.state().owes_purge {
            self.purge().await;
        }
        self.tidy_from(FOLD_FROM, SNAPSHOT_EVERY).await
    }

    /// Idle work: works out what the next snapshot stores beside records, with breaks, if there is to be one.
    ///
    /// # Errors
    /// If it is cancelled.
    pub async fn prepare_snapshot(&self, job: &Job) -> Result<(), WorkError> {
        let stores = {
            let state = self.state();
            let due = state.role == Role::Writer && state.wants_snapshot(SNAPSHOT_EVERY);
            if due { state.stores } else { &[] }
        };
        for prepare in stores {
            loop {
                let left = self.look(|book, index| prepare(index, book, AT_ONCE));
                job.step(0, left).await?;
                if left == 0 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// As [`Workspace::tidy`], from so many small segments and operations on. The caller has its turn.
    pub(crate) async fn tidy_from(&self, segments: usize, operations: u64) -> Result<(), WorkError> {
        match self.tidy_now(segments, operations).await {
            // Another tab has replaced something meanwhile. What is seen of it is tidied the next time.
            Err(WorkError::Store(StoreError::Behind)) => self.look_again().await,
            result => result,
        }
    }

    async fn tidy_now(&self, segments: usize, operations: u64) -> Result<(), WorkError> {
        self.drop_old_hashes().await?;
        self.fold_segments(segments).await?;
        if self.state().wants_snapshot(operations) {
            let count = self.state().book.seen().count();
            // A snapshot that cannot be made is only a slower start.
            let written = self.change(|state| {
                let State { book, index, stores, .. } = state;
                stores.iter().for_each(|prepare| while prepare(index, book, usize::MAX) > 0 {});
                snapshot::write_with(book, index)
            });
            if let Ok(bytes) = written {
                let commit = Commit { snapshot: Some(Some(bytes)), ..Commit::default() };
                self.commit_quietly(commit).await?;
                self.change(|state| state.snapshot_covers = count);
            }
        }
        Ok(())
    }

    async fn fold_segments(&self, from: usize) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        let unread: Vec<SegmentKey> = self.state().unread.iter().map(|unread| unread.key).collect();
        for run in small_runs(&keys, &unread, from) {
            let Some((first, last)) = run.first().zip(run.last()) else { continue };
            let stored = self.store.segments(*first, *last).await?;
            let read: Result<Vec<Segment>, ReadError> =
                stored.iter().map(|(_, bytes)| Ok(Segment::from_bytes(bytes)?.0)).collect();
            // What cannot be read is left as it is; opening the book says so.
            let Ok(segments) = read else { continue };
            let folded = Segment::fold(segments);
            if folded.len() >= stored.len() {
                continue;
            }
            let add = folded.iter().map(stored_form).collect();
            let commit = Commit { add, remove: stored, durable: true, ..Commit::default() };
            self.commit_quietly(commit).await?;
        }
        Ok(())
    }
}

/// Runs of neighboring segments that are worth folding, given all keys in order.
fn small_runs(keys: &[SegmentKey], unread: &[SegmentKey], from: usize) -> Vec<Vec<SegmentKey>> {
    let mut runs: Vec<Vec<SegmentKey>> = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let next = keys.get(at + 1).filter(|next| next.stream == key.stream);
        let small = next.is_none_or(|next| next.first - key.first < MOST as u64 / 2);
        if !small || unread.contains(key) {
            runs.push(Vec::new());
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.last().is_none_or(|last| last.stream == key.stream) => run.push(*key),
            _ => runs.push(vec![*key]),
        }
    }
    runs.retain(|run| run.len() >= from);
    runs
}

//! Erasing for good: the words of what was erased are taken out of what is stored.

use super::error::WorkError;
use super::job::Job;
use super::state::Unread;
use super::stored::{failed, names, stored_form};
use super::unread::redact_damaged;
use super::workspace::Workspace;
use crate::log::segment::{Rechain, Segment};
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::shelf::Shelf;
use crate::ports::{Commit, StoreError};
use std::collections::BTreeSet;

impl Workspace {
    /// Adds to a commit that the stored words of these records are taken out. The snapshot goes too: it may hold them,
    /// and the next one will not. What cannot be read is noted, and loses the lines that can be told to be theirs.
    pub(crate) async fn redact_stored(
        &self,
        commit: &mut Commit,
        erased: &BTreeSet<(String, Id)>,
    ) -> Result<Rechain, WorkError> {
        let keys = self.store.segment_keys().await?;
        let concerns = |op: &Operation| erased.contains(&(op.kind.clone(), op.id));
        let (mut rechain, mut found) = (Rechain::default(), Vec::new());
        self.visit(&keys, &Job::quiet(), |key, bytes| {
            let (segment, ops) = match Segment::from_bytes(&bytes) {
                Ok(read) => read,
                Err(error) => {
                    let unread = Unread::new(key, &bytes, error);
                    if let Some(left) = redact_damaged(&unread, &bytes, erased) {
                        commit.remove.push((key, bytes));
                        commit.add.push((key, left));
                    }
                    found.push(unread);
                    return Ok(());
                }
            };
            let redacted = segment.redact(&ops, concerns).map_err(failed)?;
            if let Some(redacted) = rechain.take(&segment, redacted) {
                commit.remove.push((key, bytes));
                commit.add.push(stored_form(&redacted));
            }
            Ok(())
        })
        .await?;
        self.note_unread(found);
        commit.snapshot = Some(None);
        self.change(|state| state.snapshot_covers = 0);
        Ok(rechain)
    }

    /// Takes out words of erased records that an erasure could not reach, because they could not be read then. The
    /// caller has its turn.
    pub(crate) async fn redact_erased(&self) -> Result<(), WorkError> {
        let (head, me) = (self.state().head, self.state().me.clone());
        // What waits to be stored rests on the head as it is.
        if self.state().unsaved.has_steps() {
            return Ok(());
        }
        let erased: BTreeSet<(String, Id)> = {
            let state = self.state();
            let of = |(_, shelf): (_, &'_ Shelf)| -> Vec<(String, Id)> {
                let gone = shelf.standing(|standing| standing.erased);
                gone.map(|record| (record.kind.to_string(), record.id)).collect()
            };
            state.book.shelves().flat_map(of).collect()
        };
        let mut commit = Commit { durable: true, ..Commit::default() };
        let covers = self.state().snapshot_covers;
        let rechain = self.redact_stored(&mut commit, &erased).await?;
        // The book holds none of these words, nor does the snapshot that was made of it.
        commit.snapshot = None;
        self.change(|state| state.snapshot_covers = covers);
        let counted_anew = head.after(&rechain, me.stream());
        commit.expect.push((names::HEAD.to_owned(), head.stored()?));
        commit.meta.push((names::HEAD.to_owned(), counted_anew.stored()?));
        match self.commit_quietly(commit).await {
            Err(StoreError::Behind) => self.look_again().await,
            result => {
                result?;
                self.change(|state| state.head = counted_anew);
                Ok(())
            }
        }
    }
}

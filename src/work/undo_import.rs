//! Takes back the last import as one step, also after the app was closed.

use super::command;
use super::command::{Command, Done};
use super::error::{Refusal, WorkError};
use super::job::Job;
use super::last_import::LastImport;
use super::resting::Resting;
use super::state::Unread;
use super::workspace::Workspace;
use crate::log::segment::Segment;
use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::operation::Operation;
use std::collections::BTreeSet;

impl Workspace {
    /// Takes back the last import, as one step. What was changed again since stays as it is.
    ///
    /// # Errors
    /// If there is none, another tab writes, or the store fails.
    pub async fn undo_import(&self, job: &Job) -> Result<Done, WorkError> {
        let step = self.step_of_import(job).await?;
        self.run(Command::Undo(step)).await
    }

    /// What rests on the last import by now, and so stays when it is taken back.
    ///
    /// # Errors
    /// If there is none, or the store fails.
    pub async fn resting_on_import(&self, job: &Job) -> Result<Resting, WorkError> {
        let number = self.step_of_import(job).await?;
        Ok(self.resting_on(number))
    }

    /// The step that takes back the last import, worked out anew if the app was closed since.
    async fn step_of_import(&self, job: &Job) -> Result<u64, WorkError> {
        let nothing = || WorkError::Refused(Refusal::Because(command::words::NOTHING_TO_UNDO.message()));
        let taken = self.state().last_import.clone().ok_or_else(nothing)?;
        let still_there = |number: &u64| self.state().undo.iter().any(|step| step.number == *number);
        match taken.step.filter(still_there) {
            Some(step) => Ok(step),
            None => self.recall(&taken, job).await,
        }
    }

    /// Works out from the log what an import changed, as if it had just been done.
    async fn recall(&self, taken: &LastImport, job: &Job) -> Result<u64, WorkError> {
        let mut touched: BTreeSet<(String, Id)> = BTreeSet::new();
        self.each_stored(job, |op| {
            if taken.brought.contains(op.stream, op.seq) {
                touched.insert((op.kind.clone(), op.id));
            }
        })
        .await?;
        let kinds = self.state().book.kinds();
        let (mut before, mut after) = (Book::new(kinds), Book::new(kinds));
        self.each_stored(job, |op| {
            if !touched.contains(&(op.kind.clone(), op.id)) {
                return;
            }
            let known = taken.before.contains(op.stream, op.seq);
            if known {
                before.absorb(op);
            }
            if known || taken.brought.contains(op.stream, op.seq) {
                after.absorb(op);
            }
        })
        .await?;
        let change = |(kind, id): &(String, Id)| {
            Some(Change { before: before.record(kind, *id).cloned(), after: after.record(kind, *id)?.clone() })
        };
        let changes = touched.iter().filter_map(change).collect();
        Ok(self.change(|state| {
            let number = state.push_step(taken.label(), changes);
            if let Some(taken) = &mut state.last_import {
                taken.step = Some(number);
            }
            number
        }))
    }

    /// Shows every stored operation that can be read.
    async fn each_stored(&self, job: &Job, mut look: impl FnMut(&Operation)) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        let mut found = Vec::new();
        self.visit(&keys, job, |key, bytes| {
            match Segment::from_bytes(&bytes) {
                Ok((_, ops)) => ops.iter().for_each(&mut look),
                Err(error) => found.push(Unread::new(key, &bytes, error)),
            }
            Ok(())
        })
        .await?;
        self.note_unread(found);
        Ok(())
    }
}

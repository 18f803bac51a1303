//! Two tabs that both believe they may write: every commit expects the store to be as its writer knows it.
//!
//! A tab that slept may have lost its turn without hearing of it, and where the browser has no locks every tab writes.
//! The head of the stream keeps their operations apart. It says nothing of what was already stored, so a number in
//! `meta`, the generation, is raised by whatever replaces it: folding, erasing, an import, a snapshot, and taking the
//! turn. Every commit expects the generation that its writer has read, and otherwise looks again: no fold and no
//! snapshot of an older view brings back a word that another tab has erased.

use super::command::Command;
use super::error::WorkError;
use super::job::Job;
use super::state::State;
use super::status::SaveState;
use super::stored::names;
use super::workspace::{News, TRIES, Workspace};
use crate::ports::{Commit, Role, StoreError};
use std::future::Future;

/// Makes what is to be committed of the state as it is then.
type Make<'a> = Box<dyn Fn(&State) -> Result<Commit, WorkError> + 'a>;

impl Workspace {
    /// Notes whether this tab may write. A tab that becomes the writer first takes in what the last one wrote, and
    /// whoever else still writes has to look again from then on. A tab that becomes a follower first ends what it is
    /// doing; one that follows from its start takes in what came before it was told of anything.
    ///
    /// # Errors
    /// If the store fails. A writer's role is not taken then; a follower's is, with what was known before.
    pub async fn set_role(&self, role: Role) -> Result<(), WorkError> {
        {
            let _turn = self.turn().await;
            if role == Role::Writer {
                self.look_again().await?;
                // On a full tablet it stays as it is, and who comes second at the first change looks again.
                drop(self.commit_at(Commit::default(), true).await);
            }
            let before = self.change(|state| std::mem::replace(&mut state.role, role));
            match (before, role) {
                (_, Role::Writer) => self.store_waiting().await,
                // Between the opening of the book and now others may have written, of which nobody told this tab. What
                // comes from now on it is told.
                (Role::Waiting, Role::Follower) => self.look_again().await?,
                _ => {}
            }
        }
        self.tell(News::State);
        if role == Role::Writer {
            // What still cannot be stored is said by the status, and tried again.
            drop(self.save_again().await);
            let _turn = self.turn().await;
            self.purge().await;
        }
        Ok(())
    }

    /// Lets go of what nobody allows to keep any more. What was done before is done, so a failure here is none of it:
    /// the status tells of it, and it is tried again in idle time and with the next command. The caller has its turn.
    pub(crate) async fn purge(&self) {
        self.change(|state| state.owes_purge = true);
        match self.append(Command::Purge, Vec::new(), false, &Job::quiet()).await {
            Ok(appended) => {
                self.change(|state| state.owes_purge = false);
                if !appended.nothing {
                    self.tell(News::Drafts);
                }
            }
            Err(WorkError::Store(error)) => self.tell_saved(&Err(error)),
            Err(_) => {}
        }
    }

    /// Commits, with the status telling how it goes.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<(), WorkError> {
        let raises = replaces(&commit);
        self.commit_told(commit, raises).await
    }

    /// As [`Workspace::commit`], for what brings operations of others.
    pub(crate) async fn commit_import(&self, commit: Commit) -> Result<(), WorkError> {
        self.commit_told(commit, true).await
    }

    /// As [`Workspace::commit`], for what nobody waits for.
    pub(crate) async fn commit_quietly(&self, commit: Commit) -> Result<(), StoreError> {
        let raises = replaces(&commit);
        self.commit_at(commit, raises).await
    }

    async fn commit_told(&self, commit: Commit, raises: bool) -> Result<(), WorkError> {
        // While something is held that was refused, it is that which is said.
        if self.state().unsaved.is_empty() {
            self.change(|state| state.save = SaveState::Saving);
            self.tell(News::Save);
        }
        let small: Vec<String> = commit.meta.iter().map(|(name, _)| name.clone()).collect();
        let result = self.commit_at(commit, raises).await;
        if result.is_ok() {
            self.change(|state| state.unsaved.stored(&small));
        }
        self.tell_saved(&result);
        Ok(result?)
    }

    /// Commits what does not depend on what is stored: looks again where another tab was quicker, and tries once more.
    pub(crate) fn commit_anew<'a>(
        &'a self,
        make: impl Fn(&State) -> Result<Commit, WorkError> + 'a,
    ) -> impl Future<Output = Result<(), WorkError>> + 'a {
        self.commit_made(Box::new(make))
    }

    async fn commit_made<'a>(&'a self, make: Make<'a>) -> Result<(), WorkError> {
        let mut tries = 0;
        loop {
            let commit = make(&self.state()).inspect_err(|_| {
                if tries > 0 {
                    self.tell_saved(&Ok(()));
                }
            })?;
            match self.commit(commit).await {
                Err(WorkError::Store(StoreError::Behind)) if tries < TRIES => {
                    tries += 1;
                    self.look_again().await?;
                }
                result => return result,
            }
        }
    }

    /// Commits, expecting the store to be of the generation this tab has read.
    async fn commit_at(&self, mut commit: Commit, raises: bool) -> Result<(), StoreError> {
        let generation = self.state().generation;
        let stored = |generation: u64| (generation > 0).then(|| generation.to_string().into_bytes());
        commit.expect.push((names::GENERATION.to_owned(), stored(generation)));
        let next = generation + u64::from(raises);
        if raises {
            commit.meta.push((names::GENERATION.to_owned(), stored(next)));
        }
        self.store.commit(commit).await?;
        self.change(|state| state.generation = next);
        Ok(())
    }
}

/// Whether a commit replaces something that was stored.
fn replaces(commit: &Commit) -> bool {
    !commit.remove.is_empty() || commit.snapshot.is_some()
}

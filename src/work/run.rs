//! Doing what a person wants: planned, made into operations, stored in one durable transaction, then shown.

use super::command::{Command, Done};
use super::error::WorkError;
use super::head::{Head, Identity};
use super::job::Job;
use super::last_import::LastImport;
use super::plan::{NewOperation, Plan};
use super::planner::plan;
use super::read_back;
use super::resting::Resting;
use super::state::State;
use super::stored::{blobs_of, names, stored_form, to_bytes};
use super::workspace::{FEW, News, TRIES, Workspace};
use crate::log::clock::HybridClock;
use crate::log::line::{self, Line};
use crate::log::segment::{MOST, Rechain, Segment};
use crate::model::book::{Change, Met};
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::ports::{Commit, Role, StoreError};

/// How many operations are taken in before the screen may breathe.
const SLICE: usize = 500;

/// A commit, and what becomes of the workspace once it is done.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) commit: Commit,
    pub(crate) ops: Vec<Operation>,
    pub(crate) clock: HybridClock,
    pub(crate) head: Head,
    pub(crate) last_import: Option<LastImport>,
}

/// What a command came to.
pub(crate) struct Appended {
    pub(crate) plan: Plan,
    /// What became of each record.
    pub(crate) changes: Vec<Change>,
    /// What is remembered of an import.
    pub(crate) last_import: Option<LastImport>,
    /// Whether the store has it.
    pub(crate) stored: bool,
    /// Whether there was nothing to do.
    pub(crate) nothing: bool,
}

impl Workspace {
    /// What a command takes, with everything that the law asks for once it is done.
    fn planned(&self, command: Command) -> Result<Plan, WorkError> {
        let anything = matches!(command, Command::Purge);
        let resting = match command {
            Command::Undo(step) => self.resting_on(step),
            _ => Resting::default(),
        };
        let plan = plan(&self.state(), command, &resting).map_err(WorkError::Refused)?;
        Ok(self.lawful(plan, anything))
    }

    /// Does what a person wants: checks it, stores it durably, then shows it.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn run(&self, command: Command) -> Result<Done, WorkError> {
        self.run_watched(command, &Job::quiet()).await
    }

    /// As [`Workspace::run`], for much at once.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn run_watched(&self, command: Command, job: &Job) -> Result<Done, WorkError> {
        self.run_and_drop(command, Vec::new(), job).await
    }

    /// As [`Workspace::run_watched`], removing these small things in the same transaction.
    pub(crate) async fn run_and_drop(&self, command: Command, done: Vec<String>, job: &Job) -> Result<Done, WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following);
        }
        // A form stays open until the store has what it says. Everything else is done at the tap.
        let waits = !matches!(command, Command::Finish(_) | Command::FinishWith { .. });
        let Appended { plan, changes, last_import, stored, nothing } = self.append(command, done, waits, job).await?;
        // From here on it is done, whatever becomes of what follows.
        let label = plan.label.clone();
        let draft_done = !plan.drop_drafts.is_empty() || !plan.redraft.is_empty();
        let (undo_of, forgets_import) = (plan.undo_of, plan.forgets_import);
        let is_step = plan.is_step && plan.erases.is_empty();
        if nothing {
            return Ok(Done { label, stored: true, step: None, changed: false });
        }
        let step = self.change(|state| {
            if let Some(number) = undo_of {
                state.undo.retain(|step| step.number != number);
                if let Some(undone) = state.last_import.take_if(|_| forgets_import) {
                    return Some(state.push_step_of(label.clone(), changes, Some(undone)));
                }
                // An import that is done again is the last import again; any other step is gone.
                last_import.as_ref()?;
            }
            if !is_step {
                return None;
            }
            let step = Some(state.push_step(label.clone(), changes));
            if let Some(last_import) = last_import {
                state.last_import = Some(LastImport { step, ..last_import });
            }
            step
        });
        if draft_done {
            self.tell(News::Drafts);
        }
        // What was held back meanwhile may meet what another tab has heard since.
        self.change(|state| state.owes_purge |= state.unsaved.asks_anew());
        if stored && self.state().owes_purge {
            self.purge().await;
        }
        Ok(Done { label, stored, step, changed: true })
    }

    /// Stores what a command takes in one durable transaction, then takes it into the book. Removes these small things
    /// in the same transaction. The caller has its turn.
    ///
    /// With `waits`, an ordinary step that the store refuses is held in memory and shown all the same.
    pub(crate) async fn append(
        &self,
        command: Command,
        done: Vec<String>,
        waits: bool,
        job: &Job,
    ) -> Result<Appended, WorkError> {
        // What was refused before goes first: this rests on it.
        let behind = match self.flush().await {
            Err(WorkError::Store(error)) if self.state().unsaved.has_steps() => Some(error),
            _ => None,
        };
        let mut tries = 0;
        loop {
            // Planned anew at each try: what is wanted may be refused by what another tab has written meanwhile.
            let mut plan = self.planned(command.clone()).inspect_err(|_| {
                if tries > 0 {
                    self.tell_saved(&Ok(()));
                }
            })?;
            let nothing = plan.does_nothing();
            plan.drop_drafts.extend(done.iter().cloned());
            if plan.does_nothing() {
                return Ok(Appended { plan, changes: Vec::new(), last_import: None, stored: true, nothing });
            }
            let waits = waits && plan.may_wait();
            let (mut redacted, mut rechain) = (Commit::default(), Rechain::default());
            if !plan.erases.is_empty() {
                rechain = self.redact_stored(&mut redacted, &plan.erases).await?;
                redacted.drop_blobs.extend(plan.erases.iter().map(|(_, id)| blobs_of(*id)));
            }
            let mut prepared = self.prepare(&plan, &rechain, job).await?;
            prepared.commit.remove = redacted.remove;
            prepared.commit.add.extend(redacted.add);
            (prepared.commit.snapshot, prepared.commit.drop_blobs) = (redacted.snapshot, redacted.drop_blobs);
            if prepared.commit.snapshot.is_some() {
                prepared.commit.snapshot = Some(self.snapshot_after(&prepared.ops));
            }
            let held = waits.then(|| prepared.clone());
            let result = match &behind {
                None => self.commit(std::mem::take(&mut prepared.commit)).await,
                Some(error) => Err(error.clone().into()),
            };
            match result {
                Ok(()) => {
                    let changes = self.done(&plan, &prepared);
                    let last_import = prepared.last_import;
                    return Ok(Appended { plan, changes, last_import, stored: true, nothing });
                }
                // Another tab wrote in between: look again and number anew.
                Err(WorkError::Store(StoreError::Behind)) if tries < TRIES => {
                    tries += 1;
                    self.look_again().await?;
                }
                Err(WorkError::Store(error)) if error != StoreError::Behind && waits => {
                    let Some(held) = held else { return Err(error.into()) };
                    let last_import = prepared.last_import;
                    let changes = self.hold_step(&plan, held, error);
                    return Ok(Appended { plan, changes, last_import, stored: false, nothing });
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes a plan that was stored into what is in memory. Gives what became of each record.
    pub(crate) fn done(&self, plan: &Plan, prepared: &Prepared) -> Vec<Change> {
        self.change(|state| {
            (state.clock, state.head) = (prepared.clock, prepared.head);
            state.forget(&plan.drop_drafts);
            state.drafts.extend(plan.redraft.iter().map(|draft| (draft.meta_key(), draft.clone())));
        });
        self.take_in(&prepared.ops)
    }

    /// The operations of a plan, as this stream goes on behind this number, and the clock after them.
    pub(crate) fn operations(&self, plan: &Plan, stream: Stream, behind: u64) -> (Vec<Operation>, HybridClock) {
        let (actor, mut clock) = (self.state().actor, self.state().clock);
        let (now, actor) = plan.when.unwrap_or((self.now(), actor));
        let wall = now.to_stored();
        let operation = |(seq, new): (u64, &NewOperation)| Operation {
            stream,
            writer: stream,
            seq,
            tick: clock.tick(now.ms),
            wall: wall.clone(),
            by: actor,
            kind: new.kind.clone(),
            id: new.id,
            set: new.set.clone(),
            prev: new.prev.clone(),
        };
        let ops = (behind + 1..).zip(&plan.operations).map(operation).collect();
        (ops, clock)
    }

    /// Makes operations of a plan and the commit that stores them, after what `rechain` says of this device's stream.
    pub(crate) async fn prepare(&self, plan: &Plan, rechain: &Rechain, job: &Job) -> Result<Prepared, WorkError> {
        let (me, head) = (self.state().me.clone(), self.state().head);
        self.prepare_as(plan, (&me, head), rechain, job).await
    }

    /// As [`Workspace::prepare`], under this identity, whose stream ends there.
    pub(crate) async fn prepare_as(
        &self,
        plan: &Plan,
        (me, old_head): (&Identity, Head),
        rechain: &Rechain,
        job: &Job,
    ) -> Result<Prepared, WorkError> {
        let stream = me.stream();
        let (ops, clock) = self.operations(plan, stream, old_head.seq);
        let mut head = old_head.after(rechain, stream);
        let mut add = Vec::new();
        let mut written = 0;
        for part in ops.chunks(MOST) {
            let before = head.chain;
            let mut lines: Vec<Line> = Vec::with_capacity(part.len());
            for op in part {
                let line = line::write(op, self.new_salt());
                head = Head { seq: op.seq, chain: head.chain.then(line.leaf) };
                lines.push(line);
            }
            let segment = Segment { stream, writer: stream, org: me.org.clone(), before, lines };
            let stored = stored_form(&segment);
            read_back::check(&segment, &stored.1, part)?;
            add.push(stored);
            written += part.len();
            if ops.len() > MOST {
                job.step(written, ops.len()).await?;
            }
        }
        let mut meta: Vec<_> = plan.drop_drafts.iter().map(|name| (name.clone(), None)).collect();
        for draft in &plan.redraft {
            meta.push((draft.meta_key(), Some(to_bytes(draft)?)));
        }
        let last_import = plan.last_import.clone().map(|mut last_import| {
            last_import.brought.insert_range(stream, old_head.seq + 1, head.seq);
            last_import
        });
        if let Some(last_import) = &last_import {
            meta.push((names::LAST_IMPORT.to_owned(), Some(to_bytes(last_import)?)));
        }
        if plan.forgets_import {
            meta.push((names::LAST_IMPORT.to_owned(), None));
        }
        let mut expect = Vec::new();
        if head != old_head {
            expect.push((names::HEAD.to_owned(), old_head.stored()?));
            meta.push((names::HEAD.to_owned(), head.stored()?));
        }
        let commit = Commit { expect, add, meta, durable: true, ..Commit::default() };
        Ok(Prepared { commit, ops, clock, head, last_import })
    }

    /// As [`Workspace::take_in`], with breaks in which the screens show what was there before. The caller has its turn.
    pub(crate) async fn take_in_many(&self, ops: &[Operation], job: &Job) -> Vec<Change> {
        if ops.len() <= FEW {
            return self.take_in(ops);
        }
        let (mut book, mut met) = (self.state().book.clone(), Met::default());
        let before = book.seen().clone();
        for (at, slice) in ops.chunks(SLICE).enumerate() {
            book.apply_more(slice, &mut met);
            // It is stored: there is nothing left to be cancelled.
            job.step(at * SLICE, ops.len()).await.ok();
        }
        if *self.state().book.seen() != before {
            return self.take_in(ops);
        }
        let changes = book.changes_of(met);
        self.change(|state| {
            ops.iter().for_each(|op| state.clock.observe(op.tick));
            state.book = book;
            state.index.clear();
        });
        self.tell(News::Everything);
        changes
    }

    /// Takes stored operations into the book and tells the screens.
    pub(crate) fn take_in(&self, ops: &[Operation]) -> Vec<Change> {
        let few = ops.len() <= FEW;
        let changes = self.change(|state| {
            let State { book, index, clock, .. } = state;
            ops.iter().for_each(|op| clock.observe(op.tick));
            let changes = book.apply_all(ops);
            if few {
                changes.iter().for_each(|change| index.follow(book, change));
            } else {
                index.clear();
            }
            changes
        });
        self.tell(if few {
            News::Records(ops.iter().map(|op| (op.kind.clone(), op.id)).collect())
        } else {
            News::Everything
        });
        changes
    }
}

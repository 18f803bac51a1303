//! The book on this device and the only hand that writes in it.
//!
//! Whatever changes goes one way: a command becomes operations, one durable transaction stores them, and only then
//! does the book change and the screen with it.

use crate::app::command::{self, Command, Done, NewOperation, Plan, Refusal, plan};
use crate::app::job::{Cancelled, Job};
use crate::app::read_back;
use crate::app::recording;
use crate::app::state::{Backup, Head, Identity, State, Unread};
use crate::app::status::SaveState;
use crate::app::taken_in::TakenIn;
use crate::app::turns::{Turn, Turns};
use crate::app::unsaved::{self, Unsaved};
use crate::domain::book::{Book, Change};
use crate::domain::date::{self, Now, Zone};
use crate::domain::draft::Draft;
use crate::domain::id::{DeviceId, Id, Salt};
use crate::domain::index::Index;
use crate::domain::operation::Operation;
use crate::domain::order;
use crate::domain::seen::Seen;
use crate::domain::typed::Typed;
use crate::kinds::KINDS;
use crate::log::clock::HybridClock;
use crate::log::fault::{Fault, ReadError};
use crate::log::line::{self, Line};
use crate::log::segment::{MOST, Rechain, Segment};
use crate::log::snapshot;
use crate::ports::{Clock, Commit, Ids, Role, SegmentKey, Store, StoreError};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Ref, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Names of the small things in the store.
pub(crate) mod names {
    pub(crate) const DEVICE: &str = "device";
    pub(crate) const HEAD: &str = "head";
    pub(crate) const BACKUP: &str = "backup";
    pub(crate) const ACTOR: &str = "actor";
    pub(crate) const TAKEN_IN: &str = "taken-in";
    pub(crate) const OLD_HASHES: &str = "old-hashes-gone";
    pub(crate) const GENERATION: &str = "generation";
    pub(crate) const VERIFIED: &str = "verified";
}

/// How often something is tried again when another tab was quicker.
pub(crate) const TRIES: u32 = 2;

/// How many stored segments are read at a time.
const PAGE: usize = 64;

/// What a screen is told of.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// These records changed: (kind, record).
    Records(Vec<(String, Id)>),
    /// So much changed that everything should be looked at again.
    Everything,
    /// Saving began, ended or failed.
    Save,
    /// A draft was kept or is gone.
    Drafts,
    /// A copy left, or this tab's role or user changed.
    State,
}

/// Somebody who is told.
type Listener = Rc<dyn Fn(&News)>;

/// Why something was not done. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WorkError {
    /// What was asked cannot be done, and why.
    #[error("{0:?}")]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The person cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Another tab writes.
    #[error("another tab writes")]
    Following,
    /// It could not be read again once it is stored.
    #[error("it could not be read back: {0}")]
    Unreadable(ReadError),
}

impl WorkError {
    /// What to tell the person.
    pub fn message(&self) -> crate::domain::text::Message {
        match self {
            WorkError::Refused(refusal) => refusal.message(),
            WorkError::Store(error) => error.message(),
            WorkError::Cancelled(_) => crate::app::command::words::CANCELLED.message(),
            WorkError::Following => crate::app::status::words::FOLLOWING.message(),
            WorkError::Unreadable(ReadError { fault: Fault::TooLong, .. }) => command::words::TOO_LONG.message(),
            WorkError::Unreadable(error) => command::words::UNREADABLE.with("cause", error.to_string()),
        }
    }
}

/// The book on this device.
pub struct Workspace {
    pub(crate) store: Rc<dyn Store>,
    clock: Rc<dyn Clock>,
    ids: Rc<dyn Ids>,
    state: RefCell<State>,
    turns: Turns,
    listeners: RefCell<Vec<Listener>>,
}

impl Workspace {
    /// Opens the book: the snapshot, then every stored operation it does not cover.
    ///
    /// # Errors
    /// If the store cannot be read, or a new device cannot write down who it is.
    pub async fn open(
        store: Rc<dyn Store>,
        clock: Rc<dyn Clock>,
        ids: Rc<dyn Ids>,
        job: &Job,
    ) -> Result<Workspace, WorkError> {
        let meta: BTreeMap<String, Vec<u8>> = order::map(store.meta("").await?);
        let known = meta.get(names::DEVICE).and_then(|bytes| parse::<Identity>(bytes));
        let me = match known {
            Some(me) => me,
            None => introduce(&*store, &*ids, meta.get(names::DEVICE)).await?,
        };
        let book = store.snapshot().await?.and_then(|bytes| snapshot::read(&bytes)).unwrap_or_default();
        let state = State {
            snapshot_covers: book.seen().count(),
            book,
            index: Index::default(),
            actor: meta.get(names::ACTOR).and_then(|bytes| parse(bytes)),
            backup: meta.get(names::BACKUP).and_then(|bytes| parse(bytes)).unwrap_or_default(),
            drafts: small_of(&meta, Draft::META_PREFIX),
            typed: small_of(&meta, Typed::META_PREFIX),
            unsaved: Unsaved::default(),
            role: Role::Waiting,
            save: SaveState::Saved,
            unread: Vec::new(),
            taken_in: meta.get(names::TAKEN_IN).and_then(|bytes| parse(bytes)),
            undo: Vec::new(),
            head: Head::start_of(me.stream()),
            me,
            clock: HybridClock::default(),
            steps: 0,
            generation: 0,
            owes_letting_go: false,
        };
        let (turns, listeners) = (Turns::default(), RefCell::default());
        let workspace = Workspace { store, clock, ids, state: RefCell::new(state), turns, listeners };
        workspace.load(job).await?;
        workspace.remember_unread().await?;
        Ok(workspace)
    }

    /// Everything in memory, to look at.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Looks something up with the help of the index, which may have to be built.
    pub fn look<R>(&self, look: impl FnOnce(&Book, &mut Index) -> R) -> R {
        let mut state = self.state.borrow_mut();
        let State { book, index, .. } = &mut *state;
        look(book, index)
    }

    /// The present, as the device has it.
    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// The time zone of the device.
    pub fn zone(&self) -> Rc<dyn Zone> {
        self.clock.clone()
    }

    /// A moment, milliseconds since 1970, as clocks showed it here then.
    pub fn local(&self, ms: i64) -> DateTime<FixedOffset> {
        date::local(ms, &*self.clock)
    }

    /// A new identity for a record.
    pub fn new_id(&self) -> Id {
        Id(self.ids.random())
    }

    /// Calls back with everything that changes.
    pub fn listen(&self, listener: impl Fn(&News) + 'static) {
        self.listeners.borrow_mut().push(Rc::new(listener));
    }

    pub(crate) fn tell(&self, news: News) {
        let listeners = self.listeners.borrow().clone();
        listeners.iter().for_each(|listener| listener(&news));
    }

    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        change(&mut self.state.borrow_mut())
    }

    /// Waits until everything that was asked for before is done.
    pub(crate) async fn turn(&self) -> Turn<'_> {
        self.turns.take().await
    }

    /// What a command takes, with everything that the law asks for once it is done.
    async fn planned(&self, command: Command) -> Result<Plan, WorkError> {
        let anything = matches!(command, Command::LetGo);
        let plan = plan(&self.state(), command).map_err(WorkError::Refused)?;
        self.lawful(plan, anything).await
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
        let waits = !matches!(command, Command::Finish(_));
        let Appended { plan, changes, taken_in, stored, nothing } = self.append(command, done, waits, job).await?;
        // From here on it is done, whatever becomes of what follows.
        let label = plan.label.clone();
        let draft_done = !plan.drop_drafts.is_empty() || !plan.redraft.is_empty();
        let (undo_of, forgets_import, erases) = (plan.undo_of, plan.forgets_import, !plan.erases.is_empty());
        if nothing {
            return Ok(Done { label, stored: true, step: None, changed: false });
        }
        let step = self.change(|state| {
            if let Some(number) = undo_of {
                state.undo.retain(|step| step.number != number);
                state.taken_in.take_if(|_| forgets_import);
                return None;
            }
            if erases {
                return None;
            }
            let step = Some(state.push_step(label.clone(), changes));
            if let Some(taken_in) = taken_in {
                state.taken_in = Some(TakenIn { step, ..taken_in });
            }
            step
        });
        if draft_done {
            self.tell(News::Drafts);
        }
        // What was held back meanwhile may meet what another tab has heard since.
        self.change(|state| state.owes_letting_go |= state.unsaved.asks_anew());
        if stored && self.state().owes_letting_go {
            self.let_go().await;
        }
        Ok(Done { label, stored, step, changed: true })
    }

    /// Keeps a draft, or removes it if there is nothing in it. Where the store refuses, it is held in memory, tried
    /// again, and the status says so.
    ///
    /// # Errors
    /// If another tab writes, or nobody allows to keep it.
    pub async fn keep_draft(&self, draft: Draft) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following);
        }
        let name = draft.meta_key();
        let draft = command::allowed_draft(&self.state(), &draft);
        if !draft.is_empty() {
            command::may_keep(&self.state(), &draft).map_err(WorkError::Refused)?;
        }
        let bytes = if draft.is_empty() { None } else { Some(to_bytes(&draft)?) };
        self.change(|state| match bytes {
            Some(_) => state.drafts.insert(name.clone(), draft),
            None => state.drafts.remove(&name),
        });
        let kept = self.keep_small(name, bytes).await;
        self.tell(News::Drafts);
        kept
    }

    /// Says who is using this device from now on.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn set_actor(&self, actor: Option<Id>) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        let bytes = actor.map(|id| to_bytes(&id)).transpose()?;
        let meta = vec![(names::ACTOR.to_owned(), bytes)];
        self.commit_anew(|_| Ok(Commit { meta: meta.clone(), durable: true, ..Commit::default() })).await?;
        self.change(|state| state.actor = actor);
        self.tell(News::State);
        Ok(())
    }

    /// Takes in what another tab has stored since.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn catch_up(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        self.look_again().await
    }

    /// As [`Workspace::catch_up`], for a caller that has its turn.
    pub(crate) async fn look_again(&self) -> Result<(), WorkError> {
        self.load(&Job::quiet()).await?;
        let mut drafts = small_of(&order::map(self.store.meta(Draft::META_PREFIX).await?), Draft::META_PREFIX);
        let mut typed = small_of(&order::map(self.store.meta(Typed::META_PREFIX).await?), Typed::META_PREFIX);
        let backup: Option<Backup> = self.small(names::BACKUP).await?;
        let taken_in: Option<TakenIn> = self.small(names::TAKEN_IN).await?;
        self.change(|state| {
            state.unsaved.lay_over(Draft::META_PREFIX, &mut drafts);
            state.unsaved.lay_over(Typed::META_PREFIX, &mut typed);
            (state.drafts, state.typed) = (drafts, typed);
            state.backup = backup.unwrap_or_default();
            // The step, which only this tab knows, goes with it as long as it is the same import.
            let step =
                state.taken_in.as_ref().filter(|old| taken_in.as_ref().is_some_and(|new| new.brought == old.brought));
            let step = step.and_then(|old| old.step);
            state.taken_in = taken_in.map(|taken_in| TakenIn { step, ..taken_in });
        });
        self.tell(News::Everything);
        Ok(())
    }

    /// A small thing of the store; none if it is not there or cannot be read.
    async fn small<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, WorkError> {
        let found = self.store.meta(name).await?.into_iter().find(|(at, _)| at == name);
        Ok(found.and_then(|(_, bytes)| parse(&bytes)))
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
            let mut plan = self.planned(command.clone()).await.inspect_err(|_| {
                if tries > 0 {
                    self.tell_saved(&Ok(()));
                }
            })?;
            let nothing = plan.does_nothing();
            plan.drop_drafts.extend(done.iter().cloned());
            if plan.does_nothing() {
                return Ok(Appended { plan, changes: Vec::new(), taken_in: None, stored: true, nothing });
            }
            let waits = waits && plan.may_wait();
            let (mut redacted, mut rechain) = (Commit::default(), Rechain::default());
            if !plan.erases.is_empty() {
                rechain = self.redact_stored(&mut redacted, &plan.erases).await?;
                redacted.drop_blobs.extend(plan.erases.iter().map(|(_, id)| recording::prefix(*id)));
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
                    let taken_in = prepared.taken_in;
                    return Ok(Appended { plan, changes, taken_in, stored: true, nothing });
                }
                // Another tab wrote in between: look again and number anew.
                Err(WorkError::Store(StoreError::Behind)) if tries < TRIES => {
                    tries += 1;
                    self.look_again().await?;
                }
                Err(WorkError::Store(error)) if error != StoreError::Behind && waits => {
                    let Some(held) = held else { return Err(error.into()) };
                    let taken_in = prepared.taken_in;
                    let changes = self.hold_step(&plan, held, error);
                    return Ok(Appended { plan, changes, taken_in, stored: false, nothing });
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes a plan that was stored into what is in memory. Gives what became of each record.
    pub(crate) fn done(&self, plan: &Plan, prepared: &Prepared) -> Vec<Change> {
        self.change(|state| {
            (state.clock, state.head) = (prepared.clock, prepared.head);
            unsaved::forget(state, &plan.drop_drafts);
            state.drafts.extend(plan.redraft.iter().map(|draft| (draft.meta_key(), draft.clone())));
        });
        self.take_in(&prepared.ops)
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
        let (actor, mut clock) = (self.state().actor, self.state().clock);
        let (now, actor) = plan.when.unwrap_or((self.now(), actor));
        let stream = me.stream();
        let (mut head, wall) = (old_head.after(rechain, stream), now.to_stored());
        let mut ops = Vec::with_capacity(plan.operations.len());
        let mut add = Vec::new();
        for part in plan.operations.chunks(MOST) {
            let before = head.chain;
            let mut lines: Vec<Line> = Vec::with_capacity(part.len());
            for NewOperation { kind, id, set, prev } in part {
                let op = Operation {
                    stream,
                    writer: stream,
                    seq: head.seq + 1,
                    tick: clock.tick(now.ms),
                    wall: wall.clone(),
                    by: actor,
                    kind: kind.clone(),
                    id: *id,
                    set: set.clone(),
                    prev: prev.clone(),
                };
                let line = line::write(&op, Salt(self.ids.random())).map_err(failed)?;
                head = Head { seq: op.seq, chain: head.chain.then(line.leaf) };
                lines.push(line);
                ops.push(op);
            }
            let segment = Segment { stream, writer: stream, org: me.org.clone(), before, lines };
            let stored = stored_form(&segment)?;
            read_back::check(&segment, &stored.1, &ops[ops.len() - part.len()..])?;
            add.push(stored);
            if plan.operations.len() > MOST {
                job.step(ops.len(), plan.operations.len()).await?;
            }
        }
        let mut meta: Vec<_> = plan.drop_drafts.iter().map(|name| (name.clone(), None)).collect();
        for draft in &plan.redraft {
            meta.push((draft.meta_key(), Some(to_bytes(draft)?)));
        }
        let taken_in = plan.taken_in.clone().map(|mut taken_in| {
            taken_in.brought.insert_range(stream, old_head.seq + 1, head.seq);
            taken_in
        });
        if let Some(taken_in) = &taken_in {
            meta.push((names::TAKEN_IN.to_owned(), Some(to_bytes(taken_in)?)));
        }
        if plan.forgets_import {
            meta.push((names::TAKEN_IN.to_owned(), None));
        }
        let mut expect = Vec::new();
        if head != old_head {
            expect.push((names::HEAD.to_owned(), old_head.stored()?));
            meta.push((names::HEAD.to_owned(), head.stored()?));
        }
        let commit = Commit { expect, add, meta, durable: true, ..Commit::default() };
        Ok(Prepared { commit, ops, clock, head, taken_in })
    }

    /// Takes stored operations into the book and tells the screens.
    pub(crate) fn take_in(&self, ops: &[Operation]) -> Vec<Change> {
        let mut state = self.state.borrow_mut();
        let State { book, index, clock, .. } = &mut *state;
        let few = ops.len() <= 200;
        ops.iter().for_each(|op| clock.observe(op.tick));
        let changes = book.apply_all(ops);
        if few {
            changes.iter().for_each(|change| index.follow(KINDS, change));
        } else {
            index.clear();
        }
        drop(state);
        self.tell(if few {
            News::Records(ops.iter().map(|op| (op.kind.clone(), op.id)).collect())
        } else {
            News::Everything
        });
        changes
    }

    /// Shows stored segments to `look`, a page at a time, so that a long log does not fill the memory. Between these
    /// keys others may lie, which are shown too: reading them is faster than many small reads.
    pub(crate) async fn visit(
        &self,
        keys: &[SegmentKey],
        job: &Job,
        mut look: impl FnMut(SegmentKey, Vec<u8>) -> Result<(), WorkError>,
    ) -> Result<(), WorkError> {
        for (done, page) in keys.chunks(PAGE).enumerate() {
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            for (key, bytes) in self.store.segments(*first, *last).await? {
                look(key, bytes)?;
            }
            job.step((done + 1) * PAGE, keys.len()).await?;
        }
        Ok(())
    }

    /// Reads every stored operation that the book does not have.
    pub(crate) async fn load(&self, job: &Job) -> Result<(), WorkError> {
        // Looked up first: should another tab write while the segments are read, what is written next finds out.
        let generation: Option<u64> = self.small(names::GENERATION).await?;
        let head: Option<Head> = self.small(names::HEAD).await?;
        let me: Option<Identity> = self.small(names::DEVICE).await?;
        self.replay(job).await?;
        self.change(|state| {
            state.generation = generation.unwrap_or(0);
            state.me = me.unwrap_or_else(|| state.me.clone());
            state.head = head.unwrap_or_else(|| Head::start_of(state.me.stream()));
            state.clock.observe(state.book.latest());
            state.index.clear();
        });
        self.follow_on().await
    }

    /// Takes stored operations into the book that it does not have.
    pub(crate) async fn replay(&self, job: &Job) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        let needed = uncovered(&keys, self.state().book.seen());
        let mut unread = Vec::new();
        self.visit(&needed, job, |key, bytes| {
            match Segment::from_bytes(&bytes) {
                Ok((_, ops)) => self.change(|state| ops.iter().for_each(|op| _ = state.book.absorb(op))),
                Err(error) => unread.push(Unread::new(key, &bytes, error)),
            }
            Ok(())
        })
        .await?;
        // What a snapshot covers is not read here, and stays as it was found.
        self.change(|state| {
            state.unread.retain(|known| keys.contains(&known.key) && !needed.contains(&known.key));
            state.unread.extend(unread);
        });
        Ok(())
    }
}

/// A commit, and what becomes of the workspace once it is done.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) commit: Commit,
    pub(crate) ops: Vec<Operation>,
    pub(crate) clock: HybridClock,
    pub(crate) head: Head,
    pub(crate) taken_in: Option<TakenIn>,
}

/// What a command came to.
pub(crate) struct Appended {
    pub(crate) plan: Plan,
    /// What became of each record.
    pub(crate) changes: Vec<Change>,
    /// What is remembered of an import.
    pub(crate) taken_in: Option<TakenIn>,
    /// Whether the store has it.
    pub(crate) stored: bool,
    /// Whether there was nothing to do.
    pub(crate) nothing: bool,
}

/// The small things whose names begin so, as far as they can be read.
fn small_of<T: DeserializeOwned>(meta: &BTreeMap<String, Vec<u8>>, prefix: &str) -> BTreeMap<String, T> {
    let found = meta.iter().filter(|(name, _)| name.starts_with(prefix));
    order::map(found.filter_map(|(name, bytes)| Some((name.clone(), parse(bytes)?))))
}

/// Writes down who this device is, the first time it is asked.
async fn introduce(store: &dyn Store, ids: &dyn Ids, had: Option<&Vec<u8>>) -> Result<Identity, WorkError> {
    let me = Identity { dev: DeviceId(ids.random() as u64), epoch: 1, org: Id(ids.random()).to_string() };
    let name = || names::DEVICE.to_owned();
    let commit = Commit {
        expect: vec![(name(), had.cloned())],
        meta: vec![(name(), Some(to_bytes(&me)?))],
        durable: true,
        ..Commit::default()
    };
    match store.commit(commit).await {
        // Another tab was quicker: this device is who that one says.
        Err(StoreError::Behind) => {
            let stored = store.meta(names::DEVICE).await?;
            let found = stored.first().and_then(|(_, bytes)| parse(bytes));
            found.ok_or(WorkError::Store(StoreError::Behind))
        }
        result => Ok(result.map(|()| me)?),
    }
}

/// The keys of the segments that may hold operations not seen, given all keys in order.
fn uncovered(keys: &[SegmentKey], seen: &Seen) -> Vec<SegmentKey> {
    let needed = keys.iter().enumerate().filter(|(at, key)| match keys.get(at + 1) {
        // A segment ends before the next one of its stream begins.
        Some(next) if next.stream == key.stream => !seen.contains_all(key.stream, key.first, next.first - 1),
        // The last one of a stream may have grown.
        _ => true,
    });
    needed.map(|(_, key)| *key).collect()
}

/// A segment as a commit adds it.
pub(crate) fn stored_form(segment: &Segment) -> Result<(SegmentKey, Vec<u8>), WorkError> {
    Ok((segment.key(), segment.to_bytes().map_err(failed)?))
}

/// Small things are kept as JSON.
pub(crate) fn to_bytes(thing: &impl Serialize) -> Result<Vec<u8>, WorkError> {
    serde_json::to_vec(thing).map_err(failed)
}

pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

pub(crate) fn failed(error: serde_json::Error) -> WorkError {
    WorkError::Store(StoreError::Failed(error.to_string()))
}

//! The book on this device and the only hand that writes in it.
//!
//! Whatever changes goes one way: a command becomes operations, one durable transaction stores them, and only then
//! does the book change and the screen with it.

use crate::app::command::{Command, Done, NewOperation, Plan, Refusal, plan};
use crate::app::job::{Cancelled, Job};
use crate::app::status::SaveState;
use crate::domain::book::{Book, Change};
use crate::domain::date::Now;
use crate::domain::draft::Draft;
use crate::domain::id::{DeviceId, Id};
use crate::domain::index::Index;
use crate::domain::operation::Operation;
use crate::domain::record::Record;
use crate::domain::seen::Seen;
use crate::domain::stamp::Stream;
use crate::kinds::KINDS;
use crate::log::clock::HybridClock;
use crate::log::fault::ReadError;
use crate::log::hash::Sha;
use crate::log::line::{self, Line};
use crate::log::segment::{MOST, Segment};
use crate::log::snapshot;
use crate::ports::{Clock, Commit, Ids, Role, SegmentKey, Sent, Store, StoreError};
use futures_util::lock::{Mutex, MutexGuard};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::{Ref, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

/// Names of the small things in the store.
pub(crate) mod names {
    pub(crate) const DEVICE: &str = "device";
    pub(crate) const HEAD: &str = "head";
    pub(crate) const BACKUP: &str = "backup";
    pub(crate) const ACTOR: &str = "actor";
}

/// How many steps can be undone.
const UNDO_STEPS: usize = 20;
/// How many stored segments are read at a time.
const PAGE: usize = 64;
/// How many small segments may pile up before idle time folds them.
const FOLD_FROM: usize = 16;
/// How many operations may follow the snapshot before idle time writes a new one.
const SNAPSHOT_EVERY: u64 = 2_000;

/// Who this device is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The device.
    pub dev: DeviceId,
    /// Which of its lives.
    pub epoch: u32,
    /// The organisation: 32 hexadecimal digits, chosen by the first device.
    pub org: String,
}

impl Identity {
    /// The stream this device writes.
    pub fn stream(&self) -> Stream {
        Stream { dev: self.dev, epoch: self.epoch }
    }
}

/// Where this device's stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) chain: Sha,
}

impl Head {
    pub(crate) fn start_of(stream: Stream) -> Head {
        Head { seq: 0, chain: Sha::start_of(stream) }
    }

    /// As it is kept; nothing before the first operation.
    pub(crate) fn stored(&self) -> Result<Option<Vec<u8>>, WorkError> {
        (self.seq > 0).then(|| to_bytes(self)).transpose()
    }
}

/// What is known to exist outside this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The operations in the last copy that left.
    pub seen: Seen,
    /// When it left, milliseconds since 1970.
    pub at_ms: Option<i64>,
    /// How it left.
    #[serde(default)]
    pub how: Option<Sent>,
}

/// A stored segment that could not be read. It is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub key: SegmentKey,
    /// Why.
    pub error: ReadError,
}

/// A step that can be undone: for each record what it was and what it became.
#[derive(Clone, Debug)]
pub struct UndoStep {
    /// Names the step.
    pub number: u64,
    /// What the step did: “12 Maple deleted”.
    pub label: crate::domain::text::Message,
    pub(crate) changes: Vec<(Option<Arc<Record>>, Arc<Record>)>,
}

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

/// Everything in memory.
pub struct State {
    /// All records.
    pub book: Book,
    /// Ways into the book.
    pub index: Index,
    /// Who this device is.
    pub me: Identity,
    /// Who is using it.
    pub actor: Option<Id>,
    /// What exists elsewhere.
    pub backup: Backup,
    /// Drafts by their place in the store.
    pub drafts: BTreeMap<String, Draft>,
    /// Whether this tab may write.
    pub role: Role,
    /// Whether the last thing done is safe.
    pub save: SaveState,
    /// Stored segments that could not be read.
    pub unread: Vec<Unread>,
    pub(crate) undo: Vec<UndoStep>,
    pub(crate) head: Head,
    pub(crate) clock: HybridClock,
    steps: u64,
    snapshot_covers: u64,
}

impl State {
    /// How many operations exist on this device alone.
    pub fn only_here(&self) -> u64 {
        let mut own = Seen::default();
        for (stream, ranges) in self.book.seen().streams().filter(|(stream, _)| stream.dev == self.me.dev) {
            ranges.iter().for_each(|&(from, to)| own.insert_range(stream, from, to));
        }
        own.count_missing_from(&self.backup.seen)
    }

    /// The step that would be undone next.
    pub fn last_step(&self) -> Option<&UndoStep> {
        self.undo.last()
    }
}

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
}

impl WorkError {
    /// What to tell the person.
    pub fn message(&self) -> crate::domain::text::Message {
        match self {
            WorkError::Refused(refusal) => refusal.message(),
            WorkError::Store(error) => error.message(),
            WorkError::Cancelled(_) => crate::app::command::words::CANCELLED.message(),
            WorkError::Following => crate::app::status::words::FOLLOWING.message(),
        }
    }
}

/// The book on this device.
pub struct Workspace {
    pub(crate) store: Rc<dyn Store>,
    clock: Rc<dyn Clock>,
    ids: Rc<dyn Ids>,
    state: RefCell<State>,
    turn: Mutex<()>,
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
        let meta: BTreeMap<String, Vec<u8>> = store.meta("").await?.into_iter().collect();
        let known = meta.get(names::DEVICE).and_then(|bytes| parse::<Identity>(bytes));
        let me = match known {
            Some(me) => me,
            None => introduce(&*store, &*ids, meta.get(names::DEVICE)).await?,
        };
        let book = store.snapshot().await?.and_then(|bytes| snapshot::read(&bytes)).unwrap_or_default();
        let drafts = meta.iter().filter(|(name, _)| name.starts_with(Draft::META_PREFIX));
        let state = State {
            snapshot_covers: book.seen().count(),
            book,
            index: Index::default(),
            actor: meta.get(names::ACTOR).and_then(|bytes| parse(bytes)),
            backup: meta.get(names::BACKUP).and_then(|bytes| parse(bytes)).unwrap_or_default(),
            drafts: drafts.filter_map(|(name, bytes)| Some((name.clone(), parse(bytes)?))).collect(),
            role: Role::Waiting,
            save: SaveState::Saved,
            unread: Vec::new(),
            undo: Vec::new(),
            head: Head::start_of(me.stream()),
            me,
            clock: HybridClock::default(),
            steps: 0,
        };
        let (turn, listeners) = (Mutex::new(()), RefCell::default());
        let workspace = Workspace { store, clock, ids, state: RefCell::new(state), turn, listeners };
        workspace.load(job).await?;
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

    pub(crate) async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Notes whether this tab may write. A tab that becomes the writer first takes in what the last one wrote.
    ///
    /// # Errors
    /// If the store cannot be read; the role is not taken then.
    pub async fn set_role(&self, role: Role) -> Result<(), WorkError> {
        if role == Role::Writer {
            self.catch_up().await?;
        }
        self.change(|state| state.role = role);
        self.tell(News::State);
        Ok(())
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
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following);
        }
        let plan = plan(&self.state(), command).map_err(WorkError::Refused)?;
        let label = plan.label.clone();
        let draft_done = !plan.drop_drafts.is_empty();
        let undo_of = plan.undo_of;
        let changes = self.append(plan, job).await?;
        let step = self.change(|state| {
            if let Some(number) = undo_of {
                state.undo.retain(|step| step.number != number);
                return None;
            }
            let changes = changes.into_iter().map(|change| (change.before, change.after)).collect();
            Some(state.push_step(label.clone(), changes))
        });
        if draft_done {
            self.tell(News::Drafts);
        }
        Ok(Done { label, step })
    }

    /// Keeps a draft, or removes it if there is nothing in it.
    ///
    /// # Errors
    /// If the store fails; the status says so too.
    pub async fn keep_draft(&self, draft: Draft) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following);
        }
        let name = draft.meta_key();
        let bytes = if draft.is_empty() { None } else { Some(to_bytes(&draft)?) };
        let commit = Commit { meta: vec![(name.clone(), bytes.clone())], durable: true, ..Commit::default() };
        self.commit(commit).await?;
        self.change(|state| match bytes {
            Some(_) => state.drafts.insert(name, draft),
            None => state.drafts.remove(&name),
        });
        self.tell(News::Drafts);
        Ok(())
    }

    /// Says who is using this device from now on.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn set_actor(&self, actor: Option<Id>) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        let bytes = actor.map(|id| to_bytes(&id)).transpose()?;
        let meta = vec![(names::ACTOR.to_owned(), bytes)];
        self.commit(Commit { meta, durable: true, ..Commit::default() }).await?;
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
        self.load(&Job::quiet()).await?;
        let drafts = self.store.meta(Draft::META_PREFIX).await?;
        let drafts = drafts.into_iter().filter_map(|(name, bytes)| Some((name, parse(&bytes)?))).collect();
        let backup = self.store.meta(names::BACKUP).await?.into_iter().find(|(name, _)| name == names::BACKUP);
        self.change(|state| {
            state.drafts = drafts;
            if let Some(backup) = backup.and_then(|(_, bytes)| parse(&bytes)) {
                state.backup = backup;
            }
        });
        self.tell(News::Everything);
        Ok(())
    }

    /// Idle work: folds small segments into larger ones, and writes a snapshot when much has come since the last.
    ///
    /// # Errors
    /// If the store fails; nothing is lost then, and the next idle time tries again.
    pub async fn tidy(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role != Role::Writer {
            return Ok(());
        }
        self.fold_segments().await?;
        let (count, covers) = (self.state().book.seen().count(), self.state().snapshot_covers);
        if count >= covers + SNAPSHOT_EVERY {
            // A snapshot that cannot be made is only a slower start.
            let written = snapshot::write(&self.state().book);
            if let Ok(bytes) = written {
                let commit = Commit { snapshot: Some(Some(bytes)), ..Commit::default() };
                self.store.commit(commit).await?;
                self.change(|state| state.snapshot_covers = count);
            }
        }
        Ok(())
    }

    async fn fold_segments(&self) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        let unread: Vec<SegmentKey> = self.state().unread.iter().map(|unread| unread.key).collect();
        for run in small_runs(&keys, &unread) {
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
            let add = folded.iter().map(stored_form).collect::<Result<_, _>>()?;
            let remove = stored.iter().map(|(key, _)| *key).collect();
            self.store.commit(Commit { add, remove, durable: true, ..Commit::default() }).await?;
        }
        Ok(())
    }

    /// Stores operations in one durable transaction, then takes them into the book.
    async fn append(&self, plan: Plan, job: &Job) -> Result<Vec<Change>, WorkError> {
        let mut tries = 0;
        loop {
            let (mut commit, ops, clock, head) = self.prepare(&plan, job).await?;
            if let Some(kind_id) = &plan.erases {
                self.redact_stored(&mut commit, |op| op.kind == kind_id.0 && op.id == kind_id.1).await?;
            }
            match self.commit(commit).await {
                Ok(()) => {
                    self.change(|state| {
                        (state.clock, state.head) = (clock, head);
                        plan.drop_drafts.iter().for_each(|name| drop(state.drafts.remove(name)));
                    });
                    return Ok(self.take_in(&ops));
                }
                // Another tab wrote in between. Once: look again and number anew.
                Err(WorkError::Store(StoreError::Behind)) if tries == 0 => {
                    tries += 1;
                    self.load(&Job::quiet()).await?;
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn prepare(&self, plan: &Plan, job: &Job) -> Result<(Commit, Vec<Operation>, HybridClock, Head), WorkError> {
        let (me, actor, mut clock, old_head) = {
            let state = self.state();
            (state.me.clone(), state.actor, state.clock, state.head)
        };
        let (now, stream) = (self.now(), me.stream());
        let (mut head, wall) = (old_head, now.to_stored());
        let mut ops = Vec::with_capacity(plan.operations.len());
        let mut add = Vec::new();
        for part in plan.operations.chunks(MOST) {
            let before = head.chain;
            let mut lines: Vec<Line> = Vec::with_capacity(part.len());
            for NewOperation { kind, id, set, prev } in part {
                let op = Operation {
                    stream,
                    seq: head.seq + 1,
                    tick: clock.tick(now.ms),
                    wall: wall.clone(),
                    by: actor,
                    kind: kind.clone(),
                    id: *id,
                    set: set.clone(),
                    prev: prev.clone(),
                };
                let line = line::write(&op).map_err(failed)?;
                head = Head { seq: op.seq, chain: head.chain.then(line.leaf) };
                lines.push(line);
                ops.push(op);
            }
            let segment = Segment { stream, org: me.org.clone(), before, lines };
            add.push(stored_form(&segment)?);
            if plan.operations.len() > MOST {
                job.step(ops.len(), plan.operations.len()).await?;
            }
        }
        let mut meta: Vec<_> = plan.drop_drafts.iter().map(|name| (name.clone(), None)).collect();
        let mut expect = Vec::new();
        if head != old_head {
            expect.push((names::HEAD.to_owned(), old_head.stored()?));
            meta.push((names::HEAD.to_owned(), head.stored()?));
        }
        let commit = Commit { expect, add, meta, durable: true, ..Commit::default() };
        Ok((commit, ops, clock, head))
    }

    /// Adds to a commit that the stored words of some operations are taken out. The snapshot goes too: it may hold
    /// them, and the next one will not.
    pub(crate) async fn redact_stored(
        &self,
        commit: &mut Commit,
        concerns: impl Fn(&Operation) -> bool,
    ) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        for page in keys.chunks(PAGE) {
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            for (key, bytes) in self.store.segments(*first, *last).await? {
                let Ok((segment, _)) = Segment::from_bytes(&bytes) else { continue };
                if let Some(redacted) = segment.redact(&concerns).map_err(failed)? {
                    commit.remove.push(key);
                    commit.add.push(stored_form(&redacted)?);
                }
            }
        }
        commit.snapshot = Some(None);
        self.change(|state| state.snapshot_covers = 0);
        Ok(())
    }

    /// Commits, with the status telling how it goes.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<(), WorkError> {
        self.change(|state| state.save = SaveState::Saving);
        self.tell(News::Save);
        let result = self.store.commit(commit).await;
        self.change(|state| {
            state.save = match &result {
                Ok(()) => SaveState::Saved,
                Err(error) => SaveState::Failed(error.clone()),
            }
        });
        self.tell(News::Save);
        Ok(result?)
    }

    /// Takes stored operations into the book and tells the screens.
    pub(crate) fn take_in(&self, ops: &[Operation]) -> Vec<Change> {
        let mut state = self.state.borrow_mut();
        let State { book, index, clock, .. } = &mut *state;
        let few = ops.len() <= 200;
        let mut changes = Vec::with_capacity(ops.len());
        for op in ops {
            clock.observe(op.tick);
            let Some(change) = book.apply(op) else { continue };
            if few {
                index.follow(KINDS, &change);
            }
            changes.push(change);
        }
        if !few {
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

    /// Reads every stored operation that the book does not have.
    async fn load(&self, job: &Job) -> Result<(), WorkError> {
        let keys = self.store.segment_keys().await?;
        let needed = uncovered(&keys, self.state().book.seen());
        let mut unread = Vec::new();
        for (done, page) in needed.chunks(PAGE).enumerate() {
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            // Segments that are not needed may lie between; reading them too is faster than many small reads.
            for (key, bytes) in self.store.segments(*first, *last).await? {
                match Segment::from_bytes(&bytes) {
                    Ok((_, ops)) => self.change(|state| {
                        for op in &ops {
                            state.book.apply(op);
                        }
                    }),
                    Err(error) => unread.push(Unread { key, error }),
                }
            }
            job.step((done + 1) * PAGE, needed.len()).await?;
        }
        let head = self.store.meta(names::HEAD).await?.into_iter().find(|(name, _)| name == names::HEAD);
        let identity = self.store.meta(names::DEVICE).await?.into_iter().find(|(name, _)| name == names::DEVICE);
        self.change(|state| {
            if let Some(me) = identity.and_then(|(_, bytes)| parse(&bytes)) {
                state.me = me;
            }
            let start = Head::start_of(state.me.stream());
            state.head = head.and_then(|(_, bytes)| parse(&bytes)).unwrap_or(start);
            state.clock.observe(state.book.latest());
            state.unread = unread;
            state.index.clear();
        });
        Ok(())
    }
}

impl State {
    pub(crate) fn push_step(
        &mut self,
        label: crate::domain::text::Message,
        changes: Vec<(Option<Arc<Record>>, Arc<Record>)>,
    ) -> u64 {
        // A record that a step changed several times is taken back to what it was before the first.
        let mut net: Vec<(Option<Arc<Record>>, Arc<Record>)> = Vec::with_capacity(changes.len());
        let mut at = HashMap::new();
        for (before, after) in changes {
            let place = *at.entry((after.kind.clone(), after.id)).or_insert(net.len());
            match net.get_mut(place) {
                Some(change) => change.1 = after,
                None => net.push((before, after)),
            }
        }
        self.steps += 1;
        self.undo.push(UndoStep { number: self.steps, label, changes: net });
        let over = self.undo.len().saturating_sub(UNDO_STEPS);
        self.undo.drain(..over);
        self.steps
    }
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

/// Runs of neighbouring segments that are worth folding, given all keys in order.
fn small_runs(keys: &[SegmentKey], unread: &[SegmentKey]) -> Vec<Vec<SegmentKey>> {
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
    runs.retain(|run| run.len() >= FOLD_FROM);
    runs
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

fn failed(error: serde_json::Error) -> WorkError {
    WorkError::Store(StoreError::Failed(error.to_string()))
}

//! The book on this device and the only hand that writes in it.
//!
//! Whatever changes goes one way: a command becomes operations, one durable transaction stores them, and only then
//! does the book change and the screen with it.

use super::drafts::following::Following;
pub use super::error::WorkError;
use super::head::{Head, Identity};
use super::job::Job;
use super::policy::Registry;
use super::resting::Resting;
use super::state::State;
use super::status::SaveState;
use super::stored::{names, parse, small_of, to_bytes};
use super::turns::{Turn, Turns};
use super::unsaved::Unsaved;
use super::write;
use crate::log::clock::HybridClock;
use crate::log::snapshot;
use crate::model::book::Book;
use crate::model::date::{self, Now, Zone};
use crate::model::draft::Draft;
use crate::model::id::{DeviceId, Id, Salt};
use crate::model::index::Index;
use crate::model::order;
use crate::model::typed::Typed;
use crate::ports::{Clock, Commit, Ids, Role, Store, StoreError};
use chrono::{DateTime, FixedOffset};
use std::cell::{Ref, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How often something is tried again when another tab was quicker.
pub(crate) const TRIES: u32 = 2;

/// Of how many operations screens are told one by one.
pub(crate) const FEW: usize = 200;

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
    /// Opens the book of these kinds under these policies: the snapshot, then every stored operation it does not cover.
    ///
    /// # Errors
    /// If the store cannot be read, or a new device cannot write down who it is.
    pub async fn open(
        store: Rc<dyn Store>,
        clock: Rc<dyn Clock>,
        ids: Rc<dyn Ids>,
        registry: Registry,
        job: &Job,
    ) -> Result<Workspace, WorkError> {
        let Registry { kinds, policies, stores } = registry;
        let meta: BTreeMap<String, Vec<u8>> = order::map(store.meta("").await?);
        let known = meta.get(names::DEVICE).and_then(|bytes| parse::<Identity>(bytes));
        let me = match known {
            Some(me) => me,
            None => introduce(&*store, &*ids, meta.get(names::DEVICE)).await?,
        };
        let book = store.snapshot().await?.and_then(|bytes| snapshot::read(bytes, kinds));
        let book = book.unwrap_or_else(|| Book::new(kinds));
        let state = State {
            snapshot_covers: book.seen().count(),
            book,
            policies,
            stores,
            index: Index::default(),
            actor: meta.get(names::ACTOR).and_then(|bytes| parse(bytes)),
            backup: meta.get(names::BACKUP).and_then(|bytes| parse(bytes)).unwrap_or_default(),
            drafts: small_of(&meta, Draft::META_PREFIX),
            typed: small_of(&meta, Typed::META_PREFIX),
            unsaved: Unsaved::default(),
            following: Following::default(),
            role: Role::Waiting,
            save: SaveState::Saved,
            unread: Vec::new(),
            last_import: meta.get(names::LAST_IMPORT).and_then(|bytes| parse(bytes)),
            undo: Vec::new(),
            head: Head::start_of(me.stream()),
            me,
            clock: HybridClock::default(),
            steps: 0,
            generation: 0,
            owes_purge: false,
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

    /// What rests on what a step made; nothing where there is no such step.
    pub(crate) fn resting_on(&self, number: u64) -> Resting {
        let mut state = self.state.borrow_mut();
        let State { book, index, undo, .. } = &mut *state;
        let step = undo.iter().find(|step| step.number == number);
        step.map(|step| Resting::on(book, index, step)).unwrap_or_default()
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

    /// What goes beside somebody's words, so that their hash tells nothing of them.
    pub(crate) fn new_salt(&self) -> Salt {
        Salt(self.ids.random())
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

    /// Keeps a draft, or removes it if there is nothing in it. Where the store refuses, it is held in memory, tried
    /// again, and the status says so. Where another tab writes, it waits in memory until this one does.
    ///
    /// # Errors
    /// If another tab writes, or nobody allows to keep it.
    pub async fn keep_draft(&self, draft: Draft) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return self.await_role_with_draft(draft);
        }
        let name = draft.meta_key();
        let draft = write::allowed_draft(&self.state(), &draft);
        if !draft.is_empty() {
            write::may_keep(&self.state(), &draft).map_err(WorkError::Refused)?;
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

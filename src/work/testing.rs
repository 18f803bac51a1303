//! A tablet with a store in memory, as its user would use it, and what most tests of the rooms need beside it.

pub(crate) use crate::capabilities::ALL;
pub(crate) use crate::exchange::transfer::{Confirmed, Effect, ImportError};
pub(crate) use crate::hubs::kinds::item::ITEM;
pub(crate) use crate::log::fault::Fault;
pub(crate) use crate::log::hash::Sha;
pub(crate) use crate::log::snapshot::state_hash;
pub(crate) use crate::model::draft::Draft;
pub(crate) use crate::model::id::Id;
pub(crate) use crate::model::query::{self, Query, Sort, Within};
pub(crate) use crate::model::record::Record;
pub(crate) use crate::model::show;
pub(crate) use crate::model::text::Lang;
pub(crate) use crate::model::value::Value;
pub(crate) use crate::partners::kinds::contact::CONTACT;
pub(crate) use crate::partners::kinds::partner::PARTNER;
pub(crate) use crate::partners::quiet;
pub(crate) use crate::ports::{FileError, InFile, Role, Sent, StoreError};
pub(crate) use crate::ui::capability;
pub(crate) use crate::work::command::{self, Command};
pub(crate) use crate::work::due as today;
pub(crate) use crate::work::history::FieldChange;
pub(crate) use crate::work::job::Job;
pub(crate) use crate::work::memory::{Contents, MemoryStore, SeededIds, StillClock};
pub(crate) use crate::work::policy::{Policies, Registry};
pub(crate) use crate::work::status::SaveState;
pub(crate) use crate::work::workspace::{WorkError, Workspace};
pub(crate) use futures_util::FutureExt;
pub(crate) use std::cell::Cell;
pub(crate) use std::collections::BTreeMap;
pub(crate) use std::future::Future;
pub(crate) use std::rc::Rc;

/// Nothing in memory ever waits, so a future is done at once.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}

/// The policy that the rooms of the app register.
pub(crate) static BY_CONSENT: Policies = Policies::of(&[&crate::work::consent::CONSENT]);

/// What the app opens its workspace with.
pub(crate) fn registry() -> Registry {
    capability::declare(ALL, crate::capabilities::kinds::KINDS);
    capability::registry()
}

/// 22 November 2026, 14:14 UTC.
pub(crate) const NOON: i64 = 1_795_356_840_000;

pub(crate) struct Tablet {
    pub(crate) store: Rc<MemoryStore>,
    pub(crate) clock: Rc<StillClock>,
    pub(crate) ids: Rc<SeededIds>,
    pub(crate) work: Workspace,
}

impl Tablet {
    pub(crate) fn new(seed: u64) -> Tablet {
        Tablet::with(Rc::default(), seed)
    }

    pub(crate) fn with(store: Rc<MemoryStore>, seed: u64) -> Tablet {
        Tablet::under(store, seed, registry())
    }

    pub(crate) fn under(store: Rc<MemoryStore>, seed: u64, registry: Registry) -> Tablet {
        let clock = Rc::new(StillClock(Cell::new(NOON)));
        let ids = Rc::new(SeededIds(Cell::new(seed)));
        let work = now(Workspace::open(store.clone(), clock.clone(), ids.clone(), registry, &Job::quiet())).unwrap();
        now(work.set_role(Role::Writer)).unwrap();
        Tablet { store, clock, ids, work }
    }

    /// The same tablet after its tab was killed.
    pub(crate) fn reopened(&self) -> Tablet {
        let again = Tablet::with(self.store.clone(), self.ids.0.get() + 1);
        again.clock.0.set(self.clock.0.get());
        again
    }

    pub(crate) fn draft(&self, kind: &str, id: Id, values: &[(&str, &str)]) -> Draft {
        draft_of(&self.work, kind, id, values)
    }

    pub(crate) fn save(&self, id: Id, values: &[(&str, &str)]) -> Option<u64> {
        let draft = self.draft("partner", id, values);
        now(self.work.run(Command::Finish(draft))).unwrap().step
    }

    pub(crate) fn partner(&self, name: &str) -> Id {
        let id = self.work.new_id();
        self.save(id, &[("name", name)]);
        id
    }

    pub(crate) fn partners(&self, count: usize) -> Vec<Id> {
        (0..count).map(|n| self.partner(&format!("Partner {n}"))).collect()
    }

    pub(crate) fn name(&self, id: Id) -> Option<String> {
        self.work.state().book.alive("partner", id).map(|record| show::title(&PARTNER, record))
    }

    pub(crate) fn hash(&self) -> Sha {
        state_hash(&self.work.state().book).unwrap()
    }

    pub(crate) fn export(&self) -> Vec<u8> {
        let (file, covers) = now(self.work.export(&Job::quiet())).unwrap();
        now(self.work.mark_copied(&covers, Sent::Shared)).unwrap();
        file.pieces.concat()
    }

    pub(crate) fn import(&self, bytes: &[u8]) -> Result<Option<u64>, ImportError> {
        let incoming = now(self.work.read_export(&Bytes(bytes.to_vec()), false, &Job::quiet()))?;
        let agreed = incoming.preview.agreed();
        now(self.work.accept(incoming, agreed, &Job::quiet())).map(|done| done.step)
    }
}

pub(crate) fn draft_of(work: &Workspace, kind: &str, id: Id, values: &[(&str, &str)]) -> Draft {
    let state = work.state();
    let record = state.book.record(kind, id).map(|record| &**record);
    let mut draft = Draft {
        kind: kind.into(),
        id,
        new: record.is_none(),
        values: BTreeMap::new(),
        seen: BTreeMap::new(),
        begun_ms: NOON,
        by: None,
    };
    values.iter().for_each(|(key, value)| draft.set(record, key, Value::text(*value)));
    draft
}

/// Everything the store holds, as bytes to look through.
pub(crate) fn stored(tablet: &Tablet) -> Vec<u8> {
    let contents = tablet.store.contents();
    let log = contents.log.into_values().flatten();
    log.chain(contents.snapshot.into_iter().flatten()).chain(contents.meta.into_values().flatten()).collect()
}

pub(crate) fn holds(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

pub(crate) struct Bytes(pub(crate) Vec<u8>);

#[async_trait::async_trait(?Send)]
impl InFile for Bytes {
    fn name(&self) -> String {
        "notes.json".into()
    }

    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
        let from = (offset as usize).min(self.0.len());
        Ok(self.0[from..(from + most.min(777)).min(self.0.len())].to_vec())
    }
}

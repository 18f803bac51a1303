//! A tablet with its store in memory.

use futures_util::FutureExt;
use porchlight::capabilities::ALL;
use porchlight::capabilities::kinds::KINDS;
use porchlight::exchange::sync::{Agreed, SyncError, Synced};
use porchlight::log::hash::Sha;
use porchlight::log::snapshot::state_hash;
use porchlight::model::draft::Draft;
use porchlight::model::id::Id;
use porchlight::model::value::Value;
use porchlight::ports::{Place, Role};
use porchlight::ui::capability;
use porchlight::work::command::Command;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// 22 November 2026, 14:14 UTC.
const NOON: i64 = 1_795_356_840_000;
/// Two tablets that were never one team join.
const JOIN: Agreed = Agreed { other_org: true, fill_again: false, years_ahead: false, sound: false };

/// Neither memory nor the client of these tests ever gives back the turn.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}

pub struct Tablet {
    store: Rc<MemoryStore>,
    ids: Rc<SeededIds>,
    work: Workspace,
}

impl Tablet {
    pub fn new(seed: u64) -> Tablet {
        Tablet::with(Rc::default(), seed)
    }

    fn with(store: Rc<MemoryStore>, seed: u64) -> Tablet {
        let (clock, ids) = (Rc::new(StillClock(Cell::new(NOON))), Rc::new(SeededIds(Cell::new(seed))));
        capability::declare(ALL, KINDS);
        let (registry, job) = (capability::registry(), Job::quiet());
        let work = now(Workspace::open(store.clone(), clock, ids.clone(), registry, &job)).unwrap();
        now(work.set_role(Role::Writer)).unwrap();
        Tablet { store, ids, work }
    }

    /// The same tablet after its tab was killed.
    pub fn reopened(&self) -> Tablet {
        Tablet::with(self.store.clone(), self.ids.0.get() + 1)
    }

    pub fn partner(&self, name: &str) -> Id {
        let id = self.work.new_id();
        self.save(id, name);
        id
    }

    /// Another name for a partner that is known here.
    pub fn rename(&self, id: Id, name: &str) {
        if self.name(id).is_some() {
            self.save(id, name);
        }
    }

    fn save(&self, id: Id, name: &str) {
        let draft = {
            let state = self.work.state();
            let record = state.book.record("partner", id).map(|record| &**record);
            let (values, seen, new) = (BTreeMap::new(), BTreeMap::new(), record.is_none());
            let mut draft = Draft { kind: "partner".into(), id, new, values, seen, begun_ms: NOON, by: None };
            draft.set(record, "name", Value::text(name));
            draft
        };
        now(self.work.run(Command::Finish(draft))).unwrap();
    }

    pub fn erase(&self, id: Id) {
        now(self.work.run(Command::Erase("partner", id))).unwrap();
    }

    pub fn name(&self, id: Id) -> Option<String> {
        let state = self.work.state();
        state.book.alive("partner", id).and_then(|record| record.text("name").map(str::to_owned))
    }

    pub fn hash(&self) -> Sha {
        state_hash(&self.work.state().book).unwrap()
    }

    pub fn sync(&self, place: &dyn Place) -> Result<Synced, SyncError> {
        now(self.work.sync(place, "shared", JOIN, &Job::quiet()))
    }
}

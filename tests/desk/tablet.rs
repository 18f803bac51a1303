//! A tablet whose notes the program is given.

use futures_util::FutureExt;
use porchlight::capabilities::practice::NOTES;
use porchlight::capabilities::{ALL, kinds};
use porchlight::desk::folder::FolderPlace;
use porchlight::exchange::office::{Office, OfficeFile};
use porchlight::exchange::sync::Agreed;
use porchlight::model::draft::Draft;
use porchlight::model::id::Id;
use porchlight::model::text::Lang;
use porchlight::model::value::Value;
use porchlight::ports::{Place, Role};
use porchlight::ui::capability;
use porchlight::work::command::Command;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::practice as sample;
use porchlight::work::workspace::Workspace;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

/// 22 November 2026, 14:14 UTC.
const NOON: i64 = 1_795_356_840_000;

/// Nothing in memory ever waits, so a future is done at once.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

pub struct Tablet(pub Workspace);

impl Tablet {
    /// A new one; two with one seed are one that was copied.
    pub fn new(seed: u64) -> Tablet {
        capability::declare(ALL, kinds::KINDS);
        let (store, clock) = (Rc::new(MemoryStore::default()), Rc::new(StillClock(Cell::new(NOON))));
        let ids = Rc::new(SeededIds(Cell::new(seed)));
        let work = now(Workspace::open(store, clock, ids, capability::registry(), &Job::quiet())).unwrap();
        now(work.set_role(Role::Writer)).unwrap();
        Tablet(work)
    }

    /// Notes a partner.
    pub fn note(&self, name: &str) -> Id {
        let id = self.0.new_id();
        let values = [("name".to_owned(), Value::text(name))].into();
        let draft =
            Draft { kind: "partner".into(), id, new: true, values, seen: Default::default(), begun_ms: NOON, by: None };
        now(self.0.run(Command::Finish(draft))).unwrap();
        id
    }

    /// Notes what practice begins with.
    pub fn practice(&self) {
        now(self.0.run(sample::notes(&self.0, NOTES.iter().copied(), Lang::En))).unwrap();
    }

    pub fn erase(&self, partner: Id) {
        now(self.0.run(Command::Erase("partner", partner))).unwrap();
    }

    /// What “Back up or share” makes.
    pub fn export(&self) -> Vec<u8> {
        now(self.0.export(&Job::quiet())).unwrap().0.pieces.concat()
    }

    /// What “Export spreadsheets” makes.
    pub fn office(&self, public_only: bool) -> Vec<OfficeFile> {
        now(self.0.office_export(Office { lang: Lang::En, public_only }, &Job::quiet())).unwrap()
    }

    /// Meets the others in a folder.
    pub fn sync(&self, folder: &str) {
        self.meet(&FolderPlace::at(Path::new(folder)));
    }

    /// Meets the others in a place.
    pub fn meet(&self, place: &dyn Place) {
        let join = Agreed { other_org: true, ..Agreed::default() };
        now(self.0.sync(place, "shared", join, &Job::quiet())).unwrap();
    }

    pub fn names(&self) -> BTreeSet<String> {
        let book = &self.0.state().book;
        let names = book.living("partner").filter_map(|record| match record.get("name") {
            Some(Value::Text(name)) => Some(name.clone()),
            _ => None,
        });
        names.collect()
    }
}

//! The tablets of a history, and what was noted on each.

use super::newer::version;
use super::*;
use crate::model::order;

/// What was noted on a tablet that nothing else may hold yet, as far as putting it back has not undone that.
#[derive(Clone, Default)]
pub(super) struct Noted {
    pub(super) records: BTreeSet<(&'static str, Id)>,
    /// What was written of records, in words.
    pub(super) words: BTreeSet<(Id, String)>,
}

/// A tablet, and what was noted on it.
pub(super) struct Player {
    pub(super) tablet: Tablet,
    /// Whether it runs the newer version of the app.
    pub(super) newer: bool,
    /// What it was at its last backup.
    pub(super) backup: Option<Contents>,
    pub(super) noted: Noted,
    pub(super) at_backup: Noted,
}

impl Player {
    pub(super) fn new(store: Rc<MemoryStore>, seed: u64, newer: bool) -> Player {
        let tablet = Tablet::under(store, seed, version(newer));
        Player { tablet, newer, backup: None, noted: Noted::default(), at_backup: Noted::default() }
    }

    /// The app is opened again, as this version.
    pub(super) fn open(&mut self, newer: bool) {
        let (store, clock) = (self.tablet.store.clone(), self.tablet.clock.0.get());
        self.tablet = Tablet::under(store, self.tablet.ids.0.get() + 1, version(newer));
        self.tablet.clock.0.set(clock);
        self.newer = newer;
    }

    /// The same tablet after its tab was killed, to be looked at.
    pub(super) fn reopened(&self) -> Tablet {
        Tablet::under(self.tablet.store.clone(), self.tablet.ids.0.get() + 1, version(self.newer))
    }

    /// Does something, and says whether it was done. What was erased or deleted meanwhile cannot be.
    pub(super) fn run(&self, command: Command) -> bool {
        now(self.tablet.work.run(command)).is_ok()
    }

    /// Writes rows, and says whether it was done.
    pub(super) fn write(&self, rows: Vec<RecordWrite>) -> bool {
        let label = command::words::IMPORTED_ROWS.with("count", rows.len());
        !rows.is_empty() && self.run(Command::Write { label, rows })
    }

    /// One of the partners that are known here, whatever became of them.
    pub(super) fn some(&self, at: usize) -> Option<Id> {
        let state = self.tablet.work.state();
        let known: BTreeSet<Id> = order::set(state.book.records("partner").map(|record| record.id));
        known.into_iter().nth(at)
    }

    /// What it holds, in short, for whoever looks at a history that failed.
    pub(super) fn told(&self) -> String {
        let state = self.tablet.work.state();
        let records: Vec<_> = state
            .book
            .all()
            .map(|one| format!("{} {} {:?} {}", &*one.kind, one.id, one.text("name"), one.erased))
            .collect();
        format!("{:?} {:?} {records:?}", state.me.stream(), state.book.seen())
    }

    /// What the records say.
    pub(super) fn truth(&self) -> Sha {
        records_hash(&self.tablet.work.state().book).unwrap()
    }
}

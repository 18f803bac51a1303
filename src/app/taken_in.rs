//! The last import, remembered in the store, so that it can be taken back as one step even after the app was closed.

use crate::app::command::{Command, Done, Refusal};
use crate::app::job::Job;
use crate::app::state::{UndoStep, Unread};
use crate::app::workspace::{WorkError, Workspace};
use crate::app::{command, table, transfer};
use crate::domain::book::{Book, Change};
use crate::domain::date::Now;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::seen::Seen;
use crate::domain::text::Message;
use crate::log::segment::Segment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The sentences of this module.
pub mod words {
    crate::words! {
        STAY_ERASED = "{count} records stay erased for good", "{count} registros quedan borrados para siempre";
        STAYS_ERASED_ONE = "1 record stays erased for good", "1 registro queda borrado para siempre";
        UNDONE_BUT = "Undone: {what}. {erased}", "Deshecho: {what}. {erased}";
        ONLY_ERASED = "Not undone: it only erased, and what is erased for good does not come back", "No se deshizo: solo borró, y lo borrado para siempre no vuelve";
    }
}

/// What was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Notes of other tablets.
    Notes,
    /// Rows of a spreadsheet.
    Rows,
    /// Doors of a list of addresses.
    Doors,
}

/// The last import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenIn {
    /// What was taken in.
    pub what: What,
    /// How many of them.
    pub count: usize,
    /// The name of the file.
    pub file: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// How many records it erased for good: taking it back does not bring those back.
    #[serde(default)]
    pub erased: usize,
    /// The operations known before.
    pub(crate) before: Seen,
    /// The operations it brought.
    pub(crate) brought: Seen,
    /// The step that takes it back, while the app is open.
    #[serde(skip)]
    pub(crate) step: Option<u64>,
}

impl TakenIn {
    /// An import that is about to be done.
    pub(crate) fn now(what: What, count: usize, file: &str, now: Now) -> TakenIn {
        let (before, brought) = (Seen::default(), Seen::default());
        TakenIn { what, count, file: file.to_owned(), at_ms: now.ms, erased: 0, before, brought, step: None }
    }

    /// In words: “22 notes taken in from “notes.json””.
    pub fn label(&self) -> Message {
        let text = match (self.what, self.count) {
            (What::Notes, 1) => transfer::words::TAKEN_IN_ONE,
            (What::Notes, _) => transfer::words::TAKEN_IN,
            (What::Doors, _) => table::words::DOORS_TAKEN_IN,
            (What::Rows, 1) => table::words::TAKEN_IN_ONE,
            (What::Rows, _) => table::words::TAKEN_IN,
        };
        text.with("count", self.count).with("file", self.file.as_str())
    }
}

impl TakenIn {
    /// What taking it back does not bring back; none if it brings back everything.
    pub fn stays_erased(&self) -> Option<Message> {
        match self.erased {
            0 => None,
            1 => Some(words::STAYS_ERASED_ONE.message()),
            count => Some(words::STAY_ERASED.with("count", count)),
        }
    }
}

impl Workspace {
    /// Takes back the last import, as one step. What was changed again since stays as it is.
    ///
    /// # Errors
    /// If there is none, another tab writes, or the store fails.
    pub async fn undo_import(&self, job: &Job) -> Result<Done, WorkError> {
        let nothing = || WorkError::Refused(Refusal::Because(command::words::NOTHING_TO_UNDO.message()));
        let taken = self.state().taken_in.clone().ok_or_else(nothing)?;
        let still_there = |number: &u64| self.state().undo.iter().any(|step| step.number == *number);
        let step = match taken.step.filter(still_there) {
            Some(step) => step,
            None => self.recall(&taken, job).await?,
        };
        self.run(Command::Undo(step)).await
    }

    /// Works out from the log what an import changed, as if it had just been done.
    async fn recall(&self, taken: &TakenIn, job: &Job) -> Result<u64, WorkError> {
        let mut touched: BTreeSet<(String, Id)> = BTreeSet::new();
        self.each_stored(job, |op| {
            if taken.brought.contains(op.stream, op.seq) {
                touched.insert((op.kind.clone(), op.id));
            }
        })
        .await?;
        let (mut before, mut after) = (Book::default(), Book::default());
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
            if let Some(taken) = &mut state.taken_in {
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

impl UndoStep {
    /// Whether it takes back this import.
    pub(crate) fn is_of(&self, taken: &TakenIn) -> bool {
        taken.step == Some(self.number)
    }
}

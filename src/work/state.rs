//! What the workspace holds in memory: the book, who this device is, what exists elsewhere, what can be undone.

use super::backup::Backup;
use super::drafts::following::Following;
use super::head::{Head, Identity};
use super::last_import::LastImport;
use super::policy::Policies;
use super::status::SaveState;
use super::unsaved::Unsaved;
use crate::log::clock::HybridClock;
use crate::log::fault::ReadError;
use crate::model::book::{Book, Change};
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::index::{Index, Prepare};
use crate::model::stamp::Stream;
use crate::model::text::Message;
use crate::model::typed::Typed;
use crate::ports::{Role, SegmentKey};
use std::collections::{BTreeMap, HashMap};

/// A step of more records than these is called by their number, and by no name.
const NAMED: usize = 200;
/// How many steps can be undone.
const UNDO_STEPS: usize = 20;

/// A stored segment that could not be read. It is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub key: SegmentKey,
    /// Why.
    pub error: ReadError,
    /// The operations it holds, first and last, where its header can be read.
    pub(crate) holds: Option<(Stream, u64, u64)>,
}

/// A step that can be undone: for each record what it was and what it became.
#[derive(Clone, Debug)]
pub struct UndoStep {
    /// Names the step.
    pub number: u64,
    /// What the step did: “12 Maple deleted”.
    pub label: Message,
    pub(crate) changes: Vec<Change>,
    /// The import that the step took back, if it did: taking this back again is to import it again.
    pub(crate) undone: Option<LastImport>,
}

impl UndoStep {
    /// Whether it takes back this import.
    pub(crate) fn is_of(&self, taken: &LastImport) -> bool {
        taken.step == Some(self.number)
    }
}

/// Everything in memory.
pub struct State {
    /// All records.
    pub book: Book,
    /// What may be written, must go, stays and is withheld.
    pub policies: Policies,
    /// What a snapshot stores beside records.
    pub stores: &'static [Prepare],
    /// Ways into the book.
    pub index: Index,
    /// Who this device is.
    pub me: Identity,
    /// Who is using it.
    pub actor: Option<Id>,
    /// What exists elsewhere.
    pub backup: Backup,
    /// Drafts by their place in the store, also those that the store refused and those that wait in a tab that follows.
    pub drafts: BTreeMap<String, Draft>,
    /// Typed words that are no draft of a form, in the same way.
    pub typed: BTreeMap<String, Typed>,
    /// What is not in the store yet.
    pub unsaved: Unsaved,
    /// What was typed while another tab writes.
    pub following: Following,
    /// Whether this tab may write.
    pub role: Role,
    /// Whether everything that was done is safe.
    pub save: SaveState,
    /// Stored segments that could not be read.
    pub unread: Vec<Unread>,
    /// The last import, if it was not taken back.
    pub last_import: Option<LastImport>,
    pub(crate) undo: Vec<UndoStep>,
    pub(crate) head: Head,
    pub(crate) clock: HybridClock,
    pub(crate) steps: u64,
    pub(crate) snapshot_covers: u64,
    /// How often stored segments were replaced so far, as this tab knows it.
    pub(crate) generation: u64,
    /// Whether something that nobody allows to keep any more could not be let go of yet.
    pub(crate) owes_purge: bool,
}

impl State {
    /// How many operations exist on this device alone, as far as is known.
    pub fn only_here(&self) -> u64 {
        self.book.seen().count_missing_from(&self.backup.seen)
    }

    /// Whether so many operations have come since the last snapshot.
    pub(crate) fn wants_snapshot(&self, operations: u64) -> bool {
        self.book.seen().count() >= self.snapshot_covers + operations
    }

    /// What can be undone, the latest first: the number of each step, and what it did. What names a record that was
    /// erased since is not told of any more; a step of very many records names none.
    pub fn undo_steps(&self) -> impl Iterator<Item = (u64, Message)> {
        let erased = |change: &Change| {
            let record = self.book.record(&change.after.kind, change.after.id);
            record.is_none_or(|record| record.erased)
        };
        let told = move |step: &&UndoStep| step.changes.len() > NAMED || !step.changes.iter().any(erased);
        self.undo.iter().rev().filter(told).map(|step| (step.number, step.label.clone()))
    }

    /// The step that did not do something but took back an import, if this one did: undone, it imports again.
    pub fn redoes(&self, number: u64) -> bool {
        self.undo.iter().any(|step| step.number == number && step.undone.is_some())
    }

    /// The import that was taken back last, if it can be done again: the step that does so, and what was said of it.
    pub fn undone_import(&self) -> Option<(u64, Message)> {
        let step = self.undo.iter().rev().find(|step| step.undone.is_some())?;
        Some((step.number, step.label.clone()))
    }

    /// Drops drafts and typed words from memory, by their places in the store.
    pub(crate) fn forget(&mut self, names: &[String]) {
        for name in names {
            self.drafts.remove(name);
            self.typed.remove(name);
        }
    }

    pub(crate) fn push_step(&mut self, label: Message, changes: Vec<Change>) -> u64 {
        self.push_step_of(label, changes, None)
    }

    /// As [`State::push_step`], for a step that took this import back, if it did.
    pub(crate) fn push_step_of(&mut self, label: Message, changes: Vec<Change>, undone: Option<LastImport>) -> u64 {
        // A record that a step changed several times is taken back to what it was before the first.
        let mut net: Vec<Change> = Vec::with_capacity(changes.len());
        let mut at = HashMap::new();
        for change in changes {
            let place = *at.entry((change.after.kind.clone(), change.after.id)).or_insert(net.len());
            match net.get_mut(place) {
                Some(first) => first.after = change.after,
                None => net.push(change),
            }
        }
        self.steps += 1;
        self.undo.push(UndoStep { number: self.steps, label, changes: net, undone });
        let over = self.undo.len().saturating_sub(UNDO_STEPS);
        self.undo.drain(..over);
        self.steps
    }
}

//! What a person can want done.

use super::conflicts::Settlement;
use super::last_import::LastImport;
use super::policy_command::PolicyCommand;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::model::version_vector::VersionVector;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    pub use crate::work::error::words::CANCELLED;

    crate::words! {
        ABOUT = "{kind}: {what}", "{kind}: {what}";
        CREATED = "{what} added", "Se agregó: {what}";
        CHANGED = "{what} changed", "Se cambió: {what}";
        KEPT = "Done: {step}", "Hecho: {step}";
        DELETED = "{what} deleted", "Se eliminó: {what}";
        RESTORED = "{what} is back", "Se recuperó: {what}";
        ALL_RESTORED = "{count} {count|note is|notes are} back", "{count|Se recuperó|Se recuperaron} {count} {count|nota|notas}";
        MANY_SET = "{label} set to {value} on {count} {count|note|notes}", "{label}: {value}, en {count} {count|nota|notas}";
        MANY_CHANGED = "{count} {count|note|notes} changed", "{count|Se cambió|Se cambiaron} {count} {count|nota|notas}";
        MANY_DELETED = "{count} {count|note|notes} deleted", "{count|Se eliminó|Se eliminaron} {count} {count|nota|notas}";
        KEPT_AS_IS = "{count} {count|was|were} not changed: {why}", "{count} {count|no se cambió|no se cambiaron}: {why}";
        ERASED = "{what} permanently erased", "Se borró para siempre: {what}";
        ERASED_WITH = "{what} permanently erased, with everything that belongs to it: {count}", "Se borró para siempre: {what}, con todo lo que le pertenece: {count}";
        SETTLED = "{what}: decided", "Decidido: {what}";
        MANY_SETTLED = "{count} {count|conflict|conflicts} decided", "{count} {count|conflicto decidido|conflictos decididos}";
        UNDONE = "Undone: {what}", "Deshecho: {what}";
        NOTHING_TO_UNDO = "There is nothing to undo", "No hay nada que deshacer";
        ALL_CHANGED_SINCE = "Not undone: everything it changed has been changed again since then", "No se deshizo: todo lo que cambió se volvió a cambiar después";
        IMPORTED_ROWS = "{count} {count|row|rows} imported", "{count} {count|fila importada|filas importadas}";
    }
}

/// What a person wants.
#[derive(Clone, Debug)]
pub enum Command {
    /// Done with a draft: keep what it says.
    Finish(Draft),
    /// As [`Command::Finish`], and write these records in the same step.
    FinishWith {
        /// What was done, in words.
        label: Message,
        /// The draft. It may say nothing new.
        draft: Draft,
        /// The records, and what to set of each.
        rows: Vec<RecordWrite>,
    },
    /// As [`Command::Finish`], where one goes on whatever the store says, as from one line of an interview to the next.
    Enter(Draft),
    /// Delete a record. It can come back for as long as it is not erased.
    Delete(&'static str, Id),
    /// Bring a deleted record back.
    BringBack(&'static str, Id),
    /// Bring back all of these that are deleted, as one step.
    BringAllBack(Vec<(&'static str, Id)>),
    /// Do one thing to all of these, as one step. What cannot be changed stays as it is, and is said.
    Many {
        /// Their kind.
        kind: &'static str,
        /// The records.
        ids: Rc<[Id]>,
        /// What is done to each.
        deed: Deed,
    },
    /// Take a record out for good, everywhere, and with it what belongs to it.
    Erase(&'static str, Id),
    /// What only a policy knows how to do, such as taking a consent back.
    OfPolicy(PolicyCommand),
    /// Purge what may not be kept any more: what another tablet has told of, or a version before this one kept.
    Purge,
    /// Settle a conflict in a field: from now on it holds this.
    Settle {
        /// The record's kind.
        kind: &'static str,
        /// The record.
        id: Id,
        /// The field.
        field: String,
        /// What it shall hold.
        keep: Value,
    },
    /// Settle many conflicts as one step. Those that were settled meanwhile stay as they are.
    SettleAll(Rc<[Settlement]>),
    /// Take back a step.
    Undo(u64),
    /// Set fields of a record by one tap, checked as its form would. What somebody is writing about it stays a draft.
    Set {
        /// The record's kind.
        kind: &'static str,
        /// The record.
        id: Id,
        /// The fields, and what they shall hold.
        values: BTreeMap<String, Value>,
    },
    /// The same, where what a field shall hold follows from what stands there at the turn of the command.
    Revise {
        /// The record's kind.
        kind: &'static str,
        /// The record.
        id: Id,
        /// What to set, given the record.
        revision: Revision,
    },
    /// Write records by one tap, as one step, unless the record that the tap makes is there already: then the same tap
    /// came twice. [`identity`](crate::work::tap::identity) names what a tap makes.
    Once {
        /// The kind of what the tap makes.
        kind: &'static str,
        /// Its identity.
        id: Id,
        /// What was done, in words.
        label: Message,
        /// The records, and what to set of each.
        rows: Vec<RecordWrite>,
    },
    /// Add to a number of a record by one tap. What is there is looked up at the turn of the command, so that ten taps
    /// in a row are ten, however long it takes to keep them.
    Add {
        /// The record's kind.
        kind: &'static str,
        /// The record.
        id: Id,
        /// The number.
        field: &'static str,
        /// How many more; fewer, below zero.
        by: i64,
        /// What was done, in words, but for the `count` there is then.
        label: Message,
    },
    /// Write many records at once, as one step.
    Write {
        /// What was done, in words.
        label: Message,
        /// The records, and what to set of each.
        rows: Vec<RecordWrite>,
    },
    /// Write down, each unless it is there already, what stands on a screen without being a record, such as one time of a
    /// task that comes again, before something is done with it. Nothing changes by it for anybody, so it is no step to
    /// take back: what is done with it next can be taken back, and then it still stands there.
    Found(Vec<RecordWrite>),
    /// Write many records at once, as one step, unless something else was written since they were worked out.
    Import {
        /// The records, and what to set of each.
        rows: Vec<RecordWrite>,
        /// What is remembered of it, so that it can be taken back later.
        taken: LastImport,
        /// What was known when they were worked out.
        seen: VersionVector,
    },
}

/// What is done to each of many records.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Set these fields, each checked as its form checks it.
    Set(BTreeMap<String, Value>),
    /// Delete it. It can come back for as long as it is not erased.
    Delete,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// In words: “Covenant Soup Kitchen changed”.
    pub label: Message,
    /// Whether the store has it; otherwise it is held in memory and tried again.
    pub stored: bool,
    /// The step to undo it by, if it can be.
    pub step: Option<u64>,
    /// Whether anything was changed. A tap that came twice changes nothing, and nothing need be said of it.
    pub changed: bool,
}

/// What a tap makes of a record, by what stands in it then.
#[derive(Clone)]
pub struct Revision(pub(crate) Rc<Of>);

pub(crate) type Of = dyn Fn(&Record) -> BTreeMap<String, Value>;

impl Revision {
    /// A revision that sets these fields of a record.
    pub fn new(of: impl Fn(&Record) -> BTreeMap<String, Value> + 'static) -> Revision {
        Revision(Rc::new(of))
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Revision")
    }
}

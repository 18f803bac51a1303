//! What a person can want done, and the operations it takes.

use crate::app::consent::{self, Consents, law};
use crate::app::state::{State, UndoStep};
use crate::app::taken_in::{self, TakenIn};
use crate::app::tap::{self, Revision};
use crate::app::transfer;
use crate::app::unsaved::When;
use crate::domain::book::Change;
use crate::domain::check::{self, Problem};
use crate::domain::draft::Draft;
use crate::domain::id::Id;
use crate::domain::kept;
use crate::domain::kind::Kind;
use crate::domain::operation::{DELETED, ERASED};
use crate::domain::order;
use crate::domain::record::Record;
use crate::domain::record_write::RecordWrite;
use crate::domain::seen::Seen;
use crate::domain::show;
use crate::domain::stamp::Stamp;
use crate::domain::text::{Arg, Message, Text};
use crate::domain::value::Value;
use crate::kinds::interview::{GRANTS, NOTES, SPEAKER};
use crate::kinds::{self, guide};
use std::collections::{BTreeMap, BTreeSet};

/// The sentences of this module.
pub mod words {
    crate::words! {
        ABOUT = "{kind}: {what}", "{kind}: {what}";
        CREATED = "{what} added", "{what}: añadido";
        CHANGED = "{what} changed", "{what}: cambiado";
        DELETED = "{what} deleted", "{what}: eliminado";
        RESTORED = "{what} is back", "{what} está de vuelta";
        WITHDRAWN = "{what}: contact details erased for good", "{what}: datos de contacto borrados para siempre";
        ERASED = "{what} erased for good", "{what}: borrado para siempre";
        ERASED_WITH = "{what} erased for good, with all that belongs to it: {count}", "{what}: borrado para siempre, con todo lo que le pertenece: {count}";
        DENIED = "{what}: what they did not agree to is erased for good", "{what}: se borró para siempre lo que no aceptaron";
        TAKEN_BACK = "Consent taken back. Erased for good: {count}", "Consentimiento retirado. Se borró para siempre: {count}";
        LET_GO = "Consent was taken back elsewhere. Erased here, too: {count}", "El consentimiento se retiró en otra tableta. También se borró aquí: {count}";
        SETTLED = "{what}: settled", "{what}: resuelto";
        UNDONE = "Undone: {what}", "Deshecho: {what}";
        NOTHING_TO_UNDO = "There is nothing to undo", "No hay nada que deshacer";
        ALL_CHANGED_SINCE = "Not undone: everything it changed was changed again since", "No se deshizo: todo lo que cambió se volvió a cambiar después";
        NOT_THERE = "It is not there any more", "Ya no está";
        WAS_ERASED = "Not kept: it was erased for good, and nothing more is written down of it", "No se guardó: se borró para siempre y no se anota nada más";
        MEND_FIRST = "Mend what is marked first", "Corrija primero lo que está marcado";
        CANCELLED = "Cancelled. Nothing was changed", "Cancelado. No se cambió nada";
        TOO_LONG = "Not saved: it is too long for one note. Make it shorter", "No se guardó: es demasiado largo para una sola nota. Acórtelo";
        UNREADABLE = "Not saved: the tablet could not read it back. Copy your words, then reload ({cause})", "No se guardó: la tableta no pudo volver a leerlo. Copie sus palabras y vuelva a cargar ({cause})";
        IMPORTED_ROWS = "{count} rows taken in", "{count} filas incorporadas";
    }
}

/// What a person wants.
#[derive(Clone, Debug)]
pub enum Command {
    /// Done with a draft: keep what it says.
    Finish(Draft),
    /// As [`Command::Finish`], where one goes on whatever the store says, as from one line of an interview to the next.
    Enter(Draft),
    /// Delete a record. It can come back for as long as it is not erased.
    Delete(&'static str, Id),
    /// Bring a deleted record back.
    BringBack(&'static str, Id),
    /// Take a record out for good, everywhere, and with it what belongs to it.
    Erase(&'static str, Id),
    /// A person takes back the consent that a record itself holds: what it allowed to keep is erased for good,
    /// everywhere, and the rest goes on as [`consent::nobody`]'s, so that nothing counted is lost.
    Withdraw(&'static str, Id),
    /// Somebody who was interviewed takes consents back on which other records rest: those are erased for good,
    /// everywhere. Who takes back that anything is written down goes on as [`consent::nobody`].
    TakeBack {
        /// Their record.
        speaker: Id,
        /// What they take back, keys of [`GRANTS`](crate::kinds::interview::GRANTS).
        grants: Vec<&'static str>,
        /// When, RFC 3339.
        when: String,
    },
    /// Let go of what may not be kept any more: what another tablet has told of, or a version before this one kept.
    LetGo,
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
    /// came twice. [`tap::identity`] names what a tap makes.
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
        rows: Vec<(&'static str, Id, BTreeMap<String, Value>)>,
    },
    /// Write many records at once, as one step, unless something else was written since they were worked out.
    TakeIn {
        /// The records, and what to set of each.
        rows: Vec<(&'static str, Id, BTreeMap<String, Value>)>,
        /// What is remembered of it, so that it can be taken back later.
        taken: TakenIn,
        /// What was known when they were worked out.
        seen: Seen,
    },
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

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// These fields need mending first.
    Problems(Vec<Problem>),
    /// For this reason.
    Because(Message),
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            Refusal::Problems(_) => words::MEND_FIRST.message(),
            Refusal::Because(message) => message.clone(),
        }
    }
}

pub(super) fn because(text: Text) -> Refusal {
    Refusal::Because(text.message())
}

/// An operation before it has its place in the stream.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NewOperation {
    pub(crate) kind: String,
    pub(crate) id: Id,
    pub(crate) set: BTreeMap<String, Value>,
    pub(crate) prev: BTreeMap<String, Vec<Stamp>>,
}

impl NewOperation {
    /// Whether it erases its record for good.
    pub(crate) fn erases(&self) -> bool {
        self.set.get(ERASED).and_then(Value::as_bool) == Some(true)
    }
}

/// What a command takes.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) label: Message,
    pub(crate) operations: Vec<NewOperation>,
    /// Drafts that are done, by their place in the store: gone in the same transaction.
    pub(crate) drop_drafts: Vec<String>,
    /// Drafts that are kept otherwise than they are now, in the same transaction.
    pub(crate) redraft: Vec<Draft>,
    pub(crate) undo_of: Option<u64>,
    /// Whether it takes back the last import, which is then forgotten.
    pub(crate) forgets_import: bool,
    /// What is remembered of an import, but for what it brings.
    pub(crate) taken_in: Option<TakenIn>,
    /// Records whose stored words must go. What is erased cannot be taken back.
    pub(crate) erases: BTreeSet<(String, Id)>,
    /// Who did it and when, where that is not who stores it now.
    pub(crate) when: When,
}

impl Plan {
    pub(super) fn of(label: Message, operations: Vec<NewOperation>) -> Plan {
        Plan {
            label,
            operations,
            drop_drafts: Vec::new(),
            redraft: Vec::new(),
            undo_of: None,
            forgets_import: false,
            taken_in: None,
            erases: BTreeSet::new(),
            when: None,
        }
    }
}

impl Plan {
    /// Whether there is nothing to store.
    pub(crate) fn does_nothing(&self) -> bool {
        let small = self.drop_drafts.is_empty() && self.redraft.is_empty();
        self.operations.is_empty() && small && !self.forgets_import && self.taken_in.is_none()
    }

    /// The same plan, for one that erases a record: its stored words go, and what was being typed about it.
    pub(crate) fn erasing(mut self, kind: &str, id: Id) -> Plan {
        self.erases.insert((kind.to_owned(), id));
        self.drop_drafts.push(Draft::meta_key_of(kind, id));
        self
    }
}

/// Sets fields of a record, knowingly replacing what it holds now.
pub(super) fn set(kind: &str, id: Id, record: Option<&Record>, values: BTreeMap<String, Value>) -> NewOperation {
    let seen = |key: &String| Some((key.clone(), stamps(record?, key)));
    let prev = order::map(values.keys().filter_map(seen).filter(|(_, stamps)| !stamps.is_empty()));
    NewOperation { kind: kind.to_owned(), id, set: values, prev }
}

/// The stamps of a value as it stands: several tablets may have written the same, and whoever sees it sees them all.
fn stamps(record: &Record, key: &str) -> Vec<Stamp> {
    let Some(slot) = record.slot(key) else { return Vec::new() };
    let same = record.contest().into_iter().flat_map(|contest| &contest.losers);
    let same = same.filter(|(at, loser)| **at == *key && loser.value == slot.value).map(|(_, loser)| loser.stamp);
    [slot.stamp].into_iter().chain(same).collect()
}

/// What a record is called in a sentence: by what it is about, or its title, or its kind where it has neither.
fn named<'a>(state: &State, kind: &Kind, get: impl Fn(&str) -> Option<&'a Value>) -> Arg {
    let about = kind.about_link().and_then(|(link, to)| {
        let to = kinds::kind(to)?;
        let record = state.book.record(to.id, get(link)?.as_link()?)?;
        Some(show::title(to, record))
    });
    let title = || kind.title().and_then(|field| get(field.key)?.as_text()).map(show::first_line);
    match (about.filter(|about| !about.is_empty()), title().filter(|title| !title.is_empty())) {
        (Some(about), _) => Arg::from(words::ABOUT.with("kind", kind.name).with("what", about)),
        (None, Some(title)) => Arg::Same(title),
        (None, None) => Arg::Text(kind.name),
    }
}

pub(super) fn record_named(state: &State, record: &Record) -> Arg {
    let held = |kind: &Kind, key: &str| kind.field(key).is_none_or(|field| kept::may_hold(field, record));
    let named = |kind: &'static Kind| named(state, kind, |key| record.get(key).filter(|_| held(kind, key)));
    kinds::kind(&record.kind).map_or(Arg::Text(Text::NONE), named)
}

pub(crate) fn plan(state: &State, command: Command) -> Result<Plan, Refusal> {
    let there = |kind: &str, id| state.book.record(kind, id).filter(|r| !r.erased).ok_or(because(words::NOT_THERE));
    let flag = |kind: &str, id, key: &str, yes| -> Result<Plan, Refusal> {
        let record = there(kind, id)?;
        let text = match (key, yes) {
            (DELETED, true) => words::DELETED,
            (DELETED, false) => words::RESTORED,
            _ => words::ERASED,
        };
        let op = set(kind, id, Some(record), [(key.to_owned(), Value::Bool(yes))].into());
        Ok(Plan::of(text.with("what", record_named(state, record)), vec![op]))
    };
    match command {
        Command::Finish(draft) | Command::Enter(draft) => finish(state, &draft),
        Command::Delete(kind, id) => flag(kind, id, DELETED, true),
        Command::BringBack(kind, id) => flag(kind, id, DELETED, false),
        Command::Erase(kind, id) => {
            // The words a toast would say are gone with the record, so it is named by its kind alone.
            let name = kinds::kind(kind).map_or(Text::NONE, |kind| kind.name);
            let label = match Consents::erasing(&state.book, kind, id).to_let_go().len() {
                0 => words::ERASED.with("what", name),
                count => words::ERASED_WITH.with("what", name).with("count", count),
            };
            let mut plan = Plan { label, ..flag(kind, id, ERASED, true)? }.erasing(kind, id);
            if kind == SPEAKER.id {
                plan.operations.extend(law::denial(there(kind, id)?));
            }
            Ok(plan)
        }
        Command::Withdraw(kind, id) => {
            let record = there(kind, id)?;
            let declared = kinds::kind(kind).ok_or(because(words::NOT_THERE))?;
            let label = words::WITHDRAWN.with("what", record_named(state, record));
            Ok(goes_on_as_nobody(state, label, declared, record, BTreeMap::new()))
        }
        Command::TakeBack { speaker, grants, when } => take_back(state, speaker, &grants, when),
        // Whatever there is follows from the law.
        Command::LetGo => Ok(Plan::of(words::LET_GO.with("count", 0), Vec::new())),
        Command::Settle { kind, id, field, keep } => {
            let record = there(kind, id)?;
            let mut op = set(kind, id, Some(record), [(field.clone(), keep)].into());
            let losers: Vec<Stamp> =
                record.losers().filter(|(key, _)| ***key == *field).map(|(_, slot)| slot.stamp).collect();
            op.prev.entry(field).or_default().extend(losers);
            Ok(Plan::of(words::SETTLED.with("what", record_named(state, record)), vec![op]))
        }
        Command::Undo(number) => {
            let step = state.undo.iter().find(|step| step.number == number).ok_or(because(words::NOTHING_TO_UNDO))?;
            let operations = reverse(state, step);
            if operations.is_empty() {
                let gone = |change: &Change| change.after.erased;
                let only_erased = !step.changes.is_empty() && step.changes.iter().all(gone);
                return Err(because(match only_erased {
                    true => taken_in::words::ONLY_ERASED,
                    false => words::ALL_CHANGED_SINCE,
                }));
            }
            let taken = state.taken_in.as_ref().filter(|taken| step.is_of(taken));
            let label = match taken.and_then(TakenIn::stays_erased) {
                Some(erased) => taken_in::words::UNDONE_BUT.with("what", step.label.clone()).with("erased", erased),
                None => words::UNDONE.with("what", step.label.clone()),
            };
            let forgets_import = taken.is_some();
            Ok(Plan { undo_of: Some(number), forgets_import, ..Plan::of(label, operations) })
        }
        Command::Set { kind, id, values } => tap::set_fields(state, kind, id, values),
        Command::Revise { kind, id, revision } => tap::revise(state, kind, id, &revision),
        Command::Once { kind, id, label, rows } => tap::once(state, (kind, id), label, rows),
        Command::Add { kind, id, field, by, label } => tap::add(state, (kind, id), field, by, label),
        Command::Write { label, rows } => {
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            let nothing = rows.is_empty();
            let plan = write(state, label, rows);
            // A step that does nothing must not be called done.
            if plan.operations.is_empty() && !nothing { Err(because(words::WAS_ERASED)) } else { Ok(plan) }
        }
        Command::TakeIn { rows, taken, seen } => {
            if *state.book.seen() != seen {
                return Err(because(transfer::words::CHANGED_MEANWHILE));
            }
            allowed(state, rows.iter().map(|(kind, id, values)| (*kind, *id, values)))?;
            let taken = TakenIn { before: seen, ..taken };
            Ok(Plan { taken_in: Some(taken.clone()), ..write(state, taken.label(), rows) })
        }
    }
}

/// Refuses to write what somebody who speaks in one of these records has not agreed to.
pub(super) fn allowed<'a>(
    state: &State,
    rows: impl IntoIterator<Item = (&'a str, Id, &'a BTreeMap<String, Value>)>,
) -> Result<(), Refusal> {
    let guarded = rows.into_iter().filter_map(|(kind, id, values)| {
        Some((kinds::kind(kind).filter(|kind| !kind.granted.is_empty())?, id, values))
    });
    // Who agreed to what is gathered once for all rows, and not at all where nothing rests on it.
    let mut consents = None;
    for (kind, id, values) in guarded {
        let record = state.book.record(kind.id, id);
        let text = |key: &str| match values.get(key) {
            Some(value) => value.as_text(),
            None => record.and_then(|record| record.text(key)),
        };
        let consents = consents.get_or_insert_with(|| Consents::of(&state.book));
        if consents.forbid(kind, text) {
            if !consents.denied(kind, text) {
                return Err(because(words::WAS_ERASED));
            }
            let who = text("speaker")
                .and_then(|id| kept::text(&SPEAKER, state.book.alive(SPEAKER.id, id.parse().ok()?)?, "name"));
            let who = who.map_or(Arg::Text(consent::words::SOMEBODY), |name| Arg::Same(name.to_owned()));
            return Err(Refusal::Because(consent::words::NOT_ALLOWED.with("who", who)));
        }
    }
    Ok(())
}

fn take_back(state: &State, speaker: Id, grants: &[&'static str], when: String) -> Result<Plan, Refusal> {
    let record = state.book.record(SPEAKER.id, speaker).filter(|record| !record.erased);
    let record = record.ok_or(because(words::NOT_THERE))?;
    let everything = grants.contains(&NOTES);
    let no = |grant: &&'static str| ((*grant).to_owned(), Value::Bool(false));
    let when = ("withdrawn".to_owned(), Value::text(when));
    // Who goes on as nobody in particular has agreed to nothing that is left.
    let grants = if everything { &GRANTS } else { grants };
    let gone = Consents::without(&state.book, speaker, grants).to_let_go();
    let label = words::TAKEN_BACK.with("count", gone.len());
    Ok(match everything {
        false => {
            let values = grants.iter().map(no).chain([when]);
            Plan::of(label, vec![set(SPEAKER.id, speaker, Some(record), order::map(values))])
        }
        true => goes_on_as_nobody(state, label, &SPEAKER, record, [when].into()),
    })
}

/// Refuses to keep what may not be written down, not even as a draft.
pub(crate) fn may_keep(state: &State, draft: &Draft) -> Result<(), Refusal> {
    if state.book.record(&draft.kind, draft.id).is_some_and(|record| record.erased) {
        return Err(because(words::WAS_ERASED));
    }
    allowed(state, [(draft.kind.as_str(), draft.id, &draft.values)])
}

/// A draft without what somebody denied.
pub(crate) fn allowed_draft(state: &State, draft: &Draft) -> Draft {
    law::allowed_of(draft, state.book.record(&draft.kind, draft.id).map(|record| &**record))
}

/// Erases a record and keeps what is allowed of it, and these values, as [`consent::nobody`]'s.
fn goes_on_as_nobody(
    state: &State,
    label: Message,
    kind: &'static Kind,
    record: &Record,
    more: BTreeMap<String, Value>,
) -> Plan {
    let known = state.book.record(kind.id, consent::nobody(record.id)).map(|record| &**record);
    let operations = law::lives_on(kind, record, known, more);
    law::without(&state.book, Plan::of(label, operations), [(kind.id, record.id)])
}

pub(super) fn write(state: &State, label: Message, rows: Vec<(&'static str, Id, BTreeMap<String, Value>)>) -> Plan {
    // Of what was erased for good nothing more is written down: nobody would see it, and everybody would keep it.
    let one = |(kind, id, values): (&str, Id, _)| {
        let record = state.book.record(kind, id).map(|record| &**record);
        (!record.is_some_and(|record| record.erased)).then(|| set(kind, id, record, values))
    };
    Plan::of(label, rows.into_iter().filter_map(one).collect())
}

fn finish(state: &State, draft: &Draft) -> Result<Plan, Refusal> {
    let kind = kinds::kind(&draft.kind).ok_or(because(words::NOT_THERE))?;
    let record = state.book.record(kind.id, draft.id).map(|record| &**record);
    may_keep(state, draft)?;
    let draft = &law::refused(draft);
    let problems = check::check(kind, guide::fields(kind, &state.book), |key| draft.get(record, key));
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let mut values = draft.values.clone();
    if draft.new {
        values.retain(|_, value| !value.is_blank());
    }
    let text = if draft.new { words::CREATED } else { words::CHANGED };
    let label = text.with("what", named(state, kind, |key| draft.get(record, key)));
    let drop_drafts = vec![draft.meta_key()];
    // Without a change there is nothing to tell, but the draft is done.
    let seen = |(key, stamp): (&String, &Stamp)| {
        let now = record.map(|record| stamps(record, key)).filter(|now| now.first() == Some(stamp));
        (key.clone(), now.unwrap_or_else(|| vec![*stamp]))
    };
    let prev = order::map(draft.seen.iter().map(seen));
    let op = NewOperation { kind: kind.id.to_owned(), id: draft.id, set: values, prev };
    let operations = if op.set.is_empty() { vec![] } else { vec![op] };
    Ok(Plan { drop_drafts, ..Plan::of(label, operations) })
}

/// The operations that take a step back. What was changed again since stays as it is.
fn reverse(state: &State, step: &UndoStep) -> Vec<NewOperation> {
    let mut operations = Vec::new();
    for Change { before, after } in step.changes.iter().rev() {
        let Some(record) = state.book.record(&after.kind, after.id).filter(|record| !record.erased) else { continue };
        let mut values = BTreeMap::new();
        match before {
            // What the step made is deleted, unless somebody worked on it since.
            None if record.changed() == after.changed() => {
                values.insert(DELETED.to_owned(), Value::Bool(true));
            }
            None => {}
            Some(before) => {
                for (key, slot) in after.slots() {
                    let changed_by_step = before.slot(key).is_none_or(|old| old.stamp != slot.stamp);
                    let still_so = record.slot(key).is_some_and(|now| now.stamp == slot.stamp);
                    // A consent that was taken back stays so, also where the file that told of it is taken back.
                    if changed_by_step && still_so && !law::stays(&after.kind, key, &slot.value) {
                        let old = before.slot(key).map(|old| old.value.clone());
                        values.insert(key.to_string(), old.unwrap_or_default());
                    }
                }
                // What the step brought back by writing to it goes again, unless somebody worked on it since.
                if before.deleted().is_some() && record.changed() == after.changed() {
                    values.insert(DELETED.to_owned(), Value::Bool(true));
                }
            }
        }
        if !values.is_empty() {
            operations.push(set(&after.kind, after.id, Some(record), values));
        }
    }
    operations
}

//! Rows to changes: which record each row is about, and what it would change. Only a plan: nothing is changed here.
//!
//! A row is about the record that bears its name. Blank cells say nothing, so they change nothing; nothing is ever
//! deleted. The same file a second time changes nothing at all.

use super::row::{Named, ReadRow, RowReader};
use super::table::Table;
use super::{RowProblem, Weight};
use crate::formats::columns::Target;
use crate::formats::{Progress, STEP};
use crate::model::book::Book;
use crate::model::check::{self, check_field};
use crate::model::date::Zone;
use crate::model::field::{Field, FieldType, Start};
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::query::day_in;
use crate::model::record::Record;
use crate::model::text::{Message, Text, quoted};
use crate::model::value::Value;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NO_NAME = "The row was left out: {label} is missing. Fill it in and import the file again", "La fila se omitió: falta {label}. Complétela e importe el archivo otra vez";
        SEVERAL = "The row was left out: there are {count} called “{value}”, and neither email nor phone tells which one. Add one of them to the row", "La fila se omitió: hay {count} con el nombre «{value}», y ni el correo ni el teléfono indican cuál es. Agregue uno de ellos a la fila";
        AGAIN = "“{value}” stands in line {line} too. This row adds to that one", "«{value}» ya está en la línea {line}. Esta fila se suma a aquella";
        SEVERAL_LINKED = "{label}: there are {count} called “{value}”. The cell was left out; choose in Porchlight which one is meant", "{label}: hay {count} con el nombre «{value}». La celda se omitió; elija en Porchlight cuál es";
        NOT_KNOWN = "{label}: “{value}” is not in Porchlight. The cell was left out; add it there first", "{label}: «{value}» no está en Porchlight. La celda se omitió; agréguelo primero allí";
        NOT_LATER = "{label}: “{value}” is before the latest contact that was logged. The logged one stays", "{label}: «{value}» es anterior al último contacto anotado. Se queda el anotado";
    }
}

/// The record a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordRef {
    /// It is there.
    Existing(Id),
    /// It will be made, with this identity.
    New(Id),
}

impl RecordRef {
    /// Its identity.
    pub fn id(self) -> Id {
        match self {
            RecordRef::Existing(id) | RecordRef::New(id) => id,
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It makes a new record.
    New,
    /// It changes these fields of a record.
    Changed(Vec<&'static str>),
    /// It says what is known already.
    Same,
    /// It is left out; the problems say why.
    LeftOut,
}

/// What becomes of a row, and of which record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// The line in the file where it begins.
    pub line: u64,
    /// The name it gives, as the file has it.
    pub title: String,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// The record it is about; none if it is left out.
    pub record: Option<RecordRef>,
}

/// One record to write: everything the file says about it, in one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWrite {
    /// The kind of the record.
    pub kind: &'static str,
    /// The record.
    pub record: RecordRef,
    /// The values to set. Links hold identities, also of records that this plan makes.
    pub set: BTreeMap<String, Value>,
}

/// How many rows do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows that make a new record.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say what is known already.
    pub same: usize,
    /// Rows that are left out.
    pub left_out: usize,
    /// Records of other kinds that are made because a row names them.
    pub linked: usize,
}

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// What becomes of each row, in the order of the file.
    pub rows: Vec<RowPlan>,
    /// How many rows do what, for the preview.
    pub counts: RowCounts,
    /// What to know and to mend, in the order of the file.
    pub problems: Vec<RowProblem>,
    /// What to write, records that others link to first.
    pub writes: Vec<RowWrite>,
}

/// Plans a whole file at once.
pub fn plan(book: &Book, kind: &'static Kind, rows: Vec<ReadRow>, mut new_id: impl FnMut() -> Id) -> ImportPlan {
    let mut planner = Planner::new(book, kind, repeated_ids(rows.iter().map(|row| row.id)));
    rows.into_iter().for_each(|row| planner.take(row, &mut new_id));
    planner.finish()
}

/// Reads and plans a table, some rows at a time. It holds the book as it was when it began.
#[derive(Debug)]
pub struct Import {
    planner: Planner,
    reader: RowReader,
    rows: std::vec::IntoIter<(u64, Vec<String>)>,
    progress: Progress,
}

impl Import {
    /// Begins. The targets say what each column holds.
    pub fn new(
        book: &Book,
        kind: &'static Kind,
        table: Table,
        targets: &[Option<Target>],
        zone: Rc<dyn Zone>,
    ) -> Import {
        let column = targets.iter().position(|target| *target == Some(Target::Id));
        let ids = column.map(|at| table.rows.iter().map(move |(_, cells)| cells.get(at)?.trim().parse().ok()));
        let repeated = ids.map(repeated_ids).unwrap_or_default();
        let mut planner = Planner::new(book, kind, repeated);
        planner.plan.problems = table.problems;
        Import {
            planner,
            reader: RowReader::new(&table.headers, targets, zone),
            progress: Progress { done: 0, of: table.rows.len() },
            rows: table.rows.into_iter(),
        }
    }

    /// Plans some more rows; `false` at the end.
    pub fn step(&mut self, mut new_id: impl FnMut() -> Id) -> bool {
        for (line, cells) in self.rows.by_ref().take(STEP) {
            let row = self.reader.read(line, &cells);
            self.planner.take(row, &mut new_id);
            self.progress.done += 1;
        }
        !self.rows.as_slice().is_empty()
    }

    /// How far it has come, in rows.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The plan, once [`step`](Import::step) has said that there is no more.
    pub fn finish(self) -> ImportPlan {
        self.planner.finish()
    }
}

/// Identities that several rows give: somebody copied a row to write a new one below it.
fn repeated_ids(ids: impl Iterator<Item = Option<Id>>) -> HashSet<Id> {
    let mut seen = HashSet::new();
    ids.flatten().filter(|id| !seen.insert(*id)).collect()
}

/// A record as it will be: what there is, and what the rows so far add.
#[derive(Debug)]
struct Slot {
    kind: &'static Kind,
    record: RecordRef,
    before: Option<Arc<Record>>,
    set: BTreeMap<&'static str, Value>,
    /// The first line that is about it; none for a record that a row only names.
    line: Option<u64>,
}

impl Slot {
    fn get(&self, key: &str) -> Option<&Value> {
        let set = self.set.get(key);
        set.or_else(|| self.before.as_ref()?.get(key)).filter(|value| !value.is_blank())
    }
}

/// The slots of one kind by what a row calls them. Several existing records may bear one name.
#[derive(Debug, Default)]
struct Names {
    existing: HashMap<String, Vec<Id>>,
    new: HashMap<String, usize>,
}

#[derive(Debug)]
struct Planner {
    book: Book,
    kind: &'static Kind,
    index: Index,
    /// Names of the kinds that were asked for so far: those the import is about by [`identity`], others by title.
    names: HashMap<(&'static str, bool), Names>,
    slots: Vec<Slot>,
    by_id: HashMap<(&'static str, Id), usize>,
    repeated: HashSet<Id>,
    plan: ImportPlan,
}

/// Why a row is left out.
struct LeftOut(Message);

impl Planner {
    fn new(book: &Book, kind: &'static Kind, repeated: HashSet<Id>) -> Planner {
        Planner {
            book: book.clone(),
            kind,
            index: Index::default(),
            names: HashMap::new(),
            slots: Vec::new(),
            by_id: HashMap::new(),
            repeated,
            plan: ImportPlan::default(),
        }
    }

    fn finish(mut self) -> ImportPlan {
        let kind = self.kind.id;
        let mut writes = Vec::new();
        for slot in self.slots {
            if slot.set.is_empty() {
                continue;
            }
            let set = order::map(slot.set.into_iter().map(|(key, value)| (key.to_owned(), value)));
            writes.push(RowWrite { kind: slot.kind.id, record: slot.record, set });
        }
        // Stable: within each half the order of the file stays.
        order::sort_by_key(&mut writes, |write| write.kind == kind);
        self.plan.writes = writes;
        order::sort_by_key(&mut self.plan.problems, |problem| problem.line);
        self.plan
    }

    fn take(&mut self, mut row: ReadRow, new_id: &mut dyn FnMut() -> Id) {
        let (line, name) = (row.line, self.title_in(&row).map(quoted).unwrap_or_default());
        self.plan.problems.append(&mut row.problems);
        let (outcome, record) = match self.find(&row) {
            Err(LeftOut(message)) => {
                self.plan.problems.push(RowProblem::row(line, Weight::Row, message));
                (RowOutcome::LeftOut, None)
            }
            Ok(found) => self.write(found, row, &name, new_id),
        };
        match outcome {
            RowOutcome::New => self.plan.counts.new += 1,
            RowOutcome::Changed(_) => self.plan.counts.changed += 1,
            RowOutcome::Same => self.plan.counts.same += 1,
            RowOutcome::LeftOut => self.plan.counts.left_out += 1,
        }
        self.plan.rows.push(RowPlan { line, title: name, outcome, record });
    }

    /// The record a row is about, if there is one yet.
    fn find(&mut self, row: &ReadRow) -> Result<Option<usize>, LeftOut> {
        let called = identity_of_row(self.kind, row);
        let by_id = row.id.filter(|id| self.book.alive(self.kind.id, *id).is_some());
        if let Some(id) = by_id
            && (!self.repeated.contains(&id) || called.is_some() && called == self.called(id))
        {
            return Ok(Some(self.slot(self.kind, id)));
        }
        let found = called.as_deref().map(|called| self.candidates(self.kind, true, called)).unwrap_or_default();
        match found.as_slice() {
            [] => self.may_be_new(row).map(|()| None),
            [only] => Ok(Some(*only)),
            several => match self.tell_apart(row, several).as_slice() {
                [only] => Ok(Some(*only)),
                _ => {
                    let value = self.title_in(row).or(called.as_deref()).map(quoted).unwrap_or_default();
                    Err(LeftOut(words::SEVERAL.with("count", several.len()).with("value", value)))
                }
            },
        }
    }

    /// A new record must have what every record of its kind must have.
    fn may_be_new(&mut self, row: &ReadRow) -> Result<(), LeftOut> {
        for field in self.kind.fields().filter(|field| field.required) {
            let given = match row.links.get(field.key) {
                None => row.values.get(field.key).is_some_and(|value| !value.is_blank()),
                Some(named) => match self.resolve(field, &named.name) {
                    Ok(_) => true,
                    Err(message) => {
                        self.tell(row.line, named, message);
                        false
                    }
                },
            };
            if !given {
                return Err(LeftOut(words::NO_NAME.with("label", field.label)));
            }
        }
        Ok(())
    }

    fn title_in<'r>(&self, row: &'r ReadRow) -> Option<&'r str> {
        row.values.get(self.kind.title()?.key)?.as_text()
    }

    fn tell(&mut self, line: u64, named: &Named, message: Message) {
        let (column, cell) = (named.column.clone(), named.name.clone());
        self.plan.problems.push(RowProblem { line, column, cell, weight: Weight::Cell, message });
    }

    /// Which of several records of one name have an e-mail address or phone number of the row.
    fn tell_apart(&self, row: &ReadRow, several: &[usize]) -> Vec<usize> {
        let said: Vec<String> = self.reach(|key| row.values.get(key)).collect();
        let fits = |slot: &usize| self.reach(|key| self.slots[*slot].get(key)).any(|known| said.contains(&known));
        several.iter().copied().filter(fits).collect()
    }

    /// E-mail addresses folded, phone numbers as their last ten digits.
    fn reach<'a>(&self, get: impl Fn(&str) -> Option<&'a Value>) -> impl Iterator<Item = String> {
        self.kind.fields().filter_map(move |field| {
            let text = get(field.key).and_then(Value::as_text)?;
            let said = match field.ty {
                FieldType::Email => fold(text),
                FieldType::Phone => {
                    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
                    digits[digits.len().saturating_sub(10)..].iter().collect()
                }
                _ => return None,
            };
            (!said.is_empty()).then_some(said)
        })
    }

    /// What an existing record is called.
    fn called(&self, id: Id) -> Option<String> {
        identity_of(&self.book, self.kind, self.book.alive(self.kind.id, id)?)
    }

    fn slot(&mut self, kind: &'static Kind, id: Id) -> usize {
        *self.by_id.entry((kind.id, id)).or_insert_with(|| {
            let before = self.book.alive(kind.id, id).cloned();
            self.slots.push(Slot { kind, record: RecordRef::Existing(id), before, set: BTreeMap::new(), line: None });
            self.slots.len() - 1
        })
    }

    /// What the records of a kind are called: by [`identity`], or by title alone as links call them.
    fn names(&mut self, kind: &'static Kind, by_identity: bool) -> &mut Names {
        self.names.entry((kind.id, by_identity)).or_insert_with(|| {
            let mut names = Names::default();
            for record in self.book.living(kind.id) {
                let called = match by_identity {
                    true => identity_of(&self.book, kind, record),
                    false => kind.title().and_then(|title| record.text(title.key)).and_then(known_as),
                };
                if let Some(called) = called {
                    names.existing.entry(called).or_default().push(record.id);
                }
            }
            names
        })
    }

    /// The records a name may mean: those there are, and one that this plan makes.
    fn candidates(&mut self, kind: &'static Kind, by_identity: bool, called: &str) -> Vec<usize> {
        let names = self.names(kind, by_identity);
        let (existing, new) = (names.existing.get(called).cloned(), names.new.get(called).copied());
        let mut found: Vec<usize> = existing.into_iter().flatten().map(|id| self.slot(kind, id)).collect();
        found.extend(new);
        found
    }

    /// A record to be made, known by its identity (`true`) and by its title.
    fn make(&mut self, kind: &'static Kind, called: [(bool, Option<String>); 2], id: Id) -> usize {
        let at = self.slots.len();
        // A record from a spreadsheet begins like one that is typed, but for what depends on who types and when.
        let begins = kind.fields().filter_map(|field| match field.start {
            Start::Choice(key) => Some((field.key, Value::text(key))),
            Start::Blank | Start::Now | Start::Me => None,
        });
        let set = order::map(begins);
        self.slots.push(Slot { kind, record: RecordRef::New(id), before: None, set, line: None });
        self.by_id.insert((kind.id, id), at);
        for (by_identity, called) in called {
            if let Some(called) = called {
                self.names(kind, by_identity).new.insert(called, at);
            }
        }
        at
    }

    /// Lays a row over the record it is about.
    fn write(
        &mut self,
        found: Option<usize>,
        row: ReadRow,
        name: &str,
        new_id: &mut dyn FnMut() -> Id,
    ) -> (RowOutcome, Option<RecordRef>) {
        let at = match found {
            Some(at) => at,
            None => {
                let called = identity_of_row(self.kind, &row);
                let title = self.title_in(&row).and_then(known_as);
                // Known both ways, so that a link in a later row finds it too.
                self.make(self.kind, [(true, called), (false, title)], new_id())
            }
        };
        let mut changed = Vec::new();
        for (key, named) in row.links {
            let Some(field) = self.kind.field(key) else { continue };
            let Some(link) = self.link(at, field, &named, row.line, new_id) else { continue };
            self.slots[at].set.insert(key, link);
            changed.push(key);
        }
        let by_name = row.id.is_none_or(|id| id != self.slots[at].record.id());
        for (key, value) in row.values {
            let Some(field) = self.kind.field(key) else { continue };
            // Found by its name, a record keeps its own spelling of it: “ecole” does not undo “École”.
            let title = self.kind.title().is_some_and(|title| title.key == key);
            if title && by_name && found.is_some() {
                continue;
            }
            let Some(value) = self.difference(at, field, value, row.line) else { continue };
            self.slots[at].set.insert(key, value);
            changed.push(key);
        }
        let place = |key: &&'static str| self.kind.fields().position(|field| field.key == *key);
        order::sort_by_key(&mut changed, place);
        let slot = &mut self.slots[at];
        let first = slot.line;
        slot.line = first.or(Some(row.line));
        let record = slot.record;
        if let Some(first) = first {
            let message = words::AGAIN.with("value", name).with("line", first.to_string());
            self.plan.problems.push(RowProblem::row(row.line, Weight::Note, message));
        }
        let outcome = match (found, changed.is_empty()) {
            (None, _) => RowOutcome::New,
            (Some(_), true) => RowOutcome::Same,
            (Some(_), false) => RowOutcome::Changed(changed),
        };
        (outcome, Some(record))
    }

    /// The identity a link is to hold, if that is a change. A name that is new makes a record.
    fn link(
        &mut self,
        at: usize,
        field: &Field,
        named: &Named,
        line: u64,
        new_id: &mut dyn FnMut() -> Id,
    ) -> Option<Value> {
        let (kind, called) = self.linked_kind(field, &named.name)?;
        let now: Option<Id> = self.slots[at].get(field.key).and_then(Value::as_link);
        let found = self.candidates(kind, false, &called);
        if found.iter().any(|slot| Some(self.slots[*slot].record.id()) == now) {
            return None;
        }
        let linked = match self.resolve(field, &named.name) {
            Ok(Some(slot)) => slot,
            Ok(None) => {
                let title = kind.title()?;
                let by_identity = title.required.then(|| called.clone());
                let made = self.make(kind, [(true, by_identity), (false, Some(called))], new_id());
                self.slots[made].set.insert(title.key, Value::text(named.name.as_str()));
                self.plan.counts.linked += 1;
                made
            }
            Err(message) => {
                self.tell(line, named, message);
                return None;
            }
        };
        Some(Value::Text(self.slots[linked].record.id().to_string()))
    }

    fn linked_kind(&self, field: &Field, name: &str) -> Option<(&'static Kind, String)> {
        let FieldType::Link(kind) = field.ty else { return None };
        Some((self.book.kind(kind)?, known_as(name)?))
    }

    /// The record a name means; none if one is to be made, which takes a kind that needs no more than a name.
    fn resolve(&mut self, field: &Field, name: &str) -> Result<Option<usize>, Message> {
        let not_known = || quoting(words::NOT_KNOWN, field, name);
        let (kind, called) = self.linked_kind(field, name).ok_or_else(not_known)?;
        match self.candidates(kind, false, &called).as_slice() {
            [only] => Ok(Some(*only)),
            [] => {
                let title = kind.title().ok_or_else(not_known)?;
                let needs_more = kind.fields().any(|field| field.required && field.key != title.key);
                if needs_more || !title.required || title.ty != FieldType::Text {
                    return Err(not_known());
                }
                check_field(title, Some(&Value::text(name))).map_or(Ok(None), |problem| Err(problem.message))
            }
            several => Err(quoting(words::SEVERAL_LINKED, field, name).with("count", several.len())),
        }
    }

    /// The value a field is to hold, if that is a change.
    fn difference(&mut self, at: usize, field: &Field, value: Value, line: u64) -> Option<Value> {
        let slot = &self.slots[at];
        let Some(old) = slot.get(field.key) else {
            return self.beyond_derived(at, field, &value, line).then_some(value);
        };
        if std::mem::discriminant(old) != std::mem::discriminant(&value) {
            // A newer version keeps something else here. What we cannot read we do not replace.
            let message = check::words::WRONG_SHAPE.with("label", field.label);
            self.plan.problems.push(RowProblem::row(line, Weight::Cell, message));
            return None;
        }
        let new = match (field.ty, old, value) {
            (FieldType::Choices(_), Value::List(before), Value::List(mut items)) => {
                // Answers of a newer version cannot have been read; they stay.
                let strange = |item: &&Value| item.as_text().is_none_or(|key| field.answer(key).is_none());
                items.extend(before.iter().filter(strange).cloned());
                let same = before.len() == items.len() && before.iter().all(|item| items.contains(item));
                return (!same).then_some(Value::List(items));
            }
            (FieldType::Address, Value::Map(before), Value::Map(parts)) => {
                let mut merged = before.clone();
                for (name, part) in parts {
                    if !before.get(&name).is_some_and(|known| same_words(known, &part)) {
                        merged.insert(name, part);
                    }
                }
                Value::Map(merged)
            }
            (FieldType::Place, Value::Map(_), place @ Value::Map(_)) => {
                let same = ["lat", "lon"].iter().all(|part| old.part(part) == place.part(part));
                // The same spot may be known more exactly: its accuracy stays.
                return (!same).then_some(place);
            }
            (FieldType::DateTime, Value::Text(before), Value::Text(moment)) => {
                let same = wall_clock(before).is_some_and(|clock| wall_clock(&moment) == Some(clock));
                return (!same && *before != moment).then_some(Value::Text(moment));
            }
            (_, _, value) => value,
        };
        (!same_words(old, &new)).then_some(new)
    }

    /// Whether a value says more than what follows from linked records. A table we wrote gives the latest contact as it
    /// was that day; taken in again, it must not stand in the way of later ones.
    fn beyond_derived(&mut self, at: usize, field: &Field, value: &Value, line: u64) -> bool {
        let Some(before) = self.slots[at].before.clone() else { return true };
        let Some(derived) = day_in(&self.book, &mut self.index, field, &before) else { return true };
        let given = value.as_text().and_then(crate::model::date::day_of);
        if given.is_some_and(|given| given > derived) {
            return true;
        }
        if given != Some(derived) {
            let message = quoting(words::NOT_LATER, field, value.as_text().unwrap_or_default());
            self.plan.problems.push(RowProblem::row(line, Weight::Note, message));
        }
        false
    }
}

fn quoting(text: Text, field: &Field, value: &str) -> Message {
    text.with("label", field.label).with("value", quoted(value))
}

/// A name as it is compared; none if there is nothing in it.
fn known_as(name: &str) -> Option<String> {
    let folded = fold(name);
    // A name of marks alone folds to nothing, and is itself then.
    let known = if folded.is_empty() { name.trim().to_owned() } else { folded };
    (!known.is_empty()).then_some(known)
}

/// What a record of a kind is known by: its title where every record has one; otherwise everything it must have, and
/// its title. Two calls on one day are two contacts, unless they say the same. None if there is too little to know it by.
fn identity(kind: &Kind, get: impl Fn(&'static Field) -> Option<String>) -> Option<String> {
    let title = kind.title()?;
    let get = |field| get(field).as_deref().and_then(known_as);
    if title.required {
        return get(title);
    }
    let mut known = String::new();
    for field in kind.fields().filter(|field| field.required) {
        known.push_str(&get(field)?);
        known.push('\n');
    }
    known.push_str(&get(title).unwrap_or_default());
    Some(known)
}

/// What an existing record is known by: links by the titles of the records they lead to.
fn identity_of(book: &Book, kind: &Kind, record: &Record) -> Option<String> {
    identity(kind, |field| {
        let value = record.get(field.key)?;
        let FieldType::Link(to) = field.ty else { return told_by(field, value) };
        let title = book.kind(to)?.title()?;
        book.alive(to, value.as_link()?)?.text(title.key).map(str::to_owned)
    })
}

fn identity_of_row(kind: &Kind, row: &ReadRow) -> Option<String> {
    identity(kind, |field| match field.ty {
        FieldType::Link(_) => row.links.get(field.key).map(|named| named.name.clone()),
        _ => told_by(field, row.values.get(field.key)?),
    })
}

/// A value as part of an identity. Of a moment only what the clock on the wall said: the offset of a cell that has none
/// is a guess, and another one in winter.
fn told_by(field: &Field, value: &Value) -> Option<String> {
    match (field.ty, value) {
        (FieldType::DateTime, Value::Text(text)) => Some(wall_clock(text).unwrap_or_else(|| text.clone())),
        (_, Value::Text(text)) => Some(text.clone()),
        (_, value) => (!value.is_blank()).then(|| format!("{value:?}")),
    }
}

fn wall_clock(stored: &str) -> Option<String> {
    Some(crate::model::date::moment(stored)?.naive_local().to_string())
}

/// Whether two values say the same, line endings and white space around them aside.
fn same_words(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => a == b || plain(a) == plain(b),
        _ => a == b,
    }
}

fn plain(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

#[cfg(test)]
mod tests;

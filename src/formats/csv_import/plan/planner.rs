//! The plan as it grows row by row: the record each row is about, and what the row adds to it.

use super::super::row::{Named, ReadRow};
use super::super::{RowProblem, Weight};
use super::difference::changed;
use super::identity::{identity_of, identity_of_row, is_known_by_title, known_as};
use super::namesake::{Namesakes, Which};
use super::{ImportPlan, PREVIEWED, PlanValue, RecordRef, RowOutcome, RowPlan, RowWrite, words};
use crate::model::book::Book;
use crate::model::check::{self, check_field};
use crate::model::field::{Field, FieldType, Start};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::query::day_in;
use crate::model::record::Record;
use crate::model::text::{Message, Text, quoted};
use crate::model::value::Value;
use crate::model::{date, order};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// A record as it will be: what there is, and what the rows so far add.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) kind: &'static Kind,
    pub(super) record: RecordRef,
    pub(super) before: Option<Arc<Record>>,
    pub(super) set: BTreeMap<&'static str, Value>,
    /// The first line that is about it; none for a record that a row only names.
    pub(super) line: Option<u64>,
}

impl Slot {
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        let set = self.set.get(key);
        set.or_else(|| self.before.as_ref()?.get(key)).filter(|value| !value.is_blank())
    }
}

/// The slots of one kind by what a row calls them. Several existing records may bear one name.
#[derive(Debug, Default)]
pub(super) struct Names {
    existing: HashMap<String, Vec<Id>>,
    new: HashMap<String, Vec<usize>>,
}

/// Lays rows over the book, one after another.
#[derive(Debug)]
pub(super) struct Planner {
    pub(super) book: Book,
    pub(super) kind: &'static Kind,
    pub(super) index: Index,
    /// Names of the kinds that were asked for so far: those the import is about by [`identity`], others by title.
    pub(super) names: HashMap<(&'static str, bool), Names>,
    pub(super) slots: Vec<Slot>,
    pub(super) by_id: HashMap<(&'static str, Id), usize>,
    pub(super) repeated: HashSet<Id>,
    pub(super) namesakes: Namesakes,
    pub(super) plan: ImportPlan,
}

/// Why a row is left out.
struct LeftOut(Message);

impl Planner {
    pub(super) fn new(book: &Book, kind: &'static Kind, repeated: HashSet<Id>, namesakes: Namesakes) -> Planner {
        Planner {
            book: book.clone(),
            kind,
            index: Index::default(),
            names: HashMap::new(),
            slots: Vec::new(),
            by_id: HashMap::new(),
            repeated,
            namesakes,
            plan: ImportPlan::default(),
        }
    }

    pub(super) fn finish(mut self) -> ImportPlan {
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

    pub(super) fn take(&mut self, mut row: ReadRow, new_id: &mut dyn FnMut() -> Id) {
        let (line, name) = (row.line, self.title_in(&row).map(quoted).unwrap_or_default());
        self.plan.problems.append(&mut row.problems);
        let (outcome, record, values) = match self.find(&row) {
            Err(LeftOut(message)) => {
                self.plan.problems.push(RowProblem::row(line, Weight::Row, message));
                (RowOutcome::LeftOut, None, Vec::new())
            }
            Ok(found) => self.write(found, row, &name, new_id),
        };
        match outcome {
            RowOutcome::New => self.plan.counts.new += 1,
            RowOutcome::Changed(_) => self.plan.counts.changed += 1,
            RowOutcome::Same => self.plan.counts.same += 1,
            RowOutcome::LeftOut => self.plan.counts.left_out += 1,
        }
        self.plan.rows.push(RowPlan { line, title: name, outcome, record, values });
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
        // A calendar is read again and again. What somebody took out of it here does not come back with it.
        if found.is_empty()
            && let Some(gone) =
                row.id.and_then(|id| self.book.record(self.kind.id, id)).filter(|record| !record.is_alive())
        {
            let text =
                if self.book.is_erased(self.kind.id, gone.id) { words::ERASED_HERE } else { words::DELETED_HERE };
            return Err(LeftOut(text.with("value", self.title_in(row).map(quoted).unwrap_or_default())));
        }
        match found.as_slice() {
            [] => self.may_be_new(row).map(|()| None),
            several => match self.among(row, several) {
                Which::Is(slot) => Ok(Some(slot)),
                Which::Another(other) => {
                    self.may_be_new(row)?;
                    self.tell_namesake(row, other, true);
                    Ok(None)
                }
                Which::Unknown => {
                    let value = self.title_in(row).or(called.as_deref()).map(quoted).unwrap_or_default();
                    Err(LeftOut(words::SEVERAL.with("count", several.len()).with("value", value)))
                }
            },
        }
    }

    /// A new record must have what every record of its kind must have.
    fn may_be_new(&mut self, row: &ReadRow) -> Result<(), LeftOut> {
        let asked = |field: &&'static Field| field.is_asked(true, |key| row.values.get(key), |_| None);
        for field in self.kind.fields().filter(|field| field.required).filter(asked) {
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

    pub(super) fn title_in<'r>(&self, row: &'r ReadRow) -> Option<&'r str> {
        row.values.get(self.kind.title()?.key)?.as_text()
    }

    fn tell(&mut self, line: u64, named: &Named, message: Message) {
        let (column, cell) = (named.column.clone(), named.name.clone());
        self.plan.problems.push(RowProblem { line, column, cell, weight: Weight::Cell, message });
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
        let (existing, new) = (names.existing.get(called).cloned(), names.new.get(called).cloned());
        let mut found: Vec<usize> = existing.into_iter().flatten().map(|id| self.slot(kind, id)).collect();
        found.extend(new.into_iter().flatten());
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
                self.names(kind, by_identity).new.entry(called).or_default().push(at);
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
    ) -> (RowOutcome, Option<RecordRef>, Vec<PlanValue>) {
        let at = match found {
            Some(at) => at,
            None => {
                let called = identity_of_row(self.kind, &row);
                let title = self.title_in(&row).and_then(known_as);
                // What says who it is, as the events of a calendar do, is that on every tablet.
                let is_free = |id: &Id| {
                    let known = self.book.record(self.kind.id, *id).is_some() || self.book.is_erased(self.kind.id, *id);
                    !known && !self.repeated.contains(id)
                };
                let id = row.id.filter(is_free).unwrap_or_else(&mut *new_id);
                // Known both ways, so that a link in a later row finds it too.
                self.make(self.kind, [(true, called), (false, title)], id)
            }
        };
        let mut changed = Vec::new();
        // Of later rows no preview shows what they set.
        let previewed = self.plan.rows.len() < PREVIEWED;
        let mut values: Vec<PlanValue> = Vec::new();
        let of_key = |mended: &[(&'static str, String)], key: &str| -> Vec<String> {
            mended.iter().filter(|(of, _)| *of == key).map(|(_, cell)| cell.clone()).collect()
        };
        for (key, named) in row.links {
            let Some(field) = self.kind.field(key) else { continue };
            let Some(link) = self.link(at, field, &named, row.line, new_id) else { continue };
            if previewed {
                let (before, mended) = (self.slots[at].get(key).cloned(), of_key(&row.mended, key));
                values.push(PlanValue { key, before, after: Value::Text(named.name), mended });
            }
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
            if previewed && (!title || found.is_some() || row.mended.iter().any(|(of, _)| *of == key)) {
                let before = self.slots[at].get(key).filter(|_| found.is_some()).cloned();
                values.push(PlanValue { key, before, after: value.clone(), mended: of_key(&row.mended, key) });
            }
            self.slots[at].set.insert(key, value);
            changed.push(key);
        }
        let place = |key: &&'static str| self.kind.fields().position(|field| field.key == *key);
        order::sort_by_key(&mut changed, place);
        order::sort_by_key(&mut values, |value| place(&value.key));
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
        (outcome, Some(record), values)
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
                let by_identity = is_known_by_title(kind).then(|| called.clone());
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
        changed(field, old, value)
    }

    /// Whether a value says more than what follows from linked records. A table we wrote gives the latest contact as it
    /// was that day; imported again, it must not take the place of later ones.
    fn beyond_derived(&mut self, at: usize, field: &Field, value: &Value, line: u64) -> bool {
        let Some(before) = self.slots[at].before.clone() else { return true };
        let Some(derived) = day_in(&self.book, &mut self.index, field, &before) else { return true };
        let given = value.as_text().and_then(date::day_of);
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

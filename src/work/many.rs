//! One deed for many records that somebody chose in a list: worked out in one go from the book as it stands at its turn,
//! stored in one transaction, and taken back as one step. What cannot be changed stays as it is, and is said.

use super::command::{Deed, words};
use super::error;
use super::error::{Refusal, because};
use super::last_import;
use super::plan::{NewOperation, Plan, set};
use super::policy::Write;
use super::state::State;
use super::tap::{new_in, problem_in};
use crate::model::field::{Field, FieldType};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::operation::DELETED;
use crate::model::record::Record;
use crate::model::text::{Arg, Message, quoted};
use crate::model::value::Value;
use crate::model::{guide, order, show};
use std::collections::BTreeMap;

/// The fields that can be set in many records at once: what kind of thing each is or where it stands, one answer of some,
/// and whose it is. They are those that a list is narrowed by or shows as a chip and that the form always asks for, and
/// nothing in them rests on anybody's consent.
pub fn settable(kind: &'static Kind) -> Vec<&'static Field> {
    let fixed = kind.sections.iter().filter(|section| !section.guide).flat_map(|section| section.fields);
    let whose = |field: &Field| kind.by_whom().is_some_and(|by| by.key == field.key);
    let stands = |field: &Field| field.filter && matches!(field.ty, FieldType::Choice(_));
    let free = |field: &Field| field.asked.is_empty() && field.consent.is_none();
    fixed.filter(|field| free(field) && (stands(field) || whose(field))).collect()
}

/// What it takes to do something to many records.
pub(crate) fn to_many(state: &State, kind: &'static str, ids: &[Id], deed: &Deed) -> Result<Plan, Refusal> {
    let kind = state.book.kind(kind).ok_or(because(error::words::NOT_THERE))?;
    let mut many = Many { held: 0, kept: Vec::new(), operations: Vec::new() };
    let deleted = BTreeMap::from([(DELETED.to_owned(), Value::Bool(true))]);
    let (values, checked) = match deed {
        Deed::Delete => (&deleted, false),
        Deed::Set(values) => (values, true),
    };
    let fields = guide::fields(kind, &state.book).into_iter();
    let fields: Vec<_> = fields.filter(|field| values.contains_key(field.key)).collect();
    // What has to be known for it is gathered once for all of them.
    let gate = checked.then(|| state.policies.gate(&state.book));
    for id in order::set(ids.iter().copied()) {
        // Nothing is brought back that was deleted meanwhile.
        let Some(record) = state.book.alive(kind.id, id) else {
            many.keep(error::words::NOT_THERE.message());
            continue;
        };
        let forbidden = gate.as_ref().and_then(|gate| gate(&Write { kind, id, record: Some(record), values }));
        let mut wrong = fields.iter().filter_map(|field| problem_in(kind, field, values, record));
        match forbidden.or_else(|| wrong.next().map(|problem| problem.message)) {
            Some(why) => many.keep(why),
            None => many.write(kind, record, new_in(record, values)),
        }
    }
    many.plan(|count| said(state, kind, deed, count))
}

/// What becomes of the records that were chosen.
struct Many {
    /// How many of them are as they shall be.
    held: usize,
    /// Why the others stay as they are, and how many for each reason.
    kept: Vec<(Message, usize)>,
    operations: Vec<NewOperation>,
}

impl Many {
    fn write(&mut self, kind: &Kind, record: &Record, values: BTreeMap<String, Value>) {
        self.held += 1;
        if !values.is_empty() {
            self.operations.push(set(kind.id, record.id, Some(record), values));
        }
    }

    fn keep(&mut self, why: Message) {
        match self.kept.iter_mut().find(|(known, _)| *known == why) {
            Some((_, count)) => *count += 1,
            None => self.kept.push((why, 1)),
        }
    }

    fn plan(self, said: impl FnOnce(usize) -> Message) -> Result<Plan, Refusal> {
        let kept = self.kept.into_iter().map(|(why, count)| words::KEPT_AS_IS.with("count", count).with("why", why));
        let and = |said: Message, more: Message| last_import::words::AND.with("said", said).with("more", more);
        if self.held == 0 {
            return Err(kept.reduce(and).map_or(because(error::words::NOT_THERE), Refusal::Because));
        }
        Ok(Plan::of(kept.fold(said(self.held), and), self.operations))
    }
}

/// What was done, in words.
fn said(state: &State, kind: &'static Kind, deed: &Deed, count: usize) -> Message {
    let Deed::Set(values) = deed else { return words::MANY_DELETED.with("count", count) };
    let mut values = values.iter();
    let only = values.next().filter(|_| values.next().is_none());
    let named = only.and_then(|(key, value)| {
        let field = kind.field(key)?;
        Some((field.label, answer(state, field, value)?))
    });
    match named {
        Some((label, value)) => words::MANY_SET.with("label", label).with("value", value).with("count", count),
        None => words::MANY_CHANGED.with("count", count),
    }
}

/// What a field holds, as a sentence says it, where it can be said in a word.
fn answer(state: &State, field: &Field, value: &Value) -> Option<Arg> {
    let text = value.as_text()?;
    match field.links_to() {
        Some(to) => {
            let to = state.book.kind(to)?;
            let record = state.book.alive(to.id, text.parse().ok()?)?;
            Some(Arg::from(quoted(&show::title(to, record))))
        }
        None => Some(Arg::Text(field.answer(text)?.label)),
    }
}

//! Writing records: what a form, a tap or a file says becomes operations, unless somebody does not allow it.

use super::command::words;
use super::error;
use super::error::{Refusal, because};
use super::plan::{NewOperation, Plan, set, stamps};
use super::policy::Write;
use super::state::State;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::stamp::Stamp;
use crate::model::text::{Arg, Message, Text};
use crate::model::value::Value;
use crate::model::{check, guide, kept, order, show};
use std::collections::BTreeMap;

/// What it takes to write records as one step.
pub(crate) fn write(state: &State, label: Message, rows: Vec<RecordWrite>) -> Plan {
    // Of what was erased for good nothing more is written down: nobody would see it, and everybody would keep it.
    let one = |(kind, id, values): (&str, Id, _)| {
        let record = state.book.record(kind, id).map(|record| &**record);
        (!record.is_some_and(|record| record.erased)).then(|| set(kind, id, record, values))
    };
    Plan::of(label, rows.into_iter().filter_map(one).collect())
}

/// What it takes to keep what a form says, checked.
pub(crate) fn finish(state: &State, draft: &Draft) -> Result<Plan, Refusal> {
    let kind = state.book.kind(&draft.kind).ok_or(because(error::words::NOT_THERE))?;
    let record = state.book.record(kind.id, draft.id).map(|record| &**record);
    may_keep(state, draft)?;
    let draft = &state.policies.finished(kind, draft);
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

/// Refuses to write what a policy forbids.
pub(crate) fn allowed<'a>(
    state: &State,
    rows: impl IntoIterator<Item = (&'a str, Id, &'a BTreeMap<String, Value>)>,
) -> Result<(), Refusal> {
    // What has to be known for it is gathered once for all rows.
    let gate = state.policies.gate(&state.book);
    for (kind, id, values) in rows {
        let Some(kind) = state.book.kind(kind) else { continue };
        let record = state.book.record(kind.id, id).map(|record| &**record);
        if let Some(why) = gate(&Write { kind, id, record, values }) {
            return Err(Refusal::Because(why));
        }
    }
    Ok(())
}

/// Refuses to keep what may not be written down, not even as a draft.
pub(crate) fn may_keep(state: &State, draft: &Draft) -> Result<(), Refusal> {
    if state.book.is_erased(&draft.kind, draft.id) {
        return Err(because(error::words::WAS_ERASED));
    }
    allowed(state, [(draft.kind.as_str(), draft.id, &draft.values)])
}

/// A draft without what may not be kept.
pub(crate) fn allowed_draft(state: &State, draft: &Draft) -> Draft {
    state.policies.draft(&state.book, draft)
}

/// What a record is called in a sentence: by what it is about, or its title, or its kind where it has neither.
fn named<'a>(state: &State, kind: &Kind, get: impl Fn(&str) -> Option<&'a Value>) -> Arg {
    let about = kind.about_link().and_then(|(link, to)| {
        let to = state.book.kind(to)?;
        let record = state.book.record(to.id, get(link)?.as_link()?)?;
        Some(show::title(to, record))
    });
    let title = kind.title().filter(|_| !kind.is_private());
    let title = || title.and_then(|field| get(field.key)?.as_text()).map(show::first_line);
    match (about.filter(|about| !about.is_empty()), title().filter(|title| !title.is_empty())) {
        (Some(about), _) => Arg::from(words::ABOUT.with("kind", kind.name).with("what", about)),
        (None, Some(title)) => Arg::Same(title),
        (None, None) => Arg::Text(kind.name),
    }
}

/// What a record that is there is called in a sentence.
pub(crate) fn record_named(state: &State, record: &Record) -> Arg {
    let held = |kind: &Kind, key: &str| kind.field(key).is_none_or(|field| kept::may_hold(field, record));
    let named = |kind: &'static Kind| named(state, kind, |key| record.get(key).filter(|_| held(kind, key)));
    state.book.kind(&record.kind).map_or(Arg::Text(Text::NONE), named)
}

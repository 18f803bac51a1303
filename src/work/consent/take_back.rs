//! What it takes for somebody to take back what they agreed to.

use super::{law, words};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::record::Record;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::error::{self, Refusal, because};
use crate::work::plan::{Plan, set};
use crate::work::policy_command::PolicyCommand;
use crate::work::state::State;
use crate::work::write::record_named;
use std::collections::BTreeMap;

/// A person takes back the consent that a record itself holds: what it allowed to keep is erased for good, everywhere,
/// and the rest goes on under an [anonymous identity](law::anonymous_id), so that nothing counted is lost.
pub fn withdraw(kind: &'static str, id: Id) -> Command {
    Command::OfPolicy(PolicyCommand::new(move |state| withdrawn(state, kind, id)))
}

/// Somebody takes back consents on which other records rest, keys of what their kind
/// [gives](crate::model::kind::Kind::gives), at a moment (RFC 3339): those records are erased for good, everywhere. Who
/// takes back that anything is written down goes on under an [anonymous identity](law::anonymous_id).
pub fn take_back(person: Id, grants: Vec<&'static str>, when: String) -> Command {
    Command::OfPolicy(PolicyCommand::new(move |state| taken_back(state, person, &grants, when.clone())))
}

fn withdrawn(state: &State, kind: &str, id: Id) -> Result<Plan, Refusal> {
    let not_there = || because(error::words::NOT_THERE);
    let record = state.book.record(kind, id).filter(|record| !record.erased).ok_or_else(not_there)?;
    let declared = state.book.kind(kind).ok_or_else(not_there)?;
    let label = words::WITHDRAWN.with("what", record_named(state, record));
    Ok(anonymized(state, label, declared, record, BTreeMap::new()))
}

fn taken_back(state: &State, speaker: Id, grants: &[&'static str], when: String) -> Result<Plan, Refusal> {
    let person = crate::work::consent::person(&state.book, speaker).filter(|(_, _, record)| !record.erased);
    let (kind, gives, record) = person.ok_or(because(error::words::NOT_THERE))?;
    let everything = grants.contains(&gives.first());
    let no = |grant: &&'static str| ((*grant).to_owned(), Value::Bool(false));
    let when = (gives.withdrawn.to_owned(), Value::text(when));
    // Whoever is anonymous from now on has agreed to nothing that is left.
    let grants = if everything { gives.grants } else { grants };
    let gone = crate::work::consent::Consents::without(&state.book, speaker, grants).to_purge();
    let label = words::TAKEN_BACK.with("count", gone.len());
    Ok(match everything {
        false => {
            let values = grants.iter().map(no).chain([when]);
            Plan::of(label, vec![set(kind.id, speaker, Some(record), order::map(values))])
        }
        true => anonymized(state, label, kind, record, [when].into()),
    })
}

/// Erases a record, and keeps what is allowed of it, with these values, under an [anonymous identity](law::anonymous_id).
fn anonymized(
    state: &State,
    label: Message,
    kind: &'static Kind,
    record: &Record,
    more: BTreeMap<String, Value>,
) -> Plan {
    let operations = law::lives_on(kind, record, law::lives_at(&state.book, kind.id, record.id), more);
    Plan::of(label, operations).without(&state.book, [(kind.id, record.id)])
}

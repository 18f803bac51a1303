//! Typed words that are no draft of a form: kept while they are typed, gone in the transaction that stores what they
//! became, and never kept where nobody allows it.

use super::command::{Command, Done};
use super::error;
use super::error::{Refusal, WorkError};
use super::job::Job;
use super::policy::{Gate, Policies, Write};
use super::state::State;
use super::stored::to_bytes;
use super::workspace::Workspace;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::typed::{Of, Typed};
use crate::model::value::Value;
use crate::ports::Role;
use std::collections::BTreeMap;

impl Workspace {
    /// Keeps what is being typed in a place, or removes it if there is nothing in it. Where the store refuses, it is
    /// held in memory, tried again, and the status says so. Where another tab writes, it waits in memory until this one
    /// does.
    ///
    /// # Errors
    /// If another tab writes, or nobody allows to keep it.
    pub async fn keep_typed(&self, typed: Typed) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return self.await_role_with_typed(typed);
        }
        let name = typed.meta_key();
        let nothing = typed.text.trim().is_empty();
        if nothing && !self.state().typed.contains_key(&name) {
            return Ok(());
        }
        if !nothing {
            may_keep(&self.state(), &typed).map_err(WorkError::Refused)?;
        }
        let bytes = if nothing { None } else { Some(to_bytes(&typed)?) };
        self.change(|state| match nothing {
            true => state.typed.remove(&name),
            false => state.typed.insert(name.clone(), typed),
        });
        self.keep_small(name, bytes).await
    }

    /// Does what a person wants, and forgets in the same transaction what was typed for it in these places.
    ///
    /// # Errors
    /// Why nothing was done; the typed words stay then.
    pub async fn run_typed(&self, command: Command, places: &[String]) -> Result<Done, WorkError> {
        let done = places.iter().map(|place| Typed::meta_key_of(place)).collect();
        self.run_and_drop(command, done, &Job::quiet()).await
    }

    /// What is being typed in a place.
    pub fn typed(&self, place: &str) -> Option<String> {
        self.state().typed.get(&Typed::meta_key_of(place)).map(|typed| typed.text.clone())
    }
}

/// Refuses to keep what belongs to something erased, or what somebody does not allow.
pub(crate) fn may_keep(state: &State, typed: &Typed) -> Result<(), Refusal> {
    match typed.of.as_ref().is_some_and(|of| is_forbidden(&state.book, &state.policies.gate(&state.book), of)) {
        true => Err(Refusal::Because(error::words::WAS_ERASED.message())),
        false => Ok(()),
    }
}

/// The names of those of these typed words that may not be kept once a book stands so: what they belong to was erased
/// for good, or a policy does not allow it.
pub(crate) fn forbidden(typed: &BTreeMap<String, Typed>, book: &Book, policies: Policies) -> Vec<String> {
    let of: Vec<(&String, &Of)> = typed.iter().filter_map(|(name, typed)| Some((name, typed.of.as_ref()?))).collect();
    if of.is_empty() {
        return Vec::new();
    }
    let gate = policies.gate(book);
    of.into_iter().filter(|(_, of)| is_forbidden(book, &gate, of)).map(|(name, _)| name.clone()).collect()
}

/// The records that typed words belong to: their own, and those it links to.
fn belongs(of: &Of) -> impl Iterator<Item = Id> {
    [of.id].into_iter().chain(of.fields.values().filter_map(|value| value.parse().ok()))
}

fn is_forbidden(book: &Book, gate: &Gate, of: &Of) -> bool {
    let erased = |id: Id| book.kinds().iter().any(|kind| book.is_erased(kind.id, id));
    let refused = |kind: &'static Kind| {
        let record = book.record(kind.id, of.id).map(|record| &**record);
        let values = order::map(of.fields.iter().map(|(key, value)| (key.clone(), Value::text(value.clone()))));
        gate(&Write { kind, id: of.id, record, values: &values }).is_some()
    };
    belongs(of).any(erased) || book.kind(&of.kind).is_some_and(refused)
}

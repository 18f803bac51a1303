//! What was done and is not in the store yet, because the store refused it: kept in memory, tried again, never called
//! saved.
//!
//! A refused step is taken into the book all the same, so that the screen shows what somebody tapped and what they do
//! next rests on it. It keeps its place: steps go into the store in the order in which they were done, and nothing
//! that is done later goes before them. Drafts and typed words have no order and are tried one by one.

use super::head::Head;
use super::plan::Plan;
use super::stored::parse;
use crate::model::operation::Operation;
use crate::ports::{Commit, StoreError};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, VecDeque};

/// What is not in the store yet.
#[derive(Default)]
pub struct Unsaved {
    /// Steps, in the order in which they were done; each rests on the one before.
    pub(crate) steps: VecDeque<Step>,
    /// Small things by name, as they should be stored; none for what should be removed.
    pub(crate) small: BTreeMap<String, Option<Vec<u8>>>,
    /// Why the store refused the last of it.
    pub(crate) error: Option<StoreError>,
    /// Whether what went into the store late may tell that somebody agreed to less.
    pub(crate) asks_anew: bool,
}

/// A step that the store refused.
#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) plan: Plan,
    pub(crate) commit: Commit,
    pub(crate) ops: Vec<Operation>,
    /// Where the stream ended before it, and where it ends with it.
    pub(crate) before: Head,
    pub(crate) after: Head,
}

impl Unsaved {
    /// How many steps, drafts and typed words there are.
    pub fn count(&self) -> usize {
        self.steps.len() + self.small.len()
    }

    /// Whether everything is in the store.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Why the store refused it; none where everything is stored.
    pub fn error(&self) -> Option<&StoreError> {
        self.error.as_ref().filter(|_| !self.is_empty())
    }

    /// Whether there are steps among it: what is in the book and in no stored segment.
    pub(crate) fn has_steps(&self) -> bool {
        !self.steps.is_empty()
    }

    /// The operations that are in the book and in no stored segment.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.steps.iter().flat_map(|step| &step.ops)
    }

    /// The segments that the store should hold, in order.
    pub(crate) fn segments(&self) -> impl Iterator<Item = &(crate::ports::SegmentKey, Vec<u8>)> {
        self.steps.iter().flat_map(|step| &step.commit.add)
    }

    /// Lays what is held over what the store holds.
    pub(crate) fn lay_over<T: DeserializeOwned>(&self, prefix: &str, stored: &mut BTreeMap<String, T>) {
        let done = self.steps.iter().flat_map(|step| &step.commit.meta);
        let held = done.map(|(name, bytes)| (name, bytes)).chain(&self.small);
        for (name, bytes) in held.filter(|(name, _)| name.starts_with(prefix)) {
            match bytes.as_ref().map(|bytes| parse(bytes)) {
                None => drop(stored.remove(name)),
                Some(Some(thing)) => drop(stored.insert(name.clone(), thing)),
                Some(None) => {}
            }
        }
    }

    /// Notes that the store holds these small things as they should be.
    pub(crate) fn stored(&mut self, names: &[String]) {
        names.iter().for_each(|name| drop(self.small.remove(name)));
    }

    /// Whether what went into the store late may tell that somebody agreed to less; asked once.
    pub(crate) fn asks_anew(&mut self) -> bool {
        std::mem::take(&mut self.asks_anew)
    }

    /// A small thing that is kept anew: a step that waits no longer removes it.
    pub(crate) fn begun_anew(&mut self, name: &str) {
        self.steps.iter_mut().for_each(|step| step.commit.meta.retain(|(at, _)| at != name));
    }
}

//! Holds what the store refuses, and tries again to store it.

use super::error::{Refusal, WorkError};
use super::job::Job;
use super::plan::{NewOperation, Plan};
use super::policy::Reach;
use super::run::Prepared;
use super::state::State;
use super::status::SaveState;
use super::stored::{names, parse, to_bytes};
use super::unsaved::Step;
use super::workspace::{News, TRIES, Workspace};
use super::{typed, write};
use crate::log::canonical;
use crate::log::segment::{Rechain, Rescued};
use crate::log::snapshot;
use crate::model::book::{Book, Change};
use crate::model::draft::Draft;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::Stamp;
use crate::model::typed::Typed;
use crate::model::value::Value;
use crate::ports::{Commit, Role, StoreError};
use std::collections::{BTreeMap, HashMap};

impl Workspace {
    /// Tries again to store what the store refused: after a save, when the tablet wakes up or is online again, or when
    /// somebody asks for it.
    ///
    /// # Errors
    /// Why something is still not stored.
    pub async fn save_again(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().unsaved.is_empty() {
            return Ok(());
        }
        if self.state().role != Role::Writer {
            return Err(WorkError::Following);
        }
        self.flush().await?;
        if self.change(|state| state.unsaved.asks_anew()) {
            self.purge().await;
        }
        Ok(())
    }

    /// Stores what waits: the steps in their order, up to the first that is refused, then drafts and typed words. The
    /// caller has its turn.
    pub(crate) async fn flush(&self) -> Result<(), WorkError> {
        if self.state().unsaved.is_empty() {
            return Ok(());
        }
        let steps = self.flush_steps().await;
        let small = self.flush_small().await;
        let result = steps.and(small);
        if let Err(WorkError::Store(error)) = &result {
            self.change(|state| state.unsaved.error = Some(error.clone()));
        }
        self.tell_saved(&Ok(()));
        result
    }

    async fn flush_steps(&self) -> Result<(), WorkError> {
        let mut followed = false;
        loop {
            let Some(step) = self.state().unsaved.steps.front().cloned() else { return Ok(()) };
            match self.commit_quietly(step.commit).await {
                Ok(()) => self.change(|state| {
                    state.unsaved.steps.pop_front();
                    let concerns = |op: &Operation| {
                        let kind = state.book.kind(&op.kind);
                        kind.is_some_and(|kind| state.policies.reach(kind) > Reach::Nothing)
                    };
                    let asks_anew = step.ops.iter().any(concerns);
                    state.unsaved.asks_anew |= asks_anew;
                }),
                // Another tab wrote in between. Once: look again, and number anew.
                Err(StoreError::Behind) if !followed => {
                    followed = true;
                    self.look_again().await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    async fn flush_small(&self) -> Result<(), WorkError> {
        let small = self.state().unsaved.small.clone();
        let mut refused = Ok(());
        for (name, bytes) in small {
            if let Err(error) = self.store_small(&name, bytes).await {
                refused = Err(error);
            }
        }
        refused
    }

    /// Stores a small thing that is held, unless it may not be kept any more.
    async fn store_small(&self, name: &str, bytes: Option<Vec<u8>>) -> Result<(), WorkError> {
        let mut tries = 0;
        loop {
            // While it was held, or while another tab wrote, what it is about may have been erased.
            let allowed = may_keep_small(&self.state(), bytes.as_deref());
            if let Err(refusal) = allowed {
                self.change(|state| {
                    state.unsaved.stored(&[name.to_owned()]);
                    state.forget(&[name.to_owned()]);
                });
                return Err(WorkError::Refused(refusal));
            }
            let meta = vec![(name.to_owned(), bytes.clone())];
            match self.commit_quietly(Commit { meta, durable: true, ..Commit::default() }).await {
                Ok(()) => {
                    self.change(|state| state.unsaved.stored(&[name.to_owned()]));
                    return Ok(());
                }
                Err(StoreError::Behind) if tries < TRIES => {
                    tries += 1;
                    // Held, so that looking again does not lose it.
                    self.change(|state| state.unsaved.small.insert(name.to_owned(), bytes.clone()));
                    self.look_again().await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Holds a step in memory that the store refused, and takes it into the book. Gives what became of each record.
    pub(crate) fn hold_step(&self, plan: &Plan, prepared: Prepared, error: StoreError) -> Vec<Change> {
        let Prepared { commit, ops, clock, head, .. } = prepared;
        self.change(|state| {
            let done: Vec<String> = commit.meta.iter().map(|(name, _)| name.clone()).collect();
            state.unsaved.stored(&done);
            state.forget(&plan.drop_drafts);
            state.drafts.extend(plan.redraft.iter().map(|draft| (draft.meta_key(), draft.clone())));
            let when = Some((self.now(), state.actor));
            let plan = Plan { when, ..plan.clone() };
            let step = Step { plan, commit, ops: ops.clone(), before: state.head, after: head };
            state.unsaved.steps.push_back(step);
            state.unsaved.error = Some(error);
            (state.clock, state.head) = (clock, head);
        });
        self.tell_saved(&Ok(()));
        self.take_in(&ops)
    }

    /// Stores a small thing, or holds it in memory where the store refuses. The caller has its turn.
    pub(crate) async fn keep_small(&self, name: String, bytes: Option<Vec<u8>>) -> Result<(), WorkError> {
        // What is refused again stays where it is; what is kept now is tried all the same.
        drop(self.flush().await);
        self.change(|state| {
            state.unsaved.begun_anew(&name);
            if state.unsaved.is_empty() {
                state.save = SaveState::Saving;
            }
        });
        self.tell(News::Save);
        match self.store_small(&name, bytes.clone()).await {
            Err(WorkError::Store(error)) => {
                self.change(|state| {
                    state.unsaved.small.insert(name, bytes);
                    state.unsaved.error = Some(error);
                });
                self.tell_saved(&Ok(()));
                Ok(())
            }
            result => {
                self.tell_saved(&Ok(()));
                result
            }
        }
    }

    /// Takes drafts and typed words back that this tablet once could not store. What was begun anew since, was done, or
    /// may not be kept any more stays away. The caller has its turn.
    pub(crate) async fn take_back(&self, rescued: Rescued) {
        if rescued.dev != self.state().me.dev {
            return;
        }
        for (name, thing) in rescued.small {
            let mut json = String::new();
            canonical::value(&mut json, &thing);
            let draft = parse::<Draft>(json.as_bytes()).filter(|draft| draft.meta_key() == name);
            let typed = parse::<Typed>(json.as_bytes()).filter(|typed| typed.meta_key() == name);
            let bytes = {
                let state = self.state();
                let wanted = |draft: &Draft| {
                    let done = draft.new && state.book.record(&draft.kind, draft.id).is_some();
                    !done && !state.drafts.contains_key(&name) && write::may_keep(&state, draft).is_ok()
                };
                let missing =
                    |typed: &Typed| !state.typed.contains_key(&name) && typed::may_keep(&state, typed).is_ok();
                match (draft.as_ref().filter(|draft| wanted(draft)), typed.as_ref().filter(|typed| missing(typed))) {
                    (Some(draft), _) => to_bytes(draft),
                    (_, Some(typed)) => to_bytes(typed),
                    _ => continue,
                }
            };
            let Ok(bytes) = bytes else { continue };
            self.change(|state| {
                state.drafts.extend(draft.map(|draft| (name.clone(), draft)));
                state.typed.extend(typed.map(|typed| (name.clone(), typed)));
            });
            // What cannot be stored is held, and the status says so.
            drop(self.keep_small(name, Some(bytes)).await);
        }
        self.tell(News::Drafts);
    }

    /// Says how saving stands: what is not stored yet outweighs what was stored just now.
    pub(crate) fn tell_saved(&self, result: &Result<(), StoreError>) {
        self.change(|state| {
            state.save = match (state.unsaved.error(), result) {
                (Some(error), _) | (None, Err(error)) => SaveState::Failed(error.clone()),
                (None, Ok(())) => SaveState::Saved,
            }
        });
        self.tell(News::Save);
    }

    /// Puts what waits behind what the store holds by now. Where another tab went on, the steps are numbered anew; a
    /// field that it wrote later than somebody tapped here stays as it is.
    pub(crate) async fn follow_on(&self) -> Result<(), WorkError> {
        let (stored, first, last) = {
            let state = self.state();
            let steps = &state.unsaved.steps;
            (state.head, steps.front().map(|step| step.before), steps.back().map(|step| step.after))
        };
        let Some((first, last)) = first.zip(last) else { return Ok(()) };
        let erased = {
            let state = self.state();
            let gone = |op: &Operation| state.book.is_erased(&op.kind, op.id);
            state.unsaved.operations().any(|op| gone(op) && !op.erases())
        };
        if first == stored && !erased {
            self.change(|state| state.head = last);
            return Ok(());
        }
        // The book holds these steps under numbers that others have by now.
        let kinds = self.state().book.kinds();
        let book = self
            .store
            .snapshot()
            .await?
            .and_then(|bytes| snapshot::read(bytes, kinds))
            .unwrap_or_else(|| Book::new(kinds));
        let steps = self.change(|state| {
            state.book = book;
            std::mem::take(&mut state.unsaved.steps)
        });
        self.replay(&Job::quiet()).await?;
        let mut renamed: HashMap<Stamp, Stamp> = HashMap::new();
        for Step { mut plan, ops, commit, .. } in steps {
            plan.operations = {
                let state = self.state();
                ops.iter().filter_map(|op| still_meant(&state.book, op, &renamed)).collect()
            };
            let mut prepared = self.prepare(&plan, &Rechain::default(), &Job::quiet()).await?;
            let small = commit.meta.into_iter().filter(|(name, _)| name != names::HEAD);
            prepared.commit.meta.retain(|(name, _)| name == names::HEAD);
            prepared.commit.meta.extend(small);
            for new in &prepared.ops {
                let old = ops.iter().find(|old| (&old.kind, old.id) == (&new.kind, new.id));
                renamed.extend(old.map(|old| (old.stamp(), new.stamp())));
            }
            self.change(|state| {
                prepared.ops.iter().for_each(|op| drop(state.book.apply(op)));
                let step =
                    Step { plan, commit: prepared.commit, ops: prepared.ops, before: state.head, after: prepared.head };
                (state.clock, state.head) = (prepared.clock, prepared.head);
                state.unsaved.steps.push_back(step);
            });
        }
        self.change(|state| state.index.clear());
        self.tell(News::Everything);
        Ok(())
    }
}

impl State {
    /// Drafts and typed words that the store refused, for an export to carry.
    pub(crate) fn rescued(&self) -> Option<Rescued> {
        let held = self.unsaved.small.iter();
        let read = |(name, bytes): (&String, &Option<Vec<u8>>)| Some((name.clone(), parse(bytes.as_ref()?)?));
        let small: BTreeMap<String, Value> = order::map(held.filter_map(read));
        (!small.is_empty()).then_some(Rescued { dev: self.me.dev, small })
    }
}

/// What of an operation is still meant, once others have written; none where it was outdated in everything.
fn still_meant(book: &Book, op: &Operation, renamed: &HashMap<Stamp, Stamp>) -> Option<NewOperation> {
    let record = book.record(&op.kind, op.id);
    // Of what was erased for good nothing more is written down.
    if record.is_some_and(|record| record.erased) {
        return None;
    }
    let newest = |key: &String| match record.and_then(|record| record.slot(key)) {
        Some(slot) => slot.stamp.tick <= op.tick || renamed.values().any(|own| *own == slot.stamp),
        None => true,
    };
    let set = order::map(op.set.clone().into_iter().filter(|(key, _)| newest(key)));
    let name = |stamp: &Stamp| renamed.get(stamp).copied().unwrap_or(*stamp);
    let prev = op.prev.iter().filter(|(key, _)| set.contains_key(*key));
    let prev = order::map(prev.map(|(key, stamps)| (key.clone(), stamps.iter().map(name).collect())));
    (!set.is_empty()).then(|| NewOperation { kind: op.kind.clone(), id: op.id, set, prev })
}

/// Whether a draft or typed words may be kept, as stored; what is removed may be.
fn may_keep_small(state: &State, bytes: Option<&[u8]>) -> Result<(), Refusal> {
    let Some(bytes) = bytes else { return Ok(()) };
    if let Some(draft) = parse::<Draft>(bytes) {
        return write::may_keep(state, &draft);
    }
    parse::<Typed>(bytes).map_or(Ok(()), |typed| typed::may_keep(state, &typed))
}

//! The policies, held against everything that is about to be stored: in the same transaction, so that nothing that may
//! not be kept outlives the step that says so, however the tab ends.

use super::plan::{NewOperation, Plan};
use super::policy::{Policies, Reach, Write};
use super::typed;
use super::workspace::Workspace;
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::operation::Operation;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

impl Workspace {
    /// The same plan with everything that the policies ask for once it is done; with `anything`, wherever they ask for
    /// it.
    pub(crate) fn lawful(&self, plan: Plan, anything: bool) -> Plan {
        let state = self.state();
        let policies = state.policies;
        let writes = Writes::of(plan.operations.iter().map(|op| (op.erases(), op.kind.as_str())));
        match writes.reach(&state.book, policies) {
            _ if anything => {}
            Reach::Nothing => return plan,
            Reach::Own => {
                let refs = plan.operations.iter().map(|operation| (operation.kind.as_str(), operation.id));
                let mut trial = state.book.extract(refs);
                self.try_on(&mut trial, &plan);
                let records: Vec<_> = trial.all().map(|record| &**record).collect();
                let denied = |draft: &Draft| {
                    let known = trial.record(&draft.kind, draft.id).is_some();
                    known && policies.draft(&trial, draft) != *draft
                };
                if !policies.break_on(&state.book, &records) && !state.drafts.values().any(denied) {
                    return plan;
                }
            }
            Reach::Everything => {}
        }
        self.fulfil(&state.book, plan)
    }

    /// The same plan with everything that the policies ask for once it is done on top of this book.
    fn fulfil(&self, base: &Book, mut plan: Plan) -> Plan {
        let policies = self.state().policies;
        loop {
            let mut trial = Cow::Borrowed(base);
            // What writes nothing is tried without a copy of the book.
            if !plan.operations.is_empty() {
                self.try_on(trial.to_mut(), &plan);
            }
            let due = policies.purge(&trial);
            if due.is_empty() {
                let (gone, kept) = drafts_in(&self.state().drafts, &trial, policies);
                let done: Vec<String> = std::mem::take(&mut plan.drop_drafts);
                plan.redraft = kept.into_iter().filter(|draft| !done.contains(&draft.meta_key())).collect();
                let typed = typed::forbidden(&self.state().typed, &trial, policies);
                plan.drop_drafts = done.into_iter().chain(gone).chain(typed).collect();
                return plan;
            }
            let own =
                due.replaced.iter().find(|due| plan.operations.iter().any(|op| op.kind == due.kind && op.id == due.id));
            if let Some(own) = own {
                plan.label = own.label.clone();
            }
            plan = plan.without(&trial, due.gone.iter().copied());
            for replaced in due.replaced {
                plan = plan.without(&trial, [(replaced.kind, replaced.id)]);
                // Nothing goes on in what goes wholly.
                let gone = |op: &NewOperation| due.gone.iter().any(|(kind, id)| op.kind == *kind && op.id == *id);
                plan.operations.extend(replaced.by.into_iter().filter(|op| !gone(op)));
            }
        }
    }

    /// Tries a plan on a copy of the book.
    fn try_on(&self, book: &mut Book, plan: &Plan) {
        let (stream, seq) = {
            let state = self.state();
            (state.me.stream(), state.head.seq)
        };
        for op in &self.operations(plan, stream, seq).0 {
            book.absorb(op);
        }
    }

    /// What the policies ask for once these operations of others are here, and what of this tablet's own goes on with what
    /// they erase. Nothing is changed by asking.
    pub(crate) fn lawful_import(&self, ops: &[Operation]) -> Plan {
        let plan = |stranded| Plan::of(self.state().policies.purged().with("count", 0), stranded);
        let reaches = {
            let state = self.state();
            let writes = Writes::of(ops.iter().map(|op| (op.erases(), op.kind.as_str())));
            match writes.reach(&state.book, state.policies) {
                Reach::Nothing => false,
                Reach::Everything => true,
                // Such as the movements of a year: nothing is tried where nothing could come of it.
                Reach::Own => {
                    let mut kinds = writes.kinds.iter().filter_map(|kind| state.book.kind(kind));
                    kinds.any(|kind| state.policies.bear_on(&state.book, kind))
                }
            }
        };
        if !reaches {
            return plan(Vec::new());
        }
        let mut after = self.state().book.clone();
        for op in ops {
            after.absorb(op);
        }
        // What is tried is later than what came; the clock itself is not led on by a file that nobody has taken in.
        let clock = self.state().clock;
        self.change(|state| ops.iter().for_each(|op| state.clock.observe(op.tick)));
        let stranded = {
            let state = self.state();
            state.policies.stranded(&state.book, &after)
        };
        let plan = self.fulfil(&after, plan(stranded));
        self.change(|state| state.clock = clock);
        plan
    }
}

/// What operations write, as far as the policies ask.
struct Writes<'a> {
    /// Whether one of them erases.
    erases: bool,
    /// The kinds of the others.
    kinds: BTreeSet<&'a str>,
}

impl<'a> Writes<'a> {
    /// From each operation whether it erases, and its kind.
    fn of(writes: impl Iterator<Item = (bool, &'a str)>) -> Writes<'a> {
        let (mut all, mut last) = (Writes { erases: false, kinds: BTreeSet::new() }, None);
        for (erases, kind) in writes {
            all.erases |= erases;
            // Most often the same as the one before, a hundred thousand times.
            if !erases && last.replace(kind) != Some(kind) {
                all.kinds.insert(kind);
            }
        }
        all
    }

    /// How far they may reach.
    fn reach(&self, book: &Book, policies: Policies) -> Reach {
        // What was being typed of a record that is erased goes with it, whatever the policies.
        if self.erases {
            return Reach::Everything;
        }
        let kinds = self.kinds.iter().filter_map(|kind| book.kind(kind));
        kinds.map(|kind| policies.reach(kind)).max().unwrap_or_default()
    }
}

/// What becomes of the drafts once a book stands so: the names of those that go, and those that are kept otherwise.
fn drafts_in(drafts: &BTreeMap<String, Draft>, book: &Book, policies: Policies) -> (Vec<String>, Vec<Draft>) {
    let (mut gone, mut kept) = (Vec::new(), Vec::new());
    let gate = policies.gate(book);
    for (name, draft) in drafts {
        let Some(kind) = book.kind(&draft.kind) else { continue };
        let record = book.record(kind.id, draft.id).map(|record| &**record);
        if record.is_some_and(|record| record.erased) {
            gone.push(name.clone());
            let moved = policies.moved(book, kind, draft);
            kept.extend(moved.filter(|moved| !drafts.contains_key(&moved.meta_key())));
        } else if gate(&Write { kind, id: draft.id, record, values: &draft.values }).is_some() {
            gone.push(name.clone());
        } else {
            let allowed = policies.draft(book, draft);
            match allowed.is_empty() {
                _ if allowed == *draft => {}
                true => gone.push(name.clone()),
                false => kept.push(allowed),
            }
        }
    }
    (gone, kept)
}

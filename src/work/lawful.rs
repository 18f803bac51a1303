//! The law of consent, held against everything that is about to be stored: in the same transaction, so that nothing that
//! may not be kept outlives the step that says so, however the tab ends.

use super::command::words;
use super::consent::law;
use super::consent::law::Reach;
use super::plan::Plan;
use super::typed;
use super::workspace::Workspace;
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::operation::Operation;
use std::borrow::Cow;

impl Workspace {
    /// The same plan with everything that the law asks for once it is done; with `anything`, wherever it asks for it.
    pub(crate) fn lawful(&self, plan: Plan, anything: bool) -> Plan {
        let state = self.state();
        match law::reach(&state.book, &plan.operations) {
            _ if anything => {}
            Reach::Nothing => return plan,
            Reach::Own => {
                let refs = plan.operations.iter().map(|operation| (operation.kind.as_str(), operation.id));
                let mut trial = state.book.extract(refs);
                self.try_on(&mut trial, &plan);
                let records = || trial.all().map(|record| &**record);
                let denied = |draft: &Draft| {
                    let known = trial.record(&draft.kind, draft.id).is_some();
                    known && law::allowed_of(&trial, draft) != *draft
                };
                if !law::broken(&state.book, records()) && !state.drafts.values().any(denied) {
                    return plan;
                }
            }
            Reach::Everything => {}
        }
        self.fulfil(&state.book, plan)
    }

    /// The same plan with everything that the law asks for once it is done on top of this book.
    fn fulfil(&self, base: &Book, mut plan: Plan) -> Plan {
        loop {
            let mut trial = Cow::Borrowed(base);
            // What writes nothing is tried without a copy of the book.
            if !plan.operations.is_empty() {
                self.try_on(trial.to_mut(), &plan);
            }
            let due = law::due(&trial);
            if due.is_empty() {
                let (gone, kept) = law::drafts_in(&self.state().drafts, &trial);
                let done: Vec<String> = std::mem::take(&mut plan.drop_drafts);
                plan.redraft = kept.into_iter().filter(|draft| !done.contains(&draft.meta_key())).collect();
                let typed = typed::forbidden(&self.state().typed, &trial);
                plan.drop_drafts = done.into_iter().chain(gone).chain(typed).collect();
                return plan;
            }
            let own = due
                .nobody
                .iter()
                .find(|(kind, id)| plan.operations.iter().any(|op| op.kind == kind.id && op.id == *id));
            if let Some((kind, _)) = own {
                plan.label = words::DENIED.with("what", kind.name);
            }
            plan = law::fulfilled(&trial, plan, due);
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

    /// What the law asks for once these operations of others are here, and what of this tablet's own goes on with what
    /// they erase.
    pub(crate) fn lawful_import(&self, ops: &[Operation]) -> Plan {
        let mut after = self.state().book.clone();
        for op in ops {
            after.absorb(op);
        }
        self.change(|state| state.clock.observe(after.latest()));
        let stranded = law::stranded(&self.state().book, &after);
        self.fulfil(&after, Plan::of(words::LET_GO.with("count", 0), stranded))
    }
}

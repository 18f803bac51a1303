//! A form that is done, or thrown away: what becomes of its draft, also where the store answers late or refuses it.

use super::filling::Form;
use crate::model::draft::Draft;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::ui::words;
use crate::work::command::{Command, Done};
use crate::work::drafts::keeper::{self, DraftKeeper};
use crate::work::error::Refusal;
use crate::work::workspace::WorkError;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

impl Form {
    pub(super) fn done(self, summary: NodeRef<html::Div>) {
        let (ui, kind, id, here) = (self.ui, self.kind, self.id, self.ui.here());
        let new = self.draft.with_untracked(|draft| draft.new);
        let then = move |done: Done| {
            ui.toast(done.label, done.step);
            ui.go_on(here, crate::ui::form::after(ui, kind, id, new));
        };
        self.finish(then, move || {
            // Whoever has gone on meanwhile is not called back.
            if let Some(summary) = summary.try_get_untracked().flatten() {
                drop(summary.focus());
            }
        });
    }

    /// Turns the draft into an operation, then goes on; or shows what is to be mended first.
    pub fn finish(self, then: impl FnOnce(Done) + 'static, mend: impl FnOnce() + 'static) {
        self.finish_by(None, Box::new(then), Box::new(mend));
    }

    /// The same, and these records are written in the same step, which is called this.
    pub fn finish_with(
        self,
        label: Message,
        rows: Vec<RecordWrite>,
        then: impl FnOnce(Done) + 'static,
        mend: impl FnOnce() + 'static,
    ) {
        self.finish_by(Some((label, rows)), Box::new(then), Box::new(mend));
    }

    fn finish_by(
        self,
        with: Option<(Message, Vec<RecordWrite>)>,
        then: Box<dyn FnOnce(Done)>,
        mend: Box<dyn FnOnce()>,
    ) {
        self.look_at_days();
        // Not at a second tap, while the first one is at work.
        if !self.keeper.try_update_value(DraftKeeper::finish).unwrap_or(false) {
            return;
        }
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        let ui = self.ui;
        let (draft, before) = (self.draft.get_untracked(), self.record.get_value());
        // Held beyond the form: whoever leaves it while the store is asked leaves the draft as it stood then.
        let held = ArcRwSignal::from(self.draft);
        ui.spawn(async move {
            let work = ui.work();
            let command = match with {
                None => Command::Finish(draft.clone()),
                Some((label, rows)) => Command::FinishWith { label, draft: draft.clone(), rows },
            };
            let answer = work.run(command).await;
            // As it stands now, or stood when the form was left.
            let now = held.get_untracked();
            match answer {
                Ok(done) => {
                    ui.dirty.set(false);
                    if self.keeper.try_update_value(DraftKeeper::finished).unwrap_or(now != draft) {
                        self.keep_the_rest(&draft, &now, before).await;
                    }
                    then(done);
                }
                // Nobody is there to mend it: it waits on Today.
                Err(error) if self.is_left() => {
                    if let Err(error) = work.keep_draft(now).await {
                        ui.warn(error.message());
                    }
                    ui.warn(error.message());
                }
                Err(WorkError::Refused(Refusal::Problems(_))) => {
                    self.tried.try_set(true);
                    self.not_done();
                    request_animation_frame(mend);
                }
                Err(error) => {
                    self.not_done();
                    ui.warn(error.message());
                }
            }
        });
    }

    /// What was typed stays a draft until it can be done.
    pub(super) fn not_done(self) {
        self.keeper.try_update_value(DraftKeeper::not_finished);
        self.keep();
    }

    /// Keeps what was typed while the store was asked to finish the draft, as a draft of changes.
    async fn keep_the_rest(self, sent: &Draft, now: &Draft, before: Option<Arc<Record>>) {
        let ui = self.ui;
        let Some(after) = ui.peek(self.kind, self.id) else { return };
        let rest = keeper::typed_since(sent, now, before.as_deref(), &after);
        if let Err(error) = ui.work().keep_draft(rest).await {
            ui.warn(error.message());
        }
    }

    pub(super) fn discard(self) {
        let (ui, kind, here) = (self.ui, self.kind, self.ui.here());
        if !self.keeper.try_update_value(DraftKeeper::discard).unwrap_or(false) {
            return;
        }
        ui.dirty.set(false);
        let thrown_away = self.draft.get_untracked();
        let draft = Draft { values: Default::default(), ..thrown_away.clone() };
        let to = crate::ui::form::back(ui, kind, self.id, draft.new, &|key| self.text_now(key).parse().ok());
        ui.spawn(async move {
            let work = ui.work();
            match work.keep_draft(draft).await {
                Ok(()) => ui.toast_draft(words::DRAFT_DISCARDED, thrown_away),
                Err(error) => ui.warn(error.message()),
            }
            ui.go_on(here, to);
        });
    }
}

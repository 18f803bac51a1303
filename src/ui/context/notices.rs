//! What is said at the bottom of the screen, and what it offers to take back.

use super::{TakeBack, Toast, Ui};
use crate::model::draft::Draft;
use crate::model::text::Message;
use crate::ui::route::{Route, View};
use crate::ui::{capability, words};
use crate::work::command::{Command, Done};
use leptos::prelude::*;

impl Ui {
    /// Says something at the bottom of the screen.
    pub fn toast(self, message: impl Into<Message>, undo: Option<u64>) {
        self.push_toast(message.into(), undo.map(TakeBack::Step), false);
    }

    /// Makes this tab the one that writes, and says that the other one is asked: where that sleeps, it takes some seconds.
    pub fn take_over(self) {
        self.toast(words::TAKING_OVER, None);
        self.world().tabs.take_over();
    }

    /// Says that a draft was thrown away, and offers to bring it back.
    pub fn toast_draft(self, message: impl Into<Message>, draft: Draft) {
        self.push_toast(message.into(), Some(TakeBack::Draft(draft)), false);
    }

    /// Says what went wrong, until the person has seen it.
    pub fn warn(self, message: impl Into<Message>) {
        self.push_toast(message.into(), None, true);
    }

    /// The number of the last thing that was said there.
    pub fn last_said(self) -> u64 {
        self.held.with_value(|held| held.toasts)
    }

    pub(super) fn push_toast(self, message: Message, undo: Option<TakeBack>, wrong: bool) {
        let number = self.held.try_update_value(|held| {
            held.toasts += 1;
            held.toasts
        });
        let Some(number) = number else { return };
        // One at a time: a pile of them would cover what people work on.
        let stays = std::time::Duration::from_secs(if undo.is_some() { 10 } else { 5 });
        self.toasts.set(vec![Toast { number, message, undo, wrong }]);
        if !wrong {
            set_timeout(move || self.toasts.update(|toasts| toasts.retain(|toast| toast.number != number)), stays);
        }
    }

    /// Says what was done, or that the store does not have it yet.
    pub fn say_done(self, done: &Done) {
        if !done.changed {
            return;
        }
        let label = done.label.clone();
        self.toast(if done.stored { label } else { words::NOT_STORED_YET.with("what", label) }, done.step);
    }

    /// Takes something back in the background, and says what came of it.
    pub fn take_back(self, what: TakeBack) {
        let draft = match what {
            TakeBack::Step(step) => return self.send(Command::Undo(step)),
            TakeBack::Draft(draft) => draft,
        };
        let here = self.here();
        self.spawn(async move {
            let form = capability::kind(&draft.kind).map(|kind| Route::Records(kind.id, View::Edit(draft.id)));
            match self.work().keep_draft(draft).await {
                Ok(()) => form.into_iter().for_each(|form| self.go_on(here, form)),
                Err(error) => self.warn(error.message()),
            }
        });
    }
}

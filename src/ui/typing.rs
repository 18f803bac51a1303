//! Words typed where there is no form: kept a moment after the last key, when the tablet is locked, and when the screen
//! is left; found again when one comes back.

use crate::app::command::{Command, Done};
use crate::app::workspace::WorkError;
use crate::domain::typed::{Of, Typed};
use crate::ports::Role;
use crate::ui::context::Ui;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key something typed is kept.
pub const KEEP_AFTER: Duration = Duration::from_millis(400);

/// The form to which fields belong that stand in none: Chromium asks the form of a text area, and not the area itself,
/// whether it may write down what stands in it.
pub const APART: &str = "apart";

/// That form. It holds nothing and sends nothing.
pub fn apart() -> impl IntoView {
    view! { <form id=APART autocomplete="off" hidden on:submit=|event| event.prevent_default()></form> }
}

/// Calls back whenever the page is hidden or about to go, and when what calls this is taken off the screen: the last
/// moments at which anything can be kept. Also when this tab becomes the one that writes: the first moment for what
/// was typed while another one did.
pub fn on_leaving(ui: Ui, keep: impl Fn() + Copy + Send + Sync + 'static) {
    Effect::new(move |_| {
        if ui.role.get() == Role::Writer {
            untrack(keep);
        }
    });
    let hidden = window_event_listener_untyped("visibilitychange", move |_| keep());
    // Some browsers tell of a closed or replaced page by this alone.
    let gone = window_event_listener_untyped("pagehide", move |_| keep());
    on_cleanup(move || {
        hidden.remove();
        gone.remove();
        keep();
    });
}

/// A place where words are typed. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Typing {
    ui: Ui,
    /// What stands there.
    pub text: RwSignal<String>,
    /// The place, and what its words belong to; none where nothing is kept.
    at: StoredValue<Option<(String, Option<Of>)>>,
    /// Whether there is something typed that was not given to be kept.
    unkept: StoredValue<bool>,
    /// Whether what stands there was given to become something.
    given: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// The place that was emptied last, which takes a moment.
    forgotten: StoredValue<Option<String>>,
}

impl Typing {
    /// A place of this name. What was typed there before stands there again; otherwise this does.
    pub fn new(ui: Ui, place: impl Into<String>, of: Option<Of>, otherwise: String) -> Typing {
        let typing = Typing::nowhere(ui, RwSignal::default());
        typing.go(place.into(), of, otherwise);
        typing
    }

    /// Words that are kept nowhere until [`Typing::go`] says where.
    pub fn nowhere(ui: Ui, text: RwSignal<String>) -> Typing {
        let typing = Typing {
            ui,
            text,
            at: StoredValue::new(None),
            unkept: StoredValue::new(false),
            given: StoredValue::new(true),
            timer: StoredValue::new_local(None),
            forgotten: StoredValue::new(None),
        };
        on_leaving(ui, move || typing.keep());
        on_cleanup(move || {
            ui.dirty.try_set(false);
        });
        typing
    }

    /// Goes to another place.
    pub fn go(self, place: String, of: Option<Of>, otherwise: String) {
        self.keep();
        let emptied = self.forgotten.with_value(|forgotten| forgotten.as_ref() == Some(&place));
        let known = self.ui.work().typed(&place).filter(|_| !emptied);
        self.given.set_value(known.is_none());
        self.text.set(known.unwrap_or(otherwise));
        self.at.set_value(Some((place, of)));
    }

    /// Leaves the place: what stands here from now on is not typed.
    pub fn leave(self) {
        self.keep();
        self.at.set_value(None);
        self.given.set_value(true);
    }

    /// Whether something stands there that was typed and not given to become anything.
    pub fn waits(self) -> bool {
        !self.given.get_value()
    }

    /// Somebody typed.
    pub fn write(self, text: String) {
        self.forgotten.set_value(None);
        self.text.set(text);
        self.unkept.set_value(true);
        self.given.set_value(false);
        self.ui.dirty.set(true);
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.keep(), KEEP_AFTER).ok();
        });
    }

    /// What the words belong to is known better by now.
    pub fn belongs_to(self, of: Of) {
        self.at.update_value(|at| {
            if let Some((_, was)) = at {
                *was = Some(of);
            }
        });
    }

    /// Keeps what stands there, if it was not kept.
    pub fn keep(self) {
        let at = self.at.try_get_value().flatten().filter(|_| self.unkept.try_get_value() == Some(true));
        let Some(((place, of), text)) = at.zip(self.text.try_get_untracked()) else { return };
        self.stop();
        let ui = self.ui;
        ui.spawn(async move {
            if let Err(error) = ui.work().keep_typed(Typed { place, text, of }).await {
                // Tried again at the next key, and when the page is hidden.
                self.unkept.try_set_value(true);
                ui.warn(error.message());
            }
        });
    }

    /// What stands there is given to become something; its place is empty once that is stored. See
    /// [`Typing::become_of`].
    pub fn give(self) -> Option<Typed> {
        self.stop();
        self.given.set_value(true);
        let text = self.text.get_untracked();
        self.at.get_value().map(|(place, of)| Typed { place, text, of })
    }

    /// Does what the words were given for, and empties their place in the same transaction. Refused, they stay.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn become_of(self, given: Option<Typed>, command: Command) -> Result<Done, WorkError> {
        let work = self.ui.work();
        let places: Vec<String> = given.iter().map(|typed| typed.place.clone()).collect();
        let result = work.run_typed(command, &places).await;
        if let (Err(_), Some(typed)) = (&result, given) {
            if self.at.try_get_value().flatten().is_some_and(|(place, _)| place == typed.place) {
                self.given.try_set_value(false);
            }
            // What refused them may refuse to keep them, too; why was said.
            drop(work.keep_typed(typed).await);
        }
        result
    }

    /// Forgets what was typed, after it has become something else.
    pub fn forget(self) {
        self.stop();
        self.given.try_set_value(true);
        let Some((place, _)) = self.at.try_get_value().flatten() else { return };
        self.forgotten.try_set_value(Some(place.clone()));
        let ui = self.ui;
        ui.spawn(async move {
            if let Err(error) = ui.work().keep_typed(Typed { place, ..Typed::default() }).await {
                ui.warn(error.message());
            }
        });
    }

    fn stop(self) {
        self.unkept.try_set_value(false);
        self.timer.try_update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    }
}

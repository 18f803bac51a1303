//! Words typed where there is no form: kept a moment after the last key, when the tablet is locked, and when the screen
//! is left; found again when one comes back.

use crate::model::typed::{Of, Typed};
use crate::ports::Role;
use crate::ui::context::Ui;
use crate::ui::reactive::effect;
use crate::work::command::{Command, Done};
use crate::work::drafts::place::TypedPlace;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::sync::Arc;
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
    keep_on_leaving(ui, Arc::new(keep));
}

fn keep_on_leaving(ui: Ui, keep: Arc<dyn Fn() + Send + Sync>) {
    let keeper = keep.clone();
    effect(move || {
        if ui.role.get() == Role::Writer {
            untrack(&*keeper);
        }
    });
    let keeper = keep.clone();
    let hidden = window_event_listener_untyped("visibilitychange", move |_| keeper());
    // Some browsers tell of a closed or replaced page by this alone.
    let keeper = keep.clone();
    let gone = window_event_listener_untyped("pagehide", move |_| keeper());
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
    place: StoredValue<TypedPlace>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Typing {
    /// A place of this name. What was typed there before stands there again; otherwise this does.
    pub fn new(ui: Ui, name: impl Into<String>, of: Option<Of>, otherwise: String) -> Typing {
        let (name, mut place) = (name.into(), TypedPlace::default());
        let known = ui.work().typed(&name);
        let (_, known) = place.go("", name, of, known);
        let typing = Typing {
            ui,
            text: RwSignal::new(known.unwrap_or(otherwise)),
            place: StoredValue::new(place),
            timer: StoredValue::new_local(None),
        };
        on_leaving(ui, move || typing.keep());
        on_cleanup(move || {
            ui.dirty.try_set(false);
        });
        typing
    }

    /// Somebody typed.
    pub fn write(self, text: String) {
        self.text.set(text);
        self.place.update_value(TypedPlace::write);
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
        self.place.update_value(|place| place.belongs_to(of));
    }

    /// Keeps what stands there, if it was not kept.
    pub fn keep(self) {
        let Some(text) = self.text.try_get_untracked() else { return };
        let Some(typed) = self.place.try_update_value(|place| place.keep(&text)).flatten() else { return };
        self.stop();
        let ui = self.ui;
        ui.spawn(async move {
            if let Err(error) = ui.work().keep_typed(typed.clone()).await {
                // Tried again at the next key, and when the page is hidden.
                self.place.try_update_value(|place| place.not_kept(&typed));
                ui.warn(error.message());
            }
        });
    }

    /// What stands there is given to become something; its place is empty once that is stored. See
    /// [`Typing::become_of`].
    pub fn give(self) -> Option<Typed> {
        self.stop();
        let text = self.text.get_untracked();
        self.place.try_update_value(|place| place.give(&text)).flatten()
    }

    /// Does what the words were given for, and empties their place in the same transaction. Refused, they stay.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn become_of(self, given: Option<Typed>, command: Command) -> Result<Done, WorkError> {
        Typing::all_become(self.ui, given.map(|typed| (self, typed)).into_iter().collect(), command).await
    }

    /// The same for what was given in several places.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn all_become(ui: Ui, given: Vec<(Typing, Typed)>, command: Command) -> Result<Done, WorkError> {
        let work = ui.work();
        let places: Vec<String> = given.iter().map(|(_, typed)| typed.place.clone()).collect();
        let result = work.run_typed(command, &places).await;
        if result.is_err() {
            for (typing, typed) in given {
                typing.place.try_update_value(|place| place.refused(&typed));
                // What refused them may refuse to keep them, too; why was said.
                drop(work.keep_typed(typed).await);
            }
        }
        result
    }

    /// Forgets what was typed, after it has become something else.
    pub fn forget(self) {
        self.stop();
        let Some(nothing) = self.place.try_update_value(TypedPlace::empty).flatten() else { return };
        let ui = self.ui;
        ui.spawn(async move {
            if let Err(error) = ui.work().keep_typed(nothing).await {
                ui.warn(error.message());
            }
        });
    }

    fn stop(self) {
        self.timer.try_update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    }
}

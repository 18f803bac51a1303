//! What cannot be undone takes two taps, and a double tap is the first of them alone.

use super::{Icon, Tap, icon_paths};
use crate::model::text::Text;
use crate::ui::context::use_ui;
use crate::ui::parts::steady::Guard;
use leptos::prelude::*;
use std::sync::Arc;

/// A button whose tap does nothing yet: one that says what is done then comes into its place. It is another button, so
/// that a key that is held down does not press it either.
#[component]
pub fn Twice(
    /// One of [`icon_paths`].
    path: &'static str,
    /// Its words.
    text: Text,
    /// `quiet`, `primary` or `danger`.
    #[prop(default = "danger")]
    class: &'static str,
    /// The words of the second one.
    sure: Text,
    /// Whether the second one is shown, for what else is shown then.
    #[prop(default = RwSignal::new(false))]
    asked: RwSignal<bool>,
    /// What a tap on the second one does.
    #[prop(into)]
    on_tap: Tap,
) -> impl IntoView {
    let guard = Guard::default();
    let ask: Arc<Tap> = Arc::new(Tap::from(move || {
        guard.moved();
        asked.set(true);
    }));
    let act = Arc::new(on_tap);
    move || match asked.get() {
        false => button(class, path, text, guard, ask.clone()),
        true => button("danger", icon_paths::WARNING, sure, guard, act.clone()),
    }
}

fn button(class: &'static str, path: &'static str, text: Text, guard: Guard, on_tap: Arc<Tap>) -> AnyView {
    let ui = use_ui();
    let tap = move |tap: leptos::ev::MouseEvent| {
        if guard.takes(&tap) {
            (on_tap.0)();
        }
    };
    view! {
        <button type="button" class=class data-settling=guard.settling() on:click=tap>
            <Icon path=path/>
            <span>{ui.t(text)}</span>
        </button>
    }
    .into_any()
}

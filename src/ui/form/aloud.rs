//! Questions read out to somebody: one tap shows them large in the other language, to turn toward the person.

use crate::model::field::Field;
use crate::ui::form::Form;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;

/// The button under a question.
pub fn button(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let to = move || ui.lang.get().other();
    let words = move || words::ASK_IN.get(to());
    let name = move || words::ASK_IN_WHAT.with("question", field.label).say(to());
    let show = move |_| form.asked.set(Some(field));
    view! {
        <button type="button" class="ask-large" lang=move || to().tag() aria-label=move || name() on:click=show>
            <Icon path=icon_paths::LANGUAGE/><span>{move || words()}</span>
        </button>
    }
}

/// The question that is shown, large, with its answers.
pub fn dialog(form: Form) -> impl IntoView {
    let ui = form.ui;
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let (Some(dialog), Some(_)) = (node.get(), form.asked.get()) else { return };
        if let Err(error) = dialog.show_modal() {
            leptos::logging::error!("the question cannot be shown: {error:?}");
        }
    });
    let close = move |_| {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let content = move || {
        let (field, lang) = (form.asked.get()?, ui.lang.get().other());
        let answers = field.offered().iter().map(|answer| view! { <li>{answer.label.get(lang)}</li> }).collect_view();
        Some(view! {
            <p lang=lang.tag()>{field.label.get(lang)}</p>
            {(!field.offered().is_empty()).then(|| view! { <ul lang=lang.tag()>{answers}</ul> })}
        })
    };
    view! {
        <dialog class="dialog asked" aria-label=ui.t(words::ASKED) node_ref=node on:close=move |_| form.asked.set(None)>
            {move || content()}
            <div class="actions">
                <button type="button" class="primary" on:click=close>{ui.t(words::CLOSE)}</button>
            </div>
        </dialog>
    }
}

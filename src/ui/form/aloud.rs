//! Questions read out to somebody: in either language with one tap, and large, to turn toward the person, who can tap.

use super::choices;
use crate::model::asking;
use crate::model::field::Field;
use crate::ui::form::Form;
use crate::ui::parts::tongues::tongues;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;

/// What stands above the first question: the language in which they are asked, and the way to show them large.
pub fn switch(form: Form) -> impl IntoView {
    let large = (!shown_large(form).is_empty()).then(|| {
        view! { <Quiet path=icon_paths::LARGE text=words::SHOW_LARGE on_tap=move || form.large.set(Some(0))/> }
    });
    view! { <div class="asks">{tongues(form.ui, form.read_in, |_| {})} {large}</div> }
}

fn shown_large(form: Form) -> Vec<&'static Field> {
    form.parts.with_value(|parts| asking::shown_large(form.kind, parts))
}

/// One question after another, large, with answers that can be tapped.
pub fn dialog(form: Form) -> impl IntoView {
    let ui = form.ui;
    let node = NodeRef::<html::Dialog>::new();
    let questions = StoredValue::new(shown_large(form));
    effect(move || {
        let (Some(dialog), Some(_)) = (node.get(), form.large.get()) else { return };
        if !dialog.open()
            && let Err(error) = dialog.show_modal()
        {
            leptos::logging::error!("the question cannot be shown: {error:?}");
        }
    });
    let close = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let at = move |by: isize| {
        let to = form.large.get()?.checked_add_signed(by)?;
        questions.with_value(|questions| questions.get(to).map(|question| (to, *question)))
    };
    let go = move |by: isize| match untrack(|| at(by)) {
        Some((to, _)) => form.large.set(Some(to)),
        None => close(),
    };
    let question = move || {
        let (_, field) = at(0)?;
        Some(view! {
            <p lang=move || form.lang_of(field).tag()>{move || field.label.get(form.lang_of(field))}</p>
            {choices::to_tap(form, field, "large")}
        })
    };
    let next = move || if at(1).is_some() { words::NEXT } else { words::DONE };
    view! {
        <dialog class="dialog asked" aria-label=ui.t(words::ASKED) node_ref=node on:close=move |_| form.large.set(None)>
            {tongues(ui, form.read_in, |_| {})}
            {move || question()}
            <div class="actions">
                <Quiet path=icon_paths::CLOSE text=words::CLOSE on_tap=close/>
                <button type="button" class="quiet" disabled=move || at(-1).is_none() on:click=move |_| go(-1)>
                    {ui.t(words::BACK)}
                </button>
                <button type="button" class="primary" on:click=move |_| go(1)>{move || next().get(ui.lang.get())}</button>
            </div>
        </dialog>
    }
}

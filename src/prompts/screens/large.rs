//! A prompt shown large, to a whole room.

use crate::model::questionnaire::Both;
use crate::ui::context::Ui;
use crate::ui::parts::tongues::tongues;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::words as common;
use leptos::html;
use leptos::prelude::*;

/// The dialog that shows it over everything else, in either language with one tap.
pub(super) fn large(ui: Ui, shown: RwSignal<Option<Both>>) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    let lang = RwSignal::new(ui.lang.get_untracked());
    effect(move || {
        let (Some(dialog), Some(_)) = (node.get(), shown.get()) else { return };
        if !dialog.open()
            && let Err(error) = dialog.show_modal()
        {
            leptos::logging::error!("the prompt cannot be shown: {error:?}");
        }
    });
    let close = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let said = move || shown.with(|shown| shown.as_ref().map(|words| words.get(lang.get()).to_owned()));
    view! {
        <dialog class="dialog asked prompt-large no-print" aria-label=ui.t(super::words::PROMPTS) node_ref=node on:close=move |_| shown.set(None)>
            {tongues(ui, lang, |_| {})}
            <p lang=move || lang.get().tag() dir="auto">{move || said()}</p>
            <div class="actions"><Quiet path=icon_paths::CLOSE text=common::CLOSE on_tap=close/></div>
        </dialog>
    }
    .into_any()
}

//! What is said above the bar under the thumb: in a line of its own, over no row and no button, and gone once somebody
//! goes elsewhere or puts it away.

use crate::ports::Role;
use crate::ui::context::{TakeBack, Toast, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, HtmlElement};

/// The line, which is empty most of the time.
pub fn region(ui: Ui) -> impl IntoView {
    let region = NodeRef::<html::Div>::new();
    let stand = move || {
        if let Some(region) = region.get_untracked() {
            stand_on_bar(&region);
        }
    };
    effect(move || {
        if ui.toasts.with(|toasts| !toasts.is_empty()) {
            // What was done may have changed the bar, too.
            request_animation_frame(stand);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| stand());
    // A tap may open or close a part of the bar under the line.
    let tapped = window_event_listener(leptos::ev::click, move |_| {
        if ui.toasts.with_untracked(|toasts| !toasts.is_empty()) {
            request_animation_frame(stand);
        }
    });
    on_cleanup(move || {
        resized.remove();
        tapped.remove();
    });
    view! {
        <div class="toasts" role="status" node_ref=region>
            <For each=move || ui.toasts.get() key=|toast| toast.number let:toast>{notice(ui, toast)}</For>
        </div>
    }
}

/// Lets the line stand on the bar that is seen, as wide as that is; at the bottom of the stage where there is none.
fn stand_on_bar(region: &HtmlElement) {
    let Some(stage) = region.parent_element() else { return };
    let below = stage.get_bounding_client_rect();
    let (mut start, mut end, mut bottom) = (below.left(), below.right(), below.bottom());
    // Beside a list, what was done belongs to the record.
    if let Some(bar) = bars(&stage).into_iter().max_by(|one, other| one.left().total_cmp(&other.left())) {
        (start, end, bottom) = (bar.left(), bar.right(), bar.top().min(bottom));
    }
    let window = window();
    let length = |of: Result<wasm_bindgen::JsValue, _>| of.ok().and_then(|of| of.as_f64()).unwrap_or_default();
    let (wide, high) = (length(window.inner_width()), length(window.inner_height()));
    let style = region.style();
    for (name, value) in [("left", start), ("right", wide - end), ("bottom", high - bottom)] {
        if let Err(error) = style.set_property(name, &format!("{}px", value.max(0.0))) {
            leptos::logging::error!("the notice cannot be placed: {error:?}");
        }
    }
}

fn bars(stage: &web_sys::Element) -> Vec<DomRect> {
    let Ok(found) = stage.query_selector_all("main .actions") else { return Vec::new() };
    let all = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
    all.map(|bar| bar.get_bounding_client_rect()).filter(|bar| bar.height() > 0.0).collect()
}

fn notice(ui: Ui, toast: Toast) -> impl IntoView {
    let number = toast.number;
    let dismiss = move || ui.toasts.update(|toasts| toasts.retain(|toast| toast.number != number));
    let undo = toast.undo.map(|what| {
        let redoes = matches!(what, TakeBack::Step(step) if ui.work().state().redoes(step));
        let says = if redoes { words::REDO } else { words::UNDO };
        let take_back = move |_| {
            dismiss();
            ui.take_back(what.clone());
        };
        view! {
            <button type="button" class="undo" on:click=take_back>
                <Icon path=icon_paths::UNDO/><span>{ui.t(says)}</span>
            </button>
        }
    });
    let wrong = toast.wrong;
    // What a tab that follows could not keep, it can once it writes; this is where one looks while typing.
    let instead = move || {
        (wrong && ui.role.get() == Role::Follower).then(|| {
            let take_over = move |_| {
                dismiss();
                ui.take_over();
            };
            view! { <button type="button" class="undo" on:click=take_over>{ui.t(words::TAKE_OVER)}</button> }
        })
    };
    view! {
        <div class="toast" data-wrong=wrong.then_some("")>
            <p>{ui.say(toast.message)}</p>
            {undo}
            {move || instead()}
            <button type="button" class="put-away" aria-label=ui.t(words::DISMISS) on:click=move |_| dismiss()>
                <Icon path=icon_paths::CLOSE/>
            </button>
        </div>
    }
}

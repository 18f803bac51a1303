//! What is done less often, behind one button, so that what the screen is for stands first.

use crate::ui::context::use_ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// How many quiet buttons stand beside each other before the rest goes behind one.
pub const AT_HAND: usize = 2;

/// Links and buttons, the likeliest first: so many of them, and the rest behind one button. One alone is not hidden, for
/// the button would take its place.
pub fn at_hand(mut deeds: Vec<AnyView>) -> AnyView {
    let rest = if deeds.len() > AT_HAND + 1 { deeds.split_off(AT_HAND) } else { Vec::new() };
    let more = (!rest.is_empty()).then(|| view! { <More>{rest}</More> });
    view! { {deeds} {more} }.into_any()
}

/// A button with three dots that opens a short list of links and buttons. The arrow keys go through them, Escape closes
/// them and leads back to the button.
#[component]
pub fn More(
    /// Links and buttons.
    children: Children,
) -> impl IntoView {
    more(children().into_any())
}

fn more(children: AnyView) -> AnyView {
    let ui = use_ui();
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked()
            && let Some(list) = list.get_untracked()
        {
            // What is hidden takes no focus, and the view follows only after this.
            list.set_hidden(false);
            step_to(&list, |_, _| 0);
        }
    };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            drop(button.focus());
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked().filter(|_| open.get_untracked()) else { return };
        match event.key().as_str() {
            "Escape" => close(),
            "ArrowDown" => step_to(&list, |at, count| (at + 1) % count),
            "ArrowUp" => step_to(&list, |at, count| (at + count - 1) % count),
            "Home" => step_to(&list, |_, _| 0),
            "End" => step_to(&list, |_, count| count - 1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let on_tap = move |tap: MouseEvent| {
        let target = tap.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("a, button").ok().flatten().is_some()) {
            open.set(false);
        }
    };
    // A tap anywhere else puts it away.
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = |element: Option<&Element>| element.is_some_and(|element| element.contains(target.as_deref()));
        if open.get_untracked()
            && !within(list.get_untracked().as_deref().map(AsRef::as_ref))
            && !within(button.get_untracked().as_deref().map(AsRef::as_ref))
        {
            open.set(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    view! {
        <button
            type="button" class="quiet more-button" aria-label=ui.t(words::MORE_ACTIONS) node_ref=button
            aria-expanded=move || open.get().to_string() on:click=toggle on:keydown=on_key
        >
            <Icon path=icon_paths::MORE/>
        </button>
        <div
            class="more-list" role="group" aria-label=ui.t(words::MORE_ACTIONS) node_ref=list
            hidden=move || !open.get() on:click=on_tap on:keydown=on_key
        >
            {children}
        </div>
    }
    .into_any()
}

/// Puts the focus on another of the links and buttons, given at which one it is, and how many there are.
fn step_to(list: &Element, to: impl Fn(usize, usize) -> usize) {
    let Ok(found) = list.query_selector_all("a, button:not(:disabled)") else { return };
    let items: Vec<HtmlElement> = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let at = items.iter().position(|item| focused.as_deref() == Some(item.as_ref()));
    if let Some(item) = (!items.is_empty()).then(|| to(at.unwrap_or(0), items.len())).and_then(|at| items.get(at)) {
        drop(item.focus());
    }
}

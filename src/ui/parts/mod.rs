//! The parts screens are made of. Their look and markup are described at the top of `style/parts.css`.

pub mod chosen;
pub mod folded;
pub mod icon_paths;
pub mod list;
pub mod more;
pub mod narrow;
pub mod notice;
pub mod questions;
pub mod row;
pub mod sharing;
pub mod steady;
pub mod ticked;
pub mod tongues;
pub mod twice;
pub mod written;

use crate::model::text::{Message, Text};
use crate::ui::capability::{self, Tab};
use crate::ui::context::{Ui, use_ui};
use crate::ui::reactive::effect;
use crate::ui::route::Place;
use crate::ui::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A line icon. It stands beside words, never for them.
#[component]
pub fn Icon(
    /// One of [`icon_paths`].
    #[prop(into)]
    path: Signal<&'static str>,
    /// Drawn at 32 px.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-size=large.then_some("large")>
            <path d=path></path>
        </svg>
    }
}

/// What a tap does. Any closure becomes one, so that what takes it is compiled once and not for every closure.
pub struct Tap(Box<dyn Fn() + Send + Sync>);

impl<F: Fn() + Send + Sync + 'static> From<F> for Tap {
    fn from(tap: F) -> Tap {
        Tap(Box::new(tap))
    }
}

/// A button beside others: an icon and its words.
#[component]
pub fn Quiet(
    /// One of [`icon_paths`].
    path: &'static str,
    /// Its words.
    text: Text,
    /// `quiet`, `primary` or `danger`.
    #[prop(into, default = "quiet".into())]
    class: Signal<&'static str>,
    /// What a tap does.
    #[prop(into)]
    on_tap: Tap,
) -> impl IntoView {
    let ui = use_ui();
    view! {
        <button type="button" class=move || class.get() on:click=move |_| (on_tap.0)()>
            <Icon path=path/>
            <span>{ui.t(text)}</span>
        </button>
    }
}

/// What an empty screen is for, an example, and one thing to do.
#[component]
pub fn Empty(
    /// One of [`icon_paths`].
    path: &'static str,
    /// What is not there.
    title: Text,
    /// What it is for.
    #[prop(into)]
    purpose: Message,
    /// The one thing to do, if any.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let ui = use_ui();
    view! {
        <section class="empty">
            <Icon path=path large=true/>
            <h2>{ui.t(title)}</h2>
            <p>{ui.say(purpose)}</p>
            {children.map(|children| children())}
        </section>
    }
}

/// A short state beside a name: “Active”.
#[component]
pub fn Chip(
    /// `good`, `care`, `wrong`, `plain` or `lamp`.
    tone: &'static str,
    /// Its words.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    view! { <span class="chip" data-tone=tone><span>{words}</span></span> }
}

/// The ways inside one of the five places, as the capabilities declare them.
pub fn tabs(ui: Ui, place: Place) -> impl IntoView {
    let tab = |tab: &'static Tab| {
        let current = move || (ui.route.get().tab() == Some(tab.id)).then_some("page");
        view! { <a class="tab" href=tab.to.href() aria-current=move || current()>{ui.t(tab.name)}</a> }
    };
    let label = words::INSIDE.with("place", place.name());
    // Where they are more than a phone is wide, the one that is open is brought into sight.
    effect(move || {
        ui.route.track();
        request_animation_frame(|| show_current(".tabs", "[aria-current]"));
    });
    view! { <nav class="tabs" aria-label=ui.say(label)>{capability::tabs_of(place).map(tab).collect_view()}</nav> }
}

/// Puts the focus on what has this identity.
pub fn focus_on(id: &str) {
    let found = document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(found) = found {
        drop(found.focus());
    }
}

/// Scrolls a line of things so that the one that is current stands in its middle, as far as it can.
fn show_current(line: &str, current: &str) {
    let found = |selector: &str| document().query_selector(selector).ok().flatten();
    let element = found(&format!("{line} {current}")).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some((line, current)) = found(line).zip(element) {
        line.set_scroll_left(current.offset_left() - (line.client_width() - current.offset_width()) / 2);
    }
}

/// Shows a page from its top. In windows that are too low for a frame the whole stage scrolls.
pub fn scroll_to_top() {
    for scrolls in ["main", ".stage"] {
        if let Ok(Some(element)) = document().query_selector(scrolls) {
            element.set_scroll_top(0);
        }
    }
}

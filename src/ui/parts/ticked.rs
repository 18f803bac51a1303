//! A row that is ticked off where it stands, and leads somewhere: what several lists of [`Ticks`](super::steady::Ticks) show.

use super::Tap;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether a row was just ticked, followed.
pub type IsTicked = Arc<dyn Fn() -> bool + Send + Sync>;

/// The row: its box is called `label`, ticking it does `tick`, and the rest of it leads to `href` and holds `content`.
/// `class` is that of the place of the box: `tick`, or `tick no-print` where paper has a box of its own.
pub fn ticked_row(
    class: &'static str,
    label: String,
    ticked: IsTicked,
    tick: Tap,
    href: String,
    content: AnyView,
) -> AnyView {
    let (done, checked, disabled) = (ticked.clone(), ticked.clone(), ticked.clone());
    view! {
        <li class="ticked" data-done=move || done().then_some("")>
            <label class=class><input
                type="checkbox" aria-label=label
                prop:checked=move || checked() aria-disabled=move || disabled().then_some("true")
                on:click=move |event| if untrack(|| ticked()) { event.prevent_default() } on:change=move |_| (tick.0)()
            /></label>
            <a class="row" href=href>{content}</a>
        </li>
    }
    .into_any()
}

//! Quotes on paper: whole, each with who said it and what it is about.

use super::{theme_name, who_said};
use crate::interviews::quotes::Quote;
use crate::ui::context::Ui;
use leptos::prelude::*;

/// All quotes that are found, as they may be printed. There may be thousands, so they are drawn while something is
/// printed, and not beside the list.
pub(super) fn paper(ui: Ui, found: impl Fn() -> Vec<Quote> + Send + Sync + 'static) -> impl IntoView {
    let printing = RwSignal::new(false);
    let tells = |event: &str, prints: bool| {
        window_event_listener_untyped(event, move |_| {
            printing.try_set(prints);
        })
    };
    let heard = [tells("beforeprint", true), tells("afterprint", false)];
    on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
    let quote = move |quote: Quote| {
        let themes: Vec<String> = quote.themes.iter().map(|theme| theme_name(ui, *theme)).collect();
        let said_by = [who_said(ui, quote.speaker)].into_iter().chain(themes).collect::<Vec<_>>().join(" · ");
        view! {
            <figure>
                <blockquote dir="auto">{quote.shown}</blockquote>
                <figcaption dir="auto">{said_by}</figcaption>
            </figure>
        }
    };
    let quotes = move || printing.get().then(|| found().into_iter().map(quote).collect_view());
    view! { <div class="quotes-paper print-only">{move || quotes()}</div> }
}

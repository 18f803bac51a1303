//! The whole app: the welcome of a first visit, and behind it all that is needed every day.

use crate::ui::context::use_ui;
use crate::ui::everyday;
use crate::ui::reactive::memo;
use crate::ui::screens::{settings, who};
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let ui = use_ui();
    settings::dress_page(ui);
    // Who is asked before anything can be signed with the wrong name; welcome comes before that.
    let asks = memo(move || {
        ui.follow_tablet();
        if who::is_new(ui) { Some(Asks::Welcome) } else { who::must_ask(ui).then_some(Asks::Who) }
    });
    view! {
        {move || match asks.get() {
            Some(Asks::Welcome) => view! { <div class="app" data-bare="">{who::welcome(ui)}</div> }.into_any(),
            Some(Asks::Who) => {
                view! { <div class="app" data-bare="">{everyday::shown(ui, |everyday| everyday.ask)}</div> }.into_any()
            }
            None => everyday::shown(ui, |everyday| everyday.frame),
        }}
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Asks {
    Welcome,
    Who,
}

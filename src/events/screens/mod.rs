//! Events: what stands on their pages.

pub mod calendar;
pub mod counts;
pub mod people;
pub mod tallied;
pub mod tally;

use super::copying;
use super::kinds::event::EVENT;
use super::kinds::event_partner::fields as partner;
use super::words;
use crate::model::id::Id;
use crate::ui::capability::Links;
use crate::ui::context::Ui;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// Makes another event like this one, and opens its form for the date.
pub fn copy(ui: Ui, event: Id) -> impl IntoView {
    let next = ui.next_id();
    let copy = move || {
        let (work, copy, here) = (ui.work(), next.get(), ui.here());
        let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let rows = ui.look(|book, index| copying::copied(book, index, event, copy, &mut || work.new_id()));
        let Some(rows) = rows else { return };
        ui.spawn(async move {
            if ui.begin(next, &EVENT, words::COPIED.with("name", name), rows).await {
                ui.go_on(here, Route::Records(EVENT.id, View::Edit(copy)));
            }
        });
    };
    view! { <Quiet path=icon_paths::CALENDAR text=words::COPY on_tap=copy/> }
}

/// The form of what belongs to an event leads back to the event.
pub fn back_to_event(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(Route::Records(EVENT.id, View::One(links(partner::EVENT.key())?)))
}

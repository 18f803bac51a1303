//! Events: what stands on their pages.

pub mod calendar;
pub mod closing;
pub mod counts;
pub mod flyer;
pub mod helpers;
pub mod interviews;
pub mod people;
pub mod promotion;
pub mod repeat;
pub mod report;
pub mod tallied;
pub mod tally;
pub mod to_close;
pub mod used;

use super::kinds::event::EVENT;
use super::kinds::event_partner::fields as partner;
use crate::ui::capability::Links;
use crate::ui::context::Ui;
use crate::ui::route::{Route, View};

/// The form of what belongs to an event leads back to the event.
pub fn back_to_event(ui: Ui, links: Links<'_>) -> Option<Route> {
    // Begun on a screen of the event, such as its card, it leads back there.
    ui.form_begun_on(|_| false).or_else(|| Some(Route::Records(EVENT.id, View::One(links(partner::EVENT.key())?))))
}

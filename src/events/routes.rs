//! The screens of events: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// The tally at an event.
pub static TALLY: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/tally").tab("event");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&TALLY];

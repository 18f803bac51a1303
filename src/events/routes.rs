//! The screens of events: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// The calendar.
pub static CALENDAR: Screen<()> = Screen::new(Place::Outreach, "outreach/calendar").tab("calendar");
/// The tally at an event.
pub static TALLY: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/tally").tab("event");

/// An event is made a series.
pub static REPEAT: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/repeat").tab("event");
/// What the events of a year add up to.
pub static TOTALS: Screen<()> = Screen::new(Place::Reports, "reports/events");

/// An event is closed.
pub static CLOSE: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/close").tab("event");

/// Who hears of an event.
pub static PROMOTION: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/promotion").tab("event");

/// Its flyer.
pub static FLYER: Screen<Id> = Screen::new(Place::Outreach, "outreach/event/:id/flyer").tab("event");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&CALENDAR, &TALLY, &CLOSE, &REPEAT, &PROMOTION, &FLYER, &TOTALS];

//! The screens of canvassing: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// The streets to canvass.
pub static STREETS: Screen<()> = Screen::new(Place::Outreach, "outreach/canvass").tab("canvass");
/// A street, and the door where one stands: another door of it is no new screen.
pub static STREET: Screen<(Id, Option<Id>)> =
    Screen::new(Place::Outreach, "outreach/canvass/:id/:id?").tab("canvass").stays();
/// A turf.
pub static TURF: Screen<Id> = Screen::new(Place::Outreach, "outreach/canvass/turf/:id").tab("canvass");
/// Addresses come in.
pub static ADDRESSES: Screen<()> = Screen::new(Place::Outreach, "outreach/canvass/addresses").tab("canvass");
/// What is asked at the doors.
pub static GUIDE: Screen<()> = Screen::new(Place::Outreach, "outreach/canvass/guide").tab("canvass");
/// Doors that may be one.
pub static SAME_DOORS: Screen<()> = Screen::new(Place::Outreach, "outreach/canvass/same").tab("canvass");
/// What was heard at the doors.
pub static HEARD: Screen<()> = Screen::new(Place::Outreach, "outreach/canvass/heard").tab("canvass");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&STREETS, &STREET, &TURF, &ADDRESSES, &GUIDE, &SAME_DOORS, &HEARD];

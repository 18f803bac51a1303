//! The screens of the week: their addresses.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// The page of a week.
pub static WEEK: Screen<()> = Screen::new(Place::Outreach, "outreach/week").tab("week");
/// Everything that follows upon what was done or promised, whatever its week.
pub static FOLLOW_UPS: Screen<()> = Screen::new(Place::Outreach, "outreach/follow-ups").tab("follow_ups");
/// A plan that was written elsewhere is pasted.
pub static PASTE: Screen<()> = Screen::new(Place::Outreach, "outreach/week/paste").tab("week");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&WEEK, &FOLLOW_UPS, &PASTE];

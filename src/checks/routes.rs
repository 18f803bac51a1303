//! The screens of health checks: their addresses.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// Partners are looked at, one after the other.
pub static REVIEW: Screen<()> = Screen::new(Place::Community, "community/checks/partners").tab("partner");
/// What nobody has tried yet.
pub static OPPORTUNITIES: Screen<()> = Screen::new(Place::Community, "community/checks/opportunities").tab("partner");
/// The reminder of hubs is put off.
pub static HUBS: Screen<()> = Screen::new(Place::Community, "community/checks/hubs").tab("hub");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&REVIEW, &OPPORTUNITIES, &HUBS];

//! The screen of prompts: its address.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// What kinds and screens name the tab by.
pub const TAB: &str = "prompt";

/// The bank of prompts.
pub static PROMPTS: Screen<()> = Screen::new(Place::Community, "community/prompts").tab(TAB);

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&PROMPTS];

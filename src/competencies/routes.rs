//! The screens of competencies: their addresses.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// What kinds and screens name the tab by.
pub const TAB: &str = "competencies";

/// The six competencies, and where one stands.
pub static COMPETENCIES: Screen<()> = Screen::new(Place::Community, "community/competencies").tab(TAB);
/// One of them, by its place.
pub static COMPETENCY: Screen<usize> = Screen::new(Place::Community, "community/competencies/:number").tab(TAB);

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&COMPETENCIES, &COMPETENCY];

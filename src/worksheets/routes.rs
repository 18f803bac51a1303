//! The screens of worksheets: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// What kinds and screens name the tab by.
pub const TAB: &str = "worksheet";

/// A screen of worksheets.
const fn screen<V>(pattern: &'static str) -> Screen<V> {
    Screen::new(Place::Community, pattern).tab(TAB)
}

/// The worksheets there are, and those that were filled in.
pub static WORKSHEETS: Screen<()> = screen("community/worksheets");
/// A worksheet that comes with the app, by its place among them.
pub static READY: Screen<usize> = screen("community/worksheets/:number");
/// A worksheet being filled in.
pub static FILL: Screen<Id> = screen("community/worksheets/fill/:id");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&WORKSHEETS, &READY, &FILL];

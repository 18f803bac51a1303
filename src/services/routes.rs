//! The screens of the directory of services: their addresses.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// What the screen and its tab are named by.
pub const FIND_TAB: &str = "find";

/// Three answers to what somebody needs.
pub static FIND: Screen<()> = Screen::new(Place::Directory, "directory/help").tab(FIND_TAB);

/// The same for a need that was heard: where, and which, by their places among those that there are.
pub static HEARD: Screen<(usize, usize)> =
    Screen::new(Place::Directory, "directory/help/:number/:number").tab(FIND_TAB).aside();

/// What referrals add up to.
pub static REFERRALS: Screen<()> = Screen::new(Place::Reports, "reports/referrals");

/// Files of the directory, in and out.
pub static FILES: Screen<()> = Screen::new(Place::Directory, "directory/files").tab(FIND_TAB);

/// Services are verified by phone, one after the other.
pub static VERIFY: Screen<()> = Screen::new(Place::Directory, "directory/verify").tab(FIND_TAB);

/// The directory on paper.
pub static PAPER: Screen<()> = Screen::new(Place::Directory, "directory/paper").tab(FIND_TAB);

/// Those of paper.
pub static OF_PAPER: &[&dyn AnyScreen] = &[&PAPER];

/// Those of files.
pub static OF_FILES: &[&dyn AnyScreen] = &[&FILES];

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&FIND, &VERIFY, &HEARD, &REFERRALS];

//! The screens of findings: their addresses.

use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// What was found out.
pub static FINDINGS: Screen<()> = Screen::new(Place::Reports, "reports/findings");
/// The report of what was found out.
pub static REPORT: Screen<()> = Screen::new(Place::Reports, "reports/findings/report");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&FINDINGS, &REPORT];

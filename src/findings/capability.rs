//! Findings, each with its receipts.

use super::kinds::finding::{COUNTED, FINDING, RECEIPT};
#[cfg(target_arch = "wasm32")]
use super::screens as findings;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation};
use crate::ui::route::Place;
use crate::ui::screen::{AnyScreen, Screen};
use crate::{drawn, pages, views};
#[cfg(target_arch = "wasm32")]
use leptos::prelude::IntoAny;

const HERE: Presentation = Presentation::at(Place::Reports);

static KINDS: &[(&Kind, Presentation)] =
    &[(&FINDING, HERE.below(views![findings::receipts])), (&RECEIPT, HERE), (&COUNTED, HERE)];

/// Findings, each with its receipts.
pub static FINDINGS: Capability =
    Capability::new("findings", KINDS).report_ways(pages![findings::way]).screens(routes::ALL);

/// The screens of findings.
pub mod routes {
    use super::*;

    /// What was found out.
    pub static FINDINGS: Screen<()> =
        Screen::new(Place::Reports, "reports/findings", drawn![|ui, ()| findings::screen(ui).into_any()]);
    /// The report of what was found out.
    pub static REPORT: Screen<()> = Screen::new(
        Place::Reports,
        "reports/findings/report",
        drawn![|ui, ()| findings::report::screen(ui).into_any()],
    );

    pub(crate) static ALL: &[&dyn AnyScreen] = &[&FINDINGS, &REPORT];
}

//! Findings, each with its receipts.

use super::kinds::finding::{COUNTED, FINDING, RECEIPT};
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as findings;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Shows};
use crate::ui::route::Place;
use crate::work::consent::CONSENT;
use crate::{pages, shows, views};

const HERE: Presentation = Presentation::at(Place::Reports);

static KINDS: &[(&Kind, Presentation)] =
    &[(&FINDING, HERE.below(views![findings::receipts])), (&RECEIPT, HERE), (&COUNTED, HERE)];

static SCREENS: &[Shows] = shows![
    routes::FINDINGS => |ui, ()| findings::screen(ui),
    routes::REPORT => |ui, ()| findings::report::screen(ui),
];

/// Findings, each with its receipts.
pub static FINDINGS: Capability =
    Capability::new("findings", KINDS).report_ways(pages![findings::way]).screens(SCREENS).policies(&[&CONSENT]);

//! Findings, each with its receipts.

use crate::domain::kind::Kind;
use crate::kinds::finding::{COUNTED, FINDING, RECEIPT};
use crate::ui::capability::{Capability, Presentation};
use crate::ui::route::Place;
#[cfg(target_arch = "wasm32")]
use crate::ui::screens::findings;
use crate::{pages, views};

const HERE: Presentation = Presentation::at(Place::Reports);

static KINDS: &[(&Kind, Presentation)] =
    &[(&FINDING, HERE.below(views![findings::receipts])), (&RECEIPT, HERE), (&COUNTED, HERE)];

/// Findings, each with its receipts.
pub static FINDINGS: Capability = Capability::new("findings", KINDS).report_ways(pages![findings::way]);

//! Findings, each with its receipts.

use super::kinds::finding::{COUNTED, FINDING, RECEIPT};
use super::{routes, views};
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation};
use crate::ui::route::Place;
use crate::work::consent::CONSENT;

const HERE: Presentation = Presentation::at(Place::Reports);

static KINDS: &[(&Kind, Presentation)] =
    &[(&FINDING, HERE.found_on(routes::FINDINGS.route())), (&RECEIPT, HERE), (&COUNTED, HERE)];

/// Findings, each with its receipts.
pub static FINDINGS: Capability =
    Capability::new("findings", KINDS).in_reports().screens(routes::ALL).views(&views::VIEWS).policies(&[&CONSENT]);

//! Competencies: under Community. Nothing of them stands anywhere else.

use super::kinds::{ASSESSMENT, ASSESSMENT_POINT, EVIDENCE};
use super::routes::{self, TAB};
use super::views;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route};
use crate::work::consent::CONSENT;

const FRONT: Route = routes::COMPETENCIES.route();
const HERE: Presentation = Presentation::at(Place::Community).tab(TAB).found_on(FRONT).no_timelines().drafts_unlisted();

static KINDS: &[(&Kind, Presentation)] = &[(&ASSESSMENT, HERE), (&ASSESSMENT_POINT, HERE), (&EVIDENCE, HERE)];

/// Competencies as a self-assessment.
pub static COMPETENCIES: Capability = Capability::new("competencies", KINDS)
    .tabs(&[Tab { id: TAB, place: Place::Community, name: words::COMPETENCIES, to: FRONT }])
    .palette(&[Way { name: words::COMPETENCIES, to: FRONT }])
    .screens(routes::ALL)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

//! Prompts: under Community.

use super::kinds::{PROMPT, PROMPT_USE};
use super::routes::{self, TAB};
use super::views;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route};
use crate::work::consent::CONSENT;

const BANK: Route = routes::PROMPTS.route();
const HERE: Presentation = Presentation::at(Place::Community).tab(TAB);

static KINDS: &[(&Kind, Presentation)] =
    &[(&PROMPT, HERE.found_on(BANK)), (&PROMPT_USE, HERE.found_on(BANK).offered_on_detail())];

/// Prompts and icebreakers.
pub static PROMPTS: Capability = Capability::new("prompts", KINDS)
    .tabs(&[Tab { id: TAB, place: Place::Community, name: words::PROMPTS, to: BANK }])
    .palette(&[Way { name: words::PROMPTS, to: BANK }])
    .screens(routes::ALL)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

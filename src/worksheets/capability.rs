//! Worksheets: under Community, and where they help: on the pages of events, of partners that were not heard from, and of
//! findings; and on Today before an event.

use super::kinds::sheet::{SHEET, SHEET_ANSWER};
use super::kinds::worksheet::{WORKSHEET, WORKSHEET_VERSION};
use super::routes::{self, TAB};
use super::views;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route};
use crate::work::consent::CONSENT;

const HERE: Presentation = Presentation::at(Place::Community).tab(TAB);
const ALL_WORKSHEETS: Route = routes::WORKSHEETS.route();

static KINDS: &[(&Kind, Presentation)] = &[
    (&WORKSHEET, HERE.found_on(ALL_WORKSHEETS)),
    (&WORKSHEET_VERSION, HERE),
    (&SHEET, HERE.found_on(ALL_WORKSHEETS).no_timelines()),
    (&SHEET_ANSWER, HERE),
];

/// Worksheets, and what was written on them.
pub static WORKSHEETS: Capability = Capability::new("worksheets", KINDS)
    .tabs(&[Tab { id: TAB, place: Place::Community, name: words::WORKSHEETS, to: ALL_WORKSHEETS }])
    .palette(&[Way { name: words::WORKSHEETS, to: ALL_WORKSHEETS }])
    .screens(routes::ALL)
    .today(&views::TODAY)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

/// Worksheets where they help: what stands on the pages of others is loaded with those, and their own screens are not.
pub static WORKSHEETS_AT_HAND: Capability = Capability::new("worksheets_at_hand", &[])
    .on_details_of(&["partner", "event", "finding"])
    .views(&views::VIEWS_AT_HAND);

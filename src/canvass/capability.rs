//! Canvassing: doors, what happened at them, and what is asked there.

use super::kinds::door::DOOR;
use super::kinds::door_list::DOOR_LIST;
use super::kinds::turf::TURF;
use super::kinds::visit::VISIT;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as canvass;
use super::views;
use super::words;
use crate::drawn;
use crate::model::kind::Kind;
use crate::model::question::QUESTION;
use crate::ui::capability::{Capability, Opens, Presentation, Start, Tab, Way};
use crate::ui::route::{Place, Route};
use crate::work::consent::CONSENT;

const OUTREACH: Place = Place::Outreach;
const HERE: Presentation = Presentation::at(OUTREACH).tab("canvass");

static KINDS: &[(&Kind, Presentation)] = &[
    (&DOOR, HERE.worked_on(drawn![canvass::street::at])),
    (&VISIT, HERE),
    (&DOOR_LIST, HERE),
    (&TURF, HERE),
    (&QUESTION, HERE),
];

static FRONTS: &[(Place, Route)] = &[(OUTREACH, routes::STREETS.route())];
static TABS: &[Tab] = &[Tab { id: "canvass", place: OUTREACH, name: words::CANVASS, to: routes::STREETS.route() }];

/// Without any door, a walk begins with their addresses.
const WALK: Opens = Opens::Over(&DOOR, routes::STREETS.route(), &Opens::Screen(routes::ADDRESSES.route()));

/// Canvassing: doors, what happened at them, and what is asked there.
pub static CANVASS: Capability = Capability::new("canvass", KINDS)
    .fronts(FRONTS)
    .tabs(TABS)
    .palette(&[Way { name: words::CANVASS, to: routes::STREETS.route() }])
    .starts(&[Start { name: words::WALK_A_STREET, opens: WALK }])
    .screens(routes::ALL)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

//! Canvassing: doors, what happened at them, and what is asked there.

use super::kinds::door::DOOR;
use super::kinds::door_list::DOOR_LIST;
use super::kinds::turf::TURF;
use super::kinds::visit::VISIT;
#[cfg(target_arch = "wasm32")]
use super::kinds::visit::fields as visit;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as canvass;
use super::words;
use crate::model::kind::Kind;
use crate::model::question::QUESTION;
use crate::ui::capability::{Capability, Presentation, Shows, Tab};
use crate::ui::route::{Place, Route};
use crate::work::consent::CONSENT;
use crate::{drawn, shows};

const OUTREACH: Place = Place::Outreach;
const HERE: Presentation = Presentation::at(OUTREACH).tab("canvass");

static KINDS: &[(&Kind, Presentation)] = &[
    (&DOOR, HERE.worked_on(drawn![canvass::street::at])),
    (&VISIT, HERE.after(drawn![|ui, _, links| Some(canvass::street::after(ui, links(visit::DOOR.key())?))])),
    (&DOOR_LIST, HERE),
    (&TURF, HERE.after(drawn![|_, turf, _| Some(routes::TURF.at(turf))])),
    (&QUESTION, HERE.heading(drawn![canvass::guide::reworded]).back(drawn![canvass::guide::back])),
];

static FRONTS: &[(Place, Route)] = &[(OUTREACH, routes::STREETS.route())];
static TABS: &[Tab] = &[Tab { id: "canvass", place: OUTREACH, name: words::CANVASS, to: routes::STREETS.route() }];

static SCREENS: &[Shows] = shows![
    routes::STREETS => |ui, ()| canvass::screen(ui),
    routes::STREET => |ui, (street, _)| canvass::street::screen(ui, street),
    routes::TURF => canvass::turf::screen,
    routes::ADDRESSES => |ui, ()| canvass::add::screen(ui),
    routes::GUIDE => |ui, ()| canvass::guide::screen(ui),
    routes::SAME_DOORS => |ui, ()| canvass::same::screen(ui),
    routes::HEARD => |ui, ()| canvass::heard::screen(ui),
];

/// Canvassing: doors, what happened at them, and what is asked there.
pub static CANVASS: Capability = Capability::new("canvass", KINDS)
    .fronts(FRONTS)
    .tabs(TABS)
    .screens(SCREENS)
    .practice(crate::canvass::practice::notes)
    .policies(&[&CONSENT]);

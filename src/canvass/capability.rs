//! Canvassing: doors, what happened at them, and what is asked there.

use super::kinds::door::DOOR;
use super::kinds::door_list::DOOR_LIST;
use super::kinds::turf::TURF;
use super::kinds::visit::VISIT;
#[cfg(target_arch = "wasm32")]
use super::screens as canvass;
use super::words;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::question::QUESTION;
use crate::ui::capability::{Capability, Presentation, Tab};
use crate::ui::route::{Place, Route};
use crate::ui::screen::{AnyScreen, Screen};
use crate::{drawn, views};
#[cfg(target_arch = "wasm32")]
use leptos::prelude::IntoAny;

const OUTREACH: Place = Place::Outreach;
const HERE: Presentation = Presentation::at(OUTREACH).tab("canvass");

static KINDS: &[(&Kind, Presentation)] = &[
    (&DOOR, HERE.worked_on(drawn![canvass::street::at])),
    (&VISIT, HERE.after(drawn![|ui, _, links| Some(canvass::street::after(ui, links("door")?))])),
    (&DOOR_LIST, HERE),
    (&TURF, HERE.after(drawn![|_, turf, _| Some(routes::TURF.at(turf))])),
    (&QUESTION, HERE.heading(drawn![canvass::guide::reworded]).back(drawn![canvass::guide::back])),
];

static FRONTS: &[(Place, Route)] = &[(OUTREACH, routes::STREETS.route())];
static TABS: &[Tab] = &[Tab { id: "canvass", place: OUTREACH, name: words::CANVASS, to: routes::STREETS.route() }];

/// Canvassing: doors, what happened at them, and what is asked there.
pub static CANVASS: Capability =
    Capability::new("canvass", KINDS).fronts(FRONTS).tabs(TABS).screens(routes::ALL).practice(super::practice::notes);

/// The screens of canvassing.
pub mod routes {
    use super::*;

    /// The streets to canvass.
    pub static STREETS: Screen<()> =
        Screen::new(OUTREACH, "outreach/canvass", drawn![|ui, ()| canvass::screen(ui).into_any()]).tab("canvass");
    /// A street, and the door where one stands: another door of it is no new screen.
    pub static STREET: Screen<(Id, Option<Id>)> = Screen::new(
        OUTREACH,
        "outreach/canvass/:id/:id?",
        drawn![|ui, (street, _)| canvass::street::screen(ui, street).into_any()],
    )
    .tab("canvass")
    .stays();
    /// A turf.
    pub static TURF: Screen<Id> =
        Screen::new(OUTREACH, "outreach/canvass/turf/:id", views![canvass::turf::screen]).tab("canvass");
    /// Addresses come in.
    pub static ADDRESSES: Screen<()> =
        Screen::new(OUTREACH, "outreach/canvass/addresses", drawn![|ui, ()| canvass::add::screen(ui).into_any()])
            .tab("canvass");
    /// What is asked at the doors.
    pub static GUIDE: Screen<()> =
        Screen::new(OUTREACH, "outreach/canvass/guide", drawn![|ui, ()| canvass::guide::screen(ui).into_any()])
            .tab("canvass");
    /// Doors that may be one.
    pub static SAME_DOORS: Screen<()> =
        Screen::new(OUTREACH, "outreach/canvass/same", drawn![|ui, ()| canvass::same::screen(ui).into_any()])
            .tab("canvass");
    /// What was heard at the doors.
    pub static HEARD: Screen<()> =
        Screen::new(OUTREACH, "outreach/canvass/heard", drawn![|ui, ()| canvass::heard::screen(ui).into_any()])
            .tab("canvass");

    pub(crate) static ALL: &[&dyn AnyScreen] = &[&STREETS, &STREET, &TURF, &ADDRESSES, &GUIDE, &SAME_DOORS, &HEARD];
}

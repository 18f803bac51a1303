//! What canvassing draws: loaded when somebody first goes there.

use super::kinds::turf::TURF;
use super::kinds::visit::VISIT;
#[cfg(target_arch = "wasm32")]
use super::kinds::visit::fields as visit;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as canvass;
use crate::model::kind::Kind;
use crate::model::question::QUESTION;
use crate::ui::capability::{KindViews, Shows, Views};
use crate::{chunk, drawn, shows};

const NOTHING: KindViews = KindViews::new();

static KINDS: &[(&Kind, KindViews)] = &[
    (
        &VISIT,
        NOTHING
            .heading(drawn![canvass::visit_heading])
            .hints(drawn![(visit::NEEDS.key(), canvass::needs_heard)])
            .after(drawn![|ui, _, links| Some(canvass::street::after(ui, links(visit::DOOR.key())?))]),
    ),
    (&TURF, NOTHING.after(drawn![|_, turf, _| Some(routes::TURF.at(turf))])),
    (&QUESTION, NOTHING.heading(drawn![canvass::guide::reworded]).back(drawn![canvass::guide::back])),
];

static SCREENS: &[Shows] = shows![
    routes::STREETS => |ui, ()| canvass::screen(ui),
    routes::STREET => |ui, (street, _)| canvass::street::screen(ui, street),
    routes::TURF => canvass::turf::screen,
    routes::ADDRESSES => |ui, ()| canvass::add::screen(ui),
    routes::GUIDE => |ui, ()| canvass::guide::screen(ui),
    routes::SAME_DOORS => |ui, ()| canvass::same::screen(ui),
    routes::HEARD => |ui, ()| canvass::heard::screen(ui),
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS);

chunk! {
    /// What canvassing draws.
    pub static VIEWS: Views = canvass => DRAWN;
}

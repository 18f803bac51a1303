//! Canvassing: doors, what happened at them, and what is asked there.

use crate::domain::kind::Kind;
use crate::drawn;
use crate::kinds::door::DOOR;
use crate::kinds::door_list::DOOR_LIST;
use crate::kinds::question::QUESTION;
use crate::kinds::turf::TURF;
use crate::kinds::visit::VISIT;
use crate::ui::canvass_words as words;
use crate::ui::capability::{Capability, Presentation, Tab};
use crate::ui::route::{Place, Route};
#[cfg(target_arch = "wasm32")]
use crate::ui::screens::canvass;

const HERE: Presentation = Presentation::at(Place::Outreach).tab("canvass");

static KINDS: &[(&Kind, Presentation)] = &[
    (&DOOR, HERE.worked_on(drawn![canvass::street::at])),
    (&VISIT, HERE.after(drawn![|ui, _, links| Some(canvass::street::after(ui, links("door")?))])),
    (&DOOR_LIST, HERE),
    (&TURF, HERE.after(drawn![|_, turf, _| Some(Route::Turf(turf))])),
    (&QUESTION, HERE.heading(drawn![canvass::guide::reworded]).back(drawn![canvass::guide::back])),
];

/// Canvassing: doors, what happened at them, and what is asked there.
pub static CANVASS: Capability = Capability::new("canvass", KINDS)
    .fronts(&[(Place::Outreach, Route::Canvass)])
    .tabs(&[Tab { id: "canvass", place: Place::Outreach, name: words::CANVASS, to: Route::Canvass }]);

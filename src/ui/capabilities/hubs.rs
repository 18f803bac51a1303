//! Access hubs: what lies on their tables, and who staffs them.

use crate::domain::kind::Kind;
use crate::kinds::hub::HUB;
use crate::kinds::hub_visit::HUB_VISIT;
use crate::kinds::item::{ITEM, SHELF};
use crate::kinds::movement::{COUNT, MOVEMENT};
use crate::kinds::posting::POSTING;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::hub_words as words;
use crate::ui::route::{Place, Route, View};
#[cfg(target_arch = "wasm32")]
use crate::ui::screens::hub;
use crate::{drawn, pages, views};

const HERE: Presentation = Presentation::at(Place::Community).tab("hub");
const ALL_HUBS: Route = Route::Records("hub", View::List);

static KINDS: &[(&Kind, Presentation)] = &[
    (
        &HUB,
        HERE.buttons(views![hub::deeds])
            .above(views![hub::health, hub::tables, hub::board::section])
            .actions(views![hub::actions]),
    ),
    (&ITEM, Presentation::at(Place::Community).tab("item")),
    (&SHELF, HERE.back(drawn![hub::back_to_hub])),
    (&MOVEMENT, HERE.back(drawn![hub::back_to_item])),
    (&COUNT, HERE),
    (&POSTING, HERE.back(drawn![hub::back_to_hub])),
    (&HUB_VISIT, HERE),
];

static TABS: &[Tab] = &[
    Tab { id: "hub", place: Place::Community, name: words::HUBS, to: ALL_HUBS },
    Tab { id: "item", place: Place::Community, name: ITEM.plural, to: Route::Records("item", View::List) },
];

/// Access hubs: what lies on their tables, and who staffs them.
pub static HUBS: Capability = Capability::new("hubs", KINDS)
    .tabs(TABS)
    .palette(&[Way { name: words::HUBS, to: ALL_HUBS }])
    .today(drawn![hub::care::on_today])
    .reports(pages![hub::care::reports]);

//! Access hubs: what lies on their tables, and who staffs them.

use super::kinds::hub::HUB;
use super::kinds::hub_visit::HUB_VISIT;
use super::kinds::item::{ITEM, SHELF};
use super::kinds::movement::{COUNT, MOVEMENT};
use super::kinds::posting::POSTING;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as hub;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Shows, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::work::consent::CONSENT;
use crate::{drawn, pages, shows, views};

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
    (&SHELF, HERE.back(drawn![hub::back_from_shelf])),
    (&MOVEMENT, HERE.back(drawn![hub::back_to_item])),
    (&COUNT, HERE),
    (&POSTING, HERE.back(drawn![hub::back_from_posting])),
    (&HUB_VISIT, HERE),
];

static TABS: &[Tab] = &[
    Tab { id: "hub", place: Place::Community, name: words::HUBS, to: ALL_HUBS },
    Tab { id: "item", place: Place::Community, name: ITEM.plural, to: Route::Records("item", View::List) },
];

static SCREENS: &[Shows] = shows![
    routes::COUNT => hub::count::screen,
    routes::RESTOCK => hub::restock::screen,
    routes::TIME => hub::time::screen,
    routes::ITEM => |ui, (hub, item)| hub::item::screen(ui, hub, item),
];

/// Access hubs: what lies on their tables, and who staffs them.
pub static HUBS: Capability = Capability::new("hubs", KINDS)
    .tabs(TABS)
    .palette(&[Way { name: words::HUBS, to: ALL_HUBS }])
    .today(drawn![hub::care::on_today])
    .reports(pages![hub::care::reports])
    .screens(SCREENS)
    .practice(crate::hubs::practice::notes)
    .policies(&[&CONSENT]);

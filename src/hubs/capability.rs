//! Access hubs: what lies on their tables, and who staffs them.

use super::kinds::hub::HUB;
use super::kinds::hub_visit::HUB_VISIT;
use super::kinds::item::{ITEM, SHELF};
use super::kinds::movement::{COUNT, MOVEMENT};
use super::kinds::posting::POSTING;
#[cfg(target_arch = "wasm32")]
use super::screens as hub;
use super::words;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::ui::screen::{AnyScreen, Screen, ScreenView};
use crate::{drawn, pages, views};
#[cfg(target_arch = "wasm32")]
use leptos::prelude::IntoAny;

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
    .reports(pages![hub::care::reports])
    .screens(routes::ALL)
    .practice(super::practice::notes);

/// The screens of hubs.
pub mod routes {
    use super::*;

    /// A screen of hubs.
    const fn screen<V>(pattern: &'static str, view: &'static [ScreenView<V>]) -> Screen<V> {
        Screen::new(Place::Community, pattern, view).tab("hub")
    }

    /// The count of a hub.
    pub static COUNT: Screen<Id> = screen("community/hub/:id/count", views![hub::count::screen]);
    /// What to bring to a hub.
    pub static RESTOCK: Screen<Id> = screen("community/hub/:id/restock", views![hub::restock::screen]);
    /// Somebody staffs a hub.
    pub static TIME: Screen<Id> = screen("community/hub/:id/time", views![hub::time::screen]);
    /// An item at a hub: the hub, and the item.
    pub static ITEM: Screen<(Id, Id)> =
        screen("community/hub/:id/item/:id", drawn![|ui, (hub, item)| hub::item::screen(ui, hub, item).into_any()]);

    pub(crate) static ALL: &[&dyn AnyScreen] = &[&COUNT, &RESTOCK, &TIME, &ITEM];
}

//! The screens of hubs: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// A screen of hubs.
const fn screen<V>(pattern: &'static str) -> Screen<V> {
    Screen::new(Place::Community, pattern).tab("hub")
}

/// The count of a hub.
pub static COUNT: Screen<Id> = screen("community/hub/:id/count");
/// What to bring to a hub.
pub static RESTOCK: Screen<Id> = screen("community/hub/:id/restock");
/// Somebody staffs a hub.
pub static TIME: Screen<Id> = screen("community/hub/:id/time");
/// An item at a hub: the hub, and the item.
pub static ITEM: Screen<(Id, Id)> = screen("community/hub/:id/item/:id");

/// Items are put on the tables of a hub.
pub static ADD_ITEMS: Screen<Id> = screen("community/hub/:id/add");

/// All of them.
pub static ALL: &[&dyn AnyScreen] = &[&ADD_ITEMS, &COUNT, &RESTOCK, &TIME, &ITEM];

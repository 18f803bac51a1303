//! What access hubs draw: loaded when somebody first goes there.

use super::kinds::hub::HUB;
use super::kinds::item::SHELF;
use super::kinds::movement::MOVEMENT;
use super::kinds::posting::POSTING;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as hub;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, OnToday, Shows, Views};
use crate::{chunk, drawn, pages, shows, views};

const NOTHING: KindViews = KindViews::new();

static KINDS: &[(&Kind, KindViews)] = &[
    (
        &HUB,
        NOTHING
            .buttons(views![hub::start_shift, hub::add_items, hub::copy])
            .above(views![hub::health, hub::tables, hub::board::section])
            .actions(views![hub::actions]),
    ),
    (&SHELF, NOTHING.back(drawn![hub::back_from_shelf])),
    (&MOVEMENT, NOTHING.back(drawn![hub::back_to_item])),
    (&POSTING, NOTHING.back(drawn![hub::back_from_posting])),
];

static SCREENS: &[Shows] = shows![
    routes::ADD_ITEMS => hub::add::screen,
    routes::COUNT => hub::count::screen,
    routes::RESTOCK => hub::restock::screen,
    routes::TIME => hub::time::screen,
    routes::ITEM => |ui, (hub, item)| hub::item::screen(ui, hub, item),
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS).reports(pages![hub::care::reports]);

chunk! {
    /// What access hubs draw.
    pub static VIEWS: Views = hubs => DRAWN;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![hub::care::on_today] };

chunk! {
    /// What access hubs put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

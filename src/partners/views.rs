//! What partners draw: loaded with the screens that show records of all kinds.

use super::kinds::contact::CONTACT;
#[cfg(target_arch = "wasm32")]
use super::kinds::contact::fields as contact;
use super::kinds::partner::PARTNER;
#[cfg(target_arch = "wasm32")]
use super::screens as partners;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, OnToday, Views};
#[cfg(target_arch = "wasm32")]
use crate::ui::route::{Route, View};
use crate::{chunk, drawn, pages, views};

const NOTHING: KindViews = KindViews::new();

static KINDS: &[(&Kind, KindViews)] = &[
    (
        &PARTNER,
        NOTHING
            .chips(views![partners::days_since_contact])
            .above(views![partners::next_steps])
            .history(drawn![partners::status_history]),
    ),
    (
        &CONTACT,
        NOTHING
            .under_title(views![partners::with_whom])
            .back(drawn![|_, links| Some(Route::Records(PARTNER.id, View::One(links(contact::PARTNER.key())?)))]),
    ),
];

static DRAWN: Views = Views::new().kinds(KINDS).reports(pages![partners::reports]);

chunk! {
    /// What partners draw.
    pub static VIEWS: Views = records => DRAWN;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![partners::going_quiet] };

chunk! {
    /// What partners put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

//! What asks draw: loaded with the screens that show records of all kinds.

use super::ask::ASK;
#[cfg(target_arch = "wasm32")]
use super::ask::fields as ask;
#[cfg(target_arch = "wasm32")]
use super::screens as asks;
use crate::model::kind::Kind;
#[cfg(target_arch = "wasm32")]
use crate::partners::PARTNER;
use crate::ui::capability::{KindViews, OnToday, Views};
#[cfg(target_arch = "wasm32")]
use crate::ui::route::{Route, View};
use crate::{chunk, drawn, views};

static KINDS: &[(&Kind, KindViews)] = &[(
    &ASK,
    KindViews::new().back(drawn![|_, links| Some(Route::Records(PARTNER.id, View::One(links(ask::PARTNER.key())?)))]),
)];

static DRAWN: Views = Views::new().kinds(KINDS).on_details(&[("partner", views![asks::give_and_get])]);

chunk! {
    /// What asks draw.
    pub static VIEWS: Views = records => DRAWN;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![asks::thanks_owed] };

chunk! {
    /// What asks put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

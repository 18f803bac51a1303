//! What asks draw: loaded with the screens that show records of all kinds.

use super::ask::ASK;
#[cfg(target_arch = "wasm32")]
use super::ask::fields as ask;
#[cfg(target_arch = "wasm32")]
use super::screens as asks;
use crate::model::kind::Kind;
#[cfg(target_arch = "wasm32")]
use crate::partners::{PARTNER, asked_not_to_be_contacted};
#[cfg(target_arch = "wasm32")]
use crate::ui::capability::Links;
use crate::ui::capability::{KindViews, OnToday, Views};
#[cfg(target_arch = "wasm32")]
use crate::ui::context::Ui;
#[cfg(target_arch = "wasm32")]
use crate::ui::route::{Route, View};
use crate::{chunk, drawn, views};

/// The form of an ask leads back to the event for which it was begun there, and otherwise to the partner.
#[cfg(target_arch = "wasm32")]
fn back(ui: Ui, links: Links<'_>) -> Option<Route> {
    let begun = ui.form_begun_on(|page| links(ask::EVENT.key()) == Some(page));
    begun.or_else(|| Some(Route::Records(PARTNER.id, View::One(links(ask::PARTNER.key())?))))
}

static KINDS: &[(&Kind, KindViews)] = &[(
    &ASK,
    KindViews::new()
        .hints(drawn![
            (ask::PARTNER.key(), |form| asked_not_to_be_contacted(form, ask::PARTNER)),
            (ask::PARTNER.key(), asks::asked_lately)
        ])
        .back(drawn![back]),
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

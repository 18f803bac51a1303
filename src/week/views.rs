//! What the week draws: loaded when somebody first goes there.

use super::kinds::TASK;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as week;
use crate::model::kind::Kind;
#[cfg(target_arch = "wasm32")]
use crate::ui::capability::Links;
use crate::ui::capability::{KindViews, OnToday, Shows, Views};
#[cfg(target_arch = "wasm32")]
use crate::ui::context::Ui;
#[cfg(target_arch = "wasm32")]
use crate::ui::route::Route;
use crate::{chunk, drawn, shows, views};

/// The form of a task leads back to the page of the week, unless it was begun on a record that it is about.
#[cfg(target_arch = "wasm32")]
fn back(ui: Ui, links: Links<'_>) -> Option<Route> {
    let linked = |page| TASK.links().any(|(link, _)| links(link) == Some(page));
    ui.form_begun_on(linked).or_else(|| Some(routes::WEEK.route()))
}

static KINDS: &[(&Kind, KindViews)] =
    &[(&TASK, KindViews::new().back(drawn![back]).below(views![week::made::section]))];

static SCREENS: &[Shows] = shows![
    routes::WEEK => week::page::screen,
    routes::FOLLOW_UPS => week::follow_ups::screen,
    routes::PASTE => week::paste::screen,
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS);

chunk! {
    /// What the week draws.
    pub static VIEWS: Views = week => DRAWN;
}

static AT_HAND: Views = Views::new().on_details(&[("event", views![week::at_hand::event])]);

chunk! {
    /// What stands of the week on the pages of others.
    pub static VIEWS_AT_HAND: Views = records => AT_HAND;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![week::today::this_week] };

chunk! {
    /// What the week puts on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

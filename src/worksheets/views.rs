//! What worksheets draw: loaded when somebody first goes there.

use super::kinds::sheet::{SHEET, SHEET_ANSWER};
use super::kinds::worksheet::WORKSHEET;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as worksheets;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, OnToday, Shows, Views};
use crate::{chunk, drawn, shows, views};

const NOTHING: KindViews = KindViews::new();

static KINDS: &[(&Kind, KindViews)] = &[
    (&WORKSHEET, NOTHING.above(views![worksheets::form::of_team])),
    (&SHEET, NOTHING.above(views![worksheets::read::section]).back(drawn![worksheets::back_to_sheet])),
    (&SHEET_ANSWER, NOTHING.back(drawn![worksheets::back_of_answer])),
];

static SCREENS: &[Shows] = shows![
    routes::WORKSHEETS => |ui, ()| worksheets::screen(ui),
    routes::READY => worksheets::form::ready,
    routes::FILL => worksheets::fill::screen,
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS);

chunk! {
    /// What worksheets draw.
    pub static VIEWS: Views = worksheets => DRAWN;
}

static AT_HAND: Views = Views::new().on_details(&[
    ("partner", views![worksheets::at_hand::partner]),
    ("event", views![worksheets::at_hand::event]),
    ("finding", views![worksheets::at_hand::finding]),
]);

chunk! {
    /// What stands of worksheets on the pages of others.
    pub static VIEWS_AT_HAND: Views = records => AT_HAND;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![worksheets::to_prepare::section] };

chunk! {
    /// What worksheets put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

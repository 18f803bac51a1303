//! What findings draw: loaded when somebody first goes there.

use super::kinds::finding::FINDING;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as findings;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, Shows, Views};
use crate::{chunk, pages, shows, views};

static KINDS: &[(&Kind, KindViews)] = &[(&FINDING, KindViews::new().below(views![findings::receipts]))];

static SCREENS: &[Shows] = shows![
    routes::FINDINGS => |ui, ()| findings::screen(ui),
    routes::REPORT => |ui, ()| findings::report::screen(ui),
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS).report_ways(pages![findings::way]);

chunk! {
    /// What findings draw.
    pub static VIEWS: Views = findings => DRAWN;
}

//! What competencies draw: loaded when somebody first goes there, with worksheets.

use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as competencies;
use crate::ui::capability::{Shows, Views};
use crate::{chunk, shows};

static SCREENS: &[Shows] = shows![
    routes::COMPETENCIES => |ui, ()| competencies::screen(ui),
    routes::COMPETENCY => competencies::one::screen,
];

static DRAWN: Views = Views::new().screens(SCREENS);

chunk! {
    /// What competencies draw.
    pub static VIEWS: Views = worksheets => DRAWN;
}

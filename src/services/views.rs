//! What the directory of services draws: loaded when somebody first asks for help.

use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as services;
use crate::ui::capability::{Shows, Views};
use crate::{chunk, shows};

static SCREENS: &[Shows] = shows![routes::FIND => services::find];

static DRAWN: Views = Views::new().screens(SCREENS);

chunk! {
    /// What the directory of services draws.
    pub static VIEWS: Views = services => DRAWN;
}

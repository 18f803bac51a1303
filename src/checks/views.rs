//! What health checks draw: loaded with the screens that show records of all kinds.

use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as checks;
use crate::ui::capability::{OnToday, Shows, Views};
use crate::{chunk, drawn, shows};

static SCREENS: &[Shows] = shows![
    routes::REVIEW => checks::review::screen,
    routes::OPPORTUNITIES => checks::opportunities::screen,
    routes::HUBS => checks::put_off::hubs,
];

static DRAWN: Views = Views::new().screens(SCREENS);

chunk! {
    /// What health checks draw.
    pub static VIEWS: Views = records => DRAWN;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![checks::on_today] };

chunk! {
    /// What health checks put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}

//! The directory on paper: a part of its own, loaded when somebody prints it.

use super::words;
use crate::services::routes;
use crate::ui::capability::{Capability, Shows, Views, Way};
use crate::{chunk, shows};

#[cfg(target_arch = "wasm32")]
use super::screens as printed_directory;

static SCREENS: &[Shows] = shows![routes::PAPER => printed_directory::screen];

static DRAWN: Views = Views::new().screens(SCREENS);

chunk! {
    /// What draws the directory on paper.
    pub static VIEWS: Views = printed_directory => DRAWN;
}

/// The directory on paper.
pub static PRINTED_DIRECTORY: Capability = Capability::new("printed_directory", &[])
    .palette(&[Way { name: words::PRINT, to: routes::PAPER.route() }])
    .screens(routes::OF_PAPER)
    .views(&VIEWS);

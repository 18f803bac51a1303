//! Files of the directory: a part of its own, for most teams never need it.

use super::words;
use crate::services::routes;
use crate::ui::capability::{Capability, Shows, Views, Way};
use crate::{chunk, shows};

#[cfg(target_arch = "wasm32")]
use super::screens as directory_files;

static SCREENS: &[Shows] = shows![routes::FILES => directory_files::screen];

static DRAWN: Views = Views::new().screens(SCREENS);

chunk! {
    /// What draws the files of the directory.
    pub static VIEWS: Views = directory_files => DRAWN;
}

/// Files of the directory.
pub static DIRECTORY_FILES: Capability = Capability::new("directory_files", &[])
    .palette(&[Way { name: words::FILES, to: routes::FILES.route() }])
    .screens(routes::OF_FILES)
    .views(&VIEWS);

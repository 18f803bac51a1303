//! The five places of the app.

use crate::model::text::Text;
use crate::ui::words;

/// One of the five places of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What matters today.
    Today,
    /// Canvassing, contacts; later interviews and events.
    Outreach,
    /// Partners, hubs, map.
    Community,
    /// What may be told to anyone.
    Directory,
    /// Counts and findings.
    Reports,
}

impl Place {
    /// All five, in the order of the navigation.
    pub const ALL: [Place; 5] = [Place::Today, Place::Outreach, Place::Community, Place::Directory, Place::Reports];

    /// What stands in the address.
    pub const fn path(self) -> &'static str {
        match self {
            Place::Today => "today",
            Place::Outreach => "outreach",
            Place::Community => "community",
            Place::Directory => "directory",
            Place::Reports => "reports",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Place::Today => words::TODAY,
            Place::Outreach => words::OUTREACH,
            Place::Community => words::COMMUNITY,
            Place::Directory => words::DIRECTORY,
            Place::Reports => words::REPORTS,
        }
    }
}

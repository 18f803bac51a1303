//! One file a screen. Those that are not needed from the start stand in five chunks: what shows records, what
//! decides between them, what looks after the tablet, what takes in lists from elsewhere, and what syncs.

pub mod conflicts;
pub mod day;
pub mod deleted;
pub mod detail;
pub mod directory;
pub mod duplicates;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod help;
pub mod places;
pub mod records;
pub mod reports;
pub mod settings;
pub mod sync;
pub mod today;
pub mod who;

use crate::chunk;
use crate::ui::capability::PageView;
use crate::ui::context::Ui;
use leptos::prelude::*;

/// What draws the screens that show records of all kinds.
pub struct OfRecords {
    /// The records of a kind.
    pub records: fn(Ui, &'static str) -> AnyView,
    /// What the notes add up to.
    pub reports: PageView,
    /// What may be told to anybody.
    pub directory: PageView,
    /// What was deleted.
    pub deleted: PageView,
}

static OF_RECORDS: OfRecords = OfRecords {
    records: |ui, kind| records::screen(ui, kind).into_any(),
    reports: |ui| reports::screen(ui).into_any(),
    directory: |ui| directory::screen(ui).into_any(),
    deleted: |ui| deleted::screen(ui).into_any(),
};

chunk! {
    /// The screens that show records of all kinds.
    pub static RECORDS: OfRecords = records => OF_RECORDS;
}

/// What draws the screens on which somebody decides between records.
pub struct OfDecisions {
    /// Where two people wrote different things.
    pub conflicts: PageView,
    /// What may be one thing.
    pub duplicates: PageView,
}

static OF_DECISIONS: OfDecisions = OfDecisions {
    conflicts: |ui| conflicts::screen(ui).into_any(),
    duplicates: |ui| duplicates::screen(ui).into_any(),
};

chunk! {
    /// The screens on which somebody decides between records.
    pub static DECISIONS: OfDecisions = decisions => OF_DECISIONS;
}

/// What draws the screens that look after the tablet.
pub struct OfTablet {
    /// Copies and storage.
    pub sync: PageView,
    /// Settings.
    pub settings: PageView,
    /// The end of a day.
    pub day: PageView,
    /// Help.
    pub help: PageView,
}

static OF_TABLET: OfTablet = OfTablet {
    sync: |ui| sync::screen(ui).into_any(),
    settings: |ui| settings::screen(ui).into_any(),
    day: |ui| day::screen(ui).into_any(),
    help: |ui| help::screen(ui).into_any(),
};

chunk! {
    /// The screens that look after the tablet.
    pub static TABLET: OfTablet = tablet => OF_TABLET;
}

/// What draws the screen that takes in lists from elsewhere.
pub struct OfSpreadsheets {
    /// A spreadsheet, an address book or a calendar comes in.
    pub table: PageView,
}

static OF_SPREADSHEETS: OfSpreadsheets = OfSpreadsheets { table: |ui| sync::table(ui).into_any() };

chunk! {
    /// The screen that takes in lists from elsewhere.
    pub static SPREADSHEETS: OfSpreadsheets = spreadsheets => OF_SPREADSHEETS;
}

//! Syncing: with which places, when, and the truth of what came of it. All of it stands in a chunk of its own, which is
//! loaded behind the first screen where a place is set up.

mod runner;
mod section;
mod setup;
mod tablets;
pub mod words;

use crate::chunk;
use crate::ui::capability::PageView;
use crate::ui::context::Ui;
use leptos::prelude::*;

/// What syncs, and what shows it.
pub struct OfPlaces {
    /// Begins to sync by itself, for as long as the page stands.
    pub begin: fn(Ui),
    /// What “Copies and storage” says of syncing.
    pub section: PageView,
    /// The tablets of the team, as they stand in the places.
    pub tablets: PageView,
    /// A place is set up, or changed.
    pub setup: PageView,
}

static OF_PLACES: OfPlaces = OfPlaces {
    begin: |ui| runner::Syncing::of(ui).begin(),
    section: |ui| section::view(ui).into_any(),
    tablets: |ui| tablets::view(ui).into_any(),
    setup: |ui| setup::screen(ui).into_any(),
};

chunk! {
    /// What syncs, and what shows it.
    pub static PLACES: OfPlaces = places => OF_PLACES;
}

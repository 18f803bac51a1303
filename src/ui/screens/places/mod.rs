//! Syncing: with which places, when, and the truth of what came of it. All of it stands in a chunk of its own, which is
//! loaded behind the first screen where a place is set up.

mod runner;
mod section;
mod setup;
mod tablets;
pub mod words;

use crate::chunk;
use crate::ports::{MakeOutside, Outside, PlaceError};
use crate::ui::capability::PageView;
use crate::ui::chunk::{AnyChunk, Chunk, ChunkMissing};
use crate::ui::context::Ui;
use futures_util::future::try_join_all;
use leptos::prelude::*;
use std::sync::OnceLock;

/// What syncs, and what shows it.
pub struct OfPlaces {
    /// Begins to sync by itself, for as long as the page stands.
    pub begin: fn(Ui),
    /// What “Copies and storage” says of syncing.
    pub section: PageView,
    /// Whether there is a place to sync with, followed.
    pub any: fn(Ui) -> bool,
    /// The tablets of the team, as they stand in the places.
    pub tablets: PageView,
    /// A place is set up, or changed.
    pub setup: PageView,
}

static OF_PLACES: OfPlaces = OfPlaces {
    begin: |ui| runner::Syncing::of(ui).begin(),
    section: |ui| section::view(ui).into_any(),
    any: |ui| runner::Syncing::of(ui).any(),
    tablets: |ui| tablets::view(ui).into_any(),
    setup: |ui| setup::screen(ui).into_any(),
};

chunk! {
    /// What syncs, and what shows it.
    pub static PLACES: OfPlaces = places => OF_PLACES;
}

/// What reaches servers and folders; `main` says it once.
static OUTSIDE: OnceLock<&'static Chunk<MakeOutside>> = OnceLock::new();

/// Says what reaches servers and folders.
pub fn declare(outside: &'static Chunk<MakeOutside>) {
    OUTSIDE.get_or_init(|| outside);
}

/// The code of all of it.
pub fn needed() -> Vec<&'static dyn AnyChunk> {
    let places: &'static dyn AnyChunk = &PLACES;
    let outside = OUTSIDE.get().map(|outside| *outside as &'static dyn AnyChunk);
    std::iter::once(places).chain(outside).collect()
}

/// Loads all of it, unless it is there.
///
/// # Errors
/// If it can be had from nowhere.
pub async fn obtain() -> Result<(), ChunkMissing> {
    try_join_all(needed().into_iter().map(|chunk| chunk.obtain())).await.map(drop)
}

/// What reaches servers and folders.
///
/// # Errors
/// Before it is loaded, which all that is drawn here waits for.
pub fn outside(ui: Ui) -> Result<Outside, PlaceError> {
    let make = OUTSIDE.get().and_then(|outside| outside.table());
    make.map(|make| make(&ui.world().name)).ok_or_else(|| PlaceError::Failed(ChunkMissing.to_string()))
}

/// Forgets the folders of all places, where there are any: the notes and the places go next.
pub async fn forget_folders(ui: Ui) {
    let places = ui.work().places().await.unwrap_or_default();
    if !places.is_empty()
        && obtain().await.is_ok()
        && let Ok(outside) = outside(ui)
    {
        for place in places {
            outside.folders.forget(&place.id).await;
        }
    }
}

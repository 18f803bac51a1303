//! Which screen stands in the frame, and what has to be loaded to draw it.

use crate::ui::capability;
use crate::ui::chunk::{AnyChunk, Chunk};
use crate::ui::context::Ui;
use crate::ui::loading::shown_with;
use crate::ui::route::Route;
use crate::ui::screens::places::{self, PLACES};
use crate::ui::screens::{self, today, who};
use leptos::prelude::*;

/// Which screen is shown; moving from a list to one of its records is no new screen.
#[derive(Clone, Copy, PartialEq)]
pub enum Shown {
    /// The records of a kind, or one of them.
    Records(&'static str),
    /// Another one.
    Other(Route),
}

impl Shown {
    /// The screen at which somebody is.
    pub fn at(route: Route) -> Shown {
        match route {
            Route::Records(kind, _) => Shown::Records(kind),
            Route::Screen(at) => Shown::Other(Route::Screen(at.lasting())),
            route => Shown::Other(route),
        }
    }
}

/// Draws a screen, once what draws it is loaded.
pub fn draw(ui: Ui, screen: Shown) -> AnyView {
    match screen {
        Shown::Records(kind) => {
            let beside = capability::needed_for(kind).collect();
            drawn_by(ui, &screens::RECORDS, beside, move |draw| (draw.records)(ui, kind))
        }
        Shown::Other(Route::Screen(at)) => {
            let draw = move || capability::view_at(at.screen()).and_then(|view| view(ui, at)).into_any();
            shown_with(ui, capability::needed_at(at.screen()).collect(), draw)
        }
        Shown::Other(Route::Reports) => {
            let beside = capability::needed_in_reports().collect();
            drawn_by(ui, &screens::RECORDS, beside, move |draw| (draw.reports)(ui))
        }
        Shown::Other(Route::Directory) => drawn_by(ui, &screens::RECORDS, vec![], move |draw| (draw.directory)(ui)),
        Shown::Other(Route::Conflicts) => drawn_by(ui, &screens::DECISIONS, vec![], move |draw| (draw.conflicts)(ui)),
        Shown::Other(Route::Duplicates) => drawn_by(ui, &screens::DECISIONS, vec![], move |draw| (draw.duplicates)(ui)),
        Shown::Other(Route::Deleted) => drawn_by(ui, &screens::RECORDS, vec![], move |draw| (draw.deleted)(ui)),
        Shown::Other(Route::Sync) => drawn_by(ui, &screens::TABLET, places::needed(), move |draw| (draw.sync)(ui)),
        Shown::Other(Route::SyncPlace(_) | Route::SyncBeside) => {
            drawn_by(ui, &PLACES, places::needed(), move |draw| (draw.setup)(ui))
        }
        Shown::Other(Route::SyncTable) => drawn_by(ui, &screens::SPREADSHEETS, vec![], move |draw| (draw.table)(ui)),
        Shown::Other(Route::Settings) => drawn_by(ui, &screens::TABLET, vec![], move |draw| (draw.settings)(ui)),
        Shown::Other(Route::Day) => drawn_by(ui, &screens::TABLET, vec![], move |draw| (draw.day)(ui)),
        Shown::Other(Route::Help) => drawn_by(ui, &screens::TABLET, vec![], move |draw| (draw.help)(ui)),
        Shown::Other(Route::Who) => who::screen(ui).into_any(),
        #[cfg(feature = "gallery")]
        Shown::Other(Route::Gallery) => crate::ui::screens::gallery::screen(ui).into_any(),
        Shown::Other(_) => today::screen(ui).into_any(),
    }
}

/// What the table of a chunk draws, once it and all that it needs beside it are loaded.
fn drawn_by<T: Sync>(
    ui: Ui,
    chunk: &'static Chunk<T>,
    mut beside: Vec<&'static dyn AnyChunk>,
    draw: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    beside.push(chunk);
    shown_with(ui, beside, move || chunk.table().map(&draw).into_any())
}

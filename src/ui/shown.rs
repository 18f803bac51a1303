//! Which screen stands in the frame, and what has to be loaded to draw it.

use crate::ui::capability::{self, PageView};
use crate::ui::chunk::AnyChunk;
use crate::ui::context::Ui;
use crate::ui::loading::shown_with;
use crate::ui::route::Route;
use crate::ui::screens::{self, OfRecords, OfTablet, today, who};
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
            let needed = with(&screens::RECORDS, capability::needed_for(kind));
            shown_with(ui, needed, move || screens::RECORDS.table().map(|draw| (draw.records)(ui, kind)).into_any())
        }
        Shown::Other(Route::Screen(at)) => {
            let draw = move || capability::view_at(at.screen()).and_then(|view| view(ui, at)).into_any();
            shown_with(ui, capability::needed_at(at.screen()).collect(), draw)
        }
        Shown::Other(Route::Reports) => {
            let needed = with(&screens::RECORDS, capability::needed_in_reports());
            shown_with(ui, needed, move || screens::RECORDS.table().map(|draw| (draw.reports)(ui)).into_any())
        }
        Shown::Other(Route::Directory) => of_records(ui, |draw| draw.directory),
        Shown::Other(Route::Conflicts) => of_records(ui, |draw| draw.conflicts),
        Shown::Other(Route::Deleted) => of_records(ui, |draw| draw.deleted),
        Shown::Other(Route::Sync) => of_tablet(ui, |draw| draw.sync),
        Shown::Other(Route::SyncTable) => of_tablet(ui, |draw| draw.table),
        Shown::Other(Route::Settings) => of_tablet(ui, |draw| draw.settings),
        Shown::Other(Route::Who) => who::screen(ui).into_any(),
        #[cfg(feature = "gallery")]
        Shown::Other(Route::Gallery) => crate::ui::screens::gallery::screen(ui).into_any(),
        Shown::Other(_) => today::screen(ui).into_any(),
    }
}

fn of_records(ui: Ui, which: fn(&OfRecords) -> PageView) -> AnyView {
    let draw = move || screens::RECORDS.table().map(|draw| which(draw)(ui)).into_any();
    shown_with(ui, with(&screens::RECORDS, []), draw)
}

fn of_tablet(ui: Ui, which: fn(&OfTablet) -> PageView) -> AnyView {
    let draw = move || screens::TABLET.table().map(|draw| which(draw)(ui)).into_any();
    shown_with(ui, with(&screens::TABLET, []), draw)
}

/// This code, and more.
fn with(
    first: &'static dyn AnyChunk,
    more: impl IntoIterator<Item = &'static dyn AnyChunk>,
) -> Vec<&'static dyn AnyChunk> {
    [first].into_iter().chain(more).collect()
}

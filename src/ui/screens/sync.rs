//! Copies and storage.

use crate::ui::context::{Head, Ui};
use crate::ui::words;
use leptos::prelude::*;

/// Copies and storage.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::SYNC.get(ui.lang.get()).to_owned(), ..Head::default() });
}

/// Taking in a spreadsheet.
pub fn table(ui: Ui) -> impl IntoView {
    screen(ui)
}

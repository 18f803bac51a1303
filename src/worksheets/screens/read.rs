//! A filled-in worksheet to read: on the page of its record.

use super::fill::on_paper;
use crate::model::id::Id;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::worksheets::{routes, words};
use leptos::prelude::*;

/// What was answered, and the way to go on.
pub fn section(ui: Ui, id: Id) -> impl IntoView {
    view! {
        <div class="deeds">
            <a class="quiet" href=routes::FILL.at(id).href()><Icon path=icon_paths::PENCIL/><span>{ui.t(words::FILL_IN)}</span></a>
        </div>
        {drawn(move || on_paper(ui, id))}
    }
}

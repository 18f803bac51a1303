//! The tasks of an event, on its page: what is to be done for it, and what follows upon it.

use crate::model::id::Id;
use crate::ui::context::Ui;
use crate::ui::parts::row::record_row;
use crate::ui::reactive::{drawn, memo};
use crate::week::kinds::TASK;
use crate::week::of_event;
use leptos::prelude::*;

/// The tasks of an event; nothing where it has none.
pub fn event(ui: Ui, event: Id) -> impl IntoView {
    let tasks = memo(move || {
        ui.follow(TASK.id);
        ui.look(|book, index| of_event(book, index, event))
    });
    drawn(move || {
        let tasks = tasks.get();
        (!tasks.is_empty()).then(|| {
            let rows = tasks.into_iter().map(|id| view! { <li>{record_row(ui, &TASK, id, || false)}</li> });
            view! {
                <section class="group">
                    <h2>{ui.t(TASK.plural)}</h2>
                    <ul class="rows" role="list">{rows.collect_view()}</ul>
                </section>
            }
        })
    })
}

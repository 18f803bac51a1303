//! What was made of a line of the week, a tap away: beside the line on the page, and on the page of the task.

use crate::model::id::Id;
use crate::ui::capability;
use crate::ui::context::Ui;
use crate::ui::parts::row::record_row;
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::week::made::{MADE, made_of};
use crate::week::words;
use crate::work::command::words as commands;
use leptos::prelude::*;

fn made(ui: Ui, task: Id) -> Memo<Vec<(&'static str, Id)>> {
    memo(move || {
        MADE.iter().for_each(|(kind, _)| ui.follow(kind.id));
        ui.look(|book, index| made_of(book, index, task))
    })
}

/// Beside the line: each is called by its kind, and by its name as well for whoever hears it.
pub(super) fn links(ui: Ui, task: Id) -> impl IntoView {
    let made = made(ui, task);
    let link = move |(kind, id)| {
        let kind = capability::kind(kind)?;
        let label = move || {
            let name = ui.title(kind, id).unwrap_or_default();
            commands::ABOUT.with("kind", kind.name).with("what", name).say(ui.lang.get())
        };
        let to = Route::Records(kind.id, View::One(id)).href();
        Some(view! { <a class="quiet" href=to aria-label=label>{ui.t(kind.name)}</a> })
    };
    drawn(move || {
        let made = made.get();
        (!made.is_empty()).then(|| {
            view! { <div class="task-made no-print">{made.into_iter().map(link).collect_view()}</div> }
        })
    })
}

/// On the page of the task.
pub fn section(ui: Ui, task: Id) -> impl IntoView {
    let made = made(ui, task);
    let row = move |(kind, id)| {
        let kind = capability::kind(kind)?;
        Some(view! { <li>{record_row(ui, kind, id, || false)}</li> })
    };
    drawn(move || {
        let made = made.get();
        (!made.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2>{ui.t(words::MADE_OF_IT)}</h2>
                    <ul class="rows" role="list">{made.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    })
}

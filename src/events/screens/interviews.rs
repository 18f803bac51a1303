//! The interviews that were held at an event.

use crate::events::closing::words;
use crate::interviews::{INTERVIEW, interview_fields};
use crate::model::id::Id;
use crate::model::{date, order, show};
use crate::ui::context::Ui;
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// The section on the page of an event; nothing where there was none.
pub fn section(ui: Ui, event: Id) -> impl IntoView {
    let all = memo(move || {
        ui.follow(INTERVIEW.id);
        let lang = ui.lang.get();
        let mut all = ui.look(|book, index| {
            let held = index.linking_to(book, interview_fields::EVENT.path(), event).into_iter();
            let line = held.map(|record| {
                let when = interview_fields::WHEN.of(record).and_then(date::moment);
                (when, record.id, show::title_in(&INTERVIEW, record, lang))
            });
            line.collect::<Vec<_>>()
        });
        order::sort_by_key(&mut all, |(when, id, _)| (*when, *id));
        all
    });
    let row = move |(when, id, name): (Option<chrono::DateTime<chrono::FixedOffset>>, Id, String)| {
        let when = when.map(|when| date::say_moment(when, ui.lang.get())).unwrap_or_default();
        view! {
            <li><a class="row" href=Route::Records(INTERVIEW.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{name}</span>
                <span class="row-line">{when}</span>
            </a></li>
        }
    };
    drawn(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h3>{ui.t(words::INTERVIEWS)}</h3>
                    <ul class="rows" role="list">{all.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    })
}

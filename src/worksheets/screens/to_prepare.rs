//! On Today: the events of the next three weeks that nobody has begun to prepare.

use crate::events::EVENT;
use crate::model::date;
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use crate::worksheets::gatherings::{self, ToPrepare};
use crate::worksheets::kinds::sheet::{SHEET, SHEET_ANSWER};
use crate::worksheets::words;
use leptos::prelude::*;

/// How many are named.
const SHOWN: usize = 3;

/// The events to prepare.
pub fn section(ui: Ui) -> TodaySection {
    let all = ui.look_after_paint([EVENT.id, SHEET.id, SHEET_ANSWER.id], |ui| {
        let now = ui.work().now().moment();
        ui.look(|book, index| gatherings::to_prepare(book, index, now))
    });
    let rows = move || {
        let all = all.get();
        let more = all.len().saturating_sub(SHOWN);
        let rows = all.into_iter().take(SHOWN).map(|to_prepare| row(ui, &to_prepare)).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(words::TO_PREPARE)}</h2>
                <ul class="rows" role="list">{rows}</ul>
                {(more > 0).then(|| view! { <p class="soft">{ui.say(words::MORE_TO_PREPARE.with("count", more))}</p> })}
            </section>
        }
    };
    TodaySection::new(move || all.with(|all| !all.is_empty()), move || drawn(rows))
}

fn row(ui: Ui, to_prepare: &ToPrepare) -> impl IntoView + use<> {
    let event = to_prepare.event;
    let name = ui.title(&EVENT, event).unwrap_or_default();
    let day = date::say_near(to_prepare.begins.date_naive(), ui.work().now().today(), ui.lang.get());
    let label = words::NOT_NEEDED_FOR.with("name", name.as_str());
    let said = words::NOT_NEEDED_SAID.with("name", name.as_str());
    let not_needed = move |_| {
        let today = ui.work().now().today();
        let rows = gatherings::not_needed(&ui.work().state().book, event, today);
        ui.send(Command::Write { label: said.clone(), rows });
    };
    view! {
        <li>
            <a class="row" href=Route::Records(EVENT.id, View::One(event)).href()>
                <Icon path=icon_paths::CALENDAR/>
                <span class="row-title" dir="auto">{name}</span>
                <span class="row-line">{day}</span>
                <span class="row-go"><span>{ui.t(words::OPEN_TO_PREPARE)}</span><Icon path=icon_paths::CHEVRON/></span>
            </a>
            <button type="button" class="quiet" aria-label=ui.say(label) on:click=not_needed>
                <span>{ui.t(words::NOT_NEEDED)}</span>
            </button>
        </li>
    }
}

//! On Today: the events that are over and not closed.

use crate::events::closing::open::{self, Open, ToClose};
use crate::events::closing::words;
use crate::events::kinds::event::EVENT;
use crate::events::routes;
use crate::model::date;
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use chrono::TimeDelta;
use leptos::prelude::*;

/// How many are named.
const SHOWN: usize = 5;

/// The events that are over and not closed.
pub fn to_close(ui: Ui) -> TodaySection {
    let all = ui.look_after_paint([EVENT.id], |ui| {
        let now = ui.work().now().moment();
        ui.look(|book, _| open::to_close(book, now))
    });
    let rows = move || {
        let all = all.get();
        let more = all.len().saturating_sub(SHOWN);
        let rows = all.into_iter().take(SHOWN).map(|to_close| row(ui, &to_close)).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(words::TO_CLOSE)}</h2>
                <ul class="rows" role="list">{rows}</ul>
                {(more > 0).then(|| view! { <p class="soft">{ui.say(words::MORE_TO_CLOSE.with("count", more))}</p> })}
            </section>
        }
    };
    TodaySection::new(move || all.with(|all| !all.is_empty()), move || drawn(rows))
}

fn row(ui: Ui, to_close: &ToClose) -> impl IntoView + use<> {
    let ToClose { event, over, open } = *to_close;
    let name = ui.title(&EVENT, event).unwrap_or_default();
    let line = match open {
        Open::TookPlace => {
            // What lasts until midnight ended on the day before.
            let day =
                date::say_near((over - TimeDelta::seconds(1)).date_naive(), ui.work().now().today(), ui.lang.get());
            words::ENDED.with("day", day)
        }
        Open::Participants => words::NO_NUMBER.message(),
    };
    view! {
        <li><a class="row" href=routes::CLOSE.at(event).href()>
            <Icon path=icon_paths::CHECK/>
            <span class="row-title" dir="auto">{name}</span>
            <span class="row-line">{ui.say(line)}</span>
            <span class="row-go"><span>{ui.t(words::CLOSE)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

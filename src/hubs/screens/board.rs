//! The board of a hub: what hangs there, what to take down, and what is missing.

use super::open;
use crate::hubs::board::{self, Posted, PostingState};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::posting::{POSTING, fields as posting};
use crate::hubs::words;
use crate::model::date;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// What hangs on the board of a hub.
pub fn section(ui: Ui, hub: Id) -> impl IntoView {
    let shown = memo(move || {
        ui.follow(POSTING.id);
        ui.follow(HUB.id);
        let today = ui.work().now().today();
        ui.look(|book, index| board::board(book, index, hub, today))
    });
    let unspoken = move || {
        let lang = ui.lang.get();
        let spoken = shown.with(|board| board.unspoken.iter().map(|one| one.label.get(lang)).collect::<Vec<_>>());
        (!spoken.is_empty()).then(|| {
            view! { <p class="soft">{words::UNSPOKEN.with("languages", spoken.join(", ")).say(lang)}</p> }
        })
    };
    let empty = move || {
        shown.with(|board| board.posted.is_empty()).then(|| view! { <p class="soft">{ui.t(words::BOARD_EMPTY)}</p> })
    };
    let guard = Guard::over(move || {
        shown.with(|board| board.posted.iter().map(|posted| (posted.id, posted.hangs)).collect::<Vec<_>>())
    });
    let add = move || open(ui, POSTING.id, ui.work().new_id(), vec![posting::HUB.is(hub)]);
    view! {
        <section class="group">
            <h3>{ui.t(words::BOARD)}</h3>
            {move || empty()}
            {move || unspoken()}
            <ul class="health" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>
                {move || shown.with(|board| board.posted.iter().map(|posted| row(ui, posted)).collect_view())}
            </ul>
            <div class="deeds"><Quiet path=icon_paths::PLUS text=POSTING.new on_tap=add/></div>
        </section>
    }
}

fn row(ui: Ui, posted: &Posted) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let day = |day| date::say_day(day, lang);
    let (tone, path, line) = match posted.hangs {
        PostingState::Stale(since) => ("care", icon_paths::WARNING, words::TAKE_DOWN_SINCE.with("date", day(since))),
        PostingState::Missing => ("care", icon_paths::WARNING, words::MISSING.message()),
        PostingState::Up(Some(until)) => ("good", icon_paths::CHECK, words::UP_UNTIL.with("date", day(until))),
        PostingState::Up(None) | PostingState::Down => ("good", icon_paths::CHECK, words::UP_ALWAYS.message()),
    };
    let (id, puts_up) = (posted.id, posted.hangs == PostingState::Missing);
    let deed = if puts_up { words::PUT_UP } else { words::TAKEN_DOWN };
    let tap = move |_| {
        let Some(record) = ui.peek(&POSTING, id) else { return };
        let mut values = vec![posting::DOWN.is(!puts_up)];
        if puts_up {
            // Days that have passed would make it over again at once, so they are cleared.
            let today = ui.work().now().today();
            let over = |field: &TextField| field.of(&record).and_then(date::day).is_some_and(|day| day <= today);
            let days = [posting::UNTIL, posting::EVENT_ON].into_iter();
            values.extend(days.filter(over).map(|day| (day.key(), Value::Null)));
        }
        ui.set(&POSTING, id, values);
    };
    let name = words::DEED_OF.with("deed", deed).with("title", posted.title.as_str()).say(lang);
    view! {
        <li data-tone=tone>
            <Icon path=path/>
            <div>
                <a href=Route::Records(POSTING.id, View::One(id)).href() dir="auto">{posted.title.clone()}</a>
                <p class="soft">{line.say(lang)}</p>
            </div>
            <div class="deeds">
                <button type="button" class="quiet" aria-label=name on:click=tap><span>{ui.t(deed)}</span></button>
            </div>
        </li>
    }
}

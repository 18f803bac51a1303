//! Who could help with what an event still needs: each partner with the reason, and one tap that begins the ask.

use crate::asks::{ASK, Help, Why, ask_fields};
use crate::events::closing::words;
use crate::events::helping::helpers;
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::model::date;
use crate::model::id::Id;
use crate::model::value::Value;
use crate::partners::PARTNER;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// How many are named.
const SHOWN: usize = 6;

/// The section on the page of an event; nothing where it needs nothing.
pub fn section(ui: Ui, event: Id) -> impl IntoView {
    let needs = memo(move || {
        let record = ui.record(&EVENT, event);
        let needs = record.and_then(|record| event_fields::NEEDS.of(&record).cloned());
        needs.map(|needs| needs.as_texts().map(str::to_owned).collect::<Vec<String>>()).unwrap_or_default()
    });
    let found = memo(move || {
        ui.follow(ASK.id);
        ui.follow(PARTNER.id);
        needs.with(|needs| {
            let needs: Vec<&str> = needs.iter().map(String::as_str).collect();
            ui.look(|book, index| helpers(book, index, event, &needs))
        })
    });
    let body = move || {
        let all = found.get();
        let more = all.len().saturating_sub(SHOWN);
        if all.is_empty() {
            let lang = ui.lang.get();
            let needs = needs.with(|needs| needs.iter().map(|key| need(ui, key)).collect::<Vec<_>>().join(", "));
            let none = words::NOBODY_OFFERS.with("needs", needs).say(lang);
            return view! { <p class="soft">{none}</p> }.into_any();
        }
        let rows = all.into_iter().take(SHOWN).map(|help| row(ui, event, help)).collect_view();
        view! {
            <ul class="rows" role="list">{rows}</ul>
            {(more > 0).then(|| view! { <p class="soft">{ui.say(words::MORE_HELPERS.with("count", more))}</p> })}
        }
        .into_any()
    };
    let any = memo(move || !needs.with(Vec::is_empty));
    drawn(move || {
        any.get().then(|| view! { <section class="group"><h3>{ui.t(words::COULD_HELP)}</h3>{move || body()}</section> })
    })
}

/// What is needed, in words.
fn need(ui: Ui, key: &str) -> String {
    let field = EVENT.field(event_fields::NEEDS.key());
    let answer = field.and_then(|field| field.answer(key));
    answer.map_or_else(|| key.to_owned(), |answer| answer.label.get(ui.lang.get()).to_owned())
}

fn row(ui: Ui, event: Id, help: Help) -> impl IntoView {
    let Help { partner, name, need: key, why } = help;
    let need = need(ui, &key);
    let line = match why {
        Why::GaveBefore => words::GAVE_BEFORE.with("need", need.as_str()),
        Why::Sponsor => words::ON_SPONSOR_LIST.with("need", need.as_str()),
        Why::Offers(own) => words::THEY_OFFER.with("need", need.as_str()).with("words", own),
    };
    let label = words::ASK_WHOM.with("name", name.as_str());
    let begin = move |_| {
        let new = ui.work().new_id();
        let record = ui.peek(&EVENT, event);
        let what = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let what = words::FOR_WHAT.with("need", need.as_str()).with("event", what).say(ui.lang.get_untracked());
        let mut values = vec![
            ask_fields::PARTNER.is(partner),
            ask_fields::EVENT.is(event),
            ask_fields::KIND.is(key.as_str()),
            ask_fields::WHAT.is(what),
        ];
        let day = record.and_then(|record| event_fields::WHEN.of(&record).and_then(date::day_of));
        values.extend(day.map(|day| (ask_fields::NEEDED_BY.key(), Value::text(day.to_string()))));
        ui.prefill(new, values);
        ui.go(Route::Records(ASK.id, View::Edit(new)));
    };
    view! {
        <li>
            <a class="row" href=Route::Records(PARTNER.id, View::One(partner)).href()>
                <span class="row-title" dir="auto">{name}</span>
                <span class="row-line" dir="auto">{ui.say(line)}</span>
            </a>
            <button type="button" class="quiet" aria-label=ui.say(label) on:click=begin>
                <Icon path=icon_paths::QUOTE/><span>{ui.t(words::ASK_THEM)}</span>
            </button>
        </li>
    }
}

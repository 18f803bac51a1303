//! What asks put on a partner’s page and on Today.

use super::ask::{ASK, TEMPLATES, THEY_ASK, Template, fields as ask};
use super::give_and_get::{self, GiveAndGet, Lately, Owed};
use super::words;
use crate::model::date;
use crate::model::id::Id;
use crate::model::order;
use crate::model::same_as;
use crate::model::value::Value;
use crate::partners::PARTNER;
use crate::ui::capability::TodaySection;
use crate::ui::context::{Ui, use_ui};
use crate::ui::form::Form;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

/// How many thanks are named on Today.
const SHOWN: usize = 5;

/// What the library and a partner asked of each other and gave, and ready questions to begin with.
pub fn give_and_get(ui: Ui, partner: Id) -> impl IntoView {
    let sum = memo(move || {
        ui.follow(ASK.id);
        ui.follow(PARTNER.id);
        let today = ui.work().now().today();
        ui.look(|book, index| give_and_get::give_and_get(book, index, partner, today))
    });
    let said = move || {
        let GiveAndGet { we_asked, they_gave, they_asked, we_gave, lately } = sum.get();
        let counted = [(words::WE_ASKED, we_asked, they_gave), (words::THEY_ASKED, they_asked, we_gave)];
        let lines: Vec<String> = counted
            .into_iter()
            .filter(|(_, asked, _)| *asked > 0)
            .map(|(text, asked, gave)| text.with("asked", asked).with("gave", gave).say(ui.lang.get()))
            .collect();
        let nothing = lines.is_empty();
        let lately = lately.map(|lately| say_lately(ui, lately));
        view! {
            {(!nothing).then(|| view! { <p>{lines.join(" ")}</p> })}
            {lately.map(|lately| view! { <p class="soft" dir="auto">{lately}</p> })}
            {nothing.then(|| view! { <p class="soft">{ui.t(words::NOTHING_ASKED)}</p> })}
        }
    };
    let templates = move || {
        let rows = TEMPLATES.iter().map(|template| view! { <li>{begins(ui, partner, template)}</li> }).collect_view();
        view! { <ul class="rows" role="list">{rows}</ul> }
    };
    // Whoever has asked before knows how.
    let known = memo(move || sum.with(|sum| sum.we_asked + sum.they_asked > 0));
    let templates = move || match known.get() {
        false => templates().into_any(),
        true => view! {
            <details class="more"><summary>{ui.t(words::ASK_AGAIN)}</summary>{templates()}</details>
        }
        .into_any(),
    };
    view! {
        <section class="group">
            <h2>{ui.t(words::GIVE_AND_GET)}</h2>
            {move || said()}
            {drawn(templates)}
        </section>
    }
}

fn say_lately(ui: Ui, Lately { days, staff, what }: Lately) -> String {
    let lang = ui.lang.get();
    let who = ui.staff_name(staff).unwrap_or_else(|| words::A_COLLEAGUE.get(lang).to_owned());
    let text = if days == 0 { words::TODAY } else { words::DAYS_AGO };
    text.with("who", who).with("days", days).with("what", what).say(lang)
}

/// Below the partner of a new ask: who asked them lately, as soon as it is chosen. It keeps nobody from asking.
pub fn asked_lately(form: Form) -> AnyView {
    let ui = use_ui();
    let lately = memo(move || {
        let asks = form.is_new() && form.value(ask::WHO_ASKS.key()).is_none_or(|who| who.as_text() != Some(THEY_ASK));
        let partner = form.value(ask::PARTNER.key()).filter(|_| asks)?.as_link()?;
        ui.follow(ASK.id);
        ui.follow(PARTNER.id);
        let today = ui.work().now().today();
        ui.look(|book, index| {
            let partner = same_as::canonical(book, PARTNER.id, partner);
            give_and_get::give_and_get(book, index, partner, today).lately
        })
    });
    let said = move || lately.get().map(|lately| view! { <p class="help" dir="auto">{say_lately(ui, lately)}</p> });
    view! { <div role="status">{move || said()}</div> }.into_any()
}

/// A ready question: a tap opens the form of an ask that holds it.
fn begins(ui: Ui, partner: Id, template: &'static Template) -> impl IntoView {
    let begin = move |_| {
        let (id, lang) = (ui.work().new_id(), ui.lang.get_untracked());
        let mut values =
            vec![ask::PARTNER.is(partner), ask::KIND.is(template.kind), ask::WHAT.is(template.words.get(lang))];
        if !template.exchange.is_empty() {
            values.push(ask::EXCHANGE.is(template.exchange.get(lang)));
        }
        ui.prefill(id, values);
        ui.go(Route::Records(ASK.id, View::Edit(id)));
    };
    view! {
        <button type="button" class="row" on:click=begin>
            <Icon path=icon_paths::QUOTE/>
            <span class="row-title">{ui.t(template.words)}</span>
        </button>
    }
}

/// Thanks that the library owes.
pub fn thanks_owed(ui: Ui) -> TodaySection {
    let owed = ui.look_after_paint([ASK.id, PARTNER.id], |ui| ui.look(|book, _| give_and_get::thanks_owed(book)));
    let rows = move || {
        let all = owed.get();
        let more = all.len().saturating_sub(SHOWN);
        let rows = all.into_iter().take(SHOWN).map(|owed| row(ui, owed)).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(words::OWED)}</h2>
                <ul class="rows" role="list">{rows}</ul>
                {(more > 0).then(|| view! { <p class="soft">{ui.say(words::MORE_OWED.with("count", more))}</p> })}
            </section>
        }
    };
    TodaySection::new(move || owed.with(|owed| !owed.is_empty()), move || drawn(rows))
}

fn row(ui: Ui, owed: Owed) -> impl IntoView {
    let Owed { ask: id, partner, what, since } = owed;
    let name = partner.and_then(|partner| ui.title(&PARTNER, partner)).unwrap_or_default();
    let day = date::say_near(since, ui.work().now().today(), ui.lang.get());
    let line = words::OWED_SINCE.with("what", what).with("day", day);
    let label = words::THANKED_WHOM.with("who", name.as_str());
    let thanked = {
        let name = name.clone();
        move |_| {
            let today = ui.work().now().today().to_string();
            let values = order::values([(ask::THANKED_ON.key(), Value::text(today))]);
            let label = words::THANKED_TODAY.with("who", name.as_str());
            ui.send(Command::Write { label, rows: vec![(ASK.id, id, values)] });
        }
    };
    view! {
        <li>
            <a class="row" href=Route::Records(ASK.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{name}</span>
                <span class="row-line" dir="auto">{ui.say(line)}</span>
            </a>
            <button type="button" class="quiet" aria-label=ui.say(label) on:click=thanked>
                <Icon path=icon_paths::CHECK/><span>{ui.t(words::THANKED)}</span>
            </button>
        </li>
    }
}

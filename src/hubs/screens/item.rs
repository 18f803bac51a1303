//! One item at a hub, and why there is so much of it.

use super::amount::pad;
use super::{lying, on_hand, open, signed};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, SHELF, shelf_fields as shelf};
use crate::hubs::kinds::movement::{MOVED, MOVEMENT, RETURNED, STOCKED, WHAT, movement_fields as movement};
use crate::hubs::restock::{say_week, use_per_day};
use crate::hubs::stock::{self, StockEvent};
use crate::hubs::words;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::text::Lang;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;

/// One item at a hub: how many there are, and the movements that make the number.
pub fn screen(ui: Ui, hub: Id, item: Id) -> impl IntoView {
    ui.head(move || {
        let back = ui.title(&HUB, hub).unwrap_or_default();
        Head {
            title: ui.title(&ITEM, item).unwrap_or_default(),
            line: back,
            back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(ui.lang.get()))),
        }
    });
    let account = memo(move || {
        ui.follow(MOVEMENT.id);
        ui.follow(ITEM.id);
        ui.look(|book, index| stock::account(book, index, hub, item))
    });
    let short = move || {
        let rows = lying(ui, hub);
        rows.iter().any(|row| row.item == item && row.is_short())
    };
    let number = move || {
        let (tone, words) = on_hand(account.with(|account| account.on_hand), short());
        view! { <p class="on-hand" data-tone=tone>{ui.say(words::THERE_NOW.with("count", words))}</p> }
    };
    let weekly = move || {
        let today = ui.work().now().today();
        let week = account.with(|account| use_per_day(account, today)) * 7.0;
        (week >= 0.05).then(|| words::WEEKLY.with("week", say_week(week)).say(ui.lang.get()))
    };
    let asking = RwSignal::new(None::<&'static Choice>);
    let deed = move |what: &'static Choice| match what.key {
        // To which hub is more than a number.
        MOVED => {
            let start = vec![movement::WHAT.is(what.key), movement::HUB.is(hub), movement::ITEM.is(item)];
            open(ui, MOVEMENT.id, ui.work().new_id(), start);
        }
        _ => asking.set(Some(what)),
    };
    let deeds = WHAT.iter().map(move |what| {
        let path = match what.key {
            STOCKED | RETURNED => icon_paths::PLUS,
            MOVED => icon_paths::ARROW,
            _ => icon_paths::DOWN,
        };
        view! { <Quiet path=path text=what.label on_tap=move || deed(what)/> }
    });
    let change = move || {
        let shelf = stock::shelf_to_write(&ui.work().state().book, hub, item);
        let start = vec![shelf::HUB.is(hub), shelf::ITEM.is(item)];
        let known = lying(ui, hub).iter().find(|row| row.item == item).and_then(|row| row.shelf);
        open(ui, SHELF.id, known.unwrap_or(shelf), if known.is_some() { Vec::new() } else { start });
    };
    let events = move || {
        account.with(|account| match account.events.is_empty() {
            true => view! { <p class="soft">{ui.t(words::NOTHING_HAPPENED)}</p> }.into_any(),
            false => {
                let rows =
                    account.events.iter().rev().map(|event| event_row(ui, event, account.makes.contains(&event.id)));
                view! { <ul class="rows" role="list">{rows.collect_view()}</ul> }.into_any()
            }
        })
    };
    let there = memo(move || ui.record(&ITEM, item).is_some() && ui.record(&HUB, hub).is_some());
    drawn(move || {
        match there.get() {
        false => view! {
            <div class="page"><Empty path=icon_paths::SEARCH title=common::NOT_THERE purpose=common::NOT_THERE_HINT/></div>
        }
        .into_any(),
        true => view! {
            <div class="page" data-stack="">
                {move || number()}
                {move || weekly().map(|words| view! { <p class="soft">{words}</p> })}
                <div class="deeds">{deeds.clone().collect_view()}</div>
                <section class="group"><h2>{ui.t(words::WHY_SO_MANY)}</h2>{move || events()}</section>
                <div class="deeds">
                    <Quiet path=icon_paths::PENCIL text=words::CHANGE_AMOUNTS on_tap=change/>
                    <a class="quiet" href=Route::Records(ITEM.id, View::One(item)).href()>
                        <Icon path=icon_paths::ARROW/><span>{ui.t(ITEM.name)}</span>
                    </a>
                </div>
            </div>
            {move || asking.get().map(|what| pad(ui, (hub, item), what, asking))}
        }
        .into_any(),
    }
    })
}

fn event_row(ui: Ui, event: &StockEvent, makes: bool) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let title = say_event(event, lang);
    let who = ui.staff_name(event.by);
    let when = date::moment(&event.when).map_or_else(|| event.when.clone(), |at| date::say_moment(at, lang));
    let line = [Some(when), who].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let (tone, chip) = if makes { ("good", words::MAKES) } else { ("plain", words::IN_COUNT) };
    view! {
        <li><a class="row" href=Route::Records(MOVEMENT.id, View::One(event.id)).href()>
            <span class="row-title">{title}</span>
            <span class="row-line" dir="auto">{line}</span>
            <Chip tone=tone words=Signal::derive(move || chip.get(ui.lang.get()).to_owned())/>
        </a></li>
    }
}

fn say_event(event: &StockEvent, lang: Lang) -> String {
    if event.counts() {
        let text = words::COUNT_LINE_WAS.with("count", event.amount);
        return match event.was {
            Some(was) if was != event.amount => text.with("was", was).say(lang),
            _ => words::COUNT_LINE.with("count", event.amount).say(lang),
        };
    }
    let what = MOVEMENT.field(movement::WHAT.key()).and_then(|field| field.answer(&event.what));
    let what = what.map(|what| what.label.get(lang));
    format!("{}: {}", what.unwrap_or(&event.what), signed(event.delta))
}

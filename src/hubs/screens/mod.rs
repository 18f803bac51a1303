//! Access hubs: what lies on the tables, and beside it why there is so much of it.

pub mod add;
mod amount;
pub mod board;
pub mod care;
pub mod count;
pub mod item;
mod pad;
pub mod restock;
pub mod time;

use super::health::Health;
use super::kinds::hub::HUB;
use super::kinds::hub_visit::HUB_VISIT;
use super::kinds::item::{ITEM, SHELF, shelf_fields as shelf};
use super::kinds::movement::{COUNT, MOVEMENT, movement_fields as movement};
use super::kinds::posting::{POSTING, fields as posting};
use super::stock;
use super::stock::OnHand;
use super::{count as walks, health as hubs, routes, words};
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::text::{Message, Text};
use crate::model::{date, show};
use crate::ui::capability::Links;
use crate::ui::context::{Prefill, Ui};
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// Follows all kinds that the stock of a hub is worked out from.
fn follow_stock(ui: Ui) {
    [&HUB, &ITEM, &SHELF, &MOVEMENT].iter().for_each(|kind| ui.follow(kind.id));
}

/// Follows all kinds that the health of a hub is worked out from.
pub fn follow_health(ui: Ui) {
    follow_stock(ui);
    [&COUNT, &POSTING, &HUB_VISIT].iter().for_each(|kind| ui.follow(kind.id));
}

/// What lies at a hub, followed.
fn lying(ui: Ui, hub: Id) -> Vec<OnHand> {
    follow_stock(ui);
    ui.look(|book, index| stock::lying(book, index, hub))
}

/// The way to what happens while somebody is at a hub.
pub fn start_shift(ui: Ui, hub: Id) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::TIME.at(hub).href()>
            <Icon path=icon_paths::CLOCK/><span>{ui.t(HUB_VISIT.new)}</span>
        </a>
    }
}

/// The way to put items on the tables of a hub. Where nothing lies it stands under the thumb instead.
pub fn add_items(ui: Ui, hub: Id) -> impl IntoView {
    let bare = memo(move || lying(ui, hub).is_empty());
    let way = move || {
        view! {
            <a class="quiet" href=routes::ADD_ITEMS.at(hub).href()>
                <Icon path=icon_paths::PLUS/><span>{ui.t(words::PUT_ITEM)}</span>
            </a>
        }
    };
    move || (!bare.get()).then(way)
}

/// Makes another hub with the same tables.
pub fn copy(ui: Ui, hub: Id) -> impl IntoView {
    let next = ui.next_id();
    let clone = move || {
        let (work, copy, here) = (ui.work(), next.get(), ui.here());
        let name = untrack(|| ui.title(&HUB, hub)).unwrap_or_default();
        let name = words::CLONE_NAME.with("name", name).say(ui.lang.get_untracked());
        let rows = ui.look(|book, index| stock::cloned(book, index, hub, copy, &name, &mut || work.new_id()));
        let label = words::CLONED.with("name", name);
        ui.spawn(async move {
            if ui.begin(next, &HUB, label, rows).await {
                // The form of the copy opens, to say where it is.
                ui.go_on(here, Route::Records(HUB.id, View::Edit(copy)));
            }
        });
    };
    view! { <Quiet path=icon_paths::COMMUNITY text=words::CLONE_HUB on_tap=clone/> }
}

fn put_item(ui: Ui, hub: Id) {
    open(ui, SHELF.id, ui.work().new_id(), vec![shelf::HUB.is(hub)]);
}

/// How a hub is, in a few words.
pub fn health(ui: Ui, hub: Id) -> impl IntoView {
    let health = memo(move || {
        follow_health(ui);
        let today = ui.work().now().today();
        ui.look(|book, index| hubs::of_hub(book, index, hub, today))
    });
    drawn(move || {
        let lang = ui.lang.get();
        health.with(|health| {
            let said = |day: Option<chrono::NaiveDate>, text: Text, none: Text| {
                day.map_or(none.message(), |day| text.with("date", date::say_day(day, lang))).say(lang)
            };
            let there = said(health.visited.max(health.counted), words::LAST_THERE, words::NEVER_VISITED);
            let counted = said(health.counted, words::LAST_COUNTED, words::NO_COUNT);
            view! {
                <p class="soft">{format!("{there} · {counted}")}</p>
                <div class="chips">
                    {wants(health).into_iter().map(|message| view! { <Chip tone="care" words=message.say(lang)/> }).collect_view()}
                </div>
            }
        })
    })
}

/// What is to be done at a hub, in numbers.
pub fn wants(health: &Health) -> Vec<Message> {
    let counted = [
        (health.short, words::SHORT),
        (health.owed, words::OWED),
        (health.unknown, words::UNKNOWN),
        (health.stale, words::STALE),
    ];
    counted.into_iter().filter(|(count, _)| *count > 0).map(|(count, text)| text.with("count", count)).collect()
}

/// What lies on the tables of a hub.
pub fn tables(ui: Ui, hub: Id) -> impl IntoView {
    let rows = memo(move || lying(ui, hub));
    let body = move || {
        rows.with(|rows| {
            if rows.is_empty() {
                return view! { <p class="soft">{ui.t(words::NOTHING_THERE)}</p> }.into_any();
            }
            by_zone(rows)
                .into_iter()
                .map(|(zone, rows)| {
                    let zone = zone_name(ui, zone);
                    view! {
                        <h4 dir="auto">{zone}</h4>
                        <ul class="rows" role="list">{rows.iter().map(|row| item_row(ui, hub, row)).collect_view()}</ul>
                    }
                })
                .collect_view()
                .into_any()
        })
    };
    view! { <section class="group"><h3>{ui.t(words::ON_THE_TABLES)}</h3>{move || body()}</section> }
}

/// The rows table by table, in their order.
fn by_zone(rows: &[OnHand]) -> Vec<(&str, &[OnHand])> {
    rows.chunk_by(|a, b| a.zone == b.zone).filter_map(|rows| Some((rows.first()?.zone.as_str(), rows))).collect()
}

fn zone_name(ui: Ui, zone: &str) -> String {
    if zone.is_empty() { words::NO_TABLE.get(ui.lang.get()).to_owned() } else { zone.to_owned() }
}

fn item_row(ui: Ui, hub: Id, row: &OnHand) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let counted = row.counted.as_deref().and_then(date::moment).map(|at| date::say_day(at.date_naive(), lang));
    let said = [
        row.par.map(|par| words::SHOULD_BE.with("count", par)),
        row.minimum.map(|minimum| words::AT_LEAST.with("count", minimum)),
        Some(counted.map_or(words::NEVER_COUNTED.message(), |date| words::COUNTED_ON.with("date", date))),
    ];
    let line = said.into_iter().flatten().map(|message| message.say(lang)).collect::<Vec<_>>().join(" · ");
    let (tone, chip) = match row.is_unknown() {
        true => ("plain", Message::same("–")),
        false => on_hand(row.on_hand, row.is_short()),
    };
    view! {
        <li><a class="row" href=routes::ITEM.at((hub, row.item)).href()>
            <span class="row-title" dir="auto">{item_name(ui, row.item)}</span>
            <span class="row-line">{line}</span>
            <Chip tone=tone words=chip.say(lang)/>
        </a></li>
    }
}

/// The number that is there, with the tone to show it in.
fn on_hand(count: i64, short: bool) -> (&'static str, Message) {
    match count {
        ..0 => ("wrong", words::LESS_THAN_NOTHING.with("count", count)),
        _ => (if short { "care" } else { "plain" }, Message::same(count.to_string())),
    }
}

/// The buttons at the bottom of a hub.
pub fn actions(ui: Ui, hub: Id) -> impl IntoView {
    let going_on = move || {
        ui.follow(COUNT.id);
        let me = ui.work().state().me.dev;
        ui.look(|book, index| walks::unfinished(book, index, walks::WALK, hub, me)).is_some()
    };
    // Where nothing lies there is nothing to count.
    let bare = memo(move || lying(ui, hub).is_empty());
    let go = move || match bare.get() {
        true => view! {
            <a class="primary" href=routes::ADD_ITEMS.at(hub).href()>
                <Icon path=icon_paths::PLUS/><span>{ui.t(words::PUT_ITEM)}</span>
            </a>
        }
        .into_any(),
        false => view! {
            <a class="quiet" href=routes::RESTOCK.at(hub).href()>
                <Icon path=icon_paths::DOWNLOAD/><span>{ui.t(words::RESTOCK_LIST)}</span>
            </a>
            <a class="primary" href=routes::COUNT.at(hub).href()>
                <Icon path=icon_paths::CHECK/>
                <span>{move || if going_on() { words::GO_ON_COUNTING } else { words::COUNT }.get(ui.lang.get())}</span>
            </a>
        }
        .into_any(),
    };
    view! { <div class="actions">{move || go()}</div> }
}

fn open(ui: Ui, kind: &'static str, id: Id, prefill: Prefill) {
    ui.prefill(id, prefill);
    ui.go(Route::Records(kind, View::Edit(id)));
}

/// The form of an item at a hub leads back to the hub.
pub fn back_from_shelf(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(Route::Records(HUB.id, View::One(links(shelf::HUB.key())?)))
}

/// The form of a posting leads back to the hub.
pub fn back_from_posting(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(Route::Records(HUB.id, View::One(links(posting::HUB.key())?)))
}

/// The form of a movement leads back to the item that was moved.
pub fn back_to_item(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(routes::ITEM.at((links(movement::HUB.key())?, links(movement::ITEM.key())?)))
}

/// Who uses the tablet, and the time.
fn signed_hand(ui: Ui) -> Author {
    let work = ui.work();
    Author { by: work.state().actor, now: work.now() }
}

/// A number with its sign, as a difference is written.
fn signed(number: i64) -> String {
    match number {
        1.. => format!("+{number}"),
        0 => "0".to_owned(),
        // A true minus sign, as wide as the plus.
        _ => format!("−{}", number.unsigned_abs()),
    }
}

/// The item's name in the language that is shown.
fn item_name(ui: Ui, item: Id) -> String {
    ui.peek(&ITEM, item).map(|record| show::title_in(&ITEM, &record, ui.lang.get())).unwrap_or_default()
}

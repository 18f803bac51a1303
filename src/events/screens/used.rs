//! What was used at an event, from the stock of a hub: the list, and a few fields that add to it. Each line is a movement
//! of the ledger of stock, which names the event.

use crate::events::closing::words;
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::hubs::{HUB, ITEM, MOVEMENT, SHELF, Used, lying, typed_amount, use_up, used_at};
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::show;
use crate::model::text::Text;
use crate::model::typed::Of;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::Typing;
use crate::work::command::Command;
use leptos::prelude::*;
use std::sync::Arc;

/// The preference that keeps the hub whose stock was used last.
const LAST: &str = "event_stock";

/// What was used at the event, followed.
fn used(ui: Ui, event: Id) -> Memo<Vec<Used>> {
    memo(move || {
        ui.follow(MOVEMENT.id);
        ui.follow(ITEM.id);
        ui.look(|book, index| used_at(book, index, event))
    })
}

/// What was used, on the page of an event; nothing while nothing was.
pub fn section(ui: Ui, event: Id) -> impl IntoView {
    let used = used(ui, event);
    let any = memo(move || !used.with(Vec::is_empty));
    drawn(move || {
        any.get().then(|| view! { <section class="group"><h3>{ui.t(words::USED)}</h3>{list(ui, used)}</section> })
    })
}

/// What was used, and more of it to be added: where an event is tallied or closed.
pub fn adding(ui: Ui, event: Id) -> AnyView {
    let used = used(ui, event);
    view! {
        <section class="group">
            <h2>{ui.t(words::USED)}</h2>
            {list(ui, used)}
            <details class="more"><summary>{ui.t(words::USE)}</summary>{adder(ui, event)}</details>
        </section>
    }
    .into_any()
}

fn list(ui: Ui, used: Memo<Vec<Used>>) -> AnyView {
    let row = move |used: Used| {
        let item = item_name(ui, used.item, &used.name);
        let said = words::ITEM_COUNT.with("count", used.amount).with("item", item.as_str());
        let label = words::TAKE_OUT.with("item", item);
        let from = ui.title(&HUB, used.hub).unwrap_or_default();
        let take_out = move |_| ui.send(Command::Delete(MOVEMENT.id, used.movement));
        view! {
            <li>
                <a class="row" href=Route::Records(MOVEMENT.id, View::One(used.movement)).href()>
                    <span class="row-title" dir="auto">{ui.say(said)}</span>
                    <span class="row-line" dir="auto">{from}</span>
                </a>
                <button type="button" class="quiet" aria-label=ui.say(label) on:click=take_out>
                    <Icon path=icon_paths::TRASH/>
                </button>
            </li>
        }
    };
    let rows = move || {
        let all = used.get();
        (!all.is_empty()).then(|| view! { <ul class="rows" role="list">{all.into_iter().map(row).collect_view()}</ul> })
    };
    view! { {move || rows()} }.into_any()
}

/// From which hub, which item, how many: each is kept as it is chosen or typed, and empty again once it is written down.
fn adder(ui: Ui, event: Id) -> AnyView {
    let typing =
        |what: &str| Typing::new(ui, format!("used:{event}:{what}"), Some(Of::new(EVENT.id, event, [])), String::new());
    let (hub, item, amount) = (typing("hub"), typing("item"), typing("amount"));
    let hubs = memo(move || ui.all_named(&HUB));
    let last = StoredValue::new(ui.world().prefs.get(LAST));
    let from = memo(move || {
        let of_event = ui.record(&EVENT, event).and_then(|event| event_fields::HUB.of(&event));
        let chosen = hub.text.with(|hub| hub.parse::<Id>().ok());
        let last = last.with_value(|last| last.as_ref().and_then(|last| last.parse().ok()));
        let first = hubs.with(|hubs| hubs.first().map(|(id, _)| *id));
        let known = |id: &Id| hubs.with(|hubs| hubs.iter().any(|(hub, _)| hub == id));
        [chosen, of_event, last, first].into_iter().flatten().find(known)
    });
    // The items that lie there, as they are offered.
    let items = memo(move || {
        [MOVEMENT.id, ITEM.id, SHELF.id].iter().for_each(|kind| ui.follow(kind));
        let lang = ui.lang.get();
        let there = from.get().map(|hub| ui.look(|book, index| lying(book, index, hub))).unwrap_or_default();
        let said = there.into_iter().map(|row| {
            let text = if row.is_unknown() { words::UNCOUNTED } else { words::THERE };
            let name = item_name(ui, row.item, &row.name);
            (row.item, text.with("item", name).with("count", row.on_hand).say(lang))
        });
        said.collect::<Vec<_>>()
    });
    let chosen = memo(move || {
        let chosen = item.text.with(|item| item.parse::<Id>().ok())?;
        items.with(|items| items.iter().any(|(item, _)| *item == chosen)).then_some(chosen)
    });
    let so_many = memo(move || amount.text.with(|amount| typed_amount(amount)));
    let (busy, next) = (RwSignal::new(false), StoredValue::new(ui.work().new_id()));
    let ready = move || !busy.get() && chosen.get().is_some() && so_many.with(|many| matches!(many, Ok(Some(_))));
    let keep = move |_| {
        let (Some(hub_id), Some(item_id)) = (from.get_untracked(), chosen.get_untracked()) else { return };
        let Ok(Some(count)) = so_many.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (work, id) = (ui.work(), next.get_value());
        let author = Author { by: work.state().actor, now: work.now() };
        let name = untrack(|| item_name(ui, item_id, ""));
        let label = words::USED_SO_MANY.with("item", name).with("count", count);
        let rows = vec![use_up(id, (hub_id, item_id), count, event, author)];
        let given = [hub, item, amount].into_iter().filter_map(|typing| Some((typing, typing.give()?))).collect();
        ui.world().prefs.set(LAST, &hub_id.to_string());
        last.set_value(Some(hub_id.to_string()));
        ui.spawn(async move {
            match Typing::all_become(ui, given, Command::Once { kind: MOVEMENT.id, id, label, rows }).await {
                Ok(done) => {
                    ui.say_done(&done);
                    [hub, item, amount].into_iter().for_each(|typing| drop(typing.text.try_set(String::new())));
                    next.try_set_value(ui.work().new_id());
                }
                Err(error) => ui.warn(error.message()),
            }
            busy.try_set(false);
        });
    };
    let choose = move |at: &'static str, label: Text, offers: Offers, held: Memo<Option<Id>>, typing: Typing| {
        let options = move || {
            let held = held.get();
            let option = |(id, words): (Id, String)| {
                view! { <option value=id.to_string() selected=held == Some(id)>{words}</option> }
            };
            offers().into_iter().map(option).collect_view()
        };
        view! {
            <div class="field">
                <label class="label" for=at>{ui.t(label)}</label>
                <select id=at on:change=move |event| typing.write(event_target_value(&event))>
                    <option value="" selected=move || held.get().is_none()>{ui.t(words::CHOOSE)}</option>
                    {move || options()}
                </select>
            </div>
        }
        .into_any()
    };
    let nothing = move || {
        let none = items.with(Vec::is_empty).then_some(words::NOTHING_THERE);
        let none = if hubs.with(Vec::is_empty) { Some(words::NO_HUBS) } else { none };
        none.map(|none| view! { <p class="soft">{ui.t(none)}</p> })
    };
    let wrong = move || so_many.with(|many| many.as_ref().err().map(|message| message.say(ui.lang.get())));
    view! {
        <p class="soft">{ui.t(words::USE_WHAT)}</p>
        {choose("used-from", words::FROM, Arc::new(move || hubs.get()), from, hub)}
        {choose("used-item", words::WHICH_ITEM, Arc::new(move || items.get()), chosen, item)}
        {drawn(nothing)}
        <div class="field few-digits">
            <label for="used-many">{ui.t(words::HOW_MANY)}</label>
            <input
                id="used-many" type="text" inputmode="numeric" autocomplete="off" aria-describedby="used-wrong"
                aria-invalid=move || wrong().is_some().then_some("true") prop:value=amount.text
                on:input=move |event| amount.write(event_target_value(&event))
            />
            <p id="used-wrong" class="error" role="status">{move || wrong()}</p>
        </div>
        <div class="deeds">
            <button type="button" class="quiet" disabled=move || !ready() on:click=keep>
                <Icon path=icon_paths::PLUS/><span>{ui.t(words::ADD)}</span>
            </button>
        </div>
    }
    .into_any()
}

/// What can be chosen, each with its words.
type Offers = Arc<dyn Fn() -> Vec<(Id, String)> + Send + Sync>;

/// The item’s name in the language that is shown; otherwise what it was called when it was looked up.
fn item_name(ui: Ui, item: Id, otherwise: &str) -> String {
    let record = ui.peek(&ITEM, item);
    record.map_or_else(|| otherwise.to_owned(), |record| show::title_in(&ITEM, &record, ui.lang.get()))
}

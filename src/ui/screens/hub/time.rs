//! Staffing a hub: who comes is tallied by thumb, and every tap is kept.

use super::{item_name, lying, signed_hand};
use crate::app::command::Command;
use crate::app::count;
use crate::app::stock;
use crate::domain::date;
use crate::domain::field::Field;
use crate::domain::id::Id;
use crate::kinds::hub::HUB;
use crate::kinds::hub_visit::{HUB_VISIT, TALLIED};
use crate::kinds::movement::MOVEMENT;
use crate::ui::context::{Head, Ui};
use crate::ui::hub_words as words;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use leptos::prelude::*;
use std::time::Duration;

/// How often the minutes are looked at.
const TICK: Duration = Duration::from_secs(20);

/// Somebody staffs a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&HUB, hub).unwrap_or_default(),
        line: HUB_VISIT.name.get(ui.lang.get()).to_owned(),
        back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(ui.lang.get()))),
    });
    let going_on = Memo::new(move |_| {
        ui.follow(HUB_VISIT.id);
        let me = ui.work().state().me.dev;
        ui.look(|book, index| count::unfinished(book, index, count::TIME, hub, me))
    });
    let next = ui.next_id();
    let start = move || {
        let row = count::begin(HUB_VISIT.id, next.get(), hub, signed_hand(ui));
        ui.spawn(async move {
            ui.begin(next, &HUB_VISIT, HUB_VISIT.new.message(), vec![row]).await;
        });
    };
    move || match going_on.get() {
        None => view! {
            <div class="page">
                <Empty path=icon_paths::CLOCK title=HUB_VISIT.new purpose=words::START_TIME_WHAT/>
            </div>
            <div class="actions">
                <Quiet path=icon_paths::CLOCK text=words::START_TIME class="primary" on_tap=start/>
            </div>
        }
        .into_any(),
        Some(id) => tally(ui, hub, id).into_any(),
    }
}

fn tally(ui: Ui, hub: Id, id: Id) -> impl IntoView {
    let since = ui.peek(&HUB_VISIT, id).and_then(|record| date::moment(record.text("when")?));
    let now = RwSignal::new(ui.work().now());
    let look = move || {
        now.try_set(ui.work().now());
    };
    let ticking = set_interval_with_handle(look, TICK);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let passed = move || {
        let since = since?;
        let minutes = (now.get().moment() - since).num_minutes().max(0);
        Some(words::SINCE.with("time", since.format("%H:%M").to_string()).with("minutes", minutes).say(ui.lang.get()))
    };
    let buttons = TALLIED.iter().filter_map(|key| HUB_VISIT.field(key)).map(|field| button(ui, id, field));
    let finish = move || {
        let name = untrack(|| ui.title(&HUB, hub)).unwrap_or_default();
        let rows = vec![count::finish(count::TIME, id, signed_hand(ui))];
        let command = Command::Write { label: words::TIME_ENDED.with("hub", name), rows };
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(command).await.is_ok() {
                ui.go_on(here, Route::Records(HUB.id, View::One(hub)));
            }
        });
    };
    view! {
        <div class="page" data-stack="">
            <p class="soft">{passed}</p>
            <ul class="tally" role="list">{buttons.collect_view()}</ul>
            <div class="deeds">
                <a class="quiet" href=Route::Records(HUB_VISIT.id, View::Edit(id)).href()>
                    <Icon path=icon_paths::PENCIL/><span>{ui.t(words::WRITE_NOTES)}</span>
                </a>
            </div>
            {taken(ui, hub, id)}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=finish/>
        </div>
    }
}

/// What people take meanwhile: a tap an item, and the stock follows.
fn taken(ui: Ui, hub: Id, visit: Id) -> impl IntoView {
    let items = Memo::new(move |_| {
        lying(ui, hub).into_iter().map(|row| (row.item, item_name(ui, row.item))).collect::<Vec<_>>()
    });
    let rows = move || items.get().into_iter().map(|(item, name)| took(ui, hub, visit, item, name)).collect_view();
    move || {
        items.with(|items| !items.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2>{ui.t(words::TAKEN_FROM_HERE)}</h2>
                    <ul class="tally" role="list">{rows}</ul>
                </section>
            }
        })
    }
}

fn took(ui: Ui, hub: Id, visit: Id, item: Id, name: String) -> impl IntoView {
    let taken = Memo::new(move |_| {
        ui.follow(MOVEMENT.id);
        ui.look(|book, index| stock::taken_during(book, index, visit, item))
    });
    let count = move || i64::try_from(taken.with(Vec::len)).unwrap_or(0);
    let kept = StoredValue::new(name.clone());
    // Those that are being taken back: a second tap takes back another one.
    let going = StoredValue::new(Vec::<Id>::new());
    let add = move |by: i64| match by {
        1 => {
            let row = stock::took_one(ui.work().new_id(), hub, item, visit, signed_hand(ui));
            keep(ui, Command::Write { label: words::TOOK_ONE.with("item", kept.get_value()), rows: vec![row] });
        }
        _ => {
            let left = |id: &&Id| going.with_value(|going| !going.contains(id));
            if let Some(last) = taken.with_untracked(|taken| taken.iter().rev().find(left).copied()) {
                going.update_value(|going| going.push(last));
                let work = ui.work();
                ui.spawn(async move {
                    if let Err(error) = work.run(Command::Delete(MOVEMENT.id, last)).await {
                        going.try_update_value(|going| going.retain(|id| *id != last));
                        ui.warn(error.message());
                    }
                });
            }
        }
    };
    let more = move || words::TAKE_ONE.with("item", kept.get_value()).with("count", count()).say(ui.lang.get());
    let fewer = move || words::TAKE_BACK_ONE.with("item", kept.get_value()).say(ui.lang.get());
    counter(name.into_view(), count, more, fewer, add)
}

/// Keeps what was tapped. That it is kept is seen in the number, so nothing more is said.
fn keep(ui: Ui, command: Command) {
    let work = ui.work();
    ui.spawn(async move {
        if let Err(error) = work.run(command).await {
            ui.warn(error.message());
        }
    });
}

/// A tally of people or of what came of it.
fn button(ui: Ui, id: Id, field: &'static Field) -> impl IntoView {
    let count = move || {
        let record = ui.record(&HUB_VISIT, id);
        record.and_then(|record| record.get(field.key)?.as_whole()).unwrap_or(0)
    };
    let add = move |by: i64| {
        let label = words::COUNT_SAVED.with("item", field.label);
        keep(ui, Command::Add { kind: HUB_VISIT.id, id, field: field.key, by, label });
    };
    let more = move || words::ONE_MORE.with("what", field.label).with("count", count()).say(ui.lang.get());
    let fewer = move || words::ONE_FEWER.with("what", field.label).say(ui.lang.get());
    counter(ui.t(field.label), count, more, fewer, add)
}

/// A tap for one more, and a smaller one to mend a slip.
fn counter(
    name: impl IntoView + 'static,
    count: impl Fn() -> i64 + Copy + Send + Sync + 'static,
    more: impl Fn() -> String + Send + Sync + 'static,
    fewer: impl Fn() -> String + Send + Sync + 'static,
    add: impl Fn(i64) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" aria-label=more on:click=move |_| add(1)>
                <b>{move || count().to_string()}</b><span dir="auto">{name}</span>
            </button>
            <button type="button" aria-label=fewer disabled=move || count() == 0 on:click=move |_| add(-1)>"−"</button>
        </li>
    }
}

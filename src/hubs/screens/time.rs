//! Staffing a hub: who comes is tallied by thumb, and every tap is kept. What happens is `hubs/tally.rs`; here it is
//! drawn, and taps are handed on.

use super::{item_name, lying, signed_hand};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::hub_visit::{HUB_VISIT, TALLIED, fields as hub_visit};
use crate::hubs::kinds::movement::MOVEMENT;
use crate::hubs::tally::{Tally, TallyAct, TallyEvent};
use crate::hubs::{count, stock, words};
use crate::model::date;
use crate::model::handle::NumberField;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::services::{AT_HUB, all_ways_to_help};
use crate::ui::context::{Head, NextId, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How often the minutes are looked at.
const TICK: Duration = Duration::from_secs(20);

/// The screen of somebody who staffs a hub. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    hub: Id,
    /// The identity for the time that begins next.
    next: NextId,
    tally: StoredValue<Tally>,
    /// Keeps a double tap that begins the time from ending it.
    guard: Guard,
}

/// Somebody staffs a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&HUB, hub).unwrap_or_default(),
        line: HUB_VISIT.name.get(ui.lang.get()).to_owned(),
        back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(ui.lang.get()))),
    });
    let going_on = memo(move || {
        ui.follow(HUB_VISIT.id);
        let me = ui.work().state().me.dev;
        ui.look(|book, index| count::unfinished(book, index, count::TIME, hub, me))
    });
    let guard = Guard::over(move || going_on.get());
    let screen = Screen { ui, hub, next: ui.next_id(), tally: StoredValue::new(Tally::default()), guard };
    drawn(move || {
        match going_on.get() {
        None => view! {
            <div class="page">
                <Empty path=icon_paths::CLOCK title=HUB_VISIT.new purpose=words::START_TIME_WHAT/>
            </div>
            <div class="actions" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <Quiet path=icon_paths::CLOCK text=words::START_TIME class="primary" on_tap=move || screen.tell(screen.next.get(), TallyEvent::Begin)/>
            </div>
        }
        .into_any(),
        Some(id) => screen.view(id).into_any(),
    }
    })
}

impl Screen {
    /// Tells the tally what happened, and does what follows.
    fn tell(self, time: Id, event: TallyEvent<'_>) {
        if let Some(act) = self.tally.try_update_value(|tally| tally.on(event)).flatten() {
            self.act(time, act);
        }
    }

    fn act(self, time: Id, act: TallyAct) {
        let (ui, hub) = (self.ui, self.hub);
        let work = ui.work();
        match act {
            TallyAct::Begin => {
                let row = count::begin(count::TIME, time, hub, signed_hand(ui));
                ui.spawn(async move {
                    ui.begin(self.next, &HUB_VISIT, HUB_VISIT.new.message(), vec![row]).await;
                    self.tell(time, TallyEvent::Done);
                });
            }
            TallyAct::Add(field, by) => {
                let label = words::COUNT_SAVED.with("item", label(field));
                keep(ui, Command::Add { kind: HUB_VISIT.id, id: time, field: field.key(), by, label });
            }
            TallyAct::TookOne(item) => {
                let row = stock::took_one(work.new_id(), hub, item, time, signed_hand(ui));
                let name = untrack(|| item_name(ui, item));
                keep(ui, Command::Write { label: words::TOOK_ONE.with("item", name), rows: vec![row] });
            }
            TallyAct::TakeBack(id) => ui.spawn(async move {
                if let Err(error) = work.run(Command::Delete(MOVEMENT.id, id)).await {
                    ui.warn(error.message());
                }
                self.tell(time, TallyEvent::Answered(id));
            }),
            TallyAct::End => {
                let name = untrack(|| ui.title(&HUB, hub)).unwrap_or_default();
                let rows = vec![count::finish(count::TIME, time, signed_hand(ui))];
                let command = Command::Write { label: words::TIME_ENDED.with("hub", name), rows };
                let here = ui.here();
                ui.spawn(async move {
                    if ui.run(command).await.is_ok() {
                        ui.go_on(here, Route::Records(HUB.id, View::One(hub)));
                    }
                    self.tell(time, TallyEvent::Done);
                });
            }
        }
    }

    fn view(self, id: Id) -> impl IntoView {
        let ui = self.ui;
        let since = ui.peek(&HUB_VISIT, id).and_then(|record| date::moment(hub_visit::WHEN.of(&record)?));
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
            let lang = ui.lang.get();
            Some(words::SINCE.with("time", date::say_time(since, lang)).with("minutes", minutes).say(lang))
        };
        let buttons = TALLIED.iter().map(|field| self.button(id, *field));
        view! {
            <div class="page" data-stack="">
                <p class="soft">{move || passed()}</p>
                <ul class="tally" role="list">{buttons.collect_view()}</ul>
                <div class="deeds">
                    <a class="quiet" href=Route::Records(HUB_VISIT.id, View::Edit(id)).href()>
                        <Icon path=icon_paths::PENCIL/><span>{ui.t(words::WRITE_NOTES)}</span>
                    </a>
                </div>
                {self.taken(id)}
                {all_ways_to_help(ui, AT_HUB)}
            </div>
            <div class="actions" data-settling=self.guard.settling() on:click:capture=self.guard.sieve()>
                <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=move || self.tell(id, TallyEvent::End)/>
            </div>
        }
    }

    /// What people take meanwhile: one tap for each, which changes the stock.
    fn taken(self, time: Id) -> impl IntoView {
        let (ui, hub) = (self.ui, self.hub);
        let items =
            memo(move || lying(ui, hub).into_iter().map(|row| (row.item, item_name(ui, row.item))).collect::<Vec<_>>());
        let rows = move || items.get().into_iter().map(|(item, name)| self.took(time, item, name)).collect_view();
        drawn(move || {
            items.with(|items| !items.is_empty()).then(|| {
                view! {
                    <section class="group">
                        <h2>{ui.t(words::TAKEN_FROM_HERE)}</h2>
                        <ul class="tally" role="list">{move || rows()}</ul>
                    </section>
                }
            })
        })
    }

    fn took(self, time: Id, item: Id, name: String) -> impl IntoView {
        let ui = self.ui;
        let taken = memo(move || {
            ui.follow(MOVEMENT.id);
            ui.look(|book, index| stock::taken_during(book, index, time, item))
        });
        let count = move || i64::try_from(taken.with(Vec::len)).unwrap_or(0);
        let kept = StoredValue::new(name.clone());
        let add = move |by: i64| match by {
            1 => self.tell(time, TallyEvent::Took(item)),
            _ => taken.with_untracked(|taken| self.tell(time, TallyEvent::PutBack(taken))),
        };
        let more = move || words::TAKE_ONE.with("item", kept.get_value()).with("count", count()).say(ui.lang.get());
        let fewer = move || words::TAKE_BACK_ONE.with("item", kept.get_value()).say(ui.lang.get());
        counter(name.into_view(), count, more, fewer, add)
    }

    /// The buttons of one tally.
    fn button(self, id: Id, field: NumberField) -> impl IntoView {
        let ui = self.ui;
        let label = label(field);
        let count = move || ui.record(&HUB_VISIT, id).and_then(|record| field.whole_of(&record)).unwrap_or(0);
        let add = move |by: i64| self.tell(id, TallyEvent::Tallied(field, by));
        let more = move || words::ONE_MORE.with("what", label).with("count", count()).say(ui.lang.get());
        let fewer = move || words::ONE_FEWER.with("what", label).say(ui.lang.get());
        counter(ui.t(label), count, more, fewer, add)
    }
}

/// What is tallied in a field.
fn label(field: NumberField) -> Text {
    HUB_VISIT.label(field.key())
}

/// Stores what was tapped. The number shows that it is stored, so no message does.
fn keep(ui: Ui, command: Command) {
    let work = ui.work();
    ui.spawn(async move {
        if let Err(error) = work.run(command).await {
            ui.warn(error.message());
        }
    });
}

/// A large button for one more, and a small one for one fewer.
fn counter(
    name: impl IntoView + 'static,
    count: impl Fn() -> i64 + Copy + Send + Sync + 'static,
    more: impl Fn() -> String + Send + Sync + 'static,
    fewer: impl Fn() -> String + Send + Sync + 'static,
    add: impl Fn(i64) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    counter_of(name.into_any(), Arc::new(count), Box::new(more), Box::new(fewer), Arc::new(add))
}

fn counter_of(
    name: AnyView,
    count: Arc<dyn Fn() -> i64 + Send + Sync>,
    more: Box<dyn Fn() -> String + Send + Sync>,
    fewer: Box<dyn Fn() -> String + Send + Sync>,
    add: Arc<dyn Fn(i64) + Send + Sync>,
) -> AnyView {
    let (counted, added) = (count.clone(), add.clone());
    view! {
        <li>
            <button type="button" aria-label=move || more() on:click=move |_| added(1)>
                <b>{move || counted().to_string()}</b><span dir="auto">{name}</span>
            </button>
            <button type="button" aria-label=move || fewer() disabled=move || count() == 0 on:click=move |_| add(-1)>"−"</button>
        </li>
    }
    .into_any()
}

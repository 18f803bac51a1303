//! The count: made for standing at a table, one item after the other, every number kept as soon as it is entered. What
//! happens is `hubs/count/counting.rs`; here it is drawn, and taps and keys are handed on.

mod item;
mod sheet;
mod summary;

use super::{follow_stock, item_name, signed, signed_hand, zone_name};
use crate::hubs::count::counting::{self, CountAct, CountEvent, Counting, PadKey, Tables};
use crate::hubs::count::{self, CountLine, CountWalk};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::words;
use crate::model::id::Id;
use crate::ports::FileError;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{KEEP_AFTER, on_leaving};
use crate::ui::words as common;
use crate::work::workspace::WorkError;
use leptos::html;
use leptos::prelude::*;

/// The screen of a count. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    hub: Id,
    /// The walk, which has a record from the first number on.
    id: Id,
    walk: Memo<CountWalk>,
    /// The state of the count. It outlives the screen: a number that could not be stored is stored as typed text later.
    counting: StoredValue<ArcRwSignal<Counting>>,
    /// Tells when nobody has typed for a moment.
    pause: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// Keeps the second half of a double tap from the item that comes next.
    guard: Guard,
    input: NodeRef<html::Input>,
}

/// The count of a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    let work = ui.work();
    let me = work.state().me.dev;
    let unfinished = ui.look(|book, index| count::unfinished(book, index, count::WALK, hub, me));
    let (known, typed) = {
        let state = work.state();
        counting::typed_before(&state.typed, &state.book, hub, unfinished)
    };
    let id = known.unwrap_or_else(|| work.new_id());
    let walk = memo(move || {
        follow_stock(ui);
        ui.look(|book, index| count::walk(book, index, hub, id))
    });
    let counting = walk.with_untracked(|walk| Counting::new(hub, id, typed, walk));
    let screen = Screen {
        ui,
        hub,
        id,
        walk,
        counting: StoredValue::new(ArcRwSignal::new(counting)),
        pause: StoredValue::new_local(None),
        guard: Guard::default(),
        input: NodeRef::new(),
    };
    effect(move || {
        walk.track();
        untrack(|| screen.tell(CountEvent::Changed));
    });
    // A scanner types wherever the focus is.
    let keys = window_event_listener(leptos::ev::keydown, move |event| screen.key(&event));
    on_cleanup(move || {
        keys.remove();
        ui.dirty.try_set(false);
    });
    on_leaving(ui, move || {
        screen.tell(CountEvent::Leaving);
    });
    let line = screen.line();
    ui.head(move || {
        let lang = ui.lang.get();
        let line = line.get().map(|line| zone_name(ui, &line.zone)).unwrap_or_default();
        let title = ui.title(&HUB, hub).unwrap_or_default();
        Head { title, line, back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(lang))) }
    });
    // The item is drawn anew for another place only, not for what is entered.
    let state = memo(move || {
        let all = walk.with(|walk| walk.lines.len());
        (all == 0, screen.with(|counting, tables| counting.place(tables.walk)) >= all)
    });
    drawn(move || match state.get() {
        (true, _) => view! {
            <div class="page">
                <Empty path=icon_paths::COMMUNITY title=words::ON_THE_TABLES purpose=words::NOTHING_THERE/>
            </div>
        }
        .into_any(),
        (_, true) => screen.summary().into_any(),
        _ => screen.item().into_any(),
    })
}

impl Screen {
    /// Reads the state of the count, and follows it.
    fn with<R>(self, look: impl FnOnce(&Counting, Tables<'_>) -> R) -> R {
        let place_of = |code: &str| self.place_of(code);
        self.walk.with(|walk| {
            let tables = Tables { walk, place_of: &place_of };
            self.counting.with_value(|counting| counting.with(|counting| look(counting, tables)))
        })
    }

    /// The line that is shown.
    fn line(self) -> Memo<Option<CountLine>> {
        memo(move || self.with(|counting, tables| counting.line(tables.walk).cloned()))
    }

    fn place_of(self, code: &str) -> Option<usize> {
        let work = self.ui.work();
        self.walk.with_untracked(|walk| count::place_of_code(&work.state().book, walk, code))
    }

    /// Tells the count what happened. Returns whether the key that was pressed must not do what it usually does.
    fn tell(self, event: CountEvent) -> bool {
        self.counting.try_get_value().is_some_and(|counting| self.tell_of(&counting, event))
    }

    /// The same, also when the screen was left meanwhile.
    fn tell_of(self, counting: &ArcRwSignal<Counting>, event: CountEvent) -> bool {
        let (ui, hub, id) = (self.ui, self.hub, self.id);
        let walk = self.walk.try_get_untracked();
        let walk = walk.unwrap_or_else(|| ui.look(|book, index| count::walk(book, index, hub, id)));
        let work = ui.work();
        let place_of = |code: &str| count::place_of_code(&work.state().book, &walk, code);
        let tables = Tables { walk: &walk, place_of: &place_of };
        let acts = counting.try_update(|counting| counting.on(event, tables)).unwrap_or_default();
        let swallow = acts.contains(&CountAct::Swallow);
        acts.into_iter().for_each(|act| self.act(counting, act));
        let unkept = counting.with_untracked(Counting::is_unkept);
        if self.is_shown() && ui.dirty.get_untracked() != unkept {
            ui.dirty.set(unkept);
        }
        swallow
    }

    fn is_shown(self) -> bool {
        self.counting.try_get_value().is_some()
    }

    fn act(self, counting: &ArcRwSignal<Counting>, act: CountAct) {
        let (ui, counting) = (self.ui, counting.clone());
        let work = ui.work();
        match act {
            CountAct::Keep { ticket, item, amount, typed } => {
                let name = untrack(|| item_name(ui, item));
                let label = words::COUNT_SAVED.with("item", name).with("count", amount.unwrap_or(0));
                let (walk, found) = ((self.hub, self.id), (item, amount));
                let said = (signed_hand(ui), label);
                let command = ui.look(|book, index| counting::command(book, index, walk, found, said));
                let places: Vec<String> = typed.into_iter().collect();
                ui.spawn(async move {
                    let result = work.run_typed(command, &places).await;
                    self.tell_of(&counting, CountEvent::Kept { ticket, ok: result.is_ok() });
                    if let Err(error) = result {
                        ui.warn(error.message());
                    }
                });
            }
            CountAct::KeepTyped(item, typed) => ui.spawn(async move {
                if let Err(error) = work.keep_typed(typed).await {
                    // What a policy forbids to keep is not tried again.
                    if !matches!(error, WorkError::Refused(_)) {
                        self.tell_of(&counting, CountEvent::TypedNotKept(item));
                    }
                    ui.warn(error.message());
                }
            }),
            CountAct::Wait => self.wait(&counting),
            CountAct::Moved => self.guard.moved(),
            CountAct::Focus => {
                if let Some(input) = self.input.get_untracked() {
                    drop(input.focus());
                }
            }
            CountAct::Swallow => {}
            CountAct::NoSuchCode(code) => ui.toast(words::NO_SUCH_CODE.with("code", code), None),
        }
    }

    /// Waits until nobody has typed for a moment.
    fn wait(self, counting: &ArcRwSignal<Counting>) {
        let paused = move || {
            self.tell(CountEvent::Paused);
        };
        let waits = self.pause.try_update_value(|pause| {
            if let Some(pause) = pause.take() {
                pause.clear();
            }
            *pause = set_timeout_with_handle(paused, KEEP_AFTER).ok();
        });
        if waits.is_none() {
            // The screen is gone: there is nothing to wait for.
            self.tell_of(counting, CountEvent::Leaving);
        }
    }

    /// A key was pressed, whatever has the focus.
    fn key(self, event: &leptos::ev::KeyboardEvent) {
        let elsewhere = document().query_selector("dialog[open]").ok().flatten().is_some();
        if elsewhere || event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let input = self.input.get_untracked();
        let in_field = input.is_some_and(|input| document().active_element().is_some_and(|active| active == **input));
        let key = PadKey { key: event.key(), at_ms: event.time_stamp(), repeats: event.repeat(), in_field };
        if self.tell(CountEvent::Key(key)) {
            event.prevent_default();
        }
    }

    /// The camera looks at a barcode, where the browser can read one.
    fn look(self) {
        let ui = self.ui;
        ui.spawn(async move {
            match ui.world().files.scan().await {
                Ok(Some(code)) => drop(self.tell(CountEvent::Seen(code))),
                Ok(None) => ui.toast(words::NO_CODE_SEEN, None),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => ui.warn(common::NO_PICTURE.with("cause", cause)),
            }
        });
    }

    /// Hands on a tap, unless it was meant for what was there before.
    fn tap(self, event: CountEvent) -> impl Fn(leptos::ev::MouseEvent) + Clone + 'static {
        move |tap| {
            if self.guard.takes(&tap) {
                self.tell(event.clone());
            }
        }
    }
}

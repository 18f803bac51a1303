//! An item of a count: the number, the keypad, and the way on.

use super::{Screen, item_name, signed};
use crate::hubs::count::CountEntry;
use crate::hubs::count::counting::CountEvent;
use crate::hubs::kinds::item::MOST;
use crate::hubs::screens::pad::{PadTap, keypad};
use crate::hubs::words;
use crate::model::text::Text;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::words as common;
use leptos::prelude::*;

impl Screen {
    pub(crate) fn item(self) -> impl IntoView {
        let ui = self.ui;
        let line = self.line();
        let entry = memo(move || self.with(|counting, tables| counting.entry(tables)));
        let text = move || self.with(|counting, _| counting.text().to_owned());
        let place = memo(move || self.with(|counting, tables| counting.place(tables.walk)));
        let name = move || line.with(|line| line.as_ref().map(|line| item_name(ui, line.item)).unwrap_or_default());
        let expected = move || line.with(|line| line.as_ref().map_or(0, |line| line.expected));
        let first = memo(move || line.with(|line| line.as_ref().is_some_and(|line| line.first)));
        let before = move || match first.get() {
            true => words::FIRST_COUNT.get(ui.lang.get()).to_owned(),
            false => words::EXPECTED.with("count", expected()).say(ui.lang.get()),
        };
        let wrong = move || entry.with(|entry| matches!(entry, CountEntry::Code(_) | CountEntry::Unlikely(_)));
        let differs = move || {
            let lang = ui.lang.get();
            match entry.get() {
                CountEntry::Nothing => String::new(),
                CountEntry::Code(code) if code.starts_with('0') || self.place_of(&code).is_some() => {
                    words::IS_A_CODE.with("code", code).say(lang)
                }
                CountEntry::Code(_) => words::TOO_MANY.with("most", MOST.to_string()).say(lang),
                CountEntry::Unlikely(number) if first.get() => words::SO_MANY_NEW.with("count", number).say(lang),
                CountEntry::Unlikely(number) => words::SO_MANY.with("count", number).with("was", expected()).say(lang),
                CountEntry::Amount(_) if first.get() => String::new(),
                CountEntry::Amount(number) if number == expected() => words::AS_EXPECTED.get(lang).to_owned(),
                CountEntry::Amount(number) => words::DIFFERS.with("count", signed(number - expected())).say(lang),
            }
        };
        let mean = move || match entry.get() {
            CountEntry::Unlikely(number) => Some(view! {
                <button type="button" class="quiet no-print" on:click=move |_| { self.tell(CountEvent::Meant); }>
                    <Icon path=icon_paths::CHECK/><span>{ui.say(words::SO_MANY_YES.with("count", number))}</span>
                </button>
            }),
            _ => None,
        };
        let tap = move |tap: PadTap| {
            self.tell(match tap {
                PadTap::Digit(digit) => CountEvent::Digit(digit),
                PadTap::RubOut => CountEvent::RubOut,
            });
        };
        view! {
            <div class="page count">
                {self.progress()}
                <h2 class="no-print" dir="auto" id="counted-item">{move || name()}</h2>
                <p class="soft no-print">{move || before()}</p>
                <div class="stepper no-print">
                    <button type="button" aria-label=ui.t(words::FEWER) on:click=move |_| { self.tell(CountEvent::Step(-1)); }>"−"</button>
                    <input
                        type="text" inputmode="none" autocomplete="off" node_ref=self.input
                        aria-labelledby="counted-item" aria-describedby="differs" aria-invalid=move || wrong().to_string()
                        prop:value=move || text()
                        on:input=move |event| { self.tell(CountEvent::Typed(event_target_value(&event))); }
                        on:change=move |_| { self.tell(CountEvent::Left); }
                    />
                    <button type="button" aria-label=ui.t(words::MORE) on:click=move |_| { self.tell(CountEvent::Step(1)); }>"+"</button>
                    <button type="button" data-same="" hidden=move || first.get() data-settling=self.guard.settling() on:click=self.tap(CountEvent::Same)>{ui.t(words::SAME)}</button>
                </div>
                <p id="differs" role="status" class=move || if wrong() { "error no-print" } else { "soft no-print" }>{move || differs()}</p>
                {move || mean()}
                {self.sheet()}
            </div>
            <div class="actions counting no-print">
                {keypad(ui, tap)}
                <div class="count-go">
                    {self.turn(icon_paths::BACK, common::BACK, -1, Signal::derive(move || place.get() > 0))}
                    {self.turn(icon_paths::ARROW, words::SKIP_ITEM, 1, Signal::derive(move || text().is_empty()))}
                    <button
                        type="button" class="primary" disabled=move || entry.with(|entry| !matches!(entry, CountEntry::Amount(_)))
                        data-settling=self.guard.settling() on:click=self.tap(CountEvent::Turn(1))
                    >
                        <span>{ui.t(words::NEXT_ITEM)}</span><Icon path=icon_paths::CHEVRON/>
                    </button>
                </div>
                <p class="soft">{move || self.walk.with(|walk| {
                    let lang = ui.lang.get();
                    let left = words::NOT_COUNTED_YET.with("count", walk.left()).say(lang);
                    format!("{left} · {}", words::DIFFERENCES.with("count", signed(walk.difference())).say(lang))
                })}</p>
            </div>
        }
    }

    fn turn(self, path: &'static str, text: Text, by: isize, can: Signal<bool>) -> impl IntoView {
        let ui = self.ui;
        view! {
            <button
                type="button" class="quiet" disabled=move || !can.get() data-settling=self.guard.settling()
                on:click=self.tap(CountEvent::Turn(by))
            >
                <Icon path=path/><span>{ui.t(text)}</span>
            </button>
        }
    }

    pub(crate) fn progress(self) -> impl IntoView {
        let ui = self.ui;
        let all = move || self.walk.with(|walk| walk.lines.len());
        let counted = move || self.walk.with(|walk| walk.lines.len() - walk.left());
        let words = move || words::OF_ALL.with("counted", counted()).with("all", all()).say(ui.lang.get());
        view! {
            <div class="progress no-print">
                <label for="counted">{move || words()}</label>
                <progress id="counted" max=move || all().to_string() value=move || counted().to_string()></progress>
            </div>
        }
    }
}

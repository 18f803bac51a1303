//! The count: made for standing at a table, one item after the other, every number kept as soon as it is entered.

use super::{follow_stock, item_name, signed, signed_hand, zone_name};
use crate::app::command::Command;
use crate::app::count::{self, Entry, Line, Walk};
use crate::app::stock;
use crate::domain::date;
use crate::domain::id::Id;
use crate::domain::scanner::Strokes;
use crate::domain::text::Text;
use crate::kinds::hub::HUB;
use crate::kinds::item::{MOST, SHELF};
use crate::kinds::movement::COUNT;
use crate::ports::FileError;
use crate::ui::context::{Head, Ui};
use crate::ui::hub_words as words;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::html;
use leptos::prelude::*;

/// The digits as they stand on the number pad of a telephone's big brother, the calculator.
const DIGITS: [char; 10] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'];

/// A walk along a hub. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Counting {
    ui: Ui,
    hub: Id,
    /// The walk, which has a record from the first number on.
    id: Id,
    walk: Memo<Walk>,
    /// The item one stands before; behind the last one, the summary.
    at: RwSignal<usize>,
    /// What stands in the number's place.
    typed: RwSignal<String>,
    /// Whether one has just come here: the next digit begins a number.
    fresh: StoredValue<bool>,
    /// What was given to be kept last: an item and its number.
    given: StoredValue<Option<(Id, i64)>>,
    /// Whether the number was typed on a keyboard, as a scanner would, and not tapped.
    by_keys: RwSignal<bool>,
    /// An item and a number of it that somebody said they mean.
    meant: RwSignal<Option<(Id, i64)>>,
    /// The keys that were pressed last.
    strokes: StoredValue<Strokes>,
    /// Keeps a double tap from the item that comes next.
    guard: Guard,
    input: NodeRef<html::Input>,
}

/// The count of a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    let me = ui.work().state().me.dev;
    let known = ui.look(|book, index| count::unfinished(book, index, count::WALK, hub, me));
    let id = known.unwrap_or_else(|| ui.work().new_id());
    let walk = Memo::new(move |_| {
        follow_stock(ui);
        ui.look(|book, index| count::walk(book, index, hub, id))
    });
    // Where one was broken off: before the number entered last, which may be half of what was meant.
    let at = RwSignal::new(walk.with_untracked(|walk| walk.last).unwrap_or(0));
    let counting = Counting {
        ui,
        hub,
        id,
        walk,
        at,
        typed: RwSignal::default(),
        fresh: StoredValue::new(true),
        given: StoredValue::new(None),
        by_keys: RwSignal::new(false),
        meant: RwSignal::new(None),
        strokes: StoredValue::default(),
        guard: Guard::default(),
        input: NodeRef::new(),
    };
    counting.read();
    // A scanner types wherever the focus is.
    let keys = window_event_listener(leptos::ev::keydown, move |event| counting.key(&event));
    on_cleanup(move || keys.remove());
    ui.head(move || {
        let lang = ui.lang.get();
        let line = counting.line().map(|line| zone_name(ui, &line.zone)).unwrap_or_default();
        let title = ui.title(&HUB, hub).unwrap_or_default();
        Head { title, line, back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(lang))) }
    });
    // The item changes with the place alone: what is entered must not draw it anew.
    let state = Memo::new(move |_| {
        let all = walk.with(|walk| walk.lines.len());
        (all == 0, at.get() >= all)
    });
    move || match state.get() {
        (true, _) => view! {
            <div class="page">
                <Empty path=icon_paths::COMMUNITY title=words::ON_THE_TABLES purpose=words::NOTHING_THERE/>
            </div>
        }
        .into_any(),
        (_, true) => counting.summary().into_any(),
        _ => counting.item().into_any(),
    }
}

impl Counting {
    fn line(self) -> Option<Line> {
        let at = self.at.get();
        self.walk.with(|walk| walk.lines.get(at).cloned())
    }

    /// The line one stands before, not followed.
    fn here(self) -> Option<Line> {
        untrack(|| self.line())
    }

    /// Shows the number that is known of where one stands.
    fn read(self) {
        let found = self.here().and_then(|line| line.found);
        self.typed.set(found.map(|found| found.to_string()).unwrap_or_default());
        self.by_keys.set(false);
    }

    fn stand_at(self, at: usize) {
        self.at.set(at);
        self.read();
        self.fresh.set_value(true);
        if let Some(input) = self.input.get_untracked() {
            drop(input.focus());
        }
    }

    fn go(self, by: isize) {
        self.keep();
        if untrack(|| self.asked().is_some()) {
            return;
        }
        self.guard.moved();
        self.stand_at(self.at.get_untracked().saturating_add_signed(by));
    }

    /// What is typed where one stands, followed.
    fn entry(self) -> Entry {
        let line = self.line();
        let known = |code: &str| self.place_of(code).is_some();
        let entry = self.typed.with(|typed| count::entry(typed, line.as_ref().map_or(0, |line| line.expected), known));
        match entry {
            // A thumb taps no codes, and who was asked knows.
            Entry::Unlikely(number)
                if !self.by_keys.get() || line.is_some_and(|line| self.meant.get() == Some((line.item, number))) =>
            {
                Entry::Amount(number)
            }
            entry => entry,
        }
    }

    /// The number as it is typed; none while there is nothing or no whole number that can be meant.
    fn number(self) -> Option<i64> {
        match self.entry() {
            Entry::Amount(number) => Some(number),
            _ => None,
        }
    }

    /// The number that is asked about before it is kept.
    fn asked(self) -> Option<i64> {
        match self.entry() {
            Entry::Unlikely(number) => Some(number),
            _ => None,
        }
    }

    /// Takes a number that was tapped, and keeps it at once.
    fn enter(self, typed: String) {
        self.by_keys.set(false);
        self.typed.set(typed);
        self.keep();
    }

    /// A key was pressed, whatever has the focus.
    fn key(self, event: &leptos::ev::KeyboardEvent) {
        let elsewhere = document().query_selector("dialog[open]").ok().flatten().is_some();
        if elsewhere || event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (key, at) = (event.key(), event.time_stamp());
        let mut letters = key.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if !event.repeat() => {
                self.strokes.update_value(|strokes| strokes.press(letter, at));
            }
            _ if matches!(&*key, "Enter" | "Tab") => {
                let scanned = self.strokes.try_update_value(|strokes| strokes.end(at)).flatten();
                let input = self.input.get_untracked();
                let here =
                    input.is_some_and(|input| document().active_element().is_some_and(|active| active == **input));
                if let Some(code) = scanned {
                    // On a button, the Enter of a scanner would press it.
                    event.prevent_default();
                    self.scanned(&code);
                } else if key == "Enter" && here {
                    event.prevent_default();
                    if !event.repeat() {
                        self.entered();
                    }
                }
            }
            _ if key == "Shift" => {}
            _ => self.strokes.update_value(Strokes::forget),
        }
    }

    /// What was typed is entered.
    fn entered(self) {
        match untrack(|| self.entry()) {
            Entry::Amount(_) => self.go(1),
            Entry::Code(code) if !self.find(&code) => self.read(),
            Entry::Code(_) | Entry::Unlikely(_) | Entry::Nothing => {}
        }
    }

    /// A scanner typed the code of an item. What somebody typed before it is the number of the item where they stand.
    fn scanned(self, heard: &str) {
        let typed = self.typed.get_untracked();
        let scan = count::scanned(&typed, heard, |code| self.place_of(code).is_some());
        match scan.before {
            None => self.read(),
            Some(before) => {
                self.typed.set(before.to_owned());
                self.keep();
                match untrack(|| self.entry()) {
                    // What is asked about is answered first.
                    Entry::Unlikely(_) => return,
                    Entry::Code(_) => self.read(),
                    Entry::Amount(_) | Entry::Nothing => {}
                }
            }
        }
        self.find(scan.code);
    }

    /// Keeps the number that stands there. What is typed on a keyboard is kept only when it is left: a scanner types
    /// like one, and the first digits of a barcode are no number of pieces.
    fn keep(self) {
        let Some((line, amount)) = self.here().zip(untrack(|| self.number())) else { return };
        self.fresh.set_value(false);
        // Keeping it takes a moment, in which one may go on and leave it here a second time.
        if line.found == Some(amount) || self.given.get_value() == Some((line.item, amount)) {
            return;
        }
        self.given.set_value(Some((line.item, amount)));
        let (ui, hub, id) = (self.ui, self.hub, self.id);
        let work = ui.work();
        let hand = signed_hand(ui);
        let row = ui.look(|book, index| stock::found(book, index, hub, line.item, id, amount, hand));
        let begins = ui.peek(&COUNT, id).is_none().then(|| count::begin(COUNT.id, id, hub, hand));
        let label = words::COUNT_SAVED.with("item", item_name(ui, line.item)).with("count", amount);
        let command = Command::Write { label, rows: begins.into_iter().chain([row]).collect() };
        ui.spawn(async move {
            if let Err(error) = work.run(command).await {
                self.given.try_set_value(None);
                ui.warn(error.message());
            }
        });
    }

    /// One more or one fewer; from what was expected, where nothing is entered yet.
    fn step(self, by: i64) {
        let expected = self.here().map_or(0, |line| line.expected);
        let from = untrack(|| self.number()).unwrap_or(expected);
        self.enter((from + by).max(0).to_string());
    }

    fn digit(self, digit: char) {
        let before = if self.fresh.get_value() { String::new() } else { self.typed.get_untracked() };
        let typed = before + &digit.to_string();
        // A digit too many is a slip of the thumb.
        if let Ok(number) = typed.trim().parse::<u32>()
            && f64::from(number) <= MOST
        {
            self.enter(number.to_string());
        }
    }

    /// The camera looks at a barcode, where the browser can read one.
    fn look(self) {
        let ui = self.ui;
        ui.spawn(async move {
            match ui.world().files.scan().await {
                Ok(Some(code)) => drop(self.find(&code)),
                Ok(None) => ui.toast(words::NO_CODE_SEEN, None),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => ui.warn(common::NO_PICTURE.with("cause", cause)),
            }
        });
    }

    fn place_of(self, code: &str) -> Option<usize> {
        let work = self.ui.work();
        self.walk.with_untracked(|walk| count::place_of_code(&work.state().book, walk, code))
    }

    /// Goes to the item with this code, or says that there is none; whether there is.
    fn find(self, code: &str) -> bool {
        match self.place_of(code) {
            Some(at) => {
                self.guard.moved();
                self.stand_at(at);
                true
            }
            None => {
                self.ui.toast(words::NO_SUCH_CODE.with("code", code), None);
                false
            }
        }
    }

    fn rub_out(self) {
        let mut typed = self.typed.get_untracked();
        typed.pop();
        self.enter(typed);
    }

    fn item(self) -> impl IntoView {
        let ui = self.ui;
        let line = Memo::new(move |_| self.line());
        let name = move || line.with(|line| line.as_ref().map(|line| item_name(ui, line.item)).unwrap_or_default());
        let expected = move || line.with(|line| line.as_ref().map_or(0, |line| line.expected));
        let same = move |tap: leptos::ev::MouseEvent| {
            if !self.guard.takes(&tap) {
                return;
            }
            self.enter(expected().max(0).to_string());
            self.go(1);
        };
        let wrong = move || matches!(self.entry(), Entry::Code(_) | Entry::Unlikely(_));
        let differs = move || {
            let lang = ui.lang.get();
            match self.entry() {
                Entry::Nothing => String::new(),
                Entry::Code(code) if code.starts_with('0') || self.place_of(&code).is_some() => {
                    words::IS_A_CODE.with("code", code).say(lang)
                }
                Entry::Code(_) => words::TOO_MANY.with("most", MOST.to_string()).say(lang),
                Entry::Unlikely(number) => words::SO_MANY.with("count", number).with("was", expected()).say(lang),
                Entry::Amount(number) if number == expected() => words::AS_EXPECTED.get(lang).to_owned(),
                Entry::Amount(number) => words::DIFFERS.with("count", signed(number - expected())).say(lang),
            }
        };
        let mean =
            move || {
                let asked = move || self.here().zip(untrack(|| self.asked()));
                let tap = move |_| {
                    if let Some((line, number)) = asked() {
                        self.meant.set(Some((line.item, number)));
                        self.go(1);
                    }
                };
                self.asked().map(|number| view! {
                <button type="button" class="quiet no-print" on:click=tap>
                    <Icon path=icon_paths::CHECK/><span>{ui.say(words::SO_MANY_YES.with("count", number))}</span>
                </button>
            })
            };
        let keys = DIGITS.map(|digit| {
            view! { <button type="button" on:click=move |_| self.digit(digit)>{digit.to_string()}</button> }
        });
        view! {
            <div class="page count">
                {self.progress()}
                <h2 class="no-print" dir="auto" id="counted-item">{name}</h2>
                <p class="soft no-print">{move || words::EXPECTED.with("count", expected()).say(ui.lang.get())}</p>
                <div class="stepper no-print">
                    <button type="button" aria-label=ui.t(words::FEWER) on:click=move |_| self.step(-1)>"−"</button>
                    <input
                        type="text" inputmode="none" autocomplete="off" node_ref=self.input
                        aria-labelledby="counted-item" aria-describedby="differs" aria-invalid=move || wrong().to_string()
                        prop:value=self.typed
                        on:input=move |event| {
                            self.by_keys.set(true);
                            self.typed.set(event_target_value(&event));
                        }
                        on:change=move |_| self.keep()
                    />
                    <button type="button" aria-label=ui.t(words::MORE) on:click=move |_| self.step(1)>"+"</button>
                    <button type="button" data-same="" data-settling=self.guard.settling() on:click=same>{ui.t(words::SAME)}</button>
                </div>
                <p id="differs" role="status" class=move || if wrong() { "error no-print" } else { "soft no-print" }>{differs}</p>
                {mean}
                {self.sheet()}
            </div>
            <div class="actions counting no-print">
                <div class="keypad" role="group" aria-label=ui.t(words::DIGITS)>
                    {keys.into_iter().collect_view()}
                    <button type="button" aria-label=ui.t(words::RUB_OUT) on:click=move |_| self.rub_out()>
                        <Icon path=icon_paths::BACK/>
                    </button>
                </div>
                <div class="count-go">
                    {self.turn(icon_paths::BACK, common::BACK, -1, Signal::derive(move || self.at.get() > 0))}
                    {self.turn(icon_paths::ARROW, words::SKIP_ITEM, 1, Signal::derive(move || self.typed.with(String::is_empty)))}
                    <button
                        type="button" class="primary" disabled=move || self.number().is_none()
                        data-settling=self.guard.settling()
                        on:click=move |tap| if self.guard.takes(&tap) { self.go(1) }
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
                on:click=move |tap| if self.guard.takes(&tap) { self.go(by) }
            >
                <Icon path=path/><span>{ui.t(text)}</span>
            </button>
        }
    }

    fn progress(self) -> impl IntoView {
        let ui = self.ui;
        let all = move || self.walk.with(|walk| walk.lines.len());
        let counted = move || self.walk.with(|walk| walk.lines.len() - walk.left());
        let words = move || words::OF_ALL.with("counted", counted()).with("all", all()).say(ui.lang.get());
        view! {
            <div class="progress no-print">
                <label for="counted">{words}</label>
                <progress id="counted" max=move || all().to_string() value=move || counted().to_string()></progress>
            </div>
        }
    }

    /// What was found to differ, and what was left out.
    fn summary(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            self.walk.with(|walk| {
                let odd = walk.lines.iter().enumerate().filter(|(_, line)| line.difference() != 0);
                let rows = odd.map(|(at, line)| {
                    let said = words::COUNT_LINE_WAS.with("count", line.found.unwrap_or(0)).with("was", line.expected);
                    let difference = signed(line.difference());
                    view! {
                        <li><button type="button" class="row" on:click=move |_| self.stand_at(at)>
                            <span class="row-title" dir="auto">{item_name(ui, line.item)}</span>
                            <span class="row-line">{ui.say(said)}</span>
                            <span class="row-end">{difference}</span>
                        </button></li>
                    }
                });
                let rows: Vec<_> = rows.collect();
                match rows.is_empty() && walk.left() < walk.lines.len() {
                    true => view! { <p>{ui.t(words::ALL_AS_EXPECTED)}</p> }.into_any(),
                    false => view! { <ul class="rows" role="list">{rows}</ul> }.into_any(),
                }
            })
        };
        let left = move || {
            let left = self.walk.with(Walk::left);
            (left > 0).then(|| view! { <p class="soft">{ui.say(words::COUNT_LEFT.with("count", left))}</p> })
        };
        let finish = move || {
            let hand = signed_hand(ui);
            let hub = Route::Records(HUB.id, View::One(self.hub));
            if ui.peek(&COUNT, self.id).is_none() {
                // Nothing was counted, so there is nothing to finish.
                return ui.go(hub);
            }
            let name = untrack(|| ui.title(&HUB, self.hub)).unwrap_or_default();
            let label = words::COUNT_FINISHED.with("hub", name);
            let command = Command::Write { label, rows: vec![count::finish(count::WALK, self.id, hand)] };
            let here = ui.here();
            ui.spawn(async move {
                if ui.run(command).await.is_ok() {
                    ui.go_on(here, hub);
                }
            });
        };
        let last = move || self.walk.with_untracked(|walk| walk.lines.len()).saturating_sub(1);
        view! {
            <div class="page" data-stack="">
                {self.progress()}
                <section class="group">
                    <h2>{ui.t(words::COUNT_DONE)}</h2>
                    {rows}
                    {left}
                </section>
            </div>
            <div class="actions">
                <Quiet path=icon_paths::BACK text=words::BACK_TO_COUNT on_tap=move || self.stand_at(last())/>
                <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=finish/>
            </div>
        }
    }

    /// The count sheet on paper, for a day without tablets.
    fn sheet(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            self.walk.with(|walk| {
                let row = |line: &Line| {
                    view! {
                        <tr>
                            <td dir="auto">{zone_name(ui, &line.zone)}</td>
                            <th scope="row" dir="auto">{item_name(ui, line.item)}</th>
                            <td class="num">{line.expected.to_string()}</td>
                            <td class="notes"></td>
                        </tr>
                    }
                };
                walk.lines.iter().map(row).collect_view()
            })
        };
        let said = move || {
            let lang = ui.lang.get();
            let today = date::say_day(ui.work().now().today(), lang);
            let hub = ui.title(&HUB, self.hub).unwrap_or_default();
            words::SHEET_DATE.with("hub", hub).with("date", today).say(lang)
        };
        view! {
            <div class="deeds no-print">
                {ui.world().files.can_scan().then(|| view! {
                    <Quiet path=icon_paths::SEARCH text=words::SCAN on_tap=move || self.look()/>
                })}
                <Quiet path=icon_paths::PRINT text=words::PRINT_SHEET on_tap=|| drop(window().print())/>
            </div>
            <section class="paper print-only">
                <p>{said}</p>
                <table>
                    <thead><tr>
                        <th scope="col">{move || SHELF.field("zone").map(|field| field.label.get(ui.lang.get()))}</th>
                        <th scope="col">{ui.t(words::ITEM_HEAD)}</th>
                        <th scope="col" class="num">{ui.t(words::EXPECTED_HEAD)}</th>
                        <th scope="col">{ui.t(words::FOUND_HEAD)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    }
}

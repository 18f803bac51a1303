//! A street made for walking: its sides facing each other, and under the thumb what happened at the door where one is.
//! What happens is `canvass/knock.rs`; here it is drawn, and taps are handed on.

mod bar;
mod paper;
mod sides;

use super::turf;
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::canvass::kinds::turf::TURF;
use crate::canvass::kinds::visit::{COME_BACK, NOT_HOME, OUTCOMES, REFUSED, TALKED, VISIT};
use crate::canvass::knock::{self, ComeBack, KnockAct, KnockAnswer, KnockEvent, KnockPlace, Knocking};
use crate::canvass::standing::Standing;
use crate::canvass::streets::{self, Door, StreetWalk, WalkedStreet};
use crate::canvass::turf::{Taken, taken_elsewhere};
use crate::canvass::{routes, words};
use crate::model::field::Choice;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::text::Lang;
use crate::model::{date, order};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The outcomes that are always under the thumb; the others are one tap further.
const FIRST: [&str; 4] = [TALKED, NOT_HOME, COME_BACK, REFUSED];

/// What the parts of the screen share. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    id: Id,
    /// Who walks along it.
    knocking: RwSignal<Knocking>,
    street: Memo<Option<Arc<WalkedStreet>>>,
    /// The door where one stands.
    here: Memo<Option<Id>>,
    /// Whether the paper twin is being printed.
    paper: RwSignal<bool>,
    /// Keeps a double tap from the door that comes next.
    guard: Guard,
}

/// A street.
pub fn screen(ui: Ui, id: Id) -> impl IntoView {
    let knocking = RwSignal::new(Knocking::new(walk_of(ui)));
    let street = memo(move || {
        ui.follow(DOOR.id);
        ui.follow(VISIT.id);
        let now = ui.work().now();
        ui.look(|book, index| streets::street(book, index, id, now)).map(Arc::new)
    });
    let here = memo(move || {
        let asked = asked(ui.route.get());
        street.with(|street| knocking.with(|knocking| knocking.here(KnockPlace { street: street.as_deref(), asked })))
    });
    let paper = RwSignal::new(false);
    let screen = Screen { ui, id, knocking, street, here, paper, guard: Guard::default() };
    ui.head(move || screen.head());
    let there = memo(move || street.with(Option::is_some));
    drawn(move || {
        match there.get() {
        true => screen.view().into_any(),
        false => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=words::NOT_THERE purpose=words::NOT_THERE_HINT/></div>
        }
        .into_any(),
    }
    })
}

/// The door that an address names.
fn asked(route: Route) -> Option<Id> {
    routes::STREET.values(route).and_then(|(_, door)| door)
}

impl Screen {
    fn head(self) -> Head {
        let lang = self.ui.lang.get();
        let back = Some((routes::STREETS.route(), words::CANVASS.get(lang)));
        self.street.with(|street| {
            let Some(street) = street.as_deref() else { return Head { back, ..Head::default() } };
            let doors = street.walk(StreetWalk::UpAndDown);
            let talked = |door: &&&Door| door.standing.last.as_ref().is_some_and(|last| last.outcome.key == TALKED);
            let line = words::STREET_LINE
                .with("visited", doors.iter().filter(|door| door.standing.attempts > 0).count())
                .with("doors", doors.len())
                .with("talked", doors.iter().filter(talked).count());
            let title = if street.name.is_empty() { words::NO_STREET_NAME.get(lang) } else { &street.name };
            Head { title: title.to_owned(), line: line.say(lang), back }
        })
    }

    fn view(self) -> impl IntoView {
        let ui = self.ui;
        view! {
            {move || self.paper.get().then(|| self.paper_twin())}
            {move || self.elsewhere().map(|taken| view! { <div class="street-notice">{turf::taken_view(ui, &taken)}</div> })}
            {self.sides()}
            {self.knock_bar()}
        }
    }

    /// Who took the street along on another tablet, as far as this one has heard.
    fn elsewhere(self) -> Option<Taken> {
        self.ui.follow(TURF.id);
        let work = self.ui.work();
        let state = work.state();
        taken_elsewhere(&state.book, self.id, state.me.dev)
    }

    /// Something happened here. When the screen was left meanwhile, nothing comes of it.
    fn tell(self, event: KnockEvent) {
        let street = self.street.try_get_untracked();
        let Some((street, route)) = street.zip(self.ui.route.try_get_untracked()) else { return };
        let place = KnockPlace { street: street.as_deref(), asked: asked(route) };
        let acts = self.knocking.try_update(|knocking| knocking.on(event, place)).unwrap_or_default();
        acts.into_iter().for_each(|act| self.act(act));
    }

    fn act(self, act: KnockAct) {
        let ui = self.ui;
        match act {
            KnockAct::Write { door, outcome, seen } => self.write(door, outcome, seen.as_ref()),
            KnockAct::ComeBack { door, visit, when } => self.come_back(door, visit, when),
            KnockAct::StandAt(door) => self.stand_at(door),
            KnockAct::Open(visit) => ui.go(Route::Records(VISIT.id, View::Edit(visit))),
            KnockAct::Moved => self.guard.moved(),
            KnockAct::NoNext => ui.toast(words::NO_NEXT, None),
            KnockAct::Wish(door, key, value) => ui.set(&DOOR, door, [(key, value)]),
            KnockAct::Remember(walk) => {
                ui.world().prefs.set("walk", if walk == StreetWalk::Zigzag { "zigzag" } else { "up-and-down" });
            }
            KnockAct::Print => self.print(),
        }
    }

    /// Writes down what happened at a door.
    fn write(self, door: Id, outcome: &'static Choice, seen: Option<&Standing>) {
        let ui = self.ui;
        let work = ui.work();
        let (visit, rows) = knock::visit(&work.state(), work.now(), door, outcome.key, seen);
        let address = untrack(|| ui.title(&DOOR, door)).unwrap_or_default();
        let label = words::VISIT_AT.with("outcome", outcome.label).with("door", address);
        let here = ui.here();
        ui.spawn(async move {
            let answer = match work.run(Command::Once { kind: VISIT.id, id: visit, label, rows }).await {
                Ok(done) if !done.changed => KnockAnswer::Known,
                Ok(done) => {
                    ui.toast(done.label, done.step);
                    KnockAnswer::Written
                }
                Err(error) => {
                    ui.warn(error.message());
                    KnockAnswer::Refused
                }
            };
            self.tell(KnockEvent::Answered { door, visit, outcome, answer, still: ui.is_still(here) });
        });
    }

    /// Writes down when to come back to a door.
    fn come_back(self, door: Id, visit: Id, when: ComeBack) {
        let ui = self.ui;
        let address = untrack(|| ui.title(&DOOR, door)).unwrap_or_default();
        let when_said = say_when(when, ui.work().now().today(), ui.lang.get_untracked());
        let label = words::COMING_BACK.with("when", when_said).with("door", address);
        ui.send(Command::Write { label, rows: vec![(VISIT.id, visit, order::values(when.values()))] });
    }

    /// Goes to a door. The address keeps it, and “back” still leads out of the street.
    fn stand_at(self, door: Id) {
        let route = routes::STREET.at((self.id, Some(door)));
        self.ui.take_notices_along();
        let replaced = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.href())));
        match replaced.is_ok() {
            true => self.ui.follow_address(),
            // Engines that limit how often the address is replaced still let one go there.
            false => self.ui.go(route),
        }
    }

    fn standing(self) -> Option<Standing> {
        let here = self.here.get()?;
        self.street.with(|street| Some(street.as_deref()?.door(here)?.standing.clone()))
    }
}

/// When to come back, as a sentence goes on with it.
fn say_when(when: ComeBack, today: NaiveDate, lang: Lang) -> String {
    match when.evening {
        true => words::IN_THE_EVENING.get(lang).to_owned(),
        false => date::say_near(when.day, today, lang),
    }
}

/// A door on its street.
pub fn at(ui: Ui, door: Id) -> Route {
    let Some(record) = ui.peek(&DOOR, door) else { return routes::STREETS.route() };
    let words = |field: TextField| field.of(&record).unwrap_or_default();
    routes::STREET.at((streets::street_id(words(door::STREET), words(door::TOWN)), Some(door)))
}

/// Where a canvasser goes on after writing down what was said at a door: to the next one.
pub fn after(ui: Ui, door: Id) -> Route {
    let Some((id, _)) = routes::STREET.values(at(ui, door)) else { return routes::STREETS.route() };
    let now = ui.work().now();
    let street = ui.look(|book, index| streets::street(book, index, id, now));
    routes::STREET.at((id, Some(street.and_then(|street| street.next(walk_of(ui), Some(door))).unwrap_or(door))))
}

/// The order in which this tablet's canvassers walk.
fn walk_of(ui: Ui) -> StreetWalk {
    match ui.world().prefs.get("walk").as_deref() {
        Some("zigzag") => StreetWalk::Zigzag,
        _ => StreetWalk::UpAndDown,
    }
}

/// The outcomes that are always under the thumb, in the order they are offered.
fn first_outcomes() -> impl Iterator<Item = &'static Choice> {
    OUTCOMES.iter().filter(|outcome| FIRST.contains(&outcome.key))
}

fn state_icon(state: &str) -> &'static str {
    match state {
        TALKED => icon_paths::CHECK,
        NOT_HOME => icon_paths::CLOCK,
        COME_BACK => icon_paths::CALENDAR,
        REFUSED => icon_paths::CLOSE,
        "do_not_contact" => icon_paths::WRONG,
        "new" => icon_paths::OUTREACH,
        _ => icon_paths::MORE,
    }
}

//! A street made for walking: its sides facing each other, and under the thumb what happened at the door where one is.

use crate::app::canvass::{self, Door, House, Last, Rest, Standing, Street, Walk};
use crate::app::command::Command;
use crate::app::turf::{Taken, taken_elsewhere};
use crate::domain::code;
use crate::domain::date;
use crate::domain::field::Choice;
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::show;
use crate::domain::text::{Lang, Message, Text};
use crate::domain::value::Value;
use crate::kinds::door::{DOOR, LANGUAGES};
use crate::kinds::turf::TURF;
use crate::kinds::visit::{COME_BACK, NOT_HOME, OUTCOMES, REFUSED, TALKED, TIMES, VISIT};
use crate::ui::canvass_words as words;
use crate::ui::capabilities::canvass::routes;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, Icon, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::screens::canvass::turf;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The outcomes that are always under the thumb; the others are one tap further.
const FIRST: [&str; 4] = [TALKED, NOT_HOME, COME_BACK, REFUSED];

/// What the parts of the screen share. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Walking {
    ui: Ui,
    id: Id,
    walk: RwSignal<Walk>,
    street: Memo<Option<Arc<Street>>>,
    /// The door where one stands.
    here: Memo<Option<Id>>,
    /// Whether the rarer answers are shown.
    more: RwSignal<bool>,
    /// Whether the paper twin is being printed.
    paper: RwSignal<bool>,
    /// Keeps a double tap from the door that comes next.
    guard: Guard,
}

/// A street.
pub fn screen(ui: Ui, id: Id) -> impl IntoView {
    let walk = RwSignal::new(walk_of(ui));
    let street = Memo::new(move |_| {
        ui.follow(DOOR.id);
        ui.follow(VISIT.id);
        let now = ui.work().now();
        ui.look(|book, index| canvass::street(book, index, id, now)).map(Arc::new)
    });
    let here = Memo::new(move |_| {
        let asked = routes::STREET.values(ui.route.get()).and_then(|(_, door)| door);
        street.with(|street| {
            let street = street.as_deref()?;
            let asked = asked.filter(|door| street.door(*door).is_some());
            let first = || street.walk(Walk::UpAndDown).first().map(|door| door.id);
            asked.or_else(|| street.next(walk.get(), None)).or_else(first)
        })
    });
    let (more, paper) = (RwSignal::new(false), RwSignal::new(false));
    let walking = Walking { ui, id, walk, street, here, more, paper, guard: Guard::default() };
    ui.head(move || walking.head());
    let there = Memo::new(move |_| street.with(Option::is_some));
    move || {
        match there.get() {
        true => walking.view().into_any(),
        false => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=words::NOT_THERE purpose=words::NOT_THERE_HINT/></div>
        }
        .into_any(),
    }
    }
}

impl Walking {
    fn head(self) -> Head {
        let lang = self.ui.lang.get();
        let back = Some((routes::STREETS.route(), words::CANVASS.get(lang)));
        self.street.with(|street| {
            let Some(street) = street.as_deref() else { return Head { back, ..Head::default() } };
            let doors = street.walk(Walk::UpAndDown);
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
        let standings = Memo::new(move |_| {
            let all = self.street.with(|street| {
                let doors = street.as_deref().map(|street| street.walk(Walk::UpAndDown)).unwrap_or_default();
                doors.into_iter().map(|door| (door.id, door.standing.clone())).collect::<HashMap<Id, Standing>>()
            });
            Arc::new(all)
        });
        let side = move |name: Text, houses: fn(&Street) -> &Vec<House>| {
            let houses = Memo::new(move |_| {
                self.street.with(|street| {
                    let shape = |house: &House| {
                        let doors = house.doors.iter().map(|door| (door.id, door.unit.clone()));
                        (house.number.clone(), doors.collect::<Vec<_>>())
                    };
                    street
                        .as_deref()
                        .map(|street| houses(street).iter().map(shape).collect::<Vec<_>>())
                        .unwrap_or_default()
                })
            });
            move || {
                houses.with(|houses| {
                    (!houses.is_empty()).then(|| view! {
                    <section class="side">
                        <h2>{ui.t(name)}</h2>
                        <ol role="list">
                            {houses.iter().map(|(number, doors)| self.house(number, doors, standings)).collect_view()}
                        </ol>
                    </section>
                })
                })
            }
        };
        view! {
            {move || self.paper.get().then(|| self.paper_twin())}
            {move || self.elsewhere().map(|taken| view! { <div class="street-notice">{turf::taken_view(ui, &taken)}</div> })}
            <div class="street no-print">
                <div class="sides">
                    {side(words::ODD, |street| &street.odd)}
                    {side(words::EVEN, |street| &street.even)}
                </div>
                {side(words::NO_NUMBER, |street| &street.other)}
            </div>
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

    fn house(
        self,
        number: &str,
        doors: &[(Id, String)],
        standings: Memo<Arc<HashMap<Id, Standing>>>,
    ) -> impl IntoView + use<> {
        match doors {
            [(id, unit)] => {
                let name = if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") };
                view! { <li>{self.door(*id, name, standings)}</li> }.into_any()
            }
            several => {
                let ids: Vec<Id> = several.iter().map(|(id, _)| *id).collect();
                let inside = move || self.here.get().is_some_and(|here| ids.contains(&here));
                let count = self.ui.say(words::APARTMENTS.with("count", several.len()));
                let doors = several.iter().map(|(id, unit)| {
                    view! { <li>{self.door(*id, unit.clone(), standings)}</li> }
                });
                view! {
                    <li>
                        <details class="house" prop:open=inside>
                            <summary><b>{number.to_owned()}</b><span>{count}</span></summary>
                            <ol role="list">{doors.collect_view()}</ol>
                        </details>
                    </li>
                }
                .into_any()
            }
        }
    }

    fn door(self, id: Id, name: String, standings: Memo<Arc<HashMap<Id, Standing>>>) -> impl IntoView {
        let ui = self.ui;
        let standing = Memo::new(move |_| standings.with(|all| all.get(&id).cloned()));
        let state = move || standing.with(|standing| standing.as_ref().map_or("new", door_state));
        let said = move || {
            let (lang, today) = (ui.lang.get(), ui.work().now().today());
            standing.with(|standing| standing.as_ref().map(|standing| say_standing(standing, today, lang)))
        };
        let icon = Signal::derive(move || state_icon(state()));
        let current = move || (self.here.get() == Some(id)).then_some("true");
        view! {
            <button type="button" class="door" data-state=state aria-current=current on:click=move |_| self.stand_at(id)>
                <b dir="auto">{name}</b>
                <span class="door-state"><Icon path=icon/><span>{said}</span></span>
            </button>
        }
    }

    /// Goes to a door. The address keeps it, and “back” still leads out of the street.
    fn stand_at(self, door: Id) {
        self.more.set(false);
        let route = routes::STREET.at((self.id, Some(door)));
        let replaced = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.href())));
        match replaced.is_ok() {
            true => self.ui.follow_address(),
            // Engines that limit how often the address is replaced still let one go there.
            false => self.ui.go(route),
        }
    }

    fn next_after(self, door: Option<Id>) -> Option<Id> {
        self.street.with_untracked(|street| street.as_deref()?.next(self.walk.get_untracked(), door))
    }

    /// What happened at the door where one is, always under the thumb.
    fn knock_bar(self) -> impl IntoView {
        let ui = self.ui;
        let address = move || self.here.get().and_then(|door| ui.title(&DOOR, door)).unwrap_or_default();
        let chip = move |outcome: &'static Choice| {
            let icon = FIRST.contains(&outcome.key).then(|| view! { <Icon path=state_icon(outcome.key)/> });
            view! {
                <button
                    type="button" class="outcome" data-settling=self.guard.settling()
                    on:click=move |tap| if self.guard.takes(&tap) { self.knock(outcome) }
                >
                    {icon}<span>{ui.t(outcome.label)}</span>
                </button>
            }
        };
        let rare = move || {
            let others = OUTCOMES.iter().filter(|outcome| !FIRST.contains(&outcome.key));
            view! {
                <div class="more-answers" role="group" aria-label=ui.t(words::OTHER_ANSWERS)>
                    {others.map(chip).collect_view()}
                    {self.wishes()}
                </div>
            }
        };
        let toggle = move |_| self.more.update(|more| *more = !*more);
        let next = move |_| match self.next_after(self.here.get_untracked()) {
            Some(door) => self.stand_at(door),
            None => ui.toast(words::NO_NEXT, None),
        };
        view! {
            <div class="actions knock no-print">
                <div class="knock-door">
                    <h2 dir="auto">{address}</h2>
                    <p class="soft">{move || self.last_time()}</p>
                    {move || self.heard().map(|heard| view! { <p dir="auto">{heard}</p> })}
                </div>
                {move || self.more.get().then(rare)}
                <div class="outcomes" role="group" aria-label=ui.t(words::WHAT_HAPPENED)>
                    {first_outcomes().map(chip).collect_view()}
                    <button type="button" class="outcome" aria-expanded=move || self.more.get().to_string() on:click=toggle>
                        <Icon path=icon_paths::MORE/><span>{ui.t(words::MORE)}</span>
                    </button>
                    <button type="button" class="outcome" data-next="" on:click=next>
                        <span>{ui.t(words::NEXT_DOOR)}</span><Icon path=icon_paths::CHEVRON/>
                    </button>
                </div>
            </div>
        }
    }

    /// What those behind the door wish, and everything about it.
    fn wishes(self) -> impl IntoView {
        let ui = self.ui;
        let avoided = move || {
            let door = self.here.get().and_then(|door| ui.record(&DOOR, door));
            door.is_some_and(|door| door.get("do_not_contact") == Some(&Value::Bool(true)))
        };
        let contact = move |_| self.wish("do_not_contact", Value::Bool(!untrack(avoided)));
        let spanish = move |_| self.wish("language", "es".into());
        let open = move |_| {
            if let Some(door) = self.here.get_untracked() {
                ui.go(Route::Records(DOOR.id, View::One(door)));
            }
        };
        let zigzag = move |_| {
            let to = if self.walk.get_untracked() == Walk::Zigzag { Walk::UpAndDown } else { Walk::Zigzag };
            ui.world().prefs.set("walk", if to == Walk::Zigzag { "zigzag" } else { "up-and-down" });
            self.walk.set(to);
        };
        let walk_words = move || {
            let text = if self.walk.get() == Walk::Zigzag { words::WALK_UP_DOWN } else { words::WALK_ZIGZAG };
            text.get(ui.lang.get())
        };
        view! {
            <button type="button" class="outcome" on:click=contact>
                <Icon path=icon_paths::CLOSE/>
                <span>{move || if avoided() { words::CONTACT_AGAIN } else { words::DO_NOT_CONTACT }.get(ui.lang.get())}</span>
            </button>
            <button type="button" class="outcome" on:click=spanish>
                <Icon path=icon_paths::LANGUAGE/><span>{ui.t(words::SEND_SPANISH)}</span>
            </button>
            <button type="button" class="outcome" on:click=open>
                <Icon path=icon_paths::OUTREACH/><span>{ui.t(words::OPEN_DOOR)}</span>
            </button>
            <button type="button" class="outcome" on:click=zigzag>
                <Icon path=icon_paths::SORT/><span>{walk_words}</span>
            </button>
            <button type="button" class="outcome" on:click=move |_| self.print()>
                <Icon path=icon_paths::PRINT/><span>{ui.t(words::PRINT_STREET)}</span>
            </button>
        }
    }

    /// Prints the street as a list with codes and boxes, for a day without tablets.
    fn print(self) {
        self.more.set(false);
        self.paper.set(true);
        request_animation_frame(move || {
            // It stays, unseen, for browsers that go on before the paper is out.
            if let Err(error) = window().print() {
                leptos::logging::error!("printing failed: {error:?}");
            }
        });
    }

    fn paper_twin(self) -> impl IntoView {
        let ui = self.ui;
        let (lang, today) = (ui.lang.get(), ui.work().now().today());
        let heads =
            first_outcomes().map(|outcome| view! { <th scope="col">{outcome.label.get(lang)}</th> }).collect_view();
        let rows = self.street.with(|street| {
            let doors = street.as_deref().map(|street| street.walk(self.walk.get())).unwrap_or_default();
            doors
                .into_iter()
                .map(|door| {
                    let avoided = door.standing.rest == Some(Rest::DoNotContact);
                    let last = say_standing(&door.standing, today, lang);
                    let boxes = match avoided {
                        true => view! { <td colspan=FIRST.len().to_string()>{words::DO_NOT_CONTACT.get(lang)}</td> }
                            .into_any(),
                        false => first_outcomes().map(|_| view! { <td class="box">"☐"</td> }).collect_view().into_any(),
                    };
                    view! {
                        <tr>
                            <td class="num">{code::code(door.id)}</td>
                            <th scope="row" dir="auto">{door.address.clone()}</th>
                            <td>{last}</td>
                            {boxes}
                            <td class="notes"></td>
                        </tr>
                    }
                })
                .collect_view()
        });
        view! {
            <section class="paper print-only">
                <p>{words::PAPER_DATE.with("date", date::say_day(today, lang)).say(lang)}</p>
                <table>
                    <thead><tr>
                        <th scope="col">{words::PAPER_CODE.get(lang)}</th>
                        <th scope="col">{DOOR.name.get(lang)}</th>
                        <th scope="col">{words::PAPER_LAST.get(lang)}</th>
                        {heads}
                        <th scope="col">{words::PAPER_NOTES.get(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    }

    /// When somebody was here last, what came of it, and when to try again.
    fn last_time(self) -> String {
        let ui = self.ui;
        let (lang, today) = (ui.lang.get(), ui.work().now().today());
        let standing = self.standing();
        let Some(last) = standing.as_ref().and_then(|standing| standing.last.as_ref()) else {
            return words::LAST_NEVER.get(lang).to_owned();
        };
        let mut said = vec![say_last(ui, last, lang)];
        if let Some(rest) = standing.as_ref().and_then(|standing| standing.rest).filter(|rest| *rest != Rest::Settled) {
            said.push(words::rest(rest, today, lang).say(lang));
        }
        let part = standing.as_ref().and_then(|standing| standing.try_next);
        if let Some(time) = part.and_then(|part| TIMES.iter().find(|time| time.key == part)) {
            said.push(words::TRY_NEXT.with("when", time.label).say(lang));
        }
        let speaks = self.here.get().and_then(|door| ui.record(&DOOR, door)?.text("language").map(str::to_owned));
        if let Some(language) = LANGUAGES.iter().find(|language| Some(language.key) == speaks.as_deref()) {
            said.push(words::SPEAKS.with("language", language.label).say(lang));
        }
        said.join(" · ")
    }

    /// What was said the last time.
    fn heard(self) -> Option<String> {
        let heard = self.standing()?.last?.heard;
        let heard = show::first_line(&heard);
        (!heard.is_empty()).then(|| words::HEARD.with("heard", heard).say(self.ui.lang.get()))
    }

    fn standing(self) -> Option<Standing> {
        let here = self.here.get()?;
        self.street.with(|street| Some(street.as_deref()?.door(here)?.standing.clone()))
    }

    /// Writes down what happened, and goes on: to what was said, or to the next door.
    fn knock(self, outcome: &'static Choice) {
        let ui = self.ui;
        let Some(door) = self.here.get_untracked() else { return };
        let work = ui.work();
        let seen = self.street.with_untracked(|street| Some(street.as_deref()?.door(door)?.standing.clone()));
        let (visit, by) = {
            let state = work.state();
            (canvass::visit_id(&state.book, &state.me, door, seen.as_ref()), state.actor)
        };
        let rows = vec![(VISIT.id, visit, order::values(canvass::knock(door, outcome.key, by, work.now())))];
        let here = ui.here();
        let next = self.next_after(Some(door));
        let address = untrack(|| ui.title(&DOOR, door)).unwrap_or_default();
        self.more.set(false);
        ui.spawn(async move {
            let label = words::VISIT_AT.with("outcome", outcome.label).with("door", address);
            match work.run(Command::Once { kind: VISIT.id, id: visit, label, rows }).await {
                // The same tap came twice: all is said and done.
                Ok(done) if !done.changed => {}
                Ok(done) => {
                    ui.toast(done.label, done.step);
                    self.guard.moved();
                    if [TALKED, COME_BACK].contains(&outcome.key) {
                        // The outcome is kept already, so nothing is lost if the tablet is closed in mid-sentence.
                        ui.go_on(here, Route::Records(VISIT.id, View::Edit(visit)));
                    } else if let Some(next) = next.filter(|_| ui.is_still(here)) {
                        self.stand_at(next);
                    }
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    }

    /// Notes what those behind the door wish.
    fn wish(self, key: &'static str, value: Value) {
        let ui = self.ui;
        if let Some(door) = self.here.get_untracked() {
            self.more.set(false);
            ui.set(&DOOR, door, [(key, value)]);
        }
    }
}

/// A door on its street.
pub fn at(ui: Ui, door: Id) -> Route {
    let Some(record) = ui.peek(&DOOR, door) else { return routes::STREETS.route() };
    let words = |key| record.text(key).unwrap_or_default();
    routes::STREET.at((canvass::street_id(words("street"), words("town")), Some(door)))
}

/// Where a canvasser goes on after writing down what was said at a door: to the next one.
pub fn after(ui: Ui, door: Id) -> Route {
    let Some((id, _)) = routes::STREET.values(at(ui, door)) else { return routes::STREETS.route() };
    let now = ui.work().now();
    let street = ui.look(|book, index| canvass::street(book, index, id, now));
    routes::STREET.at((id, Some(street.and_then(|street| street.next(walk_of(ui), Some(door))).unwrap_or(door))))
}

/// The order in which this tablet's canvassers walk.
fn walk_of(ui: Ui) -> Walk {
    match ui.world().prefs.get("walk").as_deref() {
        Some("zigzag") => Walk::Zigzag,
        _ => Walk::UpAndDown,
    }
}

/// The outcomes that are always under the thumb, in the order they are offered.
fn first_outcomes() -> impl Iterator<Item = &'static Choice> {
    OUTCOMES.iter().filter(|outcome| FIRST.contains(&outcome.key))
}

/// The one word the look of a door follows.
fn door_state(standing: &Standing) -> &'static str {
    match (standing.rest, &standing.last) {
        (Some(Rest::DoNotContact), _) => "do_not_contact",
        (_, None) => "new",
        (_, Some(last)) => last.outcome.key,
    }
}

fn say_standing(standing: &Standing, today: chrono::NaiveDate, lang: Lang) -> String {
    let message: Message = match (standing.rest, &standing.last) {
        (Some(Rest::DoNotContact), _) => words::DO_NOT_CONTACT.message(),
        (_, None) => words::NEW_DOOR.message(),
        (_, Some(last)) if last.outcome.key == NOT_HOME && standing.not_home > 1 => {
            words::NOT_HOME_TIMES.with("count", standing.not_home)
        }
        (rest, Some(last)) => {
            let label = last.outcome.label.get(lang);
            if let (Some(Rest::Until(day)), COME_BACK) = (rest, last.outcome.key) {
                return format!("{label}, {}", date::say_near(day, today, lang));
            }
            return label.to_owned();
        }
    };
    message.say(lang)
}

fn say_last(ui: Ui, last: &Last, lang: Lang) -> String {
    let when = date::moment(&last.when).map(|moment| date::say_moment(moment, lang));
    let said = words::LAST
        .with("when", when.unwrap_or_else(|| last.when.clone()))
        .with("outcome", last.outcome.label.get(lang).to_lowercase());
    match ui.staff_name(last.by) {
        Some(who) => words::LAST_BY.with("last", said).with("who", who).say(lang),
        None => said.say(lang),
    }
}

fn state_icon(state: &str) -> &'static str {
    match state {
        TALKED => icon_paths::CHECK,
        NOT_HOME => icon_paths::CLOCK,
        COME_BACK => icon_paths::UNDO,
        REFUSED => icon_paths::CLOSE,
        "do_not_contact" => icon_paths::WRONG,
        "new" => icon_paths::OUTREACH,
        _ => icon_paths::MORE,
    }
}

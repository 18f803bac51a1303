//! Canvassing: the streets, a street door by door, and how addresses come in.

pub mod add;
pub mod guide;
pub mod heard;
pub mod same;
pub mod street;
pub mod turf;

use super::code::{self, TypedCode};
use super::kinds::door::DOOR;
use super::kinds::door_list::DOOR_LIST;
use super::kinds::turf::TURF;
use super::kinds::visit::{VISIT, fields as visit};
use super::streets::{self, Summary};
use super::{routes, standing, words};
use crate::model::fold::fold;
use crate::model::query::{self, Query};
use crate::model::record::Record;
use crate::model::text::{Message, Text};
use crate::model::{order, show};
use crate::services::{AT_DOOR, ways_to_help};
use crate::ui::context::{Head, Ui, use_ui};
use crate::ui::form::Form;
use crate::ui::parts::more::at_hand;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route, View};
use crate::ui::words as common;
use leptos::prelude::*;
use std::sync::Arc;

/// How many doors a search shows.
const DOORS_SHOWN: usize = 8;

/// What the form of a visit is called that a tap has written down: what happened, and where.
pub fn visit_heading(form: Form) -> Option<Message> {
    let [outcome, door] = [visit::OUTCOME.key(), visit::DOOR.key()].map(|key| form.shown(key));
    let known = !form.is_new() && !outcome.is_empty() && !door.is_empty();
    known.then(|| words::VISIT_AT.with("outcome", outcome).with("door", door))
}

/// Below the needs of a visit: the ways to find help for those that are picked.
pub fn needs_heard(form: Form) -> AnyView {
    let ui = use_ui();
    let needs = memo(move || {
        let picked = form.value(visit::NEEDS.key());
        let keys = picked.iter().flat_map(|value| value.as_texts()).map(str::to_owned);
        keys.collect::<Vec<_>>()
    });
    drawn(move || ways_to_help(ui, needs.get(), AT_DOOR)).into_any()
}

/// The streets.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::CANVASS.get(ui.lang.get()).to_owned(), ..Head::default() });
    let typed = RwSignal::new(String::new());
    let streets = memo(move || {
        ui.follow(DOOR.id);
        ui.follow(VISIT.id);
        let now = ui.work().now();
        ui.look(|book, index| streets::all(book, index, now))
    });
    let found = memo(move || {
        let words = fold(&typed.get());
        let fits = |street: &Summary| {
            let name = fold(&format!("{} {}", street.name, street.town));
            words.split_whitespace().all(|word| name.contains(word))
        };
        streets.with(|streets| streets.iter().filter(|street| fits(street)).cloned().collect::<Vec<_>>())
    });
    // A house number finds its door.
    let doors = memo(move || {
        let typed = typed.get();
        if !typed.contains(|letter: char| letter.is_ascii_digit()) || code::read(&typed) != TypedCode::NoCode {
            return Vec::new();
        }
        let asked = Query { words: typed, ..Query::default() };
        let mut doors = ui.look(|book, index| query::run(book, index, &DOOR, &asked));
        doors.truncate(DOORS_SHOWN);
        doors
    });
    let streets_found = move || {
        let nothing = || doors.with(Vec::is_empty).then(|| view! { <p>{ui.t(common::NOTHING_FOUND)}</p> });
        found.with(|found| match found.is_empty() {
            true => nothing().into_any(),
            false => view! {
                <section class="group">
                    <h2>{ui.t(words::STREETS)}</h2>
                    <ul class="rows" role="list">{found.iter().map(|street| row(ui, street)).collect_view()}</ul>
                </section>
            }
            .into_any(),
        })
    };
    let doors_found = move || {
        doors.with(|doors| {
            let rows = doors.iter().filter_map(|door| Some(door_row(ui, &*ui.peek(&DOOR, *door)?, None)));
            (!doors.is_empty()).then(|| {
                view! {
                    <section class="group">
                        <h2>{ui.t(DOOR.plural)}</h2>
                        <ul class="rows" role="list">{rows.collect_view()}</ul>
                    </section>
                }
            })
        })
    };
    let turfs = move || {
        ui.follow(TURF.id);
        let work = ui.work();
        let mut turfs: Vec<Arc<Record>> = work.state().book.living(TURF.id).cloned().collect();
        order::sort_by_key(&mut turfs, |turf| (fold(&show::title(&TURF, turf)), turf.id));
        (!turfs.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2>{ui.t(words::TURFS)}</h2>
                    <ul class="rows" role="list">
                        {streets.with(|streets| turfs.iter().map(|turf| turf::row(ui, turf, streets)).collect_view())}
                    </ul>
                </section>
            }
        })
    };
    // Paper carries codes: typed here, one opens its door.
    let coded = move || match code::read(&typed.get()) {
        TypedCode::NoCode => None,
        TypedCode::Wrong => Some(
            view! { <p class="error"><Icon path=icon_paths::WRONG/><span>{ui.t(words::WRONG_CODE)}</span></p> }
                .into_any(),
        ),
        TypedCode::Code(written) => {
            let work = ui.work();
            let state = work.state();
            let doors = standing::doors_with_code(&state.book, &written);
            if doors.is_empty() {
                return Some(view! { <p>{ui.t(words::NO_SUCH_CODE)}</p> }.into_any());
            }
            let rows = doors.iter().map(|door| door_row(ui, door, Some(written.clone())));
            Some(view! { <ul class="rows" role="list">{rows.collect_view()}</ul> }.into_any())
        }
    };
    let deeds = move || {
        let way = |to: Route, path: &'static str, says: Text| {
            view! { <a class="quiet" href=to.href()><Icon path=path/><span>{ui.t(says)}</span></a> }.into_any()
        };
        let new_turf = move || ui.go(Route::Records(TURF.id, View::Edit(ui.work().new_id())));
        let listed = [&VISIT, &DOOR_LIST, &DOOR];
        let lists = listed.map(|kind| way(Route::Records(kind.id, View::List), icon_paths::ARROW, kind.plural));
        [
            view! { <Quiet path=icon_paths::PLUS text=words::NEW_TURF on_tap=new_turf/> }.into_any(),
            way(routes::GUIDE.route(), icon_paths::LANGUAGE, words::GUIDE),
            way(routes::SAME_DOORS.route(), icon_paths::TWO_DOORS, words::SAME_DOORS),
        ]
        .into_iter()
        .chain(lists)
        .collect()
    };
    view! {
        {tabs(ui, Place::Outreach)}
        {move || match streets.with(Vec::is_empty) {
            true => view! {
                <div class="page">
                    <Empty path=icon_paths::OUTREACH title=words::NO_STREETS purpose=words::NO_STREETS_WHAT>
                        <a class="quiet" href=routes::GUIDE.route().href()>
                            <Icon path=icon_paths::LANGUAGE/><span>{ui.t(words::GUIDE)}</span>
                        </a>
                    </Empty>
                </div>
            }.into_any(),
            false => view! {
                <div class="page" data-stack="">
                    <div class="finder" role="search">
                        <div class="search">
                            <Icon path=icon_paths::SEARCH/>
                            <input
                                type="search" autocomplete="off" aria-label=ui.t(words::FIND_STREET)
                                placeholder=ui.t(words::FIND_STREET) prop:value=typed
                                on:input=move |event| typed.set(event_target_value(&event))
                            />
                        </div>
                    </div>
                    <div role="status">{move || coded()}</div>
                    {move || doors_found()}
                    {move || turfs()}
                    {move || streets_found()}
                    <div class="deeds">{at_hand(deeds())}</div>
                </div>
            }.into_any(),
        }}
        <div class="actions">
            <a class="quiet" href=routes::HEARD.route().href()>
                <Icon path=icon_paths::REPORTS/><span>{ui.t(words::WHAT_WE_HEARD)}</span>
            </a>
            <a class="primary" href=routes::ADDRESSES.route().href()>
                <Icon path=icon_paths::UPLOAD/><span>{ui.t(words::IMPORT_ADDRESSES)}</span>
            </a>
        </div>
    }
}

/// A door, on the way to its street; with the code by which it was found, if it was.
fn door_row(ui: Ui, door: &Record, code: Option<String>) -> impl IntoView + use<> {
    view! {
        <li><a class="row" href=street::at(ui, door.id).href()>
            <Icon path=icon_paths::OUTREACH/>
            <span class="row-title" dir="auto">{show::title(&DOOR, door)}</span>
            {code.map(|code| view! { <span class="row-line">{code}</span> })}
        </a></li>
    }
}

fn row(ui: Ui, street: &Summary) -> impl IntoView + use<> {
    let (name, town) = (street.name.clone(), street.town.clone());
    let line =
        words::STREET_LINE.with("visited", street.visited).with("doors", street.doors).with("talked", street.talked);
    let line = ui.say(line);
    let line = move || match town.is_empty() {
        true => line(),
        false => format!("{town} · {}", line()),
    };
    let (tone, chip) = match street.waiting {
        0 => ("good", words::ALL_DONE.message()),
        count => ("plain", words::WAITING.with("count", count)),
    };
    let name = move || if name.is_empty() { words::NO_STREET_NAME.get(ui.lang.get()).to_owned() } else { name.clone() };
    view! {
        <li><a class="row" href=routes::STREET.at((street.id, None)).href()>
            <span class="row-title" dir="auto">{move || name()}</span>
            <span class="row-line" dir="auto">{move || line()}</span>
            <Chip tone=tone words=Signal::derive(ui.say(chip))/>
        </a></li>
    }
}

//! What worksheets draw: which there are, and those that were filled in.

pub mod at_hand;
pub mod fill;
pub mod form;
mod paper;
pub mod read;
mod steps;
pub mod to_prepare;

use super::kinds::ready::READY;
use super::kinds::sheet::{SHEET, answer_fields as answer, sheet_fields as sheet};
use super::kinds::worksheet::WORKSHEET;
use super::{filling, forms, routes, words};
use crate::events::EVENT;
use crate::findings::FINDING;
use crate::model::author::Author;
use crate::model::date;
use crate::model::id::Id;
use crate::model::question::QUESTION;
use crate::model::questionnaire::Asking;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::partners::PARTNER;
use crate::ui::capability::Links;
use crate::ui::context::{Head, NextId, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route, View};
use crate::work::command::{Command, words as commands};
use leptos::prelude::*;

/// How many filled-in sheets are listed at once.
const SHOWN: usize = 12;

/// The form of a sheet leads back to where it is filled in.
pub fn back_to_sheet(ui: Ui, _: Links<'_>) -> Option<Route> {
    match ui.route.get_untracked() {
        Route::Records(_, View::Edit(id)) => Some(routes::FILL.at(id)),
        _ => None,
    }
}

/// The form of an answer leads back to its sheet.
pub fn back_of_answer(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(routes::FILL.at(links(answer::SHEET.key())?))
}

/// What a sheet is about, by its title.
fn about(ui: Ui, record: &Record) -> Option<(Route, String)> {
    let of = [
        (sheet::EVENT.of(record), &EVENT),
        (sheet::PARTNER.of(record), &PARTNER),
        (sheet::FINDING.of(record), &FINDING),
    ];
    of.into_iter().find_map(|(id, kind)| Some((Route::Records(kind.id, View::One(id?)), ui.title(kind, id?)?)))
}

/// Begins to fill a worksheet in, and goes there.
fn begin(ui: Ui, next: NextId, asking: &Asking, about: Vec<(&'static str, Value)>) {
    begin_as(ui, next.get(), asking, about);
}

/// The same under this identity; where it was begun already, one just goes there.
fn begin_as(ui: Ui, id: Id, asking: &Asking, about: Vec<(&'static str, Value)>) {
    let (work, here) = (ui.work(), ui.here());
    let known = ui.peek(&SHEET, id);
    if known
        .as_ref()
        .is_some_and(|record| sheet::ASKED_WITH.of(&**record).is_some() && !sheet::NOT_NEEDED.of(&**record))
    {
        return ui.go(routes::FILL.at(id));
    }
    let author = Author { by: work.state().actor, now: work.now() };
    let rows = match filling::begin(id, asking, about, author) {
        Ok(rows) => rows,
        Err(error) => return ui.warn(crate::ports::words::FAILED.with("cause", error.to_string())),
    };
    let label = commands::CREATED.with("what", asking.name.get(ui.lang.get_untracked()));
    let command = match known {
        // Of which somebody had said that it is not needed.
        Some(_) => Command::Write { label, rows },
        None => Command::Once { kind: SHEET.id, id, label, rows },
    };
    ui.spawn(async move {
        match ui.work().run(command).await {
            Ok(_) => ui.go_on(here, routes::FILL.at(id)),
            Err(error) => ui.warn(error.message()),
        }
    });
}

/// The worksheets there are, and those that were filled in.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::WORKSHEETS.get(ui.lang.get()).to_owned(), line: String::new(), back: None });
    let rows = move || {
        [WORKSHEET.id, QUESTION.id].iter().for_each(|kind| ui.follow(kind));
        let row = |asking: Asking| {
            let own = asking.guide.parse::<Id>().ok();
            let ready = READY.iter().position(|ready| ready.key == asking.guide);
            let route = match own {
                Some(id) => Route::Records(WORKSHEET.id, View::One(id)),
                None => routes::READY.at(ready.unwrap_or_default()),
            };
            let (name, count) = (asking.name.clone(), words::QUESTIONS_COUNT.with("count", asking.questions.len()));
            view! {
                <li><a class="row" href=route.href()>
                    <span class="row-title" dir="auto">{move || name.get(ui.lang.get()).to_owned()}</span>
                    <span class="row-line">{ui.say(count)}</span>
                    <span class="row-end">{own.map(|_| ui.t(words::OWN))}<Icon path=icon_paths::CHEVRON/></span>
                </a></li>
            }
        };
        forms::forms(&ui.work().state().book).into_iter().map(row).collect_view()
    };
    let new = move || ui.go(Route::Records(WORKSHEET.id, View::Edit(ui.work().new_id())));
    view! {
        {tabs(ui, Place::Community)}
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::WHAT)}</p>
            <ul class="rows" role="list">{move || rows()}</ul>
            {filled_in(ui)}
        </div>
        <div class="actions"><Quiet path=icon_paths::PLUS text=WORKSHEET.new on_tap=new/></div>
    }
}

/// The sheets that were filled in, the latest first.
fn filled_in(ui: Ui) -> impl IntoView {
    let all = RwSignal::new(false);
    let sheets = memo(move || {
        ui.follow(SHEET.id);
        let work = ui.work();
        let state = work.state();
        filling::sheets(&state.book).into_iter().map(|record| record.id).collect::<Vec<_>>()
    });
    let rows = move || {
        let sheets = sheets.get();
        let (count, shown) = (sheets.len(), if all.get() { sheets.len() } else { SHOWN });
        let rows = sheets.into_iter().take(shown).map(|id| view! { <li>{sheet_row(ui, id)}</li> }).collect_view();
        let more = move || {
            view! {
                <button type="button" class="quiet" on:click=move |_| all.set(true)>
                    <span>{ui.say(words::MORE_FILLED_IN.with("count", count))}</span>
                </button>
            }
        };
        view! {
            <section class="group">
                <h2>{ui.t(words::FILLED_IN)}</h2>
                {(count == 0).then(|| view! { <p class="soft">{ui.t(words::NOTHING_FILLED_IN)}</p> })}
                <ul class="rows" role="list">{rows}</ul>
                {(count > shown).then(more)}
            </section>
        }
    };
    drawn(rows)
}

/// A sheet as a row: what it is called, who filled it in, when, and about what.
fn sheet_row(ui: Ui, id: Id) -> impl IntoView {
    let line = move || {
        let record = ui.record(&SHEET, id)?;
        let who = match sheet::GROUP.of(&*record).filter(|group| !group.trim().is_empty()) {
            Some(group) => Some(group.to_owned()),
            None => ui.staff_name(sheet::WHO.of(&*record)),
        };
        let day = sheet::FILLED_ON.of(&*record).and_then(date::day).map(|day| date::say_day(day, ui.lang.get()));
        let about = about(ui, &record).map(|(_, title)| title);
        Some([about, who, day].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    view! {
        <a class="row" href=routes::FILL.at(id).href()>
            <span class="row-title" dir="auto">{move || ui.title(&SHEET, id).unwrap_or_default()}</span>
            <span class="row-line" dir="auto">{move || line()}</span>
            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
        </a>
    }
}

//! A turf: its streets, how far they are canvassed, who took it along, and the streets to pick from.

use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::turf::{TURF, fields};
use crate::canvass::kinds::visit::VISIT;
use crate::canvass::streets::{self, StreetCoverage, Summary};
use crate::canvass::turf::{self, Sides, Taken};
use crate::canvass::{routes, words};
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::text::{Lang, Message, Text};
use crate::model::{date, order, show};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;

/// A turf.
pub fn screen(ui: Ui, id: Id) -> impl IntoView {
    ui.head(move || {
        let lang = ui.lang.get();
        let title = ui.title(&TURF, id).unwrap_or_default();
        Head { title, line: String::new(), back: Some((routes::STREETS.route(), words::CANVASS.get(lang))) }
    });
    let there = memo(move || ui.record(&TURF, id).is_some());
    drawn(move || {
        match there.get() {
        true => shown(ui, id).into_any(),
        false => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=common::NOT_THERE purpose=common::NOT_THERE_HINT/></div>
        }
        .into_any(),
    }
    })
}

fn shown(ui: Ui, id: Id) -> impl IntoView {
    let streets = memo(move || {
        ui.follow(DOOR.id);
        ui.follow(VISIT.id);
        let now = ui.work().now();
        ui.look(|book, index| streets::all(book, index, now))
    });
    let taken = memo(move || {
        let me = ui.work().state().me.dev;
        ui.record(&TURF, id).and_then(|turf| turf::taken(&turf, me))
    });
    let take = move |take: bool| {
        let work = ui.work();
        let (me, by) = (work.state().me.dev, work.state().actor);
        ui.set(&TURF, id, turf::take(take, me, by, work.now()));
    };
    let mine = move || taken.with(|taken| taken.as_ref().is_some_and(|taken| taken.here));
    view! {
        <div class="page" data-stack="">
            {move || taken.get().map(|taken| taken_view(ui, &taken))}
            {move || streets.with(|streets| covered(ui, id, streets))}
            <section class="group">
                <h2>{ui.t(words::PICK_STREETS)}</h2>
                {move || streets.with(Vec::is_empty).then(|| view! { <p class="soft">{ui.t(words::NO_STREETS_WHAT)}</p> })}
                <ul class="matches picks" role="list">
                    {move || streets.with(|streets| streets.iter().map(|street| pick(ui, id, street)).collect_view())}
                </ul>
            </section>
        </div>
        <div class="actions">
            <a class="quiet" href=Route::Records(TURF.id, View::Edit(id)).href()>
                <Icon path=icon_paths::PENCIL/><span>{ui.t(common::EDIT)}</span>
            </a>
            {move || match mine() {
                true => view! { <Quiet path=icon_paths::UNDO text=words::GIVE_BACK class="primary" on_tap=move || take(false)/> }.into_any(),
                false => view! { <Quiet path=icon_paths::TABLET text=words::TAKE_ALONG class="primary" on_tap=move || take(true)/> }.into_any(),
            }}
        </div>
    }
}

/// How far the turf is canvassed, street by street.
fn covered(ui: Ui, id: Id, streets: &[Summary]) -> impl IntoView + use<> {
    let record = ui.record(&TURF, id)?;
    let rows = turf::stretches(&record).into_iter().map(|stretch| {
        let coverage = turf::coverage(streets, &stretch);
        let side = match stretch.sides {
            Sides::Both => words::WHOLE_STREET,
            Sides::Odd => words::ODD,
            Sides::Even => words::EVEN,
        };
        view! {
            <li><a class="row" href=routes::STREET.at((stretch.street, None)).href()>
                <span class="row-title" dir="auto">{stretch.name}</span>
                <span class="row-line">{ui.t(side)}</span>
                <Chip tone=tone(coverage) words=Signal::derive(ui.say(said(coverage)))/>
            </a></li>
        }
    });
    Some(view! { <ul class="rows" role="list">{rows.collect_view()}</ul> })
}

fn tone(coverage: StreetCoverage) -> &'static str {
    if coverage.doors > 0 && coverage.visited == coverage.doors { "good" } else { "plain" }
}

fn said(coverage: StreetCoverage) -> Message {
    words::COVERAGE.with("visited", coverage.visited).with("doors", coverage.doors)
}

/// A street to pick: the whole of it, or a side.
fn pick(ui: Ui, turf_id: Id, street: &Summary) -> impl IntoView + use<> {
    let kept = StoredValue::new(street.clone());
    let id = street.id;
    let chosen = memo(move || {
        let turf = ui.record(&TURF, turf_id)?;
        turf::stretches(&turf).into_iter().find(|stretch| stretch.street == id).map(|stretch| stretch.sides)
    });
    // What was switched on does not go off again by the second half of a double tap.
    let guard = Guard::over(move || chosen.get());
    let button = move |sides: Sides, text: Text| {
        let pressed = move || (chosen.get() == Some(sides)).to_string();
        let tap = move |_| {
            let wanted = Some(sides).filter(|sides| chosen.get_untracked() != Some(*sides));
            let street = kept.get_value();
            // Of two streets tapped in a row the second one knows of the first.
            ui.revise(&TURF, turf_id, move |turf| {
                order::values([(fields::STREETS.key(), turf::with_sides(turf, &street, wanted))])
            });
        };
        view! { <button type="button" class="filter" aria-pressed=move || pressed() on:click=tap>{ui.t(text)}</button> }
    };
    view! {
        <li>
            <b dir="auto">{street.name.clone()}<small dir="auto">{street.town.clone()}</small></b>
            <div
                class="filters" role="group" aria-label=street.name.clone()
                data-settling=guard.settling() on:click:capture=guard.sieve()
            >
                {button(Sides::Both, words::WHOLE_STREET)}
                {button(Sides::Odd, words::ODD)}
                {button(Sides::Even, words::EVEN)}
            </div>
        </li>
    }
}

/// A turf as a row of the canvassing screen.
pub fn row(ui: Ui, turf: &Record, streets: &[Summary]) -> impl IntoView + use<> {
    let coverage = turf::coverage_of(streets, turf);
    let who = ui.staff_name(fields::STAFF.of(turf)).unwrap_or_default();
    let taken = turf::taken(turf, ui.work().state().me.dev);
    let chip = match &taken {
        Some(taken) if taken.here => words::TAKEN_HERE.message(),
        Some(_) => words::TAKEN_ELSEWHERE.message(),
        None => said(coverage),
    };
    let tone = if taken.is_some_and(|taken| !taken.here) { "care" } else { tone(coverage) };
    view! {
        <li><a class="row" href=routes::TURF.at(turf.id).href()>
            <span class="row-title" dir="auto">{show::title(&TURF, turf)}</span>
            <span class="row-line" dir="auto">{who}</span>
            <Chip tone=tone words=Signal::derive(ui.say(chip))/>
        </a></li>
    }
}

/// Who took it along, and when.
pub fn taken_view(ui: Ui, taken: &Taken) -> impl IntoView + use<> {
    let taken = taken.clone();
    let tone = if taken.here { "good" } else { "care" };
    let sentence = move || say_taken(ui, &taken, ui.lang.get());
    view! {
        <div class="notice no-print" data-tone=tone>
            <Icon path=icon_paths::TABLET/><div><p>{move || sentence()}</p></div>
        </div>
    }
}

fn say_taken(ui: Ui, taken: &Taken, lang: Lang) -> String {
    let when = date::moment(&taken.at).map(|moment| date::say_moment(moment, lang)).unwrap_or_default();
    let who = ui.staff_name(taken.by).unwrap_or_else(|| common::SOMEBODY.get(lang).to_owned());
    let text = if taken.here { words::HERE_SINCE } else { words::ELSEWHERE_SINCE };
    text.with("who", who).with("when", when).say(lang)
}

//! A worksheet being filled in: one screen, each answer kept as it is typed.

use super::paper::{self, Given};
use super::{about, filling, steps};
use crate::events::{EVENT, over};
use crate::model::date;
use crate::model::id::Id;
use crate::model::questionnaire::{Asked, Asking, Both};
use crate::model::record::Record;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::more::More;
use crate::ui::parts::written::{WrittenIn, written};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::worksheets::filling::LastTime;
use crate::worksheets::kinds::sheet::{FOR_WHOM, SHEET, SHEET_ANSWER, answer_fields as answer, sheet_fields as sheet};
use crate::worksheets::kinds::worksheet::WORKSHEET_VERSION;
use crate::worksheets::steps::asks_for_steps;
use crate::worksheets::{routes, words};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was answered the last time, by the keys of the questions.
type LastTimes = BTreeMap<String, LastTime>;

/// A worksheet being filled in.
pub fn screen(ui: Ui, id: Id) -> impl IntoView {
    let record = memo(move || ui.record(&SHEET, id));
    let of = memo(move || record.with(|record| record.as_ref().and_then(|record| about(ui, record))));
    ui.head(move || Head {
        title: ui.title(&SHEET, id).unwrap_or_default(),
        line: of.get().map(|(_, title)| title).unwrap_or_default(),
        back: Some((back(of), words::WORKSHEETS.get(ui.lang.get()))),
    });
    // What the sheet asks stays as it is while answers come and go.
    let asking = memo(move || {
        ui.follow(WORKSHEET_VERSION.id);
        record.with(|record| filling::asked_with(&ui.work().state().book, record.as_deref()?))
    });
    let there = memo(move || record.with(Option::is_some));
    let lines = move || match (there.get(), asking.get()) {
        (false, _) => view! {
            <Empty path=icon_paths::SEARCH title=common::NOT_THERE purpose=common::NOT_THERE_HINT><span></span></Empty>
        }
        .into_any(),
        (true, None) => view! { <p class="soft">{ui.t(words::NOT_HERE_YET)}</p> }.into_any(),
        (true, Some(asking)) => questions(ui, id, &asking),
    };
    view! {
        <div class="page worksheet no-print" data-stack="">
            {details(ui, id, record)}
            {drawn(lines)}
            {drawn(move || of_gathering(ui, id, record))}
            {stray(ui, id)}
        </div>
        <div class="page print-only">{drawn(move || on_paper(ui, id))}</div>
        <div class="actions no-print">
            <More>
                <Quiet path=icon_paths::PRINT text=words::PRINT on_tap=|| drop(window().print())/>
                <a class="quiet" href=Route::Records(SHEET.id, View::One(id)).href()>
                    <Icon path=icon_paths::CLOCK/><span>{ui.t(common::HISTORY)}</span>
                </a>
            </More>
            <a class="primary" href=move || back(of).href()><Icon path=icon_paths::CHECK/><span>{ui.t(common::DONE)}</span></a>
        </div>
    }
}

/// Where a sheet leads back to: what it is about, or all worksheets.
fn back(of: Memo<Option<(Route, String)>>) -> Route {
    of.with(|of| of.as_ref().map_or(routes::WORKSHEETS.route(), |(route, _)| *route))
}

/// Who fills it in, and the way to say more.
fn details(ui: Ui, id: Id, record: Memo<Option<Arc<Record>>>) -> impl IntoView {
    let held = memo(move || {
        record.with(|record| record.as_ref().and_then(|record| sheet::FOR_WHOM.of(&**record)).map(str::to_owned))
    });
    let one = move |choice: &'static crate::model::field::Choice| {
        let checked = move || held.with(|held| held.as_deref() == Some(choice.key));
        view! {
            <label class="choice">
                <input
                    type="radio" name="for-whom" prop:checked=checked
                    on:change=move |_| ui.set(&SHEET, id, [sheet::FOR_WHOM.is(choice.key)])
                />
                <span>{ui.t(choice.label)}</span>
            </label>
        }
    };
    view! {
        <div class="worksheet-head">
            <fieldset class="field">
                <legend class="label">{ui.t(words::FOR_WHOM)}</legend>
                <div class="choices">{FOR_WHOM.iter().map(one).collect_view()}</div>
            </fieldset>
            <a class="quiet" href=Route::Records(SHEET.id, View::Edit(id)).href()>
                <Icon path=icon_paths::PENCIL/><span>{ui.t(words::EDIT_DETAILS)}</span>
            </a>
        </div>
    }
}

fn questions(ui: Ui, id: Id, asking: &Asking) -> AnyView {
    // It follows who fills it in, and not what is typed.
    let last = memo(move || {
        let record = ui.record(&SHEET, id)?;
        let filled = ui.look(|book, index| filling::filled(book, index, &record))?;
        Some(filled.lines.into_iter().filter_map(|line| Some((line.asked.key, line.last?))).collect::<LastTimes>())
    });
    let intro = asking.intro.clone();
    let mut number = 0;
    let sections = asking.questions.chunk_by(|one, next| one.part == next.part).map(|asked| {
        let part = asked.first().map(|asked| asked.part.clone()).unwrap_or_default();
        let lines = asked.iter().map(|asked| {
            number += 1;
            line(ui, id, asked, last, number)
        });
        let lines = lines.collect::<Vec<_>>();
        let heading =
            (!part.is_blank()).then(|| view! { <h2 dir="auto">{move || part.get(ui.lang.get()).to_owned()}</h2> });
        view! { <section class="group">{heading}{lines}</section> }
    });
    let sections = sections.collect::<Vec<_>>();
    let blank = intro.is_blank();
    let intro = (!blank)
        .then(|| view! { <p class="worksheet-intro" dir="auto">{move || intro.get(ui.lang.get()).to_owned()}</p> });
    view! { {intro} {sections} }.into_any()
}

/// A question, what was answered the last time, and the place for the answer.
fn line(ui: Ui, id: Id, asked: &Asked, last: Memo<Option<LastTimes>>, number: usize) -> AnyView {
    let (ask, help) = (asked.ask.clone(), asked.help.clone());
    let control = format!("answer-{number}");
    let at = WrittenIn {
        kind: &SHEET_ANSWER,
        id: filling::answer_id(id, &asked.key),
        field: answer::VALUE.key(),
        named: filling::named(id, &asked.key).to_vec(),
    };
    let key = asked.key.clone();
    let last = memo(move || last.with(|last| last.as_ref()?.get(&key).cloned()));
    let last = move || {
        let last = last.get()?;
        let when = match last.day {
            Some(day) => words::LAST_TIME.with("day", date::say_day(day, ui.lang.get())),
            None => common::LAST_TIME.message(),
        };
        Some(view! { <div class="last-time"><p class="soft">{ui.say(when)}</p><p dir="auto">{last.words}</p></div> })
    };
    let planned = asks_for_steps(asked).then(|| steps::below(ui, id, &asked.key));
    let has_help = !help.is_blank();
    let help = has_help.then(|| view! { <p class="help" dir="auto">{move || help.get(ui.lang.get()).to_owned()}</p> });
    view! {
        <div class="field worksheet-line">
            <label class="label" for=control.clone() dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</label>
            {help}
            <div class="worksheet-answer"><div>{written(ui, at, control, 3)}</div>{drawn(last)}</div>
            {planned}
        </div>
    }
    .into_any()
}

/// What was learned, once the event that was prepared is over.
fn of_gathering(ui: Ui, id: Id, record: Memo<Option<Arc<Record>>>) -> Option<AnyView> {
    let event = record.with(|record| record.as_ref().and_then(|record| sheet::EVENT.of(&**record)))?;
    let over = over(&*ui.record(&EVENT, event)?)?;
    (over <= ui.work().now().moment()).then(|| {
        let at = WrittenIn { kind: &SHEET, id, field: sheet::LEARNED.key(), named: Vec::new() };
        view! {
            <section class="group">
                <div class="field">
                    <label class="label" for="learned">{ui.t(SHEET.label(sheet::LEARNED.key()))}</label>
                    <p class="help">{ui.t(words::LEARNED_HINT)}</p>
                    {written(ui, at, "learned".to_owned(), 3)}
                </div>
            </section>
        }
        .into_any()
    })
}

/// Answers to questions that this version of the worksheet does not have.
fn stray(ui: Ui, id: Id) -> impl IntoView {
    let stray = memo(move || {
        ui.follow(SHEET_ANSWER.id);
        let record = ui.record(&SHEET, id)?;
        Some(ui.look(|book, index| filling::filled(book, index, &record))?.stray)
    });
    let row = move |(ask, words): (Option<Both>, String)| {
        let ask = ask.unwrap_or_default();
        view! {
            <li><p class="row-title" dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</p><p dir="auto">{words}</p></li>
        }
    };
    drawn(move || {
        let stray = stray.get().filter(|stray| !stray.is_empty())?;
        Some(view! {
            <section class="group">
                <h2>{ui.t(words::OTHER_ANSWERS)}</h2>
                <p class="soft">{ui.t(words::OTHER_ANSWERS_WHAT)}</p>
                <ul class="asked-list" role="list">{stray.into_iter().map(row).collect_view()}</ul>
            </section>
        })
    })
}

/// The sheet on paper: each question with its answer, or with room to write by hand.
pub(super) fn on_paper(ui: Ui, id: Id) -> Option<AnyView> {
    ui.follow(SHEET_ANSWER.id);
    let record = ui.record(&SHEET, id)?;
    let asking = filling::asked_with(&ui.work().state().book, &record)?;
    let given = ui.look(|book, index| filling::answers(book, index, id));
    let given: Given = Arc::new(move |key| given.get(key).cloned());
    let learned = sheet::LEARNED.of(&*record).filter(|words| !words.trim().is_empty()).map(str::to_owned);
    let learned = learned.map(|words| {
        view! {
            <section class="group"><h3>{ui.t(SHEET.label(sheet::LEARNED.key()))}</h3><p class="answered" dir="auto">{words}</p></section>
        }
    });
    Some(view! { {paper::shown(ui, &asking, Some(given))} {learned} }.into_any())
}

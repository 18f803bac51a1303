//! An interview as it is read afterwards: who spoke, what was answered, what is worth quoting.

use super::consent::name;
use super::talk::speaker_name;
use crate::interviews::interview::{Talk, Turn};
use crate::interviews::kinds::interview::{
    ANSWER, GRANTS, INTERVIEW, NOTES, QUOTES, SAID, SPEAKER, UNDER_WAY, interview_fields, said_fields, speaker_fields,
};
use crate::interviews::kinds::interview_guide::GUIDE_VERSION;
use crate::interviews::kinds::quote::{CODING, QUOTE};
use crate::interviews::passage::Passage;
use crate::interviews::quotes::{self, AfterQuotes};
use crate::interviews::{interview as talks, routes, words};
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::questionnaire::keys;
use crate::model::{date, kept, show};
use crate::ui::context::Ui;
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use crate::work::consent::{self, Consents, Grant};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Who spoke, and what each of them agreed to.
pub fn people(ui: Ui, interview: Id) -> impl IntoView {
    let rows = move || {
        ui.follow(SPEAKER.id);
        let lang = ui.lang.get();
        let work = ui.work();
        let state = work.state();
        let speakers = consent::speakers(&state.book, interview);
        let rows = speakers.into_iter().map(|record| {
            let told = |field: TextField| {
                let field = SPEAKER.field(field.key())?;
                let value = record.get(field.key).filter(|_| kept::may_hold(field, record))?;
                let words = show::show(field, value, lang, &ui.title_of());
                Some(words).filter(|words| !words.is_empty())
            };
            let line: Vec<String> =
                [speaker_fields::ROLE, speaker_fields::NEIGHBORHOOD].into_iter().filter_map(told).collect();
            let given =
                GRANTS.iter().filter(|grant| consent::of_record(&SPEAKER, record, grant) == Grant::Given).count();
            let all = GRANTS.len();
            let chip = match consent::of_record(&SPEAKER, record, NOTES) {
                Grant::Given => ("plain", words::PERMISSIONS.with("given", given).with("all", all).say(lang)),
                Grant::Denied if speaker_fields::WITHDRAWN.of(record).is_some() => {
                    ("care", words::TOOK_BACK.get(lang).to_owned())
                }
                _ => ("care", words::NOT_AGREED_TO.get(lang).to_owned()),
            };
            view! {
                <li><a class="row" href=routes::CONSENT.at((interview, record.id)).href()>
                    <span class="row-title" dir="auto">{name(ui, record)}</span>
                    <span class="row-line" dir="auto">{line.join(" · ")}</span>
                    <Chip tone=chip.0 words=Signal::derive(move || chip.1.clone())/>
                </a></li>
            }
        });
        view! { <ul class="rows" role="list">{rows.collect_view()}</ul> }
    };
    let add = move || ui.go(routes::CONSENT.at((interview, ui.work().new_id())));
    view! {
        <section class="group">
            <h3>{ui.t(words::PEOPLE)}</h3>
            {move || rows()}
            <div class="deeds no-print">
                <Quiet path=icon_paths::PLUS text=words::ADD_PERSON on_tap=add/>
            </div>
        </section>
    }
}

/// What was answered, question by question.
pub fn said(ui: Ui, interview: Id) -> impl IntoView {
    let talk = memo(move || {
        [SAID.id, ANSWER.id, GUIDE_VERSION.id].iter().for_each(|kind| ui.follow(kind));
        let record = ui.record(&INTERVIEW, interview)?;
        ui.look(|book, index| talks::talk(book, index, &record))
    });
    // Which line is open for quoting.
    let open = RwSignal::new(None::<Id>);
    let body = move || {
        talk.with(|talk| match talk {
            None => view! { <p class="soft">{ui.t(words::NO_GUIDE)}</p> }.into_any(),
            Some(talk) if is_blank(talk) => view! { <p class="soft">{ui.t(words::NOTHING_SAID)}</p> }.into_any(),
            Some(talk) => {
                let told = |turn: &&Turn| !turn.lines.is_empty() || !turn.value.trim().is_empty();
                let turns = talk.turns.iter().filter(told).map(|turn| turn_view(ui, turn, open)).collect_view();
                let stray = (!talk.stray.is_empty()).then(|| {
                    view! { <h4>{ui.t(words::STRAY)}</h4> {lines_view(ui, &talk.stray, open)} }
                });
                view! { {turns} {stray} }.into_any()
            }
        })
    };
    view! { <section class="group told"><h3>{ui.t(words::YOUR_NOTES)}</h3>{move || body()}</section> }
}

fn is_blank(talk: &Talk) -> bool {
    talk.stray.is_empty() && talk.turns.iter().all(|turn| turn.lines.is_empty() && turn.value.trim().is_empty())
}

fn turn_view(ui: Ui, turn: &Turn, open: RwSignal<Option<Id>>) -> impl IntoView + use<> {
    let (ask, to_tap, value) = (turn.asked.ask.clone(), turn.asked.to_tap(), turn.value.clone());
    let tapped = turn.asked.is_tapped();
    let answer = move || {
        let lang = ui.lang.get();
        match tapped {
            false => value.clone(),
            true => {
                let words = |key: &str| {
                    let answer = to_tap.iter().find(|answer| answer.key == key);
                    answer.map_or_else(|| key.to_owned(), |answer| answer.words.get(lang).to_owned())
                };
                keys(&value).map(words).collect::<Vec<_>>().join(", ")
            }
        }
    };
    view! {
        <h4 dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</h4>
        {move || Some(answer()).filter(|answer| !answer.trim().is_empty()).map(|answer| view! { <p dir="auto">{answer}</p> })}
        {lines_view(ui, &turn.lines, open)}
    }
}

fn lines_view(ui: Ui, lines: &[Id], open: RwSignal<Option<Id>>) -> impl IntoView + use<> {
    let lines: Vec<Id> = lines.to_vec();
    view! { <ol class="lines" role="list">{lines.into_iter().map(|id| line(ui, id, open)).collect_view()}</ol> }
}

/// The quotes from a line, by where they stand in it.
fn quotes_of(ui: Ui, line: Id, words: &str) -> Vec<(Passage, Id)> {
    ui.follow(QUOTE.id);
    ui.look(|book, index| talks::quotes_in(book, index, line, words))
}

fn line(ui: Ui, id: Id, open: RwSignal<Option<Id>>) -> impl IntoView {
    let record = memo(move || ui.record(&SAID, id));
    let text = memo(move || {
        record.with(|record| {
            record.as_ref().and_then(|record| said_fields::WORDS.of(record)).unwrap_or_default().to_owned()
        })
    });
    let time = move || {
        record
            .with(|record| Some(date::say_time(date::moment(said_fields::WHEN.of(record.as_ref()?)?)?, ui.lang.get())))
    };
    let who = move || record.with(|record| speaker_name(ui, said_fields::SPEAKER.of(record.as_ref()?)?));
    let node = NodeRef::<html::P>::new();
    let marked = move || {
        text.with(|text| {
            let mut at = 0;
            let mut parts = Vec::new();
            for (passage, quote) in quotes_of(ui, id, text) {
                // Quotes may overlap; each letter is shown once.
                let from = passage.from.max(at);
                if from >= passage.to {
                    continue;
                }
                let plain = Passage { from: at, to: from }.words(text).unwrap_or_default().to_owned();
                let words = Passage { from, to: passage.to }.words(text).unwrap_or_default().to_owned();
                at = passage.to;
                parts.push(
                    view! {
                        {plain}<a class="mark" href=Route::Records(QUOTE.id, View::One(quote)).href()>{words}</a>
                    }
                    .into_any(),
                );
            }
            let rest: String = text.chars().skip(at).collect();
            parts.push(rest.into_any());
            parts
        })
    };
    let may = memo(move || {
        ui.follow(SPEAKER.id);
        let work = ui.work();
        let state = work.state();
        record.with(|record| {
            let Some(record) = record.as_deref() else { return false };
            Consents::of(&state.book).among(|key| record.text(key), QUOTES) == Grant::Given
        })
    });
    let is_open = memo(move || open.get() == Some(id));
    let quote = move |passage: Option<Passage>| {
        let Some(passage) = passage else { return ui.toast(words::NOTHING_MARKED, None) };
        if let Some(record) = record.get_untracked() {
            open.set(None);
            ui.send(Command::Write {
                label: words::QUOTED.message(),
                rows: vec![talks::quoted(ui.work().new_id(), &record, passage)],
            });
        }
    };
    let whole = move || text.with_untracked(|text| Passage::of_utf16(text, 0, text.encode_utf16().count()));
    let only = move || {
        let (from, to) = selection_in(node.get_untracked()?.as_ref())?;
        text.with_untracked(|text| Passage::of_utf16(text, from, to))
    };
    let panel = move || {
        is_open.get().then(|| {
            view! {
                <p class="help">{ui.t(words::QUOTE_HOW)}</p>
                <div class="deeds">
                    <Quiet path=icon_paths::QUOTE text=words::QUOTE_WHOLE on_tap=move || quote(whole())/>
                    <Quiet path=icon_paths::QUOTE text=words::QUOTE_MARKED on_tap=move || quote(only())/>
                    <a class="quiet" href=Route::Records(SAID.id, View::Edit(id)).href()>
                        <Icon path=icon_paths::PENCIL/><span>{ui.t(common::EDIT)}</span>
                    </a>
                    <Quiet path=icon_paths::TRASH text=common::DELETE class="danger" on_tap=move || ui.send(Command::Delete(SAID.id, id))/>
                </div>
            }
        })
    };
    let toggle = move |_| open.update(|open| *open = if *open == Some(id) { None } else { Some(id) });
    view! {
        <li>
            <div class="line-head">
                <time>{move || time()}</time>
                {move || who().map(|who| view! { <b dir="auto">{who}</b> })}
                {move || match may.get() {
                    true => view! {
                        <button type="button" class="quiet no-print" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                            <Icon path=icon_paths::QUOTE/><span>{ui.t(words::QUOTE_IT)}</span>
                        </button>
                    }.into_any(),
                    false => view! { <span class="soft">{ui.t(words::NO_QUOTES_ALLOWED)}</span> }.into_any(),
                }}
            </div>
            <p dir="auto" class="line-words" node_ref=node>{move || marked()}</p>
            {move || panel()}
        </li>
    }
}

/// What is marked within an element, in UTF-16 units from its beginning; nothing where the mark lies elsewhere.
fn selection_in(element: &web_sys::Element) -> Option<(usize, usize)> {
    let selection = window().get_selection().ok()??;
    let range = selection.get_range_at(0).ok()?;
    if !element.contains(range.start_container().ok().as_ref())
        || !element.contains(range.end_container().ok().as_ref())
    {
        return None;
    }
    let before = document().create_range().ok()?;
    before.select_node_contents(element).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let units = |range: &web_sys::Range| {
        let words: js_sys::JsString = range.unchecked_ref::<js_sys::Object>().to_string();
        words.length() as usize
    };
    let from = units(&before);
    let marked = units(&range);
    (marked > 0).then_some((from, from + marked))
}

/// What can be done with an interview: gone on with, or once it is over and something was quoted, the quotes tagged, and
/// then the themes looked at.
pub fn actions(ui: Ui, interview: Id) -> impl IntoView {
    let next = memo(move || {
        let record = ui.record(&INTERVIEW, interview)?;
        if interview_fields::OUTCOME.of(&record) == Some(UNDER_WAY) {
            return Some((routes::TALK.at(interview), words::GO_ON));
        }
        ui.follow(QUOTE.id);
        ui.follow(CODING.id);
        let me = ui.work().state().actor;
        match ui.look(|book, index| quotes::after_quotes(book, index, me, interview)) {
            AfterQuotes::Nothing => None,
            AfterQuotes::Tag(quote) => Some((Route::Records(QUOTE.id, View::One(quote)), words::TAG_QUOTES)),
            AfterQuotes::Themes => Some((routes::THEMES.route(), words::THEMES)),
        }
    });
    drawn(move || {
        next.get().map(|(to, text)| {
            view! {
                <div class="actions">
                    <a class="primary" href=to.href()><span>{ui.t(text)}</span><Icon path=icon_paths::CHEVRON/></a>
                </div>
            }
        })
    })
}

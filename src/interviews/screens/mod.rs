//! Interviews: consent first, then one question at a time.

pub mod begin;
pub mod consent;
pub mod coverage;
pub mod guides;
pub mod quotes;
pub mod sound;
pub mod talk;
pub mod thanks;
pub mod themes;
pub mod told;
pub mod unfinished;

use super::kinds::interview::{INTERVIEW, UNDER_WAY};
use super::{interview as talks, routes, words};
use crate::interviews::kinds::interview::{callback_fields, interview_fields, said_fields, speaker_fields};
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Lang, Message};
use crate::ui::capability::Links;
use crate::ui::context::Ui;
use crate::ui::parts::tongues;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

/// Who writes, and when.
fn hand(ui: Ui) -> Author {
    let work = ui.work();
    let by = work.state().actor;
    Author { by, now: work.now() }
}

/// The form of something of an interview leads back to the interview, which all of it calls by one key.
pub fn back_to_interview(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(Route::Records(INTERVIEW.id, View::One(links(speaker_fields::INTERVIEW.key())?)))
}

/// The form of something of a person leads back to what that person agreed to.
pub fn back_to_person(ui: Ui, links: Links<'_>) -> Option<Route> {
    match links(callback_fields::SPEAKER.key()) {
        Some(person) => Some(routes::CONSENT.at((links(callback_fields::INTERVIEW.key())?, person))),
        None => back_to_interview(ui, links),
    }
}

/// The form of a line of notes leads back to the conversation, as long as it goes on.
pub fn back_to_talk(ui: Ui, links: Links<'_>) -> Option<Route> {
    let interview = links(said_fields::INTERVIEW.key())?;
    let goes_on =
        ui.peek(&INTERVIEW, interview).is_some_and(|record| interview_fields::OUTCOME.of(&record) == Some(UNDER_WAY));
    if goes_on { Some(routes::TALK.at(interview)) } else { back_to_interview(ui, links) }
}

/// The language in which the questions of an interview are read out: staff may speak another. Before there is an
/// interview, the one that was chosen last.
fn prompts_in(ui: Ui, interview: Option<Id>) -> RwSignal<Lang> {
    let known = interview.and_then(|id| Lang::from_tag(interview_fields::READ_IN.of(&ui.peek(&INTERVIEW, id)?)?));
    RwSignal::new(known.unwrap_or_else(|| tongues::read_in_last(ui)))
}

/// The switch between languages, which an interview remembers, so that it goes on as it was.
fn tongues(ui: Ui, interview: Option<Id>, lang: RwSignal<Lang>) -> impl IntoView {
    tongues::tongues(ui, lang, move |to| {
        if let Some(id) = interview {
            keep(ui, common::READ_IN.message(), vec![talks::read_in(id, to)]);
        }
    })
}

/// Keeps something; that it is kept is seen where it stands, so nothing more is said.
fn keep(ui: Ui, label: Message, rows: Vec<RecordWrite>) {
    let work = ui.work();
    ui.spawn(async move {
        if let Err(error) = work.run(Command::Write { label, rows }).await {
            ui.warn(error.message());
        }
    });
}

/// The ways from the list of interviews to what was made of them.
pub fn beside(ui: Ui) -> impl IntoView {
    let way = |route: Route, text| view! { <a href=route.href()>{ui.t(text)}</a> };
    view! {
        <nav class="beside" aria-label=ui.t(words::INTERVIEWS)>
            {way(routes::QUOTES.at(None), words::QUOTES)}
            {way(routes::THEMES.route(), words::THEMES)}
            {way(routes::GUIDES.route(), words::GUIDES)}
            {way(routes::COVERAGE.route(), words::WHO_WAS_HEARD)}
        </nav>
    }
}

//! Guides: those that come with the app, and the team's own.

mod only_after;
mod paper;

use crate::interviews::kinds::interview::INTERVIEW;
use crate::interviews::kinds::interview_guide::ready::READY;
use crate::interviews::kinds::interview_guide::{INTERVIEW_GUIDE, OWN};
use crate::interviews::{guides as changing, interview, routes, words};
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::question::QUESTION;
use crate::model::questionnaire::{Asking, Both};
use crate::model::text::{Lang, Message};
use crate::ports::{FileError, OutFile};
use crate::ui::context::{Head, NextId, Ui};
use crate::ui::parts::more::More;
use crate::ui::parts::questions::questions;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::whereabouts::Here;
use leptos::prelude::*;
use only_after::only_after;
use paper::shown;
use std::sync::Arc;

/// The guides there are.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::GUIDES.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let rows = move || {
        ui.follow(INTERVIEW_GUIDE.id);
        ui.follow(QUESTION.id);
        let row = |asking: Asking| {
            let own = asking.guide.parse::<Id>().ok();
            let ready = READY.iter().position(|ready| ready.key == asking.guide);
            let route = match (own, ready) {
                (Some(id), _) => Route::Records(INTERVIEW_GUIDE.id, View::One(id)),
                (None, at) => routes::READY_GUIDE.at(at.unwrap_or_default()),
            };
            let count = words::QUESTIONS_COUNT.with("count", asking.questions.len());
            let name = asking.name.clone();
            view! {
                <li><a class="row" href=route.href()>
                    <span class="row-title" dir="auto">{move || name.get(ui.lang.get()).to_owned()}</span>
                    <span class="row-line">{ui.say(count)}</span>
                    <span class="row-end">{own.map(|_| ui.t(words::OWN_GUIDE))}<Icon path=icon_paths::CHEVRON/></span>
                </a></li>
            }
        };
        interview::guides(&ui.work().state().book).into_iter().map(row).collect_view()
    };
    let next = ui.next_id();
    let bring = move || {
        let here = ui.here();
        ui.spawn(async move {
            let file = match ui.world().files.pick(".json,application/json").await {
                Ok(file) => file,
                Err(FileError::Cancelled) => return,
                Err(FileError::Failed(cause)) => return ui.warn(Message::same(cause)),
            };
            let name = file.name();
            let read = file.read(0, changing::MOST_BYTES as usize + 1).await;
            let asking = match read.map(|bytes| changing::read(&bytes)) {
                Ok(Ok(asking)) => asking,
                Ok(Err(cause)) => return ui.warn(words::NOT_A_GUIDE.with("file", name).with("cause", cause)),
                Err(error) => return ui.warn(words::NOT_A_GUIDE.with("file", name).with("cause", error.to_string())),
            };
            let shown = asking.name.get(ui.lang.get_untracked()).to_owned();
            let label = words::GUIDE_BROUGHT.with("name", shown).with("count", asking.questions.len());
            copy(ui, next, here, &asking, asking.name.clone(), label);
        });
    };
    let new = move || ui.go(Route::Records(INTERVIEW_GUIDE.id, View::Edit(ui.work().new_id())));
    view! {
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::GUIDES_WHAT)}</p>
            <ul class="rows" role="list">{move || rows()}</ul>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::UPLOAD text=words::BRING_GUIDE on_tap=bring/>
            <Quiet path=icon_paths::PLUS text=words::NEW_GUIDE class="primary" on_tap=new/>
        </div>
    }
}

/// Copies a guide into one of the team's own, and opens it.
fn copy(ui: Ui, next: NextId, here: Here, asking: &Asking, name: Both, label: Message) {
    let (work, id) = (ui.work(), next.get());
    let rows = OWN.copied(asking, id, name, || work.new_id());
    ui.spawn(async move {
        if ui.begin(next, &INTERVIEW_GUIDE, label, rows).await {
            ui.go_on(here, Route::Records(INTERVIEW_GUIDE.id, View::One(id)));
        }
    });
}

/// A guide that comes with the app.
pub fn ready(ui: Ui, at: usize) -> impl IntoView {
    let asking = READY.get(at).map(Asking::from);
    let name = StoredValue::new(asking.as_ref().map(|asking| asking.name.clone()).unwrap_or_default());
    ui.head(move || Head {
        title: name.with_value(|name| name.get(ui.lang.get()).to_owned()),
        line: String::new(),
        back: Some((routes::GUIDES.route(), words::GUIDES.get(ui.lang.get()))),
    });
    asking.map(|asking| {
        let kept = StoredValue::new(asking.clone());
        view! {
            <div class="page" data-stack="">{shown(ui, &asking)}</div>
            <div class="actions no-print">{deeds(ui, move || Some(kept.get_value()))}</div>
        }
    })
}

/// What can be done with any guide.
fn deeds(ui: Ui, asking: impl Fn() -> Option<Asking> + Copy + Send + Sync + 'static) -> impl IntoView {
    deeds_with(ui, Arc::new(asking))
}

fn deeds_with(ui: Ui, asking: Arc<dyn Fn() -> Option<Asking> + Send + Sync>) -> AnyView {
    let next = ui.next_id();
    let saved = asking.clone();
    let copied = move || {
        let Some(asking) = asking() else { return };
        let of = |words: &str, lang| {
            if words.is_empty() { String::new() } else { words::COPY_OF.with("name", words).say(lang) }
        };
        let name = Both { en: of(&asking.name.en, Lang::En), es: of(&asking.name.es, Lang::Es) };
        let label = crate::work::command::words::CREATED.with("what", name.get(ui.lang.get_untracked()));
        copy(ui, next, ui.here(), &asking, name, label);
    };
    let save = move || {
        let Some(asking) = saved() else { return };
        let name = format!("{}.guide.json", fold(asking.name.get(Lang::En)).replace(' ', "-"));
        match serde_json::to_vec_pretty(&asking) {
            Ok(json) => ui.give(OutFile { name, media_type: "application/json", pieces: vec![json] }, false),
            Err(error) => ui.warn(Message::same(error.to_string())),
        }
    };
    view! {
        <More>
            <Quiet path=icon_paths::PRINT text=words::PRINT_GUIDE on_tap=|| drop(window().print())/>
            <Quiet path=icon_paths::DOWNLOAD text=words::SAVE_GUIDE on_tap=save/>
        </More>
        <Quiet path=icon_paths::PENCIL text=words::COPY_GUIDE class="primary" on_tap=copied/>
    }
    .into_any()
}

/// A guide of the team: its questions to change, beside what is known of it.
pub fn of_team(ui: Ui, guide: Id) -> impl IntoView {
    let asking = move || OWN.asking(&ui.work().state().book, guide);
    let on_paper = move || {
        ui.follow(QUESTION.id);
        ui.follow(INTERVIEW_GUIDE.id);
        asking().map(|asking| view! { <div class="print-only">{shown(ui, &asking)}</div> })
    };
    let put = move |id, by| changing::put(&ui.work().state().book, guide, id, by);
    view! {
        {questions(ui, &OWN, guide, put, move |id| only_after(ui, guide, id).into_any())}
        {move || on_paper()}
        <div class="deeds no-print">{deeds(ui, asking)}</div>
    }
}

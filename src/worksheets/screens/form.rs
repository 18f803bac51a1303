//! A worksheet before it is filled in: one that comes with the app, or one of the team's, which can be changed.

use super::{begin, paper};
use crate::model::id::Id;
use crate::model::question::QUESTION;
use crate::model::questionnaire::{Asking, Both};
use crate::model::text::Lang;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::more::More;
use crate::ui::parts::questions::questions;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::work::command::{Command, words as commands};
use crate::worksheets::kinds::ready::READY;
use crate::worksheets::kinds::worksheet::{ABOUT_FIELD, OWN, WORKSHEET};
use crate::worksheets::{forms, routes, words};
use leptos::prelude::*;
use std::sync::Arc;

/// A worksheet that comes with the app, by its place among them.
pub fn ready(ui: Ui, at: usize) -> impl IntoView {
    let asking = READY.get(at).map(Asking::from);
    let name = StoredValue::new(asking.as_ref().map(|asking| asking.name.clone()).unwrap_or_default());
    let purpose = StoredValue::new(asking.as_ref().map(|asking| asking.purpose.clone()).unwrap_or_default());
    ui.head(move || Head {
        title: name.with_value(|name| name.get(ui.lang.get()).to_owned()),
        line: purpose.with_value(|purpose| purpose.get(ui.lang.get()).to_owned()),
        back: Some((routes::WORKSHEETS.route(), words::WORKSHEETS.get(ui.lang.get()))),
    });
    asking.map(|asking| {
        let kept = StoredValue::new(asking.clone());
        view! {
            <div class="page" data-stack="">{paper::shown(ui, &asking, None)}</div>
            <div class="actions no-print">{deeds(ui, Arc::new(move || Some(kept.get_value())))}</div>
        }
    })
}

/// What can be done with any worksheet.
fn deeds(ui: Ui, asking: Arc<dyn Fn() -> Option<Asking> + Send + Sync>) -> AnyView {
    let (sheet, copy) = (ui.next_id(), ui.next_id());
    let copied = asking.clone();
    let fill_in = move || {
        if let Some(asking) = asking() {
            begin(ui, sheet, &asking, Vec::new());
        }
    };
    let copied = move || {
        let Some(asking) = copied() else { return };
        let of = |words: &str, lang| {
            if words.is_empty() { String::new() } else { words::COPY_OF.with("name", words).say(lang) }
        };
        let name = Both { en: of(&asking.name.en, Lang::En), es: of(&asking.name.es, Lang::Es) };
        let label = commands::CREATED.with("what", name.get(ui.lang.get_untracked()));
        let (work, id, here) = (ui.work(), copy.get(), ui.here());
        let mut rows = OWN.copied(&asking, id, name, || work.new_id());
        if let (Some(about), Some((_, _, values))) = (forms::about(&work.state().book, &asking.guide), rows.first_mut())
        {
            let (key, value) = ABOUT_FIELD.is(about);
            values.insert(key.to_owned(), value);
        }
        ui.spawn(async move {
            if ui.begin(copy, &WORKSHEET, label, rows).await {
                ui.go_on(here, Route::Records(WORKSHEET.id, View::One(id)));
            }
        });
    };
    view! {
        <More>
            <Quiet path=icon_paths::PRINT text=words::PRINT_BLANK on_tap=|| drop(window().print())/>
            <Quiet path=icon_paths::PENCIL text=words::COPY on_tap=copied/>
        </More>
        <Quiet path=icon_paths::PENCIL text=words::FILL_IN class="primary" on_tap=fill_in/>
    }
    .into_any()
}

/// A worksheet of the team: its questions to change, beside what is known of it.
pub fn of_team(ui: Ui, id: Id) -> impl IntoView {
    let asking = move || OWN.asking(&ui.work().state().book, id);
    let on_paper = move || {
        ui.follow(QUESTION.id);
        ui.follow(WORKSHEET.id);
        asking().map(|asking| view! { <div class="print-only">{paper::shown(ui, &asking, None)}</div> })
    };
    let put = move |question, by| Command::Write {
        label: crate::ui::words::QUESTIONS_MOVED.message(),
        rows: OWN.moved(&ui.work().state().book, id, question, by),
    };
    view! {
        {questions(ui, &OWN, id, put, |_| ().into_any())}
        {move || on_paper()}
        <div class="deeds no-print">{deeds(ui, Arc::new(asking))}</div>
    }
}

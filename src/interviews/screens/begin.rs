//! A new interview: with which guide, and where.

use super::{hand, prompts_in, tongues};
use crate::events::{EVENT, event_fields};
use crate::interviews::kinds::interview::{INTERVIEW, interview_fields};
use crate::interviews::kinds::interview_guide::INTERVIEW_GUIDE;
use crate::interviews::{interview, routes, words};
use crate::model::id::Id;
use crate::model::question::QUESTION;
use crate::model::questionnaire::Asking;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::typing::Typing;
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

/// The preference that keeps the guide that was asked with last.
const GUIDE: &str = "interview_guide";

/// A new interview; at an event, it is linked to it and held where that is.
pub fn screen(ui: Ui, event: Option<Id>) -> impl IntoView {
    let event = event.and_then(|id| ui.peek(&EVENT, id));
    ui.head(move || Head {
        title: words::NEW_INTERVIEW.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let guides = memo(move || {
        ui.follow(INTERVIEW_GUIDE.id);
        ui.follow(QUESTION.id);
        interview::guides(&ui.work().state().book)
    });
    let last = ui.world().prefs.get(GUIDE);
    let known = |key: &String| guides.with_untracked(|guides| guides.iter().any(|asking| asking.guide == *key));
    let first = || guides.with_untracked(|guides| guides.first().map(|asking| asking.guide.clone()));
    let chosen = RwSignal::new(last.filter(known).or_else(first).unwrap_or_default());
    let (name, location) = match &event {
        Some(event) => (format!("interview:where:{}", event.id), event_fields::LOCATION.of(event).unwrap_or_default()),
        None => ("interview:where".to_owned(), ""),
    };
    let place = Typing::new(ui, name, None, location.to_owned());
    let event = event.map(|event| event.id);
    let lang = prompts_in(ui, None);
    let option = move |asking: &Asking| {
        let (key, name, purpose) = (asking.guide.clone(), asking.name.clone(), asking.purpose.clone());
        let count = words::QUESTIONS_COUNT.with("count", asking.questions.len());
        let checked = {
            let key = key.clone();
            move || chosen.with(|chosen| *chosen == key)
        };
        let shown = move || name.get(ui.lang.get()).to_owned();
        let line = move || {
            let lang = ui.lang.get();
            let purpose = purpose.get(lang);
            let count = count.say(lang);
            if purpose.is_empty() { count } else { format!("{count} · {purpose}") }
        };
        view! {
            <li><label class="pick">
                <input type="radio" name="guide" prop:checked=checked on:change=move |_| chosen.set(key.clone())/>
                <span class="row-title" dir="auto">{move || shown()}</span>
                <span class="row-line" dir="auto">{move || line()}</span>
            </label></li>
        }
    };
    // Both are fixed when the screen is opened.
    let (next, person) = (ui.next_id(), ui.work().new_id());
    let begin = move |_| {
        let asking = guides.with_untracked(|guides| {
            chosen.with_untracked(|chosen| guides.iter().find(|asking| asking.guide == *chosen).cloned())
        });
        let Some(asking) = asking else { return };
        ui.world().prefs.set(GUIDE, &asking.guide);
        let (work, id, here) = (ui.work(), next.get(), ui.here());
        let number = interview::next_number(&work.state().book);
        let called = words::NUMBERED.with("number", number).say(ui.lang.get_untracked());
        let mut about =
            vec![interview_fields::CALLED.is(&*called), interview_fields::LANGUAGE.is(lang.get_untracked().tag())];
        let held_at = place.text.get_untracked();
        if !held_at.trim().is_empty() {
            about.push(interview_fields::WHERE.is(held_at.trim()));
        }
        about.extend(event.map(|event| interview_fields::EVENT.is(event)));
        let typed = place.give();
        ui.spawn(async move {
            let rows = match interview::begin(id, &asking, about, hand(ui)) {
                Ok(rows) => rows,
                Err(error) => return ui.warn(crate::ports::words::FAILED.with("cause", error.to_string())),
            };
            let label = crate::work::command::words::CREATED.with("what", called);
            match place.become_of(typed, Command::Once { kind: INTERVIEW.id, id, label, rows }).await {
                // Tapped twice, it is one interview, and one goes there once.
                Ok(_) => ui.go_on(here, routes::CONSENT.at((id, person))),
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let at_event = event.and_then(|event| ui.title(&EVENT, event));
    let where_label = INTERVIEW.field(interview_fields::WHERE.key()).map(|field| field.label);
    view! {
        <div class="page" data-stack="">
            {at_event.map(|name| view! { <p class="soft" dir="auto">{name}</p> })}
            <section class="group">
                <h2 id="which-guide">{ui.t(words::WITH_WHICH_GUIDE)}</h2>
                <div role="radiogroup" aria-labelledby="which-guide">
                    <ul class="pick-one" role="list">
                        {move || guides.with(|guides| guides.iter().map(option).collect_view())}
                    </ul>
                </div>
            </section>
            <section class="group">
                <h2>{ui.t(common::READ_IN)}</h2>
                {tongues(ui, None, lang)}
            </section>
            <div class="field">
                <label class="label" for="where">{move || where_label.map(|label| label.get(ui.lang.get()))}</label>
                <input
                    type="text" id="where" autocomplete="off" prop:value=place.text
                    on:input=move |event| place.write(event_target_value(&event))
                />
            </div>
        </div>
        <div class="actions">
            <button type="button" class="primary" on:click=begin>
                <span>{ui.t(words::TO_CONSENT)}</span><Icon path=icon_paths::CHEVRON/>
            </button>
        </div>
    }
}

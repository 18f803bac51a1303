//! The guide: what is asked at the door, in both languages and in the order in which it is asked.

use crate::canvass::kinds::visit::VISIT;
use crate::canvass::{guide as changing, routes, words};
use crate::model::field::FieldType;
use crate::model::guide::{self, Question};
use crate::model::kind::{Kind, Section};
use crate::model::question::{QUESTION, fields};
use crate::model::show;
use crate::model::text::{Lang, Message, Text};
use crate::ui::capability::Links;
use crate::ui::context::{Head, Prefill, Ui};
use crate::ui::form::Form;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;

/// The kind whose guide it is.
static KIND: &Kind = &VISIT;

/// What the form of a declared question that is worded anew is called: it has no record yet, but nobody would call it
/// new.
pub fn reworded(form: Form) -> Option<Message> {
    let rewords = !form.text_now(fields::SLOT.key()).is_empty();
    rewords.then(|| words::EDIT_QUESTION.with("question", form.text_now(fields::EN.key())))
}

/// The form of a question leads back to what asks it: the team's own guide or worksheet, or the guide for the doors.
pub fn back(_: Ui, links: Links<'_>) -> Option<Route> {
    let asked_by = QUESTION.links().find_map(|(link, kind)| Some(Route::Records(kind, View::One(links(link)?))));
    Some(asked_by.unwrap_or(routes::GUIDE.route()))
}

/// The guide.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::GUIDE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((routes::STREETS.route(), words::CANVASS.get(ui.lang.get()))),
    });
    changing::section(KIND).map(|section| shown(ui, section))
}

fn shown(ui: Ui, section: &'static Section) -> impl IntoView {
    let questions = move || {
        ui.follow(QUESTION.id);
        guide::questions(KIND, section, &ui.work().state().book)
    };
    let add = move || {
        let id = ui.work().new_id();
        open(ui, id, changing::new_question(KIND, &untrack(questions)));
    };
    let guard = Guard::over(move || {
        questions().into_iter().filter(|question| question.asked).map(|question| question.field.key).collect::<Vec<_>>()
    });
    let asked = move || {
        let questions: Vec<Question> = questions().into_iter().filter(|question| question.asked).collect();
        let last = questions.len().saturating_sub(1);
        let rows = questions.iter().enumerate().map(|(at, question)| {
            view! {
                <li>
                    {row(ui, question)}
                    <div class="deeds no-print">
                        {put(ui, section, question, -1, at > 0)}
                        {put(ui, section, question, 1, at < last)}
                    </div>
                </li>
            }
        });
        view! { <ol class="guide" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>{rows.collect_view()}</ol> }
    };
    let left_out = move || {
        let out: Vec<Question> = questions().into_iter().filter(|q| !q.asked && !q.deleted).collect();
        (!out.is_empty()).then(|| {
            view! {
                <section class="group no-print">
                    <h2>{ui.t(words::NOT_ASKED)}</h2>
                    <ul class="guide" role="list">
                        {out.iter().map(|question| view! { <li>{row(ui, question)}</li> }).collect_view()}
                    </ul>
                </section>
            }
        })
    };
    view! {
        <div class="page" data-stack="">
            <p class="soft no-print">{ui.t(words::GUIDE_WHAT)}</p>
            {move || asked()}
            {move || left_out()}
        </div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=words::PRINT_GUIDE on_tap=|| drop(window().print())/>
            <Quiet path=icon_paths::PLUS text=common::ADD_QUESTION class="primary" on_tap=add/>
        </div>
    }
}

/// A question in the language of the interface, and below it in the other; on paper also its answers.
fn row(ui: Ui, question: &Question) -> impl IntoView + use<> {
    let (label, half) = (question.field.label, question.half);
    let other = move || ui.lang.get().other();
    let answers: Vec<Text> = question.field.offered().iter().map(|answer| answer.label).collect();
    let several = matches!(question.field.ty, FieldType::Choices(_));
    let on_paper = move || {
        let said = |lang: Lang| show::to_check(several, answers.iter().map(|answer| answer.get(lang)));
        Lang::ALL
            .map(|lang| view! { <p class="print-only" lang=lang.tag()>{said(lang)}</p> })
            .into_iter()
            .collect_view()
    };
    let on_paper = (!question.field.offered().is_empty()).then_some(on_paper);
    let (id, prefill) = (changing::record_of(KIND, question), changing::prefill(KIND, question));
    let edit = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        open(ui, id, prefill.clone());
    };
    view! {
        <a class="row" href=Route::Records(QUESTION.id, View::Edit(id)).href() on:click=edit>
            <span class="row-title" dir="auto">{ui.t(label)}</span>
            <span class="row-line" dir="auto" lang=move || other().tag()>{move || label.get(other())}</span>
            {match half {
                true => view! { <Chip tone="care" words=Signal::derive(ui.say(words::HALF.message()))/> }.into_any(),
                false => view! { <span class="row-end"><Icon path=icon_paths::CHEVRON/></span> }.into_any(),
            }}
        </a>
        {on_paper}
    }
}

/// The button that puts a question up or down.
fn put(ui: Ui, section: &'static Section, question: &Question, by: isize, can: bool) -> impl IntoView + use<> {
    let (field, text) = (question.field, if by < 0 { common::UP } else { common::DOWN });
    let path = if by < 0 { icon_paths::UP } else { icon_paths::DOWN };
    let name = move || {
        let lang = ui.lang.get();
        common::PUT.with("where", text).with("question", field.label).say(lang)
    };
    let tap = move |_| {
        let command = changing::put(KIND, section, &ui.work().state().book, field.key, by);
        ui.send(command);
    };
    view! {
        <button type="button" class="quiet" aria-label=move || name() disabled=!can on:click=tap>
            <Icon path=path/><span>{ui.t(text)}</span>
        </button>
    }
}

fn open(ui: Ui, id: crate::model::id::Id, prefill: Prefill) {
    ui.prefill(id, prefill);
    ui.go(Route::Records(QUESTION.id, View::Edit(id)));
}

//! Whether an event counts for the annual survey, and as what: the questions that are open, or the answer with its rule.

use crate::events::counting::rules::Rule;
use crate::events::counting::{Counts, Question, Standing, standing};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::report::rules_here;
use crate::events::words;
use crate::model::id::Id;
use crate::model::library::LIBRARY;
use crate::model::show::{self, NO, YES};
use crate::model::text::{Lang, Text};
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::Chip;
use crate::ui::parts::steady::Guard;
use crate::ui::reactive::{drawn, memo};
use leptos::prelude::*;

/// The section on the page of an event.
pub fn section(ui: Ui, id: Id) -> impl IntoView {
    let now = memo(move || {
        ui.follow(LIBRARY.id);
        let rules = ui.look(|book, _| rules_here(book));
        ui.record(&EVENT, id).map(|record| standing(rules, &record))
    });
    // A question goes where it is answered, and the next one comes under the finger.
    let guard = Guard::over(move || now.with(|now| now.as_ref().map(|now| now.open.clone())));
    drawn(move || {
        let standing = now.get()?;
        let body = match standing.counts {
            None => questions(ui, id, &standing.open).into_any(),
            Some(counts) => answer(ui, &standing, counts).into_any(),
        };
        Some(view! {
            <section class="group" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <h3>{ui.t(words::COUNTS)}</h3>
                {body}
            </section>
        })
    })
}

/// What is to be answered before a rule fits, each with one tap.
fn questions(ui: Ui, id: Id, open: &[Question]) -> impl IntoView + use<> {
    let question = |question: Question| {
        let button = |(yes, word): (bool, Text)| {
            let label = move || {
                let lang = ui.lang.get();
                words::ANSWER.with("question", question.words()).with("answer", word).say(lang)
            };
            view! {
                <button type="button" class="quiet" aria-label=move || label() on:click=move |_| ui.set(&EVENT, id, [question.field().is(yes)])>
                    {ui.t(word)}
                </button>
            }
        };
        view! {
            <li>
                <p>{ui.t(question.words())}</p>
                <div class="deeds">{[(true, YES), (false, NO)].map(button).into_iter().collect_view()}</div>
            </li>
        }
    };
    view! {
        <p class="soft">{ui.t(words::ASK_ONCE)}</p>
        <ol class="asked-once" role="list">{open.iter().copied().map(question).collect_view()}</ol>
    }
}

/// As what it counts, in which group and place, and by which rule.
fn answer(ui: Ui, standing: &Standing, counts: Counts) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let tone = if counts == Counts::Session { "good" } else { "plain" };
    let line = |text: String| view! { <p class="soft" dir="auto">{text}</p> };
    let said = match counts {
        Counts::Session => group_and_place(standing, lang),
        _ => Vec::new(),
    };
    let by_rule = standing.rule.filter(|rule| standing.overruled.is_some() && rule.counts != counts);
    let overruled =
        standing.overruled.as_ref().map(|reason| words::OVERRULED.with("reason", reason.as_str()).say(lang));
    let instead =
        by_rule.map(|rule| words::BY_THE_RULE.with("counts", as_what(rule.counts, standing.held).get(lang)).say(lang));
    let rule = standing.rule.map(|rule| rule_in_words(rule, lang));
    view! {
        <div class="chips"><Chip tone=tone words=as_what(counts, standing.held).get(lang).to_owned()/></div>
        {said.into_iter().chain(overruled).chain(instead).chain(rule).map(line).collect_view()}
    }
}

/// For which group and where a session counts, or what has to be said before that is known.
fn group_and_place(standing: &Standing, lang: Lang) -> Vec<String> {
    let answer = |key: &str, answer: &str| {
        let field = EVENT.field(key)?;
        Some(show::show(field, &Value::text(answer), lang, &|_, _| None))
    };
    let group = standing.group.as_deref().and_then(|group| answer(event::AUDIENCE.key(), group));
    let format = standing.format.as_deref().filter(|_| standing.place.is_some());
    let place = format.and_then(|format| answer(event::FORMAT.key(), format));
    let known: Vec<String> = group.iter().chain(&place).cloned().collect();
    let known = Some(known.join(" · ")).filter(|known| !known.is_empty());
    let say = |missing: bool, text: Text| missing.then(|| text.get(lang).to_owned());
    let open = [
        say(standing.hybrid, words::ONCE),
        say(group.is_none(), words::SAY_GROUP),
        say(place.is_none(), words::SAY_FORMAT),
    ];
    known.into_iter().chain(open.into_iter().flatten()).collect()
}

fn as_what(counts: Counts, held: bool) -> Text {
    match counts {
        Counts::Session if held => words::AS_SESSION,
        Counts::Session => words::AS_SESSION_LATER,
        Counts::Views => words::AS_VIEWS,
        Counts::Outreach => words::AS_OUTREACH,
        Counts::Nothing => words::AS_NOTHING,
    }
}

fn rule_in_words(rule: &Rule, lang: Lang) -> String {
    let source = words::RULE.with("why", rule.why).with("source", rule.source.name);
    source.with("year", usize::from(rule.source.year)).say(lang)
}

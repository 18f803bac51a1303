//! A guide to read and to print.

use crate::interviews::words;
use crate::model::question::{MANNERS, ONE, SEVERAL};
use crate::model::questionnaire::{Asked, Asking};
use crate::model::show;
use crate::ui::context::Ui;
use leptos::prelude::*;

/// A guide to read and to print: both languages, with room to write on paper.
pub(crate) fn shown(ui: Ui, asking: &Asking) -> impl IntoView + use<> {
    let (purpose, intro) = (asking.purpose.clone(), asking.intro.clone());
    let all = StoredValue::new(asking.clone());
    let sections = asking.questions.chunk_by(|one, next| one.part == next.part).map(|asked| {
        let part = asked.first().map(|asked| asked.part.clone()).unwrap_or_default();
        let heading =
            (!part.is_blank()).then(|| view! { <h3 dir="auto">{move || part.get(ui.lang.get()).to_owned()}</h3> });
        let items = asked.iter().map(|asked| view! { <li>{question(ui, all, asked)}</li> }).collect_view();
        view! { <section class="group">{heading}<ol class="asked-list" role="list">{items}</ol></section> }
    });
    let sections = sections.collect_view();
    view! {
        <p class="soft" dir="auto">{move || purpose.get(ui.lang.get()).to_owned()}</p>
        <p class="read-out" data-small="" dir="auto">{move || intro.get(ui.lang.get()).to_owned()}</p>
        {sections}
    }
}

/// A question with all that belongs to it, in the language of the interface and below it in the other.
fn question(ui: Ui, all: StoredValue<Asking>, asked: &Asked) -> impl IntoView + use<> {
    let (ask, other, answers) = (asked.ask.clone(), asked.ask.clone(), asked.to_tap());
    let half = asked.ask.en.trim().is_empty() || asked.ask.es.trim().is_empty();
    let manner = MANNERS.iter().find(|manner| manner.key == asked.manner).map(|manner| manner.label);
    // Nobody taps on paper.
    let on_paper = match &*asked.manner {
        SEVERAL => Some(words::CHECK_SEVERAL),
        ONE => Some(words::CHECK_ONE),
        _ => manner,
    };
    let only_if = asked.only_if.clone();
    let condition = move || {
        let only_if = only_if.as_ref()?;
        let lang = ui.lang.get();
        all.with_value(|all| {
            let earlier = all.question(&only_if.question)?;
            let given = earlier.to_tap().into_iter().filter(|answer| only_if.answers.contains(&answer.key));
            let given: Vec<String> = given.map(|answer| answer.words.get(lang).to_owned()).collect();
            let question = earlier.ask.get(lang).to_owned();
            Some(words::ONLY_IF.with("question", question).with("answers", given.join(", ")).say(lang))
        })
    };
    let several = asked.manner == SEVERAL;
    let offered = move || {
        let lang = ui.lang.get();
        show::to_check(several, answers.iter().map(|answer| answer.words.get(lang)))
    };
    view! {
        <p class="row-title" dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</p>
        {(!half).then(|| view! {
            <p class="soft" dir="auto" lang=move || ui.lang.get().other().tag()>{move || other.get(ui.lang.get().other()).to_owned()}</p>
        })}
        {half.then(|| view! { <p class="soft">{ui.t(words::HALF)}</p> })}
        <p class="soft no-print">{manner.map(|manner| ui.t(manner))}</p>
        <p class="soft print-only">{on_paper.map(|manner| ui.t(manner))}</p>
        <p>{move || offered()}</p>
        {move || condition().map(|words| view! { <p class="soft" dir="auto">{words}</p> })}
        <p class="print-only write-here"></p>
    }
}

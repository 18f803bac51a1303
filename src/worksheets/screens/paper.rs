//! A worksheet on paper: to read, to fill in by hand, or filled in.

use crate::model::questionnaire::{Asked, Asking};
use crate::ui::context::Ui;
use crate::worksheets::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What was answered to the question of a key.
pub(super) type Given = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// A worksheet to read and to print: its questions in the language of the interface and below it in the other, each with
/// its answer or with room to write by hand.
pub(super) fn shown(ui: Ui, asking: &Asking, given: Option<Given>) -> AnyView {
    let intro = asking.intro.clone();
    let blank = given.is_none();
    let sections = asking.questions.chunk_by(|one, next| one.part == next.part).map(|asked| {
        let part = asked.first().map(|asked| asked.part.clone()).unwrap_or_default();
        let heading =
            (!part.is_blank()).then(|| view! { <h3 dir="auto">{move || part.get(ui.lang.get()).to_owned()}</h3> });
        let items = asked.iter().map(|asked| view! { <li>{question(ui, asked, given.as_ref())}</li> }).collect_view();
        view! { <section class="group">{heading}<ol class="asked-list" role="list">{items}</ol></section> }
    });
    let sections = sections.collect_view();
    let by_hand = blank.then(|| {
        view! {
            <p class="print-only by-hand"><span>{ui.t(words::NAME_LINE)}</span><span>{ui.t(words::DATE_LINE)}</span></p>
        }
    });
    view! {
        {by_hand}
        <p class="worksheet-intro" dir="auto">{move || intro.get(ui.lang.get()).to_owned()}</p>
        {sections}
    }
    .into_any()
}

fn question(ui: Ui, asked: &Asked, given: Option<&Given>) -> impl IntoView + use<> {
    let (ask, other) = (asked.ask.clone(), asked.ask.clone());
    let half = asked.ask.en.trim().is_empty() || asked.ask.es.trim().is_empty();
    let answer = given.and_then(|given| given(&asked.key)).filter(|words| !words.trim().is_empty());
    let answered = answer.is_some();
    view! {
        <p class="row-title" dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</p>
        {(!half && given.is_none()).then(|| view! {
            <p class="soft" dir="auto" lang=move || ui.lang.get().other().tag()>
                {move || other.get(ui.lang.get().other()).to_owned()}
            </p>
        })}
        {answer.map(|words| view! { <p class="answered" dir="auto">{words}</p> })}
        {(!answered).then(|| view! { <p class="print-only write-here"></p> })}
    }
}

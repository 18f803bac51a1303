//! A flyer of an event for paper, Letter size: what, when, where, a code that leads to its page, and strips to tear off.

use super::promotion::{facts, tongues};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::promotion::message::{Facts, Tongues, page_of};
use crate::events::promotion::words;
use crate::events::routes;
use crate::formats::qr::Code;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::text::Lang;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use chrono::Datelike;
use leptos::prelude::*;

/// How many strips stand side by side.
const STRIPS: usize = 8;

/// The flyer of an event.
pub fn screen(ui: Ui, id: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&EVENT, id).unwrap_or_default(),
        line: words::FLYER.get(ui.lang.get()).to_owned(),
        back: Some((routes::PROMOTION.at(id), words::PROMOTION.get(ui.lang.get()))),
    });
    let chosen = RwSignal::new(ui.peek(&EVENT, id).map_or(Tongues::Both, |record| Tongues::of(&record)));
    let strips = RwSignal::new(false);
    let said = memo(move || facts(ui, id));
    let languages = memo(move || {
        let record = ui.record(&EVENT, id)?;
        let all = event::LANGUAGES.of(&*record)?.as_texts().map(str::to_owned).collect::<Vec<String>>();
        (!all.is_empty()).then_some(all)
    });
    let code = memo(move || page_of(&said.with(|said| said.web.clone())).and_then(|page| Code::of(&page)));
    view! {
        <div class="page" data-stack="">
            <section class="group no-print">
                {tongues(ui, chosen)}
                <div class="field">
                    <label class="switch">
                        <input type="checkbox" role="switch" prop:checked=strips on:change=move |event| strips.set(event_target_checked(&event))/>
                        <span>{ui.t(words::STRIPS)}</span>
                    </label>
                </div>
                {move || code.with(Option::is_none).then(|| view! { <p class="soft">{ui.t(words::NO_CODE)}</p> })}
            </section>
            <article class="flyer" aria-label=ui.t(words::FLYER)>
                {drawn(move || sheet(ui, &said.get(), chosen.get(), languages.get(), code.get()))}
                {drawn(move || strips.get().then(|| tear_off(ui, &said.get(), chosen.get())))}
            </article>
        </div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=words::PRINT_FLYER class="primary" on_tap=|| drop(window().print())/>
        </div>
    }
}

fn sheet(
    ui: Ui,
    facts: &Facts,
    tongues: Tongues,
    languages: Option<Vec<String>>,
    code: Option<Code>,
) -> impl IntoView + use<> {
    let year = ui.work().now().today().year();
    let langs = tongues.all();
    let line =
        |class: &'static str, text: String| (!text.is_empty()).then(|| view! { <p class=class dir="auto">{text}</p> });
    let whens = langs.iter().map(|lang| {
        let when = facts.when(year, *lang);
        (!when.is_empty()).then(|| view! { <p class="flyer-when" lang=lang.tag()>{when}</p> })
    });
    let spoken = langs.iter().filter_map(|lang| {
        let said = in_languages(languages.as_deref()?, *lang);
        Some(view! { <p class="flyer-line" lang=lang.tag()>{said}</p> })
    });
    let scan = langs.iter().map(|lang| view! { <p lang=lang.tag()>{words::SCAN.get(*lang)}</p> }).collect_view();
    view! {
        <h2 dir="auto">{facts.name.clone()}</h2>
        {whens.collect_view()}
        {line("flyer-where", facts.place.clone())}
        {line("flyer-what", facts.description.clone())}
        {spoken.collect_view()}
        <footer>
            {code.map(|Code { side, path }| view! {
                <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=ui.t(words::CODE)>
                    <rect width=side height=side fill="#fff"/><path d=path fill="#000"/>
                </svg>
                <div>{scan}<p dir="auto"><b>{facts.web.clone()}</b></p></div>
            })}
        </footer>
    }
}

/// The languages of an event in words: “In English and Spanish” would need a rule for each language, a list does not.
fn in_languages(languages: &[String], lang: Lang) -> String {
    let label = |key: &String| LANGUAGES.iter().find(|choice| choice.key == *key).map(|choice| choice.label.get(lang));
    languages.iter().filter_map(label).collect::<Vec<_>>().join(" · ")
}

/// Strips to tear off, each with what one needs to come.
fn tear_off(ui: Ui, facts: &Facts, tongues: Tongues) -> impl IntoView + use<> {
    let year = ui.work().now().today().year();
    // There is room for one language: both, strip by strip.
    let langs = tongues.all();
    let strip = |at: usize| {
        let lang = langs.get(at % langs.len().max(1)).copied().unwrap_or(Lang::En);
        let rest = [facts.when(year, lang), facts.place.clone(), facts.web.clone()]
            .into_iter()
            .filter(|part| !part.is_empty());
        view! {
            <li lang=lang.tag()><b dir="auto">{facts.name.clone()}</b>{rest.map(|part| view! { <span dir="auto">{part}</span> }).collect_view()}</li>
        }
    };
    view! { <ul class="strips" role="list" aria-hidden="true">{(0..STRIPS).map(strip).collect_view()}</ul> }
}

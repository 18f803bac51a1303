//! Every part in every theme and both languages, for looking at. In development builds only.

use crate::model::text::{Lang, Text};
use crate::ports::StoreError;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Icon, icon_paths};
use crate::ui::{capability, form, words};
use crate::work::status;
use leptos::prelude::*;

const THEMES: [&str; 3] = ["light", "dark", "sunlight"];

/// Every part in every state.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: "Gallery".to_owned(), ..Head::default() });
    // A form of each kind shows every type of field; it keeps its draft like any other.
    let forms = capability::kinds().iter().map(|kind| {
        view! {
            <section class="specimens"><h2>{ui.t(kind.name)}</h2>{form::edit(ui, kind, ui.work().new_id())}</section>
        }
    });
    view! {
        <div class="page gallery" data-wide="">
            {specimens("Buttons", |lang| buttons(lang).into_any())}
            {specimens("Chips", |lang| chips().into_any())}
            {specimens("Status", |lang| states(lang).into_any())}
            {specimens("Notices", |lang| notices(lang).into_any())}
            {specimens("Rows", |lang| rows(lang).into_any())}
            {forms.collect_view()}
        </div>
    }
}

/// A part in all themes and both languages.
fn specimens(name: &'static str, part: impl Fn(Lang) -> AnyView) -> impl IntoView {
    let figures = THEMES.iter().flat_map(|theme| Lang::ALL.map(|lang| (*theme, lang))).map(|(theme, lang)| {
        view! {
            <figure class="specimen" data-theme=theme lang=lang.tag()>
                <figcaption>{format!("{theme}, {}", lang.tag())}</figcaption>
                {part(lang)}
            </figure>
        }
    });
    view! { <section class="specimens"><h2>{name}</h2>{figures.collect_view()}</section> }
}

fn buttons(lang: Lang) -> impl IntoView {
    let button = |class: &'static str, path: &'static str, text: Text, disabled: bool| {
        view! {
            <button type="button" class=class disabled=disabled><Icon path=path/><span>{text.get(lang)}</span></button>
        }
    };
    view! {
        <div class="deeds">
            {button("primary", icon_paths::CHECK, words::DONE, false)}
            {button("quiet", icon_paths::PENCIL, words::EDIT, false)}
            {button("danger", icon_paths::TRASH, words::DELETE, false)}
            {button("quiet", icon_paths::PHONE, words::CALL, true)}
        </div>
    }
}

fn chips() -> impl IntoView {
    let tones = ["plain", "good", "care", "wrong", "lamp"].into_iter();
    let chips = tones.map(|tone| view! { <Chip tone=tone words=tone.to_owned()/> });
    view! { <div class="chips">{chips.collect_view()}</div> }
}

fn states(lang: Lang) -> impl IntoView {
    let state = |tone: &'static str, path: &'static str, words: String| {
        view! {
            <button type="button" class="status" data-tone=tone><Icon path=path/><span>{words}</span></button>
        }
    };
    view! {
        <div class="deeds">
            {state("good", icon_paths::SAVED, status::words::SAVED.get(lang).to_owned())}
            {state("plain", icon_paths::TABLET, status::words::SAVING.get(lang).to_owned())}
            {state("wrong", icon_paths::WRONG, StoreError::Full.message().say(lang))}
            {state("care", icon_paths::WARNING, status::words::MAY_ERASE.get(lang).to_owned())}
        </div>
    }
}

fn notices(lang: Lang) -> impl IntoView {
    let notice = |tone: &'static str, path: &'static str, text: Text| {
        view! {
            <div class="notice" data-tone=tone><Icon path=path/><div><p>{text.get(lang)}</p></div></div>
        }
    };
    view! {
        {notice("good", icon_paths::CHECK, words::OFFLINE_READY)}
        {notice("care", icon_paths::WARNING, words::REVIVED)}
        {notice("wrong", icon_paths::WRONG, crate::ports::words::LOST)}
        {notice("plain", icon_paths::LAMP, words::PRACTICE_NOTE)}
    }
}

fn rows(lang: Lang) -> impl IntoView {
    let long = "A very long name of a partner that does not fit into one row of a list on any tablet";
    let chip = words::DRAFT.get(lang).to_owned();
    view! {
        <ul class="rows" role="list">
            <li><a class="row" href="#/gallery">
                <span class="row-title">{long}</span><span class="row-line">{words::ALL_QUIET.get(lang)}</span>
                <Chip tone="care" words=chip/>
            </a></li>
            <li><a class="row" href="#/gallery">
                <span class="row-title">"مكتبة 🏮 ספרייה"</span>
                <span class="row-go"><span>{words::OPEN.get(lang)}</span><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        </ul>
    }
}

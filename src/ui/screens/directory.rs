//! What may be told to anyone: partners by their public fields alone, ready for the desk and for paper.

use crate::domain::field::{FieldType, InRow};
use crate::domain::query::{self, Query, Within};
use crate::domain::show;
use crate::kinds::KINDS;
use crate::kinds::partner::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::words;
use leptos::prelude::*;

/// How many entries are drawn; a search narrows down the rest. Paper and desk have no use for more at once.
const SHOWN: usize = 300;

/// The public directory.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::DIRECTORY.get(ui.lang.get()).to_owned(), ..Head::default() });
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        ui.follow(PARTNER.id);
        let query = Query { words: typed.get(), within: Within::Public, ..Query::default() };
        ui.look(|book, index| query::run(book, index, KINDS, &PARTNER, &query))
    });
    let entries = move || {
        let lang = ui.lang.get();
        found.with(|found| found.iter().take(SHOWN).filter_map(|id| {
            let record = ui.peek(&PARTNER, *id)?;
            let public = PARTNER.fields().filter(|field| field.public && field.in_row != InRow::Title);
            let lines = public.filter_map(|field| {
                let words = show::show(field, record.get(field.key)?, lang, &|_, _| None);
                let wide = matches!(field.ty, FieldType::LongText).then_some("");
                (!words.is_empty()).then(|| view! { <div data-wide=wide><dt>{field.label.get(lang)}</dt><dd dir="auto">{words}</dd></div> })
            });
            Some(view! {
                <li class="entry"><h3 dir="auto">{show::title(&PARTNER, &record)}</h3><dl class="facts">{lines.collect_view()}</dl></li>
            })
        }).collect_view())
    };
    let print = move || {
        if let Err(error) = window().print() {
            leptos::logging::error!("printing failed: {error:?}");
        }
    };
    view! {
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::DIRECTORY_WHAT)}</p>
            <div class="finder no-print" role="search">
                <div class="search">
                    <Icon path=icon_paths::SEARCH/>
                    <input type="search" autocomplete="off"
                        aria-label=ui.say(words::SEARCH_IN.with("kind", words::DIRECTORY))
                        placeholder=ui.say(words::SEARCH_IN.with("kind", words::DIRECTORY))
                        on:input=move |event| typed.set(event_target_value(&event))/>
                </div>
            </div>
            {move || found.with(Vec::is_empty).then(|| view! {
                <Empty path=icon_paths::DIRECTORY title=words::NOTHING_FOUND purpose=PARTNER.purpose/>
            })}
            <ul class="entries columns" role="list">{entries}</ul>
            <div class="deeds no-print"><Quiet path=icon_paths::PRINT text=words::PRINT on_tap=print/></div>
        </div>
    }
}

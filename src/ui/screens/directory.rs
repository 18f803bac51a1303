//! What may be told to anyone: every kind whose name is public, by its public fields alone, ready for the desk and for
//! paper.

use crate::model::field::{FieldType, InRow};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::query::{self, Query, Within};
use crate::model::show;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::memo;
use crate::ui::route::{Place, Route, View};
use crate::ui::{capability, words};
use leptos::prelude::*;

/// How many entries of a kind are drawn; a search narrows down the rest. Paper and desk have no use for more at once.
const SHOWN: usize = 300;

/// The public directory.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::DIRECTORY.get(ui.lang.get()).to_owned(), ..Head::default() });
    let typed = RwSignal::new(String::new());
    let found = memo(move || {
        let query = Query { words: typed.get(), within: Within::Public, lang: ui.lang.get(), ..Query::default() };
        let of = |kind: &&'static Kind| {
            ui.follow(kind.id);
            (*kind, ui.look(|book, index| query::run(book, index, kind, &query)))
        };
        let public = capability::kinds().iter().filter(|kind| kind.title().is_some_and(|title| title.public));
        public.map(of).filter(|(_, found)| !found.is_empty()).collect::<Vec<_>>()
    });
    let sections = move || {
        let section = |(kind, found): &(&'static Kind, Vec<Id>)| {
            let entries = found.iter().take(SHOWN).filter_map(|id| entry(ui, kind, *id)).collect_view();
            view! { <h2>{ui.t(kind.plural)}</h2><ul class="entries columns" role="list">{entries}</ul> }
        };
        found.with(|found| found.iter().map(section).collect_view())
    };
    let print = move || {
        if let Err(error) = window().print() {
            leptos::logging::error!("printing failed: {error:?}");
        }
    };
    // Where nothing can be found nothing is looked for.
    let any = memo(move || !found.with(Vec::is_empty) || !typed.with(String::is_empty));
    let finder = move || {
        view! {
            <div class="finder no-print" role="search">
                <div class="search">
                    <Icon path=icon_paths::SEARCH/>
                    <input type="search" autocomplete="off"
                        aria-label=ui.say(words::SEARCH_IN.with("kind", words::DIRECTORY))
                        placeholder=ui.say(words::SEARCH_IN.with("kind", words::DIRECTORY))
                        on:input=move |event| typed.set(event_target_value(&event))/>
                </div>
            </div>
        }
    };
    view! {
        <div class="no-print">{tabs(ui, Place::Directory)}</div>
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::DIRECTORY_WHAT)}</p>
            {move || any.get().then(finder)}
            {move || found.with(Vec::is_empty).then(|| view! {
                <Empty path=icon_paths::DIRECTORY title=words::NOTHING_FOUND purpose=words::DIRECTORY_NONE/>
            })}
            {move || sections()}
            {move || any.get().then(|| view! {
                <div class="deeds no-print"><Quiet path=icon_paths::PRINT text=words::PRINT on_tap=print/></div>
            })}
        </div>
    }
}

/// What anyone may know of a record.
fn entry(ui: Ui, kind: &'static Kind, id: Id) -> Option<impl IntoView> {
    let record = ui.peek(kind, id)?;
    let lang = ui.lang.get();
    let public = kind.fields().filter(|field| field.public && field.in_row != InRow::Title);
    let lines = public.filter_map(|field| {
        let words = show::show(field, record.get(field.key)?, lang, &|_, _| None);
        let wide = matches!(field.ty, FieldType::LongText).then_some("");
        (!words.is_empty()).then(|| {
            view! { <div data-wide=wide><dt>{field.label.get(lang)}</dt><dd dir="auto">{words}</dd></div> }
        })
    });
    let name = show::title_in(kind, &record, lang);
    let to = Route::Records(kind.id, View::One(id));
    Some(
        view! { <li class="entry"><h3 dir="auto"><a href=to.href()>{name}</a></h3><dl class="facts">{lines.collect_view()}</dl></li> },
    )
}

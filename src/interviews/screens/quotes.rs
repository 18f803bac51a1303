//! Quotes: found by what they are about and by who says them, and marked with themes.

mod marks;
mod paper;

pub use marks::about;

use crate::interviews::kinds::interview::{INTERVIEW, ROLES, SPEAKER};
use crate::interviews::kinds::interview_guide::GUIDE_VERSION;
use crate::interviews::kinds::quote::{CODING, QUOTE, THEME};
use crate::interviews::quotes::{self, Codings, Filter, Quote};
use crate::interviews::who::Who;
use crate::interviews::{interview as talks, words};
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::listed::Listed;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::list::VirtualList;
use crate::ui::parts::narrow::{Narrow, Offer, narrowed_by};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Follows all that quotes follow from.
pub fn follow_quotes(ui: Ui) {
    [&QUOTE, &CODING, &THEME, &SPEAKER, &INTERVIEW].iter().for_each(|kind| ui.follow(kind.id));
}

/// Everybody’s marks, gathered once as long as none changes.
pub fn codings(ui: Ui) -> Memo<KeptFilter<Codings>> {
    memo(move || {
        ui.follow(CODING.id);
        ui.follow(THEME.id);
        KeptFilter(Arc::new(Codings::of(&ui.work().state().book)))
    })
}

/// Something worked out, that is another whenever it was worked out anew.
#[derive(Clone)]
pub struct KeptFilter<T>(pub Arc<T>);

impl<T> PartialEq for KeptFilter<T> {
    fn eq(&self, other: &KeptFilter<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The name of a theme in the language of the interface, followed.
pub fn theme_name(ui: Ui, theme: Id) -> String {
    ui.title(&THEME, theme).unwrap_or_default()
}

/// Who said it: on the tablets of the team by name, as the team knows it.
pub fn who_said(ui: Ui, speaker: Option<Id>) -> String {
    let lang = ui.lang.get();
    let Some(record) = speaker.and_then(|id| ui.record(&SPEAKER, id)) else {
        return words::EVERYONE.get(lang).to_owned();
    };
    Who::of(&record).say(lang)
}

/// What was said, word for word.
pub fn screen(ui: Ui, theme: Option<Id>) -> impl IntoView {
    ui.head(move || Head {
        title: words::QUOTES.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let filter = RwSignal::new(Filter { theme, ..Filter::default() });
    let codings = codings(ui);
    let found = memo(move || {
        follow_quotes(ui);
        let found = codings.with(|codings| {
            filter.with(|filter| ui.look(|book, index| quotes::quotes_with(book, index, &codings.0, filter)))
        });
        let ids: Vec<Id> = found.iter().map(|quote| quote.id).collect();
        let by_id: HashMap<Id, Quote> = found.into_iter().map(|quote| (quote.id, quote)).collect();
        KeptFilter(Arc::new((Arc::new(Listed::from(ids)), by_id)))
    });
    let ids = memo(move || found.with(|found| found.0.0.clone()));
    let row = move |id: Id| {
        let quote = move || found.with(|found| found.0.1.get(&id).cloned());
        let said = move || quote().map(|quote| crate::model::show::first_line(&quote.words));
        let line = move || {
            let quote = quote()?;
            let who = who_said(ui, quote.speaker);
            let themes = quote.themes.iter().map(|theme| theme_name(ui, *theme));
            Some([who].into_iter().chain(themes).collect::<Vec<_>>().join(" · "))
        };
        view! {
            <a class="row" href=Route::Records(QUOTE.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{move || said()}</span>
                <span class="row-line" dir="auto">{move || line()}</span>
            </a>
        }
    };
    let count = move || words::QUOTES_FOUND.with("count", ids.with(|ids| ids.len())).say(ui.lang.get());
    let none = memo(move || ids.with(|ids| ids.is_empty()));
    let all_none = move || filter.with(|filter| *filter == Filter::default());
    let some = memo(move || !(none.get() && all_none()));
    view! {
        <section class="split-list" aria-label=ui.t(words::QUOTES)>
        {move || some.get().then(|| view! {
        <div class="finder" role="search">
            <div class="search">
                <Icon path=icon_paths::SEARCH/>
                <input
                    type="search" autocomplete="off"
                    aria-label=move || common::SEARCH_IN.with("kind", QUOTE.plural).say(ui.lang.get())
                    placeholder=move || common::SEARCH_IN.with("kind", QUOTE.plural).say(ui.lang.get())
                    prop:value=move || filter.with(|filter| filter.words.clone())
                    on:input=move |event| filter.update(|filter| filter.words = event_target_value(&event))
                />
            </div>
            {narrowed_by(ui, "narrow", ways(ui, filter), move || ids.with(|ids| ids.len()))}
        </div>
        })}
        {move || match none.get() {
            true if all_none() => view! {
                <Empty path=icon_paths::QUOTE title=words::NO_QUOTES purpose=words::NO_QUOTES_WHAT/>
            }.into_any(),
            true => view! {
                <Empty path=icon_paths::SEARCH title=common::NOTHING_FOUND purpose=common::NOTHING_FOUND_HINT>
                    <Quiet path=icon_paths::UNDO text=common::SHOW_ALL on_tap=move || filter.set(Filter::default())/>
                </Empty>
            }.into_any(),
            false => view! {
                <VirtualList
                    ids=ids shown=Signal::derive(|| None)
                    label=Signal::derive(move || words::QUOTES.get(ui.lang.get()).to_owned())
                    row=row
                />
            }.into_any(),
        }}
        <div class="actions"><p class="count" role="status">{move || some.get().then(count)}</p></div>
        {paper::paper(ui, move || found.with(|found| {
            let (ids, quotes) = &*found.0;
            ids.range(0..ids.len()).into_iter().filter_map(|id| quotes.get(&id).cloned()).collect()
        }))}
        </section>
    }
}

/// The code book as it is offered to choose from: the depth of a theme is seen in its indent.
pub fn theme_offers(ui: Ui) -> Vec<Offer> {
    ui.follow(THEME.id);
    let branches = quotes::code_book_with(&ui.work().state().book, &Codings::default());
    let name = |branch: &quotes::Branch| {
        (branch.theme.to_string(), format!("{}{}", "\u{2003}".repeat(branch.depth), theme_name(ui, branch.theme)))
    };
    branches.iter().map(name).collect()
}

/// What quotes are narrowed by.
fn ways(ui: Ui, filter: RwSignal<Filter>) -> Vec<Narrow> {
    let all = memo(move || {
        follow_quotes(ui);
        quotes::offered(&ui.work().state().book)
    });
    let chosen = |choices: &'static [Choice], keys: &BTreeSet<String>, lang| -> Vec<Offer> {
        let offered = choices.iter().filter(|choice| keys.contains(choice.key));
        offered.map(|choice| (choice.key.to_owned(), choice.label.get(lang).to_owned())).collect()
    };
    let roles = move || all.with(|all| chosen(ROLES, &all.roles, ui.lang.get()));
    let places = move || {
        all.with(|all| all.neighborhoods.iter().map(|place| (place.clone(), place.clone())).collect::<Vec<Offer>>())
    };
    let languages = move || all.with(|all| chosen(LANGUAGES, &all.languages, ui.lang.get()));
    let questions = move || {
        ui.follow(GUIDE_VERSION.id);
        let lang = ui.lang.get();
        all.with(|all| {
            let work = ui.work();
            let asked = talks::every_question(&work.state().book);
            let named = |key: &String| Some((key.clone(), asked.get(key)?.get(lang).to_owned()));
            all.questions.iter().filter_map(named).collect::<Vec<Offer>>()
        })
    };
    let by_theme = Narrow::new(
        common::BY_THEME,
        move || theme_offers(ui),
        move || filter.with(|filter| filter.theme.map(|id| id.to_string())),
        move |key| filter.update(|filter| filter.theme = key.and_then(|key| key.parse().ok())),
    );
    let by_question = Narrow::new(
        words::BY_QUESTION,
        questions,
        move || filter.with(|filter| filter.question.clone()),
        move |key| filter.update(|filter| filter.question = key),
    );
    let by_role = Narrow::new(
        words::BY_ROLE,
        roles,
        move || filter.with(|filter| filter.role.clone()),
        move |key| filter.update(|filter| filter.role = key),
    );
    let by_place = Narrow::new(
        words::BY_PLACE,
        places,
        move || filter.with(|filter| filter.neighborhood.clone()),
        move |key| filter.update(|filter| filter.neighborhood = key),
    );
    let by_language = Narrow::new(
        words::BY_LANGUAGE,
        languages,
        move || filter.with(|filter| filter.language.clone()),
        move |key| filter.update(|filter| filter.language = key),
    );
    vec![
        by_theme.of_many(words::ALL_THEMES),
        by_question.of_many(words::ALL_ASKED),
        by_role.of_many(words::ALL_ROLES),
        by_place.of_many(words::ALL_PLACES),
        by_language.of_many(words::ALL_LANGUAGES),
    ]
}

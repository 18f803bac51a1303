//! What prompts draw: the bank, one that chance draws, and one shown large to a room.

mod large;

use super::bank::{self, Prompt, Wanted};
use super::kinds::{AGES, PROMPT, PROMPT_USE, use_fields as used};
use super::words;
use crate::model::date;
use crate::model::id::Id;
use crate::model::order;
use crate::model::questionnaire::Both;
use crate::model::text::{Lang, Text};
use crate::ui::capability::Links;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::more::More;
use crate::ui::parts::{Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route, View};
use crate::work::command::Command;
use large::large;
use leptos::prelude::*;

/// The form of a use leads back to the prompt.
pub fn back_of_use(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(Route::Records(PROMPT.id, View::One(links(used::PROMPT.key())?)))
}

/// Does something with a prompt that needs its record: one that comes with the app gets it first.
fn with_record(ui: Ui, prompt: &Prompt, then: impl FnOnce() + 'static) {
    let lang = ui.lang.get_untracked();
    let Some(row) = bank::adopted(&ui.work().state().book, prompt.id, lang) else { return then() };
    let label = words::ADDED.with("words", prompt.words.get(lang));
    let command = Command::Once { kind: PROMPT.id, id: prompt.id, label, rows: vec![row] };
    ui.spawn(async move {
        match ui.work().run(command).await {
            Ok(_) => then(),
            Err(error) => ui.warn(error.message()),
        }
    });
}

/// Opens the form in which is said how a prompt went.
fn use_it(ui: Ui, prompt: &Prompt) {
    let (id, of, here) = (ui.work().new_id(), prompt.id, ui.here());
    with_record(ui, prompt, move || {
        ui.prefill(id, vec![used::PROMPT.is(of)]);
        ui.go_on(here, Route::Records(PROMPT_USE.id, View::Edit(id)));
    });
}

fn all(ui: Ui) -> Memo<Vec<Prompt>> {
    memo(move || {
        [PROMPT.id, PROMPT_USE.id].iter().for_each(|kind| ui.follow(kind));
        ui.look(bank::bank)
    })
}

/// The bank of prompts.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::PROMPTS_AND_ICEBREAKERS.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: None,
    });
    let (all, asked) = (all(ui), RwSignal::new(Wanted::default()));
    let shown = RwSignal::<Option<Both>>::new(None);
    let last = RwSignal::<Option<Id>>::new(None);
    let fitting = memo(move || {
        let lang = ui.lang.get();
        all.with(|all| asked.with(|asked| bank::wanted(all, asked, lang).into_iter().cloned().collect::<Vec<_>>()))
    });
    let draw = move || {
        let used = bank::used_last(&ui.work().state().book);
        let drawn = fitting.with_untracked(|all| {
            let from: Vec<&Prompt> = all.iter().collect();
            bank::draw(&from, &[used, last.get_untracked()], ui.work().new_id().0)
        });
        last.set(drawn);
    };
    let at_last = memo(move || fitting.with(|all| all.iter().find(|prompt| Some(prompt.id) == last.get()).cloned()));
    let drawn_one = move || at_last.get().map(|prompt| card(ui, prompt, shown));
    let rows = move || {
        let fitting = fitting.get();
        let none = fitting.is_empty().then(|| view! { <p class="soft">{ui.t(words::NONE_FITS)}</p> });
        let rows = fitting.into_iter().map(|prompt| view! { <li>{row(ui, prompt)}</li> }).collect_view();
        view! { {none} <ul class="rows" role="list">{rows}</ul> }
    };
    let cards = move || {
        let lang = ui.lang.get();
        let said = |prompt: &Prompt| view! { <li dir="auto">{prompt.words.get(lang).to_owned()}</li> };
        view! { <ul class="prompt-cards print-only" role="list">{fitting.with(|all| all.iter().map(said).collect_view())}</ul> }
    };
    let draws = move || if last.with(Option::is_some) { words::DRAW_AGAIN } else { words::DRAW };
    let new = move || ui.go(Route::Records(PROMPT.id, View::Edit(ui.work().new_id())));
    view! {
        <div class="no-print">{tabs(ui, Place::Community)}</div>
        <div class="page no-print" data-stack="">
            <p class="soft">{ui.t(words::WHAT)}</p>
            {narrowing(ui, all, asked)}
            <div role="status">{drawn(drawn_one)}</div>
            {drawn(rows)}
        </div>
        {drawn(cards)}
        {large(ui, shown)}
        <div class="actions no-print">
            <More>
                <Quiet path=icon_paths::PLUS text=PROMPT.new on_tap=new/>
                <Quiet path=icon_paths::PRINT text=words::PRINT_CARDS on_tap=|| drop(window().print())/>
            </More>
            <button type="button" class="primary" disabled=move || fitting.with(Vec::is_empty) on:click=move |_| draw()>
                <Icon path=icon_paths::LAMP/><span>{move || draws().get(ui.lang.get())}</span>
            </button>
        </div>
    }
}

/// What the bank is narrowed by: for whom, in which language, with which tag.
fn narrowing(ui: Ui, all: Memo<Vec<Prompt>>, asked: RwSignal<Wanted>) -> impl IntoView {
    let ages = move || {
        let lang = ui.lang.get();
        AGES.iter().map(|choice| (choice.key.to_owned(), choice.label.get(lang).to_owned())).collect::<Vec<_>>()
    };
    let tongues = move || vec![("en".to_owned(), "English".to_owned()), ("es".to_owned(), "Español".to_owned())];
    let tags = move || {
        let lang = ui.lang.get();
        let tags = all.with(|all| {
            order::set(all.iter().flat_map(|prompt| bank::tags(prompt, lang).map(str::to_owned).collect::<Vec<_>>()))
        });
        tags.into_iter().map(|tag| (tag.clone(), tag)).collect::<Vec<_>>()
    };
    view! {
        <div class="prompt-narrow">
            {one_of(ui, "prompt-age", words::FOR_WHOM, words::ANY_AGE, ages, move |key| asked.update(|asked| asked.age = key))}
            {one_of(ui, "prompt-language", words::IN_LANGUAGE, words::ANY_LANGUAGE, tongues, move |key| {
                asked.update(|asked| asked.lang = key.as_deref().and_then(Lang::from_tag));
            })}
            {one_of(ui, "prompt-tag", words::WITH_TAG, words::ANY_TAG, tags, move |key| asked.update(|asked| asked.tag = key))}
        </div>
    }
}

/// One answer of several, or any.
fn one_of(
    ui: Ui,
    id: &'static str,
    label: Text,
    any: Text,
    offers: impl Fn() -> Vec<(String, String)> + Send + 'static,
    chosen: impl Fn(Option<String>) + Send + Sync + 'static,
) -> AnyView {
    let options =
        move || offers().into_iter().map(|(key, words)| view! { <option value=key>{words}</option> }).collect_view();
    let choose = move |event| chosen(Some(event_target_value(&event)).filter(|key| !key.is_empty()));
    view! {
        <div class="field">
            <label class="label" for=id>{ui.t(label)}</label>
            <select id=id on:change=choose><option value="">{ui.t(any)}</option>{drawn(options)}</select>
        </div>
    }
    .into_any()
}

/// The prompt that chance drew.
fn card(ui: Ui, prompt: Prompt, shown: RwSignal<Option<Both>>) -> impl IntoView {
    let (said, large) = (prompt.words.clone(), prompt.words.clone());
    let (opened, careful) = (prompt.clone(), prompt.careful);
    let open = move || {
        let (id, here) = (opened.id, ui.here());
        with_record(ui, &opened, move || ui.go_on(here, Route::Records(PROMPT.id, View::One(id))));
    };
    view! {
        <section class="group prompt-drawn">
            <p class="soft">{ui.t(words::DRAWN)}</p>
            <p class="read-out" dir="auto">{move || said.get(ui.lang.get()).to_owned()}</p>
            {careful.then(|| view! { <p class="soft"><Icon path=icon_paths::WARNING/>{ui.t(words::CAREFUL)}</p> })}
            <div class="deeds">
                <Quiet path=icon_paths::LARGE text=words::SHOW_LARGE on_tap=move || shown.set(Some(large.clone()))/>
                <Quiet path=icon_paths::CHECK text=words::USED_IT on_tap=move || use_it(ui, &prompt)/>
                <Quiet path=icon_paths::CHEVRON text=words::OPEN on_tap=open/>
            </div>
        </section>
    }
}

/// A prompt as a row: for whom, its tags, and how often it was used.
fn row(ui: Ui, prompt: Prompt) -> impl IntoView {
    let told = prompt.clone();
    let line = move || {
        let lang = ui.lang.get();
        let age = AGES.iter().find(|choice| Some(choice.key) == told.age.as_deref());
        let age = age.map(|choice| choice.label.get(lang).to_owned());
        let tags = Some(bank::tags(&told, lang).collect::<Vec<_>>().join(", ")).filter(|tags| !tags.is_empty());
        let ours = told.ready.then(|| words::OURS.get(lang).to_owned());
        let uses = told.last.map(|day| {
            let day = date::say_day(day, lang);
            words::USED_TIMES.with("count", told.uses).with("day", day).say(lang)
        });
        [ours, age, tags, uses].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let said = prompt.words.clone();
    let open = move |_| {
        let (id, here) = (prompt.id, ui.here());
        with_record(ui, &prompt, move || ui.go_on(here, Route::Records(PROMPT.id, View::One(id))));
    };
    view! {
        <button type="button" class="row" on:click=open>
            <span class="row-title" dir="auto">{move || said.get(ui.lang.get()).to_owned()}</span>
            <span class="row-line" dir="auto">{move || line()}</span>
            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
        </button>
    }
}

/// On the page of a prompt: the way to show it large.
pub fn one(ui: Ui, id: Id) -> impl IntoView {
    let shown = RwSignal::<Option<Both>>::new(None);
    let show = move || {
        let found = ui.peek(&PROMPT, id).map(|record| ui.look(|book, index| bank::of_record(book, index, &record)));
        shown.set(found.map(|prompt| prompt.words));
    };
    view! {
        <div class="deeds"><Quiet path=icon_paths::LARGE text=words::SHOW_LARGE on_tap=show/></div>
        {large(ui, shown)}
    }
}

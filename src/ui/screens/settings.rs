//! Language, theme, hand; who is using the tablet; erasing everything.

use crate::model::library::LIBRARY;
use crate::model::staff::STAFF;
use crate::model::text::{Lang, Text, t};
use crate::ports::{LOOKS, TabNews};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::route::{Route, View};
use crate::ui::screens::places;
use crate::ui::{duplicate_words, words};
use crate::work::library::library_id;
use crate::work::status;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Dresses the page as preferred: language, theme, hand.
pub fn dress_page(ui: Ui) {
    effect(move || {
        let lang = ui.lang.get();
        set_on_page("lang", lang.tag());
        document().set_title(words::APP.get(lang));
    });
    for name in ["theme", "hand"] {
        set_on_page(&format!("data-{name}"), &ui.world().prefs.get(name).unwrap_or_default());
    }
}

fn set_on_page(attribute: &str, value: &str) {
    let Some(page) = document().document_element() else { return };
    let done = if value.is_empty() { page.remove_attribute(attribute) } else { page.set_attribute(attribute, value) };
    if let Err(error) = done {
        leptos::logging::error!("{attribute} cannot be set: {error:?}");
    }
}

/// Speaks another language from now on.
pub fn set_language(ui: Ui, lang: Lang) {
    ui.world().prefs.set("language", lang.tag());
    ui.lang.set(lang);
}

/// Preferences of this tablet.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::SETTINGS.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Sync, words::BACK.get(ui.lang.get()))),
    });
    // Each language is called by its own name.
    let languages = [("en", t("English", "English")), ("es", t("Español", "Español"))];
    let themes = [
        ("", words::THEME_SYSTEM),
        ("light", words::THEME_LIGHT),
        ("dark", words::THEME_DARK),
        ("sunlight", words::THEME_SUNLIGHT),
    ];
    let hands = [("", words::HAND_RIGHT), ("left", words::HAND_LEFT)];
    let prefer = move |name: &'static str| {
        move |value: &'static str| {
            ui.world().prefs.set(name, value);
            set_on_page(&format!("data-{name}"), value);
        }
    };
    let speak = move |tag: &'static str| {
        if let Some(lang) = Lang::from_tag(tag) {
            set_language(ui, lang);
        }
    };
    let held = |name: &str| ui.world().prefs.get(name).unwrap_or_default();
    let signed = move || {
        ui.follow_tablet();
        let actor = ui.work().state().actor;
        match actor.and_then(|id| ui.title(&STAFF, id)) {
            Some(name) => words::WHO_SIGNED_AS.with("name", name).say(ui.lang.get()),
            None => words::WHO_UNSIGNED.get(ui.lang.get()).to_owned(),
        }
    };
    let version = words::ABOUT_VERSION.with("version", env!("CARGO_PKG_VERSION"));
    view! {
        <div class="page" data-stack="">
            {choice(ui, "language", words::LANGUAGE, ui.lang.get_untracked().tag().to_owned(), languages.to_vec(), speak)}
            {choice(ui, "theme", words::THEME, held("theme"), themes.to_vec(), prefer("theme"))}
            {choice(ui, "hand", words::HAND, held("hand"), hands.to_vec(), prefer("hand"))}
            <section class="group">
                <h2>{ui.t(words::WHO_TITLE)}</h2>
                <p>{move || signed()}</p>
                <div class="deeds">
                    <a class="quiet" href=Route::Who.href()><Icon path=icon_paths::PERSON/><span>{ui.t(words::WHO_CHANGE)}</span></a>
                    <a class="quiet" href=Route::Duplicates.href()><Icon path=icon_paths::TWO_DOORS/><span>{ui.t(duplicate_words::TITLE)}</span></a>
                    <a class="quiet" href=Route::Deleted.href()><Icon path=icon_paths::TRASH/><span>{ui.t(words::RECENTLY_DELETED)}</span></a>
                </div>
            </section>
            {library(ui)}
            {(!ui.practice()).then(|| erase_all(ui))}
            <p class="soft">{ui.say(version)}</p>
        </div>
    }
}

/// The library whose name and logo are printed.
fn library(ui: Ui) -> impl IntoView {
    let name = move || {
        let name = ui.title(&LIBRARY, library_id()).filter(|name| !name.trim().is_empty());
        name.unwrap_or_else(|| words::LIBRARY_NONE.get(ui.lang.get()).to_owned())
    };
    let form = Route::Records(LIBRARY.id, View::Edit(library_id()));
    view! {
        <section class="group">
            <h2>{ui.t(LIBRARY.new)}</h2>
            <p dir="auto">{move || name()}</p>
            <div class="deeds">
                <a class="quiet" href=form.href()>
                    <Icon path=icon_paths::PENCIL/><span>{ui.t(words::LIBRARY_SET)}</span>
                </a>
            </div>
        </section>
    }
}

fn choice(
    ui: Ui,
    name: &'static str,
    legend: Text,
    held: String,
    answers: Vec<(&'static str, Text)>,
    on_choose: impl Fn(&'static str) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    choice_of(ui, name, legend, held, answers, Arc::new(on_choose))
}

fn choice_of(
    ui: Ui,
    name: &'static str,
    legend: Text,
    held: String,
    answers: Vec<(&'static str, Text)>,
    on_choose: Arc<dyn Fn(&'static str) + Send + Sync>,
) -> AnyView {
    let chips = answers.into_iter().map(|(key, label)| {
        let on_choose = on_choose.clone();
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=key == held on:change=move |_| on_choose(key)/>
                <span>{ui.t(label)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field"><legend class="label">{ui.t(legend)}</legend><div class="choices">{chips.collect_view()}</div></fieldset>
    }
    .into_any()
}

/// The one thing that is asked twice.
fn erase_all(ui: Ui) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let guard = Guard::default();
    let show = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // The second half of a double tap would land on whatever of it lies there.
            guard.moved();
            drop(dialog.show_modal());
        }
    };
    let hide = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let warn = move || {
        ui.follow_tablet();
        let only_here = status::only_here(ui.work().state().only_here());
        words::ERASE_ALL_WARN.with("only_here", only_here).say(ui.lang.get())
    };
    let erase = move |_| {
        hide();
        ui.spawn(async move {
            let world = ui.world();
            places::forget_folders(ui).await;
            // The notes go last: as long as they are there, everything can be tried again.
            let erased = match (world.erase_practice)().await {
                Ok(()) => world.store.clear().await,
                failed => failed,
            };
            match erased {
                Ok(()) => {
                    // Some tell where one was; how the app looks and speaks tells nothing of anybody.
                    world.prefs.forget_all_but(&LOOKS);
                    world.tabs.tell(TabNews::Reset);
                    world.device.reload();
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    view! {
        <div class="deeds">
            <button type="button" class="danger" on:click=show><Icon path=icon_paths::TRASH/><span>{ui.t(words::ERASE_ALL)}</span></button>
        </div>
        <dialog class="dialog" node_ref=dialog aria-labelledby="erase-title">
            <h2 id="erase-title">{ui.t(words::ERASE_ALL_ASK)}</h2>
            <p>{move || warn()}</p>
            <div class="actions" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <button type="button" class="danger" on:click=erase>{ui.t(words::ERASE_ALL_YES)}</button>
                <button type="button" class="primary" on:click=move |_| hide()>{ui.t(words::ERASE_ALL_NO)}</button>
            </div>
        </dialog>
    }
}

//! Everything a key can do, in one list: the keys, the help and the palette are made from it.

use crate::domain::query::{self, Query};
use crate::domain::show;
use crate::domain::text::{Message, Text};
use crate::kinds::{KINDS, partner::PARTNER};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::{conflict_words, hub_words, words};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

/// Something that can be done from anywhere.
struct Deed {
    /// The key that does it, outside of text fields; none if only the palette does.
    key: Option<&'static str>,
    /// What it is called.
    text: Text,
    act: fn(Ui),
}

static DEEDS: &[Deed] = &[
    Deed { key: Some("/"), text: words::KEY_SEARCH, act: |_| focus("input[type=search]") },
    Deed { key: Some("n"), text: words::KEY_NEW, act: |ui| new_record(ui) },
    Deed { key: Some("?"), text: words::KEY_HELP, act: |_| open("help") },
    Deed { key: Some("Ctrl K"), text: words::KEY_PALETTE, act: |_| open("palette") },
    Deed { key: None, text: words::TODAY, act: |ui| ui.go(Route::Today) },
    Deed { key: None, text: words::OUTREACH, act: |ui| ui.go(Route::Records("contact", View::List)) },
    Deed { key: None, text: words::COMMUNITY, act: |ui| ui.go(Route::Records("partner", View::List)) },
    Deed { key: None, text: hub_words::HUBS, act: |ui| ui.go(Route::Records("hub", View::List)) },
    Deed { key: None, text: words::DIRECTORY, act: |ui| ui.go(Route::Directory) },
    Deed { key: None, text: words::REPORTS, act: |ui| ui.go(Route::Reports) },
    Deed { key: None, text: words::SYNC, act: |ui| ui.go(Route::Sync) },
    Deed { key: None, text: words::SETTINGS, act: |ui| ui.go(Route::Settings) },
    Deed { key: None, text: conflict_words::TITLE, act: |ui| ui.go(Route::Conflicts) },
    Deed { key: None, text: words::RECENTLY_DELETED, act: |ui| ui.go(Route::Deleted) },
    Deed { key: None, text: words::WHO_CHANGE, act: |ui| ui.go(Route::Who) },
];

fn new_record(ui: Ui) {
    let kind = match ui.route.get_untracked() {
        Route::Records(kind, _) => kind,
        _ => PARTNER.id,
    };
    ui.go(Route::Records(kind, View::Edit(ui.work().new_id())));
}

fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn focus(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        drop(element.focus());
    }
}

fn open(id: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(&format!("#{id}"))
        && !dialog.open()
    {
        drop(dialog.show_modal());
    }
}

fn close(id: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(&format!("#{id}")) {
        dialog.close();
    }
}

/// Whether the key is meant for what is being typed.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Listens to the keys for the life of the page.
pub fn listen(ui: Ui) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let control = event.ctrl_key() || event.meta_key();
        let named = match (control, event.key().as_str()) {
            (true, "k" | "K") => "Ctrl K".to_owned(),
            (true, _) => return,
            (false, key) => key.to_owned(),
        };
        let modal_is_open = find::<HtmlDialogElement>("dialog[open]").is_some();
        if event.alt_key() || modal_is_open || (!control && is_typing(&event)) {
            return;
        }
        if let Some(deed) = DEEDS.iter().find(|deed| deed.key == Some(named.as_str())) {
            event.prevent_default();
            (deed.act)(ui);
        }
    });
    on_cleanup(move || handle.remove());
}

/// The help and the palette, closed.
pub fn dialogs(ui: Ui) -> impl IntoView {
    let help = DEEDS.iter().filter_map(|deed| Some((deed.key?, deed.text))).map(|(key, text)| {
        view! { <div><dt><kbd>{key}</kbd></dt><dd>{ui.t(text)}</dd></div> }
    });
    view! {
        <dialog class="dialog" id="help" aria-labelledby="help-title">
            <h2 id="help-title">{ui.t(words::HELP)}</h2>
            <dl class="keys">{help.collect_view()}</dl>
            <div class="actions">
                <button type="button" class="primary" on:click=move |_| close("help")>{ui.t(words::CLOSE)}</button>
            </div>
        </dialog>
        {palette(ui)}
    }
}

/// What the palette offers for some words.
#[derive(Clone, PartialEq)]
struct Offer {
    words: Message,
    target: Target,
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    Deed(usize),
    Record(&'static str, crate::domain::id::Id),
}

/// How many records the palette shows.
const RECORDS: usize = 6;

fn offers(ui: Ui, typed: &str) -> Vec<Offer> {
    let lang = ui.lang.get();
    let folded = crate::domain::fold::fold(typed);
    let deeds = DEEDS
        .iter()
        .enumerate()
        .filter(|(_, deed)| deed.key.is_none() && crate::domain::fold::fold(deed.text.get(lang)).contains(&folded));
    let mut offers: Vec<Offer> =
        deeds.map(|(at, deed)| Offer { words: deed.text.message(), target: Target::Deed(at) }).collect();
    if !folded.is_empty() {
        let asked = Query { words: typed.to_owned(), ..Query::default() };
        let found = ui.look(|book, index| query::run(book, index, KINDS, &PARTNER, &asked));
        let records = found.into_iter().take(RECORDS).filter_map(|id| {
            let title = show::title(&PARTNER, &*ui.peek(&PARTNER, id)?);
            let words = words::GREETING_NAME.with("greeting", PARTNER.name).with("name", title);
            Some(Offer { words, target: Target::Record(PARTNER.id, id) })
        });
        offers.splice(0..0, records);
    }
    offers
}

fn palette(ui: Ui) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0usize);
    let input = NodeRef::<html::Input>::new();
    let offered = Memo::new(move |_| offers(ui, &typed.get()));
    let take = move |target: Target| {
        close("palette");
        typed.set(String::new());
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
        match target {
            Target::Deed(at) => (DEEDS[at].act)(ui),
            Target::Record(kind, id) => ui.go(Route::Records(kind, View::One(id))),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = offered.with(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" => {
                let target = offered.with(|offers| offers.get(chosen.get_untracked()).map(|offer| offer.target));
                target.into_iter().for_each(take);
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <dialog class="dialog palette" id="palette" aria-label=ui.t(words::KEY_PALETTE)>
            <div class="search">
                <Icon path=icon_paths::SEARCH/>
                <input
                    type="text" node_ref=input role="combobox" aria-expanded="true" aria-controls="palette-options"
                    aria-label=ui.t(words::KEY_PALETTE) placeholder=ui.t(words::KEY_PALETTE) autocomplete="off"
                    aria-activedescendant=move || format!("palette-{}", chosen.get())
                    on:input=move |event| { typed.set(event_target_value(&event)); chosen.set(0); }
                    on:keydown=on_key
                />
            </div>
            <ul class="options" role="listbox" id="palette-options" aria-label=ui.t(words::KEY_PALETTE)>
                {move || offered.get().into_iter().enumerate().map(|(at, offer)| view! {
                    <li
                        role="option" id=format!("palette-{at}")
                        aria-selected=move || if chosen.get() == at { "true" } else { "false" }
                        on:click=move |_| take(offer.target)
                    >
                        <span class="row-title">{offer.words.say(ui.lang.get())}</span>
                    </li>
                }).collect_view()}
            </ul>
        </dialog>
    }
}

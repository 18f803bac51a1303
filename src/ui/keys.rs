//! Everything a key can do, in one list: the keys, their dialog and the palette are made from it.

use crate::model::kind::Kind;
use crate::model::query::{self, Query};
use crate::model::show;
use crate::model::text::{Message, Text};
use crate::ui::capability::{self, Way};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::{conflict_words, duplicate_words, words};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

/// The dialog of all keys.
pub const KEYS: &str = "keys";
/// The dialog that finds any screen and record.
pub const PALETTE: &str = "palette";

/// Something that can be done from anywhere.
struct Action {
    /// The key that does it, outside of text fields.
    key: &'static str,
    /// What it is called.
    text: Text,
    act: fn(Ui),
}

static DEEDS: &[Action] = &[
    Action { key: "/", text: words::KEY_SEARCH, act: |_| focus("input[type=search]") },
    Action { key: "n", text: words::KEY_NEW, act: |ui| new_record(ui) },
    Action { key: "?", text: words::KEY_HELP, act: |_| open(KEYS) },
    Action { key: "Ctrl K", text: words::KEY_PALETTE, act: |_| open(PALETTE) },
];

/// The screens of no capability, in two halves: those of the capabilities stand between them.
static FIRST: &[Way] = &[Way { name: words::TODAY, to: Route::Today }];
static LAST: &[Way] = &[
    Way { name: words::DIRECTORY, to: Route::Directory },
    Way { name: words::REPORTS, to: Route::Reports },
    Way { name: words::SYNC, to: Route::Sync },
    Way { name: words::SETTINGS, to: Route::Settings },
    Way { name: words::HELP, to: Route::Help },
    Way { name: words::END_OF_DAY, to: Route::Day },
    Way { name: conflict_words::TITLE, to: Route::Conflicts },
    Way { name: duplicate_words::TITLE, to: Route::Duplicates },
    Way { name: words::RECENTLY_DELETED, to: Route::Deleted },
    Way { name: words::WHO_CHANGE, to: Route::Who },
];

/// Every way that the palette offers.
fn ways() -> impl Iterator<Item = &'static Way> {
    FIRST.iter().chain(capability::all().iter().flat_map(|capability| capability.palette)).chain(LAST)
}

fn new_record(ui: Ui) {
    let listed = match ui.route.get_untracked() {
        Route::Records(kind, _) => capability::kind(kind),
        _ => None,
    };
    if let Some(kind) = listed.or_else(capability::offered_first) {
        ui.go(capability::new_record(kind, || ui.work().new_id()));
    }
}

fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn focus(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        drop(element.focus());
    }
}

/// Opens a dialog.
pub fn open(id: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(&format!("#{id}"))
        && !dialog.open()
    {
        drop(dialog.show_modal());
    }
}

/// Closes a dialog.
pub fn close(id: &str) {
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
        if let Some(deed) = DEEDS.iter().find(|deed| deed.key == named) {
            event.prevent_default();
            (deed.act)(ui);
        }
    });
    on_cleanup(move || handle.remove());
}

/// The keys and the palette, closed.
pub fn dialogs(ui: Ui) -> impl IntoView {
    let keys = DEEDS.iter().map(|Action { key, text, .. }| {
        view! { <div><dt><kbd>{*key}</kbd></dt><dd>{ui.t(*text)}</dd></div> }
    });
    view! {
        <dialog class="dialog" id=KEYS aria-labelledby="keys-title">
            <h2 id="keys-title">{ui.t(words::KEYS)}</h2>
            <dl class="keys">{keys.collect_view()}</dl>
            <div class="actions">
                <button type="button" class="primary" on:click=move |_| close(KEYS)>{ui.t(words::CLOSE)}</button>
            </div>
        </dialog>
        {palette(ui)}
    }
}

/// What the palette offers for some words.
#[derive(Clone, PartialEq)]
struct Offer {
    words: Message,
    to: Route,
}

/// How many records of a kind the palette shows.
const RECORDS: usize = 6;

fn offers(ui: Ui, typed: &str) -> Vec<Offer> {
    let lang = ui.lang.get();
    let folded = crate::model::fold::fold(typed);
    let named = |way: &&Way| crate::model::fold::fold(way.name.get(lang)).contains(&folded);
    let ways = ways().filter(named).map(|way| Offer { words: way.name.message(), to: way.to });
    if folded.is_empty() {
        return ways.collect();
    }
    let kinds = capability::presented().filter(|(_, presentation)| presentation.in_palette).map(|(kind, _)| *kind);
    kinds.flat_map(|kind| records(ui, kind, typed)).chain(ways).collect()
}

/// The records of a kind that some words find.
fn records(ui: Ui, kind: &'static Kind, typed: &str) -> Vec<Offer> {
    let asked = Query { words: typed.to_owned(), ..Query::default() };
    let found = ui.look(|book, index| query::run(book, index, kind, &asked));
    let offer = |id| {
        let title = show::title(kind, &*ui.peek(kind, id)?);
        let words = words::GREETING_NAME.with("greeting", kind.name).with("name", title);
        Some(Offer { words, to: Route::Records(kind.id, View::One(id)) })
    };
    found.into_iter().take(RECORDS).filter_map(offer).collect()
}

fn palette(ui: Ui) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0usize);
    let input = NodeRef::<html::Input>::new();
    let offered = memo(move || offers(ui, &typed.get()));
    let take = move |to: Route| {
        close(PALETTE);
        typed.set(String::new());
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
        ui.go(to);
    };
    let on_key = move |event: KeyboardEvent| {
        let count = offered.with(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" => {
                let to = offered.with(|offers| offers.get(chosen.get_untracked()).map(|offer| offer.to));
                to.into_iter().for_each(take);
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <dialog class="dialog palette" id=PALETTE aria-label=ui.t(words::KEY_PALETTE)>
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
                        on:click=move |_| take(offer.to)
                    >
                        <span class="row-title">{offer.words.say(ui.lang.get())}</span>
                    </li>
                }).collect_view()}
            </ul>
        </dialog>
    }
}

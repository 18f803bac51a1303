//! Who changed what in a record.

use super::told;
use crate::model::date;
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::operation::DELETED;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::{capability, words};
use crate::work::history::HistoryEntry;
use leptos::prelude::*;

/// Who changed what: read when it is opened, and again when the record changes.
pub(super) fn history(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let open = RwSignal::new(false);
    let entries = RwSignal::new(Vec::<HistoryEntry>::new());
    effect(move || {
        if !open.get() {
            return;
        }
        ui.record(kind, id);
        ui.spawn(async move {
            match ui.work().history(kind.id, id).await {
                Ok(read) => entries.set(read),
                Err(error) => ui.warn(error.message()),
            }
        });
    });
    let items = move || {
        let lang = ui.lang.get();
        entries.get().into_iter().map(|entry| entry_view(ui, kind, id, entry, lang)).collect_view()
    };
    let went = capability::views_of(kind.id).history.iter().map(|view| view(ui, entries)).collect_view();
    let toggle = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details class="more" on:toggle=toggle>
            <summary>{ui.t(words::HISTORY)}</summary>
            {went}
            <ol class="history" role="list">{move || items()}</ol>
        </details>
    }
}

fn entry_view(ui: Ui, kind: &'static Kind, id: Id, entry: HistoryEntry, lang: Lang) -> impl IntoView {
    let who = ui.staff_name(entry.by);
    let who = who.unwrap_or_else(|| words::SOMEBODY.get(lang).to_owned());
    let when = date::moment(&entry.wall).map(|moment| date::say_moment(moment, lang)).unwrap_or(entry.wall);
    let record = ui.peek(kind, id);
    // What the app itself writes is not a change that somebody made.
    let told_of = entry.changes.into_iter().filter(|change| change.field == DELETED || !change.field.starts_with('_'));
    let lines = told_of.map(|change| {
        let field = ui.field(kind, &change.field);
        let shown = |value: &Value| {
            let words = told(ui, kind, field, record.as_deref(), value, lang);
            if words.is_empty() { words::CLEARED.get(lang).to_owned() } else { words }
        };
        if change.field == DELETED {
            let text = if change.new == Value::Bool(true) { words::WAS_DELETED } else { words::WAS_RESTORED };
            return view! { <p><b>{ui.t(text)}</b></p> }.into_any();
        }
        let label = field.map_or_else(|| change.field.clone(), |field| field.label.get(lang).to_owned());
        if field.is_some_and(Field::kept_by_app) {
            // What the app keeps for itself is no words: that it changed is said.
            return view! { <p class="soft">{label}</p> }.into_any();
        }
        let (old, new) = (change.old.as_ref().map(shown), shown(&change.new));
        view! {
            <p>
                <span class="soft">{label}</span>" "
                {old.map(|old| view! { <del dir="auto">{old}</del>" "<Icon path=icon_paths::ARROW/>" " })}
                <ins dir="auto">{new}</ins>
            </p>
        }
        .into_any()
    });
    view! {
        <li>
            <p class="soft">{words::WHO_WHEN.with("who", who).with("when", when).say(lang)}</p>
            {lines.collect_view()}
        </li>
    }
}

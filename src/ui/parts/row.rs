//! A record as a row: title, one quiet line, one chip; which fields, the kind declares.

use crate::model::field::InRow;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::{kept, show};
use crate::ui::context::Ui;
use crate::ui::parts::Chip;
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::{capability, words};
use leptos::prelude::*;

/// What a row says of a record, in the present language.
#[derive(Clone, Debug, PartialEq)]
pub struct RowWords {
    /// The bold first line.
    pub title: String,
    /// The quiet second line.
    pub line: String,
    /// The chip: tone and words.
    pub chip: Option<(&'static str, String)>,
}

/// The words of a record's row.
pub fn row_words(ui: Ui, kind: &'static Kind, record: &Record) -> RowWords {
    let lang = ui.lang.get();
    let title_of = ui.title_of();
    let shown = |in_row: InRow| {
        kind.fields().filter(move |field| field.in_row == in_row).filter_map(move |field| {
            let value = record.get(field.key).filter(|_| kept::may_hold(field, record))?;
            let words = show::show(field, value, lang, &title_of);
            (!words.is_empty()).then_some((field, value, words))
        })
    };
    let title = show::title_in(kind, record, lang);
    // Where it is called by several fields, what would be its title is a word more about it.
    let named = capability::of(kind.id).named.and_then(|named| named(record, lang));
    let said = named.as_ref().map(|_| title.clone()).filter(|title| !title.is_empty());
    let line = said.into_iter().chain(shown(InRow::Line).map(|(_, _, words)| words)).collect::<Vec<_>>().join(" · ");
    let chip =
        shown(InRow::Chip).next().map(|(_, value, words)| (capability::of(kind.id).tone(value.as_text()), words));
    let title = match named {
        Some(named) => named,
        None if title.is_empty() => ui.name(kind, record.id).unwrap_or_else(|| words::UNTITLED.message()).say(lang),
        None => title,
    };
    RowWords { title, line, chip }
}

/// A record's row, which follows the record.
pub fn record_row(
    ui: Ui,
    kind: &'static Kind,
    id: Id,
    current: impl Fn() -> bool + Send + Sync + 'static,
) -> impl IntoView {
    let words = memo(move || ui.record(kind, id).map(|record| row_words(ui, kind, &record)));
    view! {
        <a
            class="row"
            href=Route::Records(kind.id, View::One(id)).href()
            aria-current=move || current().then_some("true")
        >
            {move || words.get().map(row_content)}
        </a>
    }
}

/// What stands in a row.
pub fn row_content(words: RowWords) -> AnyView {
    let RowWords { title, line, chip } = words;
    view! {
        <span class="row-title" dir="auto">{title}</span>
        {(!line.is_empty()).then(|| view! { <span class="row-line" dir="auto">{line}</span> })}
        {chip.map(|(tone, words)| view! { <Chip tone=tone words=words/> })}
    }
    .into_any()
}

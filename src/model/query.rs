//! Which records a list shows, and in what order.

use super::book::Book;
use super::field::Field;
use super::fold::fold;
use super::id::Id;
use super::index::{Index, folded};
use super::kind::Kind;
use super::record::Record;
use super::text::Lang;
use super::value::Value;
use super::{date, order, show};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By title, accents and case aside.
    #[default]
    Title,
    /// What was changed last comes first.
    Changed,
    /// By a date, the longest ago first; what never happened comes first of all.
    Oldest(&'static str),
    /// By a date, the latest first.
    Latest(&'static str),
}

/// How widely words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// In everything a search may look through.
    #[default]
    All,
    /// In public fields alone: whoever types a person's name or number at the desk learns nothing.
    Public,
}

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur, in any order, as typed.
    pub words: String,
    /// Fields that must hold an answer: (field, answer).
    pub filters: Vec<(&'static str, String)>,
    /// The order.
    pub sort: Sort,
    /// How widely the words are looked for.
    pub within: Within,
    /// The language in which titles are read, and put in order.
    pub lang: Lang,
}

/// Whether a record has an answer in a field.
fn answers(record: &Record, field: &str, answer: &str) -> bool {
    match record.get(field) {
        Some(Value::Text(key)) => key == answer,
        Some(Value::Bool(yes)) => *yes == (answer == "yes"),
        Some(list) => list.as_texts().any(|key| key == answer),
        None => false,
    }
}

/// The day a field holds: set by hand, or else the latest of the linked records.
pub fn day_in(book: &Book, index: &mut Index, field: &Field, record: &Record) -> Option<NaiveDate> {
    let by_hand = record.text(field.key).and_then(crate::model::date::day_of);
    by_hand.or_else(|| index.latest(book, field.latest_of?, record.id))
}

/// The records a query asks for. Those with all words in the title come before those with words elsewhere.
pub fn run(book: &Book, index: &mut Index, kind: &'static Kind, query: &Query) -> Vec<Id> {
    let words = fold(&query.words);
    let finders: Vec<_> = words.split_whitespace().map(|word| memchr::memmem::Finder::new(word.as_bytes())).collect();
    let (mut in_title, mut elsewhere) = (Vec::new(), Vec::new());
    // The index knows titles as they were first written.
    let two_names = query.lang == Lang::Es && kind.title().is_some_and(|title| title.spanish.is_some());
    let name = |id: &Id| {
        let record = book.record(kind.id, *id);
        record.map(|record| fold(&show::title_in(kind, record, query.lang))).unwrap_or_default()
    };
    for row in index.rows(book, kind) {
        if !finders.iter().all(|word| word.find(row.folded.as_bytes()).is_some()) {
            continue;
        }
        if !query.filters.is_empty() || query.within == Within::Public {
            let Some(record) = book.record(kind.id, row.id) else { continue };
            if !query.filters.iter().all(|(field, answer)| answers(record, field, answer)) {
                continue;
            }
            if query.within == Within::Public && !finders.is_empty() {
                let public = folded(kind.fields().filter(|field| field.public && field.searchable), record);
                if !finders.iter().all(|word| word.find(public.as_bytes()).is_some()) {
                    continue;
                }
            }
        }
        let own = two_names.then(|| name(&row.id));
        let title = own.as_deref().unwrap_or(row.title()).as_bytes();
        let found = finders.iter().all(|word| word.find(title).is_some());
        if found { in_title.push(row.id) } else { elsewhere.push(row.id) }
    }
    if two_names && query.sort == Sort::Title {
        [&mut in_title, &mut elsewhere].into_iter().for_each(|ids| order::sort_by_key(ids, |id| (name(id), *id)));
    }
    in_title.append(&mut elsewhere);
    let mut found = in_title;
    match query.sort {
        Sort::Title => {}
        Sort::Changed => {
            order::sort_by_key(&mut found, |id| Reverse(book.record(kind.id, *id).map(|record| record.changed())));
        }
        Sort::Latest(key) => {
            // Stored moments may differ in offset, so they are compared as moments.
            order::sort_by_key(&mut found, |id| {
                let stored = book.record(kind.id, *id).and_then(|record| record.text(key));
                Reverse(stored.map(|stored| (date::moment(stored), date::day(stored))))
            });
        }
        Sort::Oldest(key) => {
            let Some(field) = kind.field(key) else { return found };
            order::sort_by_key(&mut found, |id| {
                let record = book.record(kind.id, *id)?;
                day_in(book, index, field, record)
            });
        }
    }
    found
}

//! Which records a list shows, and in what order.

use super::book::Book;
use super::field::{Field, LatestOf};
use super::fold::fold;
use super::id::Id;
use super::index::{Index, folded};
use super::kind::Kind;
use super::listed::Listed;
use super::record::Record;
use super::text::Lang;
use super::value::Value;
use super::{date, order, phone, show};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashSet;

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

/// Fields, and the answers of which each must hold one.
type Filters = Vec<(&'static str, Vec<String>)>;

/// The filters of a query. What links to a record that is shown as another links to that one.
fn filters(book: &Book, index: &mut Index, kind: &Kind, query: &Query) -> Filters {
    let any = |(key, answer): &(&'static str, String)| {
        let to = kind.field(key).and_then(|field| book.kind(field.links_to()?));
        let all = to.zip(answer.parse().ok()).map(|(to, id)| index.joined(book, to).all_shown_as(id));
        let all = all.map(|all| all.iter().map(Id::to_string).collect());
        (*key, all.unwrap_or_else(|| vec![answer.clone()]))
    };
    query.filters.iter().map(any).collect()
}

/// Whether a record with all the words in it is one that a query asks for.
fn fits(kind: &Kind, record: &Record, query: &Query, filters: &Filters, words: &[&str], digits: Option<&str>) -> bool {
    if !filters.iter().all(|(field, any)| any.iter().any(|answer| answers(record, field, answer))) {
        return false;
    }
    let public = || folded(kind.fields().filter(|field| field.public && field.searchable), record);
    query.within == Within::All || words.is_empty() || {
        let public = public();
        words.iter().all(|word| public.contains(word)) || digits.is_some_and(|digits| public.contains(digits))
    }
}

/// The day a field holds: set by hand, or else the latest of the linked records.
pub fn day_in(book: &Book, index: &mut Index, field: &Field, record: &Record) -> Option<NaiveDate> {
    let by_hand = record.text(field.key).and_then(crate::model::date::day_of);
    by_hand.or_else(|| latest_day(book, index, field.latest_of?, record))
}

/// The latest day among the records that link to a record, or to one that is shown as it.
pub fn latest_day(book: &Book, index: &mut Index, of: LatestOf, record: &Record) -> Option<NaiveDate> {
    let same = index.joined(book, book.kind(&record.kind)?).all_shown_as(record.id);
    same.into_iter().filter_map(|id| index.latest(book, of, id)).max()
}

/// The records a query asks for, as a list shows them.
pub fn list(book: &Book, index: &mut Index, kind: &'static Kind, query: &Query) -> Listed {
    if query.words.trim().is_empty()
        && query.filters.is_empty()
        && query.sort == Sort::Title
        && !has_two_names(kind, query)
        && index.joined(book, kind).hidden() == 0
    {
        return Listed::All(index.rows(book, kind).clone());
    }
    Listed::Some(run(book, index, kind, query))
}

/// Whether titles are read in another language than the index knows them by: as they were first written.
fn has_two_names(kind: &Kind, query: &Query) -> bool {
    query.lang == Lang::Es && kind.title().is_some_and(|title| title.spanish.is_some())
}

/// The records a query asks for. Those with all words in the title come before those with words elsewhere.
pub fn run(book: &Book, index: &mut Index, kind: &'static Kind, query: &Query) -> Vec<Id> {
    let folded_words = fold(&query.words);
    let words: Vec<&str> = folded_words.split_whitespace().collect();
    let two_names = has_two_names(kind, query);
    let (mut in_title, mut elsewhere) = index.search(book, kind, &words, !two_names);
    let digits = phone::searched(&query.words);
    if let Some(digits) = &digits {
        let (title, other) = index.search(book, kind, &[digits], !two_names);
        let found: HashSet<Id> = in_title.iter().chain(&elsewhere).copied().collect();
        elsewhere.extend(title.into_iter().chain(other).filter(|id| !found.contains(id)));
    }
    // A thing is found by every name that it was ever written under, and shown under one.
    let joined = index.joined(book, kind);
    joined.show(&mut in_title);
    joined.show(&mut elsewhere);
    if !joined.is_empty() {
        let found: HashSet<Id> = in_title.iter().copied().collect();
        elsewhere.retain(|id| !found.contains(id));
    }
    if !query.filters.is_empty() || (query.within == Within::Public && !words.is_empty()) {
        let filters = filters(book, index, kind, query);
        let fits = |id: &Id| {
            let record = book.record(kind.id, *id);
            record.is_some_and(|record| fits(kind, record, query, &filters, &words, digits.as_deref()))
        };
        [&mut in_title, &mut elsewhere].into_iter().for_each(|ids| ids.retain(fits));
    }
    if two_names {
        let name = |id: &Id| {
            let record = book.record(kind.id, *id);
            record.map(|record| fold(&show::title_in(kind, record, query.lang))).unwrap_or_default()
        };
        let in_name = |id: &Id| words.iter().all(|word| name(id).contains(word));
        (in_title, elsewhere) = in_title.into_iter().partition(in_name);
        if query.sort == Sort::Title {
            [&mut in_title, &mut elsewhere].into_iter().for_each(|ids| order::sort_by_key(ids, |id| (name(id), *id)));
        }
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

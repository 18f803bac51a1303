//! Which quotes somebody has not tagged yet.

use super::{Codings, Filter, quotes_with};
use crate::interviews::kinds::quote::{CODING, coding_fields as coding, quote_fields};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use std::collections::BTreeSet;

/// The next quote that somebody has not said anything about: on from this one, then from the beginning.
pub fn next_untagged(book: &Book, index: &mut Index, me: Option<Id>, here: Id) -> Option<Id> {
    let all = quotes_with(book, index, &Codings::default(), &Filter::default());
    let tagged = tagged_by(book, me);
    let at = all.iter().position(|known| known.id == here).unwrap_or_default();
    let (before, after) = all.split_at(at.min(all.len()));
    after.iter().chain(before).map(|quote| quote.id).find(|quote| *quote != here && !tagged.contains(quote))
}

/// What follows the quotes from one interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterQuotes {
    /// Nothing was quoted yet.
    Nothing,
    /// The first one that somebody has not said anything about.
    Tag(Id),
    /// They tagged all of them.
    Themes,
}

/// What somebody can do with the quotes from an interview next.
pub fn after_quotes(book: &Book, index: &mut Index, me: Option<Id>, interview: Id) -> AfterQuotes {
    let quotes: Vec<Id> =
        index.linking_to(book, quote_fields::INTERVIEW.path(), interview).into_iter().map(|quote| quote.id).collect();
    let tagged = tagged_by(book, me);
    match quotes.iter().find(|quote| !tagged.contains(quote)) {
        Some(quote) => AfterQuotes::Tag(*quote),
        None if quotes.is_empty() => AfterQuotes::Nothing,
        None => AfterQuotes::Themes,
    }
}

/// The quotes that somebody said anything about.
fn tagged_by(book: &Book, me: Option<Id>) -> BTreeSet<Id> {
    let mine = book.living(CODING.id).filter(|record| coding::STAFF.of(*record) == me);
    order::set(mine.filter_map(|record| coding::QUOTE.of(record)))
}

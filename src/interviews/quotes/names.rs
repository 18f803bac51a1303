//! Which theme of the code book a record of a theme is, and how themes are sorted.

use crate::interviews::kinds::quote::{THEME, theme_fields};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::same_as;

/// The theme of the code book that this one is, or is an alias of; none if it was deleted.
pub(crate) fn listed(book: &Book, theme: Id) -> Option<Id> {
    let name = same_as::canonical(book, THEME.id, theme);
    book.alive(THEME.id, name).map(|record| record.id)
}

/// What a theme is sorted by.
pub(crate) fn folded(book: &Book, theme: Id) -> String {
    book.record(THEME.id, theme).and_then(|record| theme_fields::NAME.of(record)).map(fold).unwrap_or_default()
}

//! By which name a theme stands in the code book.

use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::same_as;
use crate::kinds::quote::THEME;

/// The theme that stands for this one in the code book, if it is in it.
pub(super) fn listed(book: &Book, theme: Id) -> Option<Id> {
    let name = same_as::stands_for(book, THEME.id, theme);
    book.alive(THEME.id, name).map(|record| record.id)
}

/// What a theme is sorted by.
pub(super) fn folded(book: &Book, theme: Id) -> String {
    book.record(THEME.id, theme).and_then(|record| record.text("name")).map(fold).unwrap_or_default()
}

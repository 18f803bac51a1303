//! The library of this team: one record, the same on every tablet.

use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::library::{LIBRARY, fields as library};

/// The identity of the library’s record. It follows from nothing, so every tablet knows it.
pub fn library_id() -> Id {
    derived_id("the library")
}

/// What the library is called, once somebody has said so.
pub fn library_name(book: &Book) -> Option<&str> {
    let record = book.alive(LIBRARY.id, library_id())?;
    library::NAME.of(record).map(str::trim).filter(|name| !name.is_empty())
}

//! The replayed state as bytes, for a fast start. Disposable: whatever is wrong with it, the log is replayed instead.
//!
//! It is read without making any record: these lie kind by kind, each with what a list shows of it, and are made when
//! somebody asks for them. So that none turns out to be damaged then, all bytes are summed before anything is believed,
//! and whoever writes a record reads it back first. The sum tells damage and not malice, which could write a hash, too.
//!
//! First stand the sum of all that follows, the version and the length of the directory, then the pages, then the
//! directory, which says how long each part of a page is.

mod form;
mod page;
mod state;

use self::form::{Numbers, Tables};
use self::page::{ShelfForm, SnapshotPage, standing_byte};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::{Index, row_rules};
use crate::model::kept_up::Beside;
use crate::model::kind::Kinds;
use crate::model::order;
use crate::model::packed;
use crate::model::record::{Key, Record};
use crate::model::shelf::{Page, Shelf, Standing};
use crate::model::stamp::Tick;
use crate::model::sum::sum;
use crate::model::version_vector::VersionVector;
use serde::{Deserialize, Serialize};
pub use state::{records_hash, state_hash};
use std::sync::Arc;

/// The form of the bytes. Another number, and the snapshot is not read.
const VERSION: u32 = 3;

/// Where the version stands, the length of the directory, and the first page.
const VERSION_AT: usize = 8;
const LENGTH_AT: usize = 12;
const PAGES_AT: usize = 16;

/// The directory.
#[derive(Serialize, Deserialize)]
struct Directory {
    seen: VersionVector,
    latest: Tick,
    tables: Tables,
    shelves: Vec<ShelfForm>,
}

/// Why a snapshot was not made. A start without one is only slower.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// A value has no form.
    #[error("{0}")]
    Form(#[from] postcard::Error),
    /// A record would not be read as it is.
    #[error("a record would be read as another one")]
    Unlike,
    /// A stored record is not in form.
    #[error("a stored record cannot be read")]
    Unread,
    /// There is more than a snapshot can hold.
    #[error("there is too much for a snapshot")]
    TooMuch,
}

/// Writes a book as bytes.
///
/// # Errors
/// None in practice: every value has a form.
pub fn write(book: &Book) -> Result<Vec<u8>, NotMade> {
    write_with(book, &mut Index::default())
}

/// As [`write`], with the rows that are known already, and what is kept up beside records.
///
/// # Errors
/// As [`write`].
pub fn write_with(book: &Book, index: &mut Index) -> Result<Vec<u8>, NotMade> {
    let mut numbers = numbers_of(book);
    let mut bytes = vec![0; PAGES_AT];
    let mut shelves = Vec::new();
    for (kind, shelf) in book.shelves() {
        let start = bytes.len();
        let records;
        (bytes, records) = write_records(shelf, &mut numbers, bytes)?;
        let ids = start + records.bytes;
        let place = |id| {
            let place = order::first(records.records, |place| packed::id(&bytes, ids, place) >= id);
            (place < records.records && packed::id(&bytes, ids, place) == id).then_some(place)
        };
        let beside = index.beside(book, kind, &place);
        let rows = book.kind(kind).map(|known| (row_rules(known), index.page(book, known)));
        let rows = rows.map(|(rules, rows)| {
            rows.parts().into_iter().for_each(|part| bytes.extend_from_slice(part));
            (rules, rows.len(), rows.parts()[2].len())
        });
        let beside = beside.map(|Beside { rules, bytes: kept }| {
            bytes.extend_from_slice(&kept);
            (rules, kept.len())
        });
        shelves.push(ShelfForm { kind: numbers.key(kind), rows, beside, ..records });
    }
    let pages_end = bytes.len();
    let (seen, tables) = (book.seen().clone(), numbers.tables().clone());
    bytes = postcard::to_extend(&Directory { seen, latest: book.latest(), tables, shelves }, bytes)?;
    let length = u32::try_from(bytes.len() - pages_end).map_err(|_| NotMade::TooMuch)?;
    bytes[VERSION_AT..LENGTH_AT].copy_from_slice(&VERSION.to_le_bytes());
    bytes[LENGTH_AT..PAGES_AT].copy_from_slice(&length.to_le_bytes());
    let sum = sum(&bytes[VERSION_AT..]);
    bytes[..VERSION_AT].copy_from_slice(&sum.to_le_bytes());
    Ok(bytes)
}

/// The numbers that the stored records of a book name keys and streams by, so that those which have not changed are
/// copied as they lie.
fn numbers_of(book: &Book) -> Numbers {
    let stored = book.shelves().find_map(|(_, shelf)| Some(of_snapshot(shelf.page()?)?.tables()));
    stored.map_or_else(Numbers::default, |tables| Numbers::after(Tables::clone(tables)))
}

fn of_snapshot(page: &Page) -> Option<&SnapshotPage> {
    page.stored().as_any().downcast_ref()
}

/// A record to be written: as it lies, or made.
enum Entry<'b> {
    Stored(&'b SnapshotPage, usize),
    Made(&'b Record),
}

/// Appends the records of a kind, and gives their part in the directory, without the kind, the rows and what is kept up.
fn write_records(shelf: &Shelf, numbers: &mut Numbers, mut bytes: Vec<u8>) -> Result<(Vec<u8>, ShelfForm), NotMade> {
    let mut entries: Vec<(Id, Entry<'_>)> = Vec::new();
    let as_it_lies = shelf.page().and_then(of_snapshot).filter(|own| numbers.tables().goes_on(own.tables()));
    for (page, place) in shelf.unchanged() {
        let entry = match as_it_lies {
            Some(own) => Entry::Stored(own, place),
            None => Entry::Made(page.at(place).ok_or(NotMade::Unread)?),
        };
        entries.push((page.stored().id(place), entry));
    }
    entries.extend(shelf.changed().map(|record| (record.id, Entry::Made(record))));
    order::sort_by_key(&mut entries, |(id, _)| *id);
    let start = bytes.len();
    let (mut ids, mut standings, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for (id, entry) in &entries {
        match entry {
            Entry::Stored(page, place) => {
                bytes.extend_from_slice(page.record_bytes(*place));
                standings.push(page.standing_byte(*place));
            }
            Entry::Made(record) => {
                let from = bytes.len();
                bytes = numbers.write(record, bytes)?;
                let again = numbers.tables().read(&record.kind, *id, record.erased, &bytes[from..]);
                if again.as_ref() != Some(record) {
                    return Err(NotMade::Unlike);
                }
                standings.push(standing_byte(Standing::of(record)));
            }
        }
        ids.extend_from_slice(&id.0.to_le_bytes());
        ends.extend_from_slice(&u32::try_from(bytes.len() - start).map_err(|_| NotMade::TooMuch)?.to_le_bytes());
    }
    let length = bytes.len() - start;
    [ids, standings, ends].iter().for_each(|part| bytes.extend_from_slice(part));
    Ok((bytes, ShelfForm { kind: 0, records: entries.len(), bytes: length, rows: None, beside: None }))
}

/// Reads a book of these kinds; none if the bytes are damaged, stale or not of this version.
pub fn read(bytes: Vec<u8>, kinds: Kinds) -> Option<Book> {
    let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    let stated = u64::from_le_bytes(*bytes.first_chunk()?);
    if number(VERSION_AT)? != VERSION || sum(bytes.get(VERSION_AT..)?) != stated {
        return None;
    }
    let pages_end = bytes.len().checked_sub(number(LENGTH_AT)? as usize)?;
    let directory: Directory = postcard::from_bytes(bytes.get(pages_end..)?).ok()?;
    let (bytes, tables) = (Arc::new(bytes), Arc::new(directory.tables));
    let mut at = PAGES_AT;
    let mut pages: Vec<(Key, Page)> = Vec::with_capacity(directory.shelves.len());
    for form in &directory.shelves {
        let (page, end) = SnapshotPage::read(&bytes, &tables, form, at..pages_end)?;
        pages.push((tables.keys.get(form.kind as usize)?.clone(), Page::new(Box::new(page))));
        at = end;
    }
    let keys = tables.keys.clone();
    (at == pages_end).then(|| Book::of_pages(kinds, pages, keys, directory.seen, directory.latest))
}

#[cfg(test)]
mod tests;

//! Books for the tests of the formats.

use crate::capabilities::kinds::KINDS;
use crate::model::book::{Book, Change};
use crate::model::id::{DeviceId, Id};
use crate::model::operation::Operation;
use crate::model::stamp::{Stream, Tick};
use crate::model::value::Value;

/// Sets fields of a record, as the next operation of one device. Gives what that changed.
pub fn set(book: &mut Book, kind: &str, id: Id, fields: impl IntoIterator<Item = (String, Value)>) -> Option<Change> {
    let stream = Stream { dev: DeviceId(1), epoch: 1 };
    let seq = book.seen().last(stream) + 1;
    book.apply(&Operation {
        stream,
        writer: stream,
        seq,
        tick: Tick::from_ms(1_790_000_000_000 + seq),
        wall: "2026-09-21T10:13:20-04:00".into(),
        by: None,
        kind: kind.into(),
        id,
        set: fields.into_iter().collect(),
        prev: [].into(),
    })
}

/// A record with some text fields: its kind, its identity, the fields.
type Texts<'a> = (&'a str, u128, &'a [(&'a str, &'a str)]);

/// A book of records, each with some text fields.
pub fn book(records: &[Texts]) -> Book {
    let mut book = Book::new(KINDS);
    for (kind, id, fields) in records {
        set(&mut book, kind, Id(*id), fields.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))));
    }
    book
}

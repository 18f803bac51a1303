//! Records to bytes and back, for people and programs elsewhere.
//!
//! In reading order: a [`cell`] that a spreadsheet will not run, the [`columns`] a table of records has, the
//! [`office`] export for people who will never read a log, [`csv_write`] that makes rows of its cells, the
//! [`csv_import`] that takes a spreadsheet in, the [`vcard`] of an address book and the [`ics`] of a calendar as other tables, the [`hsds`] of a directory of services, the [`zip`](mod@zip) that holds several files and the [`unzip`] that reads one, the [`qr`] code that a camera reads, and the [`json_schema`] of what leaves as JSON.

pub mod cell;
pub mod columns;
pub mod content_line;
pub mod csv_import;
pub mod csv_write;
pub mod hsds;
pub mod ics;
pub mod json_schema;
pub mod office;
pub mod qr;
pub mod unzip;
pub mod vcard;
pub mod zip;

#[cfg(test)]
pub(crate) mod testing;

/// How many records or rows a step handles. A step of these takes a few milliseconds, so the screen stays alive.
pub const STEP: usize = 500;

/// How far a long piece of work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: usize,
    /// What there is to do in all.
    pub of: usize,
}

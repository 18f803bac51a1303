//! Calendars (iCalendar, RFC 5545): the library’s events as a file that Outlook, Google and Apple take in, and a school’s
//! calendar as a table, which then goes the way of every spreadsheet.
//!
//! Each event has an identity that stays (`UID`) and a number that grows with its changes (`SEQUENCE`), so a second file
//! moves an event instead of doubling it. Times are those of clocks on the wall in a named zone, whose rules the file
//! brings (`VTIMEZONE`): Outlook refuses times without a zone, Google and Apple take them for UTC. Where no rule fits the
//! zone, they are written in UTC.

pub mod clocks;
pub mod read;
pub mod table;
pub mod uid;
pub mod wall;
mod write;
pub mod zone;

pub use self::read::is_ics;
pub use self::write::write;

use chrono::NaiveDate;

/// When something begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A whole day.
    Day(NaiveDate),
    /// A moment, milliseconds since 1970.
    At(i64),
}

/// Whether it takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It is planned and may change.
    Tentative,
    /// It takes place.
    #[default]
    Confirmed,
    /// It does not.
    Canceled,
}

/// One entry of a calendar that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by, wherever it is taken in. It stays.
    pub uid: String,
    /// How often it was changed. It only grows.
    pub sequence: u64,
    /// When it was changed last, milliseconds since 1970.
    pub changed_ms: i64,
    /// When it begins.
    pub starts: When,
    /// When it ends: the moment after it, and of whole days the day after the last one. None where nobody said.
    pub ends: Option<When>,
    /// What it is called.
    pub title: String,
    /// What it is; may have several lines.
    pub description: String,
    /// Where it is.
    pub location: String,
    /// Whether it takes place.
    pub status: Status,
}

#[cfg(test)]
mod tests;

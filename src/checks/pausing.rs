//! A check is put off, with a reason, for the whole team; and it is named on Today once a week at most.

use super::kinds::{CHECK_PAUSE, pause_fields as pause};
use crate::log::hash::derived_id;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::{date, order};
use chrono::{Days, NaiveDate};

/// A check that can be put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Where the relationship with each partner stands.
    Partners,
    /// What nobody has tried yet.
    Opportunities,
    /// Whether hubs and their boards are up to date.
    Hubs,
}

impl Check {
    /// As it is stored.
    pub const fn key(self) -> &'static str {
        match self {
            Check::Partners => "partners",
            Check::Opportunities => "opportunities",
            Check::Hubs => "hubs",
        }
    }
}

/// For how long a check can be put off, in days.
pub const WEEK: u64 = 7;
/// The same, longer.
pub const MONTH: u64 = 28;

/// The record by which a check is put off today, the one that lasts longest, and until when that is.
pub fn paused_until(book: &Book, check: Check, today: NaiveDate) -> Option<(Id, NaiveDate)> {
    let lasts = |record: &Record| {
        let until = pause::UNTIL.of(record).and_then(date::day)?;
        (pause::CHECK.of(record) == Some(check.key()) && until > today).then_some((record.id, until))
    };
    book.living(CHECK_PAUSE.id).filter_map(|record| lasts(record)).max_by_key(|(id, until)| (*until, *id))
}

/// What to write so that a check is put off for so many days; nothing without a reason. Two tablets that put it off until
/// the same day make one record.
pub fn put_off(check: Check, days: u64, reason: &str, author: Author) -> Option<RecordWrite> {
    let reason = reason.trim();
    let until = author.now.today().checked_add_days(Days::new(days))?;
    let mut values = vec![pause::CHECK.is(check.key()), pause::UNTIL.is(until.to_string()), pause::REASON.is(reason)];
    values.extend(author.by.map(|by| pause::BY.is(by)));
    let id = derived_id(&format!("check {} until {until}", check.key()));
    (!reason.is_empty()).then(|| (CHECK_PAUSE.id, id, order::values(values)))
}

/// Whether Today names a check, which a tablet named last on this day: on that day, and again a week later. A day that is
/// still to come was written under a wrong clock and keeps nothing back.
pub fn is_named(named: Option<NaiveDate>, today: NaiveDate) -> bool {
    named.is_none_or(|named| !(1..7).contains(&(today - named).num_days()))
}

//! Partners that have not been heard from.

use super::kinds::partner::{PARTNER, QUIET_AFTER_DAYS, fields as partner};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::{order, query};
use chrono::{DateTime, NaiveDate};

/// A partner nobody has been in touch with for longer than its status allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The partner.
    pub partner: Id,
    /// Days since the last contact; since it was written down, where there was none.
    pub days: i64,
    /// Whether there ever was a contact.
    pub ever: bool,
}

/// Partners going quiet, those furthest beyond what their status allows first.
pub fn going_quiet(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Quiet> {
    let Some(last_contact) = PARTNER.field(partner::LAST_CONTACT.key()) else { return Vec::new() };
    let mut quiet: Vec<(i64, Quiet)> = Vec::new();
    for record in book.living(PARTNER.id) {
        let status = partner::STATUS.of(record).unwrap_or_default();
        let Some((_, allowed)) = QUIET_AFTER_DAYS.iter().find(|(of, _)| *of == status) else { continue };
        let last = query::day_in(book, index, last_contact, record);
        let written = || {
            let first = record.slots().map(|(_, slot)| slot.stamp.tick.ms()).min()?;
            Some(DateTime::from_timestamp_millis(i64::try_from(first).ok()?)?.date_naive())
        };
        let Some(since) = last.or_else(written) else { continue };
        let days = (today - since).num_days();
        if days > *allowed {
            quiet.push((days - allowed, Quiet { partner: record.id, days, ever: last.is_some() }));
        }
    }
    order::sort_by_key(&mut quiet, |(beyond, quiet)| (std::cmp::Reverse(*beyond), quiet.partner));
    quiet.into_iter().map(|(_, quiet)| quiet).collect()
}

//! Partners that have not been heard from.

use super::kinds::partner::{PARTNER, QUIET_AFTER_DAYS, fields as partner};
use super::wary::Wary;
use crate::model::book::{Book, Change};
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept_up::KeptUp;
use crate::model::query;
use crate::model::record::Record;
use crate::model::same_as::SAME_AS;
use chrono::{DateTime, NaiveDate, TimeDelta};
use std::collections::{BTreeSet, HashMap, HashSet};

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

/// Partners going quiet, those furthest beyond what their status allows first. Whoever asked not to be contacted is left in
/// peace.
pub fn going_quiet(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Quiet> {
    let mut quiet = index.kept_up(book, |last: &mut LastHeard, index| last.quiet(book, index, today));
    let wary = Wary::of(book);
    quiet.retain(|quiet| !wary.is(book, index, quiet.partner));
    quiet
}

/// Whether a relationship has gone quiet or lapsed, so that renewing it is worth a thought: its status says so, or nobody was
/// in touch for longer than it allows. Whoever asked not to be contacted is left in peace.
pub fn is_quiet(book: &Book, index: &mut Index, record: &Record, today: NaiveDate) -> bool {
    let said = matches!(partner::STATUS.of(record), Some("quiet" | "lapsed"));
    let quiet = said || heard(book, index, record).is_some_and(|heard| heard.until < today);
    quiet && !Wary::of(book).is(book, index, record.id)
}

/// Since when partners have not been heard from, and until when their status allows it.
#[derive(Default)]
struct LastHeard {
    partners: HashMap<Id, Heard>,
    /// The same by the last day on which that is still allowed.
    until: BTreeSet<(NaiveDate, Id)>,
    /// Whoever something has changed about since it was asked for.
    changed: HashSet<Id>,
}

/// What is known of one partner.
#[derive(Clone, Copy)]
struct Heard {
    since: NaiveDate,
    until: NaiveDate,
    /// Whether there ever was a contact.
    ever: bool,
}

impl KeptUp for LastHeard {
    fn begin(book: &Book) -> LastHeard {
        LastHeard { changed: book.ids(PARTNER.id).collect(), ..LastHeard::default() }
    }

    fn follow(&mut self, _: &Book, change: &Change) {
        if *change.after.kind == *PARTNER.id {
            self.changed.insert(change.after.id);
            // Another partner may have lost or got what was heard of this one.
            let records = change.before.iter().chain([&change.after]);
            self.changed.extend(records.filter_map(|record| record.link(SAME_AS)));
        }
        let latest = last_contact().and_then(|field| field.latest_of);
        if let Some(of) = latest.filter(|of| *change.after.kind == *of.kind) {
            let records = change.before.iter().chain([&change.after]);
            self.changed.extend(records.filter_map(|record| record.link(of.link)));
        }
    }
}

impl LastHeard {
    fn quiet(&mut self, book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Quiet> {
        let joined = index.joined(book, &PARTNER);
        if !self.changed.is_empty() {
            let more: Vec<Id> = self.changed.iter().copied().chain(joined.saying()).collect();
            self.changed.extend(more.into_iter().flat_map(|id| [id, joined.shown(id)]));
        }
        for id in std::mem::take(&mut self.changed) {
            if let Some(known) = self.partners.remove(&id) {
                self.until.remove(&(known.until, id));
            }
            // Nobody is asked to call a partner that is shown as another.
            let record = book.alive(PARTNER.id, id).map(|record| &**record).filter(|_| joined.shown(id) == id);
            if let Some(heard) = record.and_then(|record| heard(book, index, record)) {
                self.until.insert((heard.until, id));
                self.partners.insert(id, heard);
            }
        }
        let over = self.until.iter().take_while(|(until, _)| *until < today);
        let quiet = |(_, partner): &(NaiveDate, Id)| {
            let heard = self.partners.get(partner)?;
            Some(Quiet { partner: *partner, days: (today - heard.since).num_days(), ever: heard.ever })
        };
        over.filter_map(quiet).collect()
    }
}

fn last_contact() -> Option<&'static Field> {
    PARTNER.field(partner::LAST_CONTACT.key())
}

fn heard(book: &Book, index: &mut Index, record: &Record) -> Option<Heard> {
    let status = partner::STATUS.of(record).unwrap_or_default();
    let (_, allowed) = QUIET_AFTER_DAYS.iter().find(|(of, _)| *of == status)?;
    let last = query::day_in(book, index, last_contact()?, record);
    let written = || {
        let first = record.slots().map(|(_, slot)| slot.stamp.tick.ms()).min()?;
        Some(DateTime::from_timestamp_millis(i64::try_from(first).ok()?)?.date_naive())
    };
    let since = last.or_else(written)?;
    Some(Heard { since, until: since.checked_add_signed(TimeDelta::days(*allowed))?, ever: last.is_some() })
}

#[cfg(test)]
mod tests;

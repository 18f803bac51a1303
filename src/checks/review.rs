//! Which partners nobody has looked at for a while: “Regularly track the relationship status of local partners”. Looked at
//! is who was reviewed, or whose status somebody set.

use super::kinds::{PARTNER_REVIEW, review_fields as review};
use crate::log::hash::derived_id;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::{filled, linking_to_all};
use crate::model::library::{LIBRARY, fields as library};
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::{date, order};
use crate::partners::{PARTNER, partner_fields as partner};
use crate::work::library::library_id;
use chrono::{DateTime, Months, NaiveDate};

/// After how many months a partner is to be looked at, by what the library says; where it says nothing, the first.
const EVERY: &[(&str, u32)] = &[("quarter", 3), ("month", 1), ("half_year", 6), ("year", 12)];

/// A partner to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToReview {
    /// The partner, by the record that stands for it.
    pub partner: Id,
    /// When somebody last looked at it, or set its status.
    pub since: NaiveDate,
}

/// After how many months partners are to be looked at; never where the library says so.
fn every(book: &Book) -> Option<Months> {
    let said = book.alive(LIBRARY.id, library_id()).and_then(|record| library::REVIEW_EVERY.of(record));
    let every = match said {
        Some("never") => return None,
        Some(said) => EVERY.iter().find(|(key, _)| *key == said),
        None => None,
    };
    every.or(EVERY.first()).map(|(_, months)| Months::new(*months))
}

/// The partners that nobody has looked at for as long as the library says, those first that were left longest.
pub fn to_review(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<ToReview> {
    let Some(before) = every(book).and_then(|every| today.checked_sub_months(every)) else { return Vec::new() };
    let mut all = by_review(book, index);
    all.retain(|one| one.since < before);
    all
}

/// All partners by when they were last looked at, those first that were left longest. What ended is left alone.
pub fn by_review(book: &Book, index: &mut Index) -> Vec<ToReview> {
    let joined = index.joined(book, &PARTNER);
    let mut all = Vec::new();
    for own in book.living(PARTNER.id).filter(|record| joined.shown(record.id) == record.id) {
        let shown = filled(book, index, &PARTNER, own);
        let shown = shown.as_ref().unwrap_or(own);
        if partner::STATUS.of(shown) == Some("ended") {
            continue;
        }
        let reviews = linking_to_all(book, index, review::PARTNER.path(), &PARTNER, own.id).into_iter();
        let reviewed = reviews.filter_map(|record| review::WHEN.of(record).and_then(date::day)).max();
        let since = reviewed.max(status_set(shown));
        all.extend(since.map(|since| ToReview { partner: own.id, since }));
    }
    order::sort_by_key(&mut all, |one| (one.since, one.partner));
    all
}

/// When the status of a partner was set; where it has none, when the first word of it was written.
fn status_set(record: &Record) -> Option<NaiveDate> {
    let ms = match record.slot(partner::STATUS.key()) {
        Some(slot) => Some(slot.stamp.tick.ms()),
        None => record.slots().map(|(_, slot)| slot.stamp.tick.ms()).min(),
    };
    Some(DateTime::from_timestamp_millis(i64::try_from(ms?).ok()?)?.date_naive())
}

/// What to write so that a partner was looked at today and stands as somebody says: its status only where that is another
/// than before. Nothing for a partner that is not there. Two tablets that look at it on one day make one record.
pub fn reviewed(book: &Book, of: Id, status: &str, author: Author) -> Vec<RecordWrite> {
    let Some(record) = book.alive(PARTNER.id, of) else { return Vec::new() };
    let today = author.now.today();
    let mut values = vec![review::PARTNER.is(of), review::WHEN.is(today.to_string())];
    values.extend(author.by.map(|by| review::STAFF.is(by)));
    let mut rows = vec![(PARTNER_REVIEW.id, derived_id(&format!("review of {of} on {today}")), order::values(values))];
    let known = partner::STATUS.of(record).unwrap_or_default();
    if !status.is_empty() && known != status {
        rows.push((PARTNER.id, of, order::values([partner::STATUS.is(status)])));
    }
    rows
}

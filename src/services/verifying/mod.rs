//! Services are verified by phone, one after the other: those first of which people would otherwise be told “Call first”, of
//! these the ones that are given most, of these the ones that were left longest.
//!
//! What nobody could reach twice is in no answer, and listed here, so that somebody tries once more or takes it out.

#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(test)]
mod tests;
pub mod words;

use super::answers::{Verified, all_words};
use super::hours::STALE_AFTER_DAYS;
use super::kinds::referral::{REFERRAL, fields as referral};
use super::kinds::service::SERVICE;
use super::kinds::verification::{CHANGED, NOT_REACHED, STILL_SO, VERIFICATION, fields as verification, last_checks};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date;
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use crate::model::value::Value;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashMap;

/// After how many days a service is verified once more: half of those after which nobody may say for sure that it is open.
pub const AGAIN_AFTER_DAYS: i64 = STALE_AFTER_DAYS / 2;

/// A service to verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToVerify {
    /// The service.
    pub service: Id,
    /// When somebody verified it last, and who, if anybody ever has.
    pub verified: Option<Verified>,
    /// When nobody could be reached, for the last time after that.
    pub missed: Option<NaiveDate>,
    /// How often it was given to somebody in the last 180 days.
    pub given: usize,
}

impl ToVerify {
    /// When somebody verified it last.
    fn since(&self) -> Option<NaiveDate> {
        self.verified.map(|verified| verified.day)
    }
}

/// What is to be verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// The services that are due, in the order of the calls.
    pub due: Vec<ToVerify>,
    /// Those that are in no answer, for nobody could reach them twice; those first that were tried longest ago.
    pub hidden: Vec<ToVerify>,
}

/// What is to be verified today.
pub fn round(book: &Book, index: &mut Index, today: NaiveDate) -> Round {
    let given = given(book, today);
    let missed = last_checks(book, |result| result == Some(NOT_REACHED));
    let mut round = Round::default();
    for word in all_words(book, index) {
        let (service, verified) = (word.service, word.verified);
        let since = verified.map(|verified| verified.day);
        let missed = missed.get(&service).copied().filter(|day| since.is_none_or(|since| since < *day));
        let one = ToVerify { service, verified, missed, given: given.get(&service).copied().unwrap_or_default() };
        // A day in the future was written by a clock that was wrong; one day ahead is another time zone.
        let fresh = since.is_some_and(|day| (-1..AGAIN_AFTER_DAYS).contains(&(today - day).num_days()));
        match () {
            () if word.hidden => round.hidden.push(one),
            // Who was called in vain today is not called again today.
            () if !fresh && missed != Some(today) => round.due.push(one),
            () => {}
        }
    }
    let stale = |one: &ToVerify| one.since().is_none_or(|day| (today - day).num_days() > STALE_AFTER_DAYS);
    order::sort_by_key(&mut round.due, |one| (!stale(one), Reverse(one.given), one.since(), one.service));
    order::sort_by_key(&mut round.hidden, |one| (one.missed, one.service));
    round
}

/// How often each service was given to somebody in the last 180 days.
fn given(book: &Book, today: NaiveDate) -> HashMap<Id, usize> {
    let mut given = HashMap::new();
    for one in book.living(REFERRAL.id) {
        let day = referral::WHEN.of(one).and_then(date::day_of);
        if day.is_some_and(|day| (today - day).num_days() <= STALE_AFTER_DAYS) {
            // The same one twice in a referral is one.
            let mut named: Vec<Id> = referral::SERVICES.iter().filter_map(|field| field.of(one)).collect();
            named.sort_unstable();
            named.dedup();
            named.into_iter().for_each(|service| *given.entry(service).or_default() += 1);
        }
    }
    given
}

/// What somebody learned at a call.
#[derive(Clone, Debug)]
pub enum Learned {
    /// All of it is still so.
    StillSo,
    /// These fields changed.
    Changed(Vec<&'static Field>),
    /// Nobody could be reached.
    NotReached,
}

/// The record of a call. What changed is named by the labels of the fields, in the language of whoever called.
pub fn verified(id: Id, service: Id, learned: &Learned, author: Author, lang: Lang) -> RecordWrite {
    let result = match learned {
        Learned::StillSo => STILL_SO,
        Learned::Changed(_) => CHANGED,
        Learned::NotReached => NOT_REACHED,
    };
    let mut values = vec![
        verification::SERVICE.is(service),
        verification::RESULT.is(result),
        verification::WHEN.is(author.now.today().to_string()),
    ];
    values.extend(author.by.map(|by| verification::STAFF.is(by)));
    if let Learned::Changed(fields) = learned {
        let labels: Vec<&str> = fields.iter().map(|field| field.label.get(lang)).collect();
        values.push(("note", Value::text(labels.join(", "))));
    }
    (VERIFICATION.id, id, order::values(values))
}

/// What is asked at a call, in the order of the call.
pub const ASKED: [&str; 10] = [
    "hours",
    "hours_to",
    "alert",
    "phone",
    "eligibility",
    "documents",
    "fees",
    "languages",
    "transportation",
    "status",
];

/// The fields that are asked at a call.
pub fn asked() -> impl Iterator<Item = &'static Field> {
    ASKED.iter().filter_map(|key| SERVICE.field(key))
}

//! Sessions of a series: made together, each a record of its own, changed together or alone.
//!
//! A session’s identity follows from the series and its day, so making the same ones twice, or on two tablets, makes them
//! once. A session that somebody deleted is not made again.

use super::copying::{OF_THE_DAY, PEOPLE, People, values_of};
use super::kinds::choices::{CANCELED, HELD, PLANNED};
use super::kinds::event::{EVENT, fields as event};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date::{self, Zone};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::recurrence::{End, Frequency, Nth, Rule};
use crate::model::same_as;
use crate::model::value::Value;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// The most sessions that a series has, the first one included.
pub const MOST: usize = 500;
/// The most weeks between two sessions.
pub const MOST_WEEKS: u32 = 52;

/// Why a series cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSeries {
    /// The event has no date yet.
    #[error("the event has no date")]
    NoDate,
    /// The number of weeks is none that can be.
    #[error("not a number of weeks")]
    Weeks,
    /// No last day was chosen.
    #[error("no last day")]
    NoLastDay,
    /// No session falls between the first one and the last day.
    #[error("no session in between")]
    Nothing,
    /// There would be so many.
    #[error("{0} sessions are too many")]
    TooMany(usize),
}

/// The days of a series from its first one on: every so many weeks, until a day that may be the last one.
///
/// # Errors
/// If there would be no session after the first, or more than [`MOST`].
pub fn days(first: NaiveDate, weeks: u32, until: NaiveDate) -> Result<Vec<NaiveDate>, NoSeries> {
    if !(1..=MOST_WEEKS).contains(&weeks) {
        return Err(NoSeries::Weeks);
    }
    let days: Vec<NaiveDate> = rule(first, weeks, until).days(first).collect();
    match days.len() {
        0 | 1 => Err(NoSeries::Nothing),
        count if count > MOST => Err(NoSeries::TooMany(count)),
        _ => Ok(days),
    }
}

/// What such a series follows: the weekday of its first day, every so many weeks.
pub fn rule(first: NaiveDate, weeks: u32, until: NaiveDate) -> Rule {
    let weekdays = vec![Nth { nth: 0, weekday: first.weekday() }];
    Rule { weekdays, end: End::On(until), ..Rule::every(weeks, Frequency::Weekly) }
}

/// The day of an event, as clocks showed it where it was written.
pub fn day_of(record: &Record) -> Result<NaiveDate, NoSeries> {
    event::WHEN.of(record).and_then(date::day_of).ok_or(NoSeries::NoDate)
}

/// The identity of a session.
fn session_id(series: Id, day: NaiveDate) -> Id {
    derived_id(&format!("session {series} {day}"))
}

/// The first session of the series that an event belongs to; itself where it belongs to none.
fn first_of(record: &Record) -> Id {
    event::SERIES.of(record).unwrap_or(record.id)
}

/// What to write for a series of sessions like an event, one on each of these days but its own; and how many sessions that
/// are. What is there already, or was deleted, is left as it is.
pub fn sessions(
    book: &Book,
    index: &mut Index,
    from: Id,
    days: &[NaiveDate],
    zone: &dyn Zone,
) -> (Vec<RecordWrite>, usize) {
    let Some((original, own)) = book.alive(EVENT.id, from).and_then(|record| Some((record, day_of(record).ok()?)))
    else {
        return (Vec::new(), 0);
    };
    let series = first_of(original);
    let with = all_people(book, index, from);
    let mut rows = Vec::new();
    let mut made = 0;
    for day in days.iter().filter(|day| **day != own) {
        let id = session_id(series, *day);
        let Some(times) = times_on(original, *day, zone).filter(|_| book.record(EVENT.id, id).is_none()) else {
            continue;
        };
        let mut values = values_of(&EVENT, original, OF_THE_DAY);
        values.extend([event::STATUS.is(PLANNED), event::SERIES.is(series)]);
        values.extend(times);
        rows.push((EVENT.id, id, order::values(values)));
        made += 1;
        rows.extend(with.iter().map(|(people, record)| made_at(*people, record, id)));
    }
    // The first one knows that it is one of several.
    if made > 0 && event::SERIES.of(original).is_none() {
        rows.push((EVENT.id, from, order::values([event::SERIES.is(series)])));
    }
    (rows, made)
}

/// Who takes part in an event, record by record.
fn all_people<'b>(book: &'b Book, index: &mut Index, event: Id) -> Vec<(People, &'b Record)> {
    let mut all = Vec::new();
    for people in PEOPLE {
        all.extend(index.linking_to(book, people.event.path(), event).into_iter().map(|record| (people, record)));
    }
    all
}

/// Somebody who takes part in an event, made for a session: under an identity that follows from both.
fn made_at(people: People, record: &Record, session: Id) -> RecordWrite {
    let id = derived_id(&format!("{} in {session}", record.id));
    (people.kind.id, id, order::values(people.values_at(record, session)))
}

/// What to write so that those who take part in an event take part in a later session, too, and in the same way. Nobody is
/// taken off it, and whoever was taken off it stays away.
fn people_at(book: &Book, index: &mut Index, with: &[(People, &Record)], session: Id) -> Vec<RecordWrite> {
    let there = all_people(book, index, session);
    let who = |(people, record): &(People, &Record)| {
        Some((people.kind.id, same_as::canonical(book, people.is.id, people.who.of(*record)?)))
    };
    let mut rows = Vec::new();
    for one in with {
        let (people, record) = *one;
        let same = |other: &&(People, &Record)| who(other) == who(one);
        let known: Vec<&Record> = there.iter().filter(same).map(|(_, record)| *record).collect();
        let (kind, id, values) = made_at(people, record, session);
        match known[..] {
            [] if book.record(kind, id).is_none() => rows.push((kind, id, values)),
            // Of somebody who takes part in two ways nobody can say which of them is which.
            [known] if with.iter().filter(same).count() == 1 => {
                let differs = |key: &str, value: &Value| key != people.who.key() && known.get(key) != Some(value);
                let set = order::map(values.into_iter().filter(|(key, value)| differs(key, value)));
                rows.extend((!set.is_empty()).then_some((kind, known.id, set)));
            }
            _ => {}
        }
    }
    rows
}

/// When an event would begin and end on another day: at the same time on the wall clock there and then.
fn times_on(record: &Record, day: NaiveDate, zone: &dyn Zone) -> Option<Vec<(&'static str, Value)>> {
    let when = date::to_local(event::WHEN.of(record)?)?;
    let own = date::day_of(event::WHEN.of(record)?)?;
    let (_, time) = when.split_once('T')?;
    let mut times = vec![event::WHEN.is(date::from_local(&format!("{day}T{time}"), zone)?)];
    if let Some(ends) = event::ENDS.of(record).and_then(date::to_local) {
        let (ends_on, time) = ends.split_once('T')?;
        let on = day.checked_add_signed(date::day(ends_on)?.signed_duration_since(own))?;
        times.push(event::ENDS.is(date::from_local(&format!("{on}T{time}"), zone)?));
    }
    Some(times)
}

/// Every session of the series that an event belongs to, itself included, by when it is; none where it belongs to none.
pub fn all(book: &Book, index: &mut Index, of: Id) -> Vec<Id> {
    let Some(series) = book.alive(EVENT.id, of).and_then(|record| event::SERIES.of(record)) else { return Vec::new() };
    let mut sessions: Vec<(Option<DateTime<FixedOffset>>, Id)> = index
        .linking_to(book, event::SERIES.path(), series)
        .into_iter()
        .map(|record| (event::WHEN.of(record).and_then(date::moment), record.id))
        .collect();
    order::sort_by_key(&mut sessions, |session| *session);
    sessions.into_iter().map(|(_, id)| id).collect()
}

/// The sessions after an event that are still to come: neither held nor canceled.
pub fn later<'b>(book: &'b Book, index: &mut Index, of: Id) -> Vec<&'b Record> {
    let all = all(book, index, of);
    let after = all.iter().skip_while(|id| **id != of).skip(1);
    let records = after.filter_map(|id| book.alive(EVENT.id, *id)).map(|record| &**record);
    records.filter(|record| !matches!(event::STATUS.of(*record), Some(HELD | CANCELED))).collect()
}

/// What to write so that the later sessions say what this one says, at its time of day, each on its own day, and have those
/// who take part in it; and how many of them that changes.
pub fn change_later(book: &Book, index: &mut Index, from: Id, zone: &dyn Zone) -> (Vec<RecordWrite>, usize) {
    let Some(original) = book.alive(EVENT.id, from) else { return (Vec::new(), 0) };
    let with = all_people(book, index, from);
    let fields: Vec<&str> = EVENT.fields().map(|field| field.key).filter(|key| !OF_THE_DAY.contains(key)).collect();
    let (mut rows, mut changed) = (Vec::new(), 0);
    for session in later(book, index, from) {
        let before = rows.len();
        let own = fields.iter().map(|key| (*key, original.get(key).cloned().unwrap_or(Value::Null)));
        let times = day_of(session).ok().and_then(|day| times_on(original, day, zone)).unwrap_or_default();
        let differs = |key: &str, value: &Value| match session.get(key) {
            Some(held) => held != value && !(held.is_blank() && value.is_blank()),
            None => !value.is_blank(),
        };
        let set = own.chain(times).filter(|(key, value)| differs(key, value));
        let set: BTreeMap<String, Value> = order::values(set);
        if !set.is_empty() {
            rows.push((EVENT.id, session.id, set));
        }
        rows.extend(people_at(book, index, &with, session.id));
        changed += usize::from(rows.len() > before);
    }
    (rows, changed)
}

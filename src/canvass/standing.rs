//! How a door stands: what happened there, what those behind it wish, and whether it waits for a knock.

use super::code;
use super::kinds::door::{DOOR, fields as door};
use super::kinds::door_list::{ATTEMPTS, DAYS_APART, DOOR_LIST, fields as door_list};
use super::kinds::visit::{COME_BACK, NOT_HOME, OUTCOMES, TIMES, VISIT, fields as visit};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::field::Choice;
use crate::model::handle::NumberField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins;
use crate::model::order;
use crate::model::record::Record;
use crate::model::same_as::{self, SAME_AS};
use crate::model::value::Value;
use crate::work::head::Identity;
use crate::work::tap;
use chrono::{Datelike, Days, NaiveDate, Timelike, Weekday};

/// The outcomes after which a door is tried again.
const OPEN_OUTCOMES: [&str; 4] = [NOT_HOME, COME_BACK, "no_access", "other"];

/// The identity of the door at an address. Two tablets that import the same list independently make the same doors.
pub fn door_id(key: &str) -> Id {
    derived_id(&format!("door {key}"))
}

/// What happened at a door the last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Last {
    /// The visit.
    pub visit: Id,
    /// What happened.
    pub outcome: &'static Choice,
    /// When, as the clock of that tablet had it, RFC 3339.
    pub when: String,
    /// Who of the library.
    pub by: Option<Id>,
    /// What was said.
    pub heard: String,
}

/// Why a door is left alone for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Those behind it do not want to be contacted.
    DoNotContact,
    /// It was tried as often as its list allows.
    Attempts(usize),
    /// It was tried too short a time ago.
    Until(NaiveDate),
    /// Nothing is left to do there.
    Settled,
}

/// How a door stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// How often somebody knocked.
    pub attempts: usize,
    /// How often nobody opened.
    pub not_home: usize,
    /// The last visit, by what was known when it was written.
    pub last: Option<Last>,
    /// Why it is left alone for now, if it is.
    pub rest: Option<Rest>,
    /// The part of the day to try next, after nobody opened: a key of [`TIMES`].
    pub try_next: Option<&'static str>,
}

/// The visits of doors, the first known one first. Clocks may be set back, so the order is that of what was known.
pub(crate) fn visits<'b>(book: &'b Book, index: &mut Index, doors: &[Id]) -> Vec<&'b Record> {
    let mut visits: Vec<&Record> = Vec::new();
    for door in doors {
        visits.extend(index.linking_to(book, visit::DOOR.path(), *door));
    }
    order::sort_by_key(&mut visits, |visit| (visit.begun(), visit.id));
    visits
}

/// A door and all that were said to be the same as it. Those whose record was deleted since are still the same door:
/// what happened there and what was wished there holds.
pub(crate) fn same_doors(book: &Book, index: &mut Index, door: Id) -> Vec<Id> {
    joins::all_same(book, index, DOOR.id, door)
}

/// Whether those behind one of these doors do not want to be contacted.
pub(crate) fn avoided(book: &Book, doors: &[Id]) -> bool {
    let mut known = doors.iter().filter_map(|door| book.record(DOOR.id, *door));
    known.any(|record| door::DO_NOT_CONTACT.of(record))
}

/// What is known of a door, whatever day it is.
pub(crate) struct Known {
    pub(crate) attempts: usize,
    pub(crate) last: Option<Last>,
    pub(crate) resting: Resting,
    not_home: usize,
    try_next: Option<&'static str>,
}

/// Why a door is left alone, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resting {
    /// It is not.
    No,
    /// For good.
    Always(Rest),
    /// Until a day.
    Until(NaiveDate),
}

impl Resting {
    /// Why it is left alone on a day.
    pub(crate) fn on(self, today: NaiveDate) -> Option<Rest> {
        match self {
            Resting::No => None,
            Resting::Always(rest) => Some(rest),
            Resting::Until(day) => (day > today).then_some(Rest::Until(day)),
        }
    }
}

/// How a door stands at present; the visits and wishes of doors said to be the same are its own.
pub fn standing(book: &Book, index: &mut Index, record: &Record, now: Now) -> Standing {
    let Known { attempts, last, resting, not_home, try_next } = known(book, index, record);
    Standing { attempts, not_home, last, rest: resting.on(now.today()), try_next }
}

/// What is known of a door and of those that were said to be the same.
pub(crate) fn known(book: &Book, index: &mut Index, record: &Record) -> Known {
    let doors = same_doors(book, index, record.id);
    let visits = visits(book, index, &doors);
    let outcome = |record: &Record| OUTCOMES.iter().find(|known| Some(known.key) == visit::OUTCOME.of(record));
    let last = visits.iter().rev().find_map(|record| {
        Some(Last {
            visit: record.id,
            outcome: outcome(record)?,
            when: visit::WHEN.of(record).unwrap_or_default().to_owned(),
            by: visit::STAFF.of(record),
            heard: visit::HEARD.of(record).unwrap_or_default().to_owned(),
        })
    });
    let not_home = visits.iter().filter(|record| visit::OUTCOME.of(*record) == Some(NOT_HOME));
    let not_home: Vec<&str> = not_home.filter_map(|record| visit::WHEN.of(*record)).collect();
    let attempts = visits.len();
    let try_next = match last.as_ref().is_some_and(|last| last.outcome.key == NOT_HOME) {
        true => another_time(&not_home),
        false => None,
    };
    let again = last.as_ref().and_then(|last| visit::AGAIN.of(book.record(VISIT.id, last.visit)?).and_then(date::day));
    let resting = match avoided(book, &doors) {
        true => Resting::Always(Rest::DoNotContact),
        false => resting(book, record, attempts, last.as_ref(), again),
    };
    Known { attempts, last, resting, not_home: not_home.len(), try_next }
}

fn resting(book: &Book, record: &Record, attempts: usize, last: Option<&Last>, again: Option<NaiveDate>) -> Resting {
    let Some(last) = last else { return Resting::No };
    if !OPEN_OUTCOMES.contains(&last.outcome.key) {
        return Resting::Always(Rest::Settled);
    }
    // What was promised counts more than any rule.
    if let Some(again) = again.filter(|_| last.outcome.key == COME_BACK) {
        return Resting::Until(again);
    }
    let list = door::LIST.of(record).and_then(|id| book.alive(DOOR_LIST.id, id));
    let rule = |field: NumberField, usual| list.and_then(|list| field.of(list)).unwrap_or(usual);
    if attempts >= rule(door_list::ATTEMPTS, ATTEMPTS) as usize {
        return Resting::Always(Rest::Attempts(attempts));
    }
    let days = Days::new(rule(door_list::DAYS_APART, DAYS_APART) as u64);
    let until = date::day_of(&last.when).and_then(|day| day.checked_add_days(days));
    until.map_or(Resting::No, Resting::Until)
}

/// A part of the day at which nobody was tried yet: evenings first, for most people work by day.
fn another_time(not_home: &[&str]) -> Option<&'static str> {
    let tried: Vec<&str> = not_home.iter().filter_map(|when| part_of_day(when)).collect();
    ["evening", "weekend", "morning", "afternoon"].into_iter().find(|part| !tried.contains(part))
}

/// The part of the day of a moment, a key of [`TIMES`].
pub fn part_of_day(when: &str) -> Option<&'static str> {
    let moment = date::moment(when)?;
    let part = match (moment.weekday(), moment.hour()) {
        (Weekday::Sat | Weekday::Sun, _) => "weekend",
        (_, 0..12) => "morning",
        (_, 12..17) => "afternoon",
        _ => "evening",
    };
    TIMES.iter().find(|time| time.key == part).map(|time| time.key)
}

/// The canonical door of this one: itself, or the one that it is an alias of.
pub fn canonical_door(book: &Book, door: Id) -> Id {
    same_as::canonical(book, DOOR.id, door)
}

/// The doors that are shown: neither deleted nor aliases of another.
pub(crate) fn shown_doors(book: &Book) -> impl Iterator<Item = &Record> {
    book.living(DOOR.id).map(|door| &**door).filter(|door| is_shown(book, door))
}

/// Whether a door that is there is no alias of another.
pub(crate) fn is_shown(book: &Book, door: &Record) -> bool {
    door.get(SAME_AS).is_none_or(Value::is_blank) || canonical_door(book, door.id) == door.id
}

/// The doors with a code, as [`code::code`] writes it.
pub fn doors_with_code<'b>(book: &'b Book, written: &str) -> Vec<&'b Record> {
    shown_doors(book).filter(|door| code::code(door.id) == written).collect()
}

/// The identity of the visit that a tap makes at a door that stood as the person saw it. A tap that comes twice, or
/// before the first one is seen, is one visit; the next knock at the same door is another.
pub fn visit_id(book: &Book, me: &Identity, door: Id, seen: Option<&Standing>) -> Id {
    let attempts = seen.map_or(0, |standing| standing.attempts);
    let last = seen.and_then(|standing| standing.last.as_ref()).map(|last| last.visit.to_string());
    let seen = format!("{door} {attempts} {}", last.unwrap_or_default());
    tap::identity(book, me, VISIT.id, &seen, |record| visit::DOOR.of(record) == Some(door))
}

/// The values a new visit begins with.
pub fn knock(door: Id, outcome: &str, by: Option<Id>, now: Now) -> Vec<(&'static str, Value)> {
    let mut values = vec![visit::DOOR.is(door), visit::OUTCOME.is(outcome), visit::WHEN.is(now.to_stored())];
    values.extend(by.map(|by| visit::STAFF.is(by)));
    values
}

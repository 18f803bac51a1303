//! The rules of a time zone, found by asking when clocks change there: whoever reads a calendar needs them, and no table of
//! all zones has to be carried along for the one in which a library lies.

use crate::model::date::{Zone, compact};
use crate::model::recurrence::Nth;
use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, Timelike};
use std::ops::RangeInclusive;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
/// How many years are asked for at least: the last Sunday of a month is its fourth one in some years.
const YEARS: i32 = 8;
/// How many years are asked for at most. Whoever has more of them in one file has them in UTC.
const MOST_YEARS: i32 = 60;

/// A change of the clocks that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which month.
    pub month: u32,
    /// On which weekday of it.
    pub on: Nth,
    /// The minute of the day that clocks show then, before they are changed.
    pub minute: u32,
    /// Minutes east of UTC before.
    pub from: i32,
    /// Minutes east of UTC after.
    pub to: i32,
    /// What clocks showed when they were changed so for the first time that matters.
    pub first: NaiveDateTime,
}

/// How clocks go in a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rules {
    /// They are never changed; minutes east of UTC.
    Still(i32),
    /// They are set forward and back every year.
    Changing(Box<[Change; 2]>),
}

/// The rules of a zone over these years; none if no rule of this kind fits what clocks do there.
pub fn rules(zone: &(impl Zone + ?Sized), years: RangeInclusive<i32>) -> Option<Rules> {
    // From the year before, so that every moment has a change before it.
    let first = years.start().checked_sub(1)?;
    let last = (*years.end()).max(first + YEARS);
    if last - first > MOST_YEARS {
        return None;
    }
    let changes = changes(zone, start_of(first)?, start_of(last + 1)?);
    if changes.is_empty() {
        return Some(Rules::Still(zone.offset_at(start_of(first)?)));
    }
    let mut by_year = [Vec::new(), Vec::new()];
    changes.iter().for_each(|change| by_year[usize::from(change.to < change.from)].push(*change));
    let yearly = |changes: &Vec<Seen>| yearly(changes, first..=last);
    let [forward, back] = by_year;
    Some(Rules::Changing(Box::new([yearly(&forward)?, yearly(&back)?])))
}

/// A change of the clocks as it was seen.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// What clocks showed before.
    at: NaiveDateTime,
    from: i32,
    to: i32,
}

fn start_of(year: i32) -> Option<i64> {
    Some(NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis())
}

/// What clocks show at a moment.
pub(super) fn shown(ms: i64, offset: i32) -> Option<NaiveDateTime> {
    DateTime::from_timestamp_millis(ms + i64::from(offset) * MINUTE_MS).map(|moment| moment.naive_utc())
}

fn changes(zone: &(impl Zone + ?Sized), from: i64, to: i64) -> Vec<Seen> {
    let mut seen = Vec::new();
    let (mut at, mut offset) = (from, zone.offset_at(from));
    while at < to {
        let next = at + DAY_MS;
        let then = zone.offset_at(next);
        if then != offset {
            // To the minute, between the two.
            let (mut before, mut after) = (at / MINUTE_MS, next / MINUTE_MS);
            while after - before > 1 {
                let middle = before.midpoint(after);
                if zone.offset_at(middle * MINUTE_MS) == offset { before = middle } else { after = middle }
            }
            seen.extend(shown(after * MINUTE_MS, offset).map(|at| Seen { at, from: offset, to: then }));
        }
        (at, offset) = (next, then);
    }
    seen
}

/// The one rule that changes follow, one in each year.
fn yearly(seen: &[Seen], years: RangeInclusive<i32>) -> Option<Change> {
    let first = seen.first()?;
    let minute = |seen: &Seen| seen.at.hour() * 60 + seen.at.minute();
    let alike = |other: &Seen| {
        let same = |of: &Seen| (of.at.month(), of.at.weekday(), minute(of), of.from, of.to);
        same(other) == same(first)
    };
    if !seen.iter().map(|seen| seen.at.year()).eq(years) || !seen.iter().all(alike) {
        return None;
    }
    let nth = |seen: &Seen| i8::try_from(seen.at.day0() / 7 + 1).ok();
    let is_last = |seen: &Seen| {
        let next = seen.at.date().with_day(1).and_then(|day| day.checked_add_months(Months::new(1)));
        next.is_some_and(|next| (next - seen.at.date()).num_days() <= 7)
    };
    let nth = match nth(first) {
        at if seen.iter().all(|seen| nth(seen) == at) => at?,
        _ if seen.iter().all(is_last) => -1,
        _ => return None,
    };
    let on = Nth { nth, weekday: first.at.weekday() };
    Some(Change { month: first.at.month(), on, minute: minute(first), from: first.from, to: first.to, first: first.at })
}

/// A moment of clocks as the standard writes it, without a zone.
pub(super) fn written(at: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", compact(at.date()), at.hour(), at.minute(), at.second())
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

impl Rules {
    /// The zone’s part of a calendar: its lines, none of them long.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
        let mut part = |of: &str, starts: &str, from: i32, to: i32, rule: Option<String>| {
            lines.push(format!("BEGIN:{of}"));
            lines.push(format!("DTSTART:{starts}"));
            lines.push(format!("TZOFFSETFROM:{}", offset(from)));
            lines.push(format!("TZOFFSETTO:{}", offset(to)));
            lines.extend(rule);
            lines.push(format!("END:{of}"));
        };
        match self {
            Rules::Still(minutes) => part("STANDARD", "19700101T000000", *minutes, *minutes, None),
            Rules::Changing(changes) => {
                for (of, change) in ["DAYLIGHT", "STANDARD"].into_iter().zip(changes.iter()) {
                    let rule = format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}", change.month, change.on);
                    part(of, &written(change.first), change.from, change.to, Some(rule));
                }
            }
        }
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }
}

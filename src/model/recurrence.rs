//! Days that come again and again: “every other Thursday”, “the second Tuesday of the month”.
//!
//! The rules are those of RFC 5545, 3.3.10, for days: `DAILY`, `WEEKLY`, `MONTHLY` and `YEARLY` with `INTERVAL`, `BYDAY`,
//! `BYMONTHDAY`, `BYMONTH`, `BYSETPOS`, `WKST`, and `COUNT` or `UNTIL`. A day that a month does not have, such as its 31st or its
//! fifth Tuesday, is left out and never moved. What a rule says of hours belongs to no day, and is refused.

mod on;
mod read;

pub use self::read::RuleError;

use super::date::compact;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// How far a rule is followed that finds no end by itself: a hundred years.
const HORIZON: Months = Months::new(1200);

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// By days.
    Daily,
    /// By weeks.
    Weekly,
    /// By months.
    Monthly,
    /// By years.
    Yearly,
}

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Never.
    Never,
    /// After so many days, the first one included.
    After(u32),
    /// After this day, which may be the last one.
    On(NaiveDate),
}

/// A weekday, and which one of the month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// Counted from 1, or backward from −1; 0 for each of them.
    pub nth: i8,
    /// The weekday.
    pub weekday: Weekday,
}

/// Which days come again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Of how many days, weeks, months or years each last one counts; 1 for every one.
    pub interval: u32,
    /// On which weekdays; those of the first day where it is empty, as with all that follows.
    pub weekdays: Vec<Nth>,
    /// On which days of the month, from 1, or backward from −1.
    pub month_days: Vec<i8>,
    /// In which months, from 1.
    pub months: Vec<u8>,
    /// Which of the days that a week, month or year would have, from 1, or backward from −1; all where it is empty.
    pub positions: Vec<i16>,
    /// With which day a week begins: it tells which weeks every other one is.
    pub week_start: Weekday,
    /// When it ends.
    pub end: End,
}

impl Rule {
    /// Every so many of these, without an end.
    pub const fn every(interval: u32, frequency: Frequency) -> Rule {
        Rule {
            frequency,
            interval,
            weekdays: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
            end: End::Never,
        }
    }

    /// The days of this rule from a first one on, in their order. The first one is among them only if the rule says so.
    pub fn days(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let (until, count) = match self.end {
            End::Never => (None, usize::MAX),
            End::After(count) => (None, usize::try_from(count).unwrap_or(usize::MAX)),
            End::On(day) => (Some(day), usize::MAX),
        };
        let horizon = first.checked_add_months(HORIZON).unwrap_or(NaiveDate::MAX);
        let last = until.map_or(horizon, |until| until.min(horizon));
        let periods = (0u32..).map_while(move |at| self.period(first, at.checked_mul(self.interval.max(1))?));
        let periods = periods.take_while(move |begins| *begins <= last);
        let days = periods.flat_map(move |begins| self.days_of(begins, first));
        days.filter(move |day| *day >= first).take_while(move |day| *day <= last).take(count)
    }

    /// The first day of this rule that is this one or comes after it, counted from this one.
    pub fn first(&self, from: NaiveDate) -> Option<NaiveDate> {
        self.days(from).next()
    }

    /// The next days of this rule, counted from a first one, on a day or after it.
    pub fn coming(&self, first: NaiveDate, from: NaiveDate, count: usize) -> Vec<NaiveDate> {
        self.days(first).filter(|day| *day >= from).take(count).collect()
    }

    /// The day with which a period begins, that many after the one in which the first day lies.
    fn period(&self, first: NaiveDate, after: u32) -> Option<NaiveDate> {
        match self.frequency {
            Frequency::Daily => first.checked_add_days(Days::new(after.into())),
            Frequency::Weekly => {
                let into = first.weekday().days_since(self.week_start);
                let begins = first.checked_sub_days(Days::new(into.into()))?;
                begins.checked_add_days(Days::new(u64::from(after) * 7))
            }
            Frequency::Monthly => first.with_day(1)?.checked_add_months(Months::new(after)),
            Frequency::Yearly => NaiveDate::from_ymd_opt(first.year().checked_add(i32::try_from(after).ok()?)?, 1, 1),
        }
    }

    /// The days that a period has by this rule, in their order.
    fn days_of(&self, begins: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let months = match self.frequency {
            // Of a year, only the months that are meant are looked through.
            Frequency::Yearly => (0..12).filter(|month| self.has_month(month + 1, first)).collect(),
            _ => vec![0],
        };
        let parts = months.into_iter().filter_map(|month| begins.checked_add_months(Months::new(month)));
        let days = parts.flat_map(|begins| {
            let ends = match self.frequency {
                Frequency::Daily => begins.succ_opt(),
                Frequency::Weekly => begins.checked_add_days(Days::new(7)),
                Frequency::Monthly | Frequency::Yearly => begins.checked_add_months(Months::new(1)),
            };
            begins.iter_days().take_while(move |day| ends.is_none_or(|ends| *day < ends))
        });
        let days: Vec<NaiveDate> = days.filter(|day| self.has(*day, first)).collect();
        if self.positions.is_empty() {
            return days;
        }
        let count = days.len();
        let is_picked = |at: usize| self.positions.iter().any(|position| at_position(*position, count) == Some(at));
        days.into_iter().enumerate().filter(|(at, _)| is_picked(*at)).map(|(_, day)| day).collect()
    }

    /// Whether a day that lies in one of the periods is meant.
    fn has(&self, day: NaiveDate, first: NaiveDate) -> bool {
        let by_day = self.month_days.is_empty() || self.month_days.iter().any(|wanted| is_month_day(day, *wanted));
        let by_weekday = self.weekdays.is_empty() || self.weekdays.iter().any(|wanted| self.is_nth(day, *wanted));
        let as_first = match self.frequency {
            _ if !self.weekdays.is_empty() || !self.month_days.is_empty() => true,
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == first.weekday(),
            Frequency::Monthly | Frequency::Yearly => day.day() == first.day(),
        };
        self.has_month(day.month(), first) && by_day && by_weekday && as_first
    }

    /// Whether a month, from 1, is meant. Without anything else, a year has that of its first day.
    fn has_month(&self, month: u32, first: NaiveDate) -> bool {
        let as_first = self.frequency == Frequency::Yearly && self.weekdays.is_empty() && self.month_days.is_empty();
        match self.months.is_empty() {
            true => !as_first || month == first.month(),
            false => self.months.iter().any(|wanted| u32::from(*wanted) == month),
        }
    }

    fn is_nth(&self, day: NaiveDate, wanted: Nth) -> bool {
        if day.weekday() != wanted.weekday {
            return false;
        }
        let (at, of) = match self.frequency {
            Frequency::Monthly => (day.day0(), days_in_month(day)),
            Frequency::Yearly if !self.months.is_empty() => (day.day0(), days_in_month(day)),
            Frequency::Yearly => (day.ordinal0(), if day.leap_year() { 366 } else { 365 }),
            Frequency::Daily | Frequency::Weekly => return true,
        };
        match i64::from(wanted.nth) {
            0 => true,
            nth @ 1.. => i64::from(at / 7) + 1 == nth,
            nth => -i64::from((of - 1 - at) / 7) - 1 == nth,
        }
    }
}

/// Where a position that may count backward stands among so many.
fn at_position(position: i16, count: usize) -> Option<usize> {
    let position = isize::from(position);
    match position {
        1.. => usize::try_from(position - 1).ok(),
        _ => count.checked_add_signed(position).filter(|_| position < 0),
    }
}

fn is_month_day(day: NaiveDate, wanted: i8) -> bool {
    let wanted = i64::from(wanted);
    i64::from(day.day()) == wanted || i64::from(day.day()) - i64::from(days_in_month(day)) - 1 == wanted
}

fn days_in_month(day: NaiveDate) -> u32 {
    u32::from(day.num_days_in_month())
}

/// The two letters by which the standard calls a weekday.
pub const fn code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.nth {
            0 => f.write_str(code(self.weekday)),
            nth => write!(f, "{nth}{}", code(self.weekday)),
        }
    }
}

impl fmt::Display for Rule {
    /// As the standard writes it, without “RRULE:”.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.frequency {
            Frequency::Daily => "FREQ=DAILY",
            Frequency::Weekly => "FREQ=WEEKLY",
            Frequency::Monthly => "FREQ=MONTHLY",
            Frequency::Yearly => "FREQ=YEARLY",
        })?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYMONTHDAY", &self.month_days)?;
        list(f, "BYDAY", &self.weekdays)?;
        list(f, "BYSETPOS", &self.positions)?;
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", code(self.week_start))?;
        }
        match self.end {
            End::Never => Ok(()),
            End::After(count) => write!(f, ";COUNT={count}"),
            End::On(day) => write!(f, ";UNTIL={}", compact(day)),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, name: &str, items: &[impl fmt::Display]) -> fmt::Result {
    for (at, item) in items.iter().enumerate() {
        match at {
            0 => write!(f, ";{name}={item}")?,
            _ => write!(f, ",{item}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

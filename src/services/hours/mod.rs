//! When a service is open, as plain data, and the one answer to “is it open?” ([`standing`]) that badge, filter and print
//! ask.
//!
//! The data are those of the `schedule` of HSDS 3.0 (Open Referral): rules of RFC 5545, several spans a day, over midnight,
//! with the days between which they hold. Two ends differ: past the `until` of a rule a service is closed, for it was said
//! to end; past `valid_to` nobody knows. All times are those that clocks show where the library is.

pub mod clock;
mod coming;
mod day;
mod holidays;
pub mod reading;
pub mod said;
pub mod same_time;
mod standing;
#[cfg(test)]
mod tests;
mod why;
pub mod words;
mod writing;

pub use self::clock::Clock;
pub use self::coming::{OnDay, coming};
pub use self::same_time::{Meaning, SameTime};
pub use self::standing::{STALE_AFTER_DAYS, Standing, standing};
pub use self::why::Why;

use crate::model::recurrence::{Frequency, Nth, Rule};
use chrono::{NaiveDate, Weekday};

/// How many minutes a day has on a clock.
pub const DAY_MINUTES: u16 = 1440;

/// What happens on a day that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open {
    /// Open from a minute of the day, for so many minutes as clocks show them: over midnight where it is longer than what
    /// is left of the day.
    Span {
        /// The minute of the day at which it opens, below [`DAY_MINUTES`].
        opens: u16,
        /// For how many minutes, from 1 to [`DAY_MINUTES`].
        lasts: u16,
    },
    /// Only for those who have made an appointment.
    ByAppointment,
    /// Closed all day, whatever else is said of the day.
    Closed,
    /// Something is said that has two meanings, such as “9:00–9:00”.
    Unclear,
}

impl Open {
    /// Open all day and all night.
    pub const ALL_DAY: Open = Open::Span { opens: 0, lasts: DAY_MINUTES };
}

/// Days that come again, and what happens on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// On which days. Where it ends, the service is closed from then on.
    pub rule: Rule,
    /// The first day, from which the rule counts.
    pub first: NaiveDate,
    /// From which day on it is known to hold (`valid_from`).
    pub from: Option<NaiveDate>,
    /// Until which day it is known to hold (`valid_to`), this one included. Past it nobody knows.
    pub to: Option<NaiveDate>,
    /// What happens.
    pub open: Open,
}

impl Schedule {
    /// Every week on these days.
    pub fn weekly(days: &[Weekday], open: Open) -> Schedule {
        let weekdays = days.iter().map(|weekday| Nth { nth: 0, weekday: *weekday }).collect();
        Schedule::of(Rule { weekdays, ..Rule::every(1, Frequency::Weekly) }, open)
    }

    /// Every month on these days, such as the first Saturday.
    pub fn monthly(weekdays: Vec<Nth>, open: Open) -> Schedule {
        Schedule::of(Rule { weekdays, ..Rule::every(1, Frequency::Monthly) }, open)
    }

    /// By a rule for which it does not matter when it began, without an end.
    fn of(rule: Rule, open: Open) -> Schedule {
        Schedule { rule, first: long_ago(), from: None, to: None, open }
    }

    /// Whether it is known to hold on a day.
    fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Where rules begin that have no beginning: a Monday, the first of a month and of a year.
fn long_ago() -> NaiveDate {
    NaiveDate::from_ymd_opt(2001, 1, 1).unwrap_or_default()
}

/// The days of an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// From one day to another, both included.
    Between(NaiveDate, NaiveDate),
    /// The same day of every year: a month and a day, from 1.
    EveryYear(u32, u32),
    /// A month and a day, from 1, of a year that was not said: a holiday that moves. On that day of any year nobody knows.
    SomeYear(u32, u32),
}

/// Days on which it is otherwise than usual. It stands above what comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// On which days.
    pub days: Days,
    /// What happens on them.
    pub open: Vec<Open>,
}

/// When a service is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// What comes again.
    pub regular: Vec<Schedule>,
    /// What is otherwise. Where several say something of a day, the one of the fewest days counts, and of those the last.
    pub exceptions: Vec<Exception>,
    /// Whether it was said to be closed on holidays, without saying which.
    pub closed_on_holidays: bool,
    /// What was written and could not be understood, word for word.
    pub unread: Vec<String>,
}

impl Hours {
    /// Whether nothing at all is said.
    pub fn is_empty(&self) -> bool {
        self.regular.is_empty() && self.exceptions.is_empty() && !self.closed_on_holidays && self.unread.is_empty()
    }
}

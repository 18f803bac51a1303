//! Whether a rule means one day, without going through all days before it.

use super::{End, Frequency, HORIZON, Rule};
use chrono::{Datelike, Days, NaiveDate};

impl Rule {
    /// Whether a day is one of this rule's, counted from a first one: as [`Rule::days`] would find it, and in a time that
    /// does not grow with how long ago the first one was, unless the rule counts its days.
    pub fn is_on(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let horizon = first.checked_add_months(HORIZON).unwrap_or(NaiveDate::MAX);
        let until = if let End::On(until) = self.end { until } else { horizon };
        if day < first || day > until.min(horizon) || !self.is_in_a_period(first, day) {
            return false;
        }
        match self.end {
            End::Never | End::On(_) => true,
            End::After(_) => self.days(first).take_while(|found| *found <= day).last() == Some(day),
        }
    }

    /// Whether a day lies in one of the weeks, months or years that are meant, and is meant there.
    fn is_in_a_period(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let since = self.periods_until(first, day);
        let Some(at) = u32::try_from(since).ok().filter(|at| at.is_multiple_of(self.interval.max(1))) else {
            return false;
        };
        match self.positions.is_empty() {
            true => self.has(day, first),
            false => self.period(first, at).is_some_and(|begins| self.days_of(begins, first).contains(&day)),
        }
    }

    /// How many days, weeks, months or years lie between that of the first day and that of another one.
    fn periods_until(&self, first: NaiveDate, day: NaiveDate) -> i64 {
        let week = |day: NaiveDate| {
            let into = Days::new(day.weekday().days_since(self.week_start).into());
            day.checked_sub_days(into).unwrap_or(day)
        };
        let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        match self.frequency {
            Frequency::Daily => (day - first).num_days(),
            Frequency::Weekly => (week(day) - week(first)).num_days() / 7,
            Frequency::Monthly => month(day) - month(first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(first.year()),
        }
    }
}

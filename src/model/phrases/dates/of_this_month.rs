//! Days by their number alone: “the 15th”, “el 15”.

use super::{Found, ON, Reading, asks};
use crate::model::phrases::{When, Why, tables, times};
use chrono::{Datelike, Months, NaiveDate};

impl Reading<'_> {
    /// “The 15th”, “el 15”, “el día 15”: the next one.
    pub(super) fn of_this_month(self, at: usize) -> Option<Found> {
        let line = self.line;
        let spanish = line.after_any(at, &["el dia", "el", "dia"]);
        let start = spanish.or_else(|| line.after(at, "the"))?;
        let (day, ordinal) = line.number(start).filter(|(day, _)| (1..=31).contains(day))?;
        let next = start + 1;
        let leads = at == 0 || line.is_before(at, ON) || line.is_before(at, &["y", "o", "and", "or"]);
        let is_counted = line.is(next, tables::COUNTED)
            || line.is(next, tables::COUNTED_NTH)
            || line.is(next, &["%", "/", ":", "-"]);
        let ends = line.is_end(next)
            || line.is(next, &["at", "from", "in", "with", "for", "until", "a", "en", "con", "para", "de", "hasta"]);
        if !ordinal && spanish.is_none() || is_counted || !ends && !leads || line.is(next, &["of"]) {
            return None;
        }
        // “De” leads to a month, which would have been read before, or to an hour.
        if line.is(next, &["de"]) && times::time(line, next, false).is_none() {
            return None;
        }
        let month = self.around.today.with_day(1)?;
        let today = self.around.today;
        let near = |back: bool, by: u32| match back {
            true => month.checked_sub_months(Months::new(by)),
            false => month.checked_add_months(Months::new(by)),
        };
        let back = !self.ahead();
        let sought = |found: &NaiveDate| if back { *found <= today } else { *found >= today };
        // A month that has no such day is not passed over without a word.
        let (meant, later) = (0..3).find_map(|by| {
            let begins = near(back, by)?;
            let end = begins.with_day(u32::from(begins.num_days_in_month()))?;
            let found = begins.with_day(day);
            match found {
                Some(found) if sought(&found) => Some((Some(found), None)),
                None if by > 0 || day > today.day() => Some((None, Some((begins.month(), end)))),
                _ => None,
            }
        })?;
        let when = match (meant, later) {
            (Some(day), _) => When::Day(day),
            (None, Some((month, end))) => {
                let next = (1..3).find_map(|by| near(back, by)?.with_day(day));
                asks(Why::NoSuchDay { month, day }, &[Some(end), next])
            }
            (None, None) => return None,
        };
        Some((when, next))
    }
}

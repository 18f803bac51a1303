//! The end of a month: “end of the month”, “fin de mes”, “at the end of each month”.

use super::{Found, Said, on_days};
use crate::model::phrases::dates::Reading;
use crate::model::phrases::{Looks, When, tables};
use chrono::{Datelike, Months, NaiveDate};

const EACH: &[&str] = &[
    "every month end",
    "each month end",
    "every month - end",
    "every end of month",
    "every end of the month",
    "cada fin de mes",
    "cada final de mes",
    "todos los fines de mes",
];
const THIS: &[&str] = &["month end", "month - end", "month's end", "month’s end", "eom"];
const END_OF: &[&str] = &["end of", "fin de", "fin del", "fines de", "final de", "final del", "finales de"];

/// The last day of a month, or of each.
pub(super) fn month_end(reading: Reading, at: usize) -> Option<Found> {
    let (line, today) = (reading.line, reading.around.today);
    let start = line.past(at, &["on the", "at the", "by the", "the", "para el", "el", "al", "a", "de"]);
    // What is before it is not on it.
    let mut lead = start;
    while line.is_before(lead, &["the", "el", "del", "de", "al", "a"]) {
        lead -= 1;
    }
    if line.is_before(lead, tables::NOT_ON) {
        return None;
    }
    let each = |next| Some((Said::Rule(on_days(&[-1])), next));
    let in_month = |month: NaiveDate, next| Some((Said::Day(When::Day(last_of(month)?)), next));
    let this = || match reading.around.looks {
        Looks::Back if last_of(today) != Some(today) => today.with_day(1)?.checked_sub_months(Months::new(1)),
        _ => Some(today),
    };
    if let Some(next) = line.after_any(start, EACH) {
        return each(next);
    }
    if let Some(next) = line.after_any(start, THIS) {
        return in_month(this()?, next);
    }
    let of = line.after_any(start, END_OF)?;
    if let Some(next) = line.after_any(of, &["each month", "every month", "cada mes", "todos los meses"]) {
        return each(next);
    }
    if let Some(next) =
        line.after_any(of, &["next month", "el proximo mes", "proximo mes", "mes que viene", "mes proximo"])
    {
        return in_month(today.with_day(1)?.checked_add_months(Months::new(1))?, next);
    }
    if let Some(next) = line.after_any(of, &["the month", "this month", "month", "este mes", "mes"]) {
        return in_month(this()?, next);
    }
    of_named(reading, of)
}

/// The last day of the month that is named there, this year or the next.
pub(super) fn of_named(reading: Reading, at: usize) -> Option<Found> {
    let (month, today) = (tables::month(reading.line.word(at))?, reading.around.today);
    let years = [today.year(), today.year() + 1].into_iter();
    let ends = years.filter_map(|year| last_of(NaiveDate::from_ymd_opt(year, month, 1)?));
    Some((Said::Day(When::Day(ends.into_iter().find(|day| *day >= today)?)), at + 1))
}

fn last_of(month: NaiveDate) -> Option<NaiveDate> {
    month.with_day(month.num_days_in_month().into())
}

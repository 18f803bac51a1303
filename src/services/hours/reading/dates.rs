//! Days of the calendar: “2026-12-24”, “Dec 24-26”, “25 de diciembre”, “12/24/2026”.

use super::super::{Days, holidays};
use super::tables::{TO, month};
use super::tokens::Tokens;
use chrono::{Datelike, NaiveDate};

/// A day as it is written.
#[derive(Clone, Copy, Debug)]
struct Written {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// The days that are named there, and what follows them.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Days, usize)> {
    let (first, next) = date(tokens, at)?;
    let Some(end) = tokens.after_any(next, TO) else { return Some((days(first, first)?, next)) };
    if let Some((last, behind)) = date(tokens, end) {
        return Some((days(first, last)?, behind));
    }
    // “Dec 24-26”: a number alone is a day of the same month, but “Dec 24 – 9 to 5” has none.
    let number = tokens.number(end).filter(|(number, digits)| *digits <= 2 && *number > first.day);
    match number.filter(|_| tokens.is_glued(next, "-") || tokens.is_glued(next, "–")) {
        Some((day, _)) => {
            let (said, next) = year(tokens, end + 1);
            Some((days(first, Written { day, year: first.year.or(said), ..first })?, next))
        }
        None => Some((days(first, first)?, next)),
    }
}

/// A day with its year, as the standard writes it, and what follows it.
pub(super) fn iso(tokens: &Tokens, at: usize) -> Option<(NaiveDate, usize)> {
    let (year, 4) = tokens.number(at)? else { return None };
    let glued = tokens.is_glued(at + 1, "-") && tokens.is_glued(at + 3, "-");
    let ((month, 2), (day, 2)) = (tokens.number(at + 2)?, tokens.number(at + 4)?) else { return None };
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| glued)?;
    Some((day, at + 5))
}

fn date(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    if let Some((day, next)) = iso(tokens, at) {
        return Some((Written { year: Some(day.year()), month: day.month(), day: day.day() }, next));
    }
    if let Some(month) = month(tokens.word(at)) {
        let dot = usize::from(tokens.word(at + 1) == ".");
        let (day, digits) = tokens.number(at + 1 + dot)?;
        let mut next = at + 2 + dot;
        if tokens.get(next).is_some_and(|token| token.glued && ["st", "nd", "rd", "th"].contains(&&*token.word)) {
            next += 1;
        }
        let (year, next) = year(tokens, next);
        return (digits <= 2).then_some((Written { year, month, day }, next));
    }
    let (number, digits) = tokens.number(at).filter(|(_, digits)| *digits <= 2)?;
    if tokens.is_glued(at + 1, "/") {
        let (day, _) = tokens.number(at + 2).filter(|(_, digits)| *digits <= 2)?;
        let year = tokens.number(at + 4).filter(|_| tokens.is_glued(at + 3, "/"));
        let written = Written { year: year.and_then(|(year, digits)| in_full(year, digits)), month: number, day };
        return Some((written, if year.is_some() { at + 5 } else { at + 3 }));
    }
    // “25 de diciembre de 2026”.
    let named = tokens.after_any(at + 1, &["de"]).filter(|_| digits <= 2)?;
    let month = month(tokens.word(named))?;
    let (year, next) = year(tokens, named + 1);
    Some((Written { year, month, day: number }, next))
}

/// The year behind a day, if there is one.
fn year(tokens: &Tokens, at: usize) -> (Option<i32>, usize) {
    let behind = tokens.after_any(at, &[",", "de", "del"]).unwrap_or(at);
    match tokens.number(behind) {
        Some((year, 4)) => (in_full(year, 4), behind + 1),
        _ => (None, at),
    }
}

/// A year in full. Sources without years write them as 0001.
fn in_full(year: u32, digits: usize) -> Option<i32> {
    let year = if digits == 2 { year + 2000 } else { year };
    i32::try_from(year).ok().filter(|year| *year > 1900)
}

fn days(first: Written, last: Written) -> Option<Days> {
    let is_one = (first.month, first.day) == (last.month, last.day);
    match (first.year.or(last.year), last.year.or(first.year)) {
        (Some(year), Some(until)) => {
            let from = NaiveDate::from_ymd_opt(year, first.month, first.day)?;
            let mut to = NaiveDate::from_ymd_opt(until, last.month, last.day)?;
            if to < from && first.year.is_none() != last.year.is_none() {
                // “Dec 24 to Jan 2, 2027” begins in the year before.
                return match last.year {
                    Some(_) => Some(Days::Between(NaiveDate::from_ymd_opt(year - 1, first.month, first.day)?, to)),
                    None => {
                        to = NaiveDate::from_ymd_opt(until + 1, last.month, last.day)?;
                        Some(Days::Between(from, to))
                    }
                };
            }
            (from <= to).then_some(Days::Between(from, to))
        }
        _ if !is_one => None,
        // A leap year has every day that any year has.
        _ => {
            NaiveDate::from_ymd_opt(2024, first.month, first.day)?;
            let fixed = holidays::FIXED.contains(&(first.month, first.day));
            Some(if fixed { Days::EveryYear(first.month, first.day) } else { Days::SomeYear(first.month, first.day) })
        }
    }
}

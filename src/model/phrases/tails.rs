//! What ends or begins a rule: “until June”, “starting Feb 3”, “6 times”, “por 6 semanas”.

use super::dates::Reading;
use super::{Asked, When, tables};
use chrono::{Datelike, Months, NaiveDate};

/// What a day that is meant is to a rule.
pub(super) type DayTail = fn(NaiveDate) -> Tail;

/// Where a rule ends or begins.
#[derive(Debug)]
pub(super) enum Tail {
    /// After this day, which may be the last one.
    Until(NaiveDate),
    /// It must be asked when; what the day that is meant then is.
    Asks(Asked, DayTail),
    /// From this day on.
    Starting(NaiveDate),
    /// After so many.
    Times(u32),
    /// After so many months and days.
    Lasting(u32, u32),
    /// Between these two days: “in March”.
    Within(NaiveDate, NaiveDate),
}

const UNTIL: &[&str] = &["up until", "until", "till", "til", "through", "thru", "up to", "hasta"];
const STARTING: &[&str] = &[
    "starting on",
    "starting from",
    "starting",
    "beginning on",
    "beginning",
    "from",
    "a partir del",
    "a partir de",
    "desde el",
    "desde",
    "empezando el",
    "empezando",
    "comenzando el",
    "comenzando",
];
const END_OF: &[&str] =
    &["the end of", "end of", "el final de", "final de", "finales de", "el fin de", "fin de", "fines de"];

/// Whether a word there says that an end follows.
pub(super) fn is_until(reading: Reading, at: usize) -> bool {
    reading.line.after_any(at, UNTIL).is_some()
}

/// What ends or begins a rule there.
pub(super) fn tail(reading: Reading, at: usize) -> Option<(Tail, usize)> {
    let line = reading.line;
    if let Some(start) = line.after_any(at, UNTIL) {
        return last_day(reading, start).map(|(day, next)| (Tail::Until(day), next)).or_else(|| {
            let (when, next) = reading.day(start)?;
            Some((of_day(when, Tail::Until)?, next))
        });
    }
    if let Some(start) = line.after_any(at, STARTING) {
        let (when, next) = reading.day(start)?;
        return Some((of_day(when, Tail::Starting)?, next));
    }
    let lead = line.after_any(at, &["for", "por", "durante"]);
    let start = lead.unwrap_or(at);
    let many = line.amount(start).filter(|many| (1..=500).contains(many))?;
    let word = line.word(start + 1);
    if matches!(word, "time" | "times" | "session" | "sessions" | "vez" | "veces" | "sesion" | "sesiones") {
        return Some((Tail::Times(many), start + 2));
    }
    lead?;
    let lasting = match word {
        "day" | "days" | "dia" | "dias" => (0, many),
        "week" | "weeks" | "semana" | "semanas" => (0, many * 7),
        "month" | "months" | "mes" | "meses" => (many, 0),
        "year" | "years" | "ano" | "anos" => (many * 12, 0),
        _ => return None,
    };
    Some((Tail::Lasting(lasting.0, lasting.1), start + 2))
}

fn of_day(when: When, tail: DayTail) -> Option<Tail> {
    match when {
        When::Asks(asked) => Some(Tail::Asks(asked, tail)),
        When::Day(day) => Some(tail(day)),
        When::Nothing | When::Rule { .. } => None,
    }
}

/// The month in which a rule is that was read right before: “in March”, “de marzo”.
pub(super) fn within_month(reading: Reading, at: usize) -> Option<(Tail, usize)> {
    let start = reading.line.after_any(at, &["in", "of", "during", "en", "de", "durante"])?;
    let (last, next) = last_day(reading, start).filter(|_| tables::month(reading.line.word(start)).is_some())?;
    Some((Tail::Within(last.with_day(1)?, last), next))
}

/// The last day of a month or year. “Until June” goes on through June: a date too many is seen at once and taken off,
/// one too few is missed.
fn last_day(reading: Reading, at: usize) -> Option<(NaiveDate, usize)> {
    let (line, today) = (reading.line, reading.around.today);
    let month_start = today.with_day(1)?;
    let end = line.after_any(at, END_OF);
    let start = end.unwrap_or(at);
    if end.is_some() {
        if let Some(next) = line.after_any(start, &["the month", "this month", "mes", "este mes"]) {
            return Some((end_of(month_start)?, next));
        }
        if let Some(next) = line.after_any(start, &["the year", "this year", "ano", "este ano"]) {
            return Some((NaiveDate::from_ymd_opt(today.year(), 12, 31)?, next));
        }
    }
    let month = tables::month(line.word(start))?;
    let behind = line.past(start + 1, &["of", "de", "del", ","]);
    let year = line.get(behind).filter(|token| token.digits == 4).and_then(|token| i32::try_from(token.number?).ok());
    if let Some(year) = year {
        return Some((end_of(NaiveDate::from_ymd_opt(year, month, 1)?)?, behind + 1));
    }
    // “June 5” is a day.
    if line.number(start + 1).is_some_and(|(day, _)| day <= 39) || line.after(start + 1, "the").is_some() {
        return None;
    }
    let years = [today.year(), today.year() + 1].into_iter();
    let ends = years.filter_map(|year| end_of(NaiveDate::from_ymd_opt(year, month, 1)?));
    Some((ends.into_iter().find(|day| *day >= today)?, start + 1))
}

fn end_of(month: NaiveDate) -> Option<NaiveDate> {
    month.checked_add_months(Months::new(1))?.pred_opt()
}

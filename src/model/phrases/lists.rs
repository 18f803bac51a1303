//! Lists within rules: “Monday, Wednesday and Friday”, “first and third Tuesday”, “1 y 15”.

use super::line::Line;
use super::tables::{self, Form};
use crate::model::recurrence::Nth;
use chrono::Weekday;

/// What stands between two of a list. With the article that Spanish repeats.
const BETWEEN: &[&str] = &[
    ", and the",
    ", and",
    "and the",
    "and on the",
    "and",
    "&",
    ", y los",
    ", y el",
    ", y",
    "y los",
    "y el",
    "y",
    "e",
    ", the",
    ", el",
    ",",
    "/",
];
/// No list of days is longer.
const MOST: usize = 31;
const THROUGH: &[&str] = &["to", "through", "thru", "-", "–", "a", "al"];

/// Weekdays, one or several, or from one to another; the place behind them, and how the last one is written.
pub(super) fn weekdays(line: &Line, at: usize) -> Option<(Vec<Weekday>, usize, Form)> {
    let (first, mut form) = tables::weekday(line.word(at))?;
    // “Every sat”, and not “every week sun hats”.
    let is_led = line.is_before(at, &["every", "each", "other", "on", "cada"]);
    if form == Form::Weak && (!is_led && !line.is_capital(at) || line.is(at, &["mar", "dom"])) {
        return None;
    }
    let (mut days, mut next) = (vec![first], line.past_dot(at));
    let through = line.after_any(next, THROUGH);
    if let Some((through, (last, as_last))) = through.and_then(|at| Some((at, tables::weekday(line.word(at))?))) {
        let mut day = first;
        while day != last {
            day = day.succ();
            days.push(day);
        }
        let form = if form == Form::Many { form } else { as_last };
        return Some((days, line.past_dot(through), form));
    }
    while let Some(behind) = line.after_any(next, BETWEEN).filter(|_| days.len() < MOST) {
        let Some((day, as_next)) = tables::weekday(line.word(behind)) else { break };
        days.push(day);
        if as_next == Form::Many {
            form = as_next;
        }
        next = line.past_dot(behind);
    }
    Some((days, next, form))
}

/// Which one of the month: “second”, “2nd”, “last”, “second to last”.
fn nth(line: &Line, at: usize) -> Option<(i8, usize)> {
    if let Some(next) = line.after_any(at, &["second to last", "second - to - last", "next to last"]) {
        return Some((-2, next));
    }
    if let Some((number, true)) = line.number(at) {
        return i8::try_from(number).ok().filter(|number| (1..=5).contains(number)).map(|number| (number, at + 1));
    }
    tables::ordinal(line.word(at)).map(|number| (number, at + 1))
}

/// Weekdays of a month: “first and third Wednesday”, “the first Monday and the last Friday”.
pub(super) fn nths(line: &Line, at: usize) -> Option<(Vec<Nth>, usize)> {
    let (mut nths, mut next) = group(line, at)?;
    while let Some((more, behind)) = line.after_any(next, BETWEEN).and_then(|behind| group(line, behind)) {
        if nths.len() > MOST {
            return None;
        }
        nths.extend(more);
        next = behind;
    }
    Some((nths, next))
}

fn group(line: &Line, at: usize) -> Option<(Vec<Nth>, usize)> {
    let start = line.past(at, &["the", "el"]);
    let (first, mut next) = nth(line, start)?;
    let mut counted = vec![first];
    while let Some((more, behind)) = line.after_any(next, BETWEEN).and_then(|behind| nth(line, behind)) {
        if counted.len() > MOST {
            return None;
        }
        counted.push(more);
        next = behind;
    }
    let (weekday, form) = tables::weekday(line.word(next))?;
    let is_name = line.after_any(next + 1, tables::NAMES_AFTER).is_some();
    let is_word = form == Form::Weak && (!line.is_capital(next) || matches!(line.word(next), "mar" | "dom"));
    if is_name || is_word {
        return None;
    }
    Some((counted.into_iter().map(|nth| Nth { nth, weekday }).collect(), next + 1))
}

/// Days of a month: “15th”, “1st and 15th”, “día 15”, “last day”.
pub(super) fn month_days(line: &Line, at: usize) -> Option<(Vec<i8>, usize)> {
    let (first, mut next) = month_day(line, at)?;
    let mut days = vec![first];
    while let Some((more, behind)) = line.after_any(next, BETWEEN).and_then(|behind| month_day(line, behind)) {
        if days.len() > MOST {
            return None;
        }
        days.push(more);
        next = behind;
    }
    Some((days, next))
}

fn month_day(line: &Line, at: usize) -> Option<(i8, usize)> {
    let start = line.past(at, &["the", "el"]);
    if let Some(next) = line.after_any(start, &["last day", "ultimo dia"]) {
        return Some((-1, next));
    }
    let start = line.past(start, &["dias", "dia"]);
    if line.is(start, &["first", "primero"]) {
        return Some((1, start + 1));
    }
    let (day, _) = line.number(start).filter(|(day, _)| (1..=31).contains(day))?;
    Some((i8::try_from(day).ok()?, start + 1))
}

/// What says that it is so in every month.
pub(super) fn of_month(line: &Line, at: usize) -> Option<usize> {
    line.after_any(
        at,
        &[
            "of the month",
            "of each month",
            "of every month",
            "of a month",
            "in the month",
            "in each month",
            "in every month",
            "each month",
            "every month",
            "del mes",
            "de cada mes",
            "de todos los meses",
            "cada mes",
            "de mes",
            "al mes",
        ],
    )
}

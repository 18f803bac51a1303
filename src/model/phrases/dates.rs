//! Days: “Feb 3”, “3 de febrero”, “Monday, 23rd”, “next Friday”, “pasado mañana”, “in two weeks”, “el 15”.

mod near;
mod of_this_month;
mod weekdays;

use super::line::Line;
use super::{Around, Asked, Looks, When, Why, tables};
use crate::model::text::Lang;
use chrono::{Datelike, Days, NaiveDate};

/// A day, or what is to be asked about it; and the place behind it.
pub(super) type Found = (When, usize);

/// For how many days a day that is over is asked about. Of one longer ago the next year's is meant.
const JUST_OVER: i64 = 31;

/// What a line is read by.
#[derive(Clone, Copy)]
pub(super) struct Reading<'l> {
    /// The line.
    pub line: &'l Line,
    /// The day it is, the language, and which way is looked.
    pub around: &'l Around<'l>,
}

/// A question with the days that could be meant.
pub(super) fn asks(why: Why, days: &[Option<NaiveDate>]) -> When {
    let mut choices: Vec<When> = Vec::new();
    for day in days.iter().flatten().map(|day| When::Day(*day)) {
        if !choices.contains(&day) {
            choices.push(day);
        }
    }
    When::Asks(Asked { why, choices })
}

/// The day so many days later, or earlier.
pub(super) fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

impl Reading<'_> {
    /// The day that is named there.
    pub fn day(self, at: usize) -> Option<Found> {
        let near = self.near(at).or_else(|| self.counted_from(at));
        let dated = near.or_else(|| self.numeric(at)).or_else(|| self.of_weekday(at)).or_else(|| self.of_month(at));
        dated.or_else(|| self.of_this_month(at)).or_else(|| self.next_week(at))
    }

    fn ahead(self) -> bool {
        self.around.looks == Looks::Ahead
    }

    /// “2/3”, “2/3/2027”, “2027-02-03”.
    fn numeric(self, at: usize) -> Option<Found> {
        let line = self.line;
        let (first, _) = line.number(at).filter(|(_, ordinal)| !ordinal)?;
        if line.word_before(at) == "/" || line.word_before(at) == "-" && line.get(at)?.glued {
            return None;
        }
        if line.get(at)?.digits == 4 && line.is_glued(at + 1, "-") && line.is_glued(at + 3, "-") {
            let (month, day) = (line.number(at + 2)?.0, line.number(at + 4)?.0);
            return Some((self.dated(month, day, Some(first))?, at + 5));
        }
        if !line.is_glued(at + 1, "/") || line.get(at)?.digits > 2 {
            return None;
        }
        let second = line.get(at + 2).filter(|token| token.digits <= 2 && !token.ordinal)?.number?;
        let mut next = at + 3;
        let mut year = None;
        if line.is_glued(next, "/") {
            let token = line.get(next + 1)?;
            year = Some(match (token.digits, token.number?) {
                (2, year) => 2000 + year,
                (4, year) => year,
                _ => return None,
            });
            next += 2;
        }
        // Fractions, and “24/7”.
        let is_counted = line.is(next, tables::COUNTED)
            || line.is(next, &["day", "cup", "hour", "page", "off", "of", "inch", "-", "de"]);
        if year.is_none() && (is_counted || (first, second) == (24, 7) || line.is_glued(next, "/")) {
            return None;
        }
        let is_date = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        let when = match (is_date(first, second), is_date(second, first)) {
            (false, false) => return None,
            // No month is the thirteenth: whoever wrote it puts the day first.
            (false, true) => {
                let day = self.dated(second, first, year)?;
                match day {
                    When::Day(day) => asks(Why::NoSuchMonth(first), &[Some(day)]),
                    asked => asked,
                }
            }
            (true, true) if first != second && self.around.lang == Lang::Es => {
                let day = |month: u32, day: u32| match self.dated(month, day, year) {
                    Some(When::Day(day)) => Some(day),
                    _ => None,
                };
                asks(Why::WhichOne, &[day(second, first), day(first, second)])
            }
            // As it is written in the United States.
            _ => self.dated(first, second, year)?,
        };
        Some((when, next))
    }

    /// “Feb 3”, “February the 3rd, 2027”, “3 de febrero de 2027”, “1.º de mayo”.
    fn of_month(self, at: usize) -> Option<Found> {
        let (month, day, next) = month_day(self.line, at)?;
        let (year, next) = self.year(next);
        Some((self.dated(month, day, year)?, next))
    }

    /// The year that follows a day.
    fn year(self, at: usize) -> (Option<u32>, usize) {
        let line = self.line;
        let start = line.past(at, &[",", "de", "del", "of", ", de"]);
        match line.get(start).and_then(|token| token.number.filter(|_| token.digits == 4 && !token.ordinal)) {
            Some(year @ 1900..=2199) => (Some(year), start + 1),
            _ => (None, at),
        }
    }

    /// The day of a month, of a year if it is said; asks where there is none.
    pub fn dated(self, month: u32, day: u32, year: Option<u32>) -> Option<When> {
        let today = self.around.today;
        let on = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        let first = |year: i32| NaiveDate::from_ymd_opt(year, month, 1);
        let last = |year: i32| first(year)?.with_day(u32::from(first(year)?.num_days_in_month()));
        let or_ask = |year: i32| {
            let leap = || (today.year()..today.year() + 9).find_map(|year| on(year).filter(|day| *day >= today));
            let last = last(year);
            let next = last.and_then(|last| last.succ_opt());
            let ask = || asks(Why::NoSuchDay { month, day }, &[last, next, leap()]);
            on(year).map_or_else(ask, When::Day)
        };
        if let Some(year) = year {
            return Some(or_ask(i32::try_from(year).ok()?));
        }
        let this = today.year();
        let back = [this, this - 1];
        if !self.ahead() {
            let is_over = |year: &i32| first(*year).is_some_and(|first| first <= today) && on(*year) <= Some(today);
            return Some(or_ask(back.into_iter().find(is_over)?));
        }
        let is_to_come = |year: &i32| last(*year) >= Some(today) && on(*year).is_none_or(|day| day >= today);
        let coming = [this, this + 1].into_iter().find(is_to_come)?;
        let over = back.into_iter().filter_map(on).find(|day| *day < today);
        let just_over = over.filter(|over| (today - *over).num_days() <= JUST_OVER && on(coming) != Some(today));
        Some(just_over.map_or_else(|| or_ask(coming), |over| asks(Why::Over, &[Some(over), on(coming)])))
    }
}

/// A day with one named right before it, as in “Feb 3-5” and “del 3 al 5 de febrero”: which of them? Where the words begin.
pub(super) fn with_earlier(reading: Reading, at: usize, end: usize, when: When, next: usize) -> (When, usize, usize) {
    let line = reading.line;
    let When::Day(day) = when else { return (when, at, next) };
    let is_day = |at: usize| line.number(at).map(|(number, _)| number).filter(|number| (1..=31).contains(number));
    // A time may follow after a dash.
    let is_dash = |at: usize| line.is_glued(at, "-") || line.is_glued(at, "–");
    let later = is_day(next + 1).filter(|_| is_dash(next) && tables::month(line.word(at)).is_some());
    if let Some(later) = later.filter(|later| *later > day.day() && !line.is(next + 2, &[":", "am", "pm"])) {
        return (asks(Why::WhichOne, &[Some(day), day.with_day(later)]), at, next + 2);
    }
    let earlier =
        at.checked_sub(2).filter(|earlier| *earlier >= end).and_then(|earlier| Some((earlier, is_day(earlier)?)));
    let joined = line.is_before(at, &["-", "–", "al", "a", "y", "and", "to", "&"]);
    let is_day_first = is_day(at).is_some() && tables::month(line.word(next - 1)).is_some();
    match earlier.filter(|(_, earlier)| *earlier < day.day() && joined && is_day_first) {
        Some((start, earlier)) => (asks(Why::WhichOne, &[day.with_day(earlier), Some(day)]), start, next),
        None => (When::Day(day), at, next),
    }
}

/// Words that lead to a day and go with it.
pub(super) const ON: &[&str] = &[
    "on", "by", "due", "for", "this", "el", "para", "este", "dia", "next", "last", "every", "each", "cada", "los", "al",
];

/// A month and a day of it, whether or not there is one; and the place behind them.
pub(super) fn month_day(line: &Line, at: usize) -> Option<(u32, u32, usize)> {
    let is_counted = |next: usize, ordinal: bool| {
        let counts_on = line.is(next, tables::COUNTED) || line.is_glued(next, ":") || line.is_glued(next, "/");
        !ordinal
            && (counts_on
                || line.is(next, &["am", "pm"])
                || line.get(next).is_some_and(|token| token.glued && tables::HOUR_ENDS.contains(&&*token.word)))
    };
    let fits = |day: u32, at: usize| (1..=39).contains(&day) && line.get(at).is_some_and(|token| token.digits <= 2);
    if let Some(month) = tables::month(line.word(at)) {
        // “We may 3 or 4 of us come.”
        let is_verb = matches!(line.word(at), "may" | "march") && !line.is_capital(at);
        if is_verb && at > 0 && !line.is_end(at - 1) && !line.is(at - 1, ON) {
            return None;
        }
        let start = line.past(line.past_dot(at), &["the"]);
        let (day, ordinal) = line.number(start).filter(|(day, _)| fits(*day, start))?;
        return (!is_counted(start + 1, ordinal)).then_some((month, day, start + 1));
    }
    let start = line.past(at, &["the", "el dia", "el"]);
    let (day, ordinal) = match line.number(start) {
        Some((day, ordinal)) if fits(day, start) => (day, ordinal),
        None if line.is(start, &["primero"]) => (1, true),
        _ => return None,
    };
    let of = line.past(start + 1, &["of", "de"]);
    let month = tables::month(line.word(of))?;
    // “3 may come”: what is a word of its own is a month only where something says so.
    let is_weak = matches!(line.word(of), "may" | "march" | "mar" | "ago" | "dec") && of == start + 1;
    let is_sure = ordinal
        || line.is_capital(of)
        || line.is_before(start, &["el", "on"])
        || line.word(of) == "mar" && line.is_end(of + 1);
    if is_weak && !is_sure {
        return None;
    }
    Some((month, day, line.past_dot(of)))
}

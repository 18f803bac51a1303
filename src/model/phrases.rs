//! What a person means by a line: “Feb 3 classroom presentations”, “mañana a las 3”, “second Tuesday of the month”.
//!
//! English and Spanish are both read, whichever of them is shown. What could be meant in two ways is never guessed: it is
//! asked about, with the days that could be meant. Days are looked for ahead, or back where a line tells of what was done.
//! “Until June” ends with the last day of June; an hour without “a.m.” is in the morning from 8 to 11 and else after noon;
//! “next Friday” is the one of next week. All of it is shown in words before it is kept.
//!
//! Rules are those of [`recurrence`](super::recurrence); this is the one place that reads and says them in words.

mod dates;
mod items;
mod line;
mod lists;
mod meant;
mod rest;
mod rules;
mod say;
mod tables;
mod tails;
mod times;
pub mod words;

pub use self::say::say;

use self::dates::Reading;
use self::items::{What, items};
use self::line::Line;
use self::meant::Meant;
use super::date::{day_of_year, in_full, in_full_with_weekday, weekday_name};
use super::recurrence::Rule;
use super::text::{Lang, MAX_LINE, Message};
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::ops::Range;

/// Which way a day is looked for that has no year, or is a weekday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looks {
    /// Plans name the next one.
    #[default]
    Ahead,
    /// What was done, the last one.
    Back,
}

/// What a line is read by.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The day it is.
    pub today: NaiveDate,
    /// The language that is shown. Both are read; it tells only in which order “2/3” is written.
    pub lang: Lang,
    /// Which way days are looked for.
    pub looks: Looks,
    /// Where, in bytes, something else is named: nothing is read there.
    pub taken: &'a [Range<usize>],
}

impl Around<'static> {
    /// A plan, on a day.
    pub fn on(today: NaiveDate, lang: Lang) -> Around<'static> {
        Around { today, lang, looks: Looks::Ahead, taken: &[] }
    }
}

/// When something is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// The line does not say.
    Nothing,
    /// On a day.
    Day(NaiveDate),
    /// Again and again.
    Rule {
        /// On which days.
        rule: Rule,
        /// The first one, from which they are counted.
        first: NaiveDate,
    },
    /// It must be asked.
    Asks(Asked),
}

/// A question, and what could be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Why it is asked.
    pub why: Why,
    /// What could be meant, days and rules alone; the likelier first. May be none.
    pub choices: Vec<When>,
}

/// Why something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A month has no such day: “February 30th”.
    NoSuchDay {
        /// The month, from 1.
        month: u32,
        /// The day that it does not have.
        day: u32,
    },
    /// No year has such a month: “13/2”.
    NoSuchMonth(u32),
    /// It is one of two days: “2/3” is written in two orders.
    WhichOne,
    /// The day is just over: this one, or that of next year?
    Over,
    /// The day that is named is another weekday than the one named with it.
    OtherWeekday(NaiveDate),
    /// “Second Tuesday of”, and no month.
    OfWhat,
    /// “Every week”, “twice a month”: on which days?
    WhichDays,
    /// “Every second Monday” is every other one to some, and the second of each month to others.
    HowOften,
    /// There are several days in the line.
    Several,
    /// What follows “until” is no day.
    UntilWhen,
    /// No day is such a one until the rule ends.
    Never,
}

impl Asked {
    /// The question.
    pub fn say(&self) -> Message {
        match self.why {
            Why::NoSuchDay { month, day } => words::NO_SUCH_DAY.with("day", day_of_year(month, day)),
            Why::NoSuchMonth(month) => words::NO_SUCH_MONTH.with("month", month),
            Why::WhichOne => words::WHICH_ONE.message(),
            Why::Over => words::OVER.message(),
            Why::OtherWeekday(day) => {
                words::OTHER_WEEKDAY.with("day", in_full(day)).with("weekday", weekday_name(day.weekday()))
            }
            Why::OfWhat => words::OF_WHAT.message(),
            Why::WhichDays => words::WHICH_DAYS.message(),
            Why::HowOften => words::HOW_OFTEN.message(),
            Why::Several => words::SEVERAL.message(),
            Why::UntilWhen => words::UNTIL_WHEN.message(),
            Why::Never => words::NEVER.message(),
        }
    }
}

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// When it is.
    pub when: When,
    /// At what time, perhaps without a day.
    pub time: Option<NaiveTime>,
    /// Until what time.
    pub ends: Option<NaiveTime>,
    /// What was understood, in bytes of the line, in its order, with the commas beside it.
    pub spans: Vec<Range<usize>>,
    /// The words that remain.
    pub rest: String,
}

/// A day or rule in words: what is offered, and what is shown before it is kept.
pub fn say_when(when: &When) -> Option<Message> {
    match when {
        When::Day(day) => Some(in_full_with_weekday(*day)),
        When::Rule { rule, .. } => say(rule),
        When::Nothing | When::Asks(_) => None,
    }
}

/// Reads a line.
pub fn read(text: &str, around: &Around) -> Read {
    // No line is longer; what is, was not typed.
    let typed = if text.chars().nth(MAX_LINE).is_none() { text } else { "" };
    let line = Line::of(typed, around.taken);
    let reading = Reading { line: &line, around };
    let items = items(reading);
    let meant = Meant::of(reading, &items);
    let tokens = meant.used.iter().map(|at| &items[*at].tokens);
    let bytes = tokens
        .filter_map(|tokens| Some(line.get(tokens.start)?.span.start..line.get(tokens.end.checked_sub(1)?)?.span.end));
    let spans = rest::widened(text, bytes);
    let rest = rest::rest(text, &spans);
    let time = meant.time.and_then(|at| match &items[at].what {
        What::Time(found) => Some(found),
        _ => None,
    });
    Read { when: meant.when, time: time.map(|found| found.time), ends: time.and_then(|found| found.ends), spans, rest }
}

#[cfg(test)]
mod tests;

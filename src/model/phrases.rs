//! What a person means by a line: “Feb 3 classroom presentations”, “mañana a las 3”, “second Tuesday of the month”.
//!
//! English and Spanish are both read, whichever of them is shown. What could be meant in two ways is never guessed: it is
//! asked about, with the days that could be meant. Days are looked for ahead, or back where a line tells of what was done.
//! “Until June” ends with the last day of June; an hour without “a.m.” is in the morning from 8 to 11 and else after noon;
//! “next Friday” is the one of next week. All of it is shown in words before it is kept.
//!
//! Rules are those of [`recurrence`](super::recurrence); this is the one place that reads and says them in words.

mod dates;
mod line;
mod lists;
mod rules;
mod say;
mod tables;
mod tails;
mod times;
mod words;

pub use self::say::say;

use self::dates::Reading;
use self::line::Line;
use self::rules::Said;
use self::tails::Tail;
use super::date::{day_of_year, in_full, in_full_with_weekday, weekday_name};
use super::recurrence::{End, Frequency, Nth, Rule};
use super::text::{Lang, Message};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
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

/// Something that a line names, and its words.
struct Item {
    what: What,
    tokens: Range<usize>,
}

enum What {
    Day(When),
    Rule(Rule),
    AsksRule(Why, Vec<Rule>),
    Tail(Tail),
    Time(times::Found),
    /// “Until …”, and nothing that is understood.
    Unknown,
    /// A day that only belongs to something else: “before Friday”, “the March 3 event”.
    Named,
}

/// Reads a line.
pub fn read(text: &str, around: &Around) -> Read {
    let line = Line::of(text, around.taken);
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

/// Everything that a line names.
fn items(reading: Reading) -> Vec<Item> {
    let line = reading.line;
    let mut items: Vec<Item> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while at < line.len() {
        let Some((what, from, next)) = item(reading, at, end).filter(|(_, _, next)| *next > at) else {
            at += 1;
            continue;
        };
        let mut start = from;
        let is_time = matches!(what, What::Time(_));
        let leads: &[&str] = if is_time { &["@"] } else { LEADS };
        while start > end && line.is(start - 1, leads) {
            start -= 1;
        }
        // “Monday and Wednesday”: the word between them means nothing without them.
        if is_joined(line, end, start)
            && matches!(items.last(), Some(Item { what: What::Day(_) | What::Rule(_), .. }))
            && !is_time
        {
            start = end;
        }
        items.push(Item { what, tokens: start..next });
        (at, end) = (next, next);
    }
    items
}

/// Whether nothing but “and” stands between two places.
fn is_joined(line: &Line, from: usize, to: usize) -> bool {
    to == from + 1 && line.is(from, &["and", "or", "y", "e", "o", "&", "/"])
}

/// Words that lead to a day and mean nothing without it.
const LEADS: &[&str] = &["on", "by", "due", "for", "el", "para", "dia", "del"];
/// What makes a name of a day with a month that something follows: “the March 3 event”.
const ARTICLES: &[&str] = &["the", "our", "their", "your", "my", "a"];

/// What is named there; where its words begin, and the place behind them.
fn item(reading: Reading, at: usize, end: usize) -> Option<(What, usize, usize)> {
    let line = reading.line;
    match rules::rule(reading, at) {
        Some((Said::Rule(rule), next)) => return Some((What::Rule(rule), at, next)),
        Some((Said::Asks(why, rules), next)) => return Some((What::AsksRule(why, rules), at, next)),
        Some((Said::Day(when), next)) => return Some((What::Day(when), at, next)),
        None => {}
    }
    if let Some((tail, next)) = tails::tail(reading, at) {
        return Some((What::Tail(tail), at, next));
    }
    if tails::is_until(reading, at) {
        return Some((What::Unknown, at, at + 1));
    }
    if let Some((when, from, next)) =
        reading.day(at).map(|(when, next)| dates::with_earlier(reading, at, end, when, next))
    {
        let mut before = from;
        while before > end && line.is(before - 1, &["the", "el", "del", "on", "de"]) {
            before -= 1;
        }
        let is_other = before > end && line.is(before - 1, tables::NOT_ON);
        let is_name = line.is(at.wrapping_sub(1), ARTICLES)
            && tables::month(line.word(at)).is_some()
            && !line.is_end(next)
            && times::time(line, next).is_none();
        let what = if is_other || is_name { What::Named } else { What::Day(when) };
        return Some((what, from, next));
    }
    times::time(line, at).map(|found| {
        let next = found.next;
        (What::Time(found), at, next)
    })
}

/// What all items of a line mean together.
struct Meant {
    when: When,
    /// The item that is the time.
    time: Option<usize>,
    /// The items that count.
    used: Vec<usize>,
}

impl Meant {
    fn of(reading: Reading, items: &[Item]) -> Meant {
        let has_rule = |item: &Item| matches!(item.what, What::Rule(_) | What::AsksRule(..));
        let (when, mut used) = match items.iter().any(has_rule) {
            true => by_rule(reading, items),
            false => by_day(items),
        };
        let has_when = when != When::Nothing;
        let time = items.iter().position(|item| matches!(&item.what, What::Time(found) if !found.bare || has_when));
        used.extend(time);
        super::order::sort_by_key(&mut used, |at| *at);
        Meant { when, time, used }
    }
}

/// The day of a line without a rule.
fn by_day(items: &[Item]) -> (When, Vec<usize>) {
    let mut days: Vec<&When> = Vec::new();
    let mut used = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if let What::Day(when) = &item.what {
            used.push(at);
            if !days.contains(&when) {
                days.push(when);
            }
        }
    }
    let when = match &*days {
        [] => When::Nothing,
        [day] => (*day).clone(),
        several => {
            let mut choices = Vec::new();
            for when in several {
                match when {
                    When::Asks(asked) => choices.extend(asked.choices.iter().cloned()),
                    when => choices.push((*when).clone()),
                }
            }
            When::Asks(Asked { why: Why::Several, choices })
        }
    };
    (when, used)
}

/// The rule of a line, with the days on which it begins and ends.
fn by_rule(reading: Reading, items: &[Item]) -> (When, Vec<usize>) {
    let today = reading.around.today;
    let mut rules: Vec<&Rule> = Vec::new();
    let mut why = None;
    let (mut start, mut end, mut asked) = (None, None, None);
    let mut used = Vec::new();
    let mut last = 0;
    for (at, item) in items.iter().enumerate() {
        match &item.what {
            What::Rule(rule) => {
                if rules.iter().any(|known| *known != rule) {
                    why = Some(Why::Several);
                }
                if !rules.contains(&rule) {
                    rules.push(rule);
                }
            }
            What::AsksRule(because, choices) => {
                why = Some(*because);
                rules.extend(choices);
            }
            What::Day(When::Day(day)) | What::Tail(Tail::Starting(day)) if start.is_none() => start = Some(*day),
            What::Day(When::Asks(why)) | What::Tail(Tail::Asks(why)) if asked.is_none() => asked = Some(why),
            What::Tail(tail @ (Tail::Until(_) | Tail::Times(_) | Tail::Lasting(..))) if end.is_none() => {
                end = Some(tail)
            }
            What::Unknown if !used.is_empty() && last == item.tokens.start => {
                why = Some(Why::UntilWhen);
                continue;
            }
            What::Time(_) => {
                last = item.tokens.end;
                continue;
            }
            _ => continue,
        }
        last = item.tokens.end;
        used.push(at);
    }
    if let Some(asked) = asked {
        return (When::Asks(asked.clone()), used);
    }
    let finished = |rule: &Rule, end: Option<&Tail>| finished(rule, start, end, today);
    if let (None, [rule]) = (why, &*rules) {
        if let Some(when) = finished(rule, end) {
            return (when, used);
        }
        let anchored = rules::is_anchored(rule) || start.is_some();
        let (why, choices) = match anchored {
            true => (Why::Never, vec![(*rule).clone()]),
            false => (Why::WhichDays, anchors(rule, today)),
        };
        let end = end.filter(|_| !anchored);
        let choices = choices.iter().filter_map(|rule| finished(rule, end)).collect();
        return (When::Asks(Asked { why, choices }), used);
    }
    let choices = rules.iter().filter_map(|rule| {
        let anchored = rules::is_anchored(rule) || start.is_some();
        if anchored { finished(rule, end) } else { finished(&anchored_on(rule, today), end) }
    });
    (When::Asks(Asked { why: why.unwrap_or(Why::Several), choices: choices.collect() }), used)
}

/// A rule with its days, from its first one until it ends; none if it has no days.
fn finished(rule: &Rule, start: Option<NaiveDate>, end: Option<&Tail>, today: NaiveDate) -> Option<When> {
    let mut rule = match start {
        Some(start) if !rules::is_anchored(rule) => anchored_on(rule, start),
        _ if !rules::is_anchored(rule) => return None,
        _ => rule.clone(),
    };
    // The next one of all is the first; every other one is counted from there.
    let each = Rule { interval: 1, end: End::Never, ..rule.clone() };
    let first = each.days(start.unwrap_or(today)).next()?;
    rule.end = match end {
        Some(Tail::Until(day)) => End::On(*day),
        Some(Tail::Times(count)) => End::After(*count),
        Some(Tail::Lasting(months, days)) => {
            let end = first.checked_add_months(Months::new(*months))?.checked_add_days(Days::new((*days).into()))?;
            End::On(end.pred_opt()?)
        }
        _ => rule.end,
    };
    let is_one = rule.days(first).next() == Some(first);
    is_one.then_some(When::Rule { rule, first })
}

/// A rule on the days that are like this one.
fn anchored_on(rule: &Rule, day: NaiveDate) -> Rule {
    let mut rule = rule.clone();
    match rule.frequency {
        Frequency::Daily => {}
        Frequency::Weekly => rule.weekdays = vec![Nth { nth: 0, weekday: day.weekday() }],
        Frequency::Monthly => rule.month_days.extend(i8::try_from(day.day())),
        Frequency::Yearly => {
            rule.months.extend(u8::try_from(day.month()));
            rule.month_days.extend(i8::try_from(day.day()));
        }
    }
    rule
}

/// The days on which a rule could be that says none.
fn anchors(rule: &Rule, today: NaiveDate) -> Vec<Rule> {
    match rule.frequency {
        Frequency::Weekly => {
            let on = |weekday| Rule { weekdays: vec![Nth { nth: 0, weekday }], ..rule.clone() };
            tables::WORKDAYS.map(on).to_vec()
        }
        _ => vec![anchored_on(rule, today)],
    }
}

mod rest;

#[cfg(test)]
mod tests;

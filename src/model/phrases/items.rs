//! Everything that a line names, one after the other.

use super::dates::{self, Reading};
use super::line::Line;
use super::rules::{self, Said};
use super::tails::{self, Tail};
use super::{When, Why, tables, times};
use crate::model::recurrence::{Frequency, Rule};
use std::ops::Range;

/// Something that a line names, and its words.
pub(super) struct Item {
    /// What it is.
    pub what: What,
    /// Its words, by their places.
    pub tokens: Range<usize>,
}

/// What a line names.
pub(super) enum What {
    /// A day.
    Day(When),
    /// A rule.
    Rule(Rule),
    /// One of several rules.
    AsksRule(Why, Vec<Rule>),
    /// The end or the beginning of a rule.
    Tail(Tail),
    /// A time of day.
    Time(times::Found),
    /// “Until …”, and nothing that is understood.
    Unknown,
    /// A day that only belongs to something else: “before Friday”, “the March 3 event”.
    Named,
}

/// Everything that a line names.
pub(super) fn items(reading: Reading) -> Vec<Item> {
    let line = reading.line;
    let mut items: Vec<Item> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while at < line.len() {
        let Some((what, from, next)) =
            item(reading, at, end, is_weekly(items.last())).filter(|(_, _, next)| *next > at)
        else {
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

/// Whether something is a rule of days or weeks.
fn is_weekly(item: Option<&Item>) -> bool {
    let rule = item.map(|item| &item.what);
    matches!(rule, Some(What::Rule(rule)) if matches!(rule.frequency, Frequency::Daily | Frequency::Weekly))
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
fn item(reading: Reading, at: usize, end: usize, after_weekly: bool) -> Option<(What, usize, usize)> {
    let line = reading.line;
    match rules::rule(reading, at) {
        Some((Said::Rule(rule), next)) => return Some((What::Rule(rule), at, next)),
        Some((Said::Asks(why, rules), next)) => return Some((What::AsksRule(why, rules), at, next)),
        Some((Said::Day(when), next)) => return Some((What::Day(when), at, next)),
        None => {}
    }
    let follows = at > 0 && at == end;
    if let Some((tail, next)) = tails::within_month(reading, at).filter(|_| follows && after_weekly) {
        return Some((What::Tail(tail), at, next));
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
        while before > end && line.is(before - 1, &["the", "el", "del", "on", "of", "de", ":"]) {
            before -= 1;
        }
        let is_other = before > end && line.is(before - 1, tables::NOT_ON);
        let is_name = line.is_before(at, ARTICLES)
            && tables::month(line.word(at)).is_some()
            && !line.is_end(next)
            && times::time(line, next, false).is_none();
        let what = if is_other || is_name { What::Named } else { What::Day(when) };
        return Some((what, from, next));
    }
    // A comma may stand between a day and its hours.
    let behind_day = end > 0 && (follows || at == end + 1 && line.is(end, &[","]));
    times::time(line, at, behind_day).map(|found| {
        let next = found.next;
        (What::Time(found), at, next)
    })
}

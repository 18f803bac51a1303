//! Rules: “every other Thursday”, “second Tuesday of the month”, “un jueves sí y otro no”, “el 15 de cada mes”.

mod letters;
mod month_end;
mod words_alone;

use self::letters::by_letters;
use self::month_end::month_end;
use self::words_alone::{adverb, alternating, on_workdays, several_times};
use super::Why;
use super::dates::{self, Reading};
use super::line::Line;
use super::tables::{self, Form, WORKDAYS};
use super::{When, lists};
use crate::model::recurrence::Frequency::{self, Daily, Monthly, Weekly, Yearly};
use crate::model::recurrence::{Nth, Rule};
use chrono::{Datelike, NaiveDate, Weekday};

/// What words of a rule say.
#[derive(Debug)]
pub(super) enum Said {
    /// A rule, perhaps without the days on which it is: those follow from its first day.
    Rule(Rule),
    /// One day after all: “the second Tuesday of February”.
    Day(When),
    /// One of these rules, or none of them.
    Asks(Why, Vec<Rule>),
}

type Found = (Said, usize);

/// On these weekdays of every so many weeks.
pub(super) fn weekly(interval: u32, weekdays: &[Weekday]) -> Rule {
    let all = WORKDAYS.into_iter().chain([Weekday::Sat, Weekday::Sun]);
    let sorted = all.filter(|day| weekdays.contains(day));
    let weekdays = sorted.map(|weekday| Nth { nth: 0, weekday }).collect();
    Rule { weekdays, ..Rule::every(interval, Weekly) }
}

fn monthly(weekdays: Vec<Nth>) -> Rule {
    Rule { weekdays, ..Rule::every(1, Monthly) }
}

fn on_days(days: &[i8]) -> Rule {
    let month_days = (-1..=31).filter(|day| days.contains(day)).collect();
    Rule { month_days, ..Rule::every(1, Monthly) }
}

/// Whether a rule says on which days it is.
pub(super) fn is_anchored(rule: &Rule) -> bool {
    rule.frequency == Daily || !rule.weekdays.is_empty() || !rule.month_days.is_empty()
}

const EVERY: &[&str] = &["every", "each", "cada", "todos los", "todas las"];
const WORKDAY: &[&str] = &[
    "weekday",
    "workday",
    "business day",
    "school day",
    "working day",
    "dia habil",
    "dia laborable",
    "dia de semana",
    "dias habiles",
    "dias laborables",
    "dias de semana",
];
const OTHER: &[&str] = &["other", "otro", "otra", "alternate"];

/// The rule that is named there.
pub(super) fn rule(reading: Reading, at: usize) -> Option<Found> {
    let line = reading.line;
    let found = several_times(reading, at)
        .or_else(|| on_workdays(line, at))
        .or_else(|| alternating(line, at))
        .or_else(|| by_letters(line, at))
        .or_else(|| month_end(reading, at))
        .or_else(|| every(line, at))
        .or_else(|| nth_weekdays(reading, at))
        .or_else(|| by_month_days(reading, at))
        .or_else(|| adverb(line, at))
        .or_else(|| weekdays(line, at))?;
    let (said, next) = found;
    // “Tuesdays, every other week”, “the 15th, every 3 months”.
    match said {
        Said::Rule(rule) if is_anchored(&rule) && rule.interval == 1 => {
            let (interval, next) = every_so_many(line, next, rule.frequency).unwrap_or((1, next));
            Some((Said::Rule(Rule { interval, ..rule }), next))
        }
        said => Some((said, next)),
    }
}

/// “, every 3 months”: by how many, behind a rule of that frequency.
fn every_so_many(line: &Line, at: usize, frequency: Frequency) -> Option<(u32, usize)> {
    let start = line.past(at, &[","]);
    let start = line.after_any(start, EVERY)?;
    let (interval, start) = interval(line, start).unwrap_or((1, start));
    let (unit, times) = tables::unit(line.word(start))?;
    (unit == frequency).then_some((interval * times, start + 1))
}

/// “Other”, “3”, “dos”: of how many each last one counts.
fn interval(line: &Line, at: usize) -> Option<(u32, usize)> {
    if let Some(next) = line.after_any(at, OTHER) {
        return Some((2, next));
    }
    let many = line.amount(at).filter(|many| (1..=99).contains(many))?;
    Some((many, at + 1))
}

/// “Every …”, in all its forms.
fn every(line: &Line, at: usize) -> Option<Found> {
    let start = line.after_any(at, EVERY)?;
    if let Some(next) = line.after_any(start, WORKDAY) {
        return Some((Said::Rule(weekly(1, &WORKDAYS)), next));
    }
    if let Some(next) = line.after_any(start, &["weekend", "weekends", "fin de semana", "fines de semana"]) {
        return Some((Said::Rule(weekly(1, &[Weekday::Sat, Weekday::Sun])), next));
    }
    if let Some(found) = every_nth(line, start) {
        return Some(found);
    }
    let (every, start) = interval(line, start).unwrap_or((1, start));
    if let Some((frequency, times)) = tables::unit(line.word(start)) {
        return Some(units(line, every * times, frequency, start + 1));
    }
    let (days, next, _) = lists::weekdays(line, start)?;
    let next = line.past(next, &["de por medio"]);
    let every = if line.word_before(next) == "medio" { 2 } else { every };
    Some((Said::Rule(weekly(every, &days)), next))
}

/// Every so many days, weeks, months or years, and on which of their days.
fn units(line: &Line, every: u32, frequency: Frequency, at: usize) -> Found {
    let rule = Rule::every(every, frequency);
    let start = line.past(at, &[", on", ", los", ", el", "on", "los", "el", ", en", "en", ","]);
    match frequency {
        // By fifteen and eight days, Spanish counts two weeks and one.
        Daily if matches!(every, 8 | 15) && line.word_before(at) == "dias" => {
            let weeks = if every == 8 { 1 } else { 2 };
            (Said::Asks(Why::HowOften, vec![Rule::every(weeks, Weekly), rule]), at)
        }
        Daily => (Said::Rule(rule), at),
        Weekly => match lists::weekdays(line, start) {
            Some((days, next, _)) => (Said::Rule(weekly(every, &days)), next),
            None => (Said::Rule(rule), at),
        },
        Monthly => {
            let nths = lists::nths(line, start).map(|(nths, next)| (monthly(nths), next));
            // “Every month 3 copies” names no day.
            let may_be_day =
                line.number(start).is_none_or(|(_, ordinal)| ordinal) || line.is_before(start, &["on", "el", "los"]);
            let days =
                lists::month_days(line, start).filter(|(_, next)| may_be_day && !line.is(*next, tables::COUNTED));
            match nths.or_else(|| days.map(|(days, next)| (on_days(&days), next))) {
                Some((on, next)) => (Said::Rule(Rule { interval: every, ..on }), next),
                None => (Said::Rule(rule), at),
            }
        }
        Yearly => {
            if let Some((month, day, next)) = dates::month_day(line, start) {
                return (yearly(every, month, day), next);
            }
            let nth = lists::nths(line, start).and_then(|(weekdays, next)| {
                let next = line.after_any(next, &["of", "in", "de", "en"])?;
                let month = u8::try_from(tables::month(line.word(next))?).ok()?;
                Some((Rule { weekdays, months: vec![month], ..Rule::every(every, Yearly) }, next + 1))
            });
            nth.map_or((Said::Rule(rule), at), |(rule, next)| (Said::Rule(rule), next))
        }
    }
}

fn yearly(every: u32, month: u32, day: u32) -> Said {
    let (Ok(month), Ok(month_day)) = (u8::try_from(month), i8::try_from(day)) else {
        return Said::Asks(Why::WhichDays, Vec::new());
    };
    // Some year has a February 29th; none has a 30th.
    let exists = NaiveDate::from_ymd_opt(2024, month.into(), day).is_some();
    let rule = Rule { months: vec![month], month_days: vec![month_day], ..Rule::every(every, Yearly) };
    match exists {
        true => Said::Rule(rule),
        false => Said::Asks(Why::NoSuchDay { month: month.into(), day }, Vec::new()),
    }
}

/// “Every second Tuesday”, “every last Friday”, “every 15th”, “every March 3”, “cada tercer día”.
fn every_nth(line: &Line, at: usize) -> Option<Found> {
    if let Some((month, day, next)) = dates::month_day(line, at) {
        return Some((yearly(1, month, day), next));
    }
    if let Some((nths, next)) = lists::nths(line, at) {
        let behind = lists::of_month(line, next);
        let rule = monthly(nths.clone());
        return Some(match (&*nths, behind) {
            (_, Some(next)) => (Said::Rule(rule), next),
            ([Nth { nth: 2.., weekday }], None) => {
                let weeks = u32::try_from(nths.first()?.nth).ok()?;
                (Said::Asks(Why::HowOften, vec![weekly(weeks, &[*weekday]), rule]), next)
            }
            _ => (Said::Rule(rule), next),
        });
    }
    // “Every second week”, which is every other one; in Mexico, “cada tercer día” is, too.
    let many = tables::ordinal(line.word(at))
        .or_else(|| i8::try_from(line.number(at).filter(|(_, ordinal)| *ordinal)?.0).ok());
    if let Some((many @ 2.., (frequency, times))) = many.zip(tables::unit(line.word(at + 1))) {
        let many = u32::try_from(many).ok()?;
        if frequency == Daily && many > 2 {
            let rules = vec![Rule::every(many - 1, Daily), Rule::every(many, Daily)];
            return Some((Said::Asks(Why::HowOften, rules), at + 2));
        }
        return Some(units(line, many * times, frequency, at + 2));
    }
    let (days, next) = lists::month_days(line, at)?;
    let ordinal = line.number(at).is_some_and(|(_, ordinal)| ordinal) || line.word(at) == "dia" || days == [-1];
    let behind = lists::of_month(line, next).or_else(|| line.after_any(next, &["de mes", "del mes"]));
    (ordinal || behind.is_some()).then(|| (Said::Rule(on_days(&days)), behind.unwrap_or(next)))
}

/// “The second Tuesday of the month”, “first and third Wednesday”, “el último viernes”.
fn nth_weekdays(reading: Reading, at: usize) -> Option<Found> {
    let line = reading.line;
    let start = line.past(at, &["on the", "the", "el", "los", "las", "la"]);
    // “Last Friday” is over; the last Friday is that of the month.
    if line.is(start, &["last"]) && start == at {
        return None;
    }
    let (nths, next) = lists::nths(line, start)?;
    let rule = monthly(nths.clone());
    if let Some(next) = lists::of_month(line, next) {
        return Some((Said::Rule(rule), next));
    }
    let Some(of) = line.after_any(next, &["of", "in", "de", "del", "en"]) else {
        return Some((Said::Rule(rule), next));
    };
    let today = reading.around.today;
    let in_month = |first: Option<NaiveDate>| {
        rule.first(first?).filter(|day| Some(day.month()) == first.map(|first| first.month()))
    };
    let this = today.with_day(1);
    let next_month = this.and_then(|first| first.checked_add_months(chrono::Months::new(1)));
    let relative: [(Option<NaiveDate>, &[&str]); 2] = [
        (this, &["this month", "este mes"]),
        (
            next_month,
            &["next month", "el proximo mes", "proximo mes", "mes que viene", "el mes que viene", "proximo mes"],
        ),
    ];
    if let Some((first, next)) = relative.iter().find_map(|(first, words)| Some((*first, line.after_any(of, words)?))) {
        let day = in_month(first);
        return Some((Said::Day(day.map_or_else(|| dates::asks(Why::WhichDays, &[]), When::Day)), next));
    }
    if let Some(month) = tables::month(line.word(of)) {
        let year =
            line.get(of + 1).filter(|token| token.digits == 4).and_then(|token| i32::try_from(token.number?).ok());
        let found = |year: i32| in_month(NaiveDate::from_ymd_opt(year, month, 1));
        let years = year.map_or_else(|| vec![today.year(), today.year() + 1], |year| vec![year]);
        let day = years.into_iter().filter_map(found).find(|day| year.is_some() || *day >= today);
        let when = day.map_or_else(|| dates::asks(Why::WhichDays, &[]), When::Day);
        return Some((Said::Day(when), of + 1 + usize::from(year.is_some())));
    }
    // “In the gym” is a place; “of the semester” is not understood.
    match line.is(of - 1, &["in", "en"]) {
        true => Some((Said::Rule(rule), next)),
        false => Some((Said::Asks(Why::OfWhat, vec![rule]), of)),
    }
}

/// “The 15th of each month”, “los días 1 y 15 de cada mes”, “the last day of the month”, “the last day of February”.
fn by_month_days(reading: Reading, at: usize) -> Option<Found> {
    let line = reading.line;
    let start = line.past(at, &["on the", "on", "the", "el", "los"]);
    let (days, next) = lists::month_days(line, start)?;
    if let Some(next) = lists::of_month(line, next) {
        return Some((Said::Rule(on_days(&days)), next));
    }
    let of = line.after_any(next, &["of", "de"]).filter(|_| days == [-1])?;
    month_end::of_named(reading, of)
}

/// “Tuesdays”, “los martes y jueves”, “Monday to Friday”, “sábados alternos”.
fn weekdays(line: &Line, at: usize) -> Option<Found> {
    let start = line.past(at, &["on", "todos los", "los", "de", "from"]);
    let (days, next, form) = lists::weekdays(line, start)?;
    let is_each = form == Form::Many || line.word_before(start) == "los";
    // “Tue/Thu” is one thing, on both.
    let is_slashed = days.len() > 1 && line.is(line.past_dot(start), &["/"]);
    let is_range = days.len() > 2 && line.is(start + 1, &["to", "through", "thru", "-", "–", "a", "al"]);
    let named = line.is_before(start, tables::NAMES_BEFORE) || line.after_any(next, tables::NAMES_AFTER).is_some();
    if named {
        return None;
    }
    if let Some(next) = line.after_any(next, &["alternos", "de por medio", "por medio"]) {
        return Some((Said::Rule(weekly(2, &days)), next));
    }
    (is_each || is_range || is_slashed).then(|| (Said::Rule(weekly(1, &days)), next))
}

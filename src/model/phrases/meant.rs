//! What everything that a line names means together.

use super::dates::Reading;
use super::items::{Item, What};
use super::tails::Tail;
use super::{Asked, When, Why, rules, tables};
use crate::model::order;
use crate::model::recurrence::{End, Frequency, Nth, Rule};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What all items of a line mean together.
pub(super) struct Meant {
    /// When it is.
    pub when: When,
    /// The item that is the time.
    pub time: Option<usize>,
    /// The items that count.
    pub used: Vec<usize>,
}

impl Meant {
    /// Puts them together.
    pub fn of(reading: Reading, items: &[Item]) -> Meant {
        let has_rule = |item: &Item| matches!(item.what, What::Rule(_) | What::AsksRule(..));
        let (when, mut used) = match items.iter().any(has_rule) {
            true => by_rule(reading, items),
            false => by_day(items),
        };
        let has_when = when != When::Nothing;
        let time = items.iter().position(|item| matches!(&item.what, What::Time(found) if !found.bare || has_when));
        used.extend(time);
        order::sort_by_key(&mut used, |at| *at);
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

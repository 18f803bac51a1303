//! What everything that a line names means together.

use super::dates::Reading;
use super::items::{Item, What};
use super::tails::{DayTail, Tail};
use super::{Asked, When, Why, rules, tables};
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
        if let Some(time) = time {
            let behind = used.iter().position(|at| *at > time).unwrap_or(used.len());
            used.insert(behind, time);
        }
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

/// What a line says of a rule.
#[derive(Default)]
struct Parts<'i> {
    rules: Vec<&'i Rule>,
    why: Option<Why>,
    /// The day on which it begins: said so, or beside it, with whether that is a date and no weekday.
    start: Option<NaiveDate>,
    beside: Option<(NaiveDate, bool)>,
    end: Option<&'i Tail>,
    /// What is to be asked of the day on which it begins or ends.
    asked: Option<(&'i Asked, DayTail)>,
    used: Vec<usize>,
    /// The place behind what was read last.
    last: usize,
}

impl<'i> Parts<'i> {
    /// Takes the next item; whether its words belong to the rule.
    fn take(&mut self, item: &'i Item, is_date: bool) -> bool {
        match &item.what {
            What::Rule(rule) => {
                if self.rules.iter().any(|known| *known != rule) {
                    self.why = Some(Why::Several);
                }
                if !self.rules.contains(&rule) {
                    self.rules.push(rule);
                }
            }
            What::AsksRule(because, choices) => {
                self.why = Some(*because);
                self.rules.extend(choices);
            }
            What::Day(When::Day(day)) if self.beside.is_none() => self.beside = Some((*day, is_date)),
            What::Day(When::Asks(asked)) if self.asked.is_none() => self.asked = Some((asked, Tail::Starting)),
            What::Tail(Tail::Asks(asked, tail)) if self.asked.is_none() => self.asked = Some((asked, *tail)),
            What::Tail(Tail::Starting(day)) if self.start.is_none() => self.start = Some(*day),
            What::Tail(tail) if self.end.is_none() => self.end = Some(tail),
            What::Unknown if !self.used.is_empty() && self.last == item.tokens.start => {
                self.why = Some(Why::UntilWhen);
                return false;
            }
            What::Time(_) => {
                self.last = item.tokens.end;
                return false;
            }
            _ => return false,
        }
        self.last = item.tokens.end;
        true
    }

    fn when(&self, today: NaiveDate) -> When {
        let ask = |why: Why, choices: Vec<When>| When::Asks(Asked { why, choices });
        if let Some((asked, tail)) = self.asked {
            let with = |when: &When| match when {
                When::Day(day) => match tail(*day) {
                    Tail::Starting(day) => finished(*self.rules.first()?, Some(day), self.end, today),
                    end => finished(*self.rules.first()?, self.start, Some(&end), today),
                },
                _ => None,
            };
            return ask(asked.why, asked.choices.iter().filter_map(with).collect());
        }
        let (None, [rule]) = (self.why, &*self.rules) else {
            let each = |rule: &&Rule| match rules::is_anchored(rule) || self.start.is_some() {
                true => finished(rule, self.start, self.end, today),
                false => finished(&anchored_on(rule, today), None, self.end, today),
            };
            return ask(self.why.unwrap_or(Why::Several), self.rules.iter().filter_map(each).collect());
        };
        let mut start = self.start;
        match self.beside {
            Some((day, is_date)) if start.is_none() => {
                let begins = rules::is_anchored(rule) && rule.first(day) == Some(day);
                let anchors = !rules::is_anchored(rule) && (is_date || rule.frequency == Frequency::Weekly);
                if rules::is_anchored(rule) && !begins {
                    let both = [finished(rule, None, self.end, today), Some(When::Day(day))];
                    return ask(Why::Several, both.into_iter().flatten().collect());
                }
                if !begins && !anchors {
                    let one = finished(&anchored_on(rule, day), Some(day), self.end, today);
                    return ask(Why::WhichDays, one.into_iter().collect());
                }
                start = Some(day);
            }
            _ => {}
        }
        if !rules::is_anchored(rule) && start.is_none() {
            let choices = anchors(rule, today);
            let each = |rule: &Rule| finished(rule, None, self.end, today);
            return ask(Why::WhichDays, choices.iter().filter_map(each).collect());
        }
        finished(rule, start, self.end, today).unwrap_or_else(|| {
            let endless = finished(rule, start, None, today);
            ask(Why::Never, endless.into_iter().collect())
        })
    }
}

/// The rule of a line, with the days on which it begins and ends.
fn by_rule(reading: Reading, items: &[Item]) -> (When, Vec<usize>) {
    let mut parts = Parts::default();
    for (at, item) in items.iter().enumerate() {
        let is_date = item.tokens.clone().any(|at| reading.line.number(at).is_some());
        if parts.take(item, is_date) {
            parts.used.push(at);
        }
    }
    (parts.when(reading.around.today), parts.used)
}

/// A rule with its days, from its first one until it ends; none if it has no days.
fn finished(rule: &Rule, start: Option<NaiveDate>, end: Option<&Tail>, today: NaiveDate) -> Option<When> {
    let mut rule = match start {
        Some(start) if !rules::is_anchored(rule) => anchored_on(rule, start),
        _ if !rules::is_anchored(rule) => return None,
        _ => rule.clone(),
    };
    let start = match (start, end) {
        (None, Some(Tail::Within(first, _))) => today.max(*first),
        (start, _) => start.unwrap_or(today),
    };
    // The next one of all is the first; every other one is counted from there.
    let each = Rule { interval: 1, end: End::Never, ..rule.clone() };
    let first = each.first(start)?;
    rule.end = match end {
        Some(Tail::Until(day) | Tail::Within(_, day)) => End::On(*day),
        Some(Tail::Times(count)) => End::After(*count),
        Some(Tail::Lasting(months, days)) => {
            let end = first.checked_add_months(Months::new(*months))?.checked_add_days(Days::new((*days).into()))?;
            End::On(end.pred_opt()?)
        }
        _ => rule.end,
    };
    let is_one = rule.first(first) == Some(first);
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

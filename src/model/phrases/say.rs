//! A rule in words.

use super::words;
use crate::model::date::{day_of_year, in_full, month_name, weekday_name};
use crate::model::recurrence::{End, Frequency, Nth, Rule};
use crate::model::text::{Message, Text};
use chrono::Weekday;

/// A rule in words, such as “every other Thursday until June 30, 2027”; none if it has no words here, as one from
/// somebody's calendar may have none.
pub fn say(rule: &Rule) -> Option<Message> {
    if !rule.positions.is_empty() || rule.week_start != Weekday::Mon || rule.interval == 0 {
        return None;
    }
    let said = match rule.frequency {
        Frequency::Daily => daily(rule),
        Frequency::Weekly => weekly(rule),
        Frequency::Monthly => monthly(rule),
        Frequency::Yearly => yearly(rule),
    }?;
    Some(match rule.end {
        End::Never => said,
        End::On(day) => words::UNTIL.with("rule", said).with("day", in_full(day)),
        End::After(count) => words::TIMES.with("rule", said).with("number", count),
    })
}

fn daily(rule: &Rule) -> Option<Message> {
    let is_plain = rule.weekdays.is_empty() && rule.month_days.is_empty() && rule.months.is_empty();
    is_plain.then(|| match rule.interval {
        1 => words::EVERY_DAY.message(),
        2 => words::EVERY_OTHER_DAY.message(),
        number => words::EVERY_DAYS.with("number", number),
    })
}

fn weekly(rule: &Rule) -> Option<Message> {
    if !rule.months.is_empty() || rule.weekdays.iter().any(|day| day.nth != 0) {
        return None;
    }
    let days: Vec<Weekday> = rule.weekdays.iter().map(|day| day.weekday).collect();
    if days == super::tables::WORKDAYS && rule.interval == 1 {
        return Some(words::EVERY_WORKDAY.message());
    }
    let joined =
        |name: &dyn Fn(Weekday) -> Text| list(days.iter().map(|day| name(*day).message()).collect(), words::AND);
    Some(match (rule.interval, &*days) {
        (_, []) => return None,
        (1, _) => words::EVERY_WEEK.with("weekdays", joined(&weekday_name)?),
        (2, [day]) => words::EVERY_OTHER_WEEK.with("weekdays", weekday_name(*day)),
        (number, _) => words::EVERY_WEEKS.with("number", number).with("weekdays", joined(&several)?),
    })
}

fn monthly(rule: &Rule) -> Option<Message> {
    if !rule.months.is_empty() {
        return None;
    }
    let (each, of, days) = match (&*rule.weekdays, &*rule.month_days) {
        ([], days) => (words::MONTH_DAYS, words::MONTH_DAYS_OF, month_days(days)?),
        (nths, []) => (words::NTHS, words::NTHS_OF, nth_weekdays(nths)?),
        _ => return None,
    };
    Some(match rule.interval {
        1 => each.with("days", days),
        number => of.with("days", days).with("number", number),
    })
}

fn yearly(rule: &Rule) -> Option<Message> {
    let [month] = *rule.months else { return None };
    let day = match (&*rule.weekdays, &*rule.month_days) {
        ([], [day]) if *day > 0 => day_of_year(month.into(), u32::try_from(*day).ok()?),
        (nths, []) => words::NTH_OF_MONTH.with("days", nth_weekdays(nths)?).with("month", month_name(month.into())),
        _ => return None,
    };
    Some(match rule.interval {
        1 => words::EVERY_YEAR.with("day", day),
        number => words::EVERY_YEARS.with("number", number).with("day", day),
    })
}

/// “1st and 15th”, “last day”.
fn month_days(days: &[i8]) -> Option<Message> {
    if days == [-1] {
        return Some(words::LAST_DAY.message());
    }
    let ended = |day: &i8| {
        let text = match (day, day % 10) {
            (..=0, _) => return None,
            (11..=13, _) => words::DAY_TH,
            (_, 1) => words::DAY_ST,
            (_, 2) => words::DAY_ND,
            (_, 3) => words::DAY_RD,
            _ => words::DAY_TH,
        };
        Some(text.with("day", u32::try_from(*day).ok()?))
    };
    list(days.iter().map(ended).collect::<Option<_>>()?, words::AND)
}

/// “First and third Wednesday”, “first Monday and the last Friday”.
fn nth_weekdays(nths: &[Nth]) -> Option<Message> {
    let (first, others) = nths.split_first()?;
    if others.iter().all(|other| other.weekday == first.weekday) {
        let which = list(nths.iter().map(|nth| Some(which(nth.nth)?.message())).collect::<Option<_>>()?, words::AND)?;
        return Some(words::NTH_WEEKDAY.with("nth", which).with("weekday", weekday_name(first.weekday)));
    }
    let each =
        |nth: &Nth| Some(words::NTH_WEEKDAY.with("nth", which(nth.nth)?).with("weekday", weekday_name(nth.weekday)));
    list(nths.iter().map(each).collect::<Option<_>>()?, words::AND_THE)
}

fn which(nth: i8) -> Option<Text> {
    Some(match nth {
        1 => words::FIRST,
        2 => words::SECOND,
        3 => words::THIRD,
        4 => words::FOURTH,
        5 => words::FIFTH,
        -1 => words::LAST,
        -2 => words::NEXT_TO_LAST,
        _ => return None,
    })
}

/// A weekday as Spanish says it of several.
fn several(weekday: Weekday) -> Text {
    match weekday {
        Weekday::Sat => words::SATURDAYS,
        Weekday::Sun => words::SUNDAYS,
        _ => weekday_name(weekday),
    }
}

/// “One, two and three”.
fn list(items: Vec<Message>, and: Text) -> Option<Message> {
    let mut items = items.into_iter();
    let first = items.next()?;
    let count = items.len();
    Some(items.enumerate().fold(first, |said, (at, item)| {
        let joint = if at + 1 == count { and } else { words::COMMA };
        joint.with("first", said).with("last", item)
    }))
}

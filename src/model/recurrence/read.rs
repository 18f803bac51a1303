//! A rule as the standard writes it.

use super::{End, Frequency, Nth, Rule, code};
use crate::model::date::compact_day;
use chrono::Weekday;
use std::str::FromStr;

/// Why a rule cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// It says nothing of how often.
    #[error("it does not say how often")]
    NoFrequency,
    /// It has a part that this app does not follow, such as hours, or one that says nothing that can be understood.
    #[error("this part is not understood: {0}")]
    Part(String),
}

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads a rule, with or without “RRULE:” before it.
    fn from_str(text: &str) -> Result<Rule, RuleError> {
        let text = text.trim();
        let text = text.get(..6).filter(|start| start.eq_ignore_ascii_case("rrule:")).map_or(text, |_| &text[6..]);
        let mut rule = Rule::every(1, Frequency::Daily);
        let mut frequency = None;
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let not = || RuleError::Part(part.to_owned());
            let (name, value) = part.split_once('=').ok_or_else(not)?;
            let (name, value) = (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            match &*name {
                "FREQ" => frequency = Some(frequency_of(&value).ok_or_else(not)?),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| *interval > 0).ok_or_else(not)?,
                "COUNT" => rule.end = End::After(value.parse().ok().filter(|count| *count > 0).ok_or_else(not)?),
                "UNTIL" => rule.end = End::On(compact_day(&value).ok_or_else(not)?),
                "WKST" => rule.week_start = weekday_of(&value).ok_or_else(not)?,
                "BYDAY" => rule.weekdays = items(&value, nth_of).ok_or_else(not)?,
                "BYMONTHDAY" => rule.month_days = items(&value, |item| within(item, 31)).ok_or_else(not)?,
                "BYMONTH" => rule.months = items(&value, month_of).ok_or_else(not)?,
                "BYSETPOS" => rule.positions = items(&value, |item| within(item, 366)).ok_or_else(not)?,
                _ => return Err(not()),
            }
        }
        rule.frequency = frequency.ok_or(RuleError::NoFrequency)?;
        let counted = rule.weekdays.iter().any(|wanted| wanted.nth != 0);
        match rule.frequency {
            // Which one of a week or day, and which day of the month in a week, says nothing.
            Frequency::Daily | Frequency::Weekly if counted => Err(RuleError::Part("BYDAY".to_owned())),
            Frequency::Weekly if !rule.month_days.is_empty() => Err(RuleError::Part("BYMONTHDAY".to_owned())),
            _ => Ok(rule),
        }
    }
}

fn frequency_of(value: &str) -> Option<Frequency> {
    match value {
        "DAILY" => Some(Frequency::Daily),
        "WEEKLY" => Some(Frequency::Weekly),
        "MONTHLY" => Some(Frequency::Monthly),
        "YEARLY" => Some(Frequency::Yearly),
        _ => None,
    }
}

fn items<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(|item| read(item.trim())).collect()
}

fn weekday_of(value: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|weekday| code(*weekday) == value)
}

fn nth_of(item: &str) -> Option<Nth> {
    let at = item.len().checked_sub(2)?;
    let weekday = weekday_of(item.get(at..)?)?;
    let nth = match &item[..at] {
        "" => 0,
        counted => within::<i8>(counted, 53)?,
    };
    Some(Nth { nth, weekday })
}

fn month_of(item: &str) -> Option<u8> {
    item.parse().ok().filter(|month| (1..=12).contains(month))
}

/// A number that is not 0, and not farther from it than the most.
fn within<T: TryFrom<i16>>(item: &str, most: i16) -> Option<T> {
    let number: i16 = item.parse().ok()?;
    ((1..=most).contains(&number.abs())).then(|| T::try_from(number).ok()).flatten()
}

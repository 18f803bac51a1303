//! A line with a rule as calendars write it: “RRULE:FREQ=MONTHLY;BYDAY=2TU DTSTART=2026-01-01 09:00-12:00”.

use super::super::{Hours, SameTime, Schedule, long_ago};
use super::{groups, tables};
use crate::model::date;
use crate::model::recurrence::{End, Rule};

/// The schedules of such a line; none if it is no such line, or says what nobody could follow.
pub(super) fn read(line: &str, same_time: SameTime) -> Option<Vec<Schedule>> {
    let line = line.trim();
    let (rule, rest) = line.strip_prefix("RRULE:")?.split_once(' ')?;
    let rule: Rule = rule.parse().ok()?;
    let (first, rest) = match rest.trim_start().strip_prefix("DTSTART=") {
        Some(begins) => {
            let (day, rest) = begins.split_once(' ')?;
            (date::day(day)?, rest)
        }
        // Which days every other week has follows from the first one.
        None if rule.interval > 1 || matches!(rule.end, End::After(_)) || names_no_day(&rule) => return None,
        None => (long_ago(), rest),
    };
    // What happens on those days is read as what happens every day.
    let mut hours = Hours::default();
    groups::read(&format!("{} {rest}", tables::ABBREVIATED.join(", ")), same_time, &mut hours);
    let is_all = hours.unread.is_empty() && hours.exceptions.is_empty() && !hours.regular.is_empty();
    let each = |schedule: Schedule| Schedule { rule: rule.clone(), first, ..schedule };
    is_all.then(|| hours.regular.into_iter().map(each).collect())
}

fn names_no_day(rule: &Rule) -> bool {
    use crate::model::recurrence::Frequency;
    rule.frequency != Frequency::Daily && rule.weekdays.is_empty() && rule.month_days.is_empty()
}

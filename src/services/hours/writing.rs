//! Hours as text that is read back as the same hours: how what an import brings is kept, in words that people understand
//! and can change where words can say it.

use super::reading::{ABBREVIATED, MONTHS};
use super::{DAY_MINUTES, Days, Exception, Hours, Open, Schedule, long_ago};
use crate::model::recurrence::{End, Frequency, Rule};
use std::fmt;

impl fmt::Display for Hours {
    /// A line for each schedule and exception.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<String> = self.regular.iter().map(regular).collect();
        lines.extend(self.exceptions.iter().map(exceptional));
        if self.closed_on_holidays {
            lines.push("closed on holidays".to_owned());
        }
        lines.extend(self.unread.iter().cloned());
        f.write_str(&lines.join("\n"))
    }
}

fn regular(schedule: &Schedule) -> String {
    let rule = &schedule.rule;
    let plain = Rule { weekdays: rule.weekdays.clone(), ..Rule::every(1, Frequency::Weekly) };
    let is_plain = *rule == plain && rule.weekdays.iter().all(|day| day.nth == 0);
    let days = match is_plain && !rule.weekdays.is_empty() && schedule.first == long_ago() && rule.end == End::Never {
        true => {
            let days = rule.weekdays.iter();
            days.map(|day| ABBREVIATED[day.weekday.num_days_from_monday() as usize]).collect::<Vec<_>>().join(", ")
        }
        false => format!("RRULE:{rule} DTSTART={}", schedule.first),
    };
    let bound = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let holds = match (schedule.from, schedule.to) {
        (None, None) => String::new(),
        (from, to) => format!(" [{}..{}]", bound(from), bound(to)),
    };
    format!("{days} {}{holds}", open(schedule.open))
}

fn exceptional(exception: &Exception) -> String {
    let days = match exception.days {
        Days::Between(from, to) if from == to => from.to_string(),
        Days::Between(from, to) => format!("{from} to {to}"),
        Days::EveryYear(month, day) | Days::SomeYear(month, day) => {
            let month = MONTHS.get(month.wrapping_sub(1) as usize).and_then(|names| names.first());
            format!("{} {day}", month.copied().unwrap_or_default())
        }
    };
    // What counts more stands alone, and an appointment first: behind times it would say that they are made for those.
    let has = |wanted: Open| exception.open.contains(&wanted);
    let all: Vec<Open> = match () {
        () if has(Open::Unclear) => vec![Open::Unclear],
        () if has(Open::Closed) || exception.open.is_empty() => vec![Open::Closed],
        () => {
            let (first, then): (Vec<Open>, Vec<Open>) =
                exception.open.iter().partition(|open| **open == Open::ByAppointment);
            first.into_iter().chain(then).collect()
        }
    };
    let open: Vec<String> = all.into_iter().map(open).collect();
    format!("{days} {}", open.join(", "))
}

fn open(open: Open) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    match open {
        Open::Span { opens: 0, lasts: DAY_MINUTES } => "24 hours".to_owned(),
        Open::Span { opens, lasts } => {
            let closes = opens.saturating_add(lasts);
            // At midnight the day is over, and a minute later the next one has begun.
            let closes = if closes > DAY_MINUTES { closes - DAY_MINUTES } else { closes };
            format!("{}-{}", clock(opens), clock(closes))
        }
        Open::ByAppointment => "by appointment".to_owned(),
        Open::Closed => "closed".to_owned(),
        Open::Unclear => "00:00-00:00".to_owned(),
    }
}

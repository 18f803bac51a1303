//! Schedules of HSDS as hours, and hours as schedules.

use crate::formats::hsds::dialects::is_yes;
use crate::formats::hsds::tables::{Row, row};
use crate::model::date;
use crate::model::recurrence::{End, Frequency, Rule};
use crate::services::hours::reading::read;
use crate::services::hours::{DAY_MINUTES, Days, Exception, Hours, Open, SameTime, Schedule};
use chrono::NaiveDate;

/// The hours that these schedules say, as the text that staff read and change; what cannot be understood stands in it word
/// for word.
pub fn text(schedules: &[&Row], holidays: &[&Row], same_time: SameTime) -> String {
    let (mut hours, mut words) = (Hours::default(), Vec::new());
    for schedule in schedules {
        match one(schedule, same_time) {
            Some(read) => add(&mut hours.regular, read),
            // What people wrote stands as they wrote it, once.
            None => words.extend(schedule.get("description").or_else(|| schedule.get("notes")).cloned()),
        }
    }
    hours.exceptions = holidays.iter().filter_map(|holiday| exception(holiday, same_time)).collect();
    let lines = std::iter::once(hours.to_string()).chain(words).filter(|line| !line.trim().is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The schedules that say these hours; each also says its own words, as they are read here.
pub fn rows(text: &str, same_time: SameTime) -> Vec<Row> {
    let hours = read(text, same_time);
    let mut rows: Vec<Row> = hours.regular.iter().map(of_schedule).collect();
    // 3.0 has nothing for a day that is otherwise: it is said in words.
    let rest = Hours { regular: Vec::new(), ..hours };
    rows.extend(rest.to_string().lines().map(|line| row([("description", line.to_owned())])));
    rows
}

/// A schedule with a rule; none where it has only words.
fn one(schedule: &Row, same_time: SameTime) -> Option<Schedule> {
    let cell = |column: &str| schedule.get(column).map(String::as_str);
    let rule: Rule = rule_of(schedule)?.parse().ok()?;
    let open = match (cell("opens_at"), cell("closes_at")) {
        (Some(opens), Some(closes)) => same_time.open(minute(opens)?, minute(closes)?),
        _ if cell("description").is_some_and(is_by_appointment) => Open::ByAppointment,
        _ if cell("description").is_some_and(|said| said == "closed") => Open::Closed,
        _ => return None,
    };
    let day = |column: &str| cell(column).and_then(day);
    let begins = day("dtstart");
    let counts = counts_from_first(&rule);
    let mut read = Schedule::weekly(&[], open);
    read.rule = rule;
    match begins {
        Some(begins) if counts => read.first = begins,
        None if counts && read.rule.frequency != Frequency::Daily => return None,
        _ => {}
    }
    (read.from, read.to) = (day("valid_from"), day("valid_to"));
    Some(read)
}

/// Whether it matters when a rule began: where it does not, its first day only says since when it is so.
fn counts_from_first(rule: &Rule) -> bool {
    let names_no_day = rule.weekdays.is_empty() && rule.month_days.is_empty();
    rule.interval > 1 || matches!(rule.end, End::After(_)) || names_no_day
}

/// A rule as RFC 5545 writes it, from the columns of a schedule.
fn rule_of(schedule: &Row) -> Option<String> {
    let mut rule = format!("FREQ={}", schedule.get("freq")?);
    // What HSDS has beside these is followed by nobody here: such a schedule stays words.
    if ["byweekno", "byyearday"].iter().any(|column| schedule.contains_key(*column)) {
        return None;
    }
    for (column, part) in [
        ("interval", "INTERVAL"),
        ("byday", "BYDAY"),
        ("bymonthday", "BYMONTHDAY"),
        ("count", "COUNT"),
        ("wkst", "WKST"),
    ] {
        if let Some(cell) = schedule.get(column) {
            rule.push_str(&format!(";{part}={}", cell.replace(' ', "")));
        }
    }
    if let Some(until) = schedule.get("until") {
        rule.push_str(&format!(";UNTIL={}", date::compact(day(until)?)));
    }
    Some(rule)
}

/// Adds a schedule to others: days with the same hours are one line.
fn add(all: &mut Vec<Schedule>, schedule: Schedule) {
    let plain = |one: &Schedule| {
        one.rule.frequency == Frequency::Weekly
            && one.rule.interval == 1
            && one.rule.end == End::Never
            && !one.rule.weekdays.is_empty()
    };
    let same = |one: &&mut Schedule| {
        plain(one)
            && (one.open, one.from, one.to, one.first) == (schedule.open, schedule.from, schedule.to, schedule.first)
    };
    match all.iter_mut().find(same).filter(|_| plain(&schedule)) {
        Some(there) => {
            let new = schedule.rule.weekdays.into_iter();
            let new: Vec<_> = new.filter(|day| !there.rule.weekdays.contains(day)).collect();
            there.rule.weekdays.extend(new);
        }
        None => all.push(schedule),
    }
}

/// A day that is otherwise, as versions before 3.0 write it.
fn exception(holiday: &Row, same_time: SameTime) -> Option<Exception> {
    let cell = |column: &str| holiday.get(column).map(String::as_str);
    let first = cell("start_date")?;
    // The year 1 is Ohana's for a holiday without a year.
    let days = match day(first) {
        Some(from) => Days::Between(from, cell("end_date").and_then(day).filter(|to| *to >= from).unwrap_or(from)),
        None => {
            let (month, day) = without_year(first)?;
            Days::EveryYear(month, day)
        }
    };
    let closed = cell("closed").is_some_and(is_yes);
    let open = match (cell("opens_at").and_then(minute), cell("closes_at").and_then(minute)) {
        (Some(opens), Some(closes)) if !closed => same_time.open(opens, closes),
        _ => Open::Closed,
    };
    Some(Exception { days, open: vec![open] })
}

/// A schedule as a row, without identity.
fn of_schedule(schedule: &Schedule) -> Row {
    let rule = &schedule.rule;
    let frequency = match rule.frequency {
        Frequency::Daily => "DAILY",
        Frequency::Weekly => "WEEKLY",
        Frequency::Monthly => "MONTHLY",
        Frequency::Yearly => "YEARLY",
    };
    let list = |all: Vec<String>| all.join(",");
    let (count, until) = match rule.end {
        End::Never => (String::new(), String::new()),
        End::After(count) => (count.to_string(), String::new()),
        End::On(day) => (String::new(), day.to_string()),
    };
    let (opens, closes) = match schedule.open {
        // As HSDS says that it is open around the clock.
        Open::Span { opens: 0, lasts: DAY_MINUTES } => ("00:00".to_owned(), "23:59".to_owned()),
        Open::Span { opens, lasts } => (clock(opens), clock((opens + lasts) % DAY_MINUTES)),
        Open::ByAppointment | Open::Closed | Open::Unclear => (String::new(), String::new()),
    };
    let said = match schedule.open {
        Open::Span { .. } => "",
        Open::ByAppointment => "by appointment",
        Open::Closed => "closed",
        Open::Unclear => "00:00-00:00",
    };
    let counts = counts_from_first(rule);
    row([
        ("freq", frequency.to_owned()),
        ("interval", if rule.interval > 1 { rule.interval.to_string() } else { String::new() }),
        ("byday", list(rule.weekdays.iter().map(ToString::to_string).collect())),
        ("bymonthday", list(rule.month_days.iter().map(ToString::to_string).collect())),
        ("dtstart", if counts { schedule.first.to_string() } else { String::new() }),
        ("count", count),
        ("until", until),
        ("valid_from", schedule.from.map(|day| day.to_string()).unwrap_or_default()),
        ("valid_to", schedule.to.map(|day| day.to_string()).unwrap_or_default()),
        ("opens_at", opens),
        ("closes_at", closes),
        ("description", said.to_owned()),
    ])
}

/// A minute of the day as HSDS writes it.
fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The minute of the day of “9:00”, “09:00:00”, “09:00-05:00”, “9:00 AM”. An offset says where the clock stands, which is
/// where the library is.
fn minute(cell: &str) -> Option<u16> {
    let cell = cell.trim().to_ascii_lowercase();
    let digits: Vec<&str> = cell.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute): (u16, u16) =
        (digits.first()?.parse().ok()?, digits.get(1).map_or(Some(0), |part| part.parse().ok())?);
    let hour = match (hour, cell.contains("pm"), cell.contains("am")) {
        (12, false, true) => 0,
        (1..=11, true, _) => hour + 12,
        _ => hour,
    };
    (hour * 60 + minute <= DAY_MINUTES && minute < 60).then_some(hour * 60 + minute)
}

/// A day as sources write it; none for a year that stands for none.
fn day(cell: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    let (day, _) = crate::formats::csv_import::day::day(cell.trim())?;
    (day.year() > 1900).then_some(day)
}

/// A month and a day of “January 01, 0001”.
fn without_year(cell: &str) -> Option<(u32, u32)> {
    use chrono::Datelike;
    let said = NaiveDate::parse_from_str(cell.trim(), "%B %d, %Y")
        .or_else(|_| NaiveDate::parse_from_str(cell.trim(), "%Y-%m-%d"));
    said.ok().filter(|day| day.year() <= 1900).map(|day| (day.month(), day.day()))
}

fn is_by_appointment(said: &str) -> bool {
    let said = said.to_ascii_lowercase();
    said.contains("by appointment") || said.contains("con cita")
}

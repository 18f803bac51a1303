//! Tests of hours.

mod properties;
mod reading;

use super::reading::read;
use super::words::{say, why};
use super::{Clock, SameTime, Standing, Why, standing};
use crate::model::date::{self, Zone, local};
use crate::model::text::Lang;
use chrono::NaiveDate;

/// The clocks of New York from 2020 to 2031: from the second Sunday of March to the first one of November, at 2:00.
#[derive(Debug)]
pub(super) struct NewYork;

impl Zone for NewYork {
    fn offset_at(&self, ms: i64) -> i32 {
        let shown = local(ms, &date::Now { ms: 0, offset_minutes: -300 }).naive_local();
        let year = chrono::Datelike::year(&shown);
        let sunday = |month: u32, nth: u8, hour: u32| {
            let day = NaiveDate::from_weekday_of_month_opt(year, month, chrono::Weekday::Sun, nth).unwrap();
            day.and_hms_opt(hour, 0, 0).unwrap()
        };
        // In the winter's time, summer ends at 1:00.
        if (sunday(3, 2, 2)..sunday(11, 1, 1)).contains(&shown) { -240 } else { -300 }
    }
}

/// The moment of “2026-11-25 12:00”, with its offset where clocks show it twice.
fn moment(text: &str) -> i64 {
    let mut parts = text.split(' ');
    let (day, time) = (parts.next().unwrap(), parts.next().unwrap());
    let shown = format!("{day}T{time}");
    let stored = match parts.next() {
        Some(offset) => format!("{shown}:00{offset}"),
        None => date::from_local(&shown, &NewYork).unwrap(),
    };
    date::moment(&stored).unwrap().timestamp_millis()
}

fn word(why: Why) -> &'static str {
    match why {
        Why::NotGiven => "not given",
        Why::InWords => "words",
        Why::RanOut(_) => "ran out",
        Why::NotYet(_) => "not yet",
        Why::Unclear => "unclear",
        Why::Holiday => "holiday",
        Why::NoYear => "no year",
        Why::NotVerified(_) => "not verified",
    }
}

/// The answer that a line of the table gives, for an instant.
fn wanted(answer: &str, day: &str) -> (String, Option<i64>) {
    let (word, rest) = answer.split_once(' ').unwrap_or((answer, ""));
    match word {
        "open" | "closed" if rest == "-" => (word.to_owned(), None),
        "open" | "closed" if rest.len() == 5 => (word.to_owned(), Some(moment(&format!("{day} {rest}")))),
        "open" | "closed" => (word.to_owned(), Some(moment(rest))),
        _ => (answer.to_owned(), None),
    }
}

fn told(standing: Standing) -> (String, Option<i64>) {
    match standing {
        Standing::Open { until } => ("open".to_owned(), until),
        Standing::Closed { opens } => ("closed".to_owned(), opens),
        Standing::ByAppointment => ("appointment".to_owned(), None),
        Standing::CallFirst(why) => (format!("call {}", word(why)), None),
    }
}

#[test]
fn the_table_of_schedules_is_answered() {
    let (mut hours, mut same_time, mut verified) = (String::new(), SameTime::TYPED, None);
    let (mut count, mut wrong) = (0, Vec::new());
    for line in include_str!("table.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(text) = line.strip_prefix('=') {
            (hours, verified) = (text.trim().replace("\\n", "\n"), None);
        } else if let Some(meant) = line.strip_prefix("! ") {
            match meant {
                "icarol" => same_time = SameTime::ICAROL,
                "all day" => same_time = SameTime::ALL_DAY,
                "typed" => same_time = SameTime::TYPED,
                "verified never" => verified = Some(None),
                _ => verified = Some(date::day(meant.strip_prefix("verified ").unwrap())),
            }
        } else {
            let (at, answer) = line.split_once(" | ").unwrap();
            let clock = Clock::new(moment(at), &NewYork);
            let known = verified.unwrap_or(Some(clock.today()));
            let is = standing(&read(&hours, same_time), known, &clock);
            count += 1;
            if told(is) != wanted(answer, &at[..10]) {
                wrong.push(format!("{hours:?} at {at}: {answer}, not {}", say(is, &clock, Lang::En)));
            }
        }
    }
    assert!(count >= 150, "{count} lines");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_standing_is_said_in_both_languages() {
    let said = |hours: &str, at: &str, lang: Lang| {
        let clock = Clock::new(moment(at), &NewYork);
        say(standing(&read(hours, SameTime::TYPED), Some(clock.today()), &clock), &clock, lang)
    };
    for (hours, at, english, spanish) in [
        ("Mon-Fri 9-5", "2026-11-25 12:00", "Open now, until 5:00 PM", "Abierto ahora, hasta las 5:00 p. m."),
        ("Mon-Fri 9-1", "2026-11-25 12:00", "Open now, until 1:00 PM", "Abierto ahora, hasta la 1:00 p. m."),
        ("Mon-Fri 9-5", "2026-11-27 22:00", "Closed. Opens: Monday, 9:00 AM", "Cerrado. Abre: lunes, 9:00 a. m."),
        ("Mon-Fri 9-5", "2026-11-29 22:00", "Closed. Opens: tomorrow, 9:00 AM", "Cerrado. Abre: mañana, 9:00 a. m."),
        (
            "Wed 8pm-2am",
            "2026-11-25 22:00",
            "Open now, until tomorrow, 2:00 AM",
            "Abierto ahora, hasta: mañana, 2:00 a. m.",
        ),
        ("24/7", "2026-11-25 22:00", "Open now, 24 hours", "Abierto ahora, las 24 horas"),
        ("Closed", "2026-11-25 22:00", "Closed", "Cerrado"),
        ("By appointment", "2026-11-25 22:00", "By appointment", "Con cita"),
        ("Ask Maria", "2026-11-25 22:00", "Call first", "Llame primero"),
    ] {
        assert_eq!(said(hours, at, Lang::En), english);
        assert_eq!(said(hours, at, Lang::Es), spanish);
    }
    let day = date::day("2026-05-28").unwrap();
    assert_eq!(why(Why::NotVerified(Some(day)), Lang::En), "Last checked on May 28, 2026, more than 180 days ago.");
    assert_eq!(why(Why::RanOut(day), Lang::Es), "El horario que tenemos valía hasta el 28 may. 2026.");
    assert_eq!(SameTime::ICAROL.say().en, "Hours from 0:00 to 0:00 are read as closed.");
}

//! Days and moments as people type them into spreadsheets.

use crate::model::date::{self, Zone};
use crate::model::text::Text;
use chrono::{Days, NaiveDate, NaiveTime};
use std::borrow::Cow;

/// The sentences of this module.
pub mod words {
    crate::words! {
        MONTH_FIRST = "{label}: dates such as “{value}” are read month first. If that is wrong, write them as year-month-day", "{label}: las fechas como “{value}” se leen con el mes primero. Si no es así, escríbalas como año-mes-día";
        DAY_FIRST = "{label}: “{value}” is read day first, because there is no such month. Check the other dates in this column", "{label}: “{value}” se lee con el día primero, porque no existe ese mes. Revise las demás fechas de esta columna";
        SERIAL = "{label}: “{value}” is read as {now}, because spreadsheets store a date as a number of days. Check the other dates in this column", "{label}: “{value}” se lee como {now}, porque las hojas de cálculo guardan las fechas como un número de días. Revise las demás fechas de esta columna";
    }
}

/// What had to be supposed to read a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Supposed {
    /// `3/4/2026` was read the United States' way: March 4.
    MonthFirst,
    /// `25/3/2026` can only be a day before its month.
    DayFirst,
    /// `45321` is the number of days since the end of 1899, as spreadsheets keep them.
    Serial,
}

impl Supposed {
    /// What to say of it: a sentence with the places `label`, `value` and, where needed, `now`.
    pub fn says(self) -> Text {
        match self {
            Supposed::MonthFirst => words::MONTH_FIRST,
            Supposed::DayFirst => words::DAY_FIRST,
            Supposed::Serial => words::SERIAL,
        }
    }
}

/// A day, with what had to be supposed. A time of day after it is passed over.
pub fn day(cell: &str) -> Option<(NaiveDate, Option<Supposed>)> {
    if let Some(day) = date::day_of(cell) {
        return Some((day, None));
    }
    if let Some((day, _)) = serial(cell) {
        return Some((day, Some(Supposed::Serial)));
    }
    if let Some(day) = digits_alone(cell) {
        return Some((day, None));
    }
    let (day, _) = split_time(cell)?;
    read_day(day)
}

/// “20260305”, as databases write a day.
fn digits_alone(cell: &str) -> Option<NaiveDate> {
    let is_day = cell.len() == 8 && cell.bytes().all(|b| b.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| cell.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let usual = is_day && (1950..=2100).contains(&year);
    usual.then(|| NaiveDate::from_ymd_opt(year.cast_signed(), month, day)).flatten()
}

/// Whether the days of a column stand before their months: some can be read no other way, and none the other way round.
pub fn is_day_first<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut day_first, mut month_first) = (0, false);
    for (cell, [first, second, _]) in cells.filter_map(|cell| Some((cell, three(cell)?))) {
        // Nobody here writes a month first with dots; among slashes, one such day may be a slip.
        let shows = if cell.contains('.') { 2 } else { 1 };
        day_first += if first > 12 && second <= 12 { shows } else { 0 };
        month_first |= second > 12;
    }
    day_first > 1 && !month_first
}

/// A day whose day stands before its month, in the order that is never mistaken; anything else as it is.
pub fn reordered(cell: &str) -> Cow<'_, str> {
    let end = cell.find(' ').unwrap_or(cell.len());
    match three(cell).zip(cell[..end].split(['.', '/', '-']).next_back()) {
        Some(([day, month, _], year)) if day <= 12 && month <= 12 => {
            let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
            Cow::Owned(format!("{year}-{month:02}-{day:02}{}", &cell[end..]))
        }
        _ => Cow::Borrowed(cell),
    }
}

/// The three numbers of a day that ends with its year, perhaps with a time of day after it.
fn three(cell: &str) -> Option<[u32; 3]> {
    let day = cell.trim().split(' ').next()?;
    let mut numbers = day.split(['.', '/', '-']).map(|digits| {
        let fits = digits.len() <= 2 || digits.len() == 4;
        digits.parse::<u32>().ok().filter(|_| fits)
    });
    let found = [numbers.next()??, numbers.next()??, numbers.next()??];
    (numbers.next().is_none() && found[0] <= 31 && found[1] <= 31).then_some(found)
}

/// The day and time of day that a spreadsheet keeps as a number: days since December 30, 1899, from 1950 to 2100.
fn serial(cell: &str) -> Option<(NaiveDate, NaiveTime)> {
    let (days, fraction) = cell.split_once('.').unwrap_or((cell, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if days.len() != 5 || !is_digits(days) || !is_digits(fraction) {
        return None;
    }
    let days: u64 = days.parse().ok().filter(|days| (18_264..=73_050).contains(days))?;
    let of_day: f64 = format!("0.{fraction}").parse().ok()?;
    // Spreadsheets keep a time of day no more exactly than to the second.
    let seconds = ((of_day * 86_400.0).round() as u32).min(86_399);
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    Some((day, NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?))
}

/// A moment as it is stored, with what had to be supposed. Without an offset it is what clocks show here; without a time
/// of day, the start of the day.
pub fn moment(cell: &str, zone: &(impl Zone + ?Sized)) -> Option<(String, Option<Supposed>)> {
    if date::moment(cell).is_some() {
        return Some((cell.to_owned(), None));
    }
    let (day, time, supposed) = match serial(cell) {
        Some((day, time)) => (day, Some(time), Some(Supposed::Serial)),
        None => {
            let (day, time) = split_time(cell)?;
            let (day, supposed) = read_day(day)?;
            (day, time, supposed)
        }
    };
    let local = format!("{day}T{}", time.unwrap_or_default());
    Some((date::from_local(&local, zone)?, supposed))
}

/// Takes a time of day off the end: `10/2/2026 9:14 PM`, `2026-10-02T09:14`. None if what stands there is no time.
fn split_time(cell: &str) -> Option<(&str, Option<NaiveTime>)> {
    let Some(colon) = cell.find(':') else { return Some((cell, None)) };
    let hour_digits = cell[..colon].bytes().rev().take_while(u8::is_ascii_digit).count();
    let (day, time) = cell.split_at(colon - hour_digits);
    let day = day.trim_end_matches(|c: char| c == 'T' || c == ',' || c.is_whitespace());
    Some((day, Some(read_time(time)?)))
}

fn read_time(text: &str) -> Option<NaiveTime> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (clock, half) = text.split_at(end);
    let mut parts = clock.trim_end_matches('.').splitn(3, ':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let second: u32 = match parts.next() {
        Some(second) => second.split('.').next()?.parse().ok()?,
        None => 0,
    };
    let half: String = half.chars().filter(|c| c.is_ascii_alphabetic()).map(|c| c.to_ascii_lowercase()).collect();
    let hour = match (half.as_str(), hour) {
        ("", _) => hour,
        ("am", 1..=12) => hour % 12,
        ("pm", 1..=12) => hour % 12 + 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

const MONTHS: [[&str; 2]; 12] = [
    ["january", "enero"],
    ["february", "febrero"],
    ["march", "marzo"],
    ["april", "abril"],
    ["may", "mayo"],
    ["june", "junio"],
    ["july", "julio"],
    ["august", "agosto"],
    ["september", "septiembre"],
    ["october", "octubre"],
    ["november", "noviembre"],
    ["december", "diciembre"],
];

const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
];

/// Whether a word is a name or the start of it, three letters at least: “Sept” for “September”.
fn names(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.starts_with(word)
}

fn read_day(text: &str) -> Option<(NaiveDate, Option<Supposed>)> {
    let folded = crate::model::fold::fold(text);
    let (mut numbers, mut month) = (Vec::new(), None);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match &word[digits.len()..] {
            // Years of more than four digits are slips.
            "" | "st" | "nd" | "rd" | "th" if !digits.is_empty() && digits.len() <= 4 => numbers.push(digits),
            "de" | "del" | "of" | "the" => {}
            name if digits.is_empty() => {
                match MONTHS.iter().position(|both| both.iter().any(|full| names(name, full))) {
                    Some(found) if month.is_none() => month = Some(found as u32 + 1),
                    _ if WEEKDAYS.iter().any(|full| names(name, full)) => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
    let number = |digits: &str| digits.parse::<u32>().ok();
    match (numbers.as_slice(), month) {
        ([y, d], Some(month)) if y.len() == 4 => Some((build(y, month, number(d)?)?, None)),
        ([d, y], Some(month)) => Some((build(y, month, number(d)?)?, None)),
        ([y, m, d], None) if y.len() == 4 => Some((build(y, number(m)?, number(d)?)?, None)),
        ([a, b, y], None) => {
            let (first, second) = (number(a)?, number(b)?);
            if first > 12 {
                return Some((build(y, second, first)?, Some(Supposed::DayFirst)));
            }
            let either = second <= 12 && first != second;
            Some((build(y, first, second)?, either.then_some(Supposed::MonthFirst)))
        }
        _ => None,
    }
}

fn build(year: &str, month: u32, day: u32) -> Option<NaiveDate> {
    let number: i32 = year.parse().ok()?;
    let year = match (year.len(), number) {
        (2, 0..=68) => 2000 + number,
        (2, _) => 1900 + number,
        (4, _) => number,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Now;
    use proptest::prelude::*;

    fn read(cell: &str) -> Option<String> {
        day(cell).map(|(day, _)| day.to_string())
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for cell in [
            "2026-03-14",
            "20260314",
            "2026/3/14",
            "3/14/2026",
            "03/14/26",
            "3-14-2026",
            "14 Mar 2026",
            "14-Mar-26",
            "14 mar. 2026",
            "March 14, 2026",
            "Mar 14th, 2026",
            "Saturday, March 14, 2026",
            "sábado, 14 de marzo de 2026",
            "2026 March 14",
            "14/3/2026",
            "3/14/2026 0:00",
            "2026-03-14T09:14:00-04:00",
            "2026-03-14 23:59:59.500",
        ] {
            assert_eq!(read(cell).as_deref(), Some("2026-03-14"), "{cell}");
        }
        assert_eq!(read("January 1, 1970").as_deref(), Some("1970-01-01"));
        assert_eq!(read("1 ene 70").as_deref(), Some("1970-01-01"));
        assert_eq!(read("4/5/1023").as_deref(), Some("1023-04-05"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for cell in [
            "",
            "soon",
            "2026",
            "06226",
            "99999",
            "45567.5.1",
            "March 2026",
            "13/13/2026",
            "2/30/2026",
            "1/2/3/4",
            "1/2/20266",
            "14 Mar Apr 26",
            "1/2/026",
            "ext. 12",
            "9:14",
            "3/14/2026 25:00",
            "٣/١٤/٢٠٢٦",
        ] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_column_shows_whether_its_days_come_first() {
        let first = |cells: &[&str]| is_day_first(cells.iter().copied());
        assert!(first(&["25.03.2024", "05.03.2024", "31.03.2024"]));
        assert!(first(&["25/3/2024", "5/3/2024", "31/3/2024"]));
        assert!(!first(&["25/3/2024", "5/3/2024"]), "one may be a slip");
        assert!(!first(&["05.03.2024", "04.06.2024"]));
        assert!(!first(&["25/3/2024", "3/25/2024"]));
        assert!(!first(&["2024-03-25", "soon"]));
        for (cell, is) in [
            ("05.03.2024", "2024-03-05"),
            ("5/3/24", "2024-03-05"),
            ("05.03.2024 9:14", "2024-03-05 9:14"),
            ("25.03.2024", "25.03.2024"),
            ("2024-03-05", "2024-03-05"),
            ("soon", "soon"),
        ] {
            assert_eq!(reordered(cell), is, "{cell}");
        }
    }

    #[test]
    fn days_that_a_spreadsheet_counts_are_read_and_told() {
        for (cell, is) in [
            ("45321", "2024-01-30"),
            ("45321.0", "2024-01-30"),
            ("44985.375", "2023-02-28"),
            ("46204.99999", "2026-07-01"),
            ("18264", "1950-01-01"),
        ] {
            let (day, supposed) = day(cell).unwrap();
            assert_eq!((&*day.to_string(), supposed), (is, Some(Supposed::Serial)), "{cell}");
        }
        let now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
        let stored = moment("44985.375", &now).map(|(stored, _)| stored);
        assert_eq!(stored.as_deref(), Some("2023-02-28T09:00:00-04:00"));
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }

    #[test]
    fn what_was_supposed_is_told() {
        let supposed = |cell| day(cell).and_then(|(_, supposed)| supposed);
        assert_eq!(supposed("3/4/2026"), Some(Supposed::MonthFirst));
        assert_eq!(supposed("25/3/2026"), Some(Supposed::DayFirst));
        for cell in ["3/14/2026", "4/4/2026", "2026-03-04", "4 Mar 2026"] {
            assert_eq!(supposed(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_moment_is_read_in_the_time_of_the_device() {
        let now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
        for (cell, stored) in [
            ("2026-10-02T09:14:03Z", "2026-10-02T09:14:03Z"),
            ("2026-10-02 09:14", "2026-10-02T09:14:00-04:00"),
            ("10/2/2026 9:14 AM", "2026-10-02T09:14:00-04:00"),
            ("10/2/2026, 12:05 a. m.", "2026-10-02T00:05:00-04:00"),
            ("Oct 2, 2026 12:30pm", "2026-10-02T12:30:00-04:00"),
            ("2026-10-02", "2026-10-02T00:00:00-04:00"),
        ] {
            assert_eq!(moment(cell, &now).map(|(stored, _)| stored).as_deref(), Some(stored), "{cell}");
        }
        assert_eq!(moment("10/2/2026 13:00 PM", &now), None);
    }

    proptest! {
        #[test]
        fn no_cell_is_too_much(cell in "[0-9a-zT/: .,é-]{0,24}|\\PC{0,24}") {
            day(&cell);
            moment(&cell, &Now { ms: 0, offset_minutes: 0 });
        }
    }
}

//! Days and moments, as they are stored and as people say them.

use crate::domain::text::{Lang, Text, t};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, Timelike};

/// The present, as the device's clock and offset have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970; negative before. The clock may be wrong by years.
    pub ms: i64,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
}

impl Now {
    /// The moment with its offset. A clock beyond what a calendar can hold reads as 1970.
    pub fn moment(self) -> DateTime<FixedOffset> {
        at(self.ms, self.offset_minutes)
    }

    /// The day it is here.
    pub fn today(self) -> NaiveDate {
        self.moment().date_naive()
    }

    /// The moment as it is stored, to the second: `2026-10-02T09:14:03-04:00`.
    pub fn to_stored(self) -> String {
        stored(self.moment())
    }

    /// A moment elsewhere in time, in today's offset.
    pub fn local(self, ms: i64) -> DateTime<FixedOffset> {
        at(ms, self.offset_minutes)
    }
}

fn at(ms: i64, offset_minutes: i32) -> DateTime<FixedOffset> {
    let utc = FixedOffset::east_opt(0);
    let offset = FixedOffset::east_opt(offset_minutes.clamp(-1439, 1439) * 60).or(utc);
    let moment = DateTime::from_timestamp_millis(ms).filter(|moment| (1..=9999).contains(&moment.year()));
    let moment = moment.unwrap_or_default();
    match offset {
        Some(offset) => moment.with_timezone(&offset),
        None => moment.fixed_offset(),
    }
}

/// The day of a stored date, `YYYY-MM-DD`.
pub fn day(stored: &str) -> Option<NaiveDate> {
    // By hand: chrono's parser of patterns would be a tenth of the app's size.
    let [year, month, day] = numbers(stored, "0000-00-00")?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The numbers of a text that is written like a pattern: digits where it has `0`, everything else as it stands.
fn numbers<const N: usize>(text: &str, pattern: &str) -> Option<[u32; N]> {
    let like = |(b, p): (u8, u8)| if p == b'0' { b.is_ascii_digit() } else { b == p };
    if text.len() != pattern.len() || !text.bytes().zip(pattern.bytes()).all(like) {
        return None;
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).map(|digits| digits.parse().unwrap_or(u32::MAX));
    let mut found = [0; N];
    for number in &mut found {
        *number = numbers.next()?;
    }
    Some(found)
}

/// A moment as it is stored, to the second, with its offset.
pub fn stored(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The moment of a stored date-time, RFC 3339.
pub fn moment(stored: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(stored).ok()
}

/// The day of a stored date or date-time, as it was where it was written.
pub fn day_of(stored: &str) -> Option<NaiveDate> {
    day(stored).or_else(|| moment(stored).map(|moment| moment.date_naive()))
}

/// What a date-time input of a browser holds, `2026-10-02T09:14`, given the device's offset at present.
pub fn from_local(input: &str, now: Now) -> Option<String> {
    let with_seconds = || numbers(input, "0000-00-00T00:00:00");
    let [year, month, day, hour, minute, second] =
        numbers(&format!("{input}:00"), "0000-00-00T00:00:00").or_else(with_seconds)?;
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let local = day.and_hms_opt(hour, minute, second)?;
    Some(stored(local.and_local_timezone(*now.moment().offset()).single()?))
}

/// What a browser's date-time input needs to show a stored moment.
pub fn to_local(stored: &str) -> Option<String> {
    let moment = moment(stored)?.naive_local();
    Some(format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute()))
}

const MONTHS: [Text; 12] = [
    t("January", "enero"),
    t("February", "febrero"),
    t("March", "marzo"),
    t("April", "abril"),
    t("May", "mayo"),
    t("June", "junio"),
    t("July", "julio"),
    t("August", "agosto"),
    t("September", "septiembre"),
    t("October", "octubre"),
    t("November", "noviembre"),
    t("December", "diciembre"),
];

const WEEKDAYS: [Text; 7] = [
    t("Monday", "lunes"),
    t("Tuesday", "martes"),
    t("Wednesday", "miércoles"),
    t("Thursday", "jueves"),
    t("Friday", "viernes"),
    t("Saturday", "sábado"),
    t("Sunday", "domingo"),
];

/// A short form of a month or weekday: “Nov”, “lun”.
fn short(name: Text, lang: Lang) -> String {
    name.get(lang).chars().take(3).collect()
}

/// A day in words with its weekday: “Sunday 22 November”, “domingo 22 de noviembre”.
pub fn say_today(day: NaiveDate, lang: Lang) -> String {
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize].get(lang);
    let month = MONTHS[day.month0() as usize].get(lang);
    match lang {
        Lang::En => format!("{weekday} {} {month}", day.day()),
        Lang::Es => format!("{weekday} {} de {month}", day.day()),
    }
}

/// A day in a row or a detail: “22 Nov 2026”.
pub fn say_day(day: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", day.day(), short(MONTHS[day.month0() as usize], lang), day.year())
}

/// A month: “Nov 2026”.
pub fn say_month(year: i32, month: u32, lang: Lang) -> String {
    let name = MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or(Text::NONE);
    format!("{} {year}", short(name, lang))
}

/// A moment in a row or a detail: “22 Nov 2026, 9:14 AM”, “22 nov 2026, 9:14”.
pub fn say_moment(moment: DateTime<FixedOffset>, lang: Lang) -> String {
    format!("{}, {}", say_day(moment.date_naive(), lang), say_time(moment, lang))
}

/// The time of day: “9:14 AM”, “9:14 a. m.”.
pub fn say_time(moment: DateTime<FixedOffset>, lang: Lang) -> String {
    let (afternoon, hour) = moment.hour12();
    let half = match (lang, afternoon) {
        (Lang::En, false) => "AM",
        (Lang::En, true) => "PM",
        (Lang::Es, false) => "a. m.",
        (Lang::Es, true) => "p. m.",
    };
    format!("{hour}:{:02} {half}", moment.minute())
}

/// A day near to today, as a person says it: “today”, “tomorrow”, “Tuesday”, “22 Nov 2026”.
pub fn say_near(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    const TODAY: Text = t("today", "hoy");
    const TOMORROW: Text = t("tomorrow", "mañana");
    const YESTERDAY: Text = t("yesterday", "ayer");
    match (day - today).num_days() {
        0 => TODAY.get(lang).to_owned(),
        1 => TOMORROW.get(lang).to_owned(),
        -1 => YESTERDAY.get(lang).to_owned(),
        2..=6 => WEEKDAYS[day.weekday().num_days_from_monday() as usize].get(lang).to_owned(),
        _ => say_day(day, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_day_is_read_strictly() {
        assert_eq!(day("2026-11-22"), Some(date(2026, 11, 22)));
        assert_eq!(day("1023-04-05"), Some(date(1023, 4, 5)));
        for text in ["2026-2-3", "2026-02-30", "22/11/2026", "+026-11-22", "2026-11-22T00:00", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn clocks_far_off_do_no_harm() {
        for ms in [i64::MIN, -1, 0, i64::MAX, 253_402_300_800_000] {
            let now = Now { ms, offset_minutes: -100_000 };
            assert!(moment(&now.to_stored()).is_some(), "{ms}");
        }
    }

    #[test]
    fn people_read_days_in_their_language() {
        let sunday = date(2026, 11, 22);
        assert_eq!(say_today(sunday, Lang::En), "Sunday 22 November");
        assert_eq!(say_today(sunday, Lang::Es), "domingo 22 de noviembre");
        assert_eq!(say_near(date(2026, 11, 24), sunday, Lang::En), "Tuesday");
        assert_eq!(say_near(date(2026, 11, 23), sunday, Lang::Es), "mañana");
        assert_eq!(say_day(sunday, Lang::Es), "22 nov 2026");
    }

    #[test]
    fn a_moment_goes_through_an_input_and_back() {
        let now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
        let stored = from_local("2026-10-02T09:14", now).unwrap();
        assert_eq!(stored, "2026-10-02T09:14:00-04:00");
        assert_eq!(to_local(&stored).as_deref(), Some("2026-10-02T09:14"));
    }
}

//! Days and moments, as they are stored and as people say them.

use super::text::{Lang, Message, Text, t};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Timelike, Weekday};

/// What stands for a date that somebody began to enter and did not finish: nobody could know what was meant, and taking it
/// for none would lose it.
pub const UNFINISHED: &str = "…";

/// How far clocks are from UTC where the device is.
pub trait Zone: std::fmt::Debug {
    /// Minutes east of UTC at a moment, milliseconds since 1970.
    fn offset_at(&self, ms: i64) -> i32;

    /// What the zone is called, such as `America/New_York` (IANA), where the device says it.
    fn zone_name(&self) -> Option<String> {
        None
    }
}

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
}

/// A place where clocks are never changed.
impl Zone for Now {
    fn offset_at(&self, _: i64) -> i32 {
        self.offset_minutes
    }
}

/// A moment as clocks in a zone show it.
pub fn local(ms: i64, zone: &(impl Zone + ?Sized)) -> DateTime<FixedOffset> {
    at(ms, zone.offset_at(ms))
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

/// A day as calendars write it (RFC 5545, 3.3.4): `20260305`.
pub fn compact(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The day that a text of a calendar begins with, `20260305` or `20260305T093000Z`.
pub fn compact_day(text: &str) -> Option<NaiveDate> {
    day(&format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..8)?))
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

/// What a date-time input of a browser holds, `2026-10-02T09:14`, as it is stored: with the offset that clocks have there
/// and then.
///
/// A time that clocks show twice, when they are set back, is the first of the two; one that they skip is counted from
/// before they were set forward. Both have the offset from before the change.
pub fn from_local(input: &str, zone: &(impl Zone + ?Sized)) -> Option<String> {
    let local = read_local(input)?;
    with_offset(local, offset_of(local, zone))
}

/// The offset that clocks in a zone have when they show a time, in minutes east of UTC.
///
/// A time that clocks show twice, when they are set back, is the first of the two; one that they skip is counted from
/// before they were set forward. Both have the offset from before the change.
pub fn offset_of(local: NaiveDateTime, zone: &(impl Zone + ?Sized)) -> i32 {
    let utc = local.and_utc().timestamp_millis();
    let (before, after) = (zone.offset_at(utc - DAY_MS), zone.offset_at(utc + DAY_MS));
    let shows = |offset: &i32| zone.offset_at(utc - i64::from(*offset) * 60_000) == *offset;
    [before, after].into_iter().find(shows).unwrap_or(before)
}

/// What a date-time input holds after somebody changed a stored moment in it.
///
/// The input shows the moment as it was where it was written. So what is left alone stays to the second, and what was
/// written under other clocks than those here is put right by those.
pub fn changed_local(input: &str, before: &str, zone: &(impl Zone + ?Sized)) -> Option<String> {
    if to_local(before).as_deref() == Some(input) {
        return Some(before.to_owned());
    }
    let Some(known) = moment(before) else { return from_local(input, zone) };
    let (offset, local) = (known.offset().local_minus_utc() / 60, read_local(input)?);
    let written_here = zone.offset_at(known.timestamp_millis()) == offset;
    let still = zone.offset_at(local.and_utc().timestamp_millis() - i64::from(offset) * 60_000) == offset;
    if written_here && !still { from_local(input, zone) } else { with_offset(local, offset) }
}

const DAY_MS: i64 = 86_400_000;

fn read_local(input: &str) -> Option<NaiveDateTime> {
    let with_seconds = || numbers(input, "0000-00-00T00:00:00");
    let [year, month, day, hour, minute, second] =
        numbers(&format!("{input}:00"), "0000-00-00T00:00:00").or_else(with_seconds)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_hms_opt(hour, minute, second)
}

fn with_offset(local: NaiveDateTime, minutes: i32) -> Option<String> {
    let offset = FixedOffset::east_opt(minutes.clamp(-1439, 1439) * 60)?;
    Some(stored(local.and_local_timezone(offset).single()?))
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

/// What a weekday is called: “Monday”, “lunes”.
pub fn weekday_name(weekday: Weekday) -> Text {
    WEEKDAYS[weekday.num_days_from_monday() as usize]
}

/// What a month is called, counted from 1: “June”, “junio”. None has no name.
pub fn month_name(month: u32) -> Text {
    MONTHS.get(month.wrapping_sub(1) as usize).copied().unwrap_or(Text::NONE)
}

/// A day of the year within a sentence: “June 30”, “30 de junio”.
pub fn day_of_year(month: u32, day: u32) -> Message {
    t("{month} {day}", "{day} de {month}").with("month", month_name(month)).with("day", day)
}

/// A day within a sentence: “June 30, 2027”, “30 de junio de 2027”.
pub fn in_full(day: NaiveDate) -> Message {
    t("{day}, {year}", "{day} de {year}").with("day", day_of_year(day.month(), day.day())).with("year", day.year())
}

/// A day with its weekday: “Wednesday, June 30, 2027”, “miércoles, 30 de junio de 2027”.
pub fn in_full_with_weekday(day: NaiveDate) -> Message {
    t("{weekday}, {day}", "{weekday}, {day}").with("weekday", weekday_name(day.weekday())).with("day", in_full(day))
}

/// A month or weekday in short: “Nov”, “nov.”.
fn short(name: Text, lang: Lang) -> String {
    let letters: String = name.get(lang).chars().take(3).collect();
    match lang {
        Lang::En => letters,
        Lang::Es => format!("{letters}."),
    }
}

/// A day in words with its weekday: “Sunday, November 22”, “Domingo, 22 de noviembre”.
pub fn say_today(day: NaiveDate, lang: Lang) -> String {
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize].get(lang);
    let month = MONTHS[day.month0() as usize].get(lang);
    match lang {
        Lang::En => format!("{weekday}, {month} {}", day.day()),
        Lang::Es => format!("{}, {} de {month}", capital(weekday), day.day()),
    }
}

/// The same words with a capital at their beginning, as a line by itself has it.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A time of day as it is stored, `09:30`, or as people write it: “9:30 AM”, “9:30 p. m.”, “3pm”. A number alone is none.
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '.').map(|c| c.to_ascii_lowercase()).collect();
    let half = [("am", 0), ("pm", 12)].into_iter().find_map(|(half, from)| Some((bare.strip_suffix(half)?, from)));
    let (clock, from) = half.map_or((&*bare, None), |(clock, from)| (clock, Some(from)));
    let (hour, minute) = match clock.split_once(':') {
        Some(parts) => parts,
        None => (clock, from.map(|_| "0")?),
    };
    let two =
        |text: &str| text.parse::<u32>().ok().filter(|_| text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit()));
    let hour = match (two(hour)?, from) {
        (hour @ 1..=12, Some(from)) => hour % 12 + from,
        (_, Some(_)) => return None,
        (hour, None) => hour,
    };
    NaiveTime::from_hms_opt(hour, two(minute)?, 0)
}

/// A time of day as it is stored.
pub fn stored_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A day in a row or a detail: “Nov 22, 2026”, “22 nov. 2026”.
pub fn say_day(day: NaiveDate, lang: Lang) -> String {
    let month = short(MONTHS[day.month0() as usize], lang);
    match lang {
        Lang::En => format!("{month} {}, {}", day.day(), day.year()),
        Lang::Es => format!("{} {month} {}", day.day(), day.year()),
    }
}

/// A month: “Nov 2026”, “nov. 2026”.
pub fn say_month(year: i32, month: u32, lang: Lang) -> String {
    let name = MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or(Text::NONE);
    format!("{} {year}", short(name, lang))
}

/// A month as a heading: “November 2026”, “Noviembre de 2026”.
pub fn say_whole_month(day: NaiveDate, lang: Lang) -> String {
    let month = MONTHS[day.month0() as usize].get(lang);
    match lang {
        Lang::En => format!("{month} {}", day.year()),
        Lang::Es => format!("{} de {}", capital(month), day.year()),
    }
}

/// A weekday above a column of days: “Thu”, “jue.”.
pub fn say_weekday(day: NaiveDate, lang: Lang) -> String {
    short(WEEKDAYS[day.weekday().num_days_from_monday() as usize], lang)
}

/// A moment in a row or a detail: “Nov 22, 2026, 9:14 AM”, “22 nov. 2026, 9:14 a. m.”.
pub fn say_moment(moment: DateTime<FixedOffset>, lang: Lang) -> String {
    format!("{}, {}", say_day(moment.date_naive(), lang), say_time(moment, lang))
}

/// The time of day: “9:14 AM”, “9:14 a. m.”.
pub fn say_time(time: impl Timelike, lang: Lang) -> String {
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { AFTERNOON } else { MORNING };
    format!("{hour}:{:02} {}", time.minute(), half.get(lang))
}

/// The hour of a day, from 0 to 23, in both languages: “9 AM”, “9 a. m.”.
pub fn hour(hour: u32) -> Message {
    let said = if hour < 12 { t("{hour} AM", "{hour} a. m.") } else { t("{hour} PM", "{hour} p. m.") };
    said.with("hour", (hour + 11) % 12 + 1)
}

const MORNING: Text = t("AM", "a. m.");
const AFTERNOON: Text = t("PM", "p. m.");

/// A day near to today, as a person says it: “today”, “tomorrow”, “Tuesday”, a week later “Tue, Dec 1”, else “Nov 22, 2026”.
pub fn say_near(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    const TODAY: Text = t("today", "hoy");
    const TOMORROW: Text = t("tomorrow", "mañana");
    const YESTERDAY: Text = t("yesterday", "ayer");
    match (day - today).num_days() {
        0 => TODAY.get(lang).to_owned(),
        1 => TOMORROW.get(lang).to_owned(),
        -1 => YESTERDAY.get(lang).to_owned(),
        2..=6 => WEEKDAYS[day.weekday().num_days_from_monday() as usize].get(lang).to_owned(),
        7..=13 => {
            let weekday = short(WEEKDAYS[day.weekday().num_days_from_monday() as usize], lang);
            let month = short(MONTHS[day.month0() as usize], lang);
            match lang {
                Lang::En => format!("{weekday}, {month} {}", day.day()),
                Lang::Es => format!("{weekday} {} {month}", day.day()),
            }
        }
        _ => say_day(day, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
        assert_eq!(say_today(sunday, Lang::En), "Sunday, November 22");
        assert_eq!(say_today(sunday, Lang::Es), "Domingo, 22 de noviembre");
        assert_eq!(say_near(date(2026, 11, 24), sunday, Lang::En), "Tuesday");
        assert_eq!(say_near(date(2026, 11, 23), sunday, Lang::Es), "mañana");
        assert_eq!(say_near(date(2026, 12, 1), sunday, Lang::En), "Tue, Dec 1");
        assert_eq!(say_near(date(2026, 12, 5), sunday, Lang::Es), "sáb. 5 dic.");
        assert_eq!(say_near(date(2026, 12, 6), sunday, Lang::En), "Dec 6, 2026");
        assert_eq!(say_whole_month(sunday, Lang::En), "November 2026");
        assert_eq!(say_whole_month(sunday, Lang::Es), "Noviembre de 2026");
        assert_eq!([Lang::En, Lang::Es].map(|lang| say_weekday(sunday, lang)), ["Sun", "dom."]);
        assert_eq!(say_day(sunday, Lang::En), "Nov 22, 2026");
        assert_eq!(say_day(sunday, Lang::Es), "22 nov. 2026");
        assert_eq!(say_month(2026, 5, Lang::Es), "may. 2026");
        assert_eq!(in_full(sunday).say(Lang::En), "November 22, 2026");
        assert_eq!(in_full_with_weekday(sunday).say(Lang::Es), "domingo, 22 de noviembre de 2026");
        assert!(month_name(0).is_empty() && month_name(13).is_empty());
    }

    #[test]
    fn a_moment_goes_through_an_input_and_back() {
        let now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
        let stored = from_local("2026-10-02T09:14", &now).unwrap();
        assert_eq!(stored, "2026-10-02T09:14:00-04:00");
        assert_eq!(to_local(&stored).as_deref(), Some("2026-10-02T09:14"));
    }

    /// A zone by its two offsets and the moments at which clocks change to the second and back.
    #[derive(Debug)]
    struct Changes {
        usual: i32,
        summer: i32,
        from: i64,
        until: i64,
    }

    impl Zone for Changes {
        fn offset_at(&self, ms: i64) -> i32 {
            if (self.from..self.until).contains(&ms) { self.summer } else { self.usual }
        }
    }

    /// 2026 in New York: from 8 March, 2:00, until 1 November, 2:00.
    const NEW_YORK: Changes = Changes { usual: -300, summer: -240, from: 1_772_953_200_000, until: 1_793_512_800_000 };
    const HONOLULU: Now = Now { ms: 0, offset_minutes: -600 };

    #[test]
    fn a_moment_of_another_season_has_the_offset_of_that_season() {
        for (input, is) in [
            ("2026-01-15T09:00", "2026-01-15T09:00:00-05:00"),
            ("2026-07-10T22:30", "2026-07-10T22:30:00-04:00"),
            ("2026-03-08T01:59", "2026-03-08T01:59:00-05:00"),
            // Clocks skip this hour.
            ("2026-03-08T02:30", "2026-03-08T02:30:00-05:00"),
            ("2026-03-08T03:00", "2026-03-08T03:00:00-04:00"),
            // They show this one twice.
            ("2026-11-01T01:30", "2026-11-01T01:30:00-04:00"),
            ("2026-11-01T02:00", "2026-11-01T02:00:00-05:00"),
        ] {
            assert_eq!(from_local(input, &NEW_YORK).as_deref(), Some(is), "{input}");
        }
    }

    #[test]
    fn an_edited_moment_keeps_the_offset_that_holds_there() {
        for (input, before, is) in [
            // Left alone, to the second.
            ("2026-07-10T22:30", "2026-07-10T22:30:17-04:00", "2026-07-10T22:30:17-04:00"),
            // The second of the two hours, put right by five minutes.
            ("2026-11-01T01:35", "2026-11-01T01:30:00-05:00", "2026-11-01T01:35:00-05:00"),
            // Into another season.
            ("2026-01-10T22:30", "2026-07-10T22:30:17-04:00", "2026-01-10T22:30:00-05:00"),
            ("2026-07-10T22:30", "2026-01-10T22:30:00-05:00", "2026-07-10T22:30:00-04:00"),
            // Written elsewhere.
            ("2026-07-10T22:35", "2026-07-10T22:30:00+02:00", "2026-07-10T22:35:00+02:00"),
        ] {
            assert_eq!(changed_local(input, before, &NEW_YORK).as_deref(), Some(is), "{input}");
        }
        let there = changed_local("2026-07-10T22:35", "2026-07-10T22:30:00-04:00", &HONOLULU);
        assert_eq!(there.as_deref(), Some("2026-07-10T22:35:00-04:00"));
        assert_eq!(changed_local("2026-07-10", "2026-07-10T22:30:00-04:00", &HONOLULU), None);
    }

    #[test]
    fn a_time_of_day_has_twelve_hours() {
        let at = |time: &str| moment(&format!("2026-11-22T{time}:03-05:00")).unwrap();
        assert_eq!(say_moment(at("06:20"), Lang::En), "Nov 22, 2026, 6:20 AM");
        assert_eq!(say_moment(at("06:20"), Lang::Es), "22 nov. 2026, 6:20 a. m.");
        assert_eq!([say_time(at("00:05"), Lang::En), say_time(at("12:05"), Lang::Es)], ["12:05 AM", "12:05 p. m."]);
        assert_eq!([0, 11, 12, 23].map(|at| hour(at).say(Lang::En)), ["12 AM", "11 AM", "12 PM", "11 PM"]);
    }

    #[test]
    fn a_time_of_day_is_read_as_it_is_stored_and_as_it_is_written() {
        for (text, stored) in [
            ("00:00", "00:00"),
            ("9:05", "09:05"),
            (" 23:59 ", "23:59"),
            ("9:30 AM", "09:30"),
            ("9:30 p. m.", "21:30"),
            ("12:15 a.m.", "00:15"),
            ("12pm", "12:00"),
            ("3 pm", "15:00"),
        ] {
            assert_eq!(time_of_day(text).map(stored_time).as_deref(), Some(stored), "{text}");
        }
        for text in ["9", "9:60", "24:00", "+9:05", "13:00 pm", "0:30 am", "pm", "after lunch", "9:30:10", ":30", ""] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_moment_shown_in_its_zone_is_read_as_the_same_time_of_day(minutes in 29_400_000i64..29_900_000) {
            let shown = to_local(&stored(local(minutes * 60_000, &NEW_YORK))).unwrap();
            let read = from_local(&shown, &NEW_YORK).unwrap();
            prop_assert_eq!(to_local(&read), Some(shown));
            let late = minutes - moment(&read).unwrap().timestamp() / 60;
            // Only the hour that is shown twice can be meant as its other one.
            prop_assert!(late == 0 || late == 60);
        }
    }
}

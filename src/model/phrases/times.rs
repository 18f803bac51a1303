//! Times of day: “at 3”, “3:30 p.m.”, “8:45-10:51”, “a las 3 de la tarde”, “mediodía”.

use super::line::Line;
use super::tables;
use chrono::NaiveTime;

/// A time that a line names.
#[derive(Debug)]
pub(super) struct Found {
    /// When it begins.
    pub time: NaiveTime,
    /// When it ends.
    pub ends: Option<NaiveTime>,
    /// Whether it is one only beside a day: “11-12” may be many things.
    pub bare: bool,
    /// The place behind it.
    pub next: usize,
}

/// The half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// What a clock shows, as it is written.
#[derive(Clone, Copy, Debug)]
struct Clock {
    hour: u32,
    minute: u32,
    half: Option<Half>,
    /// Whether it can be nothing but a time.
    sure: bool,
    /// Whether its hours are counted to 24.
    whole_day: bool,
    next: usize,
}

const AT: &[&str] = &["at", "around", "a las", "a la", "a eso de las"];
const FROM: &[&str] = &["from", "between", "de las", "de la", "desde las", "desde la", "entre las", "de"];
const TO: &[&str] = &["-", "–", "—", "to", "and", "a las", "a la", "hasta las", "hasta la", "y las", "y la", "a"];
const MORNING: &[&str] = &[
    "am",
    "a m",
    "a . m .",
    "a . m",
    "in the morning",
    "de la manana",
    "por la manana",
    "en la manana",
    "de la madrugada",
];
const AFTERNOON: &[&str] = &[
    "pm",
    "p m",
    "p . m .",
    "p . m",
    "in the afternoon",
    "in the evening",
    "at night",
    "de la tarde",
    "por la tarde",
    "en la tarde",
    "de la noche",
    "por la noche",
    "en la noche",
];
/// What may follow an hour that stands alone: “at 3 in the gym”, and not “at 3 schools”.
const FOLLOWS: &[&str] = &[
    "in", "on", "with", "for", "every", "each", "until", "through", "starting", "w", "today", "tomorrow", "tonight",
    "con", "en", "para", "cada", "todos", "todas", "hasta", "el", "los", "hoy", "manana", "this", "next", "and", "or",
    "y", "o", "at",
];
/// Before two numbers they say that those are no hours.
const NO_HOURS: &[&str] = &[
    "age",
    "ages",
    "grade",
    "grades",
    "room",
    "rooms",
    "page",
    "pages",
    "chapter",
    "chapters",
    "no",
    "edad",
    "edades",
    "grado",
    "grados",
    "salon",
    "pagina",
    "paginas",
    "capitulo",
    "capitulos",
    "#",
    "-",
    "–",
    "/",
    ".",
    ",",
    "$",
];

/// The time that is named there. Right behind a day, two numbers are hours whatever follows them.
pub(super) fn time(line: &Line, at: usize, behind_day: bool) -> Option<Found> {
    if let Some(next) = line.after_any(at, &["at noon", "noon", "al mediodia", "a mediodia", "mediodia", "midday"]) {
        return Some(Found { time: NaiveTime::from_hms_opt(12, 0, 0)?, ends: None, bare: false, next });
    }
    let prefix = line.after_any(at, AT);
    let from = line.after_any(at, FROM).filter(|_| prefix.is_none());
    let begin = prefix.or(from).unwrap_or(at);
    let start = clock(line, begin, prefix.or(from).is_some())?;
    if start.next == begin {
        return None;
    }
    if let Some(found) = range(line, at, start, behind_day) {
        return Some(found);
    }
    let alone = prefix.is_some() && may_end(line, start.next);
    // “From” leads to a range, or to nothing.
    if from.is_some() || !start.sure && !alone {
        return None;
    }
    let hour = hour(start, start.half)?;
    Some(Found { time: NaiveTime::from_hms_opt(hour, start.minute, 0)?, ends: None, bare: false, next: start.next })
}

/// A time and the one until which it lasts.
fn range(line: &Line, at: usize, start: Clock, behind_day: bool) -> Option<Found> {
    let to = line.after_any(start.next, TO)?;
    let end = clock(line, to, true)?;
    let sure = start.sure || end.sure;
    let dashed = line.is(start.next, &["-", "–", "—"]);
    // “Las 3” is an hour where another one follows.
    let is_named = line.is_before(to, &["las", "la"]) || line.is(at, &["at"]);
    let bare = !sure && !is_named;
    // Words between two bare numbers say little, and a line of numbers with dashes is rather a telephone’s.
    if line.is(start.next, &["and"]) && !line.is(at, &["between"])
        || line.is(start.next, &["a"]) && !sure && !line.is(at, &["de"])
    {
        return None;
    }
    let goes_on = dashed && line.is(end.next, &["-", "–", "/"]) && line.get(end.next).is_some_and(|token| token.glued);
    let is_counted = line.is(end.next, tables::COUNTED) || line.is(end.next, &["year", "yr"]);
    let may_be = behind_day && !is_counted || !line.is_before(at, NO_HOURS) && may_end(line, end.next);
    if bare && !may_be || goes_on {
        return None;
    }
    // “11-1 PM” begins in the morning, “10 am-2” ends in the afternoon.
    let mut begins = hour(start, start.half.or(end.half))?;
    let minutes = |hour: u32, clock: Clock| hour * 60 + clock.minute;
    let mut ends = hour(end, end.half.or(start.half))?;
    if start.half.is_none() && !start.whole_day && minutes(begins, start) >= minutes(ends, end) && end.half.is_some() {
        begins = begins.checked_sub(12)?;
    }
    if end.half.is_none() && !end.whole_day {
        ends = end.hour % 12;
        while minutes(ends, end) <= minutes(begins, start) {
            ends += 12;
        }
    }
    let time = NaiveTime::from_hms_opt(begins, start.minute, 0)?;
    let ends = NaiveTime::from_hms_opt(ends, end.minute, 0).filter(|ends| *ends > time)?;
    Some(Found { time, ends: Some(ends), bare, next: end.next })
}

/// Whether an hour without minutes may end there: a number of things is none.
fn may_end(line: &Line, at: usize) -> bool {
    let names_day = tables::weekday(line.word(at)).is_some() || tables::month(line.word(at)).is_some();
    (line.is_end(at) && !line.is(at, &["%", "$", "/", ":", "-", "–", "+", "°", "#"]))
        || line.is(at, FOLLOWS)
        || names_day
        || line.is(at, &["-", "–"]) && !line.get(at).is_some_and(|token| token.glued)
}

/// What a clock shows.
fn clock(line: &Line, at: usize, in_words: bool) -> Option<Clock> {
    if let Some(next) = line.after_any(at, &["noon", "mediodia", "el mediodia"]) {
        return Some(Clock { hour: 12, minute: 0, half: None, sure: true, whole_day: true, next });
    }
    let (hour, digits) = match line.number(at) {
        Some((number, false)) => (number, line.get(at)?.digits),
        Some(_) => return None,
        // “At once” is no hour in English.
        None if in_words && !(line.word(at) == "once" && line.word_before(at) == "at") => {
            (tables::cardinal(line.word(at)).filter(|hour| *hour <= 12)?, 1)
        }
        None => return None,
    };
    if hour > 23 || digits > 2 {
        return None;
    }
    let mut clock = Clock { hour, minute: 0, half: None, sure: false, whole_day: hour > 12 || hour == 0, next: at + 1 };
    if line.is_glued(clock.next, ":") {
        let minutes = line.get(at + 2).filter(|token| token.digits == 2 && !token.ordinal)?;
        clock.minute = minutes.number.filter(|minute| *minute < 60)?;
        clock.sure = true;
        clock.whole_day |= digits == 2 && hour < 10;
        clock.next = at + 3;
    } else if let Some((next, minute)) = [("y media", 30), ("y cuarto", 15)]
        .iter()
        .find_map(|(words, minute)| Some((line.after(clock.next, words)?, *minute)))
    {
        (clock.next, clock.minute, clock.sure) = (next, minute, true);
    }
    for sign in ["o'clock", "en punto"] {
        if let Some(next) = line.after(clock.next, sign) {
            (clock.next, clock.sure) = (next, true);
        }
    }
    let glued = line.get(clock.next).is_some_and(|token| token.glued);
    // “3h” is rather how long something takes.
    if glued && line.is(clock.next, &["h", "hs", "hrs"]) && (in_words || clock.sure || hour > 12) {
        (clock.next, clock.sure, clock.whole_day) = (clock.next + 1, true, true);
    }
    let halves = [(MORNING, Half::Morning), (AFTERNOON, Half::Afternoon)];
    let said = halves.iter().find_map(|(words, half)| Some((line.after_any(clock.next, words)?, *half)));
    let letter = match line.word(clock.next) {
        // “2a” is also how Spanish writes that something is the second.
        "a" if glued && (clock.sure || line.is(clock.next + 1, &["-", "–"])) => Some((clock.next + 1, Half::Morning)),
        "p" if glued => Some((clock.next + 1, Half::Afternoon)),
        _ => None,
    };
    if let Some((next, half)) = said.or(letter) {
        if hour == 0 || hour > 12 {
            return None;
        }
        (clock.next, clock.half, clock.sure, clock.whole_day) = (next, Some(half), true, false);
    }
    Some(clock)
}

/// The hour from 0 to 23. Where nobody says which half of the day it is, the hours from 8 to 11 are in the morning and all
/// others after noon: it is shown before it is kept.
fn hour(clock: Clock, half: Option<Half>) -> Option<u32> {
    let hour = match half {
        _ if clock.whole_day => clock.hour,
        Some(Half::Morning) => clock.hour % 12,
        Some(Half::Afternoon) => clock.hour % 12 + 12,
        None if (8..=12).contains(&clock.hour) => clock.hour,
        None => clock.hour + 12,
    };
    (hour < 24).then_some(hour)
}

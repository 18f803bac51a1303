//! The text of a calendar to its entries and zones, as programs write it and not only as it is specified.

use super::Status;
use super::wall::{Observance, Wall};
use crate::formats::content_line::{self, text};
use crate::model::date::compact_day;
use crate::model::recurrence::{Rule, RuleError};
use chrono::{NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// When an entry ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ends {
    /// At this time, and of whole days before this one.
    At(Wall),
    /// So long after it began.
    After(TimeDelta),
}

/// An entry that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The line where it begins, from 1.
    pub line: u64,
    /// What it is known by.
    pub uid: String,
    /// Of an entry that comes again: which of its days this one stands for.
    pub instead_of: Option<Wall>,
    /// When it begins; none where it does not say so, or not so that it can be understood.
    pub starts: Option<Wall>,
    /// When it ends.
    pub ends: Option<Ends>,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Where it is.
    pub location: String,
    /// Where more of it stands on the web.
    pub url: String,
    /// Whether it takes place.
    pub status: Status,
    /// When it comes again.
    pub rule: Option<Result<Rule, RuleError>>,
    /// Days on which it comes, beside the rule.
    pub also: Vec<Wall>,
    /// Days on which it does not, whatever the rule says.
    pub except: Vec<Wall>,
    /// How many people it names.
    pub people: usize,
}

/// What stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Its entries.
    pub entries: Vec<Found>,
    /// Its zones.
    pub zones: BTreeMap<String, Vec<Observance>>,
    /// What was left out: the names of the parts, and how many.
    pub left_out: BTreeMap<String, usize>,
    /// The lines outside of any calendar.
    pub outside: Vec<(u64, String)>,
}

impl Calendar {
    /// What stands in a text, read without a break.
    pub fn read(text: &str) -> Calendar {
        let mut reader = Reader::new(text);
        while reader.step() {}
        reader.finish()
    }
}

/// Whether a text is a calendar.
pub fn is_ics(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("begin:vcalendar"))
}

/// Puts letters together again that were split where a line was folded: some programs count bytes and not letters.
pub fn mend_split_letters(bytes: Vec<u8>) -> Vec<u8> {
    let is_split = |at: usize, fold: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        before.is_some_and(|byte| *byte >= 0x80) && bytes.get(at + fold).is_some_and(|byte| (0x80..0xc0).contains(byte))
    };
    let folds = |at: usize| match bytes.get(at..)? {
        [b'\r', b'\n', b' ' | b'\t', ..] => Some(3),
        [b'\n', b' ' | b'\t', ..] => Some(2),
        _ => None,
    };
    if !memchr::memchr_iter(b'\n', &bytes).any(|at| bytes.get(at + 1).is_some_and(|next| matches!(next, b' ' | b'\t')))
    {
        return bytes;
    }
    let mut mended = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match folds(at) {
            Some(fold) if is_split(at, fold) => at += fold,
            _ => {
                mended.push(*byte);
                at += 1;
            }
        }
    }
    mended
}

/// The properties that an entry may begin a line with; any other that does not begin with “X-” is most likely not meant as
/// one, but a line that was broken without a fold.
const NAMES: &[&str] = &[
    "BEGIN",
    "END",
    "ACTION",
    "ATTACH",
    "ATTENDEE",
    "CALSCALE",
    "CATEGORIES",
    "CLASS",
    "COLOR",
    "COMMENT",
    "COMPLETED",
    "CONFERENCE",
    "CONTACT",
    "CREATED",
    "DESCRIPTION",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "DUE",
    "DURATION",
    "EXDATE",
    "EXRULE",
    "FREEBUSY",
    "GEO",
    "IMAGE",
    "LAST-MODIFIED",
    "LOCATION",
    "METHOD",
    "NAME",
    "ORGANIZER",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "PRODID",
    "RDATE",
    "RECURRENCE-ID",
    "REFRESH-INTERVAL",
    "RELATED-TO",
    "REPEAT",
    "REQUEST-STATUS",
    "RESOURCES",
    "RRULE",
    "SEQUENCE",
    "SOURCE",
    "STATUS",
    "STYLED-DESCRIPTION",
    "SUMMARY",
    "TRANSP",
    "TRIGGER",
    "TZID",
    "TZNAME",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZURL",
    "UID",
    "URL",
    "VERSION",
];

/// A line and what was folded onto it.
struct Line {
    number: u64,
    name: String,
    /// The zone it names, if any.
    zone: Option<String>,
    value: String,
}

/// The part of a file that is being read.
#[derive(Default)]
struct Reading {
    calendar: Calendar,
    /// The parts that are open, the innermost last.
    open: Vec<String>,
    entry: Option<Found>,
    zone: String,
    observances: Vec<Observance>,
    observance: BTreeMap<String, String>,
}

/// How many lines are read between two breaks.
const STEP: usize = 4_000;

/// Reads a calendar, some lines at a time: a large one takes seconds. A part that has no end ends where the next of its
/// kind begins, or with the file.
#[derive(Default)]
pub struct Reader {
    text: String,
    /// How far the text is read, in bytes.
    at: usize,
    /// How many lines that were.
    lines: u64,
    line: Option<Line>,
    reading: Reading,
}

impl Reader {
    /// Of this text.
    pub fn new(text: &str) -> Reader {
        Reader { text: text.replace("\r\n", "\n"), ..Reader::default() }
    }

    /// Reads on, and says whether there is more.
    pub fn step(&mut self) -> bool {
        for text in self.text[self.at..].split(['\n', '\r']).take(STEP) {
            self.at += text.len() + 1;
            self.lines += 1;
            self.reading.line(&mut self.line, self.lines, text.trim_start_matches('\u{feff}'));
        }
        self.at < self.text.len()
    }

    /// How many bytes are read, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at.min(self.text.len()), self.text.len())
    }

    /// What was read.
    pub fn finish(mut self) -> Calendar {
        self.line.into_iter().for_each(|done| self.reading.take(done));
        self.reading.end_entry();
        self.reading.end_zone();
        self.reading.calendar
    }
}

fn begin(number: u64, line: &str) -> Option<Line> {
    let (name, parameters, value) = content_line::split(line)?;
    let name = name.to_ascii_uppercase();
    if !NAMES.contains(&&*name) && !name.starts_with("X-") {
        return None;
    }
    let zone = parameters.iter().find_map(|parameter| {
        let (key, zone) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case("tzid").then(|| zone.trim().trim_matches('"').to_owned())
    });
    Some(Line { number, name, zone, value: value.to_owned() })
}

impl Reading {
    /// The next line, beside the one that may go on in it.
    fn line(&mut self, line: &mut Option<Line>, number: u64, text: &str) {
        if let (Some(line), Some(rest)) = (&mut *line, text.strip_prefix([' ', '\t'])) {
            return line.value.push_str(rest);
        }
        if text.trim().is_empty() {
            return;
        }
        match (begin(number, text), &mut *line) {
            (Some(next), _) => line.replace(next).into_iter().for_each(|done| self.take(done)),
            (None, Some(open)) => {
                open.value.push_str("\\n");
                open.value.push_str(text);
            }
            (None, None) => self.calendar.outside.push((number, text.to_owned())),
        }
    }

    fn take(&mut self, line: Line) {
        let value = line.value.trim();
        match &*line.name {
            "BEGIN" => return self.begin(line.number, value.to_ascii_uppercase()),
            "END" => return self.end(&value.to_ascii_uppercase()),
            _ => {}
        }
        match self.open.last().map(String::as_str) {
            Some("VEVENT") => self.entry.iter_mut().for_each(|entry| entry.take(&line)),
            Some("VTIMEZONE") if line.name == "TZID" => self.zone = text(value),
            Some("STANDARD" | "DAYLIGHT") => drop(self.observance.insert(line.name, line.value)),
            Some(_) => {}
            None => self.calendar.outside.push((line.number, line.value)),
        }
    }

    fn begin(&mut self, number: u64, part: String) {
        match &*part {
            "VEVENT" => {
                self.end_entry();
                self.open.retain(|open| open == "VCALENDAR");
                self.entry = Some(Found { line: number, ..Found::default() });
            }
            "VTIMEZONE" => self.end_zone(),
            "VTODO" | "VJOURNAL" | "VFREEBUSY" => *self.calendar.left_out.entry(part.clone()).or_default() += 1,
            _ => {}
        }
        self.open.push(part);
    }

    fn end(&mut self, part: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open == part) {
            self.open.truncate(at);
        }
        match part {
            "VEVENT" => self.end_entry(),
            "VTIMEZONE" => self.end_zone(),
            "STANDARD" | "DAYLIGHT" => {
                let said = std::mem::take(&mut self.observance);
                self.observances.extend(observance(&said));
            }
            _ => {}
        }
    }

    fn end_entry(&mut self) {
        self.calendar.entries.extend(self.entry.take());
    }

    fn end_zone(&mut self) {
        let (name, observances) = (std::mem::take(&mut self.zone), std::mem::take(&mut self.observances));
        if !name.is_empty() {
            self.calendar.zones.entry(name).or_default().extend(observances);
        }
    }
}

impl Found {
    fn take(&mut self, line: &Line) {
        let value = line.value.trim();
        let wall = || wall(value, line.zone.as_deref());
        match &*line.name {
            "UID" => self.uid = text(value),
            "SUMMARY" => self.title = text(value),
            "DESCRIPTION" => self.description = text(value),
            "LOCATION" => self.location = text(value),
            "URL" => self.url = value.to_owned(),
            "STATUS" => {
                self.status = match &*value.to_ascii_uppercase() {
                    "CANCELLED" | "CANCELED" => Status::Canceled,
                    "TENTATIVE" => Status::Tentative,
                    _ => Status::Confirmed,
                }
            }
            "DTSTART" => self.starts = wall(),
            "DTEND" => self.ends = wall().map(Ends::At),
            "DURATION" => self.ends = duration(value).map(Ends::After),
            "RRULE" => self.rule = Some(value.parse()),
            "RECURRENCE-ID" => self.instead_of = wall(),
            "EXDATE" => self.except.extend(walls(line)),
            "RDATE" => self.also.extend(walls(line)),
            "ATTENDEE" | "ORGANIZER" | "CONTACT" => self.people += 1,
            _ => {}
        }
    }
}

fn walls(line: &Line) -> impl Iterator<Item = Wall> + '_ {
    // A period is told by where it begins.
    let starts = line.value.split(',').map(|item| item.split_once('/').map_or(item, |(starts, _)| starts).trim());
    starts.filter_map(|item| wall(item, line.zone.as_deref()))
}

/// A time, such as `20260305T090000Z` or `20260305`.
fn wall(value: &str, zone: Option<&str>) -> Option<Wall> {
    let day = compact_day(value)?;
    let rest = value.get(8..)?;
    if rest.is_empty() {
        return Some(Wall::Day(day));
    }
    let (time, utc) = rest.strip_suffix(['Z', 'z']).map_or((rest, false), |time| (time, true));
    let at = day.and_time(time_of(time.strip_prefix(['T', 't'])?)?);
    Some(match zone {
        _ if utc => Wall::Utc(at),
        Some(zone) if !zone.is_empty() => Wall::In(zone.to_owned(), at),
        _ => Wall::Here(at),
    })
}

/// `090000`, and `0900` as some write it. A leap second is the one before.
fn time_of(digits: &str) -> Option<NaiveTime> {
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |at: usize| digits.get(at..at + 2).and_then(|two| two.parse::<u32>().ok());
    NaiveTime::from_hms_opt(number(0)?, number(2)?, number(4).unwrap_or(0).min(59))
}

/// A length such as `P1DT2H30M` or `-PT15M`. An entry that ends before it begins has none.
fn duration(value: &str) -> Option<TimeDelta> {
    let value = value.strip_prefix('+').unwrap_or(value).strip_prefix('P')?;
    let (mut seconds, mut number) = (0i64, String::new());
    for letter in value.chars() {
        let unit = match letter {
            '0'..='9' if number.len() < 9 => {
                number.push(letter);
                continue;
            }
            'T' => continue,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        seconds += std::mem::take(&mut number).parse::<i64>().ok()? * unit;
    }
    TimeDelta::try_seconds(seconds)
}

/// A change of clocks, as its part says it.
fn observance(said: &BTreeMap<String, String>) -> Option<Observance> {
    let get = |name: &str| said.get(name).map(|value| value.trim());
    let Some(Wall::Here(starts)) = wall(get("DTSTART")?, None) else { return None };
    let offset = |name: &str| offset(get(name)?);
    let rule = get("RRULE").and_then(|rule| rule.parse().ok());
    Some(Observance { starts, from: offset("TZOFFSETFROM")?, to: offset("TZOFFSETTO")?, rule })
}

/// Minutes east of UTC: `-0500`, and `-050000` as some write it.
fn offset(value: &str) -> Option<i32> {
    let sign = match value.get(..1)? {
        "-" => -1,
        "+" => 1,
        _ => return None,
    };
    let digits = value.get(1..5)?;
    let number: i32 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    Some(sign * (number / 100 * 60 + number % 100))
}

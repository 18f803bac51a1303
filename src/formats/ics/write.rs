//! A calendar as a file.

use super::zone::{Rules, rules, shown, written};
use super::{Entry, Status, When};
use crate::formats::content_line::{escaped, folded};
use crate::model::date::{self, Zone};
use chrono::{DateTime, Datelike};

/// A calendar of this name: these entries, at the times that clocks show in a zone of this name, as the browser calls it
/// (IANA). Without a name, or where no rule fits the zone, in UTC.
pub fn write(name: &str, entries: &[Entry], zone: &(impl Zone + ?Sized), zone_name: Option<&str>) -> String {
    let named = zone_name.filter(|name| is_zone_name(name)).and_then(|name| Some((name, of(zone, entries)?)));
    let mut file = String::new();
    let mut line = |text: &str| file.push_str(&folded(text));
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Porchlight//Porchlight//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    if let Some((name, rules)) = &named {
        line(&format!("X-WR-TIMEZONE:{name}"));
        rules.lines(name).iter().for_each(|text| line(text));
    }
    let zone_name = named.as_ref().map(|(name, _)| *name);
    for entry in entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&entry.uid)));
        line(&format!("SEQUENCE:{}", entry.sequence));
        line(&format!("DTSTAMP:{}Z", utc(entry.changed_ms)));
        line(&time("DTSTART", entry.starts, zone, zone_name));
        if let Some(ends) = entry.ends.filter(|ends| *ends > entry.starts) {
            line(&time("DTEND", ends, zone, zone_name));
        }
        line(&format!("SUMMARY:{}", escaped(&entry.title)));
        for (name, text) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)] {
            if !text.is_empty() {
                line(&format!("{name}:{}", escaped(text)));
            }
        }
        line(match entry.status {
            Status::Tentative => "STATUS:TENTATIVE",
            Status::Confirmed => "STATUS:CONFIRMED",
            Status::Canceled => "STATUS:CANCELLED",
        });
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    file
}

/// Whether a name can stand where the standard wants one, unquoted.
fn is_zone_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte))
}

/// The rules of a zone over the years in which entries lie.
fn of(zone: &(impl Zone + ?Sized), entries: &[Entry]) -> Option<Rules> {
    let times = entries.iter().flat_map(|entry| [Some(entry.starts), entry.ends]).flatten();
    let years = times.filter_map(|when| match when {
        When::At(ms) => DateTime::from_timestamp_millis(ms).map(|moment| moment.year()),
        When::Day(_) => None,
    });
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| (first.min(year), last.max(year)));
    if first > last { None } else { rules(zone, first..=last) }
}

fn utc(ms: i64) -> String {
    written(shown(ms, 0).unwrap_or_default())
}

fn time(name: &str, when: When, zone: &(impl Zone + ?Sized), zone_name: Option<&str>) -> String {
    match (when, zone_name) {
        (When::Day(day), _) => format!("{name};VALUE=DATE:{}", date::compact(day)),
        (When::At(ms), Some(zone_name)) if !is_shown_again(zone, ms) => {
            let wall = shown(ms, zone.offset_at(ms)).unwrap_or_default();
            format!("{name};TZID={zone_name}:{}", written(wall))
        }
        (When::At(ms), _) => format!("{name}:{}Z", utc(ms)),
    }
}

/// Whether clocks have shown the same before: they were set back in between, and what they show means the first time.
fn is_shown_again(zone: &(impl Zone + ?Sized), ms: i64) -> bool {
    let stored = date::stored(date::local(ms, zone));
    // What clocks show is what stands before the offset.
    stored.get(..19).and_then(|shown| date::from_local(shown, zone)) != Some(stored)
}

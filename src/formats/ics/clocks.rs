//! What clocks on the wall show, as moments: by the zones that a calendar brings, by UTC, and otherwise by the clocks here.

use super::wall::{Observance, Wall};
use crate::model::date::{self, Zone};
use crate::model::order::sort_by_key;
use chrono::{Datelike, NaiveDateTime};
use std::collections::HashMap;

const MINUTE_MS: i64 = 60_000;
/// Rules that began before are followed from here on: some programs let them begin in 1601.
const SINCE: i32 = 1969;
/// Up to which year zones are worked out.
const UNTIL: i32 = 2100;

/// The zones that a calendar brings, and the one here.
pub struct Zones<'a> {
    /// By their names: what clocks show when they are changed, and minutes east of UTC before and after.
    brought: HashMap<&'a str, Vec<(NaiveDateTime, i32, i32)>>,
    here: &'a dyn Zone,
}

impl<'a> Zones<'a> {
    /// Works out the zones of a calendar.
    pub fn new(brought: impl IntoIterator<Item = (&'a str, &'a [Observance])>, here: &'a dyn Zone) -> Zones<'a> {
        let worked_out = |observances: &[Observance]| {
            let mut changes: Vec<_> = observances.iter().flat_map(onsets).collect();
            sort_by_key(&mut changes, |change| *change);
            changes
        };
        let brought = brought.into_iter().map(|(name, observances)| (name, worked_out(observances)));
        Zones { brought: brought.filter(|(_, changes)| !changes.is_empty()).collect(), here }
    }

    /// Whether the calendar says what this zone is.
    pub fn knows(&self, zone: &str) -> bool {
        self.brought.contains_key(zone) || is_utc(zone)
    }

    /// The moment as it is stored, with the offset that clocks have here; of a whole day, its beginning. None beyond what
    /// a calendar can hold.
    pub fn stored(&self, wall: &Wall) -> Option<String> {
        match wall {
            Wall::Day(day) => self.shown_here(day.and_time(Default::default())),
            Wall::Here(at) => self.shown_here(*at),
            Wall::Utc(at) => self.at(at.and_utc().timestamp_millis()),
            Wall::In(zone, at) if is_utc(zone) => self.at(at.and_utc().timestamp_millis()),
            Wall::In(zone, at) => match self.brought.get(&**zone) {
                Some(changes) => {
                    let ms = at.and_utc().timestamp_millis();
                    self.at(ms - i64::from(offset(changes, *at)?) * MINUTE_MS)
                }
                None => self.shown_here(*at),
            },
        }
    }

    fn at(&self, ms: i64) -> Option<String> {
        Some(date::stored(date::local(ms, self.here)))
    }

    fn shown_here(&self, at: NaiveDateTime) -> Option<String> {
        date::from_local(&format!("{}T{}", at.date(), at.time()), self.here)
    }
}

fn is_utc(zone: &str) -> bool {
    ["utc", "etc/utc", "gmt", "etc/gmt", "z"].iter().any(|name| zone.eq_ignore_ascii_case(name))
}

/// When clocks are changed so.
fn onsets(observance: &Observance) -> Vec<(NaiveDateTime, i32, i32)> {
    let Observance { starts, from, to, rule, .. } = observance;
    let Some(rule) = rule else { return vec![(*starts, *from, *to)] };
    let first = match starts.year() {
        SINCE.. => starts.date(),
        _ => starts.date().with_year(SINCE).unwrap_or(starts.date()),
    };
    let days = rule.days(first).take_while(|day| day.year() < UNTIL);
    days.map(|day| (day.and_time(starts.time()), *from, *to)).collect()
}

/// Minutes east of UTC where clocks show this. What they show twice is the first of the two; what they skip is counted from
/// before they were set forward.
fn offset(changes: &[(NaiveDateTime, i32, i32)], at: NaiveDateTime) -> Option<i32> {
    let after = changes.partition_point(|(onset, ..)| *onset <= at);
    let Some((onset, from, to)) = after.checked_sub(1).and_then(|last| changes.get(last)) else {
        return changes.first().map(|(_, from, _)| *from);
    };
    let skipped = (at - *onset).num_minutes() < i64::from(to - from);
    Some(if skipped { *from } else { *to })
}

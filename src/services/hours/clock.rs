//! What time it is, and how clocks go in the weeks around it.
//!
//! The browser is asked for its time zone once per question, not once per service: among 5,000 of them that would take
//! longer than finding the answer.

use crate::model::date::{Zone, local, offset_of};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

const MINUTE_MS: i64 = 60_000;
const HALF_DAY_MS: i64 = 720 * MINUTE_MS;
/// How far back and ahead clocks are known, in half days: more than anybody looks.
const KNOWN: std::ops::Range<i64> = -8..220;

/// The present, and how clocks go around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds since 1970.
    pub ms: i64,
    /// From which moment on clocks have which offset, in minutes east of UTC. The first one holds before it, too.
    offsets: Vec<(i64, i32)>,
}

impl Clock {
    /// The clock of a zone at a moment, in milliseconds since 1970.
    pub fn new(ms: i64, zone: &(impl Zone + ?Sized)) -> Clock {
        let at = |half_days: i64| ms.saturating_add(half_days * HALF_DAY_MS);
        let mut offsets = vec![(at(KNOWN.start), zone.offset_at(at(KNOWN.start)))];
        for half_days in KNOWN {
            let (mut before, mut after) = (at(half_days), at(half_days + 1));
            let offset = zone.offset_at(after);
            if zone.offset_at(before) == offset {
                continue;
            }
            while after.saturating_sub(before) > 1 {
                let between = before + (after - before) / 2;
                let changed = zone.offset_at(between) == offset;
                (before, after) = if changed { (before, between) } else { (between, after) };
            }
            offsets.push((after, offset));
        }
        Clock { ms, offsets }
    }

    /// The day it is.
    pub fn today(&self) -> NaiveDate {
        local(self.ms, self).date_naive()
    }

    /// The same clocks at another moment, which should not be far.
    pub fn at(&self, ms: i64) -> Clock {
        Clock { ms, offsets: self.offsets.clone() }
    }

    /// When clocks show a time, in milliseconds since 1970. One that they show twice is the first of the two, one that they
    /// skip is counted from before the change.
    pub fn moment(&self, shown: NaiveDateTime) -> i64 {
        shown.and_utc().timestamp_millis() - i64::from(offset_of(shown, self)) * MINUTE_MS
    }

    /// When a day begins.
    pub fn begins(&self, day: NaiveDate) -> i64 {
        self.moment(day.and_time(NaiveTime::MIN))
    }

    /// When clocks show so many minutes after the beginning of a day, which may be those of the next one.
    pub fn minute(&self, day: NaiveDate, minute: u16) -> i64 {
        let (days, minutes) = (minute / super::DAY_MINUTES, minute % super::DAY_MINUTES);
        let day = day.checked_add_days(Days::new(days.into())).unwrap_or(day);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0);
        self.moment(day.and_time(time.unwrap_or_default()))
    }
}

impl Zone for Clock {
    fn offset_at(&self, ms: i64) -> i32 {
        let holds = self.offsets.iter().rev().find(|(from, _)| *from <= ms);
        holds.or(self.offsets.first()).map_or(0, |(_, offset)| *offset)
    }
}

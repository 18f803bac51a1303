//! Times as a calendar writes them: what clocks on the wall show, somewhere.

use crate::model::recurrence::Rule;
use chrono::{NaiveDate, NaiveDateTime};

/// A time as a calendar writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wall {
    /// A whole day.
    Day(NaiveDate),
    /// In UTC.
    Utc(NaiveDateTime),
    /// As clocks show it in the zone of this name.
    In(String, NaiveDateTime),
    /// As clocks show it wherever somebody looks.
    Here(NaiveDateTime),
}

impl Wall {
    /// The same time on another day.
    pub fn on(&self, day: NaiveDate) -> Wall {
        match self {
            Wall::Day(_) => Wall::Day(day),
            Wall::Utc(at) => Wall::Utc(day.and_time(at.time())),
            Wall::In(zone, at) => Wall::In(zone.clone(), day.and_time(at.time())),
            Wall::Here(at) => Wall::Here(day.and_time(at.time())),
        }
    }

    /// The day that clocks show.
    pub fn day(&self) -> NaiveDate {
        match self {
            Wall::Day(day) => *day,
            Wall::Utc(at) | Wall::In(_, at) | Wall::Here(at) => at.date(),
        }
    }

    /// The name of its zone, if it has one.
    pub fn zone(&self) -> Option<&str> {
        match self {
            Wall::In(zone, _) => Some(zone),
            _ => None,
        }
    }
}

/// How clocks are changed in a zone, once or by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observance {
    /// What clocks show when they are changed for the first time.
    pub starts: NaiveDateTime,
    /// Minutes east of UTC before.
    pub from: i32,
    /// Minutes east of UTC after.
    pub to: i32,
    /// When it comes again.
    pub rule: Option<Rule>,
}

//! What the notes need of this computer: the time, and chance.

use crate::model::date::{Now, Zone};
use crate::ports::{Clock, Ids};
use chrono::{Local, Offset, TimeZone, Utc};
use std::hash::{BuildHasher, RandomState};

/// The clock of this computer.
#[derive(Debug)]
pub struct DeskClock;

impl Clock for DeskClock {
    fn now(&self) -> Now {
        let ms = Utc::now().timestamp_millis();
        Now { ms, offset_minutes: self.offset_at(ms) }
    }
}

impl Zone for DeskClock {
    fn offset_at(&self, ms: i64) -> i32 {
        let offset = Local.timestamp_millis_opt(ms).earliest().map_or(0, |at| at.offset().fix().local_minus_utc());
        offset / 60
    }
}

/// Numbers that this program and no other one draws.
#[derive(Debug)]
pub struct DeskIds;

impl Ids for DeskIds {
    fn random(&self) -> u128 {
        // Each of these hashes with keys of its own, which come from the system's own source of chance.
        let half = || u128::from(RandomState::new().hash_one(Utc::now().timestamp_nanos_opt()));
        half() << 64 | half()
    }
}

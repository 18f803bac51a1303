//! What is known of the coming days, one by one: what a card or a text message says instead of “open now”, which would be
//! wrong an hour later. It goes by the same days as [`standing`](super::standing).

use super::standing::must_call;
use super::{Clock, Hours};
use chrono::{Days, NaiveDate};

/// What is known of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDay {
    /// Open, from one moment up to another each time, in milliseconds since 1970, in order.
    Open {
        /// When.
        spans: Vec<(i64, i64)>,
        /// Whether it is open by appointment besides.
        by_appointment: bool,
    },
    /// With an appointment alone.
    ByAppointment,
    /// Closed all day.
    Closed,
    /// Nobody knows.
    CallFirst,
}

/// What is known of so many days from today on; nothing where nobody knows anything of any day.
pub fn coming(hours: &Hours, verified: Option<NaiveDate>, clock: &Clock, days: u64) -> Vec<(NaiveDate, OnDay)> {
    let today = clock.today();
    if must_call(hours, verified, today).is_some() {
        return Vec::new();
    }
    let all = (0..days).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
    all.map(|day| (day, on_day(hours, day, clock))).collect()
}

fn on_day(hours: &Hours, day: NaiveDate, clock: &Clock) -> OnDay {
    let known = hours.on(day, clock);
    match () {
        () if known.unknown.is_some() => OnDay::CallFirst,
        () if !known.spans.is_empty() => OnDay::Open { spans: known.spans, by_appointment: known.by_appointment },
        () if known.by_appointment => OnDay::ByAppointment,
        () => OnDay::Closed,
    }
}

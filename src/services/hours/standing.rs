//! Whether a service is open now: the one answer that every badge, filter and printed line gives.

use super::day::Day;
use super::{Clock, Hours, Why};
use chrono::{Days, NaiveDate};

/// For how many days what somebody verified counts as known. (Seed: what is not verified any longer is not said for sure.)
pub const STALE_AFTER_DAYS: i64 = 180;
/// For how many days ahead an opening is looked for.
const LOOK_AHEAD: u64 = 92;
/// After how many days on end a service is open around the clock.
const AROUND_THE_CLOCK: u64 = 9;

/// Whether a service is open now. Moments are milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Open, until this moment, which is the first at which it is not; without one, around the clock.
    Open {
        /// Until when.
        until: Option<i64>,
    },
    /// Nobody can just walk in; with an appointment one can.
    ByAppointment,
    /// Closed. It next opens at this moment, as far as anybody knows.
    Closed {
        /// When it opens.
        opens: Option<i64>,
    },
    /// Nobody knows: call first.
    CallFirst(Why),
}

impl Standing {
    /// Whether it may be called open.
    pub const fn is_open(self) -> bool {
        matches!(self, Standing::Open { .. })
    }
}

/// Whether a service with these hours, verified on a day, is open now.
pub fn standing(hours: &Hours, verified: Option<NaiveDate>, clock: &Clock) -> Standing {
    let today = clock.today();
    if let Some(why) = must_call(hours, verified, today) {
        return Standing::CallFirst(why);
    }
    let of_today = hours.on(today, clock);
    let yesterday = today.pred_opt().map(|day| hours.on(day, clock).spans).unwrap_or_default();
    let has = |span: &&(i64, i64)| span.0 <= clock.ms && clock.ms < span.1;
    let now = yesterday.iter().chain(&of_today.spans).filter(has).map(|span| span.1).max();
    match now {
        Some(end) => Standing::Open { until: until(hours, end, clock, today) },
        None => not_open(hours, clock, today, &of_today),
    }
}

/// What keeps anybody from saying anything of any day.
pub(super) fn must_call(hours: &Hours, verified: Option<NaiveDate>, today: NaiveDate) -> Option<Why> {
    // A day in the future was written by a clock that was wrong. One day ahead is another time zone.
    let fresh = |day: &NaiveDate| (-1..=STALE_AFTER_DAYS).contains(&(today - *day).num_days());
    match () {
        () if hours.is_empty() => Some(Why::NotGiven),
        () if !hours.unread.is_empty() => Some(Why::InWords),
        () if !verified.as_ref().is_some_and(fresh) => Some(Why::NotVerified(verified)),
        () => None,
    }
}

/// Until when it stays open, from the end of what it is open by now: what follows without a break goes with it.
fn until(hours: &Hours, end: i64, clock: &Clock, today: NaiveDate) -> Option<i64> {
    let mut end = end;
    for ahead in 0..AROUND_THE_CLOCK {
        let day = today.checked_add_days(Days::new(ahead))?;
        for (from, until) in hours.on(day, clock).spans {
            if from <= end {
                end = end.max(until);
            }
        }
        if end < clock.begins(day.succ_opt()?) {
            return Some(end);
        }
    }
    None
}

fn not_open(hours: &Hours, clock: &Clock, today: NaiveDate, of_today: &Day) -> Standing {
    if let Some(why) = of_today.unknown {
        return Standing::CallFirst(why);
    }
    let later = |day: &Day| day.spans.iter().map(|span| span.0).find(|from| *from > clock.ms);
    if let Some(opens) = later(of_today) {
        return Standing::Closed { opens: Some(opens) };
    }
    if of_today.by_appointment {
        return Standing::ByAppointment;
    }
    let mut by_appointment = false;
    for ahead in 1..=LOOK_AHEAD {
        let Some(day) = today.checked_add_days(Days::new(ahead)) else { break };
        let day = hours.on(day, clock);
        // Beyond a day of which nobody knows, nobody knows which opening is the next.
        if day.unknown.is_some() {
            break;
        }
        if let Some(opens) = later(&day) {
            return Standing::Closed { opens: Some(opens) };
        }
        by_appointment |= day.by_appointment;
    }
    if by_appointment { Standing::ByAppointment } else { Standing::Closed { opens: None } }
}

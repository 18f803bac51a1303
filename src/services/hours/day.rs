//! What is known of one day.

use super::{Clock, Days, Exception, Hours, Open, Schedule, Why, holidays};
use chrono::{Datelike, NaiveDate};

/// A time that is open, from one moment up to another, in milliseconds since 1970.
pub(super) type Span = (i64, i64);

/// What is known of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// When it is open by what is said of this day, in order; may last into the next one.
    pub spans: Vec<Span>,
    /// Whether it is open by appointment.
    pub by_appointment: bool,
    /// Why nobody knows, where that is so. There are no spans then.
    pub unknown: Option<Why>,
}

impl Day {
    fn unknown(why: Why) -> Day {
        Day { spans: Vec::new(), by_appointment: false, unknown: Some(why) }
    }
}

impl Hours {
    /// What is known of a day.
    pub(super) fn on(&self, day: NaiveDate, clock: &Clock) -> Day {
        if let Some(exception) = self.exception(day) {
            return match exception.days {
                Days::SomeYear(..) => Day::unknown(Why::NoYear),
                _ => known(exception.open.iter().map(|open| (*open, None)), day, clock),
            };
        }
        if self.closed_on_holidays && holidays::may_be(day) {
            return Day::unknown(Why::Holiday);
        }
        let hits = || self.regular.iter().filter(|schedule| schedule.rule.is_on(schedule.first, day));
        if hits().any(|schedule| schedule.holds(day)) {
            let open = hits().filter(|schedule| schedule.holds(day)).map(|schedule| (schedule.open, schedule.to));
            return known(open, day, clock);
        }
        let mut holding = self.regular.iter().filter(|schedule| schedule.holds(day)).peekable();
        if holding.peek().is_none() {
            return Day::unknown(self.why_none_holds(day));
        }
        // What holds now and began after the old ones ended stands in their place. Otherwise a day that only the old ones
        // name is one of which nobody knows.
        let began = holding.filter_map(|schedule| schedule.from).max();
        let in_place = |old: &Schedule| old.to.zip(began).is_some_and(|(to, began)| to < began);
        let old = hits().filter(|schedule| schedule.to.is_some_and(|to| to < day) && !in_place(schedule));
        match old.filter_map(|schedule| schedule.to).max() {
            Some(to) => Day::unknown(Why::RanOut(to)),
            None => known([].into_iter(), day, clock),
        }
    }

    /// The exception that counts on a day.
    fn exception(&self, day: NaiveDate) -> Option<&Exception> {
        let mut counts: Option<(i64, &Exception)> = None;
        for exception in &self.exceptions {
            let Some(length) = length_on(exception.days, day) else { continue };
            if counts.is_none_or(|(shortest, _)| length <= shortest) {
                counts = Some((length, exception));
            }
        }
        counts.map(|(_, exception)| exception)
    }

    fn why_none_holds(&self, day: NaiveDate) -> Why {
        let ended = self.regular.iter().filter_map(|schedule| schedule.to).filter(|to| *to < day).max();
        let begins = self.regular.iter().filter_map(|schedule| schedule.from).filter(|from| *from > day).min();
        match (ended, begins) {
            (Some(to), _) => Why::RanOut(to),
            (None, Some(from)) => Why::NotYet(from),
            (None, None) => Why::NotGiven,
        }
    }
}

/// How many days an exception has, if it is of this one.
fn length_on(days: Days, day: NaiveDate) -> Option<i64> {
    let of_year = |month: u32, number: u32| ((day.month(), day.day()) == (month, number)).then_some(1);
    match days {
        Days::Between(from, to) => (from <= day && day <= to).then(|| (to - from).num_days() + 1),
        // A day that is said with its year counts before one without it.
        Days::EveryYear(month, number) | Days::SomeYear(month, number) => {
            of_year(month, number).map(|one: i64| one + 1)
        }
    }
}

/// A day of which this is said, each with the last day on which it is known to hold.
fn known(open: impl Iterator<Item = (Open, Option<NaiveDate>)>, day: NaiveDate, clock: &Clock) -> Day {
    let mut known = Day { spans: Vec::new(), by_appointment: false, unknown: None };
    let mut closed = false;
    for (open, last) in open {
        match open {
            Open::Span { opens, lasts } => {
                let from = clock.minute(day, opens);
                let mut until = clock.minute(day, opens.saturating_add(lasts));
                // Past the last day on which it is known to hold it is never open, not even for the rest of a night.
                if let Some(next) = last.filter(|last| *last <= day).and_then(|last| last.succ_opt()) {
                    until = until.min(clock.begins(next));
                }
                if from < until {
                    known.spans.push((from, until));
                }
            }
            Open::ByAppointment => known.by_appointment = true,
            Open::Closed => closed = true,
            Open::Unclear => return Day::unknown(Why::Unclear),
        }
    }
    if closed {
        return Day { spans: Vec::new(), by_appointment: false, unknown: None };
    }
    known.spans.sort_unstable();
    known
}

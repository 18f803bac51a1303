//! Which events are over and not closed: nobody said that they were held or canceled, or how many came.

use crate::events::kinds::choices::{CANCELED, HELD, NOT_COUNTED};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::model::book::Book;
use crate::model::handle::HoldsValues;
use crate::model::id::Id;
use crate::model::{date, order};
use chrono::{DateTime, FixedOffset, NaiveTime};

/// For how many days after its end an event is asked about; whoever has not closed it by then has other worries.
pub const ASKED_DAYS: i64 = 90;

/// What is open of an event that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Whether it took place.
    TookPlace,
    /// How many came, or that nobody counted.
    Participants,
}

/// An event that is over and not closed.
#[derive(Clone, Debug, PartialEq)]
pub struct ToClose {
    /// The event.
    pub event: Id,
    /// Since when it is over.
    pub over: DateTime<FixedOffset>,
    /// What is open.
    pub open: Open,
}

/// When an event is over: at its end, or where nobody said when that is, at the end of the day on which it begins.
pub fn over<V: HoldsValues + ?Sized>(values: &V) -> Option<DateTime<FixedOffset>> {
    let begins = event::WHEN.of(values).and_then(date::moment)?;
    match event::ENDS.of(values).and_then(date::moment) {
        Some(ends) => Some(ends.max(begins)),
        None => begins.date_naive().succ_opt()?.and_time(NaiveTime::MIN).and_local_timezone(*begins.offset()).single(),
    }
}

/// What is open of an event, if it is over by now.
pub fn open<V: HoldsValues + ?Sized>(values: &V, now: DateTime<FixedOffset>) -> Option<Open> {
    over(values).filter(|over| *over <= now)?;
    match event::STATUS.of(values) {
        Some(CANCELED) => None,
        Some(HELD) => {
            let known = event::PARTICIPANTS.of(values).is_some() || event::KNOWN_BY.of(values) == Some(NOT_COUNTED);
            (!known).then_some(Open::Participants)
        }
        _ => Some(Open::TookPlace),
    }
}

/// Whether there is anything to close: it has begun, and nobody said yet that it took place, or how many came.
pub fn can_be_closed<V: HoldsValues + ?Sized>(values: &V, now: DateTime<FixedOffset>) -> bool {
    let begun = event::WHEN.of(values).and_then(date::moment).is_some_and(|begins| begins <= now);
    let closed = matches!(event::STATUS.of(values), Some(HELD | CANCELED));
    begun && (!closed || open(values, now).is_some())
}

/// The events that were over lately and are not closed, the first first.
pub fn to_close(book: &Book, now: DateTime<FixedOffset>) -> Vec<ToClose> {
    let to_close = |record: &crate::model::record::Record| {
        let (open, over) = (open(record, now)?, over(record)?);
        ((now - over).num_days() <= ASKED_DAYS).then_some(ToClose { event: record.id, over, open })
    };
    let mut all: Vec<ToClose> = book.living(EVENT.id).filter_map(|record| to_close(record)).collect();
    order::sort_by_key(&mut all, |to_close| (to_close.over, to_close.event));
    all
}

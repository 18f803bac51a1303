//! Which events are worth preparing by now.

use super::filling;
use super::kinds::sheet::{SHEET, sheet_fields as sheet};
use crate::events::{EVENT, PLANNED, event_fields as event};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::{date, order};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// How many days before an event Today speaks of preparing it.
pub const DAYS_BEFORE: i64 = 21;

/// An event that nobody has begun to prepare.
#[derive(Clone, Debug, PartialEq)]
pub struct ToPrepare {
    /// The event.
    pub event: Id,
    /// When it begins.
    pub begins: DateTime<FixedOffset>,
}

/// When an event begins, if it is planned and still to come.
pub fn to_come(record: &Record, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let planned = event::STATUS.of(record).is_none_or(|status| status == PLANNED);
    event::WHEN.of(record).and_then(date::moment).filter(|begins| planned && *begins > now)
}

/// The events of the next three weeks that nobody has begun to prepare and of which nobody said that there is no need, the
/// first first. Of a series only its first session is named.
pub fn to_prepare(book: &Book, index: &mut Index, now: DateTime<FixedOffset>) -> Vec<ToPrepare> {
    let soon = |record: &Record| {
        let begins = to_come(record, now)?;
        let first = event::SERIES.of(record).is_none_or(|series| series == record.id);
        ((begins - now).num_days() < DAYS_BEFORE && first).then_some(ToPrepare { event: record.id, begins })
    };
    let mut all: Vec<ToPrepare> = book.living(EVENT.id).filter_map(|record| soon(record)).collect();
    all.retain(|to_prepare| !is_prepared(book, index, to_prepare.event));
    order::sort_by_key(&mut all, |to_prepare| (to_prepare.begins, to_prepare.event));
    all
}

/// Whether somebody has written anything to prepare an event, or said that there is no need.
fn is_prepared(book: &Book, index: &mut Index, event: Id) -> bool {
    let sheets = index.linking_to(book, sheet::EVENT.path(), event);
    let said = |record: &Record, index: &mut Index| {
        let answered = filling::answers(book, index, record.id).values().any(|words| !words.trim().is_empty());
        sheet::NOT_NEEDED.of(record) || answered
    };
    sheets.into_iter().any(|record| said(record, index))
}

/// What to write when somebody says that an event needs no preparation: on the sheet that it would be prepared with, so
/// that two tablets say it once, and preparing it all the same takes it back.
pub fn not_needed(book: &Book, event: Id, today: NaiveDate) -> Vec<RecordWrite> {
    let said = [sheet::EVENT.is(event), sheet::NOT_NEEDED.is(true), sheet::FILLED_ON.is(today.to_string())];
    vec![(SHEET.id, filling::of_event(book, event), order::values(said))]
}

/// The sheet that an event is prepared with, if it was begun.
pub fn sheet_of(book: &Book, event: Id) -> Option<Id> {
    let id = filling::of_event(book, event);
    book.alive(SHEET.id, id).map(|record| record.id)
}

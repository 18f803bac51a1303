//! The week as a file for other calendars. What a line is known by there stays, so a second file moves it instead of doubling
//! it; one time of a task that comes again is known by the same before and after it becomes a record.

use super::kinds::TASK;
use super::page::{Line, Of};
use crate::events::{self, EVENT};
use crate::formats::ics::{Entry, Status, When, uid};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date::{self, Zone};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use chrono::{NaiveDate, NaiveTime};

/// The second from which changes are counted: calendars take no number that needs more than 31 bits.
const SINCE_S: i64 = 1_577_836_800;

/// What a file is made with.
pub struct Calendar<'a> {
    /// The book.
    pub book: &'a Book,
    /// The zone in which times are meant.
    pub zone: &'a dyn Zone,
    /// The language of the file.
    pub lang: Lang,
    /// What a linked record is called.
    pub title_of: &'a dyn Fn(&str, Id) -> Option<String>,
}

impl Calendar<'_> {
    /// The lines that have a day, as entries; `named` says what each is called.
    pub fn entries(&self, lines: &[Line], named: &dyn Fn(&Line) -> String) -> Vec<Entry> {
        lines.iter().filter_map(|line| self.entry(line, named(line))).collect()
    }

    fn entry(&self, line: &Line, title: String) -> Option<Entry> {
        let changed = |kind: &'static Kind, id: Id| self.book.alive(kind.id, id).map(|record| record.changed());
        let (id, changed) = match line.of {
            // An event is known by what its own file says, too.
            Of::Event(id) => {
                let record = self.book.alive(EVENT.id, id)?;
                return events::calendar_entry(record, self.lang, self.title_of);
            }
            Of::Task(id) => (id, changed(&TASK, id)?),
            Of::Time(first, _) => (line.of.id(), changed(&TASK, first)?),
            // The record that promises may stand in a calendar itself.
            Of::Promise(kind, id, _) => (derived_id(&format!("promise {} {id}", kind.id)), changed(kind, id)?),
        };
        let day = line.day?;
        let at = |stored: &str| self.moment(day, date::time_of_day(stored)?);
        let starts = at(&line.times.0);
        let ends = starts.and_then(|_| at(&line.times.1));
        let changed_ms = i64::try_from(changed.ms()).unwrap_or(i64::MAX);
        Some(Entry {
            uid: uid::of(id),
            sequence: u64::try_from(changed_ms / 1_000 - SINCE_S).unwrap_or(0),
            changed_ms,
            starts: starts.unwrap_or(When::Day(day)),
            ends,
            title,
            description: String::new(),
            location: line.partner.and_then(|partner| (self.title_of)("partner", partner)).unwrap_or_default(),
            status: Status::Confirmed,
        })
    }

    fn moment(&self, day: NaiveDate, time: NaiveTime) -> Option<When> {
        let stored = date::from_local(&format!("{day}T{}", date::stored_time(time)), self.zone)?;
        date::moment(&stored).map(|moment| When::At(moment.timestamp_millis()))
    }
}

//! What is due: next steps that somebody promised.

use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::stamp::Tick;
use crate::model::value::Value;
use crate::model::{date, order, same_as};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;
use std::sync::Arc;

/// A next step somebody promised.
#[derive(Clone, Debug, PartialEq)]
pub struct DueStep {
    /// The kind of the record it was promised in.
    pub kind: &'static Kind,
    /// That record.
    pub record: Id,
    /// What was promised; blank where nobody said.
    pub step: String,
    /// By when.
    pub by: NaiveDate,
}

/// How many days ahead Today looks.
pub const DAYS_AHEAD: u64 = 7;

/// Next steps not done, due within a week or overdue, the longest due first.
pub fn due(book: &Book, today: NaiveDate) -> Vec<DueStep> {
    let until = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
    let mut due = Vec::new();
    for (kind, promise) in book.kinds().iter().filter_map(|kind| Some((*kind, kind.follow_up?))) {
        // Doors that were joined are one: coming back to either keeps the promise.
        let about = |record: &Record| {
            let (link, to) = kind.about_link()?;
            Some(same_as::counts_as(book, to, record.link(link)?))
        };
        let mut latest: HashMap<Id, Tick> = HashMap::new();
        for record in book.records(kind.id).filter(|record| promise.kept_by_next && record.is_alive()) {
            if let Some(about) = about(record) {
                let known = latest.entry(about).or_default();
                *known = record.begun().max(*known);
            }
        }
        let kept = |record: &Record| {
            about(record).and_then(|about| latest.get(&about)).is_some_and(|last| *last > record.begun())
        };
        let open = |record: &&Arc<Record>| {
            record.is_alive() && record.get(promise.done) != Some(&Value::Bool(true)) && !kept(record)
        };
        due.extend(book.records(kind.id).filter(open).filter_map(|record| {
            let by = record.text(promise.by).and_then(date::day).filter(|by| *by <= until)?;
            Some(DueStep {
                kind,
                record: record.id,
                step: record.text(promise.step).unwrap_or_default().to_owned(),
                by,
            })
        }));
    }
    order::sort_by(&mut due, |a, b| (a.by, &a.step, a.record).cmp(&(b.by, &b.step, b.record)));
    due
}

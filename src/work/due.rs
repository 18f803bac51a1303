//! What is due: next steps that somebody promised.

use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept_up::KeptUp;
use crate::model::kind::{FollowUp, Kind};
use crate::model::record::Record;
use crate::model::stamp::Tick;
use crate::model::value::Value;
use crate::model::{date, joins, order, same_as};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeSet, HashMap};

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
pub fn due(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<DueStep> {
    promised(book, index, today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today))
}

/// Next steps not done that are due by a day, the longest due first.
pub fn promised(book: &Book, index: &mut Index, until: NaiveDate) -> Vec<DueStep> {
    let mut due: Vec<DueStep> = index.kept_up(book, |promises: &mut Promises, index| promises.due(book, index, until));
    order::sort_by(&mut due, |a, b| (a.by, &a.step, a.record).cmp(&(b.by, &b.step, b.record)));
    due
}

/// The promises that are not done.
#[derive(Default)]
struct Promises {
    /// By the day on which each is due: the kind and the record.
    open: BTreeSet<(NaiveDate, &'static str, Id)>,
    /// By kind and what it is about, when the latest record about it was begun. What a change concerns is forgotten.
    latest: HashMap<(&'static str, Id), Tick>,
}

impl KeptUp for Promises {
    fn begin(book: &Book) -> Promises {
        let mut promises = Promises::default();
        for (kind, promise) in book.kinds().iter().filter_map(|kind| Some((*kind, kind.follow_up?))) {
            promises.open.extend(book.living(kind.id).filter_map(|record| open(kind, &promise, record)));
        }
        promises
    }

    fn follow(&mut self, book: &Book, change: &Change) {
        let kind = book.kind(&change.after.kind);
        let Some((kind, promise)) = kind.and_then(|kind| Some((kind, kind.follow_up?))) else { return };
        if let Some(was) = change.before.as_ref().and_then(|record| open(kind, &promise, record)) {
            self.open.remove(&was);
        }
        self.open.extend(open(kind, &promise, &change.after));
        for record in change.before.iter().chain([&change.after]) {
            if let Some((_, about)) = about(kind, record) {
                self.latest.remove(&(kind.id, about));
            }
        }
    }
}

impl Promises {
    fn due(&mut self, book: &Book, index: &mut Index, until: NaiveDate) -> Vec<DueStep> {
        let mut due = Vec::new();
        let open: Vec<_> = self.open.iter().take_while(|(by, ..)| *by <= until).copied().collect();
        for (by, kind, id) in open {
            let Some((kind, record)) = book.kind(kind).zip(book.record(kind, id)) else { continue };
            let Some(promise) = kind.follow_up else { continue };
            if promise.kept_by_next && self.is_kept(book, index, kind, record) {
                continue;
            }
            due.push(DueStep { kind, record: id, step: record.text(promise.step).unwrap_or_default().to_owned(), by });
        }
        due
    }

    /// Whether a later record about the same thing keeps what this one promises.
    fn is_kept(&mut self, book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> bool {
        let Some((to, about)) = about(kind, record) else { return false };
        // Doors that were joined are one: coming back to either keeps the promise.
        let about = same_as::counts_as(book, to, about);
        let same = joins::all_same(book, index, to, about);
        same.into_iter().any(|about| self.latest(book, index, kind, about) > record.begun())
    }

    fn latest(&mut self, book: &Book, index: &mut Index, kind: &'static Kind, about: Id) -> Tick {
        *self.latest.entry((kind.id, about)).or_insert_with(|| {
            let link = kind.about_link().map(|(link, _)| link).unwrap_or_default();
            let all = index.linking_to(book, (kind.id, link), about);
            all.into_iter().map(|record| record.begun()).max().unwrap_or_default()
        })
    }
}

/// What a record promises that is not done: by when, and where it stands.
fn open(kind: &'static Kind, promise: &FollowUp, record: &Record) -> Option<(NaiveDate, &'static str, Id)> {
    let by = record.text(promise.by).and_then(date::day)?;
    let open = record.is_alive() && record.get(promise.done) != Some(&Value::Bool(true));
    open.then_some((by, kind.id, record.id))
}

/// What a record is about: its kind and its identity.
fn about(kind: &'static Kind, record: &Record) -> Option<(&'static str, Id)> {
    let (link, to) = kind.about_link()?;
    Some((to, record.link(link)?))
}

#[cfg(test)]
mod tests;

//! What stands on the calendar: what happens at a time, what is to be done by a day, and what was promised for one.
//!
//! Capabilities declare which of their records stand there and by which fields; promises stand there by themselves. All
//! days and times are those that clocks showed where a record was written.

use super::due::promised;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::order::sort_by_key;
use crate::model::record::Record;
use crate::model::value::Value;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

/// How the records of a kind stand on the calendar.
#[derive(Clone, Copy, Debug)]
pub enum Stands {
    /// They happen from one moment to another.
    Happens {
        /// The moment at which they begin.
        starts: &'static str,
        /// The moment at which they end, if they say so.
        ends: Option<&'static str>,
        /// The choice and its answer by which they do not take place after all.
        off: Option<(&'static str, &'static str)>,
    },
    /// They are to be seen to by a day.
    By {
        /// The day.
        day: &'static str,
        /// The yes-or-no that says that it was done.
        done: &'static str,
    },
    /// They are planned for a day.
    Planned {
        /// The day.
        day: &'static str,
        /// The choice and its answer by which they are done.
        done: (&'static str, &'static str),
    },
}

/// What a capability puts on the calendar.
#[derive(Clone, Copy, Debug)]
pub struct OnCalendar {
    /// Records of this kind.
    pub kind: &'static Kind,
    /// How.
    pub stands: Stands,
}

/// Why something stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It happens.
    Happens,
    /// It was promised for this day.
    Promised,
    /// It is to be seen to by this day.
    By,
}

/// What stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: NaiveDate,
    /// At what time it begins, if it begins on this day and at a time.
    pub at: Option<NaiveTime>,
    /// At what time it ends, if it ends on this day and at a time.
    pub until: Option<NaiveTime>,
    /// Why it stands here.
    pub why: Why,
    /// Its kind.
    pub kind: &'static Kind,
    /// The record.
    pub id: Id,
    /// Whether it does not take place after all.
    pub off: bool,
}

/// For how many days at most something that happens is shown: an end that is years away is a slip of the finger.
const LONGEST: u64 = 31;

/// What stands on the days from one to another, both included, in the order of the day.
pub fn entries(book: &Book, index: &mut Index, shown: &[OnCalendar], from: NaiveDate, to: NaiveDate) -> Vec<Entry> {
    let mut entries = Vec::new();
    for OnCalendar { kind, stands } in shown {
        book.living(kind.id).for_each(|record| stand(&mut entries, kind, stands, record, from, to));
    }
    let steps = promised(book, index, to).into_iter().filter(|step| step.by >= from);
    entries.extend(steps.map(|step| Entry { why: Why::Promised, ..Entry::on(step.by, step.kind, step.record) }));
    in_order(&mut entries);
    entries
}

/// Puts what stands on days in the order of the day.
pub fn in_order(entries: &mut [Entry]) {
    sort_by_key(entries, |entry| (entry.day, entry.at, entry.until, entry.why, entry.id));
}

impl Entry {
    /// To be seen to by a day.
    pub fn on(day: NaiveDate, kind: &'static Kind, id: Id) -> Entry {
        Entry { day, at: None, until: None, why: Why::By, kind, id, off: false }
    }
}

fn stand(
    entries: &mut Vec<Entry>,
    kind: &'static Kind,
    stands: &Stands,
    record: &Record,
    from: NaiveDate,
    to: NaiveDate,
) {
    let is_within = |day: &NaiveDate| (from..=to).contains(day);
    match stands {
        Stands::By { day, done } => {
            let open = record.get(done) != Some(&Value::Bool(true));
            let day = record.text(day).filter(|_| open).and_then(date::day);
            entries.extend(day.filter(is_within).map(|day| Entry::on(day, kind, record.id)));
        }
        Stands::Planned { day, done: (state, answer) } => {
            let day = record.text(day).filter(|_| record.text(state) != Some(*answer)).and_then(date::day);
            entries.extend(day.filter(is_within).map(|day| Entry::on(day, kind, record.id)));
        }
        Stands::Happens { starts, ends, off } => {
            let wall = |key: &str| Some(date::moment(record.text(key)?)?.naive_local());
            let Some(starts) = wall(starts) else { return };
            let ends = ends.and_then(wall).filter(|ends| *ends >= starts).unwrap_or(starts);
            let longest = starts.date().checked_add_days(Days::new(LONGEST)).unwrap_or(starts.date());
            // What ends at midnight does not reach into the next day.
            let last = match ends.time() == NaiveTime::MIN && ends > starts {
                true => ends.date().pred_opt().unwrap_or(ends.date()),
                false => ends.date(),
            };
            let off = off.is_some_and(|(key, answer)| record.text(key) == Some(answer));
            let first = starts.date().max(from);
            for day in first.iter_days().take_while(|day| *day <= last.min(longest).min(to)) {
                let at = (day == starts.date()).then(|| starts.time());
                let until = (day == ends.date() && ends > starts).then(|| ends.time());
                let entry = Entry::on(day, kind, record.id);
                entries.push(Entry { at, until, why: Why::Happens, off, ..entry });
            }
        }
    }
}

/// The first day of a week in the United States.
const WEEK_START: Weekday = Weekday::Sun;

/// The seven days of the week in which a day lies.
pub fn week(day: NaiveDate) -> Vec<NaiveDate> {
    let into = Days::new(day.weekday().days_since(WEEK_START).into());
    day.checked_sub_days(into).unwrap_or(day).iter_days().take(7).collect()
}

/// The whole weeks that a month takes.
pub fn month(day: NaiveDate) -> Vec<NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    let last = first.with_day(first.num_days_in_month().into()).unwrap_or(first);
    let (begins, ends) = (week(first), week(last));
    let Some((begins, ends)) = begins.first().zip(ends.last()) else { return Vec::new() };
    begins.iter_days().take_while(|day| day <= ends).collect()
}

#[cfg(test)]
mod tests;

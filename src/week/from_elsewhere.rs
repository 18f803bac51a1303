//! A line of work that was written down elsewhere, such as a next step on a worksheet, as a task.

use super::kinds::{DONE, FOLLOW_UP, OUTREACH, TASK, TO_DO, fields as task};
use super::standing::first_day;
use super::typed_line::{Answers, Reader};
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use crate::model::value::Value;
use chrono::NaiveDate;

/// What to write so that such a line is to be done, as a task of this identity: in the week of its day where it names one,
/// and otherwise in this one. What cannot be known, such as a day that could be two, stays as words.
pub fn planned(
    book: &Book,
    index: &mut Index,
    line: &str,
    (today, lang): (NaiveDate, Lang),
    about: impl IntoIterator<Item = (&'static str, Value)>,
    id: Id,
) -> RecordWrite {
    let read = Reader { today, lang, done: false }.read(book, index, line, &Answers::default());
    let mut values = vec![task::SECTION.is(OUTREACH), task::STATE.is(TO_DO)];
    match read.is_ready() {
        true => {
            values.push(task::WHAT.is(read.what.as_str()));
            values.push(task::WEEK.is(first_day(read.day.unwrap_or(today)).to_string()));
            values.extend(read.day.map(|day| task::DAY.is(day.to_string())));
            values.extend(read.times.0.map(|time| task::FROM.is(date::stored_time(time))));
            values.extend(read.times.1.map(|time| task::TO.is(date::stored_time(time))));
            values.extend(read.partner.map(|partner| task::PARTNER.is(partner)));
            if let (Some(rule), Some(first)) = (&read.rule, read.day) {
                values.extend([task::RULE.is(rule.to_string()), task::INSTEAD.is(first.to_string())]);
            }
        }
        false => values.extend([task::WHAT.is(line.trim()), task::WEEK.is(first_day(today).to_string())]),
    }
    // What it is about is known better where it was written.
    values.extend(about);
    (TASK.id, id, order::values(values))
}

/// What to write so that this follows upon something, as a task of this identity: by a day where there is one, in the week of
/// that day or of today.
pub fn follow_up(
    what: &str,
    (day, today): (Option<NaiveDate>, NaiveDate),
    about: impl IntoIterator<Item = (&'static str, Value)>,
    id: Id,
) -> RecordWrite {
    let mut values = vec![task::WHAT.is(what), task::SECTION.is(OUTREACH), task::STATE.is(FOLLOW_UP)];
    values.push(task::WEEK.is(first_day(day.unwrap_or(today)).to_string()));
    values.extend(day.map(|day| task::DAY.is(day.to_string())));
    values.extend(about);
    (TASK.id, id, order::values(values))
}

/// The tasks of an event: what is open by its day, what has none, and then what is done.
pub fn of_event(book: &Book, index: &mut Index, event: Id) -> Vec<Id> {
    let mut tasks = index.linking_to(book, task::EVENT.path(), event);
    let place = |record: &Record| {
        let day = task::DAY.of(record).and_then(date::day);
        (task::STATE.of(record) == Some(DONE), day.is_none(), day, record.id)
    };
    order::sort_by_key(&mut tasks, |record| place(record));
    tasks.into_iter().map(|record| record.id).collect()
}

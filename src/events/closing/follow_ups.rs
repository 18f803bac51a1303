//! More follow-ups than the one that stands with the event itself: tasks of the week that are about the event.

use super::words;
use crate::log::hash::derived_id;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::model::{check, date};
use crate::week::{TASK, follow_up, task_fields as task};

/// The most that stand on a card, beside that of the event.
pub const MOST: usize = 9;

/// One of them, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// What is to be done.
    pub step: String,
    /// By which day, as `2026-11-27`; blank where nobody said.
    pub day: String,
}

impl FollowUp {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.step.trim().is_empty() && self.day.trim().is_empty()
    }
}

/// What is to be mended of one: its words, or its day.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// There is a day, and no words.
    Step(Message),
    /// The day is none.
    Day(Message),
}

/// What to write for one: a task whose identity follows from what it says, so that saying it twice, or on two tablets, is
/// once. Nothing where nothing was typed, or where it stands there already.
///
/// # Errors
/// What to mend first.
pub fn row(book: &Book, event: Id, said: &FollowUp, author: Author) -> Result<Option<RecordWrite>, Wrong> {
    if said.is_blank() {
        return Ok(None);
    }
    let (step, day) = (said.step.trim(), said.day.trim());
    if step.is_empty() {
        return Err(Wrong::Step(words::WHAT_TO_DO.message()));
    }
    let value = Value::text(day);
    let problem = TASK.field(task::DAY.key()).filter(|_| !day.is_empty());
    if let Some(problem) = problem.and_then(|field| check::check_field(field, Some(&value))) {
        return Err(Wrong::Day(problem.message));
    }
    let id = derived_id(&format!("follow-up {event} {day} {step}"));
    let mut about = vec![task::EVENT.is(event)];
    about.extend(author.by.map(|by| task::STAFF.is(by)));
    let is_new = book.record(TASK.id, id).is_none();
    Ok(is_new.then(|| follow_up(step, (date::day(day), author.now.today()), about, id)))
}

//! What is taken over from the week before: what is unfinished moves, and what was planned is planned once more.

use super::kinds::{TASK, TO_DO, fields as task};
use super::page::{Line, Looked, Of, tasks};
use super::parts::Part;
use super::standing::first_day;
use super::writing::to_week;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use chrono::Days;

/// What is not copied: it belongs to the one week alone, or comes again by itself.
const NOT_COPIED: &[&str] = &[
    task::STATE.key(),
    task::DONE_ON.key(),
    task::CAME_OF_IT.key(),
    task::WEEK.key(),
    task::DAY.key(),
    task::RULE.key(),
    task::ENDS.key(),
    task::FIRST.key(),
    task::INSTEAD.key(),
    task::AFTER.key(),
];

/// The page of the week before.
fn before(looked: Looked) -> Looked {
    Looked { week: looked.week.checked_sub_days(Days::new(7)).unwrap_or(looked.week), ..looked }
}

/// What is unfinished in the week before a page, without what comes again and what is an idea.
pub fn unfinished(book: &Book, looked: Looked) -> Vec<Line> {
    let mut lines = tasks(book, before(looked));
    lines.retain(|line| !line.done && !line.repeats && !matches!(line.part, Part::Ideas | Part::Upcoming));
    lines
}

/// What to write so that all that is unfinished in the week before stands on this page.
pub fn move_unfinished(book: &Book, looked: Looked) -> Vec<RecordWrite> {
    unfinished(book, looked).iter().filter_map(|line| to_week(book, line, looked.week)).collect()
}

/// What to write so that everything that was planned for the week before is planned for this one once more, done or not; with
/// new identities. What comes again does so by itself.
pub fn plan_again(book: &Book, looked: Looked, new_id: &mut dyn FnMut() -> Id) -> Vec<RecordWrite> {
    let before = before(looked);
    let mut lines = tasks(book, before);
    lines.retain(|line| !line.repeats && !matches!(line.part, Part::Ideas | Part::Upcoming | Part::FollowUps));
    order::sort_by(&mut lines, |one, other| {
        (one.part, &one.rank, one.of.id()).cmp(&(other.part, &other.rank, other.of.id()))
    });
    let again = |line: &Line| {
        let Of::Task(id) = line.of else { return None };
        let record = book.alive(TASK.id, id)?;
        let shared = TASK.fields().map(|field| field.key).filter(|key| !NOT_COPIED.contains(key));
        let shared =
            shared.filter_map(|key| Some((key, record.get(key)?.clone())).filter(|(_, value)| !value.is_blank()));
        let mut values: Vec<(&str, Value)> = shared.collect();
        values.extend([task::STATE.is(TO_DO), task::WEEK.is(looked.week.to_string())]);
        if let Some(day) = line.day.filter(|day| first_day(*day) == before.week) {
            let day = day.checked_add_days(Days::new(7))?;
            values.push(task::DAY.is(day.to_string()));
        }
        Some((TASK.id, new_id(), order::values(values)))
    };
    lines.iter().filter_map(again).collect()
}

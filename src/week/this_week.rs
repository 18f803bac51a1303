//! What Today shows of the week: what is planned for this day or before, and how much more there is.

use super::kinds::IDEAS;
use super::page::{Line, Looked, Whose, tasks};
use super::parts::Part;
use crate::model::book::Book;
use crate::model::order;
use chrono::NaiveDate;

/// What there is to do this week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThisWeek {
    /// What is planned for today or a day before, and what is carried over: the longest due first.
    pub now: Vec<Line>,
    /// How many other tasks are open this week.
    pub later: usize,
}

/// What there is to do this week, of one person or the team.
pub fn this_week(book: &Book, today: NaiveDate, whose: Whose) -> ThisWeek {
    let mut open = tasks(book, Looked::at(today, today, whose));
    // Thoughts and dates to come are nothing to be done today.
    open.retain(|line| {
        !line.done && line.part.key() != IDEAS && !(line.part == Part::Upcoming && line.day != Some(today))
    });
    let all = open.len();
    open.retain(|line| line.carried.is_some() || line.day.is_some_and(|day| day <= today));
    order::sort_by(&mut open, |one, other| {
        let place = |line: &Line| (line.carried.or(line.day), line.part, line.of.id());
        (place(one), &one.rank).cmp(&(place(other), &other.rank))
    });
    ThisWeek { later: all - open.len(), now: open }
}

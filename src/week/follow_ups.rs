//! Everything that follows upon what was done or promised, whatever its week.

use super::page::{Line, Looked, Whose, later_follow_ups, promises_until, tasks};
use super::parts::Part;
use crate::model::book::Book;
use crate::model::index::Index;
use crate::model::order;
use crate::work::calendar::OnCalendar;
use chrono::NaiveDate;

/// What is to be followed up, this week and later, the longest due first; what has no day stands last.
pub fn follow_ups(book: &Book, index: &mut Index, shown: &[OnCalendar], today: NaiveDate, whose: Whose) -> Vec<Line> {
    let looked = Looked::at(today, today, whose);
    let mut lines = tasks(book, looked);
    lines.retain(|line| line.part == Part::FollowUps);
    lines.extend(later_follow_ups(book, looked));
    lines.extend(promises_until(book, index, shown, looked, NaiveDate::MAX));
    order::sort_by(&mut lines, |one, other| {
        let place = |line: &Line| (line.day.is_none(), line.day, line.of.id());
        (place(one), &one.rank).cmp(&(place(other), &other.rank))
    });
    lines
}

//! Tasks that come again. The rule belongs to the first of them; each further time is worked out for the week that is
//! shown, and becomes a record only when somebody does something with it.
//!
//! The identity of a time follows from the first task and the day that the rule gives, so two tablets make one of it, and
//! moving it to another day makes no second one. Finishing late moves nothing: the rule alone says which days there are.

use super::kinds::{TO_DO, fields as task};
use super::standing::day_in;
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::handle::HoldsValues;
use crate::model::id::Id;
use crate::model::order;
use crate::model::recurrence::{End, Rule};
use crate::model::value::Value;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

use super::kinds::TASK;

/// How far back is looked for the last time that was missed.
const LOOKED_BACK: Days = Days::new(400);
/// What a time does not share with the first: what is said of one day alone.
const OF_THE_DAY: &[&str] = &[
    task::RULE.key(),
    task::ENDS.key(),
    task::FIRST.key(),
    task::INSTEAD.key(),
    task::DAY.key(),
    task::WEEK.key(),
    task::STATE.key(),
    task::DONE_ON.key(),
    task::CAME_OF_IT.key(),
    task::AFTER.key(),
];

/// A task that comes again: its rule, and the day from which that is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeats {
    /// The rule, with the last day that somebody gave it.
    pub rule: Rule,
    /// The first day. It stays when the first task itself is moved to another.
    pub from: NaiveDate,
}

impl Repeats {
    /// How a task comes again; none where it does not, or where its rule cannot be followed.
    pub fn of<V: HoldsValues + ?Sized>(values: &V) -> Option<Repeats> {
        let mut rule: Rule = task::RULE.of(values)?.parse().ok()?;
        let from = day_in(task::INSTEAD, values).or_else(|| day_in(task::DAY, values))?;
        if let Some(last) = day_in(task::ENDS, values) {
            rule.end = match rule.end {
                End::On(day) if day < last => End::On(day),
                // A count goes on counting; whichever comes first ends it.
                End::After(count) => match rule.days(from).nth(usize::try_from(count).unwrap_or(usize::MAX) - 1) {
                    Some(day) if day < last => End::On(day),
                    _ => End::On(last),
                },
                _ => End::On(last),
            };
        }
        Some(Repeats { rule, from })
    }

    /// Its days from one to another, both included. The first one is among them whatever the rule says: it is there.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let first = (from..=to).contains(&self.from).then_some(self.from);
        let others = self.rule.days(self.from).skip_while(|day| *day < from).take_while(|day| *day <= to);
        first.into_iter().chain(others.filter(|day| *day != self.from)).collect()
    }
}

/// The identity of one time of a task that comes again.
pub fn time_id(first: Id, day: NaiveDate) -> Id {
    derived_id(&format!("task {first} {day}"))
}

/// What one time of a task holds when it becomes a record: what the first says, on its own day.
pub fn values_on<V: HoldsValues + ?Sized>(first: &V, id: Id, day: NaiveDate) -> BTreeMap<String, Value> {
    let shared = TASK.fields().map(|field| field.key).filter(|key| !OF_THE_DAY.contains(key));
    let shared = shared.filter_map(|key| Some((key, first.value_of(key)?.clone())));
    let own =
        [task::FIRST.is(id), task::INSTEAD.is(day.to_string()), task::DAY.is(day.to_string()), task::STATE.is(TO_DO)];
    order::values(shared.filter(|(_, value)| !value.is_blank()).chain(own))
}

/// One time of a task that comes again, which is no record yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// The first task.
    pub first: Id,
    /// The day that the rule gives.
    pub day: NaiveDate,
    /// What it holds.
    pub values: BTreeMap<String, Value>,
}

/// The times of tasks that come again from one day to another, both included, as far as they are no records: the first
/// task, and the day. What is a record stands on the calendar by itself.
pub fn times_between(book: &Book, from: NaiveDate, to: NaiveDate) -> Vec<(Id, NaiveDate)> {
    let mut times = Vec::new();
    for first in book.living(TASK.id) {
        let Some(repeats) = Repeats::of(&**first) else { continue };
        let days = repeats.days(from, to).into_iter();
        times.extend(days.filter(|day| is_open(book, first.id, &repeats, *day)).map(|day| (first.id, day)));
    }
    times
}

/// Whether one time of a task is no record.
fn is_open(book: &Book, first: Id, repeats: &Repeats, day: NaiveDate) -> bool {
    day != repeats.from && book.record(TASK.id, time_id(first, day)).is_none()
}

/// The times that stand in the week that begins with a day, as far as they are no records: those of its own days, and in
/// the present week the last one that was missed, unless the next one is here already.
pub fn times(book: &Book, week: NaiveDate, today: NaiveDate) -> Vec<Time> {
    let last = week.checked_add_days(Days::new(6)).unwrap_or(week);
    let present = (week..=last).contains(&today);
    let mut times = Vec::new();
    for first in book.living(TASK.id) {
        let Some(repeats) = Repeats::of(&**first) else { continue };
        let mut days = repeats.days(week, last);
        if present && days.is_empty() {
            let back = week.checked_sub_days(LOOKED_BACK).unwrap_or(week);
            let before = week.pred_opt().unwrap_or(week);
            days.extend(repeats.days(back, before).pop());
        }
        let open = days.into_iter().filter(|day| is_open(book, first.id, &repeats, *day));
        times.extend(open.map(|day| Time { first: first.id, day, values: values_on(&**first, first.id, day) }));
    }
    times
}

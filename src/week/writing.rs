//! What is written when somebody does something with a line of the page.

use super::kinds::{DONE, FOLLOW_UP, TASK, TO_DO, fields as task};
use super::order::{Step, block, placed, stepped};
use super::page::{Line, Looked, Of};
use super::parts::Part;
use super::repeating::{Repeats, time_id, values_on};
use super::standing::{day_in, first_day};
use super::typed_line::Reading;
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::operation::DELETED;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Fields with what they shall hold.
type Values = BTreeMap<String, Value>;

/// What to write so that a line holds these values. One time of a task that comes again becomes a record by it. None where
/// the line is of another kind.
pub fn change(book: &Book, of: Of, values: Values) -> Option<RecordWrite> {
    match of {
        Of::Task(id) => Some((TASK.id, id, values)),
        Of::Time(first, day) => {
            let id = time_id(first, day);
            if book.alive(TASK.id, id).is_some() {
                return Some((TASK.id, id, values));
            }
            let mut all = values_on(&**book.alive(TASK.id, first)?, first, day);
            all.extend(values);
            Some((TASK.id, id, all))
        }
        Of::Promise(..) | Of::Event(_) => None,
    }
}

/// What these would make a record of, as it stands: times of tasks that come again. It is written down first, so that taking
/// back what is done with it leaves it standing. And what is left to write then.
pub fn found(book: &Book, rows: Vec<RecordWrite>) -> (Vec<RecordWrite>, Vec<RecordWrite>) {
    let mut found = Vec::new();
    let left = rows.into_iter().filter_map(|(kind, id, mut values)| {
        let Some(stands) = stood(book, kind, id, &values) else { return Some((kind, id, values)) };
        values.retain(|key, value| stands.get(key) != Some(value));
        found.push((kind, id, stands));
        (!values.is_empty()).then_some((kind, id, values))
    });
    let left = left.collect();
    (found, left)
}

/// What one time of a task holds before anything is done with it, if these values are those of one that is no record yet.
fn stood(book: &Book, kind: &str, id: Id, values: &Values) -> Option<Values> {
    let (first, day) = (task::FIRST.of(values)?, day_in(task::INSTEAD, values)?);
    let is_new = kind == TASK.id && book.record(kind, id).is_none() && time_id(first, day) == id;
    Some(values_on(&**book.alive(TASK.id, first).filter(|_| is_new)?, first, day))
}

/// What makes a line done on a day.
pub fn done(on: NaiveDate) -> Values {
    order::values([task::STATE.is(DONE), task::DONE_ON.is(on.to_string())])
}

/// What to write so that one time of a task that comes again does not take place: it is deleted, so that it stays away.
pub fn skip(book: &Book, of: Of) -> Option<RecordWrite> {
    let Of::Time(..) = of else { return None };
    change(book, of, order::map([(DELETED.to_owned(), Value::Bool(true))]))
}

/// What makes it something that is to be done.
pub fn to_do() -> Values {
    order::values([task::STATE.is(TO_DO), (task::DONE_ON.key(), Value::Null)])
}

/// What makes it something that follows upon what was done.
pub fn follow_up() -> Values {
    order::values([task::STATE.is(FOLLOW_UP), (task::DONE_ON.key(), Value::Null)])
}

/// The tasks of a part, in the order of the page: those that have a place among each other.
pub fn placed_in(lines: &[Line], part: Part) -> Vec<&Line> {
    let has_place = |line: &&Line| line.part == part && matches!(line.of, Of::Task(_) | Of::Time(..));
    lines.iter().filter(has_place).collect()
}

/// A line that somebody typed under a heading.
#[derive(Clone, Debug)]
pub struct Typed<'a> {
    /// What it says.
    pub reading: &'a Reading,
    /// The part under whose heading it was typed.
    pub part: Part,
    /// How far it is indented.
    pub indent: u8,
    /// Whose it is; nobody’s in particular, for the team.
    pub staff: Option<Id>,
    /// The task whose next step it is.
    pub after: Option<Id>,
}

/// What a line that was typed holds as a task, without its place.
pub(super) fn values(looked: Looked, typed: &Typed<'_>) -> Vec<(&'static str, Value)> {
    let Typed { reading, part, indent, staff, after } = *typed;
    let (section, state) = part.writes();
    let mut values = vec![
        task::WHAT.is(reading.what.as_str()),
        task::SECTION.is(section),
        task::STATE.is(state),
        task::WEEK.is(looked.week.to_string()),
    ];
    values.extend(staff.map(|staff| task::STAFF.is(staff)));
    values.extend(reading.partner.map(|partner| task::PARTNER.is(partner)));
    values.extend(after.map(|after| task::AFTER.is(after)));
    values.extend((indent > 0).then(|| task::INDENT.is_whole(indent.into())));
    if part == Part::Done {
        // What is written into another week was done in that.
        let there = if looked.today < looked.week { looked.week } else { looked.today.min(looked.last()) };
        values.push(task::DONE_ON.is(reading.day.unwrap_or(there).to_string()));
    }
    values.extend(reading.day.map(|day| task::DAY.is(day.to_string())));
    values.extend(reading.times.0.map(|time| task::FROM.is(date::stored_time(time))));
    values.extend(reading.times.1.map(|time| task::TO.is(date::stored_time(time))));
    if let (Some(rule), Some(first)) = (&reading.rule, reading.day) {
        // The day from which the rule counts stays when the first task itself is moved.
        values.extend([task::RULE.is(rule.to_string()), task::INSTEAD.is(first.to_string())]);
    }
    values
}

/// What to write for a line that was typed at the end of a part, as a record with this identity: itself, and places of
/// others that have to change for it, nearly always none.
pub fn typed(book: &Book, lines: &[Line], looked: Looked, typed: &Typed<'_>, id: Id) -> Vec<RecordWrite> {
    let mut values = values(looked, typed);
    let part = typed.part;
    let there = placed_in(lines, part);
    let ranks: Vec<&str> = there.iter().map(|line| line.rank.as_str()).collect();
    let moved = crate::model::rank::arrange(&ranks, ranks.len(), 1, seed(id));
    values.extend(moved.ranks.into_iter().map(|rank| task::RANK.is(rank)));
    let others = moved.others.into_iter().filter_map(|(at, rank)| ranked(book, there.get(at)?.of, rank));
    [(TASK.id, id, order::values(values))].into_iter().chain(others).collect()
}

pub(super) fn ranked(book: &Book, of: Of, rank: String) -> Option<RecordWrite> {
    change(book, of, order::values([task::RANK.is(rank)]))
}

/// Chance for a place among others, so that two tablets that put something there choose two.
pub(super) fn seed(id: Id) -> u64 {
    #[expect(clippy::cast_possible_truncation, reason = "its low bits are as random as the others")]
    let seed = id.0 as u64;
    seed
}

/// What to write so that a line stands a step further up or down in its part, with what belongs to it. Nothing where it
/// cannot go further.
pub fn step(book: &Book, lines: &[Line], of: Of, step: Step, seed_of: Id) -> Vec<RecordWrite> {
    to_place(book, lines, of, seed_of, |indents, at| stepped(indents, at, step))
}

/// What to write so that a line stands where another one of its part stands, or behind the last one.
pub fn drop_at(book: &Book, lines: &[Line], of: Of, at: Id, behind: bool, seed_of: Id) -> Vec<RecordWrite> {
    let Some(part) = lines.iter().find(|line| line.of == of).map(|line| line.part) else { return Vec::new() };
    let onto = placed_in(lines, part).iter().position(|line| line.of.id() == at);
    to_place(book, lines, of, seed_of, |indents, from| {
        let moved = block(indents, from);
        let onto = onto? + usize::from(behind);
        // Onto itself is where it is.
        let stays = moved.contains(&onto) || onto == moved.end;
        let passed = if onto >= moved.end { moved.len() } else { 0 };
        (!stays).then(|| onto - passed)
    })
}

fn to_place(
    book: &Book,
    lines: &[Line],
    of: Of,
    seed_of: Id,
    to: impl Fn(&[u8], usize) -> Option<usize>,
) -> Vec<RecordWrite> {
    let Some(part) = lines.iter().find(|line| line.of == of).map(|line| line.part) else { return Vec::new() };
    let there = placed_in(lines, part);
    let indents: Vec<u8> = there.iter().map(|line| line.indent).collect();
    let Some(at) = there.iter().position(|line| line.of == of) else { return Vec::new() };
    let Some(to) = to(&indents, at) else { return Vec::new() };
    let ranks: Vec<&str> = there.iter().map(|line| line.rank.as_str()).collect();
    let moved = placed(&ranks, block(&indents, at), to, seed(seed_of));
    moved.into_iter().filter_map(|(at, rank)| ranked(book, there.get(at)?.of, rank)).collect()
}

/// What to write so that a line, with what belongs to it, is further in or out. Nothing where it cannot be.
pub fn indent(book: &Book, lines: &[Line], of: Of, further_in: bool) -> Vec<RecordWrite> {
    let Some(part) = lines.iter().find(|line| line.of == of).map(|line| line.part) else { return Vec::new() };
    let there = placed_in(lines, part);
    let indents: Vec<u8> = there.iter().map(|line| line.indent).collect();
    let Some(at) = there.iter().position(|line| line.of == of) else { return Vec::new() };
    let moved = block(&indents, at);
    // Nothing is further in than one step below what stands above it.
    let most = at.checked_sub(1).map_or(0, |above| indents[above] + 1).min(super::kinds::DEEPEST);
    let fits = if further_in { indents[at] < most } else { indents[at] > 0 };
    if !fits {
        return Vec::new();
    }
    let deeper = |own: u8| if further_in { (own + 1).min(super::kinds::DEEPEST) } else { own.saturating_sub(1) };
    let rows = moved.filter_map(|at| {
        let to = order::values([task::INDENT.is_whole(deeper(indents[at]).into())]);
        change(book, there.get(at)?.of, to)
    });
    rows.collect()
}

/// What to write so that a line stands in another week: on the same weekday, if it has a day. Of a task that comes again
/// this one time moves; the rule stays.
pub fn to_week(book: &Book, line: &Line, week: NaiveDate) -> Option<RecordWrite> {
    let week = first_day(week);
    let mut values = vec![task::WEEK.is(week.to_string())];
    if let Some(day) = line.day {
        let into = u64::try_from((day - first_day(day)).num_days()).unwrap_or(0);
        let day = week.checked_add_days(Days::new(into))?;
        values.push(task::DAY.is(day.to_string()));
        values.extend(stays(book, line.of));
    }
    change(book, line.of, order::values(values))
}

/// The first day of a task that comes again, written down before the task itself is moved, so that the rule goes on from it.
fn stays(book: &Book, of: Of) -> Option<(&'static str, Value)> {
    let Of::Task(id) = of else { return None };
    let record = book.alive(TASK.id, id)?;
    let repeats = Repeats::of(&**record).filter(|_| task::INSTEAD.of(&**record).is_none())?;
    Some(task::INSTEAD.is(repeats.from.to_string()))
}

/// What to write so that a task that comes again does so for the last time on the day of this line; and that day. The rule
/// itself stays as it is.
pub fn end_with(book: &Book, of: Of) -> Option<(RecordWrite, NaiveDate)> {
    let (first, day) = match of {
        Of::Time(first, day) => (first, day),
        Of::Task(id) => {
            let record = book.alive(TASK.id, id)?;
            let day = day_in(task::INSTEAD, &**record).or_else(|| day_in(task::DAY, &**record))?;
            (task::FIRST.of(record).unwrap_or(id), day)
        }
        Of::Promise(..) | Of::Event(_) => return None,
    };
    Repeats::of(&**book.alive(TASK.id, first)?)?;
    Some(((TASK.id, first, order::values([task::ENDS.is(day.to_string())])), day))
}

/// The identity of the line that notes what became of a promise: named after the record that promised, so that noting it
/// twice is once.
pub fn noted_id(promise: Id) -> Id {
    derived_id(&format!("task of {promise}"))
}

/// What to write for what became of a promise that was kept: a line that was done today, with the promise’s words and this
/// note.
pub fn noted(book: &Book, lines: &[Line], looked: Looked, promise: &Line, said: &str) -> Vec<RecordWrite> {
    let reading = Reading { what: promise.what.clone(), partner: promise.partner, ..Reading::default() };
    let staff = promise.staff;
    let id = noted_id(promise.of.id());
    let now = Looked::at(looked.today, looked.today, looked.whose);
    let line = Typed { reading: &reading, part: Part::Done, indent: 0, staff, after: None };
    let mut rows = typed(book, lines, now, &line, id);
    for (_, _, values) in rows.iter_mut().filter(|(_, row, _)| *row == id) {
        values.extend(order::values([task::CAME_OF_IT.is(said)]));
    }
    rows
}

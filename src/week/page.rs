//! The page of a week: its lines in their parts and order. It is worked out anew whenever it is shown.

use super::kinds::{DEEPEST, FOLLOW_UP, TASK, fields as task};
use super::parts::Part;
use super::repeating::{self, Repeats, time_id};
use super::standing::{Stands, day_in, first_day, is_done, stands};
use crate::events::{self, EVENT};
use crate::model::book::Book;
use crate::model::date;
use crate::model::handle::HoldsValues;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::work::calendar::{self, OnCalendar, Stands as OnDays, Why};
use crate::work::due::promised;
use chrono::{Days, NaiveDate};

/// What a line is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Of {
    /// A task that is a record.
    Task(Id),
    /// One time of a task that comes again, which is no record yet: the first task, and the day that its rule gives.
    Time(Id, NaiveDate),
    /// What was promised in a record of another kind, or is to be seen to by a day: by the yes-or-no that says it is done.
    Promise(&'static Kind, Id, &'static str),
    /// An event that happens in this week.
    Event(Id),
}

impl Of {
    /// What tells a line from others, on every tablet: the record, or what it would become.
    pub fn id(self) -> Id {
        match self {
            Of::Task(id) | Of::Promise(_, id, _) | Of::Event(id) => id,
            Of::Time(first, day) => time_id(first, day),
        }
    }
}

/// A line of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is of.
    pub of: Of,
    /// The part it stands in.
    pub part: Part,
    /// Its words.
    pub what: String,
    /// How far it is indented, from 0 to [`DEEPEST`].
    pub indent: u8,
    /// Its place among the tasks of its part, see [`crate::model::rank`].
    pub rank: String,
    /// Its day, if it has one.
    pub day: Option<NaiveDate>,
    /// From when to when, as it was written; blank where nobody said.
    pub times: (String, String),
    /// Whether it is done.
    pub done: bool,
    /// On which day it was done.
    pub done_on: Option<NaiveDate>,
    /// What became of it.
    pub came_of_it: String,
    /// Since when it is carried over.
    pub carried: Option<NaiveDate>,
    /// Whether it went on into a later week.
    pub went_on: bool,
    /// Who does it; none for the whole team.
    pub staff: Option<Id>,
    /// The partner it is about.
    pub partner: Option<Id>,
    /// Whether it comes again.
    pub repeats: bool,
}

/// Whose lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody’s.
    #[default]
    Team,
    /// Those of one person, and of nobody in particular.
    One(Id),
}

impl Whose {
    /// Whether something that is somebody’s, or nobody’s in particular, is shown.
    pub fn shows(self, staff: Option<Id>) -> bool {
        match (self, staff) {
            (Whose::Team, _) | (_, None) => true,
            (Whose::One(me), Some(staff)) => me == staff,
        }
    }
}

/// Which page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The first day of the week.
    pub week: NaiveDate,
    /// The day it is.
    pub today: NaiveDate,
    /// Whose lines are shown.
    pub whose: Whose,
}

impl Looked {
    /// The page of the week in which a day lies, seen on a day.
    pub fn at(day: NaiveDate, today: NaiveDate, whose: Whose) -> Looked {
        Looked { week: first_day(day), today, whose }
    }

    /// The last day of the week.
    pub fn last(self) -> NaiveDate {
        self.week.checked_add_days(Days::new(6)).unwrap_or(self.week)
    }

    /// Whether it is the week of today.
    pub fn is_present(self) -> bool {
        self.week == first_day(self.today)
    }

    fn has(self, day: NaiveDate) -> bool {
        (self.week..=self.last()).contains(&day)
    }
}

/// The lines of the page, in the order of the page. `shown` is what stands on the calendar.
pub fn lines(book: &Book, index: &mut Index, shown: &[OnCalendar], looked: Looked) -> Vec<Line> {
    let mut lines = tasks(book, looked);
    lines.extend(promises(book, index, shown, looked));
    lines.extend(happening(book, index, shown, looked));
    order::sort_by(&mut lines, |one, other| place(one).cmp(&place(other)));
    lines
}

/// The tasks of the page, in no order.
pub fn tasks(book: &Book, looked: Looked) -> Vec<Line> {
    let Looked { week, today, whose } = looked;
    let of = |of: Of, values: &dyn HoldsValues| {
        let stands = stands(values, week, today).filter(|_| whose.shows(task::STAFF.of(values)))?;
        Some(line(book, of, values, stands))
    };
    // The first one of those that come again is carried over until the next one is here, as each of them is.
    let is_past = |line: &Line, record: &Record| {
        let since = line.carried.and_then(|since| since.succ_opt());
        since.zip(Repeats::of(record)).is_some_and(|(next, repeats)| !repeats.days(next, looked.last()).is_empty())
    };
    let records = book.living(TASK.id).filter_map(|record| {
        let line = of(Of::Task(record.id), &**record)?;
        (!is_past(&line, record)).then_some(line)
    });
    let mut lines: Vec<Line> = records.collect();
    let times = repeating::times(book, week, today).into_iter();
    lines.extend(times.filter_map(|time| of(Of::Time(time.first, time.day), &time.values)));
    lines
}

/// The tasks to follow up that are planned for a later week than this page’s, in no order. Of those that come again, the
/// first alone is a record.
pub fn later_follow_ups(book: &Book, looked: Looked) -> Vec<Line> {
    let is_later = |record: &Record| {
        let planned = day_in(task::DAY, record).or_else(|| day_in(task::WEEK, record));
        let to_do = task::STATE.of(record) == Some(FOLLOW_UP) && looked.whose.shows(task::STAFF.of(record));
        to_do && planned.is_some_and(|planned| planned > looked.last())
    };
    let stands = Stands { part: Part::FollowUps, carried: None, went_on: false };
    let later = book.living(TASK.id).filter(|record| is_later(record));
    later.map(|record| line(book, Of::Task(record.id), &**record, stands)).collect()
}

/// What comes first: parts in their order; what was done by its day; tasks by their places; then what happens and what
/// was promised, by the day.
fn place(line: &Line) -> (Part, u8, Option<NaiveDate>, &str, Option<NaiveDate>, Id) {
    let other = match line.of {
        Of::Task(_) | Of::Time(..) => 0,
        Of::Event(_) => 1,
        Of::Promise(..) => 2,
    };
    let done = line.done_on.filter(|_| line.part == Part::Done);
    let other = if line.part == Part::Done { 0 } else { other };
    (line.part, other, done, &line.rank, line.day.filter(|_| other > 0), line.of.id())
}

fn line(book: &Book, of: Of, values: &(impl HoldsValues + ?Sized), stands: Stands) -> Line {
    let text = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let done = is_done(values);
    Line {
        of,
        part: stands.part,
        what: text(task::WHAT.of(values)),
        indent: task::INDENT.whole_of(values).and_then(|indent| u8::try_from(indent).ok()).unwrap_or(0).min(DEEPEST),
        rank: text(task::RANK.of(values)),
        day: day_in(task::DAY, values),
        times: (text(task::FROM.of(values)), text(task::TO.of(values))),
        done,
        done_on: day_in(task::DONE_ON, values).filter(|_| done),
        came_of_it: text(task::CAME_OF_IT.of(values).filter(|_| done)),
        carried: stands.carried,
        went_on: stands.went_on,
        staff: task::STAFF.of(values),
        // What was erased is gone from here as well.
        partner: task::PARTNER.of(values).filter(|partner| book.alive("partner", *partner).is_some()),
        repeats: task::RULE.of(values).is_some_and(|rule| !rule.is_empty()) || task::FIRST.of(values).is_some(),
    }
}

/// A line of another kind.
fn of_other(of: Of, part: Part, day: NaiveDate) -> Line {
    Line {
        of,
        part,
        what: String::new(),
        indent: 0,
        rank: String::new(),
        day: Some(day),
        times: Default::default(),
        done: false,
        done_on: None,
        came_of_it: String::new(),
        carried: None,
        went_on: false,
        staff: None,
        partner: None,
        repeats: false,
    }
}

/// Whose a record is, and what it is about, if that is a partner.
fn whose_and_whom(kind: &'static Kind, record: &Record) -> (Option<Id>, Option<Id>) {
    let staff = kind.by_whom().and_then(|field| record.link(field.key));
    let about = kind.about_link().filter(|(_, to)| *to == "partner");
    (staff, about.and_then(|(link, _)| record.link(link)))
}

/// What was promised for these days and is to be seen to by them, that nobody has done. In the present week also what is
/// late.
pub fn promises(book: &Book, index: &mut Index, shown: &[OnCalendar], looked: Looked) -> Vec<Line> {
    promises_until(book, index, shown, looked, looked.last())
}

/// The same with what was promised for days after the page, up to this one. What is to be seen to by a later day, such as a
/// poster that hangs until then, can wait.
pub fn promises_until(
    book: &Book,
    index: &mut Index,
    shown: &[OnCalendar],
    looked: Looked,
    until: NaiveDate,
) -> Vec<Line> {
    let late = looked.is_present();
    let is_shown = |by: NaiveDate| late || by >= looked.week;
    let one = |kind: &'static Kind, id: Id, done: &'static str, by: NaiveDate, step: &str| {
        let record = book.alive(kind.id, id)?;
        let (staff, partner) = whose_and_whom(kind, record);
        let carried = Some(by).filter(|by| *by < looked.week);
        let line = Line {
            what: step.to_owned(),
            staff,
            partner,
            carried,
            ..of_other(Of::Promise(kind, id, done), Part::FollowUps, by)
        };
        looked.whose.shows(staff).then_some(line)
    };
    let steps = promised(book, index, until);
    let steps = steps.into_iter().filter(|step| is_shown(step.by));
    let mut found: Vec<Line> =
        steps.filter_map(|step| one(step.kind, step.record, step.kind.follow_up?.done, step.by, &step.step)).collect();
    for OnCalendar { kind, stands } in shown {
        let OnDays::By { day, done } = *stands else { continue };
        for record in book.living(kind.id).filter(|record| record.get(done) != Some(&Value::Bool(true))) {
            let by = record.text(day).and_then(date::day).filter(|by| *by <= looked.last() && is_shown(*by));
            found.extend(by.and_then(|by| one(kind, record.id, done, by, "")));
        }
    }
    found
}

/// The events of the week: to do, or once they were held, done, with what went well.
fn happening(book: &Book, index: &mut Index, shown: &[OnCalendar], looked: Looked) -> Vec<Line> {
    let events: Vec<OnCalendar> = shown.iter().filter(|shown| *shown.kind == EVENT).copied().collect();
    let mut entries = calendar::entries(book, index, &events, looked.week, looked.last());
    entries.retain(|entry| entry.why == Why::Happens && !entry.off && looked.has(entry.day));
    let mut lines: Vec<Line> = Vec::new();
    for entry in entries {
        // One that lasts several days stands here once.
        if lines.iter().any(|line| line.of.id() == entry.id) {
            continue;
        }
        let Some(record) = book.alive(EVENT.id, entry.id) else { continue };
        let staff = events::event_fields::LEAD.of(record);
        if !looked.whose.shows(staff) {
            continue;
        }
        let held = events::event_fields::STATUS.of(record) == Some(events::HELD);
        let time = |time: Option<chrono::NaiveTime>| {
            use chrono::Timelike;
            time.map(|time| format!("{:02}:{:02}", time.hour(), time.minute())).unwrap_or_default()
        };
        lines.push(Line {
            what: events::event_fields::NAME.of(record).unwrap_or_default().to_owned(),
            times: (time(entry.at), time(entry.until)),
            done: held,
            done_on: Some(entry.day).filter(|_| held),
            came_of_it: events::event_fields::WENT_WELL.of(record).filter(|_| held).unwrap_or_default().to_owned(),
            staff,
            ..of_other(Of::Event(entry.id), if held { Part::Done } else { Part::Outreach }, entry.day)
        });
    }
    lines
}

//! Where a task stands on the page of a week. It follows from what the task says and from the day it is; nothing is written
//! when a week ends.

use super::kinds::{DONE, FOLLOW_UP, fields as task};
use super::parts::Part;
use crate::model::date;
use crate::model::handle::HoldsValues;
use crate::work::calendar;
use chrono::NaiveDate;

/// How a task stands on the page of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// In which part of the page.
    pub part: Part,
    /// Since when it is carried over, where it was planned for a week before: the day it was planned for, or the first day
    /// of that week.
    pub carried: Option<NaiveDate>,
    /// Whether it was planned here and went on into a later week, done there or not.
    pub went_on: bool,
}

/// The first day of the week in which a day lies.
pub fn first_day(day: NaiveDate) -> NaiveDate {
    calendar::week(day).first().copied().unwrap_or(day)
}

/// The day of a field, if it holds one.
pub(crate) fn day_in<V: HoldsValues + ?Sized>(field: crate::model::handle::TextField, values: &V) -> Option<NaiveDate> {
    field.of(values).and_then(date::day)
}

/// How far a task is; to do, where it says nothing of it.
pub fn is_done<V: HoldsValues + ?Sized>(values: &V) -> bool {
    task::STATE.of(values) == Some(DONE)
}

/// How a task stands on the page of the week that begins with a day, seen on a day. None where it does not stand there.
pub fn stands<V: HoldsValues + ?Sized>(values: &V, week: NaiveDate, today: NaiveDate) -> Option<Stands> {
    let this = first_day(today);
    let (day, begun) = (day_in(task::DAY, values), day_in(task::WEEK, values).map(first_day));
    // Who said nothing of a day or week means now.
    let planned = day.map(first_day).or(begun).unwrap_or(this);
    let section = Part::of_section(task::SECTION.of(values).unwrap_or_default());
    let here = |part, went_on| Some(Stands { part, carried: None, went_on });
    if is_done(values) {
        let done = day_in(task::DONE_ON, values).map_or(planned, first_day);
        return match () {
            () if done == week => here(if section.is_outreach() { Part::Done } else { section }, false),
            () if planned == week && planned < done => here(section, true),
            () => None,
        };
    }
    let part = if task::STATE.of(values) == Some(FOLLOW_UP) { Part::FollowUps } else { section };
    match part {
        // A date to come is shown from the week in which it was written down until it is here.
        Part::Upcoming if day.is_some() => {
            let from = begun.map_or(planned, |begun| begun.min(planned));
            (from <= week && week <= planned).then_some(Stands { part, carried: None, went_on: false })
        }
        // A thought is never late.
        Part::Ideas => (planned == week || planned < week && week <= this).then_some(Stands {
            part,
            carried: None,
            went_on: false,
        }),
        _ if planned == week => here(part, week < this),
        _ if planned < week && week == this => {
            Some(Stands { part, carried: Some(day.unwrap_or(planned)), went_on: false })
        }
        _ => None,
    }
}

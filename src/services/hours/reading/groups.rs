//! Days and times put together: days before their times, times before their days, “closed” before or behind days.

use super::super::{Exception, Hours, Open, SameTime, Schedule};
use super::tables::{ALWAYS, BY_APPOINTMENT, CLOSED, EVERY_DAY, FILLERS, HOLIDAYS, OR_BY_APPOINTMENT};
use super::tokens::Tokens;
use super::{dates, days, times};
use crate::model::recurrence::Nth;
use crate::services::hours::Days;
use chrono::{NaiveDate, Weekday};

/// What stands first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    #[default]
    Nothing,
    Days,
    Times,
    /// “Closed”, or “by appointment”.
    Word,
}

/// The first and the last day on which something is known to hold.
type Holds = (Option<NaiveDate>, Option<NaiveDate>);

/// Days and what happens on them.
#[derive(Debug, Default)]
struct Group {
    form: Form,
    weekdays: Vec<Nth>,
    dates: Vec<Days>,
    open: Vec<Open>,
    /// Between which days it is known to hold.
    holds: Holds,
    /// The tokens it was read from.
    from: usize,
    to: usize,
}

impl Group {
    fn has_days(&self) -> bool {
        !self.weekdays.is_empty() || !self.dates.is_empty()
    }
}

struct Reader<'t, 'h> {
    tokens: Tokens<'t>,
    same_time: SameTime,
    group: Group,
    hours: &'h mut Hours,
}

/// Reads hours, and adds them to those that are known.
pub(super) fn read(text: &str, same_time: SameTime, hours: &mut Hours) {
    let mut reader = Reader { tokens: Tokens::of(text), same_time, group: Group::default(), hours };
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at);
    }
    reader.flush(reader.tokens.len());
}

impl Reader<'_, '_> {
    /// Reads what stands at a place. Gives the next place.
    fn step(&mut self, at: usize) -> usize {
        let tokens = &self.tokens;
        if tokens.word(at) == ";" {
            self.flush(at);
            return at + 1;
        }
        if let Some(next) = tokens.after_any(at, ALWAYS) {
            self.flush(at);
            self.hours.regular.push(Schedule::weekly(&EVERY_DAY, Open::ALL_DAY));
            return next;
        }
        if let Some((holds, next)) = self.holds(at).filter(|_| self.group.form != Form::Nothing) {
            self.group.holds = holds;
            self.group.to = next;
            return next;
        }
        // A day before a time, since “12/24” is one, and a time before a weekday, since “7 days” is none.
        if let Some((dates, next)) = dates::read(tokens, at) {
            self.days(at, next, &[], Some(dates));
            return next;
        }
        if let Some((weekdays, next)) = days::read(tokens, at) {
            self.days(at, next, &weekdays, None);
            return next;
        }
        if let Some((open, next)) = times::read(tokens, at, self.same_time) {
            self.times(at, next, open);
            return next;
        }
        if let Some(next) = tokens.after_any(at, CLOSED) {
            return self.closed(at, next);
        }
        if let Some(next) = tokens.after_any(at, OR_BY_APPOINTMENT) {
            self.flush(at);
            self.hours.regular.push(Schedule::weekly(&EVERY_DAY, Open::ByAppointment));
            return next;
        }
        if let Some(next) = tokens.after_any(at, BY_APPOINTMENT) {
            return self.by_appointment(at, next);
        }
        if let Some(next) = tokens.after_any(at, FILLERS).or_else(|| self.stray_dash(at)) {
            return next;
        }
        self.unread(at)
    }

    /// A dash between what was read and what follows it, with a space on one side.
    fn stray_dash(&self, at: usize) -> Option<usize> {
        let is_dash =
            ["-", "–", "—"].contains(&self.tokens.word(at)) && !self.tokens.is_glued(at, self.tokens.word(at));
        is_dash.then_some(at + 1)
    }

    /// Between which days a group is known to hold: “[2026-01-01..2026-06-30]”, either side may be missing.
    fn holds(&self, at: usize) -> Option<(Holds, usize)> {
        let side = |at: usize| match dates::iso(&self.tokens, at) {
            Some((day, next)) => (Some(day), next),
            None => (None, at),
        };
        let (from, next) = side(self.tokens.after_any(at, &["["])?);
        let (to, next) = side(self.tokens.after_any(next, &[". ."])?);
        Some(((from, to), self.tokens.after_any(next, &["]"])?))
    }

    /// Begins a group, after what stands before it is finished.
    fn begin(&mut self, at: usize, form: Form) {
        self.flush(at);
        self.group.form = form;
        self.group.from = at;
    }

    fn days(&mut self, at: usize, next: usize, weekdays: &[Nth], dates: Option<Days>) {
        let goes_on = match self.group.form {
            Form::Nothing => false,
            Form::Days => self.group.open.is_empty(),
            Form::Times | Form::Word => true,
        };
        if !goes_on {
            self.begin(at, Form::Days);
        }
        self.group.weekdays.extend_from_slice(weekdays);
        self.group.dates.extend(dates);
        self.group.to = next;
    }

    fn times(&mut self, at: usize, next: usize, open: Open) {
        let goes_on = match self.group.form {
            Form::Nothing => false,
            Form::Days => !self.group.open.contains(&Open::Closed),
            Form::Times => !self.group.has_days(),
            // “Closed 12-1” is a part of a day.
            Form::Word => false,
        };
        if !goes_on {
            self.begin(at, Form::Times);
        }
        self.group.open.push(open);
        self.group.to = next;
    }

    fn closed(&mut self, at: usize, next: usize) -> usize {
        if let Some(next) = self.tokens.after_any(next, HOLIDAYS) {
            self.flush(at);
            self.hours.closed_on_holidays = true;
            return next;
        }
        if self.group.form == Form::Days && self.group.open.is_empty() {
            self.group.to = next;
        } else {
            self.begin(at, Form::Word);
            self.group.to = next;
        }
        self.group.open.push(Open::Closed);
        next
    }

    fn by_appointment(&mut self, at: usize, next: usize) -> usize {
        match self.group.form {
            // “Mon-Fri 9-5 by appointment”: those are hours for which appointments are made.
            Form::Days | Form::Times if self.group.has_days() => self.group.open = vec![Open::ByAppointment],
            _ => {
                self.begin(at, Form::Word);
                self.group.open.push(Open::ByAppointment);
            }
        }
        self.group.to = next;
        next
    }

    /// What is not understood, up to the next comma, with what it belongs to. Gives the next place.
    fn unread(&mut self, at: usize) -> usize {
        let group = &self.group;
        let is_whole = group.form == Form::Nothing || (group.has_days() && !group.open.is_empty());
        let from = if is_whole { at } else { group.from };
        if is_whole {
            self.flush(at);
        }
        self.group = Group::default();
        let ends = |at: &usize| [",", ";", "", "|"].contains(&self.tokens.word(*at));
        let end = (at + 1..=self.tokens.len()).find(ends).unwrap_or(self.tokens.len());
        self.hours.unread.push(self.tokens.written(from..end).to_owned());
        end
    }

    /// Finishes the group that stands before a place.
    fn flush(&mut self, at: usize) {
        let group = std::mem::take(&mut self.group);
        self.group.from = at;
        let alone = group.form == Form::Word && !group.has_days();
        let is_all = alone && self.hours.is_empty() && group.to >= self.tokens.len().saturating_sub(1);
        match () {
            () if group.form == Form::Nothing => {}
            () if group.has_days() && !group.open.is_empty() => self.keep(group),
            // “By appointment”, and “Closed” where it is all that is said.
            () if alone && (is_all || group.open == [Open::ByAppointment]) => {
                let weekdays = EVERY_DAY.iter().map(|weekday| Nth { nth: 0, weekday: *weekday }).collect();
                self.keep(Group { weekdays, ..group });
            }
            () => self.hours.unread.push(self.tokens.written(group.from..group.to).to_owned()),
        }
    }

    fn keep(&mut self, group: Group) {
        let (from, to) = group.holds;
        let each: Vec<Weekday> = group.weekdays.iter().filter(|day| day.nth == 0).map(|day| day.weekday).collect();
        let counted: Vec<Nth> = group.weekdays.iter().filter(|day| day.nth != 0).copied().collect();
        for open in &group.open {
            if !each.is_empty() {
                self.hours.regular.push(Schedule { from, to, ..Schedule::weekly(&each, *open) });
            }
            if !counted.is_empty() {
                self.hours.regular.push(Schedule { from, to, ..Schedule::monthly(counted.clone(), *open) });
            }
        }
        let exceptions = group.dates.iter().map(|days| Exception { days: *days, open: group.open.clone() });
        self.hours.exceptions.extend(exceptions);
    }
}

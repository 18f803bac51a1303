//! Weekdays, with or without a date: “next Friday”, “Monday, 23rd”, “lunes 23 de enero”.

use super::{Found, ON, Reading, asks, shifted};
use crate::model::phrases::line::Line;
use crate::model::phrases::tables::{self, Form};
use crate::model::phrases::{When, Why, times};
use chrono::{Datelike, Months, NaiveDate, Weekday};

impl Reading<'_> {
    /// A weekday, with or without its date: “Monday”, “next Monday”, “Monday, 23rd”, “lunes 23 de enero”.
    pub(super) fn of_weekday(self, at: usize) -> Option<Found> {
        let (line, today) = (self.line, self.around.today);
        let (lead, start) = lead(line, at);
        let (weekday, form) = tables::weekday(line.word(start)).filter(|(_, form)| *form != Form::Many)?;
        let next = line.past_dot(start);
        if lead == Lead::None {
            if let Some(found) = self.weekday_and_date(weekday, next, form) {
                return Some(found);
            }
            if is_name(line, start, next) {
                return None;
            }
        }
        if form == Form::Weak {
            let is_led = lead != Lead::None || line.is_before(start, &["on", "by"]);
            let is_timed = line.is_capital(start)
                && line.number(next).is_some()
                && times::time(line, next, false).is_some_and(|time| !time.bare);
            // “El mar” is the sea, and “Dom” somebody’s name.
            if !is_timed && (!is_led || line.is(start, &["mar", "dom"])) {
                return None;
            }
        }
        let (lead, next) = behind(line, next).unwrap_or((lead, next));
        let until = i64::from(weekday.days_since(today.weekday()));
        let week = today.week(Weekday::Mon).first_day();
        let in_week = |weeks: i64| shifted(week, weeks * 7 + i64::from(weekday.num_days_from_monday()));
        let day = match lead {
            Lead::NextWeek => in_week(1),
            Lead::ThisWeek => in_week(0),
            Lead::Coming => shifted(today, if until == 0 { 7 } else { until }),
            Lead::Last => shifted(today, until - 7),
            Lead::None | Lead::This if self.ahead() || until == 0 => shifted(today, until),
            Lead::None | Lead::This => shifted(today, until - 7),
        };
        Some((When::Day(day?), next))
    }

    /// The date that follows a weekday, which must be one: “Monday, January 30th”, “Monday the 23rd”, “lunes 23”.
    fn weekday_and_date(self, weekday: Weekday, at: usize, form: Form) -> Option<Found> {
        let line = self.line;
        let start = line.past(at, &[", the", ", el", ",", "the", "el"]);
        let dated = self.of_month(start).or_else(|| self.numeric(start));
        if let Some((when, next)) = dated {
            let When::Day(day) = when else { return Some((when, next)) };
            return Some((same_weekday(day, weekday), next));
        }
        let (day, ordinal) = line.number(start).filter(|(day, _)| (1..=31).contains(day))?;
        // “Monday 2:45” and “Monday 3 pm” name an hour.
        let is_time = times::time(line, start, false).is_some_and(|time| !time.bare);
        if is_time
            || line.is(start + 1, tables::COUNTED)
            || line.is_glued(start + 1, "-")
            || !ordinal && line.is_glued(start + 1, "/")
        {
            return None;
        }
        // The nearest month in which that day is such a one.
        let month = self.around.today.with_day(1)?;
        let offsets: [i32; 2] = if self.ahead() { [0, 1] } else { [0, -1] };
        let in_month = |offset: i32| {
            let by = Months::new(offset.unsigned_abs());
            let month = if offset < 0 { month.checked_sub_months(by)? } else { month.checked_add_months(by)? };
            month.with_day(day)
        };
        let is_sought = |day: &NaiveDate| match self.ahead() {
            true => *day >= self.around.today,
            false => *day <= self.around.today,
        };
        let mut days = offsets.into_iter().filter_map(in_month).filter(is_sought);
        let fits = days.clone().find(|day| day.weekday() == weekday);
        let when = match (fits, days.next()) {
            (Some(day), _) => When::Day(day),
            (None, Some(day)) if ordinal && form != Form::Weak => same_weekday(day, weekday),
            _ => return None,
        };
        Some((when, start + 1))
    }
}

/// What says which of the weekdays is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing.
    None,
    /// “This Friday”.
    This,
    /// “Of this week”.
    ThisWeek,
    /// In English, “next Friday” is the one of next week.
    NextWeek,
    /// In Spanish, it is the next one that comes.
    Coming,
    /// The one before today.
    Last,
}

/// What is said before a weekday, and where that stands.
fn lead(line: &Line, at: usize) -> (Lead, usize) {
    let leads: [(Lead, &[&str]); 4] = [
        (Lead::NextWeek, &["next"]),
        (Lead::Coming, &["el proximo", "proximo", "this coming", "the coming"]),
        (Lead::Last, &["last", "this past"]),
        (Lead::This, &["this", "este"]),
    ];
    let found = leads.iter().find_map(|(lead, words)| Some((*lead, line.after_any(at, words)?)));
    found.unwrap_or((Lead::None, at))
}

/// What is said behind a weekday, and the place behind that.
fn behind(line: &Line, at: usize) -> Option<(Lead, usize)> {
    let leads: [(Lead, &[&str]); 4] = [
        (
            Lead::NextWeek,
            &["of next week", "next week", "de la proxima semana", "de la semana que viene", "de la semana proxima"],
        ),
        (Lead::ThisWeek, &["of this week", "this week", "de esta semana"]),
        (Lead::Coming, &["que viene", "proximo", "que entra"]),
        (Lead::Last, &["pasado"]),
    ];
    leads.iter().find_map(|(lead, words)| Some((*lead, line.after_any(at, words)?)))
}

/// Whether a weekday belongs to a name: “Black Friday”, “the Friday Club”, “martes de carnaval”.
fn is_name(line: &Line, at: usize, next: usize) -> bool {
    let is_on_the = line.word_before(at) == "the" && line.is(at.wrapping_sub(2), &["on"]);
    // Within a line, two words with capitals.
    let is_led = at == 0 || line.is_end(at - 1) || line.is_before(at, ON);
    let is_title = !is_led && line.is_capital(at) && line.is_capital(at + 1);
    line.is_before(at, tables::NAMES_BEFORE) && !is_on_the
        || is_title
        || line.after_any(next, tables::NAMES_AFTER).is_some()
}

/// The day if it is such a weekday; asks otherwise, and offers the one nearest to it.
fn same_weekday(day: NaiveDate, weekday: Weekday) -> When {
    if day.weekday() == weekday {
        return When::Day(day);
    }
    let later = i64::from(weekday.days_since(day.weekday()));
    let nearest = if later > 3 { later - 7 } else { later };
    asks(Why::OtherWeekday(day), &[Some(day), shifted(day, nearest)])
}

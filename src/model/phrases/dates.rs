//! Days: “Feb 3”, “3 de febrero”, “Monday, 23rd”, “next Friday”, “pasado mañana”, “in two weeks”, “el 15”.

use super::line::Line;
use super::tables::{self, Form};
use super::{Around, Asked, Looks, When, Why};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day, or what is to be asked about it; and the place behind it.
pub(super) type Found = (When, usize);

/// For how many days a day that is over is asked about. Of one longer ago the next year's is meant.
const JUST_OVER: i64 = 31;

/// What a line is read by.
#[derive(Clone, Copy)]
pub(super) struct Reading<'l> {
    /// The line.
    pub line: &'l Line,
    /// The day it is, the language, and which way is looked.
    pub around: &'l Around<'l>,
}

/// A question with the days that could be meant.
pub(super) fn asks(why: Why, days: impl IntoIterator<Item = Option<NaiveDate>>) -> When {
    let mut choices: Vec<When> = Vec::new();
    for day in days.into_iter().flatten().map(When::Day) {
        if !choices.contains(&day) {
            choices.push(day);
        }
    }
    When::Asks(Asked { why, choices })
}

/// The day so many days later, or earlier.
pub(super) fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

impl Reading<'_> {
    /// The day that is named there.
    pub fn day(self, at: usize) -> Option<Found> {
        let near = self.near(at).or_else(|| self.counted_from(at));
        let dated = near.or_else(|| self.numeric(at)).or_else(|| self.of_weekday(at)).or_else(|| self.of_month(at));
        dated.or_else(|| self.of_this_month(at)).or_else(|| self.next_week(at))
    }

    fn ahead(self) -> bool {
        self.around.looks == Looks::Ahead
    }

    /// A day by its distance from today, in words of its own.
    fn near(self, at: usize) -> Option<Found> {
        let line = self.line;
        let words: [(i64, &[&str]); 6] = [
            (2, &["the day after tomorrow", "day after tomorrow", "pasado manana"]),
            (7, &["a week from today", "one week from today", "de hoy en ocho"]),
            (1, &["tomorrow", "manana"]),
            (
                0,
                &[
                    "today",
                    "tonight",
                    "hoy",
                    "esta noche",
                    "esta tarde",
                    "esta manana",
                    "this morning",
                    "this afternoon",
                    "this evening",
                ],
            ),
            (-2, &["the day before yesterday", "day before yesterday", "anteayer", "antier"]),
            (-1, &["yesterday", "ayer"]),
        ];
        // “La mañana” is the morning.
        if line.is(at, &["manana"]) && line.is(at.wrapping_sub(1), &["la", "una", "cada", "media"]) {
            return None;
        }
        let (days, next) = words.iter().find_map(|(days, words)| Some((*days, line.after_any(at, words)?)))?;
        Some((When::Day(shifted(self.around.today, days)?), next))
    }

    /// “In two weeks”, “dentro de 3 días”, “two weeks from Monday”, “3 days ago”.
    fn counted_from(self, at: usize) -> Option<Found> {
        let line = self.line;
        let ago = line.after(at, "hace");
        let leads = line.after_any(at, &["in", "within", "dentro de", "en", "de aqui a"]);
        let start = ago.or(leads).unwrap_or(at);
        let count = match line.word(start) {
            "a" | "an" => 1,
            _ => line.amount(start).filter(|count| (1..=500).contains(count))?,
        };
        let unit = line.word(start + 1);
        let (frequency, times) = tables::unit(unit)?;
        let mut next = start + 2;
        let mut from = self.around.today;
        let is_ago = ago.is_some()
            || line.after(next, "ago").is_some_and(|after| {
                next = after;
                true
            });
        if !is_ago && leads.is_none() {
            next = line.after_any(next, &["from", "after", "a partir de", "despues de"])?;
            if let Some(after) = line.after_any(next, &["now", "ahora"]) {
                next = after;
            } else {
                let (When::Day(day), after) =
                    self.near(next).or_else(|| self.of_weekday(next)).or_else(|| self.of_month(next))?
                else {
                    return None;
                };
                (from, next) = (day, after);
            }
        }
        use crate::model::recurrence::Frequency::{Daily, Monthly, Weekly, Yearly};
        let count = count * times;
        let signed = if is_ago { -i64::from(count) } else { i64::from(count) };
        let months = |months: u32| match is_ago {
            true => from.checked_sub_months(Months::new(months)),
            false => from.checked_add_months(Months::new(months)),
        };
        let day = match frequency {
            Daily => shifted(from, signed),
            Weekly => shifted(from, signed * 7),
            Monthly => months(count),
            Yearly => months(count * 12),
        };
        Some((When::Day(day?), next))
    }

    /// “2/3”, “2/3/2027”, “2027-02-03”.
    fn numeric(self, at: usize) -> Option<Found> {
        let line = self.line;
        let (first, _) = line.number(at).filter(|(_, ordinal)| !ordinal)?;
        if line.before(at) == "/" || line.before(at) == "-" && line.get(at)?.glued {
            return None;
        }
        if line.get(at)?.digits == 4 && line.is_glued(at + 1, "-") && line.is_glued(at + 3, "-") {
            let (month, day) = (line.number(at + 2)?.0, line.number(at + 4)?.0);
            return Some((self.dated(month, day, Some(first))?, at + 5));
        }
        if !line.is_glued(at + 1, "/") || line.get(at)?.digits > 2 {
            return None;
        }
        let second = line.get(at + 2).filter(|token| token.digits <= 2 && !token.ordinal)?.number?;
        let mut next = at + 3;
        let mut year = None;
        if line.is_glued(next, "/") {
            let token = line.get(next + 1)?;
            year = Some(match (token.digits, token.number?) {
                (2, year) => 2000 + year,
                (4, year) => year,
                _ => return None,
            });
            next += 2;
        }
        // Fractions, and “24/7”.
        let is_counted = line.is(next, tables::COUNTED)
            || line.is(next, &["day", "cup", "hour", "page", "off", "of", "inch", "-", "de"]);
        if year.is_none() && (is_counted || (first, second) == (24, 7) || line.is_glued(next, "/")) {
            return None;
        }
        let is_date = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        let when = match (is_date(first, second), is_date(second, first)) {
            (false, false) => return None,
            // No month is the thirteenth: whoever wrote it puts the day first.
            (false, true) => {
                let When::Day(day) = self.dated(second, first, year)? else {
                    return Some((self.dated(second, first, year)?, next));
                };
                asks(Why::NoSuchMonth(first), [Some(day)])
            }
            (true, true) if first != second && self.around.lang == crate::model::text::Lang::Es => {
                let days = [self.dated(second, first, year)?, self.dated(first, second, year)?];
                asks(
                    Why::WhichOne,
                    days.into_iter().map(|when| if let When::Day(day) = when { Some(day) } else { None }),
                )
            }
            // As it is written in the United States.
            _ => self.dated(first, second, year)?,
        };
        Some((when, next))
    }

    /// “Feb 3”, “February the 3rd, 2027”, “3 de febrero de 2027”, “1.º de mayo”.
    fn of_month(self, at: usize) -> Option<Found> {
        let (month, day, next) = month_day(self.line, at)?;
        let (year, next) = self.year(next);
        Some((self.dated(month, day, year)?, next))
    }

    /// The year that follows a day.
    fn year(self, at: usize) -> (Option<u32>, usize) {
        let line = self.line;
        let start = line.past(at, &[",", "de", "del", "of", ", de"]);
        match line.get(start).and_then(|token| token.number.filter(|_| token.digits == 4 && !token.ordinal)) {
            Some(year @ 1900..=2199) => (Some(year), start + 1),
            _ => (None, at),
        }
    }

    /// The day of a month, of a year if it is said; asks where there is none.
    pub fn dated(self, month: u32, day: u32, year: Option<u32>) -> Option<When> {
        let today = self.around.today;
        let on = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        let last = |year: i32| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            first.with_day(u32::from(first.num_days_in_month()))
        };
        let no_day = |year: i32| {
            let last = last(year);
            let leap = (today.year()..today.year() + 9).find_map(|year| on(year).filter(|day| *day >= today));
            asks(Why::NoSuchDay { month, day }, [last, last.and_then(|last| last.succ_opt()), leap])
        };
        if let Some(year) = year {
            let year = i32::try_from(year).ok()?;
            return Some(on(year).map_or_else(|| no_day(year), When::Day));
        }
        let this = today.year();
        let years = if self.ahead() { [this, this + 1] } else { [this, this - 1] };
        let fits = |year: i32| {
            last(year).is_some_and(|last| {
                if self.ahead() { last >= today } else { last <= today || last.month() == today.month() }
            })
        };
        let meant = years.into_iter().find(|year| fits(*year)).unwrap_or(this);
        let Some(found) = on(meant) else { return Some(no_day(meant)) };
        Some(match (found - today).num_days() {
            days if self.ahead() && days < 0 => match days >= -JUST_OVER {
                true => asks(Why::Over, [Some(found), on(this + 1)]),
                false => on(this + 1).map_or_else(|| no_day(this + 1), When::Day),
            },
            days if !self.ahead() && days > 0 => on(this - 1).map_or_else(|| no_day(this - 1), When::Day),
            _ => When::Day(found),
        })
    }

    /// A weekday, with or without its date: “Monday”, “next Monday”, “Monday, 23rd”, “lunes 23 de enero”.
    fn of_weekday(self, at: usize) -> Option<Found> {
        let (line, today) = (self.line, self.around.today);
        let (lead, start) = lead(line, at);
        let (weekday, form) = tables::weekday(line.word(start)).filter(|(_, form)| *form != Form::Many)?;
        let mut next = start + 1;
        if line.is(next, &["."]) && line.get(next).is_some_and(|token| token.glued) && line.word(start).len() <= 5 {
            next += 1;
        }
        if lead == Lead::None {
            if let Some((when, next)) = self.weekday_and_date(weekday, next, form) {
                return Some((when, next));
            }
            let names = line.is(start.wrapping_sub(1), tables::NAMES_BEFORE)
                && !(line.before(start) == "the" && line.is(start.wrapping_sub(2), &["on"]));
            let mid_title = start > 0
                && !line.is_end(start - 1)
                && !line.is(start - 1, ON)
                && line.is_capital(start)
                && line.is_capital(start + 1)
                && !line.is_end(next)
                && next == start + 1;
            if names || mid_title || line.after_any(next, tables::NAMES_AFTER).is_some() {
                return None;
            }
        }
        if form == Form::Weak {
            let is_led = lead != Lead::None || line.is(start.wrapping_sub(1), &["on", "by"]);
            let is_sea = matches!(line.word(start), "mar" | "dom");
            let is_timed = line.is_capital(start)
                && super::times::time(line, next).is_some_and(|time| !time.bare && line.number(next).is_some());
            if is_sea && !is_timed || !is_led && !is_timed {
                return None;
            }
        }
        let until = i64::from(weekday.days_since(today.weekday()));
        let week = today.week(Weekday::Mon).first_day();
        let in_week = |weeks: i64| shifted(week, weeks * 7 + i64::from(weekday.num_days_from_monday()));
        let tail = |words: &[&str]| line.after_any(next, words);
        let (day, next) = if let Some(next) = tail(&[
            "of next week",
            "next week",
            "de la proxima semana",
            "de la semana que viene",
            "de la semana proxima",
        ]) {
            (in_week(1), next)
        } else if let Some(next) = tail(&["of this week", "this week", "de esta semana"]) {
            (in_week(0), next)
        } else if let Some(next) = tail(&["que viene", "proximo", "que entra"]) {
            (shifted(today, if until == 0 { 7 } else { until }), next)
        } else if let Some(next) = tail(&["pasado"]) {
            (shifted(today, if until == 0 { -7 } else { until - 7 }), next)
        } else {
            let day = match lead {
                // In English the one of next week; in Spanish the next one that comes.
                Lead::NextWeek => in_week(1),
                Lead::Coming => shifted(today, if until == 0 { 7 } else { until }),
                Lead::Last => shifted(today, if until == 0 { -7 } else { until - 7 }),
                Lead::None | Lead::This if self.ahead() => shifted(today, until),
                Lead::None | Lead::This => shifted(today, if until == 0 { 0 } else { until - 7 }),
            };
            (day, next)
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
        let is_time = super::times::time(line, start).is_some_and(|time| !time.bare);
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

    /// “The 15th”, “el 15”, “el día 15”: the next one.
    fn of_this_month(self, at: usize) -> Option<Found> {
        let line = self.line;
        let spanish = line.after_any(at, &["el dia", "el", "dia"]);
        let start = spanish.or_else(|| line.after(at, "the"))?;
        let (day, ordinal) = line.number(start).filter(|(day, _)| (1..=31).contains(day))?;
        let next = start + 1;
        let leads = at == 0 || line.is(at - 1, ON);
        let is_counted = line.is(next, tables::COUNTED)
            || line.is(next, tables::COUNTED_NTH)
            || line.is(next, &["%", "/", ":", "-"]);
        let ends = line.is_end(next)
            || line.is(next, &["at", "from", "in", "with", "for", "until", "a", "en", "con", "para", "de", "hasta"]);
        if !ordinal && spanish.is_none() || is_counted || !ends && !leads || line.is(next, &["of"]) {
            return None;
        }
        // “De” leads to a month, which would have been read before, or to an hour.
        if line.is(next, &["de"]) && super::times::time(line, next).is_none() {
            return None;
        }
        let month = self.around.today.with_day(1)?;
        let today = self.around.today;
        let near = |back: bool, by: u32| match back {
            true => month.checked_sub_months(Months::new(by)),
            false => month.checked_add_months(Months::new(by)),
        };
        let back = !self.ahead();
        let sought = |found: &NaiveDate| if back { *found <= today } else { *found >= today };
        // A month that has no such day is not passed over without a word.
        let (meant, later) = (0..3).find_map(|by| {
            let begins = near(back, by)?;
            let end = begins.with_day(u32::from(begins.num_days_in_month()))?;
            let found = begins.with_day(day);
            match found {
                Some(found) if sought(&found) => Some((Some(found), None)),
                None if by > 0 || day > today.day() => Some((None, Some((begins.month(), end)))),
                _ => None,
            }
        })?;
        let when = match (meant, later) {
            (Some(day), _) => When::Day(day),
            (None, Some((month, end))) => {
                let next = (1..3).find_map(|by| near(back, by)?.with_day(day));
                asks(Why::NoSuchDay { month, day }, [Some(end), next])
            }
            (None, None) => return None,
        };
        Some((when, next))
    }

    /// “Next week”: which day of it?
    fn next_week(self, at: usize) -> Option<Found> {
        let next =
            self.line.after_any(at, &["next week", "la proxima semana", "la semana que viene", "la semana proxima"])?;
        let monday = shifted(self.around.today.week(Weekday::Mon).first_day(), 7)?;
        Some((asks(Why::WhichDays, (0..5).map(|days| shifted(monday, days))), next))
    }
}

/// A day with one named right before it, as in “Feb 3-5” and “del 3 al 5 de febrero”: which of them? Where the words begin.
pub(super) fn with_earlier(reading: Reading, at: usize, end: usize, when: When, next: usize) -> (When, usize, usize) {
    let line = reading.line;
    let When::Day(day) = when else { return (when, at, next) };
    let is_day = |at: usize| line.number(at).map(|(number, _)| number).filter(|number| (1..=31).contains(number));
    // A time may follow after a dash.
    let is_dash = |at: usize| line.is_glued(at, "-") || line.is_glued(at, "–");
    let later = is_day(next + 1).filter(|_| is_dash(next) && tables::month(line.word(at)).is_some());
    if let Some(later) =
        later.filter(|later| *later > day.day() && line.is_end(next + 2) | !line.is(next + 2, &[":", "am", "pm"]))
    {
        return (asks(Why::WhichOne, [Some(day), day.with_day(later)]), at, next + 2);
    }
    let earlier =
        at.checked_sub(2).filter(|earlier| *earlier >= end).and_then(|earlier| Some((earlier, is_day(earlier)?)));
    let joined = line.is(at.wrapping_sub(1), &["-", "–", "al", "a", "y", "and", "to", "&"]);
    let is_day_first = is_day(at).is_some() && tables::month(line.word(next - 1)).is_some();
    match earlier.filter(|(_, earlier)| *earlier < day.day() && joined && is_day_first) {
        Some((start, earlier)) => (asks(Why::WhichOne, [day.with_day(earlier), Some(day)]), start, next),
        None => (When::Day(day), at, next),
    }
}

/// Words that lead to a day and go with it.
pub(super) const ON: &[&str] = &[
    "on", "by", "due", "for", "this", "el", "para", "este", "dia", "next", "last", "every", "each", "cada", "los", "al",
];

/// What says which of the weekdays is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    This,
    NextWeek,
    Coming,
    Last,
}

fn lead(line: &Line, at: usize) -> (Lead, usize) {
    let leads: [(Lead, &[&str]); 4] = [
        (Lead::NextWeek, &["next"]),
        (Lead::Coming, &["el proximo", "proximo", "this coming", "the coming"]),
        (Lead::This, &["this", "este"]),
        (Lead::Last, &["last", "this past"]),
    ];
    let found = leads.iter().find_map(|(lead, words)| Some((*lead, line.after_any(at, words)?)));
    found.unwrap_or((Lead::None, at))
}

/// The day if it is such a weekday; asks otherwise, and offers the one nearest to it.
fn same_weekday(day: NaiveDate, weekday: Weekday) -> When {
    if day.weekday() == weekday {
        return When::Day(day);
    }
    let later = i64::from(weekday.days_since(day.weekday()));
    let nearest = if later > 3 { later - 7 } else { later };
    asks(Why::OtherWeekday(day), [Some(day), shifted(day, nearest)])
}

/// A month and a day of it, whether or not there is one; and the place behind them.
pub(super) fn month_day(line: &Line, at: usize) -> Option<(u32, u32, usize)> {
    let is_counted = |next: usize, ordinal: bool| {
        let counts_on = line.is(next, tables::COUNTED) || line.is_glued(next, ":") || line.is_glued(next, "/");
        !ordinal
            && (counts_on
                || line.is(next, &["am", "pm"])
                || line.get(next).is_some_and(|token| token.glued && tables::HOUR_ENDS.contains(&&*token.word)))
    };
    let fits = |day: u32, at: usize| (1..=39).contains(&day) && line.get(at).is_some_and(|token| token.digits <= 2);
    if let Some(month) = tables::month(line.word(at)) {
        // “We may 3 or 4 of us come.”
        let is_verb = matches!(line.word(at), "may" | "march") && !line.is_capital(at);
        if is_verb && at > 0 && !line.is_end(at - 1) && !line.is(at - 1, ON) {
            return None;
        }
        let dotted =
            line.is(at + 1, &["."]) && line.get(at + 1).is_some_and(|token| token.glued) && line.word(at).len() <= 4;
        let start = line.past(at + 1 + usize::from(dotted), &["the"]);
        let (day, ordinal) = line.number(start).filter(|(day, _)| fits(*day, start))?;
        return (!is_counted(start + 1, ordinal)).then_some((month, day, start + 1));
    }
    let start = line.past(at, &["the", "el dia", "el"]);
    let (day, ordinal) = match line.number(start) {
        Some((day, ordinal)) if fits(day, start) => (day, ordinal),
        None if line.is(start, &["primero"]) => (1, true),
        _ => return None,
    };
    let of = line.past(start + 1, &["of", "de"]);
    let month = tables::month(line.word(of))?;
    // “3 may come”: what is a word of its own is a month only where something says so.
    let is_weak = matches!(line.word(of), "may" | "march" | "mar" | "ago" | "dec") && of == start + 1;
    let is_sure = ordinal
        || line.is_capital(of)
        || line.is(start.wrapping_sub(1), &["el", "on"])
        || line.word(of) == "mar" && line.is_end(of + 1);
    if is_weak && !is_sure {
        return None;
    }
    let dotted =
        line.is(of + 1, &["."]) && line.get(of + 1).is_some_and(|token| token.glued) && line.word(of).len() <= 4;
    Some((month, day, of + 1 + usize::from(dotted && !line.is_end(of + 2))))
}

//! Days by their distance: “tomorrow”, “in two weeks”, “dentro de 3 días”, “next week”.

use super::{Found, Reading, asks, shifted};
use crate::model::phrases::{When, Why, tables};
use crate::model::recurrence::Frequency::{Daily, Monthly, Weekly, Yearly};
use chrono::{Months, Weekday};

impl Reading<'_> {
    /// A day by its distance from today, in words of its own.
    pub(super) fn near(self, at: usize) -> Option<Found> {
        let line = self.line;
        let words: [(i64, &[&str]); 6] = [
            (2, &["the day after tomorrow", "day after tomorrow", "pasado manana"]),
            (7, &["a week from today", "one week from today", "de hoy en ocho"]),
            (1, &["tomorrow", "manana mismo", "manana"]),
            (
                0,
                &[
                    "today",
                    "tonight",
                    "hoy mismo",
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
        if line.is(at, &["manana"]) && line.is_before(at, &["la", "una", "cada", "media"]) {
            return None;
        }
        let (days, next) = words.iter().find_map(|(days, words)| Some((*days, line.after_any(at, words)?)))?;
        Some((When::Day(shifted(self.around.today, days)?), next))
    }

    /// “In two weeks”, “dentro de 3 días”, “two weeks from Monday”, “3 days ago”.
    pub(super) fn counted_from(self, at: usize) -> Option<Found> {
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

    /// “Next week”: which day of it?
    pub(super) fn next_week(self, at: usize) -> Option<Found> {
        let next =
            self.line.after_any(at, &["next week", "la proxima semana", "la semana que viene", "la semana proxima"])?;
        let monday = shifted(self.around.today.week(Weekday::Mon).first_day(), 7)?;
        Some((asks(Why::WhichDays, &[0, 1, 2, 3, 4].map(|days| shifted(monday, days))), next))
    }
}

//! Rules that one word or phrase says: “weekdays”, “un jueves sí y otro no”, “monthly on the 15th”, “twice a month”.

use super::{Found, Said, monthly, on_days, units, weekly};
use crate::model::phrases::dates::Reading;
use crate::model::phrases::line::Line;
use crate::model::phrases::tables::{self, WORKDAYS};
use crate::model::phrases::{Why, lists};
use crate::model::recurrence::Frequency::{Daily, Monthly, Weekly, Yearly};
use crate::model::recurrence::{Nth, Rule};
use chrono::{Datelike, Weekday};

/// “Weekdays”, “entre semana”, “weekends”, “M-F”.
pub(super) fn on_workdays(line: &Line, at: usize) -> Option<Found> {
    if let Some(next) =
        line.after_any(at, &["on weekdays", "weekdays", "entre semana", "los dias de semana", "dias de semana"])
    {
        return Some((Said::Rule(weekly(1, &WORKDAYS)), next));
    }
    if line.is_capital(at) && line.word(at) == "m" && line.is(at + 1, &["-", "–"]) && line.word(at + 2) == "f" {
        return Some((Said::Rule(weekly(1, &WORKDAYS)), at + 3));
    }
    let next = line.after_any(at, &["on weekends", "weekends", "los fines de semana", "fines de semana"])?;
    Some((Said::Rule(weekly(1, &[Weekday::Sat, Weekday::Sun])), next))
}

/// “Un jueves sí y otro no”, “alternate Thursdays”.
pub(super) fn alternating(line: &Line, at: usize) -> Option<Found> {
    if let Some(start) = line.after(at, "alternate") {
        let (days, next, _) = lists::weekdays(line, start)?;
        return Some((Said::Rule(weekly(2, &days)), next));
    }
    let start = line.past(at, &["un", "una"]);
    let word = line.word(start);
    let behind = line.after_any(
        start + 1,
        &["si y otro no", "si y otra no", "si , otro no", "si , otra no", "si y uno no", "si y una no"],
    );
    let next = behind.or_else(|| {
        let again = line.after_any(start + 1, &["si , un", "si y un", "si , una", "si y una"])?;
        (line.word(again) == word).then_some(())?;
        line.after(again + 1, "no")
    })?;
    if let Some((weekday, _)) = tables::weekday(word) {
        return Some((Said::Rule(weekly(2, &[weekday])), next));
    }
    let (frequency, times) = tables::unit(word)?;
    Some(units(line, 2 * times, frequency, next))
}

/// “Monthly on the 15th”: not a “monthly newsletter”.
pub(super) fn adverb(line: &Line, at: usize) -> Option<Found> {
    if line.is_before(at, &["-"]) {
        return None;
    }
    let bi = line.after(at, "bi -").filter(|next| line.is(*next, &["weekly", "monthly"]));
    let at = bi.unwrap_or(at);
    let next = at + 1;
    let word = line.word(at);
    let twice = bi.is_some() || matches!(word, "biweekly" | "bimonthly" | "quincenalmente" | "bisemanalmente");
    let (frequency, every) = match word {
        "daily" | "diariamente" => (Daily, 1),
        "weekly" | "semanalmente" | "biweekly" | "quincenalmente" | "bisemanalmente" => (Weekly, 1),
        "monthly" | "mensualmente" | "bimonthly" => (Monthly, 1),
        "quarterly" | "trimestralmente" => (Monthly, 3),
        "yearly" | "annually" | "anualmente" => (Yearly, 1),
        _ => return None,
    };
    let leads = ["on", "at", "until", "starting", "beginning", "los", "el", "hasta", "a"];
    if !line.is_end(next) && !line.is(next, &leads) {
        return None;
    }
    Some(match (twice, units(line, every, frequency, next)) {
        // Twice in each, or in every other one.
        (true, (Said::Rule(rule), next)) if !rule.weekdays.is_empty() || frequency == Weekly => {
            (Said::Asks(Why::HowOften, vec![Rule { interval: 2, ..rule }]), next)
        }
        (true, (_, next)) => (Said::Asks(Why::HowOften, vec![Rule::every(2, frequency), on_days(&[1, 15])]), next),
        (false, found) => found,
    })
}

/// “Twice a month”: on which days?
pub(super) fn several_times(reading: Reading, at: usize) -> Option<Found> {
    let line = reading.line;
    let (times, next) = match line.word(at) {
        "once" => (1, at + 1),
        "twice" => (2, at + 1),
        _ => (line.amount(at)?, line.after_any(at + 1, &["times", "time", "veces", "vez"])?),
    };
    let next = line.after_any(next, &["a", "per", "each", "every", "al", "por", "cada", "a la", "in a"])?;
    let next = line.past(next, &["la"]);
    let (frequency, _) = tables::unit(line.word(next))?;
    let today = reading.around.today;
    let choices = match (frequency, times) {
        (Weekly, 1) => WORKDAYS.iter().map(|day| weekly(1, &[*day])).collect(),
        (Monthly, 2) => vec![on_days(&[1, 15])],
        (Monthly, 1) => {
            let nth = i8::try_from(today.day0() / 7 + 1).unwrap_or(1).min(4);
            vec![
                on_days(&[i8::try_from(today.day()).unwrap_or(1)]),
                monthly(vec![Nth { nth, weekday: today.weekday() }]),
            ]
        }
        _ => Vec::new(),
    };
    Some((Said::Asks(Why::WhichDays, choices), next + 1))
}

//! Hours in plain words of either language, as paper has them: “Mon–Fri 9:00 AM–5:00 PM”. What is said here is read back as
//! the same hours, so paper and badge never differ.

use super::{Clock, Days, Exception, Hours, Open, Schedule, Why};
use crate::model::date::{capital, day_of_year, say_day, say_time};
use crate::model::order::sort_by_key;
use crate::model::recurrence::{End, Frequency, Nth, Rule};
use crate::model::text::{Lang, Text, t};
use chrono::{NaiveDate, NaiveTime, Weekday};

crate::words! {
    EVERY_DAY = "every day", "todos los días";
    ALL_DAY = "24 hours", "24 horas";
    APPOINTMENT = "by appointment", "con cita";
    CLOSED = "closed", "cerrado";
    CALL = "call first", "llame primero";
    ON_HOLIDAYS = "Closed on holidays", "Cerrado los días feriados";
    DAYS_OPEN = "{days} {open}", "{days} {open}";
    SPECIAL = "{day}: {open}", "{day}: {open}";
    SEVERAL = "{from} to {until}: {open}", "{from} a {until}: {open}";
    FROM = "{hours} (from {day})", "{hours} (desde el {day})";
    UNTIL = "{hours} (until {day})", "{hours} (hasta el {day})";
}

/// Weekdays in short, from Monday.
const SHORT: [Text; 7] = [
    t("Mon", "lun"),
    t("Tue", "mar"),
    t("Wed", "mié"),
    t("Thu", "jue"),
    t("Fri", "vie"),
    t("Sat", "sáb"),
    t("Sun", "dom"),
];
/// Which one of the month, from the first; the last is beside them.
const ORDINALS: [Text; 5] =
    [t("1st", "primer"), t("2nd", "segundo"), t("3rd", "tercer"), t("4th", "cuarto"), t("5th", "quinto")];
const LAST: Text = t("last", "último");
const AND: Text = t("and", "y");

/// Days with the same hours.
struct Together {
    /// From which day on and until which day they hold, where that is to be said.
    between: (Option<NaiveDate>, Option<NaiveDate>),
    days: Vec<Nth>,
    open: Vec<Open>,
}

impl Together {
    /// Whether a day stands in the same line. Weekdays of the month never stand with those of every week.
    fn has_hours_of(&self, one: &Together) -> bool {
        let every_week = |days: &[Nth]| days.iter().all(|day| day.nth == 0);
        (self.between, &self.open) == (one.between, &one.open) && every_week(&self.days) == every_week(&one.days)
    }
}

/// The hours as lines, as far as they still hold on a day or later; none where plain words do not say them.
pub fn said(hours: &Hours, today: NaiveDate, lang: Lang) -> Option<Vec<String>> {
    if hours.is_empty() || !hours.unread.is_empty() {
        return None;
    }
    let now = |schedule: &&Schedule| schedule.to.is_none_or(|to| today <= to) && !ended(&schedule.rule, today);
    // What is said of one day is told together: a break at noon, two shifts.
    let mut by_day: Vec<Together> = Vec::new();
    for schedule in hours.regular.iter().filter(now) {
        let between = (schedule.from.filter(|from| today < *from), schedule.to);
        for day in days_of(&schedule.rule, schedule.first, today)? {
            match by_day.iter_mut().find(|known| known.between == between && known.days == [day]) {
                Some(known) => known.open.push(schedule.open),
                None => by_day.push(Together { between, days: vec![day], open: vec![schedule.open] }),
            }
        }
    }
    let mut told: Vec<Together> = Vec::new();
    for mut one in by_day {
        sort_by_key(&mut one.open, |open| *open);
        match told.iter_mut().find(|known| known.has_hours_of(&one)) {
            Some(known) => known.days.append(&mut one.days),
            None => told.push(one),
        }
    }
    let mut all = Vec::new();
    for Together { between: (from, until), days, open } in told {
        let hours = DAYS_OPEN.with("days", days_in_words(days, lang)).with("open", opens(&open, lang)?);
        let mut hours = capital(&hours.say(lang));
        for (text, day) in [(FROM, from), (UNTIL, until)] {
            if let Some(day) = day {
                hours = text.with("hours", hours).with("day", say_day(day, lang)).say(lang);
            }
        }
        all.push(hours);
    }
    if all.is_empty() && hours.regular.iter().any(|schedule| ended(&schedule.rule, today)) {
        all.push(capital(CLOSED.get(lang)));
    }
    for exception in &hours.exceptions {
        all.extend(exceptional(exception, today, lang)?);
    }
    all.extend(hours.closed_on_holidays.then(|| ON_HOLIDAYS.get(lang).to_owned()));
    Some(all)
}

/// Why people must call first whenever they read it, if they must: not for what is so today alone.
pub fn call_first(hours: &Hours, verified: Option<NaiveDate>, today: NaiveDate, clock: &Clock) -> Option<Why> {
    super::standing::must_call(hours, verified, today).or_else(|| {
        let of_today = hours.on(today, clock).unknown;
        of_today.filter(|why| matches!(why, Why::RanOut(_) | Why::NotYet(_) | Why::NotGiven))
    })
}

fn ended(rule: &Rule, today: NaiveDate) -> bool {
    matches!(rule.end, End::On(day) if day < today)
}

/// The days of a rule that plain words say: weekdays, or weekdays of a month; those without a number come every week.
fn days_of(rule: &Rule, first: NaiveDate, today: NaiveDate) -> Option<Vec<Nth>> {
    let plain = Rule { weekdays: rule.weekdays.clone(), week_start: rule.week_start, ..Rule::every(1, rule.frequency) };
    if *rule != plain || today < first {
        return None;
    }
    let weekly = rule.weekdays.iter().all(|day| day.nth == 0);
    match rule.frequency {
        Frequency::Daily if rule.weekdays.is_empty() => Some(WEEK.map(|weekday| Nth { nth: 0, weekday }).to_vec()),
        Frequency::Weekly if weekly && !rule.weekdays.is_empty() => Some(rule.weekdays.clone()),
        Frequency::Monthly if !rule.weekdays.is_empty() => {
            let known = |day: &Nth| day.nth == -1 || (1..=5).contains(&day.nth);
            rule.weekdays.iter().all(known).then(|| rule.weekdays.clone())
        }
        _ => None,
    }
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// “Mon–Thu, Sat”, “every day”, “1st and 3rd Sat”.
fn days_in_words(mut days: Vec<Nth>, lang: Lang) -> String {
    sort_by_key(&mut days, |day| (day.weekday.num_days_from_monday(), day.nth.rem_euclid(8)));
    days.dedup();
    let name = |day: u32| SHORT.get(day as usize).map_or("", |name| name.get(lang));
    if days.iter().any(|day| day.nth != 0) {
        let mut said: Vec<String> = Vec::new();
        for weekday in WEEK {
            let of_day = days.iter().filter(|day| day.weekday == weekday);
            let which: Vec<&str> = of_day.map(|day| ordinal(day.nth).get(lang)).collect();
            if !which.is_empty() {
                let and = format!(" {} ", AND.get(lang));
                said.push(format!("{} {}", which.join(&and), name(weekday.num_days_from_monday())));
            }
        }
        return said.join(", ");
    }
    if days.len() == WEEK.len() {
        return EVERY_DAY.get(lang).to_owned();
    }
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for day in days.iter().map(|day| day.weekday.num_days_from_monday()) {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == day => run.1 = day,
            _ => runs.push((day, day)),
        }
    }
    let run = |(from, until): (u32, u32)| match until - from {
        0 => name(from).to_owned(),
        1 => format!("{}, {}", name(from), name(until)),
        _ => format!("{}–{}", name(from), name(until)),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

fn ordinal(nth: i8) -> Text {
    let at = usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1));
    at.and_then(|at| ORDINALS.get(at)).copied().unwrap_or(LAST)
}

/// What happens on a day; none where it has two meanings.
fn opens(open: &[Open], lang: Lang) -> Option<String> {
    if open.contains(&Open::Closed) || open.is_empty() {
        return (!open.contains(&Open::Unclear)).then(|| CLOSED.get(lang).to_owned());
    }
    // An appointment stands first: behind times it would be one for those.
    let mut said = Vec::new();
    for appointment in [true, false] {
        for open in open.iter().filter(|open| (**open == Open::ByAppointment) == appointment) {
            said.push(match *open {
                Open::ByAppointment => APPOINTMENT.get(lang).to_owned(),
                Open::ALL_DAY => ALL_DAY.get(lang).to_owned(),
                Open::Span { opens, lasts } => format!("{}–{}", time(opens, lang), time(opens + lasts, lang)),
                Open::Closed | Open::Unclear => return None,
            });
        }
    }
    Some(said.join(", "))
}

/// A minute of the day, or of the next one.
fn time(minute: u16, lang: Lang) -> String {
    let minute = u32::from(minute % super::DAY_MINUTES);
    say_time(NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default(), lang)
}

/// An exception as a line, unless it is over; none where plain words do not say it.
fn exceptional(exception: &Exception, today: NaiveDate, lang: Lang) -> Option<Option<String>> {
    let open = opens(&exception.open, lang);
    let said = match exception.days {
        Days::Between(_, until) if until < today => return Some(None),
        Days::Between(from, until) if from == until => SPECIAL.with("day", say_day(from, lang)).with("open", open?),
        Days::Between(from, until) => {
            SEVERAL.with("from", say_day(from, lang)).with("until", say_day(until, lang)).with("open", open?)
        }
        Days::EveryYear(month, day) => SPECIAL.with("day", day_of_year(month, day)).with("open", open?),
        Days::SomeYear(month, day) => SPECIAL.with("day", day_of_year(month, day)).with("open", CALL),
    };
    Some(Some(said.say(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::hours::SameTime;
    use crate::services::hours::reading::read;

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }

    #[test]
    fn hours_are_said_in_plain_words() {
        let today = crate::model::date::day("2026-11-25").unwrap();
        for (typed, english, spanish) in [
            ("Mon-Fri 9-5", "Mon–Fri 9:00 AM–5:00 PM", "Lun–vie 9:00 a. m.–5:00 p. m."),
            (
                "Mon, Wed, Fri 9-12\n1st and 3rd Sat 10-12",
                "Mon, Wed, Fri 9:00 AM–12:00 PM | 1st and 3rd Sat 10:00 AM–12:00 PM",
                "Lun, mié, vie 9:00 a. m.–12:00 p. m. | Primer y tercer sáb 10:00 a. m.–12:00 p. m.",
            ),
            ("daily 11:30-1:30", "Every day 11:30 AM–1:30 PM", "Todos los días 11:30 a. m.–1:30 p. m."),
            ("24/7", "Every day 24 hours", "Todos los días 24 horas"),
            ("Sat 8pm-2am", "Sat 8:00 PM–2:00 AM", "Sáb 8:00 p. m.–2:00 a. m."),
            (
                "Mon 9-12, 1-5, Tue by appointment",
                "Mon 9:00 AM–12:00 PM, 1:00 PM–5:00 PM | Tue by appointment",
                "Lun 9:00 a. m.–12:00 p. m., 1:00 p. m.–5:00 p. m. | Mar con cita",
            ),
            (
                "Mon-Thu 9-4, closed Dec 25, closed on holidays",
                "Mon–Thu 9:00 AM–4:00 PM | December 25: closed | Closed on holidays",
                "Lun–jue 9:00 a. m.–4:00 p. m. | 25 de diciembre: cerrado | Cerrado los días feriados",
            ),
        ] {
            let said = |lang| said(&read(typed, SameTime::TYPED), today, lang).unwrap().join(" | ");
            assert_eq!((said(Lang::En).as_str(), said(Lang::Es).as_str()), (english, spanish), "{typed}");
        }
        for typed in ["", "ask for Pat", "Mon 9am-9am"] {
            assert_eq!(said(&read(typed, SameTime::TYPED), today, Lang::En), None, "{typed}");
        }
    }
}

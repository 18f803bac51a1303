//! What lines say, on a Wednesday: January 27, 2027.

mod days;
mod properties;
mod questions;
mod rules;
mod words_kept;

use super::*;
use crate::model::date;
use crate::model::recurrence::{End, Frequency, Nth};
use chrono::Days;

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

fn plan(lang: Lang) -> Around<'static> {
    Around::on(day("2027-01-27"), lang)
}

/// When it is, in short: `2027-02-03 15:00-16:00`, `FREQ=WEEKLY;BYDAY=TH from 2027-01-28`, `? OfWhat: …`.
fn when(when: &When) -> String {
    match when {
        When::Nothing => "-".to_owned(),
        When::Day(day) => day.to_string(),
        When::Rule { rule, first } => format!("{} from {first}", rule.to_string().trim_start_matches("FREQ=")),
        When::Asks(asked) => {
            let choices: Vec<String> = asked.choices.iter().map(self::when).collect();
            format!("? {:?}: {}", asked.why, choices.join(", "))
        }
    }
}

/// What a line says, in short.
fn short(read: &Read) -> String {
    let mut said = when(&read.when);
    if let Some(time) = read.time {
        said.push_str(&format!(" {}", &time.to_string()[..5]));
    }
    if let Some(ends) = read.ends {
        said.push_str(&format!("-{}", &ends.to_string()[..5]));
    }
    said
}

/// Fails with every line that says something else: the line, when it is, and what remains.
fn all_say(lines: &[(&str, &str, &str)], around: &Around) {
    let mut wrong = Vec::new();
    for (line, when, rest) in lines {
        let read = read(line, around);
        let (said, remains) = (short(&read), &read.rest);
        if said != *when || remains != rest {
            wrong.push(format!("{line:?}: {said} | {remains}\n     not {when} | {rest}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

/// The same in a plan, whichever language is shown.
fn say(lines: &[(&str, &str, &str)]) {
    for lang in Lang::ALL {
        all_say(lines, &plan(lang));
    }
}

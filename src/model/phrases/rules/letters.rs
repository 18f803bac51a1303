//! Weekdays by their letters: “M/W/F”, “T/Th”, “MWF”, “L/X/V”, “L-V”.

use super::{EVERY, Found, Said, weekly};
use crate::model::phrases::Why;
use crate::model::phrases::line::Line;
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// What letters a day is written with.
type Letters = [(Weekday, &'static [&'static str])];

/// English has no letter for the days that begin with S.
const ENGLISH: &Letters = &[
    (Mon, &["m", "mo"]),
    (Tue, &["t", "tu"]),
    (Wed, &["w", "we"]),
    (Thu, &["th"]),
    (Fri, &["f", "fr"]),
    (Sat, &["sa"]),
    (Sun, &["su"]),
];
/// Two days begin with M in Spanish. The likelier comes first: who writes “L/M/V” rarely means Tuesday.
const SPANISH: &Letters = &[
    (Wed, &["x", "mi", "m"]),
    (Tue, &["ma", "m"]),
    (Mon, &["l", "lu"]),
    (Thu, &["j", "ju"]),
    (Fri, &["v", "vi"]),
    (Sat, &["s", "sa"]),
    (Sun, &["d", "do"]),
];
/// Two single letters are days only with one of these: “M/F” and “T/F” are other things, and so is “J/V”.
const TELLING: &[&str] = &["w", "th", "l", "j", "x"];
/// Without anything between them.
const TOGETHER: &[(&str, &[Weekday])] = &[
    ("mwf", &[Mon, Wed, Fri]),
    ("mtwthf", &[Mon, Tue, Wed, Thu, Fri]),
    ("mtwth", &[Mon, Tue, Wed, Thu]),
    ("mwth", &[Mon, Wed, Thu]),
    ("tth", &[Tue, Thu]),
    ("tuth", &[Tue, Thu]),
];
/// From one to another.
const THROUGH: &[(&str, &str, &[Weekday])] = &[
    ("m", "th", &[Mon, Tue, Wed, Thu]),
    ("l", "j", &[Mon, Tue, Wed, Thu]),
    ("l", "v", &[Mon, Tue, Wed, Thu, Fri]),
    ("l", "s", &[Mon, Tue, Wed, Thu, Fri, Sat]),
];

/// A rule whose weekdays are letters. Asks where they could be those of two rules.
pub(super) fn by_letters(line: &Line, at: usize) -> Option<Found> {
    let start = line.after_any(at, EVERY).unwrap_or_else(|| line.past(at, &["on", "los"]));
    if !line.is_capital(start) || line.is_before(start, &["/", "-"]) {
        return None;
    }
    let sure = |days: &[Weekday], next| Some((Said::Rule(weekly(1, days)), next));
    if let Some((_, days)) = TOGETHER.iter().find(|(letters, _)| *letters == line.word(start)) {
        return sure(days, start + 1);
    }
    let dash = line.is_glued(start + 1, "-") || line.is_glued(start + 1, "–") || line.word(start + 1) == "a";
    let through = THROUGH.iter().find(|(from, to, _)| *from == line.word(start) && *to == line.word(start + 2));
    if let Some((.., days)) = through.filter(|_| dash && line.is_capital(start + 2)) {
        return sure(days, start + 3);
    }
    let mut letters = vec![line.word(start)];
    let mut next = start + 1;
    while line.is_glued(next, "/") && line.is_capital(next + 1) {
        letters.push(line.word(next + 1));
        next += 2;
    }
    let is_telling = |letter: &&str| letter.len() > 1 || TELLING.contains(letter);
    let told = letters.len() > 2 || letters.iter().any(|letter| is_telling(letter)) && letters != ["j", "v"];
    if letters.len() < 2 || !told || line.is(next, &["/"]) {
        return None;
    }
    let mut meant: Vec<Vec<Weekday>> = Vec::new();
    for days in [ENGLISH, SPANISH].into_iter().flat_map(|alphabet| meanings(alphabet, &letters)) {
        if !meant.contains(&days) {
            meant.push(days);
        }
    }
    match &*meant {
        [] => None,
        [days] => sure(days, next),
        several => Some((Said::Asks(Why::WhichDays, several.iter().map(|days| weekly(1, days)).collect()), next)),
    }
}

/// The days that letters can stand for, in the order of the week.
fn meanings(alphabet: &Letters, letters: &[&str]) -> Vec<Vec<Weekday>> {
    let mut all: Vec<Vec<Weekday>> = vec![Vec::new()];
    for letter in letters {
        let is_it = |(_, written): &&(Weekday, &'static [&'static str])| written.contains(letter);
        let days: Vec<Weekday> = alphabet.iter().filter(is_it).map(|(day, _)| *day).collect();
        let longer = |so_far: Vec<Weekday>| {
            let last = so_far.last().map(Weekday::num_days_from_monday);
            let later = days.iter().filter(move |day| last.is_none_or(|last| last < day.num_days_from_monday()));
            later.map(|day| [&*so_far, &[*day]].concat()).collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

//! On which days: “Mon-Fri”, “lun, mié y vie”, “1st & 3rd Saturday of the month”, “todos los días”.

use super::tables::{EVERY_DAY, LETTERS, OF_THE_MONTH, ORDINAL_ENDS, SEVERAL, TO, ordinal, weekday};
use super::tokens::Tokens;
use crate::model::recurrence::Nth;
use chrono::Weekday;

/// The days that are named there, and what follows them: each of a week, or counted in a month.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Vec<Nth>, usize)> {
    let each = |days: &[Weekday]| days.iter().map(|weekday| Nth { nth: 0, weekday: *weekday }).collect();
    for (words, days) in SEVERAL {
        if let Some(next) = tokens.after_any(at, &[words]) {
            return Some((each(days), next));
        }
    }
    if let Some((days, next)) = of_a_month(tokens, at) {
        return Some((days, next));
    }
    for (from, first, to, last) in LETTERS {
        let end = tokens.after_any(at, &[from]).and_then(|next| tokens.after_any(next, TO));
        if let Some(next) = end.and_then(|end| tokens.after_any(end, &[to])) {
            return Some((each(&range(first, last)), next));
        }
    }
    let first = weekday(tokens.word(at))?;
    let next = past_dot(tokens, at);
    let last = tokens.after_any(next, TO).and_then(|end| Some((weekday(tokens.word(end))?, past_dot(tokens, end))));
    Some(match last {
        Some((last, next)) => (each(&range(first, last)), next),
        None => (each(&[first]), next),
    })
}

/// “1st & 3rd Saturday of the month”.
fn of_a_month(tokens: &Tokens, at: usize) -> Option<(Vec<Nth>, usize)> {
    let (mut nths, mut next) = (Vec::new(), at);
    loop {
        let (nth, behind) = nth(tokens, next)?;
        nths.push(nth);
        next = tokens.after_any(behind, &[", and", ",", "&", "and", "y", "/"]).unwrap_or(behind);
        if let Some(weekday) = weekday(tokens.word(next)) {
            let next = past_dot(tokens, next);
            let next = tokens.after_any(next, OF_THE_MONTH).unwrap_or(next);
            return Some((nths.into_iter().map(|nth| Nth { nth, weekday }).collect(), next));
        }
    }
}

/// Which one of the month.
fn nth(tokens: &Tokens, at: usize) -> Option<(i8, usize)> {
    if let Some(nth) = ordinal(tokens.word(at)) {
        return Some((nth, at + 1));
    }
    let (number, _) = tokens.number(at)?;
    let end = if tokens.is_glued(at + 1, ".") { at + 2 } else { at + 1 };
    let counts = tokens.get(end).is_some_and(|token| token.glued && ORDINAL_ENDS.contains(&&*token.word));
    let nth = i8::try_from(number).ok().filter(|nth| counts && (1..=5).contains(nth))?;
    Some((nth, end + 1))
}

/// From one weekday to another, over the end of the week where it must.
fn range(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let at = first.num_days_from_monday() as usize;
    let count = last.days_since(first) as usize + 1;
    EVERY_DAY.into_iter().cycle().skip(at).take(count).collect()
}

/// What follows a word, and the dot that shortens it.
fn past_dot(tokens: &Tokens, at: usize) -> usize {
    let dotted = tokens.get(at + 1).is_some_and(|token| token.glued && token.word == ".");
    at + 1 + usize::from(dotted)
}

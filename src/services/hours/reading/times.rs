//! From when to when: “9-5”, “8:30 a.m. to noon”, “de 9 a 17”, “0900-1700”.

use super::tables::{ALL_DAY, HALVES, HALVES_GLUED, MIDNIGHT, NOON, TO};
use super::tokens::Tokens;
use crate::services::hours::{DAY_MINUTES, Open, SameTime};

const HALF: u16 = DAY_MINUTES / 2;

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// A minute of the day, whose half was said.
    Sure(u16),
    /// As a clock with 24 hours writes it: 08:00, 14:30.
    Of24(u16),
    /// As a clock with 12 hours writes it, and nobody says which half: the minute of the first half, from 0.
    Of12(u16),
}

/// The time that is named there, and what follows it.
pub(super) fn read(tokens: &Tokens, at: usize, same_time: SameTime) -> Option<(Open, usize)> {
    if let Some(next) = tokens.after_any(at, ALL_DAY) {
        return Some((Open::ALL_DAY, next));
    }
    let at = tokens.after_any(at, &["from", "de las", "de la", "de", "desde las", "desde"]).unwrap_or(at);
    let (opens, next) = clock(tokens, at, false)?;
    let (closes, next) = clock(tokens, tokens.after_any(next, TO)?, true)?;
    // A telephone number goes on.
    let goes_on = tokens.is_glued(next, "-") || tokens.get(next).is_some_and(|token| token.glued && token.digits > 0);
    let (opens, closes) = both(opens, closes).filter(|_| !goes_on)?;
    Some((same_time.open(opens, closes), next))
}

/// What a clock shows there, at the beginning or at the end.
fn clock(tokens: &Tokens, at: usize, ends: bool) -> Option<(Clock, usize)> {
    if let Some(next) = tokens.after_any(at, NOON) {
        return Some((Clock::Sure(HALF), next));
    }
    if let Some(next) = tokens.after_any(at, MIDNIGHT) {
        return Some((Clock::Sure(if ends { DAY_MINUTES } else { 0 }), next));
    }
    let (number, digits) = tokens.number(at)?;
    let (mut hour, mut minute, mut next) = (number, 0, at + 1);
    let mut of_24 = false;
    if digits == 4 {
        (hour, minute, of_24) = (number / 100, number % 100, true);
    } else if digits > 2 {
        return None;
    } else if let Some((minutes, 2)) =
        tokens.number(at + 2).filter(|_| tokens.is_glued(at + 1, ":") || tokens.is_glued(at + 1, "."))
    {
        (minute, next, of_24) = (minutes, at + 3, digits == 2 && hour < 10);
        // Seconds say nothing of hours.
        if tokens.is_glued(next, ":") && tokens.number(next + 1) == Some((0, 2)) {
            next += 2;
        }
    }
    if minute > 59 || hour > 24 || (hour == 24 && minute > 0) {
        return None;
    }
    let glued = tokens.get(next).is_some_and(|token| token.glued);
    if glued && ["h", "hs", "hrs"].contains(&tokens.word(next)) {
        (next, of_24) = (next + 1, true);
    }
    let shown = u16::try_from(hour * 60 + minute).ok()?;
    let glued = tokens.get(next).is_some_and(|token| token.glued);
    let halves = if glued { HALVES_GLUED } else { HALVES };
    let half = halves.iter().zip([0, HALF]).find_map(|(words, from)| Some((tokens.after_any(next, words)?, from)));
    match half {
        Some(_) if !(1..=12).contains(&hour) => None,
        Some((next, from)) => {
            let minute = shown % HALF + from;
            // “12 a.m.” at the end is the midnight with which the day ends.
            let minute = if ends && minute == 0 { DAY_MINUTES } else { minute };
            Some((Clock::Sure(minute), next))
        }
        None if of_24 || hour > 12 || hour == 0 => Some((Clock::Of24(shown), next)),
        None => Some((Clock::Of12(shown % HALF), next)),
    }
}

/// The minutes of the day at which it opens and closes, where one meaning is likely.
fn both(opens: Clock, closes: Clock) -> Option<(u16, u16)> {
    use Clock::{Of12, Of24, Sure};
    match (opens, closes) {
        (Sure(opens) | Of24(opens), Sure(closes) | Of24(closes)) => Some((opens, closes)),
        // A clock with 24 hours is not left in the middle. “08:00-5” would be over midnight then, which few mean.
        (Of24(opens), Of12(closes)) => {
            let closes = noon_for_zero(closes);
            (closes > opens || opens >= 13 * 60).then_some((opens, closes))
        }
        (Of12(opens), Of24(closes)) => Some((noon_for_zero(opens), closes)),
        (Sure(opens), Of12(closes)) => Some((opens, next_after(opens, closes))),
        // “9-5 pm” begins in the morning, “1-5 pm” after noon, “10-2 am” at night.
        (Of12(opens), Sure(closes)) => {
            let before = [opens + HALF, opens].into_iter().find(|opens| *opens < closes);
            Some((before.unwrap_or(opens + HALF), closes))
        }
        (Of12(opens), Of12(closes)) => {
            let likely = match opens / 60 {
                8..=11 => opens,
                0 if closes >= 60 => HALF + opens,
                // From 1 to 5 in the morning nothing opens.
                1..=5 if closes > opens => HALF + opens,
                // From 7 to 3 is a day's work; from 7 to 9 may be breakfast or an evening.
                6 | 7 if closes <= opens => opens,
                _ => return None,
            };
            Some((likely, next_after(likely, closes)))
        }
    }
}

/// Twelve o'clock as a clock with 24 hours has it.
const fn noon_for_zero(minute: u16) -> u16 {
    if minute < 60 { minute + HALF } else { minute }
}

/// The next time after another one at which a clock with 12 hours shows this.
fn next_after(opens: u16, shown: u16) -> u16 {
    let later = [shown, shown + HALF].into_iter().find(|closes| *closes > opens);
    later.unwrap_or(if shown == 0 { DAY_MINUTES } else { shown })
}

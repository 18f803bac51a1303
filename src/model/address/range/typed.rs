//! A typed line, its words sorted: which are the street, which are numbers, which tell a side.

use super::RangeFault;
use super::counted::{is_dash, is_half};
use super::units::{Within, begins, within};
use super::words::{AND, Numbers, Words};
use crate::model::address::spelling::{spelled, state, suffix};
use crate::model::address::street::{firm_end, numbered_end};
use crate::model::address::token::{Word, pieces, shown};
use crate::model::address::{Side, place};
use std::borrow::Cow;

/// What was typed, sorted by what it is.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// The street, its town perhaps after it.
    pub(crate) street: String,
    /// The numbers.
    pub(crate) groups: Vec<Group>,
    /// The units.
    pub(crate) within: Vec<Within>,
}

/// Numbers between two commas, on one side or both.
#[derive(Debug, Default)]
pub(crate) struct Group {
    /// The numbers.
    pub(crate) numbers: Vec<Numbers>,
    /// The side they are on; both without one.
    pub(crate) side: Option<Side>,
}

static EVEN: &str = "even evens pares par";
static ODD: &str = "odd odds impar impares nones";

/// What the last word was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Street,
    Number,
    Side,
    Of,
}

impl Typed {
    /// Sorts the words of a line.
    pub(crate) fn read(text: &str) -> Result<Typed, RangeFault> {
        // “2..48” is as common as “2-48”.
        let pieces = pieces(&between_halves(&text.replace("...", "-").replace("..", "-").replace('…', "-")));
        let mut all = Vec::new();
        for piece in &pieces {
            all.extend(piece.words.iter().map(Some));
            all.push(None);
        }
        if all.is_empty() {
            return Err(RangeFault::Blank);
        }
        let mut typed = Typed::default();
        let halves = all.iter().flatten().any(|word| {
            word.folded.split_once('-').is_some_and(|(block, half)| {
                half.len() == 2 && half.starts_with('0') && block.bytes().all(|b| b.is_ascii_digit())
            })
        });
        let mut words = Words { all, at: 0, halves };
        let mut last = Last::Start;
        // A side before the numbers holds until another is named.
        let mut side = None;
        let mut group = Group::default();
        while words.at < words.all.len() {
            let Some(word) = words.peek(0) else {
                typed.close(&mut group, side);
                typed.street.push(',');
                (words.at, last) = (words.at + 1, Last::Start);
                continue;
            };
            if let Some(kind) = begins(&words) {
                typed.close(&mut group, side);
                typed.within.push(within(&mut words, kind)?);
                last = Last::Start;
                continue;
            }
            if let Some(named) = side_of(&words) {
                let ahead = [1, 2].iter().any(|ahead| words.peek(*ahead).is_some_and(Word::is_numeric));
                if let Some(earlier) = typed.groups.last_mut().filter(|_| group.numbers.is_empty() && !ahead) {
                    // “Maple St, 2-48, even”
                    earlier.side = named;
                } else if group.numbers.is_empty() {
                    side = named;
                } else {
                    group.side = named;
                    typed.close(&mut group, None);
                }
                (words.at, last) = (words.at + 1, Last::Side);
                continue;
            }
            let street_number = (last == Last::Street && typed.takes(word)) || begins_street(&words);
            if !street_number && let Some(numbers) = words.numbers()? {
                group.numbers.push(numbers);
                last = Last::Number;
                continue;
            }
            words.at += 1;
            if is_noise(&words, word, last) {
                // “of the” and “de la” are passed over together.
                last = if spelled("of on de en", &word.folded) && last != Last::Start { Last::Of } else { last };
                continue;
            }
            typed.street.push(' ');
            typed.street.push_str(&word.shown);
            last = Last::Street;
        }
        typed.close(&mut group, side);
        Ok(typed)
    }

    fn close(&mut self, group: &mut Group, side: Option<Side>) {
        let mut group = std::mem::take(group);
        if !group.numbers.is_empty() {
            group.side = group.side.or(side);
            self.groups.push(group);
        }
    }

    /// Whether a number is the street's own, or its town's: “Route 32”, “Calle 3”, “CT 06226”.
    fn takes(&self, number: &Word) -> bool {
        // Longer ones are never called by a number alone, and are not looked through for every number.
        if self.street.len() > 40 || !number.folded.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        let before = self.street.rsplit(' ').next().unwrap_or_default();
        if number.folded.len() == 5 && state(&before.to_lowercase()).is_some() {
            return true;
        }
        let pieces = pieces(&format!("{} {}", self.street, number.shown));
        pieces.last().is_some_and(|piece| numbered_end(&piece.words) == piece.words.len())
    }

    /// The second street, if there are two.
    pub(crate) fn second_street(&self) -> Option<String> {
        let mut pieces = pieces(&self.street);
        // “CT” would be a court.
        place::take(&mut pieces, false);
        pieces.iter().filter(|piece| firm_end(&piece.words).is_some()).nth(1).map(|piece| shown(&piece.words))
    }

    /// The first of the numbers as it was typed.
    pub(crate) fn first(&self) -> Option<String> {
        let at = self.within.iter().flat_map(|within| &within.at);
        self.groups.iter().flat_map(|group| &group.numbers).chain(at).next().map(Numbers::to_string)
    }
}

/// “82 Street”, where the numbers of houses stand elsewhere: a number before a suffix with no name behind it.
fn begins_street(words: &Words) -> bool {
    let Some(number) = words.peek(0).filter(|word| word.folded.bytes().all(|b| b.is_ascii_digit())) else {
        return false;
    };
    let is_suffix = words.peek(1).is_some_and(|word| suffix(&word.folded).is_some_and(|suffix| suffix.firm));
    let others = words.all.iter().flatten().filter(|word| word.is_numeric() && word.shown.contains('-')).count() > 0;
    let ends =
        words.peek(2).is_none_or(|word| word.is_numeric() || spelled(EVEN, &word.folded) || spelled(ODD, &word.folded));
    is_suffix && ends && others && number.folded.len() < 4
}

/// “37-01 - 37-09” with a word for the dash in the middle, which would part a remark from an address.
fn between_halves(text: &str) -> Cow<'_, str> {
    let words: Vec<&str> = text.split(' ').collect();
    let half = |word: &str| is_half(word.trim_end_matches(','));
    let at = words.windows(3).position(|three| is_dash(three[1]) && half(three[0]) && half(three[2]));
    let Some(at) = at else { return Cow::Borrowed(text) };
    let mut words = words;
    words[at + 1] = "to";
    Cow::Owned(words.join(" "))
}

/// The side named here: “even”, or “both” where it cannot be part of a street's name.
fn side_of(words: &Words) -> Option<Option<Side>> {
    // The Odd Fellows have streets.
    let fellows = words.peek(1).is_some_and(|word| word.folded.starts_with("fellow"));
    // “Par” alone is a golfer's street; a side is “lado par”, or follows the numbers.
    let before = words.at.checked_sub(1).and_then(|at| words.all.get(at).copied().flatten());
    let sided = before.is_some_and(|word| word.is_numeric() || spelled("lado numero el", &word.folded));
    if words.is(0, "par") {
        sided.then_some(Some(Side::Even))
    } else if words.is(0, EVEN) {
        Some(Some(Side::Even))
    } else if words.is(0, ODD) && !fellows {
        Some(Some(Side::Odd))
    } else if words.is(0, "both all ambos todos todas") && words.is(1, "sides lados numbers numeros") {
        Some(None)
    } else {
        None
    }
}

/// Whether a word just passed over says nothing here: “from” before a number, “side” after “even”.
fn is_noise(words: &Words, word: &Word, last: Last) -> bool {
    let number_next = words.peek(0).is_some_and(Word::is_numeric);
    let side_next = words.is(0, EVEN) || words.is(0, ODD);
    let after = matches!(last, Last::Number | Last::Side);
    match word.folded.as_str() {
        "side" | "sides" | "only" | "numbers" | "number" | "nos" | "lado" | "lados" | "numeros" | "numero" | "solo" => {
            after || side_next || number_next
        }
        "from" | "del" | "desde" | "los" | "las" | "no" | "#" => number_next || side_next,
        "the" | "el" | "la" => last == Last::Of || number_next || side_next,
        "of" | "on" | "en" => after || number_next,
        "de" => after || number_next,
        word => spelled(AND, word) && (number_next || side_next) && last != Last::Street,
    }
}

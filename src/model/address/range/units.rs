//! Units that are counted through: “apartments 1-6 and 8 at 12”.

use super::words::{AND, Numbers, UNTIL, Words};
use super::{MAX_DOORS, RangeFault};
use crate::model::address::spelling::{short_number, spelled};
use crate::model::address::token::Word;
use crate::model::address::{Unit, UnitKind};

/// “apartments 1-6 at 12”
#[derive(Debug)]
pub(crate) struct Within {
    /// The words that named them.
    pub(crate) typed: String,
    /// The units.
    pub(crate) units: Vec<Unit>,
    /// The numbers they are at; empty where only one can be meant.
    pub(crate) at: Vec<Numbers>,
}

/// The kinds of units by the words people count them with.
static COUNTED: &[(UnitKind, &str)] = &[
    (UnitKind::Apartment, "apartments apartment apts apt apartamentos apartamento aptos apto deptos"),
    (UnitKind::Unit, "units unit unidades unidad"),
    (UnitKind::Floor, "floors floor pisos piso"),
    (UnitKind::Suite, "suites suite"),
    (UnitKind::Room, "rooms room cuartos cuarto"),
    (UnitKind::Lot, "lots lot lotes lote"),
    (UnitKind::Trailer, "trailers trailer"),
    (UnitKind::Building, "buildings building bldgs bldg edificios edificio"),
];

static AT: &str = "at en in @";

/// The kind of unit that begins to be counted here.
pub(crate) fn begins(words: &Words) -> Option<UnitKind> {
    let word = words.peek(0).filter(|_| words.peek(1).is_some_and(is_counted) || words.is(1, AT))?;
    COUNTED.iter().find(|(_, words)| spelled(words, &word.folded)).map(|(kind, _)| *kind)
}

/// Whether a word can be a unit or a range of units: it has a digit, or is one letter, or two with a hyphen.
fn is_counted(word: &Word) -> bool {
    let letters = word.folded.split('-').all(|part| part.chars().count() == 1);
    letters || word.folded.chars().any(|c| c.is_ascii_digit())
}

/// Reads “apartments 1-6 and 8 at 12, 14”. After a comma only plain numbers go on; a range begins anew.
pub(crate) fn within(words: &mut Words, kind: UnitKind) -> Result<Within, RangeFault> {
    let start = words.at;
    words.at += 1;
    let mut units = Vec::new();
    while let Some(word) = words.peek(0).filter(|word| is_counted(word)) {
        words.at += 1;
        let until = words.is(0, UNTIL).then(|| words.peek(1)).flatten().filter(|word| is_counted(word));
        let text = match until {
            Some(to) => {
                words.at += 2;
                format!("{}-{}", word.shown, to.shown)
            }
            None => word.shown.clone(),
        };
        units.extend(names(&text)?.iter().map(|name| Unit::new(kind, name)));
        if units.len() > MAX_DOORS {
            return Err(RangeFault::TooMany);
        }
        let comma = usize::from(words.is_comma(0));
        let and = usize::from(words.is(comma, AND));
        if comma + and > 0 && words.peek(comma + and).is_some_and(is_counted) {
            words.at += comma + and;
        }
    }
    let typed = words.since(start);
    if units.is_empty() {
        return Err(RangeFault::BadUnits { text: typed });
    }
    if !words.is(0, AT) {
        return Ok(Within { typed, units, at: Vec::new() });
    }
    words.at += 1;
    if words.is(0, "number numero el no #") {
        words.at += 1;
    }
    let mut at = Vec::new();
    while let Some(numbers) = words.numbers()? {
        at.push(numbers);
        let comma = usize::from(words.is_comma(0));
        let and = usize::from(words.is(comma, AND));
        let goes_on = words.peek(comma + and).is_some_and(|word| {
            let plain = short_number(&word.folded).is_some();
            word.is_numeric() && (plain || comma == 0)
        });
        if comma + and == 0 || !goes_on {
            break;
        }
        words.at += comma + and;
    }
    if at.is_empty() { Err(RangeFault::UnitsNowhere { units: typed }) } else { Ok(Within { typed, units, at }) }
}

/// The names of a unit or a range of units: “1-6”, “A-D”, “1A-1D”, “A1-A6”.
fn names(text: &str) -> Result<Vec<String>, RangeFault> {
    let Some((from, to)) = text.split_once('-') else { return Ok(vec![text.to_uppercase()]) };
    let bad = || RangeFault::BadUnits { text: text.to_owned() };
    let [from, to] = [from, to].map(str::to_uppercase);
    let split = |text: &str, digit: bool| {
        let at = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() && c.is_ascii_digit() == digit).len();
        (text[..at].to_owned(), text[at..].to_owned())
    };
    let digits = from.ends_with(|c: char| c.is_ascii_digit());
    let ((lead, from_end), (same, to_end)) = (split(&from, digits), split(&to, digits));
    if lead != same {
        return Err(bad());
    }
    let backwards = RangeFault::Backwards { range: text.to_owned() };
    if let (Some(first), Some(last)) = (short_number(&from_end), short_number(&to_end)) {
        return match last.checked_sub(first) {
            None => Err(backwards),
            Some(more) if more as usize >= MAX_DOORS => Err(RangeFault::TooMany),
            Some(_) => Ok((first..=last).map(|n| format!("{lead}{n}")).collect()),
        };
    }
    match (from_end.as_bytes(), to_end.as_bytes()) {
        ([first @ b'A'..=b'Z'], [last @ b'A'..=b'Z']) if first <= last => {
            Ok((*first..=*last).map(|letter| format!("{lead}{}", char::from(letter))).collect())
        }
        ([b'A'..=b'Z'], [b'A'..=b'Z']) => Err(backwards),
        _ => Err(bad()),
    }
}

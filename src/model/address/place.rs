//! The end of a line: state and ZIP code.

use super::spelling::{Direction, ordinal, short_number, spelled, state, suffix};
use super::street::firm_end;
use super::token::{TokenPiece, Word};
use super::unit::own;
use super::unit_kind::is_needy;
use super::{Address, Number};

/// What was taken off the end of a line.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    /// The two letters of the state; empty without one.
    pub state: String,
    /// The ZIP code, five digits or five and four; empty without one.
    pub zip: String,
    /// Whether the state stood in the same piece as the street, so that the town does too.
    pub with_street: bool,
}

/// Takes country, ZIP code and state off the end of the pieces. `after` tells that a line or box stands before them.
pub(crate) fn take(pieces: &mut Vec<TokenPiece>, after: bool) -> Tail {
    let mut tail = Tail::default();
    take_country(pieces, after);
    if let Some(zip) = take_zip(pieces, after) {
        tail.zip = zip;
        take_country(pieces, after);
    }
    if let Some((code, with_street)) = take_state(pieces, after, &tail.zip) {
        (tail.state, tail.with_street) = (code.to_owned(), with_street);
    }
    tail
}

/// A ZIP code as a cell holds it: five digits or nine. Spreadsheets drop the zeros in front, and may add “.0”.
pub(crate) fn zip(cell: &str) -> String {
    let cell = cell.trim();
    let digits: String = cell.strip_suffix(".0").unwrap_or(cell).chars().filter(char::is_ascii_digit).collect();
    let other = cell.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '-' | '.' | ' ' | '–'));
    match digits.len() {
        _ if other => cell.to_owned(),
        3..=5 => format!("{digits:0>5}"),
        7..=9 => {
            let nine = format!("{digits:0>9}");
            format!("{}-{}", &nine[..5], &nine[5..])
        }
        _ => cell.to_owned(),
    }
}

/// Takes the last words away; a piece without words goes too.
fn shorten(pieces: &mut Vec<TokenPiece>, by: usize) {
    if let Some(last) = pieces.last_mut() {
        last.words.truncate(last.words.len().saturating_sub(by));
        if last.words.is_empty() {
            pieces.pop();
        }
    }
}

/// The words of the last piece, if it is part of the line and not all of it.
fn last_words(pieces: &[TokenPiece], after: bool) -> Option<&[Word]> {
    let last = pieces.last().filter(|piece| !piece.aside)?;
    (after || pieces.len() > 1 || last.words.len() > 1).then_some(&*last.words)
}

fn take_country(pieces: &mut Vec<TokenPiece>, after: bool) {
    let by = match last_words(pieces, after) {
        Some([.., united, states]) if (&*united.folded, &*states.folded) == ("united", "states") => 2,
        Some([.., united, states, of, america])
            if ["united", "states", "of", "america"] == [united, states, of, america].map(|word| &*word.folded) =>
        {
            4
        }
        Some([.., estados, unidos]) if (&*estados.folded, &*unidos.folded) == ("estados", "unidos") => 2,
        Some([.., usa]) if usa.folded == "usa" => 1,
        Some([.., zip, us]) if us.folded == "us" && zip.folded.len() >= 5 && zip.is_numeric() => 1,
        Some([us]) if us.folded == "us" => 1,
        _ => return,
    };
    shorten(pieces, by);
}

fn take_zip(pieces: &mut Vec<TokenPiece>, after: bool) -> Option<String> {
    let words = last_words(pieces, after)?;
    let (last, before) = words.split_last()?;
    // “Box 06226”, “Apt 10101” and “Route 12345” have numbers of their own.
    let named = before.last().is_some_and(|word| {
        (is_needy(&word.folded) && word.folded != "fl")
            || spelled("box bx po pob route rt rte highway hwy no hc rr rfd", &word.folded)
    });
    let text = last.folded.as_str();
    let digits = |text: &str| short_number(text).is_some();
    let after_state = before.last().is_some_and(|word| word.folded.len() == 2 && state(&word.folded).is_some());
    let fits = match text.split_once('-') {
        Some((five, four)) => five.len() == 5 && four.len() == 4 && digits(five) && digits(four),
        None => digits(text) && (text.len() == 5 || (after_state && matches!(text.len(), 4 | 9))),
    };
    let found = (fits && !named).then(|| zip(text))?;
    shorten(pieces, 1);
    Some(found)
}

fn take_state(pieces: &mut Vec<TokenPiece>, after: bool, zip: &str) -> Option<(&'static str, bool)> {
    let first = pieces.len() == 1 && !after;
    let words = last_words(pieces, after)?;
    let (code, used) = named_state(words)?;
    let before = &words[..words.len() - used];
    if is_quadrant(pieces, before, &words[before.len()], zip) {
        return None;
    }
    let in_street = first || before.first().is_some_and(Word::is_numeric);
    let fits = if in_street {
        ends_street(before, &words[before.len()], !zip.is_empty(), zip.starts_with("68") || zip.starts_with("69"))
    } else {
        // Two states have cities of their names, which stand alone more often than the state does.
        !before.is_empty()
            || pieces.len() > 2
            || !matches!(code, "WA" | "NY")
            || words.len() == 1 && words[0].folded.len() == 2
    };
    if !fits {
        return None;
    }
    shorten(pieces, used);
    Some((code, in_street))
}

/// Whether “NE” is the quadrant of a city and not Nebraska: nothing stands before it that would be the town, and no ZIP
/// code says Nebraska.
fn is_quadrant(pieces: &[TokenPiece], before: &[Word], word: &Word, zip: &str) -> bool {
    if word.folded != "ne" || !before.is_empty() || zip.starts_with("68") || zip.starts_with("69") {
        return false;
    }
    let [street, between @ .., _] = pieces else { return false };
    let town_in_street = firm_end(&street.words).is_some_and(|end| end < street.words.len());
    let is_town = |piece: &TokenPiece| !piece.aside && !piece.words[0].is_numeric() && own(&piece.words).is_none();
    firm_end(&street.words).is_some() && !town_in_street && !between.iter().any(is_town)
}

/// The state at the end of some words, and how many words it takes.
fn named_state(words: &[Word]) -> Option<(&'static str, usize)> {
    (1..=words.len().min(3)).rev().find_map(|used| {
        let name: Vec<&str> = words[words.len() - used..].iter().map(|word| word.folded.as_str()).collect();
        state(&name.join("-")).map(|code| (code, used))
    })
}

/// Whether a word after a street in the same piece is a state, and not its “Ct”, its “NE”, its “2nd Fl”.
fn ends_street(before: &[Word], word: &Word, zip: bool, nebraska: bool) -> bool {
    let street = &before[Number::at_start(before).map_or(0, |(_, used)| used)..];
    let Some(last) = street.last() else { return false };
    if word.folded == "fl"
        && (last.is_numeric() || ordinal(&last.folded).is_some() || spelled("top ground", &last.folded))
    {
        return false;
    }
    let end = firm_end(street);
    let ambiguous = suffix(&word.folded).is_some() || Direction::read(&word.folded).is_some();
    let town = end.is_some_and(|end| end < street.len());
    let clear = !ambiguous && (zip || (word.folded.len() == 2 && street.len() > 2));
    let nebraska = word.folded == "ne" && nebraska && end.is_some();
    town || clear || nebraska || (zip && word.folded == "ct" && end.is_some())
}

/// Reads house numbers as two halves where they are written so: in Queens, by its ZIP codes and names, and in Hawaii.
pub(crate) fn settle_halves(address: &mut Address) {
    let (state, zip) = (address.state.as_str(), address.zip.as_str());
    let queens = ["110", "111", "113", "114", "116"].iter().any(|lead| zip.starts_with(lead));
    let town = address.town.to_lowercase();
    let named = ["queens", "astoria", "flushing", "jamaica", "corona", "jackson heights"].contains(&town.as_str());
    if state == "HI" || ((queens || named) && matches!(state, "NY" | "")) {
        address.number = address.number.take().map(Number::in_halves);
    }
}

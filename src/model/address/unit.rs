//! Doors within a house: “Apt 3”, “2nd Floor”, “Rear”.

use super::case::title;
use super::natural::natural;
use super::spelling::{Direction, ordinal, short_number, spelled, state, suffix};
use super::token::{TokenPiece, Word, pieces, shown};
use super::unit_kind::Naming;
pub use super::unit_kind::UnitKind;
use crate::model::fold::fold;
use crate::model::order::sort_by_key;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

/// Words after a kind that add nothing: “rear apt”, “side door”, “lower level”.
static FILLERS: &str = "apt apartment unit side door house building bldg entrance level floor fl";
/// Numbers in words, as of floors.
static WORDS: &str = "one two three four five six seven eight nine ten";
/// What people write into a cell that holds nothing.
static NOTHING: &str = "n/a na none null ninguno ninguna";

/// A door within a house, or part of the way to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its number, letter or name in capitals; empty where the kind says all.
    pub name: String,
}

impl Unit {
    /// A unit.
    pub fn new(kind: UnitKind, name: &str) -> Unit {
        let name = name.trim();
        let short = name.chars().any(|c| c.is_ascii_digit()) || name.chars().count() <= 2;
        let name = match (kind, ordinal(&fold(name))) {
            (UnitKind::Floor, Some(number)) => number.to_string(),
            _ if short => name.to_uppercase(),
            _ => name.split(' ').map(|word| title(word, true)).collect::<Vec<_>>().join(" "),
        };
        Unit { kind, name }
    }

    /// The units a text holds, from the outside in. What is no known sort of unit becomes the name of one.
    pub fn read(text: &str) -> Vec<Unit> {
        Unit::read_pieces(pieces(text))
    }

    /// The units of a text that is cut at its commas.
    pub(crate) fn read_pieces(pieces: Vec<TokenPiece>) -> Vec<Unit> {
        let mut units = Vec::new();
        for TokenPiece { words, .. } in pieces {
            if spelled(NOTHING, &crate::model::address::token::folded(&words)) {
                continue;
            }
            match own(&words) {
                Some((found, used)) if used == words.len() => units.extend(found),
                _ => units.push(Unit::new(UnitKind::Unit, &shown(&words))),
            }
        }
        tidy(&mut units);
        units
    }

    /// The unit as it is matched: one text for all its spellings.
    pub(crate) fn key(&self) -> String {
        let kind = self.kind.grouped().name().to_lowercase();
        if self.name.is_empty() { kind } else { format!("{kind} {}", self.name_key()) }
    }

    /// The name alone as it is matched: “3-b”, “3 B” and “03b” are one, “1-2” and “12” are two.
    pub(crate) fn name_key(&self) -> String {
        let folded = fold(&self.name);
        let digit = |c: char| c.is_ascii_digit();
        let mut key = String::with_capacity(folded.len());
        let mut parted = false;
        let mut chars = folded.chars().peekable();
        while let Some(c) = chars.next() {
            if matches!(c, ' ' | '-' | '/') {
                parted = true;
                continue;
            }
            let last = key.chars().next_back();
            let run_on = last.is_some_and(|last| digit(last) == digit(c));
            if std::mem::take(&mut parted) && run_on {
                key.push('-');
            }
            let starts_number = !last.is_some_and(digit) || key.ends_with('-');
            if !(c == '0' && starts_number && chars.peek().copied().is_some_and(digit)) {
                key.push(c);
            }
        }
        key
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Unit) -> Ordering {
        let kinds = self.kind.grouped().cmp(&other.kind.grouped());
        kinds.then_with(|| natural(&self.name, &other.name)).then_with(|| self.kind.cmp(&other.kind))
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Unit) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.name();
        match (self.kind, self.name.as_str()) {
            (_, "") => f.write_str(kind),
            (UnitKind::Bare, name) => write!(f, "{kind}{name}"),
            (UnitKind::Floor, name @ ("Top" | "Ground" | "Main")) => write!(f, "{name} {kind}"),
            (_, name) => write!(f, "{kind} {name}"),
        }
    }
}

/// Puts units in order from the outside in and drops what is said twice: “Apt 3” in one column and “3” in another.
pub(crate) fn tidy(units: &mut Vec<Unit>) {
    let mut known = BTreeSet::new();
    // Of two words for one door the more telling stays: the kinds stand in that order.
    sort_by_key(units, |unit| unit.kind);
    units.retain(|unit| known.insert(unit.key()));
}

/// Where in an address a unit is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// Before the house number.
    Before,
    /// Within a street that may go on.
    Within,
    /// After the end of a street.
    After,
    /// In a piece or cell of its own.
    Own,
}

/// The unit at a place, and how many words it takes. A unit of no name, “Apt” alone, takes words and is nothing.
pub(crate) fn unit_at(words: &[Word], place: Where) -> Option<(Option<Unit>, usize)> {
    let first = words.first()?;
    if let Some((floor, used)) = floor_at(words, place) {
        return Some((Some(floor), used));
    }
    // “in rear”, “in the rear”
    let lead = words.iter().take(2).take_while(|word| spelled("in the", &word.folded)).count();
    if lead > 0 {
        let rear =
            words.get(lead).and_then(|word| UnitKind::read(&word.folded)).filter(|(kind, _)| *kind == UnitKind::Rear);
        return rear.map(|(kind, _)| (Some(Unit::new(kind, "")), lead + 1));
    }
    // “No. 3” after a street is no direction.
    if matches!(place, Where::After | Where::Own)
        && spelled("no num number", &first.folded)
        && let Some(name) = words.get(1).filter(|word| word.is_numeric())
    {
        return Some((Some(Unit::new(UnitKind::Bare, &name.shown)), 2));
    }
    // “House 2” is one of several, “Court House” is a street.
    if spelled("house hse", &first.folded) {
        let name = words.get(1).filter(|word| word.is_numeric() && ordinal(&word.folded).is_none())?;
        return Some((Some(Unit::new(UnitKind::Building, &name.shown)), 2));
    }
    let (kind, naming) = UnitKind::read(&first.folded)?;
    match naming {
        Naming::Needed => named(kind, words, place),
        Naming::Possible => match words.get(1).filter(|word| word.is_numeric() && place != Where::Before) {
            Some(name) => Some((Some(Unit::new(kind, &name.shown)), 2)),
            None => bare(kind, words, place, false),
        },
        Naming::Never => bare(kind, words, place, true),
        Naming::Unsure => bare(kind, words, place, false),
    }
}

/// “2nd Floor”, “2 fl”, “Top floor”, “2do piso”; in a cell of its own also “2nd” alone.
fn floor_at(words: &[Word], place: Where) -> Option<(Unit, usize)> {
    let first = words.first()?.folded.as_str();
    let is_floor = |word: &Word| UnitKind::read(&word.folded).is_some_and(|(kind, _)| kind == UnitKind::Floor);
    let spanish = first.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let spanish = spelled("er ro do to mo vo no", &first[spanish.len()..]).then(|| short_number(spanish)).flatten();
    let number = ordinal(first).or(spanish).or_else(|| short_number(first));
    if words.get(1).is_some_and(is_floor) {
        let name = match number {
            Some(number) => number.to_string(),
            None if spelled("top ground main", first) => first.to_owned(),
            None => return None,
        };
        return Some((Unit::new(UnitKind::Floor, &name), 2));
    }
    let alone = matches!(place, Where::After | Where::Own) && words.first()?.is_numeric() && is_end(words, 1, place);
    ordinal(first).filter(|_| alone).map(|number| (Unit::new(UnitKind::Floor, &number.to_string()), 1))
}

/// A kind with its name: “Apt 3”, “Apt # 3 B”, “Bldg Annex”.
fn named(kind: UnitKind, words: &[Word], place: Where) -> Option<(Option<Unit>, usize)> {
    let marks = words[1..].iter().take(2).take_while(|word| spelled("# no num number", &word.folded)).count();
    let start = 1 + marks;
    let rest = words.get(start..).unwrap_or_default();
    // “Apt 2nd Fl” is the floor.
    if let Some((floor, used)) = floor_at(rest, Where::Within) {
        return Some((Some(floor), start + used));
    }
    if let Some((name, used)) = name_at(rest) {
        return Some((Some(Unit::new(kind, &name)), start + used));
    }
    // “Apt rear” is the rear.
    let inner =
        rest.first().and_then(|word| UnitKind::read(&word.folded)).filter(|(_, naming)| *naming != Naming::Needed);
    if inner.is_some()
        && let Some((unit, used)) = unit_at(rest, place)
    {
        return Some((unit, start + used));
    }
    match place {
        Where::Own if !rest.is_empty() && kind != UnitKind::Floor => {
            Some((Some(Unit::new(kind, &shown(rest))), words.len()))
        }
        // An empty “Apt” is left behind by forms.
        Where::After | Where::Own => Some((None, start)),
        Where::Before | Where::Within => None,
    }
}

/// The name of a unit: something with a digit, one or two letters, a small number in words.
fn name_at(words: &[Word]) -> Option<(String, usize)> {
    let first = words.first()?;
    if let Some(number) = WORDS.split(' ').position(|word| word == first.folded) {
        return Some(((number + 1).to_string(), 1));
    }
    if !is_name(first) {
        return None;
    }
    let mut name = first.shown.clone();
    let mut used = 1;
    // “3 B”, where nothing follows that the letter could belong to.
    let ends_in_digit = name.ends_with(|c: char| c.is_ascii_digit());
    if let Some(letter) = words.get(used).filter(|word| ends_in_digit && word.letter().is_some())
        && is_end(words, used + 1, Where::After)
    {
        name.push_str(&letter.shown);
        used += 1;
    }
    // “1 & 2”
    while let [mark, next, ..] = &words[used..]
        && matches!(mark.folded.as_str(), "&" | "and" | "y")
        && is_name(next)
    {
        name.push_str(" & ");
        name.push_str(&next.shown);
        used += 2;
    }
    Some((name, used))
}

fn is_name(word: &Word) -> bool {
    let folded = word.folded.as_str();
    if folded.chars().any(|c| c.is_ascii_digit()) || word.letter().is_some() {
        return true;
    }
    let taken = spelled("of on at by to no", folded)
        || suffix(folded).is_some()
        || Direction::read(folded).is_some()
        || state(folded).is_some()
        || UnitKind::read(folded).is_some();
    folded.chars().count() == 2 && folded.chars().all(char::is_alphabetic) && !taken
}

/// A kind that needs no name. An unsure one counts only where nothing else follows.
fn bare(kind: UnitKind, words: &[Word], place: Where, sure: bool) -> Option<(Option<Unit>, usize)> {
    let filler = words.get(1).is_some_and(|word| spelled(FILLERS, &word.folded)) && is_end(words, 2, place);
    let used = if filler { 2 } else { 1 };
    let counts = match place {
        Where::Before => {
            words.get(used).is_some_and(Word::is_numeric) || is_end(words, used, place) && used < words.len()
        }
        Where::Within => sure && is_end(words, used, place),
        Where::After | Where::Own => sure || is_end(words, used, place),
    };
    counts.then(|| (Some(Unit::new(kind, "")), used))
}

/// Whether at this word the piece ends or another unit begins.
fn is_end(words: &[Word], at: usize, place: Where) -> bool {
    let Some(word) = words.get(at) else { return true };
    if place == Where::Before && word.is_numeric() {
        return true;
    }
    let floor = words
        .get(at + 1)
        .and_then(|word| UnitKind::read(&word.folded))
        .is_some_and(|(kind, _)| kind == UnitKind::Floor);
    UnitKind::read(&word.folded).is_some() || (word.is_numeric() && floor)
}

/// As many units as stand here, and how many words they take.
pub(crate) fn units_at(words: &[Word], place: Where) -> (Vec<Unit>, usize) {
    let (mut units, mut used) = (Vec::new(), 0);
    while let Some((unit, more)) = unit_at(&words[used..], place) {
        units.extend(unit);
        used += more;
    }
    (units, used)
}

/// A number or letter that stands alone after a street: “12 Main St 3R”. A direction's letter is none.
pub(crate) fn bare_at(words: &[Word]) -> Option<(Unit, usize)> {
    let first = words.first()?;
    let letter = first.letter().is_some() && Direction::read(&first.folded).is_none();
    if !(first.is_numeric() || letter || short_with_digit(first)) {
        return None;
    }
    let (name, used) = name_at(words)?;
    Some((Unit::new(UnitKind::Bare, &name), used))
}

/// “A1”, “B-12”, but not the name of a highway.
fn short_with_digit(word: &Word) -> bool {
    word.folded.len() <= 6 && word.folded.bytes().any(|b| b.is_ascii_digit())
}

/// The units of a piece of its own, and how many words they take; more words may follow.
pub(crate) fn own(words: &[Word]) -> Option<(Vec<Unit>, usize)> {
    let (units, used) = units_at(words, Where::Own);
    if used > 0 {
        return Some((units, used));
    }
    let first = words.first()?;
    // In a piece of its own a single letter is a unit even where it could be a direction.
    let (name, used) = name_at(words).filter(|_| short_with_digit(first) || first.letter().is_some())?;
    // “14 1st” is a street and its number.
    if matches!(&words[used..], [only] if ordinal(&only.folded).is_some()) {
        return None;
    }
    let (more, further) = units_at(&words[used..], Where::After);
    let mut units = vec![Unit::new(UnitKind::Bare, &name)];
    units.extend(more);
    (used + further == words.len()).then_some((units, used + further))
}

//! House numbers: “12”, “12 1/2”, “12A”, “12-16”, “37-12”, “N6W23001”.

use super::spelling::{ordinal, short_number};
use super::token::Word;
use std::cmp::Ordering;
use std::fmt;

/// A house number. Its order is that of a walk: 12, 12-16, 12 1/2, 12A, 13.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// What stands before the digits in capitals: “N6W” of Wisconsin, “1N” of Illinois, “A” of Puerto Rico; nearly
    /// always empty.
    pub grid: String,
    /// The digits.
    pub digits: u32,
    /// The letter of “12A”, in capitals; empty without one.
    pub letter: String,
    /// The half of “12 1/2”.
    pub fraction: Option<Fraction>,
    /// What follows a hyphen.
    pub second: Option<Second>,
}

/// A part of one, always in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    top: u8,
    bottom: u8,
}

/// What follows the hyphen of a house number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Second {
    /// The last number of a building that has several: “12-16”.
    Through(u32),
    /// The second half of a number that is written in two, as in Queens: “37-12”; digits or letters in capitals.
    Half(String),
}

/// A side of the street.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// 2, 4, 6
    Even,
    /// 1, 3, 5
    Odd,
}

impl Side {
    /// The side a number is on.
    pub fn of(number: u32) -> Side {
        if number.is_multiple_of(2) { Side::Even } else { Side::Odd }
    }
}

impl Number {
    /// A number of digits only.
    pub fn plain(digits: u32) -> Number {
        Number { digits, ..Number::default() }
    }

    /// A number that is written in two halves: “37-01”.
    pub(crate) fn of_halves(block: u32, half: &str) -> Number {
        Number { second: Some(Second::Half(half.to_owned())), ..Number::plain(block) }
    }

    /// The side of the street. Of a number in two halves the second decides: in Queens the first is the cross street.
    pub fn side(&self) -> Side {
        let half = match &self.second {
            Some(Second::Half(half)) => short_number(half),
            _ => None,
        };
        Side::of(half.unwrap_or(self.digits))
    }

    /// The last number of the building, if it has several.
    pub fn through(&self) -> Option<u32> {
        match self.second {
            Some(Second::Through(last)) => Some(last),
            _ => None,
        }
    }

    /// Whether a building of several numbers has this plain one among its own.
    pub fn covers(&self, other: &Number) -> bool {
        let plain = *other == Number { grid: self.grid.clone(), ..Number::plain(other.digits) };
        let through = self.through().is_some_and(|last| (self.digits..=last).contains(&other.digits));
        plain && through && Side::of(self.digits) == Side::of(other.digits)
    }

    /// Where numbers are written in two halves, as in Queens, “37-42” is no building of several numbers.
    pub(crate) fn in_halves(mut self) -> Number {
        if let Some(Second::Through(last)) = self.second {
            self.second = Some(Second::Half(last.to_string()));
        }
        self
    }

    /// The number as it is matched: one text for all its spellings.
    pub(crate) fn key(&self) -> String {
        self.to_string().to_lowercase()
    }

    /// The number a text holds, if it holds nothing else.
    pub fn read(text: &str) -> Option<Number> {
        let pieces = crate::model::address::token::pieces(text);
        let [piece] = pieces.as_slice() else { return None };
        let (number, used) = Number::at_start(&piece.words)?;
        (used == piece.words.len()).then_some(number)
    }

    /// The number at the start of some words, and how many words it takes.
    pub(crate) fn at_start(words: &[Word]) -> Option<(Number, usize)> {
        // “W151 N9612” of Wisconsin is one number, written in two words.
        let halves = match words {
            [first, second, _, ..] if is_coordinate(&first.folded) && is_coordinate(&second.folded) => {
                Number::of_word(&format!("{}{}", first.folded, second.folded))
            }
            _ => None,
        };
        let mut used = if halves.is_some() { 2 } else { 1 };
        let mut number = halves.or_else(|| Number::of_word(&words.first()?.folded))?;
        if number.fraction.is_none()
            && number.second.is_none()
            && let Some(fraction) = words.get(used).and_then(|word| Fraction::read(&word.folded))
        {
            number.fraction = Some(fraction);
            used += 1;
        }
        // “12 & 14 Main St” is one building.
        if number.grid.is_empty()
            && number.fraction.is_none()
            && number.second.is_none()
            && words.get(used).is_some_and(|word| matches!(word.folded.as_str(), "&" | "and" | "y"))
            && let Some(last) = words.get(used + 1).and_then(|word| short_number(&word.folded))
            && last > number.digits
        {
            number.second = Some(Second::Through(last));
            used += 2;
        }
        Some((number, used))
    }

    /// The number one word is.
    fn of_word(word: &str) -> Option<Number> {
        if !word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'/') || ordinal(word).is_some() {
            return None;
        }
        let (grid, rest) = split_grid(word);
        let digits = digits_at_start(rest);
        // The hyphen of “A-12” is only a habit; one between two numbers tells doors apart.
        let grid = grid.trim_end_matches('-').to_uppercase();
        let mut number = Number { grid, ..Number::plain(short_number(digits)?) };
        let rest = &rest[digits.len()..];
        let letters = letters_at_start(rest);
        number.letter = letters.to_uppercase();
        match rest[letters.len()..].split_at_checked(1) {
            None => {}
            Some(("-", rest)) => number.hyphen(rest)?,
            // “12/14” is a building of two numbers.
            Some(("/", rest)) => {
                number.second = Some(Second::Through(short_number(rest).filter(|n| *n > number.digits)?))
            }
            Some(_) => return None,
        }
        (letters.len() <= 2).then_some(number)
    }

    /// Reads what follows the hyphen. None if it can be no part of a number.
    fn hyphen(&mut self, rest: &str) -> Option<()> {
        if let Some(fraction) = Fraction::read(rest) {
            self.fraction = Some(fraction);
            return Some(());
        }
        let letters = letters_at_start(rest).len();
        if letters == rest.len() && self.letter.is_empty() {
            self.letter = Some(rest.to_uppercase()).filter(|letter| letter.len() <= 2 && !letter.is_empty())?;
            return Some(());
        }
        // Of “12-14-16” the first and the last are enough.
        let last = rest.rsplit('-').next().unwrap_or(rest);
        let through = short_number(last).filter(|last| *last > self.digits && self.letter.is_empty());
        self.second = Some(match through {
            Some(last) => Second::Through(last),
            None if rest.len() <= 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                Second::Half(rest.to_uppercase())
            }
            None => return None,
        });
        Some(())
    }
}

/// Whether a word is a letter of the compass and digits: “w151”.
fn is_coordinate(word: &str) -> bool {
    let digits = word.strip_prefix(['n', 's', 'e', 'w']);
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Parts “n6w23001” before its last run of digits, “1n234” and “a-12” likewise. Nothing stands before a plain number.
fn split_grid(word: &str) -> (&str, &str) {
    let compass = |c: char| matches!(c, 'n' | 's' | 'e' | 'w');
    let starts_with_letter = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let last_letter = word.rfind(|c: char| c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    let (grid, digits) = word.split_at(last_letter);
    let digits_after_dash = digits.strip_prefix('-').unwrap_or(digits);
    let ends_in_digits = !digits_after_dash.is_empty() && digits_after_dash.bytes().all(|b| b.is_ascii_digit());
    let is_grid = match grid.len() {
        0 => false,
        1 => starts_with_letter,
        _ => {
            grid.chars().all(|c| compass(c) || c.is_ascii_digit())
                && grid.ends_with(compass)
                && digits == digits_after_dash
        }
    };
    if is_grid && ends_in_digits { word.split_at(word.len() - digits_after_dash.len()) } else { ("", word) }
}

fn digits_at_start(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

fn letters_at_start(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_alphabetic).count()]
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.grid, self.digits, self.letter)?;
        if let Some(fraction) = self.fraction {
            write!(f, " {fraction}")?;
        }
        match &self.second {
            None => Ok(()),
            Some(Second::Through(last)) => write!(f, "-{last}"),
            Some(Second::Half(half)) => write!(f, "-{half}"),
        }
    }
}

impl Fraction {
    /// The fraction a word is: “1/2”, “3/4”. Nobody's door has sixteenths.
    fn read(word: &str) -> Option<Fraction> {
        let (top, bottom) = word.split_once('/')?;
        let (top, bottom) = (short_number(top)?, short_number(bottom)?);
        if !(2..=8).contains(&bottom) || !(1..bottom).contains(&top) {
            return None;
        }
        let common = (1..=top).rev().find(|n| top.is_multiple_of(*n) && bottom.is_multiple_of(*n)).unwrap_or(1);
        Some(Fraction { top: u8::try_from(top / common).ok()?, bottom: u8::try_from(bottom / common).ok()? })
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let [own, its] = [(self, other), (other, self)].map(|(a, b)| u16::from(a.top) * u16::from(b.bottom));
        own.cmp(&its)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.top, self.bottom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (text, number) in [
            ("12", "12"),
            ("012", "12"),
            ("12a", "12A"),
            ("12-A", "12A"),
            ("12 1/2", "12 1/2"),
            ("12-1/2", "12 1/2"),
            ("12½", "12 1/2"),
            ("12 2/4", "12 1/2"),
            ("12A 1/2", "12A 1/2"),
            ("12-", "12"),
            ("12-16", "12-16"),
            ("12 – 16", "12-16"),
            ("12/14", "12-14"),
            ("12 & 14", "12-14"),
            ("12-14-16", "12-16"),
            ("37-12", "37-12"),
            ("37-02", "37-02"),
            ("12A-C", "12A-C"),
            ("n6w23001", "N6W23001"),
            ("1N234", "1N234"),
            ("A-12", "A12"),
            ("b7", "B7"),
        ] {
            assert_eq!(Number::read(text).map(|number| number.to_string()).as_deref(), Some(number), "{text}");
        }
        for text in ["", "A", "3rd", "1234567890", "12 Main", "12, 14", "12ABC", "1/2/3", "14/12"] {
            assert_eq!(Number::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_is_one_building_and_two_halves_are_one_door() {
        let read = |text| Number::read(text).unwrap();
        assert_eq!(read("12-16").through(), Some(16));
        assert!(read("12-16").covers(&read("14")));
        assert!(!read("12-16").covers(&read("13")));
        assert!(!read("12-16").covers(&read("14A")));
        assert_eq!(read("37-12").through(), None);
        assert_eq!(read("37-12").side(), Side::Even);
        assert_eq!(read("36-13").side(), Side::Odd);
        assert_eq!(read("N6W23001").side(), Side::Odd);
    }

    #[test]
    fn a_walk_passes_halves_and_letters_on_the_way() {
        let order = ["2", "10", "12", "12-16", "12 1/4", "12 1/2", "12A", "12B", "13", "100"];
        let numbers: Vec<Number> = order.iter().filter_map(|text| Number::read(text)).collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(text in "[0-9a-zA-Z/ &-]{0,9}") {
            if let Some(number) = Number::read(&text) {
                prop_assert_eq!(Number::read(&number.to_string()).map(|again| again.key()), Some(number.key()));
            }
        }
    }
}

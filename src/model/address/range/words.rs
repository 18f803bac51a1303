//! The words of a typed line one after the other, and the numbers among them.

use super::RangeFault;
use crate::model::address::Number;
use crate::model::address::spelling::{ordinal, short_number, spelled};
use crate::model::address::token::Word;
use std::fmt;

/// Between the ends of a range.
pub(crate) static UNTIL: &str = "to through thru a al hasta";
/// Between things that are counted one by one.
pub(crate) static AND: &str = "and y e &";

/// One number or a range of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Numbers {
    /// A number of any form.
    One(Number),
    /// From a plain number to another, both meant.
    Range(u32, u32),
    /// The same of the second halves of numbers in two halves, as in Queens: block, from, to, with so many digits.
    Halves(u32, u32, u32, usize),
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Numbers::One(number) => number.fmt(f),
            Numbers::Range(from, to) => write!(f, "{from}-{to}"),
            Numbers::Halves(block, from, to, digits) => {
                write!(f, "{block}-{from:0digits$} to {block}-{to:0digits$}")
            }
        }
    }
}

/// Words and, as none, the commas between them.
pub(crate) struct Words<'a> {
    /// All of them.
    pub(crate) all: Vec<Option<&'a Word>>,
    /// The one that is read next.
    pub(crate) at: usize,
    /// Whether numbers are written in two halves, as in Queens: one is “37-01”, and no range begins with its end so.
    pub(crate) halves: bool,
}

impl<'a> Words<'a> {
    pub(crate) fn peek(&self, ahead: usize) -> Option<&'a Word> {
        self.all.get(self.at + ahead).copied().flatten()
    }

    pub(crate) fn is(&self, ahead: usize, words: &str) -> bool {
        self.peek(ahead).is_some_and(|word| spelled(words, &word.folded))
    }

    pub(crate) fn is_comma(&self, ahead: usize) -> bool {
        matches!(self.all.get(self.at + ahead), Some(None))
    }

    /// The words from a place to here as they were typed.
    pub(crate) fn since(&self, start: usize) -> String {
        let words: Vec<&str> = self.all[start..self.at].iter().flatten().map(|word| word.shown.as_str()).collect();
        words.join(" ")
    }

    /// “37-01 to 37-09”, “37-01 through 09”: numbers in two halves.
    fn halves(&mut self, word: &Word) -> Option<Result<Numbers, RangeFault>> {
        let (start, last) = (self.at, self.peek(2).filter(|_| self.is(1, UNTIL))?);
        let (block, from) = word.folded.split_once('-')?;
        let (same, to) = last.folded.split_once('-').unwrap_or((block, &last.folded));
        let digits = from.len();
        let numbers = [block, from, same, to].map(short_number);
        let [Some(block), Some(from), Some(same), Some(to)] = numbers else { return None };
        self.at += 3;
        Some(match (block == same, from <= to) {
            (false, _) => Err(RangeFault::TwoBlocks { range: self.since(start) }),
            (_, false) => Err(RangeFault::Backwards { range: self.since(start) }),
            _ => Ok(Numbers::Halves(block, from, to, digits)),
        })
    }

    /// The number or range here; it is passed over.
    pub(crate) fn numbers(&mut self) -> Result<Option<Numbers>, RangeFault> {
        let Some(word) = self.peek(0).filter(|word| word.is_numeric() && ordinal(&word.folded).is_none()) else {
            return Ok(None);
        };
        let start = self.at;
        if let Some(halves) = self.halves(word) {
            return halves.map(Some);
        }
        self.at += 1;
        if let Some((block, half)) = word.folded.split_once('-').filter(|_| self.halves)
            && let (Some(block), Some(_)) = (short_number(block), short_number(half))
        {
            return Ok(Some(Numbers::One(Number::of_halves(block, half))));
        }
        let ends = word.folded.split_once('-').and_then(|(from, to)| Some((short_number(from)?, short_number(to)?)));
        let until = self.is(0, UNTIL).then(|| self.peek(1)).flatten().and_then(|word| short_number(&word.folded));
        let range = match (ends, short_number(&word.folded), until) {
            (Some(ends), ..) => Some(ends),
            (None, Some(from), Some(to)) => {
                self.at += 2;
                Some((from, to))
            }
            _ => None,
        };
        match range {
            Some((from, to)) if from > to => Err(RangeFault::Backwards { range: self.since(start) }),
            Some((from, to)) => Ok(Some(Numbers::Range(from, to))),
            None => match Number::read(&word.shown).filter(|number| number.second.is_none()) {
                Some(number) => {
                    let half = self.peek(0).and_then(|word| Number::read(&format!("{number} {}", word.shown)));
                    let half = half.filter(|half| half.fraction.is_some() && number.fraction.is_none());
                    self.at += usize::from(half.is_some());
                    Ok(Some(Numbers::One(half.unwrap_or(number))))
                }
                None => Err(RangeFault::NotANumber { text: word.shown.clone() }),
            },
        }
    }
}

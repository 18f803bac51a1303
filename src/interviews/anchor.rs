//! What a quote is found by when the note around it has changed: its words, what stood on either side, and where it
//! stood.
//!
//! This is the Text Quote Selector of the W3C Web Annotation Data Model (`exact`, `prefix`, `suffix`) beside its Text
//! Position Selector. The model leaves open what to do where the words stand several times. Here what stands around
//! them decides, and only between places that it fits equally well does the old place.

use super::passage::{Passage, byte_at, is_whole};
use crate::model::order;
use memchr::memmem;
use std::cmp::Reverse;

/// How many characters on either side are kept at least, as far as there are any.
const CONTEXT: usize = 32;
/// How many are kept at most, where fewer stand around the same words elsewhere, too.
const MOST_CONTEXT: usize = 256;
/// One in so many letters around two places is the same by chance.
const BY_CHANCE: usize = 8;
/// How many places are compared letter by letter at most, the nearest to the old one: a single letter may be quoted of
/// a long note.
const MOST_COMPARED: usize = 500;

/// How quoted words are found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor<'a> {
    /// The words themselves.
    pub exact: &'a str,
    /// Where they stood.
    pub was: Passage,
    /// What stood before them; blank for quotes from before this was noted.
    pub prefix: &'a str,
    /// What stood after them; blank for quotes from before this was noted.
    pub suffix: &'a str,
}

/// A place where the words stand.
#[derive(Clone, Copy)]
struct Stand {
    /// In bytes.
    begin: usize,
    /// In characters.
    from: usize,
}

impl<'a> Anchor<'a> {
    /// What a passage of a text will be found by. None if the text has no such passage.
    ///
    /// As much of its surroundings is taken as tells it from every other place with the same words, within reason.
    pub fn of(text: &'a str, was: Passage) -> Option<Anchor<'a>> {
        let exact = was.words(text)?;
        let begin = byte_at(text, was.from)?;
        let (before, after) = (text.get(..begin)?, text.get(begin + exact.len()..)?);
        let mut length = CONTEXT;
        loop {
            let prefix = last_characters(before, length);
            let suffix = first_characters(after, length);
            let whole = text.get(begin - prefix.len()..begin + exact.len() + suffix.len())?;
            if length >= MOST_CONTEXT || places(text, whole).nth(1).is_none() {
                return Some(Anchor { exact, was, prefix, suffix });
            }
            length *= 2;
        }
    }

    /// Where the words stand in a text: exactly these words, never a part of a sign; none if they are gone.
    ///
    /// Of several places it is the one around which most is as it was, from the words outward, then the nearest to the
    /// old one, then the first.
    pub fn find(&self, text: &str) -> Option<Passage> {
        let mut stands = self.stands(text);
        let fits = |stand: &Stand| {
            let (before, after) = self.around(text, *stand);
            before.ends_with(self.prefix) && after.starts_with(self.suffix)
        };
        order::sort_by_key(&mut stands, |stand| (stand.from.abs_diff(self.was.from), stand.from));
        let found = stands.iter().copied().find(fits).or_else(|| {
            stands.truncate(MOST_COMPARED);
            stands.iter().copied().min_by_key(|stand| Reverse(self.agrees(text, *stand)))
        })?;
        Some(Passage { from: found.from, to: found.from + self.exact.chars().count() })
    }

    fn stands(&self, text: &str) -> Vec<Stand> {
        let (mut known, mut from) = (0, 0);
        let whole = places(text, self.exact).filter(|begin| is_whole(text, *begin, begin + self.exact.len()));
        let stand = |begin| {
            from += text.get(known..begin).map_or(0, |passed| passed.chars().count());
            known = begin;
            Stand { begin, from }
        };
        whole.map(stand).collect()
    }

    /// What stands before a place and after it.
    fn around<'t>(&self, text: &'t str, stand: Stand) -> (&'t str, &'t str) {
        let (before, rest) = text.split_at_checked(stand.begin).unwrap_or_default();
        (before, rest.get(self.exact.len()..).unwrap_or_default())
    }

    /// How much of what stood around the words still stands around a place.
    fn agrees(&self, text: &str, stand: Stand) -> usize {
        let (before, after) = self.around(text, stand);
        let prefix: Vec<char> = self.prefix.chars().rev().take(CONTEXT).collect();
        let suffix: Vec<char> = self.suffix.chars().take(CONTEXT).collect();
        let agrees = agreement(&prefix, before.chars().rev()) + agreement(&suffix, after.chars());
        // A letter or two agree anywhere.
        if agrees * BY_CHANCE < prefix.len() + suffix.len() { 0 } else { agrees }
    }
}

/// All places, in bytes, where words stand, also those that overlap; none for no words.
fn places<'t>(text: &'t str, words: &str) -> impl Iterator<Item = usize> + use<'t> {
    let finder = memmem::Finder::new(words.as_bytes()).into_owned();
    let mut from = if words.is_empty() { text.len() + 1 } else { 0 };
    std::iter::from_fn(move || {
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

/// How far two texts agree from their beginnings on: the letters that are the same, less those that are changed, added
/// or left out between them, up to where that is the most.
fn agreement(was: &[char], is: impl Iterator<Item = char>) -> usize {
    let is: Vec<char> = is.take(2 * was.len()).collect();
    let mut row: Vec<isize> = (0..).map(|at: isize| -at).take(is.len() + 1).collect();
    let mut most = 0;
    for letter in was {
        let mut corner = row[0];
        row[0] -= 1;
        let mut left = row[0];
        for (cell, other) in row[1..].iter_mut().zip(&is) {
            let beside = corner + if letter == other { 1 } else { -1 };
            corner = *cell;
            left = beside.max(left - 1).max(corner - 1);
            *cell = left;
            most = most.max(left);
        }
    }
    usize::try_from(most).unwrap_or_default()
}

fn first_characters(text: &str, count: usize) -> &str {
    byte_at(text, count).and_then(|end| text.get(..end)).unwrap_or(text)
}

fn last_characters(text: &str, count: usize) -> &str {
    let begin = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(byte, _)| byte);
    text.get(begin..).unwrap_or(text)
}

#[cfg(test)]
mod tests;

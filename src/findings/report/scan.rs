//! Words in a text by which somebody could be found: names, phone numbers, addresses.
//!
//! It is a help for whoever reads, so it rather names too much than too little. Text is taken as words: letters and
//! digits, with the marks upon them, however they are written.
//!
//! A whole name is found however it is written, and so are two of its words side by side, and its first word alone.
//! Another word of it alone is found only where it is written as a name, with a capital letter, among the names that are
//! known and in the text: people also write instructions where a name should stand (“Father Tom left; ask for the
//! office”).

mod lists;

use super::words;
use crate::model::address::suffix;
use crate::model::fold::fold;
use crate::model::order;
use crate::model::text::Text;
use crate::model::unicode::is_mark;
use lists::{BEFORE_NUMBER, COMMON, LINKING, NAMES_AND_WORDS, NAMES_NOBODY, NO_STREET, RIGHT_BEFORE};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tells {
    /// The name of somebody known.
    Name,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street address.
    Address,
    /// Another number by which somebody could be found: of a card, of papers.
    Number,
}

impl Tells {
    /// What to call it.
    pub fn label(self) -> Text {
        match self {
            Tells::Name => words::A_NAME,
            Tells::Phone => words::A_PHONE,
            Tells::Email => words::AN_EMAIL,
            Tells::Address => words::AN_ADDRESS,
            Tells::Number => words::A_NUMBER,
        }
    }
}

/// The most words between the number of a house and the end of its street.
const STREET_WORDS: usize = 4;

/// The most words that may link two words of a name: “de la”.
const MOST_LINKING: usize = 3;

/// The fewest digits of a phone number, and the most.
const PHONE: (usize, usize) = (7, 15);
/// The fewest digits in a row of a number that could be that of a card.
const LONG: usize = 5;
/// The most signs between two digits of one number.
const MOST_BETWEEN: usize = 3;

fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// Who is known, and how they are reached.
#[derive(Debug, Default)]
pub struct KnownNames {
    /// Whole names, by the first of their words.
    whole: HashMap<String, Vec<Vec<String>>>,
    /// Words that name somebody, each with the names it is part of.
    parts: HashMap<String, HashSet<usize>>,
    /// What people are called by: the first word of each name that names somebody.
    first: HashSet<String>,
    /// The words that name somebody of all names, each name once.
    names: HashSet<Vec<String>>,
    /// Names in scripts that put no space between words.
    unspaced: Vec<String>,
    /// Digits of phone numbers.
    phones: HashSet<String>,
}

impl KnownNames {
    /// Somebody goes by this name.
    pub fn add_name(&mut self, name: &str) {
        if name.chars().any(is_unspaced) {
            self.unspaced.push(name.trim().to_owned());
        }
        let words = split(name);
        // Who writes without capital letters writes names without them, too.
        let small = !words.iter().any(|word| word.large) && !words.iter().any(|word| instructs(&word.folded));
        let parts = words.iter().filter(|word| (small || word.large) && names(&word.folded));
        let parts: Vec<String> = parts.map(|word| word.folded.clone()).collect();
        self.first.extend(parts.first().cloned());
        if !self.names.contains(&parts) {
            let nth = self.names.len();
            for part in &parts {
                self.parts.entry(part.clone()).or_default().insert(nth);
            }
            self.names.insert(parts);
        }
        // “Front desk” names nobody.
        let somebody = words.iter().any(|word| !is_no_name(&word.folded));
        let whole: Vec<String> = words.into_iter().map(|word| word.folded).collect();
        if let Some(first) = whole.first().filter(|_| somebody).cloned() {
            let known = self.whole.entry(first).or_default();
            if !known.contains(&whole) {
                known.push(whole);
            }
        }
    }

    /// Somebody is reached at this number.
    pub fn add_phone(&mut self, phone: &str) {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        if digits.len() > MOST_BETWEEN {
            self.phones.insert(digits);
        }
    }

    /// How many of these words, from the first on, are a name.
    fn name(&self, text: &str, words: &[Word]) -> usize {
        let Some(first) = words.first() else { return 0 };
        let is = |whole: &&Vec<String>| {
            whole.len() <= words.len() && whole.iter().zip(words).all(|(part, word)| *part == word.folded)
        };
        let whole = self.whole.get(&first.folded).into_iter().flatten().filter(is).map(Vec::len).max().unwrap_or(0);
        let length = whole.max(self.side_by_side(text, words));
        if length > 1 {
            return length;
        }
        let letters = first.folded.chars().count();
        let known = (whole == 1 && letters > 1) || self.parts.contains_key(&first.folded);
        let called = whole == 1 || self.first.contains(&first.folded);
        let sure = called && letters > 2 && !among(NAMES_AND_WORDS, &first.folded);
        usize::from(known && (sure || first.large))
    }

    /// How many of these words, from the first on, are different words of one name: “Ruiz, Ana”, “ana de ruiz”. Never
    /// only one.
    fn side_by_side(&self, text: &str, words: &[Word]) -> usize {
        let Some(mut of) = words.first().and_then(|first| self.parts.get(&first.folded)).cloned() else { return 0 };
        let mut length = 1;
        for (at, word) in words.iter().enumerate().skip(1) {
            if !joined(text, words, at) {
                break;
            }
            if among(LINKING, &word.folded) && at - length < MOST_LINKING {
                continue;
            }
            let again = words[..at].iter().any(|before| before.folded == word.folded);
            let Some(names) = self.parts.get(&word.folded).filter(|_| !again) else { break };
            of.retain(|name| names.contains(name));
            if of.is_empty() {
                break;
            }
            length = at + 1;
        }
        if length > 1 { length } else { 0 }
    }
}

/// Whether a word of a name names somebody alone.
fn names(part: &str) -> bool {
    part.chars().count() > 2 && part.chars().all(char::is_alphabetic) && !is_no_name(part)
}

/// Whether a word names nobody.
fn is_no_name(word: &str) -> bool {
    [LINKING, NAMES_NOBODY, COMMON].iter().any(|list| among(list, word))
}

/// Whether a word is of a sentence rather than of a name.
fn instructs(word: &str) -> bool {
    among(COMMON, word) || (among(NO_STREET, word) && !is_no_name(word))
}

/// A sign of a script that puts no space between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A word of a text.
#[derive(Clone, Debug)]
struct Word {
    at: Range<usize>,
    folded: String,
    /// Whether it begins with a capital letter, or with one of a script that has none.
    large: bool,
}

impl Word {
    fn is_number(&self) -> bool {
        let digits = self.folded.chars().take_while(char::is_ascii_digit).count();
        (1..=6).contains(&digits) && self.folded.chars().count() <= digits + 2
    }
}

/// A sign that is nothing by itself and may stand in the middle of a word.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let within = c.is_alphanumeric() || is_mark(c) || is_hidden(c);
        match (begin, within) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                let shown: String = text[from..at].chars().filter(|c| !is_hidden(*c)).collect();
                let large = shown.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
                words.push(Word { at: from..at, folded: fold(&shown), large });
                begin = None;
            }
            _ => {}
        }
    }
    words
}

/// What in a text may tell who somebody is, in its order. Of two that overlap the longer one counts.
pub fn tell(text: &str, known: &KnownNames) -> Vec<(Tells, String)> {
    let words = split(text);
    let mut found: Vec<(Range<usize>, Tells)> = Vec::new();
    found.extend(emails(text).into_iter().map(|at| (at, Tells::Email)));
    found.extend(addresses(text, &words).into_iter().map(|at| (at, Tells::Address)));
    found.extend(numbers(text, known));
    found.extend(named(text, &words, known).into_iter().map(|at| (at, Tells::Name)));
    let mut kept: Vec<(Range<usize>, Tells)> = Vec::new();
    for (at, (range, kind)) in found.iter().enumerate() {
        let within = |(other, (whole, _)): (usize, &(Range<usize>, Tells))| {
            let inside = whole.start <= range.start && range.end <= whole.end;
            inside && (whole.len() > range.len() || (whole == range && other < at))
        };
        if !found.iter().enumerate().any(within) {
            kept.push((range.clone(), *kind));
        }
    }
    order::sort_by_key(&mut kept, |(range, _)| range.start);
    kept.into_iter().map(|(range, kind)| (kind, text[range].to_owned())).collect()
}

fn named(text: &str, words: &[Word], known: &KnownNames) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let length = known.name(text, rest);
        if length > 0 {
            found.push(rest[0].at.start..rest[length - 1].at.end);
        }
        at += length.max(1);
    }
    for name in &known.unspaced {
        found.extend(text.match_indices(&**name).map(|(at, name)| at..at + name.len()));
    }
    found
}

fn emails(text: &str) -> Vec<Range<usize>> {
    let local = |c: char| c.is_alphanumeric() || is_mark(c) || "._%+-'".contains(c);
    let domain = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    let mut found = Vec::new();
    for (at, sign) in text.match_indices(['@', '＠']) {
        let (before, after) = (&text[..at], &text[at + sign.len()..]);
        let start = before.trim_end_matches(local).len();
        let place = &after[..after.len() - after.trim_start_matches(domain).len()];
        let place = place.trim_end_matches(['.', '-']);
        if start < at && place.rsplit_once('.').is_some_and(|(name, end)| !name.is_empty() && end.chars().count() > 1) {
            found.push(start..at + sign.len() + place.len());
        }
    }
    found
}

/// Digits with signs between them, cut where letters come or too many signs.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut between = MOST_BETWEEN + 1;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_numeric() {
            match found.last_mut().filter(|_| between <= MOST_BETWEEN) {
                Some(run) => run.end = end,
                None => found.push(at..end),
            }
            between = 0;
        } else if c.is_whitespace() && c != '\n' || "-.()/‐‑‒–—−".contains(c) || is_hidden(c) {
            between += 1;
        } else {
            between = MOST_BETWEEN + 1;
        }
    }
    found
}

fn numbers(text: &str, known: &KnownNames) -> Vec<(Range<usize>, Tells)> {
    let mut found = Vec::new();
    for run in runs(text) {
        let shown = &text[run.clone()];
        let groups: Vec<&str> = shown.split(|c: char| !c.is_numeric()).filter(|group| !group.is_empty()).collect();
        let lengths: Vec<usize> = groups.iter().map(|group| group.chars().count()).collect();
        let digits: usize = lengths.iter().sum();
        let kind = match &*lengths {
            _ if known.phones.contains(&groups.concat()) => Some(Tells::Phone),
            _ if is_time(&groups) => None,
            // Social security numbers.
            [3, 2, 4] => Some(Tells::Number),
            [7 | 10 | 11] => Some(Tells::Phone),
            [alone] => (*alone >= LONG).then_some(Tells::Number),
            _ if (PHONE.0..=PHONE.1).contains(&digits) => Some(Tells::Phone),
            _ if digits > PHONE.1 || lengths.iter().any(|length| *length >= LONG) => Some(Tells::Number),
            _ => None,
        };
        let plus = if text[..run.start].ends_with(['+', '(']) { 1 } else { 0 };
        found.extend(kind.map(|kind| (run.start - plus..run.end, kind)));
    }
    found
}

/// Whether numbers are years, or a date.
fn is_time(groups: &[&str]) -> bool {
    let year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let years = groups.iter().filter(|group| year(group)).count();
    let short = groups.iter().filter(|group| group.len() <= 2).count();
    (groups.len() > 1 && years == groups.len()) || (groups.len() == 3 && years == 1 && short == 2)
}

fn addresses(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let end = if word.is_number() {
            after_number(text, &words[at..])
        } else if among(BEFORE_NUMBER, &word.folded) {
            (1..=STREET_WORDS + 1)
                .take_while(|next| joined(text, &words[at..], *next))
                .find(|next| words[at + next].is_number())
        } else if among(RIGHT_BEFORE, &word.folded) {
            Some(1).filter(|next| joined(text, &words[at..], *next) && words[at + next].is_number())
        } else {
            None
        };
        found.extend(end.map(|end| word.at.start..words[at + end].at.end));
    }
    found
}

/// Where a street ends whose house number comes first.
fn after_number(text: &str, words: &[Word]) -> Option<usize> {
    let large = |word: &Word| text[word.at.clone()].starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    // “12 Calle Luna”, not “Apt 12, Calle Luna”.
    let next_to = words.get(1).is_some_and(|next| !text[words[0].at.end..next.at.start].contains(','));
    if next_to
        && joined(text, words, 2)
        && among(BEFORE_NUMBER, &words[1].folded)
        && !among(NO_STREET, &words[2].folded)
    {
        return Some(2);
    }
    for next in 1..=STREET_WORDS + 1 {
        if !joined(text, words, next) || among(NO_STREET, &words[next].folded) {
            return None;
        }
        // “Hill” ends a street only where it is written as a name.
        let ends = |end: &crate::model::address::Suffix| end.firm || words[1..=next].iter().all(large);
        if next > 1 && suffix(&words[next].folded).is_some_and(ends) {
            return Some(next);
        }
    }
    None
}

/// Whether a word is there and nothing ends a sentence between the first and it. A dot after a short word ends none:
/// “12 N. Main”.
fn joined(text: &str, words: &[Word], next: usize) -> bool {
    let Some(last) = words.get(next) else { return false };
    let before = &words[next - 1];
    let between = &text[before.at.end..last.at.start];
    let abbreviated = before.folded.chars().count() <= 4;
    !between.contains(['!', '?', ';', ':', '\n', '…']) && (abbreviated || !between.contains('.'))
}

#[cfg(test)]
mod tests;

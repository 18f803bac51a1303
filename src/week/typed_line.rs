//! What somebody means by a line that they type: “Feb 3 classroom presentations @Middle School” is a day, what is to be
//! done, and a partner. What cannot be known is asked, and otherwise stays words.

use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::phrases::{self, Around, Asked, Looks, When};
use crate::model::recurrence::Rule;
use crate::model::text::Lang;
use crate::model::{same_as, show};
use crate::partners::PARTNER;
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// The most partners that are offered where several could be meant.
const OFFERED: usize = 6;
/// The most words that the name of a partner is looked for in.
const NAME_WORDS: usize = 8;

/// What is asked where it cannot be known. Both may be asked of one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asks {
    /// Which day is meant.
    pub when: Option<Asked>,
    /// Which partner is meant by these words, of these: of several, or of none.
    pub partner: Option<(String, Vec<Id>)>,
}

/// What somebody answered to what was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The day or rule they mean; the outer nothing is no answer yet, the inner one leaves it as words.
    pub when: Option<Option<When>>,
    /// The partner they mean, likewise.
    pub partner: Option<Option<Id>>,
}

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What is to be done.
    pub what: String,
    /// On which day; of what comes again, the first one.
    pub day: Option<NaiveDate>,
    /// From when to when.
    pub times: (Option<NaiveTime>, Option<NaiveTime>),
    /// How it comes again.
    pub rule: Option<Rule>,
    /// The partner it is about.
    pub partner: Option<Id>,
    /// What is to be asked before it is kept.
    pub asks: Asks,
}

impl Reading {
    /// Whether it can be kept as it is: it says something, and nothing is to be asked.
    pub fn is_ready(&self) -> bool {
        !self.what.is_empty() && self.asks == Asks::default()
    }
}

/// How a line is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reader {
    /// The day it is.
    pub today: NaiveDate,
    /// The language of the screen. Lines are understood in both.
    pub lang: Lang,
    /// Whether it tells of what was done, so that “Monday” is the last one.
    pub done: bool,
}

impl Reader {
    /// Reads a line, given what was answered to what it left open.
    pub fn read(self, book: &Book, index: &mut Index, line: &str, answers: &Answers) -> Reading {
        let mut asks = Asks::default();
        let named = named_partner(book, index, line);
        let mut partner = None;
        let mut taken = Vec::new();
        if let Some(named) = named {
            let is_known = named.found.len() == 1;
            let chosen = match answers.partner {
                None if is_known => named.found.first().copied(),
                None => {
                    asks.partner = Some((named.name.clone(), named.found));
                    None
                }
                Some(answer) => answer,
            };
            partner = chosen;
            taken.push(named.span);
        }
        let looks = if self.done { Looks::Back } else { Looks::Ahead };
        let around = Around { today: self.today, lang: self.lang, looks, taken: &taken };
        let read = phrases::read(line, &around);
        let when = match read.when {
            When::Asks(asked) => match &answers.when {
                None => {
                    asks.when = Some(asked);
                    None
                }
                Some(answer) => answer.clone(),
            },
            When::Nothing => Some(When::Nothing),
            known => Some(known),
        };
        // What was not understood stays as it was typed.
        let (mut what, times) = match &when {
            Some(_) => (read.rest, (read.time, read.ends)),
            None => (line.trim().to_owned(), (None, None)),
        };
        if let (Some(_), Some(span)) = (partner, taken.first()) {
            what = without(&what, &line[span.clone()]);
        }
        let (day, rule) = match when {
            Some(When::Day(day)) => (Some(day), None),
            Some(When::Rule { rule, first }) => (Some(first), Some(rule)),
            _ => (None, None),
        };
        if what.is_empty() {
            what = line.trim().to_owned();
        }
        Reading { what, day, times, rule, partner, asks }
    }
}

/// A text without a piece of it, and without the blank or comma that it leaves.
fn without(text: &str, piece: &str) -> String {
    let Some(at) = text.find(piece.trim()) else { return text.to_owned() };
    let (before, after) = (&text[..at], &text[at + piece.trim().len()..]);
    let before = before.trim_end().trim_end_matches([',', ';', '–', '-']).trim_end();
    let after = after.trim_start();
    let joined = match after.chars().next() {
        None => before.to_owned(),
        Some(',' | ';' | '.' | ':' | '?' | '!') if !before.is_empty() => format!("{before}{after}"),
        Some(_) => format!("{before} {}", after.trim_start_matches([',', ';', ':']).trim_start()),
    };
    joined.trim().to_owned()
}

/// A partner that a line names after “@”.
struct Named {
    /// The words that name it.
    name: String,
    /// Where they stand, with the “@”.
    span: Range<usize>,
    /// Who can be meant.
    found: Vec<Id>,
}

/// The partner that is named in a line: the words after “@”, as many as are those of one.
fn named_partner(book: &Book, index: &mut Index, line: &str) -> Option<Named> {
    let is_begin = |at: usize| line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
    let at = line.match_indices('@').map(|(at, _)| at).find(|at| is_begin(*at))?;
    let rest = &line[at + 1..];
    let end = rest.find([',', ';', ':', '?', '!', '\n', '(', '@']).unwrap_or(rest.len());
    let dash = [" – ", " - ", " — "].iter().filter_map(|dash| rest.find(dash)).min().unwrap_or(rest.len());
    let name = rest[..end.min(dash)].trim_end();
    let begins = name.len() - name.trim_start().len();
    let words = name.split_whitespace().count().min(NAME_WORDS);
    if words == 0 {
        return None;
    }
    let mut tried = None;
    for count in (1..=words).rev() {
        let length = end_of_words(&name[begins..], count) + begins;
        let name = &name[..length];
        let found = partners_called(book, index, name);
        let named = Named { name: name.trim().to_owned(), span: at..at + 1 + length, found };
        if !named.found.is_empty() {
            return Some(named);
        }
        tried.get_or_insert(named);
    }
    tried
}

/// Where the first words of a text end.
fn end_of_words(text: &str, count: usize) -> usize {
    let mut seen = 0;
    let mut was_blank = true;
    for (at, letter) in text.char_indices() {
        let blank = letter.is_whitespace();
        if blank && !was_blank {
            seen += 1;
            if seen == count {
                return at;
            }
        }
        was_blank = blank;
    }
    text.len()
}

/// The partners that are called so: exactly, or else with all of these words in their name.
fn partners_called(book: &Book, index: &mut Index, name: &str) -> Vec<Id> {
    let folded = fold(name.trim());
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let (titled, _) = index.search(book, &PARTNER, &words, true);
    let mut found: Vec<Id> = Vec::new();
    for id in titled {
        let id = same_as::canonical(book, PARTNER.id, id);
        if !found.contains(&id) && book.alive(PARTNER.id, id).is_some() {
            found.push(id);
        }
    }
    let is_called =
        |id: &Id| book.alive(PARTNER.id, *id).is_some_and(|one| fold(&show::title(&PARTNER, one)) == folded);
    let exact: Vec<Id> = found.iter().copied().filter(is_called).collect();
    let mut found = if exact.is_empty() { found } else { exact };
    found.truncate(OFFERED);
    found
}

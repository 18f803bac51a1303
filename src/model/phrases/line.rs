//! A line taken apart into words, numbers and signs.

use super::tables;
use crate::model::fold::fold;
use crate::model::unicode::is_mark;
use std::ops::Range;

/// A word, a number or a sign.
#[derive(Debug, Default)]
pub(super) struct Token {
    /// Where it stands in the line, in bytes.
    pub span: Range<usize>,
    /// The word without case and accents, or the sign. Empty where nothing may be read.
    pub word: String,
    /// The number.
    pub number: Option<u32>,
    /// How many digits it is written with.
    pub digits: usize,
    /// Whether it counts: “3rd”.
    pub ordinal: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it follows without a space.
    pub glued: bool,
}

/// A line of these.
#[derive(Debug)]
pub(super) struct Line {
    tokens: Vec<Token>,
}

/// The most digits of a number that says anything of when.
const DIGITS: usize = 4;

impl Line {
    /// Takes a line apart. What is `taken`, and a word right after “@”, is not read.
    pub fn of(text: &str, taken: &[Range<usize>]) -> Line {
        let mut line = Line { tokens: Vec::new() };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            let length = if is_part(first) { run(rest) } else { first.len_utf8() };
            line.push(text, at..at + length);
            at = line.tokens.last().map_or(at + length, |last| last.span.end.max(at + length));
        }
        let mut after_at = false;
        for token in &mut line.tokens {
            let is_taken = taken.iter().any(|taken| token.span.start < taken.end && taken.start < token.span.end);
            let is_at = token.word == "@";
            if is_taken || after_at && token.glued {
                *token = Token { span: token.span.clone(), ..Token::default() };
            }
            after_at = is_at;
        }
        line
    }

    fn push(&mut self, text: &str, span: Range<usize>) {
        let written = &text[span.clone()];
        let glued = self.tokens.last().is_some_and(|last| last.span.end == span.start);
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = written[..digits].parse().ok().filter(|_| digits <= DIGITS);
        let whole = Token { span: span.clone(), word: fold(written), capital, glued, ..Token::default() };
        if number.is_none() {
            self.tokens.push(whole);
            return;
        }
        let end = span.start + digits;
        let token = Token { span: span.start..end, number, digits, glued, ..Token::default() };
        let suffix = fold(&written[digits..]);
        // As Spanish writes it: “1.º”.
        let dotted = ['º', 'ª', '°']
            .into_iter()
            .find(|sign| text[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(*sign)));
        if suffix.is_empty() {
            let ordinal = dotted.is_some();
            let end = end + dotted.map_or(0, |sign| 1 + sign.len_utf8());
            self.tokens.push(Token { span: span.start..end, ordinal, ..token });
        } else if tables::ORDINAL_ENDS.contains(&&*suffix) {
            self.tokens.push(Token { span, ordinal: true, ..token });
        } else if tables::HOUR_ENDS.contains(&&*suffix) {
            self.tokens.push(token);
            self.tokens.push(Token { span: end..span.end, word: suffix, glued: true, ..Token::default() });
        } else {
            self.tokens.push(whole);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The one at a place.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The word or sign at a place; nothing beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.word)
    }

    /// The word before a place.
    pub fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Whether one of these words or signs stands there.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    /// Whether one of these words or signs stands before a place.
    pub fn is_before(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is(at - 1, words)
    }

    /// The place behind a word, and behind the dot that shortens it if the line goes on.
    pub fn past_dot(&self, at: usize) -> usize {
        let is_short = self.word(at).len() <= 5;
        let dot = self.get(at + 1).is_some_and(|token| token.glued && token.word == ".");
        at + 1 + usize::from(is_short && dot && !self.is_end(at + 2))
    }

    /// What follows these words, if they stand there.
    pub fn after(&self, at: usize, words: &str) -> Option<usize> {
        // Most phrases begin with another word.
        if self.word(at).is_empty() || !words.starts_with(self.word(at)) {
            return None;
        }
        let mut next = at;
        for word in words.split(' ') {
            if self.word(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// What follows the first of these that stands there.
    pub fn after_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|words| self.after(at, words))
    }

    /// What follows one of these, or the same place.
    pub fn past(&self, at: usize, phrases: &[&str]) -> usize {
        self.after_any(at, phrases).unwrap_or(at)
    }

    /// The number there, and whether it counts.
    pub fn number(&self, at: usize) -> Option<(u32, bool)> {
        let token = self.get(at)?;
        Some((token.number?, token.ordinal))
    }

    /// A number in digits or in a word, that does not count.
    pub fn amount(&self, at: usize) -> Option<u32> {
        match self.number(at) {
            Some((number, false)) => Some(number),
            Some(_) => None,
            None => tables::cardinal(self.word(at)),
        }
    }

    /// Whether a sign follows there without a space before and after it.
    pub fn is_glued(&self, at: usize, sign: &str) -> bool {
        let glued = |at: usize| self.get(at).is_some_and(|token| token.glued);
        self.word(at) == sign && glued(at) && glued(at + 1)
    }

    /// Whether the words end there: the line does, or a sign follows.
    pub fn is_end(&self, at: usize) -> bool {
        let is_sign = |token: &Token| token.number.is_none() && !token.word.contains(char::is_alphanumeric);
        self.get(at).is_none_or(is_sign)
    }

    /// Whether the word there begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || matches!(c, 'º' | 'ª' | '°')
}

/// How long the word is that begins here. An apostrophe between letters belongs to it.
fn run(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = matches!(letter, '\'' | '’') && letters.peek().is_some_and(|(_, next)| is_part(*next));
        if !is_part(letter) && !joins {
            return at;
        }
    }
    text.len()
}

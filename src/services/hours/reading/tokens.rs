//! Hours taken apart into words, numbers and signs.

use crate::model::fold::fold;
use crate::model::unicode::is_mark;
use std::ops::Range;

/// A word, a number or a sign.
#[derive(Debug)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Without case and accents; a new line is “;”.
    pub word: String,
    /// How many digits it has, if it is a number.
    pub digits: usize,
    /// Whether it follows without a space.
    pub glued: bool,
}

/// A text of these.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// Of what sort a letter is: letters and digits run on, every sign stands by itself.
#[derive(PartialEq, Eq)]
enum Sort {
    Digit,
    Letter,
    Sign,
}

fn sort(letter: char) -> Sort {
    match letter {
        '0'..='9' => Sort::Digit,
        _ if letter.is_alphanumeric() || is_mark(letter) || matches!(letter, 'º' | 'ª' | '°') => Sort::Letter,
        _ => Sort::Sign,
    }
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str) -> Tokens<'t> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut letters = text.char_indices().peekable();
        while let Some((start, first)) = letters.next() {
            if first.is_whitespace() && first != '\n' {
                continue;
            }
            let kind = sort(first);
            let mut end = start + first.len_utf8();
            while let Some((at, next)) = letters.peek().copied().filter(|_| kind != Sort::Sign) {
                if sort(next) != kind {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
            let word = if first == '\n' { ";".to_owned() } else { fold(&text[start..end]) };
            let digits = if kind == Sort::Digit { end - start } else { 0 };
            let glued = tokens.last().is_some_and(|last| last.span.end == start);
            tokens.push(Token { span: start..end, word, digits, glued });
        }
        Tokens { text, tokens }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The word or sign at a place; nothing beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.word)
    }

    /// Whether this sign stands there, glued to both sides.
    pub fn is_glued(&self, at: usize, sign: &str) -> bool {
        let glued = |at: usize| self.get(at).is_some_and(|token| token.glued);
        self.word(at) == sign && glued(at) && glued(at + 1)
    }

    /// The number there, and how many digits it has.
    pub fn number(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.get(at).filter(|token| (1..=4).contains(&token.digits))?;
        Some((token.word.parse().ok()?, token.digits))
    }

    /// What follows the first of these phrases that stands there.
    pub fn after_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| {
            let mut next = at;
            for word in phrase.split(' ') {
                if self.word(next) != word {
                    return None;
                }
                next += 1;
            }
            Some(next)
        })
    }

    /// What was written from one place up to another.
    pub fn written(&self, tokens: Range<usize>) -> &'t str {
        let bytes = || Some(self.get(tokens.start)?.span.start..self.get(tokens.end.checked_sub(1)?)?.span.end);
        bytes().and_then(|bytes| self.text.get(bytes)).unwrap_or_default().trim()
    }
}

//! Phone numbers, e-mail and web addresses in the middle of other words. What could as well be something else, such as
//! a date, a price or the digits of a barcode, is left alone.

use super::{Piece, Reach, mail};
use crate::model::{email, phone};
use std::ops::Range;

/// The endings by which an address without `https://` in front is known.
const ENDINGS: [&str; 6] = ["com", "org", "net", "edu", "gov", "us"];

/// Text cut where something in it leads somewhere; in one piece where nothing does.
pub(super) fn cut(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut said = 0;
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let found = begins(text, at).then(|| word(text, at).or_else(|| number(text, at))).flatten();
        let Some((range, to)) = found else {
            at += next.len_utf8();
            continue;
        };
        if said < range.start {
            pieces.push(Piece { words: text[said..range.start].to_owned(), to: None });
        }
        (said, at) = (range.end, range.end);
        pieces.push(Piece { words: text[range].to_owned(), to: Some(to) });
    }
    if said < text.len() || pieces.is_empty() {
        pieces.push(Piece { words: text[said..].to_owned(), to: None });
    }
    pieces
}

/// Whether something may begin here: not within a word or a number.
fn begins(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    before
        .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '@' | '+' | '#' | '$' | '_' | '-' | '.' | '?' | '&' | '='))
        && here.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '(' | '_'))
}

/// The e-mail or web address that begins here.
fn word(text: &str, at: usize) -> Option<(Range<usize>, (Reach, String))> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '"' | '“' | '”' | ',' | ';' | '|');
    let rest = &text[at..];
    let word = rest.split(ends).next().unwrap_or_default();
    let word = word.trim_end_matches(['.', ':', '!', '?', '\'', '’', ']', '*', '/']);
    let lead = word.get(..7).filter(|lead| lead.eq_ignore_ascii_case("mailto:")).map_or(0, str::len);
    // A slash ends an e-mail address, and a web address goes on with it.
    let address = word[lead..].split('/').next().unwrap_or_default();
    match email::is_email(address) {
        true => Some((at..at + lead + address.len(), mail(address)?)),
        false => Some((at..at + word.len(), (Reach::Web, web(word)?))),
    }
}

/// The web address that a word is.
fn web(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = bare.unwrap_or(&lower).split(['/', '?', '#', ':']).next().unwrap_or_default();
    let sound = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let parts: Vec<&str> = host.split('.').collect();
    let known = bare.is_some() || parts[0] == "www" || parts.last().is_some_and(|end| ENDINGS.contains(end));
    if parts.len() < 2 || !parts.iter().all(|part| sound(part)) || !known || word.contains('@') {
        return None;
    }
    Some(if bare.is_some() { word.to_owned() } else { format!("https://{word}") })
}

/// The phone number that begins here: one of this country in its usual groups, or one with a plus in front.
fn number(text: &str, at: usize) -> Option<(Range<usize>, (Reach, String))> {
    let rest = &text[at..];
    let plus = rest.starts_with('+');
    let mut digits = String::new();
    let mut groups = Vec::new();
    let (mut gap, mut end) = (0, 0);
    for (offset, c) in rest.char_indices().skip(usize::from(plus)) {
        match c {
            _ if c.is_ascii_digit() => {
                if gap > 0 && !digits.is_empty() {
                    if is_national(plus, &digits, &groups) {
                        break;
                    }
                    groups.push(digits.len());
                }
                gap = 0;
                digits.push(c);
                end = offset + 1;
            }
            ' ' | '\u{a0}' | '(' | ')' | '.' | '-' | '/' | '\u{2010}'..='\u{2015}' if gap < 3 => gap += 1,
            _ => break,
        }
    }
    let after = rest[end..].chars().next();
    let ends = !after.is_some_and(|c| c.is_ascii_digit() || c == '%' || c == '@');
    let foreign = plus && !digits.starts_with('1') && (8..=15).contains(&digits.len());
    if !ends || !(is_national(plus, &digits, &groups) || foreign) {
        return None;
    }
    Some((at..at + end, (Reach::Call, phone::dialed(rest)?.link())))
}

/// Whether digits are a whole number of this country, written in one or in groups of three, three and four.
fn is_national(plus: bool, digits: &str, groups: &[usize]) -> bool {
    let ten = match digits.strip_prefix('1') {
        Some(ten) => ten,
        None if plus => return false,
        None => digits,
    };
    let country = digits.len() - ten.len();
    let usual = groups.iter().all(|at| [country, country + 3, country + 6].contains(at));
    let ten = ten.as_bytes();
    ten.len() == 10 && usual && ten[0] >= b'2' && ten[3] >= b'2'
}

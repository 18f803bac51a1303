//! A line as pieces between commas, and pieces as words without their punctuation.

use super::spelling::ordinal;
use super::unit_kind::is_needy;
use crate::model::fold::fold;
use crate::model::unicode::is_hidden;

/// A word of an address.
#[derive(Clone, Debug)]
pub struct Word {
    /// As it was written, without dots and quotation marks, its dashes and apostrophes of one sort.
    pub shown: String,
    /// Without case, accents and apostrophes, for looking it up.
    pub folded: String,
}

impl Word {
    fn new(shown: &str) -> Word {
        Word { shown: shown.to_owned(), folded: fold(shown).replace('\'', "") }
    }

    /// Whether it begins with a digit.
    pub fn is_numeric(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it is a single letter, and which.
    pub fn letter(&self) -> Option<char> {
        let mut letters = self.folded.chars();
        letters.next().filter(|c| c.is_alphabetic() && letters.next().is_none())
    }
}

/// Words between two commas, line ends or brackets.
#[derive(Clone, Debug, Default)]
pub struct TokenPiece {
    /// Its words; never none.
    pub words: Vec<Word>,
    /// Whether it stood in brackets: then it is a unit or a remark and never a street.
    pub aside: bool,
}

/// The words as they were written.
pub fn shown(words: &[Word]) -> String {
    words.iter().map(|word| word.shown.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words folded, a space between them.
pub fn folded(words: &[Word]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// The pieces of a line.
pub fn pieces(text: &str) -> Vec<TokenPiece> {
    let mut pieces = Vec::new();
    let (mut raw, mut aside) = (String::new(), false);
    let mut end = |raw: &mut String, aside: bool| {
        cut(raw, aside, &mut pieces);
        raw.clear();
    };
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            ',' if is_thousand(&raw, rest) => {}
            '/' if is_between_words(&raw, rest) => end(&mut raw, aside),
            ',' | ';' | '\n' | '\r' | '\t' | '|' => end(&mut raw, aside),
            '(' | '[' => {
                end(&mut raw, aside);
                aside = true;
            }
            ')' | ']' => {
                end(&mut raw, aside);
                aside = false;
            }
            _ => push_plain(&mut raw, c),
        }
    }
    end(&mut raw, aside);
    pieces
}

/// Whether a comma is the one of “1,234 Main St”.
fn is_thousand(before: &str, after: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&before.len()) && digits(before) == before.len() && digits(after) == 3
}

/// Whether a slash parts two words, as in “Main St/Apt 3”, and not the letters of “c/o”.
fn is_between_words(before: &str, after: &str) -> bool {
    let word = |letters: &[char]| letters.len() == 2 && letters.iter().all(|c| c.is_alphabetic());
    word(&before.chars().rev().take(2).collect::<Vec<_>>()) && word(&after.chars().take(2).collect::<Vec<_>>())
}

/// One sort of dash, apostrophe, fraction and space; marks that say nothing fall away.
fn push_plain(raw: &mut String, c: char) {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => raw.push('-'),
        '‘' | '’' | '`' | '´' | 'ʼ' | '′' => raw.push('\''),
        '½' => raw.push_str(" 1/2 "),
        '¼' => raw.push_str(" 1/4 "),
        '¾' => raw.push_str(" 3/4 "),
        '⅓' => raw.push_str(" 1/3 "),
        '⅔' => raw.push_str(" 2/3 "),
        '#' | '&' => raw.extend([' ', c, ' ']),
        '№' => raw.push_str(" # "),
        '•' | '·' | '☐' | '☑' | '"' | '“' | '”' | '«' | '»' | '*' | '?' | '¿' | '!' | '¡' | 'º' | 'ª' | '°' =>
            {}
        ':' | '_' | '=' => raw.push(' '),
        _ if is_hidden(c) => {}
        _ if c.is_whitespace() || c.is_control() => raw.push(' '),
        _ => raw.push(c),
    }
}

/// Cuts a piece into words. A dash that stands alone parts pieces too, unless it stands between two numbers.
fn cut(raw: &str, aside: bool, pieces: &mut Vec<TokenPiece>) {
    let mut words: Vec<Word> = Vec::new();
    let mut dash = false;
    for part in raw.split(' ').filter(|part| !part.is_empty()) {
        let core = part.trim_matches('-');
        let before = std::mem::take(&mut dash) || part.starts_with('-');
        if !core.is_empty() {
            let joined = before && runs_on(&words, core);
            if joined && let Some(last) = words.pop() {
                words.push(Word::new(&format!("{}-{core}", last.shown)));
            } else {
                if before && part.trim_start_matches('-').len() == part.len() {
                    flush(&mut words, aside, pieces);
                }
                for_each_word(core, &mut |word| words.push(Word::new(word)));
            }
        }
        dash = part.ends_with('-') && (core.is_empty() || words.last().is_some_and(Word::is_numeric));
    }
    flush(&mut words, aside, pieces);
}

fn flush(words: &mut Vec<Word>, aside: bool, pieces: &mut Vec<TokenPiece>) {
    if !words.is_empty() {
        pieces.push(TokenPiece { words: std::mem::take(words), aside });
    }
}

/// Whether a dash joins the last word and the next: “12 - 16”, “12 -A”, but not “Apt 3 - 12 Main St”.
fn runs_on(words: &[Word], next: &str) -> bool {
    let [before @ .., last] = words else { return false };
    let numeric = last.is_numeric() && !last.folded.contains('-') && ordinal(&next.to_ascii_lowercase()).is_none();
    let unit = before.last().is_some_and(|word| is_needy(&word.folded));
    let letter = next.len() == 1 && next.starts_with(|c: char| c.is_ascii_alphabetic());
    numeric && !unit && (letter || next.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words that are often written against the number after them: “Apt3”, “Rt32”, “CT-32”.
static GLUED: &[&str] = &[
    "apartment",
    "apto",
    "apt",
    "bldg",
    "box",
    "cr",
    "ct",
    "flr",
    "fl",
    "hcr",
    "hc",
    "hwy",
    "lot",
    "piso",
    "rfd",
    "rm",
    "route",
    "rr",
    "rte",
    "rt",
    "sr",
    "ste",
    "suite",
    "trlr",
    "unit",
    "us",
];

/// Parts a run of characters at its dots and where a word and a number were written as one.
fn for_each_word(run: &str, found: &mut dyn FnMut(&str)) {
    let mut initials = String::new();
    for part in dotted(run) {
        // The initials of “P.O. Box” and “U.S. 6” are one word.
        if part.chars().count() == 1 && run.contains('.') && !part.starts_with(|c: char| c.is_ascii_digit()) {
            initials.push_str(part);
            continue;
        }
        if !initials.is_empty() {
            found(&std::mem::take(&mut initials));
        }
        unglue(part.trim_matches('\''), found);
    }
    if !initials.is_empty() {
        found(&initials);
    }
}

/// The parts between dots; a dot between two digits is a decimal point and parts nothing.
fn dotted(run: &str) -> Vec<&str> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, dot) in run.match_indices('.') {
        if !(digit(run[..at].chars().next_back()) && digit(run[at + dot.len()..].chars().next())) {
            parts.push(&run[start..at]);
            start = at + dot.len();
        }
    }
    parts.push(&run[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

fn unglue(part: &str, found: &mut dyn FnMut(&str)) {
    if part.is_empty() {
        return;
    }
    let starts_with = |word: &str| part.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    for word in GLUED.iter().filter(|word| starts_with(word)) {
        let rest = &part[word.len()..];
        let number = rest.strip_prefix('-').unwrap_or(rest);
        if number.starts_with(|c: char| c.is_ascii_digit()) {
            found(&part[..word.len()]);
            found(number);
            return;
        }
    }
    // “2ndFl” and “2fl”.
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let floor = ["flr", "fl", "floor"].into_iter().find(|word| {
        let at = part.len().saturating_sub(word.len());
        digits > 0 && part.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(word))
    });
    match floor {
        Some(word) if part.len() - word.len() >= digits => {
            let (number, word) = part.split_at(part.len() - word.len());
            found(number);
            found(word);
        }
        _ => found(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let piece = |piece: &TokenPiece| {
            let words: Vec<_> = piece.words.iter().map(|word| word.shown.as_str()).collect();
            if piece.aside { format!("({})", words.join("·")) } else { words.join("·") }
        };
        pieces(text).iter().map(piece).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn a_line_is_cut_at_commas_and_spaces() {
        for (text, words) in [
            ("12 Main St., Apt. 3", "12·Main·St / Apt·3"),
            ("P.O. Box 12", "PO·Box·12"),
            ("P. O. Box 12", "P·O·Box·12"),
            ("12 N.Main St.", "12·N·Main·St"),
            ("12 S.W. 3rd", "12·SW·3rd"),
            ("Carr 2 Km 12.3", "Carr·2·Km·12.3"),
            ("12 – 16 Main St", "12-16·Main·St"),
            ("12- 16 Main", "12-16·Main"),
            ("12 -A Main", "12-A·Main"),
            ("12 Main St - Rear", "12·Main·St / Rear"),
            ("12½ Main", "12·1/2·Main"),
            ("12 Main (rear)\r\nWillimantic", "12·Main / (rear) / Willimantic"),
            ("12 Main #3B", "12·Main·#·3B"),
            ("12 Main Apt3 2ndFl", "12·Main·Apt·3·2nd·Fl"),
            ("45 CT-32 & US6", "45·CT·32·&·US·6"),
            ("St Mary’s", "St·Mary's"),
            ("1,234 Main St", "1234·Main·St"),
            ("3,12 Main St", "3 / 12·Main·St"),
            ("Apt 3 - 12 Main St", "Apt·3 / 12·Main·St"),
            ("Main St/Apt 3 c/o W", "Main·St / Apt·3·c/o·W"),
            ("12 Main St ??", "12·Main·St"),
            ("  ,, - . ' ", ""),
        ] {
            assert_eq!(cut(text), words, "{text}");
        }
    }

    #[test]
    fn apostrophes_do_not_matter_when_a_word_is_looked_up() {
        assert_eq!(folded(&pieces("O’Brien Núñez")[0].words), "obrien nunez");
    }
}

//! Phone numbers as people write them: the digits that are dialed, and the extension apart from them.

/// A phone number that can be dialed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialed {
    /// Its digits, with a plus in front where it was written with one.
    pub number: String,
    /// The digits of its extension; empty without one.
    pub extension: String,
}

impl Dialed {
    /// As a link calls it (RFC 3966).
    pub fn link(&self) -> String {
        match &*self.extension {
            "" => format!("tel:{}", self.number),
            extension => format!("tel:{};ext={extension}", self.number),
        }
    }

    /// The digits by which two spellings of one number are known as one: the last ten.
    pub fn key(&self) -> &str {
        let digits = self.number.trim_start_matches('+');
        &digits[digits.len().saturating_sub(10)..]
    }
}

/// The first number of a text; none if it holds fewer than three digits in a row of a number.
pub fn dialed(text: &str) -> Option<Dialed> {
    let mut number = String::new();
    let mut rest = "";
    let mut gap = false;
    for (at, letter) in text.char_indices() {
        let spelling = text[..at].ends_with(|c: char| c.is_ascii_uppercase());
        match letter {
            c if c.is_ascii_digit() => {
                if gap && is_whole(&number) {
                    rest = &text[at..];
                    break;
                }
                gap = false;
                number.push(c);
            }
            '+' if number.is_empty() => number.push('+'),
            // “(860)555-0100” and “860/555-0100”, but “860-555-0100/860-555-0177”.
            ' ' | '\u{a0}' | '(' | ')' | '.' | '/' | '-' | '\u{2010}'..='\u{2015}' | '−' | '\u{202f}' | '\u{2009}' => {
                gap = true
            }
            c if super::unicode::is_hidden(c) => {}
            // “1-800-FLOWERS”.
            c if c.is_ascii_uppercase() && spells(&number, &text[at..], spelling) => number.push(key_of(c)),
            _ if number.trim_start_matches('+').len() < 3 => number.clear(),
            _ => {
                rest = &text[at..];
                break;
            }
        }
    }
    (number.trim_start_matches('+').len() >= 3).then(|| Dialed { number, extension: extension(rest) })
}

/// Whether a number of the United States is complete, so that what follows after a gap is another one.
fn is_whole(number: &str) -> bool {
    match number.len() {
        10 => !number.starts_with(['0', '1', '+']),
        11 => number.starts_with('1'),
        12 => number.starts_with("+1"),
        _ => false,
    }
}

/// Whether the capital letters here go on a number to its whole length, as advertisements write it.
fn spells(number: &str, rest: &str, begun: bool) -> bool {
    let more = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').filter(|c| *c != '-');
    let digits = number.trim_start_matches('+');
    let whole = if digits.starts_with('1') { 11 } else { 10 };
    let capitals = more.clone().all(|c| !c.is_ascii_lowercase());
    let begins = begun || digits.len() <= whole - 4;
    capitals && begins && digits.len() >= 3 && digits.len() + more.count() == whole
}

/// The key of a phone that a letter stands on.
fn key_of(letter: char) -> char {
    let groups = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];
    let at = groups.iter().position(|group| group.contains(letter)).unwrap_or_default();
    char::from_digit(at as u32 + 2, 10).unwrap_or('0')
}

/// The digits after what says that an extension follows.
fn extension(rest: &str) -> String {
    let folded = super::fold::fold(rest);
    let folded = folded.trim_start_matches([',', ';', ' ', '(', '-']);
    let named = folded.trim_start_matches(|c: char| c.is_alphabetic());
    let name = &folded[..folded.len() - named.len()];
    let marked = named.starts_with('#') && name.is_empty();
    let known = ["x", "ext", "extn", "extension", "e", "local", "loc", "anexo", "interno", "int", "extensi", "exten"];
    if !marked && !known.contains(&name) {
        return String::new();
    }
    let digits = named.trim_start_matches(['.', ' ', ':', '=', '#', '-']);
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    if digits.len() <= 6 { digits } else { String::new() }
}

/// The digits that whoever searches for a phone number typed, however it is written; none if it is something else.
pub fn searched(words: &str) -> Option<String> {
    let mark = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.' | '/' | '+' | '‐'..='―');
    if words.chars().any(|c| !c.is_ascii_digit() && !mark(c)) {
        return None;
    }
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let ten = digits.strip_prefix('1').filter(|rest| rest.len() == 10);
    (digits.len() >= 7).then(|| ten.map_or_else(|| digits.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_extension_is_never_dialed_with_the_number() {
        for (text, link) in [
            ("860-555-0100", "tel:8605550100"),
            ("860-555-0100 x 715", "tel:8605550100;ext=715"),
            ("860-555-0100x715", "tel:8605550100;ext=715"),
            ("(860) 555-0100 ext. 12", "tel:8605550100;ext=12"),
            ("(860) 555-0100, Ext 12", "tel:8605550100;ext=12"),
            ("(860) 555-0100 extension 12", "tel:8605550100;ext=12"),
            ("(860) 555-0100 extensión 12", "tel:8605550100;ext=12"),
            ("860.555.0100 Local 212", "tel:8605550100;ext=212"),
            ("+1 (860) 555-0100;ext=12", "tel:+18605550100;ext=12"),
            ("(860)555-0100#12", "tel:8605550100;ext=12"),
            ("860/555-0100", "tel:8605550100"),
            ("860-555-0100 / 860-555-0177", "tel:8605550100"),
            ("860-555-0100 or 860-555-0177", "tel:8605550100"),
            ("860-555-0100, ask for Bo at 5", "tel:8605550100"),
            ("Bo: 860-555-0100 (cell)", "tel:8605550100"),
            ("555-0100", "tel:5550100"),
            ("555-0100 x3", "tel:5550100;ext=3"),
            ("1 860 555 0100", "tel:18605550100"),
            ("+52 1 55 5555 0100", "tel:+5215555550100"),
            ("011 52 55 5555 0100", "tel:011525555550100"),
            ("1-800-FLOWERS", "tel:18003569377"),
            ("211", "tel:211"),
        ] {
            assert_eq!(dialed(text).map(|dialed| dialed.link()).as_deref(), Some(link), "{text}");
        }
        for text in ["", "ask at desk", "desk 2", "+"] {
            assert_eq!(dialed(text), None, "{text}");
        }
    }

    #[test]
    fn two_spellings_of_a_number_have_one_key() {
        for text in ["(860) 555-0121", "+1 860 555 0121", "860.555.0121 ext 4", "1-860-555-0121"] {
            assert_eq!(dialed(text).unwrap().key(), "8605550121", "{text}");
        }
    }

    #[test]
    fn a_search_for_a_number_is_told_from_other_words() {
        for words in ["8605550121", "860-555-0121", "(860) 555-0121", "+1 860 555 0121", "18605550121"] {
            assert_eq!(searched(words).as_deref(), Some("8605550121"), "{words}");
        }
        assert_eq!(searched("555-0121").as_deref(), Some("5550121"));
        for words in ["", "12 Main", "2026-11", "860"] {
            assert_eq!(searched(words), None, "{words}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_stumble(text in "[-0-9A-Zx+() ,;#]{0,24}|\\PC{0,20}") {
            if let Some(dialed) = dialed(&text) {
                prop_assert!(dialed.number.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()));
                dialed.key();
            }
            searched(&text);
        }
    }
}

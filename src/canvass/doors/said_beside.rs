//! What people type into the line of an address that is no part of it: a phone number, and which numbers are not meant.

use crate::model::address::Number;
use crate::model::fold::fold;

/// A line without the phone number that stands in it, and that number.
pub(super) fn without_phone(text: &str) -> Option<(String, &str)> {
    let bytes = text.as_bytes();
    let digits = |at: usize, count: usize| {
        let run = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        (run == count).then_some(at + count)
    };
    let sign = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    for start in 0..bytes.len() {
        let begins = start == 0 || !(bytes[start - 1].is_ascii_alphanumeric() || bytes[start - 1] == b'-');
        if !begins || !(sign(start).is_ascii_digit() || sign(start) == b'(') {
            continue;
        }
        let number = || {
            let open = usize::from(sign(start) == b'(');
            let area = digits(start + open, 3)?;
            let closed = area + usize::from(open == 1 && sign(area) == b')');
            let parted = if open == 1 { closed > area } else { b"-. ".contains(&sign(area)) };
            let next = closed + usize::from(b"-. ".contains(&sign(closed)));
            let middle = digits(next, 3).filter(|_| parted)?;
            digits(middle + 1, 4).filter(|_| b"-. ".contains(&sign(middle)))
        };
        if let Some(end) = number() {
            let lower = text[end..].to_lowercase();
            let mark = ["ext.", "ext", "x"].iter().find(|mark| lower.trim_start().starts_with(**mark));
            let tail = mark.map_or(0, |mark| {
                let blank = lower.len() - lower.trim_start().len() + mark.len();
                let spaces = lower[blank..].len() - lower[blank..].trim_start().len();
                let run = lower[blank + spaces..].bytes().take_while(u8::is_ascii_digit).count();
                if run == 0 { 0 } else { blank + spaces + run }
            });
            let phone = &text[start..end + tail];
            let rest = [text[..start].trim_end_matches(BESIDE), text[end + tail..].trim_start_matches(BESIDE)];
            let rest = rest.into_iter().filter(|rest| !rest.is_empty()).collect::<Vec<_>>().join(", ");
            return Some((rest, phone));
        }
    }
    None
}

/// What parts a phone number from an address.
const BESIDE: [char; 8] = [' ', ',', ';', '-', '–', '—', '(', '\t'];

/// The words with which people take numbers out of a range, folded.
const EXCEPT: [&str; 13] = [
    "except",
    "excepting",
    "excluding",
    "without",
    "skip",
    "skipping",
    "minus",
    "but",
    "not",
    "excepto",
    "menos",
    "salvo",
    "sin",
];

/// Whether words say that some numbers are not meant.
pub(super) fn takes_out(words: &str) -> bool {
    fold(words).split(' ').any(|word| EXCEPT.contains(&word))
}

/// A line without the numbers that it takes out of a range, and those: “Elm St 1-9 except 5 and 7”.
pub(super) fn except(text: &str) -> Option<(&str, Vec<Number>)> {
    const BETWEEN: [&str; 10] = ["not", "for", "and", "y", "e", "number", "numbers", "los", "el", "numeros"];
    let mut at = 0;
    let mut cut = None;
    for word in text.split_inclusive(|c: char| c.is_whitespace()) {
        // “(no 7)” takes 7 out; “no 7” alone is the number 7.
        let taken = |bare: &str| EXCEPT.contains(&bare) || (bare == "no" && word.starts_with('('));
        if text[..at].contains(|c: char| c.is_ascii_digit())
            && taken(&fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
        {
            cut = Some((at, at + word.len()));
            break;
        }
        at += word.len();
    }
    let (head, rest) = cut.map(|(head, rest)| (&text[..head], &text[rest..]))?;
    let mut out = Vec::new();
    for word in rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '&' | '#')) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() || BETWEEN.contains(&fold(bare).as_str()) {
            continue;
        }
        out.push(Number::read(bare)?);
    }
    let head = head.trim_end_matches(BESIDE);
    (!out.is_empty()).then_some((head, out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_no_part_of_an_address() {
        for (text, rest, phone) in [
            ("48 Oak St 860-555-0100", "48 Oak St", "860-555-0100"),
            ("48 Oak St, (860) 555-0100", "48 Oak St", "(860) 555-0100"),
            ("48 Oak St - 860.555.0100 x12, Ashford", "48 Oak St, Ashford", "860.555.0100 x12"),
            ("(860)555-0100 48 Oak St", "48 Oak St", "(860)555-0100"),
            ("48 Oak St ☎ 860 555 0100 Ext. 7", "48 Oak St ☎", "860 555 0100 Ext. 7"),
        ] {
            assert_eq!(without_phone(text), Some((rest.to_owned(), phone)), "{text}");
        }
        for text in [
            "37-01 82nd St",
            "918-920 Main St",
            "12 Oak St, Ashford CT 06278-1234",
            "100-102 555 Main St",
            "W151 N9612 Oak",
        ] {
            assert_eq!(without_phone(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_not_meant_are_told_from_others() {
        let taken_out =
            |text| except(text).map(|(head, out)| (head, out.iter().map(|out| out.digits).collect::<Vec<_>>()));
        for (text, head, out) in [
            ("Elm St 1-9 but not 5 and 7", "Elm St 1-9", vec![5, 7]),
            ("1-15 odd Church Street (no 7)", "1-15 odd Church Street", vec![7]),
            ("Birch Rd 10-20 even, not #14", "Birch Rd 10-20 even", vec![14]),
            ("Calle Olmo 1 al 9 impares excepto el 5", "Calle Olmo 1 al 9 impares", vec![5]),
            ("Pine St 1-11 without 5, 7 & 9", "Pine St 1-11", vec![5, 7, 9]),
        ] {
            assert_eq!(taken_out(text), Some((head, out)), "{text}");
        }
        for text in ["12 Skip Rd", "Elm St no 7", "12 Oak St not the red house", "12 Salvo Ave 3", "Main St 2-8"] {
            assert_eq!(taken_out(text), None, "{text}");
        }
    }
}

//! The numbers under barcodes: ISBN of ten or thirteen digits, EAN of eight or thirteen, UPC of twelve.
//!
//! The last digit checks the others (ISO 2108, GS1 General Specifications 7.9): a slip of a digit is caught, and most
//! swaps of two.

/// What was typed or scanned where a barcode may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// It is none: too short, too long, or not made of digits. It may be a code of the library's own.
    NoBarcode,
    /// It has the length of one, and its check digit says that a digit is wrong.
    Wrong,
    /// The number in one form, whatever it was written in: an ISBN of ten digits as the one of thirteen, a UPC with the
    /// zero that an EAN has in front of it.
    Number(String),
}

/// Reads a number as it is printed under a barcode, with or without hyphens and spaces.
pub fn read(text: &str) -> Scanned {
    let written: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '‐' | '–')).collect();
    let written = written.to_ascii_uppercase();
    let written = written.strip_prefix("ISBN").map_or(&*written, |rest| rest.trim_start_matches(':'));
    let digits: Option<Vec<u32>> = written.chars().map(|c| c.to_digit(10)).collect();
    match (digits, written.len()) {
        (Some(digits), 8 | 12 | 13) if is_sound(&digits) => Scanned::Number(format!("{written:0>13}")),
        (Some(_), 8 | 12 | 13) => Scanned::Wrong,
        (_, 10) if written.is_ascii() => isbn_10(written),
        _ => Scanned::NoBarcode,
    }
}

/// Whether a number of the EAN family ends with the digit that checks it.
fn is_sound(digits: &[u32]) -> bool {
    // From the right, every other digit counts three times.
    let sum: u32 = digits.iter().rev().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    sum.is_multiple_of(10)
}

fn isbn_10(written: &str) -> Scanned {
    let (head, check) = written.split_at(9);
    let Some(head) = head.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>() else {
        return Scanned::NoBarcode;
    };
    let Some(check) = (if check == "X" { Some(10) } else { check.parse().ok() }) else { return Scanned::NoBarcode };
    let sum: u32 = head.iter().chain([&check]).zip((1..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    if !sum.is_multiple_of(11) {
        return Scanned::Wrong;
    }
    let mut digits = vec![9, 7, 8];
    digits.extend(head);
    let last = (0..10).find(|last| is_sound(&[digits.as_slice(), &[*last]].concat())).unwrap_or(0);
    digits.push(last);
    Scanned::Number(digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Option<String> {
        match read(text) {
            Scanned::Number(number) => Some(number),
            _ => None,
        }
    }

    #[test]
    fn real_numbers_are_read_in_one_form() {
        for (written, known) in [
            ("978-0-306-40615-7", "9780306406157"),
            ("0-306-40615-2", "9780306406157"),
            ("ISBN: 080442957x", "9780804429573"),
            ("ISBN 978 0 306 40615 7", "9780306406157"),
            ("4006381333931", "4006381333931"),
            ("036000291452", "0036000291452"),
            ("9638 5074", "0000096385074"),
        ] {
            assert_eq!(number(written).as_deref(), Some(known), "{written}");
        }
    }

    #[test]
    fn what_is_no_barcode_is_left_alone_and_what_is_a_wrong_one_is_said() {
        for text in ["", "12", "FLYER-7", "shelf 12", "12345678901234", "30640615XX", "número 9638"] {
            assert_eq!(read(text), Scanned::NoBarcode, "{text}");
        }
        for text in ["9780306406158", "0306406153", "036000291453", "96385075"] {
            assert_eq!(read(text), Scanned::Wrong, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_wrong_digit_is_caught(head in prop::collection::vec(0u32..10, 12), at in 0usize..13, by in 1u32..10) {
            let last = (0..10).find(|last| is_sound(&[head.as_slice(), &[*last]].concat())).unwrap();
            let mut digits = [head, vec![last]].concat();
            let text = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
            prop_assert_eq!(number(&text(&digits)), Some(text(&digits)));
            digits[at] = (digits[at] + by) % 10;
            prop_assert_eq!(read(&text(&digits)), Scanned::Wrong);
        }

        #[test]
        fn nothing_makes_it_stumble(text in ".{0,30}") {
            read(&text);
        }
    }
}

//! The numbers under barcodes: ISBN of ten or thirteen digits, EAN of eight or thirteen, UPC of twelve or, its zeros left
//! out, of eight.
//!
//! The last digit checks the others (ISO 2108, GS1 General Specifications 7.9): a slip of a digit is caught, and most
//! swaps of two.
//!
//! Eight digits are an EAN-8 or a UPC-E, and nothing tells which bars they stood under. A UPC-E begins with 0 or 1, and
//! its check digit is that of the twelve digits it stands for (GS1 General Specifications, “UPC-E barcodes”). Most
//! numbers are sound as one of the two only. Of those that are sound as both, what begins with 0 is a UPC-E, because GS1
//! gives no EAN-8 that begins with 0 to anything in trade (prefixes 000 to 099 are kept for use within a company); what
//! begins with 1 is an EAN-8, because GS1 does give those out.

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
        (Some(digits), 8) if digits[0] == 0 || !is_sound(&digits) => match upc_of(&digits) {
            Some(upc) => Scanned::Number(format!("0{upc}")),
            None if is_sound(&digits) => Scanned::Number(format!("{written:0>13}")),
            None => Scanned::Wrong,
        },
        (Some(digits), 8 | 12 | 13) if is_sound(&digits) => Scanned::Number(format!("{written:0>13}")),
        (Some(_), 8 | 12 | 13) => Scanned::Wrong,
        (_, 10) if written.is_ascii() => isbn_10(written),
        _ => Scanned::NoBarcode,
    }
}

/// The UPC of twelve digits that eight stand for, if they are a sound UPC-E: the last but one says where zeros were left
/// out.
fn upc_of(short: &[u32]) -> Option<String> {
    let [system @ (0 | 1), a, b, c, d, e, last, check] = *short else { return None };
    let long = match last {
        0..=2 => [system, a, b, last, 0, 0, 0, 0, c, d, e, check],
        3 => [system, a, b, c, 0, 0, 0, 0, 0, d, e, check],
        4 => [system, a, b, c, d, 0, 0, 0, 0, 0, e, check],
        _ => [system, a, b, c, d, e, 0, 0, 0, 0, last, check],
    };
    is_sound(&long).then(|| long.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect())
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
            // Short and long, each of a real package.
            ("04252614", "0042100005264"),
            ("042100005264", "0042100005264"),
            ("00985234", "0009800000524"),
            ("01234565", "0012345000065"),
            // Sound as EAN-8 alone.
            ("00012348", "0000000012348"),
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
        fn a_upc_whose_zeros_are_left_out_is_the_same_item(
            system in 0u32..2, maker in 0u32..100_000, item in 0u32..100_000,
        ) {
            let digits = |number: u32| format!("{number:05}").chars().map(|c| c.to_digit(10).unwrap()).collect::<Vec<_>>();
            // Every number that can be shortened, by the rules that a printer of labels follows.
            let (mut m, mut i) = (digits(maker), digits(item));
            let short = match maker % 4 {
                0 => { m[2] %= 3; m[3] = 0; m[4] = 0; i[0] = 0; i[1] = 0; vec![m[0], m[1], i[2], i[3], i[4], m[2]] }
                1 => { m[2] = 3 + m[2] % 7; m[3] = 0; m[4] = 0; i[..3].fill(0); vec![m[0], m[1], m[2], i[3], i[4], 3] }
                2 => { m[3] = 1 + m[3] % 9; m[4] = 0; i[..4].fill(0); vec![m[0], m[1], m[2], m[3], i[4], 4] }
                _ => { m[4] = 1 + m[4] % 9; i[..4].fill(0); i[4] = 5 + i[4] % 5; [m.clone(), vec![i[4]]].concat() }
            };
            let body = [vec![system], m, i].concat();
            let check = (0..10).find(|last| is_sound(&[body.as_slice(), &[*last]].concat())).unwrap();
            let text = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
            let long = text(&[body, vec![check]].concat());
            let short = text(&[vec![system], short, vec![check]].concat());
            let is_ean_8 = system == 1 && is_sound(&short.chars().map(|c| c.to_digit(10).unwrap()).collect::<Vec<_>>());
            prop_assert_eq!(number(&long), Some(format!("0{long}")));
            prop_assert_eq!(number(&short) == number(&long), !is_ean_8, "{} {}", short, long);
        }

        #[test]
        fn nothing_makes_it_stumble(text in ".{0,30}") {
            read(&text);
        }
    }
}

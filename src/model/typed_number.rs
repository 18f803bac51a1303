//! Numbers as people type them. What could be meant in two ways is never guessed: whoever typed it is asked.
//!
//! English and Spanish, as they are written in the United States, agree here: a comma or a space stands between
//! thousands, a point before the fraction. So “1,000”, “1 000” and “1000” are one number. People who learned to write
//! numbers elsewhere put it the other way round; “1.000” and “1,5” therefore mean nothing for sure.

use super::unicode::is_hidden;

/// What a typed text says.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedNumber {
    /// Nothing was typed.
    Blank,
    /// This number, and no other.
    Number(f64),
    /// Perhaps one of these, the likelier first.
    Unclear(Vec<f64>),
    /// No number.
    NoNumber,
}

impl TypedNumber {
    /// The number, where it is sure.
    pub fn sure(&self) -> Option<f64> {
        match self {
            TypedNumber::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Digits and what stands between them.
struct Written<'a> {
    negative: bool,
    groups: Vec<&'a str>,
    marks: Vec<char>,
}

/// Reads a number.
pub fn number(text: &str) -> TypedNumber {
    let plain = plain(text);
    if plain.is_empty() {
        return TypedNumber::Blank;
    }
    written(&plain).map_or(TypedNumber::NoNumber, |written| written.read())
}

/// Reads degrees of latitude or longitude. There are no thousands of them, so a comma can only stand before the fraction.
pub fn degrees(text: &str) -> TypedNumber {
    let plain = plain(text);
    if plain.is_empty() {
        return TypedNumber::Blank;
    }
    let Some(written) = written(&plain) else { return TypedNumber::NoNumber };
    let number = match (&*written.groups, &*written.marks) {
        ([whole], []) => written.value(whole, ""),
        ([whole, fraction], ['.' | ',']) => written.value(whole, fraction),
        _ => None,
    };
    number.map_or(TypedNumber::NoNumber, TypedNumber::Number)
}

/// The text in plain signs: digits of full width, minus signs and spaces of every kind become the common ones, and signs
/// that cannot be seen go.
fn plain(text: &str) -> String {
    let common = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '，' => ',',
        '．' => '.',
        '−' | '－' | '–' => '-',
        '＋' => '+',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let plain: String =
        text.chars().filter(|c| !is_hidden(*c) && !matches!(c, '\u{200C}' | '\u{200D}')).map(common).collect();
    plain.trim().to_owned()
}

/// Takes a text apart; none if it holds anything but a sign, digits and single marks between them.
fn written(plain: &str) -> Option<Written<'_>> {
    let negative = plain.starts_with('-');
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    let is_mark = |c: char| matches!(c, ',' | '.' | ' ');
    let groups: Vec<&str> = digits.split(is_mark).collect();
    let marks: Vec<char> = digits.chars().filter(|c| is_mark(*c)).collect();
    // “.5” is written without its zero.
    let headless = groups.len() == 2 && marks == ['.'];
    let is_group = |(at, group): (usize, &&str)| {
        group.bytes().all(|b| b.is_ascii_digit()) && (!group.is_empty() || (at == 0 && headless))
    };
    groups.iter().enumerate().all(is_group).then_some(Written { negative, groups, marks })
}

impl Written<'_> {
    fn read(&self) -> TypedNumber {
        match (&*self.groups, &*self.marks) {
            ([whole], []) => self.sure(&[whole], "", !leads_with_zero(whole)),
            ([whole, fraction], ['.']) => {
                if in_thousands(&self.groups) {
                    return self.perhaps([self.join(&self.groups, ""), self.value(whole, fraction)]);
                }
                self.sure(&[whole], fraction, !leads_with_zero(whole))
            }
            (groups, [first @ (',' | ' '), ..]) => match groups.split_last() {
                Some((fraction, whole))
                    if self.marks.last() == Some(&'.') && self.even(*first, 1) && in_thousands(whole) =>
                {
                    self.sure(whole, fraction, true)
                }
                _ if self.even(*first, 0) && in_thousands(groups) => self.sure(groups, "", true),
                // “1,5” is one and a half where a comma stands before the fraction, and a slip of the thumb elsewhere.
                Some((fraction, [whole])) if *first == ',' && !leads_with_zero(whole) => {
                    let slip = self.join(groups, "").filter(|_| *whole != "0");
                    self.perhaps([self.value(whole, fraction), slip])
                }
                _ => TypedNumber::NoNumber,
            },
            // As it is written elsewhere: “1.000.000”, “1.000,5”.
            (groups, ['.', ..]) => match groups.split_last() {
                Some((fraction, whole))
                    if self.marks.last() == Some(&',') && self.even('.', 1) && in_thousands(whole) =>
                {
                    self.perhaps([self.join(whole, fraction), None])
                }
                _ if self.even('.', 0) && in_thousands(groups) => self.perhaps([self.join(groups, ""), None]),
                _ => TypedNumber::NoNumber,
            },
            _ => TypedNumber::NoNumber,
        }
    }

    /// Whether all marks are this one, but for some at the end.
    fn even(&self, mark: char, but: usize) -> bool {
        self.marks.iter().rev().skip(but).all(|found| *found == mark)
    }

    fn value(&self, whole: &str, fraction: &str) -> Option<f64> {
        let sign = if self.negative { "-" } else { "" };
        let number: f64 = format!("{sign}0{whole}.{fraction}0").parse().ok()?;
        // There is one zero only.
        number.is_finite().then_some(number + 0.0)
    }

    fn join(&self, groups: &[&str], fraction: &str) -> Option<f64> {
        self.value(&groups.concat(), fraction)
    }

    fn sure(&self, groups: &[&str], fraction: &str, sure: bool) -> TypedNumber {
        match self.join(groups, fraction) {
            Some(number) if sure => TypedNumber::Number(number),
            // A number that begins with a needless zero is rather a code.
            number => self.perhaps([number, None]),
        }
    }

    fn perhaps(&self, numbers: [Option<f64>; 2]) -> TypedNumber {
        let numbers: Vec<f64> = numbers.into_iter().flatten().collect();
        if numbers.is_empty() { TypedNumber::NoNumber } else { TypedNumber::Unclear(numbers) }
    }
}

fn leads_with_zero(whole: &str) -> bool {
    whole.len() > 1 && whole.starts_with('0')
}

/// Whether groups of digits are thousands: “1”, “000”.
fn in_thousands(groups: &[&str]) -> bool {
    let [first, rest @ ..] = groups else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_thousand_is_a_thousand_however_it_is_typed() {
        for text in [
            "1000",
            "1,000",
            "1 000",
            "1\u{a0}000",
            "1\u{202f}000",
            " 1000 ",
            "+1000",
            "１０００",
            "１，０００",
            "1000.0",
            "1,000.00",
        ] {
            assert_eq!(number(text), TypedNumber::Number(1000.0), "{text}");
        }
        for (text, is) in [
            ("0", 0.0),
            ("-0", 0.0),
            ("7", 7.0),
            ("-12", -12.0),
            ("−12", -12.0),
            ("1.5", 1.5),
            (".5", 0.5),
            ("0.125", 0.125),
            ("1234.567", 1234.567),
            ("1,234,567.25", 1_234_567.25),
            ("12.50", 12.5),
        ] {
            assert_eq!(number(text), TypedNumber::Number(is), "{text}");
        }
    }

    #[test]
    fn what_could_be_meant_in_two_ways_is_asked_about() {
        for (text, perhaps) in [
            ("1.000", vec![1000.0, 1.0]),
            ("1.500", vec![1500.0, 1.5]),
            ("1,5", vec![1.5, 15.0]),
            ("12,50", vec![12.5, 1250.0]),
            ("-1,5", vec![-1.5, -15.0]),
            ("0,5", vec![0.5]),
            ("1.000.000", vec![1_000_000.0]),
            ("1.000,5", vec![1000.5]),
            ("00042", vec![42.0]),
            ("00.5", vec![0.5]),
        ] {
            assert_eq!(number(text), TypedNumber::Unclear(perhaps), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "many",
            "12 pcs",
            "$20",
            "1e3",
            "1E3",
            "inf",
            "NaN",
            "-",
            "+",
            ".",
            ",",
            "1.",
            "1,",
            ",5",
            "1,,000",
            "1 5",
            "1,00,000",
            "1-2",
            "--1",
            "1.2.3",
            "1,000.000,5",
            "½",
            "٣",
            "0x10",
            "1_000",
            "1 000,000",
        ] {
            assert_eq!(number(text), TypedNumber::NoNumber, "{text}");
        }
        assert_eq!(number(" \u{200b}"), TypedNumber::Blank);
    }

    #[test]
    fn degrees_may_have_a_comma_before_their_fraction() {
        for (text, is) in
            [("41.7106", 41.7106), ("41,7106", 41.7106), ("-72.208", -72.208), ("−72,208", -72.208), ("41", 41.0)]
        {
            assert_eq!(degrees(text), TypedNumber::Number(is), "{text}");
        }
        for text in ["41.7106, -72.2", "41°", "north", "1,000.5"] {
            assert_eq!(degrees(text), TypedNumber::NoNumber, "{text}");
        }
    }

    /// A whole number with something between its thousands.
    fn grouped(number: u32, mark: &str) -> String {
        let digits = number.to_string();
        let head = digits.len() % 3;
        let mut groups: Vec<&str> = Vec::new();
        groups.extend(Some(&digits[..head]).filter(|head| !head.is_empty()));
        groups.extend((head..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
        groups.join(mark)
    }

    proptest! {
        #[test]
        fn every_whole_number_is_read_in_every_common_form(whole in 0u32..2_000_000_000) {
            for text in [whole.to_string(), grouped(whole, ","), grouped(whole, " "), grouped(whole, "\u{a0}")] {
                prop_assert_eq!(number(&text), TypedNumber::Number(f64::from(whole)));
            }
            // The other way round it is never another number.
            let elsewhere = number(&grouped(whole, ".")).sure();
            prop_assert!(elsewhere.is_none_or(|number| number == f64::from(whole)));
        }

        #[test]
        fn a_number_is_what_its_digits_say_or_is_asked_about(text in "[-+]?[0-9]{0,4}[,. ]?[0-9]{0,4}[,. ]?[0-9]{0,4}") {
            match number(&text) {
                TypedNumber::Number(read) => {
                    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '+')).collect();
                    prop_assert_eq!(Some(read), digits.parse().ok());
                    let thousands = text.split(['.', '+', '-']).find(|part| part.contains([',', ' ']) && !part.trim().is_empty());
                    let even = |part: &str| part.trim().split([',', ' ']).skip(1).all(|group| group.len() == 3);
                    prop_assert!(thousands.is_none_or(even));
                }
                TypedNumber::Unclear(perhaps) => prop_assert!((1..=2).contains(&perhaps.len())),
                TypedNumber::Blank => prop_assert!(text.trim().is_empty()),
                TypedNumber::NoNumber => {}
            }
        }

        #[test]
        fn nothing_makes_it_stumble(text in ".{0,30}") {
            number(&text);
            degrees(&text);
        }
    }
}

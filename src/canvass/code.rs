//! Short codes for paper: a door's code can be written down in a box and typed in later.
//!
//! Six digits that follow from the record's identity, and a check digit by Damm (2004), which catches every wrong
//! digit and every swap of two neighbors. Doors may share a code; then their addresses tell them apart.

use crate::model::id::Id;

/// How many digits a code has before its check digit.
const DIGITS: usize = 6;

/// Damm's quasigroup of order 10.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A code that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedCode {
    /// It may be a code: as it is written.
    Code(String),
    /// It has as many digits as a code, and one of them is wrong or two are swapped.
    Wrong,
    /// It is something else.
    NoCode,
}

/// The code of a record, as it is written: “4821 093”.
pub fn code(id: Id) -> String {
    let digits = format!("{:0DIGITS$}", id.0 % 10u128.pow(DIGITS as u32));
    written(&format!("{digits}{}", check(digits.bytes())))
}

/// Reads what somebody typed, with or without spaces and hyphens.
pub fn read(typed: &str) -> TypedCode {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.')).collect();
    if digits.len() != DIGITS + 1 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return TypedCode::NoCode;
    }
    if check(digits.bytes()) == 0 { TypedCode::Code(written(&digits)) } else { TypedCode::Wrong }
}

/// The check digit of some digits; of digits with their own check digit it is 0.
fn check(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |row, digit| DAMM[row as usize % 10][(digit.wrapping_sub(b'0')) as usize % 10])
}

fn written(digits: &str) -> String {
    let (left, right) = digits.split_at(4.min(digits.len()));
    format!("{left} {right}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_answer() {
        // The example of Damm's own work: 572 has the check digit 4.
        assert_eq!(check(b"572".iter().copied()), 4);
        assert_eq!(code(Id(572)).len(), 8);
    }

    proptest! {
        #[test]
        fn every_slip_of_the_pen_is_caught(id in any::<u128>(), at in 0usize..7, other in 0u8..10) {
            let written = code(Id(id));
            prop_assert_eq!(read(&written), TypedCode::Code(written.clone()));
            let digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
            let mut wrong = digits.clone();
            wrong[at] = b'0' + other;
            if wrong != digits {
                prop_assert_eq!(read(std::str::from_utf8(&wrong).unwrap()), TypedCode::Wrong);
            }
            let mut swapped = digits.clone();
            swapped.swap(at, (at + 1).min(6));
            if swapped != digits {
                prop_assert_eq!(read(std::str::from_utf8(&swapped).unwrap()), TypedCode::Wrong);
            }
        }

        #[test]
        fn other_text_is_no_code(text in "[^0-9]*") {
            prop_assert_eq!(read(&text), TypedCode::NoCode);
        }
    }
}

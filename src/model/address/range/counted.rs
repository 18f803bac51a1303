//! Lines that count through numbers, told before anything else is read of them.

use super::words::{AND, UNTIL};
use crate::model::address::spelling::spelled;
use crate::model::fold::fold;

/// Whether a line begins with the first and the last of several numbers, “12 to 18 Maple St”, or counts through numbers
/// in two halves, or several of them: “37-01 to 37-09”, “37-01, 37-03 and 37-05”.
pub fn counts_through(text: &str) -> bool {
    begins_with_range(text) || counts_halves(text)
}

fn begins_with_range(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(4).map(fold).collect();
    let is_number = |word: &str| is_digits(word) || is_half(word);
    matches!(words.as_slice(), [first, middle, last, _] if is_number(first) && spelled(UNTIL, middle) && is_number(last))
}

fn counts_halves(text: &str) -> bool {
    let words: Vec<String> = text.split([' ', ',']).filter(|word| !word.is_empty()).map(fold).collect();
    let between = |word: &str| spelled(UNTIL, word) || is_dash(word) || spelled(AND, word);
    words.windows(3).any(|three| is_half(&three[0]) && between(&three[1]) && is_half(&three[2]))
        || words.windows(2).any(|two| is_half(&two[0]) && is_half(&two[1]))
}

/// Whether a word is a number in two halves, as in Queens: “37-01”.
pub(super) fn is_half(word: &str) -> bool {
    word.split_once('-').is_some_and(|(block, house)| is_digits(block) && is_digits(house))
}

/// Whether a word is a dash that stands by itself.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

//! Things that are written as text, read again without a copy of the text.

use serde::Deserializer;
use serde::de::{Error, Visitor};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The number that so many hexadecimal digits write, at most 32; none for anything else, capitals too: a second spelling
/// of one identity would be a second record.
pub fn hexadecimal(text: &str, digits: usize) -> Option<u128> {
    let text = text.as_bytes();
    if text.len() != digits || digits > 32 {
        return None;
    }
    // In halves: what computes with 64 bits at a time has no single step for 128.
    let (high, low) = text.split_at(digits.saturating_sub(16));
    Some(u128::from(half(high)?) << 64 | u128::from(half(low)?))
}

fn half(digits: &[u8]) -> Option<u64> {
    let mut number = 0;
    for digit in digits {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        number = number << 4 | u64::from(value);
    }
    Some(number)
}

/// Reads a thing that stands as text.
///
/// # Errors
/// If something else stands there, or text that says no such thing.
pub fn deserialize<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Written(PhantomData))
}

struct Written<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_in_digits_is_read(number in any::<u128>(), text in "[0-9a-fA-F+é]{0,33}", digits in 0usize..40) {
            prop_assert_eq!(hexadecimal(&format!("{number:032x}"), 32), Some(number));
            let ours = |c: char| matches!(c, '0'..='9' | 'a'..='f');
            let plain = text.len() == digits && digits <= 32 && text.chars().all(ours);
            let read = if digits == 0 { Some(0) } else { u128::from_str_radix(&text, 16).ok() };
            prop_assert_eq!(hexadecimal(&text, digits), read.filter(|_| plain));
        }
    }
}

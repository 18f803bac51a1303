//! Names that never clash: of records and of devices.

use super::letters;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Text that is not an identifier of the kind looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an identifier of {1} hexadecimal digits")]
pub struct BadId(pub String, pub usize);

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $number:ty, $digits:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub $number);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("{:0", $digits, "x}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<$name, BadId> {
                let bad = || BadId(text.chars().take(64).collect(), $digits);
                let number = letters::hexadecimal(text, $digits).ok_or_else(bad)?;
                // So many digits fit.
                Ok($name(number as $number))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    self.0.serialize(serializer)
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                if deserializer.is_human_readable() {
                    letters::deserialize(deserializer)
                } else {
                    <$number>::deserialize(deserializer).map($name)
                }
            }
        }
    };
}

hex_id!(
    /// A record's identity: 128 random bits, written as 32 hexadecimal digits.
    Id, u128, 32
);
hex_id!(
    /// A device's identity: 64 random bits, written as 16 hexadecimal digits.
    DeviceId, u64, 16
);
hex_id!(
    /// 128 random bits beside somebody's words, written as 32 hexadecimal digits. They are erased with the words, so
    /// that a hash over both tells nothing of either.
    Salt, u128, 32
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_written() {
        let id = Id(0x0123_4567_89ab_cdef);
        assert_eq!(id.to_string().len(), 32);
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn only_one_spelling_is_read() {
        for text in ["", "0", "0123456789ABCDEF", "+123456789abcdef", "0123456789abcdeg", "0123456789abcdef0"] {
            assert!(text.parse::<DeviceId>().is_err(), "{text}");
        }
    }
}

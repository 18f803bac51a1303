//! SHA-256, and how hashes of operations hang together.

use crate::model::id::Id;
use crate::model::letters;
use crate::model::stamp::Stream;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha(pub [u8; 32]);

/// The identity that every tablet gives to what goes by these words, without having heard of one another.
pub fn derived_id(words: &str) -> Id {
    let hash = Sha::of(format!("porchlight {words}").as_bytes());
    Id(u128::from_be_bytes(hash.0.first_chunk().copied().unwrap_or_default()))
}

/// The first of the identities that follow from these words which is free: several tablets choose the same, and the next one
/// where what had it cannot be had any more.
pub fn derived_free(words: &str, is_free: impl Fn(Id) -> bool) -> Id {
    let mut id = derived_id(words);
    while !is_free(id) {
        id = derived_id(&format!("after {id}"));
    }
    id
}

/// Text that is not a hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 of 64 hexadecimal digits")]
pub struct BadSha;

impl Sha {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Sha {
        Sha(Sha256::digest(bytes).into())
    }

    /// The start of a stream's chain, before its first operation.
    pub fn start_of(stream: Stream) -> Sha {
        Sha::of(format!("porchlight {} {}", stream.dev, stream.epoch).as_bytes())
    }

    /// The chain after one more operation: it depends on every operation of the stream so far, and not on how they
    /// are cut into segments.
    pub fn then(self, leaf: Sha) -> Sha {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(leaf.0);
        Sha(hasher.finalize().into())
    }
}

/// A hash of lines, each ended by a line feed.
#[derive(Clone, Default)]
pub struct LineHasher(Sha256);

impl LineHasher {
    /// Takes in one more line, without its line feed.
    pub fn line(&mut self, line: &str) {
        self.0.update(line.as_bytes());
        self.0.update(b"\n");
    }

    /// The hash of the lines so far.
    pub fn finish(self) -> Sha {
        Sha(self.0.finalize().into())
    }
}

impl fmt::Display for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Sha {
    type Err = BadSha;
    fn from_str(text: &str) -> Result<Sha, BadSha> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(BadSha);
        }
        let value = |digit: u8| if digit <= b'9' { digit - b'0' } else { digit - b'a' + 10 };
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = value(pair[0]) << 4 | value(pair[1]);
        }
        Ok(Sha(bytes))
    }
}

impl Serialize for Sha {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Sha, D::Error> {
        letters::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Sha::of(b"").to_string(), empty);
        assert_eq!(empty.parse(), Ok(Sha::of(b"")));
        assert_eq!(empty.to_uppercase().parse::<Sha>(), Err(BadSha));
        let mut lines = LineHasher::default();
        lines.line("a");
        lines.line("b");
        assert_eq!(lines.finish(), Sha::of(b"a\nb\n"));
    }
}

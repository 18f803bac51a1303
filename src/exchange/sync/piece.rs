//! The files that hold notes in a place: their names, and how they are cut from the log.

use crate::log::hash::Sha;
use crate::log::segment::Segment;
use crate::model::id::DeviceId;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How many bytes a file has at most, but for a single operation of more: what breaks off is fetched again.
pub(super) const HEAVY: usize = 4 << 20;
/// How many digits of a hash stand in a name.
const DIGITS: usize = 16;

/// A file that holds a run of operations of one stream, and never changes. Its name says which, and with the first
/// digits of its SHA-256 what it must be: `{device}-{epoch}-{first}-{last}-{hash}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Piece {
    /// The stream.
    pub stream: Stream,
    /// The number of its first operation.
    pub first: u64,
    /// The number of its last operation.
    pub last: u64,
    /// The first digits of its hash.
    hash: String,
}

/// A name that is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the name of a file of notes")]
pub struct NotAPiece(String);

impl Piece {
    /// The file that holds this segment, and its bytes.
    pub(super) fn of(segment: &Segment) -> (Piece, Vec<u8>) {
        let bytes = segment.to_bytes();
        let piece =
            Piece { stream: segment.stream, first: segment.first(), last: segment.last(), hash: digits(&bytes) };
        (piece, bytes)
    }

    /// Whether these bytes are what the name promises.
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        digits(bytes) == self.hash
    }

    /// The first digits of the hash it must have.
    pub fn digits(&self) -> &str {
        &self.hash
    }

    /// The operations it says it holds.
    pub(crate) fn operations(&self) -> VersionVector {
        let mut operations = VersionVector::default();
        operations.insert_range(self.stream, self.first, self.last);
        operations
    }

    /// Whether all of its operations are known.
    pub(super) fn is_in(&self, seen: &VersionVector) -> bool {
        seen.contains_all(self.stream, self.first, self.last)
    }
}

/// The first digits of the hash of these bytes, by which a file proves itself.
pub(super) fn digits(bytes: &[u8]) -> String {
    let mut digits = Sha::of(bytes).to_string();
    digits.truncate(DIGITS);
    digits
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Piece { stream, first, last, hash } = self;
        write!(f, "{}-{}-{first}-{last}-{hash}", stream.dev, stream.epoch)
    }
}

impl From<Piece> for String {
    fn from(piece: Piece) -> String {
        piece.to_string()
    }
}

impl TryFrom<String> for Piece {
    type Error = NotAPiece;

    fn try_from(name: String) -> Result<Piece, NotAPiece> {
        name.parse()
    }
}

impl FromStr for Piece {
    type Err = NotAPiece;

    fn from_str(name: &str) -> Result<Piece, NotAPiece> {
        let parse = || {
            let mut parts = name.split('-');
            let dev: DeviceId = parts.next()?.parse().ok()?;
            let epoch = parts.next()?.parse().ok()?;
            let (first, last) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            let hash = parts.next()?.to_owned();
            let piece = Piece { stream: Stream { dev, epoch }, first, last, hash };
            // There is one name for each: what is written otherwise is not ours.
            (parts.next().is_none()
                && 1 <= first
                && first <= last
                && piece.to_string() == name
                && piece.hash.len() == DIGITS
                && piece.hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')))
            .then_some(piece)
        };
        parse().ok_or_else(|| NotAPiece(name.to_owned()))
    }
}

/// How many bytes the lines of a segment have, about as many as all of it.
pub(super) fn weight(segment: &Segment) -> usize {
    segment.lines.iter().map(|line| line.text.len() + 2).sum()
}

/// The runs of a segment's operations that are not known elsewhere, none of them heavier than a file may be.
pub(super) fn runs(segment: Segment, elsewhere: &VersionVector) -> Vec<Segment> {
    let (first, last) = (segment.first(), segment.last());
    if !elsewhere.contains_any(segment.stream, first, last) && weight(&segment) <= HEAVY {
        return vec![segment];
    }
    let Segment { stream, writer, org, before: mut chain, lines } = segment;
    let (mut runs, mut open, mut bytes): (Vec<Segment>, Option<Segment>, usize) = (Vec::new(), None, 0);
    for line in lines {
        let before = chain;
        chain = chain.then(line.leaf);
        let known = elsewhere.contains(stream, line.seq);
        if known || bytes + line.text.len() > HEAVY {
            runs.extend(open.take());
            bytes = 0;
        }
        if !known {
            bytes += line.text.len();
            let begin = || Segment { stream, writer, org: org.clone(), before, lines: Vec::new() };
            open.get_or_insert_with(begin).lines.push(line);
        }
    }
    runs.extend(open);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_says_all_of_a_piece_and_nothing_else_is_one(
            dev in any::<u64>(), epoch in 1u32.., first in 1u64..1 << 40, more in 0u64..5_000, bytes in any::<Vec<u8>>(), noise in "[0-9a-f-]{0,60}",
        ) {
            let stream = Stream { dev: DeviceId(dev), epoch };
            let piece = Piece { stream, first, last: first + more, hash: digits(&bytes) };
            prop_assert_eq!(piece.to_string().parse(), Ok(piece.clone()));
            prop_assert!(piece.is(&bytes));
            prop_assert!(!piece.is(&[&bytes[..], b"x"].concat()));
            if let Ok(read) = noise.parse::<Piece>() {
                prop_assert_eq!(read.to_string(), noise);
            }
            let longer = format!("{piece}-");
            prop_assert!(longer.parse::<Piece>().is_err());
        }
    }
}

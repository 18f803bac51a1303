//! What lies packed in bytes: identities one behind the other, and pieces of any length with where each of them ends.

use super::id::Id;
use std::ops::Range;

/// The bytes of an identity.
pub const ID: usize = 16;
/// The bytes that say where a piece ends.
pub const END: usize = 4;

/// The identity at a place, where the first one lies at `from`.
pub fn id(bytes: &[u8], from: usize, place: usize) -> Id {
    let at = from + place * ID;
    let id = bytes.get(at..at + ID).and_then(|id| id.first_chunk());
    Id(id.map_or(0, |id| u128::from_le_bytes(*id)))
}

/// Where the piece at a place begins and ends, where the end of the first one lies at `from`.
pub fn piece(bytes: &[u8], from: usize, place: usize) -> Range<usize> {
    let start = place.checked_sub(1).map_or(0, |before| end(bytes, from, before));
    start..end(bytes, from, place)
}

/// Where the piece at a place ends.
pub fn end(bytes: &[u8], from: usize, place: usize) -> usize {
    let at = from + place * END;
    let end = bytes.get(at..at + END).and_then(|end| end.first_chunk());
    end.map_or(0, |end| u32::from_le_bytes(*end) as usize)
}

/// Whether so many pieces lie one behind the other and fill a length.
pub fn fill(bytes: &[u8], from: usize, count: usize, length: usize) -> bool {
    let ends = (0..count).map(|place| end(bytes, from, place));
    let last = ends.into_iter().try_fold(0, |before, end| (before <= end).then_some(end));
    last == Some(length)
}

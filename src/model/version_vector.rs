//! Which operations are known: the version vector, gaps included.

use super::order;
use super::stamp::Stream;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The sequence numbers known of each stream, as closed ranges in ascending order that do not touch.
///
/// Gaps are kept because a colleague's file may arrive before the one that precedes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Pairs", into = "Pairs")]
pub struct VersionVector {
    streams: BTreeMap<Stream, Vec<(u64, u64)>>,
}

/// How it is written down: JSON has no objects with streams for keys.
type Pairs = Vec<(Stream, Vec<(u64, u64)>)>;

impl From<Pairs> for VersionVector {
    fn from(pairs: Pairs) -> VersionVector {
        VersionVector { streams: order::map(pairs) }
    }
}

impl From<VersionVector> for Pairs {
    fn from(seen: VersionVector) -> Pairs {
        seen.streams.into_iter().collect()
    }
}

impl VersionVector {
    /// Whether an operation is known.
    pub fn contains(&self, stream: Stream, seq: u64) -> bool {
        self.streams.get(&stream).is_some_and(|ranges| {
            let after = ranges.partition_point(|&(_, to)| to < seq);
            ranges.get(after).is_some_and(|&(from, _)| from <= seq)
        })
    }

    /// Whether every operation from `from` to `to` is known.
    pub fn contains_all(&self, stream: Stream, from: u64, to: u64) -> bool {
        self.streams.get(&stream).is_some_and(|ranges| {
            let after = ranges.partition_point(|&(_, end)| end < from);
            ranges.get(after).is_some_and(|&(start, end)| start <= from && to <= end)
        })
    }

    /// Whether any operation from `from` to `to` is known.
    pub fn contains_any(&self, stream: Stream, from: u64, to: u64) -> bool {
        self.streams.get(&stream).is_some_and(|ranges| {
            let after = ranges.partition_point(|&(_, end)| end < from);
            ranges.get(after).is_some_and(|&(start, _)| start <= to)
        })
    }

    /// Notes an operation; `false` if it was known already.
    pub fn insert(&mut self, stream: Stream, seq: u64) -> bool {
        let ranges = self.streams.entry(stream).or_default();
        let at = ranges.partition_point(|&(_, to)| to < seq);
        if ranges.get(at).is_some_and(|&(from, _)| from <= seq) {
            return false;
        }
        let joins_before = at > 0 && ranges[at - 1].1.checked_add(1) == Some(seq);
        let joins_after = ranges.get(at).is_some_and(|&(from, _)| seq.checked_add(1) == Some(from));
        match (joins_before, joins_after) {
            (true, true) => {
                ranges[at - 1].1 = ranges[at].1;
                ranges.remove(at);
            }
            (true, false) => ranges[at - 1].1 = seq,
            (false, true) => ranges[at].0 = seq,
            (false, false) => ranges.insert(at, (seq, seq)),
        }
        true
    }

    /// Notes every operation from `from` to `to`.
    pub fn insert_range(&mut self, stream: Stream, from: u64, to: u64) {
        self.join(&VersionVector { streams: [(stream, vec![(from, to)])].into() });
    }

    /// Forgets every operation from `from` to `to`.
    pub fn remove_range(&mut self, stream: Stream, from: u64, to: u64) {
        let Some(ranges) = self.streams.get_mut(&stream) else { return };
        let parts = |&(a, b): &(u64, u64)| {
            let before = (a < from).then(|| (a, b.min(from - 1)));
            let after = (b > to).then(|| (a.max(to + 1), b));
            before.into_iter().chain(after)
        };
        let left: Vec<(u64, u64)> = ranges.iter().flat_map(parts).collect();
        *ranges = left;
        if ranges.is_empty() {
            self.streams.remove(&stream);
        }
    }

    /// Notes many operations.
    pub fn extend(&mut self, operations: impl IntoIterator<Item = (Stream, u64)>) {
        for (stream, seq) in operations {
            self.insert(stream, seq);
        }
    }

    /// The last number known of a stream; 0 if none is.
    pub fn last(&self, stream: Stream) -> u64 {
        self.streams.get(&stream).and_then(|ranges| ranges.last()).map_or(0, |&(_, to)| to)
    }

    /// Every stream with its ranges.
    pub fn streams(&self) -> impl Iterator<Item = (Stream, &[(u64, u64)])> {
        self.streams.iter().map(|(stream, ranges)| (*stream, ranges.as_slice()))
    }

    /// How many operations are known of everyone.
    pub fn count(&self) -> u64 {
        self.streams.values().flatten().map(|(from, to)| to - from + 1).sum()
    }

    /// How many operations are known here and not in `other`.
    pub fn count_missing_from(&self, other: &VersionVector) -> u64 {
        let shared = |stream: &Stream, (from, to): (u64, u64)| -> u64 {
            let theirs = other.streams.get(stream).map(Vec::as_slice).unwrap_or_default();
            theirs.iter().map(|&(a, b)| b.min(to).saturating_add(1).saturating_sub(a.max(from))).sum()
        };
        self.streams
            .iter()
            .flat_map(|(stream, ranges)| ranges.iter().map(move |range| (stream, *range)))
            .map(|(stream, range)| range.1 - range.0 + 1 - shared(stream, range))
            .sum()
    }

    /// Adds everything that `other` knows.
    pub fn join(&mut self, other: &VersionVector) {
        for (stream, theirs) in &other.streams {
            let ours = self.streams.entry(*stream).or_default();
            ours.extend(theirs);
            order::sort_by_key(ours, |range| *range);
            let mut joined: Vec<(u64, u64)> = Vec::with_capacity(ours.len());
            for &(from, to) in ours.iter() {
                match joined.last_mut() {
                    Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                    _ => joined.push((from, to)),
                }
            }
            *ours = joined;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn of(numbers: &[u64]) -> VersionVector {
        let mut seen = VersionVector::default();
        for &number in numbers {
            seen.insert(Stream::default(), number);
        }
        seen
    }

    proptest! {
        #[test]
        fn it_is_a_set(a in prop::collection::vec(0u64..40, 0..60), b in prop::collection::vec(0u64..40, 0..60)) {
            let (seen_a, seen_b) = (of(&a), of(&b));
            let (set_a, set_b): (BTreeSet<_>, BTreeSet<_>) = (a.into_iter().collect(), b.into_iter().collect());
            let stream = Stream::default();
            for number in 0..41 {
                prop_assert_eq!(seen_a.contains(stream, number), set_a.contains(&number));
                let run = (number..number + 3).all(|n| set_a.contains(&n));
                prop_assert_eq!(seen_a.contains_all(stream, number, number + 2), run);
                let any = (number..number + 3).any(|n| set_a.contains(&n));
                prop_assert_eq!(seen_a.contains_any(stream, number, number + 2), any);
            }
            prop_assert_eq!(seen_a.count(), set_a.len() as u64);
            prop_assert_eq!(seen_a.count_missing_from(&seen_b), set_a.difference(&set_b).count() as u64);
            let mut joined = seen_a.clone();
            joined.join(&seen_b);
            let union: Vec<u64> = set_a.union(&set_b).copied().collect();
            prop_assert_eq!(joined.count(), union.len() as u64);
            if !union.is_empty() {
                prop_assert_eq!(joined, of(&union));
            }
        }
    }
}

//! Where a copied tablet's history parts from the one known here, and under which name it goes on.

use crate::log::hash::Sha;
use crate::model::id::DeviceId;
use crate::model::stamp::Stream;
use std::collections::BTreeMap;

/// One history that a file tells of a stream. A file that was put together of several may tell of the same numbers more
/// than once, and each time it may be the history of another copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Told {
    /// The stream, as the file says.
    pub(super) stream: Stream,
    /// How many histories of it the file told before.
    pub(super) before: usize,
}

/// Where the histories of a file part from what has their names here, and under which names they go on.
///
/// A tablet that was copied, or put back to an older state, goes on under numbers that are in use elsewhere. From the
/// first operation that differs the file's history is filed as a branch, so that nobody loses either. The name of a
/// branch follows from that operation alone: every tablet that meets it chooses the same. Stamps keep the writer's
/// own name, so the same operations make the same book wherever and however often they are filed.
///
/// Each history of a file parts by itself: one may be filed under the name that another one has in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Branches(BTreeMap<Told, Vec<(u64, Stream)>>);

impl Branches {
    /// Under which name an operation is filed.
    pub(super) fn name(&self, told: Told, seq: u64) -> Stream {
        let parts = self.0.get(&told).into_iter().flatten();
        parts.take_while(|(from, _)| *from <= seq).last().map_or(told.stream, |(_, branch)| *branch)
    }

    /// Whether this history goes on under another name.
    pub(super) fn parts(&self, told: Told) -> bool {
        self.0.contains_key(&told)
    }

    /// Whether any history of this stream goes on under another name.
    pub(super) fn part(&self, stream: Stream) -> bool {
        self.0.keys().any(|told| told.stream == stream)
    }

    /// Whether no history parts.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that this operation of a history, of this hash, is another one than what has its name here. What was known of
    /// the history from there on was known of another name.
    pub(super) fn note(&mut self, told: Told, seq: u64, leaf: Sha) {
        let stream = self.name(told, seq);
        let name = Sha::of(format!("porchlight branch {} {} {leaf}", stream.dev, stream.epoch).as_bytes());
        let [a, b, c, d, e, f, g, h, ..] = name.0;
        let branch = Stream { dev: DeviceId(u64::from_be_bytes([a, b, c, d, e, f, g, h])), epoch: 1 };
        let parts = self.0.entry(told).or_default();
        parts.retain(|(from, _)| *from <= seq);
        parts.push((seq, branch));
    }
}

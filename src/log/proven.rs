//! A segment that is passed on as it was read, without hashing its lines once more.

use crate::log::hash::Sha;
use crate::log::segment::{Rescued, Segment};

/// A segment as it was read, with what its trailer has proved. Nothing in it can be changed, so the proof stays true.
#[derive(Clone, Debug, PartialEq)]
pub struct Proven {
    segment: Segment,
    header: String,
    after: Sha,
    sha256: Sha,
}

impl Proven {
    /// The segment that was read under this header, the chain after it and the hash over header and lines, once both
    /// have been found to be what the trailer says.
    pub(crate) fn new(segment: Segment, header: String, after: Sha, sha256: Sha) -> Proven {
        Proven { segment, header, after, sha256 }
    }
}

/// A segment on its way into the store or out of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Passing {
    /// As it was read.
    Read(Box<Proven>),
    /// Put together here.
    Made(Segment),
}

impl Passing {
    /// The segment.
    pub fn segment(&self) -> &Segment {
        match self {
            Passing::Read(proven) => &proven.segment,
            Passing::Made(segment) => segment,
        }
    }

    /// The segment, to be changed.
    pub fn into_segment(self) -> Segment {
        match self {
            Passing::Read(proven) => proven.segment,
            Passing::Made(segment) => segment,
        }
    }

    /// The stream's chain after the last line.
    pub fn after(&self) -> Sha {
        match self {
            Passing::Read(proven) => proven.after,
            Passing::Made(segment) => segment.after(),
        }
    }

    /// As [`Segment::to_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = b"[".to_vec();
        self.write_to(&mut bytes, None);
        bytes.extend_from_slice(b"]\n");
        bytes
    }

    /// Adds its lines as they are stored and sent, header and trailer included, a comma and a line feed between them.
    pub(crate) fn write_to(&self, bytes: &mut Vec<u8>, rescued: Option<Rescued>) {
        let Passing::Read(proven) = self else { return self.segment().write_to(bytes, rescued) };
        let header = proven.segment.header(rescued.clone());
        if header == proven.header {
            proven.segment.write_proven(bytes, &header, proven.after, proven.sha256);
        } else {
            // Another version of the app wrote it, or something goes with it.
            proven.segment.write_to(bytes, rescued);
        }
    }

    /// One segment of this one and the next, if it [takes](Segment::takes) that; otherwise both as they are.
    pub fn join(self, next: Passing) -> (Passing, Option<Passing>) {
        if !self.segment().takes(next.segment()) {
            return (self, Some(next));
        }
        let mut joined = self.into_segment();
        joined.lines.extend(next.into_segment().lines);
        (Passing::Made(joined), None)
    }
}

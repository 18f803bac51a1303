//! How segments that came join what is stored: each stream's chain goes on where the stored one ends.

use crate::log::hash::Sha;
use crate::log::proven::Passing;
use crate::log::segment::{Rechain, Segment};
use crate::model::stamp::Stream;
use crate::ports::SegmentKey;
use crate::work::error::WorkError;
use crate::work::workspace::Workspace;
use std::borrow::Cow;
use std::collections::HashMap;

/// Where streams end, given all keys of the store.
pub(crate) struct Ends<'a> {
    work: &'a Workspace,
    keys: Vec<SegmentKey>,
    rechain: &'a Rechain,
    came: HashMap<Stream, (u64, Sha)>,
}

impl<'a> Ends<'a> {
    pub(crate) async fn of(work: &'a Workspace, rechain: &'a Rechain) -> Result<Ends<'a>, WorkError> {
        let keys = work.store.segment_keys().await?;
        Ok(Ends { work, keys, rechain, came: HashMap::new() })
    }

    /// Lets a segment that came follow the one before it, where that is here. The tablet that sent it may not have
    /// heard yet that a line before it lost its hash; the chain it counted would still tell that hash.
    pub(crate) async fn follow(&mut self, passing: &mut Cow<'_, Passing>) -> Result<(), WorkError> {
        let segment = passing.segment();
        let (stream, first, last) = (segment.stream, segment.first(), segment.last());
        let chain = self.before(stream, first).await?.or(segment.fork());
        if let Some(before) = chain.filter(|chain| *chain != segment.before) {
            *passing = Cow::Owned(Passing::Made(Segment { before, ..segment.clone() }));
        }
        self.came.insert(stream, (last, passing.after()));
        Ok(())
    }

    async fn before(&self, stream: Stream, first: u64) -> Result<Option<Sha>, WorkError> {
        if let Some((_, chain)) = self.came.get(&stream).filter(|(last, _)| last + 1 == first) {
            return Ok(Some(*chain));
        }
        if let Some(chain) = self.rechain.end(stream, first) {
            return Ok(Some(chain));
        }
        let at = self.keys.partition_point(|key| (key.stream, key.first) < (stream, first));
        let Some(key) = at.checked_sub(1).map(|at| self.keys[at]).filter(|key| key.stream == stream) else {
            return Ok(None);
        };
        let stored = self.work.store.segments(key, key).await?;
        let read = stored.first().and_then(|(_, bytes)| Segment::from_bytes(bytes).ok());
        Ok(read.filter(|(segment, _)| segment.last() + 1 == first).map(|(segment, _)| segment.after()))
    }
}

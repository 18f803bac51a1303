//! Since when something waits to leave this tablet.

use crate::log::segment::Segment;
use crate::model::date;
use crate::ports::SegmentKey;
use crate::work::error::WorkError;
use crate::work::workspace::Workspace;

impl Workspace {
    /// When the oldest of the notes was written that exist on this tablet alone: milliseconds since 1970, by the clock of
    /// whoever wrote it. Reads one stored segment for each tablet whose notes are concerned.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn oldest_only_here(&self) -> Result<Option<i64>, WorkError> {
        let firsts: Vec<SegmentKey> = {
            let state = self.state();
            let missing = |(stream, runs): (crate::model::stamp::Stream, &[(u64, u64)])| {
                let seqs = runs.iter().flat_map(|(first, last)| *first..=*last);
                let first = seqs.into_iter().find(|seq| !state.backup.seen.contains(stream, *seq))?;
                Some(SegmentKey { stream, first })
            };
            state.book.seen().streams().filter_map(missing).collect()
        };
        let keys = self.store.segment_keys().await?;
        let mut oldest: Option<i64> = None;
        for wanted in firsts {
            let at = keys.partition_point(|key| *key <= wanted);
            let Some(key) = at.checked_sub(1).and_then(|at| keys.get(at)).filter(|key| key.stream == wanted.stream)
            else {
                continue;
            };
            for (_, bytes) in self.store.segments(*key, *key).await? {
                // What cannot be read is told of elsewhere.
                let Ok((_, ops)) = Segment::from_bytes(&bytes) else { continue };
                let written = ops.iter().find(|op| op.seq >= wanted.first).and_then(|op| date::moment(&op.wall));
                oldest = oldest.into_iter().chain(written.map(|at| at.timestamp_millis())).min();
            }
        }
        Ok(oldest)
    }
}

#[cfg(test)]
mod tests {
    use crate::work::testing::{NOON, Sent, Tablet, now};

    #[test]
    fn the_oldest_note_that_is_only_here_is_found() {
        let tablet = Tablet::new(1);
        assert_eq!(now(tablet.work.oldest_only_here()), Ok(None));
        tablet.partner("First");
        tablet.clock.0.set(NOON + 60_000);
        tablet.partner("Second");
        assert_eq!(now(tablet.work.oldest_only_here()), Ok(Some(NOON)));
        let covers = tablet.work.state().book.seen().clone();
        tablet.clock.0.set(NOON + 120_000);
        tablet.partner("Third");
        now(tablet.work.mark_copied(&covers, Sent::Shared)).unwrap();
        assert_eq!(now(tablet.work.oldest_only_here()), Ok(Some(NOON + 120_000)));
        let covers = tablet.work.state().book.seen().clone();
        now(tablet.work.mark_copied(&covers, Sent::Shared)).unwrap();
        assert_eq!(now(tablet.work.oldest_only_here()), Ok(None));
    }
}

//! Lines that the first release erased kept a hash by which their words can be guessed: it goes, once, in idle time.

use super::error::WorkError;
use super::stored::names;
use super::workspace::Workspace;
use crate::ports::Commit;
use std::collections::BTreeSet;

/// Kept once the log holds no such hash any more. What comes later is looked at as it comes.
const GONE: &[u8] = b"1";

impl Workspace {
    /// Takes such hashes out of the log, unless that was done. The caller has its turn.
    pub(crate) async fn drop_old_hashes(&self) -> Result<(), WorkError> {
        if self.store.meta(names::OLD_HASHES).await?.iter().any(|(name, _)| name == names::OLD_HASHES) {
            return Ok(());
        }
        let (head, me) = (self.state().head, self.state().me.clone());
        let mut commit = Commit { durable: true, ..Commit::default() };
        let covers = self.state().snapshot_covers;
        let rechain = self.redact_stored(&mut commit, &BTreeSet::new()).await?;
        // No word changes, so the snapshot stays true.
        commit.snapshot = None;
        self.change(|state| state.snapshot_covers = covers);
        let counted_anew = head.after(&rechain, me.stream());
        commit.expect.push((names::HEAD.to_owned(), head.stored()?));
        commit.meta.push((names::HEAD.to_owned(), counted_anew.stored()?));
        commit.meta.push((names::OLD_HASHES.to_owned(), Some(GONE.to_vec())));
        self.commit_quietly(commit).await?;
        self.change(|state| state.head = counted_anew);
        Ok(())
    }
}

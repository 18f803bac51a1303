//! Erasing for good: the words of what was erased are taken out of what is stored.

use crate::app::job::Job;
use crate::app::workspace::{WorkError, Workspace, failed, stored_form};
use crate::domain::operation::Operation;
use crate::log::segment::{Rechain, Segment};
use crate::ports::Commit;

impl Workspace {
    /// Adds to a commit that the stored words of some operations are taken out. The snapshot goes too: it may hold
    /// them, and the next one will not.
    pub(crate) async fn redact_stored(
        &self,
        commit: &mut Commit,
        concerns: impl Fn(&Operation) -> bool,
    ) -> Result<Rechain, WorkError> {
        let keys = self.store.segment_keys().await?;
        let mut rechain = Rechain::default();
        self.visit(&keys, &Job::quiet(), |key, bytes| {
            let Ok((segment, _)) = Segment::from_bytes(&bytes) else { return Ok(()) };
            let redacted = segment.redact(&concerns).map_err(failed)?;
            if let Some(redacted) = rechain.take(&segment, redacted) {
                commit.remove.push((key, bytes));
                commit.add.push(stored_form(&redacted)?);
            }
            Ok(())
        })
        .await?;
        commit.snapshot = Some(None);
        self.change(|state| state.snapshot_covers = 0);
        Ok(rechain)
    }
}

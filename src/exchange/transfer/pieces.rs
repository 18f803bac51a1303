//! Files of a place, which come by themselves.

use super::gather::Gathered;
use super::{Confirmed, ImportError, Incoming, Remembered};
use crate::log::proven::Passing;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::work::command::Done;
use crate::work::job::Job;
use crate::work::workspace::Workspace;
use std::cell::RefCell;
use std::collections::BTreeSet;

impl Incoming {
    /// Under which names these operations of a stream are filed, where a copied tablet's history parts from the one known
    /// here; none if it does not.
    pub(crate) fn filed(&self, stream: Stream, first: u64, last: u64) -> Option<VersionVector> {
        if !self.branches.part(stream) {
            return None;
        }
        let mut filed = VersionVector::default();
        filed.extend((first..=last).map(|seq| (self.branches.name(stream, seq), seq)));
        Some(filed)
    }
}

impl Workspace {
    /// Reads files of one segment each and shows their operations to `look`. Says what taking them in would do, and which
    /// of them are left out, for they are not whole or tell of a time that cannot be.
    ///
    /// # Errors
    /// If the store fails, or the person cancels.
    pub(crate) async fn read_pieces(
        &self,
        files: &[&[u8]],
        look: impl Fn(&Operation),
        job: &Job,
    ) -> Result<(Incoming, BTreeSet<usize>), ImportError> {
        let left_out = RefCell::new(BTreeSet::new());
        let incoming = self.incoming(
            String::new(),
            async |branches| {
                let seen = self.readable().await?;
                let mut gathered = Gathered::with(branches);
                for (at, file) in files.iter().enumerate() {
                    match Passing::of_others(file) {
                        Ok(found) => {
                            found.1.iter().for_each(&look);
                            gathered.take(&seen, Some(found));
                        }
                        Err(_) => _ = left_out.borrow_mut().insert(at),
                    }
                    job.step(at + 1, files.len()).await?;
                }
                Ok((gathered, Vec::new()))
            },
            job,
        );
        Ok((incoming.await?, left_out.into_inner()))
    }

    /// Takes in what the team has noted: as no step of this tablet, for it came by itself.
    ///
    /// # Errors
    /// Why nothing was taken in.
    pub(crate) async fn accept_from_team(
        &self,
        incoming: Incoming,
        agreed: Confirmed,
        job: &Job,
    ) -> Result<Done, ImportError> {
        self.accept_as(incoming, agreed, Remembered::Not, job).await
    }
}

//! Files of a place, which come by themselves.

use super::branches::Told;
use super::gather::Gathered;
use super::preview::years_ahead;
use super::{Confirmed, ImportError, Incoming, Remembered};
use crate::log::fault::Fault;
use crate::log::proven::Passing;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::work::command::Done;
use crate::work::job::Job;
use crate::work::workspace::Workspace;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Why a file of a place is left out of what is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftOut {
    /// It is not whole, or tells of a time that cannot be.
    NotWhole,
    /// A newer version of the app wrote it.
    Newer,
    /// Its notes are dated years ahead of this tablet, the last of them at this time, milliseconds since 1970.
    YearsAhead(u64),
}

impl Incoming {
    /// Whether a copied tablet's history parts in it from the one known here.
    pub(crate) fn parts(&self) -> bool {
        !self.branches.is_empty()
    }

    /// Under which names these operations of a stream are filed, where a copied tablet's history parts from the one known
    /// here; none if it does not.
    pub(crate) fn filed(&self, stream: Stream, first: u64, last: u64) -> Option<VersionVector> {
        if !self.branches.part(stream) {
            return None;
        }
        let mut filed = VersionVector::default();
        let told = Told { stream, before: 0 };
        filed.extend((first..=last).map(|seq| (self.branches.name(told, seq), seq)));
        Some(filed)
    }

    /// The operations that stand there with all their words, or without those of what was erased.
    pub(crate) fn copies(&self) -> &VersionVector {
        &self.copies
    }
}

impl Workspace {
    /// Reads files of one segment each and shows their operations to `look`. Says what taking them in would do, and which
    /// of them are left out: those that are not whole, and unless somebody agreed to them those dated years ahead.
    ///
    /// # Errors
    /// If the store fails, or the person cancels.
    pub(crate) async fn read_pieces(
        &self,
        files: &[&[u8]],
        look: impl Fn(&Operation),
        may_be_years_ahead: bool,
        job: &Job,
    ) -> Result<(Incoming, BTreeMap<usize, LeftOut>), ImportError> {
        let left_out = RefCell::new(BTreeMap::new());
        let ahead = |ops: &[Operation]| {
            let latest = self.state().book.latest();
            years_ahead(ops, latest, self.now()).filter(|_| !may_be_years_ahead)
        };
        let incoming = self.incoming(
            String::new(),
            async |branches| {
                let seen = self.readable().await?;
                let mut gathered = Gathered::with(branches);
                for (at, file) in files.iter().enumerate() {
                    let found = Passing::of_others(file).map_err(|error| match error.fault {
                        Fault::Newer => LeftOut::Newer,
                        _ => LeftOut::NotWhole,
                    });
                    let found = found.and_then(|found| match ahead(&found.1) {
                        Some(latest) => Err(LeftOut::YearsAhead(latest)),
                        None => Ok(found),
                    });
                    match found {
                        Ok(found) => {
                            found.1.iter().for_each(&look);
                            gathered.take(&seen, Some(found));
                        }
                        Err(why) => _ = left_out.borrow_mut().insert(at, why),
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

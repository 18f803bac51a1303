//! A place as an exchange reaches it: whoever cancels does not wait for a call that hangs, and how far it is is said.

use super::SyncError;
use crate::ports::Place;
use crate::work::job::{Cancelled, Job};
use std::cell::Cell;

/// A place that is called as long as nobody cancels. A call that is dropped may have been heard there all the same, as one
/// of which the answer is lost.
pub(super) struct Reach<'a> {
    place: &'a dyn Place,
    job: &'a Job,
}

impl<'a> Reach<'a> {
    pub(super) fn new(place: &'a dyn Place, job: &'a Job) -> Reach<'a> {
        Reach { place, job }
    }

    pub(super) async fn names(&self, folder: &str) -> Result<Vec<String>, SyncError> {
        Ok(self.job.wait_for(self.place.names(folder)).await??)
    }

    pub(super) async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SyncError> {
        Ok(self.job.wait_for(self.place.get(name)).await??)
    }

    pub(super) async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, SyncError> {
        Ok(self.job.wait_for(self.place.put_new(name, bytes)).await??)
    }

    pub(super) async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), SyncError> {
        Ok(self.job.wait_for(self.place.put(name, bytes)).await??)
    }

    pub(super) async fn remove(&self, name: &str) -> Result<(), SyncError> {
        Ok(self.job.wait_for(self.place.remove(name)).await??)
    }
}

/// How far an exchange is, counted in operations on their way. It never goes back.
pub(super) struct Way<'a> {
    job: &'a Job,
    done: Cell<u64>,
    of: Cell<u64>,
    told: Cell<f64>,
}

impl<'a> Way<'a> {
    pub(super) fn new(job: &'a Job) -> Way<'a> {
        Way { job, done: Cell::new(0), of: Cell::new(0), told: Cell::new(0.0) }
    }

    /// So many operations are to come and go in all, unless it knows of more.
    pub(super) fn goes_to(&self, operations: u64) {
        self.of.set(self.of.get().max(self.done.get() + operations));
    }

    /// How much of it is done once so many more operations have gone, from 0 to 1.
    fn share(&self, more: u64) -> f64 {
        let share = (self.done.get() + more) as f64 / self.of.get().max(1) as f64;
        share.clamp(self.told.get(), 1.0)
    }

    /// So many more operations have come or gone.
    pub(super) async fn step(&self, operations: u64) -> Result<(), Cancelled> {
        let share = self.share(operations);
        self.done.set(self.done.get() + operations);
        self.told.set(share);
        self.job.at(share).await
    }

    /// The work of bringing in so many operations, which [`Way::step`] tells of when it is done.
    pub(super) fn part(&self, operations: u64) -> Job {
        self.job.part(self.told.get(), self.share(operations))
    }
}

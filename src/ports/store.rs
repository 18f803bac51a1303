//! Where operations are kept.

use super::words;
use crate::log::segment::SegmentKey;
use crate::model::text::Message;
use async_trait::async_trait;

/// Why the store could not do as asked. In every case nothing of the request was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No space is left for this site.
    #[error("the storage is full")]
    Full,
    /// Somebody else wrote since the caller last looked, so what it wanted to add no longer fits.
    #[error("another tab has written since")]
    Behind,
    /// The connection to the database was lost and could not be had again.
    #[error("the connection to the storage was lost")]
    Lost,
    /// The browser offers no storage here.
    #[error("there is no storage: {0}")]
    Unavailable(String),
    /// The database was made by a newer version of the app.
    #[error("the storage belongs to a newer version")]
    Newer,
    /// Anything else, in the browser's own words.
    #[error("the storage failed: {0}")]
    Failed(String),
}

impl StoreError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            StoreError::Full => words::FULL.message(),
            StoreError::Behind => words::BEHIND.message(),
            StoreError::Lost => words::LOST.message(),
            StoreError::Unavailable(_) => words::UNAVAILABLE.message(),
            StoreError::Newer => words::NEWER.message(),
            StoreError::Failed(cause) => words::FAILED.with("cause", cause.as_str()),
        }
    }
}

/// A change to the store: all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commit {
    /// What `meta` must hold before anything is written: `(key, bytes)`, none for “nothing”. Otherwise the commit
    /// fails as [`StoreError::Behind`].
    pub expect: Vec<(String, Option<Vec<u8>>)>,
    /// Segments to add. One that is there already makes the commit fail as [`StoreError::Behind`], unless it is also
    /// among those removed.
    pub add: Vec<(SegmentKey, Vec<u8>)>,
    /// Segments to remove (removed before any is added), each as whoever removes it has read it. One that is not there,
    /// or holds other bytes by now, makes the commit fail as [`StoreError::Behind`].
    pub remove: Vec<(SegmentKey, Vec<u8>)>,
    /// Small things by name: bytes to keep, or none to remove.
    pub meta: Vec<(String, Option<Vec<u8>>)>,
    /// A new snapshot: `Some(None)` removes the one there is.
    pub snapshot: Option<Option<Vec<u8>>>,
    /// Large things by name, such as a piece of sound: bytes to keep, or none to remove.
    pub blobs: Vec<(String, Option<Vec<u8>>)>,
    /// Large things to remove: all whose name begins so (removed before any is kept).
    pub drop_blobs: Vec<String>,
    /// Whether it must have reached the disk when the call returns. True for everything a person was told is saved.
    pub durable: bool,
}

/// Where operations are kept. One commit is one transaction.
#[async_trait(?Send)]
pub trait Store {
    /// The small things whose name begins so, in order of their names.
    async fn meta(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// The snapshot, if there is one.
    async fn snapshot(&self) -> Result<Option<Vec<u8>>, StoreError>;
    /// The names of all segments, in order.
    async fn segment_keys(&self) -> Result<Vec<SegmentKey>, StoreError>;
    /// Segments from one key to another, both included, in order.
    async fn segments(&self, from: SegmentKey, to: SegmentKey) -> Result<Vec<(SegmentKey, Vec<u8>)>, StoreError>;
    /// The large things whose name begins so, in order of their names.
    async fn blobs(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// The names of the large things that begin so, in order.
    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
    /// Changes the store: all of it or nothing. Only after `Ok` may a person be told that something is saved.
    async fn commit(&self, commit: Commit) -> Result<(), StoreError>;
    /// Removes everything there is.
    async fn clear(&self) -> Result<(), StoreError>;
}

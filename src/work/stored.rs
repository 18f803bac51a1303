//! How the small things are kept in the store: their names, and their bytes.

use super::error::WorkError;
use crate::log::segment::Segment;
use crate::model::id::Id;
use crate::model::order;
use crate::ports::{SegmentKey, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Names of the small things in the store.
pub(crate) mod names {
    pub(crate) const DEVICE: &str = "device";
    pub(crate) const HEAD: &str = "head";
    pub(crate) const BACKUP: &str = "backup";
    pub(crate) const ACTOR: &str = "actor";
    pub(crate) const LAST_IMPORT: &str = "taken-in";
    pub(crate) const OLD_HASHES: &str = "old-hashes-gone";
    pub(crate) const GENERATION: &str = "generation";
    pub(crate) const VERIFIED: &str = "verified";
}

/// The small things whose names begin so, as far as they can be read.
pub(crate) fn small_of<T: DeserializeOwned>(meta: &BTreeMap<String, Vec<u8>>, prefix: &str) -> BTreeMap<String, T> {
    let found = meta.iter().filter(|(name, _)| name.starts_with(prefix));
    order::map(found.filter_map(|(name, bytes)| Some((name.clone(), parse(bytes)?))))
}

/// How the names of everything begin that lies beside the log for a record. It goes when the record is erased.
pub(crate) fn blobs_of(record: Id) -> String {
    format!("{record}/")
}

/// A segment as a commit adds it.
pub(crate) fn stored_form(segment: &Segment) -> (SegmentKey, Vec<u8>) {
    (segment.key(), segment.to_bytes())
}

/// Small things are kept as JSON.
pub(crate) fn to_bytes(thing: &impl Serialize) -> Result<Vec<u8>, WorkError> {
    serde_json::to_vec(thing).map_err(failed)
}

/// A small thing; none where it cannot be read.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

/// What could not be written as JSON.
pub(crate) fn failed(error: serde_json::Error) -> WorkError {
    WorkError::Store(StoreError::Failed(error.to_string()))
}

//! What tablets tell of one another in a place, for people to see.

use super::Exchange;
use super::manifest::Manifest;
use crate::log::segment::Segment;
use crate::model::date;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::StoreError;
use std::collections::BTreeMap;

/// What a tablet says of itself in a place, beside its notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What staff call it, if they gave it a name.
    pub tablet_name: Option<String>,
}

/// Another tablet, as it stands in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The tablet, and which of its lives.
    pub tablet: Stream,
    /// What staff call it, if they gave it a name.
    pub name: Option<String>,
    /// When it was here last and had something to say, milliseconds since 1970 by its clock.
    pub at: i64,
    /// When it last noted something itself that is known there, milliseconds since 1970 by its clock; none if it never has.
    pub newest: Option<i64>,
    /// How many operations it knows of that are not here.
    pub missing: u64,
}

impl Exchange<'_> {
    /// The other tablets, each in its present life, and in an earlier one where that knew of something that is not here.
    pub(super) fn others(&self) -> Vec<Other> {
        let me = self.me();
        let state = self.work.state();
        let other = |manifest: &Manifest| {
            // What was taken in counts by the name it has in the place, for a copied tablet's may be another here.
            let mut here = state.book.seen().clone();
            let same = self.manifests.values().filter(|one| one.tablet.dev == manifest.tablet.dev);
            let taken = same.flat_map(|one| &one.pieces).filter(|piece| self.known.has(piece));
            taken.for_each(|piece| here.join(&piece.operations()));
            Other {
                tablet: manifest.tablet,
                name: manifest.name.clone(),
                at: manifest.at,
                newest: manifest.newest,
                missing: manifest.seen.count_missing_from(&here),
            }
        };
        // A copy of a tablet may go on in a life that the other one has left, which its later word tells.
        let left = |one: &Other| {
            let mine = self.known.past.contains(&one.tablet);
            mine || self.manifests.values().any(|later| later.past.contains(&one.tablet) && later.at >= one.at)
        };
        let others = self.manifests.values().filter(|one| one.tablet != me).map(other);
        others.filter(|one| one.missing > 0 || !left(one)).collect()
    }

    /// When this tablet itself last noted something, milliseconds since 1970, in whichever of its lives.
    pub(super) async fn newest(&self) -> Result<Option<i64>, StoreError> {
        let dev = self.me().dev;
        let keys = self.work.store.segment_keys().await?;
        let last: BTreeMap<_, _> =
            keys.iter().filter(|key| key.stream.dev == dev).map(|key| (key.stream, *key)).collect();
        let mut newest = None;
        for key in last.into_values() {
            for (_, bytes) in self.work.store.segments(key, key).await? {
                let ops = Segment::from_bytes(&bytes).map(|(_, ops)| ops).unwrap_or_default();
                let walls = ops.last().and_then(|op| date::moment(&op.wall));
                newest = newest.max(walls.map(|wall| wall.timestamp_millis()));
            }
        }
        Ok(newest)
    }

    /// The operations that stand in the place for certain: this tablet has read back what it has put there, and taken in
    /// what others have.
    pub(super) fn proven(&self) -> VersionVector {
        let removed = self.known.removed(&self.manifests);
        let named = self.manifests.values().flat_map(|manifest| &manifest.pieces);
        self.known.holds(named.filter(|piece| !removed.contains(piece)))
    }
}

//! Putting into a place what nobody has put there yet.

use super::erase::Replaced;
use super::known::Known;
use super::manifest::{self, Manifest};
use super::piece::{self, Piece};
use super::{HEADS, SyncError, Synced, path_of};
use crate::log::segment::Segment;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::{Place, PlaceError};
use crate::work::job::Job;
use crate::work::state::Unread;
use crate::work::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

impl Workspace {
    /// Puts there what no manifest names, then this tablet's own manifest, and reads all of it back.
    pub(super) async fn push(
        &self,
        place: &dyn Place,
        manifests: &BTreeMap<Stream, Manifest>,
        replaced: &Replaced,
        known: &mut Known,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<(), SyncError> {
        let me = self.state().me.stream();
        let stands = manifests.get(&me);
        // Files that this tablet's manifest no longer names may be gone, as where the place was put back.
        let unnamed = known.put.iter().filter(|piece| !stands.is_some_and(|stands| stands.pieces.contains(piece)));
        let lost = lost(place, me, unnamed).await?;
        // What is about to be removed holds nothing for anybody, nor what was removed once.
        let mut removed = known.removed(manifests);
        removed.extend(replaced.old.iter().map(|(_, piece)| piece.clone()));
        known.put.retain(|piece| !lost.contains(piece) && !removed.contains(piece));
        let named = manifests.values().flat_map(|manifest| &manifest.pieces);
        let named = named.filter(|piece| !lost.contains(*piece) && !removed.contains(*piece));
        let elsewhere = known.holds(named);
        self.put_missing(place, &elsewhere, known, synced, job).await?;
        self.put_manifest(place, stands, &removed, replaced, known).await
    }

    /// Puts there every stored operation that is not elsewhere.
    async fn put_missing(
        &self,
        place: &dyn Place,
        elsewhere: &VersionVector,
        known: &mut Known,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<(), SyncError> {
        let keys = self.store.segment_keys().await?;
        let (mut open, mut found): (Option<Segment>, Vec<Unread>) = (None, Vec::new());
        for (at, key) in keys.iter().enumerate() {
            job.step(at, keys.len()).await?;
            let next = keys.get(at + 1).filter(|next| next.stream == key.stream);
            let last =
                next.map_or_else(|| self.state().book.seen().last(key.stream), |next| next.first.saturating_sub(1));
            if elsewhere.contains_all(key.stream, key.first, last) {
                continue;
            }
            for (key, bytes) in self.store.segments(*key, *key).await? {
                let segment = match Segment::from_bytes(&bytes) {
                    Ok((segment, ops)) => {
                        let news = |op: &&Operation| !elsewhere.contains(op.stream, op.seq);
                        known.erase |= ops.iter().filter(news).any(Operation::erases);
                        segment
                    }
                    Err(error) => {
                        found.push(Unread::new(key, &bytes, error));
                        continue;
                    }
                };
                for run in piece::runs(segment, elsewhere) {
                    match &mut open {
                        Some(open) if open.takes(&run) => open.lines.extend(run.lines),
                        _ => {
                            if let Some(whole) = open.replace(run) {
                                self.put_piece(place, &whole, known, synced).await?;
                            }
                        }
                    }
                }
            }
        }
        self.note_unread(found);
        if let Some(last) = open {
            self.put_piece(place, &last, known, synced).await?;
        }
        Ok(())
    }

    /// Puts a file there that is not there yet, and reads it back. It is noted first: the place may have it, and its answer
    /// be lost.
    pub(super) async fn put_piece(
        &self,
        place: &dyn Place,
        segment: &Segment,
        known: &mut Known,
        synced: &mut Synced,
    ) -> Result<Piece, SyncError> {
        let me = self.state().me.stream();
        let (piece, bytes) = Piece::of(segment);
        let path = path_of(me, &piece);
        if known.tried.insert((me, piece.clone())) {
            known.keep(self).await?;
        }
        if !place.put_new(&path, &bytes).await? {
            // An answer that was lost, or only half of it went.
            let there = place.get(&path).await?;
            if there.as_deref() != Some(&bytes[..]) {
                place.put(&path, &bytes).await?;
            }
        }
        read_back(place, &path, &bytes).await?;
        synced.went += segment.lines.len() as u64;
        known.tried.remove(&(me, piece.clone()));
        known.filed.remove(&piece);
        known.put.insert(piece.clone());
        Ok(piece)
    }

    /// Removes what this tablet once tried to put there and no manifest names: what was to be in it is in another.
    pub(super) async fn remove_tried(
        &self,
        place: &dyn Place,
        manifests: &BTreeMap<Stream, Manifest>,
        known: &mut Known,
    ) -> Result<(), SyncError> {
        let named = |piece: &Piece| manifests.values().any(|manifest| manifest.pieces.contains(piece));
        for (tablet, piece) in known.tried.clone() {
            if !named(&piece) && !known.put.contains(&piece) {
                place.remove(&path_of(tablet, &piece)).await?;
            }
            known.tried.remove(&(tablet, piece));
            known.keep(self).await?;
        }
        Ok(())
    }

    /// Puts this tablet's manifest there if it says anything new, and reads it back.
    async fn put_manifest(
        &self,
        place: &dyn Place,
        stands: Option<&Manifest>,
        removed: &BTreeSet<Piece>,
        replaced: &Replaced,
        known: &mut Known,
    ) -> Result<(), SyncError> {
        let (me, org, seen, at) = {
            let state = self.state();
            (state.me.stream(), state.me.org.clone(), state.book.seen().clone(), self.now().ms)
        };
        let mut manifest = Manifest::first(me, org.clone());
        // What a copy of this tablet has put there under the same name stays.
        let before = stands.map(|stands| stands.pieces.clone()).unwrap_or_default();
        manifest.pieces =
            before.into_iter().chain(known.put.iter().cloned()).filter(|piece| !removed.contains(piece)).collect();
        let old = replaced.old.iter().map(|(_, piece)| piece);
        manifest.removed = known.erased.iter().chain(old).cloned().collect();
        manifest.n = stands.map_or(0, |stands| stands.n).max(known.n) + 1;
        (manifest.at, manifest.seen) = (at, seen);
        let news = stands.is_none_or(|stands| {
            (&stands.pieces, &stands.removed, &stands.seen, &stands.org)
                != (&manifest.pieces, &manifest.removed, &manifest.seen, &manifest.org)
        });
        if news {
            let path = format!("{HEADS}/{}.json", manifest::called(me));
            let bytes = manifest.to_bytes()?;
            place.put(&path, &bytes).await?;
            read_back(place, &path, &bytes).await?;
            known.n = manifest.n;
        }
        known.orgs.insert(org);
        Ok(known.keep(self).await?)
    }
}

/// Sees whether the place holds these bytes under this name.
async fn read_back(place: &dyn Place, path: &str, bytes: &[u8]) -> Result<(), PlaceError> {
    match place.get(path).await? {
        Some(there) if there == bytes => Ok(()),
        _ => Err(PlaceError::Failed(path.to_owned())),
    }
}

/// Which of these files of a tablet the place has lost.
async fn lost(place: &dyn Place, me: Stream, put: impl Iterator<Item = &Piece>) -> Result<BTreeSet<Piece>, SyncError> {
    let mut lost = BTreeSet::new();
    for piece in put {
        let found = place.get(&path_of(me, piece)).await?;
        if !found.is_some_and(|bytes| piece.is(&bytes)) {
            lost.insert(piece.clone());
        }
    }
    Ok(lost)
}

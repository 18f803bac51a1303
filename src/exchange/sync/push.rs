//! Putting into a place what nobody has put there yet.

use super::erase::Replaced;
use super::manifest::{self, Manifest};
use super::piece::{self, Piece};
use super::reach::Reach;
use super::{Exchange, HEADS, SyncError, fold, folder_of, path_of, sound};
use crate::log::segment::Segment;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::version_vector::VersionVector;
use crate::ports::{PlaceError, SegmentKey};
use crate::work::state::Unread;
use std::collections::BTreeSet;

impl Exchange<'_> {
    /// Puts there what no manifest names, and others in place of files that hold erased words; then this tablet's own
    /// manifest. All of it is read back. Gives the files that are to go.
    pub(super) async fn push(&mut self) -> Result<Replaced, SyncError> {
        // What was removed once holds nothing for anybody.
        let mut removed = self.known.removed(&self.manifests);
        let stands = self.manifests.get(&self.me()).map(|stands| stands.pieces.clone()).unwrap_or_default();
        self.forget_unnamed(&stands, &removed);
        // Files that this tablet's manifest no longer names may be gone, as where the place was put back, and so may what
        // its folder does not show.
        let shown: BTreeSet<String> = order::set(self.place.names(&folder_of(self.me())).await?);
        // So may what somebody could not read.
        let doubted: BTreeSet<Piece> = self.manifests.values().flat_map(|one| &one.awaits).cloned().collect();
        let in_doubt = |piece: &&Piece| {
            !stands.contains(*piece) || doubted.contains(*piece) || !shown.contains(&format!("{piece}.json"))
        };
        let lost = self.lost(self.known.put.iter().filter(in_doubt)).await?;
        self.forget_doubted(&doubted).await?;
        let is_there = |piece: &Piece| !lost.contains(piece) && !removed.contains(piece);
        self.known.put.retain(is_there);
        self.lost = lost.clone();
        self.put_missing(&self.elsewhere(is_there)).await?;
        let replaced = self.replace_erased().await?;
        let is_old = |piece: &Piece| replaced.old.iter().any(|(_, old)| old == piece);
        // Of a file that was found to be gone, all that it held is put there anew.
        if replaced.lacking {
            self.put_missing(&self.elsewhere(is_there)).await?;
        }
        // What is about to be removed holds nothing for anybody.
        self.known.put.retain(|piece| !is_old(piece));
        removed.extend(replaced.old.iter().map(|(_, piece)| piece.clone()));
        self.fold().await?;
        self.put_manifest(&removed, &replaced).await?;
        Ok(replaced)
    }

    /// The operations that the place holds in files that are there.
    fn elsewhere(&self, is_there: impl Fn(&Piece) -> bool) -> VersionVector {
        let named = self.manifests.values().flat_map(|manifest| &manifest.pieces);
        let mut elsewhere = self.known.holds(named.filter(|piece| is_there(piece)));
        // Words that are gone there are not put there again while it may yet be told that they were erased.
        if self.erasure_may_come() {
            self.hollow.iter().for_each(|piece| elsewhere.join(&self.known.filed(piece)));
        }
        elsewhere
    }

    /// Which of these files of this tablet's the place has lost.
    async fn lost(&self, put: impl Iterator<Item = &Piece>) -> Result<BTreeSet<Piece>, SyncError> {
        let mut lost = BTreeSet::new();
        for piece in put {
            if self.whole(self.me(), piece).await?.is_none() {
                lost.insert(piece.clone());
            }
        }
        Ok(lost)
    }

    /// The stored segments that hold operations which are not elsewhere.
    pub(super) async fn segments_beyond(&self, elsewhere: &VersionVector) -> Result<Vec<SegmentKey>, SyncError> {
        let keys = self.work.store.segment_keys().await?;
        let state = self.work.state();
        let beyond = |(at, key): (usize, &SegmentKey)| {
            let next = keys.get(at + 1).filter(|next| next.stream == key.stream);
            let last = next.map_or_else(|| state.book.seen().last(key.stream), |next| next.first.saturating_sub(1));
            (!elsewhere.contains_all(key.stream, key.first, last)).then_some(*key)
        };
        Ok(keys.iter().enumerate().filter_map(beyond).collect())
    }

    /// Forgets of what others have put there, and this tablet has taken in, what somebody could not read and is not whole by
    /// now: what it held is put there again.
    async fn forget_doubted(&mut self, doubted: &BTreeSet<Piece>) -> Result<(), SyncError> {
        // The same file may stand under several tablets, and whole under one of them alone.
        let (mut broken, mut whole) = (BTreeSet::new(), BTreeSet::new());
        for (tablet, piece) in self.named() {
            if doubted.contains(piece) && self.known.taken.contains(piece) {
                let into = if self.whole(tablet, piece).await?.is_some() { &mut whole } else { &mut broken };
                into.insert(piece.clone());
            }
        }
        self.known.taken.retain(|piece| !broken.contains(piece) || whole.contains(piece));
        Ok(())
    }

    /// Puts there every stored operation that is not elsewhere, and notes whether one of them erases something.
    async fn put_missing(&mut self, elsewhere: &VersionVector) -> Result<(), SyncError> {
        let work = self.work;
        let (mut open, mut found): (Option<Segment>, Vec<Unread>) = (None, Vec::new());
        self.way.goes_to(work.state().book.seen().count_missing_from(elsewhere));
        for key in self.segments_beyond(elsewhere).await? {
            for (key, bytes) in work.store.segments(key, key).await? {
                let segment = match Segment::from_bytes(&bytes) {
                    Ok((segment, ops)) => {
                        let anew = |op: &Operation| op.erases() && !elsewhere.contains(op.stream, op.seq);
                        // It is noted before anything of it goes: its words are still there, whatever breaks off.
                        self.known.erase |= ops.iter().any(anew);
                        segment
                    }
                    Err(error) => {
                        found.push(Unread::new(key, &bytes, error));
                        continue;
                    }
                };
                for run in piece::runs(segment, elsewhere) {
                    match &mut open {
                        Some(open) if open.takes(&run) && piece::weight(open) + piece::weight(&run) <= piece::HEAVY => {
                            open.lines.extend(run.lines)
                        }
                        _ => {
                            if let Some(whole) = open.replace(run) {
                                self.put_piece(&whole).await?;
                            }
                        }
                    }
                }
            }
        }
        work.note_unread(found);
        if let Some(last) = open {
            self.put_piece(&last).await?;
        }
        Ok(())
    }

    /// Puts a file there that is not there yet, and reads it back. It is noted first: the place may have it, and its answer
    /// be lost.
    pub(super) async fn put_piece(&mut self, segment: &Segment) -> Result<Piece, SyncError> {
        let me = self.me();
        let (piece, bytes) = Piece::of(segment);
        let path = path_of(me, &piece);
        if self.known.tried.insert((me, piece.clone())) {
            self.known.keep(self.work).await?;
        }
        self.put_new(&path, &bytes).await?;
        self.way.step(segment.lines.len() as u64).await?;
        self.synced.went += segment.lines.len() as u64;
        self.known.tried.remove(&(me, piece.clone()));
        // Where the place was put back, a file may be needed again that had become a part of a larger one.
        self.known.folded.remove(&(me, piece.clone()));
        self.known.filed.remove(&piece);
        self.known.put.insert(piece.clone());
        Ok(piece)
    }

    /// Puts a file there that never changes, and reads it back.
    pub(super) async fn put_new(&self, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
        if !self.place.put_new(path, bytes).await? {
            // An answer that was lost, or only half of it went.
            let there = self.place.get(path).await?;
            if there.as_deref() != Some(bytes) {
                self.place.put(path, bytes).await?;
            }
        }
        read_back(&self.place, path, bytes).await
    }

    /// Removes what this tablet once tried to put there and no manifest names: what was to be in it is in another.
    pub(super) async fn remove_tried(&mut self) -> Result<(), SyncError> {
        for (tablet, piece) in self.known.tried.clone() {
            let named = self.manifests.values().any(|manifest| manifest.pieces.contains(&piece));
            if !named && !self.known.put.contains(&piece) {
                self.place.remove(&path_of(tablet, &piece)).await?;
            }
            self.known.tried.remove(&(tablet, piece));
            self.known.keep(self.work).await?;
        }
        Ok(())
    }

    /// Puts this tablet's manifest there if it says anything new, and reads it back.
    pub(super) async fn put_manifest(
        &mut self,
        removed: &BTreeSet<Piece>,
        replaced: &Replaced,
    ) -> Result<(), SyncError> {
        let (me, org, seen) = {
            let state = self.work.state();
            (state.me.stream(), state.me.org.clone(), state.book.seen().clone())
        };
        let stands = self.manifests.get(&me).cloned();
        let stands = stands.as_ref();
        let mut manifest = Manifest::first(me, org.clone());
        // What a copy of this tablet has put there under the same name stays.
        let before = stands.into_iter().flat_map(|stands| &stands.pieces);
        let once = self.known.removed_once(&self.manifests);
        manifest.again = self.known.put.iter().filter(|piece| once.contains(*piece)).cloned().collect();
        let removed = |piece: &Piece| removed.contains(piece) && !manifest.again.contains(piece);
        let gone = |piece: &Piece| removed(piece) || self.known.folded.contains(&(me, piece.clone()));
        let lost = |piece: &Piece| self.lost.contains(piece) && !self.known.put.contains(piece);
        manifest.pieces = before.chain(&self.known.put).filter(|piece| !gone(piece) && !lost(piece)).cloned().collect();
        manifest.folded = fold::told(&self.known.made, &manifest.pieces);
        let old = replaced.old.iter().map(|(_, piece)| piece);
        manifest.removed = self.known.erased.iter().chain(old).cloned().collect();
        manifest.n = stands.map_or(0, |stands| stands.n).max(self.known.n) + 1;
        (manifest.at, manifest.seen) = (self.work.now().ms, seen);
        (manifest.name, manifest.newest) = (self.told.tablet_name.clone(), self.newest().await?);
        manifest.past = self.known.past.clone();
        manifest.sound = order::map(self.known.sound.iter().map(|(id, pieces)| (*id, pieces.len() as u64)));
        manifest.sound_marks = order::map(self.known.sound.iter().map(|(id, pieces)| (*id, sound::mark(pieces))));
        manifest.sound_lacks = self.known.sound_lacks.clone();
        // So does what it told of sound.
        for (id, pieces) in stands.into_iter().flat_map(|stands| &stands.sound).filter(|(id, _)| self.sound_stays(**id))
        {
            let told = manifest.sound.entry(*id).or_default();
            if *told < *pieces {
                *told = *pieces;
                let mark = stands.and_then(|stands| stands.sound_marks.get(id));
                manifest.sound_marks.extend(mark.map(|mark| (*id, *mark)));
            }
        }
        manifest.awaits = self.awaits.clone();
        if stands.is_none_or(|stands| !manifest.says_as(stands)) {
            let path = format!("{HEADS}/{}.json", manifest::called(me));
            let bytes = manifest.to_bytes()?;
            self.place.put(&path, &bytes).await?;
            read_back(&self.place, &path, &bytes).await?;
            self.known.n = manifest.n;
            self.manifests.insert(me, manifest);
        }
        self.known.orgs.insert(org);
        Ok(self.known.keep(self.work).await?)
    }
}

/// Sees whether the place holds these bytes under this name.
async fn read_back(place: &Reach<'_>, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
    match place.get(path).await? {
        Some(there) if there == bytes => Ok(()),
        _ => Err(PlaceError::Failed(path.to_owned()).into()),
    }
}

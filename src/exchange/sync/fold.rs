//! A tablet that syncs after every note would leave thousands of little files, and whoever comes new would fetch each. So
//! where one of them has put many of about one size, they become one.
//!
//! Files never change, so the larger one comes first, then the manifest that names it in place of the others, and these go
//! with a later exchange, once all three were seen to stand. Who reads by an older manifest then finds some of them gone,
//! and the rest by the next one.

use super::manifest::Manifest;
use super::piece::{self, Piece};
use super::{Exchange, SyncError, path_of};
use crate::log::segment::{MOST, Segment};
use crate::model::version_vector::VersionVector;
use std::collections::BTreeSet;

/// From how many files of about one size on they become one.
const MANY: usize = if cfg!(test) { 3 } else { 12 };
/// Of how many of the latest files a manifest says what they were made of.
const TOLD: usize = 8;

impl Exchange<'_> {
    /// Makes one file of many of this tablet's own, as long as there are so many.
    pub(super) async fn fold(&mut self) -> Result<(), SyncError> {
        // Files that hold erased words are to go, not to be copied.
        if self.known.erase {
            return Ok(());
        }
        let me = self.me();
        while let Some(small) = self.foldable() {
            let whole = self.stored_run(&small).await?.filter(|whole| piece::weight(whole) <= piece::HEAVY);
            let Some(whole) = whole else {
                self.known.whole.extend(small);
                continue;
            };
            let went = self.synced.went;
            let made = self.put_piece(&whole).await?;
            self.synced.went = went;
            self.known.put.retain(|piece| !small.contains(piece));
            self.known.folded.extend(small.iter().map(|piece| (me, piece.clone())));
            self.known.made.push((made, small));
            let over = self.known.made.len().saturating_sub(TOLD);
            self.known.made.drain(..over);
            self.known.keep(self.work).await?;
        }
        Ok(())
    }

    /// Files of this tablet's that can become one: many of about one size that follow one another.
    fn foldable(&self) -> Option<BTreeSet<Piece>> {
        let known = &self.known;
        let small = |piece: &&Piece| {
            let away = known.unread.contains(*piece) || known.whole.contains(*piece);
            !away && !known.filed.contains_key(*piece)
        };
        let mut run: Vec<&Piece> = Vec::new();
        for piece in known.put.iter().filter(small) {
            let follows = run.last().is_some_and(|last| {
                last.stream == piece.stream && last.last + 1 == piece.first && class(last) == class(piece)
            });
            if !follows {
                run.clear();
            }
            run.push(piece);
            let operations = run.first().map_or(0, |first| piece.last + 1 - first.first);
            if operations > MOST as u64 {
                run.pop();
                if run.len() >= (MANY / 3).max(2) {
                    return Some(run.into_iter().cloned().collect());
                }
                run = vec![piece];
            } else if run.len() >= MANY {
                return Some(run.into_iter().cloned().collect());
            }
        }
        None
    }

    /// What the store holds of the operations of these files, which follow one another; none if not all of it can be read.
    async fn stored_run(&self, pieces: &BTreeSet<Piece>) -> Result<Option<Segment>, SyncError> {
        let (Some(begin), Some(end)) = (pieces.first(), pieces.last()) else { return Ok(None) };
        let (stream, first, last) = (begin.stream, begin.first, end.last);
        let mut others = VersionVector::default();
        others.insert_range(stream, 0, first - 1);
        others.insert_range(stream, last + 1, u64::MAX);
        let keys = self.work.store.segment_keys().await?;
        let of_it: Vec<_> = keys.into_iter().filter(|key| key.stream == stream && key.first <= last).collect();
        let from = of_it.iter().rposition(|key| key.first <= first).unwrap_or(0);
        let mut runs = Vec::new();
        self.work
            .visit(&of_it[from..], &self.way.part(0), |_, bytes| {
                if let Ok((segment, _)) = Segment::from_bytes(&bytes) {
                    runs.extend(piece::runs(segment, &others));
                }
                Ok(())
            })
            .await?;
        let mut folded = Segment::fold(runs);
        let whole = folded.pop().filter(|whole| (whole.first(), whole.last()) == (first, last));
        Ok(whole.filter(|_| folded.is_empty()))
    }

    /// Removes files of which a larger one stands in their place, once that is seen in a manifest and in the place.
    pub(super) async fn remove_folded(&mut self) -> Result<(), SyncError> {
        let mut stands: BTreeSet<Piece> = BTreeSet::new();
        for (tablet, small) in self.known.folded.clone() {
            let Some(manifest) = self.manifests.get(&tablet) else { continue };
            let of = small.operations();
            let larger = manifest
                .pieces
                .iter()
                .find(|piece| self.known.has(piece) && of.count_missing_from(&piece.operations()) == 0)
                .cloned();
            let Some(larger) = larger.filter(|_| !manifest.pieces.contains(&small)) else { continue };
            if !stands.contains(&larger) {
                // It may stand under another life of this tablet alone.
                if !self.stands_whole(&larger).await? {
                    // Then it is put there again.
                    self.known.put.remove(&larger);
                    self.known.taken.remove(&larger);
                    continue;
                }
                stands.insert(larger);
            }
            self.place.remove(&path_of(tablet, &small)).await?;
            self.known.folded.remove(&(tablet, small));
        }
        Ok(())
    }

    /// Whether a file stands whole under one of the tablets that name it.
    async fn stands_whole(&self, piece: &Piece) -> Result<bool, SyncError> {
        for (tablet, _) in self.named().filter(|(_, one)| *one == piece) {
            if self.whole(tablet, piece).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Counts as taken in what was made of files that were: nobody fetches twice what they have.
    pub(super) fn take_folded(&mut self) {
        let removed = self.known.removed_once(&self.manifests);
        let told = |one: &Manifest| one.folded.clone();
        for (made, of) in self.manifests.values().flat_map(told).collect::<Vec<_>>() {
            let mut operations = VersionVector::default();
            of.iter().for_each(|piece| operations.join(&piece.operations()));
            let known = of.iter().all(|piece| self.known.has_read(piece) && !removed.contains(piece));
            // Where one held words that are erased by now, the larger one may as well: it is looked at.
            if self.known.has(&made) || !known || operations != made.operations() {
                continue;
            }
            if of.iter().any(|piece| self.known.filed.contains_key(piece)) {
                let mut filed = VersionVector::default();
                of.iter().for_each(|piece| filed.join(&self.known.filed(piece)));
                self.known.filed.insert(made.clone(), filed);
            }
            self.known.taken.insert(made);
        }
    }

    /// Forgets of the files that this tablet has put there those that its manifest does not name and others hold by now,
    /// as where a copy of it has made one file of many.
    pub(super) fn forget_unnamed(&mut self, stands: &BTreeSet<Piece>, removed: &BTreeSet<Piece>) {
        let mut named = VersionVector::default();
        let held = self.known.put.iter().filter(|piece| stands.contains(piece) && !self.known.unread.contains(piece));
        let taken =
            self.manifests.values().flat_map(|one| &one.pieces).filter(|piece| self.known.taken.contains(piece));
        held.chain(taken)
            .filter(|piece| !removed.contains(piece))
            .for_each(|piece| named.join(&self.known.filed(piece)));
        let held = |piece: &Piece| self.known.filed(piece).count_missing_from(&named) == 0;
        let gone = self.known.put.iter().filter(|piece| !stands.contains(piece) && held(piece)).cloned();
        gone.collect::<Vec<_>>().iter().for_each(|piece| _ = self.known.put.remove(piece));
    }
}

/// Of what size a file is, more or less: files of one class are of one size.
fn class(piece: &Piece) -> u32 {
    (piece.last + 1 - piece.first).ilog(MANY as u64)
}

/// What a manifest says of the larger files it names.
pub(super) fn told(made: &[(Piece, BTreeSet<Piece>)], named: &BTreeSet<Piece>) -> Vec<(Piece, BTreeSet<Piece>)> {
    made.iter().filter(|(piece, _)| named.contains(piece)).cloned().collect()
}

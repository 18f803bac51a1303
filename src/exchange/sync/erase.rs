//! Words that were erased leave a place, too.
//!
//! Files never change; so one that holds erased words is replaced by another without them, of which the name is another as
//! well, and then removed, whoever has put it there. A tablet that comes years later finds the new one, and what it still
//! holds of the words itself goes when it hears of the erasure, before it puts anything there.

use super::known::Known;
use super::manifest::{self, Manifest};
use super::piece::Piece;
use super::{LOG, SyncError, Synced, folder_of, path_of};
use crate::log::segment::Segment;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::Place;
use crate::work::job::Job;
use crate::work::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// Files that hold erased words, of which others stand in their place already.
#[derive(Default)]
pub(super) struct Replaced {
    /// The files, by who has put them there.
    pub(super) old: BTreeSet<(Stream, Piece)>,
    /// Whether some of them could not be looked at.
    unfinished: bool,
}

impl Workspace {
    /// Whether an operation holds words of a record that was erased.
    pub(super) fn holds_erased_words(&self, op: &Operation) -> bool {
        !op.set.is_empty() && !op.erases() && self.state().book.is_erased(&op.kind, op.id)
    }

    /// Puts files without erased words there beside those that hold any.
    pub(super) async fn replace_erased(
        &self,
        place: &dyn Place,
        manifests: &BTreeMap<Stream, Manifest>,
        known: &mut Known,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<Replaced, SyncError> {
        let mut replaced = Replaced::default();
        if !known.erase {
            return Ok(replaced);
        }
        let me = self.state().me.stream();
        let named = manifests.values().flat_map(|one| one.pieces.iter().map(|piece| (one.tablet, piece.clone())));
        let named: BTreeSet<(Stream, Piece)> = named.chain(known.put.iter().map(|piece| (me, piece.clone()))).collect();
        let removed = known.removed(manifests);
        // Whether this tablet's manifest is there as it was left: then what it does not name is needed by nobody.
        let stands = manifests.get(&me).is_some_and(|manifest| manifest.n >= known.n);
        let concerned = self.erased_operations(job).await?;
        // What was put there and no manifest names, for the answer was lost, holds words as well.
        let mut there = named.clone();
        let folders = place.names(LOG).await?;
        for tablet in folders.iter().filter_map(|name| manifest::tablet_of(name)) {
            let names = place.names(&folder_of(tablet)).await?;
            let pieces = names.iter().filter_map(|name| name.strip_suffix(".json")?.parse().ok());
            there.extend(pieces.map(|piece| (tablet, piece)));
        }
        for (at, (tablet, piece)) in there.iter().enumerate() {
            job.step(at, there.len()).await?;
            let is_named = named.contains(&(*tablet, piece.clone()));
            let filed = known.filed(piece);
            // Of what nobody names it is not known under which names it would be filed here.
            if is_named && filed.count_missing_from(&concerned) == filed.count() {
                continue;
            }
            match place.get(&path_of(*tablet, piece)).await? {
                None if removed.contains(piece) || !is_named => {}
                Some(bytes) if piece.is(&bytes) => {
                    let Ok((segment, ops)) = Segment::from_bytes(&bytes) else { continue };
                    let without = segment.redact(&ops, |op| self.holds_erased_words(op))?;
                    if let Some(without) = without {
                        let new = self.put_piece(place, &without, known, synced).await?;
                        if !known.has(piece) {
                            known.unread.insert(new.clone());
                        }
                        if let Some(filed) = known.filed.get(piece).cloned() {
                            known.filed.insert(new, filed);
                        }
                        replaced.old.insert((*tablet, piece.clone()));
                    }
                }
                // It broke off when it was put there, and what was to be in it is in another.
                Some(_) if *tablet == me && stands && !is_named => {
                    place.remove(&path_of(me, piece)).await?;
                }
                // It may be on its way.
                None | Some(_) => replaced.unfinished = true,
            }
        }
        known.keep(self).await?;
        Ok(replaced)
    }

    /// The operations here on records that were erased.
    async fn erased_operations(&self, job: &Job) -> Result<VersionVector, SyncError> {
        let keys = self.store.segment_keys().await?;
        let mut concerned = VersionVector::default();
        self.visit(&keys, job, |_, bytes| {
            if let Ok((_, ops)) = Segment::from_bytes(&bytes) {
                let book = &self.state().book;
                let erased = |op: &&Operation| book.is_erased(&op.kind, op.id);
                concerned.extend(ops.iter().filter(erased).map(|op| (op.stream, op.seq)));
            }
            Ok(())
        })
        .await?;
        Ok(concerned)
    }

    /// Removes what others stand in the place of, once this tablet's manifest names those.
    pub(super) async fn remove_erased(
        &self,
        place: &dyn Place,
        replaced: Replaced,
        known: &mut Known,
    ) -> Result<(), SyncError> {
        if replaced.old.is_empty() && !known.erase {
            return Ok(());
        }
        for (tablet, piece) in replaced.old {
            place.remove(&path_of(tablet, &piece)).await?;
            known.erased.insert(piece);
        }
        known.erase &= replaced.unfinished;
        Ok(known.keep(self).await?)
    }
}

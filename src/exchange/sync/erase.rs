//! Words that were erased leave a place, too.
//!
//! Files never change; so one that holds erased words is replaced by another without them, of which the name is another as
//! well, and then removed, whoever has put it there. A tablet that comes years later finds the new one, and what it still
//! holds of the words itself goes when it hears of the erasure, before it puts anything there.

use super::manifest;
use super::piece::Piece;
use super::{Exchange, LOG, SyncError, folder_of, path_of};
use crate::log::segment::Segment;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::BTreeSet;

/// Files that hold erased words, of which others stand in their place already.
#[derive(Default)]
pub(super) struct Replaced {
    /// The files, by who has put them there.
    pub(super) old: BTreeSet<(Stream, Piece)>,
    /// Files that are only half there, of which all that they held stands elsewhere by then.
    broken: BTreeSet<(Stream, Piece)>,
    /// Whether some of them could not be looked at.
    unfinished: bool,
    /// Whether a file was gone of which all that it held is here, and stands nowhere else.
    pub(super) lacking: bool,
}

impl Exchange<'_> {
    /// Whether an operation holds words of a record that was erased.
    pub(super) fn holds_erased_words(&self, op: &Operation) -> bool {
        !op.set.is_empty() && !op.erases() && self.work.state().book.is_erased(&op.kind, op.id)
    }

    /// Puts files without erased words there beside those that hold any.
    pub(super) async fn replace_erased(&mut self) -> Result<Replaced, SyncError> {
        let mut replaced = Replaced::default();
        if !self.known.erase {
            return Ok(replaced);
        }
        let me = self.me();
        let own = self.known.put.iter().map(|piece| (me, piece));
        let named: BTreeSet<(Stream, Piece)> =
            self.named().chain(own).map(|(tablet, piece)| (tablet, piece.clone())).collect();
        let removed = self.known.removed(&self.manifests);
        // Whether this tablet's manifest is there as it was left: then what it does not name is needed by nobody.
        let stands = self.manifests.get(&me).is_some_and(|manifest| manifest.n >= self.known.n);
        let concerned = self.erased_operations().await?;
        // What was put there and no manifest names, for the answer was lost, holds words as well.
        self.known.gone.retain(|one| named.contains(one));
        let mut there = named.clone();
        for tablet in self.place.names(LOG).await?.iter().filter_map(|name| manifest::tablet_of(name)) {
            let names = self.place.names(&folder_of(tablet)).await?;
            let pieces = names.iter().filter_map(|name| name.strip_suffix(".json")?.parse().ok());
            there.extend(pieces.map(|piece| (tablet, piece)));
        }
        for one in &there {
            self.way.step(0).await?;
            let (tablet, piece) = one;
            let is_named = named.contains(one);
            let filed = self.known.filed(piece);
            // Of what nobody names it is not known under which names it would be filed here.
            if is_named && filed.count_missing_from(&concerned) == filed.count() {
                continue;
            }
            let path = path_of(*tablet, piece);
            match self.place.get(&path).await? {
                None if removed.contains(piece) || !is_named || self.known.gone.contains(one) => {}
                Some(bytes) if piece.is(&bytes) => {
                    if self.replace(piece, &bytes).await? {
                        replaced.old.insert(one.clone());
                    }
                }
                // It broke off when it was put there, and what was to be in it is in another.
                Some(_) if *tablet == me && stands && !is_named => self.place.remove(&path).await?,
                // It broke off, and what it held is here: it is put there anew.
                found if self.is_over(*tablet, &path) && self.known.is_in(piece, self.work.state().book.seen()) => {
                    // It goes once all that it held is there anew: that may have been the only word of an erasure.
                    if found.is_some() {
                        replaced.broken.insert(one.clone());
                    }
                    // Unless the same file stands whole under another tablet.
                    if !self.stands_elsewhere(*tablet, piece, &named).await? {
                        self.known.put.remove(piece);
                        self.known.taken.remove(piece);
                        replaced.lacking = true;
                    }
                    // From now on this tablet does not wait for it.
                    if *tablet != me {
                        self.known.gone.insert(one.clone());
                    }
                }
                // It may be on its way.
                None | Some(_) => {
                    self.synced.awaited.push(path);
                    replaced.unfinished = true;
                }
            }
        }
        self.known.keep(self.work).await?;
        Ok(replaced)
    }

    /// Whether a file stands whole under another tablet than this, which names it.
    async fn stands_elsewhere(
        &self,
        tablet: Stream,
        piece: &Piece,
        named: &BTreeSet<(Stream, Piece)>,
    ) -> Result<bool, SyncError> {
        for (other, _) in named.iter().filter(|(other, one)| one == piece && *other != tablet) {
            if self.whole(*other, piece).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether nobody brings the rest of a file any more that is not whole.
    fn is_over(&self, tablet: Stream, path: &str) -> bool {
        tablet == self.me() || self.is_lasting(path)
    }

    /// Puts a file there that is the same as this one without erased words; `false` if it holds none.
    async fn replace(&mut self, piece: &Piece, bytes: &[u8]) -> Result<bool, SyncError> {
        let Ok((segment, ops)) = Segment::from_bytes(bytes) else { return Ok(false) };
        let Some(without) = segment.redact(&ops, |op| self.holds_erased_words(op))? else { return Ok(false) };
        let new = self.put_piece(&without).await?;
        if !self.known.has(piece) {
            self.known.unread.insert(new.clone());
        }
        if let Some(filed) = self.known.filed.get(piece).cloned() {
            self.known.filed.insert(new, filed);
        }
        Ok(true)
    }

    /// The operations here on records that were erased.
    async fn erased_operations(&self) -> Result<VersionVector, SyncError> {
        let keys = self.work.store.segment_keys().await?;
        let mut concerned = VersionVector::default();
        let look = |_, bytes: Vec<u8>| {
            if let Ok((_, ops)) = Segment::from_bytes(&bytes) {
                let book = &self.work.state().book;
                let erased = |op: &&Operation| book.is_erased(&op.kind, op.id);
                concerned.extend(ops.iter().filter(erased).map(|op| (op.stream, op.seq)));
            }
            Ok(())
        };
        self.work.visit(&keys, &self.way.part(0), look).await?;
        Ok(concerned)
    }

    /// Removes what others stand in the place of, once this tablet's manifest names those.
    pub(super) async fn remove_erased(&mut self, replaced: Replaced) -> Result<(), SyncError> {
        if replaced.old.is_empty() && !self.known.erase {
            return Ok(());
        }
        for (tablet, piece) in replaced.old {
            self.place.remove(&path_of(tablet, &piece)).await?;
            self.known.erased.insert(piece);
        }
        for (tablet, piece) in replaced.broken {
            let anew = tablet == self.me() && self.known.put.contains(&piece);
            if !anew && self.whole(tablet, &piece).await?.is_none() {
                self.place.remove(&path_of(tablet, &piece)).await?;
            }
        }
        self.known.erase &= replaced.unfinished;
        Ok(self.known.keep(self.work).await?)
    }
}

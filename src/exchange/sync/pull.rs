//! Taking in what others have put into a place.

use super::known::Known;
use super::manifest::Manifest;
use super::piece::Piece;
use super::{Agreed, SyncError, Synced, path_of};
use crate::exchange::transfer::Confirmed;
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::Place;
use crate::work::job::Job;
use crate::work::workspace::Workspace;
use std::cell::Cell;
use std::collections::BTreeMap;

/// How many bytes are taken in with one transaction, more or less.
const BATCH: usize = 8 << 20;

impl Workspace {
    /// Takes in the files of all manifests that this tablet has not taken in yet. Lines that lost their words are taken in
    /// only once it is known that their record was erased, which another file may say; so it looks again while any come.
    pub(super) async fn pull(
        &self,
        place: &dyn Place,
        manifests: &BTreeMap<Stream, Manifest>,
        known: &mut Known,
        agreed: Agreed,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<(), SyncError> {
        let (before, awaited) = (self.state().book.seen().count(), synced.awaited.len());
        loop {
            let (came, left) = (self.state().book.seen().count(), known.taken.len());
            let looked_at = self.pull_once(place, manifests, known, agreed, synced, job).await?;
            let waits = looked_at > known.taken.len() - left;
            if !waits || self.state().book.seen().count() == came {
                break;
            }
            synced.awaited.truncate(awaited);
        }
        synced.came = self.state().book.seen().count() - before;
        Ok(())
    }

    /// Looks once at what this tablet has not taken in. Gives at how many files.
    async fn pull_once(
        &self,
        place: &dyn Place,
        manifests: &BTreeMap<Stream, Manifest>,
        known: &mut Known,
        agreed: Agreed,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<usize, SyncError> {
        let removed = known.removed(manifests);
        let mine = |piece: &Piece| known.has(piece) || removed.contains(piece);
        let wanted =
            manifests.values().flat_map(|manifest| manifest.pieces.iter().map(|piece| (manifest.tablet, piece)));
        // The same file may stand under several tablets.
        let wanted: BTreeMap<&Piece, Stream> =
            wanted.filter(|(_, piece)| !mine(piece)).map(|(tablet, piece)| (piece, tablet)).collect();
        let (count, mut batch, mut bytes, mut holds) = (wanted.len(), Vec::new(), 0, VersionVector::default());
        let mut missing: Vec<(Piece, String)> = Vec::new();
        for (at, (piece, tablet)) in wanted.into_iter().enumerate() {
            job.step(at, count).await?;
            let path = path_of(tablet, piece);
            // Two files that tell of the same operations are compared, which what is taken in together is not.
            if bytes >= BATCH || holds.contains_any(piece.stream, piece.first, piece.last) {
                (bytes, holds) = (0, VersionVector::default());
                self.take_batch(std::mem::take(&mut batch), known, agreed, synced, job).await?;
            }
            match place.get(&path).await? {
                Some(found) if piece.is(&found) => {
                    bytes += found.len();
                    holds.insert_range(piece.stream, piece.first, piece.last);
                    batch.push((piece.clone(), path, found));
                }
                // It is on its way, and comes with a later look.
                _ => missing.push((piece.clone(), path)),
            }
        }
        self.take_batch(batch, known, agreed, synced, job).await?;
        // What another file holds of it is not waited for.
        let there = known.told();
        missing.retain(|(piece, _)| !piece.is_in(self.state().book.seen()) && !piece.is_in(&there));
        synced.awaited.extend(missing.into_iter().map(|(_, path)| path));
        Ok(count)
    }

    /// Takes in some files with one transaction, and remembers those that are known from then on.
    async fn take_batch(
        &self,
        batch: Vec<(Piece, String, Vec<u8>)>,
        known: &mut Known,
        agreed: Agreed,
        synced: &mut Synced,
        job: &Job,
    ) -> Result<(), SyncError> {
        if batch.is_empty() {
            return Ok(());
        }
        let files: Vec<&[u8]> = batch.iter().map(|(_, _, bytes)| bytes.as_slice()).collect();
        let erases = Cell::new(false);
        let look = |op: &Operation| erases.set(erases.get() || op.erases() || self.holds_erased_words(op));
        let (incoming, left_out) = self.read_pieces(&files, look, job).await?;
        known.erase |= erases.get();
        let erases = incoming.preview.erases();
        let filed = |piece: &Piece| incoming.filed(piece.stream, piece.first, piece.last);
        known.filed.extend(batch.iter().filter_map(|(piece, ..)| Some((piece.clone(), filed(piece)?))));
        self.accept_from_team(incoming, Confirmed { erases, years_ahead: agreed.years_ahead }, job).await?;
        for (at, (piece, path, _)) in batch.into_iter().enumerate() {
            if left_out.contains(&at) {
                synced.awaited.push(path);
            } else if known.is_in(&piece, self.state().book.seen()) {
                known.unread.remove(&piece);
                known.taken.insert(piece);
            }
            // Otherwise it holds lines without words of what is not known to be erased yet: it is looked at again.
        }
        Ok(known.keep(self).await?)
    }
}

//! Taking in what others have put into a place.

use super::piece::Piece;
use super::{Exchange, SyncError, path_of};
use crate::exchange::transfer::{Confirmed, LeftOut, is_years_ahead};
use crate::model::operation::Operation;
use crate::model::stamp::{Stream, Tick};
use crate::model::version_vector::VersionVector;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes are taken in with one transaction, more or less, but for a single file of more: a tap that writes waits
/// until it is done.
const SLICE: usize = 640 << 10;
/// After how many bytes that were taken in it is remembered which files these were. Where an exchange breaks off, they are
/// fetched again.
const REMEMBERED: usize = 8 << 20;

/// How long a file that is missing is left alone at most, in milliseconds.
const DAY: i64 = 86_400_000;

/// Files on their way in, each with where it is and its bytes.
type Batch = Vec<(Piece, String, Vec<u8>)>;

impl Exchange<'_> {
    /// Takes in the files of all manifests that this tablet has not taken in yet. Lines that lost their words are taken in
    /// only once it is known that their record was erased, which another file may say; so it looks again while any come.
    pub(super) async fn pull(&mut self) -> Result<(), SyncError> {
        self.look_ahead_again();
        let (before, awaited, newer) = (self.count(), self.synced.awaited.len(), self.synced.newer.len());
        loop {
            let (came, left) = (self.count(), self.known.taken.len());
            let looked_at = self.pull_once().await?;
            let waits = looked_at > self.known.taken.len() - left;
            if !waits || self.count() == came {
                break;
            }
            self.synced.awaited.truncate(awaited);
            self.synced.newer.truncate(newer);
        }
        self.synced.came = self.count() - before;
        Ok(())
    }

    /// Forgets of files with notes dated years ahead those that nothing keeps from coming any more.
    fn look_ahead_again(&mut self) {
        let (state, now, agreed) = (self.work.state(), self.work.now(), self.agreed.years_ahead);
        let named: BTreeSet<&Piece> = self.manifests.values().flat_map(|one| &one.pieces).collect();
        let waits = |piece: &Piece, latest: u64| {
            !agreed && named.contains(piece) && is_years_ahead(Tick::from_ms(latest), state.book.latest(), now)
        };
        self.known.ahead.retain(|piece, latest| waits(piece, *latest));
    }

    /// Whether a file that is named and not there is not asked for this time: the longer it has been missing, the more
    /// rarely it is, but every day.
    fn rests(&self, piece: &Piece, now: i64) -> bool {
        let Some((since, last)) = self.known.asked.get(piece) else { return false };
        let (missing, rested) = (last - since, now - last);
        (0..(missing / 4).min(DAY)).contains(&rested)
    }

    /// Whether a file may still be on its way that tells what was erased.
    pub(super) fn erasure_may_come(&self) -> bool {
        let now = self.work.now().ms;
        let asked = |piece: &Piece| self.known.asked.get(piece).is_some_and(|(since, _)| now - since < DAY);
        self.awaits.iter().any(asked) || self.synced.awaited.iter().any(|path| !self.is_lasting(path))
    }

    /// How many operations are known here.
    fn count(&self) -> u64 {
        self.work.state().book.seen().count()
    }

    /// Looks once at what this tablet has not taken in. Gives at how many files.
    async fn pull_once(&mut self) -> Result<usize, SyncError> {
        self.take_folded();
        let removed = self.known.removed(&self.manifests);
        let salvaged = self.salvaged.iter().map(|(piece, tablet)| (*tablet, piece));
        let named = self.named().chain(salvaged);
        let waits = |piece: &Piece| removed.contains(piece) || self.known.ahead.contains_key(piece);
        let named = named.filter(|(_, piece)| !self.known.has(piece) && !waits(piece));
        // The same file may stand under several tablets, and be whole under one of them alone.
        let mut wanted: BTreeMap<Piece, Vec<Stream>> = BTreeMap::new();
        named.for_each(|(tablet, piece)| wanted.entry(piece.clone()).or_default().push(tablet));
        let (count, mut bytes, mut holds) = (wanted.len(), 0, VersionVector::default());
        let goes = self.work.state().book.seen().count_missing_from(&self.proven());
        // What comes is fetched, and then taken in.
        self.way.goes_to(goes + wanted.keys().map(|piece| 2 * (piece.last + 1 - piece.first)).sum::<u64>());
        let (mut batch, mut missing, mut since, now) = (Batch::new(), Vec::new(), 0, self.work.now().ms);
        for (piece, tablets) in wanted {
            self.way.step(piece.last + 1 - piece.first).await?;
            // Two files that tell of the same operations come one after the other: each is filed by what is known before it.
            if bytes >= SLICE || holds.contains_any(piece.stream, piece.first, piece.last) {
                since += bytes;
                (bytes, holds) = (0, VersionVector::default());
                self.take_batch(std::mem::take(&mut batch)).await?;
                if since >= REMEMBERED {
                    since = 0;
                    self.known.keep(self.work).await?;
                }
            }
            let (mut path, mut whole, rests) = (String::new(), None, self.rests(&piece, now));
            for tablet in tablets {
                path = path_of(tablet, &piece);
                whole = if rests { None } else { self.whole(tablet, &piece).await? };
                if whole.is_some() {
                    break;
                }
            }
            if !rests && whole.is_none() {
                self.known.asked.entry(piece.clone()).or_insert((now, now)).1 = now;
            }
            match whole {
                Some(found) => {
                    bytes += found.len();
                    holds.join(&piece.operations());
                    batch.push((piece, path, found));
                }
                // It is on its way, and comes with a later look.
                None => missing.push((piece, path)),
            }
        }
        if !batch.is_empty() || since > 0 {
            self.take_batch(batch).await?;
            self.known.keep(self.work).await?;
        }
        // What another file holds of it is not waited for.
        let there = self.known.told();
        // It is asked for all the same: where a tablet was copied, another file may hold others of these numbers.
        self.awaits = missing.iter().map(|(piece, _)| piece.clone()).collect();
        self.known.asked.retain(|piece, _| self.awaits.contains(piece));
        missing.retain(|(piece, _)| !piece.is_in(self.work.state().book.seen()) && !piece.is_in(&there));
        self.synced.awaited.extend(missing.into_iter().map(|(_, path)| path));
        Ok(count)
    }

    /// Takes in some files with one transaction, and notes those that are known from then on.
    async fn take_batch(&mut self, batch: Batch) -> Result<(), SyncError> {
        if batch.is_empty() {
            return Ok(());
        }
        let operations: u64 = batch.iter().map(|(piece, ..)| piece.last + 1 - piece.first).sum();
        let files: Vec<&[u8]> = batch.iter().map(|(_, _, bytes)| bytes.as_slice()).collect();
        let erases = Cell::new(false);
        let look = |op: &Operation| erases.set(erases.get() || op.erases() || self.holds_erased_words(op));
        let job = self.way.part(operations / 2);
        let (incoming, left_out) = self.work.read_pieces(&files, look, self.agreed.years_ahead, &job).await?;
        // Where histories part, each file comes by itself: under which names it is filed follows from what is known before it.
        if batch.len() > 1 && incoming.parts() {
            for one in batch {
                Box::pin(self.take_batch(vec![one])).await?;
            }
            return Ok(());
        }
        self.way.step(operations / 2).await?;
        self.known.erase |= erases.get();
        let agreed = Confirmed { erases: incoming.preview.erases(), years_ahead: self.agreed.years_ahead };
        let copies = incoming.copies().clone();
        let filed = |piece: &Piece| incoming.filed(piece.stream, piece.first, piece.last);
        self.known.filed.extend(batch.iter().filter_map(|(piece, ..)| Some((piece.clone(), filed(piece)?))));
        let rest = operations - operations / 2;
        self.work.accept_from_team(incoming, agreed, &self.way.part(rest)).await?;
        self.way.step(rest).await?;
        for (at, (piece, path, _)) in batch.into_iter().enumerate() {
            match left_out.get(&at) {
                Some(LeftOut::NotWhole) => self.synced.awaited.push(path),
                Some(LeftOut::Newer) => self.synced.newer.push(path),
                Some(LeftOut::YearsAhead(latest)) => _ = self.known.ahead.insert(piece, *latest),
                // It holds lines without words of what is not known to be erased yet: it is looked at again.
                None if !self.known.is_in(&piece, self.work.state().book.seen()) => {}
                None if !self.known.is_in(&piece, &copies) => _ = self.hollow.insert(piece),
                None => {
                    self.known.unread.remove(&piece);
                    self.hollow.remove(&piece);
                    self.known.taken.insert(piece);
                }
            }
        }
        Ok(())
    }
}

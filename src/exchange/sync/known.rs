//! What a tablet remembers of a place: what it has put there, and which files it has taken in or passed over.

use super::manifest::Manifest;
use super::piece::Piece;
use crate::model::id::Id;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::Commit;
use crate::work::error::WorkError;
use crate::work::stored::{parse, to_bytes};
use crate::work::workspace::Workspace;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a tablet remembers of a place. It is only ever behind: what is not remembered is looked at once more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Known {
    /// What the place is remembered by.
    name: String,
    /// The number of the last manifest that was put there; 0 if there was none.
    pub(super) n: u64,
    /// In which of its lives the tablet put that.
    pub(super) by: Option<Stream>,
    /// What it wrote as before that.
    pub(super) past: BTreeSet<Stream>,
    /// What this tablet has put there and read back.
    pub(super) put: BTreeSet<Piece>,
    /// What this tablet was about to put there, in which of its lives: the place may have it without having said so.
    pub(super) tried: BTreeSet<(Stream, Piece)>,
    /// What others have put there and this tablet has taken in.
    pub(super) taken: BTreeSet<Piece>,
    /// Under which names that is filed here which a copied tablet has put there.
    pub(super) filed: BTreeMap<Piece, VersionVector>,
    /// Whether an erasure was heard of, and files with its words may still stand there.
    pub(super) erase: bool,
    /// Small files of this tablet's, by the life that has put them there, of which a larger one is to stand in the place.
    pub(super) folded: BTreeSet<(Stream, Piece)>,
    /// The latest larger ones, and what each was made of.
    pub(super) made: Vec<(Piece, BTreeSet<Piece>)>,
    /// Files of this tablet's that are large enough as they are.
    pub(super) whole: BTreeSet<Piece>,
    /// The pieces of sound of each record that are both here and there.
    pub(super) sound: BTreeMap<Id, BTreeSet<String>>,
    /// The records of which others tell of more pieces than were found there.
    pub(super) sound_lacks: BTreeSet<Id>,
    /// Since when files are awaited, milliseconds since 1970.
    pub(super) since: BTreeMap<String, i64>,
    /// Files that manifests name and that could not be read: since when, and when they were asked for last, milliseconds
    /// since 1970.
    pub(super) asked: BTreeMap<Piece, (i64, i64)>,
    /// Files that are named and gone for good, by who had put them there. All they held is here, and stands elsewhere.
    pub(super) gone: BTreeSet<(Stream, Piece)>,
    /// Files that held erased words, and that this tablet has removed.
    pub(super) erased: BTreeSet<Piece>,
    /// Of what this tablet has put there, what it has not taken in itself: it stands in the place of another's.
    pub(super) unread: BTreeSet<Piece>,
    /// The organizations that somebody agreed to be one with.
    pub(super) orgs: BTreeSet<String>,
    /// Files that wait until somebody agrees, for notes in them are dated years ahead: each with the latest date in it,
    /// milliseconds since 1970.
    pub(super) ahead: BTreeMap<Piece, u64>,
}

impl Known {
    /// A place nothing is known of.
    pub(super) fn of(name: &str) -> Known {
        Known { name: name.to_owned(), ..Known::default() }
    }

    /// The operations that the place holds, under the names they have here: what this tablet has put there, and what it has
    /// taken in of what manifests name. What it could not take in does not count.
    pub(super) fn holds<'a>(&'a self, named: impl Iterator<Item = &'a Piece>) -> VersionVector {
        let mut holds = VersionVector::default();
        let pieces = self.own().chain(named.filter(|piece| self.taken.contains(piece)));
        pieces.for_each(|piece| holds.join(&self.filed(piece)));
        holds
    }

    /// The operations that a file holds, under the names they have here.
    pub(super) fn filed(&self, piece: &Piece) -> Cow<'_, VersionVector> {
        self.filed.get(piece).map_or_else(|| Cow::Owned(piece.operations()), Cow::Borrowed)
    }

    /// The operations in all files that are known, by the names of the files.
    pub(super) fn told(&self) -> VersionVector {
        let mut told = VersionVector::default();
        let pieces = self.own().chain(&self.taken);
        pieces.for_each(|piece| told.join(&piece.operations()));
        told
    }

    /// What this tablet has put there and knows itself.
    fn own(&self) -> impl Iterator<Item = &Piece> {
        self.put.iter().filter(|piece| !self.unread.contains(piece))
    }

    /// Whether a file is known already.
    pub(super) fn has(&self, piece: &Piece) -> bool {
        self.has_read(piece) || self.folded.iter().any(|(_, folded)| folded == piece)
    }

    /// Whether a file was taken in, or is this tablet's own.
    pub(super) fn has_read(&self, piece: &Piece) -> bool {
        self.taken.contains(piece) || self.put.contains(piece) && !self.unread.contains(piece)
    }

    /// The files that somebody has removed, for they held erased words, and that nobody has put there again.
    pub(super) fn removed(&self, manifests: &BTreeMap<Stream, Manifest>) -> BTreeSet<Piece> {
        let mut removed = self.removed_once(manifests);
        manifests.values().flat_map(|manifest| &manifest.again).for_each(|again| _ = removed.remove(again));
        removed
    }

    /// The files that somebody has removed at some time, for they held erased words.
    pub(super) fn removed_once(&self, manifests: &BTreeMap<Stream, Manifest>) -> BTreeSet<Piece> {
        manifests.values().flat_map(|manifest| &manifest.removed).chain(&self.erased).cloned().collect()
    }

    /// Whether all of a file is known here, under whatever names it is filed.
    pub(super) fn is_in(&self, piece: &Piece, seen: &VersionVector) -> bool {
        self.filed(piece).count_missing_from(seen) == 0
    }

    /// From here on the tablet writes as this: what an earlier life has put there is that one's, and goes on being read.
    /// Until now it was `before`.
    pub(super) fn write_as(&mut self, before: Stream, me: Stream) {
        self.past.extend([before].iter().filter(|before| **before != me));
        if self.by != Some(me) {
            let put = std::mem::take(&mut self.put);
            self.taken.extend(put.into_iter().filter(|piece| !self.unread.contains(piece)));
            self.past.extend(self.by);
            (self.by, self.n) = (Some(me), 0);
        }
    }

    /// Where it is kept.
    fn meta_key(name: &str) -> String {
        format!("place/{name}")
    }

    pub(super) async fn load(work: &Workspace, name: &str) -> Result<Known, WorkError> {
        let key = Known::meta_key(name);
        let found = work.store.meta(&key).await?.into_iter().find(|(at, _)| *at == key);
        Ok(found.and_then(|(_, bytes)| parse(&bytes)).unwrap_or_else(|| Known::of(name)))
    }

    /// What is remembered of all places.
    pub(super) async fn all(work: &Workspace) -> Result<Vec<Known>, WorkError> {
        let found = work.store.meta(&Known::meta_key("")).await?;
        Ok(found.iter().filter_map(|(_, bytes)| parse(bytes)).collect())
    }

    pub(super) async fn keep(&self, work: &Workspace) -> Result<(), WorkError> {
        let _turn = work.turn().await;
        work.commit_anew(|_| {
            let meta = vec![(Known::meta_key(&self.name), Some(to_bytes(self)?))];
            Ok(Commit { meta, durable: true, ..Commit::default() })
        })
        .await
    }
}

//! Sound travels, where the team wants it to: what lies beside the log in the store goes into a place by itself, behind the
//! notes.
//!
//! ```text
//! blobs/{record}/{piece}-{hash}    a piece of sound; never changed
//! ```
//!
//! It goes and comes piece by piece, so what was broken off goes on. What belongs to a withheld record neither goes nor
//! comes. What belongs to an erased one is removed by whoever meets it there, at every exchange, also where no sound is
//! wanted: so a tablet that puts a piece there late, before it hears of the erasure, puts it there in vain.

use super::known::Known;
use super::manifest::Manifest;
use super::piece::digits;
use super::{Exchange, SyncError};
use crate::model::id::Id;
use crate::model::order;
use crate::ports::Commit;
use crate::work::error::WorkError;
use crate::work::state::State;
use crate::work::stored::blobs_of;
use crate::work::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the folders of the sound of each record.
const BLOBS: &str = "blobs";

/// What may be done with the sound of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum May {
    /// It goes and comes.
    Travel,
    /// It stays where it is: its record is withheld, or not known here.
    Stay,
    /// It goes for good: its record was erased.
    Vanish,
}

impl Exchange<'_> {
    /// Removes the sound of erased records, and exchanges that of all others where the team wants it. Whether this tablet
    /// has put any there or taken any in.
    pub(super) async fn exchange_sound(&mut self) -> Result<bool, SyncError> {
        let there: BTreeSet<Id> =
            order::set(self.place.names(BLOBS).await?.iter().filter_map(|name| name.parse().ok()));
        let before = (self.known.sound.clone(), self.known.sound_lacks.clone());
        // What somebody took away is put there again.
        self.known.sound.retain(|id, _| there.contains(id));
        let mut here: BTreeMap<Id, BTreeSet<String>> = BTreeMap::new();
        for name in self.work.store.blob_names("").await? {
            let parted = name.split_once('/').and_then(|(id, piece)| Some((id.parse().ok()?, piece.to_owned())));
            if let Some((id, piece)) = parted.filter(|(_, piece): &(Id, String)| is_plain(piece)) {
                here.entry(id).or_default().insert(piece);
            }
        }
        for id in there.iter().copied().chain(here.keys().copied()).collect::<BTreeSet<Id>>() {
            self.way.step(0).await?;
            match may(self.work, id) {
                May::Vanish if there.contains(&id) => self.remove_sound(id).await?,
                May::Travel if self.agreed.sound => {
                    self.exchange_pieces(id, here.get(&id).cloned().unwrap_or_default()).await?;
                }
                May::Vanish | May::Travel | May::Stay => {}
            }
        }
        self.known.sound_lacks.retain(|id| may(self.work, *id) == May::Travel);
        Ok((&self.known.sound, &self.known.sound_lacks) != (&before.0, &before.1))
    }

    /// Removes all sound of a record.
    async fn remove_sound(&mut self, id: Id) -> Result<(), SyncError> {
        let folder = format!("{BLOBS}/{id}");
        for name in self.place.names(&folder).await? {
            self.place.remove(&format!("{folder}/{name}")).await?;
        }
        self.known.sound.remove(&id);
        Ok(())
    }

    /// Whether the sound of a record stays in the place, as far as is known here.
    pub(super) fn sound_stays(&self, id: Id) -> bool {
        may(self.work, id) != May::Vanish
    }

    /// Puts there what is here of a record's sound, and takes in what is there.
    async fn exchange_pieces(&mut self, id: Id, here: BTreeSet<String>) -> Result<(), SyncError> {
        let exchanged = self.known.sound.get(&id).cloned().unwrap_or_default();
        // Nobody tells of more than was exchanged already, nor of others, nor lacks any of it.
        if exchanged == here && !self.manifests.values().any(|one| tells_otherwise(one, id, &exchanged)) {
            return Ok(());
        }
        let folder = format!("{BLOBS}/{id}");
        let names = self.place.names(&folder).await?;
        let pieces = names.iter().filter_map(|name| Some((name.rsplit_once('-')?.0.to_owned(), name.clone())));
        let there: BTreeMap<String, String> = order::map(pieces);
        // What was there, and is not any more, is put there again: the place may have been put back to an older state.
        // Where another tablet lacks some of it, each is looked at: it may be there by half.
        let me = self.me();
        let doubted = self.manifests.values().any(|one| one.tablet != me && one.sound_lacks.contains(&id));
        let stands =
            |piece: &String| exchanged.contains(piece) && here.contains(piece) && there.contains_key(piece) && !doubted;
        let pieces: BTreeSet<&String> = here.iter().chain(there.keys()).collect();
        for piece in pieces.into_iter().filter(|piece| !stands(piece)) {
            self.way.step(0).await?;
            // What is there may have broken off: it is compared with what is here.
            let done = match there.get(piece).filter(|_| !here.contains(piece)) {
                Some(name) => self.take_sound(id, piece, &format!("{folder}/{name}")).await?,
                None => self.put_sound(id, piece).await?,
            };
            if done {
                self.known.sound.entry(id).or_default().insert(piece.clone());
            }
        }
        let has = self.known.sound.get(&id).map_or(0, |pieces| pieces.len() as u64);
        let told = self.manifests.values().filter_map(|one| one.sound.get(&id)).max().copied().unwrap_or(0);
        match told > has {
            true => self.known.sound_lacks.insert(id),
            false => self.known.sound_lacks.remove(&id),
        };
        Ok(self.known.keep(self.work).await?)
    }

    /// Takes in a piece; `false` if it is not whole yet, or its record was erased meanwhile.
    async fn take_sound(&mut self, id: Id, piece: &str, path: &str) -> Result<bool, SyncError> {
        let found = self.place.get(path).await?;
        let hash = path.rsplit_once('-').map_or("", |(_, hash)| hash);
        let Some(bytes) = found.filter(|bytes| digits(bytes) == hash) else {
            self.synced.awaited.push(path.to_owned());
            return Ok(false);
        };
        let (name, size) = (format!("{}{piece}", blobs_of(id)), bytes.len() as u64);
        let _turn = self.work.turn().await;
        if may(self.work, id) != May::Travel {
            return Ok(false);
        }
        let keep = |state: &State| {
            // Another tab may have erased it.
            let erased = state.book.kinds().iter().any(|kind| state.book.is_erased(kind.id, id));
            let blobs = vec![(name.clone(), Some(bytes.clone()))].into_iter().filter(|_| !erased).collect();
            Ok(Commit { blobs, durable: true, ..Commit::default() })
        };
        self.work.commit_anew(keep).await?;
        self.synced.sound_came += size;
        Ok(may(self.work, id) == May::Travel)
    }

    /// Puts a piece there and reads it back; `false` if it is gone from here meanwhile.
    async fn put_sound(&mut self, id: Id, piece: &str) -> Result<bool, SyncError> {
        let name = format!("{}{piece}", blobs_of(id));
        let found = self.work.store.blobs(&name).await?.into_iter().find(|(at, _)| *at == name);
        let Some((_, bytes)) = found.filter(|_| may(self.work, id) == May::Travel) else {
            return Ok(false);
        };
        let path = format!("{BLOBS}/{id}/{piece}-{}", digits(&bytes));
        self.put_new(&path, &bytes).await?;
        self.synced.sound_went += bytes.len() as u64;
        Ok(true)
    }
}

impl Workspace {
    /// The records whose sound, as far as it lies here, stands whole in a place as well: this tablet has read it back there,
    /// or has it from there.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn sounds_elsewhere(&self) -> Result<BTreeSet<Id>, WorkError> {
        let places = Known::all(self).await?;
        let names = self.store.blob_names("").await?;
        let mut here: BTreeMap<Id, BTreeSet<&str>> = BTreeMap::new();
        for (id, piece) in names.iter().filter_map(|name| name.split_once('/')) {
            if let Ok(id) = id.parse() {
                here.entry(id).or_default().insert(piece);
            }
        }
        here.retain(|id, pieces| {
            let whole =
                |known: &Known| known.sound.get(id).is_some_and(|there| pieces.iter().all(|one| there.contains(*one)));
            places.iter().any(whole)
        });
        Ok(here.into_keys().collect())
    }
}

/// The mark of some pieces: the same for the same ones, and for others most likely another.
pub(super) fn mark(pieces: &BTreeSet<String>) -> u32 {
    let all = pieces.iter().fold(String::new(), |all, piece| all + piece + "/");
    digits(all.as_bytes()).get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
}

/// Whether a tablet tells of other pieces of a record’s sound than these, or of more, or lacks any of them. One that has
/// fewer, and does not say that it lacks any, has not come by since.
fn tells_otherwise(manifest: &Manifest, id: Id, exchanged: &BTreeSet<String>) -> bool {
    let (told, own) = (manifest.sound.get(&id).copied().unwrap_or(0), exchanged.len() as u64);
    // A version before told no mark.
    let others = || manifest.sound_marks.get(&id).is_some_and(|said| *said != mark(exchanged));
    told > own || (told == own && others()) || manifest.sound_lacks.contains(&id)
}

/// Whether part of a name can stand in a place as it is, before the hash.
fn is_plain(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What may be done with the sound of a record, of whatever kind.
fn may(work: &Workspace, id: Id) -> May {
    let policies = work.state().policies;
    work.look(|book, index| {
        let found = book.kinds().iter().find_map(|kind| Some((*kind, book.record(kind.id, id)?)));
        match found {
            None => May::Stay,
            Some((_, record)) if record.erased => May::Vanish,
            Some((kind, record)) if policies.withholds(book, index, kind, record) => May::Stay,
            Some(_) => May::Travel,
        }
    })
}

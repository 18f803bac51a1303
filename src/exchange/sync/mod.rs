//! Notes of several tablets meet in a [`Place`], which needs to be nothing but a folder.
//!
//! ```text
//! org.json                         whose notes these are; made once
//! heads/{tablet}.json              what a tablet has put here (`Manifest`); it alone writes it, last
//! log/{tablet}/{piece}.json        runs of operations (`Piece`); never changed
//! blobs/{record}/{piece}-{hash}    sound, where the team wants it to travel; never changed
//! ```
//!
//! Each tablet writes its own files only, so there is nothing two of them could write at once. What is read proves itself,
//! by the hash in its name and those inside it; what is not whole yet is left for the next time. Nothing that a place does
//! not hold is ever gone here.

mod damaged;
mod erase;
mod fold;
mod known;
pub mod manifest;
pub mod piece;
mod pull;
mod push;
mod reach;
mod sound;
mod told;

use crate::exchange::transfer::ImportError;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::{Place, PlaceError, Role, Sent, StoreError};
use crate::work::error::WorkError;
use crate::work::job::{Cancelled, Job};
use crate::work::workspace::Workspace;
use erase::Replaced;
use known::Known;
use manifest::{BadManifest, Manifest};
use piece::Piece;
use reach::{Reach, Way};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
pub use told::{Other, Told};

/// Where the organization of a place is said.
const ORG: &str = "org.json";
/// The folder of the folders of what each tablet has put there.
const LOG: &str = "log";
/// The folder of the manifests.
const HEADS: &str = "heads";

/// What somebody agreed to who was told what is unusual about a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// That the notes of two organizations become those of one.
    pub other_org: bool,
    /// That a place which held this tablet's notes, and is empty now, is filled again.
    pub fill_again: bool,
    /// That notes may be dated years ahead. Until then they wait in the place, and keep nothing else from coming or going.
    pub years_ahead: bool,
    /// That sound travels as well, where those who speak agreed to be recorded.
    pub sound: bool,
}

/// Why nothing more was done. What was done until then stays done, here and there.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SyncError {
    /// The place could not do as asked.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// It belongs to another organization, and nobody agreed to mix the two.
    #[error("the place belongs to another organization")]
    OtherOrg,
    /// It held notes of this tablet, and holds none of anybody now.
    #[error("the place was emptied, or is another one")]
    Emptied,
    /// What came could not be taken in.
    #[error(transparent)]
    Import(#[from] ImportError),
}

impl From<WorkError> for SyncError {
    fn from(error: WorkError) -> SyncError {
        SyncError::Import(error.into())
    }
}

impl From<StoreError> for SyncError {
    fn from(error: StoreError) -> SyncError {
        SyncError::Import(error.into())
    }
}

impl From<Cancelled> for SyncError {
    fn from(cancelled: Cancelled) -> SyncError {
        SyncError::Import(cancelled.into())
    }
}

impl From<serde_json::Error> for SyncError {
    fn from(error: serde_json::Error) -> SyncError {
        SyncError::Place(PlaceError::Failed(error.to_string()))
    }
}

/// What came of syncing once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// How many operations came.
    pub came: u64,
    /// How many went, and were read back.
    pub went: u64,
    /// The other tablets whose manifests can be read.
    pub others: Vec<Other>,
    /// The operations that stand in the place for certain: this tablet has read them there.
    pub proven: VersionVector,
    /// How many bytes of sound came.
    pub sound_came: u64,
    /// How many bytes of sound went, and were read back.
    pub sound_went: u64,
    /// Files that are not whole, or not there yet. They are looked for again the next time.
    pub awaited: Vec<String>,
    /// Files that have been only half there for a day or longer. They are looked for all the same; what is whole of a tablet
    /// whose manifest is damaged was taken in without it.
    pub damaged: Vec<String>,
    /// Files of a newer version of the app, which are left as they are.
    pub newer: Vec<String>,
    /// Files that are none of ours, which are left alone.
    pub foreign: Vec<String>,
    /// Where notes wait until somebody agrees, for they are dated years ahead: the latest date, milliseconds since 1970.
    /// Everything else came and went.
    pub years_ahead: Option<u64>,
}

/// What `org.json` says.
#[derive(Serialize, Deserialize)]
struct Org {
    org: String,
}

/// An exchange with a place, while it goes on.
struct Exchange<'a> {
    work: &'a Workspace,
    place: Reach<'a>,
    told: &'a Told,
    agreed: Agreed,
    way: Way<'a>,
    /// The manifests that can be read, by tablet, as they stood when it began.
    manifests: BTreeMap<Stream, Manifest>,
    /// Files of tablets whose manifests cannot be read.
    salvaged: BTreeSet<(Piece, Stream)>,
    /// Files that manifests name and that could not be read.
    awaits: BTreeSet<Piece>,
    /// Files of this tablet's that are no longer there.
    lost: BTreeSet<Piece>,
    /// Files of which all is here, with words of it that are gone there, although nobody says that anything was erased.
    hollow: BTreeSet<Piece>,
    known: Known,
    synced: Synced,
}

impl Workspace {
    /// Exchanges notes with a place: takes in what is new there, then puts there what only this tablet has.
    ///
    /// It can be broken off at any moment, and goes on where it stood. `name` is what this place is remembered by. What
    /// was seen to stand in the place counts as copied from then on.
    ///
    /// # Errors
    /// Why no more was done.
    pub async fn sync(&self, place: &dyn Place, name: &str, agreed: Agreed, job: &Job) -> Result<Synced, SyncError> {
        self.sync_as(place, name, &Told::default(), agreed, job).await
    }

    /// As [`Workspace::sync`]; this tablet tells so much of itself.
    ///
    /// # Errors
    /// Why no more was done.
    pub async fn sync_as(
        &self,
        place: &dyn Place,
        name: &str,
        told: &Told,
        agreed: Agreed,
        job: &Job,
    ) -> Result<Synced, SyncError> {
        if self.state().role == Role::Follower {
            return Err(WorkError::Following.into());
        }
        let known = Known::load(self, name).await?;
        let mut synced = Synced::default();
        let place = Reach::new(place, job);
        let manifests = read_manifests(&place, &mut synced).await?;
        let way = Way::new(job);
        let (salvaged, awaits, lost, hollow) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let exchange =
            Exchange { work: self, place, told, agreed, way, manifests, salvaged, awaits, lost, hollow, known, synced };
        let synced = exchange.run(name).await?;
        self.mark_copied(&synced.proven, Sent::Synced).await?;
        Ok(synced)
    }
}

impl Exchange<'_> {
    async fn run(mut self, name: &str) -> Result<Synced, SyncError> {
        let org = self.same_org().await?;
        self.salvage().await?;
        if self.known.n > 0 && self.manifests.is_empty() && self.synced.awaited.is_empty() {
            if !self.agreed.fill_again {
                return Err(SyncError::Emptied);
            }
            self.known = Known::of(name);
        }
        self.known.orgs.insert(org);
        let before = self.me();
        self.pull().await?;
        self.known.write_as(before, self.me());
        // Where the place was put back to an older state, it has erased words again.
        if self.manifests.get(&self.me()).map_or(0, |stands| stands.n) < self.known.n {
            self.known.erase = true;
            self.known.sound.clear();
        }
        self.remove_folded().await?;
        let replaced = self.push().await?;
        self.remove_erased(replaced).await?;
        self.remove_tried().await?;
        // Notes go first.
        if self.exchange_sound().await? {
            self.put_manifest(&self.known.removed(&self.manifests), &Replaced::default()).await?;
        }
        self.remove_half().await?;
        self.tell_damaged();
        self.known.keep(self.work).await?;
        self.synced.years_ahead = self.known.ahead.values().max().copied();
        (self.synced.proven, self.synced.others) = (self.proven(), self.others());
        Ok(self.synced)
    }

    /// What this tablet writes as; taking in may change it.
    fn me(&self) -> Stream {
        self.work.state().me.stream()
    }

    /// The files that manifests name, each with the tablet that names it. The same file may stand under several.
    fn named(&self) -> impl Iterator<Item = (Stream, &Piece)> {
        self.manifests.values().flat_map(|one| one.pieces.iter().map(|piece| (one.tablet, piece)))
    }

    /// What a file holds under a tablet; none where it is not there, or not whole.
    async fn whole(&self, tablet: Stream, piece: &Piece) -> Result<Option<Vec<u8>>, SyncError> {
        Ok(self.place.get(&path_of(tablet, piece)).await?.filter(|bytes| piece.is(bytes)))
    }

    /// Sees to it that this tablet and the place belong to one organization. Gives that of the place.
    async fn same_org(&self) -> Result<String, SyncError> {
        let mine = self.work.state().me.org.clone();
        let said = self.place.get(ORG).await?;
        let theirs = match said.as_deref().map(Org::read).transpose()? {
            Some(Some(theirs)) => theirs,
            // What tablets say that write here is as good.
            _ if !self.manifests.is_empty() => {
                self.manifests.values().map(|one| one.org.clone()).min().unwrap_or_default()
            }
            // Only who finds nothing at all, or what broke off when it was said, says whose place this is.
            _ if self.known.n == 0 || self.agreed.fill_again => {
                let bytes = serde_json::to_vec(&Org { org: mine.clone() })?;
                if said.is_some() || !self.place.put_new(ORG, &bytes).await? {
                    self.place.put(ORG, &bytes).await?;
                }
                mine.clone()
            }
            _ => return Err(SyncError::Emptied),
        };
        // Who has joined goes by the lesser of two names from then on, as all do that meet.
        let joined = self.known.orgs.contains(&theirs);
        if theirs == mine || joined || self.agreed.other_org { Ok(theirs) } else { Err(SyncError::OtherOrg) }
    }
}

impl Org {
    /// What stands there; none where it is only the beginning of what somebody said.
    fn read(bytes: &[u8]) -> Result<Option<String>, PlaceError> {
        const BEGINS: &[u8] = b"{\"org\":\"";
        let common = bytes.len().min(BEGINS.len());
        match serde_json::from_slice::<Org>(bytes) {
            Ok(said) => Ok(Some(said.org)),
            Err(_) if bytes[..common] == BEGINS[..common] => Ok(None),
            Err(_) => Err(PlaceError::NotAPlace(ORG.to_owned())),
        }
    }
}

/// The manifests that can be read, by tablet.
async fn read_manifests(place: &Reach<'_>, synced: &mut Synced) -> Result<BTreeMap<Stream, Manifest>, SyncError> {
    let mut manifests = BTreeMap::new();
    for name in place.names(HEADS).await? {
        let path = format!("{HEADS}/{name}");
        let Some(tablet) = name.strip_suffix(".json").and_then(manifest::tablet_of) else {
            synced.foreign.push(path);
            continue;
        };
        let Some(bytes) = place.get(&path).await? else {
            synced.awaited.push(path);
            continue;
        };
        match Manifest::from_bytes(tablet, &bytes) {
            Ok(manifest) => _ = manifests.insert(tablet, manifest),
            Err(BadManifest::Damaged) => synced.awaited.push(path),
            Err(BadManifest::Newer) => synced.newer.push(path),
        }
    }
    Ok(manifests)
}

/// Where a file of notes is that this tablet has put there.
fn path_of(tablet: Stream, piece: &piece::Piece) -> String {
    format!("{}/{piece}.json", folder_of(tablet))
}

/// The folder of all that this tablet has put there.
fn folder_of(tablet: Stream) -> String {
    format!("{LOG}/{}", manifest::called(tablet))
}

#[cfg(test)]
mod tests;

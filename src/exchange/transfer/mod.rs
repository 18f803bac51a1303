//! Notes out and in: the export that other tablets take in, and the import with its preview.

mod branches;
mod follow;
mod gather;
mod pieces;
mod prepare;
mod preview;
mod reading;
#[cfg(test)]
mod tests;

use crate::log::document::Writer;
use crate::log::fault::{Fault, ReadError};
use crate::log::proven::Passing;
use crate::log::segment::Rescued;
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::text::Message;
use crate::model::version_vector::VersionVector;
use crate::ports::{Commit, FileError, InFile, OutFile, Role, SegmentKey, Sent, StoreError};
use crate::work::backup::Backup;
use crate::work::command::Done;
use crate::work::error::WorkError;
use crate::work::head::{Head, Identity};
use crate::work::job::{Cancelled, Job};
use crate::work::last_import::{self, LastImport};
use crate::work::plan::Plan;
use crate::work::run::Prepared;
use crate::work::state::{State, Unread};
use crate::work::stored::{names, to_bytes};
use crate::work::workspace::{News, TRIES, Workspace};
use branches::Branches;
use chrono::Timelike;
use gather::Gathered;
pub(crate) use pieces::LeftOut;
use preview::Trial;
pub(crate) use preview::is_years_ahead;
pub use preview::{Effect, Preview, PreviewKind, PreviewRow, PreviewValue};
use std::collections::BTreeSet;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOTHING_NEW = "Everything in “{file}” is already here", "Todo lo de “{file}” ya está aquí";
        ERASES = "This file permanently erases {count} of your records. This cannot be undone", "Este archivo borra para siempre {count} registros suyos. No se puede deshacer";
        ERASES_ONE = "This file permanently erases 1 of your records. This cannot be undone", "Este archivo borra para siempre 1 registro suyo. No se puede deshacer";
        YEARS_AHEAD = "Notes in this file are dated {year}, years ahead of this tablet. If this tablet’s own date is right, check with the sender, and import it only if you trust it", "Las notas de este archivo tienen fecha de {year}, años por delante de esta tableta. Si la fecha de esta tableta es correcta, consulte a quien lo envió e impórtelo solo si confía en él";
        CANNOT_READ_FILE = "“{file}” can’t be read: {cause}", "No se puede leer “{file}”: {cause}";
    }
}

/// How many bytes of a file are read at a time. The browser takes its time for each piece, whatever its length.
const CHUNK: usize = 4 << 20;

/// Why a file was not taken in. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// The file itself is wrong.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The browser could not read the file.
    #[error("{name}: {error}")]
    File {
        /// The file's name.
        name: String,
        /// Why.
        error: FileError,
    },
    /// The book changed since the preview was made.
    #[error("the book changed since the preview")]
    Stale,
    /// It would erase so many records for good, and nobody agreed to that.
    #[error("it would erase {0} records")]
    Erases(usize),
    /// Its notes are dated years ahead of this tablet, in milliseconds since 1970, and nobody agreed to that.
    #[error("its notes are dated years ahead, at {0} ms")]
    YearsAhead(u64),
    /// The store failed, another tab writes, or the person cancelled.
    #[error(transparent)]
    Work(#[from] WorkError),
}

impl From<Cancelled> for ImportError {
    fn from(cancelled: Cancelled) -> ImportError {
        ImportError::Work(cancelled.into())
    }
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> ImportError {
        ImportError::Work(error.into())
    }
}

impl ImportError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            ImportError::Read(error) => error.message(),
            ImportError::File { name, error } => {
                words::CANNOT_READ_FILE.with("file", name.as_str()).with("cause", error.to_string())
            }
            ImportError::Stale => last_import::words::CHANGED_MEANWHILE.message(),
            ImportError::Erases(1) => words::ERASES_ONE.message(),
            ImportError::Erases(count) => words::ERASES.with("count", *count),
            ImportError::YearsAhead(ms) => words::YEARS_AHEAD.with("year", year_of(*ms)),
            ImportError::Work(error) => error.message(),
        }
    }

    /// Whether taking in what is whole may be offered.
    pub fn can_salvage(&self) -> bool {
        matches!(self, ImportError::Read(ReadError { fault, .. }) if !matches!(fault, Fault::NotOurs | Fault::Newer))
    }
}

/// What somebody agreed to who was shown what a file does beyond adding notes. Nothing brings erased records back, and
/// a date years ahead stands above everything written later; so neither is done by a file without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confirmed {
    /// How many records may be erased for good.
    pub erases: usize,
    /// Whether notes may be dated years ahead of this tablet.
    pub years_ahead: bool,
}

/// Whether what is taken in is remembered as a step of this tablet, which can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remembered {
    /// As the last import: somebody chose a file.
    AsLastImport,
    /// Not: it is what the team has noted, and came by itself.
    Not,
}

/// A file that was read and can be taken in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// What taking it in would do.
    pub preview: Preview,
    fresh: Vec<Passing>,
    ops: Vec<Operation>,
    /// What the file tells of everyone, known or not.
    holds: VersionVector,
    /// What it holds with all its words.
    copies: VersionVector,
    /// What was known here when the preview was made.
    seen: VersionVector,
    orgs: BTreeSet<String>,
    branches: Branches,
    /// What the device that made the file could not store.
    rescued: Option<Rescued>,
}

/// What becomes of the workspace once a file is taken in.
struct Accepted {
    me: Identity,
    head: Head,
    backup: Backup,
    taken: LastImport,
    /// What follows from it here, and what is written of that.
    lawful: Plan,
    own: Prepared,
    /// What could not be read and is replaced or set aside.
    healed: Vec<SegmentKey>,
}

impl Workspace {
    /// Every operation there is, as one document, with what it covers.
    ///
    /// # Errors
    /// If the store cannot be read, a stored segment is damaged, or the person cancels.
    pub async fn export(&self, job: &Job) -> Result<(OutFile, VersionVector), ImportError> {
        let keys = self.store.segment_keys().await?;
        let (mut writer, mut pieces, mut covers) = (Writer::default(), Vec::new(), VersionVector::default());
        let mut found = Vec::new();
        let mut rescued = self.state().rescued();
        let mut write = |segment: &Passing| pieces.push(writer.segment_with(segment, rescued.take()));
        let mut open: Option<Passing> = None;
        let mut take = |next: Passing| {
            // The last one may still grow with the next.
            let (whole, rest) = match open.take() {
                Some(before) => before.join(next),
                None => (next, None),
            };
            if rest.is_some() {
                write(&whole);
            }
            open = rest.or(Some(whole));
        };
        self.visit(&keys, job, |key, bytes| {
            let passing = match Passing::from_bytes(&bytes) {
                Ok(passing) => passing,
                // A damaged segment must not keep all others from leaving; what is missing is said.
                Err(error) => {
                    found.push(Unread::new(key, &bytes, error));
                    return Ok(());
                }
            };
            covers.insert_range(key.stream, passing.segment().first(), passing.segment().last());
            take(passing);
            Ok(())
        })
        .await?;
        self.note_unread(found);
        // What the store refused leaves as well, since nothing else may hold it; its numbers may yet become those of
        // other notes, so it does not count as a copy of what is here.
        let refused: Vec<_> = self.state().unsaved.segments().map(|(_, bytes)| Passing::from_bytes(bytes)).collect();
        refused.into_iter().flatten().for_each(take);
        open.iter().for_each(&mut write);
        pieces.push(writer.finish());
        let now = self.now().moment();
        let moment = format!("{}-{:02}{:02}", now.date_naive(), now.hour(), now.minute());
        let dev = self.state().me.dev.to_string();
        let name = format!("porchlight-{moment}-{}.json", dev.get(..4).unwrap_or_default());
        Ok((OutFile { name, media_type: "application/json", pieces }, covers))
    }

    /// Notes that a copy of these operations has left this device.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn mark_copied(&self, covers: &VersionVector, how: Sent) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        let noted = |state: &State| {
            let mut backup = state.backup.clone();
            backup.seen.join(covers);
            if how == Sent::Downloaded {
                backup.saved.join(covers);
            }
            (backup.at_ms, backup.how) = (Some(self.now().ms), Some(how));
            backup
        };
        self.commit_anew(|state| {
            let meta = vec![(names::BACKUP.to_owned(), Some(to_bytes(&noted(state))?))];
            Ok(Commit { meta, durable: true, ..Commit::default() })
        })
        .await?;
        let backup = noted(&self.state());
        self.change(|state| state.backup = backup);
        self.tell(News::State);
        Ok(())
    }

    /// Reads a file and says what taking it in would do. With `salvage`, what is whole of a damaged file.
    ///
    /// # Errors
    /// What is wrong with the file. Nothing is changed in any case.
    pub async fn read_export(&self, file: &dyn InFile, salvage: bool, job: &Job) -> Result<Incoming, ImportError> {
        self.incoming(file.name(), async |branches| self.read_once(file, branches, salvage, job).await, job).await
    }

    /// What was read and can be taken in, and what that would do. It is read again where a copied tablet's history parts
    /// from the one known here.
    pub(super) async fn incoming(
        &self,
        name: String,
        read: impl AsyncFn(Branches) -> Result<(Gathered, Vec<ReadError>), ImportError>,
        job: &Job,
    ) -> Result<Incoming, ImportError> {
        let mut branches = Branches::default();
        let (mut gathered, faults) = loop {
            let read = read(branches.clone()).await?;
            // A copied tablet's history parts from the one known here. Where, is known only now.
            if !self.note_branches(&read.0, &mut branches).await? {
                break read;
            }
        };
        let erased: BTreeSet<(String, Id)> =
            gathered.ops.iter().filter(|op| op.erases()).map(|op| (op.kind.clone(), op.id)).collect();
        gathered.leave_out_hollow(|kind, id| {
            let known = self.state().book.is_erased(kind, id);
            known || erased.contains(&(kind.to_owned(), id))
        });
        let Gathered { fresh, ops, holds, copies, known, orgs, writers, rescued, .. } = gathered;
        // What goes with what it erases or denies is said as well.
        let follows = self.lawful_import(&ops).erases;
        let trial = Trial::of(&self.state().book, &ops, follows);
        // What is said of it is what holds now, whatever comes in while it is tried.
        let seen = self.state().book.seen().clone();
        let mut preview = trial.preview(&ops, job).await?;
        let state = self.state();
        preview.mended = ops.iter().filter(|op| seen.contains(op.stream, op.seq)).count();
        preview.known = known.values().map(|leaves| leaves.len() as u64).sum();
        preview.devices = writers;
        preview.other_org = orgs.iter().any(|org| *org != state.me.org);
        preview.parted = !branches.is_empty();
        preview.faults = faults;
        preview.years_ahead = preview::years_ahead(&ops, state.book.latest(), self.now());
        Ok(Incoming { name, preview, fresh, ops, holds, copies, seen, orgs, branches, rescued })
    }

    /// Takes in what was read: all of it or nothing, as one step that can be undone but for what it erases.
    ///
    /// # Errors
    /// Why nothing was taken in; among the reasons, that it would erase more than the person agreed to, or that they
    /// cancel before it is stored.
    pub async fn accept(&self, incoming: Incoming, agreed: Confirmed, job: &Job) -> Result<Done, ImportError> {
        self.accept_as(incoming, agreed, Remembered::AsLastImport, job).await
    }

    /// As [`Workspace::accept`].
    pub(super) async fn accept_as(
        &self,
        incoming: Incoming,
        agreed: Confirmed,
        remembered: Remembered,
        job: &Job,
    ) -> Result<Done, ImportError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following.into());
        }
        // What comes is filed behind what waits to be stored.
        self.flush().await?;
        let mut tries = 0;
        let Accepted { me, head, backup, taken, healed, lawful, own } = loop {
            let (commit, accepted) = self.prepare_import(&incoming, agreed, remembered, job).await?;
            match self.commit_import(commit).await {
                Ok(()) => break accepted,
                // Another tab wrote in between: look again, and whether it still fits.
                Err(WorkError::Store(StoreError::Behind)) if tries < TRIES => {
                    tries += 1;
                    self.look_again().await?;
                }
                Err(error) => return Err(error.into()),
            }
        };
        let Incoming { name, ops, rescued, fresh, .. } = incoming;
        // It is stored, and of a large file it is much.
        drop(fresh);
        self.change(|state| {
            (state.me, state.backup, state.head) = (me, backup, head);
            state.unread.retain(|unread| !healed.contains(&unread.key));
        });
        let changes = self.take_in_many(&ops, job).await;
        self.done(&lawful, &own);
        let done = if remembered == Remembered::Not {
            Done { label: taken.label(), stored: true, step: None, changed: !ops.is_empty() }
        } else if ops.is_empty() {
            Done { label: words::NOTHING_NEW.with("file", name), stored: true, step: None, changed: false }
        } else {
            let label = taken.label();
            let step = self.change(|state| {
                let step = Some(state.push_step(label.clone(), changes));
                state.last_import = Some(LastImport { step, ..taken });
                step
            });
            Done { label, stored: true, step, changed: true }
        };
        if let Some(rescued) = rescued {
            self.take_back(rescued).await;
        }
        self.tell(News::Drafts);
        self.tell(News::State);
        Ok(done)
    }
}

/// The year of a date in milliseconds since 1970, UTC.
pub(super) fn year_of(ms: u64) -> i32 {
    let moment = i64::try_from(ms).ok().and_then(chrono::DateTime::from_timestamp_millis);
    moment.map_or(0, |moment| chrono::Datelike::year(&moment))
}

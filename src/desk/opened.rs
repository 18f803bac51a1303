//! Notes that were read into memory, as a tablet has them.

use super::error::DeskError;
use super::folder::{FolderPlace, LookedAt};
use super::source::{DeskFile, Source, files_ending};
use super::world::{DeskClock, DeskIds};
use super::wrong;
use crate::capabilities;
use crate::exchange::sync::{Agreed, SyncError, Synced};
use crate::exchange::transfer::{Confirmed, ImportError};
use crate::log::fault::ReadError;
use crate::model::id::{DeviceId, Id};
use crate::model::unicode;
use crate::ports::{Commit, Ids, Role, Store};
use crate::ui::capability;
use crate::work::head::Identity;
use crate::work::job::Job;
use crate::work::memory::MemoryStore;
use crate::work::stored::{names, to_bytes};
use crate::work::workspace::{WorkError, Workspace};
use std::fs;
use std::future::Future;
use std::path::Path;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;

/// Notes in memory.
pub struct Opened {
    /// What reads and writes them.
    pub work: Workspace,
}

/// What came of reading notes, beside the notes.
#[derive(Debug, Default)]
pub struct Left {
    /// What could not be read, with why.
    pub unread: Vec<(String, String)>,
    /// Files of a newer version.
    pub newer: Vec<String>,
    /// Files that are none of Porchlight's.
    pub foreign: Vec<String>,
}

impl Left {
    /// Whether everything was read.
    pub fn is_empty(&self) -> bool {
        self.unread.is_empty() && self.newer.is_empty()
    }
}

/// Waits for something that needs nobody but this computer.
pub fn wait<T>(future: impl Future<Output = T>) -> Result<T, DeskError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    Ok(runtime.map_err(|error| DeskError::Failed(error.to_string()))?.block_on(future))
}

/// Somebody new, of this organization or one of its own.
pub fn somebody(org: Option<String>) -> Identity {
    let org = org.unwrap_or_else(|| Id(DeskIds.random()).to_string());
    Identity { dev: DeviceId((DeskIds.random() >> 64) as u64), epoch: 1, org }
}

impl Opened {
    /// No notes yet, kept by this one.
    ///
    /// # Errors
    /// Where the memory does not take them, which does not happen.
    pub fn by(me: &Identity) -> Result<Opened, DeskError> {
        unicode::decompose_with(|text| text.nfd().collect());
        capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
        let store = Rc::new(MemoryStore::default());
        let open = async {
            let meta = vec![(names::DEVICE.to_owned(), Some(to_bytes(me)?))];
            store.commit(Commit { meta, ..Commit::default() }).await?;
            let (clock, ids) = (Rc::new(DeskClock), Rc::new(DeskIds));
            let work = Workspace::open(store.clone(), clock, ids, capability::registry(), &Job::quiet()).await?;
            work.set_role(Role::Writer).await?;
            Ok::<_, WorkError>(work)
        };
        let work = wait(open)?.map_err(|error| DeskError::Failed(error.to_string()))?;
        Ok(Opened { work })
    }

    /// Reads all of this, whosever it is. What cannot be read is told.
    ///
    /// # Errors
    /// Where the disk fails.
    pub fn read(sources: &[Source]) -> Result<(Opened, Left), DeskError> {
        let (opened, mut left) = (Opened::by(&somebody(None))?, Left::default());
        let agreed = Agreed { other_org: true, fill_again: true, years_ahead: true, sound: false };
        for source in sources {
            match source {
                Source::Place(path) => {
                    let place = FolderPlace::at(path);
                    let synced = wait(opened.work.sync(&LookedAt::of(&place), &name_of(path), agreed, &Job::quiet()))?;
                    match synced {
                        Ok(synced) => left.of_place(path, synced),
                        Err(error) => left.unread.push((path.display().to_string(), wrong::sync(&error))),
                    }
                }
                Source::File(path) => {
                    if let Err(error) = opened.take(path, false, Anyone::May)? {
                        left.unread.push((path.display().to_string(), wrong::import(&error)));
                    }
                }
            }
        }
        Ok((opened, left))
    }

    /// Takes in a file that somebody exported, or with `salvage` what is whole of it. Gives what was wrong with it.
    ///
    /// # Errors
    /// Where it cannot be opened; within it, why nothing was taken in.
    pub fn take(
        &self,
        path: &Path,
        salvage: bool,
        whose: Anyone,
    ) -> Result<Result<Vec<ReadError>, ImportError>, DeskError> {
        let (file, job) = (DeskFile::open(path)?, Job::quiet());
        let taking = async {
            let incoming = self.work.read_export(&file, salvage, &job).await?;
            let faults = incoming.preview.faults.clone();
            let agreed = Confirmed { erases: incoming.preview.erases(), years_ahead: whose.may_be_years_ahead() };
            if incoming.preview.other_org && !whose.may_be_of_others() {
                return Ok(None);
            }
            self.work.accept(incoming, agreed, &job).await?;
            Ok(Some(faults))
        };
        match wait(taking)? {
            Ok(Some(faults)) => Ok(Ok(faults)),
            Ok(None) => Err(wrong::other_org(path)),
            Err(error) => Ok(Err(error)),
        }
    }

    /// How many operations there are.
    pub fn operations(&self) -> u64 {
        self.work.state().book.seen().count()
    }

    /// Takes in what is whole of every file of notes in a place, whatever its tablets say of them. Gives what was wrong, by
    /// file.
    ///
    /// # Errors
    /// Where the disk fails.
    pub fn salvage_place(&self, place: &Path) -> Result<Vec<(String, String)>, DeskError> {
        let mut files = Vec::new();
        let log = place.join("log");
        let tablets = if log.is_dir() {
            fs::read_dir(&log).map_err(DeskError::at(&log, "it cannot be read"))?
        } else {
            return Ok(Vec::new());
        };
        for tablet in tablets {
            let tablet = tablet.map_err(DeskError::at(&log, "it cannot be read"))?.path();
            if tablet.is_dir() {
                files.extend(files_ending(&tablet, "json")?);
            }
        }
        files.sort_unstable();
        // Lines that lost their words are taken in once it is known that their record was erased, which a later file may
        // say.
        loop {
            let (before, mut faults) = (self.operations(), Vec::new());
            for file in &files {
                let said = match self.take(file, true, Anyone::May)? {
                    Ok(found) => found.first().map(|fault| wrong::read(fault)),
                    Err(error) => Some(wrong::import(&error)),
                };
                faults.extend(said.map(|said| (file.display().to_string(), said)));
            }
            if self.operations() == before {
                return Ok(faults);
            }
        }
    }
}

/// Whose notes are taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anyone {
    /// Whosever, and dated whenever: they are only looked at.
    May,
    /// Those that somebody agreed to.
    As(Agreed),
}

impl Anyone {
    fn may_be_of_others(self) -> bool {
        matches!(self, Anyone::May | Anyone::As(Agreed { other_org: true, .. }))
    }

    fn may_be_years_ahead(self) -> bool {
        matches!(self, Anyone::May | Anyone::As(Agreed { years_ahead: true, .. }))
    }
}

impl Left {
    /// Adds what was left of a place.
    pub fn of_place(&mut self, place: &Path, synced: Synced) {
        let named = |name: String| place.join(name).display().to_string();
        let awaited = synced.awaited.into_iter().chain(synced.damaged).map(named);
        self.unread.extend(awaited.map(|name| (name, "it is damaged, or not there yet".to_owned())));
        self.newer.extend(synced.newer.into_iter().map(named));
        self.foreign.extend(synced.foreign.into_iter().map(named));
    }
}

/// What a place is remembered by.
pub fn name_of(place: &Path) -> String {
    format!("folder {}", place.display())
}

/// What is wrong with a place, as an end to the command.
pub fn with_place(place: &Path) -> impl FnOnce(SyncError) -> DeskError {
    let place = place.display().to_string();
    move |error| DeskError::Failed(format!("{place}: {}", wrong::sync(&error)))
}

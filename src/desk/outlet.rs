//! Where the files of `list` and `export` go while they are made: nobody holds more than a table.

use super::atomic::Pending;
use super::error::DeskError;
use super::opened::{Opened, wait};
use crate::exchange::office::{Office, OfficeSink};
use crate::formats::office::NotWritten;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use crate::work::job::Job;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file that was written.
#[derive(Debug, Serialize)]
pub struct Written {
    /// Where it is.
    pub path: String,
    /// The kind whose table it is; none for the file of all.
    pub kind: Option<&'static str>,
    /// How many records it holds.
    pub records: usize,
}

/// How many records there are of a kind.
#[derive(Debug, Serialize)]
pub struct Counted {
    /// The name of the kind in files.
    pub kind: &'static str,
    /// What they are called.
    pub called: String,
    /// How many records it holds.
    pub records: usize,
}

/// What takes in files while they are made, and may fail in its own way.
pub trait Outlet: OfficeSink {
    /// Why it failed, if it did.
    fn failed(&mut self) -> Option<DeskError> {
        None
    }
}

/// Makes the files of notes, of all kinds or of one alone.
///
/// # Errors
/// Why they cannot be made, or not be kept.
pub fn make(
    opened: &Opened,
    office: Office,
    only: Option<&'static Kind>,
    to: &mut impl Outlet,
) -> Result<(), DeskError> {
    let made = wait(opened.work.office_files(office, only, to, &Job::quiet()))?;
    match to.failed() {
        Some(error) => Err(error),
        None => made.map_err(|error| DeskError::Failed(error.to_string())),
    }
}

/// Keeps why something failed, and stops what is made.
fn kept<T>(result: Result<T, DeskError>, failed: &mut Option<DeskError>) -> Result<T, NotWritten> {
    result.map_err(|error| {
        let said = NotWritten::because(&error.to_string());
        *failed = Some(error);
        said
    })
}

/// A table for each kind in a folder, or one file of everything; each is there whole or not at all.
pub struct Files<'a> {
    out: &'a Path,
    tables: bool,
    /// The one that is being written.
    pending: Option<Pending>,
    written: Vec<Written>,
    failed: Option<DeskError>,
}

impl<'a> Files<'a> {
    /// Tables in a folder that is there, or one file.
    pub fn at(out: &'a Path, tables: bool) -> Files<'a> {
        Files { out, tables, pending: None, written: Vec::new(), failed: None }
    }

    /// Puts the last one in its place, and tells of all.
    ///
    /// # Errors
    /// Where the disk does not take it.
    pub fn end(mut self) -> Result<Vec<Written>, DeskError> {
        self.close()?;
        Ok(self.written)
    }

    fn close(&mut self) -> Result<(), DeskError> {
        let Some((pending, written)) = self.pending.take().zip(self.written.last()) else { return Ok(()) };
        pending.replace().map_err(DeskError::at(Path::new(&written.path), "it cannot be written"))
    }

    fn open(&mut self, path: PathBuf, kind: Option<&'static Kind>, records: usize) -> Result<(), DeskError> {
        self.close()?;
        self.pending = Some(Pending::beside(&path).map_err(DeskError::at(&path, "it cannot be written"))?);
        self.written.push(Written { path: path.display().to_string(), kind: kind.map(|kind| kind.id), records });
        Ok(())
    }
}

impl OfficeSink for Files<'_> {
    fn begin(&mut self, kind: Option<&'static Kind>, _: String, records: usize) -> Result<bool, NotWritten> {
        let path = match kind {
            Some(kind) if self.tables => self.out.join(format!("{}.csv", kind.id)),
            None if !self.tables => self.out.to_owned(),
            _ => return Ok(false),
        };
        let opened = self.open(path, kind, records);
        kept(opened, &mut self.failed).map(|()| true)
    }

    fn piece(&mut self, bytes: Vec<u8>) -> Result<(), NotWritten> {
        let Some((pending, written)) = self.pending.as_mut().zip(self.written.last()) else { return Ok(()) };
        let done = pending.write(&bytes).map_err(DeskError::at(Path::new(&written.path), "it cannot be written"));
        kept(done, &mut self.failed)
    }
}

impl Outlet for Files<'_> {
    fn failed(&mut self) -> Option<DeskError> {
        self.failed.take()
    }
}

/// How many records there are of each kind.
pub struct Counts {
    lang: Lang,
    /// So many of each, in the order of the kinds.
    pub kinds: Vec<Counted>,
}

impl Counts {
    /// None yet, with what they are called in this language.
    pub fn called_in(lang: Lang) -> Counts {
        Counts { lang, kinds: Vec::new() }
    }
}

impl OfficeSink for Counts {
    fn begin(&mut self, kind: Option<&'static Kind>, _: String, records: usize) -> Result<bool, NotWritten> {
        let counted = |kind: &Kind| Counted { kind: kind.id, called: kind.plural.get(self.lang).to_owned(), records };
        self.kinds.extend(kind.map(counted));
        Ok(false)
    }

    fn piece(&mut self, _: Vec<u8>) -> Result<(), NotWritten> {
        Ok(())
    }
}

impl Outlet for Counts {}

/// The table of a kind, as CSV: how wide its columns are is known at its end.
#[derive(Default)]
pub struct Table(pub Vec<u8>);

impl OfficeSink for Table {
    fn begin(&mut self, kind: Option<&'static Kind>, _: String, _: usize) -> Result<bool, NotWritten> {
        Ok(kind.is_some())
    }

    fn piece(&mut self, bytes: Vec<u8>) -> Result<(), NotWritten> {
        self.0.extend(bytes);
        Ok(())
    }
}

impl Outlet for Table {}

/// The records of a kind, written out in one line as they come: what stands between the brackets of the file of all.
pub struct Records<W> {
    out: W,
    begun: bool,
    /// What may be the end of the file, which does not belong to them.
    held: Vec<u8>,
    failed: Option<DeskError>,
}

impl<W: Write> Records<W> {
    /// Into this.
    pub fn into(out: W) -> Records<W> {
        Records { out, begun: false, held: Vec::new(), failed: None }
    }
}

/// What follows upon the records in a file with one kind, but for line feeds.
const END: &[u8] = b"}}";

impl<W: Write> OfficeSink for Records<W> {
    fn begin(&mut self, kind: Option<&'static Kind>, _: String, _: usize) -> Result<bool, NotWritten> {
        Ok(kind.is_none())
    }

    fn piece(&mut self, mut bytes: Vec<u8>) -> Result<(), NotWritten> {
        if !self.begun {
            // No bracket stands before them.
            let Some(at) = bytes.iter().position(|byte| *byte == b'[') else { return Ok(()) };
            bytes.drain(..at);
            self.begun = true;
        }
        // Between records stand line feeds, within them none.
        self.held.extend(bytes.into_iter().filter(|byte| *byte != b'\n'));
        let sure = self.held.len().saturating_sub(END.len());
        let told = self.out.write_all(&self.held[..sure]).map_err(DeskError::Told);
        self.held.drain(..sure);
        kept(told, &mut self.failed)
    }
}

impl<W: Write> Outlet for Records<W> {
    fn failed(&mut self) -> Option<DeskError> {
        self.failed.take()
    }
}

//! The office export: current records as files that anybody can open, made step by step.

use crate::formats::Progress;
use crate::formats::office::{NotWritten, OfficeCsv, OfficeJson, Walls};
use crate::formats::zip::zip;
use crate::log::segment::Segment;
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::text::{Lang, Message};
use crate::ports::OutFile;
use crate::work::error;
use crate::work::job::{Cancelled, Job};
use crate::work::workspace::Workspace;
use std::rc::Rc;

/// What the files shall be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// The language of headers and answers.
    pub lang: Lang,
    /// Whether everything about persons is left out.
    pub public_only: bool,
}

/// One file of the office export.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeFile {
    /// The kind whose table it is; none for the one that holds everything.
    pub kind: Option<&'static Kind>,
    /// How many records are in it.
    pub records: usize,
    /// The file.
    pub file: OutFile,
}

/// Why there are no files. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeError {
    /// A file could not be made.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// The person cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl OfficeError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            OfficeError::NotWritten(error) => error.message(),
            OfficeError::Cancelled(_) => error::words::CANCELLED.message(),
        }
    }
}

/// Where files go piece by piece, so that nobody has to hold a whole one.
pub trait OfficeSink {
    /// A file begins: the table of a kind, or everything as JSON. `false` if nobody wants it; then it is not made.
    ///
    /// # Errors
    /// If it cannot be kept.
    fn begin(&mut self, kind: Option<&'static Kind>, name: String, records: usize) -> Result<bool, NotWritten>;

    /// What comes next of it.
    ///
    /// # Errors
    /// If it cannot be kept.
    fn piece(&mut self, bytes: Vec<u8>) -> Result<(), NotWritten>;
}

/// All files, held in memory.
impl OfficeSink for Vec<OfficeFile> {
    fn begin(&mut self, kind: Option<&'static Kind>, name: String, records: usize) -> Result<bool, NotWritten> {
        let media_type = if kind.is_some() { "text/csv" } else { "application/json" };
        self.push(OfficeFile { kind, records, file: OutFile { name, media_type, pieces: Vec::new() } });
        Ok(true)
    }

    fn piece(&mut self, bytes: Vec<u8>) -> Result<(), NotWritten> {
        if let Some(last) = self.last_mut() {
            last.file.pieces.push(bytes);
        }
        Ok(())
    }
}

impl Workspace {
    /// Makes the files: a table for each kind that has something to show, then everything as JSON. What somebody does
    /// not allow to be shown to others is left out, whoever the files are for.
    ///
    /// Needs only what is in memory, so it works when the storage fails.
    ///
    /// # Errors
    /// If a file cannot be made, or the person cancels.
    pub async fn office_export(&self, office: Office, job: &Job) -> Result<Vec<OfficeFile>, OfficeError> {
        let mut files = Vec::new();
        self.office_files(office, None, &mut files, job).await?;
        Ok(files)
    }

    /// The same files, piece by piece, of all kinds or of one alone.
    ///
    /// # Errors
    /// If a file cannot be made or kept, or the person cancels.
    pub async fn office_files(
        &self,
        office: Office,
        only: Option<&'static Kind>,
        to: &mut dyn OfficeSink,
        job: &Job,
    ) -> Result<(), OfficeError> {
        // All files show the same moment, whatever comes in while they are made.
        let book = self.state().book.clone();
        let now = self.now();
        let Office { lang, public_only } = office;
        let day = now.today();
        let withheld = Rc::new(self.state().policies.withheld(&book));
        let walls = self.walls_to_come(&book, now).await;
        let kinds = book.kinds().iter().copied().filter(|kind| only.is_none_or(|only| only.id == kind.id));
        let kinds: Vec<&'static Kind> = kinds.collect();
        let json = OfficeJson::new(&book, public_only, now).of(&kinds);
        let mut json = json.without(withheld.clone()).with_walls(walls);
        let tables = kinds.iter().filter(|kind| !public_only || kind.fields().any(|field| !field.private));
        let tables = tables.map(|kind| (*kind, json.count(kind))).filter(|(_, records)| *records > 0);
        let tables: Vec<(&'static Kind, usize)> = tables.collect();
        let of = json.progress().of + tables.iter().map(|(_, records)| records).sum::<usize>();
        let mut before = 0;
        for (kind, records) in tables {
            let name = format!("porchlight-{}-{day}.csv", plain(kind.plural.get(lang)));
            if to.begin(Some(kind), name, records)? {
                // One after the other: each holds the shelves of the book anew.
                let mut table = OfficeCsv::new(&book, kind, lang, public_only).without(withheld.clone());
                pieces(job, before, of, to, || Ok((table.step()?, table.progress()))).await?;
            }
            before += records;
        }
        if to.begin(None, format!("porchlight-office-{day}.json"), json.progress().of)? {
            pieces(job, before, of, to, || Ok((json.step()?, json.progress()))).await?;
        }
        Ok(())
    }
}

/// All files as one.
///
/// # Errors
/// If they are too large for one file.
pub fn all_in_one(files: &[OfficeFile], now: Now) -> Result<OutFile, NotWritten> {
    let files = files.iter().map(|office| (office.file.name.clone(), office.file.pieces.clone()));
    let name = format!("porchlight-office-{}.zip", now.today());
    Ok(OutFile { name, media_type: "application/zip", pieces: zip(files, now)? })
}

impl Workspace {
    /// What wall clocks said at changes that are ordered after the present, as they are for long once notes came from a
    /// tablet whose clock was ahead. Of what cannot be read nothing is said: the files are made without it.
    async fn walls_to_come(&self, book: &Book, now: Now) -> Walls {
        let present = u64::try_from(now.ms).unwrap_or_default();
        let to_come = |record: &std::sync::Arc<Record>| record.is_alive() && record.changed().ms() > present;
        let mut walls = Walls::new();
        if !book.kinds().iter().any(|kind| book.records(kind.id).any(to_come)) {
            return walls;
        }
        let Ok(keys) = self.store.segment_keys().await else { return walls };
        let job = Job::quiet();
        let read = self.visit(&keys, &job, |_, bytes| {
            let ops = Segment::from_bytes(&bytes).map(|(_, ops)| ops).unwrap_or_default();
            for op in ops.into_iter().filter(|op| op.tick.ms() > present) {
                let wall = date::moment(&op.wall).and_then(|wall| u64::try_from(wall.timestamp_millis()).ok());
                walls.extend(wall.map(|wall| ((op.id, op.tick), wall)));
            }
            Ok(())
        });
        let read = read.await;
        if read.is_err() {
            walls.clear();
        }
        walls
    }
}

/// Hands on all pieces of a file, with a break after each.
async fn pieces(
    job: &Job,
    before: usize,
    of: usize,
    to: &mut dyn OfficeSink,
    mut step: impl FnMut() -> Result<(Option<Vec<u8>>, Progress), NotWritten>,
) -> Result<(), OfficeError> {
    while let (Some(piece), progress) = step()? {
        to.piece(piece)?;
        job.step(before + progress.done, of).await?;
    }
    Ok(())
}

/// A word as it may stand in a file's name anywhere.
fn plain(word: &str) -> String {
    fold(word).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

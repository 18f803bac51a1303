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

impl Workspace {
    /// Makes the files: a table for each kind that has something to show, then everything as JSON. What somebody does
    /// not allow to be shown to others is left out, whoever the files are for.
    ///
    /// Needs only what is in memory, so it works when the storage fails.
    ///
    /// # Errors
    /// If a file cannot be made, or the person cancels.
    pub async fn office_export(&self, office: Office, job: &Job) -> Result<Vec<OfficeFile>, OfficeError> {
        // All files show the same moment, whatever comes in while they are made.
        let book = self.state().book.clone();
        let now = self.now();
        let Office { lang, public_only } = office;
        let day = now.today();
        let withheld = Rc::new(self.state().policies.withheld(&book));
        let walls = self.walls_to_come(&book, now).await;
        let mut json = OfficeJson::new(&book, public_only, now).without(withheld.clone()).with_walls(walls);
        let tables = book.kinds().iter().filter(|kind| !public_only || kind.fields().any(|field| !field.private));
        let table = |kind| OfficeCsv::new(&book, kind, lang, public_only).without(withheld.clone());
        let tables: Vec<(&'static Kind, OfficeCsv)> = tables.map(|kind| (*kind, table(kind))).collect();
        let of = json.progress().of + tables.iter().map(|(_, table)| table.progress().of).sum::<usize>();
        let (mut files, mut before) = (Vec::new(), 0);
        for (kind, mut table) in tables.into_iter().filter(|(_, table)| table.progress().of > 0) {
            let pieces = pieces(job, before, of, || Ok((table.step()?, table.progress()))).await?;
            let records = table.progress().of;
            before += records;
            let name = format!("porchlight-{}-{day}.csv", plain(kind.plural.get(lang)));
            let file = OutFile { name, media_type: "text/csv", pieces };
            files.push(OfficeFile { kind: Some(kind), records, file });
        }
        let pieces = pieces(job, before, of, || Ok((json.step()?, json.progress()))).await?;
        let name = format!("porchlight-office-{day}.json");
        let file = OutFile { name, media_type: "application/json", pieces };
        files.push(OfficeFile { kind: None, records: json.progress().of, file });
        Ok(files)
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

/// All pieces of a file, with a break after each.
async fn pieces(
    job: &Job,
    before: usize,
    of: usize,
    mut step: impl FnMut() -> Result<(Option<Vec<u8>>, Progress), NotWritten>,
) -> Result<Vec<Vec<u8>>, OfficeError> {
    let mut pieces = Vec::new();
    while let (Some(piece), progress) = step()? {
        pieces.push(piece);
        job.step(before + progress.done, of).await?;
    }
    Ok(pieces)
}

/// A word as it may stand in a file's name anywhere.
fn plain(word: &str) -> String {
    fold(word).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

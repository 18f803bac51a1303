//! A spreadsheet taken in: read within limits, its columns matched, planned, and written as one step.

use crate::formats::columns::Target;
use crate::formats::csv_import::columns::{guess_columns, is_honorific};
use crate::formats::csv_import::decode::{Encoding, decode};
use crate::formats::csv_import::plan::{Import, ImportPlan};
use crate::formats::csv_import::table::{MAX_BYTES, Table, TableReader, Unreadable};
use crate::model::kind::Kind;
use crate::model::text::{Message, Text};
use crate::model::version_vector::VersionVector;
use crate::ports::{FileError, InFile};
use crate::work::command::{Command, Done};
use crate::work::error::WorkError;
use crate::work::job::{Cancelled, Job};
use crate::work::last_import::{Imported, LastImport};
use crate::work::workspace::Workspace;
use std::collections::HashSet;

/// The sentences of this module.
pub mod words {
    crate::words! {
        WORKBOOK = "“{file}” is a spreadsheet program’s own file. Open it there, choose “Save as” and “CSV”, and import that file", "“{file}” es un archivo propio de un programa de hojas de cálculo. Ábralo allí, elija “Guardar como” y “CSV”, e importe ese archivo";
        NOT_TEXT = "“{file}” has no table that can be read as text. Save the spreadsheet as CSV and import that file", "“{file}” no contiene una tabla que se pueda leer como texto. Guarde la hoja como CSV e importe ese archivo";
    }
}

/// How many bytes of a file are read at a time.
const CHUNK: usize = 1 << 20;
/// How many cells of a column are shown as samples.
const SAMPLES: usize = 3;

/// What a file holds, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Notes of ours, or JSON that claims to be.
    Notes,
    /// Something else, at best a table.
    Table,
}

/// Why a spreadsheet was not taken in. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TableError {
    /// The browser could not read the file.
    #[error("{name}: {error}")]
    File {
        /// The file's name.
        name: String,
        /// Why.
        error: FileError,
    },
    /// It is something other than text.
    #[error("{name} is no text")]
    NoText {
        /// The file's name.
        name: String,
        /// Whether it is the own format of a spreadsheet program.
        workbook: bool,
    },
    /// There is no table in it.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The store failed, another tab writes, the book changed since, or the person cancelled.
    #[error(transparent)]
    Work(#[from] WorkError),
}

impl From<Cancelled> for TableError {
    fn from(cancelled: Cancelled) -> TableError {
        TableError::Work(cancelled.into())
    }
}

impl TableError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            TableError::File { name, error } => {
                let text = crate::exchange::transfer::words::CANNOT_READ_FILE;
                text.with("file", name.as_str()).with("cause", error.to_string())
            }
            TableError::NoText { name, workbook } => {
                let text: Text = if *workbook { words::WORKBOOK } else { words::NOT_TEXT };
                text.with("file", name.as_str())
            }
            TableError::Unreadable(error) => error.message(),
            TableError::Work(error) => error.message(),
        }
    }
}

/// A spreadsheet that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The file's name.
    pub name: String,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub delimiter: char,
    /// Its cells.
    pub table: Table,
}

impl Sheet {
    /// What each column most likely holds.
    pub fn guess(&self, kind: &Kind) -> Vec<Option<Target>> {
        // A blank column has nothing to say, and must not take a field from one that has; nor does “Ms.” name anyone.
        let said = |(at, header): (usize, &String)| match self.samples(at).into_iter().all(is_honorific) {
            true => String::new(),
            false => header.clone(),
        };
        let headers: Vec<String> = self.table.headers.iter().enumerate().map(said).collect();
        guess_columns(kind, &headers)
    }

    /// The first different cells of a column that say something; none if the column is blank.
    pub fn samples(&self, column: usize) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let cells = self.table.rows.iter().filter_map(|(_, cells)| cells.get(column));
        for cell in cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) {
            if !found.contains(&cell) {
                found.push(cell);
            }
            if found.len() == SAMPLES {
                break;
            }
        }
        found
    }
}

/// What a spreadsheet would change, and what was known when that was worked out.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The file's name.
    pub name: String,
    /// The kind its rows are.
    pub kind: &'static Kind,
    /// What would change.
    pub plan: ImportPlan,
    seen: VersionVector,
}

impl Planned {
    /// How many rows are about a record that an earlier row is about too. Where they differ, the last one stays.
    pub fn repeated(&self) -> usize {
        let mut seen = HashSet::new();
        self.plan.rows.iter().filter_map(|row| row.record).filter(|record| !seen.insert(record.id())).count()
    }
}

/// What a file holds, by its first bytes: people rename files, and share sheets do too.
///
/// # Errors
/// If the browser cannot read the file.
pub async fn holds(file: &dyn InFile) -> Result<Holds, TableError> {
    let start = file.read(0, 1 << 10).await.map_err(|error| TableError::File { name: file.name(), error })?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start).trim_ascii_start();
    let json = start.starts_with(b"[{") || start.starts_with(b"{");
    let named = file.name().to_lowercase().ends_with(".json");
    // What a captive portal saves in place of a file is no table either; the reader of notes says what it is not.
    let page = start.starts_with(b"<");
    Ok(if json || named || page { Holds::Notes } else { Holds::Table })
}

/// Reads a spreadsheet.
///
/// # Errors
/// Why it cannot be read. Files beyond what a table may have are not read at all.
pub async fn read_sheet(file: &dyn InFile, job: &Job) -> Result<Sheet, TableError> {
    let name = file.name();
    let size = usize::try_from(file.size()).unwrap_or(usize::MAX);
    if size > MAX_BYTES {
        return Err(Unreadable::TooBig.into());
    }
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() <= MAX_BYTES {
        let chunk = file.read(bytes.len() as u64, CHUNK).await;
        let chunk = chunk.map_err(|error| TableError::File { name: name.clone(), error })?;
        if chunk.is_empty() {
            break;
        }
        bytes.extend_from_slice(&chunk);
        if let Some(workbook) = no_text(&bytes) {
            return Err(TableError::NoText { name, workbook });
        }
        // Reading is the smaller half of the work.
        job.step(bytes.len(), 3 * size.max(bytes.len())).await?;
    }
    let (text, encoding) = decode(&bytes);
    drop(bytes);
    let mut reader = TableReader::new(text)?;
    while reader.step()? {
        let progress = reader.progress();
        job.step(progress.of / 2 + progress.done, progress.of / 2 * 3).await?;
    }
    let delimiter = reader.delimiter();
    Ok(Sheet { name, encoding, delimiter, table: reader.finish()? })
}

/// Whether the bytes begin like a file that is no text: `Some(true)` for a workbook.
fn no_text(bytes: &[u8]) -> Option<bool> {
    // Workbooks are ZIP archives, old ones compound files.
    const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];
    const OTHERS: [&[u8]; 5] = [b"\x1f\x8b", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"];
    let begins = |known: &[&[u8]]| known.iter().any(|start| bytes.starts_with(start));
    (begins(&WORKBOOKS) || begins(&OTHERS)).then(|| begins(&WORKBOOKS))
}

impl Workspace {
    /// Works out what a spreadsheet would change. The targets say what each column holds.
    ///
    /// # Errors
    /// If the person cancels.
    pub async fn plan_sheet(
        &self,
        sheet: &Sheet,
        kind: &'static Kind,
        targets: &[Option<Target>],
        job: &Job,
    ) -> Result<Planned, TableError> {
        let (mut import, seen) = {
            let state = self.state();
            let import = Import::new(&state.book, kind, sheet.table.clone(), targets, self.zone());
            (import, state.book.seen().clone())
        };
        while import.step(|| self.new_id()) {
            let progress = import.progress();
            job.step(progress.done, progress.of).await?;
        }
        Ok(Planned { name: sheet.name.clone(), kind, plan: import.finish(), seen })
    }

    /// Takes in what was planned: all of it or nothing, as one step that can be undone.
    ///
    /// # Errors
    /// Why nothing was taken in; among the reasons, that notes came in since it was planned.
    pub async fn import_sheet(&self, planned: &Planned, job: &Job) -> Result<Done, TableError> {
        let counts = planned.plan.counts;
        let taken = LastImport::now(Imported::Rows, counts.new + counts.changed, &planned.name, self.now());
        let rows = planned.plan.writes.iter().map(|write| (write.kind, write.record.id(), write.set.clone())).collect();
        let command = Command::Import { rows, taken, seen: planned.seen.clone() };
        Ok(self.run_watched(command, job).await?)
    }
}

//! A spreadsheet taken in: read within limits, its columns matched, planned, and written as one step.

use crate::exchange::no_table::{NoTable, no_text, not_a_table};
use crate::formats::columns::Target;
use crate::formats::csv_import::columns::{guess_columns, is_honorific};
use crate::formats::csv_import::decode::{Encoding, decode, decode_as};
use crate::formats::csv_import::heading::{self, Heading, Looks, looks};
use crate::formats::csv_import::plan::{Import, ImportPlan, Namesakes};
use crate::formats::csv_import::table::{MAX_BYTES, RawTable, Table, TableReader, Unreadable};
use crate::formats::{ics, vcard};
use crate::model::date::Zone;
use crate::model::kind::Kind;
use crate::model::text::{Lang, Message, quoted};
use crate::model::version_vector::VersionVector;
use crate::ports::{FileError, InFile};
use crate::work::command::{Command, Done};
use crate::work::error::WorkError;
use crate::work::job::{Cancelled, Job};
use crate::work::last_import::{Imported, LastImport};
use crate::work::workspace::Workspace;
use chrono::NaiveDate;
use std::collections::HashSet;
use std::rc::Rc;

/// How many bytes of a file are read at a time.
const CHUNK: usize = 1 << 20;
/// How many lines are offered as headings.
const OFFERED_LINES: usize = 12;
/// How many cells of a column are shown as samples.
const SAMPLES: usize = 3;

/// What a file holds, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Notes of ours, or JSON that claims to be.
    Notes,
    /// A web page, which neither door takes: each says what it is not.
    Page,
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
        /// What it is.
        is: NoTable,
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
            TableError::NoText { name, is } => is.says().with("file", name.as_str()),
            TableError::Unreadable(error) => error.message(),
            TableError::Work(error) => error.message(),
        }
    }
}

/// What a table was before it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A spreadsheet.
    Table,
    /// The cards of an address book.
    Cards,
    /// The events of a calendar.
    Calendar,
}

/// Where and by whom a file is read.
#[derive(Clone, Debug)]
pub struct Here {
    /// The language of what is said in cells of tables that were none.
    pub lang: Lang,
    /// The clocks here.
    pub zone: Rc<dyn Zone>,
    /// The day it is here.
    pub today: NaiveDate,
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
    /// The same before anything was taken for headings.
    pub raw: Rc<RawTable>,
    /// What it was before it became a table.
    pub source: Source,
    /// The file itself, where another guess at its letters may be asked for.
    bytes: Rc<Vec<u8>>,
    /// In which rows the samples of each column stand: every kind asks for them, and a column that is always the same is
    /// looked through to its end.
    sampled: Vec<Vec<usize>>,
}

impl Sheet {
    /// What each column most likely holds.
    pub fn guess(&self, kind: &Kind) -> Vec<Option<Target>> {
        // A blank column has nothing to say, and must not take a field from one that has; nor does “Ms.” name anyone.
        let said = |(at, header): (usize, &String)| match self.samples(at).into_iter().all(is_honorific) {
            true => String::new(),
            false => header.clone(),
        };
        let names = match self.source {
            Source::Cards => vcard::COLUMNS.map(|column| column.en.to_owned()).to_vec(),
            Source::Calendar => ics::table::COLUMNS.map(|column| column.en.to_owned()).to_vec(),
            Source::Table => self.names(),
        };
        let headers: Vec<String> = names.iter().enumerate().map(said).collect();
        guess_columns(kind, &headers)
    }

    /// What each column is called. Where there are no headings, what it holds is the only name it has.
    pub fn names(&self) -> Vec<String> {
        match self.table.heading.lines {
            0 => self.named_by_cells(),
            _ => self.table.headers.clone(),
        }
    }

    fn named_by_cells(&self) -> Vec<String> {
        let mut words = ["name", "contact"].into_iter();
        let mut taken = HashSet::new();
        let name = |at: usize| {
            let samples = self.samples(at);
            let most = |wanted: Looks| {
                2 * samples.iter().filter(|cell| looks(cell) == wanted).count() > samples.len() && !samples.is_empty()
            };
            let name = match () {
                () if most(Looks::Email) => "email",
                () if most(Looks::Phone) => "phone",
                () if most(Looks::Zip) => "zip",
                () if most(Looks::Street) => "street",
                () if most(Looks::Words) && !samples.iter().all(|cell| is_honorific(cell)) => {
                    let is_state = |cell: &&str| cell.len() == 2 && cell.bytes().all(|b| b.is_ascii_uppercase());
                    if samples.iter().all(is_state) { "state" } else { words.next().unwrap_or_default() }
                }
                () => "",
            };
            if taken.insert(name) { name.to_owned() } else { String::new() }
        };
        (0..self.table.headers.len()).map(name).collect()
    }

    /// The lines that may hold headings, each with the start of what it says.
    pub fn first_lines(&self) -> impl Iterator<Item = (usize, u64, String)> {
        let said = |cells: &[String]| {
            let filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            filled.map(quoted).collect::<Vec<_>>().join(" · ")
        };
        let lines = self.raw.rows.iter().take(OFFERED_LINES).enumerate();
        lines.map(move |(at, (line, cells))| (at, *line, said(cells)))
    }

    /// The same file with its headings in another place.
    pub fn headed(&self, heading: Heading) -> Sheet {
        let table = heading::lay(&self.raw, heading);
        Sheet { sampled: sampled(&table), table, ..self.clone() }
    }

    /// The same file in other letters.
    ///
    /// # Errors
    /// If the person cancels, or nothing can be read of it.
    pub async fn lettered(&self, encoding: Encoding, here: &Here, job: &Job) -> Result<Sheet, TableError> {
        let text = decode_as(&self.bytes, encoding);
        let read = Read { name: self.name.clone(), text, encoding, bytes: self.bytes.clone() };
        match self.source {
            Source::Table => laid(read, job).await,
            source => dealt(read, source, here, job).await,
        }
    }

    /// The first different cells of a column that say something; none if the column is blank.
    pub fn samples(&self, column: usize) -> Vec<&str> {
        let rows = self.sampled.get(column).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(|row| cell(&self.table, *row, column)).collect()
    }
}

/// A cell of a table, without the blanks around it.
fn cell(table: &Table, row: usize, column: usize) -> Option<&str> {
    Some(table.rows.get(row)?.1.get(column)?.trim())
}

/// In which rows the first different cells of each column stand.
fn sampled(table: &Table) -> Vec<Vec<usize>> {
    let of_column = |column: usize| {
        let mut found: Vec<(usize, &str)> = Vec::new();
        let cells = (0..table.rows.len()).filter_map(|row| Some((row, cell(table, row, column)?)));
        for (row, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
            if found.iter().all(|(_, known)| *known != cell) {
                found.push((row, cell));
            }
            if found.len() == SAMPLES {
                break;
            }
        }
        found.into_iter().map(|(row, _)| row).collect()
    };
    (0..table.headers.len()).map(of_column).collect()
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
    /// What was said of rows that bear the name of another record.
    pub namesakes: Namesakes,
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
    let letter = start.starts_with(b"{\\rtf");
    Ok(match () {
        () if start.starts_with(b"<") => Holds::Page,
        () if (json && !letter) || named => Holds::Notes,
        () => Holds::Table,
    })
}

/// Reads a spreadsheet.
///
/// # Errors
/// Why it cannot be read. Files beyond what a table may have are not read at all.
pub async fn read_sheet(file: &dyn InFile, job: &Job) -> Result<Sheet, TableError> {
    let read = read_text(file, job).await?;
    laid(read, job).await
}

/// Reads a spreadsheet, the cards of an address book or the events of a calendar.
///
/// # Errors
/// As [`read_sheet`].
pub async fn read_sheet_or_other(file: &dyn InFile, here: &Here, job: &Job) -> Result<Sheet, TableError> {
    let read = read_text(file, job).await?;
    match &*read.text {
        text if vcard::is_vcard(text) => dealt(read, Source::Cards, here, job).await,
        text if ics::is_ics(text) => dealt(read, Source::Calendar, here, job).await,
        _ => laid(read, job).await,
    }
}

/// A file as text.
struct Read {
    name: String,
    text: String,
    encoding: Encoding,
    /// The file itself, where another guess at its letters may be asked for.
    bytes: Rc<Vec<u8>>,
}

async fn read_text(file: &dyn InFile, job: &Job) -> Result<Read, TableError> {
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
        if let Some(is) = no_text(&bytes) {
            return Err(TableError::NoText { name, is });
        }
        // Reading is the smaller half of the work.
        job.step(bytes.len(), 3 * size.max(bytes.len())).await?;
    }
    if ics::is_ics(&String::from_utf8_lossy(bytes.get(..64).unwrap_or(&bytes))) {
        bytes = ics::read::mend_split_letters(bytes);
    }
    let (text, encoding) = decode(&bytes);
    if !encoding.is_guess() {
        bytes = Vec::new();
    }
    Ok(Read { name, text, encoding, bytes: Rc::new(bytes) })
}

/// The cells of a text, beneath what is most likely their headings.
async fn laid(read: Read, job: &Job) -> Result<Sheet, TableError> {
    let Read { name, text, encoding, bytes } = read;
    if let Some(is) = not_a_table(&text) {
        return Err(TableError::NoText { name, is });
    }
    let mut reader = TableReader::new(text)?;
    while reader.step()? {
        let progress = reader.progress();
        job.step(progress.of / 2 + progress.done, progress.of / 2 * 3).await?;
    }
    let delimiter = reader.delimiter();
    let raw = reader.finish()?;
    let table = heading::lay(&raw, heading::find(&raw.rows));
    if table.rows.is_empty() {
        return Err(Unreadable::NoRows.into());
    }
    let sampled = sampled(&table);
    Ok(Sheet { name, encoding, delimiter, table, raw: Rc::new(raw), source: Source::Table, bytes, sampled })
}

/// The cards or events of a text as a table.
async fn dealt(read: Read, source: Source, here: &Here, job: &Job) -> Result<Sheet, TableError> {
    let Read { name, text, encoding, bytes } = read;
    let table = match source {
        Source::Calendar => calendar(&text, here, job).await?,
        _ => vcard::table(&text, here.lang)?,
    };
    let raw = Rc::new(RawTable { rows: Vec::new(), problems: Vec::new() });
    let sampled = sampled(&table);
    Ok(Sheet { name, encoding, delimiter: ';', table, raw, source, bytes, sampled })
}

/// The events of a calendar as a table.
async fn calendar(text: &str, here: &Here, job: &Job) -> Result<Table, TableError> {
    // Getting the bytes was the first third, reading the lines is the second.
    let third = |number: f64, (done, of): (usize, usize)| (number + done as f64 / of.max(1) as f64) / 3.0;
    let mut reader = ics::read::Reader::new(text);
    while reader.step() {
        job.at(third(1.0, reader.progress())).await?;
    }
    let calendar = reader.finish();
    let mut laying = ics::table::Laying::new(&calendar, here.lang, &*here.zone, here.today);
    while laying.step() {
        job.at(third(2.0, laying.progress())).await?;
    }
    Ok(laying.finish()?)
}

impl Workspace {
    /// Works out what a spreadsheet would change. The targets say what each column holds, `namesakes` what becomes of
    /// rows that bear the name of another record.
    ///
    /// # Errors
    /// If the person cancels.
    pub async fn plan_sheet(
        &self,
        sheet: &Sheet,
        kind: &'static Kind,
        targets: &[Option<Target>],
        namesakes: Namesakes,
        job: &Job,
    ) -> Result<Planned, TableError> {
        let (mut import, seen) = {
            let state = self.state();
            let import = Import::new(&state.book, kind, sheet.table.clone(), targets, self.zone(), namesakes);
            (import, state.book.seen().clone())
        };
        while import.step(|| self.new_id()) {
            let progress = import.progress();
            job.step(progress.done, progress.of).await?;
        }
        Ok(Planned { name: sheet.name.clone(), kind, plan: import.finish(), namesakes, seen })
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

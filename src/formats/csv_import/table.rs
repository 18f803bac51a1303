//! Text to cells: which delimiter, where the header stands, and rows that do not fit it.

mod scan;

use self::scan::{LongCell, MAX_CELL, guess_delimiter, long_cell, said_delimiter, stray_quote};
use super::heading::{self, Heading};
use super::{RowProblem, Weight};
use crate::formats::{Progress, STEP};
use crate::model::text::{MAX_LONG, Message};
use csv::{Position, Reader, ReaderBuilder, StringRecord};
use std::io::Cursor;

/// The most bytes a file may have.
pub const MAX_BYTES: usize = 64 << 20;
/// The most rows that are read of one file.
pub const MAX_ROWS: usize = 200_000;
/// The most lines that may stand above the rows.
const MAX_ABOVE: usize = 20;
/// The most columns that are read of one file.
pub const MAX_COLUMNS: usize = 500;
/// The most open quotation marks that are mended in one file. Each costs reading what follows once more.
const MAX_MENDED: usize = 200;

/// The sentences of this module.
pub mod words {
    crate::words! {
        EMPTY = "The file is empty. Choose another file", "El archivo está vacío. Elija otro archivo";
        TOO_BIG = "The file is larger than {most} MB. Split it and import the parts", "El archivo pasa de {most} MB. Divídalo e importe las partes";
        NO_ROWS = "The file has a header line and no rows below it. Choose another file", "El archivo tiene encabezados y ninguna fila debajo. Elija otro archivo";
        NOT_READ = "The file could not be read: {cause}. Save it as CSV and try again", "No se pudo leer el archivo: {cause}. Guárdelo como CSV e intente de nuevo";
        OPEN_QUOTE = "A quotation mark is opened here and never closed. The row was read as if the mark were not there. Check the row", "Aquí se abre una comilla que nunca se cierra. La fila se leyó como si la comilla no estuviera. Revise la fila";
        NUL = "A cell has characters that are not text. They were removed. Check the row", "Una celda tiene caracteres que no son texto. Se quitaron. Revise la fila";
        TOO_LONG = "A cell has {count} characters. It was skipped. Keep it under {max}", "Una celda tiene {count} caracteres. Se omitió. Use menos de {max}";
        FAR_TOO_LONG = "A cell has far more than {max} characters. It was skipped, and so was the rest of its line", "Una celda tiene muchos más de {max} caracteres. Se omitió, y también el resto de su línea";
        TOO_MANY_QUOTES = "Only the rows above this line were read: too many quotation marks are opened and never closed. Check the file", "Solo se leyeron las filas anteriores a esta línea: demasiadas comillas se abren y nunca se cierran. Revise el archivo";
        LONG_QUOTE = "A quotation mark is opened here and not closed within {max} characters. The row was read as if the mark were not there. Check the row", "Aquí se abre una comilla que no se cierra en {max} caracteres. La fila se leyó como si la comilla no estuviera. Revise la fila";
    }
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is beyond [`MAX_BYTES`].
    #[error("the file is too big")]
    TooBig,
    /// Nothing stands beneath the header.
    #[error("the file has no rows")]
    NoRows,
    /// Anything else.
    #[error("the file could not be read: {0}")]
    Failed(String),
}

impl Unreadable {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            Unreadable::Empty => words::EMPTY.message(),
            Unreadable::TooBig => words::TOO_BIG.with("most", MAX_BYTES >> 20),
            Unreadable::NoRows => words::NO_ROWS.message(),
            Unreadable::Failed(cause) => words::NOT_READ.with("cause", cause.as_str()),
        }
    }
}

/// The cells of a file, before anything is known of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTable {
    /// The rows that are not blank, each with the line where it begins.
    pub rows: Vec<(u64, Vec<String>)>,
    /// What could not be read.
    pub problems: Vec<RowProblem>,
}

/// The cells of a file beneath its headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where its headings stand.
    pub heading: Heading,
    /// The headings. A column without a name has an empty one.
    pub headers: Vec<String>,
    /// The rows that are not blank, each with the line where it begins and as many cells as there are headers.
    pub rows: Vec<(u64, Vec<String>)>,
    /// What did not fit.
    pub problems: Vec<RowProblem>,
}

/// Reads a table, some rows at a time.
#[derive(Debug)]
pub struct TableReader {
    reader: Reader<Cursor<String>>,
    delimiter: u8,
    /// Up to where lines have been counted, and the line that begins there.
    counted: (usize, u64),
    table: RawTable,
    mended: usize,
    ended: bool,
}

/// Reads a whole table at once.
pub fn read(text: String) -> Result<Table, Unreadable> {
    let mut reader = TableReader::new(text)?;
    while reader.step()? {}
    let raw = reader.finish()?;
    let table = heading::lay(&raw, heading::find(&raw.rows));
    if table.rows.is_empty() { Err(Unreadable::NoRows) } else { Ok(table) }
}

impl TableReader {
    /// Begins with a text that has been decoded.
    pub fn new(text: String) -> Result<TableReader, Unreadable> {
        if text.len() > MAX_BYTES {
            return Err(Unreadable::TooBig);
        }
        if text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let (delimiter, start) = said_delimiter(&text).unwrap_or_else(|| (guess_delimiter(&text), 0));
        let mut reader = reader(delimiter, Cursor::new(text));
        seek(&mut reader, start)?;
        Ok(TableReader {
            reader,
            delimiter,
            counted: (0, 1),
            table: RawTable { rows: Vec::new(), problems: Vec::new() },
            mended: 0,
            ended: false,
        })
    }

    /// Reads some more rows; `false` at the end of the file.
    pub fn step(&mut self) -> Result<bool, Unreadable> {
        for _ in 0..STEP {
            if self.ended {
                break;
            }
            match self.next_cells()? {
                Some((line, cells)) => self.take(line, cells),
                None => self.ended = true,
            }
        }
        Ok(!self.ended)
    }

    /// How far it has come, in bytes.
    pub fn progress(&self) -> Progress {
        let of = self.text().len();
        Progress { done: if self.ended { of } else { self.counted.0.min(of) }, of }
    }

    /// What stands between the cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// The cells, once [`step`](TableReader::step) has said that there is no more.
    ///
    /// # Errors
    /// If no cell says anything.
    pub fn finish(self) -> Result<RawTable, Unreadable> {
        if self.table.rows.is_empty() { Err(Unreadable::Empty) } else { Ok(self.table) }
    }

    fn text(&self) -> &str {
        self.reader.get_ref().get_ref()
    }

    fn next_cells(&mut self) -> Result<Option<(u64, Vec<String>)>, Unreadable> {
        let mut record = StringRecord::new();
        let from = at(self.reader.position());
        if let Some(long) = long_cell(&self.text()[from..], self.delimiter) {
            return self.cut_short(from, long);
        }
        if !self.reader.read_record(&mut record).map_err(|cause| Unreadable::Failed(cause.to_string()))? {
            return Ok(None);
        }
        let text = self.text();
        let start = from + text[from..].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let open = stray_quote(&text[start..at(self.reader.position()).max(start)], self.delimiter);
        let open = open.map(|at| start + at);
        let line = self.line_at(start);
        if open.is_some() && self.mended >= MAX_MENDED {
            // Read on, it would take lines together that are rows of their own.
            self.table.problems.push(RowProblem::row(line, Weight::Row, words::TOO_MANY_QUOTES.message()));
            return Ok(None);
        }
        if let Some(open) = open {
            record = self.mend(start, open, words::OPEN_QUOTE.message())?;
        }
        Ok(Some((line, record.iter().map(str::to_owned).collect())))
    }

    /// Reads a row in which a cell goes on beyond all measure, without reading that cell: what stands before it counts.
    /// Where a quotation mark keeps it open, the mark was most likely not meant.
    fn cut_short(&mut self, from: usize, long: LongCell) -> Result<Option<(u64, Vec<String>)>, Unreadable> {
        let text = self.text();
        let start = from + text[from..].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let at = from + long.at;
        let end = text[at..].find(['\r', '\n']).map_or(text.len(), |length| at + length);
        let line = self.line_at(start);
        if long.quoted && self.mended >= MAX_MENDED {
            self.table.problems.push(RowProblem::row(line, Weight::Row, words::TOO_MANY_QUOTES.message()));
            return Ok(None);
        }
        if long.quoted && end - at <= MAX_CELL {
            let message = words::LONG_QUOTE.with("max", MAX_LONG);
            let record = self.mend(start, at, message)?;
            return Ok(Some((line, record.iter().map(str::to_owned).collect())));
        }
        let mut before = StringRecord::new();
        let mut once = reader(self.delimiter, Cursor::new(self.text()[start..at].to_owned()));
        once.read_record(&mut before).map_err(|cause| Unreadable::Failed(cause.to_string()))?;
        let problem = RowProblem::row(line, Weight::Cell, words::FAR_TOO_LONG.with("max", MAX_LONG));
        let problem = problem.of(self.text().get(at..end).unwrap_or_default());
        self.table.problems.push(problem);
        seek(&mut self.reader, end)?;
        Ok(Some((line, before.iter().map(str::to_owned).collect())))
    }

    /// Reads a row as if one quotation mark were not there, and goes on after the line in which it stands.
    fn mend(&mut self, start: usize, open: usize, message: Message) -> Result<StringRecord, Unreadable> {
        self.mended += 1;
        let text = self.text();
        let end = text[open..].find(['\r', '\n']).map_or(text.len(), |length| open + length);
        let row = format!("{}{}", &text[start..open], &text[open + 1..end]);
        let mut record = StringRecord::new();
        let mut once = reader(self.delimiter, Cursor::new(row));
        // A row that was nothing but the mark has no cells, and is blank.
        once.read_record(&mut record).map_err(|cause| Unreadable::Failed(cause.to_string()))?;
        let line = self.line_at(open);
        self.table.problems.push(RowProblem::row(line, Weight::Cell, message));
        seek(&mut self.reader, end)?;
        Ok(record)
    }

    /// The line a byte stands in. Bytes must be asked for in ascending order.
    fn line_at(&mut self, byte: usize) -> u64 {
        let (from, line) = self.counted;
        let Some(passed) = self.text().as_bytes().get(from..byte) else { return line };
        let feeds = memchr::memchr_iter(b'\n', passed).count();
        let before = |at: usize| self.text().as_bytes().get(from + at + 1).copied();
        // A carriage return ends a line unless a line feed follows, which then ends it.
        let returns = memchr::memchr_iter(b'\r', passed).filter(|at| before(*at) != Some(b'\n')).count();
        let line = line + (feeds + returns) as u64;
        self.counted = (byte, line);
        line
    }

    fn take(&mut self, line: u64, mut cells: Vec<String>) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.clean(line, &mut cells);
        self.table.rows.push((line, cells));
        // Those beyond the most are left out as the table is laid, with what stands above it.
        self.ended = self.table.rows.len() > MAX_ROWS + MAX_ABOVE;
    }

    fn clean(&mut self, line: u64, cells: &mut [String]) {
        for cell in cells {
            if cell.contains('\0') {
                let cleaned = cell.replace('\0', "");
                let problem = RowProblem::row(line, Weight::Cell, words::NUL.message());
                self.table.problems.push(problem.of(&cleaned));
                *cell = cleaned;
            }
            let count = if cell.len() <= MAX_LONG { 0 } else { cell.chars().count() };
            if count > MAX_LONG {
                let message = words::TOO_LONG.with("count", count).with("max", MAX_LONG);
                let problem = RowProblem::row(line, Weight::Cell, message);
                self.table.problems.push(problem.of(&std::mem::take(cell)));
            }
        }
    }
}

fn reader(delimiter: u8, text: Cursor<String>) -> Reader<Cursor<String>> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text)
}

fn at(position: &Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

fn seek(reader: &mut Reader<Cursor<String>>, to: usize) -> Result<(), Unreadable> {
    let mut position = Position::new();
    position.set_byte(to as u64);
    reader.seek(position).map_err(|cause| Unreadable::Failed(cause.to_string()))
}

#[cfg(test)]
mod tests;

//! A spreadsheet is imported: bytes, text, table, columns, rows, and what they would change.
//!
//! In reading order: [`decode`](decode::decode) finds the letters, [`table`] the cells, [`heading`]
//! the line that names the columns, [`columns`] what each column
//! holds, [`row`] what each cell says, and [`plan`] what would change. Nothing here changes anything: a bad cell never
//! sinks its row, a bad row never sinks the file, and what was left out is said with its line.

pub mod columns;
pub mod day;
pub mod decode;
pub mod heading;
pub mod plan;
pub mod row;
pub mod table;

use crate::model::text::{Message, excerpt};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing: everything was read.
    Note,
    /// A cell was left out, or may have been misread.
    Cell,
    /// A row was left out.
    Row,
}

/// Something to know or to mend in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line in the file where the row begins, from 1.
    pub line: u64,
    /// The header of the column, as the file has it; none where it is about the row or the file.
    pub column: Option<String>,
    /// What the cell said, the start of it where it is long, so that one sees what was left out; empty where it is about more than a cell.
    pub cell: String,
    /// How much it matters.
    pub weight: Weight,
    /// What is the matter, and what to do.
    pub message: Message,
}

#[cfg(test)]
mod tests;

impl RowProblem {
    fn row(line: u64, weight: Weight, message: Message) -> RowProblem {
        RowProblem { line, column: None, cell: String::new(), weight, message }
    }

    /// The same about a cell, or about several that are shown as one.
    fn of(self, cell: &str) -> RowProblem {
        RowProblem { cell: excerpt(cell), ..self }
    }
}

//! Rows to changes: which record each row is about, and what it would change. Only a plan: nothing is changed here.
//!
//! A row is about the record that bears its name. Blank cells say nothing, so they change nothing; nothing is ever
//! deleted. The same file a second time changes nothing at all.

mod among;
mod difference;
mod identity;
mod namesake;
mod planner;

pub use self::namesake::Namesakes;
use self::planner::Planner;
use super::row::{ReadRow, RowReader};
use super::table::Table;
use super::{RowProblem, Weight};
use crate::formats::columns::Target;
use crate::formats::{Progress, STEP};
use crate::model::book::Book;
use crate::model::date::Zone;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::quoted;
use crate::model::value::Value;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_MATCHED = "Columns that are not imported, because no field was chosen for them: {columns}", "Columnas que no se importan porque no se eligió un campo para ellas: {columns}";
        NO_NAME = "The row was skipped: {label} is missing. Fill it in and import the file again", "La fila se omitió: falta {label}. Complétela e importe el archivo otra vez";
        SEVERAL = "The row was skipped: there are {count} called “{value}”, and neither email, phone nor address tells which one. Add one of them to the row", "La fila se omitió: hay {count} con el nombre “{value}”, y ni el correo, ni el teléfono, ni la dirección indican cuál es. Agregue uno de ellos a la fila";
        AGAIN = "“{value}” is also on line {line}. This row adds to that one", "“{value}” ya está en la línea {line}. Esta fila se suma a aquella";
        APART = "“{value}” is also on line {line}, with other contact details. This row becomes a record of its own", "“{value}” ya está en la línea {line}, con otros datos de contacto. Esta fila será un registro aparte";
        APART_HERE = "There is a “{value}” here already, with other contact details. This row becomes a record of its own", "Ya hay aquí “{value}”, con otros datos de contacto. Esta fila será un registro aparte";
        TAKEN_FOR = "There is a “{value}” here already, with another phone number, email, address or contact. This row changes it", "Ya hay aquí “{value}”, con otro teléfono, correo, dirección o contacto. Esta fila lo cambia";
        DELETED_HERE = "“{value}” was deleted in Porchlight and stays deleted. To bring it back, restore it under “Recently deleted”", "“{value}” se eliminó en Porchlight y sigue eliminado. Para recuperarlo, restáurelo en “Eliminados recientemente”";
        ERASED_HERE = "“{value}” was permanently erased in Porchlight. It was not imported", "“{value}” se borró para siempre en Porchlight. No se importó";
        SEVERAL_LINKED = "{label}: there are {count} called “{value}”. The cell was skipped; choose the right one in Porchlight", "{label}: hay {count} con el nombre “{value}”. La celda se omitió; elija en Porchlight cuál es";
        NOT_KNOWN = "{label}: “{value}” is not in Porchlight. The cell was skipped; add it there first", "{label}: “{value}” no está en Porchlight. La celda se omitió; agréguelo primero allí";
        NOT_LATER = "{label}: “{value}” is before the latest contact in the log. The logged date is kept", "{label}: “{value}” es anterior al último contacto anotado. Se conserva la fecha anotada";
    }
}

/// The record a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordRef {
    /// It is there.
    Existing(Id),
    /// It will be made, with this identity.
    New(Id),
}

impl RecordRef {
    /// Its identity.
    pub fn id(self) -> Id {
        match self {
            RecordRef::Existing(id) | RecordRef::New(id) => id,
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It makes a new record.
    New,
    /// It changes these fields of a record.
    Changed(Vec<&'static str>),
    /// It says what is known already.
    Same,
    /// It is left out; the problems say why.
    LeftOut,
}

/// What becomes of a row, and of which record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// The line in the file where it begins.
    pub line: u64,
    /// The name it gives, as the file has it.
    pub title: String,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// The record it is about; none if it is left out.
    pub record: Option<RecordRef>,
    /// What it sets, in the order of the fields, as far as a preview shows it: of the first rows.
    pub values: Vec<PlanValue>,
}

/// A field that a row sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanValue {
    /// The field.
    pub key: &'static str,
    /// What stood there until now.
    pub before: Option<Value>,
    /// What will stand there. Of a link, the name that the row gives.
    pub after: Value,
    /// What the file has, where it was changed on the way.
    pub mended: Vec<String>,
}

/// Of how many rows a preview shows what they set.
pub const PREVIEWED: usize = 200;

/// One record to write: everything the file says about it, in one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWrite {
    /// The kind of the record.
    pub kind: &'static str,
    /// The record.
    pub record: RecordRef,
    /// The values to set. Links hold identities, also of records that this plan makes.
    pub set: BTreeMap<String, Value>,
}

/// How many rows do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows that make a new record.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say what is known already.
    pub same: usize,
    /// Rows that are left out.
    pub left_out: usize,
    /// Records of other kinds that are made because a row names them.
    pub linked: usize,
}

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// What becomes of each row, in the order of the file.
    pub rows: Vec<RowPlan>,
    /// How many rows do what, for the preview.
    pub counts: RowCounts,
    /// What to know and to mend, in the order of the file.
    pub problems: Vec<RowProblem>,
    /// How many rows bear the name of another record and say something else of it: whether they are one is asked.
    pub namesakes: usize,
    /// What to write, records that others link to first.
    pub writes: Vec<RowWrite>,
}

/// Plans a whole file at once.
pub fn plan(book: &Book, kind: &'static Kind, rows: Vec<ReadRow>, mut new_id: impl FnMut() -> Id) -> ImportPlan {
    let repeated = repeated_ids(rows.iter().map(|row| row.id));
    let mut planner = Planner::new(book, kind, repeated, Namesakes::Told);
    rows.into_iter().for_each(|row| planner.take(row, &mut new_id));
    planner.finish()
}

/// Reads and plans a table, some rows at a time. It holds the book as it was when it began.
#[derive(Debug)]
pub struct Import {
    planner: Planner,
    reader: RowReader,
    rows: std::vec::IntoIter<(u64, Vec<String>)>,
    progress: Progress,
}

impl Import {
    /// Begins. The targets say what each column holds.
    pub fn new(
        book: &Book,
        kind: &'static Kind,
        table: Table,
        targets: &[Option<Target>],
        zone: Rc<dyn Zone>,
        namesakes: Namesakes,
    ) -> Import {
        let column = targets.iter().position(|target| *target == Some(Target::Id));
        let ids = column.map(|at| table.rows.iter().map(move |(_, cells)| cells.get(at)?.trim().parse().ok()));
        let repeated = ids.map(repeated_ids).unwrap_or_default();
        let mut planner = Planner::new(book, kind, repeated, namesakes);
        planner.plan.problems = table.problems;
        planner.plan.problems.extend(not_matched(&table.headers, &table.rows, targets));
        let mut reader = RowReader::new(&table.headers, targets, zone);
        reader.learn(&table.rows);
        Import { planner, reader, progress: Progress { done: 0, of: table.rows.len() }, rows: table.rows.into_iter() }
    }

    /// Plans some more rows; `false` at the end.
    pub fn step(&mut self, mut new_id: impl FnMut() -> Id) -> bool {
        for (line, cells) in self.rows.by_ref().take(STEP) {
            let row = self.reader.read(line, &cells);
            self.planner.take(row, &mut new_id);
            self.planner.quote_left_out(&cells);
            self.progress.done += 1;
        }
        !self.rows.as_slice().is_empty()
    }

    /// How far it has come, in rows.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The plan, once [`step`](Import::step) has said that there is no more.
    pub fn finish(self) -> ImportPlan {
        self.planner.finish()
    }
}

/// The columns that hold something and for which no field was chosen.
fn not_matched(headers: &[String], rows: &[(u64, Vec<String>)], targets: &[Option<Target>]) -> Option<RowProblem> {
    let says = |at: usize| rows.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
    let left = (0..headers.len()).filter(|at| targets.get(*at).copied().flatten().is_none() && says(*at));
    let name = |at: usize| if headers[at].is_empty() { format!("#{}", at + 1) } else { headers[at].clone() };
    let names: Vec<String> = left.map(name).collect();
    let message = words::NOT_MATCHED.with("columns", quoted(&names.join(", ")));
    (!names.is_empty()).then(|| RowProblem::row(1, Weight::Note, message))
}

/// Identities that several rows give: somebody copied a row to write a new one below it.
fn repeated_ids(ids: impl Iterator<Item = Option<Id>>) -> HashSet<Id> {
    let mut seen = HashSet::new();
    ids.flatten().filter(|id| !seen.insert(*id)).collect()
}

#[cfg(test)]
mod tests;

//! Which of the first lines are headings, and the table that is laid beneath them.

use super::super::columns::is_usual;
use super::super::table::{MAX_COLUMNS, MAX_ROWS, RawTable, Table};
use super::super::{RowProblem, Weight};
use super::Heading;
use super::cells::{Looks, Names, looks, names, words_of};
use crate::formats::columns::Target;
use crate::model::text::{Lang, quoted};

/// The sentences of this module.
pub mod words {
    crate::words! {
        HEADING = "This line is above the header line and was skipped", "Esta línea está encima de los encabezados y se omitió";
        AGAIN = "This line repeats the header line and was skipped", "Esta línea repite los encabezados y se omitió";
        REMARK = "This line is a note or a total, not an entry, and was skipped. If it is an entry, put it in another place", "Esta línea es una nota o un total, no un registro, y se omitió. Si es un registro, póngalo en otro lugar";
        SAME_HEADER = "Two columns are called “{name}”. Check what each of them is matched to", "Dos columnas se llaman “{name}”. Revise a qué corresponde cada una";
        TOO_MANY_COLUMNS = "Only the first {most} columns were read. Remove columns you do not need", "Solo se leyeron las primeras {most} columnas. Quite las que no necesite";
        TOO_MANY_ROWS = "Only the rows above this line were read. Put the rest into a second file and import that too", "Solo se leyeron las filas anteriores a esta línea. Ponga el resto en otro archivo e impórtelo también";
        EXTRA = "This row has more cells than the header line. The rest was skipped. Put text that contains the separator in quotation marks", "Esta fila tiene más celdas que los encabezados. El resto se omitió. Ponga entre comillas el texto que contenga el separador";
    }
}

/// How far down headings are looked for.
const LOOKED_AT: usize = 15;
/// How many rows are looked at to tell what the columns hold.
const SAMPLE: usize = 20;

type Row = (u64, Vec<String>);

/// What a line tells of itself.
struct Line {
    filled: usize,
    /// Cells that are surely, and that may be, headings.
    sure: usize,
    perhaps: usize,
    /// Cells that headings do not say: a phone number, a day.
    entries: usize,
    /// How many are called as many lists call theirs.
    usual: usize,
    first: Names,
    /// Whether it is one that we wrote.
    ours: bool,
}

impl Line {
    fn of(cells: &[String]) -> Line {
        let filled: Vec<&str> = filled(cells).collect();
        let count = |wanted: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| wanted(cell)).count();
        Line {
            sure: count(&|cell| names(cell) == Names::Surely),
            perhaps: count(&|cell| names(cell) == Names::Perhaps),
            entries: count(&|cell| looks(cell) != Looks::Words),
            first: filled.first().map_or(Names::Nothing, |cell| names(cell)),
            usual: count(&is_usual),
            ours: filled.last().is_some_and(|last| Lang::ALL.iter().any(|lang| Target::Id.label(*lang) == **last)),
            filled: filled.len(),
        }
    }

    /// Whether most of what it says are names of columns.
    fn is_heading(&self) -> bool {
        match self.entries {
            _ if self.ours => true,
            0 => self.sure > 0 && 2 * self.sure >= self.filled,
            _ => self.sure > 2 && 3 * self.sure >= 2 * self.filled,
        }
    }
}

/// Which of the first lines are headings.
pub fn find(rows: &[Row]) -> Heading {
    let lines: Vec<Line> = rows.iter().take(LOOKED_AT).map(|(_, cells)| Line::of(cells)).collect();
    let widest = lines.iter().map(|line| line.filled).max().unwrap_or_default();
    let says = |line: &Line| (line.ours, line.sure, line.usual);
    let best = |least: usize| {
        let good = |line: &Line| line.is_heading() && (line.ours || line.sure >= least);
        let most = lines.iter().filter(|line| good(line)).map(says).max()?;
        lines.iter().position(|line| good(line) && says(line) == most)
    };
    // A title above says less than the headings; one line of many that says more than an entry is to be trusted.
    let first = lines.iter().position(|line| line.filled > 1).unwrap_or_default();
    let first_is = lines.get(first).is_some_and(Line::is_heading);
    let found = match widest {
        0 => return Heading::NONE,
        1 => best(1).filter(|at| *at < 5),
        _ => best(2).or_else(|| first_is.then_some(first)),
    };
    if let Some(at) = found {
        return with_second(rows, &lines, at);
    }
    let row = rows.get(first).map_or(&[] as &[String], |(_, cells)| cells);
    match widest > 1 && names_columns(row, rows.get(first + 1..).unwrap_or_default()) {
        true => Heading::line(first),
        false => Heading { at: if widest > 1 { first } else { 0 }, lines: 0 },
    }
}

/// Headings may stand in two lines: what several columns are about above their names, or the same in two languages.
fn with_second(rows: &[Row], lines: &[Line], at: usize) -> Heading {
    let next_to = |upper: usize| rows.get(upper..upper + 2).is_some_and(|both| both[1].0 - both[0].0 == 1);
    let below = lines.get(at + 1).filter(|_| next_to(at)).is_some_and(|line| {
        let most = 4 * line.sure >= 3 * line.filled && line.sure >= 2;
        line.entries == 0 && line.first == Names::Surely && most && rows.len() > at + 2
    });
    if below {
        return Heading { at, lines: 2 };
    }
    let here = &lines[at];
    let above = at.checked_sub(1).filter(|upper| next_to(*upper)).and_then(|upper| Some((upper, lines.get(upper)?)));
    match above {
        Some((upper, line))
            if line.filled > 1 && line.entries == 0 && line.sure + line.perhaps > 0 && line.filled <= here.filled =>
        {
            Heading { at: upper, lines: 2 }
        }
        _ => Heading::line(at),
    }
}

/// Whether a line of unknown words names the columns of the rows below it.
fn names_columns(row: &[String], below: &[Row]) -> bool {
    let filled = || row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    if filled().any(|cell| looks(cell) != Looks::Words) || filled().any(|cell| cell.split_whitespace().count() > 6) {
        return false;
    }
    let is_identifier =
        |cell: &str| !cell.contains(' ') && (cell.contains('_') || cell.starts_with(char::is_lowercase));
    if filled().all(is_identifier) || filled().any(|cell| names(cell) == Names::Surely) {
        return true;
    }
    // Numbers, days and addresses below words.
    let differs = |at: usize| {
        let cells = below.iter().take(SAMPLE).filter_map(|(_, cells)| cells.get(at)).map(|cell| cell.trim());
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let entries = cells.iter().filter(|cell| looks(cell) != Looks::Words).count();
        5 * entries >= 3 * cells.len() && entries > 0
    };
    row.iter().enumerate().any(|(at, cell)| !cell.trim().is_empty() && differs(at))
}

/// The table whose headings stand there.
pub fn lay(raw: &RawTable, heading: Heading) -> Table {
    let mut table = Table { headers: Vec::new(), rows: Vec::new(), problems: raw.problems.clone(), heading };
    let above = raw.rows.get(..heading.at).unwrap_or_default();
    for (line, cells) in above {
        table.problems.push(RowProblem::row(*line, Weight::Note, words::HEADING.message()).of(cells.join(" ").trim()));
    }
    let named = raw.rows.get(heading.at..heading.rows()).unwrap_or_default();
    if let [(_, upper), (line, lower)] = named
        && says_again(upper, lower)
    {
        let said = filled(lower).collect::<Vec<_>>().join(" | ");
        table.problems.push(RowProblem::row(*line, Weight::Note, words::AGAIN.message()).of(&said));
    }
    let rows = raw.rows.get(heading.rows()..).unwrap_or_default();
    let line = named.first().or(rows.first()).map_or(1, |(line, _)| *line);
    let mut headers = match named {
        // Without headings nothing says how many columns there are but the rows.
        [] => vec![String::new(); rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default()],
        [(_, only)] => only.iter().map(|name| name.trim().to_owned()).collect(),
        [(_, upper), (_, lower), ..] => joined(upper, lower),
    };
    if headers.len() > MAX_COLUMNS {
        headers.truncate(MAX_COLUMNS);
        let message = words::TOO_MANY_COLUMNS.with("most", MAX_COLUMNS);
        table.problems.push(RowProblem::row(line, Weight::Cell, message));
    }
    table.headers = headers.iter().map(|name| quoted(name)).collect();
    for (at, name) in table.headers.iter().enumerate() {
        let repeats = table.headers[..at].iter().filter(|other| *other == name).count();
        if !name.is_empty() && repeats == 1 {
            let message = words::SAME_HEADER.with("name", name.as_str());
            table.problems.push(RowProblem::row(line, Weight::Note, message));
        }
    }
    let named: Vec<&[String]> = named.iter().map(|(_, cells)| cells.as_slice()).collect();
    for (line, cells) in rows {
        if !lay_row(&mut table, &named, *line, cells) {
            break;
        }
    }
    table
}

/// Lays one row; `false` where no more are read.
fn lay_row(table: &mut Table, named: &[&[String]], line: u64, cells: &[String]) -> bool {
    let skipped = match () {
        () if table.rows.len() == MAX_ROWS => {
            table.problems.push(RowProblem::row(line, Weight::Row, words::TOO_MANY_ROWS.message()));
            return false;
        }
        // Pages that were printed repeat them.
        () if named.iter().any(|named| repeats(named, cells)) => Some(words::AGAIN),
        () if !named.is_empty() && is_remark(table.headers.len(), cells) => Some(words::REMARK),
        () => None,
    };
    if let Some(why) = skipped {
        let said: Vec<&str> = filled(cells).collect();
        table.problems.push(RowProblem::row(line, Weight::Note, why.message()).of(&said.join(" | ")));
        return true;
    }
    let width = table.headers.len();
    let extra: Vec<&str> =
        cells.iter().skip(width).map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
    if !extra.is_empty() {
        table.problems.push(RowProblem::row(line, Weight::Cell, words::EXTRA.message()).of(&extra.join(" | ")));
    }
    let mut cells: Vec<String> = cells.iter().take(width).cloned().collect();
    cells.resize(width, String::new());
    table.rows.push((line, cells));
    true
}

fn repeats(named: &[String], cells: &[String]) -> bool {
    let said = |cells: &[String]| -> Vec<Vec<String>> {
        let mut said: Vec<Vec<String>> = cells.iter().map(|cell| words_of(cell)).collect();
        said.truncate(said.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        said
    };
    let (named, cells) = (said(named), said(cells));
    named == cells && named.iter().filter(|cell| !cell.is_empty()).count() > 1
}

fn filled(cells: &[String]) -> impl Iterator<Item = &str> {
    cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

/// Whether the upper of two lines names every column itself, so that the lower one only says the same again.
fn says_again(upper: &[String], lower: &[String]) -> bool {
    filled(upper).count() >= filled(lower).count()
}

/// The names of columns that stand in two lines.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let again = says_again(upper, lower);
    let mut about = "";
    let name = |at: usize| {
        let cell = |cells: &'_ [String]| cells.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        (cell(upper), cell(lower))
    };
    let mut names = Vec::new();
    for at in 0..upper.len().max(lower.len()) {
        let (own, below) = name(at);
        if let Some(cell) = upper.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) {
            about = cell;
        }
        let both = format!("{about} {below}").trim().to_owned();
        let alone = || lower.iter().filter(|other| other.trim() == below).count() == 1;
        names.push(match () {
            () if below.is_empty() || (again && !own.is_empty()) => own,
            () if !is_usual(&both) && is_usual(&below) && alone() => below,
            () => both,
        });
    }
    names
}

/// Whether a row is a remark about the list: one cell that says so, or a sum.
fn is_remark(width: usize, cells: &[String]) -> bool {
    let filled: Vec<&str> = filled(cells).collect();
    let [first, others @ ..] = filled.as_slice() else { return false };
    let words = words_of(first);
    let starts = |known: &[&str]| {
        known.iter().any(|known| words.len() >= known.split(' ').count() && words.join(" ").starts_with(known))
    };
    let total = matches!(
        &*words.join(" "),
        "total" | "totals" | "totales" | "grand total" | "subtotal" | "count" | "sum" | "gran total"
    );
    if total && width > 1 && others.iter().all(|cell| looks(cell) == Looks::Number) {
        return true;
    }
    let marked = first.starts_with('*') || (first.starts_with('(') && first.ends_with(')'));
    let said = first.contains(':') || first.ends_with('.') || first.bytes().any(|b| b.is_ascii_digit());
    let known = [
        "note",
        "nota",
        "source",
        "fuente",
        "updated",
        "last updated",
        "as of",
        "printed",
        "generated",
        "exported",
        "page",
        "total",
        "end of",
        "confidential",
        "legend",
        "key",
    ];
    others.is_empty() && width > 2 && (marked || (said && starts(&known)))
}

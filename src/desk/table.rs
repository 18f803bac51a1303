//! Tables for a terminal.

use super::error::DeskError;
use std::io::Write;

/// How wide a cell is at most, in letters.
const WIDEST: usize = 40;

/// Writes a CSV file out as a table, without columns that nobody filled in. It is gone through twice, and no row is kept.
///
/// # Errors
/// Where it is none, or nobody listens.
pub fn of_csv(csv: &[u8], out: &mut dyn Write) -> Result<(), DeskError> {
    let csv = csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv);
    let rows = || csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv).into_records();
    let (mut widths, mut filled) = (Vec::new(), Vec::new());
    for (nth, row) in rows().enumerate() {
        let row = row.map_err(|error| DeskError::Failed(error.to_string()))?;
        if nth == 0 {
            (widths, filled) = (vec![0; row.len()], vec![false; row.len()]);
        }
        for (at, text) in row.iter().enumerate().take(widths.len()) {
            widths[at] = cell(text).chars().count().max(widths[at]);
            filled[at] |= nth > 0 && !text.is_empty();
        }
    }
    let columns: Vec<usize> = (0..widths.len()).filter(|at| filled[*at]).collect();
    for row in rows() {
        let row = row.map_err(|error| DeskError::Failed(error.to_string()))?;
        let cells = columns.iter().map(|at| (cell(row.get(*at).unwrap_or_default()), widths[*at]));
        out.write_all(line(cells).as_bytes()).map_err(DeskError::Told)?;
    }
    Ok(())
}

/// Rows in columns, each as wide as its widest cell.
pub fn of(mut rows: Vec<Vec<String>>) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().flatten().for_each(|text| *text = cell(text));
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.into_iter().map(|row| line(row.into_iter().zip(widths.iter().copied()))).collect()
}

/// A cell as it is shown: not too long, with line feeds and signs that a terminal would obey as spaces.
fn cell(text: &str) -> String {
    let plain = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    if text.chars().count() > WIDEST { plain.take(WIDEST - 1).chain(['…']).collect() } else { plain.collect() }
}

/// A row of cells, each with the width of its column.
fn line(cells: impl Iterator<Item = (String, usize)>) -> String {
    let cells: Vec<String> = cells.map(|(cell, width)| format!("{cell:width$}")).collect();
    format!("{}\n", cells.join("  ").trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_stands_in_columns_and_obeys_nothing() {
        let told = |csv: &[u8]| {
            let mut out = Vec::new();
            of_csv(csv, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let csv = "\u{feff}Name,Empty,Notes\r\nMüller,,\"two\nlines\u{1b}[2J\"\r\nA,,x\r\n";
        assert_eq!(told(csv.as_bytes()), "Name    Notes\nMüller  two lines [2J\nA       x\n");
        assert_eq!(told(b""), "");
        let long = "a".repeat(50);
        assert_eq!(of(vec![vec![long]]), format!("{}…\n", "a".repeat(39)));
    }
}

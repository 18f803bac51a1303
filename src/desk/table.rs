//! Tables for a terminal.

use super::error::DeskError;

/// How wide a cell is at most, in letters.
const WIDEST: usize = 40;

/// A CSV file as a table, without columns that nobody filled in.
///
/// # Errors
/// Where it is none.
pub fn of_csv(csv: &[u8]) -> Result<String, DeskError> {
    let csv = csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv);
    let rows: Result<Vec<csv::StringRecord>, _> = reader.records().collect();
    let rows = rows.map_err(|error| DeskError::Failed(error.to_string()))?;
    let filled = |at: &usize| rows.iter().skip(1).any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()));
    let columns: Vec<usize> = (0..rows.first().map_or(0, csv::StringRecord::len)).filter(filled).collect();
    let row = |row: &csv::StringRecord| columns.iter().map(|at| row.get(*at).unwrap_or_default().to_owned()).collect();
    Ok(of(rows.iter().map(row).collect()))
}

/// Rows in columns, each as wide as its widest cell. Line feeds and signs that a terminal would obey are shown as spaces.
pub fn of(mut rows: Vec<Vec<String>>) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for cell in rows.iter_mut().flatten() {
        let plain: String = cell.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        let long = plain.chars().count() > WIDEST;
        *cell = if long { plain.chars().take(WIDEST - 1).chain(['…']).collect() } else { plain };
    }
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_stands_in_columns_and_obeys_nothing() {
        let csv = "\u{feff}Name,Empty,Notes\r\nMüller,,\"two\nlines\u{1b}[2J\"\r\nA,,x\r\n";
        assert_eq!(of_csv(csv.as_bytes()).unwrap(), "Name    Notes\nMüller  two lines [2J\nA       x\n");
        assert_eq!(of_csv(b"").unwrap(), "");
        let long = "a".repeat(50);
        assert_eq!(of(vec![vec![long]]), format!("{}…\n", "a".repeat(39)));
    }
}

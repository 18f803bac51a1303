//! What is seen of a text before its cells are read: what stands between cells, and where quotation marks went wrong.

use crate::model::text::MAX_LONG;

/// The most bytes that are read of a cell, however long it goes on: as many as the longest text can have.
pub(super) const MAX_CELL: usize = 4 * MAX_LONG;
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Excel's own first line, `sep=;`, and where the table begins after it.
pub(super) fn said_delimiter(text: &str) -> Option<(u8, usize)> {
    let delimiter = *text.as_bytes().get(4)?;
    let said = text.get(..4)?.eq_ignore_ascii_case("sep=") && DELIMITERS.contains(&delimiter);
    let ends = matches!(text.as_bytes().get(5), Some(b'\r' | b'\n'));
    (said && ends).then_some((delimiter, 5))
}

/// The delimiter that stands most often in the first line that has any, outside quotation marks.
pub(super) fn guess_delimiter(text: &str) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted && counts.iter().any(|count| *count > 0) => break,
            _ if quoted => {}
            _ => {
                if let Some(at) = DELIMITERS.iter().position(|delimiter| *delimiter == byte) {
                    counts[at] += 1;
                }
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most).unwrap_or_default();
    DELIMITERS[at]
}

/// A cell that goes on beyond [`MAX_CELL`]: where it begins, and whether with a quotation mark.
pub(super) struct LongCell {
    pub(super) at: usize,
    pub(super) quoted: bool,
}

/// The first such cell of the row that a text begins with, seen without going on to its end.
pub(super) fn long_cell(text: &str, delimiter: u8) -> Option<LongCell> {
    let blank = text.bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    let (mut begins, mut quoted, mut open) = (blank, false, false);
    for (at, byte) in text.bytes().enumerate().skip(blank) {
        match byte {
            b'"' if at == begins => (quoted, open) = (true, true),
            // A mark that is written twice closes the cell and opens it again.
            b'"' if quoted => open = !open,
            _ if open => {}
            b'\r' | b'\n' => return None,
            _ if byte == delimiter => (begins, quoted) = (at + 1, false),
            _ => {}
        }
        if at.saturating_sub(begins) > MAX_CELL {
            return Some(LongCell { at: begins, quoted: open });
        }
    }
    None
}

/// Where a quotation mark stands that was not meant to open a cell: it is still open at the end, or it runs over a line
/// and ends in the middle of another cell.
pub(super) fn stray_quote(row: &str, delimiter: u8) -> Option<usize> {
    enum In {
        FieldStart,
        Bare,
        Quoted(usize),
        Closed(usize),
    }
    let mut state = In::FieldStart;
    for (at, byte) in row.bytes().enumerate() {
        state = match (state, byte) {
            (In::Quoted(open), b'"') => In::Closed(open),
            (In::Quoted(open), _) => In::Quoted(open),
            (In::Closed(open), b'"') => In::Quoted(open),
            (In::FieldStart, b'"') => In::Quoted(at),
            (_, b'\r' | b'\n') => In::FieldStart,
            (_, byte) if byte == delimiter => In::FieldStart,
            (In::Closed(open), _) if row[open..at].contains(['\r', '\n']) => return Some(open),
            _ => In::Bare,
        };
    }
    match state {
        In::Quoted(open) => Some(open),
        _ => None,
    }
}

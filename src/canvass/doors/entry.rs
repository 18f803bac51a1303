//! Addresses read from lines and rows, each with what stood beside it.

use super::{AddressPart, STEP, words};
use crate::exchange::table::Sheet;
use crate::model::address::{Address, AddressFault, Cells, RowReader, expand_range, words_before};
use crate::model::fold::fold;
use crate::model::text::{Message, Text};
use crate::work::job::{Cancelled, Job};

/// An address and the line it was read from.
#[derive(Clone, Debug)]
pub struct AddressEntry {
    /// The line, from 1.
    pub line: u64,
    /// The address, or why the line has none.
    pub read: Result<Address, Message>,
    /// What stood there.
    pub original: String,
    /// Words before the address that are no part of it.
    pub before: String,
    /// Whether the town stands in a place of its own, so that it is one.
    pub town_given: bool,
    /// Whether the number and the street stand in places of their own.
    pub in_columns: bool,
}

impl AddressEntry {
    /// The line without the words before its address.
    pub(crate) fn after_words(&self) -> &str {
        self.original.split_once(self.before.as_str()).map_or(&*self.original, |(_, after)| after)
    }

    /// Why what was read as a street may be somebody: words after a number, or with one after them, of which nothing says
    /// that they are a street. One word may be a street and is, unless other words stand where the town would.
    pub(crate) fn doubts_street(&self, address: &Address, others: bool) -> Option<Text> {
        const STREETS: [&str; 9] = ["calle", "camino", "paseo", "avenida", "vereda", "via", "carretera", "the", "old"];
        let street = address.street.to_string();
        let first = street.split(' ').next().map(fold).unwrap_or_default();
        let named = address.street.suffix.is_some()
            || address.street.before.is_some()
            || street.contains(|c: char| c.is_ascii_digit())
            || STREETS.contains(&first.as_str());
        let (words, begins) = (street.split(' ').count(), self.original.starts_with(|c: char| c.is_ascii_digit()));
        match (words, begins) {
            _ if named || self.in_columns => None,
            (2.., false) => Some(words::NO_STREET),
            (1, false) if others => Some(words::NO_STREET),
            (3.., true) => Some(words::LONG_STREET),
            _ => None,
        }
    }
}

/// The addresses of pasted or typed lines: one a line, or a street with its numbers.
pub fn entries_of_text(text: &str) -> Vec<AddressEntry> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines.flat_map(|(text, line)| entries_of_line(text.trim(), line)).collect()
}

fn entries_of_line(text: &str, line: u64) -> Vec<AddressEntry> {
    if let Some((before, rest)) = words_before(text) {
        let with_words = |entry: AddressEntry| AddressEntry {
            read: entry.read.map(|address| Address { original: text.to_owned(), ..address }),
            original: text.to_owned(),
            before: before.to_owned(),
            ..entry
        };
        return entries_of_line(rest, line).into_iter().map(with_words).collect();
    }
    let entry = |read, original: &str| AddressEntry {
        line,
        read,
        original: original.to_owned(),
        before: String::new(),
        town_given: false,
        in_columns: false,
    };
    let address = Address::parse(text);
    // A line that begins with its number is one address; what begins with a street may be many.
    if address.fault().is_none() && text.starts_with(|c: char| c.is_ascii_digit()) && !names_a_side(text) {
        return vec![entry(Ok(address), text)];
    }
    if let Some(fault @ AddressFault::Post(_)) = address.fault() {
        return vec![entry(Err(fault.message()), text)];
    }
    match expand_range(text) {
        Ok(doors) => doors.into_iter().map(|door| entry(Ok(door), text)).collect(),
        Err(_) if address.fault().is_none() => vec![entry(Ok(address), text)],
        Err(fault) => vec![entry(Err(fault.message()), text)],
    }
}

fn names_a_side(text: &str) -> bool {
    let words = fold(text);
    ["even", "odd", "pares", "impares"]
        .iter()
        .any(|side| words.split(|c: char| !c.is_alphanumeric()).any(|w| w == *side))
}

/// The addresses of a sheet's rows.
///
/// # Errors
/// If the person cancels.
pub async fn entries_of_sheet(
    sheet: &Sheet,
    parts: &[Option<AddressPart>],
    job: &Job,
) -> Result<Vec<AddressEntry>, Cancelled> {
    let column = |part| parts.iter().position(|held| *held == Some(part));
    let columns = AddressPart::ALL.map(column);
    let rows = &sheet.table.rows;
    let (mut entries, mut reader) = (Vec::with_capacity(rows.len()), RowReader::default());
    for (at, (line, cells)) in rows.iter().enumerate() {
        let [street, number, unit, town, state, zip] =
            columns.map(|column| column.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim()));
        let address = reader.read(&Cells { number, street, unit, town, state, zip });
        let (original, town_given) = (address.original.clone(), !town.is_empty());
        let in_columns = !number.is_empty();
        entries.push(AddressEntry {
            line: *line,
            original,
            read: Ok(address),
            before: String::new(),
            town_given,
            in_columns,
        });
        if at % STEP == STEP - 1 {
            job.step(at, rows.len() * 2).await?;
        }
    }
    Ok(entries)
}

//! What the app has no field for, and how a source wrote what it has one for: kept with a record, so that what nobody
//! changed here leaves as it came.
//!
//! What a record would be written as ([`Groups`]) is compared with what the source had, part by part. Of a part that is
//! written the same again only what differs is kept; once somebody changes it here, what the source had in its place goes.

use crate::formats::hsds::tables::Row;
use crate::log::hash::{Sha, derived_id};
use crate::model::id::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// With what a cell begins that names another row of the same record, until its identity is known.
const NAMES: char = '\u{1}';

/// Rows of some tables, each with what one of its table is called.
pub type Rows = Vec<(&'static str, Row)>;
/// What a record is written as: rows by the part of the record that they tell of.
pub type Groups = BTreeMap<&'static str, Rows>;

/// The cell that names a row of the same record.
pub fn name(of: &str) -> String {
    format!("{NAMES}{of}")
}

/// What is kept with a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The identities in the source of what is written of the record, by its names here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    ids: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parts: BTreeMap<String, Part>,
}

/// What is kept of one part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Part {
    /// The first digits of the hash of what it was written as when it came.
    was: String,
    /// Where rows of the source differ: none in a cell that it had not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<(String, usize, BTreeMap<String, Option<String>>)>,
    /// Rows that it had and we would not write.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    more: Vec<(String, Row)>,
    /// How many rows of a table we would write that it had not.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    fewer: BTreeMap<String, usize>,
}

/// What is to become of what the source had in a part that somebody changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Cells and rows that the app has no field for stay.
    StaysBeside,
    /// Rows that the app has no field for stay; nothing stays of those it has.
    RowsStay,
    /// All of it goes: it said the same in another way.
    Goes,
}

/// The identities that cells name, for one record.
pub struct Identities<'a> {
    /// The identity of the record itself, where it is written.
    pub own: String,
    /// Those of records that it links to, by their names.
    pub links: BTreeMap<&'static str, String>,
    /// Those that the source gave.
    pub kept: &'a Kept,
    /// The record.
    pub record: Id,
}

impl Identities<'_> {
    /// What a cell says, with the identity it names.
    fn cell(&self, cell: &str) -> String {
        let Some(of) = cell.strip_prefix(NAMES) else { return cell.to_owned() };
        if of.is_empty() {
            return self.own.clone();
        }
        if let Some(known) = self.links.get(of).or_else(|| self.kept.ids.get(of)) {
            return known.clone();
        }
        // A term is the same one for all that is classified by it.
        let shared = of.starts_with('=');
        let words = if shared { format!("hsds {of}") } else { format!("hsds {} {of}", self.record) };
        uuid(derived_id(&words))
    }

    /// A row with the identities it names.
    fn row(&self, row: &Row) -> Row {
        row.iter().map(|(column, cell)| (column.clone(), self.cell(cell))).collect()
    }
}

/// An identity as a UUID (RFC 9562, version 8: made in a way of one's own).
pub fn uuid(id: Id) -> String {
    let number = id.0 & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let hex = format!("{number:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// What is to be kept of a record that a source has as `source`, and that would be written as `written`. `own` is its
/// identity there, `links` those of what it links to.
pub fn keep(written: &Groups, source: &Groups, own: &str, links: BTreeMap<&'static str, String>) -> Kept {
    let mut kept = Kept::default();
    let pairs = |written: &Rows, source: &Rows, table: &str| -> (Vec<Row>, Vec<Row>) {
        let of = |rows: &Rows| rows.iter().filter(|(one, _)| *one == table).map(|(_, row)| row.clone()).collect();
        (of(written), of(source))
    };
    let nothing = Rows::new();
    // Which row of ours is which of theirs follows from their order.
    for (part, rows) in written {
        let there = source.get(part).unwrap_or(&nothing);
        for table in tables(rows) {
            let (ours, theirs) = pairs(rows, there, table);
            for (our, their) in ours.iter().zip(&theirs) {
                let named = our.get("id").and_then(|id| id.strip_prefix(NAMES)).filter(|named| !named.is_empty());
                kept.ids.extend(named.map(str::to_owned).zip(their.get("id").cloned()));
            }
        }
    }
    let mut parts = BTreeMap::new();
    let who = Identities { own: own.to_owned(), links, kept: &kept, record: Id(0) };
    let all: std::collections::BTreeSet<&&str> = written.keys().chain(source.keys()).collect();
    for part in all {
        let (rows, there) = (written.get(*part).unwrap_or(&nothing), source.get(*part).unwrap_or(&nothing));
        let mut one = Part { was: mark(rows), ..Part::default() };
        let both: Rows = rows.iter().chain(there).cloned().collect();
        for table in tables(&both) {
            let (ours, theirs) = pairs(rows, there, table);
            for (at, (our, their)) in ours.iter().zip(&theirs).enumerate() {
                let our = who.row(our);
                let differs = their.iter().filter(|(column, cell)| our.get(*column) != Some(cell));
                let mut cells: BTreeMap<_, _> =
                    differs.map(|(column, cell)| (column.clone(), Some(cell.clone()))).collect();
                cells.extend(
                    our.keys().filter(|column| !their.contains_key(*column)).map(|column| (column.clone(), None)),
                );
                if !cells.is_empty() {
                    one.cells.push((table.to_owned(), at, cells));
                }
            }
            one.more.extend(theirs.iter().skip(ours.len()).map(|row| (table.to_owned(), row.clone())));
            let fewer = ours.len().saturating_sub(theirs.len());
            if fewer > 0 {
                one.fewer.insert(table.to_owned(), fewer);
            }
        }
        parts.insert((*part).to_owned(), one);
    }
    let ids = std::mem::take(&mut kept.ids);
    // What says nothing is not stored: a part that is written as it came, but for its mark, needs none.
    parts.retain(|_, part: &mut Part| !part.cells.is_empty() || !part.more.is_empty() || !part.fewer.is_empty());
    Kept { ids, parts }
}

/// What a record leaves as: as its source had it, where nobody changed it, and otherwise as it is written here.
pub fn restore(written: &Groups, who: &Identities<'_>, changed: impl Fn(&str) -> Changed) -> Vec<(String, Row)> {
    let mut out = Vec::new();
    let mut parts = who.kept.parts.clone();
    for (part, rows) in written {
        let found = parts.remove(*part).unwrap_or_default();
        let same = found.was == mark(rows);
        let then = changed(part);
        for table in tables(rows) {
            let ours: Vec<&Row> = rows.iter().filter(|(one, _)| *one == table).map(|(_, row)| row).collect();
            let count = ours.len() - if same { found.fewer.get(table).copied().unwrap_or_default() } else { 0 };
            for (at, our) in ours.into_iter().take(count).enumerate() {
                let mut row = who.row(our);
                let cells =
                    found.cells.iter().find(|(of, place, _)| of == table && *place == at).map(|(_, _, cells)| cells);
                for (column, cell) in cells.into_iter().flatten() {
                    match cell {
                        Some(cell) if same || then == Changed::StaysBeside && !our.contains_key(column) => {
                            row.insert(column.clone(), cell.clone());
                        }
                        None if same => _ = row.remove(column),
                        _ => {}
                    }
                }
                out.push((table.to_owned(), row));
            }
        }
        if same || then != Changed::Goes {
            out.extend(found.more);
        }
    }
    // Parts that are written no more: what was beside them stays.
    for (part, found) in parts {
        if mark(&Rows::new()) == found.was || changed(&part) == Changed::StaysBeside {
            out.extend(found.more);
        }
    }
    out
}

/// The tables that have rows, in the order in which they come.
fn tables(rows: &Rows) -> Vec<&'static str> {
    let mut tables: Vec<&str> = Vec::new();
    for (table, _) in rows {
        if !tables.contains(table) {
            tables.push(table);
        }
    }
    tables
}

/// The first digits of the hash of what a part is written as.
fn mark(rows: &Rows) -> String {
    let mut words = String::new();
    for (table, row) in rows {
        words.push_str(table);
        for (column, cell) in row {
            words.push('\n');
            words.push_str(column);
            words.push('=');
            words.push_str(&cell.len().to_string());
            words.push(' ');
            words.push_str(cell);
        }
        words.push('\u{2}');
    }
    let mut digits = Sha::of(words.as_bytes()).to_string();
    digits.truncate(12);
    digits
}

impl Kept {
    /// As it is stored; nothing where there is nothing to keep.
    pub fn to_text(&self) -> Option<String> {
        (*self != Kept::default()).then(|| serde_json::to_string(self).ok()).flatten()
    }

    /// What was stored; what cannot be read is as if nothing had been kept.
    pub fn read(text: Option<&str>) -> Kept {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}

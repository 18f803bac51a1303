//! What a file of a directory is, and its tables: JSON of HSDS, a package of tables in one ZIP, or a single table.

use super::shape::{self, Shape};
use super::tables::{Row, Tables};
use super::{dialects, icarol, json};
use crate::formats::csv_import::decode::decode;
use crate::formats::csv_import::table::{TableReader, Unreadable};
use crate::formats::unzip::{Archive, NotUnzipped};
use serde_json::{Map, Value};

/// How many bytes a package may have once it is unpacked: 20,000 services with all that belongs to them are some 60 MB.
pub const MAX_UNPACKED: usize = 200 << 20;

/// Why a file is no directory.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotRead {
    /// The archive cannot be read.
    #[error(transparent)]
    Archive(#[from] NotUnzipped),
    /// A table in it cannot be read.
    #[error("“{0}” could not be read: {1}")]
    Table(String, Unreadable),
    /// It is not JSON, or not whole.
    #[error("it is not JSON: line {line}, character {column}")]
    Json {
        /// Where it stops being JSON.
        line: usize,
        /// The character of that line.
        column: usize,
    },
    /// There are no services in it, nor anything else that a directory has.
    #[error("there is no directory in it")]
    Nothing,
}

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The tables, as HSDS 3.0 has them.
    pub tables: Tables,
    /// Tables that others rest on, and that are missing.
    pub missing: Vec<&'static str>,
    /// Whether a 211 exported it from iCarol.
    pub is_icarol: bool,
    /// How many rows are not for a directory, as whoever wrote the file says.
    pub left_out: usize,
    /// Files of a package that are no tables of a directory.
    pub other_files: Vec<String>,
}

/// Reads a file by what it holds; its name only says what a single table is.
///
/// # Errors
/// Why it is no directory.
pub fn read(name: &str, bytes: &[u8]) -> Result<Found, NotRead> {
    let mut found = Found::default();
    if bytes.starts_with(b"PK") {
        package(&mut found, bytes)?;
    } else if bytes
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte))
        .is_some_and(|byte| b"{[".contains(byte))
    {
        read_json(&mut found.tables, name, bytes)?;
    } else {
        one_table(&mut found, name, bytes)?;
    }
    dialects::modernize(&mut found.tables);
    if found.tables.rows("service").is_empty()
        && found.tables.rows("organization").is_empty()
        && found.tables.rows("location").is_empty()
    {
        return Err(NotRead::Nothing);
    }
    found.missing = missing(&found.tables);
    Ok(found)
}

/// The tables of a package: files beside one another, in whatever folder.
fn package(found: &mut Found, bytes: &[u8]) -> Result<(), NotRead> {
    let mut archive = Archive::open(bytes, MAX_UNPACKED)?;
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    for path in names {
        let name = path.rsplit('/').next().unwrap_or_default();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        match ending.to_ascii_lowercase().as_str() {
            "csv" | "txt" | "tsv" => {
                let content = archive.take(&path)?.unwrap_or_default();
                one_table(found, stem, &content)?;
            }
            "json" if stem != "datapackage" => {
                let content = archive.take(&path)?.unwrap_or_default();
                read_json(&mut found.tables, stem, &content)?;
            }
            // It describes the tables, and says nothing of what stands in them.
            "json" => {}
            _ => found.other_files.push(path),
        }
    }
    Ok(())
}

fn one_table(found: &mut Found, name: &str, bytes: &[u8]) -> Result<(), NotRead> {
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let one = shape::of_file(stem).map_or_else(|| dialects::older_table(stem), |shape| Some(shape.one));
    let rows = match raw(decode(bytes).0) {
        Ok(rows) => rows,
        Err(Unreadable::NoRows | Unreadable::Empty) => return Ok(()),
        Err(error) => return Err(NotRead::Table(name.to_owned(), error)),
    };
    // A table of the specification has its columns in the first line, whatever stands below.
    let mut rows = rows.into_iter();
    let columns = rows.next().map(|(_, columns)| columns).unwrap_or_default();
    let columns: Vec<String> = columns.iter().map(|column| column.trim().to_ascii_lowercase()).collect();
    let is_icarol = icarol::is_one(&columns);
    let Some(one) = one.or(is_icarol.then_some("service")) else {
        found.other_files.push(name.to_owned());
        return Ok(());
    };
    found.is_icarol |= is_icarol;
    for (_, cells) in rows {
        let filled = columns.iter().zip(cells).filter(|(column, cell)| !column.is_empty() && !cell.trim().is_empty());
        let row: Row = filled.map(|(column, cell)| (column.clone(), cell.trim().to_owned())).collect();
        if !is_icarol {
            found.tables.add(one, row);
        } else if !icarol::add(&mut found.tables, &row) {
            found.left_out += 1;
        }
    }
    Ok(())
}

/// The rows of a table, the first with its columns.
fn raw(text: String) -> Result<Vec<(u64, Vec<String>)>, Unreadable> {
    let mut reader = TableReader::new(text)?;
    while reader.step()? {}
    Ok(reader.finish()?.rows)
}

fn read_json(to: &mut Tables, name: &str, bytes: &[u8]) -> Result<(), NotRead> {
    let (text, _) = decode(bytes);
    let value: Value =
        serde_json::from_str(&text).map_err(|error| NotRead::Json { line: error.line(), column: error.column() })?;
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    add_all(to, shape::of_file(stem), &value);
    Ok(())
}

/// Adds what stands in an array, in a page of an API, or in an object of arrays by their tables.
fn add_all(to: &mut Tables, called: Option<&'static Shape>, value: &Value) {
    match value {
        Value::Array(all) => {
            for (at, object) in all.iter().filter_map(Value::as_object).enumerate() {
                if let Some(shape) = called.or_else(|| guess(object)) {
                    json::add(to, shape, object, &[], &format!("{}/{at}", shape.one));
                }
            }
        }
        Value::Object(object) => {
            // An object that is one of them has a name; what only holds them has none.
            if let Some(shape) = guess(object) {
                json::add(to, shape, object, &[], shape.one);
                return;
            }
            for (key, value) in object.iter().filter(|(_, value)| value.is_array()) {
                let shape = if key == "contents" { called } else { shape::of_file(key) };
                add_all(to, shape, value);
            }
        }
        _ => {}
    }
}

/// What an object is, by what only it has.
fn guess(object: &Map<String, Value>) -> Option<&'static Shape> {
    let has = |keys: &[&str]| keys.iter().any(|key| object.contains_key(*key));
    if !has(&["id", "name"]) {
        return None;
    }
    let one = if has(&["location_type", "latitude", "addresses", "transportation"]) {
        "location"
    } else if has(&["service_at_locations", "organization_id", "organization", "status", "eligibility_description"]) {
        "service"
    } else if has(&["location", "location_id"]) {
        "service_at_location"
    } else {
        "organization"
    };
    shape::of(one)
}

/// What others rest on, and what no table tells of.
fn missing(tables: &Tables) -> Vec<&'static str> {
    let rests = [
        ("service", "organization_id", "organization"),
        ("service_at_location", "service_id", "service"),
        ("service_at_location", "location_id", "location"),
        ("address", "location_id", "location"),
    ];
    let lacks = |(of, column, one): &(&str, &str, &'static str)| {
        tables.rows(one).is_empty() && tables.rows(of).iter().any(|row| row.contains_key(*column))
    };
    let mut missing: Vec<&str> = rests.iter().filter(|rest| lacks(rest)).map(|(_, _, one)| *one).collect();
    missing.dedup();
    missing
}

//! The tables of a directory, as text.

use super::shape;
use crate::model::order;
use std::collections::BTreeMap;

/// A row of a table: its cells by column, without the empty ones.
pub type Row = BTreeMap<String, String>;

/// The tables of a directory, by what one row of each is called in HSDS 3.0 (`service`, `phone`). What has no place among
/// them is kept under its own name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables(BTreeMap<String, Table>);

/// A table: its rows in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Row>,
    /// Where the row of an identity stands.
    places: BTreeMap<String, usize>,
}

impl Tables {
    /// The rows of which one is called this.
    pub fn rows(&self, one: &str) -> &[Row] {
        self.0.get(one).map_or(&[], |table| &table.rows)
    }

    /// The row of this identity.
    pub fn row(&self, one: &str, id: &str) -> Option<&Row> {
        let table = self.0.get(one)?;
        table.rows.get(*table.places.get(id)?)
    }

    /// The names of all tables that have rows.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many rows there are in all.
    pub fn len(&self) -> usize {
        self.0.values().map(|table| table.rows.len()).sum()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a row. What is told of one identity in several places comes together: what stands there first holds, and what it
    /// lacks is added.
    pub fn add(&mut self, one: &str, row: Row) {
        let table = self.0.entry(one.to_owned()).or_default();
        let Some(id) = row.get("id").cloned() else { return table.rows.push(row) };
        match table.places.get(&id).and_then(|at| table.rows.get_mut(*at)) {
            Some(there) => row.into_iter().for_each(|(column, cell)| _ = there.entry(column).or_insert(cell)),
            None => {
                table.places.insert(id, table.rows.len());
                table.rows.push(row);
            }
        }
    }

    /// Takes a table away.
    pub fn take(&mut self, one: &str) -> Vec<Row> {
        self.0.remove(one).map(|table| table.rows).unwrap_or_default()
    }

    /// The columns of a table: those of the specification first, then all others that any row has.
    pub fn columns(&self, one: &str) -> Vec<String> {
        let known = shape::of(one).map_or(&[][..], |shape| shape.columns);
        let others = self.rows(one).iter().flat_map(BTreeMap::keys).filter(|column| !known.contains(&column.as_str()));
        let others = order::set(others.cloned());
        known.iter().map(|column| (*column).to_owned()).chain(others).collect()
    }
}

/// A row of these cells, without the empty ones.
pub fn row<'a>(cells: impl IntoIterator<Item = (&'a str, String)>) -> Row {
    order::map(cells.into_iter().filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| (column.to_owned(), cell)))
}

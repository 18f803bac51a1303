//! JSON of HSDS to rows and back: what stands within something there is a row of its own here, which names it.

use super::shape::{self, NUMBERS, Shape, Within};
use super::tables::{Row, Tables};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Adds an object with everything within it. Gives its identity: one that is made from where it stands, where it has none.
pub(super) fn add(
    to: &mut Tables,
    shape: &Shape,
    object: &Map<String, Value>,
    within: &[(&str, &str)],
    place: &str,
) -> String {
    let id = object.get("id").and_then(cell).unwrap_or_else(|| place.to_owned());
    let mut row = Row::from([("id".to_owned(), id.clone())]);
    row.extend(within.iter().map(|(column, of)| ((*column).to_owned(), (*of).to_owned())));
    for (key, value) in object.iter().filter(|(key, _)| *key != "id") {
        let inner = shape.inner().find(|inner| inner.key(shape.one) == key && !value.is_string());
        let Some((inner, inner_shape)) = inner.and_then(|inner| Some((inner, shape::of(inner.one())?))) else {
            row.extend(cell(value).map(|cell| (key.clone(), cell)));
            continue;
        };
        let own = format!("{}_id", shape.one);
        let objects: Vec<&Map<String, Value>> = match value {
            Value::Array(all) => all.iter().filter_map(Value::as_object).collect(),
            one => one.as_object().into_iter().collect(),
        };
        for (at, object) in objects.into_iter().enumerate() {
            let place = format!("{id}/{}/{at}", inner_shape.one);
            match inner {
                Within::Many(_) => _ = add(to, inner_shape, object, &[(&own, &id)], &place),
                Within::Linked(_) => {
                    _ = add(to, inner_shape, object, &[("link_id", &id), ("link_entity", shape.one)], &place);
                }
                Within::Resource(_) => {
                    _ = add(to, inner_shape, object, &[("resource_id", &id), ("resource_type", shape.one)], &place);
                }
                Within::One(one) => {
                    let named = add(to, inner_shape, object, &[], &place);
                    row.insert(format!("{one}_id"), named);
                }
            }
        }
    }
    to.add(shape.one, row);
    id
}

/// A value as the cell of a table; none where it says nothing. What is no plain value stays JSON.
fn cell(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Array(all) if all.is_empty() => None,
        other => Some(other.to_string()),
    }
}

/// Rows as JSON, each with what belongs to it within.
pub(super) struct Nested<'a> {
    tables: &'a Tables,
    /// The rows of a table that have something in a column, by the table, the column and what it is.
    linked: BTreeMap<(&'static str, &'a str, &'a str), Vec<&'a Row>>,
    /// What stands within anything.
    pub(super) told: BTreeSet<(&'static str, String)>,
}

impl<'a> Nested<'a> {
    pub(super) fn of(tables: &'a Tables) -> Nested<'a> {
        let mut linked: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
        for shape in shape::ALL {
            for row in tables.rows(shape.one) {
                for (column, cell) in row.iter().filter(|(column, _)| column.ends_with("_id")) {
                    linked.entry((shape.one, column.as_str(), cell.as_str())).or_default().push(row);
                }
            }
        }
        Nested { tables, linked, told: BTreeSet::new() }
    }

    /// A row with all that belongs to it. `path` is what it stands in; nothing stands within its like.
    pub(super) fn object(
        &mut self,
        shape: &'static Shape,
        row: &Row,
        path: &[&str],
        without: &[&str],
    ) -> Map<String, Value> {
        let mut object = Map::new();
        let id = row.get("id").map_or("", String::as_str);
        self.told.insert((shape.one, id.to_owned()));
        for (column, cell) in row.iter().filter(|(column, _)| !without.contains(&column.as_str())) {
            object.insert(column.clone(), value(shape, column, cell));
        }
        let mut deeper = path.to_vec();
        deeper.push(shape.one);
        for inner in shape.inner() {
            let Some(inner_shape) = shape::of(inner.one()).filter(|inner| !deeper.contains(&inner.one)) else {
                continue;
            };
            // Whoever reads a service needs to know whose it is, and not of everything else that they do.
            let elsewhere =
                shape.one == "organization" && ["service", "location", "program"].contains(&inner_shape.one);
            if elsewhere && !path.is_empty() {
                continue;
            }
            let own = format!("{}_id", shape.one);
            let key = inner.key(shape.one).to_owned();
            if let Within::One(one) = inner {
                let named = row.get(&format!("{one}_id")).and_then(|id| self.tables.row(inner_shape.one, id));
                if let Some(named) = named {
                    let inner = self.object(inner_shape, named, &deeper, &[]);
                    object.remove(&format!("{one}_id"));
                    object.insert(key, Value::Object(inner));
                }
                continue;
            }
            let (column, entity): (&str, Option<&str>) = match inner {
                Within::Linked(_) => ("link_id", Some("link_entity")),
                Within::Resource(_) => ("resource_id", Some("resource_type")),
                _ => (&own, None),
            };
            let of_it = self.linked.get(&(inner_shape.one, column, id)).cloned().unwrap_or_default();
            let is_its = |row: &&&Row| entity.is_none_or(|entity| row.get(entity).is_none_or(|said| said == shape.one));
            let skipped: Vec<&str> = [column].into_iter().chain(entity).collect();
            let objects: Vec<Value> = of_it
                .iter()
                .filter(is_its)
                .map(|row| Value::Object(self.object(inner_shape, row, &deeper, &skipped)))
                .collect();
            if !objects.is_empty() {
                object.insert(key, Value::Array(objects));
            }
        }
        object
    }
}

/// A cell as JSON has it.
fn value(shape: &Shape, column: &str, cell: &str) -> Value {
    let text = || Value::String(cell.to_owned());
    let is_known = shape.columns.contains(&column);
    // What is no plain value, and no column of the specification, came as JSON.
    let came_so = !is_known && cell.starts_with(['{', '[']);
    if came_so || is_known && NUMBERS.contains(&column) {
        let read: Option<Value> = serde_json::from_str(cell).ok();
        return read.filter(|read| came_so || read.is_number()).unwrap_or_else(text);
    }
    text()
}

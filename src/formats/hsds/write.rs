//! The tables of a directory as HSDS 3.0: JSON as its API gives it, and a package of tables beside their description.

use super::json::Nested;
use super::shape::{self, NUMBERS, Shape};
use super::tables::Tables;
use crate::formats::csv_write::{self, Quotes};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The version that is written.
pub const VERSION: &str = "3.0.0";

/// All services with everything that belongs to them, as one page of HSDS's API. Organizations and locations without a
/// service stand beside them, under keys of their own.
pub fn to_json(tables: &Tables) -> Value {
    let mut nested = Nested::of(tables);
    let mut all = |one: &str| -> Vec<Value> {
        let Some(shape) = shape::of(one) else { return Vec::new() };
        let rows = tables.rows(one).iter();
        let rows: Vec<_> = rows
            .filter(|row| !row.get("id").is_some_and(|id| nested.told.contains(&(shape.one, id.clone()))))
            .collect();
        rows.into_iter().map(|row| Value::Object(nested.object(shape, row, &[], &[]))).collect()
    };
    let (services, organizations, locations) = (all("service"), all("organization"), all("location"));
    // Terms that nothing is classified by, and taxonomies, stand in no service.
    let (terms, taxonomies) = (all("taxonomy_term"), all("taxonomy"));
    let count = services.len();
    let mut page = json!({
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": true,
        "last_page": true,
        "empty": count == 0,
        "contents": services,
    });
    if let Value::Object(page) = &mut page {
        for (key, beside) in [
            ("organizations", organizations),
            ("locations", locations),
            ("taxonomy_terms", terms),
            ("taxonomies", taxonomies),
        ] {
            if !beside.is_empty() {
                page.insert(key.to_owned(), Value::Array(beside));
            }
        }
    }
    page
}

/// The files of a package, by their names: a CSV for each table, and `datapackage.json`, which describes them.
pub fn to_package(tables: &Tables) -> Vec<(String, String)> {
    let (mut files, mut resources) = (Vec::new(), Vec::new());
    for shape in shape::ALL.iter().filter(|shape| !tables.rows(shape.one).is_empty()) {
        let columns = tables.columns(shape.one);
        let mut csv = String::new();
        csv_write::row(&mut csv, Quotes::Necessary, columns.iter().map(|column| Cow::Borrowed(column.as_str())));
        for row in tables.rows(shape.one) {
            let cells = columns.iter().map(|column| Cow::Borrowed(row.get(column).map_or("", String::as_str)));
            csv_write::row(&mut csv, Quotes::Necessary, cells);
        }
        let path = format!("{}.csv", shape.table);
        resources.push(resource(shape, &path, &columns));
        files.push((path, csv));
    }
    let package = json!({
        "profile": "tabular-data-package",
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "version": VERSION,
        "resources": resources,
    });
    files.push(("datapackage.json".to_owned(), format!("{package:#}\n")));
    files
}

/// What is said of a table in the description of a package.
fn resource(shape: &Shape, path: &str, columns: &[String]) -> Value {
    let kind = |column: &str| if NUMBERS.contains(&column) { "number" } else { "string" };
    let fields: Vec<Value> = columns.iter().map(|column| json!({ "name": column, "type": kind(column) })).collect();
    json!({
        "name": shape.one,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": { "fields": fields, "primaryKey": "id" },
    })
}

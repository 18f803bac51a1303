//! What older versions wrote (HSDS 1.1 and 2, and Ohana before them), as the tables of 3.0.
//!
//! Nothing is thrown away: a column that 3.0 has no place for stays under its own name. How the hours of 1.1 and Ohana,
//! and holidays, which 3.0 has no table for, are to be understood is for whoever reads hours; here they only get one name.

use super::tables::{Row, Tables, row};
use crate::model::order;

/// Exceptions to the usual hours, as the tables before 3.0 have them: `start_date`, `end_date`, `closed`, `opens_at`,
/// `closes_at`.
pub const HOLIDAYS: &str = "holiday_schedule";

/// The tables that 3.0 does not have, by what one row of each is called here.
const OLDER: &[(&[&str], &str)] = &[
    (&["regular_schedule", "regular_schedules"], "regular_schedule"),
    (&["holiday_schedule", "holiday_schedules"], HOLIDAYS),
    (&["physical_address", "physical_addresses"], "physical_address"),
    (&["postal_address", "postal_addresses", "mail_addresses"], "postal_address"),
    (&["eligibility", "eligibilities"], "eligibility"),
    (&["accessibility_for_disabilities"], "accessibility"),
    (&["service_taxonomy", "service_taxonomies", "services_taxonomy"], "service_taxonomy"),
    (&["service_attribute", "service_attributes"], "service_attribute"),
    (&["other_attribute", "other_attributes", "location_attribute", "organization_attribute"], "other_attribute"),
    (&["payment_accepted", "payments_accepted"], "payment_accepted"),
];

/// The columns that have another name since then, by the table.
const RENAMED: &[(&str, &str, &str)] = &[
    ("organization", "url", "website"),
    ("service", "website", "url"),
    ("service", "fees", "fees_description"),
    ("service", "eligibility", "eligibility_description"),
    ("location", "website", "url"),
    ("location", "short_desc", "description"),
    ("phone", "number_type", "type"),
    ("phone", "department", "description"),
    ("schedule", "original_text", "description"),
    ("language", "language", "name"),
    ("accessibility", "accessibility", "description"),
];

/// The days of the week as rules of RFC 5545 call them. Numbers count from Monday, 1, as in HSDS 1.1.
const WEEKDAYS: [(&str, &str); 7] =
    [("MO", "mon"), ("TU", "tue"), ("WE", "wed"), ("TH", "thu"), ("FR", "fri"), ("SA", "sat"), ("SU", "sun")];

/// What one row of an older table is called, by the name of its file without the ending.
pub(super) fn older_table(stem: &str) -> Option<&'static str> {
    let stem = stem.to_ascii_lowercase();
    OLDER.iter().find(|(names, _)| names.contains(&stem.as_str())).map(|(_, one)| *one)
}

/// Makes of the tables of any version those of 3.0.
pub(super) fn modernize(tables: &mut Tables) {
    for (one, old, new) in RENAMED {
        rename(tables, one, old, new);
    }
    for (old, kind) in [("physical_address", "physical"), ("postal_address", "postal")] {
        for mut address in tables.take(old) {
            address.entry("address_type".to_owned()).or_insert_with(|| kind.to_owned());
            tables.add("address", with_id(address, old));
        }
    }
    for schedule in tables.take("regular_schedule") {
        tables.add("schedule", weekly(schedule));
    }
    for eligibility in tables.take("eligibility") {
        add_to_service(
            tables,
            &eligibility,
            &[
                ("eligibility", "eligibility_description"),
                ("minimum_age", "minimum_age"),
                ("maximum_age", "maximum_age"),
            ],
        );
    }
    for kind in ["service_taxonomy", "service_attribute"] {
        for link in tables.take(kind) {
            let term = link.get("taxonomy_term_id").or_else(|| link.get("taxonomy_id")).cloned().unwrap_or_default();
            let service = link.get("service_id").cloned().unwrap_or_default();
            let id = link.get("id").cloned().unwrap_or_else(|| format!("{service}/{term}"));
            let attribute =
                [("id", id), ("link_id", service), ("link_entity", "service".to_owned()), ("taxonomy_term_id", term)];
            let mut kept = link;
            for moved in ["id", "service_id", "taxonomy_id", "taxonomy_term_id"] {
                kept.remove(moved);
            }
            kept.extend(row(attribute));
            tables.add("attribute", kept);
        }
    }
    // Until 3.0 terms stood in the table of taxonomies.
    let terms = tables
        .rows("taxonomy")
        .iter()
        .any(|row| row.contains_key("parent_id") || row.contains_key("taxonomy_id") || row.contains_key("vocabulary"));
    if terms {
        for term in tables.take("taxonomy") {
            tables.add("taxonomy_term", term);
        }
    }
    split_services(tables);
    split_locations(tables);
}

/// What a service says in one cell, and 3.0 in tables of their own: where it is, languages, documents, words to find it by.
fn split_services(tables: &mut Tables) {
    let services = tables.take("service");
    for mut service in services {
        let id = service.get("id").cloned().unwrap_or_default();
        if let Some(location) = service.remove("location_id") {
            let link =
                [("id", format!("{id}/{location}")), ("service_id", id.clone()), ("location_id", location.clone())];
            tables.add("service_at_location", row(link));
            // Ohana has the organization with the location alone.
            if !service.contains_key("organization_id") {
                let of =
                    tables.row("location", &location).and_then(|location| location.get("organization_id")).cloned();
                service.extend(of.map(|of| ("organization_id".to_owned(), of)));
            }
        }
        let lists = [
            ("languages", "language", "name"),
            ("required_documents", "required_document", "document"),
            ("service_areas", "service_area", "name"),
            ("funding_sources", "funding", "source"),
        ];
        for (column, one, into) in lists {
            let cell = service.remove(column).unwrap_or_default();
            for (at, part) in parts(&cell).enumerate() {
                let cells = [("id", format!("{id}/{one}/{at}")), ("service_id", id.clone()), (into, part.to_owned())];
                tables.add(one, row(cells));
            }
        }
        tables.add("service", service);
    }
}

/// What a location says in one cell: languages, what makes it accessible; and that it is nowhere, in Ohana's way.
fn split_locations(tables: &mut Tables) {
    for mut location in tables.take("location") {
        let id = location.get("id").cloned().unwrap_or_default();
        for (column, one, into) in
            [("languages", "language", "name"), ("accessibility", "accessibility", "description")]
        {
            let cell = location.remove(column).unwrap_or_default();
            for (at, part) in parts(&cell).enumerate() {
                let cells =
                    [("id", format!("{id}/{one}/{at}")), ("location_id", id.clone()), (into, part.replace('_', " "))];
                tables.add(one, row(cells));
            }
        }
        if let Some(said) = location.remove("virtual") {
            let kind = if is_yes(&said) { "virtual" } else { "physical" };
            location.entry("location_type".to_owned()).or_insert_with(|| kind.to_owned());
        }
        tables.add("location", location);
    }
}

/// The parts of a list in one cell.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let by = if cell.contains(';') { ';' } else { ',' };
    cell.trim_matches(['[', ']']).split(by).map(|part| part.trim().trim_matches('"')).filter(|part| !part.is_empty())
}

/// The hours of one day of the week, as a rule.
fn weekly(mut schedule: Row) -> Row {
    if let Some(weekday) = schedule.remove("weekday") {
        let said = weekday.trim().to_ascii_lowercase();
        let by_number = || said.parse::<usize>().ok().and_then(|number| WEEKDAYS.get((number + 6) % 7));
        let found = WEEKDAYS.iter().find(|(_, begins)| said.starts_with(begins)).or_else(by_number);
        match found {
            Some((day, _)) => {
                schedule.insert("freq".to_owned(), "WEEKLY".to_owned());
                schedule.insert("byday".to_owned(), (*day).to_owned());
            }
            None => _ = schedule.insert("weekday".to_owned(), weekday),
        }
    }
    with_id(schedule, "regular_schedule")
}

/// A row with an identity that tells it from those of another table.
fn with_id(mut row: Row, table: &str) -> Row {
    if let Some(id) = row.get("id").map(|id| format!("{table}/{id}")) {
        row.insert("id".to_owned(), id);
    }
    row
}

/// Adds cells to the service that a row names, where that does not say them itself.
fn add_to_service(tables: &mut Tables, from: &Row, columns: &[(&str, &'static str)]) {
    let Some(id) = from.get("service_id") else { return };
    let cells = columns.iter().filter_map(|(old, new)| Some((*new, from.get(*old)?.clone())));
    let mut service = row(cells);
    service.insert("id".to_owned(), id.clone());
    tables.add("service", service);
}

/// Gives a column its name of today, where a row says nothing under that yet.
fn rename(tables: &mut Tables, one: &str, old: &str, new: &str) {
    if !tables.rows(one).iter().any(|row| row.contains_key(old)) {
        return;
    }
    for mut row in tables.take(one) {
        if !row.contains_key(new)
            && let Some(cell) = row.remove(old)
        {
            row.insert(new.to_owned(), cell);
        }
        tables.add(one, row);
    }
}

/// Whether a cell says yes, as exports write it.
pub fn is_yes(cell: &str) -> bool {
    let yes = order::set(["true", "yes", "y", "1", "t", "x"]);
    yes.contains(cell.trim().to_ascii_lowercase().as_str())
}

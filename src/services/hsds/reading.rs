//! What the tables of a source become here: records with the fields they have, and all that belongs to each beside it.

use super::kept::{Groups, Kept, Rows, keep};
use super::schedules;
use super::writing::{self, CLOSED_FOR_NOW, Values};
use crate::formats::hsds::dialects::{HOLIDAYS, is_yes};
use crate::formats::hsds::icarol::PRIVATE;
use crate::formats::hsds::tables::{Row, Tables};
use crate::log::hash::derived_id;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::order;
use crate::model::text::{Lang, MAX_LINE, MAX_LONG};
use crate::model::value::Value;
use crate::services::hours::SameTime;
use crate::services::kinds::organization::{ORGANIZATION, fields as organization};
use crate::services::kinds::service::{SERVICE, STATUS, fields as service};
use crate::services::kinds::site::{SITE, fields as site};
use crate::services::needs::KNOWN;
use std::collections::{BTreeMap, BTreeSet};

/// A record as a source has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The kind of the record.
    pub kind: &'static str,
    /// Its identity, which follows from the source and its identity there.
    pub id: Id,
    /// Its fields.
    pub values: Values,
}

/// Where tables come from, and what it means by what can mean two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What the team calls it, such as “211 Connecticut”.
    pub name: String,
    /// What it means by hours from 0:00 to 0:00; one of the answers of the field `midnight`.
    pub midnight: Option<&'static str>,
}

/// What of a source could not be taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Latitude and longitude were written the wrong way round, and were put right.
    Swapped(String),
    /// The organization that a service names is in no table.
    NoOrganization(String),
    /// More was to be kept of a record than a record holds; what is not known here was left out.
    TooMuch(String),
}

/// All records that the tables tell of, organizations first.
pub fn read(tables: &Tables, source: &Source) -> (Vec<Read>, Vec<Noted>) {
    let mut reader = Reader::new(tables, source);
    let all = reader.some(usize::MAX);
    (all, reader.noted())
}

/// Reads the records that tables tell of, some at a time: others have their turn between them, and whoever waits can cancel.
pub struct Reader<'a> {
    reading: Reading<'a>,
    organizations: &'a [Row],
    services: &'a [Row],
    /// How many of them were read.
    done: usize,
}

impl<'a> Reader<'a> {
    /// Finds which rows belong together.
    pub fn new(tables: &'a Tables, source: &'a Source) -> Reader<'a> {
        let mut reading = Reading { tables, source, by: BTreeMap::new(), noted: Vec::new() };
        for (table, column) in LINKS {
            for row in tables.rows(table) {
                if let Some(cell) = row.get(*column) {
                    reading.by.entry((*table, *column, cell.as_str())).or_default().push(row);
                }
            }
        }
        Reader { reading, organizations: tables.rows("organization"), services: tables.rows("service"), done: 0 }
    }

    /// How many rows of organizations and services were read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.organizations.len() + self.services.len())
    }

    /// What the next so many of them tell of: nothing once all were read.
    pub fn some(&mut self, most: usize) -> Vec<Read> {
        let mut all = Vec::new();
        let rows = self.organizations.iter().map(|row| (true, row)).chain(self.services.iter().map(|row| (false, row)));
        for (is_organization, row) in rows.skip(self.done).take(most) {
            self.done += 1;
            match is_organization {
                true => all.extend(self.reading.organization(row)),
                false => all.extend(self.reading.service(row)),
            }
        }
        all
    }

    /// What could not be taken as it stands.
    pub fn noted(self) -> Vec<Noted> {
        self.reading.noted
    }
}

/// The identity of a record that came from a source.
pub fn identity(source: &str, table: &str, id: &str) -> Id {
    derived_id(&format!("hsds {}\n{table}\n{id}", source.trim()))
}

/// By which columns rows are looked for.
const LINKS: &[(&str, &str)] = &[
    ("phone", "organization_id"),
    ("phone", "service_id"),
    ("phone", "service_at_location_id"),
    ("phone", "location_id"),
    ("phone", "contact_id"),
    ("schedule", "service_id"),
    ("schedule", "service_at_location_id"),
    ("schedule", "location_id"),
    (HOLIDAYS, "service_id"),
    (HOLIDAYS, "service_at_location_id"),
    (HOLIDAYS, "location_id"),
    ("language", "service_id"),
    ("language", "location_id"),
    ("language", "phone_id"),
    ("required_document", "service_id"),
    ("service_area", "service_id"),
    ("service_area", "service_at_location_id"),
    ("service_at_location", "service_id"),
    ("service_at_location", "location_id"),
    ("address", "location_id"),
    ("accessibility", "location_id"),
    ("attribute", "link_id"),
    ("metadata", "resource_id"),
    ("contact", "organization_id"),
    ("contact", "service_id"),
    ("contact", "service_at_location_id"),
    ("contact", "location_id"),
    ("funding", "organization_id"),
    ("funding", "service_id"),
    ("cost_option", "service_id"),
    ("organization_identifier", "organization_id"),
    ("program", "organization_id"),
    ("location", "organization_id"),
    ("url", "organization_id"),
    ("url", "service_id"),
    ("service_capacity", "service_id"),
];

struct Reading<'a> {
    tables: &'a Tables,
    source: &'a Source,
    /// Rows by the table, the column and what it says.
    by: BTreeMap<(&'static str, &'static str, &'a str), Vec<&'a Row>>,
    noted: Vec<Noted>,
}

impl<'a> Reading<'a> {
    fn linked(&self, table: &'static str, column: &'static str, id: &str) -> Vec<&'a Row> {
        self.by.get(&(table, column, id)).cloned().unwrap_or_default()
    }

    fn organization(&mut self, row: &'a Row) -> Option<Read> {
        let id = row.get("id")?;
        let mut values = texts(
            row,
            &[
                (organization::NAME.key(), "name"),
                (organization::DESCRIPTION.key(), "description"),
                ("website", "website"),
                ("email", "email"),
            ],
        );
        if !values.contains_key(organization::NAME.key()) {
            values.insert(organization::NAME.key().to_owned(), Value::text(id.clone()));
        }
        let phones = voices(self.linked("phone", "organization_id", id));
        values.extend(number(&phones));
        let mut groups =
            Groups::from([("organization", vec![("organization", row.clone())]), ("phone", rows("phone", &phones))]);
        let mut rest = self.beside("organization", "organization_id", id, &["phone", "location", "schedule"]);
        // Where it is itself: what no service is at belongs to it.
        for location in self.linked("location", "organization_id", id) {
            let Some(at) = location.get("id") else { continue };
            if self.linked("service_at_location", "location_id", at).is_empty() {
                rest.extend(self.whole_location(location, at));
            }
        }
        groups.insert("rest", rest);
        let written = writing::organization(&values);
        Some(self.done(ORGANIZATION.id, "organization", id, values, (written, groups), BTreeMap::new()))
    }

    /// A service with its own place, and a record for each further one.
    fn service(&mut self, row: &'a Row) -> Vec<Read> {
        let Some(id) = row.get("id") else { return Vec::new() };
        let mut values = texts(
            row,
            &[
                (service::NAME.key(), "name"),
                (service::DESCRIPTION.key(), "description"),
                (service::WEBSITE.key(), "url"),
                ("email", "email"),
                (service::INTERPRETER.key(), "interpretation_services"),
                (service::FEES.key(), "fees_description"),
                (service::ELIGIBILITY.key(), "eligibility_description"),
                (service::ALERT.key(), "alert"),
            ],
        );
        if !values.contains_key(service::NAME.key()) {
            values.insert(service::NAME.key().to_owned(), Value::text(id.clone()));
        }
        values.extend(status(row));
        for (field, column) in [(service::MIN_AGE.key(), "minimum_age"), (service::MAX_AGE.key(), "maximum_age")] {
            let age = row.get(column).and_then(|cell| cell.split('.').next()?.trim().parse::<i64>().ok());
            values.extend(age.filter(|age| (0..=120).contains(age)).map(|age| (field.to_owned(), Value::whole(age))));
        }
        let assured = row.get("assured_date").and_then(|cell| crate::formats::csv_import::day::day(cell));
        values.extend(assured.map(|(day, _)| (service::ASSURED_ON.key().to_owned(), Value::text(day.to_string()))));
        let mut links = BTreeMap::new();
        if let Some(of) = row.get("organization_id") {
            if self.tables.row("organization", of).is_some() {
                let (key, value) = service::ORGANIZATION.is(identity(&self.source.name, "organization", of));
                values.insert(key.to_owned(), value);
                links.insert("organization", of.clone());
            } else {
                self.noted.push(Noted::NoOrganization(id.clone()));
            }
        }
        values.extend(self.source.midnight.map(|meant| (service::MIDNIGHT.key().to_owned(), Value::text(meant))));
        let places = self.linked("service_at_location", "service_id", id);
        let (first, further) = places.split_first().map_or((None, &[][..]), |(first, further)| (Some(*first), further));
        let mut groups = Groups::from([("service", vec![("service", row.clone())])]);
        self.place(&mut values, &mut groups, first, (id, "service_id"));
        let spoken = self.linked("language", "service_id", id);
        values.extend(languages(&spoken));
        groups.insert("languages", rows("language", &spoken));
        for (part, table, column, field) in [
            ("documents", "required_document", "document", service::DOCUMENTS.key()),
            ("area", "service_area", "name", "area"),
        ] {
            let found = self.linked(table, "service_id", id);
            let said: Vec<&str> = found.iter().filter_map(|row| row.get(column)).map(String::as_str).collect();
            if !said.is_empty() {
                values.insert(field.to_owned(), Value::text(cut(&said.join("; "), MAX_LINE)));
            }
            groups.insert(part, rows(table, &found));
        }
        self.needs(&mut values, &mut groups, id);
        let rest = self.beside(
            "service",
            "service_id",
            id,
            &[
                "phone",
                "schedule",
                HOLIDAYS,
                "language",
                "required_document",
                "service_area",
                "service_at_location",
                "attribute",
            ],
        );
        groups.entry("rest").or_default().extend(rest);
        let written = writing::service(&values);
        let record = self.done(SERVICE.id, "service", id, values, (written, groups), links);
        let mut all = vec![record];
        for row in further {
            all.extend(self.site(row, id, all[0].id));
        }
        all
    }

    fn site(&mut self, row: &'a Row, of: &str, service: Id) -> Option<Read> {
        let id = row.get("id").cloned().or_else(|| Some(format!("{of}/{}", row.get("location_id")?)))?;
        let mut values = Values::from([(site::SERVICE.key().to_owned(), Value::link(service))]);
        let mut groups = Groups::from([("site", vec![("service_at_location", row.clone())])]);
        self.place(&mut values, &mut groups, Some(row), (&id, "service_at_location_id"));
        // It stands among the parts of its own place.
        groups.entry("place").or_default().retain(|(table, _)| *table != "service_at_location");
        let at = row.get("location_id").cloned().unwrap_or_default();
        let called = self
            .tables
            .row("location", &at)
            .and_then(|location| location.get("name"))
            .or_else(|| row.get("description"));
        let called = called.cloned().unwrap_or_else(|| at.clone());
        values.insert(site::NAME.key().to_owned(), Value::text(cut(&called, MAX_LINE)));
        let links = BTreeMap::from([("service", of.to_owned())]);
        let written = writing::site(&values);
        Some(self.done(SITE.id, "service_at_location", &id, values, (written, groups), links))
    }

    /// Hours, phone and place: of what stands nearest to the place, then of the service, then of the location.
    fn place(
        &mut self,
        values: &mut Values,
        groups: &mut Groups,
        at: Option<&'a Row>,
        (id, column): (&str, &'static str),
    ) {
        let link = at.and_then(|at| at.get("id")).map_or("", String::as_str);
        let location = at.and_then(|at| at.get("location_id")).map_or("", String::as_str);
        let nearest = [("service_at_location_id", link), (column, id), ("location_id", location)];
        let near = |table: &'static str| {
            let found = nearest.iter().map(|(column, id)| self.linked(table, column, id));
            found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
        };
        let (schedules, holidays, phones) = (near("schedule"), near(HOLIDAYS), voices(near("phone")));
        let same_time = SameTime::said(self.source.midnight);
        let hours = schedules::text(&schedules, &holidays, same_time);
        if !hours.is_empty() {
            values.insert(service::HOURS.key().to_owned(), Value::text(cut(&hours, MAX_LONG)));
        }
        values.extend(number(&phones));
        groups.insert("phone", rows("phone", &phones));
        let mut told = rows("schedule", &schedules);
        told.extend(rows(HOLIDAYS, &holidays));
        groups.insert("hours", told);
        let mut rest = Rows::new();
        // What stands further away is told by other records as well, or by nobody.
        for (table, used) in [("schedule", &schedules), (HOLIDAYS, &holidays), ("phone", &phones)] {
            for (column, id) in nearest {
                let left = self.linked(table, column, id).into_iter().filter(|row| !used.contains(row));
                rest.extend(left.map(|row| (table, row.clone())));
            }
        }
        let mut place = Rows::new();
        if let Some(at) = at {
            place.push(("service_at_location", at.clone()));
            rest.extend(self.beside(
                "service_at_location",
                "service_at_location_id",
                link,
                &["phone", "schedule", HOLIDAYS],
            ));
        }
        if let Some(row) = self.tables.row("location", location) {
            let said = texts(row, &[(service::TRANSPORTATION.key(), "transportation")]);
            values.extend(said);
            if row.get(PRIVATE).is_some_and(|said| is_yes(said)) {
                values.insert(service::ADDRESS_PRIVATE.key().to_owned(), Value::Bool(true));
            }
            values.extend(self.on_the_map(row, location));
            place.push(("location", row.clone()));
            let mut addresses = self.linked("address", "location_id", location);
            // Mail goes elsewhere: people do not.
            order::sort_by_key(&mut addresses, |row| row.get("address_type").is_some_and(|kind| kind != "physical"));
            values.extend(addresses.first().and_then(|row| address(row)));
            place.extend(rows("address", &addresses));
            let accessibility = self.linked("accessibility", "location_id", location);
            let said = accessibility.first().and_then(|row| row.get("description"));
            values.extend(said.map(|said| ("accessibility".to_owned(), Value::text(cut(said, MAX_LINE)))));
            place.extend(rows("accessibility", &accessibility));
            rest.extend(self.beside(
                "location",
                "location_id",
                location,
                &["phone", "schedule", HOLIDAYS, "address", "accessibility", "service_at_location"],
            ));
        }
        groups.insert("place", place);
        groups.insert("rest", rest);
    }

    /// Where it is on the map; put right where the two were written the wrong way round.
    fn on_the_map(&mut self, row: &Row, id: &str) -> Option<(String, Value)> {
        let number = |column: &str| {
            row.get(column).and_then(|cell| serde_json::from_str::<f64>(cell.trim().trim_start_matches('+')).ok())
        };
        let (lat, lon) = (number("latitude")?, number("longitude")?);
        // In the United States every longitude is below every latitude.
        let swapped = lat < 0.0 && lon > 0.0 && lat < -60.0 && lon < 75.0;
        let (lat, lon) = if swapped { (lon, lat) } else { (lat, lon) };
        if swapped {
            self.noted.push(Noted::Swapped(id.to_owned()));
        }
        let sound = lat.abs() <= 90.0 && lon.abs() <= 180.0 && (lat, lon) != (0.0, 0.0);
        let place = order::values([("lat", Value::Number(lat)), ("lon", Value::Number(lon))]);
        sound.then(|| ("place".to_owned(), Value::Map(place)))
    }

    /// What it helps with: by code where the taxonomy is a known one, and by its words.
    fn needs(&mut self, values: &mut Values, groups: &mut Groups, id: &str) {
        let attributes = self.linked("attribute", "link_id", id);
        let (mut found, mut told) = (BTreeSet::new(), Rows::new());
        for attribute in attributes {
            told.push(("attribute", attribute.clone()));
            let term = attribute.get("taxonomy_term_id").and_then(|id| self.tables.row("taxonomy_term", id));
            if let Some(term) = term {
                told.push(("taxonomy_term", term.clone()));
                found.extend(need_of(term));
            }
        }
        if !found.is_empty() {
            let needs = found.into_iter().map(Value::text).collect();
            values.insert(service::NEEDS.key().to_owned(), Value::List(needs));
        }
        groups.insert("needs", told);
    }

    /// All rows that belong to something, but for these tables, each with what belongs to itself.
    fn beside(&self, one: &'static str, column: &'static str, id: &str, but: &[&str]) -> Rows {
        let mut rest = Rows::new();
        for (table, by) in LINKS.iter().filter(|(table, by)| *by == column && !but.contains(table)) {
            for row in self.linked(table, by, id) {
                rest.push((table, row.clone()));
                rest.extend(self.within(table, row));
            }
        }
        for (table, by, kind) in [("attribute", "link_id", "link_entity"), ("metadata", "resource_id", "resource_type")]
        {
            if but.contains(&table) {
                continue;
            }
            let its = self.linked(table, by, id).into_iter().filter(|row| row.get(kind).is_none_or(|kind| kind == one));
            for row in its {
                rest.push((table, row.clone()));
                rest.extend(self.within(table, row));
            }
        }
        rest
    }

    /// What belongs to a row that is kept whole.
    fn within(&self, table: &str, row: &Row) -> Rows {
        let id = row.get("id").map_or("", String::as_str);
        let mut rest = Rows::new();
        match table {
            "contact" => {
                for phone in self.linked("phone", "contact_id", id) {
                    rest.push(("phone", phone.clone()));
                    rest.extend(self.within("phone", phone));
                }
            }
            "phone" => rest.extend(rows("language", &self.linked("language", "phone_id", id))),
            "attribute" => {
                let term = row.get("taxonomy_term_id").and_then(|id| self.tables.row("taxonomy_term", id));
                rest.extend(term.map(|term| ("taxonomy_term", term.clone())));
            }
            _ => {}
        }
        let said = [("attribute", "link_id", "link_entity"), ("metadata", "resource_id", "resource_type")];
        for (inner, column, kind) in said {
            let its = self.linked(inner, column, id).into_iter();
            let its = its.filter(|row| row.get(kind).is_some_and(|kind| kind == table));
            rest.extend(its.map(|row| (inner, row.clone())));
        }
        rest
    }

    /// A location with everything that belongs to it.
    fn whole_location(&self, row: &Row, id: &str) -> Rows {
        let mut rest = vec![("location", row.clone())];
        rest.extend(self.beside("location", "location_id", id, &[]));
        rest
    }

    /// A record, with what is kept beside its fields.
    fn done(
        &mut self,
        kind: &'static str,
        table: &'static str,
        id: &str,
        mut values: Values,
        (written, groups): (Groups, Groups),
        links: BTreeMap<&'static str, String>,
    ) -> Read {
        let mut groups = groups;
        // What hangs on a row that became a field is kept as well.
        let main = ["organization", "service", "service_at_location", "location"];
        let told = groups.iter().filter(|(part, _)| **part != "rest").flat_map(|(_, rows)| rows);
        let hangs: Rows =
            told.filter(|(table, _)| !main.contains(table)).flat_map(|(table, row)| self.within(table, row)).collect();
        groups.entry("rest").or_default().extend(hangs);
        let kept: Kept = keep(&written, &groups, id, links);
        match kept.to_text() {
            Some(text) if text.chars().count() <= MAX_LONG => _ = values.insert("kept".to_owned(), Value::text(text)),
            Some(_) => self.noted.push(Noted::TooMuch(id.to_owned())),
            None => {}
        }
        values.insert("source".to_owned(), Value::text(self.source.name.trim()));
        values.insert("source_id".to_owned(), Value::text(cut(id, MAX_LINE)));
        Read { kind, id: identity(&self.source.name, table, id), values }
    }
}

/// Rows of one table.
fn rows(table: &'static str, all: &[&Row]) -> Rows {
    all.iter().map(|row| (table, (*row).clone())).collect()
}

/// Phones that people talk on first.
fn voices(mut phones: Vec<&Row>) -> Vec<&Row> {
    order::sort_by_key(&mut phones, |row| {
        row.get("type").is_some_and(|kind| !["voice", "cell", "mobile"].contains(&kind.as_str()))
    });
    phones
}

fn number(phones: &[&Row]) -> Option<(String, Value)> {
    let number = phones.first()?.get("number")?.trim_matches('"').trim();
    (number.chars().any(|c| c.is_ascii_digit()))
        .then(|| (service::PHONE.key().to_owned(), Value::text(cut(number, MAX_LINE))))
}

/// The fields that stand in a column as they are.
fn texts(row: &Row, columns: &[(&str, &str)]) -> Values {
    let found = columns.iter().filter_map(|(field, column)| {
        let most = if ["description", "eligibility_description"].contains(column) { MAX_LONG } else { MAX_LINE };
        let cell = row.get(*column)?.trim();
        // A line of its own has no lines in it.
        let cell =
            if most == MAX_LINE { cell.split_whitespace().collect::<Vec<_>>().join(" ") } else { cell.to_owned() };
        (!cell.is_empty()).then(|| ((*field).to_owned(), Value::text(cut(&cell, most))))
    });
    order::map(found)
}

fn status(row: &Row) -> Option<(String, Value)> {
    let said = row.get("status")?.trim().to_ascii_lowercase();
    let key =
        if said == CLOSED_FOR_NOW.1 { CLOSED_FOR_NOW.0 } else { STATUS.iter().find(|status| status.key == said)?.key };
    Some((service::STATUS.key().to_owned(), Value::text(key)))
}

fn address(row: &Row) -> Option<(String, Value)> {
    let parts = [
        ("street", "address_1"),
        ("unit", "address_2"),
        ("town", "city"),
        ("state", "state_province"),
        ("zip", "postal_code"),
    ];
    let found = parts.iter().filter_map(|(part, column)| Some((*part, Value::text(cut(row.get(*column)?, MAX_LINE)))));
    let address = order::values(found);
    (!address.is_empty()).then(|| (service::ADDRESS.key().to_owned(), Value::Map(address)))
}

/// The languages we have words for, by code or name.
fn languages(spoken: &[&Row]) -> Option<(String, Value)> {
    let of = |row: &&Row| {
        let code = row.get("code").map(|code| code.split('-').next().unwrap_or_default().to_ascii_lowercase());
        let name = row.get("name").map(|name| fold(name));
        let is = |language: &&crate::model::field::Choice| {
            code.as_deref() == Some(language.key)
                || name
                    .as_deref()
                    .is_some_and(|name| [Lang::En, Lang::Es].iter().any(|lang| fold(language.label.get(*lang)) == name))
        };
        LANGUAGES.iter().find(is).map_or("other", |language| language.key)
    };
    let keys: BTreeSet<&str> = spoken.iter().map(of).collect();
    let keys: Vec<Value> = LANGUAGES
        .iter()
        .filter(|language| keys.contains(language.key))
        .map(|language| Value::text(language.key))
        .collect();
    (!keys.is_empty()).then(|| (service::LANGUAGES.key().to_owned(), Value::List(keys)))
}

/// The need that a term stands for.
fn need_of(term: &Row) -> Option<&'static str> {
    let code = term.get("code").map_or("", String::as_str);
    let taxonomy = term.get("taxonomy").or_else(|| term.get("vocabulary")).map(|name| fold(name)).unwrap_or_default();
    let open_eligibility = taxonomy.contains("open eligibility") || taxonomy.contains("openeligibility");
    let is_la = !open_eligibility && code.starts_with(|c: char| c.is_ascii_uppercase());
    let by_code = |need: &&crate::services::needs::Known| {
        let begins = |of: Option<&str>, is: bool| is && of.is_some_and(|of| code.starts_with(of));
        begins(need.la211, is_la) || begins(need.open_eligibility, open_eligibility) || code == need.key
    };
    let name = term.get("name").map(|name| fold(name)).unwrap_or_default();
    let by_name = |need: &&crate::services::needs::Known| {
        need.words.iter().any(|word| name.split(' ').any(|said| said.starts_with(word)))
    };
    KNOWN.iter().find(by_code).or_else(|| KNOWN.iter().find(by_name)).map(|need| need.key)
}

/// A text of at most so many characters.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

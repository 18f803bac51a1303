//! What the records of the directory are written as.

use super::kept::{Groups, Rows, name};
use super::schedules;
use crate::formats::hsds::tables::row;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::services::hours::SameTime;
use crate::services::kinds::organization::fields as organization;
use crate::services::kinds::service::fields as service;
use crate::services::kinds::site::fields as site;
use crate::services::needs::KNOWN;
use std::collections::BTreeMap;

/// The fields of a record.
pub type Values = BTreeMap<String, Value>;

/// How the status of HSDS is written where it is not our key.
pub(super) const CLOSED_FOR_NOW: (&str, &str) = ("temporarily_closed", "temporarily closed");

/// What an organization is written as.
pub fn organization(values: &Values) -> Groups {
    let text = |key: &str| said(values, key);
    let called = || text(organization::NAME.key());
    let itself = row([
        ("id", name("")),
        ("name", text(organization::NAME.key())),
        // HSDS asks for one of every organization.
        (
            "description",
            Some(text(organization::DESCRIPTION.key())).filter(|said| !said.is_empty()).unwrap_or_else(called),
        ),
        ("email", text("email")),
        ("website", text("website")),
    ]);
    let mut groups = Groups::from([("organization", vec![("organization", itself)])]);
    groups.insert("phone", phone(values, "organization_id"));
    groups
}

/// What a service is written as, with its own place.
pub fn service(values: &Values) -> Groups {
    let text = |key: &str| said(values, key);
    let status = match text(service::STATUS.key()) {
        status if status == CLOSED_FOR_NOW.0 => CLOSED_FOR_NOW.1.to_owned(),
        status if status.is_empty() => "active".to_owned(),
        status => status,
    };
    let organization = values.get(service::ORGANIZATION.key()).and_then(Value::as_link);
    let itself = row([
        ("id", name("")),
        ("organization_id", organization.map(|_| name("organization")).unwrap_or_default()),
        ("name", text(service::NAME.key())),
        ("alternate_name", text(service::NAME_ES.key())),
        ("description", text(service::DESCRIPTION.key())),
        ("url", text(service::WEBSITE.key())),
        ("email", text("email")),
        ("status", status),
        ("interpretation_services", text(service::INTERPRETER.key())),
        ("fees_description", text(service::FEES.key())),
        ("eligibility_description", text(service::ELIGIBILITY.key())),
        ("minimum_age", whole(values, service::MIN_AGE.key())),
        ("maximum_age", whole(values, service::MAX_AGE.key())),
        ("assured_date", text(service::ASSURED_ON.key())),
        ("alert", text(service::ALERT.key())),
    ]);
    let mut groups = Groups::from([("service", vec![("service", itself)])]);
    groups.insert("phone", phone(values, "service_id"));
    groups.insert("hours", hours(values, "service_id"));
    groups.insert("languages", languages(values));
    groups.insert("documents", lines(values, service::DOCUMENTS.key(), "required_document", "document"));
    groups.insert("area", lines(values, "area", "service_area", "name"));
    groups.insert("place", place(values, true));
    groups.insert("needs", needs(values));
    groups
}

/// What a further place of a service is written as.
pub fn site(values: &Values) -> Groups {
    let itself = row([("id", name("")), ("service_id", name("service")), ("location_id", name("location"))]);
    let mut groups = Groups::from([("site", vec![("service_at_location", itself)])]);
    groups.insert("phone", phone(values, "service_at_location_id"));
    groups.insert("hours", hours(values, "service_at_location_id"));
    let mut place = place(values, false);
    if place.iter().all(|(table, _)| *table != "location") {
        place.insert(0, ("location", row([("id", name("location")), ("location_type", "physical".to_owned())])));
    }
    if let Some((_, location)) = place.iter_mut().find(|(table, _)| *table == "location") {
        location.extend(row([("name", said(values, site::NAME.key()))]));
    }
    groups.insert("place", place);
    groups
}

/// Whether an address may be written at all.
pub fn is_private(values: &Values) -> bool {
    values.get(service::ADDRESS_PRIVATE.key()).and_then(Value::as_bool) == Some(true)
}

fn said(values: &Values, key: &str) -> String {
    values.get(key).and_then(Value::as_text).map(|text| text.trim().to_owned()).unwrap_or_default()
}

fn whole(values: &Values, key: &str) -> String {
    values.get(key).and_then(Value::as_whole).map(|number| number.to_string()).unwrap_or_default()
}

fn phone(values: &Values, of: &'static str) -> Rows {
    let number = said(values, service::PHONE.key());
    if number.is_empty() {
        return Rows::new();
    }
    vec![("phone", row([("id", name("phone")), (of, name("")), ("number", number), ("type", "voice".to_owned())]))]
}

fn hours(values: &Values, of: &'static str) -> Rows {
    let mut rows = schedules::rows(
        &said(values, service::HOURS.key()),
        SameTime::said(values.get(service::MIDNIGHT.key()).and_then(Value::as_text)),
    );
    let (from, to) = (said(values, service::HOURS_FROM.key()), said(values, service::HOURS_TO.key()));
    for (at, schedule) in rows.iter_mut().enumerate() {
        schedule.extend(row([("id", name(&format!("hours/{at}"))), (of, name(""))]));
        for (column, day) in [("valid_from", &from), ("valid_to", &to)] {
            if !day.is_empty() && !schedule.contains_key(column) {
                schedule.insert(column.to_owned(), day.clone());
            }
        }
    }
    rows.into_iter().map(|row| ("schedule", row)).collect()
}

fn languages(values: &Values) -> Rows {
    let spoken = values.get(service::LANGUAGES.key()).into_iter().flat_map(Value::as_texts);
    let known = spoken.filter_map(|key| LANGUAGES.iter().find(|language| language.key == key && key != "other"));
    let of = |language: &crate::model::field::Choice| {
        let cells = [
            ("id", name(&format!("language/{}", language.key))),
            ("service_id", name("")),
            ("name", language.label.get(Lang::En).to_owned()),
            ("code", language.key.to_owned()),
        ];
        ("language", row(cells))
    };
    known.map(of).collect()
}

/// The parts of a line as rows of a table.
fn lines(values: &Values, key: &str, table: &'static str, into: &'static str) -> Rows {
    let all = said(values, key);
    let parts = all.split(';').map(str::trim).filter(|part| !part.is_empty()).enumerate();
    let of = |(at, part): (usize, &str)| {
        let cells = [("id", name(&format!("{table}/{at}"))), ("service_id", name("")), (into, part.to_owned())];
        (table, row(cells))
    };
    parts.map(of).collect()
}

/// Where it is. An address that stays private is not written, nor where on the map it is.
fn place(values: &Values, linked: bool) -> Rows {
    let shown = !is_private(values);
    let part = |part: &str| {
        let address = values.get(service::ADDRESS.key()).filter(|_| shown);
        address.and_then(|address| address.part(part)?.as_text().map(str::to_owned)).unwrap_or_default()
    };
    let degrees = |part: &str| {
        let place = values.get("place").filter(|_| shown);
        place.and_then(|place| place.part(part)?.as_number()).map(|number| number.to_string()).unwrap_or_default()
    };
    let address = [
        ("address_1", part("street")),
        ("address_2", part("unit")),
        ("city", part("town")),
        ("state_province", part("state")),
        ("postal_code", part("zip")),
    ];
    let has_address = address.iter().any(|(_, cell)| !cell.is_empty());
    let location = [
        ("transportation", said(values, service::TRANSPORTATION.key())),
        ("latitude", degrees("lat")),
        ("longitude", degrees("lon")),
    ];
    let accessibility = said(values, "accessibility");
    if !has_address && accessibility.is_empty() && location.iter().all(|(_, cell)| cell.is_empty()) {
        return Rows::new();
    }
    let mut rows = Rows::new();
    if linked {
        let link = [("id", name("at")), ("service_id", name("")), ("location_id", name("location"))];
        rows.push(("service_at_location", row(link)));
    }
    let itself = [("id", name("location")), ("location_type", "physical".to_owned())];
    rows.push(("location", row(itself.into_iter().chain(location))));
    if has_address {
        let of = [
            ("id", name("address")),
            ("location_id", name("location")),
            ("address_type", "physical".to_owned()),
            ("country", "US".to_owned()),
        ];
        rows.push(("address", row(of.into_iter().chain(address))));
    }
    if !accessibility.is_empty() {
        let of = [("id", name("accessibility")), ("location_id", name("location")), ("description", accessibility)];
        rows.push(("accessibility", row(of)));
    }
    rows
}

/// What it helps with, by the taxonomy of 211 LA where that has a code for it.
fn needs(values: &Values) -> Rows {
    let needs = values.get(service::NEEDS.key()).into_iter().flat_map(Value::as_texts);
    let known = needs.filter_map(|key| KNOWN.iter().find(|need| need.key == key));
    let of = |need: &crate::services::needs::Known| {
        let (attribute, term) = (name(&format!("need/{}", need.key)), name(&format!("=term/{}", need.key)));
        let label = crate::services::needs::NEEDS.iter().find(|one| one.key == need.key);
        let label = label.map(|one| one.label.get(Lang::En).to_owned()).unwrap_or_default();
        let link = [
            ("id", attribute),
            ("link_id", name("")),
            ("link_entity", "service".to_owned()),
            ("taxonomy_term_id", term.clone()),
        ];
        let (code, taxonomy) = match (need.la211, need.open_eligibility) {
            (Some(code), _) => (code, "211LA"),
            (None, Some(code)) => (code, "Open Eligibility"),
            (None, None) => (need.key, "Porchlight"),
        };
        let said = [
            ("id", term),
            ("code", code.to_owned()),
            ("name", label.clone()),
            ("description", label),
            ("taxonomy", taxonomy.to_owned()),
        ];
        [("attribute", row(link)), ("taxonomy_term", row(said))]
    };
    known.flat_map(of).collect()
}

/// Which record a link of these fields names.
pub(super) fn linked(values: &Values, key: &str) -> Option<Id> {
    values.get(key).and_then(Value::as_link)
}

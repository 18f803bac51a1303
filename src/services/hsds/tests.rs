use super::plan::{Plan, tables};
use super::reading::{Noted, Reader, Source, identity, read};
use crate::formats::hsds::read::read as read_file;
use crate::formats::hsds::tables::{Row, Tables, row};
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::value::Value;
use crate::services::kinds::organization::ORGANIZATION;
use crate::services::kinds::service::SERVICE;
use crate::services::kinds::site::SITE;
use crate::services::kinds::verification::{STILL_SO, VERIFICATION};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A service as the API of HSDS 3.0 gives it, with something of nearly everything, some of which has no field here.
const FULL: &str = r#"[{
    "id": "s1", "name": "Food pantry", "description": "Groceries.\nWalk in.", "status": "temporarily closed",
    "minimum_age": 18, "assured_date": "2026-10-01", "application_process": "Walk in.", "alert": "No diapers this week",
    "x_local": {"walk_in": true},
    "organization": {
        "id": "o1", "name": "Covenant Kitchen", "description": "Meals.", "year_incorporated": 1986,
        "phones": [{"id": "p9", "number": "860-555-0199", "type": "fax"}, {"id": "p8", "number": "860-555-0198", "type": "voice"}],
        "locations": [{"id": "l2", "location_type": "postal", "name": "Post office box", "addresses": [{"id": "a2", "address_1": "PO Box 1"}]}],
        "contacts": [{"id": "c1", "name": "Pat", "phones": [{"id": "p7", "number": "860-555-0197"}]}]
    },
    "phones": [{"id": "p1", "number": "860-555-0101", "extension": 12, "type": "voice", "languages": [{"id": "g1", "code": "es"}]}],
    "languages": [{"id": "g2", "name": "Spanish", "code": "es"}, {"id": "g3", "name": "Urdu", "code": "ur"}],
    "required_documents": [{"id": "d1", "document": "Photo ID"}, {"id": "d2", "document": "Proof of address", "uri": "https://example.org"}],
    "cost_options": [{"id": "k1", "option": "Donation", "amount": 2.5, "currency": "USD"}],
    "service_areas": [{"id": "r1", "name": "Windham", "extent_type": "geojson"}],
    "service_at_locations": [{
        "id": "sl1",
        "location": {
            "id": "l1", "location_type": "physical", "name": "Church hall", "latitude": 41.71, "longitude": -72.21,
            "transportation": "Bus 671", "accessibility": [{"id": "b1", "description": "Ramp"}],
            "addresses": [{"id": "a1", "address_1": "1 Main St", "city": "Willimantic", "state_province": "CT", "postal_code": "06226", "country": "US", "address_type": "physical"}]
        },
        "schedules": [
            {"id": "h1", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "timezone": -5},
            {"id": "h2", "freq": "WEEKLY", "byday": "WE", "opens_at": "09:00", "closes_at": "12:00"},
            {"id": "h3", "freq": "MONTHLY", "byday": "1SA", "opens_at": "10:00", "closes_at": "11:00", "valid_to": "2027-06-30"},
            {"id": "h4", "description": "Call about holidays"}
        ]
    }, {
        "id": "sl2", "location": {"id": "l3", "location_type": "physical", "name": "Senior center"},
        "schedules": [{"id": "h5", "freq": "WEEKLY", "byday": "FR", "opens_at": "13:00", "closes_at": "15:00"}]
    }],
    "attributes": [{"id": "t1", "taxonomy_term": {"id": "food", "code": "BD-1800", "name": "Food Pantries", "taxonomy": "211LA"}}]
}]"#;

fn source() -> Source {
    Source { name: "211".into(), midnight: None }
}

fn book_of(tables: &Tables) -> Book {
    let mut book = testing::book(&[]);
    take_in(&mut book, tables);
    book
}

fn take_in(book: &mut Book, tables: &Tables) {
    let plan = Plan::of(book, read(tables, &source()).0);
    for (kind, id, values) in plan.rows(|_| true) {
        testing::set(book, kind, id, values);
    }
}

/// The rows of all tables, in no order.
fn sets(tables: &Tables) -> BTreeMap<String, BTreeSet<Row>> {
    tables.names().map(|one| (one.to_owned(), tables.rows(one).iter().cloned().collect())).collect()
}

fn full() -> Tables {
    read_file("services.json", FULL.as_bytes()).unwrap().tables
}

fn at(table: &str, id: &str) -> Id {
    identity("211", table, id)
}

#[test]
fn a_service_has_its_fields() {
    let book = book_of(&full());
    let record = book.alive(SERVICE.id, at("service", "s1")).unwrap();
    assert_eq!(record.text("name"), Some("Food pantry"));
    assert_eq!(record.text("status"), Some("temporarily_closed"));
    assert_eq!(record.text("phone"), Some("860-555-0101"));
    assert_eq!(
        record.text("hours"),
        Some(
            "Mon, Wed 09:00-12:00\nRRULE:FREQ=MONTHLY;BYDAY=1SA DTSTART=2001-01-01 10:00-11:00 [..2027-06-30]\nCall about holidays"
        )
    );
    assert_eq!(record.text("documents"), Some("Photo ID; Proof of address"));
    assert_eq!(record.text("transportation"), Some("Bus 671"));
    assert_eq!(record.get("address").unwrap().part("town").unwrap().as_text(), Some("Willimantic"));
    assert_eq!(record.get("languages").unwrap().as_texts().collect::<Vec<_>>(), ["es", "other"]);
    assert_eq!(record.get("needs").unwrap().as_texts().collect::<Vec<_>>(), ["food"]);
    assert_eq!(record.link("organization"), Some(at("organization", "o1")));
    let organization = book.alive(ORGANIZATION.id, at("organization", "o1")).unwrap();
    assert_eq!(organization.text("phone"), Some("860-555-0198"), "nobody talks on a fax");
    let sites: Vec<_> = book.living(SITE.id).collect();
    assert_eq!(sites.len(), 1);
    assert_eq!((sites[0].text("name"), sites[0].text("hours")), (Some("Senior center"), Some("Fri 13:00-15:00")));
}

#[test]
fn what_nobody_changed_leaves_as_it_came() {
    let tables_in = full();
    let book = book_of(&tables_in);
    assert_eq!(sets(&tables(&book)), sets(&tables_in));
    assert_eq!(Plan::of(&book, read(&tables_in, &source()).0).rows(|_| true), [], "and is the same the second time");
}

#[test]
fn what_is_changed_here_leaves_as_it_is_here_and_all_else_as_it_came() {
    let tables_in = full();
    let mut book = book_of(&tables_in);
    let id = at("service", "s1");
    let change = [("phone", "860-555-0777"), ("hours", "Tue 8-9"), ("status", "active")];
    testing::set(&mut book, SERVICE.id, id, change.map(|(key, text)| (key.to_owned(), Value::text(text))));
    let out = tables(&book);
    let phone = out.row("phone", "p1").unwrap();
    assert_eq!(phone["number"], "860-555-0777");
    assert!(!phone.contains_key("extension"), "it belonged to the other number");
    assert_eq!(out.row("service", "s1").unwrap()["status"], "active");
    assert_eq!(out.row("service", "s1").unwrap()["x_local"], r#"{"walk_in":true}"#);
    let hours: Vec<&Row> = out.rows("schedule").iter().filter(|row| row.contains_key("service_id")).collect();
    assert_eq!(hours.len(), 1);
    assert_eq!((hours[0]["byday"].as_str(), hours[0]["opens_at"].as_str()), ("TU", "08:00"));
    assert!(out.row("schedule", "h2").is_none() && out.row("schedule", "h4").is_none(), "the old hours are over");
    for (one, rows) in sets(&tables_in) {
        if !["phone", "schedule", "service"].contains(&one.as_str()) {
            assert_eq!(sets(&out)[&one], rows, "{one}");
        }
    }
}

#[test]
fn an_address_that_stays_private_leaves_by_no_way() {
    let mut book = book_of(&full());
    let secret = [("address_private".to_owned(), Value::Bool(true))];
    testing::set(&mut book, SERVICE.id, at("service", "s1"), secret);
    let told = format!("{:?}", tables(&book));
    for word in ["1 Main St", "41.71", "72.21", "Willimantic"] {
        assert!(!told.contains(word), "{word}");
    }
    assert!(told.contains("Bus 671") && told.contains("PO Box 1"));
}

#[test]
fn what_changed_at_the_source_is_shown_and_taken_only_where_somebody_says_so() {
    let mut book = book_of(&full());
    let later = FULL.replace("860-555-0101", "860-555-0111").replace("2026-10-01", "2026-11-01");
    let later = read_file("services.json", later.as_bytes()).unwrap().tables;
    let check = [
        ("service", Value::link(at("service", "s1"))),
        ("result", Value::text(STILL_SO)),
        ("when", Value::text("2026-11-20")),
    ];
    testing::set(&mut book, VERIFICATION.id, Id(7), check.map(|(key, value)| (key.to_owned(), value)));
    let plan = Plan::of(&book, read(&later, &source()).0);
    assert!(plan.new.is_empty());
    let [change] = plan.changed.as_slice() else { panic!("{:?}", plan.changed) };
    let keys: Vec<&str> = change.fields.iter().map(|(key, ..)| key.as_str()).collect();
    assert_eq!(keys, ["assured_on", "phone"]);
    assert_eq!(change.verified, crate::model::date::day("2026-11-20"), "the team has asked since");
    assert_eq!(plan.rows(|change| change.verified.is_none()), []);
    let rows = plan.rows(|_| true);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].2["phone"], Value::text("860-555-0111"));
}

#[test]
fn what_is_deleted_here_does_not_come_back() {
    let tables_in = full();
    let mut book = book_of(&tables_in);
    let deleted = [(crate::model::operation::DELETED.to_owned(), Value::Bool(true))];
    testing::set(&mut book, SERVICE.id, at("service", "s1"), deleted);
    let plan = Plan::of(&book, read(&tables_in, &source()).0);
    assert_eq!((plan.deleted, plan.rows(|_| true).len()), (1, 0));
}

#[test]
fn read_some_at_a_time_it_is_the_same() {
    let tables_in = full();
    let (all, noted) = read(&tables_in, &source());
    let book = book_of(&tables_in);
    for most in [1, 2, 3, 100] {
        let source = source();
        let (mut reader, mut plan, mut some) = (Reader::new(&tables_in, &source), Plan::begin(&book), Vec::new());
        let mut last = 0;
        loop {
            let (done, of) = reader.progress();
            assert!(done - last <= most);
            if done == of {
                break;
            }
            last = done;
            let read = reader.some(most);
            plan.add(&book, read.clone());
            some.extend(read);
        }
        assert_eq!((&some, reader.some(most)), (&all, vec![]));
        assert_eq!(reader.noted(), noted);
        assert_eq!((plan.same, plan.rows(|_| true)), (all.len(), vec![]));
    }
}

#[test]
fn what_a_source_means_is_decided_for_it() {
    let with = |hours: [&str; 2], midnight| {
        let mut tables = Tables::default();
        tables.add("service", row([("id", "s".into()), ("name", "N".into()), ("status", "active".into())]));
        let [opens, closes] = hours.map(str::to_owned);
        tables.add(
            "schedule",
            row([
                ("id", "h".into()),
                ("service_id", "s".into()),
                ("freq", "WEEKLY".into()),
                ("byday", "SA".into()),
                ("opens_at", opens),
                ("closes_at", closes),
            ]),
        );
        let (all, _) = read(&tables, &Source { name: "x".into(), midnight });
        all[0].values.get("hours").and_then(Value::as_text).unwrap_or_default().to_owned()
    };
    assert_eq!(with(["00:00", "00:00"], Some("closed")), "Sat closed");
    assert_eq!(with(["00:00", "00:00"], Some("all_day")), "Sat 24 hours");
    assert_eq!(with(["00:00", "00:00"], None), "Sat 00:00-00:00");
    assert_eq!(with(["00:00", "23:59"], None), "Sat 24 hours");
    assert_eq!(with(["23:00:00", "22:59:00-05:00"], None), "Sat 23:00-22:59");
}

#[test]
fn what_is_wrong_is_put_right_and_said() {
    let swapped =
        FULL.replace(r#""latitude": 41.71, "longitude": -72.21"#, r#""latitude": -72.21, "longitude": 41.71"#);
    let tables = read_file("services.json", swapped.as_bytes()).unwrap().tables;
    let (all, noted) = read(&tables, &source());
    assert_eq!(noted, [Noted::Swapped("l1".into())]);
    let service = all.iter().find(|read| read.kind == SERVICE.id).unwrap();
    assert_eq!(service.values["place"].part("lat").unwrap().as_number(), Some(41.71));
    let mut tables = Tables::default();
    tables.add("service", row([("id", "s".into()), ("name", "N".into()), ("organization_id", "gone".into())]));
    assert_eq!(read(&tables, &source()).1, [Noted::NoOrganization("s".into())]);
}

/// Holidays and weekdays of the versions before 3.0.
#[test]
fn older_hours_are_read() {
    let schedules: Vec<Row> = ["MO", "TU"]
        .map(|day| {
            row([
                ("id", day.to_owned()),
                ("service_id", "s".into()),
                ("freq", "WEEKLY".into()),
                ("byday", day.into()),
                ("opens_at", "08:00".into()),
                ("closes_at", "17:00".into()),
            ])
        })
        .to_vec();
    let mut tables = Tables::default();
    tables.add("service", row([("id", "s".into()), ("name", "N".into())]));
    schedules.into_iter().for_each(|row| tables.add("schedule", row));
    for (id, from, closed, opens, closes) in
        [("1", "January 01, 0001", "true", "", ""), ("2", "12/24/2026", "false", "10:00", "16:00")]
    {
        let cells = [
            ("id", id),
            ("service_id", "s"),
            ("start_date", from),
            ("end_date", from),
            ("closed", closed),
            ("opens_at", opens),
            ("closes_at", closes),
        ];
        tables.add("holiday_schedule", row(cells.map(|(column, cell)| (column, cell.to_owned()))));
    }
    let (all, _) = read(&tables, &source());
    assert_eq!(all[0].values["hours"], Value::text("Mon, Tue 08:00-17:00\njanuary 1 closed\n2026-12-24 10:00-16:00"));
    let book = book_of(&tables);
    assert_eq!(sets(&super::plan::tables(&book)), sets(&tables));
}

/// A directory by chance: services at places, with whatever rows and columns.
fn any_tables() -> impl Strategy<Value = Tables> {
    let cell = || {
        prop_oneof![
            "[a-z]{1,3}",
            "[0-9]{1,2}",
            Just("SA".to_owned()),
            Just("09:00".to_owned()),
            Just("WEEKLY".to_owned()),
            Just("true".to_owned())
        ]
    };
    let table = prop::sample::select(vec![
        "phone",
        "schedule",
        "language",
        "required_document",
        "service_area",
        "attribute",
        "contact",
        "location",
        "address",
        "accessibility",
        "funding",
        "holiday_schedule",
    ]);
    let column = prop::sample::select(vec![
        "number",
        "name",
        "code",
        "freq",
        "byday",
        "opens_at",
        "closes_at",
        "document",
        "description",
        "x_own",
        "type",
        "city",
        "address_is_private",
        "latitude",
    ]);
    let row = (table, 0..4usize, prop::collection::btree_map(column, cell(), 0..5));
    prop::collection::vec(row, 0..14).prop_map(|rows| {
        let mut tables = Tables::default();
        tables.add("organization", row_of("o0", &[("name", "Org")]));
        for at in 0..2 {
            tables.add(
                "service",
                row_of(&format!("s{at}"), &[("name", "Service"), ("status", "active"), ("organization_id", "o0")]),
            );
            tables.add("location", row_of(&format!("l{at}"), &[("location_type", "physical")]));
            tables.add(
                "service_at_location",
                row_of(&format!("sl{at}"), &[("service_id", &format!("s{at}")), ("location_id", &format!("l{at}"))]),
            );
        }
        for (n, (table, of, cells)) in rows.into_iter().enumerate() {
            let (column, id) = match table {
                "address" | "accessibility" => ("location_id", format!("l{}", of % 2)),
                "attribute" => ("link_id", format!("s{}", of % 2)),
                "location" => ("organization_id", "o0".to_owned()),
                "phone" | "schedule" | "holiday_schedule" if of > 1 => ("location_id", format!("l{}", of % 2)),
                "required_document" | "funding" | "service_area" => ("service_id", format!("s{}", of % 2)),
                _ => ("service_id", format!("s{}", of % 2)),
            };
            let mut row: Row = cells.into_iter().map(|(column, cell)| (column.to_owned(), cell)).collect();
            row.insert("id".into(), format!("r{n}"));
            row.insert(column.into(), id);
            tables.add(table, row);
        }
        tables
    })
}

fn row_of(id: &str, cells: &[(&str, &str)]) -> Row {
    let cells = cells.iter().map(|(column, cell)| (*column, (*cell).to_owned()));
    row([("id", id.to_owned())].into_iter().chain(cells))
}

proptest! {
    /// Whatever a source has: taken in and written again, it is the same, but for addresses that stay private.
    #[test]
    fn nothing_is_lost_on_the_way(tables_in in any_tables()) {
        let book = book_of(&tables_in);
        let out = tables(&book);
        let private: BTreeSet<&str> = tables_in.rows("location").iter().filter(|row| row.get("address_is_private").is_some_and(|said| said == "true")).map(|row| row["id"].as_str()).collect();
        let mut wanted = sets(&tables_in);
        if let Some(addresses) = wanted.get_mut("address") {
            addresses.retain(|row| !private.contains(row["location_id"].as_str()));
        }
        let locations = wanted.remove("location").unwrap_or_default();
        let locations = locations.into_iter().map(|mut row| {
            if private.contains(row["id"].as_str()) && row.contains_key("location_type") {
                row.remove("latitude");
            }
            row
        });
        wanted.insert("location".into(), locations.collect());
        wanted.retain(|_, rows| !rows.is_empty());
        prop_assert_eq!(sets(&out), wanted);
        // And again.
        let again = Plan::of(&book, read(&tables_in, &source()).0);
        prop_assert_eq!(again.rows(|_| true), vec![]);
    }
}

/// The published schema of a service with all that stands within it, as one document.
fn published() -> serde_json::Value {
    use serde_json::{Map, Value};
    fn within(schema: &mut Value) {
        match schema {
            Value::Object(object) => {
                if let Some(Value::String(file)) = object.get_mut("$ref") {
                    *file = format!("#/$defs/{}", file.trim_end_matches(".json"));
                }
                object.values_mut().for_each(within);
            }
            Value::Array(all) => all.iter_mut().for_each(within),
            _ => {}
        }
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/hsds-3.0");
    let mut all = Map::new();
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "json") {
            let mut schema: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            within(&mut schema);
            all.insert(file.file_stem().unwrap().to_str().unwrap().to_owned(), schema);
        }
    }
    serde_json::json!({ "$ref": "#/$defs/service", "$defs": all })
}

/// A service that staff wrote here themselves.
fn written_here() -> Book {
    let mut book = testing::book(&[]);
    let texts = |fields: &[(&str, &str)]| -> Vec<(String, Value)> {
        fields.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))).collect()
    };
    testing::set(&mut book, ORGANIZATION.id, Id(1), texts(&[("name", "Covenant Kitchen"), ("phone", "860-555-0100")]));
    let fields = [
        ("name", "Noon meal"),
        ("name_es", "Comida del mediodía"),
        ("status", "active"),
        ("phone", "860-555-0171"),
        ("hours", "Mon-Fri 12-1\nclosed Dec 25"),
        ("documents", "Nothing; a smile"),
        ("area", "Windham"),
        ("accessibility", "Ramp"),
        ("transportation", "Bus 671"),
        ("website", "https://example.org"),
    ];
    testing::set(&mut book, SERVICE.id, Id(2), texts(&fields));
    let address = [("street", "1 Main St"), ("town", "Willimantic"), ("state", "CT"), ("zip", "06226")];
    let more = [
        ("organization", Value::link(Id(1))),
        ("address", Value::Map(crate::model::order::values(address.map(|(part, text)| (part, Value::text(text)))))),
        ("min_age", Value::whole(0)),
        ("languages", Value::List(vec![Value::text("en"), Value::text("es")])),
        ("needs", Value::List(vec![Value::text("food"), Value::text("company")])),
    ];
    testing::set(&mut book, SERVICE.id, Id(2), more.map(|(key, value)| (key.to_owned(), value)));
    let site =
        [("service", Value::link(Id(2))), ("name", Value::text("Senior center")), ("hours", Value::text("Sat 12-1"))];
    testing::set(&mut book, SITE.id, Id(3), site.map(|(key, value)| (key.to_owned(), value)));
    book
}

#[test]
fn what_is_saved_is_what_the_published_schemas_ask_for() {
    let schema = jsonschema::options().should_validate_formats(true).build(&published()).unwrap();
    let page = crate::formats::hsds::write::to_json(&tables(&written_here()));
    let services = page["contents"].as_array().unwrap();
    assert_eq!(services.len(), 1);
    let wrong: Vec<String> =
        schema.iter_errors(&services[0]).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert_eq!(wrong, Vec::<String>::new(), "{page:#}");
    assert_eq!(services[0]["service_at_locations"].as_array().unwrap().len(), 2);
    assert_eq!(services[0]["attributes"][0]["taxonomy_term"]["code"], "BD");
    // The schemas are no formality: a service without a name is refused.
    let mut nameless = services[0].clone();
    nameless.as_object_mut().unwrap().remove("name");
    assert!(!schema.is_valid(&nameless));
}

/// A colleague elsewhere takes in what was saved here, and saves it again.
#[test]
fn what_is_saved_is_understood_by_another_library() {
    let saved = tables(&written_here());
    let there = book_of(&saved);
    assert_eq!(sets(&tables(&there)), sets(&saved));
    let service = there.living(SERVICE.id).next().unwrap();
    assert_eq!(service.text("hours"), Some("Mon, Tue, Wed, Thu, Fri 12:00-13:00\ndecember 25 closed"));
    assert_eq!(service.get("needs").unwrap().as_texts().collect::<Vec<_>>(), ["company", "food"]);
}

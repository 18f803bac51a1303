use super::read::{Found, NotRead, read};
use super::shape;
use super::tables::{Row, Tables, row};
use super::write::{to_json, to_package};
use crate::formats::unzip::NotUnzipped;
use crate::formats::zip::zip;
use crate::model::date::Now;
use proptest::prelude::*;

const NOON: Now = Now { ms: 0, offset_minutes: 0 };

/// A service as the API of HSDS 3.0 gives it, with something of everything, some of which nobody here knows.
const FULL: &str = r#"{
    "id": "s1", "name": "Food pantry", "status": "active", "minimum_age": 18, "assured_date": "2026-10-01",
    "x_local": {"walk_in": true}, "wait_time": null,
    "organization": {
        "id": "o1", "name": "Covenant Kitchen", "description": "Meals.", "year_incorporated": 1986,
        "locations": [{"id": "l2", "location_type": "postal", "name": "Post office box"}],
        "additional_websites": [{"id": "u1", "label": "Donate", "url": "https://example.org/give"}]
    },
    "phones": [{"id": "p1", "number": "860-555-0101", "extension": 12, "languages": [{"id": "g1", "code": "es"}]}],
    "service_at_locations": [{
        "id": "sl1",
        "location": {
            "id": "l1", "location_type": "physical", "name": "Church hall", "latitude": 41.71, "longitude": -72.21,
            "addresses": [{"id": "a1", "address_1": "1 Main St", "city": "Willimantic", "address_type": "physical"}]
        },
        "schedules": [{"id": "h1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "12:00"}]
    }],
    "attributes": [{"id": "t1", "taxonomy_term": {"id": "food", "code": "BD-1800", "name": "Food"}}]
}"#;

fn found(name: &str, text: &str) -> Found {
    read(name, text.as_bytes()).unwrap()
}

fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), vec![text.as_bytes().to_vec()]));
    zip(files, NOON).unwrap().concat()
}

fn cell<'a>(tables: &'a Tables, one: &str, id: &str, column: &str) -> &'a str {
    tables.row(one, id).and_then(|row| row.get(column)).map_or("", String::as_str)
}

#[test]
fn what_stands_within_a_service_becomes_rows_that_name_it() {
    for text in [FULL.to_owned(), format!("[{FULL}]"), format!(r#"{{"total_items": 1, "contents": [{FULL}]}}"#)] {
        let tables = found("services.json", &text).tables;
        assert_eq!(cell(&tables, "service", "s1", "organization_id"), "o1");
        assert_eq!(cell(&tables, "service", "s1", "minimum_age"), "18");
        assert_eq!(cell(&tables, "organization", "o1", "year_incorporated"), "1986");
        assert_eq!(cell(&tables, "location", "l2", "organization_id"), "o1");
        assert_eq!(cell(&tables, "url", "u1", "organization_id"), "o1");
        assert_eq!(cell(&tables, "phone", "p1", "service_id"), "s1");
        assert_eq!(cell(&tables, "language", "g1", "phone_id"), "p1");
        assert_eq!(cell(&tables, "service_at_location", "sl1", "location_id"), "l1");
        assert_eq!(cell(&tables, "address", "a1", "location_id"), "l1");
        assert_eq!(cell(&tables, "schedule", "h1", "service_at_location_id"), "sl1");
        let attribute = tables.row("attribute", "t1").unwrap();
        assert_eq!((attribute["link_id"].as_str(), attribute["link_entity"].as_str()), ("s1", "service"));
        assert_eq!(attribute["taxonomy_term_id"], "food");
        assert_eq!(cell(&tables, "service", "s1", "x_local"), r#"{"walk_in":true}"#, "what nobody knows is kept");
        assert!(!tables.row("service", "s1").unwrap().contains_key("wait_time"), "nothing is not a word");
    }
}

#[test]
fn both_forms_give_back_all_there_was() {
    let mut tables = found("services.json", FULL).tables;
    tables.add("organization", row([("id", "o9".into()), ("name", "Without services".into())]));
    tables.add("taxonomy_term", row([("id", "unused".into()), ("name", "Shelter".into())]));
    let again = found("services.json", &to_json(&tables).to_string());
    assert_eq!(again.tables, sorted(&tables));
    let files = to_package(&tables);
    assert!(files.iter().any(|(name, _)| name == "service_at_location.csv"), "this one is not plural");
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(read("directory.zip", &package(&named)).unwrap().tables, tables);
    let about: serde_json::Value = serde_json::from_str(&files.last().unwrap().1).unwrap();
    let resources = about["resources"].as_array().unwrap();
    assert_eq!(resources.len(), files.len() - 1);
    assert!(resources.iter().all(|one| named.iter().any(|(name, _)| one["path"] == **name)));
}

/// The same rows, in the order in which JSON tells them: compared without it.
fn sorted(tables: &Tables) -> Tables {
    found("services.json", &to_json(tables).to_string()).tables
}

#[test]
fn numbers_are_numbers_and_words_are_words_in_json() {
    let json = to_json(&found("services.json", FULL).tables);
    let service = &json["contents"][0];
    assert_eq!(service["minimum_age"], 18);
    assert_eq!(service["phones"][0]["extension"], 12);
    assert_eq!(service["x_local"]["walk_in"], true);
    assert_eq!(service["service_at_locations"][0]["location"]["latitude"], 41.71);
    assert_eq!(service["attributes"][0]["taxonomy_term"]["code"], "BD-1800");
    assert!(service["phones"][0].get("service_id").is_none(), "it stands in the service");
    assert_eq!(service["organization"]["name"], "Covenant Kitchen");
    // What only the organization has stands beside.
    assert_eq!(json["locations"][0]["id"], "l2");
}

#[test]
fn what_older_versions_wrote_is_understood() {
    let files = [
        ("data/organizations.csv", "id,name\n1,Peninsula Family Service\n"),
        (
            "data/locations.csv",
            "id,organization_id,name,languages,accessibility,virtual\n22,1,Library,\"English, Spanish\",\"ramp, wheelchair\",false\n",
        ),
        (
            "data/services.csv",
            "id,location_id,name,fees,eligibility,languages,required_documents,status,keywords\n7,22,Fair Oaks,None,Residents,Spanish,Photo ID; proof of address,active,books\n",
        ),
        (
            "data/regular_schedules.csv",
            "id,location_id,service_id,weekday,opens_at,closes_at\n1,22,,Monday,08:00,17:00\n2,22,,7,10:00,12:00\n",
        ),
        (
            "data/holiday_schedules.csv",
            "id,location_id,start_date,end_date,closed,opens_at,closes_at\n1,22,12/24/2026,12/24/2026,false,10:00,16:00\n",
        ),
        ("data/phones.csv", "id,location_id,number,number_type\n1,22,650 780-7525,voice\n"),
        ("data/physical_addresses.csv", "id,location_id,address_1,city\n1,22,2510 Middlefield Rd,Redwood City\n"),
        ("data/service_taxonomy.csv", "id,service_id,taxonomy_id\n1,7,110\n"),
        ("data/taxonomy.csv", "id,name,parent_id,vocabulary\n110,Food,,Open Eligibility\n"),
        ("data/readme.txt.bak", "?"),
        ("data/programs_old.csv", "a,b\n1,2\n"),
    ];
    let found = read("old.zip", &package(&files)).unwrap();
    let tables = &found.tables;
    assert_eq!(found.other_files, ["data/readme.txt.bak", "programs_old"]);
    assert_eq!(cell(tables, "service", "7", "fees_description"), "None");
    assert_eq!(cell(tables, "service", "7", "eligibility_description"), "Residents");
    assert_eq!(cell(tables, "service", "7", "organization_id"), "1", "by its location");
    assert_eq!(cell(tables, "service", "7", "keywords"), "books");
    assert_eq!(cell(tables, "service_at_location", "7/22", "location_id"), "22");
    let documents: Vec<&str> = tables.rows("required_document").iter().map(|row| row["document"].as_str()).collect();
    assert_eq!(documents, ["Photo ID", "proof of address"]);
    let languages: Vec<&str> = tables.rows("language").iter().map(|row| row["name"].as_str()).collect();
    assert_eq!(languages, ["Spanish", "English", "Spanish"]);
    let days: Vec<&str> = tables.rows("schedule").iter().map(|row| row["byday"].as_str()).collect();
    assert_eq!(days, ["MO", "SU"]);
    assert_eq!(tables.rows("holiday_schedule").len(), 1);
    assert_eq!(cell(tables, "phone", "1", "type"), "voice");
    assert_eq!(cell(tables, "address", "physical_address/1", "address_type"), "physical");
    assert_eq!(cell(tables, "attribute", "1", "taxonomy_term_id"), "110");
    assert_eq!(cell(tables, "taxonomy_term", "110", "name"), "Food");
    assert_eq!(cell(tables, "location", "22", "location_type"), "physical");
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(read("a.json", b"{\"id\": 1,\n \"name\" }"), Err(NotRead::Json { line: 2, column: 9 }));
    assert_eq!(read("a.json", b"{}"), Err(NotRead::Nothing));
    assert_eq!(read("people.csv", b"name,age\nAnn,3\n"), Err(NotRead::Nothing));
    assert_eq!(read("a.zip", b"PK\x03\x04 half"), Err(NotRead::Archive(NotUnzipped::NotAnArchive)));
    // A package without the table that its services name.
    let found =
        read("a.zip", &package(&[("services.csv", "id,organization_id,name,status\n1,9,Pantry,active\n")])).unwrap();
    assert_eq!(found.missing, ["organization"]);
    assert_eq!(found.tables.rows("service").len(), 1, "what is there is read all the same");
}

/// The published schemas, by what one row of a table is called. Their license stands beside them.
fn published() -> Vec<(String, serde_json::Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/hsds-3.0");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let schemas = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let read = |path: std::path::PathBuf| {
        let one = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (one, serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    };
    schemas.map(read).collect()
}

#[test]
fn the_tables_are_those_that_were_published() {
    let published = published();
    assert_eq!(published.len(), shape::ALL.len());
    for (one, schema) in &published {
        let shape = shape::of(one).unwrap();
        let properties = schema["properties"].as_object().unwrap();
        let nested = |property: &serde_json::Value| property.get("$ref").is_some() || property["type"] == "array";
        let columns: Vec<&str> =
            properties.iter().filter(|(_, property)| !nested(property)).map(|(name, _)| name.as_str()).collect();
        for column in &columns {
            assert!(shape.columns.contains(column), "{one}.{column}");
        }
        assert_eq!(schema["path"], format!("{}.csv", shape.table));
        let keys: Vec<&str> = shape.inner().map(|inner| inner.key(one)).collect();
        for (key, property) in properties {
            assert_eq!(nested(property), keys.contains(&key.as_str()), "{one}.{key}");
            assert!(property["type"] != "number" || shape::NUMBERS.contains(&key.as_str()), "{one}.{key}");
        }
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    let cell = prop_oneof!["[a-z]{1,4}", "[0-9]{1,3}", r#"\{"a":[1,"b"]\}"#, "[ ,;\"'\n]{1,3}x"];
    prop::collection::btree_map("(name|status|x_[a-c]|minimum_age|location_type)", cell, 1..5)
}

proptest! {
    /// Whatever stands in the tables of services, both forms give back to the letter.
    #[test]
    fn nothing_is_lost_on_the_way(rows in prop::collection::vec(any_row(), 1..6)) {
        let mut tables = Tables::default();
        for (at, mut row) in rows.into_iter().enumerate() {
            row.insert("id".into(), format!("id{at}"));
            row.entry("name".into()).or_insert_with(|| "Pantry".into());
            row.entry("status".into()).or_insert_with(|| "active".into());
            let row = row.into_iter().map(|(column, cell)| (column, cell.trim().to_owned())).filter(|(_, cell)| !cell.is_empty());
            tables.add("service", row.collect());
        }
        let named = to_package(&tables);
        let named: Vec<(&str, &str)> = named.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        prop_assert_eq!(&read("a.zip", &package(&named)).unwrap().tables, &tables);
        let json = to_json(&tables).to_string();
        prop_assert_eq!(&read("services.json", json.as_bytes()).unwrap().tables, &tables);
    }
}

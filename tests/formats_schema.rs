//! The schemas that are shipped are those of the kinds, and they tell good documents from damaged ones.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use porchlight::capabilities::kinds::KINDS;
use porchlight::formats::json_schema::{self, pretty};
use porchlight::formats::office::OfficeJson;
use porchlight::log::document::Writer;
use porchlight::log::hash::Sha;
use porchlight::log::line;
use porchlight::log::segment::Segment;
use porchlight::model::book::Book;
use porchlight::model::date::Now;
use porchlight::model::field::FieldType;
use porchlight::model::id::{DeviceId, Id, Salt};
use porchlight::model::kind::Kind;
use porchlight::model::offered::{self, Offered};
use porchlight::model::operation::Operation;
use porchlight::model::stamp::{Stream, Tick};
use porchlight::model::value::Value;
use serde_json::{Value as Json, json};
use std::path::Path;

fn compare(name: &str, schema: &Json) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema").join(name);
    let made = pretty(schema).unwrap();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let shipped = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shipped == made,
        "public/schema/{name} is not what the kinds say.\n\
         If the change is meant, and only adds: UPDATE_SNAPSHOTS=1 cargo test --test formats_schema\n\
         then read the difference before you commit it."
    );
}

#[test]
fn the_shipped_schemas_are_those_of_the_kinds() {
    compare("porchlight-log.schema.json", &json_schema::log(KINDS));
    compare("porchlight-office.schema.json", &json_schema::office(KINDS));
}

#[test]
fn the_schemas_are_schemas() {
    for schema in [json_schema::log(KINDS), json_schema::office(KINDS)] {
        assert!(jsonschema::meta::is_valid(&schema));
    }
}

fn log() -> Json {
    json!([
        {"app": "0.1.0", "dev": "00000000000000a1", "epoch": 1, "format": 1, "kind": "porchlight.segment",
         "min_reader": 1, "org": "", "prev_sha": "", "seq": [1, 3], "$schema": "porchlight-log.schema.json"},
        {"by": "000000000000000000000000000000ee", "h": "0191a1b2c3d4-0000",
         "id": "000000000000000000000000000000aa", "kind": "partner",
         "prev": {"name": ["0191a1b2c3d4-0000-00000000000000a1-1"]}, "s": 1,
         "set": {"name": "School", "type": "school", "preferred_method": ["email"], "sponsor": true,
                 "last_contact": "2026-10-02", "staff": "000000000000000000000000000000ee",
                 "place": {"lat": 41.7, "lon": -72.2, "accuracy": 12}, "address": {"street": "12 Main", "country": "US"},
                 "notes": null, "of_a_newer_version": {"anything": [1]}, "_deleted": false},
         "w": "2026-10-02T09:14:03-04:00",
         "was": "0000000000000000000000000000000000000000000000000000000000000000"},
        {"h": "0191a1b2c3d4-0001", "id": "000000000000000000000000000000ab", "kind": "kind_of_a_newer_version", "s": 2,
         "set": {"name": 7}, "w": "2026-10-02T13:14:03Z"},
        {"h": "0191a1b2c3d4-0002", "id": "000000000000000000000000000000aa", "kind": "partner", "s": 3,
         "set": {"type": "answer_of_a_newer_version", "_erased": true}, "w": "2026-10-02T13:14:03.5Z"},
        {"chain": "1111111111111111111111111111111111111111111111111111111111111111", "end": true, "n": 3,
         "sha256": "2222222222222222222222222222222222222222222222222222222222222222"},
        {"app": "0.1.0", "dev": "00000000000000a1", "epoch": 1, "format": 1, "kind": "porchlight.segment",
         "min_reader": 1, "org": "0191a1b2c3d400000191a1b2c3d40000",
         "prev_sha": "2222222222222222222222222222222222222222222222222222222222222222", "seq": [4, 4]},
    ])
}

#[test]
fn a_log_is_told_from_a_damaged_one() {
    let schema = jsonschema::validator_for(&json_schema::log(KINDS)).unwrap();
    let faults: Vec<String> = schema.iter_errors(&log()).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(schema.is_valid(&json!([])));

    for (pointer, damage) in [
        ("", json!({})),
        ("/0", json!({"end": true})),
        ("/0/dev", json!("00000000000000A1")),
        ("/0/epoch", json!(0)),
        ("/0/org", json!("Windham")),
        ("/0/seq", json!([1])),
        ("/0/seq", json!([1, 2, 3])),
        ("/0/prev_sha", Json::Null),
        ("/1", json!(7)),
        ("/1/by", json!("ana")),
        ("/1/h", json!("0191a1b2c3d4")),
        ("/1/id", json!("")),
        ("/1/kind", json!("Not A Kind")),
        ("/1/prev/name", json!(["0191a1b2c3d4-0000-00000000000000a1-0"])),
        ("/1/s", json!(0)),
        ("/1/s", json!(1.5)),
        ("/1/w", json!("yesterday")),
        ("/1/set", json!([])),
        ("/1/set/name", json!(7)),
        ("/1/set/type", json!("Not An Answer")),
        ("/1/set/preferred_method", json!("email")),
        ("/1/set/sponsor", json!("yes")),
        ("/1/set/last_contact", json!("10/2/2026")),
        ("/1/set/staff", json!("Ana")),
        ("/1/set/place", json!({"lat": 91, "lon": 0})),
        ("/1/set/place", json!({"lat": 41})),
        ("/1/set/address", json!("12 Main")),
        ("/1/set/_deleted", json!("true")),
        ("/1/was", json!("abc")),
        ("/4/n", json!(-1)),
        ("/4/end", json!(false)),
        ("/4/sha256", json!("22")),
    ] {
        let mut damaged = log();
        *damaged.pointer_mut(pointer).unwrap() = damage.clone();
        assert!(!schema.is_valid(&damaged), "{pointer} = {damage} must not pass");
    }
    for (element, name) in [(0, "min_reader"), (1, "h"), (1, "set"), (4, "chain")] {
        let mut damaged = log();
        damaged[element].as_object_mut().unwrap().remove(name);
        assert!(!schema.is_valid(&damaged), "without {name}");
    }
}

/// For every kind a record in which every field holds something that fits.
fn full_records() -> Vec<Operation> {
    let id = Id(0xa);
    let make = |(seq, kind): (usize, &&Kind)| {
        let value = |ty: FieldType| match ty {
            FieldType::Text | FieldType::LongText => "words".into(),
            FieldType::Choice(choices) => choices[0].key.into(),
            FieldType::Choices(choices) => Value::List(choices.iter().map(|choice| choice.key.into()).collect()),
            FieldType::Date => "2026-10-02".into(),
            FieldType::DateTime => "2026-10-02T09:14:00-04:00".into(),
            FieldType::Number { min, .. } => Value::Number(min),
            FieldType::YesNo => true.into(),
            FieldType::Phone => "860 555 0100".into(),
            FieldType::Email => "ana@example.org".into(),
            FieldType::Link(_) => Value::Text(id.to_string()),
            FieldType::Address => Value::Map([("town".to_owned(), "Willimantic".into())].into()),
            FieldType::Photo => "data:image/jpeg;base64,/9j/4AAQ".into(),
            FieldType::Answers => {
                let answer = Offered { key: "a_1".into(), en: "Bus".into(), es: "Autobús".into(), off: true };
                offered::write(&[answer])
            }
            FieldType::Place => {
                Value::Map([("lat", 41.7), ("lon", -72.2)].map(|(k, v)| (k.to_owned(), Value::Number(v))).into())
            }
        };
        Operation {
            stream: Stream { dev: DeviceId(1), epoch: 1 },
            writer: Stream { dev: DeviceId(1), epoch: 1 },
            seq: seq as u64 + 1,
            tick: Tick::from_ms(1_790_000_000_000),
            wall: "2026-10-02T09:14:00-04:00".into(),
            by: Some(id),
            kind: kind.id.into(),
            id,
            set: kind.fields().map(|field| (field.key.to_owned(), value(field.ty))).collect(),
            prev: [].into(),
        }
    };
    KINDS.iter().enumerate().map(make).collect()
}

#[test]
fn a_log_as_it_is_written_is_what_its_schema_says() {
    let mut operations = full_records();
    operations.iter_mut().for_each(|op| op.prev = [("name".to_owned(), vec![op.stamp()])].into());
    let stream = operations[0].stream;
    let mut lines: Vec<_> = operations.iter().map(|op| line::write(op, Salt(7))).collect();
    lines[0] = line::redact(stream, &lines[0]).unwrap();
    let branch = Stream { dev: DeviceId(7), epoch: 1 };
    for (org, filed) in [("", stream), ("0191a1b2c3d400000191a1b2c3d40000", branch)] {
        let (org, before) = (org.into(), Sha::start_of(stream));
        let segment = Segment { stream: filed, writer: stream, org, before, lines: lines.clone() };
        let mut writer = Writer::default();
        let mut bytes = writer.segment(&segment);
        bytes.extend(writer.segment(&segment));
        bytes.extend(writer.finish());
        let document: Json = serde_json::from_slice(&bytes).unwrap();
        let schema = jsonschema::validator_for(&json_schema::log(KINDS)).unwrap();
        let faults: Vec<String> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn the_office_export_is_what_its_schema_says() {
    let schema = jsonschema::validator_for(&json_schema::office(KINDS)).unwrap();
    let mut book = Book::new(KINDS);
    full_records().iter().for_each(|op| assert!(book.apply(op).is_some()));
    for public_only in [false, true] {
        let now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
        let mut export = OfficeJson::new(&book, public_only, now);
        let bytes: Vec<u8> = std::iter::from_fn(|| export.step().unwrap()).flatten().collect();
        let document: Json = serde_json::from_slice(&bytes).unwrap();
        let faults: Vec<String> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
        for (pointer, damage) in [
            ("/kind", json!("porchlight.segment")),
            ("/format", json!(2)),
            ("/made", json!("today")),
            ("/records", json!([])),
            ("/records/partner", json!({})),
            ("/records/partner/0/id", json!("1")),
            ("/records/partner/0/name", json!(1)),
            ("/records/partner/0/changed", json!("2026-10-02")),
            ("/records/partner/0/staff_name", json!(1)),
        ] {
            let mut damaged = document.clone();
            *damaged.pointer_mut(pointer).unwrap() = damage;
            assert!(!schema.is_valid(&damaged), "{pointer}");
        }
    }
}

//! What leaves as JSON, described for programs elsewhere: JSON Schema 2020-12, made from the kinds.
//!
//! The schemas are open where a newer version may have more to say: fields and kinds they do not know are allowed, and
//! so is an answer they do not know, as long as it looks like one.

use crate::log::canonical;
use crate::model::field::{ADDRESS_PARTS, Field, FieldType};
use crate::model::kind::Kind;
use crate::model::operation::{BEGUN, DELETED, ERASED};
use crate::model::photo;
use crate::model::text::{MAX_LINE, MAX_LONG};
use serde_json::{Map, Value as Json, json};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the log export: an array of segments, one after another, each a header, its operations, a trailer.
///
/// That the elements stand in this order, and that hashes and numbers agree, is more than a schema can say.
pub fn log(kinds: &[&Kind]) -> Json {
    let mut defs = common_defs();
    defs.insert("stamp".into(), pattern("^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}-[1-9][0-9]*$", STAMP));
    defs.insert("header".into(), header());
    defs.insert("trailer".into(), trailer());
    defs.insert("operation".into(), operation(kinds));
    for kind in kinds {
        let mut properties: Map<String, Json> =
            kind.fields().map(|field| (field.key.to_owned(), cleared_or(field_schema(field)))).collect();
        for (key, description) in [(DELETED, "Whether it is deleted."), (ERASED, "Whether it is erased for good.")] {
            properties.insert(key.into(), json!({"type": ["boolean", "null"], "description": description}));
        }
        let begun = "When what it tells of was first known, where it goes on in another record's place.";
        properties.insert(BEGUN.into(), json!({"type": ["string", "null"], "description": begun}));
        let fields = json!({"type": "object", "title": kind.name.en, "properties": properties});
        defs.insert(format!("kind_{}", kind.id), fields);
    }
    json!({
        "$schema": DIALECT,
        "$id": "urn:porchlight:schema:log:1",
        "title": "Porchlight log",
        "description": "What happened: segments of operations, one after another in one array.",
        "type": "array",
        "prefixItems": [{"$ref": "#/$defs/header"}],
        "items": {
            "if": {"required": ["end"]},
            "then": {"$ref": "#/$defs/trailer"},
            "else": {
                "if": {"properties": {"kind": {"const": "porchlight.segment"}}, "required": ["kind"]},
                "then": {"$ref": "#/$defs/header"},
                "else": {"$ref": "#/$defs/operation"},
            },
        },
        "$defs": defs,
    })
}

/// The schema of the office export: current records, by kind.
pub fn office(kinds: &[&Kind]) -> Json {
    let mut defs = common_defs();
    let mut records = Map::new();
    for kind in kinds.iter().filter(|kind| !kind.is_private()) {
        let mut properties = Map::new();
        properties.insert("id".into(), json!({"$ref": "#/$defs/id"}));
        properties.insert("changed".into(), moment("When it was last changed, UTC."));
        for field in kind.fields() {
            properties.insert(field.key.to_owned(), field_schema(field));
            if let FieldType::Link(_) = field.ty {
                let name = json!({"type": "string", "description": format!("What {} names.", field.key)});
                properties.insert(link_name(field.key), name);
            }
        }
        let record = json!({
            "type": "object",
            "title": kind.name.en,
            "x-title-es": kind.name.es,
            "description": kind.purpose.en,
            "properties": properties,
            "required": ["id", "changed"],
        });
        defs.insert(format!("kind_{}", kind.id), record);
        let list = json!({"type": "array", "items": {"$ref": format!("#/$defs/kind_{}", kind.id)}});
        records.insert(kind.id.to_owned(), list);
    }
    json!({
        "$schema": DIALECT,
        "$id": "urn:porchlight:schema:office:1",
        "title": "Porchlight records",
        "description": "What is true at present: every record, by kind.",
        "type": "object",
        "properties": {
            "kind": {"const": "porchlight.office"},
            "format": {"const": 1},
            "made": moment("When the file was made."),
            "records": {
                "type": "object",
                "properties": records,
                "additionalProperties": {"type": "array", "items": {"type": "object", "required": ["id"]}},
            },
        },
        "required": ["kind", "format", "made", "records"],
        "$defs": defs,
    })
}

/// A schema as it is shipped: indented, keys in order, the same on every build.
pub fn pretty(schema: &Json) -> serde_json::Result<String> {
    // Through the canonical form, because the order of keys in memory depends on how serde_json was built; it also says
    // a whole bound as 1 and not as 1.0.
    let mut json = String::new();
    canonical::value(&mut json, &serde_json::from_str(&schema.to_string())?);
    let ordered: Json = serde_json::from_str(&json)?;
    Ok(serde_json::to_string_pretty(&ordered)? + "\n")
}

/// The name under which the office export gives the title of a linked record.
pub fn link_name(key: &str) -> String {
    format!("{key}_name")
}

const STAMP: &str = "When and where a value was written: clock, counter, device, epoch.";

fn common_defs() -> Map<String, Json> {
    let mut defs = Map::new();
    defs.insert("id".into(), pattern("^[0-9a-f]{32}$", "A record's identity."));
    defs.insert("device".into(), pattern("^[0-9a-f]{16}$", "A device's identity."));
    defs.insert("sha256".into(), pattern("^[0-9a-f]{64}$", "A SHA-256 hash."));
    defs.insert("key".into(), pattern("^[a-z][a-z0-9_]*$", "The key of a kind, field or answer."));
    defs
}

fn header() -> Json {
    let count = json!({"type": "integer", "minimum": 1, "maximum": 9_007_199_254_740_991_u64});
    json!({
        "type": "object",
        "title": "The first element of a segment",
        "properties": {
            "$schema": {"type": "string"},
            "app": {"type": "string", "description": "The version that wrote it."},
            "dev": {"$ref": "#/$defs/device"},
            "epoch": {"type": "integer", "minimum": 1, "maximum": u32::MAX},
            "format": {"const": 1},
            "kind": {"const": "porchlight.segment"},
            "min_reader": {"type": "integer", "minimum": 1},
            "org": pattern("^([0-9a-f]{32})?$", "The organization, if it has a name yet."),
            "prev_sha": pattern("^([0-9a-f]{64})?$", "The chain up to the segment before, if there is one."),
            "rescued": {
                "type": "object",
                "description": "Drafts and typed words that the device could not store. Only the device itself takes them back.",
            },
            "seq": {
                "type": "array",
                "description": "The numbers of its first and last operation.",
                "prefixItems": [count, count],
                "items": false,
                "minItems": 2,
            },
            "writer": {
                "type": "object",
                "description": "Who wrote the operations, where they are a branch: a copied tablet went on under numbers already in use.",
                "properties": {
                    "dev": {"$ref": "#/$defs/device"},
                    "epoch": {"type": "integer", "minimum": 1, "maximum": u32::MAX},
                },
                "required": ["dev", "epoch"],
            },
        },
        "required": ["app", "dev", "epoch", "format", "kind", "min_reader", "org", "prev_sha", "seq"],
    })
}

fn trailer() -> Json {
    json!({
        "type": "object",
        "title": "The last element of a segment",
        "properties": {
            "end": {"const": true},
            "n": {"type": "integer", "minimum": 0, "description": "How many operations it has."},
            "sha256": {"$ref": "#/$defs/sha256"},
            "chain": {"$ref": "#/$defs/sha256"},
        },
        "required": ["end", "n", "sha256", "chain"],
    })
}

fn operation(kinds: &[&Kind]) -> Json {
    let typed: Vec<Json> = kinds
        .iter()
        .map(|kind| {
            json!({
                "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
                "then": {"properties": {"set": {"$ref": format!("#/$defs/kind_{}", kind.id)}}},
            })
        })
        .collect();
    json!({
        "type": "object",
        "title": "Somebody set some fields of a record",
        "properties": {
            "by": {"$ref": "#/$defs/id"},
            "erased": {"const": true, "description": "The words are gone, and the hash with them."},
            "h": pattern("^[0-9a-f]{12}-[0-9a-f]{4}$", "The clock reading all devices agree on."),
            "id": {"$ref": "#/$defs/id"},
            "kind": {"$ref": "#/$defs/key"},
            "prev": {
                "type": "object",
                "description": "For each field, the stamps of the values this one knowingly replaces.",
                "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/stamp"}},
            },
            "s": {"type": "integer", "minimum": 1, "maximum": 9_007_199_254_740_991_u64},
            "salt": {"$ref": "#/$defs/id", "description": "Random, so that the hash of erased words tells nothing."},
            "salted": {"const": true, "description": "The words are gone, and so is the salt beside them."},
            "set": {"type": "object", "description": "The new values; null clears a field."},
            "w": moment("What the device's own clock said. For people."),
            "was": {"$ref": "#/$defs/sha256", "description": "The hash of the line before its words were erased."},
        },
        "required": ["h", "id", "kind", "s", "set", "w"],
        "allOf": typed,
    })
}

/// The schema of one field's value.
fn field_schema(field: &Field) -> Json {
    let mut schema = match field.ty {
        FieldType::Text | FieldType::Phone => json!({"type": "string", "maxLength": MAX_LINE}),
        FieldType::Email => json!({"type": "string", "maxLength": MAX_LINE, "format": "email"}),
        FieldType::LongText => json!({"type": "string", "maxLength": MAX_LONG}),
        FieldType::Choice(_) => answer(field),
        FieldType::Choices(_) => json!({"type": "array", "items": answer(field)}),
        FieldType::Date => {
            json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
        }
        FieldType::DateTime => moment(""),
        FieldType::Number { min, max } if field.whole => {
            json!({"type": "number", "minimum": min, "maximum": max, "multipleOf": 1})
        }
        FieldType::Number { min, max } => json!({"type": "number", "minimum": min, "maximum": max}),
        FieldType::YesNo => json!({"type": "boolean"}),
        FieldType::Link(kind) => json!({"$ref": "#/$defs/id", "x-links-to": kind}),
        FieldType::Address => {
            let part = json!({"type": ["string", "null"], "maxLength": MAX_LINE});
            let parts: Map<String, Json> =
                ADDRESS_PARTS.iter().map(|name| ((*name).to_owned(), part.clone())).collect();
            json!({"type": "object", "properties": parts})
        }
        FieldType::Place => json!({
            "type": "object",
            "properties": {
                "lat": {"type": "number", "minimum": -90, "maximum": 90},
                "lon": {"type": "number", "minimum": -180, "maximum": 180},
                "accuracy": {"type": ["number", "null"], "minimum": 0, "description": "Meters."},
            },
            "required": ["lat", "lon"],
        }),
        FieldType::Photo => json!({
            "type": "string",
            "maxLength": photo::MOST,
            "pattern": "^data:image/jpeg;base64,[A-Za-z0-9+/=]+$",
        }),
        FieldType::Answers => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "key": {"$ref": "#/$defs/key"},
                    "en": {"type": "string", "maxLength": MAX_LINE},
                    "es": {"type": "string", "maxLength": MAX_LINE},
                    "off": {"type": "boolean", "description": "Not offered any more."},
                },
                "required": ["key"],
            },
        }),
    };
    let mut note = |key: &str, words: Json| schema.as_object_mut().map(|schema| schema.insert(key.into(), words));
    note("title", field.label.en.into());
    note("x-title-es", field.label.es.into());
    if !field.help.is_empty() {
        note("description", field.help.en.into());
    }
    if field.private {
        note("x-private", true.into());
    }
    schema
}

fn answer(field: &Field) -> Json {
    let known: Vec<&str> = field.offered().iter().chain(field.retired).map(|choice| choice.key).collect();
    json!({"anyOf": [{"enum": known}, {"$ref": "#/$defs/key"}]})
}

fn cleared_or(schema: Json) -> Json {
    json!({"anyOf": [{"type": "null"}, schema]})
}

fn pattern(pattern: &str, description: &str) -> Json {
    json!({"type": "string", "pattern": pattern, "description": description})
}

fn moment(description: &str) -> Json {
    let rfc3339 = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$";
    let mut schema = json!({"type": "string", "format": "date-time", "pattern": rfc3339});
    if let (false, Some(schema)) = (description.is_empty(), schema.as_object_mut()) {
        schema.insert("description".into(), description.into());
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use std::collections::BTreeSet;

    #[test]
    fn names_in_the_office_export_do_not_clash() {
        for kind in KINDS {
            let links = kind.fields().filter(|field| matches!(field.ty, FieldType::Link(_)));
            let names: Vec<String> = kind
                .fields()
                .map(|field| field.key.to_owned())
                .chain(links.map(|field| link_name(field.key)))
                .chain(["id".into(), "changed".into()])
                .collect();
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}: {names:?}", kind.id);
        }
    }
}

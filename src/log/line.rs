//! An operation as a line of canonical JSON (RFC 8785).

use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::stamp::{Stamp, Stream, Tick};
use crate::domain::value::Value;
use crate::log::hash::Sha;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// The members of an operation's line. Members a newer version adds are not read here, but stay in the line: lines
/// are kept and passed on as they came.
#[derive(Serialize, Deserialize)]
struct Members {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    by: Option<Id>,
    #[serde(serialize_with = "tick_to_text", deserialize_with = "tick_from_text")]
    h: Tick,
    id: Id,
    kind: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    prev: BTreeMap<String, Vec<Stamp>>,
    s: u64,
    set: BTreeMap<String, Value>,
    w: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    was: Option<Sha>,
}

fn tick_to_text<S: Serializer>(tick: &Tick, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(tick)
}

fn tick_from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tick, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

/// A line, what it says, and its hash in the stream's chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The JSON, without a line feed.
    pub text: String,
    /// Its place in the stream.
    pub seq: u64,
    /// Its hash; for a line whose words were erased, the hash it had with them.
    pub leaf: Sha,
}

/// Writes an operation as a line.
///
/// # Errors
/// None in practice: every value has a JSON form.
pub fn write(op: &Operation) -> Result<Line, serde_json::Error> {
    let members = Members {
        by: op.by,
        h: op.tick,
        id: op.id,
        kind: op.kind.clone(),
        prev: op.prev.clone(),
        s: op.seq,
        set: op.set.clone(),
        w: op.wall.clone(),
        was: None,
    };
    let text = serde_json_canonicalizer::to_string(&members)?;
    Ok(Line { leaf: Sha::of(text.as_bytes()), text, seq: op.seq })
}

/// Reads a line that a stream wrote. It is filed there, too, unless the reader knows of a branch.
///
/// # Errors
/// If it is not JSON or lacks a member.
pub fn read(writer: Stream, text: &str) -> Result<(Operation, Sha), serde_json::Error> {
    let members: Members = serde_json::from_str(text)?;
    let leaf = members.was.unwrap_or_else(|| Sha::of(text.as_bytes()));
    let op = Operation {
        stream: writer,
        writer,
        seq: members.s,
        tick: members.h,
        wall: members.w,
        by: members.by,
        kind: members.kind,
        id: members.id,
        set: members.set,
        prev: members.prev,
    };
    Ok((op, leaf))
}

/// The same line with everything a person said taken out. Its hash stays, so the stream's chain still proves itself.
///
/// # Errors
/// If the line is not an operation.
pub fn redact(writer: Stream, line: &Line) -> Result<Line, serde_json::Error> {
    let (op, leaf) = read(writer, &line.text)?;
    let members = Members {
        by: None,
        h: op.tick,
        id: op.id,
        kind: op.kind,
        prev: BTreeMap::new(),
        s: op.seq,
        set: BTreeMap::new(),
        w: op.wall,
        was: Some(leaf),
    };
    Ok(Line { text: serde_json_canonicalizer::to_string(&members)?, seq: line.seq, leaf })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::id::DeviceId;
    use proptest::prelude::*;

    /// Any value a field may hold, and some that none of ours does.
    pub(crate) fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            (-1.0e15..1.0e15f64).prop_map(Value::Number),
            "\\PC{0,12}".prop_map(Value::Text),
            Just(Value::text("<img src=x onerror=alert(1)> \u{202e}\u{0}\n🏮")),
        ];
        leaf.prop_recursive(2, 8, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::List),
                prop::collection::btree_map("[a-z]{1,4}|é|😀", inner, 0..3).prop_map(Value::Map),
            ]
        })
    }

    prop_compose! {
        fn any_operation()(
            seq in 1u64..1_000_000, tick in any::<u64>(), by in any::<Option<u128>>(), id in any::<u128>(),
            set in prop::collection::btree_map("[a-z_]{1,6}", any_value(), 0..4),
            seen in any::<u64>(),
        ) -> Operation {
            let stream = Stream { dev: DeviceId(9), epoch: 2 };
            let stamp = Stamp { tick: Tick(seen), stream };
            let prev = set.keys().take(1).map(|key| (key.clone(), vec![stamp])).collect();
            Operation {
                stream, writer: stream, seq, tick: Tick(tick), wall: "2026-10-02T09:14:03-04:00".into(), by: by.map(Id),
                kind: "partner".into(), id: Id(id), set, prev,
            }
        }
    }

    proptest! {
        #[test]
        fn a_line_says_what_was_written(op in any_operation()) {
            let line = write(&op).unwrap();
            prop_assert!(!line.text.contains('\n'));
            let (read, leaf) = read(op.stream, &line.text).unwrap();
            prop_assert_eq!(leaf, line.leaf);
            // Negative zero is the one number JSON's canonical form does not keep.
            prop_assert_eq!(write(&read).unwrap(), line);
        }

        #[test]
        fn a_redacted_line_keeps_its_place_and_hash(op in any_operation()) {
            let line = write(&op).unwrap();
            let redacted = redact(op.stream, &line).unwrap();
            let (read, leaf) = read(op.stream, &redacted.text).unwrap();
            prop_assert_eq!((read.seq, read.id, leaf), (op.seq, op.id, line.leaf));
            prop_assert!(read.set.is_empty());
        }
    }

    #[test]
    fn members_stand_in_canonical_order() {
        let op = Operation {
            stream: Stream::default(),
            writer: Stream::default(),
            seq: 1,
            tick: Tick(42),
            wall: "2026-10-02T09:14:03-04:00".into(),
            by: None,
            kind: "partner".into(),
            id: Id(1),
            set: [("name".to_owned(), Value::text("Café"))].into(),
            prev: BTreeMap::new(),
        };
        assert_eq!(
            write(&op).unwrap().text,
            r#"{"h":"000000000000-002a","id":"00000000000000000000000000000001","kind":"partner","s":1,"set":{"name":"Café"},"w":"2026-10-02T09:14:03-04:00"}"#
        );
    }

    #[test]
    fn a_number_that_is_not_finite_reads_as_cleared() {
        let json =
            r#"{"h":"000000000000-002a","id":"00000000000000000000000000000001","kind":"k","s":1,"set":{},"w":""}"#;
        let mut op = read(Stream::default(), json).unwrap().0;
        op.set.insert("n".into(), Value::Number(f64::NAN));
        let written = write(&op).unwrap();
        assert_eq!(read(Stream::default(), &written.text).unwrap().0.set["n"], Value::Null);
    }
}

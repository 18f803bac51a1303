//! What a field holds, in the shapes that JSON has.

use super::id::Id;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// The value of one field.
///
/// It has the shapes of JSON rather than those of the fields, so that a value from a newer version of the app is
/// kept and passed on by one that does not know its field.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Nothing: the field was cleared.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Text; also choices, dates (`2026-11-22`), date-times (RFC 3339) and links (record identities).
    Text(String),
    /// Several choices.
    List(Vec<Value>),
    /// Parts with names: an address, a place.
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// A link to a record.
    pub fn link(to: Id) -> Value {
        Value::Text(to.to_string())
    }

    /// A whole number, as a field holds it.
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2⁵³")]
    pub fn whole(number: i64) -> Value {
        Value::Number(number as f64)
    }

    /// The record it leads to, if it is a link.
    pub fn as_link(&self) -> Option<Id> {
        self.as_text()?.parse().ok()
    }

    /// The nearest whole number, if it is a number; amounts are never fractions, whatever a file says.
    pub fn as_whole(&self) -> Option<i64> {
        let number = self.as_number().filter(|number| number.is_finite())?;
        // Far beyond anything that can lie on a table, so nothing is cut off.
        #[expect(clippy::cast_possible_truncation, reason = "within ±10⁹")]
        Some(number.round().clamp(-1e9, 1e9) as i64)
    }

    /// Whether there is nothing in it: no value, blank text, no parts.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Bool(_) | Value::Number(_) => false,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(parts) => parts.values().all(Value::is_blank),
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Yes or no, if it is one of them.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    /// The texts of a list; none for anything else.
    pub fn as_texts(&self) -> impl Iterator<Item = &str> {
        let items = match self {
            Value::List(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(Value::as_text)
    }

    /// A named part, if it has one.
    pub fn part(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(parts) => parts.get(name),
            _ => None,
        }
    }

    /// Every text within, however deep, in order. What a search looks through.
    pub fn each_text<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        match self {
            Value::Text(text) => visit(text),
            Value::List(items) => items.iter().for_each(|item| item.each_text(visit)),
            Value::Map(parts) => parts.values().for_each(|part| part.each_text(visit)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Value::Null => 0,
            Value::Bool(_) => 1,
            Value::Number(_) => 2,
            Value::Text(_) => 3,
            Value::List(_) => 4,
            Value::Map(_) => 5,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::text(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Value {
        Value::Bool(yes)
    }
}

/// A total order, so that two devices that meet two values under one stamp choose the same.
impl Ord for Value {
    fn cmp(&self, other: &Value) -> Ordering {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Number(a), Value::Number(b)) => a.total_cmp(b),
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::List(a), Value::List(b)) => a.cmp(b),
            (Value::Map(a), Value::Map(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Value) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Value {}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return Tagged::from(self).serialize(serializer);
        }
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(yes) => serializer.serialize_bool(*yes),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => items.serialize(serializer),
            Value::Map(parts) => parts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(ValueVisitor)
        } else {
            Owned::deserialize(deserializer).map(Value::from)
        }
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut parts = BTreeMap::new();
        while let Some((name, part)) = map.next_entry()? {
            parts.insert(name, part);
        }
        Ok(Value::Map(parts))
    }
}

/// The shape of a value in formats that do not say what comes next, such as the snapshot's.
#[derive(Serialize)]
enum Tagged<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    List(&'a [Value]),
    Map(&'a BTreeMap<String, Value>),
}

impl<'a> From<&'a Value> for Tagged<'a> {
    fn from(value: &'a Value) -> Tagged<'a> {
        match value {
            Value::Null => Tagged::Null,
            Value::Bool(yes) => Tagged::Bool(*yes),
            Value::Number(number) => Tagged::Number(*number),
            Value::Text(text) => Tagged::Text(text),
            Value::List(items) => Tagged::List(items),
            Value::Map(parts) => Tagged::Map(parts),
        }
    }
}

#[derive(Deserialize)]
enum Owned {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl From<Owned> for Value {
    fn from(owned: Owned) -> Value {
        match owned {
            Owned::Null => Value::Null,
            Owned::Bool(yes) => Value::Bool(yes),
            Owned::Number(number) => Value::Number(number),
            Owned::Text(text) => Value::Text(text),
            Owned::List(items) => Value::List(items),
            Owned::Map(parts) => Value::Map(parts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested() -> Value {
        let json = r#"{"a":[true,null,"é",-1.5],"b":{"c":"\u0000"}}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn json_goes_in_and_out() {
        let json = serde_json::to_string(&nested()).unwrap();
        assert_eq!(json, r#"{"a":[true,null,"é",-1.5],"b":{"c":"\u0000"}}"#);
    }

    #[test]
    fn the_snapshot_form_goes_in_and_out() {
        let bytes = postcard::to_stdvec(&nested()).unwrap();
        assert_eq!(postcard::from_bytes::<Value>(&bytes).unwrap(), nested());
    }

    #[test]
    fn ten_thousand_levels_are_an_error_and_not_a_crash() {
        let deep = "[".repeat(100_000);
        assert!(serde_json::from_str::<Value>(&deep).is_err());
    }

    #[test]
    fn blank_is_blank_at_any_depth() {
        assert!(Value::text(" \n").is_blank());
        assert!(Value::Map([("street".to_owned(), Value::text(""))].into()).is_blank());
        assert!(!Value::Bool(false).is_blank());
    }
}

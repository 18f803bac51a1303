//! Canonical JSON (RFC 8785): one form for one meaning, so that hashes of it agree.
//!
//! Written for the few shapes that the log and the exports have, by hand: a serializer for any type would be compiled
//! anew for each of them, and would hold every member of an object until its order is known.

use crate::model::order;
use crate::model::value::Value;
use serde_json::Number;
use std::collections::BTreeMap;

/// An object that is being written. Its members are named in canonical order.
pub struct Object<'a> {
    json: &'a mut String,
    empty: bool,
}

impl<'a> Object<'a> {
    /// Begins an object.
    pub fn open(json: &'a mut String) -> Object<'a> {
        json.push('{');
        Object { json, empty: true }
    }

    /// Begins a member; its value is to be added to what this gives.
    pub fn member(&mut self, name: &str) -> &mut String {
        if !std::mem::take(&mut self.empty) {
            self.json.push(',');
        }
        text(self.json, name);
        self.json.push(':');
        self.json
    }

    /// Adds a member that is text.
    pub fn text(&mut self, name: &str, value: &str) {
        text(self.member(name), value);
    }

    /// Adds a member that is a whole number.
    pub fn whole(&mut self, name: &str, value: u64) {
        whole(self.member(name), value);
    }

    /// Adds a member that says yes.
    pub fn yes(&mut self, name: &str) {
        self.member(name).push_str("true");
    }

    /// Ends the object.
    pub fn close(self) {
        self.json.push('}');
    }
}

/// Adds an object whose members are named by data. `value` adds the value of each.
pub fn object<'a>(
    json: &mut String,
    names: impl Iterator<Item = &'a String>,
    value: &mut dyn FnMut(&mut String, &str),
) {
    let mut names: Vec<&str> = names.map(String::as_str).collect();
    // Where a character beyond U+FFFF meets one of the last of those below it, this order is not the one of a map.
    let utf16 = |a: &&str, b: &&str| a.encode_utf16().cmp(b.encode_utf16());
    if !names.is_sorted_by(|a, b| utf16(a, b).is_le()) {
        order::sort_by(&mut names, utf16);
    }
    let mut object = Object::open(json);
    names.into_iter().for_each(|name| value(object.member(name), name));
    object.close();
}

/// Adds an array. `item` adds each of its items.
pub fn array<T>(json: &mut String, items: &[T], mut item: impl FnMut(&mut String, &T)) {
    json.push('[');
    for (at, one) in items.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        item(json, one);
    }
    json.push(']');
}

/// Adds values by their names.
pub fn map(json: &mut String, values: &BTreeMap<String, Value>) {
    object(json, values.keys(), &mut |json, name| value(json, &values[name]));
}

/// Adds any value.
pub fn value(json: &mut String, any: &Value) {
    match any {
        Value::Null => json.push_str("null"),
        Value::Bool(yes) => json.push_str(if *yes { "true" } else { "false" }),
        Value::Number(double) => number(json, *double),
        Value::Text(words) => text(json, words),
        Value::List(items) => array(json, items, value),
        Value::Map(parts) => map(json, parts),
    }
}

/// Adds a whole number. As every number of JSON it is a double.
#[expect(clippy::cast_precision_loss, reason = "canonical JSON rounds what is beyond 2⁵³")]
pub fn whole(json: &mut String, whole: u64) {
    number(json, whole as f64);
}

/// Adds a number as JavaScript writes it, by the fewest digits that mean it; `null` for what is none.
///
/// The digits are those of `serde_json`: of two that are equally near it takes the even one, as JavaScript does and the
/// standard library does not.
pub fn number(json: &mut String, number: f64) {
    if number == 0.0 {
        // Without the sign of a negative zero.
        return json.push('0');
    }
    let written = Number::from_f64(number).map_or_else(|| "null".to_owned(), |number| number.to_string());
    let Some((digits, exponent)) = written.split_once('e') else {
        return json.push_str(written.strip_suffix(".0").unwrap_or(&written));
    };
    // JavaScript writes more numbers without an exponent: up to 10²¹, and from 10⁻⁶.
    let (sign, size) = if digits.starts_with('-') { digits.split_at(1) } else { ("", digits) };
    match exponent.parse() {
        Ok(places @ 0usize..21) => {
            let whole = size.replacen('.', "", 1);
            json.push_str(&format!("{sign}{whole:0<width$}", width = places + 1));
        }
        Err(_) if exponent == "-6" => json.push_str(&format!("{sign}0.00000{}", size.replacen('.', "", 1))),
        Ok(_) => json.push_str(&format!("{digits}e+{}", exponent.trim_start_matches('+'))),
        Err(_) => json.push_str(&written),
    }
}

/// Adds text in quotes. Only what cannot stand in them is escaped.
pub fn text(json: &mut String, text: &str) {
    json.push('"');
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        json.push_str(&text[written..at]);
        written = at + 1;
        match byte {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            b'\t' => json.push_str("\\t"),
            b'\r' => json.push_str("\\r"),
            0x08 => json.push_str("\\b"),
            0x0c => json.push_str("\\f"),
            _ => json.push_str(&format!("\\u{byte:04x}")),
        }
    }
    json.push_str(&text[written..]);
    json.push('"');
}

#[cfg(test)]
mod tests;

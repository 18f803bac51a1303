//! Somebody whom a person picks from the address book of the tablet, and which fields of a new record that fills.

use super::field::{Field, FieldType};
use super::kind::Kind;
use super::value::Value;

/// Somebody from an address book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickedContact {
    /// Their name.
    pub name: String,
    /// Their phone numbers.
    pub phones: Vec<String>,
    /// Their e-mail addresses.
    pub emails: Vec<String>,
    /// Where they are, by the parts of an address.
    pub addresses: Vec<Vec<(&'static str, String)>>,
}

/// The fields of a record that somebody fills, of which `get` tells what they hold now. Nothing that was typed is written
/// over; what has no field left goes to the notes, below what stands there.
pub fn fills<'a>(
    kind: &'static Kind,
    contact: &PickedContact,
    get: impl Fn(&str) -> Option<&'a Value>,
) -> Vec<(&'static str, Value)> {
    let blank = |field: &&'static Field| get(field.key).is_none_or(Value::is_blank);
    let first = |ty: FieldType| kind.fields().find(|field| field.ty == ty).filter(blank);
    let mut filled = Vec::new();
    let mut others: Vec<String> = Vec::new();
    let mut fill = |field: Option<&'static Field>, values: Vec<(String, Value)>| {
        let mut values = values.into_iter().filter(|(said, _)| !said.trim().is_empty());
        if let Some(field) = field {
            filled.extend(values.next().map(|(_, value)| (field.key, value)));
        }
        others.extend(values.map(|(said, _)| said));
    };
    let texts = |all: &[String]| all.iter().map(|text| (text.clone(), Value::text(text.trim()))).collect::<Vec<_>>();
    let addresses = contact.addresses.iter().map(|parts| {
        let said: Vec<&str> = parts.iter().map(|(_, said)| &**said).filter(|said| !said.is_empty()).collect();
        let parts = parts.iter().filter(|(_, said)| !said.is_empty());
        (said.join(", "), Value::Map(parts.map(|(part, said)| ((*part).to_owned(), Value::text(&**said))).collect()))
    });
    let name = kind.address_book.and_then(|key| kind.field(key)).filter(blank);
    fill(name, texts(std::slice::from_ref(&contact.name)));
    fill(first(FieldType::Phone), texts(&contact.phones));
    fill(first(FieldType::Email), texts(&contact.emails));
    fill(first(FieldType::Address), addresses.collect());
    let notes =
        kind.fields().filter(|field| field.ty == FieldType::LongText && field.private && !field.kept_by_app()).last();
    if let Some(notes) = notes.filter(|_| !others.is_empty()) {
        let there = get(notes.key).and_then(Value::as_text).map(str::to_owned).filter(|there| !there.trim().is_empty());
        let all: Vec<String> = there.into_iter().chain(others).collect();
        filled.push((notes.key, Value::text(all.join("\n"))));
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partners::kinds::partner::PARTNER;
    use std::collections::BTreeMap;

    fn kim() -> PickedContact {
        PickedContact {
            name: "Kim Nguyễn".into(),
            phones: vec!["860 555 0114".into(), "860 555 0115".into()],
            emails: vec!["kim@example.org".into()],
            addresses: vec![vec![
                ("street", "12 Maple St".into()),
                ("unit", String::new()),
                ("town", "Windham".into()),
            ]],
        }
    }

    fn filled(held: &[(&str, &str)]) -> BTreeMap<&'static str, Value> {
        let held: BTreeMap<String, Value> =
            held.iter().map(|(key, said)| ((*key).into(), Value::text(*said))).collect();
        fills(&PARTNER, &kim(), |key| held.get(key)).into_iter().collect()
    }

    #[test]
    fn somebody_fills_the_fields_that_are_blank() {
        let filled = filled(&[]);
        assert_eq!(filled["contact_name"], Value::text("Kim Nguyễn"));
        assert_eq!(filled["contact_phone"], Value::text("860 555 0114"));
        assert_eq!(filled["contact_email"], Value::text("kim@example.org"));
        assert_eq!(filled["notes"], Value::text("860 555 0115"));
        assert_eq!(filled["address"].part("town"), Some(&Value::text("Windham")));
        assert_eq!(filled["address"].part("unit"), None);
        assert_eq!(filled.get("name"), None, "a person is no organization");
    }

    #[test]
    fn nothing_that_was_typed_is_written_over_and_nothing_is_lost() {
        let filled = filled(&[("contact_phone", "860 555 0100"), ("notes", "Ring twice"), ("contact_name", "Bo")]);
        assert_eq!(filled.get("contact_phone"), None);
        assert_eq!(filled["notes"], Value::text("Ring twice\nKim Nguyễn\n860 555 0114\n860 555 0115"));
    }
}

//! Fields by names that the compiler checks against what their kind declares.
//!
//! A field is declared once, in its kind. Code that reads or writes it takes a handle from that declaration, in a
//! constant: `const HUB: LinkField = MOVEMENT.link("hub");`. Where the kind has no such field, or one that holds
//! something else, this does not compile.

use super::draft::Draft;
use super::field::FieldType;
use super::id::Id;
use super::kind::Kind;
use super::record::Record;
use super::value::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that holds values by the keys of fields.
pub trait HoldsValues {
    /// The value of a field; none where there is none.
    fn value_of(&self, key: &str) -> Option<&Value>;
}

impl HoldsValues for Record {
    fn value_of(&self, key: &str) -> Option<&Value> {
        self.get(key)
    }
}

impl HoldsValues for BTreeMap<String, Value> {
    fn value_of(&self, key: &str) -> Option<&Value> {
        self.get(key)
    }
}

/// The fields that were touched in it.
impl HoldsValues for Draft {
    fn value_of(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }
}

impl<V: HoldsValues + ?Sized> HoldsValues for &V {
    fn value_of(&self, key: &str) -> Option<&Value> {
        (**self).value_of(key)
    }
}

impl<V: HoldsValues + ?Sized> HoldsValues for Arc<V> {
    fn value_of(&self, key: &str) -> Option<&Value> {
        (**self).value_of(key)
    }
}

/// A field of text: words, a choice, a day, a moment, a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextField(&'static str);

/// A field that leads to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkField {
    kind: &'static str,
    key: &'static str,
}

/// A field of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberField(&'static str);

/// A field of yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNoField(&'static str);

/// A field of something with parts: several choices, an address, a place, answers, a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartsField(&'static str);

impl TextField {
    /// Its key, as it is stored.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// What it holds.
    pub fn of<V: HoldsValues + ?Sized>(self, values: &V) -> Option<&str> {
        values.value_of(self.0)?.as_text()
    }

    /// This text in it.
    pub fn is(self, text: impl Into<String>) -> (&'static str, Value) {
        (self.0, Value::text(text))
    }
}

impl LinkField {
    /// Its key, as it is stored.
    pub const fn key(self) -> &'static str {
        self.key
    }

    /// Its kind and its key, as the index of links knows it.
    pub const fn path(self) -> (&'static str, &'static str) {
        (self.kind, self.key)
    }

    /// Where it leads.
    pub fn of<V: HoldsValues + ?Sized>(self, values: &V) -> Option<Id> {
        values.value_of(self.key)?.as_link()
    }

    /// A link to this record in it.
    pub fn is(self, to: Id) -> (&'static str, Value) {
        (self.key, Value::link(to))
    }
}

impl NumberField {
    /// Its key, as it is stored.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// What it holds.
    pub fn of<V: HoldsValues + ?Sized>(self, values: &V) -> Option<f64> {
        values.value_of(self.0)?.as_number()
    }

    /// What it holds, as a whole number; see [`Value::as_whole`].
    pub fn whole_of<V: HoldsValues + ?Sized>(self, values: &V) -> Option<i64> {
        values.value_of(self.0)?.as_whole()
    }

    /// This number in it.
    pub const fn is(self, number: f64) -> (&'static str, Value) {
        (self.0, Value::Number(number))
    }

    /// This whole number in it.
    pub fn is_whole(self, number: i64) -> (&'static str, Value) {
        (self.0, Value::whole(number))
    }
}

impl YesNoField {
    /// Its key, as it is stored.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// Whether it says yes.
    pub fn of<V: HoldsValues + ?Sized>(self, values: &V) -> bool {
        matches!(values.value_of(self.0), Some(Value::Bool(true)))
    }

    /// Yes or no in it.
    pub const fn is(self, yes: bool) -> (&'static str, Value) {
        (self.0, Value::Bool(yes))
    }
}

impl PartsField {
    /// Its key, as it is stored.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// What it holds.
    pub fn of<V: HoldsValues + ?Sized>(self, values: &V) -> Option<&Value> {
        values.value_of(self.0)
    }

    /// This in it.
    pub const fn is(self, value: Value) -> (&'static str, Value) {
        (self.0, value)
    }
}

impl Kind {
    /// The field of text with this key.
    ///
    /// # Panics
    ///
    /// This and its like stop the compiler where the kind has no such field; they are for constants alone.
    pub const fn text(&self, key: &'static str) -> TextField {
        assert!(
            matches!(
                self.declared(key),
                FieldType::Text
                    | FieldType::LongText
                    | FieldType::Choice(_)
                    | FieldType::Date
                    | FieldType::DateTime
                    | FieldType::Phone
                    | FieldType::Email
            ),
            "this field holds no text"
        );
        TextField(key)
    }

    /// The link with this key.
    ///
    /// # Panics
    ///
    /// As [`Kind::text`] does.
    pub const fn link(&self, key: &'static str) -> LinkField {
        assert!(matches!(self.declared(key), FieldType::Link(_)), "this field is no link");
        LinkField { kind: self.id, key }
    }

    /// The number with this key.
    ///
    /// # Panics
    ///
    /// As [`Kind::text`] does.
    pub const fn number(&self, key: &'static str) -> NumberField {
        assert!(matches!(self.declared(key), FieldType::Number { .. }), "this field holds no number");
        NumberField(key)
    }

    /// The yes or no with this key.
    ///
    /// # Panics
    ///
    /// As [`Kind::text`] does.
    pub const fn yes_no(&self, key: &'static str) -> YesNoField {
        assert!(matches!(self.declared(key), FieldType::YesNo), "this field holds no yes or no");
        YesNoField(key)
    }

    /// The field with parts that has this key.
    ///
    /// # Panics
    ///
    /// As [`Kind::text`] does.
    pub const fn parts(&self, key: &'static str) -> PartsField {
        assert!(
            matches!(
                self.declared(key),
                FieldType::Choices(_) | FieldType::Address | FieldType::Place | FieldType::Answers | FieldType::Photo
            ),
            "this field has no parts"
        );
        PartsField(key)
    }

    #[expect(clippy::panic, reason = "it stops the compiler")]
    const fn declared(&self, key: &str) -> FieldType {
        let (mut section, key) = (0, key.as_bytes());
        while section < self.sections.len() {
            let (fields, mut field) = (self.sections[section].fields, 0);
            while field < fields.len() {
                if same(fields[field].key.as_bytes(), key) {
                    return fields[field].ty;
                }
                field += 1;
            }
            section += 1;
        }
        panic!("this kind has no such field")
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

//! Words somebody is typing where there is no form: kept as they go, as a draft is.

use super::id::Id;
use super::order;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words that are being typed into one place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// The place, such as `answer:{interview}:{question}`: the same words are found there again.
    pub place: String,
    /// What stands there.
    pub text: String,
    /// The record it is to become or to be part of, where there is one.
    #[serde(default)]
    pub of: Option<Of>,
}

/// What typed words belong to: they go when it is erased, or when whoever speaks in it does not allow it any more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Of {
    /// The kind of the record.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// Fields of it that are known already, such as who speaks and in which interview.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

impl Of {
    /// What belongs to this record, of which these fields are known.
    pub fn new<'a>(kind: &str, id: Id, fields: impl IntoIterator<Item = (&'a str, String)>) -> Of {
        let fields = order::map(fields.into_iter().map(|(key, value)| (key.to_owned(), value)));
        Of { kind: kind.to_owned(), id, fields }
    }
}

impl Typed {
    /// What the place of all typed words in the store begins with.
    pub const META_PREFIX: &'static str = "typed:";

    /// Where the store keeps them.
    pub fn meta_key(&self) -> String {
        Typed::meta_key_of(&self.place)
    }

    /// Where the store keeps the words of a place.
    pub fn meta_key_of(place: &str) -> String {
        format!("{}{place}", Typed::META_PREFIX)
    }
}

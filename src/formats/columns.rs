//! The columns of a table of records: one per field, one per part of an address.

use crate::model::field::{ADDRESS_PARTS, Field, FieldType, PLACE_PARTS, part_label};
use crate::model::kind::Kind;
use crate::model::text::Lang;

/// The sentences of this module.
pub mod words {
    crate::words! {
        ID = "Porchlight ID", "ID de Porchlight";
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// A field.
    Field(&'static Field),
    /// A part of an address, or of a place on the map.
    Part(&'static Field, &'static str),
    /// The record's identity, by which a table that we wrote finds its records again.
    Id,
}

impl PartialEq for Target {
    fn eq(&self, other: &Target) -> bool {
        (self.key(), self.part()) == (other.key(), other.part())
    }
}

impl Eq for Target {}

impl Target {
    /// The columns we write for these fields: in order, addresses in parts, the identity last.
    pub fn written(fields: impl IntoIterator<Item = &'static Field>) -> Vec<Target> {
        let columns = fields.into_iter().flat_map(|field| match field.ty {
            FieldType::Address => ADDRESS_PARTS.map(|part| Target::Part(field, part)).to_vec(),
            _ => vec![Target::Field(field)],
        });
        columns.chain([Target::Id]).collect()
    }

    /// Everything a column of somebody else's table may be read as. More than we write: latitude and longitude often
    /// stand apart.
    pub fn offered(kind: &Kind) -> Vec<Target> {
        let places = kind.fields().filter(|field| field.ty == FieldType::Place);
        let parts = places.flat_map(|field| PLACE_PARTS.map(|part| Target::Part(field, part)));
        let readable = kind.fields().filter(|field| field.fits_a_cell());
        Target::written(readable).into_iter().chain(parts).collect()
    }

    /// The field, if it is not the identity.
    pub fn field(self) -> Option<&'static Field> {
        match self {
            Target::Field(field) | Target::Part(field, _) => Some(field),
            Target::Id => None,
        }
    }

    /// The part of the field, if it is only a part.
    pub fn part(self) -> Option<&'static str> {
        match self {
            Target::Part(_, part) => Some(part),
            _ => None,
        }
    }

    /// What a person sees: “Contact Name”, “Address: Street”.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Target::Field(field) => field.label.get(lang).to_owned(),
            Target::Part(field, part) => format!("{}: {}", field.label.get(lang), part_label(part).get(lang)),
            Target::Id => words::ID.get(lang).to_owned(),
        }
    }

    fn key(self) -> Option<&'static str> {
        self.field().map(|field| field.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_have_one_name() {
        for kind in KINDS {
            let columns = Target::offered(kind);
            for lang in Lang::ALL {
                let labels: BTreeSet<String> = columns.iter().map(|column| column.label(lang)).collect();
                assert_eq!(labels.len(), columns.len(), "{} repeats a column in {lang:?}", kind.id);
            }
        }
    }

    #[test]
    fn every_part_has_a_name() {
        assert!(ADDRESS_PARTS.iter().chain(&PLACE_PARTS).all(|part| !part_label(part).is_empty()));
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}

//! What the columns of a list of addresses hold.

use crate::exchange::table::Sheet;
use crate::model::fold::fold;
use crate::model::text::{Text, t};

/// What a column of addresses holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Number and street, or the whole line.
    Line,
    /// The house number.
    Number,
    /// The apartment or unit.
    Unit,
    /// The town.
    Town,
    /// The state.
    State,
    /// The ZIP code.
    Zip,
}

impl AddressPart {
    /// All of them, in the order they are offered.
    pub const ALL: [AddressPart; 6] = [
        AddressPart::Line,
        AddressPart::Number,
        AddressPart::Unit,
        AddressPart::Town,
        AddressPart::State,
        AddressPart::Zip,
    ];

    /// What a person calls it.
    pub const fn label(self) -> Text {
        match self {
            AddressPart::Line => t("Street, or the whole address", "Calle o dirección completa"),
            AddressPart::Number => t("House number", "Número"),
            AddressPart::Unit => t("Apartment or unit", "Apartamento o unidad"),
            AddressPart::Town => t("Town", "Ciudad"),
            AddressPart::State => t("State", "Estado"),
            AddressPart::Zip => t("ZIP code", "Código postal"),
        }
    }

    /// What a heading says a column holds, if it says so.
    fn of_heading(heading: &str) -> Option<AddressPart> {
        let words = fold(heading);
        let has = |known: &[&str]| known.iter().any(|known| words.contains(known));
        match () {
            () if has(&["zip", "postal"]) => Some(AddressPart::Zip),
            () if has(&["unit", "apt", "apartment", "apartamento", "unidad", "address2", "address 2", "line 2"]) => {
                Some(AddressPart::Unit)
            }
            () if has(&["city", "town", "municip", "ciudad", "pueblo"]) => Some(AddressPart::Town),
            () if words == "st" || has(&["state", "estado", "province"]) => Some(AddressPart::State),
            () if has(&["house", "hse", "number", "num", "no.", "numero"]) || words == "no" => {
                Some(AddressPart::Number)
            }
            () if has(&["address", "street", "location", "direccion", "calle", "road"]) => Some(AddressPart::Line),
            () => None,
        }
    }
}

/// What each column of a sheet most likely holds; each part once.
pub fn guess_parts(sheet: &Sheet) -> Vec<Option<AddressPart>> {
    let mut taken: Vec<AddressPart> = Vec::new();
    let mut guess = |(at, heading): (usize, &String)| {
        let part =
            AddressPart::of_heading(heading).filter(|part| !taken.contains(part) && !sheet.samples(at).is_empty())?;
        taken.push(part);
        Some(part)
    };
    sheet.table.headers.iter().enumerate().map(&mut guess).collect()
}

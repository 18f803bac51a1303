//! What the columns of a list of addresses hold.

use crate::exchange::table::Sheet;
use crate::formats::csv_import::heading::words_of;
use crate::model::address::suffix;
use crate::model::fold::fold;
use crate::model::text::{Text, t};

/// What a column of addresses holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Number and street, or the whole line.
    Line,
    /// The house number.
    Number,
    /// What stands behind a house number: “1/2”, “A”.
    Half,
    /// The direction before the street: “N” of “N Main St”.
    Before,
    /// The kind of street: “St”, “Ave”.
    Kind,
    /// The direction after the street: “NW”.
    After,
    /// The sort of unit: “Apt”.
    UnitKind,
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
    pub const ALL: [AddressPart; 11] = [
        AddressPart::Line,
        AddressPart::Number,
        AddressPart::Half,
        AddressPart::Before,
        AddressPart::Kind,
        AddressPart::After,
        AddressPart::UnitKind,
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
            AddressPart::Half => t("Half or letter of the number", "Medio o letra del número"),
            AddressPart::Before => t("Direction before the street", "Dirección cardinal antes de la calle"),
            AddressPart::Kind => t("Street type (St, Ave)", "Tipo de calle (St, Ave)"),
            AddressPart::After => t("Direction after the street", "Dirección cardinal después de la calle"),
            AddressPart::UnitKind => t("Unit type (Apt, Suite)", "Tipo de unidad (Apt, Suite)"),
            AddressPart::Unit => t("Apartment or unit", "Apartamento o unidad"),
            AddressPart::Town => t("Town", "Ciudad"),
            AddressPart::State => t("State", "Estado"),
            AddressPart::Zip => t("ZIP code", "Código postal"),
        }
    }

    /// What a heading says a column holds, if it says so.
    fn of_heading(heading: &str) -> Option<AddressPart> {
        let words = words_of(heading);
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let holds = |known: &[&str]| known.iter().any(|known| words.concat().contains(known));
        let street = has(&["street", "str", "st", "road"]);
        let unit = has(&["unit", "apt", "apartment", "apto", "apartamento", "unidad", "suite", "ste", "occupancy"]);
        let number = has(&["number", "num", "no", "nbr", "numero", "#"]);
        match () {
            () if holds(&["zip", "postal"]) => Some(AddressPart::Zip),
            () if unit && has(&["type", "typ", "kind", "tipo"]) => Some(AddressPart::UnitKind),
            () if unit || holds(&["address2", "line2", "addr2"]) => Some(AddressPart::Unit),
            () if has(&["half", "halfno", "fraction", "frac"]) || (number && has(&["suffix", "suf"])) => {
                Some(AddressPart::Half)
            }
            () if street && has(&["type", "typ", "kind", "tipo"]) => Some(AddressPart::Kind),
            () if has(&["predir", "prefix", "pre", "predirection", "predirectional"]) => Some(AddressPart::Before),
            () if has(&["postdir", "postdirection", "postdirectional", "post"]) => Some(AddressPart::After),
            () if street && has(&["suf", "suffix"]) => Some(AddressPart::After),
            () if holds(&["city", "town", "municip", "ciudad", "pueblo", "placename"]) => Some(AddressPart::Town),
            () if words == ["st"] || holds(&["state", "estado", "province"]) => Some(AddressPart::State),
            () if (number && !words.contains(&"and".to_owned()))
                || holds(&["house", "hse"])
                || has(&["hno", "streetno", "stno"]) =>
            {
                Some(AddressPart::Number)
            }
            () if street || holds(&["address", "street", "location", "direccion", "calle"]) => Some(AddressPart::Line),
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
    let mut parts: Vec<Option<AddressPart>> = sheet.names().iter().enumerate().map(&mut guess).collect();
    // “Street suffix” is the kind of street for some and the direction after it for others: the cells tell.
    for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| **part == Some(AddressPart::After)) {
        let kinds = sheet.samples(at).into_iter().all(|cell| suffix(&fold(cell)).is_some());
        if kinds && !taken.contains(&AddressPart::Kind) {
            *part = Some(AddressPart::Kind);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::AddressPart::{After, Before, Half, Kind, Line, Number, State, Town, Unit, UnitKind, Zip};
    use super::*;

    #[test]
    fn headings_of_voter_files_are_known() {
        for (headings, parts) in [
            (
                "house_no half_no st_pre st_name st_type st_suf unit city zip",
                vec![Number, Half, Before, Line, Kind, After, Unit, Town, Zip],
            ),
            (
                "StreetNo StreetNoHalf StreetPrefix StreetName StreetType StreetSuffix AptType AptNo City State Zip5",
                vec![Number, Half, Before, Line, Kind, After, UnitKind, Unit, Town, State, Zip],
            ),
            ("HouseNumber PreDir StreetName PostDir", vec![Number, Before, Line, After]),
            ("number street apt town st zip", vec![Number, Line, Unit, Town, State, Zip]),
            (
                "AddressNumber AddressNumberSuffix StreetNamePreDirectional StreetName StreetNamePostType \
                 StreetNamePostDirectional OccupancyType OccupancyIdentifier PlaceName StateName ZipCode",
                vec![Number, Half, Before, Line, Kind, After, UnitKind, Unit, Town, State, Zip],
            ),
        ] {
            let found: Vec<_> = headings.split(' ').map(|heading| AddressPart::of_heading(heading).unwrap()).collect();
            assert_eq!(found, parts, "{headings}");
        }
        for (heading, part) in [
            ("Street #", Some(Number)),
            ("Street Name", Some(Line)),
            ("Street and number", Some(Line)),
            ("House No.", Some(Number)),
            ("Address", Some(Line)),
            ("Address 2", Some(Unit)),
            ("Apt #", Some(Unit)),
            ("Apto", Some(Unit)),
            ("First Name", None),
            ("Party", None),
        ] {
            let found = AddressPart::of_heading(heading);
            assert_eq!(found, part, "{heading}");
        }
    }
}

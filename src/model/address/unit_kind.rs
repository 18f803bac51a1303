//! What a door within a house can be, and the words for it.

use super::spelling::spelled;

/// What a unit is. The order is that of a walk from the front door to the back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// One of several buildings.
    Building,
    /// The basement.
    Basement,
    /// The lower of two.
    Lower,
    /// A whole floor.
    Floor,
    /// The front of the house.
    Front,
    /// On the left.
    Left,
    /// In the middle.
    Middle,
    /// On the right.
    Right,
    /// An apartment.
    Apartment,
    /// A unit of unsaid sort.
    Unit,
    /// A bare number or letter: “#3”, or “3” alone.
    Bare,
    /// A suite of offices.
    Suite,
    /// A room.
    Room,
    /// An office.
    Office,
    /// A space in a park or garage, a site, a slip.
    Space,
    /// A lot, as in a mobile home park.
    Lot,
    /// A trailer.
    Trailer,
    /// The upper of two.
    Upper,
    /// The attic.
    Attic,
    /// The penthouse.
    Penthouse,
    /// The side of the house.
    Side,
    /// The rear of the house, or the house behind.
    Rear,
    /// The garage.
    Garage,
    /// A cottage or cabin.
    Cottage,
}

/// How a kind is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// It says nothing without a name: “Apt”.
    Needed,
    /// It may have one, “Office 4”; alone it counts like an unsure one.
    Possible,
    /// It has none, and nothing else is meant by it: “Rear”.
    Never,
    /// It has none, and the word is as often part of a street or town: “Front”, “Upper”.
    Unsure,
}

/// The kinds, with what people see and how else they are spelled, folded.
static KINDS: &[(UnitKind, Naming, &str, &str)] = &[
    (UnitKind::Building, Naming::Needed, "Building", "bldg bld tower wing edificio edif"),
    (UnitKind::Basement, Naming::Never, "Basement", "bsmt bsmnt sotano"),
    (UnitKind::Lower, Naming::Unsure, "Lower", "lowr lwr down dn downstairs bajos"),
    (UnitKind::Floor, Naming::Needed, "Floor", "fl flr piso"),
    (UnitKind::Front, Naming::Unsure, "Front", "frnt"),
    (UnitKind::Left, Naming::Unsure, "Left", "izquierda"),
    (UnitKind::Middle, Naming::Unsure, "Middle", ""),
    (UnitKind::Right, Naming::Unsure, "Right", "derecha"),
    (UnitKind::Apartment, Naming::Needed, "Apt", "apartment apts appt apmt aprt apto apartamento depto"),
    (UnitKind::Unit, Naming::Needed, "Unit", "unidad condo"),
    (UnitKind::Bare, Naming::Needed, "#", ""),
    (UnitKind::Suite, Naming::Needed, "Suite", "ste"),
    (UnitKind::Room, Naming::Needed, "Room", "rm cuarto"),
    (UnitKind::Office, Naming::Possible, "Office", "ofc oficina"),
    (UnitKind::Space, Naming::Needed, "Space", "spc site slip pad"),
    (UnitKind::Lot, Naming::Needed, "Lot", "lote"),
    (UnitKind::Trailer, Naming::Needed, "Trailer", "trlr"),
    (UnitKind::Upper, Naming::Unsure, "Upper", "uppr upr up upstairs altos"),
    (UnitKind::Attic, Naming::Never, "Attic", "atico"),
    (UnitKind::Penthouse, Naming::Possible, "Penthouse", "ph"),
    (UnitKind::Side, Naming::Unsure, "Side", ""),
    (UnitKind::Rear, Naming::Never, "Rear", "back trasera atras"),
    (UnitKind::Garage, Naming::Possible, "Garage", "gar garaje"),
    (UnitKind::Cottage, Naming::Possible, "Cottage", "cabin bungalow"),
];

impl UnitKind {
    /// The kind a folded word names.
    pub(crate) fn read(word: &str) -> Option<(UnitKind, Naming)> {
        let named = |(_, _, name, other): &&(UnitKind, Naming, &str, &str)| {
            name.eq_ignore_ascii_case(word) || spelled(other, word)
        };
        KINDS.iter().find(named).map(|(kind, naming, ..)| (*kind, *naming))
    }

    /// What people see: “Apt”, “Rear”.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, _, name, _)| name)
    }

    /// “Apt 3”, “Unit 3” and “#3” are three ways to write one door.
    pub(crate) fn grouped(self) -> UnitKind {
        match self {
            UnitKind::Unit | UnitKind::Bare => UnitKind::Apartment,
            kind => kind,
        }
    }
}

/// Whether a folded word asks for a name after it, as “Apt” does.
pub(crate) fn is_needy(word: &str) -> bool {
    UnitKind::read(word).is_some_and(|(_, naming)| naming == Naming::Needed)
}

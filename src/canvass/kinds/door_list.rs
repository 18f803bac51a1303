//! A list of addresses to canvass, and how often a door of it is tried.

use crate::model::field::Field;
use crate::model::kind::{Kind, Section};
use crate::model::text::t;

/// After how many attempts a door is left alone, unless its list says otherwise.
pub const ATTEMPTS: f64 = 3.0;
/// How many days lie between two attempts at a door, unless its list says otherwise.
pub const DAYS_APART: f64 = 7.0;

/// A list of addresses.
pub static DOOR_LIST: Kind =
    Kind::new("door_list", t("Address list", "Lista de direcciones"), t("Address lists", "Listas de direcciones"))
        .add(t("New address list", "Nueva lista de direcciones"))
        .purpose(t(
            "Where doors come from, and how often to try each one.",
            "De dónde vienen las puertas y cuántas veces se intenta en cada una.",
        ))
        .sections(&[Section::new(
            t("Address list", "Lista de direcciones"),
            &[
                Field::text("name").label(t("Name of the list", "Nombre de la lista")).required().title(),
                Field::text("source").label(t("Where it comes from", "De dónde viene")).in_line(),
                Field::number("attempts", 1.0, 20.0)
                    .label(t("Attempts per door", "Intentos por puerta"))
                    .help(t("Leave blank for three.", "En blanco: tres.")),
                Field::number("days_apart", 0.0, 90.0)
                    .label(t("Days between attempts", "Días entre un intento y otro"))
                    .help(t("Leave blank for seven.", "En blanco: siete.")),
                Field::long_text("notes").label(t("Notes", "Notas")).searchable().private(),
            ],
        )]);

/// The fields of an address list that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::DOOR_LIST;
    use crate::model::handle::{NumberField, TextField};

    pub const NAME: TextField = DOOR_LIST.text("name");
    pub const ATTEMPTS: NumberField = DOOR_LIST.number("attempts");
    pub const DAYS_APART: NumberField = DOOR_LIST.number("days_apart");
}

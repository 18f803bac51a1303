//! A door to knock at: where it is, as people say it, and what those behind it wish.
//!
//! A door is a place and stays when lists come and go. What happened there stands in its visits. Its address is private:
//! with it, what somebody said at a door would be known to be theirs.

use crate::model::field::{Field, When};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;

/// A door.
pub static DOOR: Kind = Kind::new("door", t("Door", "Puerta"), t("Doors", "Puertas"))
    .add(t("New door", "Nueva puerta"))
    .purpose(t("Doors to knock on, street by street.", "Puertas que visitar, calle por calle."))
    .sections(&[
        Section::new(
            t("Where", "Dónde"),
            &[
                Field::text("address").label(t("Address", "Dirección")).required().title().private(),
                Field::text("number").label(t("House number", "Número")).private(),
                Field::text("street").label(t("Street", "Calle")).searchable(),
                Field::text("unit").label(t("Apartment or unit", "Apartamento o unidad")).private(),
                Field::text("town").label(t("Town", "Ciudad")).in_line(),
                Field::text("state").label(t("State", "Estado")),
                Field::text("zip").label(t("ZIP code", "Código postal")),
                Field::text("original").label(t("As it is on the list", "Como está en la lista")).private(),
                Field::link("list", "door_list").label(t("Address list", "Lista de direcciones")).in_line(),
                Field::place("place").label(t("Place on the map", "Lugar en el mapa")).private(),
            ],
        ),
        Section::new(
            t("Requests", "Peticiones"),
            &[
                Field::yes_no("do_not_contact")
                    .label(t("Do not contact", "No contactar"))
                    .help(t(
                        "This is kept when the list is imported again.",
                        "Se conserva al importar la lista otra vez.",
                    ))
                    .filter(),
                Field::long_text("why").label(t("Why", "Por qué")).private(),
                Field::choice("language", LANGUAGES)
                    .label(t("Send someone who speaks", "Enviar a alguien que hable"))
                    .filter(),
                Field::long_text("notes").label(t("Notes", "Notas")).searchable().private(),
                Field::link("same_as", "door").label(t("Same door as", "La misma puerta que")),
                Field::long_text("not_same_as")
                    .label(t("Not the same door as", "No es la misma puerta que"))
                    .asked(&[When::Never])
                    .private(),
            ],
        ),
    ]);

/// The fields of a door that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::DOOR;
    use crate::model::handle::{LinkField, TextField, YesNoField};

    pub const ADDRESS: TextField = DOOR.text("address");
    pub const NUMBER: TextField = DOOR.text("number");
    pub const STREET: TextField = DOOR.text("street");
    pub const UNIT: TextField = DOOR.text("unit");
    pub const TOWN: TextField = DOOR.text("town");
    pub const STATE: TextField = DOOR.text("state");
    pub const ZIP: TextField = DOOR.text("zip");
    pub const ORIGINAL: TextField = DOOR.text("original");
    pub const LIST: LinkField = DOOR.link("list");
    pub const DO_NOT_CONTACT: YesNoField = DOOR.yes_no("do_not_contact");
    pub const LANGUAGE: TextField = DOOR.text("language");
    pub const NOT_SAME_AS: TextField = DOOR.text("not_same_as");
}

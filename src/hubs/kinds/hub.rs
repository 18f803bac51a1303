//! An access hub: “a bulletin board and tables full of library information, resources, and books”, where people
//! already are. (Seed 000, Community Access Hub.)

use crate::model::field::Field;
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use chrono::Weekday;

/// An access hub.
pub static HUB: Kind = Kind::new("hub", t("Hub", "Punto de acceso"), t("Hubs", "Puntos de acceso"))
    .add(t("New hub", "Nuevo punto"))
    .purpose(t(
        "Tables and boards with library books and resources in places where people already are, such as a room in a school.",
        "Mesas y tableros con libros y recursos de la biblioteca donde la gente ya está, como una sala de una escuela.",
    ))
    .sections(&[
        Section::new(
            t("Hub", "Punto de acceso"),
            &[
                Field::text("name").label(t("Name of the hub", "Nombre del punto")).required().title().public(),
                Field::link("partner", "partner").label(t("Host partner", "Socio anfitrión")).in_line(),
                Field::address("address").label(t("Address", "Dirección")).searchable().public(),
                Field::place("place").label(t("Place on the map", "Lugar en el mapa")),
                Field::text("room").label(t("Room", "Sala")).in_line().searchable().public(),
                Field::text("hours").label(t("Opening hours", "Horario")).public(),
                Field::long_text("access")
                    .label(t("How to get in", "Cómo entrar"))
                    .help(t("Front desk, badge, who has the key.", "Recepción, gafete, quién tiene la llave."))
                    .private(),
                Field::choices("languages", LANGUAGES)
                    .label(t("Languages spoken there", "Idiomas que se hablan ahí"))
                    .public(),
            ],
        ),
        Section::new(
            t("Contact at the host", "Contacto del anfitrión"),
            &[
                Field::text("contact_name").label(t("Contact name", "Nombre del contacto")).searchable().private(),
                Field::phone("contact_phone").label(t("Contact phone", "Teléfono del contacto")).private(),
                Field::email("contact_email").label(t("Contact email", "Correo del contacto")).private(),
            ],
        ),
        Section::new(
            t("Tables and boards", "Mesas y tableros"),
            &[
                Field::long_text("zones")
                    .label(t("Tables and boards, in walking order", "Mesas y tableros, en orden"))
                    .help(t("One per line: Table 1, Table 2, Board", "Uno por línea: Mesa 1, Mesa 2, Tablero")),
                Field::photo("look")
                    .label(t("How it should look", "Cómo debe verse"))
                    .help(t("The tables and the board, without people.", "Las mesas y el tablero, sin personas."))
                    .private(),
                Field::date("next_visit").label(t("Next visit", "Próxima visita")).ahead(Weekday::Mon),
                Field::long_text("notes").label(t("Notes", "Notas")).searchable().private(),
            ],
        ),
    ]);

/// The fields of a hub that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::HUB;
    use crate::model::handle::{PartsField, TextField};

    pub const NAME: TextField = HUB.text("name");
    pub const ZONES: TextField = HUB.text("zones");
    pub const LANGUAGES: PartsField = HUB.parts("languages");
    pub const NEXT_VISIT: TextField = HUB.text("next_visit");
}

//! What hangs on the board of a hub, and until when it is worth reading.

use crate::model::field::{Choice, Field, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use chrono::Weekday;

/// What a posting is.
pub static POSTED: &[Choice] = &[
    choice("event", t("Event", "Actividad")),
    choice("service", t("Service", "Servicio")),
    choice("notice", t("Notice", "Aviso")),
    choice("other", t("Other", "Otro")),
];

/// A posting on a board.
pub static POSTING: Kind = Kind::new("posting", t("Posting", "Anuncio"), t("Postings", "Anuncios"))
    .add(t("New posting", "Nuevo anuncio"))
    .purpose(t(
        "What is posted on a hub’s board, and until when.",
        "Lo que está en el tablero de un punto, y hasta cuándo.",
    ))
    .granted(&[Needs::With("hub")])
    .sections(&[Section::new(
        t("Posting", "Anuncio"),
        &[
            Field::text("title").label(t("What is posted", "Qué se anuncia")).required().title(),
            Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).required().in_line(),
            Field::choice("what", POSTED).label(t("What it is", "Qué es")).filter().chip(),
            Field::text("zone").label(t("Table or board", "Mesa o tablero")),
            Field::date("event_on").label(t("Date of the event", "Fecha de la actividad")).ahead(Weekday::Sat),
            Field::date("until").label(t("Take down on", "Quitar el")).ahead(Weekday::Fri).in_line(),
            Field::choices("languages", LANGUAGES).label(t("Languages", "Idiomas")),
            Field::yes_no("planned")
                .label(t("Should always be posted", "Siempre debe estar"))
                .help(t("We’ll tell you if it’s missing.", "Le avisamos si falta.")),
            Field::yes_no("down").label(t("Taken down", "Quitado")).asked(&[When::Held(&["down"])]),
        ],
    )]);

/// The fields of a posting that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::POSTING;
    use crate::model::handle::{LinkField, PartsField, TextField, YesNoField};

    pub const TITLE: TextField = POSTING.text("title");
    pub const HUB: LinkField = POSTING.link("hub");
    pub const WHAT: TextField = POSTING.text("what");
    pub const ZONE: TextField = POSTING.text("zone");
    pub const EVENT_ON: TextField = POSTING.text("event_on");
    pub const UNTIL: TextField = POSTING.text("until");
    pub const LANGUAGES: PartsField = POSTING.parts("languages");
    pub const PLANNED: YesNoField = POSTING.yes_no("planned");
    pub const DOWN: YesNoField = POSTING.yes_no("down");
}

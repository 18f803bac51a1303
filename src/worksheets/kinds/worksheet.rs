//! Worksheets: what is asked on them, in both languages.
//!
//! Some come ready-made ([`super::ready`]); a team copies one and changes it, or makes its own. Either way what is filled in
//! keeps the worksheet as it was then, a [`WORKSHEET_VERSION`], as an interview keeps its guide.

use crate::model::field::{Choice, Field, When, choice};
use crate::model::handle::TextField;
use crate::model::kind::{Kind, Section};
use crate::model::question::{WORKSHEET as ON_WORKSHEETS, fields as question};
use crate::model::questionnaire::own::Own;
use crate::model::text::t;
use crate::work::asked_with::Versions;

/// It is about an event: somebody prepares a gathering with it.
pub const EVENT: &str = "event";

/// What a worksheet is about.
pub static ABOUT: &[Choice] = &[
    choice("nothing", t("Our work in general", "Nuestro trabajo en general")),
    choice("partner", t("A partner", "Un socio")),
    choice(EVENT, t("An event", "Un evento")),
    choice("finding", t("A finding", "Un hallazgo")),
];

/// A worksheet that the team made.
pub static WORKSHEET: Kind =
    Kind::new("worksheet", t("Worksheet", "Hoja de trabajo"), t("Worksheets", "Hojas de trabajo"))
        .add(t("New worksheet", "Nueva hoja de trabajo"))
        .purpose(t(
            "Questions to think about, alone or as a group, and to answer in your own words.",
            "Preguntas para pensar a solas o en grupo y responder con sus propias palabras.",
        ))
        .sections(&[Section::new(
            t("Worksheet", "Hoja de trabajo"),
            &[
                Field::text("name").label(t("In English", "En inglés")).required().title().in_spanish("name_es"),
                Field::text("name_es").label(t("In Spanish", "En español")).searchable(),
                Field::choice("about", ABOUT)
                    .label(t("What it is about", "De qué trata"))
                    .help(t(
                        "One about an event is offered when an event is prepared, in place of the checklist that comes with the app.",
                        "La de un evento se ofrece al preparar un evento, en lugar de la lista que trae la aplicación.",
                    )),
                Field::long_text("purpose").label(t("What it is for", "Para qué sirve")).in_line(),
                Field::long_text("purpose_es").label(t("What it is for, in Spanish", "Para qué sirve, en español")),
                Field::long_text("intro").label(t("What to read first", "Qué leer primero")),
                Field::long_text("intro_es").label(t("What to read first, in Spanish", "Qué leer primero, en español")),
            ],
        )]);

/// What a worksheet of the team is about.
pub const ABOUT_FIELD: TextField = WORKSHEET.text("about");

/// The worksheets that the team made.
pub static OWN: Own = Own::new(&WORKSHEET, question::OF_SHEET, ON_WORKSHEETS);

/// A worksheet as it was filled in.
pub static WORKSHEET_VERSION: Kind = Kind::new(
    "worksheet_version",
    t("Worksheet as used", "Hoja de trabajo tal como se usó"),
    t("Worksheets as used", "Hojas de trabajo tal como se usaron"),
)
.add(t("New version", "Nueva versión"))
.purpose(t("The questions that were answered.", "Las preguntas que se respondieron."))
.sections(&[Section::new(
    t("Worksheet as used", "Hoja de trabajo tal como se usó"),
    &[
        Field::text("name").label(t("Name", "Nombre")).title().asked(&[When::Never]),
        // The worksheet as JSON, the form of `Asking`.
        Field::long_text("questions").label(t("Questions", "Preguntas")).asked(&[When::Never]),
    ],
)]);

/// The worksheets as they were filled in.
pub static VERSIONS: Versions = Versions::new(&WORKSHEET_VERSION);

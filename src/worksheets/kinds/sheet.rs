//! A worksheet that somebody fills in, and each answer on it.
//!
//! An answer is a record that is named after the sheet and the question, so that what two tablets answer on one sheet comes
//! together, and two answers to one question are a conflict like any other.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// Several people fill it in together.
pub const GROUP: &str = "group";
/// One person fills it in.
pub const ONE: &str = "one";

/// For whom a sheet is filled in.
pub static FOR_WHOM: &[Choice] =
    &[choice(ONE, t("One person", "Una persona")), choice(GROUP, t("A group", "Un grupo"))];

/// A worksheet that somebody fills in.
pub static SHEET: Kind = Kind::new(
    "sheet",
    t("Filled-in worksheet", "Hoja de trabajo llena"),
    t("Filled-in worksheets", "Hojas de trabajo llenas"),
)
.add(t("Fill in a worksheet", "Llenar una hoja de trabajo"))
.purpose(t(
    "What was thought and written on worksheets, with the day and who filled them in.",
    "Lo que se pensó y escribió en las hojas de trabajo, con el día y quién las llenó.",
))
// Thinking something over is no outreach that was done, and neither is that an event needs no preparation.
.no_deed()
.granted(&[Needs::With("partner"), Needs::With("event")])
.sections(&[Section::new(
    t("Filled-in worksheet", "Hoja de trabajo llena"),
    &[
        Field::text("name")
            .label(t("Worksheet", "Hoja de trabajo"))
            .title()
            .in_spanish("name_es")
            .asked(&[When::Never]),
        Field::text("name_es")
            .label(t("Worksheet, in Spanish", "Hoja de trabajo, en español"))
            .searchable()
            .asked(&[When::Never]),
        Field::date("filled_on").label(t("Filled in on", "Se llenó el")).required().start(Start::Now).in_line(),
        Field::choice("for_whom", FOR_WHOM)
            .label(t("Filled in by", "La llena"))
            .start(Start::Choice(ONE))
            .filter()
            .chip(),
        Field::link("who", "staff").label(t("Library staff", "Personal de la biblioteca")).start(Start::Me).in_line(),
        Field::text("group")
            .label(t("Which group", "Qué grupo"))
            .help(t(
                "“Branch staff, April meeting”, for example.",
                "Por ejemplo, “Personal de la sucursal, reunión de abril”.",
            ))
            .asked(&[When::Is("for_whom", &[GROUP])])
            .searchable()
            .in_line(),
        Field::link("partner", "partner").label(t("About which partner", "Sobre qué socio")).in_line(),
        Field::link("event", "event").label(t("For which event", "Para qué evento")).in_line(),
        Field::link("finding", "finding").label(t("About which finding", "Sobre qué hallazgo")),
        Field::long_text("learned").label(t("What was learned", "Qué se aprendió")).searchable().private(),
        Field::yes_no("not_needed")
            .label(t("Not needed for this event", "No hace falta para este evento"))
            .asked(&[When::Held(&["not_needed"])]),
        // The key of the worksheet, or the identity of one of the team's: what is filled in again is found by it.
        Field::text("worksheet").label(t("Which worksheet", "Cuál hoja de trabajo")).asked(&[When::Never]),
        Field::link("asked_with", "worksheet_version")
            .label(t("Worksheet as used", "Hoja de trabajo tal como se usó"))
            .asked(&[When::Never]),
    ],
)]);

/// The fields of a filled-in worksheet that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod sheet_fields {
    use super::SHEET;
    use crate::model::handle::{LinkField, TextField, YesNoField};

    pub const NAME: TextField = SHEET.text("name");
    pub const NAME_ES: TextField = SHEET.text("name_es");
    pub const FILLED_ON: TextField = SHEET.text("filled_on");
    pub const FOR_WHOM: TextField = SHEET.text("for_whom");
    pub const WHO: LinkField = SHEET.link("who");
    pub const GROUP: TextField = SHEET.text("group");
    pub const PARTNER: LinkField = SHEET.link("partner");
    pub const EVENT: LinkField = SHEET.link("event");
    pub const FINDING: LinkField = SHEET.link("finding");
    pub const LEARNED: TextField = SHEET.text("learned");
    pub const NOT_NEEDED: YesNoField = SHEET.yes_no("not_needed");
    pub const WORKSHEET: TextField = SHEET.text("worksheet");
    pub const ASKED_WITH: LinkField = SHEET.link("asked_with");
}

/// An answer on a filled-in worksheet.
pub static SHEET_ANSWER: Kind = Kind::new(
    "sheet_answer",
    t("Answer on a worksheet", "Respuesta de una hoja de trabajo"),
    t("Answers on worksheets", "Respuestas de hojas de trabajo"),
)
.add(t("New answer", "Nueva respuesta"))
.purpose(t("What was written on worksheets.", "Lo que se escribió en las hojas de trabajo."))
.granted(&[Needs::With("sheet")])
.sections(&[Section::new(
    t("Answer on a worksheet", "Respuesta de una hoja de trabajo"),
    &[
        Field::long_text("value").label(t("Answer", "Respuesta")).title().private(),
        Field::link("sheet", "sheet")
            .label(t("Filled-in worksheet", "Hoja de trabajo llena"))
            .required()
            .asked(&[When::Never]),
        Field::text("question").label(t("Question", "Pregunta")).asked(&[When::Never]),
    ],
)]);

/// The fields of an answer that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod answer_fields {
    use super::SHEET_ANSWER;
    use crate::model::handle::{LinkField, TextField};

    pub const VALUE: TextField = SHEET_ANSWER.text("value");
    pub const SHEET: LinkField = SHEET_ANSWER.link("sheet");
    pub const QUESTION: TextField = SHEET_ANSWER.text("question");
}

//! Whom the team wants to hear: the plan against which interviews are held.

use super::interview::{ROLES, VOICES};
use crate::model::field::{Choice, Field, When, choice};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use crate::partners::TYPES;

/// By what people are told apart in the plan: keys of the fields below.
pub static SIDES: &[Choice] = &[
    choice("voice", t("Voice", "Voz")),
    choice("role", t("Speaks as", "Habla como")),
    choice("organisation", t("Type of organisation", "Tipo de organización")),
    choice("neighbourhood", t("Neighbourhood", "Barrio")),
    choice("language", t("Language", "Idioma")),
];

/// A line of the plan: so many people of this sort shall be heard.
pub static WANTED: Kind = Kind::new(
    "wanted",
    t("Line of the plan", "Línea del plan"),
    t("Whom we want to hear", "A quién queremos escuchar"),
)
.add(t("Add to the plan", "Añadir al plan"))
.purpose(t(
    "How many people of each sort shall be heard, so that nobody is forgotten.",
    "Cuántas personas de cada tipo hay que escuchar, para no olvidar a nadie.",
))
.sections(&[Section::new(
    t("Line of the plan", "Línea del plan"),
    &[
        Field::choice("side", SIDES).label(t("Told apart by", "Se distinguen por")).required().chip(),
        Field::choice("voice", VOICES).label(t("Voice", "Voz")).required().asked(&[When::Is("side", &["voice"])]),
        Field::choice("role", ROLES)
            .label(t("Speaks as", "Habla como"))
            .required()
            .asked(&[When::Is("side", &["role"])]),
        Field::choice("organisation", TYPES)
            .label(t("Type of organisation", "Tipo de organización"))
            .required()
            .asked(&[When::Is("side", &["organisation"])]),
        Field::text("neighbourhood")
            .label(t("Neighbourhood", "Barrio"))
            .required()
            .asked(&[When::Is("side", &["neighbourhood"])]),
        Field::choice("language", LANGUAGES)
            .label(t("Language", "Idioma"))
            .required()
            .asked(&[When::Is("side", &["language"])]),
        Field::number("people", 1.0, 10_000.0)
            .whole()
            .label(t("How many people", "Cuántas personas"))
            .required()
            .in_line(),
        Field::text("note").label(t("Why", "Por qué")).title(),
    ],
)]);

/// The fields of a line of the plan that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::WANTED;
    use crate::model::handle::{NumberField, TextField};

    pub const SIDE: TextField = WANTED.text("side");
    pub const VOICE: TextField = WANTED.text("voice");
    pub const ROLE: TextField = WANTED.text("role");
    pub const ORGANISATION: TextField = WANTED.text("organisation");
    pub const NEIGHBOURHOOD: TextField = WANTED.text("neighbourhood");
    pub const LANGUAGE: TextField = WANTED.text("language");
    pub const PEOPLE: NumberField = WANTED.number("people");
}

/// People told apart by whose voice they are.
pub const BY_VOICE: &str = fields::VOICE.key();
/// People told apart by what they speak as.
pub const BY_ROLE: &str = fields::ROLE.key();
/// People told apart by the type of their organization.
pub const BY_ORGANISATION: &str = fields::ORGANISATION.key();
/// People told apart by where they live.
pub const BY_NEIGHBOURHOOD: &str = fields::NEIGHBOURHOOD.key();
/// People told apart by their language.
pub const BY_LANGUAGE: &str = fields::LANGUAGE.key();

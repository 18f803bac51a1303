//! Whom the team wants to hear: the plan against which interviews are held.

use super::interview::{ROLES, VOICES};
use crate::interviews::words;
use crate::model::field::{Choice, Field, When, choice};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::record::Record;
use crate::model::show;
use crate::model::text::{Lang, t};
use crate::partners::TYPES;

/// By what people are told apart in the plan: keys of the fields below.
pub static SIDES: &[Choice] = &[
    choice("voice", t("Voice", "Voz")),
    choice("role", t("Role", "Participa como")),
    choice("organisation", t("Type of organization", "Tipo de organización")),
    choice("neighbourhood", t("Neighborhood", "Barrio")),
    choice("language", t("Language", "Idioma")),
];

/// A line of the plan: so many people of this sort shall be heard.
pub static WANTED: Kind = Kind::new(
    "wanted",
    t("Group in the plan", "Grupo del plan"),
    t("Who we want to hear from", "A quién queremos escuchar"),
)
.add(t("Add to the plan", "Agregar al plan"))
.purpose(t(
    "How many people of each group you want to hear from, so no one is forgotten.",
    "A cuántas personas de cada grupo quiere escuchar, para no olvidar a nadie.",
))
.sections(&[Section::new(
    t("Group in the plan", "Grupo del plan"),
    &[
        Field::choice("side", SIDES).label(t("Group", "Grupo")).required().chip(),
        Field::choice("voice", VOICES).label(t("Voice", "Voz")).required().asked(&[When::Is("side", &["voice"])]),
        Field::choice("role", ROLES)
            .label(t("Role", "Participa como"))
            .required()
            .asked(&[When::Is("side", &["role"])]),
        Field::choice("organisation", TYPES)
            .label(t("Type of organization", "Tipo de organización"))
            .required()
            .asked(&[When::Is("side", &["organisation"])]),
        Field::text("neighbourhood")
            .label(t("Neighborhood", "Barrio"))
            .required()
            .asked(&[When::Is("side", &["neighbourhood"])]),
        Field::choice("language", LANGUAGES)
            .label(t("Language", "Idioma"))
            .required()
            .asked(&[When::Is("side", &["language"])]),
        Field::number("people", 1.0, 10_000.0).whole().label(t("How many people", "Cuántas personas")).required(),
        Field::text("note").label(t("Why", "Por qué")).title(),
    ],
)]);

/// What a line of the plan is called: who, and how many of them.
pub fn named(record: &Record, lang: Lang) -> Option<String> {
    let field = WANTED.field(fields::SIDE.of(record)?)?;
    let who = show::show(field, record.get(field.key)?, lang, &|_, _| None);
    let people = fields::PEOPLE.whole_of(record).filter(|_| !who.is_empty());
    Some(match people {
        Some(people) => words::GROUP_OF.with("who", who).with("people", people).say(lang),
        None => who,
    })
}

/// The fields of a line of the plan that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::WANTED;
    use crate::model::handle::{NumberField, TextField};

    pub const SIDE: TextField = WANTED.text("side");
    pub const VOICE: TextField = WANTED.text("voice");
    pub const ROLE: TextField = WANTED.text("role");
    pub const ORGANIZATION: TextField = WANTED.text("organisation");
    pub const NEIGHBORHOOD: TextField = WANTED.text("neighbourhood");
    pub const LANGUAGE: TextField = WANTED.text("language");
    pub const PEOPLE: NumberField = WANTED.number("people");
}

/// People told apart by whose voice they are.
pub const BY_VOICE: &str = fields::VOICE.key();
/// People told apart by what they speak as.
pub const BY_ROLE: &str = fields::ROLE.key();
/// People told apart by the type of their organization.
pub const BY_ORGANIZATION: &str = fields::ORGANIZATION.key();
/// People told apart by where they live.
pub const BY_NEIGHBORHOOD: &str = fields::NEIGHBORHOOD.key();
/// People told apart by their language.
pub const BY_LANGUAGE: &str = fields::LANGUAGE.key();

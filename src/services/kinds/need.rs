//! A need that the team added to those that come with the app, such as diapers.

use crate::model::field::Field;
use crate::model::kind::{Kind, Section};
use crate::model::text::t;
use crate::services::needs::NEEDS;

/// A need in the team's own list.
pub static NEED: Kind = Kind::new("need", t("Need", "Necesidad"), t("Needs", "Necesidades"))
    .add(t("New need", "Nueva necesidad"))
    .purpose(t(
        "What people ask for, by your own names, beside the needs that come with the app.",
        "Qué pide la gente, con los nombres que usa su equipo, además de las necesidades que ya trae la aplicación.",
    ))
    .sections(&[Section::new(
        t("Need", "Necesidad"),
        &[
            Field::text("name").label(t("In English", "En inglés")).required().title().in_spanish("name_es").public(),
            Field::text("name_es").label(t("In Spanish", "En español")).searchable().public(),
            Field::choice("part_of", NEEDS).label(t("Part of", "Forma parte de")).filter().in_line(),
            Field::text("words")
                .label(t("Other words for it, in English", "Otras palabras para decirlo, en inglés"))
                .help(t("With commas between: “diapers, wipes”.", "Con comas: “diapers, wipes”."))
                .searchable(),
            Field::text("words_es")
                .label(t("Other words for it, in Spanish", "Otras palabras para decirlo, en español"))
                .help(t("With commas between: “pañales, toallitas”.", "Con comas: “pañales, toallitas”."))
                .searchable(),
            Field::text("open_eligibility").label(t("Code in Open Eligibility", "Código en Open Eligibility")),
            Field::text("la211").label(t("Code in the 211 taxonomy", "Código en la taxonomía del 211")),
        ],
    )]);

/// The fields of a need that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::NEED;
    use crate::model::handle::TextField;

    pub const NAME: TextField = NEED.text("name");
    pub const NAME_ES: TextField = NEED.text("name_es");
    pub const PART_OF: TextField = NEED.text("part_of");
    pub const WORDS: TextField = NEED.text("words");
    pub const WORDS_ES: TextField = NEED.text("words_es");
}

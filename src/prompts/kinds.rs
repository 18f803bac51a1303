//! A prompt, and when it was used.

use crate::model::field::{Choice, Field, Start, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// For whom a prompt is.
pub static AGES: &[Choice] = &[
    choice("all", t("All ages", "Todas las edades")),
    choice("children", t("Children", "Niñas y niños")),
    choice("teens", t("Teens", "Jóvenes")),
    choice("adults", t("Adults", "Personas adultas")),
    choice("families", t("Families together", "Familias juntas")),
];

/// A prompt or icebreaker.
pub static PROMPT: Kind =
    Kind::new("prompt", t("Prompt", "Pregunta para conversar"), t("Prompts", "Preguntas para conversar"))
        .add(t("New prompt", "Nueva pregunta para conversar"))
        .purpose(t(
            "Asking the right question can make all the difference!",
            "¡Hacer la pregunta correcta puede cambiarlo todo!",
        ))
        .sections(&[
            Section::new(
                t("The question", "La pregunta"),
                &[
                    Field::long_text("en").label(t("In English", "En inglés")).required().title().in_spanish("es"),
                    Field::long_text("es")
                        .label(t("In Spanish", "En español"))
                        .help(t("Leave blank to show the English.", "En blanco: se muestra en inglés."))
                        .searchable(),
                    Field::choice("age", AGES).label(t("Who it is for", "Para quién es")).filter().chip(),
                    Field::text("tags")
                        .label(t("Tags", "Etiquetas"))
                        .help(t("With commas between: “quick, in pairs”.", "Con comas: “rápida, en parejas”."))
                        .searchable()
                        .in_line(),
                ],
            ),
            Section::new(
                t("Remember to consider:", "Recuerde considerar:"),
                &[
                    Field::yes_no("inclusive").label(t(
                        "Is this question inclusive of the experience of all who will gather?",
                        "¿Esta pregunta incluye la experiencia de todas las personas que se reunirán?",
                    )),
                    Field::yes_no("age_appropriate").label(t("Is it age appropriate?", "¿Es adecuada para la edad?")),
                    Field::yes_no("presumes")
                        .label(t("Do you presume anything in your question?", "¿Da algo por hecho en su pregunta?")),
                    Field::long_text("thoughts")
                        .label(t("What to keep in mind", "Qué tener presente"))
                        .searchable()
                        .private(),
                ],
            ),
        ]);

/// The fields of a prompt that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod prompt_fields {
    use super::PROMPT;
    use crate::model::handle::{TextField, YesNoField};

    pub const EN: TextField = PROMPT.text("en");
    pub const ES: TextField = PROMPT.text("es");
    pub const AGE: TextField = PROMPT.text("age");
    pub const TAGS: TextField = PROMPT.text("tags");
    pub const INCLUSIVE: YesNoField = PROMPT.yes_no("inclusive");
    pub const AGE_APPROPRIATE: YesNoField = PROMPT.yes_no("age_appropriate");
    pub const PRESUMES: YesNoField = PROMPT.yes_no("presumes");
}

/// When a prompt was used, and how it went.
pub static PROMPT_USE: Kind = Kind::new(
    "prompt_use",
    t("Use of a prompt", "Uso de una pregunta para conversar"),
    t("Uses of prompts", "Usos de preguntas para conversar"),
)
.add(t("Used it", "La usé"))
.purpose(t("When prompts were used, and how it went.", "Cuándo se usaron las preguntas y cómo salió."))
.about("prompt")
.granted(&[Needs::With("prompt")])
.sections(&[Section::new(
    t("Use of a prompt", "Uso de una pregunta para conversar"),
    &[
        Field::link("prompt", "prompt").label(t("Prompt", "Pregunta para conversar")).required(),
        Field::date("on").label(t("Used on", "Se usó el")).required().start(Start::Now).in_line(),
        Field::link("event", "event").label(t("At which event", "En qué evento")).in_line(),
        Field::long_text("went").label(t("How it went", "Cómo salió")).title().searchable().private(),
        Field::link("staff", "staff").label(t("Library staff", "Personal de la biblioteca")).start(Start::Me).in_line(),
    ],
)]);

/// The fields of a use that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod use_fields {
    use super::PROMPT_USE;
    use crate::model::handle::{LinkField, TextField};

    pub const PROMPT: LinkField = PROMPT_USE.link("prompt");
    pub const ON: TextField = PROMPT_USE.text("on");
    pub const WENT: TextField = PROMPT_USE.text("went");
    pub const STAFF: LinkField = PROMPT_USE.link("staff");
}

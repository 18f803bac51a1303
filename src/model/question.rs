//! A question of a guide: what is asked, in the team's own words and both languages.
//!
//! A question that a kind declares has a record only once the team has changed it; `slot` says which one it is. All
//! others are the team's own. How they become fields of a form stands in [`super::guide`].

use super::field::{Choice, Field, Start, When, choice};
use super::kind::{Kind, Needs, Section};
use super::text::t;

/// Several answers of those offered.
pub const SEVERAL: &str = "choices";
/// One answer of those offered.
pub const ONE: &str = "choice";

/// A step on a scale from one to five.
pub const SCALE: &str = "scale";
/// Several short answers, one on each line.
pub const LIST: &str = "list";
/// Where a question of an interview is asked.
pub const INTERVIEW: &str = "interview";

/// How a question is answered.
pub static MANNERS: &[Choice] = &[
    choice(SEVERAL, t("Tap several answers", "Tocar varias respuestas")),
    choice(ONE, t("Tap one answer", "Tocar una respuesta")),
    choice("yes_no", t("Yes or no", "Sí o no")),
    choice("number", t("A number", "Un número")),
    choice("date", t("A date", "Una fecha")),
    choice("text", t("A few words", "Unas palabras")),
    choice("long_text", t("In their own words, at length", "Con sus palabras, sin límite")),
    choice(SCALE, t("A step from one to five", "Un escalón del uno al cinco")),
    choice(LIST, t("Several short answers, one on each line", "Varias respuestas cortas, una en cada línea")),
];

/// Where a question is asked: the kinds with a guide.
pub static ASKED_IN: &[Choice] =
    &[choice("visit", t("At the door", "En la puerta")), choice(INTERVIEW, t("In an interview", "En una entrevista"))];

/// A form asks for it only in a question of an interview.
static IN_INTERVIEWS: &[When] = &[When::Is("asked_in", &[INTERVIEW])];

/// A question.
pub static QUESTION: Kind = Kind::new("question", t("Question", "Pregunta"), t("Questions", "Preguntas"))
    .add(t("New question", "Nueva pregunta"))
    .purpose(t(
        "What is asked at the door, in the team’s own words.",
        "Qué se pregunta en la puerta, con las palabras del equipo.",
    ))
    .granted(&[Needs::With("of_guide")])
    .sections(&[Section::new(
        t("Question", "Pregunta"),
        &[
            Field::text("en").label(t("In English", "En inglés")).required().title(),
            Field::text("es")
                .label(t("In Spanish", "En español"))
                .help(t("Without it, the English words are shown.", "Sin esto se muestran las palabras en inglés."))
                .in_line()
                .searchable(),
            Field::choice("answer", MANNERS)
                .label(t("How it is answered", "Cómo se responde"))
                .help(t(
                    "It stays so once the question is there, because answers are kept in this form.",
                    "Queda así cuando la pregunta existe, porque las respuestas se guardan en esta forma.",
                ))
                .required()
                .asked(&[When::New, When::Blank("slot")])
                .start(Start::Choice(SEVERAL))
                .chip(),
            Field::answers("answers")
                .label(t("Answers to choose from", "Respuestas para elegir"))
                .required()
                .asked(&[When::Is("answer", &[SEVERAL, ONE])]),
            Field::text("low")
                .label(t("What one means", "Qué significa el uno"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("low_es")
                .label(t("What one means, in Spanish", "Qué significa el uno, en español"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("high")
                .label(t("What five means", "Qué significa el cinco"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("high_es")
                .label(t("What five means, in Spanish", "Qué significa el cinco, en español"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("part").label(t("Section", "Sección")).asked(IN_INTERVIEWS),
            Field::text("part_es").label(t("Section, in Spanish", "Sección, en español")).asked(IN_INTERVIEWS),
            Field::text("help").label(t("Help for whoever asks", "Ayuda para quien pregunta")).asked(IN_INTERVIEWS),
            Field::text("help_es")
                .label(t("Help for whoever asks, in Spanish", "Ayuda para quien pregunta, en español"))
                .asked(IN_INTERVIEWS),
            Field::long_text("prompts")
                .label(t("To ask further", "Para seguir preguntando"))
                .help(t("One on each line.", "Una en cada línea."))
                .asked(IN_INTERVIEWS),
            Field::long_text("prompts_es")
                .label(t("To ask further, in Spanish", "Para seguir preguntando, en español"))
                .help(t("One on each line.", "Una en cada línea."))
                .asked(IN_INTERVIEWS),
            Field::yes_no("left_out").label(t("Leave it out for now", "Omitirla por ahora")).help(t(
                "What was answered before stays and is still counted.",
                "Lo que ya se respondió se conserva y se sigue contando.",
            )),
            Field::choice("asked_in", ASKED_IN)
                .label(t("Where it is asked", "Dónde se pregunta"))
                .asked(&[When::Never])
                .start(Start::Choice("visit")),
            Field::text("slot")
                .label(t("The question it words anew", "La pregunta que reformula"))
                .asked(&[When::Never]),
            Field::link("of_guide", "interview_guide").label(t("Guide", "Guía")).asked(&[When::Never]),
            // Asked only after one of these answers, by their keys with a space between, to the question of this key.
            Field::text("after")
                .label(t("Only after this question", "Solo después de esta pregunta"))
                .asked(&[When::Never]),
            Field::text("after_answers")
                .label(t("And only after these answers", "Y solo después de estas respuestas"))
                .asked(&[When::Never]),
            Field::number("order", -1e9, 1e9).label(t("Place in the guide", "Lugar en la guía")).asked(&[When::Never]),
        ],
    )]);

/// The fields of a question that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::QUESTION;
    use crate::model::handle::{LinkField, NumberField, PartsField, TextField, YesNoField};

    pub const EN: TextField = QUESTION.text("en");
    pub const ES: TextField = QUESTION.text("es");
    pub const ANSWER: TextField = QUESTION.text("answer");
    pub const LOW: TextField = QUESTION.text("low");
    pub const LOW_ES: TextField = QUESTION.text("low_es");
    pub const HIGH: TextField = QUESTION.text("high");
    pub const HIGH_ES: TextField = QUESTION.text("high_es");
    pub const PART: TextField = QUESTION.text("part");
    pub const PART_ES: TextField = QUESTION.text("part_es");
    pub const HELP: TextField = QUESTION.text("help");
    pub const HELP_ES: TextField = QUESTION.text("help_es");
    pub const PROMPTS: TextField = QUESTION.text("prompts");
    pub const PROMPTS_ES: TextField = QUESTION.text("prompts_es");
    pub const ASKED_IN: TextField = QUESTION.text("asked_in");
    pub const SLOT: TextField = QUESTION.text("slot");
    pub const AFTER: TextField = QUESTION.text("after");
    pub const AFTER_ANSWERS: TextField = QUESTION.text("after_answers");
    pub const OF_GUIDE: LinkField = QUESTION.link("of_guide");
    pub const ANSWERS: PartsField = QUESTION.parts("answers");
    pub const LEFT_OUT: YesNoField = QUESTION.yes_no("left_out");
    pub const ORDER: NumberField = QUESTION.number("order");
}

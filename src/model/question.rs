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
    choice("long_text", t("In their own words, as long as needed", "Con sus palabras, sin límite")),
    choice(SCALE, t("A number from one to five", "Un número del uno al cinco")),
    choice(LIST, t("Several short answers, one per line", "Varias respuestas cortas, una por línea")),
];

/// Where a question stands on a worksheet.
pub const WORKSHEET: &str = "worksheet";

/// Where a question is asked: the kinds with a guide, in interviews, and on worksheets.
pub static ASKED_IN: &[Choice] = &[
    choice("visit", t("At the door", "En la puerta")),
    choice(INTERVIEW, t("In an interview", "En una entrevista")),
    choice(WORKSHEET, t("On a worksheet", "En una hoja de trabajo")),
];

/// A form asks for it only in a question of an interview.
static IN_INTERVIEWS: &[When] = &[When::Is("asked_in", &[INTERVIEW])];

/// Where questions stand in sections.
static IN_SECTIONS: &[When] = &[When::Is("asked_in", &[INTERVIEW, WORKSHEET])];
/// A worksheet is answered in words alone, so nobody is asked how.
const WHERE_IT_VARIES: When = When::Is("asked_in", &["visit", INTERVIEW]);

/// A question.
pub static QUESTION: Kind = Kind::new("question", t("Question", "Pregunta"), t("Questions", "Preguntas"))
    .add(t("New question", "Nueva pregunta"))
    .purpose(t(
        "What you ask at the door, in the team’s own words.",
        "Lo que se pregunta en la puerta, con las palabras del equipo.",
    ))
    .granted(&[Needs::With("of_guide"), Needs::With("of_sheet")])
    .sections(&[Section::new(
        t("Question", "Pregunta"),
        &[
            Field::text("en").label(t("In English", "En inglés")).required().title(),
            Field::text("es")
                .label(t("In Spanish", "En español"))
                .help(t("Leave blank to show the English.", "En blanco: se muestra en inglés."))
                .in_line()
                .searchable(),
            Field::choice("answer", MANNERS)
                .label(t("How it is answered", "Cómo se responde"))
                .help(t(
                    "This can’t be changed later, because answers are stored this way.",
                    "Después no se puede cambiar, porque las respuestas se guardan así.",
                ))
                .required()
                .asked(&[When::New, When::Blank("slot"), WHERE_IT_VARIES])
                .start(Start::Choice(SEVERAL))
                .chip(),
            Field::answers("answers")
                .label(t("Answers to choose from", "Respuestas para elegir"))
                .required()
                .asked(&[When::Is("answer", &[SEVERAL, ONE])]),
            Field::text("low").label(t("What 1 means", "Qué significa el 1")).asked(&[When::Is("answer", &[SCALE])]),
            Field::text("low_es")
                .label(t("What 1 means, in Spanish", "Qué significa el 1, en español"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("high").label(t("What 5 means", "Qué significa el 5")).asked(&[When::Is("answer", &[SCALE])]),
            Field::text("high_es")
                .label(t("What 5 means, in Spanish", "Qué significa el 5, en español"))
                .asked(&[When::Is("answer", &[SCALE])]),
            Field::text("part").label(t("Section", "Sección")).asked(IN_SECTIONS),
            Field::text("part_es").label(t("Section, in Spanish", "Sección, en español")).asked(IN_SECTIONS),
            Field::text("help").label(t("Tip for the interviewer", "Consejo para quien pregunta")).asked(IN_INTERVIEWS),
            Field::text("help_es")
                .label(t("Tip for the interviewer, in Spanish", "Consejo para quien pregunta, en español"))
                .asked(IN_INTERVIEWS),
            Field::long_text("prompts")
                .label(t("Follow-up questions", "Preguntas de seguimiento"))
                .help(t("One per line.", "Una por línea."))
                .asked(IN_INTERVIEWS),
            Field::long_text("prompts_es")
                .label(t("Follow-up questions, in Spanish", "Preguntas de seguimiento, en español"))
                .help(t("One per line.", "Una por línea."))
                .asked(IN_INTERVIEWS),
            Field::yes_no("left_out").label(t("Hide it for now", "Ocultarla por ahora")).help(t(
                "Earlier answers are kept and still counted.",
                "Las respuestas anteriores se conservan y se siguen contando.",
            )),
            Field::choice("asked_in", ASKED_IN)
                .label(t("Where you ask it", "Dónde se pregunta"))
                .asked(&[When::Never])
                .start(Start::Choice("visit")),
            Field::text("slot").label(t("Replaces the question", "Reemplaza la pregunta")).asked(&[When::Never]),
            Field::link("of_guide", "interview_guide").label(t("Guide", "Guía")).asked(&[When::Never]),
            Field::link("of_sheet", "worksheet").label(t("Worksheet", "Hoja de trabajo")).asked(&[When::Never]),
            // Asked only after one of these answers, by their keys with a space between, to the question of this key.
            Field::text("after")
                .label(t("Ask only after this question", "Solo después de esta pregunta"))
                .asked(&[When::Never]),
            Field::text("after_answers")
                .label(t("And only after these answers", "Y solo después de estas respuestas"))
                .asked(&[When::Never]),
            Field::number("order", -1e9, 1e9).label(t("Order in the guide", "Orden en la guía")).asked(&[When::Never]),
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
    pub const OF_SHEET: LinkField = QUESTION.link("of_sheet");
    pub const ANSWERS: PartsField = QUESTION.parts("answers");
    pub const LEFT_OUT: YesNoField = QUESTION.yes_no("left_out");
    pub const ORDER: NumberField = QUESTION.number("order");
}

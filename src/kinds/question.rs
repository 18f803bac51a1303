//! A question of a guide: what is asked, in the team's own words and both languages.
//!
//! A question that a kind declares has a record only once the team has changed it; `slot` says which one it is. All
//! others are the team's own. How they become fields of a form stands in [`super::guide`].

use crate::domain::field::{Choice, Field, Start, When, choice};
use crate::domain::kind::{Kind, Section};
use crate::domain::text::t;

/// Several answers of those offered.
pub const SEVERAL: &str = "choices";
/// One answer of those offered.
pub const ONE: &str = "choice";

/// How a question is answered.
pub static MANNERS: &[Choice] = &[
    choice(SEVERAL, t("Tap several answers", "Tocar varias respuestas")),
    choice(ONE, t("Tap one answer", "Tocar una respuesta")),
    choice("yes_no", t("Yes or no", "Sí o no")),
    choice("number", t("A number", "Un número")),
    choice("date", t("A date", "Una fecha")),
    choice("text", t("A few words", "Unas palabras")),
    choice("long_text", t("In their own words, at length", "Con sus palabras, sin límite")),
];

/// Where a question is asked: the kinds with a guide.
pub static ASKED_IN: &[Choice] = &[choice("visit", t("At the door", "En la puerta"))];

/// A question.
pub static QUESTION: Kind = Kind {
    id: "question",
    name: t("Question", "Pregunta"),
    plural: t("Questions", "Preguntas"),
    new: t("New question", "Nueva pregunta"),
    purpose: t(
        "What is asked at the door, in the team’s own words.",
        "Qué se pregunta en la puerta, con las palabras del equipo.",
    ),
    about: None,
    follow_up: None,
    kept_for: None,
    sections: &[Section {
        name: t("Question", "Pregunta"),
        aloud: false,
        guide: false,
        fields: &[
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
            Field::number("order", -1e9, 1e9).label(t("Place in the guide", "Lugar en la guía")).asked(&[When::Never]),
        ],
    }],
};

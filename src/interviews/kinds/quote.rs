//! What was said, word for word, and what it is about: quotes, the themes of the code book, and who saw which theme in
//! which quote.

use super::interview::QUOTES;
use crate::model::field::{Field, Start, When};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// The most characters of a note that an offset can point into.
const MOST: f64 = 1e9;

/// A quote from a note or from a recording.
pub static QUOTE: Kind = Kind::new("quote", t("Quote", "Cita"), t("Quotes", "Citas"))
    .add(t("New quote", "Nueva cita"))
    .purpose(t("Passages of interviews, word for word.", "Pasajes de las entrevistas, palabra por palabra."))
    .granted(&[Needs::Grant(QUOTES), Needs::With("said"), Needs::With("recording"), Needs::With("interview")])
    .sections(&[Section::new(
        t("Quote", "Cita"),
        &[
            Field::long_text("words").label(t("Word for word", "Palabra por palabra")).required().title().private(),
            Field::long_text("shown")
                .label(t("As it is printed in the report", "Como se imprime en el informe"))
                .help(t(
                    "Without names, addresses and numbers that show who it was. Leave blank to print it word for word.",
                    "Sin nombres, direcciones ni números que digan quién fue. En blanco: palabra por palabra.",
                ))
                .private(),
            Field::link("speaker", "speaker").label(t("Who said it", "Quién lo dijo")).private(),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required().asked(&[When::Never]),
            Field::text("question").label(t("Question", "Pregunta")).asked(&[When::Never]),
            // The passage: characters (Unicode scalar values) of the note from `from` up to, not with, `to`.
            Field::link("said", "said").label(t("Line of notes", "Línea de notas")).asked(&[When::Never]),
            Field::number("from", 0.0, MOST)
                .whole()
                .label(t("From character", "Desde el carácter"))
                .asked(&[When::Never]),
            Field::number("to", 0.0, MOST).whole().label(t("To character", "Hasta el carácter")).asked(&[When::Never]),
            // What stands around it, by which it is found again when the note has changed. Quotes from before this was
            // noted have neither.
            Field::long_text("prefix")
                .label(t("Words before it", "Palabras anteriores"))
                .asked(&[When::Never])
                .private(),
            Field::long_text("suffix")
                .label(t("Words after it", "Palabras siguientes"))
                .asked(&[When::Never])
                .private(),
            Field::link("recording", "recording").label(t("Recording", "Grabación")).asked(&[When::Never]),
            Field::number("second", 0.0, MOST).label(t("From second", "Desde el segundo")).asked(&[When::Never]),
            Field::number("until", 0.0, MOST).label(t("To second", "Hasta el segundo")).asked(&[When::Never]),
        ],
    )]);

/// The fields of a quote that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod quote_fields {
    use super::QUOTE;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const WORDS: TextField = QUOTE.text("words");
    pub const SHOWN: TextField = QUOTE.text("shown");
    pub const QUESTION: TextField = QUOTE.text("question");
    pub const PREFIX: TextField = QUOTE.text("prefix");
    pub const SUFFIX: TextField = QUOTE.text("suffix");
    pub const SPEAKER: LinkField = QUOTE.link("speaker");
    pub const INTERVIEW: LinkField = QUOTE.link("interview");
    pub const SAID: LinkField = QUOTE.link("said");
    pub const RECORDING: LinkField = QUOTE.link("recording");
    pub const FROM: NumberField = QUOTE.number("from");
    pub const TO: NumberField = QUOTE.number("to");
    pub const SECOND: NumberField = QUOTE.number("second");
    pub const UNTIL: NumberField = QUOTE.number("until");
}

/// A theme of the code book.
pub static THEME: Kind = Kind::new("theme", t("Theme", "Tema"), t("Themes", "Temas"))
    .add(t("New theme", "Nuevo tema"))
    .purpose(t(
        "Themes people bring up, and what each one means.",
        "Temas que menciona la gente y qué significa cada uno.",
    ))
    .sections(&[Section::new(
        t("Theme", "Tema"),
        &[
            Field::text("name").label(t("In English", "En inglés")).required().title().in_spanish("name_es"),
            Field::text("name_es").label(t("In Spanish", "En español")).searchable(),
            Field::long_text("definition")
                .label(t("What it means", "Qué significa"))
                .help(t(
                    "When it fits a quote and when it does not, so two people tag the same way.",
                    "Cuándo corresponde a una cita y cuándo no, para que dos personas etiqueten igual.",
                ))
                .searchable()
                .in_line(),
            Field::long_text("definition_es")
                .label(t("What it means, in Spanish", "Qué significa, en español"))
                .searchable(),
            Field::link("under", "theme").label(t("Part of", "Parte de")),
            Field::link("same_as", "theme").label(t("Same theme as", "El mismo tema que")),
        ],
    )]);

/// The fields of a theme that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod theme_fields {
    use super::THEME;
    use crate::model::handle::{LinkField, TextField};

    pub const NAME: TextField = THEME.text("name");
    pub const NAME_ES: TextField = THEME.text("name_es");
    pub const DEFINITION: TextField = THEME.text("definition");
    pub const DEFINITION_ES: TextField = THEME.text("definition_es");
    pub const UNDER: LinkField = THEME.link("under");
}

/// Somebody saw a theme in a quote, or saw that it is not there. Named after all three, so that it can be taken back
/// and so that two people never overwrite each other.
pub static CODING: Kind =
    Kind::new("coding", t("Theme tag", "Etiqueta de tema"), t("Theme tags", "Etiquetas de temas"))
        .add(t("New tag", "Nueva etiqueta"))
        .purpose(t("Who tagged which quote with which theme.", "Quién puso qué etiqueta a qué cita."))
        .granted(&[Needs::With("quote"), Needs::With("theme")])
        .sections(&[Section::new(
            t("Theme tag", "Etiqueta de tema"),
            &[
                Field::link("quote", "quote").label(t("Quote", "Cita")).required(),
                Field::link("theme", "theme").label(t("Theme", "Tema")).required().in_line(),
                Field::link("staff", "staff").label(t("Library staff", "Personal de la biblioteca")).start(Start::Me),
                Field::yes_no("fits").label(t("It fits", "Corresponde")),
                Field::text("note").label(t("Why", "Por qué")).title().private(),
            ],
        )]);

/// The fields of a mark of a theme that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod coding_fields {
    use super::CODING;
    use crate::model::handle::{LinkField, YesNoField};

    pub const QUOTE: LinkField = CODING.link("quote");
    pub const THEME: LinkField = CODING.link("theme");
    pub const STAFF: LinkField = CODING.link("staff");
    pub const FITS: YesNoField = CODING.yes_no("fits");
}

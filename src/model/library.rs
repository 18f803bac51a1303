//! The library that all this is done for: what stands at the head of whatever is printed. It is one record, the same on
//! every tablet, so it is set once for the whole team.

use super::field::{Choice, Field, choice};
use super::kind::{Kind, Section};
use super::text::t;

/// The library.
pub static LIBRARY: Kind = Kind::new("library", t("Library", "Biblioteca"), t("Libraries", "Bibliotecas"))
    .add(t("Your library", "Su biblioteca"))
    .purpose(t(
        "The name and logo at the top of everything you print, for the whole team.",
        "El nombre y el logotipo que encabezan todo lo que se imprime, para todo el equipo.",
    ))
    .sections(&[
        Section::new(
            t("At the top of what you print", "Al inicio de lo que se imprime"),
            &[
                Field::text("name").label(t("Name of the library", "Nombre de la biblioteca")).required().title(),
                Field::text("line").label(t("Line below the name", "Línea debajo del nombre")).help(t(
                    "Department, phone, website: as it should be printed.",
                    "Departamento, teléfono, sitio web: tal como debe imprimirse.",
                )),
                Field::photo("logo").label(t("Logo", "Logotipo")),
            ],
        ),
        Section::new(
            t("Annual survey", "Encuesta anual"),
            &[Field::choice("survey_year", SURVEY_YEARS)
                .label(t("Year of the annual survey", "Año de la encuesta anual"))
                .help(t(
                    "The twelve months that your state asks about. Event totals follow it.",
                    "Los doce meses por los que pregunta su estado. Los totales de eventos lo siguen.",
                ))],
        ),
        Section::new(
            t("Health checks", "Revisiones periódicas"),
            &[Field::choice("review_every", REVIEW_EVERY)
                .label(t("How often to review each partner", "Cada cuánto revisar a cada socio"))
                .help(t(
                    "Today brings up partners whose relationship status nobody has reviewed for so long. Every 3 months where nothing is chosen.",
                    "En Hoy aparecen los socios cuyo estado nadie ha revisado en ese tiempo. Cada 3 meses si no se elige nada.",
                ))],
        ),
    ]);

/// How often partners are reviewed. (Seed 000: “Regularly track the relationship status of local partners”.)
pub static REVIEW_EVERY: &[Choice] = &[
    choice("month", t("Every month", "Cada mes")),
    choice("quarter", t("Every 3 months", "Cada 3 meses")),
    choice("half_year", t("Every 6 months", "Cada 6 meses")),
    choice("year", t("Once a year", "Una vez al año")),
    choice("never", t("Never", "Nunca")),
];

/// The years that states ask about.
pub static SURVEY_YEARS: &[Choice] = &[
    choice("january", t("January through December", "De enero a diciembre")),
    choice("july", t("July through June, as in Connecticut", "De julio a junio, como en Connecticut")),
    choice("october", t("October through September", "De octubre a septiembre")),
];

/// The fields of the library that code reads.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::LIBRARY;
    use crate::model::handle::TextField;

    pub const NAME: TextField = LIBRARY.text("name");
    pub const LINE: TextField = LIBRARY.text("line");
    pub const SURVEY_YEAR: TextField = LIBRARY.text("survey_year");
    pub const REVIEW_EVERY: TextField = LIBRARY.text("review_every");
    /// The key of the logo.
    pub const LOGO: &str = "logo";
}

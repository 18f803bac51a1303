//! One tap of the tally at an event: so many more of something. Taps are records of their own, so those of two tablets add
//! up by themselves, and nobody writes a sum.

use crate::model::field::{Choice, Field, Start, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// The most that one tap adds or takes away; more is a slip of the finger.
pub const MOST_AT_ONCE: i64 = 10_000;

/// The groups of people that are tallied, in the order of the buttons: those of the annual survey, and who was not asked.
pub static PEOPLE: &[&str] = &["ages_0_5", "ages_6_11", "ages_12_18", "ages_19", "age_unknown"];
/// Those of them that are children.
pub static CHILDREN: &[&str] = &["ages_0_5", "ages_6_11", "ages_12_18"];
/// Those of them that are adults.
pub static ADULTS: &[&str] = &["ages_19"];
/// The languages in which people are talked to.
pub static LANGUAGES: &[&str] = &["in_english", "in_spanish", "in_other"];
/// What comes of it.
pub static RESULTS: &[&str] = &["cards", "questions", "sign_ups"];

/// What is tallied.
pub static WHAT: &[Choice] = &[
    choice("ages_0_5", t("Ages 0–5", "De 0 a 5 años")),
    choice("ages_6_11", t("Ages 6–11", "De 6 a 11 años")),
    choice("ages_12_18", t("Ages 12–18", "De 12 a 18 años")),
    choice("ages_19", t("Ages 19 and older", "De 19 años en adelante")),
    choice("age_unknown", t("Age not asked", "Sin preguntar la edad")),
    choice("in_english", t("In English", "En inglés")),
    choice("in_spanish", t("In Spanish", "En español")),
    choice("in_other", t("In another language", "En otro idioma")),
    choice("cards", t("Cards made", "Tarjetas hechas")),
    choice("questions", t("Questions asked", "Preguntas hechas")),
    choice("sign_ups", t("Sign-ups", "Inscripciones")),
];

/// A tap of the tally.
pub static TALLY_MARK: Kind =
    Kind::new("tally_mark", t("Tally mark", "Marca del conteo"), t("Tally marks", "Marcas del conteo"))
        .add(t("New tally mark", "Nueva marca"))
        .purpose(t(
            "Every tap of the tally at an event. The sums are worked out from them.",
            "Cada toque del conteo en un evento. De ahí salen las sumas.",
        ))
        .about("event")
        .granted(&[Needs::With("event")])
        .sections(&[Section::new(
            t("Tally mark", "Marca del conteo"),
            &[
                Field::link("event", "event").label(t("Event", "Evento")).required().in_line(),
                Field::choice("what", WHAT).label(t("What is counted", "Qué se cuenta")).required().chip().filter(),
                #[expect(clippy::cast_precision_loss, reason = "it is small")]
                Field::number("by", -(MOST_AT_ONCE as f64), MOST_AT_ONCE as f64)
                    .whole()
                    .label(t("How many more", "Cuántos más"))
                    .required(),
                Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
                Field::link("staff", "staff").label(t("Library staff", "Personal de la biblioteca")).start(Start::Me),
                Field::text("note").label(t("Note", "Nota")).title(),
            ],
        )]);

/// The fields of a tap that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::TALLY_MARK;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const EVENT: LinkField = TALLY_MARK.link("event");
    pub const WHAT: TextField = TALLY_MARK.text("what");
    pub const BY: NumberField = TALLY_MARK.number("by");
    pub const WHEN: TextField = TALLY_MARK.text("when");
    pub const STAFF: LinkField = TALLY_MARK.link("staff");
}

//! Somebody of the library staffs a hub: who came, what they asked, what was given to them.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::handle::NumberField;
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// The highest tally that is accepted for one visit.
const MOST: f64 = 10_000.0;

/// What was held at the hub. (Seed 000: “hosting language classes, offering legal services or tax support”.)
pub static PROGRAMS: &[Choice] = &[
    choice("language_class", t("Language class", "Clase de idiomas")),
    choice("legal_help", t("Legal help", "Ayuda legal")),
    choice("tax_help", t("Tax help", "Ayuda con impuestos")),
    choice("story_time", t("Story time", "Hora de cuentos")),
    choice("other", t("Another program", "Otro programa")),
];

/// What is tallied by thumb during a visit, in the order of the buttons.
pub static TALLIED: [NumberField; 8] = [
    fields::ADULTS,
    fields::CHILDREN,
    fields::IN_ENGLISH,
    fields::IN_SPANISH,
    fields::IN_OTHER,
    fields::CARDS,
    fields::SIGN_UPS,
    fields::REFERRALS,
];

/// The time somebody staffs a hub.
pub static HUB_VISIT: Kind =
    Kind::new("hub_visit", t("Hub shift", "Turno en el punto"), t("Hub shifts", "Turnos en los puntos"))
        .add(t("Start a shift", "Empezar turno"))
        .purpose(t("Who came to the hub, and what they asked.", "Quién vino al punto y qué preguntó."))
        .about("hub")
        .granted(&[Needs::With("hub")])
        .sections(&[
            Section::new(
                t("Hub shift", "Turno en el punto"),
                &[
                    Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).required().in_line(),
                    Field::date_time("when").label(t("From", "Desde")).required().start(Start::Now).in_line(),
                    // Ending the shift says it; one that is written down later is kept first.
                    Field::date_time("until").label(t("To", "Hasta")).asked(&[When::Held(&["when"])]),
                    Field::link("staff", "staff")
                        .label(t("Library staff", "Personal de la biblioteca"))
                        .start(Start::Me)
                        .in_line(),
                ],
            ),
            Section::new(
                t("Who came", "Quién vino"),
                &[
                    Field::number("adults", 0.0, MOST).whole().label(t("Adults", "Adultos")),
                    Field::number("children", 0.0, MOST).whole().label(t("Children", "Niños")),
                    Field::number("in_english", 0.0, MOST).whole().label(t("In English", "En inglés")),
                    Field::number("in_spanish", 0.0, MOST).whole().label(t("In Spanish", "En español")),
                    Field::number("in_other", 0.0, MOST).whole().label(t("In another language", "En otro idioma")),
                ],
            ),
            Section::new(
                t("Results", "Resultados"),
                &[
                    Field::number("cards", 0.0, MOST).whole().label(t("Library cards", "Tarjetas de la biblioteca")),
                    Field::number("sign_ups", 0.0, MOST).whole().label(t("Sign-ups", "Inscripciones")),
                    Field::number("referrals", 0.0, MOST).whole().label(t("Referrals", "Referidos")),
                    Field::choices("programs", PROGRAMS).label(t("Programs held", "Programas realizados")),
                    Field::long_text("questions")
                        .label(t("What people asked", "Qué preguntó la gente"))
                        .searchable()
                        .private(),
                    Field::long_text("notes").label(t("Notes", "Notas")).title().private(),
                ],
            ),
        ]);

/// The fields of a time at a hub that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::HUB_VISIT;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const HUB: LinkField = HUB_VISIT.link("hub");
    pub const WHEN: TextField = HUB_VISIT.text("when");
    pub const UNTIL: TextField = HUB_VISIT.text("until");
    pub const STAFF: LinkField = HUB_VISIT.link("staff");
    pub const ADULTS: NumberField = HUB_VISIT.number("adults");
    pub const CHILDREN: NumberField = HUB_VISIT.number("children");
    pub const IN_ENGLISH: NumberField = HUB_VISIT.number("in_english");
    pub const IN_SPANISH: NumberField = HUB_VISIT.number("in_spanish");
    pub const IN_OTHER: NumberField = HUB_VISIT.number("in_other");
    pub const CARDS: NumberField = HUB_VISIT.number("cards");
    pub const SIGN_UPS: NumberField = HUB_VISIT.number("sign_ups");
    pub const REFERRALS: NumberField = HUB_VISIT.number("referrals");
}

//! Somebody asked for help and was told where to find it. It has no name, no link to a person and no free words.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use crate::services::needs::NEEDS;
use chrono::Weekday;

/// Where somebody asked.
pub static CHANNELS: &[Choice] = &[
    choice("desk", t("At the desk", "En el mostrador")),
    choice("door", t("At a door", "En una puerta")),
    choice("interview", t("In an interview", "En una entrevista")),
    choice("hub", t("At an access hub", "En un centro de acceso")),
    choice("phone", t("By phone", "Por teléfono")),
];

/// What they were offered.
pub static OFFERED: &[Choice] = &[
    choice("services", t("One or more services", "Uno o más servicios")),
    choice("nothing_open", t("Nothing was open for this", "No había nada abierto para esto")),
    choice("nothing_known", t("We know of nothing for this", "No conocemos nada para esto")),
];

/// Whether it helped.
pub static HELPED: &[Choice] = &[
    choice("yes", t("Yes", "Sí")),
    choice("partly", t("In part", "En parte")),
    choice("no", t("No", "No")),
    choice("not_known", t("Could not find out", "No se pudo saber")),
];

/// A referral.
pub static REFERRAL: Kind = Kind::new("referral", t("Referral", "Orientación"), t("Referrals", "Orientaciones"))
    .add(t("New referral", "Nueva orientación"))
    .purpose(t(
        "What people asked for and what could be offered, without names.",
        "Qué pidió la gente y qué se pudo ofrecer, sin nombres.",
    ))
    .sections(&[Section::new(
        t("Referral", "Orientación"),
        &[
            Field::choice("need", NEEDS).label(t("What was needed", "Qué se necesitaba")).required().filter().in_line(),
            // Nobody is asked for words: they could be somebody's name.
            Field::text("name").label(t("In one line", "En una línea")).title().asked(&[When::Never]),
            Field::link("own_need", "need").label(t("A need of your own list", "Una necesidad de su propia lista")),
            Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
            Field::choice("channel", CHANNELS).label(t("Where they asked", "Dónde preguntaron")).filter().in_line(),
            Field::choice("language", LANGUAGES).label(t("Language", "Idioma")).filter(),
            Field::choice("offered", OFFERED).label(t("What was offered", "Qué se ofreció")).filter().chip(),
            Field::link("service", "service").label(t("First service offered", "Primer servicio ofrecido")),
            Field::link("service_2", "service").label(t("Second service offered", "Segundo servicio ofrecido")),
            Field::link("service_3", "service").label(t("Third service offered", "Tercer servicio ofrecido")),
            Field::yes_no("call_back").label(t("A call back was agreed", "Se acordó volver a llamar")),
            Field::date("call_back_on")
                .label(t("Call back on", "Volver a llamar el"))
                .ahead(Weekday::Mon)
                .asked(&[When::Held(&["call_back"])]),
            Field::choice("helped", HELPED)
                .label(t("Did it help?", "¿Sirvió?"))
                .filter()
                .asked(&[When::Held(&["call_back"])]),
        ],
    )]);

/// The fields of a referral that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::REFERRAL;
    use crate::model::handle::{LinkField, TextField};

    pub const NEED: TextField = REFERRAL.text("need");
    pub const WHEN: TextField = REFERRAL.text("when");
    pub const CHANNEL: TextField = REFERRAL.text("channel");
    pub const LANGUAGE: TextField = REFERRAL.text("language");
    pub const OFFERED: TextField = REFERRAL.text("offered");
    pub const SERVICE: LinkField = REFERRAL.link("service");
}

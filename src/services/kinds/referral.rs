//! Somebody asked for help and was told where to find it. It has no name, no link to a person and no free words.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{FollowUp, Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use crate::services::needs::NEEDS;
use chrono::Weekday;

/// A need was heard at a door.
pub const AT_DOOR: &str = "door";
/// In an interview.
pub const IN_INTERVIEW: &str = "interview";
/// At an access hub.
pub const AT_HUB: &str = "hub";

/// Where somebody asked.
pub static CHANNELS: &[Choice] = &[
    choice("desk", t("At the desk", "En el mostrador")),
    choice(AT_DOOR, t("At a door", "En una puerta")),
    choice(IN_INTERVIEW, t("In an interview", "En una entrevista")),
    choice(AT_HUB, t("At an access hub", "En un punto de acceso")),
    choice("phone", t("By phone", "Por teléfono")),
];

/// They were offered services.
pub const OFFERED_SERVICES: &str = "services";
/// What is known was not open, or did not fit.
pub const NOTHING_OPEN: &str = "nothing_open";
/// Nothing is known for it.
pub const NOTHING_KNOWN: &str = "nothing_known";

/// What they were offered.
pub static OFFERED: &[Choice] = &[
    choice(OFFERED_SERVICES, t("One or more services", "Uno o más servicios")),
    choice(NOTHING_OPEN, t("Nothing was open for this", "No había nada abierto para esto")),
    choice(NOTHING_KNOWN, t("We know of nothing for this", "No conocemos nada para esto")),
];

/// Whether it helped.
pub static HELPED: &[Choice] = &[
    choice("yes", t("Yes", "Sí")),
    choice("partly", t("In part", "En parte")),
    choice("no", t("No", "No")),
    choice("not_known", t("They do not know", "No lo sabe")),
    choice("not_reached", t("Could not reach them", "No se pudo contactar")),
];

/// A referral.
pub static REFERRAL: Kind = Kind::new("referral", t("Referral", "Orientación"), t("Referrals", "Orientaciones"))
    .add(t("New referral", "Nueva orientación"))
    .purpose(t(
        "What people asked for and what could be offered, without names.",
        "Qué pidió la gente y qué se pudo ofrecer, sin nombres.",
    ))
    .follow_up(FollowUp {
        step: "name",
        by: "call_back_on",
        done: "call_back_done",
        name: t("Call back", "Volver a llamar"),
        kept_by_next: false,
    })
    .sections(&[Section::new(
        t("Referral", "Orientación"),
        &[
            Field::choice("need", NEEDS).label(t("What was needed", "Qué se necesitaba")).required().filter(),
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
            Field::yes_no("call_back").label(t("A call back was agreed", "Se acordó volver a llamar")).help(t(
                "Only the day is kept here, no name and no number.",
                "Aquí solo se guarda el día, ni nombre ni número.",
            )),
            Field::date("call_back_on")
                .label(t("Call back on", "Volver a llamar el"))
                .ahead(Weekday::Mon)
                .asked(&[When::Held(&["call_back"])]),
            Field::yes_no("call_back_done").label(t("Called back", "Ya se llamó")).asked(&[When::Held(&["call_back"])]),
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
    use crate::model::handle::{LinkField, TextField, YesNoField};

    pub const NEED: TextField = REFERRAL.text("need");
    pub const OWN_NEED: LinkField = REFERRAL.link("own_need");
    pub const WHEN: TextField = REFERRAL.text("when");
    pub const CHANNEL: TextField = REFERRAL.text("channel");
    pub const LANGUAGE: TextField = REFERRAL.text("language");
    pub const OFFERED: TextField = REFERRAL.text("offered");
    pub const SERVICE: LinkField = REFERRAL.link("service");
    pub const SERVICE_2: LinkField = REFERRAL.link("service_2");
    pub const SERVICE_3: LinkField = REFERRAL.link("service_3");
    /// What was offered, in the order in which it was.
    pub const SERVICES: [LinkField; 3] = [SERVICE, SERVICE_2, SERVICE_3];
    pub const CALL_BACK: YesNoField = REFERRAL.yes_no("call_back");
    pub const CALL_BACK_ON: TextField = REFERRAL.text("call_back_on");
    pub const CALL_BACK_DONE: YesNoField = REFERRAL.yes_no("call_back_done");
    pub const HELPED: TextField = REFERRAL.text("helped");
}

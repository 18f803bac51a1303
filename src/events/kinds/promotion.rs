//! An event and a partner that should hear of it: whether it was told, how and by whom, and where it shared the event.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// How far it went.
pub static STATE: &[Choice] = &[
    choice(SHOULD, t("Should hear of it", "Debe enterarse")),
    choice(TOLD, t("Told", "Se le avisó")),
    choice(SHARED, t("Shared it", "Lo compartió")),
];
/// The partner is to be told.
pub const SHOULD: &str = "should";
/// The partner was told.
pub const TOLD: &str = "told";
/// The partner told others.
pub const SHARED: &str = "shared";

/// How partners are told.
pub static TOLD_HOW: &[Choice] = &[
    choice("email", t("Email", "Correo electrónico")),
    choice("text_message", t("Text message", "Mensaje de texto")),
    choice("phone", t("Phone", "Teléfono")),
    choice("in_person", t("In person", "En persona")),
    choice("flyer", t("Flyer", "Volante")),
    choice("social_media", t("Social media", "Redes sociales")),
    choice("other", t("Other", "Otro")),
];

const ONCE_TOLD: &[When] = &[When::Is("state", &[TOLD, SHARED])];
const ONCE_SHARED: &[When] = &[When::Is("state", &[SHARED])];

/// A partner that hears of an event.
pub static PROMOTION: Kind = Kind::new("promotion", t("Promotion", "Difusión"), t("Promotion", "Difusión"))
    .add(t("Add a partner to tell", "Agregar un socio a quien avisar"))
    .purpose(t(
        "Which partners hear of an event, were told, and shared it.",
        "Qué socios se enteran de un evento, a cuáles se les avisó y cuáles lo compartieron.",
    ))
    .about("event")
    .granted(&[Needs::With("event"), Needs::With("partner")])
    .sections(&[Section::new(
        t("Promotion", "Difusión"),
        &[
            Field::link("event", "event").label(t("Event", "Evento")).required().in_line(),
            Field::link("partner", "partner").label(t("Partner", "Socio")).required().in_line().filter(),
            Field::choice("state", STATE)
                .label(t("How far it went", "En qué va"))
                .required()
                .start(Start::Choice(SHOULD))
                .chip()
                .filter(),
            Field::date("told_on").label(t("Told on", "Se le avisó el")).asked(ONCE_TOLD),
            Field::choice("told_how", TOLD_HOW).label(t("How they were told", "Cómo se le avisó")).asked(ONCE_TOLD),
            Field::link("told_by", "staff")
                .label(t("Library staff who told them", "Quién le avisó, de la biblioteca"))
                .asked(ONCE_TOLD),
            Field::date("shared_on").label(t("Shared on", "Lo compartió el")).asked(ONCE_SHARED),
            Field::text("seen")
                .label(t("Where it was seen", "Dónde se vio"))
                .help(t(
                    "Their newsletter, the window, a post: in a few words.",
                    "En su boletín, en la vitrina, en una publicación: en pocas palabras.",
                ))
                .title()
                .asked(ONCE_SHARED),
            Field::text("seen_web")
                .label(t("Web address where it was seen", "Dirección web donde se vio"))
                .asked(ONCE_SHARED),
            Field::long_text("notes").label(t("Notes", "Notas")).searchable().private(),
        ],
    )]);

/// The fields of a promotion that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::PROMOTION;
    use crate::model::handle::{LinkField, TextField};

    pub const EVENT: LinkField = PROMOTION.link("event");
    pub const PARTNER: LinkField = PROMOTION.link("partner");
    pub const STATE: TextField = PROMOTION.text("state");
    pub const TOLD_ON: TextField = PROMOTION.text("told_on");
    pub const TOLD_HOW: TextField = PROMOTION.text("told_how");
    pub const TOLD_BY: LinkField = PROMOTION.link("told_by");
    pub const SHARED_ON: TextField = PROMOTION.text("shared_on");
    pub const SEEN: TextField = PROMOTION.text("seen");
    pub const SEEN_WEB: TextField = PROMOTION.text("seen_web");
}

//! What health checks write down: that a partner was looked at, and that a check was put off.

use crate::model::field::{Choice, Field, Start, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// Somebody looked at where the relationship with a partner stands.
pub static PARTNER_REVIEW: Kind = Kind::new(
    "partner_review",
    t("Partner review", "Revisión de un socio"),
    t("Partner reviews", "Revisiones de socios"),
)
.add(t("Add a review", "Agregar una revisión"))
.purpose(t(
    "When the relationship status of a partner was last reviewed.",
    "Cuándo se revisó por última vez el estado de la relación con un socio.",
))
.about("partner")
.granted(&[Needs::With("partner")])
.sections(&[Section::new(
    t("Partner review", "Revisión de un socio"),
    &[
        Field::link("partner", "partner").label(t("Partner", "Socio")).required(),
        Field::date("when").label(t("Reviewed on", "Fecha de la revisión")).required().start(Start::Now).in_line(),
        Field::link("staff", "staff").label(t("Reviewed by", "Quién revisó")).start(Start::Me).in_line(),
        Field::text("note").label(t("Note", "Nota")).title(),
    ],
)]);

/// The checks that can be put off.
pub static CHECKS: &[Choice] = &[
    choice("partners", t("Relationship status of partners", "Estado de la relación con los socios")),
    choice("opportunities", t("New opportunities", "Nuevas oportunidades")),
    choice("hubs", t("Access hubs and boards", "Centros de acceso y tableros")),
];

/// A check that was put off.
pub static CHECK_PAUSE: Kind =
    Kind::new("check_pause", t("Check put off", "Revisión pospuesta"), t("Checks put off", "Revisiones pospuestas"))
        .add(t("Put off a check", "Posponer una revisión"))
        .purpose(t(
            "Which checks were put off until when, and why, for the whole team.",
            "Qué revisiones se pospusieron, hasta cuándo y por qué, para todo el equipo.",
        ))
        .sections(&[Section::new(
            t("Check put off", "Revisión pospuesta"),
            &[
                Field::choice("check", CHECKS).label(t("Check", "Revisión")).required().in_line(),
                Field::date("until").label(t("Put off until", "Pospuesta hasta")).required().in_line(),
                Field::text("reason").label(t("Why it was put off", "Por qué se pospuso")).required().title(),
                Field::link("by", "staff").label(t("Put off by", "Quién la pospuso")).start(Start::Me),
            ],
        )]);

/// The fields of a review that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod review_fields {
    use super::PARTNER_REVIEW;
    use crate::model::handle::{LinkField, TextField};

    pub const PARTNER: LinkField = PARTNER_REVIEW.link("partner");
    pub const WHEN: TextField = PARTNER_REVIEW.text("when");
    pub const STAFF: LinkField = PARTNER_REVIEW.link("staff");
}

/// The fields of a check that was put off that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod pause_fields {
    use super::CHECK_PAUSE;
    use crate::model::handle::{LinkField, TextField};

    pub const CHECK: TextField = CHECK_PAUSE.text("check");
    pub const UNTIL: TextField = CHECK_PAUSE.text("until");
    pub const REASON: TextField = CHECK_PAUSE.text("reason");
    pub const BY: LinkField = CHECK_PAUSE.link("by");
}

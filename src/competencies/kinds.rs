//! Self-assessments: where somebody stands with the points of the competencies, at a day. All of it is private to that
//! person ([`crate::model::kept`]): it stands in no list, search, report or file for others.

use crate::interviews::NOTES;
use crate::model::field::{Choice, Field, When, choice};
use crate::model::kind::{KeptFor, KeptWhat, Kind, Needs, Section};
use crate::model::text::t;

/// All of it is for the one person whom `who` names.
const PRIVATE: KeptFor = KeptFor { what: KeptWhat::Everything, whom: "who" };

/// Where somebody stands with a point.
pub static LEVELS: &[Choice] = &[
    choice("beginning", t("Just starting", "Empezando")),
    choice("growing", t("Getting there", "En camino")),
    choice("sure", t("Solid", "Con seguridad")),
    choice("teaching", t("Can show others how", "Puedo enseñarlo")),
];

/// A self-assessment of one day.
pub static ASSESSMENT: Kind =
    Kind::new("assessment", t("Self-assessment", "Autoevaluación"), t("Self-assessments", "Autoevaluaciones"))
        .add(t("New self-assessment", "Nueva autoevaluación"))
        .purpose(t("Where you stand, for yourself.", "Cómo va, para usted."))
        .kept_for(PRIVATE)
        .granted(&[Needs::With("who")])
        .sections(&[Section::new(
            t("Self-assessment", "Autoevaluación"),
            &[
                Field::date("on").label(t("Date", "Fecha")).title().private().asked(&[When::Never]),
                Field::link("who", "staff").label(t("Whose it is", "De quién es")).private().asked(&[When::Never]),
            ],
        )]);

/// The fields of a self-assessment that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod assessment_fields {
    use super::ASSESSMENT;
    use crate::model::handle::{LinkField, TextField};

    pub const ON: TextField = ASSESSMENT.text("on");
    pub const WHO: LinkField = ASSESSMENT.link("who");
}

/// Where somebody stands with one point, in one self-assessment. Named after both.
pub static ASSESSMENT_POINT: Kind = Kind::new(
    "assessment_point",
    t("Point of a self-assessment", "Punto de una autoevaluación"),
    t("Points of self-assessments", "Puntos de autoevaluaciones"),
)
.add(t("New point", "Nuevo punto"))
.purpose(t("Where you stand with each point, for yourself.", "Cómo va en cada punto, para usted."))
.kept_for(PRIVATE)
.granted(&[Needs::With("assessment")])
.sections(&[Section::new(
    t("Point of a self-assessment", "Punto de una autoevaluación"),
    &[
        Field::text("point").label(t("Point", "Punto")).title().private().asked(&[When::Never]),
        Field::choice("level", LEVELS).label(t("Where am I?", "¿Dónde estoy?")).private(),
        Field::long_text("shows").label(t("What shows it?", "¿Qué lo muestra?")).private(),
        Field::long_text("next").label(t("What next?", "¿Qué sigue?")).private(),
        Field::date("by").label(t("By when?", "¿Para cuándo?")).private(),
        Field::link("assessment", "assessment")
            .label(t("Self-assessment", "Autoevaluación"))
            .private()
            .asked(&[When::Never]),
        Field::link("who", "staff").label(t("Whose it is", "De quién es")).private().asked(&[When::Never]),
    ],
)]);

/// The fields of a point that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod point_fields {
    use super::ASSESSMENT_POINT;
    use crate::model::handle::{LinkField, TextField};

    pub const POINT: TextField = ASSESSMENT_POINT.text("point");
    pub const LEVEL: TextField = ASSESSMENT_POINT.text("level");
    pub const SHOWS: TextField = ASSESSMENT_POINT.text("shows");
    pub const NEXT: TextField = ASSESSMENT_POINT.text("next");
    pub const BY: TextField = ASSESSMENT_POINT.text("by");
    pub const ASSESSMENT: LinkField = ASSESSMENT_POINT.link("assessment");
    pub const WHO: LinkField = ASSESSMENT_POINT.link("who");
}

/// Something of the team's records that shows where somebody stands: chosen by that person. Named after the point and what
/// it is, and gone with it: an interview whose people take their consent back shows nothing any longer.
pub static EVIDENCE: Kind =
    Kind::new("evidence", t("Evidence", "Evidencia"), t("Evidence for points", "Evidencias de puntos"))
        .add(t("Add evidence", "Agregar evidencia"))
        .purpose(t("What shows where you stand, for yourself.", "Lo que muestra cómo va, para usted."))
        .kept_for(PRIVATE)
        .granted(&[
            Needs::Grant(NOTES),
            Needs::With("point"),
            Needs::With("event"),
            Needs::With("interview"),
            Needs::With("partner"),
        ])
        .sections(&[Section::new(
            t("Evidence", "Evidencia"),
            &[
                Field::text("of").label(t("Of what kind", "De qué tipo")).title().private().asked(&[When::Never]),
                Field::link("point", "assessment_point").label(t("Point", "Punto")).private().asked(&[When::Never]),
                Field::link("event", "event").label(t("Event", "Evento")).private().asked(&[When::Never]),
                Field::link("interview", "interview")
                    .label(t("Interview", "Entrevista"))
                    .private()
                    .asked(&[When::Never]),
                Field::link("partner", "partner").label(t("Partner", "Socio")).private().asked(&[When::Never]),
                Field::link("who", "staff").label(t("Whose it is", "De quién es")).private().asked(&[When::Never]),
            ],
        )]);

/// The fields of evidence that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod evidence_fields {
    use super::EVIDENCE;
    use crate::model::handle::{LinkField, TextField};

    pub const OF: TextField = EVIDENCE.text("of");
    pub const POINT: LinkField = EVIDENCE.link("point");
    pub const EVENT: LinkField = EVIDENCE.link("event");
    pub const INTERVIEW: LinkField = EVIDENCE.link("interview");
    pub const PARTNER: LinkField = EVIDENCE.link("partner");
    pub const WHO: LinkField = EVIDENCE.link("who");
}

//! The reflection worksheet on relationships.

use super::REFLECTION;
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

/// The question about relationships that are broken or have lapsed.
pub const REPAIRING: &str = "repairing";
/// The question about what is hard in relationships.
pub const OVERCOMING: &str = "overcoming";
/// The plan at its end.
pub const ACTION_PLAN: &str = "action_plan";

const GOALS: Text =
    t("What are your goals for viewing this webinar?", "¿Cuáles son sus metas al ver este seminario web?");

/// The worksheet.
pub(super) const SHEET: Ready = Ready {
    key: REFLECTION,
    name: t("Relationship reflection worksheet", "Hoja de reflexión sobre las relaciones"),
    purpose: t(
        "Building Community Relationships for Better Library Services",
        "Crear relaciones con la comunidad para mejores servicios bibliotecarios",
    ),
    intro: Text::NONE,
    questions: &[
        ReadyQuestion::open("personal_goals", GOALS, t("Personal Goals", "Metas personales")),
        ReadyQuestion::open("team_goals", GOALS, t("Team Goals", "Metas del equipo")),
        ReadyQuestion::open(
            "whom_to_approach",
            t("Community assessment", "Evaluación de la comunidad"),
            t("How do you decide who to approach in the community?", "¿Cómo decide a quién acercarse en la comunidad?"),
        ),
        ReadyQuestion::open(
            "reaching_out",
            t("Reaching out", "El primer contacto"),
            t(
                "How do you reach out and start to build a relationship with a community you don’t share an identity with?",
                "¿Cómo se acerca y empieza a crear una relación con una comunidad con la que no comparte una identidad?",
            ),
        ),
        ReadyQuestion::open(
            "ideal",
            t("Ideal community relationship", "La relación ideal con la comunidad"),
            t(
                "How would you describe an ideal community relationship in your work?",
                "¿Cómo describiría la relación ideal con la comunidad en su trabajo?",
            ),
        ),
        ReadyQuestion::open(
            REPAIRING,
            t("Repairing relationships", "Reparar relaciones"),
            t(
                "How do you go about refreshing or revitalizing a relationship that has been broken or lapsed in some way?",
                "¿Cómo renueva o revitaliza una relación que se rompió o se perdió de alguna manera?",
            ),
        ),
        ReadyQuestion::open(
            OVERCOMING,
            t("Overcoming relationship challenges", "Superar dificultades en las relaciones"),
            t(
                "What is a challenge you face in relationship building, and how do you overcome that?",
                "¿Qué dificultad enfrenta al crear relaciones y cómo la supera?",
            ),
        ),
        ReadyQuestion::open(
            ACTION_PLAN,
            t("Action Plan", "Plan de acción"),
            t(
                "Action Plan: (include next steps, when, who, etc.)",
                "Plan de acción: (incluya próximos pasos, cuándo, quién, etc.)",
            ),
        ),
    ],
};

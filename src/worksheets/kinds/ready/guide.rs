//! The worksheets of the Resources and Action Guide.

use super::ACTION_PLANNING;
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const PILLARS_PART: Text = t("Six foundational pillars:", "Seis pilares fundamentales:");

const fn pillar(key: &'static str, ask: Text) -> ReadyQuestion {
    ReadyQuestion::open(key, PILLARS_PART, ask)
}

/// Where the six pillars and what a library is for overlap.
pub(super) const PILLARS: Ready = Ready {
    key: "six_pillars",
    name: t("Six foundational pillars", "Seis pilares fundamentales"),
    purpose: t("Why focus on social connection?", "¿Por qué enfocarse en la conexión social?"),
    intro: t(
        "Review the six foundational pillars of the framework for a National Strategy to Advance Social Connection (more details in Press Release or on p. 47 of Advisory) and identify places you see overlap with your library’s mission and vision.\nUse the Surgeon General’s Advisory to bring discussion about the loneliness epidemic to your colleagues and community stakeholders.",
        "Repase los seis pilares fundamentales del marco para una Estrategia Nacional para Fomentar la Conexión Social (más detalles en el comunicado de prensa o en la p. 47 del informe) e identifique dónde coinciden con la misión y la visión de su biblioteca.\nUse el informe del Cirujano General para hablar de la epidemia de soledad con sus colegas y con la gente clave de la comunidad.",
    ),
    questions: &[
        pillar("infrastructure", t("Strengthen Social Infrastructure", "Fortalecer la infraestructura social")),
        pillar(
            "policies",
            t("Enact Pro-Connection Public Policies", "Adoptar políticas públicas a favor de la conexión"),
        ),
        pillar("health", t("Mobilize the Health Sector", "Movilizar al sector de la salud")),
        pillar("digital", t("Reform Digital Environments", "Reformar los entornos digitales")),
        pillar("knowledge", t("Deepen Our Knowledge", "Profundizar nuestro conocimiento")),
        pillar("culture", t("Cultivate a Culture of Connection", "Cultivar una cultura de conexión")),
        ReadyQuestion::open(
            "why_libraries",
            t("Why Libraries?", "¿Por qué las bibliotecas?"),
            t(
                "How would you make the case with your stakeholders for why libraries make sense to help address social isolation?",
                "¿Cómo explicaría a la gente clave por qué las bibliotecas pueden ayudar con el aislamiento social?",
            ),
        ),
    ],
};

const AUDIT_PART: Text =
    t("Relationship Audit for Social Connection", "Revisión de relaciones para la conexión social");

/// Which relationships there are, and which are worth attention.
pub(super) const AUDIT: Ready = Ready {
    key: "relationship_audit",
    name: t("Relationship Audit", "Revisión de relaciones"),
    purpose: AUDIT_PART,
    intro: Text::NONE,
    questions: &[
        ReadyQuestion::open(
            "programs",
            AUDIT_PART,
            t(
                "Note any promising programs and services others shared that address social connection that you want to be sure to remember.",
                "Anote los programas y servicios prometedores que otras personas compartieron sobre la conexión social y que quiere recordar.",
            ),
        ),
        ReadyQuestion::open(
            "groups",
            AUDIT_PART,
            t(
                "Reflect on the range of relationships your library has or wants to have with different stakeholders. Which groups may benefit from some intentional focus on social connection? Prioritize a group or two and keep them in mind.",
                "Reflexione sobre las relaciones que su biblioteca tiene o quiere tener con distinta gente clave. ¿Qué grupos podrían beneficiarse de un enfoque intencional en la conexión social? Dé prioridad a uno o dos grupos y téngalos presentes.",
            ),
        ),
    ],
};

const STRATEGIES_NAME: Text = t("Strategies for Connection", "Estrategias para la conexión");

/// What the examples of others make one think of.
pub(super) const STRATEGIES: Ready = Ready {
    key: "strategies_for_connection",
    name: STRATEGIES_NAME,
    purpose: t("Ideas from other libraries.", "Ideas de otras bibliotecas."),
    intro: Text::NONE,
    questions: &[ReadyQuestion::open(
        "ideas",
        STRATEGIES_NAME,
        t(
            "How did the examples from different libraries spark ideas you’d like to capture here for further exploration?",
            "¿Qué ideas le despertaron los ejemplos de distintas bibliotecas que quiera anotar aquí para explorarlas más?",
        ),
    )],
};

const PLANNING_NAME: Text = t("Action Planning", "Planificación de acciones");

const fn plan(key: &'static str, ask: Text) -> ReadyQuestion {
    ReadyQuestion::open(key, PLANNING_NAME, ask)
}

/// What is done for a group, and how.
pub(super) const PLANNING: Ready = Ready {
    key: ACTION_PLANNING,
    name: PLANNING_NAME,
    purpose: t("From a group to an idea.", "De un grupo a una idea."),
    intro: t(
        "Revisit the “audience” you selected earlier – sketch out an engagement idea here, consider questions and roadblocks. Share with your neighbor.",
        "Vuelva al “público” que eligió antes: esboce aquí una idea para acercarse a él y piense en preguntas y obstáculos. Compártala con quien tenga al lado.",
    ),
    questions: &[
        plan("why", t("Why are you gathering this group?", "¿Por qué reúne a este grupo?")),
        plan("outcome", t("What is your desired outcome?", "¿Qué resultado desea?")),
        plan(
            "structure",
            t(
                "How will you intentionally structure the time / activities for social connection?",
                "¿Cómo organizará con intención el tiempo o las actividades para la conexión social?",
            ),
        ),
        plan("roadblocks", t("What roadblocks do you anticipate?", "¿Qué obstáculos prevé?")),
    ],
};

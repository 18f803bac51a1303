//! The checklist for gatherings.

use super::GATHERING;
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const PART: Text = t("Adding Intentionality", "Darle intención");

const fn ask(key: &'static str, ask: Text) -> ReadyQuestion {
    ReadyQuestion::open(key, PART, ask)
}

/// The checklist.
pub(super) const SHEET: Ready = Ready {
    key: GATHERING,
    name: t("A checklist for gatherings", "Lista de preparación para reuniones"),
    purpose: t("To prepare an event.", "Para preparar un evento."),
    intro: t(
        "Review this checklist for your intended gathering, to apply intentionality for deeper engagement.",
        "Repase esta lista para la reunión que planea, para darle intención y lograr una participación más profunda.",
    ),
    questions: &[
        ask("why", t("What is your ‘why’?", "¿Cuál es su “porqué”?")),
        ask("outcome", t("What is your desired outcome?", "¿Qué resultado desea?")),
        ask(
            "who_invites",
            t(
                "Who should extend the invitation and in what form to reach the intended audience?",
                "¿Quién debe invitar, y de qué forma, para llegar al público que busca?",
            ),
        ),
        ask(
            "people_to_purpose",
            t(
                "Does the invitation match people to purpose?",
                "¿La invitación relaciona a las personas con el propósito?",
            ),
        ),
        ask(
            "what_to_expect",
            t(
                "Do people know what to expect from the invitation?",
                "¿La invitación deja saber a las personas qué esperar?",
            ),
        ),
        ask("resonance", t("Does the invitation have emotional resonance?", "¿La invitación llega a las emociones?")),
        ask("connection", t("Have you designed for connection?", "¿Lo diseñó para que las personas se conecten?")),
        ask(
            "opening",
            t(
                "Does your opening maximize the audience’s captured attention?",
                "¿Su apertura aprovecha al máximo la atención del público?",
            ),
        ),
        ask(
            "safe",
            t(
                "Have you helped people feel comfortable and safe enough to participate?",
                "¿Ayudó a que las personas se sientan lo bastante cómodas y seguras para participar?",
            ),
        ),
        ask(
            "reflection",
            t(
                "Have you provided some time for reflection at the end?",
                "¿Dejó algo de tiempo para reflexionar al final?",
            ),
        ),
        ask(
            "closing",
            t(
                "Does your closing elevate what you want people to remember most?",
                "¿Su cierre destaca lo que más quiere que las personas recuerden?",
            ),
        ),
    ],
};

//! The quick guide for somebody who stops at an access hub.

use crate::canvass::BARRIERS;
use crate::model::field::{Choice, choice};
use crate::model::question::{ONE, SEVERAL};
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const TABLE: Text = t("This table", "Esta mesa");
const LIBRARY: Text = t("The library itself", "La biblioteca misma");

static ERRANDS: &[Choice] = &[
    choice("child", t("Dropping off or picking up a child", "Dejar o recoger a un niño")),
    choice("room", t("The resource room", "El salón de recursos")),
    choice("event", t("An event or a meeting", "Un evento o una reunión")),
    choice("table", t("This table", "Esta mesa")),
    choice("other", t("Something else", "Otra cosa")),
];

/// The guide.
pub(crate) static GUIDE: Ready = Ready {
    key: "hub_intercept",
    name: t("At an access hub", "En un punto de acceso"),
    purpose: t(
        "Quick questions for someone who stops at the table. Two minutes, standing up.",
        "Preguntas rápidas para quien se detiene en la mesa. Dos minutos, de pie.",
    ),
    intro: t(
        "I’m from the public library, and I have five quick questions about this table. There are no wrong answers.",
        "Soy de la biblioteca pública y tengo cinco preguntas rápidas sobre esta mesa. No hay respuestas incorrectas.",
    ),
    questions: &[
        ReadyQuestion::open("brings", TABLE, t("What are you here for today?", "¿Para qué vino hoy?")).by(ONE, ERRANDS),
        ReadyQuestion::open("found", TABLE, t("Is there something here you can use?", "¿Hay algo aquí que le sirva?"))
            .by("yes_no", &[])
            .prompts(&[t("What is it?", "¿Qué cosa?"), t("Who is it for?", "¿Para quién?")]),
        ReadyQuestion::open(
            "missing",
            TABLE,
            t("What would you like to find here next time?", "¿Qué le gustaría encontrar aquí la próxima vez?"),
        )
        .by("text", &[]),
        ReadyQuestion::open(
            "been",
            LIBRARY,
            t("Have you ever been inside the library?", "¿Ha entrado alguna vez a la biblioteca?"),
        )
        .by("yes_no", &[])
        .help(t("The building, not this table.", "Al edificio, no a esta mesa.")),
        ReadyQuestion::open(
            "barriers",
            LIBRARY,
            t("What has kept you from going, if anything has?", "¿Hay algún motivo por el que no haya ido?"),
        )
        .by(SEVERAL, BARRIERS)
        .help(t("Kindly, and without looking surprised.", "Con amabilidad y sin poner cara de sorpresa."))
        .only_if("been", &["no"]),
    ],
};

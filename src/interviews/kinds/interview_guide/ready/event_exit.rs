//! The quick guide for somebody on the way out of an event.

use crate::canvass::TIMES;
use crate::model::field::{Choice, choice};
use crate::model::question::{ONE, SCALE, SEVERAL};
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const TODAY: Text = t("Today", "Hoy");
const NEXT: Text = t("Next time", "La próxima vez");

static HEARD: &[Choice] = &[
    choice("social_media", t("Facebook, Instagram or the like", "Facebook, Instagram o algo así")),
    choice("friend", t("A friend or relative", "Una amistad o un familiar")),
    choice("school", t("The school", "La escuela")),
    choice("flyer", t("A flyer or poster", "Un volante o cartel")),
    choice("library", t("At the library", "En la biblioteca")),
    choice("radio", t("Radio or newspaper", "La radio o el periódico")),
    choice("passing", t("Was passing by", "Pasaba por aquí")),
    choice("other", t("Another way", "De otra manera")),
];

static LIKED: &[Choice] =
    &[choice("low", t("Not for me", "No era para mí")), choice("high", t("Loved it", "Me encantó"))];

/// The guide.
pub(crate) static GUIDE: Ready = Ready {
    key: "event_exit",
    name: t("On the way out of an event", "A la salida de un evento"),
    purpose: t(
        "Quick questions for someone who is about to leave. Two minutes at the door.",
        "Preguntas rápidas para quien está por irse. Dos minutos en la puerta.",
    ),
    intro: t(
        "I’m from the library, and I have five quick questions before you go. There are no wrong answers.",
        "Soy de la biblioteca y tengo cinco preguntas rápidas antes de que se vaya. No hay respuestas incorrectas.",
    ),
    questions: &[
        ReadyQuestion::open("heard_how", TODAY, t("How did you hear about today?", "¿Cómo se enteró de este evento?"))
            .by(ONE, HEARD),
        ReadyQuestion::open(
            "liked",
            TODAY,
            t("From one to five, how was it for you?", "Del uno al cinco, ¿qué le pareció?"),
        )
        .by(SCALE, LIKED),
        ReadyQuestion::open(
            "remember",
            TODAY,
            t("What will you tell someone at home about it?", "¿Qué va a contar en su casa de lo de hoy?"),
        )
        .prompts(&[t("And what would you have done differently?", "¿Y qué habría hecho usted de otra manera?")]),
        ReadyQuestion::open(
            "first_time",
            NEXT,
            t(
                "Is this your first time at a library event?",
                "¿Es la primera vez que viene a un evento de la biblioteca?",
            ),
        )
        .by("yes_no", &[]),
        ReadyQuestion::open(
            "next_time",
            NEXT,
            t("When would be a good time for the next one?", "¿Cuándo le quedaría bien la próxima?"),
        )
        .by(SEVERAL, TIMES),
    ],
};

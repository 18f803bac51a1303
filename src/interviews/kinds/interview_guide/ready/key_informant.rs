//! The guide for people who know the community through their work.

use crate::canvass::NEEDS;
use crate::model::field::{Choice, choice};
use crate::model::question::{LIST, ONE, SCALE, SEVERAL};
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const WORK: Text = t("Your work", "Su trabajo");
const SEEN: Text = t("What you see", "Lo que usted ve");
const LIBRARY: Text = t("You and the library", "Ustedes y la biblioteca");
const AHEAD: Text = t("What comes next", "Lo que sigue");

static HOW_OFTEN: &[Choice] = &[
    choice("monthly", t("Every month or more", "Cada mes o más seguido")),
    choice("some", t("A few times a year", "Unas cuantas veces al año")),
    choice("rarely", t("Hardly ever", "Casi nunca")),
    choice("never", t("Never so far", "Hasta ahora, nunca")),
];

static KNOWN: &[Choice] = &[choice("low", t("Not at all", "Nada")), choice("high", t("Very well", "Muy bien"))];

/// The guide.
pub(crate) static GUIDE: Ready = Ready {
    key: "key_informant",
    name: t("Key informant", "Informante clave"),
    purpose: t(
        "For people who know the community through their work: at a school, a clinic, a church, a pantry, town hall.",
        "Para quienes conocen a la comunidad por su trabajo: en una escuela, una clínica, una iglesia, una despensa \
         de alimentos, la alcaldía.",
    ),
    intro: t(
        "I’m from the public library. From where you work, you see things that we don’t. There are no wrong answers.",
        "Soy de la biblioteca pública, y desde su trabajo usted ve cosas que nosotros no vemos. No hay respuestas incorrectas.",
    ),
    questions: &[
        ReadyQuestion::open(
            "work",
            WORK,
            t("Tell me about your work. Who are the people you serve?", "Cuénteme de su trabajo. ¿A quiénes atienden?"),
        )
        .prompts(&[
            t("What does a busy day look like?", "¿Cómo es un día de mucho movimiento?"),
            t("Who do you wish you reached, but do not?", "¿A quiénes quisieran llegar y todavía no llegan?"),
        ]),
        ReadyQuestion::open(
            "people",
            WORK,
            t("About how many people do you reach in a month?", "Más o menos, ¿a cuántas personas atienden en un mes?"),
        )
        .by("number", &[])
        .help(t("A rough number is fine.", "Basta con un número aproximado.")),
        ReadyQuestion::open(
            "changes",
            SEEN,
            t(
                "What has changed for them in the last few years?",
                "En los últimos años, ¿qué ha cambiado para esas personas?",
            ),
        )
        .prompts(&[
            t("What has become easier? What has become harder?", "¿Qué se ha vuelto más fácil? ¿Y qué más difícil?"),
            t("Can you give me an example?", "¿Me da un ejemplo?"),
        ]),
        ReadyQuestion::open(
            "unmet",
            SEEN,
            t("Which needs are the hardest to meet here?", "¿Qué necesidades son las más difíciles de resolver aquí?"),
        )
        .by(SEVERAL, NEEDS)
        .help(t(
            "Tap what they name; write down why it is hard.",
            "Toque lo que mencionen y anote por qué es difícil.",
        )),
        ReadyQuestion::open(
            "refer",
            SEEN,
            t(
                "When someone needs something you do not offer, what do you do?",
                "Cuando alguien necesita algo que ustedes no ofrecen, ¿qué hacen?",
            ),
        )
        .prompts(&[
            t("How do you know where to send them?", "¿Cómo saben a dónde mandarlos?"),
            t("Do you find out how it went?", "¿Se enteran después de cómo les fue?"),
        ]),
        ReadyQuestion::open(
            "list_kept",
            SEEN,
            t(
                "Do you keep a list of places to send people to?",
                "¿Tienen una lista de lugares a donde mandar a la gente?",
            ),
        )
        .by("yes_no", &[]),
        ReadyQuestion::open(
            "list_updated",
            SEEN,
            t("When was that list last updated?", "¿Cuándo se actualizó esa lista por última vez?"),
        )
        .by("date", &[])
        .help(t("As close as they remember.", "La fecha más cercana que recuerden."))
        .only_if("list_kept", &["yes"]),
        ReadyQuestion::open(
            "contact",
            LIBRARY,
            t("How often are you in touch with the library?", "¿Qué tan seguido están en contacto con la biblioteca?"),
        )
        .by(ONE, HOW_OFTEN),
        ReadyQuestion::open(
            "known",
            LIBRARY,
            t(
                "From one to five, how well does the library know the people you serve?",
                "Del uno al cinco, ¿qué tan bien conoce la biblioteca a la gente que ustedes atienden?",
            ),
        )
        .by(SCALE, KNOWN)
        .help(t(
            "A low number is not an insult: thank them and ask what we are missing.",
            "Un número bajo no es una ofensa: dé las gracias y pregunte qué nos falta ver.",
        )),
        ReadyQuestion::open(
            "channels",
            LIBRARY,
            t("Where do the people you serve get their news?", "¿Por qué medios se informa la gente que atienden?"),
        )
        .by(LIST, &[])
        .help(t("One per line.", "Uno por línea.")),
        ReadyQuestion::open(
            "together",
            AHEAD,
            t(
                "What could we do together that neither of us can do alone?",
                "¿Qué podríamos hacer juntos que ninguno de los dos puede hacer por separado?",
            ),
        )
        .prompts(&[
            t("What would be a small first step?", "¿Cuál sería un primer paso, aunque sea pequeño?"),
            t("What would it take from your side? And from ours?", "¿Qué haría falta de su parte? ¿Y de la nuestra?"),
        ]),
        ReadyQuestion::open(
            "who_else",
            AHEAD,
            t("Who else should we talk to?", "¿Con quién más nos convendría hablar?"),
        )
        .by("text", &[])
        .help(t(
            "A role or an organization is enough. No names unless that person would be glad of it.",
            "Basta con un cargo o una organización. Sin nombres, a menos que a esa persona le dé gusto.",
        )),
    ],
};

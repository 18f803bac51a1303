//! The guide for people who live, work or help out in the community.

use crate::canvass::{AWARE, BARRIERS, NEEDS};
use crate::model::field::{Choice, choice};
use crate::model::question::{LIST, ONE, SCALE, SEVERAL};
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const YOU: Text = t("You and this community", "Usted y esta comunidad");
const PEOPLE: Text = t("What people need", "Lo que la gente necesita");
const LIBRARY: Text = t("The library", "La biblioteca");
const AHEAD: Text = t("Getting there, and what could be", "Cómo llegar, y lo que podría haber");

static WAYS: &[Choice] = &[
    choice("car", t("Drives", "Maneja")),
    choice("ride", t("Gets a ride from someone", "Alguien le da pon o aventón")),
    choice("bus", t("By bus", "En autobús")),
    choice("walk", t("On foot", "A pie")),
    choice("bike", t("By bike", "En bicicleta")),
    choice("other", t("Another way", "De otra manera")),
];

static EASY: &[Choice] = &[choice("low", t("Very hard", "Muy difícil")), choice("high", t("Very easy", "Muy fácil"))];

/// The guide.
pub(crate) static GUIDE: Ready = Ready {
    key: "community_stakeholder",
    name: t("Community stakeholder", "Voces de la comunidad"),
    purpose: t(
        "For people who live, work or help out in the community, whether or not they use the library.",
        "Para quienes viven, trabajan o ayudan en la comunidad, usen o no la biblioteca.",
    ),
    intro: t(
        "I’m from the public library, and we’d like to hear your point of view. There are no wrong answers.",
        "Soy de la biblioteca pública y nos gustaría conocer su punto de vista. No hay respuestas incorrectas.",
    ),
    questions: &[
        ReadyQuestion::open(
            "years_here",
            YOU,
            t("How many years have you lived or worked here?", "¿Cuántos años lleva viviendo o trabajando aquí?"),
        )
        .by("number", &[])
        .help(t(
            "Less than a year is 0. This one is to get talking: take your time.",
            "Menos de un año es 0. Es para entrar en confianza: tómese su tiempo.",
        ))
        .prompts(&[
            t("What brought you here?", "¿Cómo fue que llegó a vivir o a trabajar aquí?"),
            t("What is a normal day like for you?", "¿Cómo es un día normal para usted?"),
        ]),
        ReadyQuestion::open(
            "news",
            YOU,
            t("How do you find out what is going on in town?", "¿Cómo se entera de lo que pasa en la ciudad?"),
        )
        .by(LIST, &[])
        .help(t(
            "One per line: a person, a page, a station, a bulletin board.",
            "Una por línea: una persona, una página, una emisora, un tablero de anuncios.",
        ))
        .prompts(&[t("Which of these do you look at most days?", "¿Cuáles de esos mira casi todos los días?")]),
        ReadyQuestion::open(
            "needs",
            PEOPLE,
            t(
                "What do people around you need most these days?",
                "En estos días, ¿qué es lo que más le hace falta a la gente a su alrededor?",
            ),
        )
        .by(SEVERAL, NEEDS)
        .help(t(
            "Let them talk first, then tap what they named.",
            "Primero deje que la persona hable; después toque lo que mencionó.",
        ))
        .prompts(&[t(
            "Can you tell me about a time you saw that?",
            "¿Me puede contar de alguna vez que lo haya visto?",
        )]),
        ReadyQuestion::open(
            "where_help",
            PEOPLE,
            t(
                "When someone here needs a hand, where do they go?",
                "Cuando alguien de aquí necesita ayuda, ¿a dónde va?",
            ),
        )
        .prompts(&[
            t("How do they know about that place?", "¿Cómo se enteran de ese lugar?"),
            t("What happens once they get there?", "¿Y qué pasa cuando llegan ahí?"),
            t("And if that does not work out?", "¿Y si eso no funciona?"),
        ]),
        ReadyQuestion::open(
            "aware",
            LIBRARY,
            t(
                "When you think of the library, what comes to mind?",
                "Cuando piensa en la biblioteca, ¿qué es lo primero que le viene a la mente?",
            ),
        )
        .by(SEVERAL, AWARE)
        .help(t(
            "Do not read the answers out. Tap what they name on their own.",
            "No lea las respuestas. Toque lo que la persona diga por su cuenta.",
        ))
        .prompts(&[t("What else does it have, as far as you know?", "Que usted sepa, ¿qué más hay ahí?")]),
        ReadyQuestion::open(
            "been",
            LIBRARY,
            t("Have you been to the library in the past year?", "¿Ha ido a la biblioteca en el último año?"),
        )
        .by("yes_no", &[]),
        ReadyQuestion::open(
            "visit_like",
            LIBRARY,
            t("How did it go the last time you went?", "¿Cómo le fue la última vez que fue?"),
        )
        .prompts(&[
            t("What did you go for?", "¿A qué fue?"),
            t("Who helped you, and how was that?", "¿Quién le atendió y qué tal?"),
        ])
        .only_if("been", &["yes"]),
        ReadyQuestion::open(
            "way",
            AHEAD,
            t("How do you usually get around?", "Normalmente, ¿cómo va usted de un lado a otro?"),
        )
        .by(ONE, WAYS),
        ReadyQuestion::open(
            "ease",
            AHEAD,
            t(
                "From one to five, how easy is it for you to get to the library?",
                "Del uno al cinco, ¿qué tan fácil le resulta llegar a la biblioteca?",
            ),
        )
        .by(SCALE, EASY)
        .help(t("Ask what the number stands for.", "Pregunte a qué se debe ese número.")),
        ReadyQuestion::open(
            "barriers",
            AHEAD,
            t("What, if anything, makes it hard for you to go?", "¿Hay algo que le dificulte ir? ¿Qué sería?"),
        )
        .by(SEVERAL, BARRIERS)
        .help(t(
            "“Nothing” is a fine answer: tap none and write it down.",
            "“Nada” también es respuesta: no toque ninguna y anótelo.",
        ))
        .prompts(&[t("What would have to be different?", "¿Qué tendría que ser distinto?")]),
        ReadyQuestion::open(
            "wish",
            AHEAD,
            t(
                "If the library could do one new thing for people here, what should it be?",
                "Si la biblioteca pudiera hacer una sola cosa nueva por la gente de aquí, ¿cuál le gustaría que fuera?",
            ),
        )
        .prompts(&[
            t("Who would that be good for?", "¿A quién le serviría?"),
            t("Where and when should it be?", "¿Dónde y a qué hora tendría que ser?"),
        ]),
    ],
};

//! The guide for in-depth conversations with people who work at the library.

use crate::canvass::NEEDS;
use crate::model::field::{Choice, choice};
use crate::model::question::{LIST, ONE, SCALE, SEVERAL};
use crate::model::questionnaire::ready::{Ready, ReadyQuestion};
use crate::model::text::{Text, t};

const DAYS: Text = t("Your days", "Sus días");
const OUT: Text = t("Beyond the building", "Fuera del edificio");
const HELP: Text = t("When people ask for help", "Cuando la gente pide ayuda");
const AHEAD: Text = t("Looking ahead", "Hacia adelante");

static WHERE_TIME_GOES: &[Choice] = &[
    choice("desk", t("The desk", "El mostrador")),
    choice("collection", t("Books and the collection", "Los libros y la colección")),
    choice("programs", t("Programs in the building", "Los programas en el edificio")),
    choice("outreach", t("Going out and partners", "Salir a la comunidad y los socios")),
    choice("posts", t("Posts, flyers, the website", "Publicaciones, volantes, el sitio web")),
    choice("running", t("Keeping the place running", "Que todo siga funcionando")),
    choice("other", t("Something else", "Otra cosa")),
];

static SURE: &[Choice] =
    &[choice("low", t("Not sure at all", "Ninguna seguridad")), choice("high", t("Very sure", "Total seguridad"))];

/// The guide.
pub(crate) static GUIDE: Ready = Ready {
    key: "staff_in_depth",
    name: t("Library staff, in depth", "Personal de la biblioteca, a fondo"),
    purpose: t(
        "For people who work at the library, from the desk to the director’s office.",
        "Para quienes trabajan en la biblioteca, desde el mostrador hasta la dirección.",
    ),
    intro: t(
        "This is about how the work really goes, not about how well you do it. There are no wrong answers.",
        "Queremos saber cómo es el trabajo en realidad; no se trata de evaluar a nadie. No hay respuestas incorrectas.",
    ),
    questions: &[
        ReadyQuestion::open("role", DAYS, t("What do you do at the library?", "¿Qué hace usted en la biblioteca?"))
            .by("text", &[])
            .help(t(
                "In general terms, so no one can tell who it was.",
                "En términos generales, para que no se sepa quién fue.",
            )),
        ReadyQuestion::open(
            "last_week",
            DAYS,
            t(
                "Walk me through your last week. Where did the hours go?",
                "Cuénteme cómo fue su última semana. ¿En qué se le fueron las horas?",
            ),
        )
        .prompts(&[
            t("What was planned, and what came up?", "¿Qué estaba planeado y qué surgió?"),
            t("What had to wait?", "¿Qué tuvo que esperar?"),
        ]),
        ReadyQuestion::open(
            "focus",
            DAYS,
            t("What takes the most of your time?", "¿Qué le ocupa la mayor parte del tiempo?"),
        )
        .by(ONE, WHERE_TIME_GOES),
        ReadyQuestion::open(
            "outreach_hours",
            OUT,
            t(
                "How many hours last week went to reaching people outside the building?",
                "La semana pasada, ¿cuántas horas fueron para llegar a la gente fuera del edificio?",
            ),
        )
        .by("number", &[])
        .help(t(
            "Visits, events elsewhere, calls to partners, posts. Zero is an answer too.",
            "Visitas, eventos en otros lugares, llamadas a socios, publicaciones. Cero también es respuesta.",
        )),
        ReadyQuestion::open(
            "half_day",
            OUT,
            t(
                "If you had an extra half day each week, what would you do with it?",
                "Si tuviera medio día más a la semana, ¿qué haría con ese tiempo?",
            ),
        )
        .prompts(&[
            t("What has kept that from happening?", "¿Qué ha impedido que se haga?"),
            t("Who would notice the difference?", "¿Quién notaría la diferencia?"),
        ]),
        ReadyQuestion::open(
            "posts",
            OUT,
            t(
                "Do you have a hand in the library’s social media?",
                "¿Participa usted en las redes sociales de la biblioteca?",
            ),
        )
        .by("yes_no", &[]),
        ReadyQuestion::open(
            "posts_how",
            OUT,
            t("How does a post come about?", "¿Cómo se hace una publicación, desde la idea hasta que sale?"),
        )
        .prompts(&[
            t("When do you find the time?", "¿En qué momento la hacen?"),
            t("How do you know whether anybody saw it?", "¿Cómo saben si alguien la vio?"),
        ])
        .only_if("posts", &["yes"]),
        ReadyQuestion::open(
            "asked_for",
            HELP,
            t("Apart from books, what do people come to you for?", "Aparte de libros, ¿qué le viene a pedir la gente?"),
        )
        .by(SEVERAL, NEEDS),
        ReadyQuestion::open(
            "direct",
            HELP,
            t(
                "When someone needs something we do not have, what do you do?",
                "Cuando alguien necesita algo que nosotros no tenemos, ¿qué hace usted?",
            ),
        )
        .prompts(&[
            t("Where do you look it up?", "¿Dónde lo busca?"),
            t("Tell me about the last time.", "Cuénteme de la última vez."),
        ]),
        ReadyQuestion::open(
            "sure",
            HELP,
            t(
                "From one to five, how sure are you that you send people to the right place?",
                "Del uno al cinco, ¿con cuánta seguridad manda a la gente al lugar correcto?",
            ),
        )
        .by(SCALE, SURE),
        ReadyQuestion::open(
            "tools",
            AHEAD,
            t("What would make your work easier?", "¿Qué le haría más fácil el trabajo?"),
        )
        .by(LIST, &[])
        .help(t("One per line, big or small.", "Una por línea, grande o pequeña.")),
        ReadyQuestion::open(
            "keep",
            AHEAD,
            t("What works well and should stay as it is?", "¿Qué funciona bien y debería quedarse como está?"),
        )
        .prompts(&[t("What makes it work?", "¿Qué hace que funcione?")]),
    ],
};

//! What the practice team made of its interviews: the code book, the findings, and whom it still wants to hear.

use super::sample::{SampleFinding, SampleTheme, SampleWanted};

const fn theme(
    key: &'static str,
    under: &'static str,
    name: &'static str,
    name_es: &'static str,
    definition: &'static str,
    definition_es: &'static str,
) -> SampleTheme {
    SampleTheme { key, under, name, name_es, definition, definition_es }
}

/// The code book; a theme stands after the one it is part of.
pub(crate) static THEMES: &[SampleTheme] = &[
    theme(
        "knowing",
        "",
        "Knowing the library",
        "Conocer la biblioteca",
        "What people know of the library and how they come to know it; not whether they can get there.",
        "Lo que la gente sabe de la biblioteca y cómo se entera; no si puede llegar hasta ella.",
    ),
    theme(
        "awareness",
        "knowing",
        "Knowing what there is",
        "Saber qué hay",
        "Somebody knows or does not know that a program or a thing to borrow exists; not when they know and do not \
         like it.",
        "Alguien sabe o no sabe que existe un programa o una cosa que se presta; no cuando lo conoce y no le \
         gusta.",
    ),
    theme(
        "traditional",
        "knowing",
        "Books and quiet",
        "Libros y silencio",
        "The library is spoken of as books, quiet and children’s stories only; not when somebody names books among \
         other things.",
        "Se habla de la biblioteca solo como libros, silencio y cuentos para niños; no cuando se nombran los \
         libros entre otras cosas.",
    ),
    theme(
        "social_media",
        "knowing",
        "Social media",
        "Redes sociales",
        "Facebook, Instagram, WhatsApp and the like as the way news travels or fails to, the library’s own pages \
         too; not plain text messages between two people.",
        "Facebook, Instagram, WhatsApp y demás como el medio por el que corren o no corren las noticias, también \
         las páginas de la biblioteca; no los mensajes de texto entre dos personas.",
    ),
    theme(
        "word_of_mouth",
        "knowing",
        "Word of mouth",
        "De boca en boca",
        "News that one person tells another, face to face or on the phone; not posts that anybody can see.",
        "Noticias que una persona le cuenta a otra, en persona o por teléfono; no publicaciones que cualquiera \
         puede ver.",
    ),
    theme(
        "reaching",
        "",
        "Getting there",
        "Llegar",
        "What helps people come or keeps them away; not what they find once they are inside.",
        "Lo que ayuda a la gente a venir o no la deja venir; no lo que encuentra una vez adentro.",
    ),
    theme(
        "transport",
        "reaching",
        "Transportation",
        "Transporte",
        "Cars, rides, buses and distances, for the good or the bad, to the library or to other help; not stairs and \
         doors.",
        "Carros, pon o aventón, autobuses y distancias, para bien o para mal, hacia la biblioteca o hacia \
         otra ayuda; no escaleras ni puertas.",
    ),
    theme(
        "hours",
        "reaching",
        "Hours and shifts",
        "Horarios y turnos",
        "Opening hours or class hours against working hours; not a bus that stops running early, unless both are \
         named.",
        "El horario de la biblioteca o de las clases frente al horario de trabajo; no un autobús que deja de pasar \
         temprano, a menos que se nombren las dos cosas.",
    ),
    theme(
        "usage",
        "reaching",
        "Coming more or less",
        "Venir más o venir menos",
        "How many come, borrow or sit in a program, seen or counted; not one person’s reasons for staying away.",
        "Cuántas personas vienen, sacan libros o asisten a un programa, vistas o contadas; no las razones de una \
         sola persona para no venir.",
    ),
    theme(
        "cards",
        "reaching",
        "Cards and fines",
        "Tarjetas y multas",
        "Library cards, proof of address and old fines; not the price of other things.",
        "Tarjetas de la biblioteca, comprobantes de domicilio y multas viejas; no el precio de otras cosas.",
    ),
    theme(
        "welcome",
        "reaching",
        "Feeling welcome",
        "Sentirse en confianza",
        "How people were met, in which language and with how much patience; not whether the answer was right.",
        "Cómo se recibió a la gente, en qué idioma y con cuánta paciencia; no si la respuesta fue correcta.",
    ),
    theme(
        "working",
        "",
        "How the library works",
        "Cómo trabaja la biblioteca",
        "What the work is like from within; not what people outside imagine it to be.",
        "Cómo es el trabajo visto desde adentro; no como se lo imagina la gente de afuera.",
    ),
    theme(
        "staff_time",
        "working",
        "Staff time",
        "El tiempo del personal",
        "Where hours go and what has to wait; not opening hours.",
        "En qué se van las horas y qué tiene que esperar; no el horario de la biblioteca.",
    ),
    theme(
        "outreach",
        "working",
        "Going to where people are",
        "Ir a donde está la gente",
        "Being, or wishing to be, at schools, shops and tables outside the building; not posts and flyers.",
        "Estar, o querer estar, en escuelas, tiendas y mesas fuera del edificio; no publicaciones ni volantes.",
    ),
    theme(
        "needing",
        "",
        "What people need",
        "Lo que la gente necesita",
        "Needs that go beyond the library, and the way to those who can meet them; not wishes for books or programs.",
        "Necesidades que van más allá de la biblioteca y el camino hacia quienes pueden atenderlas; no el deseo de \
         tener libros o programas.",
    ),
    theme(
        "basic_needs",
        "needing",
        "Basic needs",
        "Necesidades básicas",
        "Food, a roof, health, papers and the like being short; not transportation, which has a theme of its own.",
        "Cuando faltan la comida, un techo, la salud, los papeles y cosas así; no el transporte, que tiene su \
         propio tema.",
    ),
    theme(
        "where_to_send",
        "needing",
        "Where to send people",
        "A dónde mandar a la gente",
        "Lists, binders and phone numbers, kept up or out of date, and guessing without them; not the need itself.",
        "Listas, carpetas y números de teléfono, al día o atrasados, y tener que adivinar cuando no los hay; no la \
         necesidad en sí.",
    ),
    theme(
        "library_center",
        "needing",
        "The library as the place to ask",
        "La biblioteca como lugar para preguntar",
        "People turn or are sent to the library for help of all kinds; not for books and computers.",
        "La gente acude o es enviada a la biblioteca para toda clase de ayuda; no para libros ni computadoras.",
    ),
];

/// The findings, in the order of the report.
pub(crate) static FINDINGS: &[SampleFinding] = &[
    SampleFinding {
        key: "aware",
        claim: "Community members generally lack awareness of what the library has to offer. Most know its most \
                “traditional” services, but not its programs or its more unusual resources. They use social media to \
                learn about local events, yet the library’s own pages reach few of them.",
        claim_es: "En general, la gente de la comunidad no sabe todo lo que ofrece la biblioteca. La mayoría conoce \
                   los servicios más «tradicionales», pero no los programas ni los recursos menos comunes. Se entera \
                   de lo que pasa aquí por las redes sociales, pero las páginas de la biblioteca llegan a muy pocas \
                   personas.",
        why: "There is a gap in awareness and connection. What would draw people in is there already; they do not \
              hear of it where they look.",
        why_es: "Hay una brecha de información y de conexión. Lo que atraería a la gente ya existe; no se entera \
                 porque no lo ve donde busca.",
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
        strategies_es: "Promoción de la biblioteca mediante puntos de acceso en la comunidad, más socios \
                        comunitarios y redes sociales",
        themes: &["awareness", "traditional", "social_media"],
        counts: &[],
    },
    SampleFinding {
        key: "usage",
        claim: "Circulation, program attendance and overall use of the library lag behind. Besides a lack of \
                awareness, community members name transportation as a significant barrier to reaching the resources \
                they need.",
        claim_es: "El préstamo de libros, la asistencia a los programas y el uso de la biblioteca en general van a \
                   la zaga. Además de no saber qué hay, la gente señala el transporte como un obstáculo importante \
                   para llegar a los recursos que necesita.",
        why: "Some will not come to the building whatever is in it. The library has to be where they already go.",
        why_es: "Hay quien no va a venir al edificio, haya lo que haya adentro. La biblioteca tiene que estar \
                 donde la gente ya va.",
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
        strategies_es: "Promoción de la biblioteca mediante puntos de acceso en la comunidad, más socios \
                        comunitarios y redes sociales",
        themes: &["transport", "usage"],
        counts: &[("barriers", "transport")],
    },
    SampleFinding {
        key: "staff_time",
        claim: "Staff time is minimally spent on outreach and external communications. In recent months it has gone \
                to the day-to-day needs of keeping the library open, despite an interest and desire to reach people \
                who do not use it.",
        claim_es: "El personal dedica muy poco tiempo a salir a la comunidad y a la comunicación externa. En los \
                   últimos meses, ese tiempo se ha ido en lo de todos los días para mantener abierta la biblioteca, \
                   a pesar del interés y las ganas de llegar a quienes no la usan.",
        why: "Outreach happens when somebody defends an hour for it. It needs a fixed place in the week and partners \
              who carry part of it.",
        why_es: "Se sale a la comunidad cuando alguien defiende una hora para hacerlo. Hace falta un lugar fijo en \
                 la semana y socios que carguen con una parte.",
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
        strategies_es: "Promoción de la biblioteca mediante puntos de acceso en la comunidad, más socios \
                        comunitarios y redes sociales",
        themes: &["staff_time", "outreach"],
        counts: &[],
    },
    SampleFinding {
        key: "needs",
        claim: "Community members describe a place where basic needs often go unmet, and many look to the library as \
                a central location to find critical resources and services. Many organizations could meet these \
                needs, but library staff do not have the tools or database to direct patrons to the right place.",
        claim_es: "La gente describe un lugar donde las necesidades básicas muchas veces quedan sin atender, y \
                   muchas personas acuden a la biblioteca como punto central para encontrar recursos y servicios \
                   esenciales. Hay muchas organizaciones que podrían ayudar, pero el personal de la biblioteca no \
                   tiene las herramientas ni una base de datos para orientar a la gente al lugar correcto.",
        why: "People already come to ask. One list that is kept up would turn guessing into an answer.",
        why_es: "La gente ya viene a preguntar. Una sola lista que se mantenga al día convertiría el adivinar en \
                 una respuesta.",
        strategies: "Creation of Resource Hub\nLibrary Promotion through Community Access Hubs, Community Partner \
                     Expansion, & Social Media",
        strategies_es: "Creación de un centro de recursos\nPromoción de la biblioteca mediante puntos de acceso en \
                        la comunidad, más socios comunitarios y redes sociales",
        themes: &["basic_needs", "where_to_send", "library_center"],
        counts: &[],
    },
    SampleFinding {
        key: "fines",
        claim: "Old fines keep families from coming back.",
        claim_es: "Las multas viejas hacen que las familias ya no regresen.",
        why: "One person said so. Ask more people before anything is built on it.",
        why_es: "Una sola persona lo dijo. Hay que preguntarle a más gente antes de basar algo en esto.",
        strategies: "",
        strategies_es: "",
        themes: &["cards"],
        counts: &[],
    },
];

/// Whom the team wants to hear. Three lines are not yet met.
pub(crate) static PLAN: &[SampleWanted] = &[
    SampleWanted {
        side: "voice",
        which: "community",
        people: 20,
        note: "Most of what we learn should come from outside.",
    },
    SampleWanted { side: "voice", which: "staff", people: 6, note: "Everyone who works at a desk, and the director." },
    SampleWanted { side: "role", which: "parent", people: 5, note: "Families are who the school hub is for." },
    SampleWanted { side: "role", which: "business", people: 3, note: "They hear from people who never come in." },
    SampleWanted { side: "organisation", which: "school", people: 1, note: "The hub stands in a school." },
    SampleWanted {
        side: "neighbourhood",
        which: "Hilltop",
        people: 2,
        note: "The bus does not go up there after six.",
    },
    SampleWanted { side: "language", which: "es", people: 12, note: "About half of the town speaks Spanish at home." },
    SampleWanted {
        side: "language",
        which: "ht",
        people: 2,
        note: "A few families have come to Mill Row. Find somebody who can interpret.",
    },
];

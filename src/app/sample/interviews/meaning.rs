//! What the practice team made of its interviews: the code book, the findings, and whom it still wants to hear.

use super::{SampleFinding, SampleTheme, SampleWanted};

const fn theme(
    key: &'static str,
    under: &'static str,
    name: &'static str,
    name_es: &'static str,
    definition: &'static str,
) -> SampleTheme {
    SampleTheme { key, under, name, name_es, definition }
}

/// The code book; a theme stands after the one it is part of.
pub(super) static THEMES: &[SampleTheme] = &[
    theme(
        "knowing",
        "",
        "Knowing the library",
        "Conocer la biblioteca",
        "What people know of the library and how they come to know it; not whether they can get there.",
    ),
    theme(
        "awareness",
        "knowing",
        "Knowing what there is",
        "Saber qué hay",
        "Somebody knows or does not know that a program or a thing to borrow exists; not when they know and do not \
         like it.",
    ),
    theme(
        "traditional",
        "knowing",
        "Books and quiet",
        "Libros y silencio",
        "The library is spoken of as books, quiet and children’s stories only; not when somebody names books among \
         other things.",
    ),
    theme(
        "social_media",
        "knowing",
        "Social media",
        "Redes sociales",
        "Facebook, Instagram, WhatsApp and the like as the way news travels or fails to, the library’s own pages \
         too; not plain text messages between two people.",
    ),
    theme(
        "word_of_mouth",
        "knowing",
        "Word of mouth",
        "De boca en boca",
        "News that one person tells another, face to face or on the phone; not posts that anybody can see.",
    ),
    theme(
        "reaching",
        "",
        "Getting there",
        "Llegar",
        "What helps people come or keeps them away; not what they find once they are inside.",
    ),
    theme(
        "transport",
        "reaching",
        "Transportation",
        "Transporte",
        "Cars, rides, buses and distances, for the good or the bad, to the library or to other help; not stairs and \
         doors.",
    ),
    theme(
        "hours",
        "reaching",
        "Hours and shifts",
        "Horarios y turnos",
        "Opening hours or class hours against working hours; not a bus that stops running early, unless both are \
         named.",
    ),
    theme(
        "usage",
        "reaching",
        "Coming more or less",
        "Venir más o venir menos",
        "How many come, borrow or sit in a program, seen or counted; not one person’s reasons for staying away.",
    ),
    theme(
        "cards",
        "reaching",
        "Cards and fines",
        "Tarjetas y multas",
        "Library cards, proof of address and old fines; not the price of other things.",
    ),
    theme(
        "welcome",
        "reaching",
        "Feeling welcome",
        "Sentirse en confianza",
        "How people were met, in which language and with how much patience; not whether the answer was right.",
    ),
    theme(
        "working",
        "",
        "How the library works",
        "Cómo trabaja la biblioteca",
        "What the work is like from within; not what people outside imagine it to be.",
    ),
    theme(
        "staff_time",
        "working",
        "Staff time",
        "El tiempo del personal",
        "Where hours go and what has to wait; not opening hours.",
    ),
    theme(
        "outreach",
        "working",
        "Going to where people are",
        "Ir a donde está la gente",
        "Being, or wishing to be, at schools, shops and tables outside the building; not posts and flyers.",
    ),
    theme(
        "needing",
        "",
        "What people need",
        "Lo que la gente necesita",
        "Needs that go beyond the library, and the way to those who can meet them; not wishes for books or programs.",
    ),
    theme(
        "basic_needs",
        "needing",
        "Basic needs",
        "Necesidades básicas",
        "Food, a roof, health, papers and the like being short; not transportation, which has a theme of its own.",
    ),
    theme(
        "where_to_send",
        "needing",
        "Where to send people",
        "A dónde mandar a la gente",
        "Lists, binders and phone numbers, kept up or out of date, and guessing without them; not the need itself.",
    ),
    theme(
        "library_center",
        "needing",
        "The library as the place to ask",
        "La biblioteca como lugar para preguntar",
        "People turn or are sent to the library for help of all kinds; not for books and computers.",
    ),
];

/// The findings, in the order of the report.
pub(super) static FINDINGS: &[SampleFinding] = &[
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
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
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
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
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
        strategies: "Library Promotion through Community Access Hubs, Community Partner Expansion, & Social Media",
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
        strategies: "Creation of Resource Hub\nLibrary Promotion through Community Access Hubs, Community Partner \
                     Expansion, & Social Media",
        themes: &["basic_needs", "where_to_send", "library_center"],
        counts: &[],
    },
    SampleFinding {
        key: "fines",
        claim: "Old fines keep families from coming back.",
        claim_es: "Las multas viejas hacen que las familias ya no regresen.",
        why: "One person said so. Ask more people before anything is built on it.",
        strategies: "",
        themes: &["cards"],
        counts: &[],
    },
];

/// Whom the team wants to hear. Three lines are not yet met.
pub(super) static PLAN: &[SampleWanted] = &[
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

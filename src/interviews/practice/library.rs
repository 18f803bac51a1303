//! Practice interviews with people who work at the library.

use super::sample::{NOTES_ONLY, ON_TAPE, SampleInterview, SampleSpeaker, line};
use crate::interviews::kinds::interview::HELD;

/// The interviews, by their numbers.
pub(crate) static INTERVIEWS: &[SampleInterview] = &[
    SampleInterview {
        called: "22 · Staff: evenings",
        guide: "staff_in_depth",
        when: (23, 13),
        place: "Staff room",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::staff("Robin", "en")],
        said: &[
            line("last_week", "Two people out sick, so it was desk, desk, desk, and the book drop.")
                .whole(&["staff_time"])
                .backs(&["staff_time"]),
            line(
                "outreach_hours",
                "None. I was going to the school on Thursday and covered the desk at lunch instead.",
            )
            .whole(&["staff_time", "outreach"])
            .backs(&["staff_time"]),
            line("asked_for", "Phone chargers, the fax, where to get food. Books come fourth.")
                .whole(&["library_center", "basic_needs"])
                .doubted("basic_needs")
                .backs(&["needs"]),
            line("direct", "I google it and hope. Last week I sent a woman to a pantry that closed in the spring.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
            line("keep", "People know our faces. They say hello at the supermarket.").whole(&["welcome"]),
        ],
        answers: &[
            ("role", "Front desk, evenings"),
            ("focus", "desk"),
            ("outreach_hours", "0"),
            ("posts", "no"),
            ("asked_for", "food internet papers"),
            ("sure", "2"),
            ("tools", "One list that is right\nA second person on Thursdays"),
        ],
    },
    SampleInterview {
        called: "23 · Staff: children’s room",
        guide: "staff_in_depth",
        when: (22, 10),
        place: "Children’s room, before opening",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::staff("Alma", "es")],
        said: &[
            line(
                "last_week",
                "Lunes y martes, cuentos. Lo demás fue recoger la sala, contestar correos y cubrir a otros.",
            ),
            line("outreach_hours", "Tres horas: la mesa de la escuela. Esas sí las defendemos, llueva o truene.")
                .whole(&["outreach"])
                .against("staff_time"),
            line("half_day", "Me iría a las guarderías con una caja de libros. Llevo dos años con ganas.")
                .whole(&["outreach"])
                .backs(&["staff_time"]),
            line("posts_how", "Tomo la foto aquí, escribo el texto en el carro y la subo de noche, desde mi casa.")
                .whole(&["social_media", "staff_time"])
                .backs(&["staff_time"]),
            line("direct", "Tengo papelitos pegados en la pantalla. Si se despegan, ahí se acabó.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
        ],
        answers: &[
            ("role", "Sala infantil"),
            ("focus", "programs"),
            ("outreach_hours", "3"),
            ("posts", "yes"),
            ("asked_for", "childcare school food"),
            ("sure", "3"),
            ("tools", "Una lista que alguien mantenga al día\nUna tableta para salir"),
        ],
    },
    SampleInterview {
        called: "24 · Staff: the office",
        guide: "staff_in_depth",
        when: (20, 9),
        place: "Office",
        language: "en",
        outcome: HELD,
        memo: "The phone rang four times. That says something, too.",
        speakers: &[SampleSpeaker::staff("Lane", "en")],
        said: &[
            line("last_week", "The boiler, payroll, a leak, and two job interviews. That was my week.")
                .whole(&["staff_time"])
                .backs(&["staff_time"]),
            line("half_day", "I’d go see the people who never come in. It’s why I took this job.")
                .whole(&["outreach"])
                .backs(&["staff_time"]),
            line("direct", "We have six lists, and no two of them agree.").whole(&["where_to_send"]).backs(&["needs"]),
            line(
                "keep",
                "The children’s room is holding up. Checkouts and program attendance are still below where they were.",
            )
            .quote("Checkouts and program attendance are still below where they were.", &["usage"])
            .backs(&["usage"]),
        ],
        answers: &[
            ("role", "Runs the office"),
            ("focus", "running"),
            ("outreach_hours", "1"),
            ("posts", "no"),
            ("asked_for", "housing internet"),
            ("sure", "3"),
            ("tools", "A boiler that works\nA shared calendar of partners"),
        ],
    },
    SampleInterview {
        called: "25 · Staff: part-time",
        guide: "staff_in_depth",
        when: (17, 16),
        place: "Staff room",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::staff("Toño", "es").granting(ON_TAPE)],
        said: &[
            line("last_week", "Entro a las cuatro y no me levanto hasta que cerramos. Si me levanto, no queda nadie.")
                .whole(&["staff_time"])
                .backs(&["staff_time"]),
            line("half_day", "Iría a la lavandería. Ahí está la gente que aquí no vemos.")
                .whole(&["outreach"])
                .backs(&["staff_time"]),
            line(
                "asked_for",
                "Preguntan por renta, por comida, por abogados. Quisiera poder contestarles algo seguro.",
            )
            .whole(&["basic_needs", "where_to_send"])
            .backs(&["needs"]),
            line("direct", "Le hablo a mi mamá, que conoce a todo el mundo.")
                .whole(&["where_to_send", "word_of_mouth"])
                .backs(&["needs"]),
        ],
        answers: &[
            ("role", "Mostrador, medio tiempo"),
            ("focus", "desk"),
            ("outreach_hours", "0"),
            ("posts", "no"),
            ("asked_for", "housing food papers"),
            ("sure", "2"),
        ],
    },
    SampleInterview {
        called: "26 · Staff: reference",
        guide: "staff_in_depth",
        when: (15, 11),
        place: "Reference desk, after closing",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::staff("Bea", "en")],
        said: &[
            line("last_week", "Thirty-one hours on the desk out of thirty-five. I counted.")
                .whole(&["staff_time"])
                .backs(&["staff_time"]),
            line("half_day", "Honestly? Weed the basement. Somebody else can stand in parking lots.")
                .whole(&["outreach", "staff_time"])
                .against("staff_time"),
            line("direct", "For taxes and jobs I’m good. For housing I have a binder that is four years old.")
                .quote("For housing I have a binder that is four years old.", &["where_to_send"])
                .backs(&["needs"]),
            line("asked_for", "Forms. Every day, forms. I am not supposed to fill them out, and I do."),
            line("keep", "We answer everybody, even when we don’t know."),
        ],
        answers: &[
            ("role", "Reference"),
            ("focus", "desk"),
            ("outreach_hours", "0"),
            ("posts", "no"),
            ("asked_for", "work papers housing"),
            ("sure", "4"),
            ("tools", "Somebody to call about housing"),
        ],
    },
    SampleInterview {
        called: "27 · Staff: shelves and posts",
        guide: "staff_in_depth",
        when: (13, 15),
        place: "Loading dock",
        language: "en",
        outcome: HELD,
        memo: "Fine with notes, not with being quoted: there are only so many of us.",
        speakers: &[SampleSpeaker::staff("Milo", "en").granting(NOTES_ONLY)],
        said: &[
            line("last_week", "Shelving, mostly. Posts when the cart is empty, and the cart is never empty."),
            line("posts_how", "Somebody asks at five to five. I write it in the elevator."),
            line("half_day", "Plan a month of posts in one go. I’d even learn to cut video."),
            line("direct", "I walk them to the desk and say good luck."),
            line("keep", "Nobody yells here. I’ve worked places where they yell."),
        ],
        answers: &[
            ("role", "Shelves and Instagram"),
            ("focus", "collection"),
            ("outreach_hours", "2"),
            ("posts", "yes"),
            ("sure", "1"),
            ("tools", "A calendar for posts\nAn hour that is mine"),
        ],
    },
];

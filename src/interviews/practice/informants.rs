//! Practice interviews with people who know the community through their work.

use super::sample::{IN_THE_OPEN, NOTES_ONLY, QUOTABLE_AGAIN, SampleInterview, SampleSpeaker, line};
use crate::interviews::kinds::interview::HELD;

/// The interviews, by their numbers.
pub(crate) static INTERVIEWS: &[SampleInterview] = &[
    SampleInterview {
        called: "17 · School family room",
        guide: "key_informant",
        when: (38, 10),
        place: "Río Verde School, family room",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Julián", "teacher", "Valley Street", "es")
            .of("Escuela Primaria Río Verde")
            .granting(QUOTABLE_AGAIN)],
        said: &[
            line(
                "work",
                "Recibo a las familias que llegan: la inscripción, los uniformes, la comida del fin de semana.",
            ),
            line("changes", "Antes pedían ayuda con la tarea. Ahora lo primero que preguntan es por la renta.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line("refer", "Tengo una libreta con teléfonos. Cuando me enfermé, nadie más supo a quién llamar.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
            line(
                "contact",
                "Desde que pusieron la mesa, las familias conocen por su nombre a alguien de la biblioteca.",
            )
            .quote("las familias conocen por su nombre a alguien de la biblioteca", &["outreach", "welcome"])
            .doubted("welcome"),
            line("channels", "Mensajes en el teléfono y el Facebook de la escuela. El papel se queda en la mochila.")
                .whole(&["social_media"])
                .backs(&["aware"]),
            line(
                "together",
                "Traer aquí la clase de inglés. A la biblioteca muchos no llegan, pero a dejar al niño vienen diario.",
            )
            .quote("A la biblioteca muchos no llegan, pero a dejar al niño vienen diario.", &["transport", "outreach"])
            .doubted("transport")
            .backs(&["usage"]),
        ],
        answers: &[
            ("people", "140"),
            ("unmet", "housing food childcare"),
            ("list_kept", "yes"),
            ("list_updated", "200"),
            ("contact", "monthly"),
            ("known", "4"),
            ("channels", "Mensajes de la escuela\nFacebook de la escuela"),
            ("who_else", "Las señoras de la cafetería"),
        ],
    },
    SampleInterview {
        called: "18 · Clinic",
        guide: "key_informant",
        when: (36, 12),
        place: "Riverside Clinic, break room",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Nurse K.", "service", "Riverside", "en").of("Riverside Clinic")],
        said: &[
            line("work", "Walk-ins, mostly. Blood pressure, diabetes, and a lot of worry."),
            line("changes", "We see people skipping pills so that the kids can eat.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line("unmet", "Rides. I can book the specialist. I can’t get them there.")
                .whole(&["transport"])
                .backs(&["usage"]),
            line("refer", "I send them to the library. It’s the one place I know that will talk to anybody.")
                .whole(&["library_center"])
                .backs(&["needs"]),
            line("contact", "To be honest, I couldn’t tell you one thing you do besides books.")
                .whole(&["awareness", "traditional"])
                .backs(&["aware"]),
            line("together", "One of us at your front table, one morning a month. We’d bring the cuffs."),
        ],
        answers: &[
            ("people", "320"),
            ("unmet", "transport health food"),
            ("list_kept", "no"),
            ("contact", "never"),
            ("known", "2"),
            ("channels", "Family\nThe waiting room TV"),
        ],
    },
    SampleInterview {
        called: "19 · Town hall",
        guide: "key_informant",
        when: (34, 9),
        place: "Town hall, second floor",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Teresa Bright", "official", "Downtown", "en").granting(IN_THE_OPEN)],
        said: &[
            line("work", "I answer the phone for the council. If it’s broken, it comes to me."),
            line("changes", "There are nine groups in this town giving out food, and no two of them share a calendar.")
                .whole(&["where_to_send", "basic_needs"])
                .backs(&["needs"]),
            line("refer", "We tell people to try the library, and then I wonder what you do with them.")
                .whole(&["library_center"])
                .backs(&["needs"]),
            line("contact", "I see you once a year, at budget time. Visits were down again.")
                .quote("Visits were down again.", &["usage"])
                .backs(&["usage"]),
            line("channels", "On a snow day the town’s Facebook page reaches two thousand people. Yours gets a dozen.")
                .whole(&["social_media"])
                .added("usage")
                .backs(&["aware"]),
            line("together", "One list that everybody keeps up, and one place that answers for it.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
        ],
        answers: &[
            ("people", "90"),
            ("unmet", "housing food transport"),
            ("list_kept", "no"),
            ("contact", "some"),
            ("known", "3"),
            ("channels", "The town’s Facebook page\nThe paper"),
            ("who_else", "The bus company"),
        ],
    },
    SampleInterview {
        called: "20 · Food pantry",
        guide: "key_informant",
        when: (31, 17),
        place: "St. Brigid, downstairs",
        language: "es",
        outcome: HELD,
        memo: "She would rather not be quoted until the new coordinator has started.",
        speakers: &[SampleSpeaker::community("Hermana Inés", "faith", "Mill Row", "es")
            .of("St. Brigid Food Pantry")
            .granting(NOTES_ONLY)],
        said: &[
            line("work", "Damos comida los martes y los jueves. Vienen de todas las iglesias y de ninguna."),
            line("changes", "Cada mes se nos acaba más temprano. Antes alcanzaba hasta las seis."),
            line("refer", "Nos preguntan de todo. Mandamos a la gente con quien nos acordamos."),
            line("together", "Que alguien de la biblioteca se siente con nosotras un jueves y vea."),
        ],
        answers: &[
            ("people", "210"),
            ("unmet", "food housing health"),
            ("list_kept", "no"),
            ("contact", "rarely"),
            ("known", "3"),
            ("channels", "La misa\nDe boca en boca"),
        ],
    },
    SampleInterview {
        called: "21 · Soup kitchen office",
        guide: "key_informant",
        when: (29, 14),
        place: "Maple Street Soup Kitchen, the office",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Kim Rivera", "service", "North side", "en")
            .of("Maple Street Soup Kitchen")
            .granting(IN_THE_OPEN)],
        said: &[
            line("unmet", "Housing. Everything else I can find somebody within a week.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line(
                "refer",
                "We have a binder, and I go through it the first of every month. Nobody leaves without a name and a \
                 number.",
            )
            .whole(&["where_to_send"])
            .against("needs"),
            line("contact", "You drop off flyers. You never stay for lunch, and lunch is when people talk.")
                .quote("You never stay for lunch, and lunch is when people talk.", &["outreach", "staff_time"])
                .doubted("staff_time")
                .backs(&["staff_time"]),
            line("channels", "The line. The line knows everything before Facebook does.").whole(&["word_of_mouth"]),
            line("together", "Come with the laptop on a Tuesday. Half of them need one form filled out."),
        ],
        answers: &[
            ("people", "640"),
            ("unmet", "housing"),
            ("list_kept", "yes"),
            ("list_updated", "9"),
            ("contact", "some"),
            ("known", "3"),
            ("channels", "The line\nTexts from us"),
            ("who_else", "Whoever runs the winter shelter"),
        ],
    },
];

//! Practice interviews with people who live and work in town.

use super::sample::{IN_THE_OPEN, NOTES_ONLY, QUOTABLE_AGAIN, SampleInterview, SampleSpeaker, line};
use crate::interviews::kinds::interview::{HELD, NAMED, NOTES, QUOTES};

/// The interviews, by their numbers.
pub(crate) static INTERVIEWS: &[SampleInterview] = &[
    SampleInterview {
        called: "01 · Laundromat",
        guide: "community_stakeholder",
        when: (58, 10),
        place: "Laundromat on Valley Street",
        language: "es",
        outcome: HELD,
        memo: "Loud, between two dryers. She wanted to go on talking when I was done.",
        speakers: &[SampleSpeaker::community("Luz", "parent", "Valley Street", "es").granting(QUOTABLE_AGAIN)],
        said: &[
            line("years_here", "Nueve años ya. Mis dos hijos nacieron aquí."),
            line("news", "Todo lo veo en Facebook, en el grupo de las mamás. De la biblioteca nunca me sale nada.")
                .quote("De la biblioteca nunca me sale nada.", &["social_media", "awareness"])
                .backs(&["aware"]),
            line("aware", "Pues libros. ¿Hay algo más?").whole(&["traditional"]).backs(&["aware"]),
            line("ease", "Le pongo un dos, y eso cuando alguien me lleva."),
            line(
                "barriers",
                "Mi esposo se va a las cinco con el carro. Con el coche del bebé y la niña de la mano, a pie no llego.",
            )
            .quote("Con el coche del bebé y la niña de la mano, a pie no llego.", &["transport"])
            .backs(&["usage"]),
            line(
                "wish",
                "Que vengan aquí, a la lavandería. Los sábados estamos dos horas esperando a que se seque la ropa.",
            )
            .whole(&["outreach"]),
        ],
        answers: &[
            ("years_here", "9"),
            ("news", "Facebook\nEl grupo de las mamás"),
            ("needs", "childcare transport"),
            ("aware", "books"),
            ("been", "no"),
            ("way", "ride"),
            ("ease", "2"),
            ("barriers", "transport did_not_know"),
        ],
    },
    SampleInterview {
        called: "02 · Diner counter",
        guide: "community_stakeholder",
        when: (57, 8),
        place: "Diner on Mill Row",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[
            SampleSpeaker::community("Walter Haines", "resident", "Mill Row", "en").granting(&[NOTES, QUOTES, NAMED])
        ],
        said: &[
            line("years_here", "Forty-one years. I was at the mill until they shut the doors."),
            line("news", "Radio in the morning, and whoever sits on the next stool. I don’t do the Facebook.")
                .whole(&["word_of_mouth", "social_media"])
                .against("aware"),
            line("needs", "There’s men my age who eat once a day and would never tell you.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line("where_help", "You ask at the library, because they don’t make you fill out a form first.")
                .whole(&["library_center"])
                .added("welcome")
                .backs(&["needs"]),
            line(
                "visit_like",
                "I needed the number for fuel assistance. She had to call three places before she found it.",
            )
            .quote("She had to call three places before she found it.", &["where_to_send"])
            .backs(&["needs"]),
            line("barriers", "The front steps, when they ice over. Otherwise I’m in there Tuesdays for the paper."),
        ],
        answers: &[
            ("years_here", "41"),
            ("news", "Radio\nThe diner"),
            ("needs", "food company"),
            ("aware", "books computers"),
            ("been", "yes"),
            ("way", "car"),
            ("ease", "4"),
            ("barriers", "stairs"),
        ],
    },
    SampleInterview {
        called: "03 · After the night shift",
        guide: "community_stakeholder",
        when: (55, 7),
        place: "Taquería on the north side",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Chuy", "resident", "North side", "es")],
        said: &[
            line("news", "El grupo de WhatsApp del trabajo. Si lo mandan por ahí, en una hora lo saben cien personas.")
                .whole(&["social_media", "word_of_mouth"])
                .doubted("word_of_mouth")
                .backs(&["aware"]),
            line("needs", "Inglés. Pero a una hora que le sirva al que trabaja de noche, porque de día uno duerme.")
                .whole(&["hours"]),
            line(
                "visit_like",
                "Fui una vez a sacar unas copias. La señorita hablaba español y me explicó con paciencia.",
            )
            .whole(&["welcome"]),
            line(
                "barriers",
                "El último camión pasa a las seis y diez. Si la clase acaba a las siete, ¿en qué me regreso?",
            )
            .whole(&["transport", "hours"])
            .backs(&["usage"]),
            line("wish", "Una clase los domingos, que es cuando descansamos."),
        ],
        answers: &[
            ("years_here", "4"),
            ("news", "WhatsApp del trabajo\nFacebook"),
            ("needs", "english work"),
            ("aware", "books computers"),
            ("been", "yes"),
            ("way", "bus"),
            ("ease", "2"),
            ("barriers", "hours transport"),
        ],
    },
    SampleInterview {
        called: "04 · Hardware store",
        guide: "community_stakeholder",
        when: (54, 15),
        place: "Hilltop Hardware, at the register",
        language: "en",
        outcome: HELD,
        memo: "Customers came and went. He asked twice when the shelf would come.",
        speakers: &[SampleSpeaker::community("Sam Okafor", "business", "Downtown", "en")
            .of("Hilltop Hardware")
            .granting(IN_THE_OPEN)],
        said: &[
            line(
                "news",
                "I follow every shop on Main Street on Instagram. I couldn’t tell you whether the library is on there.",
            )
            .quote("I couldn’t tell you whether the library is on there.", &["social_media", "awareness"])
            .backs(&["aware"]),
            line("needs", "Last winter two of my part-timers were sleeping in their cars.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line("where_help", "They ask me, and honestly, I make it up as I go.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
            line("aware", "I had no idea you lend tools. I sell tools. I’d have been sending people over for years.")
                .quote("I had no idea you lend tools.", &["awareness"])
                .backs(&["aware"]),
            line("wish", "Put a shelf by my register. I’ve got the room, and everybody walks past it.")
                .whole(&["outreach"]),
        ],
        answers: &[
            ("years_here", "12"),
            ("news", "Instagram\nThe chamber’s newsletter"),
            ("needs", "housing work"),
            ("aware", "books programs"),
            ("been", "no"),
            ("way", "car"),
            ("ease", "5"),
            ("barriers", "time"),
        ],
    },
    SampleInterview {
        called: "05 · Bakery, two sisters",
        guide: "community_stakeholder",
        when: (52, 14),
        place: "Panadería, downtown",
        language: "es",
        outcome: HELD,
        memo: "One of them may be quoted, the other would rather not. Both stayed to the end.",
        speakers: &[
            SampleSpeaker::community("Nelly", "business", "Downtown", "es"),
            SampleSpeaker::community("Yesenia", "parent", "Downtown", "es").granting(NOTES_ONLY),
        ],
        said: &[
            line("years_here", "Abrimos hace seis años. Antes la panadería era de nuestra tía."),
            line("news", "La gente se entera por las historias de Instagram. Subo lo que sale del horno y se llena.")
                .quote("La gente se entera por las historias de Instagram.", &["social_media"])
                .backs(&["aware"]),
            line("news", "Y por mi comadre, que todo lo sabe.").by(1),
            line("where_help", "Nos preguntan a nosotras. Les decimos: vaya a la biblioteca, ahí le dicen.")
                .quote("Les decimos: vaya a la biblioteca, ahí le dicen.", &["library_center"])
                .backs(&["needs"]),
            line("aware", "Sé que hay cuentos para niños, pero no qué día ni si son en español.")
                .whole(&["awareness"])
                .added("traditional")
                .backs(&["aware"]),
            line("aware", "Yo pensaba que las clases se pagaban.").by(1),
            line("barriers", "El tiempo. Cuando nosotras cerramos, ustedes ya cerraron.").by(1),
        ],
        answers: &[
            ("years_here", "6"),
            ("news", "Instagram\nLa comadre"),
            ("needs", "papers english"),
            ("aware", "books children"),
            ("been", "no"),
            ("way", "walk"),
            ("ease", "4"),
            ("barriers", "time hours did_not_know"),
        ],
    },
    SampleInterview {
        called: "06 · Teen Drop-In",
        guide: "community_stakeholder",
        when: (50, 16),
        place: "Teen Drop-In, the back room",
        language: "en",
        outcome: HELD,
        memo: "His aunt signed the day before and waited outside.",
        speakers: &[SampleSpeaker::community("Jay", "student", "North side", "en").of("Teen Drop-In").with_guardian()],
        said: &[
            line("news", "Instagram and group chats. Nobody my age looks at flyers.")
                .whole(&["social_media"])
                .backs(&["aware"]),
            line("aware", "Quiet. Like, you go there to be quiet.").whole(&["traditional"]).backs(&["aware"]),
            line(
                "visit_like",
                "I went to print something and they were cool about it. I didn’t know you had a 3D printer until you \
                 said it just now.",
            )
            .quote("I didn’t know you had a 3D printer until you said it just now.", &["awareness"])
            .backs(&["aware"]),
            line("way", "If my aunt can’t drive me, I’m not going. No bus comes up here after school.")
                .quote("No bus comes up here after school.", &["transport"])
                .backs(&["usage"]),
            line("wish", "A room where you’re allowed to talk. And chargers."),
        ],
        answers: &[
            ("years_here", "16"),
            ("news", "Instagram\nGroup chats"),
            ("aware", "books computers"),
            ("been", "yes"),
            ("way", "ride"),
            ("ease", "2"),
            ("barriers", "transport"),
        ],
    },
    SampleInterview {
        called: "07 · A table at lunch",
        guide: "community_stakeholder",
        when: (49, 12),
        place: "Maple Street Soup Kitchen",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Beto", "resident", "Riverside", "es")],
        said: &[
            line("needs", "Uno duerme donde puede. Lo que más falta ahorita es un techo y dónde bañarse.")
                .quote("Lo que más falta ahorita es un techo y dónde bañarse.", &["basic_needs"])
                .backs(&["needs"]),
            line(
                "where_help",
                "En la biblioteca uno se sienta, se calienta y pregunta. Es el único lugar de donde no lo corren.",
            )
            .whole(&["library_center", "welcome"])
            .doubted("library_center")
            .backs(&["needs"]),
            line("visit_like", "Me dieron tres teléfonos. Dos ya no existían.")
                .whole(&["where_to_send"])
                .backs(&["needs"]),
            line("way", "Caminando. Del río hasta allá son como cuarenta minutos.")
                .whole(&["transport"])
                .backs(&["usage"]),
            line("barriers", "Para la tarjeta piden una dirección, y yo no tengo.").whole(&["cards"]),
        ],
        answers: &[
            ("years_here", "2"),
            ("needs", "housing food work"),
            ("aware", "computers help"),
            ("been", "yes"),
            ("way", "walk"),
            ("ease", "3"),
            ("barriers", "transport address"),
            ("news", ""),
        ],
    },
    SampleInterview {
        called: "08 · Theatre lobby",
        guide: "community_stakeholder",
        when: (47, 18),
        place: "Windmill Community Theatre",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Pat Moreau", "arts", "Downtown", "en")
            .of("Windmill Community Theatre")
            .granting(IN_THE_OPEN)],
        said: &[
            line("news", "If it isn’t a Facebook event, it didn’t happen.").whole(&["social_media"]).backs(&["aware"]),
            line("aware", "I know the book sale and the children’s room. Past that I’d be guessing.")
                .whole(&["traditional", "awareness"])
                .doubted("traditional")
                .backs(&["aware"]),
            line("visit_like", "It was a Saturday, and I had the whole upstairs to myself.")
                .whole(&["usage"])
                .backs(&["usage"]),
            line("barriers", "After seven there is no bus back to Mill Row. It costs us half of our audience, too.")
                .quote("After seven there is no bus back to Mill Row.", &["transport"])
                .backs(&["usage"]),
            line("wish", "Let us do a play reading in your big room. We’d bring the chairs."),
        ],
        answers: &[
            ("years_here", "17"),
            ("news", "Facebook events\nPosters"),
            ("needs", "company transport"),
            ("aware", "books children"),
            ("been", "yes"),
            ("way", "car"),
            ("ease", "4"),
            ("barriers", "transport hours"),
        ],
    },
    SampleInterview {
        called: "09 · Radio station",
        guide: "community_stakeholder",
        when: (45, 11),
        place: "Radio Quinebaug, after the program",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Lucía Ferrer", "arts", "Downtown", "es")
            .of("Radio Quinebaug")
            .granting(IN_THE_OPEN)],
        said: &[
            line("news", "Los mayores, por la radio. Los jóvenes, por el teléfono."),
            line(
                "needs",
                "Llaman al programa a preguntar dónde hay despensa, dónde hay abogado. Nosotros no sabemos, pero al \
                 aire hay que contestar algo.",
            )
            .quote(
                "Llaman al programa a preguntar dónde hay despensa, dónde hay abogado.",
                &["basic_needs", "where_to_send"],
            )
            .doubted("where_to_send")
            .backs(&["needs"]),
            line("where_help", "Yo los mando a la biblioteca y cruzo los dedos.")
                .whole(&["library_center"])
                .backs(&["needs"]),
            line("aware", "La lista de eventos me llega cuando ya pasó la mitad.")
                .whole(&["awareness"])
                .added("staff_time")
                .backs(&["aware"]),
            line("wish", "Dos minutos los viernes, en español. Ustedes hablan y yo pongo la música."),
        ],
        answers: &[
            ("years_here", "8"),
            ("news", "La radio\nFacebook\nLlamadas de los oyentes"),
            ("needs", "food papers housing"),
            ("aware", "programs languages"),
            ("been", "no"),
            ("way", "car"),
            ("ease", "5"),
        ],
    },
    SampleInterview {
        called: "10 · Friends’ book sale",
        guide: "community_stakeholder",
        when: (43, 13),
        place: "Library basement, between boxes",
        language: "en",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Dot", "volunteer", "Hilltop", "en")],
        said: &[
            line("news", "I get the newsletter, and I see it all on Facebook. I never miss a thing.")
                .whole(&["social_media"])
                .against("aware"),
            line("aware", "Museum passes, tools, seeds, tax help. I could give the tour.")
                .whole(&["awareness"])
                .against("aware"),
            line("visit_like", "Story time was packed last week, strollers two deep in the hall.")
                .whole(&["usage"])
                .against("usage"),
            line("barriers", "Nothing, for me. But my neighbor gave up her license, and now she doesn’t come.")
                .quote("my neighbor gave up her license, and now she doesn’t come", &["transport"])
                .backs(&["usage"]),
        ],
        answers: &[
            ("years_here", "33"),
            ("news", "Newsletter\nFacebook"),
            ("needs", "company transport"),
            ("aware", "books programs children help cardholder"),
            ("been", "yes"),
            ("way", "car"),
            ("ease", "5"),
        ],
    },
];

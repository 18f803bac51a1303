//! Practice interviews with people met in passing: at a bus stop, at a school hub, on the way out of an event.

use super::sample::{NOTES_ONLY, NOTHING, QUOTABLE_AGAIN, SampleInterview, SampleSpeaker, line};
use crate::interviews::kinds::interview::{HELD, REFUSED};

/// The interviews, by their numbers.
pub(crate) static INTERVIEWS: &[SampleInterview] = &[
    SampleInterview {
        called: "11 · Bus stop",
        guide: "community_stakeholder",
        when: (41, 9),
        place: "Bus stop on Valley Street",
        language: "es",
        outcome: HELD,
        memo: "We had until the next bus, twenty minutes.",
        speakers: &[SampleSpeaker::community("Miriam", "resident", "Valley Street", "es")],
        said: &[
            line("news", "Instagram. Por ahí vi lo de las clases y me apunté esa misma noche.")
                .whole(&["social_media", "awareness"])
                .against("aware"),
            line("needs", "Papeles. Todo el mundo anda buscando quien le ayude a llenar un papel.")
                .whole(&["basic_needs"])
                .backs(&["needs"]),
            line("visit_like", "Éramos cuatro en la clase, contando a la maestra.").whole(&["usage"]).backs(&["usage"]),
            line("way", "La guagua me deja en la puerta. Para mí, llegar no es problema.")
                .whole(&["transport"])
                .against("usage"),
            line("wish", "Que den la clase también en la escuela, para las que no pueden llegar.")
                .whole(&["outreach"])
                .added("transport"),
        ],
        answers: &[
            ("years_here", "1"),
            ("news", "Instagram"),
            ("needs", "papers english"),
            ("aware", "languages books"),
            ("been", "yes"),
            ("way", "bus"),
            ("ease", "5"),
        ],
    },
    SampleInterview {
        called: "12 · School hub, pick-up time",
        guide: "hub_intercept",
        when: (26, 15),
        place: "Río Verde School, resource room",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Flor", "parent", "Valley Street", "es")],
        said: &[
            line("found", "Este libro en los dos idiomas, para leerlo con mi mamá."),
            line("missing", "Una lista de dónde dan ropa de invierno para los niños.")
                .whole(&["where_to_send", "basic_needs"])
                .backs(&["needs"]),
            line("barriers", "La verdad, no sabía que era gratis.").whole(&["awareness"]).backs(&["aware"]),
            line("barriers", "Y sin carro y con tres niños, ¿cómo?").whole(&["transport"]).backs(&["usage"]),
        ],
        answers: &[
            ("brings", "child"),
            ("found", "yes"),
            ("missing", "Dónde dan ropa de invierno"),
            ("been", "no"),
            ("barriers", "did_not_know transport"),
        ],
    },
    SampleInterview {
        called: "13 · School hub, the bus came",
        guide: "hub_intercept",
        when: (26, 16),
        place: "Río Verde School, resource room",
        language: "es",
        outcome: "broken_off",
        memo: "The school bus came and he had to run. Worth asking again.",
        speakers: &[SampleSpeaker::community("Don Chepe", "parent", "North side", "es").granting(QUOTABLE_AGAIN)],
        said: &[
            line("brings", "Vengo por mi nieta. Ya mero sale."),
            line("been", "Antes íbamos mucho. Nos quedó una multa de dos libros y por pena ya no volvimos.")
                .quote("Nos quedó una multa de dos libros y por pena ya no volvimos.", &["cards"])
                .added("welcome")
                .backs(&["fines"]),
        ],
        answers: &[("brings", "child"), ("found", "yes"), ("been", "yes")],
    },
    SampleInterview {
        called: "14 · School hub, no thank you",
        guide: "hub_intercept",
        when: (26, 17),
        place: "Río Verde School, resource room",
        language: "es",
        outcome: REFUSED,
        memo: "",
        speakers: &[SampleSpeaker::community("", "parent", "", "es").granting(NOTHING)],
        said: &[],
        answers: &[],
    },
    SampleInterview {
        called: "15 · Lantern night, at the door",
        guide: "event_exit",
        when: (19, 19),
        place: "Library, front door",
        language: "en",
        outcome: HELD,
        memo: "Speaks Portuguese at home. English was fine with her.",
        speakers: &[SampleSpeaker::community("Bia", "parent", "Riverside", "pt")],
        said: &[
            line("heard_how", "My neighbor texted me at four. I would never have found it on my own.")
                .quote("I would never have found it on my own.", &["awareness", "word_of_mouth"])
                .backs(&["aware"]),
            line("liked", "My son made two lanterns and cried when it was over."),
            line("remember", "That it was free, and that nobody asked me for a card.").whole(&["welcome", "cards"]),
            line("first_time", "Three years in this town, and yes, the first time."),
            line("next_time", "Weekends. On weekdays there’s nobody to drive us.")
                .whole(&["transport", "hours"])
                .doubted("hours")
                .backs(&["usage"]),
        ],
        answers: &[("heard_how", "friend"), ("liked", "5"), ("first_time", "yes"), ("next_time", "weekend")],
    },
    SampleInterview {
        called: "16 · Story time in Spanish, at the door",
        guide: "event_exit",
        when: (12, 11),
        place: "Library, children’s room",
        language: "es",
        outcome: HELD,
        memo: "",
        speakers: &[SampleSpeaker::community("Doña Meche", "parent", "North side", "es").granting(NOTES_ONLY)],
        said: &[
            line("heard_how", "Me avisó la maestra de mi nieto, a la salida de la escuela."),
            line("liked", "Un cinco. Me acordé de los cuentos de mi abuela."),
            line("remember", "Que los niños cantaron en español y nadie los calló."),
            line("next_time", "En la mañana, antes de que me toque cuidar a los otros."),
        ],
        answers: &[("heard_how", "school"), ("liked", "5"), ("first_time", "no"), ("next_time", "morning weekend")],
    },
];

//! The six competencies of community relations, each with its points, word for word as the seed document has them
//! (“Community Relations”, Southern Ontario Library Service, 2015); apostrophes are set as everywhere in the app.

use crate::model::text::{Text, t};

/// A competency.
pub struct Competency {
    /// What its points are kept under. For ever.
    pub key: &'static str,
    /// What it is called.
    pub name: Text,
    /// The knowledge, skills and abilities that belong to it. A point is kept by its competency and its place here, from
    /// one: so points are added at the end, and never moved.
    pub points: &'static [Text],
    /// The kinds of records that are most likely to show it, the likeliest first.
    pub shown_by: &'static [&'static str],
}

impl Competency {
    /// What the point at a place is kept under.
    pub fn point_key(&self, at: usize) -> String {
        format!("{}_{}", self.key, at + 1)
    }
}

/// All six.
pub static COMPETENCIES: &[Competency] = &[
    Competency {
        key: "documents",
        name: t(
            "Documents library use in terms of community impact and value",
            "Documenta el uso de la biblioteca según su impacto y valor para la comunidad",
        ),
        points: &[
            t(
                "Uses appropriate business and management approaches to communicate the library’s value to decision makers",
                "Usa métodos de negocios y de gestión adecuados para comunicar el valor de la biblioteca a quienes toman decisiones",
            ),
            t(
                "Understands data collection, research and analysis methods",
                "Entiende los métodos de recolección de datos, investigación y análisis",
            ),
            t(
                "Identifies sources and tools for gathering the best available data (both quantitative and qualitative), including systems to manage library data and generate reports",
                "Identifica fuentes y herramientas para reunir los mejores datos disponibles (cuantitativos y cualitativos), incluidos los sistemas para manejar datos de la biblioteca y generar informes",
            ),
            t(
                "Performs outcome-based evaluations to measure the effect of library programs and service on the community",
                "Realiza evaluaciones basadas en resultados para medir el efecto de los programas y servicios de la biblioteca en la comunidad",
            ),
            t(
                "Follows emerging trends on new ways of measuring social and economic impact in the public library and not-for-profit sectors.",
                "Sigue las tendencias sobre nuevas formas de medir el impacto social y económico en las bibliotecas públicas y las organizaciones sin fines de lucro.",
            ),
        ],
        shown_by: &["event", "interview"],
    },
    Competency {
        key: "support",
        name: t(
            "Builds community-wide support for the library, using a variety of methods",
            "Consigue apoyo para la biblioteca en toda la comunidad, con diversos métodos",
        ),
        points: &[
            t(
                "Communicates the library’s value in community outcome measures that make clear the library’s contribution to the community",
                "Comunica el valor de la biblioteca con medidas de resultados que muestran con claridad lo que aporta a la comunidad",
            ),
            t(
                "Delivers clear and coherent messages to targeted audiences employing a variety of communication vehicles - in print, in person and online",
                "Transmite mensajes claros y coherentes a públicos determinados por diversos medios de comunicación: impresos, en persona y en línea",
            ),
            t(
                "Raises the library’s visibility by having a library presence at community events, and participating in community initiatives",
                "Aumenta la visibilidad de la biblioteca con su presencia en eventos comunitarios y su participación en iniciativas de la comunidad",
            ),
            t(
                "Seeks public speaking opportunities as a means of educating the community about the library, promoting programs and services, and highlighting key community outcomes that address community challenges and priorities",
                "Busca oportunidades de hablar en público para dar a conocer la biblioteca a la comunidad, promover programas y servicios y destacar resultados que responden a los retos y prioridades de la comunidad",
            ),
            t(
                "Leverages the community to build additional support at the local, provincial and national levels, both for ongoing library services and special one-time campaigns",
                "Se apoya en la comunidad para conseguir más respaldo a nivel local, provincial y nacional, tanto para los servicios permanentes de la biblioteca como para campañas especiales",
            ),
            t(
                "Leverages partnerships and participation in organizations to promote library initiatives",
                "Aprovecha las alianzas y la participación en organizaciones para promover iniciativas de la biblioteca",
            ),
            t(
                "Cultivates relationships with media representatives, community leaders and decision makers.",
                "Cultiva relaciones con representantes de los medios, líderes comunitarios y quienes toman decisiones.",
            ),
        ],
        shown_by: &["event", "partner"],
    },
    Competency {
        key: "conversation",
        name: t("Engages the community in conversation", "Conversa con la comunidad"),
        points: &[
            t(
                "Understands and uses conversation as the best way of getting to know the community and helping the community get to know the library",
                "Entiende y usa la conversación como la mejor manera de conocer a la comunidad y de ayudar a la comunidad a conocer la biblioteca",
            ),
            t(
                "Engages individuals, groups and community organizations in conversations that help shape the library and help ensure that the library is meeting the community’s evolving needs",
                "Conversa con personas, grupos y organizaciones de la comunidad para dar forma a la biblioteca y asegurar que responda a las necesidades cambiantes de la comunidad",
            ),
            t(
                "Uses a variety of vehicles for conversation, including one-on-one, key informant interviews, neighbourhood/ community events, library programs and events, and social media.",
                "Usa diversos medios para conversar: en persona, entrevistas con informantes clave, eventos del vecindario o de la comunidad, programas y eventos de la biblioteca y redes sociales.",
            ),
        ],
        shown_by: &["interview", "event"],
    },
    Competency {
        key: "social_media",
        name: t(
            "Uses social media effectively for interaction and engagement",
            "Usa las redes sociales con eficacia para interactuar y motivar la participación",
        ),
        points: &[
            t(
                "Uses a variety of social media technologies to tell the library’s story and raise the library’s profile in the community",
                "Usa diversas redes sociales para contar la historia de la biblioteca y darla a conocer en la comunidad",
            ),
            t(
                "Creates a familiar online persona that is personable and approachable",
                "Crea una presencia en línea conocida, amable y cercana",
            ),
            t(
                "Develops a social media strategy that coordinates online communications and conversations, while also allowing for spontaneous responses to emerging opportunities",
                "Desarrolla una estrategia de redes sociales que coordina las comunicaciones y conversaciones en línea y permite responder de forma espontánea a las oportunidades que surgen",
            ),
            t(
                "Follows trends in customer/community interaction platforms and experiments with new ones",
                "Sigue las tendencias en plataformas de interacción con usuarios y comunidad, y prueba plataformas nuevas",
            ),
            t(
                "Knows how to get noticed online and implements strategies to do so",
                "Sabe cómo hacerse notar en línea y aplica estrategias para lograrlo",
            ),
            t(
                "Engages the public in dialogue about the library and the community",
                "Dialoga con el público sobre la biblioteca y la comunidad",
            ),
            t(
                "Solicits input and feedback from the public in a variety of ways",
                "Pide opiniones y comentarios al público de diversas maneras",
            ),
            t(
                "Generates interest in the library, its programs and services.",
                "Despierta interés por la biblioteca, sus programas y servicios.",
            ),
        ],
        shown_by: &["event"],
    },
    Competency {
        key: "resilience",
        name: t(
            "Understands and supports community resilience and well-being",
            "Entiende y apoya la resiliencia y el bienestar de la comunidad",
        ),
        points: &[
            t(
                "Takes every opportunity to champion a strong and healthy community",
                "Aprovecha cada oportunidad para defender una comunidad fuerte y saludable",
            ),
            t(
                "Helps library staff and board understand the library’s role in supporting a strong and healthy community; models community engagement and leadership",
                "Ayuda al personal y a la junta de la biblioteca a entender el papel de la biblioteca en una comunidad fuerte y saludable; da ejemplo de participación y liderazgo en la comunidad",
            ),
            t(
                "Advocates equal opportunity and offers the library as a vehicle for equal opportunity",
                "Defiende la igualdad de oportunidades y ofrece la biblioteca como medio para lograrla",
            ),
            t(
                "Supports community development initiatives and looks for ways the library might help",
                "Apoya iniciativas de desarrollo comunitario y busca formas en que la biblioteca pueda ayudar",
            ),
            t("Understands community issues and challenges", "Entiende los problemas y retos de la comunidad"),
            t(
                "Supports the community’s aspirations for the future",
                "Apoya las aspiraciones de la comunidad para el futuro",
            ),
            t(
                "Contributes to community vitality by celebrating local arts and culture, participating in local events and supporting the local economy.",
                "Contribuye a la vitalidad de la comunidad al celebrar las artes y la cultura locales, participar en eventos locales y apoyar la economía local.",
            ),
        ],
        shown_by: &["event", "interview", "partner"],
    },
    Competency {
        key: "partnerships",
        name: t(
            "Forms strategic partnerships with community organizations",
            "Forma alianzas estratégicas con organizaciones de la comunidad",
        ),
        points: &[
            t(
                "Identifies potential partners and opportunities to partner, and articulates the mutual advantages of partnership",
                "Identifica posibles socios y oportunidades de colaborar, y explica las ventajas mutuas de la colaboración",
            ),
            t(
                "Develops and leverages collaborative relationships to facilitate the accomplishment of the library’s goals and broader community goals",
                "Desarrolla y aprovecha relaciones de colaboración para alcanzar las metas de la biblioteca y otras más amplias de la comunidad",
            ),
            t(
                "Provides leadership to build effective relationships and coordinate efforts between internal and external stakeholders",
                "Ejerce liderazgo para crear relaciones eficaces y coordinar esfuerzos entre gente clave de dentro y de fuera",
            ),
            t(
                "Sustains partner relationships for future opportunities",
                "Mantiene las relaciones con los socios para oportunidades futuras",
            ),
            t(
                "Develops the library’s reputation as a community leader and key community collaborator.",
                "Desarrolla la reputación de la biblioteca como líder y colaboradora clave de la comunidad.",
            ),
        ],
        shown_by: &["partner", "event"],
    },
];

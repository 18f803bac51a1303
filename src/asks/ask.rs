//! An ask: what the library asked of a partner or a partner of the library, in exchange for what, what was answered, whether
//! it came about, what comes next, and whether they were thanked.
//!
//! “No” is information like any other answer: nothing warns of it, and a next step after it stays due.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::next_step;
use crate::model::text::{Text, t};
use chrono::Weekday;

/// What libraries ask partners for; the first four are the questions by which, as a seed document has it, a partnership
/// begins.
pub static FOR: &[Choice] = &[
    choice("refreshments", t("Refreshments", "Refrigerios")),
    choice("talk", t("A talk", "Una charla")),
    choice("sponsor", t("Sponsor list", "Lista de patrocinadores")),
    choice("goods", t("Goods or services", "Bienes o servicios")),
    choice(PROMOTION, t("Spreading the word", "Correr la voz")),
    choice("space", t("Space", "Espacio")),
    choice("volunteers", t("Volunteers", "Voluntarios")),
    choice("other", t("Other", "Otro")),
];

/// That somebody tells others of what the other one does.
pub const PROMOTION: &str = "promotion";

/// What was answered.
pub static ANSWER: &[Choice] = &[
    choice(YES, t("Yes", "Sí")),
    choice("no", t("No", "No")),
    choice("not_yet", t("Not yet", "Todavía no")),
    choice("later", t("Later", "Más adelante")),
    choice("no_answer", t("No answer", "Sin respuesta")),
];
/// It was agreed to.
pub const YES: &str = "yes";

/// Who asks whom. Where nobody said, the library asked.
pub static WHO_ASKS: &[Choice] =
    &[choice(WE_ASK, t("We ask them", "Nosotros les pedimos")), choice(THEY_ASK, t("They ask us", "Ellos nos piden"))];
/// The library asks a partner.
pub const WE_ASK: &str = "we_ask";
/// The partner asked the library.
pub const THEY_ASK: &str = "they_ask";

/// How people are thanked.
pub static THANKED_HOW: &[Choice] = &[
    choice("in_person", t("In person", "En persona")),
    choice("card", t("Card or letter", "Tarjeta o carta")),
    choice("phone", t("Phone", "Teléfono")),
    choice("email", t("Email", "Correo electrónico")),
    choice("text_message", t("Text message", "Mensaje de texto")),
    choice("social_media", t("Social media", "Redes sociales")),
    choice("other", t("Other", "Otro")),
];

/// An ask that is ready to be made: its kind, and its words.
pub struct Template {
    /// One of [`FOR`].
    pub kind: &'static str,
    /// The words, as a seed document has them.
    pub words: Text,
    /// What is offered for it, where the words say so.
    pub exchange: Text,
}

/// The three questions by which, as a seed document has it, a partnership begins.
pub static TEMPLATES: [Template; 3] = [
    Template {
        kind: "refreshments",
        words: t(
            "Could you provide refreshments for an upcoming community meeting at the library?",
            "¿Podrían ofrecer refrigerios para una próxima reunión comunitaria en la biblioteca?",
        ),
        exchange: Text::NONE,
    },
    Template {
        kind: "talk",
        words: t(
            "Would you like to present to a small group on the types of devices available for reading eBooks?",
            "¿Les gustaría presentar a un grupo pequeño los tipos de dispositivos que hay para leer libros electrónicos?",
        ),
        exchange: Text::NONE,
    },
    Template {
        kind: "sponsor",
        words: t(
            "Can we add your name to our sponsor list in exchange for a small donation to buy materials for a teen after school activity?",
            "¿Podemos agregar su nombre a nuestra lista de patrocinadores a cambio de una pequeña donación para comprar materiales para una actividad de jóvenes después de clases?",
        ),
        exchange: t("Their name on our sponsor list", "Su nombre en nuestra lista de patrocinadores"),
    },
];

/// An ask to a partner.
pub static ASK: Kind = Kind::new("ask", t("Ask", "Petición"), t("Asks", "Peticiones"))
    .add(t("New ask", "Nueva petición"))
    .purpose(t(
        "What the library asked a partner for, or they the library, what was said, and whether they were thanked.",
        "Qué le pidió la biblioteca a un socio, o él a la biblioteca, qué se respondió y si se le dio las gracias.",
    ))
    .about("partner")
    .follow_up(next_step::called(t("Next step for an ask", "Próximo paso de una petición")))
    .granted(&[Needs::With("partner")])
    .sections(&[
        Section::new(
            t("The ask", "La petición"),
            &[
                Field::link("partner", "partner")
                    .label(t("Partner/Company", "Socio/Empresa"))
                    .required()
                    .in_line()
                    .filter(),
                Field::choice("who_asks", WHO_ASKS)
                    .label(t("Who asks", "Quién pide"))
                    .start(Start::Choice(WE_ASK))
                    .filter(),
                Field::text("what")
                    .label(t("What was asked", "Qué se pidió"))
                    .help(t(
                        "In a few words, without people’s names: “Refreshments for the community meeting”.",
                        "En pocas palabras, sin nombres de personas: “Refrigerios para la reunión comunitaria”.",
                    ))
                    .required()
                    .title()
                    .searchable(),
                Field::choice("kind", FOR).label(t("Kind of ask", "Tipo de petición")).filter(),
                Field::text("exchange")
                    .label(t("In exchange for", "A cambio de"))
                    .help(t(
                        "Goods or services in exchange for promotion, for example.",
                        "Por ejemplo, bienes o servicios a cambio de promoción.",
                    ))
                    .searchable(),
                Field::link("event", "event").label(t("For which event", "Para qué evento")),
                Field::date("needed_by").label(t("Needed by", "Se necesita para el")).ahead(Weekday::Fri),
                Field::date("asked_on").label(t("Asked on", "Se pidió el")).required().start(Start::Now).in_line(),
                Field::link("staff", "staff")
                    .label(t("Library staff who asked", "Quién pidió, de la biblioteca"))
                    .start(Start::Me)
                    .in_line(),
                Field::link("task", "task")
                    .label(t("From the weekly plan", "Del plan semanal"))
                    .private()
                    .asked(&[When::Held(&["task"])]),
            ],
        ),
        Section::new(
            t("The answer", "La respuesta"),
            &[
                Field::choice("answer", ANSWER)
                    .label(t("Answer", "Respuesta"))
                    .start(Start::Choice("not_yet"))
                    .chip()
                    .filter(),
                Field::date("answered_on").label(t("Answered on", "Respondió el")),
                Field::long_text("reply").label(t("In their words", "En sus palabras")).searchable().private(),
                Field::date("delivered_on")
                    .label(t("Done or delivered on", "Se hizo o se entregó el"))
                    .asked(&[When::Is("answer", &[YES])]),
                Field::date("thanked_on").label(t("Thanked on", "Se le dio las gracias el")),
                Field::choice("thanked_how", THANKED_HOW)
                    .label(t("How they were thanked", "Cómo se le dio las gracias"))
                    .asked(&[When::Held(&["thanked_on"])]),
            ],
        ),
        next_step::SECTION,
    ]);

/// The fields of an ask that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::ASK;
    use crate::model::handle::{LinkField, TextField};

    pub const PARTNER: LinkField = ASK.link("partner");
    pub const WHO_ASKS: TextField = ASK.text("who_asks");
    pub const WHAT: TextField = ASK.text("what");
    pub const KIND: TextField = ASK.text("kind");
    pub const EXCHANGE: TextField = ASK.text("exchange");
    pub const EVENT: LinkField = ASK.link("event");
    pub const NEEDED_BY: TextField = ASK.text("needed_by");
    pub const ASKED_ON: TextField = ASK.text("asked_on");
    pub const STAFF: LinkField = ASK.link("staff");
    pub const TASK: LinkField = ASK.link("task");
    pub const ANSWER: TextField = ASK.text("answer");
    pub const DELIVERED_ON: TextField = ASK.text("delivered_on");
    pub const THANKED_ON: TextField = ASK.text("thanked_on");
}

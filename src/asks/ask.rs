//! An ask to a partner: what was asked, what they answered, what comes next, and whether they were thanked.
//!
//! “No” is information like any other answer: nothing warns of it, and a next step after it stays due.

use crate::model::field::{Choice, Field, Start, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::next_step;
use crate::model::text::t;

/// What libraries ask partners for; the first four are the questions by which, as a seed document has it, a partnership
/// begins.
pub static FOR: &[Choice] = &[
    choice("refreshments", t("Refreshments", "Refrigerios")),
    choice("talk", t("A talk", "Una charla")),
    choice("sponsor", t("Sponsor list", "Lista de patrocinadores")),
    choice("goods", t("Goods or services", "Bienes o servicios")),
    choice("promotion", t("Spreading the word", "Correr la voz")),
    choice("space", t("Space", "Espacio")),
    choice("volunteers", t("Volunteers", "Voluntarios")),
    choice("other", t("Other", "Otro")),
];

/// What they answered.
pub static ANSWER: &[Choice] =
    &[choice("yes", t("Yes", "Sí")), choice("no", t("No", "No")), choice("not_yet", t("Not yet", "Todavía no"))];

/// An ask to a partner.
pub static ASK: Kind = Kind::new("ask", t("Ask", "Petición"), t("Asks", "Peticiones"))
    .add(t("New ask", "Nueva petición"))
    .purpose(t(
        "What the library asked a partner for, what they said, and whether they were thanked.",
        "Qué le pidió la biblioteca a un socio, qué respondió y si se le dio las gracias.",
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
                Field::date("asked_on").label(t("Asked on", "Se pidió el")).required().start(Start::Now).in_line(),
                Field::link("staff", "staff")
                    .label(t("Library staff who asked", "Quién pidió, de la biblioteca"))
                    .start(Start::Me)
                    .in_line(),
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
                Field::date("thanked_on").label(t("Thanked on", "Se le dio las gracias el")),
            ],
        ),
        next_step::SECTION,
    ]);

/// The fields of an ask that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::ASK;
    use crate::model::handle::LinkField;

    pub const PARTNER: LinkField = ASK.link("partner");
}

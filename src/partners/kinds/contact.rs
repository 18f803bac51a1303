//! A contact with a partner: when, who, how, what was said, and what comes next.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::next_step;
use crate::model::text::t;

/// How people met or spoke.
pub static HOW: &[Choice] = &[
    choice("email", t("Email", "Correo electrónico")),
    choice("phone", t("Phone", "Teléfono")),
    choice("text_message", t("Text message", "Mensaje de texto")),
    choice("meeting", t("Meeting", "Reunión")),
    choice("event", t("Event", "Evento")),
    choice("visit", t("Visit", "Visita")),
    choice("social_media", t("Social media", "Redes sociales")),
    choice("other", t("Other", "Otro")),
];

/// A contact with a partner.
pub static CONTACT: Kind = Kind::new("contact", t("Contact", "Contacto"), t("Contacts", "Contactos"))
    .add(t("Log a contact", "Anotar un contacto"))
    .purpose(t(
        "Every call, visit and meeting with a partner, so the next person knows what was said.",
        "Cada llamada, visita y reunión con un socio, para que quien siga sepa qué se dijo.",
    ))
    .about("partner")
    .follow_up(next_step::called(t("Next step", "Próximo paso")))
    .granted(&[Needs::With("partner")])
    .sections(&[
        Section::new(
            t("The contact", "El contacto"),
            &[
                Field::link("partner", "partner")
                    .label(t("Partner/Company", "Socio/Empresa"))
                    .required()
                    .in_line()
                    .filter(),
                Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
                Field::choice("how", HOW).label(t("How", "Cómo")).required().filter().chip(),
                Field::link("staff", "staff")
                    .label(t("Library staff", "Personal de la biblioteca"))
                    .start(Start::Me)
                    .in_line(),
                Field::text("person").label(t("Who you spoke with", "Con quién habló")).searchable().private(),
                Field::long_text("said").label(t("What was said", "Qué se dijo")).title().private(),
                Field::photo("photo").label(t("Photo", "Foto")).private(),
                Field::link("task", "task")
                    .label(t("From the weekly plan", "Del plan semanal"))
                    .private()
                    .asked(&[When::Held(&["task"])]),
            ],
        ),
        next_step::SECTION,
    ]);

/// The fields of a contact that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::CONTACT;
    use crate::model::handle::{LinkField, TextField};

    pub const PARTNER: LinkField = CONTACT.link("partner");
    pub const WHEN: TextField = CONTACT.text("when");
    pub const SAID: TextField = CONTACT.text("said");
    pub const PERSON: TextField = CONTACT.text("person");
    pub const TASK: LinkField = CONTACT.link("task");
}

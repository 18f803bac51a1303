//! An organization the library works with: the Outreach Contact Tracking Template, and what the team found it lacked.
//!
//! The labels are the template's own, word for word. The main contact stands apart from the person, so that a partner
//! is not lost when that person leaves.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;

/// Types of organization, as the seed documents name them.
pub static TYPES: &[Choice] = &[
    choice("school", t("School", "Escuela")),
    choice("early_childhood", t("Early childhood", "Primera infancia")),
    choice("youth", t("Youth and after-school", "Jóvenes y después de clases")),
    choice("business", t("Business", "Negocio")),
    choice("health", t("Health", "Salud")),
    choice("food_housing", t("Food and housing", "Comida y vivienda")),
    choice("faith", t("Faith community", "Comunidad de fe")),
    choice("fire_police", t("Fire and police", "Bomberos y policía")),
    choice("arts", t("Arts and culture", "Arte y cultura")),
    choice("media", t("Media", "Medios")),
    choice("decision_maker", t("Decision maker", "Persona que decide")),
    choice("library", t("Another library", "Otra biblioteca")),
    choice("other", t("Other", "Otro")),
];

/// Where a relationship stands.
pub static STATUS: &[Choice] = &[
    choice("idea", t("Idea", "Idea")),
    choice("new", t("New", "Nueva")),
    choice("active", t("Active", "Activa")),
    choice("quiet", t("Quiet", "Sin noticias")),
    choice("lapsed", t("Lapsed", "Inactiva")),
    choice("ended", t("Ended", "Terminada")),
];

/// After how many days without contact a partner counts as going quiet, by status. A status not named here never does:
/// an idea has not begun, and what ended need not be nudged about.
pub static QUIET_AFTER_DAYS: &[(&str, i64)] = &[("new", 30), ("active", 60), ("quiet", 30), ("lapsed", 90)];

/// How a partner prefers to be reached.
pub static METHODS: &[Choice] = &[
    choice("email", t("Email", "Correo electrónico")),
    choice("phone", t("Phone", "Teléfono")),
    choice("text_message", t("Text message", "Mensaje de texto")),
    choice("meeting", t("Meetings", "Reuniones")),
    choice("social_media", t("Social media", "Redes sociales")),
];

/// How interested a partner is in doing more together.
pub static INTEREST: &[Choice] = &[
    choice("yes", t("Yes, has said so", "Sí, lo ha dicho")),
    choice("maybe", t("Maybe", "Quizás")),
    choice("no", t("No", "No")),
];

/// A partner of the library.
pub static PARTNER: Kind = Kind::new("partner", t("Partner", "Socio"), t("Partners", "Socios"))
    .add(t("New partner", "Nuevo socio"))
    .purpose(t(
        "The organizations you work with: who to ask for, what was said, what was promised.",
        "Las organizaciones con las que trabaja: por quién preguntar, qué se dijo, qué se prometió.",
    ))
    .address_book("contact_name")
    .joins(&["main_contact", "contact_email", "contact_phone", "address"])
    .sections(&[
        Section::new(
            t("Partner", "Socio"),
            &[
                Field::text("name")
                    .label(t("Partner/Company", "Socio/Empresa"))
                    .help(t("Name of Group", "Nombre del grupo"))
                    .required()
                    .title()
                    .asked_first(1)
                    .public(),
                Field::choice("type", TYPES)
                    .label(t("Type of organization", "Tipo de organización"))
                    .public()
                    .filter()
                    .in_line(),
                Field::choice("status", STATUS)
                    .label(t("Relationship status", "Estado de la relación"))
                    .start(Start::Choice("new"))
                    .filter()
                    .chip(),
                Field::text("main_contact")
                    .label(t("Main Company Contact Information", "Información de contacto principal de la empresa"))
                    .help(t(
                        "Direct Email Address or other contact information in case of turn over",
                        "Correo electrónico directo u otra información de contacto por si cambia el personal",
                    ))
                    .searchable()
                    .private(),
            ],
        ),
        Section::new(
            t("Contact", "Contacto"),
            &[
                Field::text("contact_name")
                    .label(t("Contact Name", "Nombre del contacto"))
                    .help(t(
                        "Person you are working with at organization",
                        "Persona con quien trabaja en la organización",
                    ))
                    .searchable()
                    .private()
                    .in_line(),
                Field::email("contact_email")
                    .label(t("Contact Email", "Correo electrónico del contacto"))
                    .help(t("Contact’s email", "El correo de esa persona"))
                    .searchable()
                    .asked_first(3)
                    .private(),
                Field::phone("contact_phone")
                    .label(t("Contact Phone Number", "Teléfono del contacto"))
                    .help(t("Contact’s phone number", "El teléfono de esa persona"))
                    .searchable()
                    .asked_first(2)
                    .private(),
                Field::choices("preferred_method", METHODS)
                    .label(t("Partner’s Preferred Method of Contact", "Forma de contacto preferida del socio"))
                    .help(t("Do they prefer email/phone/meetings?", "¿Prefieren correo, teléfono o reuniones?")),
                Field::link("staff", "staff")
                    .label(t("Library Staff Contact", "Contacto en la biblioteca"))
                    .help(t(
                        "Library staff person who is working with this partner",
                        "Persona de la biblioteca que trabaja con este socio",
                    ))
                    .start(Start::Me),
                Field::date("last_contact")
                    .label(t("Last Contact Date", "Fecha del último contacto"))
                    .help(t(
                        "When did you last work with them or last contact them?",
                        "¿Cuándo trabajó con ellos o los contactó por última vez?",
                    ))
                    .latest_of("contact", "partner", "when"),
                Field::yes_no("do_not_contact")
                    .label(t("Do not contact", "No contactar"))
                    .help(t(
                        "They asked not to hear from the library. They are never proposed for an event.",
                        "Pidieron que la biblioteca no los contacte. Nunca se proponen para un evento.",
                    ))
                    .filter(),
            ],
        ),
        Section::new(
            t("Working together", "Trabajo conjunto"),
            &[
                Field::long_text("interest")
                    .label(t(
                        "Area of Partner’s Interest/Goals and Target Audience",
                        "Área de interés/metas del socio y público objetivo",
                    ))
                    .help(t("What does the partner hope to achieve?", "¿Qué espera lograr el socio?"))
                    .searchable(),
                Field::choice("expanding", INTEREST)
                    .label(t("Interested in expanding the relationship", "Interés en ampliar la relación")),
                Field::choices("languages", LANGUAGES)
                    .label(t("Languages of the people they reach", "Idiomas de las personas a las que llegan"))
                    .filter(),
                Field::long_text("offers").label(t("What they offer", "Qué ofrecen")).searchable().public(),
                Field::long_text("wishes").label(t("What they would like", "Qué les gustaría")).searchable(),
                Field::yes_no("sponsor").label(t("Sponsor list", "Lista de patrocinadores")).filter(),
                Field::long_text("previous_events")
                    .label(t("Previous Partnerships Events", "Eventos conjuntos anteriores"))
                    .help(t("Have you worked with this partner previously?", "¿Ha trabajado antes con este socio?"))
                    .searchable(),
            ],
        ),
        Section::new(
            t("Place and notes", "Lugar y notas"),
            &[
                Field::address("address").label(t("Address", "Dirección")).searchable().public(),
                Field::place("place").label(t("Place on the map", "Lugar en el mapa")),
                Field::photo("photo")
                    .label(t("Photo", "Foto"))
                    .help(t("The entrance or the sign, without people.", "La entrada o el letrero, sin personas."))
                    .private(),
                Field::long_text("notes")
                    .label(t("Notes", "Notas"))
                    .help(t("Anything else to remember.", "Cualquier otra cosa que recordar."))
                    .searchable()
                    .private(),
                Field::link("same_as", "partner")
                    .label(t("Same partner as", "El mismo socio que"))
                    .asked(&[When::Never]),
                Field::long_text("not_same_as")
                    .label(t("Not the same partner as", "No es el mismo socio que"))
                    .asked(&[When::Never])
                    .private(),
            ],
        ),
    ]);

/// The fields of a partner that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::PARTNER;
    use crate::model::handle::{LinkField, PartsField, TextField, YesNoField};

    pub const NAME: TextField = PARTNER.text("name");
    pub const STAFF: LinkField = PARTNER.link("staff");
    pub const SPONSOR: YesNoField = PARTNER.yes_no("sponsor");
    pub const TYPE: TextField = PARTNER.text("type");
    pub const STATUS: TextField = PARTNER.text("status");
    pub const CONTACT_NAME: TextField = PARTNER.text("contact_name");
    pub const CONTACT_EMAIL: TextField = PARTNER.text("contact_email");
    pub const CONTACT_PHONE: TextField = PARTNER.text("contact_phone");
    pub const MAIN_CONTACT: TextField = PARTNER.text("main_contact");
    pub const PREFERRED_METHOD: PartsField = PARTNER.parts("preferred_method");
    pub const DO_NOT_CONTACT: YesNoField = PARTNER.yes_no("do_not_contact");
    pub const INTEREST: TextField = PARTNER.text("interest");
    pub const LANGUAGES: PartsField = PARTNER.parts("languages");
    pub const EXPANDING: TextField = PARTNER.text("expanding");
    pub const OFFERS: TextField = PARTNER.text("offers");
    pub const WISHES: TextField = PARTNER.text("wishes");
    pub const LAST_CONTACT: TextField = PARTNER.text("last_contact");
}

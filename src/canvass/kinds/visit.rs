//! A knock on a door: what happened, and what was said.
//!
//! What people know of the library and what keeps them away follows the seed's findings: most know only its
//! “traditional” services, and transport is named first among what keeps them away.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{FollowUp, KeptFor, KeptWhat, Kind, Needs, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use chrono::Weekday;

/// Somebody opened and spoke.
pub const TALKED: &str = "talked";
/// Nobody opened.
pub const NOT_HOME: &str = "not_home";
/// Somebody opened and asked to come again.
pub const COME_BACK: &str = "come_back";
/// Somebody opened and did not want to speak.
pub const REFUSED: &str = "refused";

/// What happened at the door.
pub static OUTCOMES: &[Choice] = &[
    choice(TALKED, t("Talked", "Hablamos")),
    choice(NOT_HOME, t("Not home", "No había nadie")),
    choice(COME_BACK, t("Come back", "Regresar otro día")),
    choice(REFUSED, t("Refused", "No quiso")),
    choice("moved", t("Moved", "Se mudó")),
    choice("no_access", t("No access", "Sin acceso")),
    choice("vacant", t("Empty building", "Edificio vacío")),
    choice("business", t("Business, not a home", "Es negocio, no casa")),
    choice("no_such_door", t("Address doesn’t exist", "No existe la dirección")),
    choice("other", t("Other", "Otro")),
];

/// What people know of the library.
pub static AWARE: &[Choice] = &[
    choice("nothing", t("Nothing yet", "Nada todavía")),
    choice("books", t("Books and reading", "Libros y lectura")),
    choice("computers", t("Computers and internet", "Computadoras e internet")),
    choice("programs", t("Programs and events", "Programas y eventos")),
    choice("children", t("For children and families", "Para niños y familias")),
    choice("languages", t("English and Spanish classes", "Clases de inglés y español")),
    choice("help", t("Help with forms, jobs and services", "Ayuda con formularios, empleo y servicios")),
    choice("hub", t("The access hub at school", "El punto de acceso en la escuela")),
    choice("cardholder", t("Has a library card", "Tiene tarjeta de la biblioteca")),
];

/// What keeps people away.
pub static BARRIERS: &[Choice] = &[
    choice("transport", t("Getting there", "Cómo llegar")),
    choice("hours", t("Opening hours", "El horario")),
    choice("language", t("Language", "El idioma")),
    choice("fines", t("Fines", "Las multas")),
    choice("did_not_know", t("Didn’t know about it", "No sabía que existía")),
    choice("time", t("No time", "Falta de tiempo")),
    choice("children", t("Children too young or too loud", "Niños muy pequeños o ruidosos")),
    choice("address", t("No permanent address or papers", "Sin domicilio fijo o papeles")),
    choice("stairs", t("Stairs, doors, health", "Escaleras, puertas, salud")),
    choice("welcome", t("Did not feel welcome", "No me sentí bienvenido/a")),
    choice("other", t("Other", "Otro")),
];

/// What people need.
pub static NEEDS: &[Choice] = &[
    choice("food", t("Food", "Comida")),
    choice("housing", t("Housing", "Vivienda")),
    choice("work", t("Work", "Trabajo")),
    choice("health", t("Health", "Salud")),
    choice("papers", t("Documents and legal help", "Documentos y ayuda legal")),
    choice("english", t("Learning English", "Aprender inglés")),
    choice("internet", t("Internet or a device", "Internet o un dispositivo")),
    choice("childcare", t("Child care", "Cuidado de niños")),
    choice("school", t("Help with school", "Ayuda con la escuela")),
    choice("transport", t("Transportation", "Transporte")),
    choice("company", t("Companionship", "Compañía")),
    choice("other", t("Other", "Otro")),
];

/// Who may see contact details.
pub static SEEN_BY: &[Choice] = &[
    choice("team", t("Everyone on the team", "Todo el equipo")),
    choice("one", t("Only whoever spoke with them", "Solo quien habló con ellos")),
];

/// When to come again.
pub static TIMES: &[Choice] = &[
    choice("morning", t("Morning", "Por la mañana")),
    choice("afternoon", t("Afternoon", "Por la tarde")),
    choice("evening", t("Evening", "Por la noche")),
    choice("weekend", t("Weekend", "El fin de semana")),
];

/// A visit to a door.
pub static VISIT: Kind = Kind::new("visit", t("Visit", "Visita"), t("Visits", "Visitas"))
    .add(t("New visit", "Nueva visita"))
    .purpose(t("What happened at each door, and what was said there.", "Qué pasó en cada puerta y qué se dijo."))
    .about("door")
    .follow_up(FollowUp {
        step: "promised",
        by: "again",
        done: "again_done",
        name: t("Come back", "Regresar otro día"),
        kept_by_next: true,
    })
    .kept_for(KeptFor { what: KeptWhat::ContactDetails { field: "seen_by", one: "one" }, whom: "staff" })
    .granted(&[Needs::With("door")])
    .sections(&[
        Section::new(
            t("The visit", "La visita"),
            &[
                Field::link("door", "door").label(t("Door", "Puerta")).required().in_line().private(),
                Field::choice("outcome", OUTCOMES).label(t("What happened?", "¿Qué pasó?")).required().filter().chip(),
                Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
                Field::link("staff", "staff")
                    .label(t("Library staff", "Personal de la biblioteca"))
                    .start(Start::Me)
                    .in_line(),
            ],
        )
        .folds(),
        Section::new(
            t("The conversation", "La conversación"),
            &[
                Field::choices("aware", AWARE)
                    .label(t("What do you know about the library?", "¿Qué sabe de la biblioteca?")),
                Field::choices("barriers", BARRIERS)
                    .label(t("What keeps you from coming more often?", "¿Qué le impide venir más seguido?")),
                Field::choices("needs", NEEDS)
                    .label(t("What do you or your neighbors need?", "¿Qué necesitan usted o sus vecinos?")),
                Field::long_text("heard").label(t("What did you hear?", "¿Qué le dijeron?")).title().private(),
                Field::text("given").label(t("What you left or shared", "Qué les dejó o les explicó")).searchable(),
                Field::choice("language", LANGUAGES).label(t("Language spoken", "Idioma en que hablaron")).filter(),
            ],
        )
        .aloud()
        .guide(),
        Section::new(
            t("Follow-up", "Seguimiento"),
            &[
                Field::choices("times", TIMES).label(t("When are they at home?", "¿Cuándo están en casa?")),
                Field::date("again").label(t("Come back on", "Regresar el")).ahead(Weekday::Sat),
                Field::text("promised").label(t("What you promised", "Qué prometió")).searchable().private(),
                Field::yes_no("again_done")
                    .label(t("Promise kept?", "¿Se cumplió?"))
                    .asked(&[When::Held(&["again", "promised", "again_done"])]),
            ],
        )
        .first_for("outcome", COME_BACK),
        Section::new(
            t("Only if they agree", "Solo si están de acuerdo"),
            &[
                Field::yes_no("consent").label(t(
                    "They agree that we keep their contact details",
                    "Están de acuerdo en que guardemos sus datos de contacto",
                )),
                Field::text("person").label(t("Name", "Nombre")).searchable().private().with_consent("consent"),
                Field::phone("phone").label(t("Phone", "Teléfono")).private().with_consent("consent"),
                Field::email("email").label(t("Email", "Correo electrónico")).private().with_consent("consent"),
                Field::photo("photo").label(t("Photo", "Foto")).private().with_consent("consent"),
                Field::choice("seen_by", SEEN_BY)
                    .label(t("Who may see these contact details", "Quién puede ver estos datos de contacto"))
                    .help(t(
                        "If only one person may see them, others don’t see them here and they are left out of exported spreadsheets.",
                        "Si solo una persona puede verlos, los demás no los ven aquí y no salen en las hojas de cálculo exportadas.",
                    )),
            ],
        )
        .aloud(),
    ]);

/// The fields of a visit that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::VISIT;
    use crate::model::handle::{LinkField, PartsField, TextField};

    pub const DOOR: LinkField = VISIT.link("door");
    pub const OUTCOME: TextField = VISIT.text("outcome");
    pub const WHEN: TextField = VISIT.text("when");
    pub const STAFF: LinkField = VISIT.link("staff");
    pub const PERSON: TextField = VISIT.text("person");
    pub const PHONE: TextField = VISIT.text("phone");
    pub const TIMES: PartsField = VISIT.parts("times");
    pub const AWARE: PartsField = VISIT.parts("aware");
    pub const BARRIERS: PartsField = VISIT.parts("barriers");
    pub const NEEDS: PartsField = VISIT.parts("needs");
    pub const HEARD: TextField = VISIT.text("heard");
    pub const AGAIN: TextField = VISIT.text("again");
}

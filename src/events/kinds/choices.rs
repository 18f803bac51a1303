//! What can be answered of an event.

use crate::model::field::{Choice, choice};
use crate::model::text::t;

/// Where an event stands.
pub static STATUS: &[Choice] = &[
    choice(PLANNED, t("Planned", "Planeado")),
    choice("confirmed", t("Confirmed", "Confirmado")),
    choice(HELD, t("Held", "Realizado")),
    choice(CANCELED, t("Canceled", "Cancelado")),
];
/// It is not sure yet.
pub const PLANNED: &str = "planned";
/// It took place.
pub const HELD: &str = "held";
/// It will not take place, or did not.
pub const CANCELED: &str = "canceled";

/// What an event is. (Seed 003: “categories such as presentation, school visit, etc.”; the last ones are what the annual
/// survey asks to leave out.)
pub static TYPES: &[Choice] = &[
    choice("presentation", t("Presentation", "Presentación")),
    choice("school_visit", t("School visit", "Visita a una escuela")),
    choice("booth", t("Booth or table at a fair", "Mesa o puesto en una feria")),
    choice("storytime", t("Storytime", "Hora de cuentos")),
    choice("class", t("Class or workshop", "Clase o taller")),
    choice("performance", t("Performance or movie", "Función o película")),
    choice("meeting", t("Meeting with partners", "Reunión con socios")),
    choice("hub_visit", t("Hub visit", "Visita a un punto de acceso")),
    choice("parade", t("Parade", "Desfile")),
    choice("one_to_one", t("One-to-one help", "Ayuda individual")),
    choice("self_directed", t("Self-directed activity", "Actividad por cuenta propia")),
    choice("kit", t("Take-and-make kit", "Kit para hacer en casa")),
    choice("other", t("Other", "Otro")),
];

/// Whom an event is meant for, in the age groups of the annual survey.
pub static AUDIENCES: &[Choice] = &[
    choice("ages_0_5", t("Ages 0–5", "De 0 a 5 años")),
    choice("ages_6_11", t("Ages 6–11", "De 6 a 11 años")),
    choice("ages_12_18", t("Ages 12–18", "De 12 a 18 años")),
    choice("ages_19", t("Ages 19 and older", "De 19 años en adelante")),
    choice("all_ages", t("All ages", "Todas las edades")),
];

/// Where people take part.
pub static FORMATS: &[Choice] = &[
    choice("on_site", t("On-site: at the library", "En la biblioteca")),
    choice("off_site", t("Off-site", "Fuera de la biblioteca")),
    choice("virtual", t("Virtual: live online", "Virtual: en línea y en vivo")),
    choice("hybrid", t("Hybrid: at the library and online", "Híbrido: en la biblioteca y en línea")),
    choice("hybrid_off_site", t("Hybrid: off-site and online", "Híbrido: fuera de la biblioteca y en línea")),
    choice("recording", t("Recording only", "Solo grabación")),
];

/// How a number of participants is known.
pub static KNOWN_BY: &[Choice] = &[
    choice("counted", t("Counted", "Se contó")),
    choice("sign_in", t("Sign-in sheet", "Lista de asistencia")),
    choice("estimate", t("Estimate", "Cálculo aproximado")),
    choice(NOT_COUNTED, t("Not counted", "No se contó")),
];
/// Nobody counted, which is another thing than that nobody came.
pub const NOT_COUNTED: &str = "not_counted";

/// What a person may say that an event counts as, against the rule.
pub static COUNT_AS: &[Choice] = &[
    choice(AS_SESSION, t("Program session", "Sesión de programa")),
    choice(AS_OUTREACH, t("Outreach, not a program session", "Actividad comunitaria, no sesión de programa")),
];
/// A program session, whatever the rule says.
pub const AS_SESSION: &str = "session";
/// Outreach, whatever the rule says.
pub const AS_OUTREACH: &str = "outreach";

/// In what capacity somebody worked with the library on an event.
pub static CAPACITIES: &[Choice] = &[
    choice("host", t("Host", "Anfitrión")),
    choice("co_presenter", t("Co-presenter", "Copresentador")),
    choice("sponsor", t("Sponsor", "Patrocinador")),
    choice("guest", t("Guest", "Invitado")),
    choice("promoter", t("Promoter", "Difusión")),
];

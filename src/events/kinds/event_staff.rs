//! Somebody of the library who took part in an event, and how long.

use crate::model::field::{Field, Start};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// The most minutes that are accepted of one person for one event.
const MOST_MINUTES: f64 = 100_000.0;

/// Somebody of the library at an event.
pub static EVENT_STAFF: Kind = Kind::new(
    "event_staff",
    t("Staff at an event", "Personal en un evento"),
    t("Staff Involved", "Personal que participó"),
)
.add(t("Add staff", "Agregar personal"))
.purpose(t(
    "Who of the library takes part, and how many minutes it takes them.",
    "Quién de la biblioteca participa y cuántos minutos le lleva.",
))
.about("event")
.granted(&[Needs::With("event")])
.sections(&[Section::new(
    t("Staff Involved", "Personal que participó"),
    &[
        Field::link("event", "event").label(t("Event", "Evento")).required().in_line(),
        Field::link("staff", "staff")
            .label(t("Library staff", "Personal de la biblioteca"))
            .required()
            .start(Start::Me)
            .in_line(),
        Field::number("minutes", 0.0, MOST_MINUTES)
            .whole()
            .label(t("Minutes", "Minutos"))
            .help(t("With preparation and travel.", "Con la preparación y el viaje.")),
        Field::text("role").label(t("What they did", "Qué hizo")).title(),
    ],
)]);

/// The fields of somebody at an event that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::EVENT_STAFF;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const EVENT: LinkField = EVENT_STAFF.link("event");
    pub const STAFF: LinkField = EVENT_STAFF.link("staff");
    pub const MINUTES: NumberField = EVENT_STAFF.number("minutes");
    pub const ROLE: TextField = EVENT_STAFF.text("role");
}

//! Somebody whom the library works with on an event, and in what capacity. What that partner should do for it, was told
//! and has done belongs here, too.

use super::choices::CAPACITIES;
use crate::model::field::Field;
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// A partner of an event.
pub static EVENT_PARTNER: Kind =
    Kind::new("event_partner", t("Event partner", "Socio del evento"), t("Event partners", "Socios de los eventos"))
        .add(t("Add a partner", "Agregar un socio"))
        .purpose(t(
            "Who you work with on the event, and in what capacity.",
            "Con quién trabaja en el evento y en calidad de qué.",
        ))
        .about("event")
        .granted(&[Needs::With("event"), Needs::With("partner")])
        .sections(&[Section::new(
            t("Event partner", "Socio del evento"),
            &[
                Field::link("event", "event").label(t("Event", "Evento")).required().in_line(),
                Field::link("partner", "partner")
                    .label(t("Partner Organization", "Organización asociada"))
                    .help(t("Who did you work with?", "¿Con quién trabajó?"))
                    .required()
                    .in_line()
                    .filter(),
                Field::choice("capacity", CAPACITIES)
                    .label(t("In what capacity?", "¿En calidad de qué?"))
                    .required()
                    .chip()
                    .filter(),
                Field::text("note").label(t("Note", "Nota")).title(),
            ],
        )]);

/// The fields of a partner of an event that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::EVENT_PARTNER;
    use crate::model::handle::{LinkField, TextField};

    pub const EVENT: LinkField = EVENT_PARTNER.link("event");
    pub const PARTNER: LinkField = EVENT_PARTNER.link("partner");
    pub const CAPACITY: TextField = EVENT_PARTNER.text("capacity");
    pub const NOTE: TextField = EVENT_PARTNER.text("note");
}

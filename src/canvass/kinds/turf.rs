//! A turf: streets, or sides of streets, that one of the staff canvasses, and the tablet that took it along.

use crate::model::field::{Field, When};
use crate::model::kind::{Kind, Section};
use crate::model::text::t;

/// A tap takes a turf along. (Once one of these is known, what is wrong in them can be put right.)
const TAKEN: &[When] = &[When::Held(&["taken_at", "taken_by", "taken_on"])];

/// A turf.
pub static TURF: Kind = Kind::new("turf", t("Turf", "Zona"), t("Turfs", "Zonas"))
.add(t("New turf", "Nueva zona"))
.purpose(t(
        "Streets, or sides of streets, for one person to canvass.",
        "Calles, o lados de calles, para que una persona las recorra.",
    ))
.sections(&[
        Section::new(t("Turf", "Zona"), &[
                Field::text("name").label(t("Name of the turf", "Nombre de la zona")).required().title(),
                Field::link("staff", "staff").label(t("Who canvasses it", "Quién la recorre")).in_line(),
                Field::long_text("streets")
                    .label(t("Streets", "Calles"))
                    .help(t(
                        "One per line, with its town; “(odd)” or “(even)” for one side: Maple Street, Willimantic (odd)",
                        "Una por línea, con su ciudad; “(impares)” o “(pares)” para un lado: Maple Street, Willimantic (impares)",
                    ))
                    // Picked by their names once there is a turf.
                    .asked(&[When::Held(&["name"])])
                    .searchable(),
            ]),
        Section::new(t("Checked out", "Quién la lleva"), &[
                Field::date_time("taken_at").label(t("Checked out on", "Llevada el")).asked(TAKEN),
                Field::link("taken_by", "staff").label(t("Checked out by", "Llevada por")).asked(TAKEN),
                Field::text("taken_on").label(t("On tablet", "En la tableta")).asked(TAKEN),
            ]),
    ]);

/// The fields of a turf that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::TURF;
    use crate::model::handle::{LinkField, TextField};

    pub const STAFF: LinkField = TURF.link("staff");
    pub const STREETS: TextField = TURF.text("streets");
    pub const TAKEN_AT: TextField = TURF.text("taken_at");
    pub const TAKEN_BY: LinkField = TURF.link("taken_by");
    pub const TAKEN_ON: TextField = TURF.text("taken_on");
}

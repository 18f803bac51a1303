//! An organization that offers services: `organization` of HSDS 3.0. It may be a partner of the library.

use crate::model::field::{Field, When};
use crate::model::kind::{Kind, Section};
use crate::model::text::t;

/// An organization that offers services.
pub static ORGANIZATION: Kind = Kind::new(
    "organization",
    t("Organization with services", "Organización con servicios"),
    t("Organizations with services", "Organizaciones con servicios"),
)
.add(t("New organization with services", "Nueva organización con servicios"))
.purpose(t(
    "Who offers the services in the directory, whether or not they are a partner of the library.",
    "Quién ofrece los servicios del directorio, sea o no socio de la biblioteca.",
))
.sections(&[Section::new(
    t("Organization", "Organización"),
    &[
        Field::text("name").label(t("Name", "Nombre")).required().title().asked_first(1).public(),
        Field::link("partner", "partner")
            .label(t("Partner", "Socio"))
            .help(t("If the library works with them.", "Si la biblioteca trabaja con ellos.")),
        Field::long_text("description").label(t("What they do", "Qué hacen")).searchable().public(),
        Field::text("website").label(t("Website", "Sitio web")).searchable().public(),
        Field::phone("phone").label(t("Phone", "Teléfono")).searchable().public(),
        Field::email("email").label(t("Email", "Correo electrónico")).searchable().public(),
        Field::long_text("notes").label(t("Notes for staff", "Notas para el personal")).searchable().private(),
        Field::text("source").label(t("Source", "Fuente")).asked(&[When::Held(&["source"])]),
        Field::text("source_id")
            .label(t("Number in the source", "Número en la fuente"))
            .asked(&[When::Held(&["source_id"])]),
        Field::long_text("kept")
            .label(t("Kept from the source", "Conservado de la fuente"))
            .asked(&[When::Never])
            .private(),
    ],
)]);

/// The fields of an organization that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::ORGANIZATION;
    use crate::model::handle::{LinkField, TextField};

    pub const NAME: TextField = ORGANIZATION.text("name");
    pub const PARTNER: LinkField = ORGANIZATION.link("partner");
    pub const PHONE: TextField = ORGANIZATION.text("phone");
    pub const EMAIL: TextField = ORGANIZATION.text("email");
    pub const DESCRIPTION: TextField = ORGANIZATION.text("description");
}

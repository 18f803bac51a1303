//! A further place of a service: `service_at_location` of HSDS 3.0.

use crate::model::field::{Agrees, Field, When};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;
use chrono::Weekday;

/// A further place of a service.
pub static SITE: Kind = Kind::new(
    "service_site",
    t("Other place of a service", "Otro lugar de un servicio"),
    t("Other places of services", "Otros lugares de servicios"),
)
.add(t("Add another place", "Agregar otro lugar"))
.purpose(t(
    "Where else a service is offered, with the hours there.",
    "En qué otro lugar se ofrece un servicio, con su horario ahí.",
))
.about("service")
.granted(&[Needs::With("service")])
.sections(&[Section::new(
    t("Other place of a service", "Otro lugar de un servicio"),
    &[
        Field::link("service", "service").label(t("Service", "Servicio")).required(),
        Field::text("name").label(t("Which place", "Qué lugar")).required().title().public(),
        Field::long_text("hours").label(t("When it is open", "Cuándo está abierto")).in_line().public(),
        Field::date("hours_from").label(t("Hours are good from", "El horario vale desde")).public(),
        Field::date("hours_to")
            .label(t("Hours are good until", "El horario vale hasta"))
            .agrees(&[Agrees::NotBefore("hours_from")])
            .ahead(Weekday::Fri)
            .public(),
        Field::phone("phone").label(t("Phone", "Teléfono")).searchable().public(),
        Field::address("address").label(t("Address", "Dirección")).searchable().private(),
        Field::yes_no("address_private").label(t("The address stays private", "La dirección se mantiene privada")),
        Field::place("place").label(t("Place on the map", "Lugar en el mapa")).private(),
        Field::yes_no("without_car").label(t("Can be reached without a car", "Se puede llegar sin carro")).public(),
        Field::text("transportation").label(t("How to get there without a car", "Cómo llegar sin carro")).public(),
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

/// The fields of a further place that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::SITE;
    use crate::model::handle::{LinkField, PartsField, TextField, YesNoField};

    pub const SERVICE: LinkField = SITE.link("service");
    pub const NAME: TextField = SITE.text("name");
    pub const HOURS: TextField = SITE.text("hours");
    pub const HOURS_FROM: TextField = SITE.text("hours_from");
    pub const HOURS_TO: TextField = SITE.text("hours_to");
    pub const PHONE: TextField = SITE.text("phone");
    pub const ADDRESS: PartsField = SITE.parts("address");
    pub const ADDRESS_PRIVATE: YesNoField = SITE.yes_no("address_private");
    pub const WITHOUT_CAR: YesNoField = SITE.yes_no("without_car");
    pub const TRANSPORTATION: TextField = SITE.text("transportation");
}

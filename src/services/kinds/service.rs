//! A service that people can be sent to: `service` of HSDS 3.0, with its first location, phone, languages, costs and
//! schedule.
//!
//! Addresses are private fields, so nothing that is meant for everybody ever has one by itself; what shows services to
//! people asks [`crate::services::public_address`], which knows the flag.

use crate::model::field::{Agrees, Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;
use crate::services::needs::NEEDS;
use chrono::Weekday;

/// Whether a service is still offered: the `status` of HSDS.
pub static STATUS: &[Choice] = &[
    choice("active", t("Offered now", "Se ofrece ahora")),
    choice("temporarily_closed", t("Closed for now", "Cerrado por ahora")),
    choice("inactive", t("Not offered now", "No se ofrece ahora")),
    choice("defunct", t("No longer offered", "Ya no se ofrece")),
];

/// How people get it.
pub static WAYS: &[Choice] = &[
    choice("in_person", t("In person", "En persona")),
    choice("phone", t("By phone", "Por teléfono")),
    choice("online", t("Online", "En línea")),
    choice("home", t("They come to you", "Van a domicilio")),
];

/// What a source means by hours from 0:00 to 0:00.
pub static MIDNIGHT: &[Choice] = &[
    choice("all_day", t("Open 24 hours", "Abierto las 24 horas")),
    choice("closed", t("Closed", "Cerrado")),
    choice("unclear", t("Not clear", "No está claro")),
];

/// A service.
pub static SERVICE: Kind = Kind::new("service", t("Service", "Servicio"), t("Services", "Servicios"))
    .add(t("New service", "Nuevo servicio"))
    .purpose(t(
        "Where people can get help: what for, when, how to get there, and when it was last checked.",
        "Dónde se puede conseguir ayuda: para qué, cuándo, cómo llegar y cuándo se verificó por última vez.",
    ))
    .sections(&[
        Section::new(
            t("Service", "Servicio"),
            &[
                Field::text("name")
                    .label(t("Name", "Nombre"))
                    .required()
                    .title()
                    .in_spanish("name_es")
                    .asked_first(1)
                    .public(),
                Field::text("name_es").label(t("Name in Spanish", "Nombre en español")).searchable().public(),
                Field::link("organization", "organization").label(t("Organization", "Organización")).in_line(),
                Field::choices("needs", NEEDS)
                    .label(t("What it helps with", "En qué ayuda"))
                    .asked_first(2)
                    .filter()
                    .in_line()
                    .public(),
                Field::link("need", "need").label(t("A need of your own list", "Una necesidad de su propia lista")),
                Field::long_text("description").label(t("What they offer", "Qué ofrecen")).searchable().public(),
                Field::choice("status", STATUS)
                    .label(t("Is it offered?", "¿Se ofrece?"))
                    .start(Start::Choice("active"))
                    .filter()
                    .chip(),
                Field::text("alert")
                    .label(t("What to know right now", "Qué hay que saber ahora"))
                    .help(t("“No diapers this week.”", "“Esta semana no hay pañales.”"))
                    .public(),
            ],
        ),
        Section::new(
            t("Hours", "Horario"),
            &[
                Field::long_text("hours")
                    .label(t("When it is open", "Cuándo está abierto"))
                    .help(t(
                        "As you would say it: “Mon-Fri 9-5, 1st Sat 10-12, closed Dec 25”.",
                        "Como usted lo diría: “lun a vie 9-5, primer sáb 10-12, cerrado el 25 de diciembre”.",
                    ))
                    .asked_first(3)
                    .public(),
                Field::date("hours_from").label(t("Hours are good from", "El horario vale desde")).public(),
                Field::date("hours_to")
                    .label(t("Hours are good until", "El horario vale hasta"))
                    .help(t(
                        "After this day people are told to call first.",
                        "Después de ese día se dice que llamen primero.",
                    ))
                    .agrees(&[Agrees::NotBefore("hours_from")])
                    .ahead(Weekday::Fri)
                    .public(),
                Field::choice("midnight", MIDNIGHT)
                    .label(t("Hours from 0:00 to 0:00 mean", "El horario de 0:00 a 0:00 significa"))
                    .asked(&[When::Held(&["midnight"])]),
            ],
        ),
        Section::new(
            t("How to get it", "Cómo conseguirlo"),
            &[
                Field::phone("phone").label(t("Phone", "Teléfono")).searchable().asked_first(4).public(),
                Field::text("website").label(t("Website", "Sitio web")).searchable().public(),
                Field::email("email").label(t("Email", "Correo electrónico")).searchable().public(),
                Field::choices("ways", WAYS).label(t("How people get it", "Cómo se consigue")).filter().public(),
                Field::address("address").label(t("Address", "Dirección")).searchable().private(),
                Field::yes_no("address_private")
                    .label(t("The address stays private", "La dirección se mantiene privada"))
                    .help(t(
                        "A shelter, for example. It is then never shown on the map, printed or sent.",
                        "Un refugio, por ejemplo. Así nunca se muestra en el mapa, ni se imprime ni se envía.",
                    )),
                Field::place("place").label(t("Place on the map", "Lugar en el mapa")).private(),
                Field::yes_no("without_car")
                    .label(t("Can be reached without a car", "Se puede llegar sin carro"))
                    .filter()
                    .public(),
                Field::text("transportation")
                    .label(t("How to get there without a car", "Cómo llegar sin carro"))
                    .help(t("“Bus 671, stop at Main Street.”", "“Autobús 671, parada en Main Street.”"))
                    .public(),
                Field::text("area").label(t("Area it serves", "Zona que atiende")).searchable().public(),
                Field::text("accessibility").label(t("Accessibility", "Accesibilidad")).public(),
            ],
        ),
        Section::new(
            t("Who it is for", "Para quién es"),
            &[
                Field::long_text("eligibility")
                    .label(t("Who can get it", "Quién lo puede recibir"))
                    .searchable()
                    .public(),
                Field::number("min_age", 0.0, 120.0)
                    .label(t("From what age", "Desde qué edad"))
                    .whole()
                    .agrees(&[Agrees::AtMost("max_age")])
                    .public(),
                Field::number("max_age", 0.0, 120.0).label(t("Up to what age", "Hasta qué edad")).whole().public(),
                Field::choices("languages", LANGUAGES)
                    .label(t("Languages spoken there", "Idiomas que hablan ahí"))
                    .filter()
                    .public(),
                Field::text("interpreter").label(t("Interpreter", "Intérprete")).public(),
                Field::yes_no("free").label(t("Free of charge", "Es gratis")).filter().public(),
                Field::text("fees").label(t("What it costs", "Cuánto cuesta")).public(),
                Field::yes_no("no_documents").label(t("No documents needed", "No piden documentos")).filter().public(),
                Field::text("documents").label(t("What to bring", "Qué llevar")).public(),
            ],
        ),
        Section::new(
            t("Source and notes", "Fuente y notas"),
            &[
                Field::date("assured_on")
                    .label(t("Last checked by the source", "Última verificación de la fuente"))
                    .asked(&[When::Held(&["assured_on"])]),
                Field::text("source").label(t("Source", "Fuente")).asked(&[When::Held(&["source"])]),
                Field::text("source_id")
                    .label(t("Number in the source", "Número en la fuente"))
                    .asked(&[When::Held(&["source_id"])]),
                Field::text("imported")
                    .label(t("Came with this import", "Llegó con esta importación"))
                    .asked(&[When::Never]),
                Field::long_text("kept")
                    .label(t("Kept from the source", "Conservado de la fuente"))
                    .asked(&[When::Never])
                    .private(),
                Field::long_text("notes").label(t("Notes for staff", "Notas para el personal")).searchable().private(),
            ],
        ),
    ]);

/// The fields of a service that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::SERVICE;
    use crate::model::handle::{LinkField, NumberField, PartsField, TextField, YesNoField};

    pub const NAME: TextField = SERVICE.text("name");
    pub const NAME_ES: TextField = SERVICE.text("name_es");
    pub const ORGANIZATION: LinkField = SERVICE.link("organization");
    pub const NEEDS: PartsField = SERVICE.parts("needs");
    pub const NEED: LinkField = SERVICE.link("need");
    pub const DESCRIPTION: TextField = SERVICE.text("description");
    pub const STATUS: TextField = SERVICE.text("status");
    pub const ALERT: TextField = SERVICE.text("alert");
    pub const HOURS: TextField = SERVICE.text("hours");
    pub const HOURS_FROM: TextField = SERVICE.text("hours_from");
    pub const HOURS_TO: TextField = SERVICE.text("hours_to");
    pub const MIDNIGHT: TextField = SERVICE.text("midnight");
    pub const PHONE: TextField = SERVICE.text("phone");
    pub const EMAIL: TextField = SERVICE.text("email");
    pub const WEBSITE: TextField = SERVICE.text("website");
    pub const WAYS: PartsField = SERVICE.parts("ways");
    pub const ADDRESS: PartsField = SERVICE.parts("address");
    pub const ADDRESS_PRIVATE: YesNoField = SERVICE.yes_no("address_private");
    pub const WITHOUT_CAR: YesNoField = SERVICE.yes_no("without_car");
    pub const TRANSPORTATION: TextField = SERVICE.text("transportation");
    pub const ELIGIBILITY: TextField = SERVICE.text("eligibility");
    pub const MIN_AGE: NumberField = SERVICE.number("min_age");
    pub const MAX_AGE: NumberField = SERVICE.number("max_age");
    pub const LANGUAGES: PartsField = SERVICE.parts("languages");
    pub const INTERPRETER: TextField = SERVICE.text("interpreter");
    pub const FREE: YesNoField = SERVICE.yes_no("free");
    pub const FEES: TextField = SERVICE.text("fees");
    pub const NO_DOCUMENTS: YesNoField = SERVICE.yes_no("no_documents");
    pub const DOCUMENTS: TextField = SERVICE.text("documents");
    pub const ASSURED_ON: TextField = SERVICE.text("assured_on");
}

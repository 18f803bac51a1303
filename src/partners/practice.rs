//! Made-up partners, and what was said with them.

use crate::log::hash::derived_id;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::model::{date, order};
use crate::work::practice::Practice;
use chrono::{Days, TimeDelta};
use std::collections::BTreeMap;

/// A made-up partner: name, type, status, contact's name, what it offers, notes, and contacts as (days ago, how, what
/// was said, next step, days until it is due).
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [(&'static str, Text)],
    town: &'static str,
    contacts: &'static [(u64, &'static str, Text, Text, i64)],
}

pub(crate) static SAMPLES: &[Sample] = &[
    Sample {
        name: "Maple Street Soup Kitchen",
        fields: &[
            ("type", Text::same("food_housing")),
            ("status", Text::same("active")),
            ("contact_name", Text::same("Kim Rivera")),
            ("contact_phone", Text::same("(860) 555-0114")),
            ("main_contact", Text::same("kitchen@example.org")),
            (
                "offers",
                t("Meals every weekday, space for a shelf", "Comidas de lunes a viernes, espacio para un estante"),
            ),
            ("wishes", t("Flyers in Spanish", "Volantes en español")),
            ("expanding", Text::same("yes")),
        ],
        town: "12 Maple Street",
        contacts: &[
            (
                94,
                "visit",
                t("They would host a shelf by the door.", "Pondrían un estante junto a la puerta."),
                t("Ask about the January open house", "Preguntar por el día de puertas abiertas de enero"),
                3,
            ),
            (
                171,
                "event",
                t("Backpack day, forty families.", "Entrega de mochilas, cuarenta familias."),
                Text::NONE,
                0,
            ),
        ],
    },
    Sample {
        name: "Escuela Primaria Río Verde",
        fields: &[
            ("type", Text::same("school")),
            ("status", Text::same("active")),
            ("contact_name", Text::same("José Núñez")),
            ("contact_email", Text::same("jose@example.org")),
            ("wishes", t("Story time in Spanish", "Hora de cuentos en español")),
            ("expanding", Text::same("yes")),
        ],
        town: "40 Valley Street",
        contacts: &[(
            12,
            "meeting",
            t("The resource room is free on Tuesdays.", "La sala de recursos está libre los martes."),
            t("Bring the table plan", "Llevar el plano de las mesas"),
            1,
        )],
    },
    Sample {
        name: "Little Lanterns Preschool",
        fields: &[
            ("type", Text::same("early_childhood")),
            ("status", Text::same("new")),
            ("contact_name", Text::same("Amina Diallo")),
            ("offers", t("Parents’ evening, 25 families", "Reunión de padres, 25 familias")),
            ("expanding", Text::same("maybe")),
        ],
        town: "7 Prospect Street",
        contacts: &[(
            35,
            "phone",
            t("Would like a visit with picture books.", "Quisieran una visita con libros ilustrados."),
            t("Send three dates", "Proponer tres fechas"),
            -2,
        )],
    },
    Sample {
        name: "Riverside Clinic",
        fields: &[
            ("type", Text::same("health")),
            ("status", Text::same("quiet")),
            ("contact_name", Text::same("Dr. Lee")),
            ("main_contact", t("front desk, (860) 555-0170", "recepción, (860) 555-0170")),
            ("offers", t("Blood pressure checks", "Toma de la presión")),
        ],
        town: "101 River Road",
        contacts: &[(
            120,
            "email",
            t("Busy season, ask again in autumn.", "Temporada ocupada, preguntar otra vez en otoño."),
            Text::NONE,
            0,
        )],
    },
    Sample {
        name: "Hilltop Hardware",
        fields: &[
            ("type", Text::same("business")),
            ("status", Text::same("active")),
            ("contact_name", Text::same("Sam Okafor")),
            ("offers", t("Shelves at cost", "Estantes a precio de costo")),
            ("sponsor", Text::same("yes")),
        ],
        town: "3 Main Street",
        contacts: &[(
            20,
            "visit",
            t("Gladly on the sponsor list.", "Con gusto en la lista de patrocinadores."),
            Text::NONE,
            0,
        )],
    },
    Sample {
        name: "St. Brigid Food Pantry",
        fields: &[
            ("type", Text::same("faith")),
            ("status", Text::same("lapsed")),
            (
                "contact_name",
                t("Father Tom left; ask for the office", "El padre Tom ya no está; preguntar en la oficina"),
            ),
            ("main_contact", Text::same("office@example.net")),
        ],
        town: "18 Church Street",
        contacts: &[(
            260,
            "meeting",
            t("Handed over to a new coordinator, name to come.", "Ahora hay otra persona a cargo, falta el nombre."),
            Text::NONE,
            0,
        )],
    },
    Sample {
        name: "Engine Company 2",
        fields: &[
            ("type", Text::same("fire_police")),
            ("status", Text::same("idea")),
            ("offers", t("Reading at story time", "Leer en la hora de cuentos")),
        ],
        town: "55 Union Street",
        contacts: &[],
    },
    Sample {
        name: "Teen Drop-In",
        fields: &[
            ("type", Text::same("youth")),
            ("status", Text::same("active")),
            ("contact_name", Text::same("Rosa Quiñones")),
            ("wishes", t("Résumé help", "Ayuda con el currículum")),
            ("expanding", Text::same("yes")),
        ],
        town: "29 North Street",
        contacts: &[(
            5,
            "visit",
            t(
                "Two asked about library cards without a fixed address.",
                "Dos preguntaron por la tarjeta de la biblioteca sin domicilio fijo.",
            ),
            t("Ask circulation about cards", "Preguntar en préstamos por las tarjetas"),
            5,
        )],
    },
    Sample {
        name: "Windmill Community Theatre",
        fields: &[
            ("type", Text::same("arts")),
            ("status", Text::same("ended")),
            ("contact_name", Text::same("Pat Moreau")),
        ],
        town: "8 Bridge Street",
        contacts: &[(400, "event", t("Last joint matinee.", "Última función juntos."), Text::NONE, 0)],
    },
    Sample {
        name: "Radio Quinebaug",
        fields: &[
            ("type", Text::same("media")),
            ("status", Text::same("new")),
            ("contact_name", Text::same("Lucía Ferrer")),
            ("offers", t("Two minutes on air, Fridays", "Dos minutos al aire, los viernes")),
            ("preferred_method", Text::same("phone")),
        ],
        town: "77 Summit Street",
        contacts: &[(
            9,
            "phone",
            t("Wants the event list by Wednesday noon.", "Quiere la lista de eventos antes del miércoles a mediodía."),
            t("Send the event list", "Enviar la lista de eventos"),
            2,
        )],
    },
];

/// The record of a made-up partner. It follows from the name, so that others who make notes up know it, too.
fn id_of(name: &str) -> Id {
    derived_id(&format!("practice partner {name}"))
}

/// The made-up partners, by name.
pub fn known() -> Vec<(&'static str, Id)> {
    SAMPLES.iter().map(|sample| (sample.name, id_of(sample.name))).collect()
}

/// The partners and their contacts.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let now = practice.work.now();
    let today = now.today();
    let mut rows = Vec::new();
    for (at, sample) in SAMPLES.iter().enumerate() {
        let partner = id_of(sample.name);
        let who = practice.staff_at(at).map_or(Value::Null, Value::link);
        let mut values: BTreeMap<String, Value> =
            order::map(sample.fields.iter().map(|(key, text)| field(key, text.get(practice.lang))));
        values.insert("name".to_owned(), Value::text(sample.name));
        values.insert("staff".to_owned(), who.clone());
        let address = [("street", sample.town), ("town", "Willow Falls"), ("state", "CT"), ("zip", "06000")];
        let address = address.map(|(part, text)| (part.to_owned(), Value::text(text)));
        values.insert("address".to_owned(), Value::Map(address.into()));
        rows.push(("partner", partner, values));
        for (days, how, said, step, due) in sample.contacts {
            let when = now.moment() - TimeDelta::days(i64::try_from(*days).unwrap_or(0));
            let mut contact: BTreeMap<String, Value> = [
                ("partner".to_owned(), Value::link(partner)),
                ("when".to_owned(), Value::text(date::stored(when))),
                ("how".to_owned(), Value::text(*how)),
                ("said".to_owned(), Value::text(said.get(practice.lang))),
                ("staff".to_owned(), who.clone()),
            ]
            .into();
            if !step.is_empty() {
                let days = Days::new(due.unsigned_abs());
                let by = if *due < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) };
                contact.insert("next_step".to_owned(), Value::text(step.get(practice.lang)));
                contact.insert("next_date".to_owned(), Value::text(by.unwrap_or(today).to_string()));
            }
            rows.push(("contact", practice.work.new_id(), contact));
        }
    }
    rows
}

fn field(key: &str, text: &str) -> (String, Value) {
    let value = match key {
        "sponsor" => Value::Bool(text == "yes"),
        "preferred_method" => Value::List(vec![Value::text(text)]),
        _ => Value::text(text),
    };
    (key.to_owned(), value)
}

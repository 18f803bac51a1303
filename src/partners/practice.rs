//! Made-up partners, and what was said with them.

use crate::log::hash::derived_id;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::model::{date, order};
use crate::work::practice::Practice;
use chrono::{Days, TimeDelta};
use std::collections::BTreeMap;

/// A made-up partner: name, type, status, contact's name, what it offers, notes, and contacts as (days ago, how, what
/// was said, next step, days until it is due).
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [(&'static str, &'static str)],
    town: &'static str,
    contacts: &'static [(u64, &'static str, &'static str, &'static str, i64)],
}

pub(crate) static SAMPLES: &[Sample] = &[
    Sample {
        name: "Maple Street Soup Kitchen",
        fields: &[
            ("type", "food_housing"),
            ("status", "active"),
            ("contact_name", "Kim Rivera"),
            ("contact_phone", "(860) 555-0114"),
            ("main_contact", "kitchen@example.org"),
            ("offers", "Meals every weekday, space for a shelf"),
            ("wishes", "Flyers in Spanish"),
            ("expanding", "yes"),
        ],
        town: "12 Maple Street",
        contacts: &[
            (94, "visit", "They would host a shelf by the door.", "Ask about the January open house", 3),
            (171, "event", "Backpack day, forty families.", "", 0),
        ],
    },
    Sample {
        name: "Escuela Primaria Río Verde",
        fields: &[
            ("type", "school"),
            ("status", "active"),
            ("contact_name", "José Núñez"),
            ("contact_email", "jose@example.org"),
            ("wishes", "Story time in Spanish"),
            ("expanding", "yes"),
        ],
        town: "40 Valley Street",
        contacts: &[(12, "meeting", "The resource room is free on Tuesdays.", "Bring the table plan", 1)],
    },
    Sample {
        name: "Little Lanterns Preschool",
        fields: &[
            ("type", "early_childhood"),
            ("status", "new"),
            ("contact_name", "Amina Diallo"),
            ("offers", "Parents’ evening, 25 families"),
            ("expanding", "maybe"),
        ],
        town: "7 Prospect Street",
        contacts: &[(35, "phone", "Would like a visit with picture books.", "Send three dates", -2)],
    },
    Sample {
        name: "Riverside Clinic",
        fields: &[
            ("type", "health"),
            ("status", "quiet"),
            ("contact_name", "Dr. Lee"),
            ("main_contact", "front desk, (860) 555-0170"),
            ("offers", "Blood pressure checks"),
        ],
        town: "101 River Road",
        contacts: &[(120, "email", "Busy season, ask again in autumn.", "", 0)],
    },
    Sample {
        name: "Hilltop Hardware",
        fields: &[
            ("type", "business"),
            ("status", "active"),
            ("contact_name", "Sam Okafor"),
            ("offers", "Shelves at cost"),
            ("sponsor", "yes"),
        ],
        town: "3 Main Street",
        contacts: &[(20, "visit", "Gladly on the sponsor list.", "", 0)],
    },
    Sample {
        name: "St. Brigid Food Pantry",
        fields: &[
            ("type", "faith"),
            ("status", "lapsed"),
            ("contact_name", "Father Tom left; ask for the office"),
            ("main_contact", "office@example.net"),
        ],
        town: "18 Church Street",
        contacts: &[(260, "meeting", "Handed over to a new coordinator, name to come.", "", 0)],
    },
    Sample {
        name: "Engine Company 2",
        fields: &[("type", "fire_police"), ("status", "idea"), ("offers", "Reading at story time")],
        town: "55 Union Street",
        contacts: &[],
    },
    Sample {
        name: "Teen Drop-In",
        fields: &[
            ("type", "youth"),
            ("status", "active"),
            ("contact_name", "Rosa Quiñones"),
            ("wishes", "Résumé help"),
            ("expanding", "yes"),
        ],
        town: "29 North Street",
        contacts: &[(
            5,
            "visit",
            "Two asked about library cards without a fixed address.",
            "Ask circulation about cards",
            5,
        )],
    },
    Sample {
        name: "Windmill Community Theatre",
        fields: &[("type", "arts"), ("status", "ended"), ("contact_name", "Pat Moreau")],
        town: "8 Bridge Street",
        contacts: &[(400, "event", "Last joint matinee.", "", 0)],
    },
    Sample {
        name: "Radio Quinebaug",
        fields: &[
            ("type", "media"),
            ("status", "new"),
            ("contact_name", "Lucía Ferrer"),
            ("offers", "Two minutes on air, Fridays"),
            ("preferred_method", "phone"),
        ],
        town: "77 Summit Street",
        contacts: &[(9, "phone", "Wants the event list by Wednesday noon.", "Send the event list", 2)],
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
        let mut values: BTreeMap<String, Value> = order::map(sample.fields.iter().map(|(key, text)| field(key, text)));
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
                ("said".to_owned(), Value::text(*said)),
                ("staff".to_owned(), who.clone()),
            ]
            .into();
            if !step.is_empty() {
                let days = Days::new(due.unsigned_abs());
                let by = if *due < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) };
                contact.insert("next_step".to_owned(), Value::text(*step));
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

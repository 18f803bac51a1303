//! Made-up notes for practice. Nobody in them exists.

pub mod interviews;

use crate::app::canvass;
use crate::app::command::{Command, words};
use crate::app::count;
use crate::app::stock;
use crate::app::workspace::Workspace;
use crate::domain::author::Author;
use crate::domain::date::{self, Now};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::text::{Text, t};
use crate::domain::value::Value;
use crate::kinds::movement::{COUNTED, STOCKED, TAKEN};
use chrono::{Days, TimeDelta};
use std::collections::BTreeMap;

/// A made-up partner: name, type, status, contact's name, what it offers, notes, and contacts as (days ago, how, what
/// was said, next step, days until it is due).
struct Sample {
    name: &'static str,
    fields: &'static [(&'static str, &'static str)],
    town: &'static str,
    contacts: &'static [(u64, &'static str, &'static str, &'static str, i64)],
}

const STAFF: [&str; 3] = ["Marisol (practice)", "Jo (practice)", "Devon (practice)"];

static SAMPLES: &[Sample] = &[
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

/// A made-up street: house number, apartment, and visits as (days ago, outcome, what was heard).
type SampleDoor = (&'static str, &'static str, &'static [(u64, &'static str, &'static str)]);

const STREET: &str = "Linden Street";

static DOORS: &[SampleDoor] = &[
    ("1", "", &[(9, "not_home", "")]),
    ("2", "", &[]),
    ("3", "", &[(16, "not_home", ""), (9, "not_home", "")]),
    ("4", "", &[(9, "refused", "")]),
    ("5", "", &[(9, "talked", "Did not know the library lends tools. Would come if the bus ran on Saturdays.")]),
    ("6", "Apt 1", &[(9, "talked", "Two children at Río Verde; asked about story time in Spanish.")]),
    ("6", "Apt 2", &[(9, "not_home", "")]),
    ("6", "Apt 3", &[]),
    ("7", "", &[]),
    ("8", "", &[(2, "come_back", "Works nights, wants to hear about computer classes.")]),
    ("9", "", &[]),
    ("10", "", &[]),
    ("11", "", &[]),
    ("12", "", &[(9, "moved", "")]),
    ("13", "", &[]),
    ("14", "", &[]),
];

/// A door that another list has without the “Street”: it may be the one that is there already.
static TWICE: SampleDoor = ("14", "", &[(9, "not_home", "")]);

type Rows = Vec<(&'static str, Id, BTreeMap<String, Value>)>;

/// The command that writes all made-up notes.
pub fn notes(work: &Workspace) -> Command {
    let now = work.now();
    let today = now.today();
    let mut rows: Rows = Vec::new();
    let staff: Vec<Id> = STAFF.iter().map(|_| work.new_id()).collect();
    for (id, name) in staff.iter().zip(STAFF) {
        rows.push(("staff", *id, [("name".to_owned(), Value::text(name))].into()));
    }
    let mut partners: Vec<(&str, Id)> = Vec::new();
    for (at, sample) in SAMPLES.iter().enumerate() {
        let partner = work.new_id();
        partners.push((sample.name, partner));
        let who = Value::text(staff[at % staff.len()].to_string());
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
            rows.push(("contact", work.new_id(), contact));
        }
    }
    doors(work, &staff, &mut rows);
    hub(work, &staff, &mut rows);
    rows.extend(interviews::with_partners(now, &staff, &partners, &mut || work.new_id()));
    rows.push(("question", work.new_id(), own_question()));
    Command::Write { label: words::IMPORTED_ROWS.with("count", rows.len()), rows }
}

/// A question of the team's own, between those that are declared.
fn own_question() -> BTreeMap<String, Value> {
    let values = [
        ("asked_in", Value::text("visit")),
        ("en", Value::text("Would you come to a story hour in Spanish?")),
        ("es", Value::text("¿Vendría a una hora de cuentos en español?")),
        ("answer", Value::text("yes_no")),
        ("order", Value::Number(25.0)),
    ];
    order::values(values)
}

fn doors(work: &Workspace, staff: &[Id], rows: &mut Rows) {
    let now = work.now();
    let list = work.new_id();
    rows.push(("door_list", list, [("name".to_owned(), Value::text("Willow Falls (practice)"))].into()));
    let turf = [("name", "North side"), ("streets", "Linden Street, Willow Falls (odd)")];
    let turf = turf.map(|(key, text)| (key.to_owned(), Value::text(text)));
    rows.push(("turf", work.new_id(), order::map(turf)));
    let doors = DOORS.iter().map(|door| (STREET, door)).chain([("Linden", &TWICE)]);
    for (at, (street, (number, unit, visits))) in doors.enumerate() {
        let door = canvass::door_id(&format!("practice {number} {street} {unit}"));
        let address = format!("{number} {street} {unit}");
        let list = list.to_string();
        let texts = [
            ("address", address.trim()),
            ("number", number),
            ("street", street),
            ("unit", unit),
            ("town", "Willow Falls"),
            ("list", &list),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        rows.push(("door", door, order::map(texts.map(|(key, text)| (key.to_owned(), Value::text(text))))));
        let who = staff.get(at % staff.len().max(1)).copied();
        for (days, outcome, heard) in *visits {
            let ago = TimeDelta::days(i64::try_from(*days).unwrap_or(0));
            let then = Now { ms: now.ms - ago.num_milliseconds(), ..now };
            let mut visit = canvass::knock(door, outcome, who, then);
            if !heard.is_empty() {
                visit.push(("heard", Value::text(*heard)));
            }
            rows.push(("visit", work.new_id(), order::values(visit)));
        }
    }
}

/// What lies on the tables of a made-up hub: name, category, table, how many there should be and at least, how many were
/// brought two weeks ago, how many a count found a week ago, how many were taken since.
type SampleItem = (Text, &'static str, &'static str, i64, i64, i64, i64, i64);

static ITEMS: &[SampleItem] = &[
    (t("Bilingual picture books", "Libros ilustrados bilingües"), "book", "Table 1", 20, 6, 20, 11, 2),
    (t("Early readers in Spanish", "Primeras lecturas en español"), "book", "Table 1", 12, 4, 12, 9, 0),
    (t("Library card forms", "Solicitudes de tarjeta de la biblioteca"), "form", "Table 1", 40, 15, 50, 14, 3),
    (
        t("Story time flyer, September", "Volante de la hora de cuentos, septiembre"),
        "flyer",
        "Table 2",
        30,
        10,
        30,
        22,
        0,
    ),
    (t("Craft kit: paper lanterns", "Manualidades: farolitos de papel"), "kit", "Table 2", 10, 3, 10, 2, 1),
    (t("Bus map to the library", "Mapa de autobuses a la biblioteca"), "flyer", "Board", 25, 8, 25, 25, 0),
];

fn hub(work: &Workspace, staff: &[Id], rows: &mut Rows) {
    let now = work.now();
    let ago = |days: i64| Author { by: staff.first().copied(), now: Now { ms: now.ms - days * 86_400_000, ..now } };
    let hub = work.new_id();
    let texts = [("name", "Río Verde School"), ("room", "Resource room"), ("zones", "Table 1\nTable 2\nBoard")];
    let mut values = order::values(texts.map(|(key, text)| (key, Value::text(text))));
    values.insert("languages".to_owned(), Value::List(vec![Value::text("en"), Value::text("es")]));
    rows.push(("hub", hub, values));
    let postings =
        [("Tax help in Spanish", -3, "es"), ("Story time: lanterns", 12, "en"), ("When we are open", 60, "en")];
    for (title, days, language) in postings {
        let day = now.today() + chrono::TimeDelta::days(days);
        let values = [
            ("title", Value::text(title)),
            ("hub", Value::link(hub)),
            ("what", Value::text(if days == 60 { "notice" } else { "event" })),
            ("until", Value::text(day.to_string())),
            ("languages", Value::List(vec![Value::text(language)])),
        ];
        rows.push(("posting", work.new_id(), order::values(values)));
    }
    let walk = work.new_id();
    let (kind, id, mut count) = count::begin("count", walk, hub, ago(7));
    count.extend(count::finish(count::WALK, walk, ago(7)).2);
    rows.push((kind, id, count));
    for (at, (name, category, zone, par, minimum, brought, found, taken)) in ITEMS.iter().enumerate() {
        let item = work.new_id();
        let texts = [("name", name.en), ("name_es", name.es), ("category", *category)];
        rows.push(("item", item, order::values(texts.map(|(key, text)| (key, Value::text(text))))));
        let place = [
            ("hub", Value::link(hub)),
            ("item", Value::link(item)),
            ("zone", Value::text(*zone)),
            ("par", Value::whole(*par)),
            ("minimum", Value::whole(*minimum)),
            ("order", Value::whole(i64::try_from(at).unwrap_or(0))),
        ];
        rows.push(("shelf", stock::shelf_id(hub, item), order::values(place)));
        let stocked = work.new_id();
        rows.push(stock::movement(stocked, STOCKED, hub, item, *brought, ago(14)));
        let mut counted = stock::movement(stock::counted_id(walk, item), COUNTED, hub, item, *found, ago(7));
        let knew = [("count", Value::link(walk)), ("was", Value::whole(*brought)), ("seen", Value::link(stocked))];
        counted.2.extend(order::values(knew));
        rows.push(counted);
        if *taken > 0 {
            rows.push(stock::movement(work.new_id(), TAKEN, hub, item, *taken, ago(2)));
        }
    }
}

fn field(key: &str, text: &str) -> (String, Value) {
    let value = match key {
        "sponsor" => Value::Bool(text == "yes"),
        "preferred_method" => Value::List(vec![Value::text(text)]),
        _ => Value::text(text),
    };
    (key.to_owned(), value)
}

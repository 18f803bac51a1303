//! A made-up street, and what happened at its doors.

use super::standing;
use crate::model::date::Now;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::work::practice::Practice;
use chrono::TimeDelta;
use std::collections::BTreeMap;

/// A made-up street: house number, apartment, and visits as (days ago, outcome, what was heard).
type SampleDoor = (&'static str, &'static str, &'static [(u64, &'static str, Text)]);

const STREET: &str = "Linden Street";
const LIST: Text = t("Willow Falls (practice)", "Willow Falls (práctica)");
const TURF: Text = t("North side", "Lado norte");
const ODD: Text = t("Linden Street, Willow Falls (odd)", "Linden Street, Willow Falls (impares)");

static DOORS: &[SampleDoor] = &[
    ("1", "", &[(9, "not_home", Text::NONE)]),
    ("2", "", &[]),
    ("3", "", &[(16, "not_home", Text::NONE), (9, "not_home", Text::NONE)]),
    ("4", "", &[(9, "refused", Text::NONE)]),
    (
        "5",
        "",
        &[(
            9,
            "talked",
            t(
                "Did not know the library lends tools. Would come if the bus ran on Saturdays.",
                "No sabía que la biblioteca presta herramientas. Vendría si el autobús pasara los sábados.",
            ),
        )],
    ),
    (
        "6",
        "Apt 1",
        &[(
            9,
            "talked",
            t(
                "Two children at Río Verde; asked about story time in Spanish.",
                "Dos niños en Río Verde; preguntó por la hora de cuentos en español.",
            ),
        )],
    ),
    ("6", "Apt 2", &[(9, "not_home", Text::NONE)]),
    ("6", "Apt 3", &[]),
    ("7", "", &[]),
    (
        "8",
        "",
        &[(
            2,
            "come_back",
            t(
                "Works nights, wants to hear about computer classes.",
                "Trabaja de noche, quiere saber de las clases de computación.",
            ),
        )],
    ),
    ("9", "", &[]),
    ("10", "", &[]),
    ("11", "", &[]),
    ("12", "", &[(9, "moved", Text::NONE)]),
    ("13", "", &[]),
    ("14", "", &[]),
];

/// A door that another list has without the “Street”: it may be the one that is there already.
static TWICE: SampleDoor = ("14", "", &[(9, "not_home", Text::NONE)]);

/// A street of doors and what happened at them, a turf, and a question of the team's own, between those that are
/// declared.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let work = practice.work;
    let mut rows: Vec<RecordWrite> = vec![("question", work.new_id(), own_question())];
    let now = work.now();
    let list = work.new_id();
    rows.push(("door_list", list, [("name".to_owned(), Value::text(LIST.get(practice.lang)))].into()));
    let turf = [("name", TURF.get(practice.lang)), ("streets", ODD.get(practice.lang))];
    let turf = turf.map(|(key, text)| (key.to_owned(), Value::text(text)));
    rows.push(("turf", work.new_id(), order::map(turf)));
    let doors = DOORS.iter().map(|door| (STREET, door)).chain([("Linden", &TWICE)]);
    for (at, (street, (number, unit, visits))) in doors.enumerate() {
        let door = standing::door_id(&format!("practice {number} {street} {unit}"));
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
        let who = practice.staff_at(at);
        for (days, outcome, heard) in *visits {
            let ago = TimeDelta::days(i64::try_from(*days).unwrap_or(0));
            let then = Now { ms: now.ms - ago.num_milliseconds(), ..now };
            let mut visit = standing::knock(door, outcome, who, then);
            if !heard.is_empty() {
                visit.push(("heard", Value::text(heard.get(practice.lang))));
            }
            rows.push(("visit", work.new_id(), order::values(visit)));
        }
    }
    rows
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

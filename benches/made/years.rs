//! What a library system has written down after three years: stock at hubs, doors with visits, partners with contacts.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

use chrono::{Days, NaiveDate};
use porchlight::model::id::Id;
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::value::Value;

pub const HUBS: usize = 50;
pub const ITEMS: usize = 200;
/// Three years: every item of every hub brought, taken and counted ten times.
const ROUNDS: usize = 10;
const SHELVES: usize = HUBS * ITEMS;
pub const MOVEMENTS: usize = SHELVES * ROUNDS * 3;

fn text(id: Id) -> Value {
    Value::Text(id.to_string())
}

/// A day of these years, so many days after the first.
fn day(after: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 12, 1).unwrap() + Days::new(after as u64)
}

fn moment(after: usize) -> Value {
    Value::Text(format!("{}T12:00:00-05:00", day(after)))
}

pub fn hub(at: usize) -> Id {
    Id(1 << 70 | at as u128)
}

pub fn item(at: usize) -> Id {
    Id(2 << 70 | at as u128)
}

pub fn movement(at: usize) -> Id {
    Id(4 << 70 | at as u128)
}

/// Of how many records [`at_hubs`] consists.
pub const AT_HUBS: usize = HUBS + ITEMS + SHELVES + MOVEMENTS;

/// What lies at many hubs, and all that happened there, one record after the other.
pub fn at_hubs(at: usize) -> RecordWrite {
    if at < HUBS {
        let fields =
            vec![("name", Value::Text(format!("Hub {at:02}"))), ("zones", Value::Text("Table 1\nTable 2".to_owned()))];
        return ("hub", hub(at), order::values(fields));
    }
    let at = at - HUBS;
    if at < ITEMS {
        return ("item", item(at), order::values([("name", Value::Text(format!("Item {at:03}")))]));
    }
    let at = at - ITEMS;
    if at < SHELVES {
        let fields = vec![
            ("hub", text(hub(at / ITEMS))),
            ("item", text(item(at % ITEMS))),
            ("zone", Value::Text(format!("Table {}", at % 2 + 1))),
            ("par", Value::Number(20.0)),
            ("minimum", Value::Number(5.0)),
        ];
        return ("shelf", Id(3 << 70 | at as u128), order::values(fields));
    }
    // As it happens: round after round, and in each every item is brought, taken and counted.
    let at = at - SHELVES;
    let (round, shelf, step) = (at / (SHELVES * 3), at / 3 % SHELVES, at % 3);
    let mut fields = vec![
        ("what", Value::Text(["stocked", "taken", "counted"][step].to_owned())),
        ("hub", text(hub(shelf / ITEMS))),
        ("item", text(item(shelf % ITEMS))),
        ("amount", Value::Number([18.0, 3.0, 12.0][step])),
        ("when", moment(round * 108 + step * 30)),
    ];
    if step == 2 {
        let before = (round > 0).then(|| at - SHELVES * 3);
        let seen = [Some(at - 2), Some(at - 1), before].into_iter().flatten().map(|at| movement(at).to_string());
        fields.push(("seen", Value::Text(seen.collect::<Vec<_>>().join("\n"))));
        fields.push(("was", Value::Number(if round == 0 { 15.0 } else { 27.0 })));
    }
    ("movement", movement(at), order::values(fields))
}

pub const DOORS: usize = 20_000;
pub const VISITS: usize = 3;

pub fn door(at: usize) -> Id {
    Id(11 << 70 | at as u128)
}

pub fn visit(at: usize) -> Id {
    Id(12 << 70 | at as u128)
}

/// Doors on streets of a hundred, each with its visits.
pub fn at_doors() -> impl Iterator<Item = RecordWrite> {
    let doors = (0..DOORS).map(|at| {
        let fields = [
            ("address", Value::Text(format!("{} Street {:03}", at % 100 + 1, at / 100))),
            ("number", Value::Text((at % 100 + 1).to_string())),
            ("street", Value::Text(format!("Street {:03}", at / 100))),
            ("town", Value::text("Willimantic")),
        ];
        ("door", door(at), order::values(fields))
    });
    let visits = (0..DOORS * VISITS).map(|at| {
        let outcome = ["not_home", "come_back", "talked", "not_home", "refused"][at % 5];
        let mut fields =
            vec![("door", text(door(at / VISITS))), ("outcome", Value::text(outcome)), ("when", moment(at * 7 % 1000))];
        if outcome == "come_back" {
            fields.push(("again", Value::Text(day(at * 11 % 1200).to_string())));
        }
        ("visit", visit(at), order::values(fields))
    });
    doors.chain(visits)
}

pub const PARTNERS: usize = 10_000;
pub const CONTACTS: usize = 5;

pub fn partner(at: usize) -> Id {
    Id(13 << 70 | at as u128)
}

pub fn contact(at: usize) -> Id {
    Id(14 << 70 | at as u128)
}

/// Partners, each with its contacts.
pub fn with_partners() -> impl Iterator<Item = RecordWrite> {
    let partners = (0..PARTNERS).map(|at| {
        let fields = [
            ("name", Value::Text(format!("Partner {at:05}"))),
            ("type", Value::text(["school", "health", "business"][at % 3])),
            ("status", Value::text(["new", "active", "quiet", "lapsed"][at % 4])),
        ];
        ("partner", partner(at), order::values(fields))
    });
    let contacts = (0..PARTNERS * CONTACTS).map(|at| {
        let mut fields = vec![
            ("partner", text(partner(at / CONTACTS))),
            ("when", moment(at * 13 % 1000)),
            ("how", Value::text("phone")),
        ];
        if at % 10 == 0 {
            fields.push(("next_step", Value::text("Call again")));
            fields.push(("next_date", Value::Text(day(at * 17 % 2000).to_string())));
        }
        ("contact", contact(at), order::values(fields))
    });
    partners.chain(contacts)
}

//! Records as another tablet would have written them, for what measures; among them interviews as a large project would
//! have them after years.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

pub mod files;
pub mod place;
pub mod years;

use porchlight::interviews::quotes;
use porchlight::model::id::{DeviceId, Id};
use porchlight::model::operation::Operation;
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::stamp::{Stream, Tick};
use porchlight::model::value::Value;

/// As whom the other tablet writes.
pub const STREAM: Stream = Stream { dev: DeviceId(7), epoch: 1 };

/// A record as the other tablet wrote it, as its operation of this number.
pub fn written(seq: u64, (kind, id, set): RecordWrite) -> Operation {
    Operation {
        stream: STREAM,
        writer: STREAM,
        seq,
        tick: Tick::from_ms(1_790_000_000_000 + seq),
        wall: "2026-09-21T12:00:00-04:00".to_owned(),
        by: None,
        kind: kind.to_owned(),
        id,
        set,
        prev: Default::default(),
    }
}

/// A partner of ordinary length.
pub fn partner(number: usize) -> RecordWrite {
    const NAMES: [&str; 8] = ["Kitchen", "School", "Clinic", "Pantry", "Museum", "Escuela", "Panadería", "Garage"];
    const TYPES: [&str; 4] = ["school", "health", "food_housing", "business"];
    const STATUS: [&str; 3] = ["new", "active", "quiet"];
    let fields = [
        ("name", format!("{} of Valley Street {number:06}", NAMES[number % NAMES.len()])),
        ("type", TYPES[number % TYPES.len()].to_owned()),
        ("status", STATUS[number % STATUS.len()].to_owned()),
        ("contact_name", format!("Kim Number{number}")),
        ("contact_phone", format!("860 555 {:04}", number % 10_000)),
        ("offers", "Meals every weekday, and space for a shelf by the door".to_owned()),
    ];
    let fields = fields.into_iter().map(|(key, words)| (key, Value::Text(words)));
    ("partner", Id(number as u128 + (1 << 64)), order::values(fields))
}

pub const INTERVIEWS: usize = 500;
pub const QUOTES: usize = 30;
pub const CODINGS: usize = 20_000;
/// Ten at the top, each with four under it.
pub const THEMES: usize = 50;
pub const CODERS: usize = 4;

fn interview(at: usize) -> Id {
    Id(1 << 70 | at as u128)
}

fn speaker(at: usize) -> Id {
    Id(2 << 70 | at as u128)
}

fn quote(at: usize) -> Id {
    Id(3 << 70 | at as u128)
}

pub fn theme(at: usize) -> Id {
    Id(4 << 70 | at as u128)
}

pub fn coder(at: usize) -> Id {
    Id(5 << 70 | at as u128)
}

fn line(at: usize) -> Id {
    Id(6 << 70 | at as u128)
}

/// Everyone who speaks, their lines, quotes from each, the themes and who marked what with them.
pub fn interviews() -> Vec<RecordWrite> {
    let mut made: Vec<RecordWrite> = Vec::new();
    let mut set = |kind, id, fields: Vec<(&str, Value)>| made.push((kind, id, order::values(fields)));
    let link = |id: Id| Value::text(id.to_string());
    for at in 0..THEMES {
        let mut fields = vec![("name", Value::text(format!("Theme {at:02}")))];
        if at >= THEMES / 5 {
            fields.push(("under", link(theme(at % (THEMES / 5)))));
        }
        set("theme", theme(at), fields);
    }
    for at in 0..INTERVIEWS {
        let when = |minute: usize| {
            let (day, hour) = (at % 28 + 1, 9 + at / 28 % 9);
            Value::text(format!("2026-{:02}-{day:02}T{hour:02}:{minute:02}:00-04:00", at % 12 + 1))
        };
        let language = Value::text(["en", "es"][at % 2]);
        set("interview", interview(at), vec![("called", Value::text(format!("Interview {at}"))), ("when", when(0))]);
        let who = vec![
            ("interview", link(interview(at))),
            ("role", Value::text(["resident", "parent", "teacher"][at % 3])),
            ("neighbourhood", Value::text(format!("Barrio Núm. {}", at % 9))),
            ("language", language),
            ("notes", Value::Bool(true)),
            ("quotes", Value::Bool(true)),
        ];
        set("speaker", speaker(at), who);
        for of in 0..QUOTES {
            let number = at * QUOTES + of;
            let words = "El último autobús sale a las seis, and the doors are locked when I get off work at night";
            let said = vec![("words", Value::text(words)), ("when", when(of)), ("interview", link(interview(at)))];
            set("said", line(number), said);
            let fields = vec![
                ("words", Value::text(format!("{words}, {number}"))),
                ("interview", link(interview(at))),
                ("speaker", link(speaker(at))),
                ("said", link(line(number))),
                ("from", Value::Number(0.0)),
                ("to", Value::Number(88.0)),
                ("question", Value::text(["barriers", "needs"][of % 2])),
            ];
            set("quote", quote(number), fields);
        }
    }
    for at in 0..CODINGS {
        let staff = coder((at / (INTERVIEWS * QUOTES) + at % 2) % CODERS);
        let of = quote(at * 7 % (INTERVIEWS * QUOTES));
        made.push(quotes::marked(of, theme(at / 3 % THEMES), Some(staff), at % 11 != 0));
    }
    made
}

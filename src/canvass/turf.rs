//! Turfs: which streets and sides they have, how far they are canvassed, and which tablet took them along.
//!
//! Taking a turf along is a mark, never a lock: a tablet that stays in a drawer must not keep a street from anybody.

use super::kinds::turf::{TURF, fields};
use super::streets::{self, StreetCoverage, Summary};
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::fold::fold;
use crate::model::id::{DeviceId, Id};
use crate::model::record::Record;
use crate::model::value::Value;

/// A side of a street, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// The whole street.
    Both,
    /// Odd numbers.
    Odd,
    /// Even numbers.
    Even,
}

/// A stretch of a turf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The street, as [`streets::street_id`] names it.
    pub street: Id,
    /// Its name, as the turf has it.
    pub name: String,
    /// Its town, as the turf has it.
    pub town: String,
    /// Which side.
    pub sides: Sides,
}

/// Who took a turf along, on which tablet, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Whether it is this tablet.
    pub here: bool,
    /// Who, if anyone had said who they are.
    pub by: Option<Id>,
    /// When, RFC 3339.
    pub at: String,
}

/// The stretches of a turf. Lines that name no street are passed over.
pub fn stretches(turf: &Record) -> Vec<Stretch> {
    fields::STREETS.of(turf).unwrap_or_default().lines().filter_map(stretch).collect()
}

fn stretch(line: &str) -> Option<Stretch> {
    let (street, sides) = match line.rsplit_once('(') {
        Some((street, side)) => match fold(side.trim_end().trim_end_matches(')')).as_str() {
            "odd" | "impares" => (street, Sides::Odd),
            "even" | "pares" => (street, Sides::Even),
            _ => (line, Sides::Both),
        },
        None => (line, Sides::Both),
    };
    let (name, town) = street.rsplit_once(',').unwrap_or((street, ""));
    let (name, town) = (name.trim(), town.trim());
    (!name.is_empty()).then(|| Stretch {
        street: streets::street_id(name, town),
        name: name.to_owned(),
        town: town.to_owned(),
        sides,
    })
}

/// The turf's streets as they are kept, with one stretch set to these sides, or taken out.
pub fn with_sides(turf: &Record, street: &Summary, sides: Option<Sides>) -> Value {
    let mut kept: Vec<Stretch> = stretches(turf);
    kept.retain(|stretch| stretch.street != street.id);
    kept.extend(sides.map(|sides| Stretch {
        street: street.id,
        name: street.name.clone(),
        town: street.town.clone(),
        sides,
    }));
    let line = |stretch: &Stretch| {
        let town = if stretch.town.is_empty() { String::new() } else { format!(", {}", stretch.town) };
        let side = match stretch.sides {
            Sides::Both => "",
            Sides::Odd => " (odd)",
            Sides::Even => " (even)",
        };
        format!("{}{town}{side}", stretch.name)
    };
    Value::Text(kept.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// How far a stretch is canvassed, among all streets; not at all where its street is not here.
pub fn coverage(streets: &[Summary], stretch: &Stretch) -> StreetCoverage {
    let Some(street) = streets.iter().find(|street| street.id == stretch.street) else {
        return StreetCoverage::default();
    };
    match stretch.sides {
        Sides::Both => StreetCoverage { doors: street.doors, visited: street.visited },
        Sides::Odd => street.odd,
        Sides::Even => street.even,
    }
}

/// How far a whole turf is canvassed.
pub fn coverage_of(streets: &[Summary], turf: &Record) -> StreetCoverage {
    stretches(turf).iter().map(|stretch| coverage(streets, stretch)).fold(StreetCoverage::default(), |sum, part| {
        StreetCoverage { doors: sum.doors + part.doors, visited: sum.visited + part.visited }
    })
}

/// Who took a turf along, if anybody has it.
pub fn taken(turf: &Record, me: DeviceId) -> Option<Taken> {
    let on = fields::TAKEN_ON.of(turf).filter(|on| !on.trim().is_empty())?;
    Some(Taken {
        here: on == me.to_string(),
        by: fields::TAKEN_BY.of(turf),
        at: fields::TAKEN_AT.of(turf).unwrap_or_default().to_owned(),
    })
}

/// Whether another tablet took a street along, and who has it there.
pub fn taken_elsewhere(book: &Book, street: Id, me: DeviceId) -> Option<Taken> {
    let with_it = book.living(TURF.id).filter(|turf| stretches(turf).iter().any(|stretch| stretch.street == street));
    with_it.filter_map(|turf| taken(turf, me)).find(|taken| !taken.here)
}

/// The values that say a turf is taken along, or given back.
pub fn take(take: bool, me: DeviceId, by: Option<Id>, now: Now) -> Vec<(&'static str, Value)> {
    if !take {
        let marks = [fields::TAKEN_ON.key(), fields::TAKEN_BY.key(), fields::TAKEN_AT.key()];
        return marks.map(|key| (key, Value::Null)).into();
    }
    let by = (fields::TAKEN_BY.key(), by.map_or(Value::Null, Value::link));
    vec![fields::TAKEN_ON.is(me.to_string()), by, fields::TAKEN_AT.is(now.to_stored())]
}

//! Streets: their doors facing each other, the order in which one walks, and how far each street is canvassed.

mod kept;

use super::kinds::door::{DOOR, fields as door};
use super::kinds::visit::TALKED;
use super::standing::{Rest, Standing, standing};
use crate::log::hash::derived_id;
use crate::model::address::Natural;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::fold::fold;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use kept::Doors;
use std::collections::BTreeSet;

/// The name of a street among all streets: the same on every device for the same street of the same town.
pub fn street_id(street: &str, town: &str) -> Id {
    derived_id(&format!("street {}\n{}", fold(street), fold(town)))
}

/// A door as a street shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// The door.
    pub id: Id,
    /// The whole address line.
    pub address: String,
    /// The apartment, if any.
    pub unit: String,
    /// How it stands.
    pub standing: Standing,
}

/// A house on a street: one door, or the doors of its apartments.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// The house number; empty where it has none.
    pub number: String,
    /// Its doors, in order.
    pub doors: Vec<Door>,
}

/// A street with its sides facing each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WalkedStreet {
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// The houses with odd numbers, from the lowest.
    pub odd: Vec<House>,
    /// The houses with even numbers, from the lowest.
    pub even: Vec<House>,
    /// Houses without a number.
    pub other: Vec<House>,
}

/// The order in which one walks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StreetWalk {
    /// Up the odd side and down the even one; up the only side where there is one.
    #[default]
    UpAndDown,
    /// From side to side, by number.
    Zigzag,
}

/// A street as a list of streets shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The street, as [`street_id`] names it.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// How many doors it has.
    pub doors: usize,
    /// At how many doors somebody knocked.
    pub visited: usize,
    /// At how many doors somebody spoke.
    pub talked: usize,
    /// How many doors wait for a knock today.
    pub waiting: usize,
    /// How far the odd side is canvassed.
    pub odd: StreetCoverage,
    /// How far the even side is canvassed.
    pub even: StreetCoverage,
}

/// What came of a street where no door waits any more today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreetDone {
    /// At how many doors somebody talked the last time.
    pub talked: usize,
    /// How many doors are to be tried again another day.
    pub again: usize,
}

/// How far something is canvassed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreetCoverage {
    /// How many doors it has.
    pub doors: usize,
    /// At how many of them somebody knocked.
    pub visited: usize,
}

impl WalkedStreet {
    /// All doors in walking order.
    pub fn walk(&self, walk: StreetWalk) -> Vec<&Door> {
        let houses: Vec<&House> = match walk {
            // Where only one side is to be walked, from its low end.
            StreetWalk::UpAndDown if self.odd.is_empty() => self.even.iter().chain(&self.other).collect(),
            StreetWalk::UpAndDown => self.odd.iter().chain(self.even.iter().rev()).chain(&self.other).collect(),
            StreetWalk::Zigzag => {
                let mut houses: Vec<&House> = self.odd.iter().chain(&self.even).collect();
                order::sort_by_key(&mut houses, |house| Natural(house.number.clone()));
                houses.into_iter().chain(&self.other).collect()
            }
        };
        houses.into_iter().flat_map(|house| &house.doors).collect()
    }

    /// The next door that waits for a knock, after this one or from the beginning; around the end if need be.
    pub fn next(&self, walk: StreetWalk, after: Option<Id>) -> Option<Id> {
        let doors = self.walk(walk);
        let from = after.and_then(|id| doors.iter().position(|door| door.id == id)).map_or(0, |at| at + 1);
        let (before, rest) = doors.split_at(from.min(doors.len()));
        let waits = |door: &&&Door| door.standing.rest.is_none() && Some(door.id) != after;
        rest.iter().chain(before).find(waits).map(|door| door.id)
    }

    /// What came of a street where no door waits any more today; nothing while one waits.
    pub fn done(&self, walk: StreetWalk) -> Option<StreetDone> {
        if self.next(walk, None).is_some() {
            return None;
        }
        let doors = self.walk(walk);
        let count = |of: fn(&Standing) -> bool| doors.iter().filter(|door| of(&door.standing)).count();
        Some(StreetDone {
            talked: count(|standing| standing.last.as_ref().is_some_and(|last| last.outcome.key == TALKED)),
            again: count(|standing| matches!(standing.rest, Some(Rest::Until(_)))),
        })
    }

    /// A door of the street.
    pub fn door(&self, id: Id) -> Option<&Door> {
        self.walk(StreetWalk::UpAndDown).into_iter().find(|door| door.id == id)
    }
}

/// The first number in a house number; none where it has none, or is that of land without a house.
fn leading(number: &str) -> Option<u64> {
    let digits: String = number.trim().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|number| *number > 0)
}

/// All streets, by name.
pub fn all(book: &Book, index: &mut Index, now: Now) -> Vec<Summary> {
    index.kept_up(book, |doors: &mut Doors, index| {
        doors.catch_up(book, index);
        let mut all: Vec<Summary> =
            doors.streets().filter_map(|(id, on_it)| summary(book, doors, *id, on_it, now)).collect();
        order::sort_by_key(&mut all, |summary| (fold(&summary.name), fold(&summary.town)));
        all
    })
}

/// The street to walk after this one: the next one of the same town, in their order, where a door waits today; of any
/// town where there is none.
pub fn next_street(all: &[Summary], after: Id) -> Option<&Summary> {
    let at = all.iter().position(|street| street.id == after)?;
    let (before, rest) = all.split_at(at);
    let (here, rest) = rest.split_first()?;
    let waiting = || rest.iter().chain(before).filter(|street| street.waiting > 0);
    waiting().find(|street| fold(&street.town) == fold(&here.town)).or_else(|| waiting().next())
}

fn summary(book: &Book, kept: &Doors, id: Id, doors: &BTreeSet<Id>, now: Now) -> Option<Summary> {
    // Spelled as at the first of its doors.
    let first = doors.first().and_then(|door| book.record(DOOR.id, *door))?;
    let mut summary = Summary {
        id,
        name: words(first, door::STREET).to_owned(),
        town: words(first, door::TOWN).to_owned(),
        doors: doors.len(),
        visited: 0,
        talked: 0,
        waiting: 0,
        odd: StreetCoverage::default(),
        even: StreetCoverage::default(),
    };
    for door in doors.iter().filter_map(|door| kept.door(*door)) {
        summary.visited += usize::from(door.visited);
        summary.talked += usize::from(door.talked);
        summary.waiting += usize::from(door.waits(now.today()));
        let side = door.odd.map(|odd| if odd { &mut summary.odd } else { &mut summary.even });
        if let Some(side) = side {
            side.doors += 1;
            side.visited += usize::from(door.visited);
        }
    }
    Some(summary)
}

/// One street with its doors; nothing if no door is on it.
pub fn street(book: &Book, index: &mut Index, id: Id, now: Now) -> Option<WalkedStreet> {
    let doors = index.kept_up(book, |doors: &mut Doors, index| {
        doors.catch_up(book, index);
        doors.on_street(id)
    });
    let mut doors: Vec<&Record> =
        doors.iter().filter_map(|door| book.record(DOOR.id, *door)).map(|door| &**door).collect();
    let (name, town) = doors.first().map(|record| (words(record, door::STREET), words(record, door::TOWN)))?;
    let mut street = WalkedStreet { name: name.to_owned(), town: town.to_owned(), ..WalkedStreet::default() };
    order::sort_by_key(&mut doors, |record| {
        (Natural(words(record, door::NUMBER).to_owned()), Natural(words(record, door::UNIT).to_owned()), record.id)
    });
    for record in doors {
        let number = words(record, door::NUMBER);
        let side = match leading(number) {
            Some(number) if number % 2 == 1 => &mut street.odd,
            Some(_) => &mut street.even,
            None => &mut street.other,
        };
        let door = Door {
            id: record.id,
            address: words(record, door::ADDRESS).to_owned(),
            unit: words(record, door::UNIT).to_owned(),
            standing: standing(book, index, record, now),
        };
        match side.last_mut().filter(|house| house.number == number && !number.is_empty()) {
            Some(house) => house.doors.push(door),
            None => side.push(House { number: number.to_owned(), doors: vec![door] }),
        }
    }
    Some(street)
}

fn words(record: &Record, field: TextField) -> &str {
    field.of(record).unwrap_or_default()
}

//! Canvassing: streets, the doors along them, what happened at each, and which one is next.

use super::code;
use super::kinds::door::DOOR;
use super::kinds::door_list::{ATTEMPTS, DAYS_APART, DOOR_LIST};
use super::kinds::visit::{COME_BACK, NOT_HOME, OUTCOMES, TALKED, TIMES, VISIT};
use crate::log::hash::derived_id;
use crate::model::address::Natural;
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::field::Choice;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::same_as::{self, SAME_AS};
use crate::model::value::Value;
use crate::work::head::Identity;
use crate::work::tap;
use chrono::{Datelike, Days, NaiveDate, Timelike, Weekday};
use std::collections::{BTreeMap, HashMap};

/// The outcomes after which a door is tried again.
const OPEN_OUTCOMES: [&str; 4] = [NOT_HOME, COME_BACK, "no_access", "other"];

/// The name of a street among all streets: the same on every device for the same street of the same town.
pub fn street_id(street: &str, town: &str) -> Id {
    derived_id(&format!("street {}\n{}", fold(street), fold(town)))
}

/// The identity of the door at an address. Two tablets that take in the same list apart make the same doors.
pub fn door_id(key: &str) -> Id {
    derived_id(&format!("door {key}"))
}

/// What happened at a door the last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Last {
    /// The visit.
    pub visit: Id,
    /// What happened.
    pub outcome: &'static Choice,
    /// When, as the clock of that tablet had it, RFC 3339.
    pub when: String,
    /// Who of the library.
    pub by: Option<Id>,
    /// What was said.
    pub heard: String,
}

/// Why a door is left alone for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Those behind it do not want to be contacted.
    DoNotContact,
    /// It was tried as often as its list allows.
    Attempts(usize),
    /// It was tried too short a time ago.
    Until(NaiveDate),
    /// Nothing is left to do there.
    Settled,
}

/// How a door stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// How often somebody knocked.
    pub attempts: usize,
    /// How often nobody opened.
    pub not_home: usize,
    /// The last visit, by what was known when it was written.
    pub last: Option<Last>,
    /// Why it is left alone for now, if it is.
    pub rest: Option<Rest>,
    /// The part of the day to try next, after nobody opened: a key of [`TIMES`].
    pub try_next: Option<&'static str>,
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
    /// Up the odd side and down the even one.
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

/// The visits of doors, the first known one first. Clocks may be set back, so the order is that of what was known.
pub(crate) fn visits<'b>(book: &'b Book, index: &mut Index, doors: &[Id]) -> Vec<&'b Record> {
    let mut visits: Vec<&Record> = Vec::new();
    for door in doors {
        visits.extend(index.linking_to(book, (VISIT.id, "door"), *door));
    }
    order::sort_by_key(&mut visits, |visit| (visit.begun(), visit.id));
    visits
}

/// A door and all that were said to be the same as it. Those whose record was deleted since are still the same door:
/// what happened there and what was wished there holds.
pub(crate) fn same_doors(book: &Book, index: &mut Index, door: Id) -> Vec<Id> {
    let mut doors = vec![door];
    let mut at = 0;
    while let Some(door) = doors.get(at).copied() {
        at += 1;
        for same in index.linking_to_even_deleted(book, (DOOR.id, "same_as"), door) {
            // Two doors may have been said to be the same as each other.
            if !doors.contains(&same.id) {
                doors.push(same.id);
            }
        }
    }
    doors
}

/// Whether those behind one of these doors do not want to be contacted.
pub(crate) fn avoided(book: &Book, doors: &[Id]) -> bool {
    let mut known = doors.iter().filter_map(|door| book.record(DOOR.id, *door));
    known.any(|door| door.get("do_not_contact") == Some(&Value::Bool(true)))
}

/// How a door stands at present; the visits and wishes of doors said to be the same are its own.
pub fn standing(book: &Book, index: &mut Index, door: &Record, now: Now) -> Standing {
    let doors = same_doors(book, index, door.id);
    let visits = visits(book, index, &doors);
    let outcome = |visit: &Record| visit.text("outcome").and_then(|key| OUTCOMES.iter().find(|known| known.key == key));
    let last = visits.iter().rev().find_map(|visit| {
        Some(Last {
            visit: visit.id,
            outcome: outcome(visit)?,
            when: visit.text("when").unwrap_or_default().to_owned(),
            by: visit.link("staff"),
            heard: visit.text("heard").unwrap_or_default().to_owned(),
        })
    });
    let not_home: Vec<&str> =
        visits.iter().filter(|visit| visit.text("outcome") == Some(NOT_HOME)).filter_map(|v| v.text("when")).collect();
    let (attempts, today) = (visits.len(), now.today());
    let try_next = match last.as_ref().is_some_and(|last| last.outcome.key == NOT_HOME) {
        true => another_time(&not_home),
        false => None,
    };
    let again = last.as_ref().and_then(|last| {
        let visit = book.record(VISIT.id, last.visit)?;
        visit.text("again").and_then(date::day)
    });
    let rest = match avoided(book, &doors) {
        true => Some(Rest::DoNotContact),
        false => rest(book, door, attempts, last.as_ref(), again, today),
    };
    Standing { attempts, not_home: not_home.len(), last, rest, try_next }
}

fn rest(
    book: &Book,
    door: &Record,
    attempts: usize,
    last: Option<&Last>,
    again: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Rest> {
    let last = last?;
    if !OPEN_OUTCOMES.contains(&last.outcome.key) {
        return Some(Rest::Settled);
    }
    // What was promised counts more than any rule.
    if let Some(again) = again.filter(|_| last.outcome.key == COME_BACK) {
        return (again > today).then_some(Rest::Until(again));
    }
    let list = door.link("list").and_then(|id| book.alive(DOOR_LIST.id, id));
    let rule = |key, usual| list.and_then(|list| list.get(key)?.as_number()).unwrap_or(usual);
    if attempts >= rule("attempts", ATTEMPTS) as usize {
        return Some(Rest::Attempts(attempts));
    }
    let days = Days::new(rule("days_apart", DAYS_APART) as u64);
    let until = date::day_of(&last.when)?.checked_add_days(days)?;
    (until > today).then_some(Rest::Until(until))
}

/// A part of the day at which nobody was tried yet: evenings first, for most people work by day.
fn another_time(not_home: &[&str]) -> Option<&'static str> {
    let tried: Vec<&str> = not_home.iter().filter_map(|when| part_of_day(when)).collect();
    ["evening", "weekend", "morning", "afternoon"].into_iter().find(|part| !tried.contains(part))
}

/// The part of the day of a moment, a key of [`TIMES`].
pub fn part_of_day(when: &str) -> Option<&'static str> {
    let moment = date::moment(when)?;
    let part = match (moment.weekday(), moment.hour()) {
        (Weekday::Sat | Weekday::Sun, _) => "weekend",
        (_, 0..12) => "morning",
        (_, 12..17) => "afternoon",
        _ => "evening",
    };
    TIMES.iter().find(|time| time.key == part).map(|time| time.key)
}

/// The door that stands for this one: itself, or the one it was said to be the same as.
pub fn stands_for(book: &Book, door: Id) -> Id {
    same_as::canonical(book, DOOR.id, door)
}

/// The doors that are shown: alive, and standing for themselves.
pub(crate) fn shown_doors(book: &Book) -> impl Iterator<Item = &Record> {
    let doors = book.records(DOOR.id).map(|door| &**door).filter(|door| door.is_alive());
    doors.filter(|door| door.get(SAME_AS).is_none_or(Value::is_blank) || stands_for(book, door.id) == door.id)
}

fn words<'r>(record: &'r Record, key: &str) -> &'r str {
    record.text(key).unwrap_or_default()
}

/// All streets, by name.
pub fn streets(book: &Book, index: &mut Index, now: Now) -> Vec<Summary> {
    let mut found: BTreeMap<(String, String), Summary> = BTreeMap::new();
    for door in shown_doors(book) {
        let (name, town) = (words(door, "street"), words(door, "town"));
        let summary = found.entry((fold(name), fold(town))).or_insert_with(|| Summary {
            id: street_id(name, town),
            name: name.to_owned(),
            town: town.to_owned(),
            doors: 0,
            visited: 0,
            talked: 0,
            waiting: 0,
            odd: StreetCoverage::default(),
            even: StreetCoverage::default(),
        });
        let standing = standing(book, index, door, now);
        summary.doors += 1;
        summary.visited += usize::from(standing.attempts > 0);
        summary.talked += usize::from(standing.last.is_some_and(|last| last.outcome.key == TALKED));
        summary.waiting += usize::from(standing.rest.is_none());
        let side = leading(words(door, "number")).map(|number| match number % 2 {
            1 => &mut summary.odd,
            _ => &mut summary.even,
        });
        if let Some(side) = side {
            side.doors += 1;
            side.visited += usize::from(standing.attempts > 0);
        }
    }
    found.into_values().collect()
}

/// The doors with a code, as [`code::code`] writes it.
pub fn doors_with_code<'b>(book: &'b Book, written: &str) -> Vec<&'b Record> {
    shown_doors(book).filter(|door| code::code(door.id) == written).collect()
}

/// One street with its doors; nothing if no door is on it.
pub fn street(book: &Book, index: &mut Index, id: Id, now: Now) -> Option<WalkedStreet> {
    // Thousands of doors share a few dozen spellings of streets.
    let mut known: HashMap<(&str, &str), bool> = HashMap::new();
    let mut doors: Vec<&Record> = Vec::new();
    for door in shown_doors(book) {
        let (name, town) = (words(door, "street"), words(door, "town"));
        if *known.entry((name, town)).or_insert_with(|| street_id(name, town) == id) {
            doors.push(door);
        }
    }
    let (name, town) = doors.first().map(|door| (words(door, "street"), words(door, "town")))?;
    let mut street = WalkedStreet { name: name.to_owned(), town: town.to_owned(), ..WalkedStreet::default() };
    order::sort_by_key(&mut doors, |door| {
        (Natural(words(door, "number").to_owned()), Natural(words(door, "unit").to_owned()), door.id)
    });
    for record in doors {
        let number = words(record, "number");
        let side = match leading(number) {
            Some(number) if number % 2 == 1 => &mut street.odd,
            Some(_) => &mut street.even,
            None => &mut street.other,
        };
        let door = Door {
            id: record.id,
            address: words(record, "address").to_owned(),
            unit: words(record, "unit").to_owned(),
            standing: standing(book, index, record, now),
        };
        match side.last_mut().filter(|house| house.number == number && !number.is_empty()) {
            Some(house) => house.doors.push(door),
            None => side.push(House { number: number.to_owned(), doors: vec![door] }),
        }
    }
    Some(street)
}

/// The identity of the visit that a tap makes at a door that stood as the person saw it. A tap that comes twice, or
/// before the first one is seen, is one visit; the next knock at the same door is another.
pub fn visit_id(book: &Book, me: &Identity, door: Id, seen: Option<&Standing>) -> Id {
    let attempts = seen.map_or(0, |standing| standing.attempts);
    let last = seen.and_then(|standing| standing.last.as_ref()).map(|last| last.visit.to_string());
    let seen = format!("{door} {attempts} {}", last.unwrap_or_default());
    tap::identity(book, me, VISIT.id, &seen, |visit| visit.text("door") == Some(&door.to_string()))
}

/// The values a new visit begins with.
pub fn knock(door: Id, outcome: &str, by: Option<Id>, now: Now) -> Vec<(&'static str, Value)> {
    let mut values =
        vec![("door", Value::link(door)), ("outcome", outcome.into()), ("when", Value::Text(now.to_stored()))];
    values.extend(by.map(|by| ("staff", Value::link(by))));
    values
}

//! The stock of a hub: what is there follows from what happened, and from nothing else.
//!
//! What is there = what the latest count found + what happened that this count had not known of. A count names the
//! movements it knew of, so it does not matter on which tablet, in which order or how late they become known: nothing
//! is taken twice and nothing is lost. It names them one by one and not by a reading of a clock, because a clock cannot
//! say what a tablet had *not* heard of when a colleague's file was still missing.

use super::kinds::hub::{HUB, fields as hub};
use super::kinds::item::{ITEM, SHELF, item_fields as item, shelf_fields as shelf};
use super::kinds::movement::{COUNTED, MOVED, MOVEMENT, RETURNED, STOCKED, TAKEN, movement_fields as movement};
use super::kinds::posting::{POSTING, fields as posting};
use crate::log::hash::derived_id;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::{LinkField, NumberField};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::stamp::Stamp;
use crate::model::value::Value;
use crate::model::{date, order, same_as, show};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter::successors;

/// What happened to an item at a hub.
#[derive(Clone, Debug, PartialEq)]
pub struct StockEvent {
    /// The movement.
    pub id: Id,
    /// What happened, a key of [`crate::hubs::kinds::movement::WHAT`].
    pub what: String,
    /// How many.
    pub amount: i64,
    /// What it changed here: positive for what came. Nothing for a count.
    pub delta: i64,
    /// The item, as it was written down.
    pub item: Id,
    /// When, as the clock of that tablet had it, RFC 3339.
    pub when: String,
    /// Who of the library.
    pub by: Option<Id>,
    /// Of a count: how many were expected.
    pub was: Option<i64>,
    /// Of a count: the walk it belongs to.
    pub count: Option<Id>,
    /// When and where the amount was written; decides which of two counts is the later one.
    stamp: Stamp,
}

impl StockEvent {
    /// Whether it is a count.
    pub fn counts(&self) -> bool {
        self.what == COUNTED
    }

    fn read(record: &Record, hub: Id) -> Option<StockEvent> {
        let what = movement::WHAT.of(record)?.to_owned();
        let slot = record.slot(movement::AMOUNT.key())?;
        let amount = slot.value.as_whole()?;
        let here = |link: LinkField| i64::from(link.of(record) == Some(hub));
        let delta = match what.as_str() {
            COUNTED => 0,
            STOCKED | RETURNED => amount,
            // To where it came from, nothing happened.
            MOVED => amount * (here(movement::TO) - here(movement::HUB)),
            _ => -amount,
        };
        Some(StockEvent {
            id: record.id,
            amount,
            delta,
            item: movement::ITEM.of(record)?,
            when: movement::WHEN.of(record).unwrap_or_default().to_owned(),
            by: movement::STAFF.of(record),
            was: movement::WAS.whole_of(record),
            count: movement::COUNT.of(record),
            stamp: slot.stamp,
            what,
        })
    }
}

/// What happened to one item at one hub, under all its names, and what is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Everything that happened, the latest last.
    pub events: Vec<StockEvent>,
    /// What is there. Below zero, something was not written down.
    pub on_hand: i64,
    /// The movements of [`Account::events`] that make the number: the counts it starts from, and what they had not
    /// known of.
    pub makes: HashSet<Id>,
}

impl Account {
    fn of(book: &Book, mut events: Vec<StockEvent>) -> Account {
        order::sort_by_key(&mut events, |event| (event.stamp, event.id));
        let mut counts = Counts::of(book, &events);
        let mut account = Account { on_hand: 0, makes: HashSet::new(), events: Vec::new() };
        for name in order::set(events.iter().map(|event| event.item)) {
            let count = counts.last_of(&events, name).map(|at| &events[at]);
            let none = HashSet::new();
            let knew = count.map_or(&none, |count| counts.knew_of(count.id));
            if let Some(count) = count {
                account.makes.insert(count.id);
                account.on_hand += if count.item == name { count.amount } else { 0 };
            }
            let fresh = |event: &&StockEvent| event.item == name && !event.counts() && !knew.contains(&event.id);
            for event in events.iter().filter(fresh) {
                account.on_hand += event.delta;
                account.makes.insert(event.id);
            }
        }
        Account { events, ..account }
    }

    /// The latest count.
    pub fn last_count(&self) -> Option<&StockEvent> {
        self.events.iter().rev().find(|event| event.counts())
    }

    /// What a new count has to name so that everything known now is known to have been known.
    fn heads(&self, book: &Book, count: Id) -> Vec<Id> {
        let (mut heads, mut covered) = (Vec::new(), HashSet::new());
        // The latest count first: as a rule it covers all that came before it.
        for other in self.events.iter().rev().filter(|event| event.counts() && event.id != count) {
            if !covered.contains(&other.id) {
                covered.extend(knew_of(book, other.id));
                heads.push(other.id);
            }
        }
        heads.extend(
            self.events.iter().filter(|event| !event.counts() && !covered.contains(&event.id)).map(|event| event.id),
        );
        heads
    }
}

/// The counts of an account, and what each knew of.
struct Counts<'b> {
    book: &'b Book,
    /// Their places among the events, the latest first: usually it is the only one that is looked at.
    places: Vec<usize>,
    /// What any of them knew of.
    known: HashSet<Id>,
    knew: HashMap<Id, HashSet<Id>>,
}

impl<'b> Counts<'b> {
    fn of(book: &'b Book, events: &[StockEvent]) -> Counts<'b> {
        let places: Vec<usize> = (0..events.len()).rev().filter(|at| events[*at].counts()).collect();
        let known = reached(book, places.iter().map(|at| events[*at].id).collect());
        Counts { book, places, known, knew: HashMap::new() }
    }

    fn knew_of(&mut self, count: Id) -> &HashSet<Id> {
        let book = self.book;
        self.knew.entry(count).or_insert_with(|| knew_of(book, count))
    }

    /// The latest count of what lies there under a name: the last one written among those that no other count knew of.
    /// An old count that is put right is still an old count.
    fn last_of(&mut self, events: &[StockEvent], name: Id) -> Option<usize> {
        let places = std::mem::take(&mut self.places);
        let last = places.iter().copied().find(|at| {
            let count = &events[*at];
            self.tells_of(count, name) && !(self.known.contains(&count.id) && self.is_past(events, &places, count))
        });
        self.places = places;
        last
    }

    /// Whether a count says how much there is under a name. Who counted an item under one name and knew of its other
    /// name found nothing beside it.
    fn tells_of(&mut self, count: &StockEvent, name: Id) -> bool {
        let book = self.book;
        count.item == name || self.knew_of(count.id).iter().any(|id| item_of(book, *id) == Some(name))
    }

    /// Whether another count knew of this one, and not the other way round as well.
    fn is_past(&mut self, events: &[StockEvent], places: &[usize], count: &StockEvent) -> bool {
        let others = places.iter().map(|at| events[*at].id).filter(|other| *other != count.id);
        others
            .into_iter()
            .any(|other| self.knew_of(other).contains(&count.id) && !self.knew_of(count.id).contains(&other))
    }
}

/// The movements that a count names. One that was taken back still names them.
fn names_of(book: &Book, count: Id) -> Vec<Id> {
    let seen = book.record(MOVEMENT.id, count).and_then(|record| movement::SEEN.of(record)).unwrap_or_default();
    seen.lines().filter_map(|id| id.parse().ok()).collect()
}

/// The movements that a count knew of: those it names, and those that the counts it names knew of.
fn knew_of(book: &Book, count: Id) -> HashSet<Id> {
    reached(book, vec![count])
}

/// What these counts knew of, together.
fn reached(book: &Book, mut open: Vec<Id>) -> HashSet<Id> {
    let mut knew = HashSet::new();
    while let Some(at) = open.pop() {
        open.extend(names_of(book, at).into_iter().filter(|id| knew.insert(*id)));
    }
    knew
}

fn item_of(book: &Book, movement: Id) -> Option<Id> {
    movement::ITEM.of(book.record(MOVEMENT.id, movement)?)
}

/// The item that stands for this one: itself, or the one it was said to be the same as.
pub fn item_stands_for(book: &Book, item: Id) -> Id {
    same_as::canonical(book, ITEM.id, item)
}

/// The accounts of a hub: what happened to each of its items, under the name it stands for.
pub fn accounts(book: &Book, index: &mut Index, hub: Id) -> HashMap<Id, Account> {
    let events = events(book, index, hub);
    events.into_iter().map(|(name, events)| (name, Account::of(book, events))).collect()
}

fn events(book: &Book, index: &mut Index, hub: Id) -> HashMap<Id, Vec<StockEvent>> {
    let mut events: HashMap<Id, Vec<StockEvent>> = HashMap::new();
    let mut names: HashMap<Id, Id> = HashMap::new();
    for link in [movement::HUB, movement::TO] {
        for record in index.linking_to(book, link.path(), hub) {
            // Carried from here to here, it is found by both links and was nowhere.
            let twice = link == movement::TO && movement::HUB.of(record) == Some(hub);
            if let Some(event) =
                StockEvent::read(record, hub).filter(|event| !twice && (link == movement::HUB || event.what == MOVED))
            {
                let name = *names.entry(event.item).or_insert_with(|| item_stands_for(book, event.item));
                events.entry(name).or_default().push(event);
            }
        }
    }
    events
}

/// The account of one item at a hub.
pub fn account(book: &Book, index: &mut Index, hub: Id, item: Id) -> Account {
    let events = events(book, index, hub).remove(&item_stands_for(book, item));
    Account::of(book, events.unwrap_or_default())
}

/// An item as it lies at a hub.
#[derive(Clone, Debug, PartialEq)]
pub struct OnHand {
    /// The item, by the name it stands for.
    pub item: Id,
    /// What it is called.
    pub name: String,
    /// Its place at this hub, where it has one.
    pub shelf: Option<Id>,
    /// The table or board.
    pub zone: String,
    /// How many there should be.
    pub par: Option<i64>,
    /// How many there must be.
    pub minimum: Option<i64>,
    /// How many come together.
    pub pack: i64,
    /// What is there.
    pub on_hand: i64,
    /// When it was counted last, RFC 3339.
    pub counted: Option<String>,
    /// When and where it was written down what happened to it last.
    pub last: Option<Stamp>,
}

impl OnHand {
    /// Whether there is less than there must be.
    pub fn is_short(&self) -> bool {
        self.minimum.is_some_and(|minimum| self.on_hand < minimum)
    }
}

/// The place of an item at a hub. Two tablets that put it there apart mean the same place.
pub fn shelf_id(hub: Id, item: Id) -> Id {
    derived_id(&format!("shelf {hub} {item}"))
}

/// Under which identity to write it down: that one, or where it was erased for good, another after it, which is the same
/// on every tablet, too.
pub fn shelf_to_write(book: &Book, hub: Id, item: Id) -> Id {
    let first = shelf_id(hub, item);
    let erased = |id: &Id| book.record(SHELF.id, *id).is_some_and(|record| record.erased);
    successors(Some(first), |id| Some(derived_id(&format!("after {id}")))).find(|id| !erased(id)).unwrap_or(first)
}

/// The tables and boards of a hub, in walking order.
pub fn zones(hub: &Record) -> Vec<String> {
    let lines = hub::ZONES.of(hub).unwrap_or_default().lines().map(str::trim);
    let mut zones: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !zones.iter().any(|zone| fold(zone) == fold(line)) {
            zones.push(line.to_owned());
        }
    }
    zones
}

/// What lies at a hub, table by table in walking order: what has its place there, and whatever else is there or owed.
pub fn lying(book: &Book, index: &mut Index, hub: Id) -> Vec<OnHand> {
    lying_with(book, index, hub, &|_| false)
}

/// The same, and whatever else is to be shown by what happened to it.
pub fn lying_with(book: &Book, index: &mut Index, hub: Id, also: &dyn Fn(&Account) -> bool) -> Vec<OnHand> {
    let accounts = accounts(book, index, hub);
    let zones = book.alive(HUB.id, hub).map(|hub| zones(hub)).unwrap_or_default();
    let mut rows: BTreeMap<Id, (f64, OnHand)> = BTreeMap::new();
    // Two tablets may have given one item a place each: the place given last counts, on every tablet.
    let mut shelves = index.linking_to(book, shelf::HUB.path(), hub);
    order::sort_by_key(&mut shelves, |shelf| (shelf.changed(), shelf.id));
    for shelf in shelves {
        let Some(item) = shelf::ITEM.of(shelf) else { continue };
        let name = item_stands_for(book, item);
        // Of two places under two names of one item, the one under its own name counts.
        if book.alive(ITEM.id, name).is_some() && (item == name || !rows.contains_key(&name)) {
            let place = shelf::ORDER.of(shelf).unwrap_or(0.0);
            rows.insert(name, (place, row(book, name, Some(shelf), accounts.get(&name))));
        }
    }
    for (name, account) in &accounts {
        let shown = account.on_hand != 0 || also(account);
        if shown && !rows.contains_key(name) && book.alive(ITEM.id, *name).is_some() {
            rows.insert(*name, (0.0, row(book, *name, None, Some(account))));
        }
    }
    let mut rows: Vec<(f64, OnHand)> = rows.into_values().collect();
    let zone_at = |zone: &str| zones.iter().position(|known| fold(known) == fold(zone)).unwrap_or(zones.len());
    order::sort_by(&mut rows, |(place_a, a), (place_b, b)| {
        let zone = zone_at(&a.zone).cmp(&zone_at(&b.zone)).then_with(|| fold(&a.zone).cmp(&fold(&b.zone)));
        zone.then(place_a.total_cmp(place_b)).then_with(|| (fold(&a.name), a.item).cmp(&(fold(&b.name), b.item)))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(book: &Book, item: Id, shelf: Option<&Record>, account: Option<&Account>) -> OnHand {
    let record = book.alive(ITEM.id, item);
    let number = |field: NumberField| shelf.and_then(|shelf| field.whole_of(shelf));
    OnHand {
        item,
        name: record.map(|record| show::title(&ITEM, record)).unwrap_or_default(),
        shelf: shelf.map(|shelf| shelf.id),
        zone: shelf.and_then(|shelf| shelf::ZONE.of(shelf)).unwrap_or_default().trim().to_owned(),
        par: number(shelf::PAR),
        minimum: number(shelf::MINIMUM),
        pack: record.and_then(|record| item::PACK.whole_of(record)).unwrap_or(1).max(1),
        on_hand: account.map_or(0, |account| account.on_hand),
        counted: account.and_then(Account::last_count).map(|count| count.when.clone()),
        last: account.and_then(|account| account.events.last()).map(|event| event.stamp),
    }
}

/// What to write for a movement that is no count.
pub fn movement(id: Id, what: &str, hub: Id, item: Id, amount: i64, author: Author) -> RecordWrite {
    let mut values = vec![
        movement::WHAT.is(what),
        movement::HUB.is(hub),
        movement::ITEM.is(item),
        movement::AMOUNT.is_whole(amount),
        movement::WHEN.is(date::stored(author.now.moment())),
    ];
    values.extend(author.by.map(|by| movement::STAFF.is(by)));
    (MOVEMENT.id, id, order::values(values))
}

/// The movements by which people took an item while somebody staffed the hub, the latest last.
pub fn taken_during(book: &Book, index: &mut Index, visit: Id, item: Id) -> Vec<Id> {
    let records = index.linking_to(book, movement::VISIT.path(), visit);
    let of_item =
        |record: &&Record| movement::ITEM.of(record).is_some_and(|taken| item_stands_for(book, taken) == item);
    let mut taken: Vec<&Record> = records.into_iter().filter(of_item).collect();
    order::sort_by_key(&mut taken, |record| (record.begun(), record.id));
    taken.into_iter().map(|record| record.id).collect()
}

/// What to write when people took one of an item while somebody staffed the hub. Each is a movement of its own: a count
/// made in the meantime knows of those before it and not of those after.
pub fn took_one(id: Id, hub: Id, item: Id, visit: Id, author: Author) -> RecordWrite {
    let mut row = movement(id, TAKEN, hub, item, 1, author);
    row.2.extend(order::values([movement::VISIT.is(visit)]));
    row
}

/// The movement that one item of one walk along a hub is written down in, however often it is counted anew.
pub fn counted_id(count: Id, item: Id) -> Id {
    derived_id(&format!("counted {count} {item}"))
}

/// What to write when somebody found so many of an item, in a walk along a hub.
pub fn found(book: &Book, index: &mut Index, hub: Id, item: Id, count: Id, amount: i64, author: Author) -> RecordWrite {
    let id = counted_id(count, item);
    let account = account(book, index, hub, item);
    let mut row = movement(id, COUNTED, hub, item, amount, author);
    let was = match account.events.iter().find(|event| event.id == id) {
        // Counted anew in the same walk: what was expected before it began.
        Some(before) => before.was.unwrap_or(account.on_hand),
        None => account.on_hand,
    };
    let mut seen = account.heads(book, id);
    // Others may have known of this count: what it knew of before must not be forgotten through it.
    seen.extend(names_of(book, id));
    let seen: Vec<String> = order::set(seen).iter().map(Id::to_string).collect();
    let more = [movement::COUNT.is(count), movement::WAS.is_whole(was), movement::SEEN.is(seen.join("\n"))];
    row.2.extend(order::values(more));
    row
}

/// What to write so that a hub becomes the start of another: its tables, what lies where and how much of it there should
/// be, and what always hangs on its board. No stock, no people, no dates.
pub fn cloned(
    book: &Book,
    index: &mut Index,
    hub: Id,
    copy: Id,
    name: &str,
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<RecordWrite> {
    let taken_over = |record: &Record, keys: &[&str]| -> BTreeMap<String, Value> {
        let kept = keys.iter().filter_map(|key| Some(((*key).to_owned(), record.get(key)?.clone())));
        order::map(kept.filter(|(_, value)| !value.is_blank()))
    };
    let Some(old) = book.alive(HUB.id, hub) else { return Vec::new() };
    let mut values = taken_over(old, &[hub::ZONES.key(), hub::LANGUAGES.key()]);
    values.extend(order::values([hub::NAME.is(name)]));
    let mut rows = vec![(HUB.id, copy, values)];
    for shelf in index.linking_to(book, shelf::HUB.path(), hub) {
        let Some(item) = shelf::ITEM.of(shelf) else { continue };
        let kept = [shelf::ITEM.key(), shelf::ZONE.key(), shelf::PAR.key(), shelf::MINIMUM.key(), shelf::ORDER.key()];
        let mut values = taken_over(shelf, &kept);
        values.extend(order::values([shelf::HUB.is(copy)]));
        rows.push((SHELF.id, shelf_id(copy, item), values));
    }
    let planned = |posting: &&Record| posting::PLANNED.of(posting);
    for posting in index.linking_to(book, posting::HUB.path(), hub).into_iter().filter(planned) {
        let kept = [
            posting::TITLE.key(),
            posting::WHAT.key(),
            posting::ZONE.key(),
            posting::LANGUAGES.key(),
            posting::PLANNED.key(),
        ];
        let mut values = taken_over(posting, &kept);
        // It belongs there and does not hang yet.
        values.extend(order::values([posting::HUB.is(copy), posting::DOWN.is(true)]));
        rows.push((POSTING.id, new_id(), values));
    }
    rows
}

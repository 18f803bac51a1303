//! What lies on the tables of a hub, in walking order.

use super::{Holding, Stock, canonical_item};
use crate::hubs::kinds::hub::{HUB, fields as hub};
use crate::hubs::kinds::item::{ITEM, item_fields as item, shelf_fields as shelf};
use crate::hubs::kinds::movement::{MOVEMENT, movement_fields as movement};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::NumberField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::stamp::Stamp;
use crate::model::{order, show};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How much of an item there is at a hub, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct OnHand {
    /// The item; never a duplicate of another.
    pub item: Id,
    /// What it is called.
    pub name: String,
    /// The shelf that gives it a place at this hub, if one does.
    pub shelf: Option<Id>,
    /// The table or board.
    pub zone: String,
    /// How many there should be.
    pub par: Option<i64>,
    /// How many there must be.
    pub minimum: Option<i64>,
    /// How many there are in a pack.
    pub pack: i64,
    /// What is there.
    pub on_hand: i64,
    /// When it was counted last, RFC 3339.
    pub counted: Option<String>,
    /// The stamp of the latest movement.
    pub last: Option<Stamp>,
}

impl OnHand {
    /// Whether there is less than there must be, as far as is known.
    pub fn is_short(&self) -> bool {
        !self.is_unknown() && self.minimum.is_some_and(|minimum| self.on_hand < minimum)
    }

    /// Whether nobody has counted it or recorded anything of it here yet: how many there are is not known.
    pub fn is_unknown(&self) -> bool {
        self.last.is_none()
    }
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

/// An item that lies at a hub, with the shelf that gives it a place there, if one does.
struct Placed<'b> {
    shelf: Option<&'b Record>,
    holding: Holding,
}

impl Placed<'_> {
    fn number(&self, field: NumberField) -> Option<i64> {
        self.shelf.and_then(|shelf| field.whole_of(shelf))
    }
}

/// The items that have a place at a hub, and all others whose stock is not zero or that are named.
fn placed<'b>(book: &'b Book, index: &mut Index, hub: Id, also: &HashSet<Id>) -> BTreeMap<Id, Placed<'b>> {
    let holdings = index.kept_up(book, |stock: &mut Stock, _| stock.at_hub(book, hub));
    let holdings: HashMap<Id, Holding> = holdings.into_iter().collect();
    let holding = |item: &Id| holdings.get(item).copied().unwrap_or_default();
    let mut rows: BTreeMap<Id, Placed> = BTreeMap::new();
    // Two tablets may each have made a shelf for one item: the one changed last counts, on every tablet.
    let mut shelves = index.linking_to(book, shelf::HUB.path(), hub);
    order::sort_by_key(&mut shelves, |shelf| (shelf.changed(), shelf.id));
    for shelf in shelves {
        let Some(item) = shelf::ITEM.of(shelf) else { continue };
        let name = canonical_item(book, item);
        // If both an item and its duplicate have a shelf, that of the item counts.
        if book.alive(ITEM.id, name).is_some() && (item == name || !rows.contains_key(&name)) {
            rows.insert(name, Placed { shelf: Some(shelf), holding: holding(&name) });
        }
    }
    for (name, holding) in &holdings {
        let shown = holding.on_hand != 0 || also.contains(name);
        if shown && !rows.contains_key(name) && book.alive(ITEM.id, *name).is_some() {
            rows.insert(*name, Placed { shelf: None, holding: *holding });
        }
    }
    rows
}

/// How many items of a hub want something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanting {
    /// Those under their minimum.
    pub short: usize,
    /// Those of which there is less than zero: some movement was not written down.
    pub owed: usize,
    /// Those of which nobody knows how many there are.
    pub unknown: usize,
}

/// How many items of a hub want something.
pub fn wanting(book: &Book, index: &mut Index, hub: Id) -> Wanting {
    let mut wanting = Wanting::default();
    for row in placed(book, index, hub, &HashSet::new()).values() {
        let Holding { on_hand, last, .. } = row.holding;
        match last {
            None => wanting.unknown += 1,
            Some(_) if on_hand < 0 => wanting.owed += 1,
            Some(_) => {
                let short = row.number(shelf::MINIMUM).is_some_and(|minimum| on_hand < minimum);
                wanting.short += usize::from(short);
            }
        }
    }
    wanting
}

/// What lies at a hub, table by table in walking order: the items that have a place there, and all others whose stock
/// is not zero.
pub fn lying(book: &Book, index: &mut Index, hub: Id) -> Vec<OnHand> {
    lying_with(book, index, hub, &HashSet::new())
}

/// The same, with these items, too, if anything ever happened to them there.
pub fn lying_with(book: &Book, index: &mut Index, hub: Id, also: &HashSet<Id>) -> Vec<OnHand> {
    let zones = book.alive(HUB.id, hub).map(|hub| zones(hub)).unwrap_or_default();
    let rows = placed(book, index, hub, also).into_iter();
    let mut rows: Vec<(f64, OnHand)> = rows
        .map(|(item, placed)| {
            let place = placed.shelf.and_then(|shelf| shelf::ORDER.of(shelf)).unwrap_or(0.0);
            (place, row(book, item, &placed))
        })
        .collect();
    let zone_at = |zone: &str| zones.iter().position(|known| fold(known) == fold(zone)).unwrap_or(zones.len());
    order::sort_by(&mut rows, |(place_a, a), (place_b, b)| {
        let zone = zone_at(&a.zone).cmp(&zone_at(&b.zone)).then_with(|| fold(&a.zone).cmp(&fold(&b.zone)));
        zone.then(place_a.total_cmp(place_b)).then_with(|| (fold(&a.name), a.item).cmp(&(fold(&b.name), b.item)))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(book: &Book, item: Id, placed: &Placed) -> OnHand {
    let record = book.alive(ITEM.id, item);
    let Holding { on_hand, counted, last } = placed.holding;
    let counted = counted.and_then(|count| book.record(MOVEMENT.id, count));
    OnHand {
        item,
        name: record.map(|record| show::title(&ITEM, record)).unwrap_or_default(),
        shelf: placed.shelf.map(|shelf| shelf.id),
        zone: placed.shelf.and_then(|shelf| shelf::ZONE.of(shelf)).unwrap_or_default().trim().to_owned(),
        par: placed.number(shelf::PAR),
        minimum: placed.number(shelf::MINIMUM),
        pack: record.and_then(|record| item::PACK.whole_of(record)).unwrap_or(1).max(1),
        on_hand,
        counted: counted.map(|count| movement::WHEN.of(count).unwrap_or_default().to_owned()),
        last,
    }
}

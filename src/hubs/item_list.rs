//! A list of items, typed or pasted, that puts them on the tables of a hub: one item a line, with the target and the
//! minimum behind it.
//!
//! ```text
//! Front table:
//! Picture books 14 / 6
//! • Library card forms, 50, 20
//! Bookmarks
//! ```

mod line;

pub use line::{ListLine, read_line};

use super::kinds::hub::{HUB, fields as hub};
use super::kinds::item::{ITEM, SHELF, item_fields as item, shelf_fields as shelf};
use super::stock::{self, OnHand, canonical_item};
use super::words;
use crate::model::barcode::{self, Scanned};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Message, quoted};
use crate::model::typed_lines::typed_lines;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a line of the list does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An item that the catalog does not have yet.
    New,
    /// An item of the catalog that lies at this hub from now on.
    Placed,
    /// An item that lies here already, with another table or other numbers.
    Changed,
    /// An item that lies here already, just so.
    Same,
}

/// A line of the list, and what it would do.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedItem {
    /// The line, from 1.
    pub line: usize,
    /// The item, if the catalog has it.
    pub item: Option<Id>,
    /// What it is called: in the catalog, or in the list.
    pub name: String,
    /// The table or board; blank for none.
    pub zone: String,
    /// How many there should be, if the list or the hub says so.
    pub par: Option<i64>,
    /// How many there must be, if the list or the hub says so.
    pub minimum: Option<i64>,
    /// What it would do.
    pub outcome: Outcome,
}

/// What a list would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemPlan {
    /// The items, in the order of the list.
    pub items: Vec<PlannedItem>,
    /// What cannot be read, with the number of the line.
    pub faults: Vec<(usize, Message)>,
    /// Tables that the list names and the hub does not have yet, in the order of the list.
    pub tables: Vec<String>,
}

impl ItemPlan {
    /// The items that would be written.
    pub fn writes(&self) -> impl Iterator<Item = &PlannedItem> {
        self.items.iter().filter(|planned| planned.outcome != Outcome::Same)
    }
}

/// The items of the catalog by what a list may call them.
pub struct Catalog {
    by_name: HashMap<String, BTreeSet<Id>>,
    by_code: HashMap<String, Id>,
    names: HashMap<Id, String>,
}

impl Catalog {
    /// Of all items in the book. One that is the same as another goes by that other one.
    pub fn of(book: &Book) -> Catalog {
        let mut catalog = Catalog { by_name: HashMap::new(), by_code: HashMap::new(), names: HashMap::new() };
        for record in book.living(ITEM.id) {
            let id = canonical_item(book, record.id);
            let names = [item::NAME.of(record), item::NAME_ES.of(record)];
            for name in names.into_iter().flatten().map(fold).filter(|name| !name.is_empty()) {
                catalog.by_name.entry(name).or_default().insert(id);
            }
            if let Some(Scanned::Number(code)) = item::CODE.of(record).map(barcode::read) {
                catalog.by_code.insert(code, id);
            }
            if id == record.id {
                catalog.names.insert(id, item::NAME.of(record).unwrap_or_default().to_owned());
            }
        }
        catalog
    }

    fn name(&self, item: Id) -> &str {
        self.names.get(&item).map_or("", String::as_str)
    }

    /// The item that a line names, by its barcode or its name.
    ///
    /// # Errors
    /// Why nobody can tell which one it is.
    fn find(&self, name: &str, here: &HashMap<Id, &OnHand>) -> Result<Option<Id>, Message> {
        match barcode::read(name) {
            Scanned::Number(code) => {
                let found = self.by_code.get(&code).copied();
                return found.map(Some).ok_or(words::LIST_NO_CODE.with("code", name));
            }
            Scanned::Wrong => return Err(words::LIST_WRONG_CODE.with("code", name)),
            Scanned::NoBarcode => {}
        }
        let Some(named) = self.by_name.get(&fold(name)) else { return Ok(None) };
        let mut lying = named.iter().filter(|item| here.contains_key(item));
        match (named.len(), lying.next(), lying.next()) {
            (1, ..) => Ok(named.first().copied()),
            // Of two with one name, it is the one that lies here.
            (_, Some(one), None) => Ok(Some(*one)),
            _ => Err(words::LIST_TWO_OF_A_NAME.with("name", quoted(name))),
        }
    }
}

/// Works out what a list would do at a hub. What stands in no table of the list lies on `table`.
pub fn plan(catalog: &Catalog, lying: &[OnHand], zones: &[String], table: &str, text: &str) -> ItemPlan {
    let here: HashMap<Id, &OnHand> = lying.iter().map(|row| (row.item, row)).collect();
    let mut plan = ItemPlan::default();
    // Names written twice are a slip of whoever wrote the list.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut zone = table.to_owned();
    for (at, text) in (1..).zip(typed_lines(text)) {
        let (name, par, minimum) = match read_line(text, zones) {
            ListLine::Nothing => continue,
            ListLine::Table(named) => {
                let known = |known: &&String| fold(known) == fold(&named);
                zone = zones.iter().chain(&plan.tables).find(known).cloned().unwrap_or_else(|| named.clone());
                if !zones.contains(&zone) && !plan.tables.contains(&zone) {
                    plan.tables.push(zone.clone());
                }
                continue;
            }
            ListLine::Fault(message) => {
                plan.faults.push((at, message));
                continue;
            }
            ListLine::Item { name, par, minimum } => (name, par, minimum),
        };
        let item = match catalog.find(&name, &here) {
            Ok(item) => item,
            Err(message) => {
                plan.faults.push((at, message));
                continue;
            }
        };
        let key = item.map_or_else(|| fold(&name), |item| item.to_string());
        if let Some(before) = seen.insert(key, at) {
            plan.faults.push((at, words::LIST_TWICE.with("name", quoted(&name)).with("line", before)));
            continue;
        }
        let was = item.and_then(|item| here.get(&item)).filter(|row| row.shelf.is_some());
        let planned = PlannedItem {
            line: at,
            item,
            name: item.map_or(name, |item| catalog.name(item).to_owned()),
            // What lies here keeps its table, unless the list names one.
            zone: if zone.is_empty() { was.map(|row| row.zone.clone()).unwrap_or_default() } else { zone.clone() },
            par: par.or(was.and_then(|row| row.par)),
            minimum: minimum.or(was.and_then(|row| row.minimum)),
            outcome: Outcome::New,
        };
        if let (Some(par), Some(minimum)) = (planned.par, planned.minimum)
            && minimum > par
        {
            plan.faults.push((at, words::LIST_MINIMUM.with("minimum", minimum).with("par", par)));
            continue;
        }
        let outcome = match (item, was) {
            (None, _) => Outcome::New,
            (Some(_), None) => Outcome::Placed,
            (Some(_), Some(row)) => {
                let same =
                    fold(&row.zone) == fold(&planned.zone) && (row.par, row.minimum) == (planned.par, planned.minimum);
                if same { Outcome::Same } else { Outcome::Changed }
            }
        };
        plan.items.push(PlannedItem { outcome, ..planned });
    }
    // A table under which nothing stands is not set up.
    let used = |table: &String| plan.items.iter().any(|planned| planned.zone == *table);
    plan.tables = plan.tables.iter().filter(|table| used(table)).cloned().collect();
    plan
}

/// What to write so that the hub has what the list says: new items, their places, and tables that are new.
pub fn rows(book: &Book, hub: Id, plan: &ItemPlan, new_id: &mut dyn FnMut() -> Id) -> Vec<RecordWrite> {
    let mut rows = Vec::new();
    if !plan.tables.is_empty()
        && let Some(record) = book.alive(HUB.id, hub)
    {
        let zones: Vec<String> = stock::zones(record).into_iter().chain(plan.tables.iter().cloned()).collect();
        rows.push((HUB.id, hub, order::values([hub::ZONES.is(zones.join("\n"))])));
    }
    for planned in plan.writes() {
        let item = planned.item.unwrap_or_else(|| {
            let id = new_id();
            rows.push((ITEM.id, id, order::values([item::NAME.is(&*planned.name)])));
            id
        });
        let mut values = vec![shelf::HUB.is(hub), shelf::ITEM.is(item)];
        values.extend((!planned.zone.is_empty()).then(|| shelf::ZONE.is(&*planned.zone)));
        values.extend(planned.par.map(|par| shelf::PAR.is_whole(par)));
        values.extend(planned.minimum.map(|minimum| shelf::MINIMUM.is_whole(minimum)));
        rows.push((SHELF.id, stock::shelf_to_write(book, hub, item), order::values(values)));
    }
    rows
}

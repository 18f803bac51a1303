//! Which doors a list of addresses names: new ones, and those that are here already.

use super::addresses::{key, key_of};
use super::said_beside::takes_out;
use super::towns::Towns;
use super::wary::Wary;
use super::{AddressEntry, DoorCounts, DoorLine, DoorPlan, DoorProblem, PREVIEWED, Said, words};
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::canvass::kinds::door_list::{DOOR_LIST, fields as door_list};
use crate::canvass::standing::{canonical_door, door_id};
use crate::model::address::Address;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::text::{Message, Text, quoted};
use crate::model::value::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What an import of addresses would do, worked out address by address.
pub(crate) struct Planner<'b> {
    book: &'b Book,
    town: String,
    others: bool,
    wary: Wary,
    list: Id,
    towns: Towns,
    /// Streets on which doors are known, folded; worked out where it matters.
    streets: Option<HashSet<String>>,
    /// Doors by the key of the address they have now, which may differ from the one they were made for.
    by_key: Option<HashMap<String, Id>>,
    /// The line that first named a door.
    first: HashMap<Id, u64>,
    /// Where a street with new doors stands in the plan.
    new_on: HashMap<String, usize>,
    plan: DoorPlan,
}

impl<'b> Planner<'b> {
    pub(crate) fn new(book: &'b Book, said: &Said, entries: &[AddressEntry]) -> Planner<'b> {
        let plan = DoorPlan {
            counts: DoorCounts::default(),
            streets: Vec::new(),
            doors: Vec::new(),
            problems: Vec::new(),
            list: said.list.trim().to_owned(),
            writes: Vec::new(),
            seen: book.seen().clone(),
        };
        // A list is known by its name, on every tablet that takes it in.
        let list = door_id(&format!("list {}", fold(&plan.list)));
        let towns = Towns::of(book, said, entries);
        let town = said.town.trim().to_owned();
        Planner {
            book,
            town,
            others: said.others,
            wary: Wary::of(book),
            list,
            towns,
            streets: None,
            by_key: None,
            first: HashMap::new(),
            new_on: HashMap::new(),
            plan,
        }
    }

    pub(crate) fn take(&mut self, entry: AddressEntry) {
        let (line, original) = (entry.line, entry.original.clone());
        let mut address = match &entry.read {
            Ok(address) => address.clone(),
            Err(message) => return self.leave_out(line, original, message.clone()),
        };
        if let Some(fault) = address.fault() {
            return self.leave_out(line, original, fault.message());
        }
        let doubtful = self.towns.take_doubtful(entry.town_given, entry.after_words(), &mut address);
        if let Some(words) = doubtful.as_ref().filter(|words| takes_out(words)) {
            return self.leave_out_once(line, original, words::EXCEPT.with("words", quoted(words)));
        }
        if let Some(doubt) = entry.doubts_street(&address, doubtful.is_some()).filter(|_| !self.knows_street(&address))
        {
            let message = doubt.with("words", quoted(&address.street.to_string()));
            return self.leave_out_once(line, original, message);
        }
        self.say_set_aside(line, &original, words::TOWN_IN_DOUBT, doubtful.as_deref().unwrap_or_default());
        for words in [&entry.before, &address.remark] {
            self.say_set_aside(line, &original, words::SET_ASIDE, words);
        }
        if address.town.is_empty() {
            address.town.clone_from(&self.town);
        }
        let id = self.find(&key(&address));
        if let Some(first) = self.first.get(&id) {
            self.plan.counts.repeated += 1;
            let message = words::REPEATED.with("address", address.street_line()).with("line", *first);
            self.plan.problems.push(DoorProblem { line, original, message });
            return;
        }
        self.first.insert(id, line);
        let known = self.book.record(DOOR.id, id);
        if known.is_some_and(|door| door.erased) {
            return self.leave_out(line, original, words::ERASED.with("address", address.street_line()));
        }
        if let Some(like) = self.wary.like(&address).filter(|_| known.is_none()) {
            self.plan.counts.wary += 1;
            if !self.others {
                return self.leave_out(line, original, words::WARY.with("address", like.to_string()));
            }
        }
        let known = known.filter(|door| door.is_alive());
        let set = self.values(&address, known.map(|door| &**door));
        match (known, set.is_empty()) {
            (None, _) => {
                self.plan.counts.new += 1;
                if self.plan.doors.len() < PREVIEWED {
                    let address = address.to_string();
                    let letters =
                        |text: &str| text.split_whitespace().collect::<String>().replace(',', "").to_lowercase();
                    // What many doors of a range were typed as is shown at the first of them.
                    let again = self.plan.doors.last().is_some_and(|last| last.line == line);
                    let original = match again || letters(&address) == letters(&original) {
                        true => String::new(),
                        false => original.clone(),
                    };
                    self.plan.doors.push(DoorLine { line, address, original });
                }
                let street = address.street.to_string();
                match self.new_on.get(&street) {
                    Some(at) => self.plan.streets[*at].1 += 1,
                    None => {
                        self.new_on.insert(street.clone(), self.plan.streets.len());
                        self.plan.streets.push((street, 1));
                    }
                }
            }
            (Some(_), false) => self.plan.counts.changed += 1,
            (Some(_), true) => self.plan.counts.same += 1,
        }
        if !set.is_empty() {
            self.plan.writes.push((DOOR.id, id, set));
        }
    }

    /// What a list says of a door: everything of a new one; of a known one which list it stands in now, and what was
    /// not known. Somebody may have corrected its address, and no list changes what people wish.
    fn values(&self, address: &Address, known: Option<&Record>) -> BTreeMap<String, Value> {
        let (number, unit) = (address.number.as_ref().map(ToString::to_string), unit_of(address));
        let all = [
            (door::ADDRESS, address.street_line()),
            (door::NUMBER, number.unwrap_or_default()),
            (door::STREET, address.street.to_string()),
            (door::UNIT, unit),
            (door::TOWN, address.town.clone()),
            (door::STATE, Some(&address.state).filter(|state| state.len() <= 3).cloned().unwrap_or_default()),
            // What a cell holds beside a ZIP code stays where it stood.
            (
                door::ZIP,
                Some(&address.zip).filter(|zip| !zip.contains(char::is_alphabetic)).cloned().unwrap_or_default(),
            ),
            (door::ORIGINAL, address.original.clone()),
        ];
        let completed = [door::TOWN, door::STATE, door::ZIP];
        let says = |(field, text): &(TextField, String)| match known {
            _ if text.is_empty() => false,
            None => true,
            Some(record) => completed.contains(field) && record.get(field.key()).is_none_or(Value::is_blank),
        };
        let list = Some(self.list).filter(|list| known.and_then(|record| door::LIST.of(record)) != Some(*list));
        let said = all.into_iter().filter(says).map(|(field, text)| field.is(text));
        order::values(said.chain(list.map(|list| door::LIST.is(list))))
    }

    /// The door with this key: the one made for it, one that was given this address since, or a new one.
    fn find(&mut self, key: &str) -> Id {
        let made = door_id(key);
        if self.book.record(DOOR.id, made).is_some() {
            return canonical_door(self.book, made);
        }
        let book = self.book;
        let by_key =
            self.by_key.get_or_insert_with(|| book.living(DOOR.id).map(|door| (key_of(door), door.id)).collect());
        match by_key.get(key).copied() {
            Some(id) => canonical_door(self.book, id),
            None => made,
        }
    }

    /// Whether a door is known on this street.
    fn knows_street(&mut self, address: &Address) -> bool {
        let book = self.book;
        let streets = self
            .streets
            .get_or_insert_with(|| book.records(DOOR.id).filter_map(|door| door::STREET.of(door).map(fold)).collect());
        streets.contains(&fold(&address.street.to_string()))
    }

    /// Reports words that are no part of the address, once for all doors of a line.
    fn say_set_aside(&mut self, line: u64, original: &str, text: Text, words: &str) {
        if words.is_empty() {
            return;
        }
        let problem = DoorProblem { line, original: original.to_owned(), message: text.with("words", quoted(words)) };
        if !self.plan.problems.iter().rev().take(8).any(|known| *known == problem) {
            self.plan.problems.push(problem);
        }
    }

    /// Leaves out a line with several doors, and says so once.
    fn leave_out_once(&mut self, line: u64, original: String, message: Message) {
        if self.plan.problems.last().is_none_or(|last| last.line != line || last.message != message) {
            self.leave_out(line, original, message);
        }
    }

    fn leave_out(&mut self, line: u64, original: String, message: Message) {
        self.plan.counts.left_out += 1;
        self.plan.problems.push(DoorProblem { line, original, message });
    }

    pub(crate) fn finish(self, said: &Said) -> DoorPlan {
        let mut plan = self.plan;
        let named = self.book.alive(DOOR_LIST.id, self.list).is_some();
        if !named && !plan.writes.is_empty() {
            let name = order::values([door_list::NAME.is(said.list.trim())]);
            plan.writes.insert(0, (DOOR_LIST.id, self.list, name));
        }
        plan
    }
}

fn unit_of(address: &Address) -> String {
    address.units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

//! Addresses taken in as doors: each once, whatever its spelling, with everything that is known of it kept.
//!
//! A door's identity follows from its address, so two tablets that take in one list apart make the same doors, and a
//! newer list finds those of the older one. What people wish is never touched by a list.

mod entry;
mod towns;

pub use self::entry::{AddressEntry, entries_of_sheet, entries_of_text};
use self::towns::Towns;
use super::kinds::door::DOOR;
use super::kinds::door_list::DOOR_LIST;
use super::standing::{door_id, stands_for};
use crate::exchange::table::Sheet;
use crate::model::address::{Address, Cells, Number};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::text::{Message, Text, quoted, t};
use crate::model::value::Value;
use crate::model::version_vector::VersionVector;
use crate::work::command::{Command, Done};
use crate::work::error::WorkError;
use crate::work::job::{Cancelled, Job};
use crate::work::last_import::{Imported, LastImport};
use crate::work::workspace::Workspace;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The sentences of this module.
pub mod words {
    crate::words! {
        ERASED = "“{address}” was erased for good and stays so", "«{address}» se borró para siempre y así queda";
        SET_ASIDE = "Not read as part of the address: “{words}”. It stays with the door and is left out of files for others", "No se leyó como parte de la dirección: «{words}». Se guarda con la puerta y no sale en los archivos para otras personas";
        TOWN_IN_DOUBT = "Not read as part of the address: “{words}”. It stays with the door and is left out of files for others. If it is the town, write the state after it, or enter it under “Town”", "No se leyó como parte de la dirección: «{words}». Se guarda con la puerta y no sale en los archivos para otras personas. Si es la ciudad, escriba el estado después o póngala en «Ciudad»";
        EXCEPT = "“{words}” could not be read, and the numbers may not all be meant. Enter the numbers that are", "No se pudo leer «{words}», y quizá no todos los números valen. Escriba los números que sí";
        NO_STREET = "Is “{words}” a street? Then write the number first, or “St”, “Ave” and the like after it", "¿Es «{words}» una calle? Entonces escriba primero el número, o «Calle» delante del nombre";
        LONG_STREET = "Is all of “{words}” the street? Then write “St”, “Ave” and the like after it; otherwise put a comma after the street", "¿Es «{words}» el nombre completo de la calle? Entonces escriba «Calle» delante; si no, ponga una coma después de la calle";
        REPEATED = "“{address}” stands in line {line} too. It is one door", "«{address}» ya está en la línea {line}. Es una sola puerta";
    }
}

/// How many lines are worked at before the screen may breathe.
const STEP: usize = 500;
/// What a column of addresses holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Number and street, or the whole line.
    Line,
    /// The house number.
    Number,
    /// The apartment or unit.
    Unit,
    /// The town.
    Town,
    /// The state.
    State,
    /// The ZIP code.
    Zip,
}

impl AddressPart {
    /// All of them, in the order they are offered.
    pub const ALL: [AddressPart; 6] = [
        AddressPart::Line,
        AddressPart::Number,
        AddressPart::Unit,
        AddressPart::Town,
        AddressPart::State,
        AddressPart::Zip,
    ];

    /// What a person calls it.
    pub const fn label(self) -> Text {
        match self {
            AddressPart::Line => t("Street, or the whole address", "Calle o dirección completa"),
            AddressPart::Number => t("House number", "Número"),
            AddressPart::Unit => t("Apartment or unit", "Apartamento o unidad"),
            AddressPart::Town => t("Town", "Ciudad"),
            AddressPart::State => t("State", "Estado"),
            AddressPart::Zip => t("ZIP code", "Código postal"),
        }
    }

    /// What a heading says a column holds, if it says so.
    fn of_heading(heading: &str) -> Option<AddressPart> {
        let words = fold(heading);
        let has = |known: &[&str]| known.iter().any(|known| words.contains(known));
        match () {
            () if has(&["zip", "postal"]) => Some(AddressPart::Zip),
            () if has(&["unit", "apt", "apartment", "apartamento", "unidad", "address2", "address 2", "line 2"]) => {
                Some(AddressPart::Unit)
            }
            () if has(&["city", "town", "municip", "ciudad", "pueblo"]) => Some(AddressPart::Town),
            () if words == "st" || has(&["state", "estado", "province"]) => Some(AddressPart::State),
            () if has(&["house", "hse", "number", "num", "no.", "numero"]) || words == "no" => {
                Some(AddressPart::Number)
            }
            () if has(&["address", "street", "location", "direccion", "calle", "road"]) => Some(AddressPart::Line),
            () => None,
        }
    }
}

/// What each column of a sheet most likely holds; each part once.
pub fn guess_parts(sheet: &Sheet) -> Vec<Option<AddressPart>> {
    let mut taken: Vec<AddressPart> = Vec::new();
    let mut guess = |(at, heading): (usize, &String)| {
        let part =
            AddressPart::of_heading(heading).filter(|part| !taken.contains(part) && !sheet.samples(at).is_empty())?;
        taken.push(part);
        Some(part)
    };
    sheet.table.headers.iter().enumerate().map(&mut guess).collect()
}

/// How many lines do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorCounts {
    /// Doors that are new here.
    pub new: usize,
    /// Doors that learn something.
    pub changed: usize,
    /// Doors that are here already.
    pub same: usize,
    /// Lines that name a door which an earlier line named.
    pub repeated: usize,
    /// Lines without a door.
    pub left_out: usize,
}

/// Something to know about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorProblem {
    /// The line, from 1.
    pub line: u64,
    /// What stood there.
    pub original: String,
    /// What is wrong, and what to do.
    pub message: Message,
}

/// What taking in addresses would do.
#[derive(Clone, Debug)]
pub struct DoorPlan {
    /// How many lines do what.
    pub counts: DoorCounts,
    /// Streets with their number of new doors, in the order they come.
    pub streets: Vec<(String, usize)>,
    /// Lines that were left out, and why.
    pub problems: Vec<DoorProblem>,
    /// The name of the list.
    pub list: String,
    writes: Vec<(&'static str, Id, BTreeMap<String, Value>)>,
    seen: VersionVector,
}

/// What the person says of all addresses at once.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The name of the list.
    pub list: String,
    /// The town, for lines that do not name one.
    pub town: String,
}

impl Workspace {
    /// Works out what taking in addresses would do. Nothing is changed.
    ///
    /// # Errors
    /// If the person cancels.
    pub async fn plan_doors(&self, entries: Vec<AddressEntry>, said: &Said, job: &Job) -> Result<DoorPlan, Cancelled> {
        let book = self.state().book.clone();
        let mut planner = Planner::new(&book, said, &entries);
        let of = entries.len();
        for (at, entry) in entries.into_iter().enumerate() {
            planner.take(entry);
            if at % STEP == STEP - 1 {
                job.step(of + at, of * 2).await?;
            }
        }
        Ok(planner.finish(said))
    }

    /// Takes in what was planned, as one step that can be undone.
    ///
    /// # Errors
    /// Why nothing was taken in; among the reasons, that notes came in since it was planned.
    pub async fn take_in_doors(&self, plan: &DoorPlan, job: &Job) -> Result<Done, WorkError> {
        let count = plan.counts.new + plan.counts.changed;
        let taken = LastImport::now(Imported::Doors, count, &plan.list, self.now());
        let command = Command::Import { rows: plan.writes.clone(), taken, seen: plan.seen.clone() };
        self.run_watched(command, job).await
    }
}

struct Planner<'b> {
    book: &'b Book,
    town: String,
    list: Id,
    towns: Towns,
    /// Streets on which doors are known, folded; worked out where it matters.
    streets: Option<HashSet<String>>,
    /// Doors by the key of the address they have now, which may differ from the one they were made for.
    by_key: Option<HashMap<String, Id>>,
    /// The line that first named a door.
    first: HashMap<Id, u64>,
    plan: DoorPlan,
}

impl<'b> Planner<'b> {
    fn new(book: &'b Book, said: &Said, entries: &[AddressEntry]) -> Planner<'b> {
        let plan = DoorPlan {
            counts: DoorCounts::default(),
            streets: Vec::new(),
            problems: Vec::new(),
            list: said.list.trim().to_owned(),
            writes: Vec::new(),
            seen: book.seen().clone(),
        };
        // A list is known by its name, on every tablet that takes it in.
        let list = door_id(&format!("list {}", fold(&plan.list)));
        let towns = Towns::of(book, said, entries);
        let town = said.town.trim().to_owned();
        Planner { book, town, list, towns, streets: None, by_key: None, first: HashMap::new(), plan }
    }

    fn take(&mut self, entry: AddressEntry) {
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
        let known = known.filter(|door| door.is_alive());
        let set = self.values(&address, known.map(|door| &**door));
        match (known, set.is_empty()) {
            (None, _) => {
                self.plan.counts.new += 1;
                let street = address.street.to_string();
                match self.plan.streets.iter_mut().find(|(known, _)| *known == street) {
                    Some((_, count)) => *count += 1,
                    None => self.plan.streets.push((street, 1)),
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
    /// not known. Somebody may have put its address right, and nobody's wish is a list's to change.
    fn values(&self, address: &Address, known: Option<&Record>) -> BTreeMap<String, Value> {
        let (number, unit) = (address.number.as_ref().map(ToString::to_string), unit_of(address));
        let list = self.list.to_string();
        let all = [
            ("address", address.street_line()),
            ("number", number.unwrap_or_default()),
            ("street", address.street.to_string()),
            ("unit", unit),
            ("town", address.town.clone()),
            ("state", Some(&address.state).filter(|state| state.len() <= 3).cloned().unwrap_or_default()),
            // What a cell holds beside a ZIP code stays where it stood.
            ("zip", Some(&address.zip).filter(|zip| !zip.contains(char::is_alphabetic)).cloned().unwrap_or_default()),
            ("original", address.original.clone()),
            ("list", list),
        ];
        let says = |(key, text): &(&str, String)| match known {
            _ if text.is_empty() => false,
            None => true,
            Some(door) if *key == "list" => door.text("list") != Some(text),
            Some(door) => ["town", "state", "zip"].contains(key) && door.get(key).is_none_or(Value::is_blank),
        };
        order::map(all.into_iter().filter(says).map(|(key, text)| (key.to_owned(), Value::Text(text))))
    }

    /// The door with this key: the one made for it, one that was given this address since, or a new one.
    fn find(&mut self, key: &str) -> Id {
        let made = door_id(key);
        if self.book.record(DOOR.id, made).is_some() {
            return stands_for(self.book, made);
        }
        let book = self.book;
        let by_key = self.by_key.get_or_insert_with(|| {
            let doors = book.records(DOOR.id).filter(|door| door.is_alive());
            doors.map(|door| (key_of(door), door.id)).collect()
        });
        match by_key.get(key).copied() {
            Some(id) => stands_for(self.book, id),
            None => made,
        }
    }

    /// Whether a door is known on this street.
    fn knows_street(&mut self, address: &Address) -> bool {
        let book = self.book;
        let streets = self
            .streets
            .get_or_insert_with(|| book.records(DOOR.id).filter_map(|door| door.text("street").map(fold)).collect());
        streets.contains(&fold(&address.street.to_string()))
    }

    /// Tells of words that found no place in the address, once for all doors of a line.
    fn say_set_aside(&mut self, line: u64, original: &str, text: Text, words: &str) {
        if words.is_empty() {
            return;
        }
        let problem = DoorProblem { line, original: original.to_owned(), message: text.with("words", quoted(words)) };
        if !self.plan.problems.iter().rev().take(8).any(|known| *known == problem) {
            self.plan.problems.push(problem);
        }
    }

    /// Leaves a line out that stands for several doors, and says so once.
    fn leave_out_once(&mut self, line: u64, original: String, message: Message) {
        if self.plan.problems.last().is_none_or(|last| last.line != line || last.message != message) {
            self.leave_out(line, original, message);
        }
    }

    fn leave_out(&mut self, line: u64, original: String, message: Message) {
        self.plan.counts.left_out += 1;
        self.plan.problems.push(DoorProblem { line, original, message });
    }

    fn finish(self, said: &Said) -> DoorPlan {
        let mut plan = self.plan;
        let named = self.book.alive(DOOR_LIST.id, self.list).is_some();
        if !named && !plan.writes.is_empty() {
            let name = Value::text(said.list.trim());
            plan.writes.insert(0, (DOOR_LIST.id, self.list, [("name".to_owned(), name)].into()));
        }
        plan
    }
}

/// What tells doors apart: number, street and unit in one spelling, and the town.
fn key(address: &Address) -> String {
    format!("{}|{}", address.door_key(), fold(&address.town))
}

fn key_of(door: &Record) -> String {
    key(&Address::from_cells(&Cells { state: "", zip: "", ..cells_of(door) }))
}

fn cells_of(door: &Record) -> Cells<'_> {
    let cell = |key| door.text(key).unwrap_or_default();
    Cells {
        number: cell("number"),
        street: cell("street"),
        unit: cell("unit"),
        town: cell("town"),
        state: cell("state"),
        zip: cell("zip"),
    }
}

/// The addresses that doors have by their fields.
pub fn addresses_of(doors: &[&Record]) -> Vec<Address> {
    let rows: Vec<Cells> = doors.iter().map(|door| cells_of_line(door).unwrap_or_else(|| cells_of(door))).collect();
    let mut addresses = Address::from_rows(&rows);
    for (address, door) in addresses.iter_mut().zip(doors) {
        if cells_of_line(door).is_some() {
            // What the line lacks, the number's field may have.
            address.number = address.number.take().or_else(|| Number::read(cells_of(door).number));
        } else if address.area.is_empty() && !line_of(door).starts_with(|c: char| c.is_ascii_digit()) {
            // An area of Puerto Rico has no field of its own; it stands in front of the line.
            address.area = Address::parse(line_of(door)).area;
        }
    }
    addresses
}

fn line_of(door: &Record) -> &str {
    door.text("address").unwrap_or_default()
}

/// The cells of a door that is on no street: whoever enters one by hand may leave it at the line.
fn cells_of_line(door: &Record) -> Option<Cells<'_>> {
    let cells = cells_of(door);
    cells.street.trim().is_empty().then(|| Cells { number: "", street: line_of(door), ..cells })
}

/// Whether words say that some numbers are not meant.
fn takes_out(words: &str) -> bool {
    const EXCEPT: [&str; 9] = ["except", "excluding", "but", "not", "without", "skip", "excepto", "menos", "salvo"];
    fold(words).split(' ').any(|word| EXCEPT.contains(&word))
}

fn unit_of(address: &Address) -> String {
    address.units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

//! Cells to values: what each cell of a row says, field by field.

mod answers;

use self::answers::{find_answer, read_choices};
use super::columns::name_part;
use super::day::{self, Supposed};
use super::{RowProblem, Weight};
use crate::formats::cell::text_of;
use crate::formats::columns::{Target, words as part_words};
use crate::model::cell_repair::{self, Line};
use crate::model::check::{self, check_field};
use crate::model::date::Zone;
use crate::model::degrees::{self, Axis};
use crate::model::field::{Field, FieldType};
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::model::text::{Message, Text, excerpt, quoted};
use crate::model::typed_number::{self, TypedNumber};
use crate::model::value::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NEITHER = "{label}: “{value}” is not yes or no. Write yes or no", "{label}: “{value}” no es sí ni no. Escriba sí o no";
        NO_PLACE = "{label}: “{value}” is not a place on the map. Write latitude, longitude, for example 41.71, -72.21", "{label}: “{value}” no es un lugar en el mapa. Escriba latitud, longitud, por ejemplo 41.71, -72.21";
        NO_ID = "{label}: “{value}” is not a Porchlight ID. The row is matched by its name instead", "{label}: “{value}” no es un ID de Porchlight. La fila se busca por su nombre";
        WITHOUT_CONSENT = "{label}: kept only where the person agreed. Include the column that says so, with Yes, or leave this one out", "{label}: se conserva solo si la persona dio permiso. Incluya la columna que lo dice, con Sí, u omita esta";
        TWO_CELLS = "{label} has two values in this row, from two columns. The first one is used", "{label} tiene dos valores en esta fila, de dos columnas. Se usa el primero";
    }
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadRow {
    /// The line in the file where it begins.
    pub line: u64,
    /// The identity it gives, if the table is one that we wrote.
    pub id: Option<Id>,
    /// What it says, by field. Addresses and places may be partial.
    pub values: BTreeMap<&'static str, Value>,
    /// The names it gives for linked records, by field.
    pub links: BTreeMap<&'static str, Named>,
    /// Cells that were changed on the way, by field.
    pub mended: Vec<(&'static str, String)>,
    /// What it does not say clearly.
    pub problems: Vec<RowProblem>,
}

/// A cell that names another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The header of its column.
    pub column: Option<String>,
    /// The name.
    pub name: String,
}

/// Reads rows one after another. What had to be supposed of a column is told once, not for every row.
#[derive(Clone, Debug)]
pub struct RowReader {
    headers: Vec<String>,
    targets: Vec<Option<Target>>,
    zone: Rc<dyn Zone>,
    told: HashSet<(usize, &'static str)>,
    /// Columns in the order in which they are read: the first name before the last.
    order: Vec<usize>,
    /// Columns whose days stand before their months.
    day_first: Vec<DayFirst>,
}

/// Whether the days of a column stand before their months: those with dots, and others. People who mix the two do not
/// write both in one order.
#[derive(Clone, Copy, Debug, Default)]
struct DayFirst {
    dots: bool,
    others: bool,
}

/// What one cell says: nothing, a value, a problem, or both where only part of it could be read.
#[derive(Default)]
struct Said {
    value: Option<Value>,
    problem: Option<Message>,
    /// What had to be supposed, and what the cell is read as.
    supposed: Option<(Supposed, String)>,
}

impl From<Option<Value>> for Said {
    fn from(value: Option<Value>) -> Said {
        Said { value, ..Said::default() }
    }
}

impl RowReader {
    /// A reader of rows whose columns hold these targets. `zone` gives the offset of times that have none.
    pub fn new(headers: &[String], targets: &[Option<Target>], zone: Rc<dyn Zone>) -> RowReader {
        let mut order: Vec<usize> = (0..targets.len()).collect();
        order::sort_by_key(&mut order, |at| headers.get(*at).and_then(|header| name_part(header)));
        RowReader {
            order,
            headers: headers.to_vec(),
            targets: targets.to_vec(),
            zone,
            told: HashSet::new(),
            day_first: Vec::new(),
        }
    }

    /// Learns from all rows of a table what one cell alone does not show: whether the days of a column come first.
    pub fn learn(&mut self, rows: &[(u64, Vec<String>)]) {
        let is_day = |target: &Option<Target>| {
            let ty = target.and_then(Target::field).map(|field| field.ty);
            matches!(ty, Some(FieldType::Date | FieldType::DateTime))
        };
        let cells =
            |at: usize| rows.iter().filter_map(move |(_, cells)| cells.get(at)).map(|cell| text_of(cell).trim());
        let learned = self.targets.iter().enumerate().map(|(at, target)| {
            let with =
                |dots: bool| is_day(target) && day::is_day_first(cells(at).filter(|cell| cell.contains('.') == dots));
            DayFirst { dots: with(true), others: with(false) }
        });
        self.day_first = learned.collect();
    }

    /// What a row says. A cell that cannot be read is left out of its values and shown in its problems.
    pub fn read(&mut self, line: u64, cells: &[String]) -> ReadRow {
        let mut row = ReadRow { line, ..ReadRow::default() };
        for at in self.order.iter().copied() {
            let Some(cell) = cells.get(at) else { continue };
            let Some(target) = self.targets.get(at).copied().flatten() else { continue };
            let cell = text_of(cell).trim();
            let plain = cell_repair::clean(cell);
            if plain.is_empty() {
                continue;
            }
            let tell = |row: &mut ReadRow, weight, message: Message| {
                let column = self.headers.get(at).cloned();
                row.problems.push(RowProblem { line, column, cell: excerpt(cell), weight, message });
            };
            let field = match target {
                Target::Field(field) | Target::Part(field, _) => field,
                Target::Id => {
                    row.id = plain.parse().ok();
                    if row.id.is_none() {
                        let message = words::NO_ID.with("label", part_words::ID).with("value", quoted(cell));
                        tell(&mut row, Weight::Note, message);
                    }
                    continue;
                }
            };
            let line_of = Line::of(field, target.part());
            let repaired = cell_repair::repair(line_of, cell);
            let now = quoted(&repaired.text);
            let first = self.day_first.get(at).copied().unwrap_or_default();
            let ordered = match if repaired.text.contains('.') { first.dots } else { first.others } {
                true => day::reordered(&repaired.text),
                false => Cow::Borrowed(&*repaired.text),
            };
            let said = match target.part() {
                Some(part) => read_part(field, part, &repaired.text),
                None => read_cell(field, &ordered, &*self.zone),
            };
            if said.value.is_some()
                && (repaired.changed.is_some()
                    || repaired.rest.is_some()
                    || said.supposed.is_some()
                    || ordered != repaired.text)
            {
                row.mended.push((field.key, excerpt(cell)));
            }
            let supposed = said.supposed.as_ref().map(|(supposed, day)| (supposed.says(), day.clone()));
            let changed = repaired.changed.filter(|_| said.value.is_some()).map(|text| (text, now.clone()));
            for (text, now) in changed.into_iter().chain(supposed) {
                if self.told.insert((at, text.en)) {
                    let message = text.with("label", field.label).with("value", quoted(cell)).with("now", now);
                    tell(&mut row, Weight::Note, message);
                }
            }
            if let Some(rest) = repaired.rest.filter(|_| said.value.is_some()) {
                let message = cell_repair::words::ONE_OF_SEVERAL.with("label", field.label);
                tell(&mut row, Weight::Cell, message.with("now", now).with("rest", quoted(&rest)));
            }
            if let Some(message) = said.problem {
                tell(&mut row, Weight::Cell, message);
            }
            let taken = match (field.ty, said.value) {
                (_, None) => true,
                (FieldType::Link(_), Some(Value::Text(name))) => {
                    let first = !row.links.contains_key(field.key);
                    let column = self.headers.get(at).cloned();
                    row.links.entry(field.key).or_insert(Named { column, name });
                    first
                }
                (FieldType::Text, Some(Value::Text(name)))
                    if row.values.contains_key(field.key) && self.is_name(at) =>
                {
                    add_name(&mut row.values, field.key, &name)
                }
                (ty, Some(value)) => join(&mut row.values, field.key, ty, value),
            };
            if !taken {
                tell(&mut row, Weight::Cell, words::TWO_CELLS.with("label", field.label));
            }
        }
        self.settle_places(&mut row);
        self.settle_consent(&mut row);
        self.settle_agreement(&mut row);
        row
    }

    /// Whether a column holds a part of a person's name.
    fn is_name(&self, at: usize) -> bool {
        self.headers.get(at).is_some_and(|header| name_part(header).is_some())
    }

    /// What a person must agree to is kept only from rows that say they did.
    fn settle_consent(&self, row: &mut ReadRow) {
        for (at, target) in self.targets.iter().enumerate() {
            let Some(Target::Field(field)) = target else { continue };
            let agreed = |consent: &str| row.values.get(consent) == Some(&Value::Bool(true));
            if field.consent.is_none_or(agreed) || row.values.remove(field.key).is_none() {
                continue;
            }
            let (column, cell) = (self.headers.get(at).cloned(), String::new());
            let message = words::WITHOUT_CONSENT.with("label", field.label);
            row.problems.push(RowProblem { line: row.line, column, cell, weight: Weight::Cell, message });
        }
    }

    /// Where two cells cannot both be right (an event that ends before it starts), the second one is left out.
    fn settle_agreement(&self, row: &mut ReadRow) {
        let fields = || self.targets.iter().map(|target| target.and_then(Target::field));
        let find = |key: &str| fields().flatten().find(|field| field.key == key);
        for (at, field) in fields().enumerate() {
            let Some(field) = field.filter(|field| !field.agrees.is_empty()) else { continue };
            let Some(problem) = check::disagreement(field, &find, &|key| row.values.get(key)) else { continue };
            row.values.remove(field.key);
            let (column, cell) = (self.headers.get(at).cloned(), String::new());
            row.problems.push(RowProblem {
                line: row.line,
                column,
                cell,
                weight: Weight::Cell,
                message: problem.message,
            });
        }
    }

    /// Latitude without longitude is no place, and a place off the map is none either.
    fn settle_places(&self, row: &mut ReadRow) {
        for (at, target) in self.targets.iter().enumerate() {
            let Some(Target::Part(field, _)) = target else { continue };
            let Some(value) = row.values.get(field.key).filter(|_| field.ty == FieldType::Place) else { continue };
            let Some(problem) = check_field(field, Some(value)) else { continue };
            let number = |name| value.part(name).and_then(Value::as_number).map(|n| n.to_string()).unwrap_or_default();
            let cell = format!("{}, {}", number("lat"), number("lon"));
            let column = self.headers.get(at).cloned();
            let message = problem.message;
            row.problems.push(RowProblem { line: row.line, column, cell, weight: Weight::Cell, message });
            row.values.remove(field.key);
        }
    }
}

/// Adds a part of a person's name behind the parts before it.
fn add_name(values: &mut BTreeMap<&'static str, Value>, key: &str, name: &str) -> bool {
    let Some(Value::Text(before)) = values.get_mut(key) else { return false };
    before.push(' ');
    before.push_str(name);
    true
}

/// Adds a value to what other columns said of the same field; `false` if there is no room for it.
fn join(values: &mut BTreeMap<&'static str, Value>, key: &'static str, ty: FieldType, value: Value) -> bool {
    match (values.get_mut(key), value) {
        (None, value) => {
            values.insert(key, value);
            true
        }
        (Some(Value::Text(before)), Value::Text(text)) if ty == FieldType::LongText => {
            before.push('\n');
            before.push_str(&text);
            true
        }
        (Some(Value::List(before)), Value::List(items)) => {
            for item in items {
                if !before.contains(&item) {
                    before.push(item);
                }
            }
            true
        }
        (Some(Value::Map(before)), Value::Map(parts)) => {
            let room = parts.keys().all(|name| !before.contains_key(name));
            parts.into_iter().for_each(|(name, part)| {
                before.entry(name).or_insert(part);
            });
            room
        }
        (Some(before), value) => *before == value,
    }
}

fn read_part(field: &'static Field, part: &'static str, cell: &str) -> Said {
    let value = match field.ty {
        FieldType::Place => match degrees::read(Axis::of(part), cell).sure() {
            Some(degrees) => Value::Number(degrees),
            None => return problem(words::NO_PLACE, field, cell),
        },
        _ => Value::text(cell),
    };
    let value = Value::Map([(part.to_owned(), value)].into());
    match field.ty {
        FieldType::Place => Some(value).into(),
        _ => checked(field, value),
    }
}

fn read_cell(field: &'static Field, cell: &str, zone: &dyn Zone) -> Said {
    match field.ty {
        FieldType::Text | FieldType::LongText | FieldType::Phone | FieldType::Email => {
            checked(field, Value::text(cell))
        }
        // Never offered as a target: a cell has no place for them.
        FieldType::Answers | FieldType::Photo => checked(field, Value::text(cell)),
        FieldType::Choice(_) => checked(field, Value::text(find_answer(field, cell).map_or(cell, |answer| answer.key))),
        FieldType::Choices(_) => read_choices(field, cell),
        FieldType::Date => match day::day(cell) {
            Some((day, supposed)) => {
                let day = day.to_string();
                Said { supposed: supposed.map(|one| (one, day.clone())), ..checked(field, Value::Text(day)) }
            }
            None => checked(field, Value::text(cell)),
        },
        FieldType::DateTime => match day::moment(cell, zone) {
            Some((moment, supposed)) => {
                Said { supposed: supposed.map(|one| (one, moment.clone())), ..checked(field, Value::Text(moment)) }
            }
            None => checked(field, Value::text(cell)),
        },
        FieldType::Number { .. } => checked(field, number(field, cell).map_or(Value::text(cell), Value::Number)),
        FieldType::YesNo => match yes_or_no(cell) {
            Some(yes) => Some(Value::Bool(yes)).into(),
            None => problem(words::NEITHER, field, cell),
        },
        // Whether there is such a record shows when the row is planned.
        FieldType::Link(_) => Some(Value::text(cell)).into(),
        FieldType::Address => checked(field, Value::Map([("street".to_owned(), Value::text(cell))].into())),
        FieldType::Place => match read_place(cell) {
            Some(place) => checked(field, place),
            None => problem(words::NO_PLACE, field, cell),
        },
    }
}

/// The value if it can be kept, otherwise what to mend.
fn checked(field: &'static Field, value: Value) -> Said {
    match check_field(field, Some(&value)) {
        None => Some(value).into(),
        Some(fault) => Said { problem: Some(fault.message), ..Said::default() },
    }
}

fn problem(text: Text, field: &Field, cell: &str) -> Said {
    let message = text.with("label", field.label).with("value", quoted(cell));
    Said { problem: Some(message), ..Said::default() }
}

/// A number as people write it, perhaps with the sign of dollars. Spreadsheets write a point before the fraction, however
/// many digits follow; in a number of things it may as well stand between thousands.
fn number(field: &Field, cell: &str) -> Option<f64> {
    let bare = cell.trim_start_matches('$');
    match typed_number::number(bare) {
        TypedNumber::Number(number) => Some(number),
        TypedNumber::Unclear(perhaps) if !field.whole && !bare.contains(',') => {
            perhaps.into_iter().find(|number| number.fract() != 0.0)
        }
        _ => None,
    }
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "yes" | "y" | "si" | "s" | "x" | "1" | "true" | "t" | "verdadero" | "✓" | "✔" | "☑" => Some(true),
        "no" | "n" | "0" | "false" | "f" | "falso" | "☐" => Some(false),
        _ => None,
    }
}

fn read_place(cell: &str) -> Option<Value> {
    let (lat, lon) = degrees::pair(cell)?;
    let parts = [("lat", lat), ("lon", lon)];
    Some(Value::Map(parts.map(|(name, degrees)| (name.to_owned(), Value::Number(degrees))).into()))
}

#[cfg(test)]
mod tests;

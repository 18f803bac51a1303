//! What we heard: the visits counted, distinct doors and attempts apart, ready to be told to others.

use crate::app::canvass::part_of_day;
use crate::domain::book::Book;
use crate::domain::date;
use crate::domain::field::{Field, FieldType};
use crate::domain::order;
use crate::domain::record::Record;
use crate::domain::show;
use crate::domain::text::{Lang, Message, Text, t};
use crate::domain::value::Value;
use crate::formats::office::{NotWritten, sheet};
use crate::kinds::door::DOOR;
use crate::kinds::guide;
use crate::kinds::visit::{TALKED, TIMES, VISIT};
use chrono::Timelike;
use csv::QuoteStyle;
use std::collections::{BTreeMap, BTreeSet};

/// Counts below this are not told to others: a door could be known by them.
pub const FEWEST: usize = 5;

/// The questions that are told first.
const FIRST: [&str; 3] = ["barriers", "needs", "aware"];

/// The sentences of this module.
pub mod words {
    crate::words! {
        VISITS = "{attempts} knocks at {doors} doors; at {talked} somebody talked", "{attempts} visitas a {doors} puertas; en {talked} alguien habló";
        NAMED = "{answer} was named at {count} of {of} doors where somebody talked", "{answer}: se nombró en {count} de {of} puertas donde alguien habló";
        OUTCOME = "{answer} came of {count} of {of} knocks", "{answer}: {count} de {of} visitas";
        TOPIC = "What was counted", "Qué se contó";
        ANSWER = "Answer", "Respuesta";
        COUNTED = "Doors or knocks", "Puertas o visitas";
        KNOCKS = "Knocks", "Visitas";
        DOORS = "Doors", "Puertas";
        TALKED_AT = "Doors where somebody talked", "Puertas donde alguien habló";
        FEW = "fewer than {fewest}", "menos de {fewest}";
    }
}

/// What the bars of a table count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Every knock.
    Knocks,
    /// Doors where somebody talked, each once.
    Doors,
}

/// One table: answers with their counts, the most frequent first.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What was asked or noted.
    pub name: Text,
    /// What is counted.
    pub unit: Unit,
    /// Of how many.
    pub of: usize,
    /// The answers: their words in both languages, and how often.
    pub bars: Vec<(Message, usize)>,
}

/// What was heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// How often somebody knocked.
    pub attempts: usize,
    /// At how many doors.
    pub doors: usize,
    /// At how many of these somebody talked.
    pub talked: usize,
    /// The tables, those with nothing in them left out.
    pub tables: Vec<Table>,
}

impl Heard {
    /// How often and where, in a sentence.
    pub fn sentence(&self) -> Message {
        let Heard { attempts, doors, talked, .. } = self;
        words::VISITS.with("attempts", *attempts).with("doors", *doors).with("talked", *talked)
    }

    /// Whether the sentence says a count that is too small to be told to others.
    pub fn has_few(&self) -> bool {
        [self.attempts, self.doors, self.talked].iter().any(|count| (1..FEWEST).contains(count))
    }

    /// All tables as CSV for others: counts under [`FEWEST`] are not told. Every cell is quoted.
    ///
    /// # Errors
    /// If the tables cannot be written.
    pub fn csv(&self, lang: Lang) -> Result<String, NotWritten> {
        let few = words::FEW.with("fewest", FEWEST).say(lang);
        let told = |count: usize| if (1..FEWEST).contains(&count) { few.clone() } else { count.to_string() };
        let mut rows =
            vec![[words::TOPIC, words::ANSWER, words::COUNTED].map(|text| text.get(lang).to_owned()).to_vec()];
        let totals = [(words::KNOCKS, self.attempts), (words::DOORS, self.doors), (words::TALKED_AT, self.talked)];
        rows.extend(totals.map(|(text, count)| vec![text.get(lang).to_owned(), String::new(), told(count)]));
        for table in &self.tables {
            let row = |(answer, count): &(Message, usize)| {
                vec![table.name.get(lang).to_owned(), answer.say(lang), told(*count)]
            };
            rows.extend(table.bars.iter().map(row));
        }
        sheet(QuoteStyle::Always, rows)
    }
}

impl Table {
    /// The most frequent answer, in a sentence.
    pub fn sentence(&self) -> Option<Message> {
        let (answer, count) = self.bars.first()?;
        let text = if self.unit == Unit::Doors { words::NAMED } else { words::OUTCOME };
        Some(text.with("answer", answer.clone()).with("count", *count).with("of", self.of))
    }
}

/// Counts all visits.
pub fn heard(book: &Book) -> Heard {
    let visits: Vec<&Record> = book.records(VISIT.id).map(|visit| &**visit).filter(|visit| visit.is_alive()).collect();
    let door = |visit: &Record| visit.text("door").unwrap_or_default().to_owned();
    let doors = order::set(visits.iter().map(|visit| door(visit)));
    let talked = order::set(visits.iter().filter(|v| v.text("outcome") == Some(TALKED)).map(|visit| door(visit)));
    let mut heard = Heard { attempts: visits.len(), doors: doors.len(), talked: talked.len(), tables: Vec::new() };
    let knocks = |name: Text, answer: &dyn Fn(&Record) -> Option<Message>| {
        let counted = visits.iter().filter_map(|visit| answer(visit));
        table(name, Unit::Knocks, visits.len(), counted.map(|answer| (answer, String::new())))
    };
    let told = |field: &'static Field| {
        let answers = visits.iter().flat_map(|visit| {
            let door = door(visit);
            answers(field, visit).map(move |label| (label.message(), door.clone())).collect::<Vec<_>>()
        });
        table(field.label, Unit::Doors, talked.len(), answers)
    };
    let street = |visit: &Record| {
        let door = book.record(DOOR.id, visit.text("door")?.parse().ok()?)?;
        Some(Message::same(door.text("street")?))
    };
    let time = |visit: &Record| {
        let part = part_of_day(visit.text("when")?)?;
        TIMES.iter().find(|time| time.key == part).map(|time| time.label.message())
    };
    let hour = |visit: &Record| {
        let hour = date::moment(visit.text("when")?)?.hour();
        Some(Message::same(format!("{hour}:00–{}:00", hour + 1)))
    };
    let outcome = |visit: &Record| VISIT.field("outcome")?.answer(visit.text("outcome")?).map(|c| c.label.message());
    heard.tables.push(knocks(t("What happened", "Qué pasó"), &outcome));
    heard.tables.extend(asked(book).into_iter().map(told));
    heard.tables.push(knocks(t("Time of the day", "Hora del día"), &time));
    heard.tables.push(knocks(t("Hour", "Hora"), &hour));
    heard.tables.push(knocks(t("Street", "Calle"), &street));
    heard.tables.retain(|table| !table.bars.is_empty());
    heard
}

/// The questions whose answers can be counted: what keeps people away first, then in the order of the guide.
fn asked(book: &Book) -> Vec<&'static Field> {
    let questions = guide::parts(&VISIT, book).into_iter().filter(|part| part.section.guide);
    let fields = questions.flat_map(|part| part.fields.into_iter().chain(part.left_out));
    let counted = |field: &&Field| match field.ty {
        FieldType::YesNo => true,
        _ => !field.offered().is_empty() || !field.retired.is_empty(),
    };
    let mut fields: Vec<&'static Field> = fields.filter(counted).collect();
    let first = |key: &str| FIRST.iter().position(|first| *first == key).unwrap_or(FIRST.len());
    order::sort_by_key(&mut fields, |field| first(field.key));
    fields
}

/// The answers given to a question.
fn answers(field: &'static Field, visit: &Record) -> impl Iterator<Item = Text> {
    let value = visit.get(field.key);
    let said = value.and_then(Value::as_bool).filter(|_| field.ty == FieldType::YesNo);
    let said = said.map(|yes| if yes { show::YES } else { show::NO });
    let one = value.and_then(Value::as_text).map(str::to_owned);
    let several: Vec<String> = value.into_iter().flat_map(Value::as_texts).map(str::to_owned).collect();
    let chosen = one.into_iter().chain(several).filter_map(move |key| field.answer(&key));
    said.into_iter().chain(chosen.map(|choice| choice.label))
}

/// Counts answers, each with the door where it was given.
fn table(name: Text, unit: Unit, of: usize, counted: impl Iterator<Item = (Message, String)>) -> Table {
    let mut counts: BTreeMap<String, (Message, BTreeSet<String>, usize)> = BTreeMap::new();
    for (answer, door) in counted {
        let entry = counts.entry(answer.say(Lang::En)).or_insert_with(|| (answer, BTreeSet::new(), 0));
        entry.1.insert(door);
        entry.2 += 1;
    }
    let count = |(answer, doors, knocks): (Message, BTreeSet<String>, usize)| match unit {
        Unit::Doors => (answer, doors.len()),
        Unit::Knocks => (answer, knocks),
    };
    let mut bars: Vec<(Message, usize)> = counts.into_values().map(count).collect();
    order::sort_by(&mut bars, |a, b| b.1.cmp(&a.1));
    Table { name, unit, of, bars }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_not_told_to_others() {
        let bars = vec![
            (t("Getting there", "Cómo llegar").message(), 14),
            (Message::same("=1+1"), 4),
            (Message::same("Say \"no\""), 0),
        ];
        let table = Table { name: t("Barriers", "Barreras"), unit: Unit::Doors, of: 20, bars };
        let heard = Heard { attempts: 60, doors: 40, talked: 3, tables: vec![table.clone()] };
        let csv = heard.csv(Lang::En).unwrap();
        let lines = [
            r#""What was counted","Answer","Doors or knocks""#,
            r#""Knocks","","60""#,
            r#""Doors","","40""#,
            r#""Doors where somebody talked","","fewer than 5""#,
            r#""Barriers","Getting there","14""#,
            r#""Barriers","'=1+1","fewer than 5""#,
            r#""Barriers","Say ""no""","0""#,
        ];
        assert_eq!(csv, format!("\u{feff}{}\r\n", lines.join("\r\n")));
        assert_eq!(
            table.sentence().unwrap().say(Lang::En),
            "Getting there was named at 14 of 20 doors where somebody talked"
        );
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::domain::text::faults(words::ALL), Vec::<String>::new());
    }
}

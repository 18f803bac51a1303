//! What we heard: the visits counted, distinct doors and attempts apart, ready to be told to others.

use super::kinds::door::{DOOR, fields as door};
use super::kinds::visit::{NOT_HOME, OUTCOMES, TALKED, TIMES, VISIT, fields as visit};
use super::standing::part_of_day;
use crate::formats::csv_write::Quotes;
use crate::formats::office::{NotWritten, sheet};
use crate::model::book::Book;
use crate::model::field::{Field, FieldType};
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::suppression::{self, Cell, PublicCount, is_few};
use crate::model::text::{Lang, Message, Text};
use crate::model::value::Value;
use crate::model::{date, guide, order, same_as, show};
use chrono::Timelike;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The questions that are told first.
const FIRST: [&str; 3] = [visit::BARRIERS.key(), visit::NEEDS.key(), visit::AWARE.key()];

/// The sentences of this module.
pub mod words {
    crate::words! {
        VISITS = "{attempts} {attempts|knock|knocks} at {doors} {doors|door|doors}, {talked} {talked|conversation|conversations}", "{attempts} {attempts|visita|visitas} a {doors} {doors|puerta|puertas}, {talked} {talked|conversación|conversaciones}";
        NAMED = "“{answer}” came up in {count} of {of} {of|conversation|conversations}", "“{answer}” salió en {count} de {of} {of|conversación|conversaciones}";
        NOBODY_HOME = "Nobody home at {count} of {of} {of|knock|knocks}", "Nadie en casa en {count} de {of} {of|visita|visitas}";
        OUTCOME = "{answer}: {count} of {of} {of|knock|knocks}", "{answer}: {count} de {of} {of|visita|visitas}";
        SOME_KNOCKS = "{count} of {of} {of|knock|knocks} {count|was|were} {when}", "{count} de {of} {of|visita|visitas} {count|fue|fueron} {when}";
        ALL_KNOCKS = "{of|The only knock was|All {of} knocks were} {when}", "{of|La única visita fue|Las {of} visitas fueron} {when}";
        IN_MORNING = "in the morning", "por la mañana";
        IN_AFTERNOON = "in the afternoon", "por la tarde";
        IN_EVENING = "in the evening", "por la noche";
        ON_WEEKEND = "on the weekend", "el fin de semana";
        BUSIEST_HOUR = "Busiest hour: {answer}, {count} of {of} {of|knock|knocks}", "Hora con más visitas: {answer}, {count} de {of} {of|visita|visitas}";
        ON_STREET = "on {answer}", "en {answer}";
        NONE_STANDS_OUT = "No one answer stands out", "Ninguna respuesta destaca";
        WHAT_HAPPENED = "What happened", "Qué pasó";
        TIME_OF_DAY = "Time of day", "Hora del día";
        HOUR = "Hour", "Hora";
        STREET = "Street", "Calle";
        TOPIC = "What was counted", "Qué se contó";
        ANSWER = "Answer", "Respuesta";
        COUNTED = "Doors or knocks", "Puertas o visitas";
        KNOCKS = "Knocks", "Visitas";
        DOORS = "Doors", "Puertas";
        TALKED_AT = "Doors where someone talked", "Puertas donde alguien habló";
    }
}

/// What the bars of a table count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardUnit {
    /// Every knock.
    Knocks,
    /// Doors where somebody talked, each once.
    Doors,
}

/// An answer and how often it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The answer in both languages.
    pub answer: Message,
    /// How often.
    pub count: usize,
    /// The same as it may be told to others.
    pub told: PublicCount,
}

/// One table: answers with their counts, the most frequent first.
#[derive(Clone, Debug, PartialEq)]
pub struct HeardTable {
    /// What was asked or noted.
    pub name: Text,
    /// What is counted.
    pub unit: HeardUnit,
    /// Of how many.
    pub of: usize,
    /// The answers.
    pub bars: Vec<Bar>,
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
    pub tables: Vec<HeardTable>,
}

impl Heard {
    /// How often and where, in a sentence.
    pub fn sentence(&self) -> Message {
        let Heard { attempts, doors, talked, .. } = self;
        words::VISITS.with("attempts", *attempts).with("doors", *doors).with("talked", *talked)
    }

    /// Whether all that the sentence says may be told to others.
    pub fn is_told(&self) -> bool {
        self.totals().iter().all(|(_, count)| count.is_told())
    }

    /// The counts of the sentence, as they may be told. Of too few doors nothing is told.
    fn totals(&self) -> [(Text, PublicCount); 3] {
        let told = |count| PublicCount::of(count).and(!is_few(self.doors));
        [(words::KNOCKS, told(self.attempts)), (words::DOORS, told(self.doors)), (words::TALKED_AT, told(self.talked))]
    }

    /// All tables as CSV for others, by the rule of [`suppression`]. Every cell is quoted. What is not told comes last
    /// in the order of the alphabet, so that its place says nothing; a table of which nothing may be told names no
    /// answers.
    ///
    /// # Errors
    /// If the tables cannot be written.
    pub fn csv(&self, lang: Lang) -> Result<String, NotWritten> {
        let row = |topic: &Text, answer: String, count: PublicCount| {
            vec![topic.get(lang).to_owned(), answer, count.message().say(lang)]
        };
        let mut rows =
            vec![[words::TOPIC, words::ANSWER, words::COUNTED].map(|text| text.get(lang).to_owned()).to_vec()];
        rows.extend(self.totals().iter().map(|(text, count)| row(text, String::new(), *count)));
        for table in &self.tables {
            if !table.is_told() {
                rows.push(row(&table.name, String::new(), PublicCount::Withheld));
                continue;
            }
            let mut bars: Vec<&Bar> = table.bars.iter().collect();
            order::sort_by_key(&mut bars, |bar| match bar.told {
                PublicCount::Exactly(count) => (false, Reverse(count), String::new()),
                PublicCount::Withheld => (true, Reverse(0), bar.answer.say(Lang::En)),
            });
            rows.extend(bars.into_iter().map(|bar| row(&table.name, bar.answer.say(lang), bar.told)));
        }
        rows.push(vec![suppression::rule().say(lang), String::new(), String::new()]);
        sheet(Quotes::Always, rows)
    }
}

impl HeardTable {
    /// What its rows are: answers to a question, or what it is called itself.
    pub fn head(&self) -> Text {
        if self.unit == HeardUnit::Doors { words::ANSWER } else { self.name }
    }

    /// The most frequent answer, in a sentence.
    pub fn sentence(&self) -> Option<Message> {
        let [Bar { answer, count, .. }, others @ ..] = &self.bars[..] else { return None };
        if others.first().is_some_and(|next| next.count == *count) {
            return Some(words::NONE_STANDS_OUT.message());
        }
        let told = |text: Text| text.with("answer", answer.clone()).with("count", *count).with("of", self.of);
        let knocks = if *count == self.of { words::ALL_KNOCKS } else { words::SOME_KNOCKS };
        let were = |when: Text| told(knocks).with("when", when.with("answer", answer.clone()));
        if self.unit == HeardUnit::Doors {
            return Some(told(words::NAMED));
        }
        Some(match self.name {
            words::TIME_OF_DAY => time_of(answer.text).map_or_else(|| told(words::OUTCOME), were),
            words::HOUR => told(words::BUSIEST_HOUR),
            words::STREET => were(words::ON_STREET),
            _ if OUTCOMES.iter().any(|outcome| outcome.key == NOT_HOME && outcome.label == answer.text) => {
                told(words::NOBODY_HOME)
            }
            _ => told(words::OUTCOME),
        })
    }

    /// Whether anything of it may be told to others.
    pub fn is_told(&self) -> bool {
        self.bars.iter().any(|bar| bar.told.is_told())
    }

    /// Whether all of it may be told.
    fn is_told_whole(&self) -> bool {
        self.bars.iter().all(|bar| bar.told.is_told())
    }

    /// Decides what may be told, where these answers can be known from elsewhere.
    fn tell(&mut self, known: &str) {
        let names: Vec<String> = self.bars.iter().map(|bar| bar.answer.say(Lang::En)).collect();
        let cells = names.iter().zip(&self.bars);
        let cells: Vec<Cell> = cells.map(|(name, bar)| Cell { name, count: bar.count, known: name == known }).collect();
        for (told, bar) in suppression::told(&cells).into_iter().zip(&mut self.bars) {
            bar.told = PublicCount::Exactly(bar.count).and(told);
        }
    }

    /// Tells nothing of it.
    fn withhold(&mut self) {
        self.bars.iter_mut().for_each(|bar| bar.told = PublicCount::Withheld);
    }
}

/// When it was, within a sentence.
fn time_of(label: Text) -> Option<Text> {
    let said = [
        ("morning", words::IN_MORNING),
        ("afternoon", words::IN_AFTERNOON),
        ("evening", words::IN_EVENING),
        ("weekend", words::ON_WEEKEND),
    ];
    let time = TIMES.iter().find(|time| time.label == label)?;
    said.into_iter().find(|(key, _)| *key == time.key).map(|(_, text)| text)
}

/// The visits that count.
pub(crate) fn visits(book: &Book) -> Vec<&Record> {
    book.living(VISIT.id).map(|visit| &**visit).collect()
}

/// The door that a visit counts for: doors that were said to be the same are one, and a visit that names no door was at
/// one of its own, for nothing says that it was the same as another.
pub(crate) fn door_of(book: &Book, record: &Record) -> Id {
    visit::DOOR.of(record).map_or(record.id, |door| same_as::counts_as(book, DOOR.id, door))
}

/// Counts all visits.
pub fn heard(book: &Book) -> Heard {
    let visits = visits(book);
    let doors = order::set(visits.iter().map(|visit| door_of(book, visit)));
    let talked = visits.iter().filter(|record| visit::OUTCOME.of(**record) == Some(TALKED));
    let talked = order::set(talked.map(|visit| door_of(book, visit)));
    let knocks = |name: Text, answer: &dyn Fn(&Record) -> Option<Message>| {
        let counted = visits.iter().filter_map(|visit| Some((answer(visit)?, visit.id)));
        table(name, HeardUnit::Knocks, visits.len(), counted)
    };
    let street = |record: &Record| {
        let at = book.record(DOOR.id, visit::DOOR.of(record)?)?;
        Some(Message::same(door::STREET.of(at)?))
    };
    let time = |record: &Record| {
        let part = part_of_day(visit::WHEN.of(record)?)?;
        TIMES.iter().find(|time| time.key == part).map(|time| time.label.message())
    };
    let hour = |record: &Record| {
        let hour = date::moment(visit::WHEN.of(record)?)?.hour();
        Some(date::hour(hour))
    };
    let answer = |key: &str| Some(VISIT.field(visit::OUTCOME.key())?.answer(key)?.label.message());
    let outcome = |record: &Record| answer(visit::OUTCOME.of(record)?);
    let mut outcomes = knocks(words::WHAT_HAPPENED, &outcome);
    let mut times = knocks(words::TIME_OF_DAY, &time);
    let mut hours = knocks(words::HOUR, &hour);
    let mut streets = knocks(words::STREET, &street);
    // At how many doors somebody talked is told beside it, and so is how many answered: how many talked is no secret
    // that could hide another one.
    outcomes.tell(&answer(TALKED).map(|talked| talked.say(Lang::En)).unwrap_or_default());
    times.tell("");
    hours.tell("");
    // Hours make up the parts of the day.
    if !(times.is_told_whole() && hours.is_told_whole()) {
        hours.withhold();
    }
    streets.tell("");
    let mut tables = vec![outcomes];
    tables.extend(asked(book).into_iter().map(|field| answered(book, &visits, field, talked.len())));
    if is_few(talked.len()) {
        tables.iter_mut().for_each(HeardTable::withhold);
    }
    tables.extend([times, hours, streets]);
    tables.retain(|table| !table.bars.is_empty());
    if is_few(doors.len()) {
        tables.iter_mut().for_each(HeardTable::withhold);
    }
    Heard { attempts: visits.len(), doors: doors.len(), talked: talked.len(), tables }
}

/// At how many doors each answer to a question was given.
pub(crate) fn answered(book: &Book, visits: &[&Record], field: &'static Field, of: usize) -> HeardTable {
    let given = visits.iter().flat_map(|visit| {
        let door = door_of(book, visit);
        answers(field, visit).map(move |label| (label.message(), door)).collect::<Vec<_>>()
    });
    let mut table = table(field.label, HeardUnit::Doors, of, given);
    table.tell("");
    table
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

/// Counts answers, each once for a door or a visit.
fn table(name: Text, unit: HeardUnit, of: usize, counted: impl Iterator<Item = (Message, Id)>) -> HeardTable {
    let mut counts: BTreeMap<String, (Message, BTreeSet<Id>)> = BTreeMap::new();
    for (answer, of) in counted {
        counts.entry(answer.say(Lang::En)).or_insert_with(|| (answer, BTreeSet::new())).1.insert(of);
    }
    let bar = |(answer, of): (Message, BTreeSet<Id>)| Bar { answer, count: of.len(), told: PublicCount::Withheld };
    let mut bars: Vec<Bar> = counts.into_values().map(bar).collect();
    order::sort_by_key(&mut bars, |bar| Reverse(bar.count));
    HeardTable { name, unit, of, bars }
}

#[cfg(test)]
mod tests;

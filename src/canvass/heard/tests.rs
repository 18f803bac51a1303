use super::*;
use crate::canvass::kinds::visit::{BARRIERS, OUTCOMES};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::operation::DELETED;
use crate::model::text::t;
use proptest::prelude::*;

fn bar(answer: Message, count: usize, told: bool) -> Bar {
    Bar { answer, count, told: PublicCount::Exactly(count).and(told) }
}

#[test]
fn few_are_not_told_to_others_nor_what_would_tell_them() {
    let bars = vec![
        bar(t("Getting there", "Cómo llegar").message(), 14, true),
        bar(t("The hours", "El horario").message(), 9, false),
        bar(Message::same("=1+1"), 4, false),
        bar(Message::same("Say \"no\""), 0, true),
    ];
    let table = HeardTable { name: t("Barriers", "Barreras"), unit: HeardUnit::Doors, of: 20, bars };
    let none =
        HeardTable { name: t("Needs", "Necesidades"), bars: vec![bar(Message::same("Secret"), 3, false)], ..table };
    let table = HeardTable { bars: table.bars.clone(), ..none.clone() };
    let barriers = HeardTable { name: t("Barriers", "Barreras"), ..table };
    let heard = Heard { attempts: 60, doors: 40, talked: 3, tables: vec![barriers.clone(), none] };
    let csv = heard.csv(Lang::En).unwrap();
    let lines = [
        r#""What was counted","Answer","Doors or knocks""#,
        r#""Knocks","","60""#,
        r#""Doors","","40""#,
        r#""Doors where someone talked","","not shown""#,
        r#""Barriers","Getting there","14""#,
        r#""Barriers","Say ""no""","0""#,
        r#""Barriers","'=1+1","not shown""#,
        r#""Barriers","The hours","not shown""#,
        r#""Needs","","not shown""#,
        r#""Counts under 5 are not shown, so nobody can be recognized. Sometimes another count is hidden too, so it can’t be worked out.","","""#,
    ];
    assert_eq!(csv, format!("\u{feff}{}\r\n", lines.join("\r\n")));
    assert_eq!(barriers.sentence().unwrap().say(Lang::En), "“Getting there” came up in 14 of 20 conversations");
    assert!(!heard.is_told());
}

#[test]
fn a_sentence_says_what_a_person_would() {
    let said = |name: Text, of: usize, bars: Vec<(Message, usize)>| {
        let bars = bars.into_iter().map(|(answer, count)| bar(answer, count, true)).collect();
        let sentence = HeardTable { name, unit: HeardUnit::Knocks, of, bars }.sentence().unwrap();
        Lang::ALL.map(|lang| sentence.say(lang))
    };
    let outcome = |key: &str| OUTCOMES.iter().find(|outcome| outcome.key == key).unwrap().label.message();
    let time = |at: usize| TIMES[at].label.message();
    let happened = vec![(outcome(NOT_HOME), 54), (outcome(TALKED), 4)];
    assert_eq!(
        said(words::WHAT_HAPPENED, 58, happened),
        ["Nobody home at 54 of 58 knocks", "Nadie en casa en 54 de 58 visitas"]
    );
    assert_eq!(
        said(words::TIME_OF_DAY, 58, vec![(time(0), 58)]),
        ["All 58 knocks were in the morning", "Las 58 visitas fueron por la mañana"]
    );
    assert_eq!(
        said(words::TIME_OF_DAY, 1, vec![(time(3), 1)]),
        ["The only knock was on the weekend", "La única visita fue el fin de semana"]
    );
    assert_eq!(
        said(words::STREET, 3, vec![(Message::same("Maple Street"), 2), (Message::same("Main Street"), 1)]),
        ["2 of 3 knocks were on Maple Street", "2 de 3 visitas fueron en Maple Street"]
    );
    assert_eq!(
        said(words::HOUR, 3, vec![(date::hour(13), 2), (date::hour(9), 1)])[0],
        "Busiest hour: 1 PM, 2 of 3 knocks"
    );
    let even = vec![(outcome(TALKED), 1), (outcome(NOT_HOME), 1)];
    assert_eq!(said(words::WHAT_HAPPENED, 2, even), ["No one answer stands out", "Ninguna respuesta destaca"]);
}

/// A visit to a door, if it names one.
fn visit(book: &mut Book, id: u128, door: Option<u128>, values: &[(&str, Value)]) {
    let door = door.map(|door| ("door".to_owned(), Value::text(Id(door).to_string())));
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), value.clone()));
    testing::set(book, VISIT.id, Id(id), door.into_iter().chain(values));
}

fn talked_of_the_bus() -> [(&'static str, Value); 2] {
    [("outcome", Value::text(TALKED)), ("barriers", Value::List(vec![Value::text("transport")]))]
}

/// Doors and knocks, doors where somebody talked, and doors where the bus was named.
fn counts(book: &Book) -> (usize, usize, usize, usize) {
    let heard = heard(book);
    let named = heard.tables.iter().find(|table| table.unit == HeardUnit::Doors).map_or(0, |table| table.bars[0].count);
    (heard.doors, heard.attempts, heard.talked, named)
}

#[test]
fn joined_doors_are_counted_once_also_after_one_of_them_was_deleted() {
    let two = Id(0x12).to_string();
    let mut book = testing::book(&[("door", 0x11, &[]), ("door", 0x12, &[]), ("door", 0x13, &[])]);
    for (id, door) in [(1, 0x11), (2, 0x12), (3, 0x13)] {
        visit(&mut book, id, Some(door), &talked_of_the_bus());
    }
    assert_eq!(counts(&book), (3, 3, 3, 3));
    testing::set(&mut book, "door", Id(0x11), [("same_as".to_owned(), Value::text(&*two))]);
    assert_eq!(counts(&book), (2, 3, 2, 2));
    for door in [0x11, 0x12, 0x13] {
        testing::set(&mut book, "door", Id(door), [(DELETED.to_owned(), true.into())]);
        assert_eq!(counts(&book), (2, 3, 2, 2), "what was heard there was heard");
    }
}

#[test]
fn doors_that_nobody_noted_or_that_have_not_come_yet_are_not_taken_for_one() {
    let mut book = Book::new(KINDS);
    visit(&mut book, 1, None, &talked_of_the_bus());
    visit(&mut book, 2, None, &talked_of_the_bus());
    visit(&mut book, 3, Some(0x98), &talked_of_the_bus());
    visit(&mut book, 4, Some(0x99), &talked_of_the_bus());
    visit(&mut book, 5, Some(0x99), &talked_of_the_bus());
    assert_eq!(counts(&book), (4, 5, 4, 4));
}

/// What a file says, read as its reader would: each topic with its answers and counts.
fn read(csv: &str) -> BTreeMap<String, Vec<(String, Option<usize>)>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let mut topics: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for row in reader.records().map(|row| row.unwrap()) {
        topics.entry(row[0].to_owned()).or_default().push((row[1].to_owned(), row[2].parse().ok()));
    }
    topics
}

/// For each count left out, the numbers it could be, for a reader who knows the sum of all: some of the small ones.
fn range(left_out: usize, sum: usize) -> usize {
    // All are at least one.
    sum.saturating_sub(left_out - 1)
}

#[derive(Clone, Debug)]
struct Knock {
    door: u128,
    outcome: usize,
    hour: u32,
    barriers: Vec<usize>,
}

fn knocks() -> impl Strategy<Value = Vec<Knock>> {
    let few = |most: usize| (0..most * most).prop_map(move |at| (at as f64).sqrt() as usize % most);
    let knock = (0u128..40, few(4), 8u32..21, prop::collection::vec(few(5), 0..3));
    let knock = knock.prop_map(|(door, outcome, hour, barriers)| Knock { door, outcome, hour, barriers });
    prop::collection::vec(knock, 0..90)
}

fn book_of(knocks: &[Knock]) -> Book {
    let mut book = Book::new(KINDS);
    for (id, knock) in (0x1000..).zip(knocks) {
        let street = ["Maple Street", "Main Street", "Valley Street"][knock.door as usize % 3];
        testing::set(&mut book, DOOR.id, Id(0x100 + knock.door), [("street".to_owned(), Value::text(street))]);
        let talked = OUTCOMES[knock.outcome].key == TALKED;
        let barriers = knock.barriers.iter().filter(|_| talked).map(|at| Value::text(BARRIERS[*at].key));
        let values = [
            ("outcome", Value::text(OUTCOMES[knock.outcome].key)),
            ("when", Value::text(format!("2026-11-1{}T{:02}:10:00-05:00", knock.door % 8, knock.hour))),
            ("barriers", Value::List(barriers.collect())),
        ];
        visit(&mut book, id, Some(0x100 + knock.door), &values);
    }
    book
}

proptest! {
    #[test]
    fn nothing_small_can_be_worked_out_of_the_file_for_others(knocks in knocks()) {
        let heard = heard(&book_of(&knocks));
        let files = Lang::ALL.map(|lang| read(&heard.csv(lang).unwrap()));
        // Both languages leave out the same.
        let numbers = |file: &BTreeMap<String, Vec<(String, Option<usize>)>>| {
            let mut all: Vec<Option<usize>> = file.values().flatten().map(|(_, count)| *count).collect();
            all.sort_unstable();
            all
        };
        prop_assert_eq!(numbers(&files[0]), numbers(&files[1]));
        let file = &files[0];
        let one = |topic: &str| file.get(topic).and_then(|rows| rows[0].1);
        prop_assert!(file.values().flatten().all(|(_, count)| !count.is_some_and(is_few)), "{:?}", file);
        for table in &heard.tables {
            let Some(rows) = file.get(table.name.get(Lang::En)) else { continue };
            let left_out: Vec<&str> = rows.iter().filter(|row| row.1.is_none()).map(|row| &*row.0).collect();
            if left_out.is_empty() || left_out == [""] {
                continue;
            }
            let sum: usize =
                table.bars.iter().filter(|bar| left_out.contains(&&*bar.answer.say(Lang::En))).map(|bar| bar.count).sum();
            prop_assert!(left_out.len() > 1 && range(left_out.len(), sum) > 1, "{:?} of {:?}", table, file);
        }
        // How many talked is never what hides another count, as it is told twice.
        let outcomes = file.get("What happened").cloned().unwrap_or_default();
        let talked = outcomes.iter().find(|(answer, _)| *answer == "Talked");
        let hidden = outcomes.iter().any(|(answer, count)| count.is_none() && !answer.is_empty());
        if hidden {
            prop_assert!(talked.is_none_or(|(_, count)| count.is_some()), "{:?}", file);
        }
        // Hours say what the parts of the day do not, so there are either all of both or no hours.
        let whole = |topic: &str| file.get(topic).is_some_and(|rows| rows.iter().all(|row| row.1.is_some()));
        if whole("Hour") {
            prop_assert!(whole("Time of day"), "{:?}", file);
        }
        prop_assert!(file.get("Hour").is_none_or(|rows| whole("Hour") || *rows == [(String::new(), None)]));
        // Nothing at all is told of too few doors.
        if one("Doors").is_none() {
            prop_assert!(file.values().flatten().all(|(_, count)| count.is_none()), "{:?}", file);
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}

//! How fast the three best answers are found among the services of a town and of a state, natively. `make bench` prints
//! the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use porchlight::capabilities::kinds::KINDS;
use porchlight::formats::hsds::read::read as read_file;
use porchlight::formats::hsds::write::{to_json, to_package};
use porchlight::model::book::Book;
use porchlight::model::date::Now;
use porchlight::model::id::Id;
use porchlight::model::index::Index;
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::value::Value;
use porchlight::services::answers::{Asks, answers};
use porchlight::services::hours::Clock;
use porchlight::services::hsds::plan::{Plan, tables};
use porchlight::services::hsds::reading::{Source, read};
use porchlight::services::needs::NEEDS;
use std::hint::black_box;
use std::time::Instant;

/// Wednesday, November 25, 2026, 12:00 where clocks are five hours behind.
const NOW: Now = Now { ms: 1_795_626_000_000, offset_minutes: -300 };

const HOURS: [&str; 8] = [
    "Mon-Fri 9-5",
    "Mon, Wed, Fri 9-12, 1-5\n1st and 3rd Sat 10-12",
    "lun a vie 9 a 5; sábado 10 a 1",
    "daily 18:00-08:00",
    "24/7",
    "Tue-Thu 3-8 pm; closed Dec 25; 2026-12-24 9-12",
    "by appointment",
    "Mon-Fri 9-5, ask for Pat",
];

fn id(kind: u128, at: usize) -> Id {
    Id(kind << 80 | at as u128)
}

fn service(at: usize) -> RecordWrite {
    let need = |step: usize| Value::text(NEEDS[(at / step + at) % (NEEDS.len() - 1)].key);
    let fields = [
        ("name", Value::text(format!("Help on Valley Street {at:06}"))),
        ("needs", Value::List(vec![need(1), need(7)])),
        ("description", Value::text("Whoever comes is helped, whatever the reason. Children are welcome at any time.")),
        ("hours", Value::text(HOURS[at % HOURS.len()])),
        ("status", Value::text("active")),
        ("without_car", Value::Bool(at.is_multiple_of(3))),
        (
            "languages",
            Value::List(vec![Value::text("en"), Value::text(if at.is_multiple_of(2) { "es" } else { "pt" })]),
        ),
    ];
    ("service", id(1, at), order::values(fields))
}

fn check(at: usize) -> RecordWrite {
    let day = NOW.today() - chrono::TimeDelta::days((at % 240) as i64);
    let fields = [
        ("service", Value::link(id(1, at))),
        ("result", Value::text("still_so")),
        ("when", Value::text(day.to_string())),
    ];
    ("verification", id(2, at), order::values(fields))
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn main() {
    println!("| {:<38} | {:>8} | {:>8} | {:>8} | {:>10} |", "milliseconds", "services", "first", "again", "after one");
    println!("|{:-<40}|{:->10}|{:->10}|{:->10}|{:->12}|", "", ":", ":", ":", ":");
    for count in [5_000, 50_000] {
        let mut book = Book::new(KINDS);
        for (at, row) in (0..count).flat_map(|at| [service(at), check(at)]).enumerate() {
            book.absorb(&made::written(at as u64 + 1, row));
        }
        let clock = Clock::new(NOW.ms, &NOW);
        let asks = |words: &str| Asks {
            words: words.to_owned(),
            language: Some("es".to_owned()),
            no_documents: true,
            ..Asks::default()
        };
        for words in ["food today", "comdia hoy", "valley street", "help 004711", "zebra"] {
            let mut index = Index::default();
            let ask = |book: &Book, index: &mut Index| {
                let begun = Instant::now();
                black_box(answers(book, index, &asks(words), &clock));
                ms(begun)
            };
            let first = ask(&book, &mut index);
            let again = ask(&book, &mut index);
            let seq = book.seen().last(made::STREAM) + 1;
            let (kind, id, _) = service(17);
            let row = (kind, id, order::values([("hours", Value::text("Wed 9-6"))]));
            let change = book.apply(&made::written(seq, row)).expect("it changes");
            index.follow(&book, &change);
            let after = ask(&book, &mut index);
            println!("| {words:<38} | {count:>8} | {first:>8.1} | {again:>8.2} | {after:>10.2} |");
        }
    }
    files();
}

/// A whole directory as HSDS, out and in: what a slow tablet does a few times slower.
fn files() {
    println!("\n| {:<38} | {:>8} | {:>8} | {:>8} |", "a directory as HSDS", "services", "ms", "MB");
    println!("|{:-<40}|{:->10}|{:->10}|{:->10}|", "", ":", ":", ":");
    for count in [5_000, 50_000] {
        let mut book = Book::new(KINDS);
        for (at, row) in (0..count).map(service).enumerate() {
            book.absorb(&made::written(at as u64 + 1, row));
        }
        let begun = Instant::now();
        let json = to_json(&tables(&book)).to_string();
        let line = |what: &str, begun: Instant, bytes: usize| {
            println!("| {what:<38} | {count:>8} | {:>8.0} | {:>8.1} |", ms(begun), bytes as f64 / 1e6);
        };
        line("saved as JSON", begun, json.len());
        let begun = Instant::now();
        let package: usize = to_package(&tables(&book)).iter().map(|(_, text)| text.len()).sum();
        line("saved as tables", begun, package);
        let begun = Instant::now();
        let found = read_file("services.json", json.as_bytes()).expect("it is one");
        line("read", begun, json.len());
        let source = Source { name: "elsewhere".to_owned(), midnight: None };
        let begun = Instant::now();
        let (all, _) = read(&found.tables, &source);
        let mut there = Book::new(KINDS);
        let plan = Plan::of(&there, all);
        let rows = plan.rows(|_| true);
        line("planned", begun, json.len());
        for (at, row) in rows.into_iter().enumerate() {
            there.absorb(&made::written(at as u64 + 1, row));
        }
        let begun = Instant::now();
        let plan = Plan::of(&there, read(&found.tables, &source).0);
        assert!(plan.rows(|_| true).is_empty(), "the same file changes nothing");
        line("planned once more", begun, json.len());
    }
}

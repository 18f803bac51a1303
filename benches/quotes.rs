//! How fast quotes are found again among very many, natively. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

use porchlight::app::quotes::{self, Codings, Filter};
use porchlight::domain::book::Book;
use porchlight::domain::id::{DeviceId, Id};
use porchlight::domain::index::Index;
use porchlight::domain::operation::Operation;
use porchlight::domain::stamp::{Stream, Tick};
use porchlight::domain::value::Value;
use std::hint::black_box;
use std::time::Instant;

const INTERVIEWS: usize = 500;
const QUOTES: usize = 30;
const CODINGS: usize = 20_000;
/// Ten at the top, each with four under it.
const THEMES: usize = 50;
const CODERS: usize = 4;
const TIMES: usize = 21;

fn interview(at: usize) -> Id {
    Id(1 << 70 | at as u128)
}

fn speaker(at: usize) -> Id {
    Id(2 << 70 | at as u128)
}

fn quote(at: usize) -> Id {
    Id(3 << 70 | at as u128)
}

fn theme(at: usize) -> Id {
    Id(4 << 70 | at as u128)
}

fn coder(at: usize) -> Id {
    Id(5 << 70 | at as u128)
}

fn line(at: usize) -> Id {
    Id(6 << 70 | at as u128)
}

/// A book as a large project would have it after years.
fn many() -> Book {
    let mut book = Book::default();
    let stream = Stream { dev: DeviceId(7), epoch: 1 };
    let mut seq = 0;
    let mut set = |kind: &str, id: Id, fields: Vec<(&str, Value)>| {
        seq += 1;
        book.apply(&Operation {
            stream,
            writer: stream,
            seq,
            tick: Tick::from_ms(1_790_000_000_000 + seq),
            wall: "2026-09-21T12:00:00-04:00".to_owned(),
            by: None,
            kind: kind.to_owned(),
            id,
            set: fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            prev: Default::default(),
        });
    };
    let link = |id: Id| Value::text(id.to_string());
    for at in 0..THEMES {
        let mut fields = vec![("name", Value::text(format!("Theme {at:02}")))];
        if at >= THEMES / 5 {
            fields.push(("under", link(theme(at % (THEMES / 5)))));
        }
        set("theme", theme(at), fields);
    }
    for at in 0..INTERVIEWS {
        let when = |minute: usize| {
            let (day, hour) = (at % 28 + 1, 9 + at / 28 % 9);
            Value::text(format!("2026-{:02}-{day:02}T{hour:02}:{minute:02}:00-04:00", at % 12 + 1))
        };
        let language = Value::text(["en", "es"][at % 2]);
        set("interview", interview(at), vec![("called", Value::text(format!("Interview {at}"))), ("when", when(0))]);
        let who = vec![
            ("interview", link(interview(at))),
            ("role", Value::text(["resident", "parent", "teacher"][at % 3])),
            ("neighbourhood", Value::text(format!("Barrio Núm. {}", at % 9))),
            ("language", language),
        ];
        set("speaker", speaker(at), who);
        for of in 0..QUOTES {
            let number = at * QUOTES + of;
            let words = "El último autobús sale a las seis, and the doors are locked when I get off work at night";
            let said = vec![("words", Value::text(words)), ("when", when(of)), ("interview", link(interview(at)))];
            set("said", line(number), said);
            let fields = vec![
                ("words", Value::text(format!("{words}, {number}"))),
                ("interview", link(interview(at))),
                ("speaker", link(speaker(at))),
                ("said", link(line(number))),
                ("from", Value::Number(0.0)),
                ("to", Value::Number(88.0)),
                ("question", Value::text(["barriers", "needs"][of % 2])),
            ];
            set("quote", quote(number), fields);
        }
    }
    for at in 0..CODINGS {
        let staff = coder((at / (INTERVIEWS * QUOTES) + at % 2) % CODERS);
        let of = quote(at * 7 % (INTERVIEWS * QUOTES));
        let (kind, id, values) = quotes::marked(of, theme(at / 3 % THEMES), Some(staff), at % 11 != 0);
        set(kind, id, values.iter().map(|(key, value)| (&**key, value.clone())).collect());
    }
    book
}

/// The median of some times, in milliseconds.
fn timed<T>(mut work: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[TIMES / 2]
}

fn main() {
    let book = many();
    let mut index = Index::default();
    let codings = Codings::of(&book);
    let about = Filter { theme: Some(theme(3)), ..Filter::default() };
    let found = quotes::quotes(&book, &mut index, &about).len();
    assert!(found > 1000, "{found} quotes");
    println!("| {:<62} | {:>10} |\n|{:-<64}|{:->12}|", "milliseconds, median", "Porchlight", "", ":");
    let tell = |what: &str, spent: f64| println!("| {what:<62} | {spent:>10.1} |");
    tell("500 interviews, 15,000 quotes: filter by theme", timed(|| quotes::quotes(&book, &mut index, &about)));
    tell(
        &format!("… with the {CODINGS} marks kept from before, {found} found"),
        timed(|| quotes::quotes_with(&book, &mut index, &codings, &about)),
    );
    tell("… the marks gathered alone", timed(|| Codings::of(&book)));
    let all = Filter::default();
    tell("… all of them, unfiltered", timed(|| quotes::quotes_with(&book, &mut index, &codings, &all)));
    let words = Filter { words: "autobus 99".to_owned(), ..Filter::default() };
    tell("… by words, the first time", timed(|| quotes::quotes_with(&book, &mut Index::default(), &codings, &words)));
    tell("… by words, again", timed(|| quotes::quotes_with(&book, &mut index, &codings, &words)));
    tell("… the code book, with its counts", timed(|| quotes::code_book(&book)));
    tell("… how far two people agree", timed(|| quotes::agreement(&book, coder(0), coder(1))));
}

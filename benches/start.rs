//! What a start, a save and a search cost in the app's own code with very many partners, natively and without the
//! browser: the snapshot read, the first list, a letter, a change. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use porchlight::capabilities::kinds::KINDS;
use porchlight::log::snapshot;
use porchlight::model::book::Book;
use porchlight::model::index::Index;
use porchlight::model::operation::Operation;
use porchlight::model::order;
use porchlight::model::query::{self, Query};
use porchlight::model::value::Value;
use porchlight::partners::PARTNER;
use std::hint::black_box;
use std::time::Instant;

const TIMES: usize = 7;

fn many(count: usize) -> Book {
    let mut book = Book::new(KINDS);
    for seq in 1..=count {
        book.apply(&made::written(seq as u64, made::partner(seq)));
    }
    book
}

fn spent<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begun = Instant::now();
    let result = work();
    (begun.elapsed().as_secs_f64() * 1e3, result)
}

/// The median of some times, in milliseconds.
fn timed<T>(mut work: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..TIMES).map(|_| spent(|| black_box(work())).0).collect();
    times.sort_by(f64::total_cmp);
    times[TIMES / 2]
}

fn renamed(seq: u64, number: usize) -> Operation {
    let (kind, id, _) = made::partner(number);
    made::written(seq, (kind, id, order::values([("name", Value::text(format!("Renamed {seq}")))])))
}

fn main() {
    println!("| {:<62} | {:>10} |\n|{:-<64}|{:->12}|", "milliseconds, median", "Porchlight", "", ":");
    let tell = |what: &str, spent: f64| println!("| {what:<62} | {spent:>10.2} |");
    for count in [1_000, 100_000] {
        let book = many(count);
        let bytes = snapshot::write(&book).unwrap();
        tell(
            &format!("{count} partners: the snapshot of {} KB written", bytes.len() / 1000),
            timed(|| snapshot::write(&book)),
        );
        tell("… read", timed(|| snapshot::read(bytes.clone(), KINDS).unwrap()));
        let all = Query::default();
        let first = || {
            let book = snapshot::read(bytes.clone(), KINDS).unwrap();
            let found = query::run(&book, &mut Index::default(), &PARTNER, &all).len();
            assert_eq!(found, count);
            (book, found)
        };
        tell("… read, to the first list", timed(first));
        let (mut book, _) = first();
        let mut index = Index::default();
        let list = query::run(&book, &mut index, &PARTNER, &all);
        tell(
            "… the first 30 rows' records",
            timed(|| list.iter().take(30).filter_map(|id| book.record("partner", *id)).count()),
        );
        tell("… the list again", timed(|| query::run(&book, &mut index, &PARTNER, &all)));
        for words in ["p", "pa", "panaderia 0123", "kim number99", "zzz"] {
            let query = Query { words: words.to_owned(), ..Query::default() };
            tell(&format!("… “{words}” looked for"), timed(|| query::run(&book, &mut index, &PARTNER, &query)));
        }
        let mut changed: Vec<f64> = Vec::new();
        for number in 1..=TIMES {
            let op = renamed((count + number) as u64, number * 7);
            let (time, ()) = spent(|| {
                let change = book.apply(&op).unwrap();
                index.follow(&book, &change);
            });
            changed.push(time);
        }
        changed.sort_by(f64::total_cmp);
        tell("… a change taken in", changed[TIMES / 2]);
        tell("… and the list after it", timed(|| query::run(&book, &mut index, &PARTNER, &all)));
        tell("… a copy of the book made", timed(|| book.clone()));
        tell(
            "… every record looked at, the first time",
            spent(|| book.living("partner").filter(|record| record.get("status").is_some()).count()).0,
        );
        tell(
            "… every record looked at, again",
            timed(|| book.living("partner").filter(|record| record.get("status").is_some()).count()),
        );
    }
}

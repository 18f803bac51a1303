//! How fast quotes are found again among very many, natively. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use made::{CODINGS, coder, theme};
use porchlight::capabilities::kinds::KINDS;
use porchlight::interviews::quotes::{self, Codings, Filter};
use porchlight::model::book::Book;
use porchlight::model::index::Index;
use std::hint::black_box;
use std::time::Instant;

const TIMES: usize = 21;

fn many() -> Book {
    let mut book = Book::new(KINDS);
    for (seq, row) in (1..).zip(made::interviews()) {
        book.apply(&made::written(seq, row));
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

//! How fast the page of a week and Today’s part of it are worked out among the tasks of years, natively. `make bench` prints
//! the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use chrono::{Days, NaiveDate};
use porchlight::capabilities::kinds::KINDS;
use porchlight::model::book::Book;
use porchlight::model::id::Id;
use porchlight::model::index::Index;
use porchlight::model::order;
use porchlight::model::value::Value;
use porchlight::week::page::{Looked, Whose, lines};
use porchlight::week::this_week::this_week;
use porchlight::week::times_between;
use std::hint::black_box;
use std::time::Instant;

/// How many tasks there are: some years of a branch, and of a whole system.
const COUNTS: [usize; 2] = [5_000, 50_000];
/// How often each is measured; the middle one is told.
const TIMES: usize = 9;

/// 1 December 2026.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

/// Tasks of the years before, nearly all done, as they are planned day by day; one in a thousand comes again.
fn book(count: usize) -> Book {
    let mut book = Book::new(KINDS);
    for at in 0..count {
        let back = (count - at) * 2_000 / count;
        let day = today() - Days::new(back as u64) + Days::new(7);
        let open = at % 400 == 0 || count - at < 40;
        let mut fields = vec![
            ("what", Value::Text(format!("Task {at}"))),
            ("section", Value::text(["outreach", "programming", "other", "updates"][at % 4])),
            ("week", Value::Text(day.to_string())),
            ("day", Value::Text(day.to_string())),
            ("state", Value::text(if open { "to_do" } else { "done" })),
            ("rank", Value::Text(format!("a{at:06}"))),
        ];
        if !open {
            fields.push(("done_on", Value::Text(day.to_string())));
        }
        if at % 1_000 == 0 {
            fields.extend([("rule", Value::text("FREQ=WEEKLY;BYDAY=TH")), ("instead", Value::Text(day.to_string()))]);
        }
        let id = Id(1 << 90 | at as u128);
        book.absorb(&made::written(at as u64 + 1, ("task", id, order::values(fields))));
    }
    book
}

fn measured(mut work: impl FnMut()) -> f64 {
    let mut all: Vec<f64> = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        work();
        all.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    all.sort_by(f64::total_cmp);
    all[TIMES / 2]
}

fn main() {
    println!("| tasks | a page | Today’s part | a month of times |");
    println!("|---:|---:|---:|---:|");
    for count in COUNTS {
        let book = book(count);
        let mut index = Index::default();
        let looked = Looked::at(today(), today(), Whose::Team);
        let page = measured(|| drop(black_box(lines(&book, &mut index, &[], looked))));
        let now = measured(|| drop(black_box(this_week(&book, today(), Whose::Team))));
        let month = today() + Days::new(31);
        let times = measured(|| drop(black_box(times_between(&book, today(), month))));
        println!("| {count} | {page:.1} ms | {now:.1} ms | {times:.1} ms |");
    }
}

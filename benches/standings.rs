//! How fast it is known how everything stands among years of notes, natively: the first time it is asked, and after one
//! more operation. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use chrono::NaiveDate;
use made::years;
use porchlight::canvass::streets;
use porchlight::capabilities::kinds::KINDS;
use porchlight::findings::evidence;
use porchlight::hubs::health::{Went, of_hub};
use porchlight::hubs::restock;
use porchlight::hubs::stock;
use porchlight::log::snapshot;
use porchlight::model::book::Book;
use porchlight::model::date::Now;
use porchlight::model::id::Id;
use porchlight::model::index::Index;
use porchlight::model::likely_same::{self, Found};
use porchlight::model::order;
use porchlight::model::value::Value;
use porchlight::partners::{PARTNER, quiet};
use porchlight::work::consent::CONSENT;
use porchlight::work::policy::Policies;
use porchlight::work::{conflicts, due};
use std::hint::black_box;
use std::time::Instant;

/// 1 December 2026.
const NOW: Now = Now { ms: 1_796_126_400_000, offset_minutes: -300 };

static BY_CONSENT: Policies = Policies::of(&[&CONSENT]);

/// How often something is done after one more operation; the median counts.
const TIMES: usize = 15;

/// A book, and the ways into it.
struct Tablet {
    book: Book,
    index: Index,
    seq: u64,
}

impl Tablet {
    fn new() -> Tablet {
        let mut tablet = Tablet { book: Book::new(KINDS), index: Index::default(), seq: 0 };
        let rows = (0..years::AT_HUBS).map(years::at_hubs).chain(years::at_doors()).chain(years::with_partners());
        for row in rows {
            tablet.seq += 1;
            tablet.book.absorb(&made::written(tablet.seq, row));
        }
        tablet
    }

    /// One more operation, as the workspace takes it in.
    fn write(&mut self, kind: &'static str, id: Id, fields: &[(&str, Value)]) {
        self.seq += 1;
        let row = (kind, id, order::values(fields.iter().cloned()));
        let change = self.book.apply(&made::written(self.seq, row)).unwrap();
        self.index.follow(&self.book, &change);
    }
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn today() -> NaiveDate {
    NOW.today()
}

/// Writes a line: how long it takes the first time, again, and after an operation that concerns it.
fn measure<T>(
    tablet: &mut Tablet,
    what: &str,
    ask: impl Fn(&Book, &mut Index) -> T,
    write: impl Fn(&mut Tablet, usize),
) {
    let begun = Instant::now();
    black_box(ask(&tablet.book, &mut tablet.index));
    let first = ms(begun);
    let begun = Instant::now();
    black_box(ask(&tablet.book, &mut tablet.index));
    let again = ms(begun);
    let (mut kept, mut after): (Vec<f64>, Vec<f64>) = Default::default();
    for time in 0..TIMES {
        let begun = Instant::now();
        write(tablet, time);
        kept.push(ms(begun));
        let begun = Instant::now();
        black_box(ask(&tablet.book, &mut tablet.index));
        after.push(ms(begun));
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[TIMES / 2]
    };
    let (kept, after) = (median(&mut kept), median(&mut after));
    println!("| {what:<44} | {first:>10.1} | {again:>10.2} | {kept:>10.3} | {after:>10.2} |");
}

fn main() {
    let begun = Instant::now();
    let mut tablet = Tablet::new();
    println!("{} notes in {:.0} ms\n", tablet.book.all().count(), ms(begun));
    println!(
        "| {:<44} | {:>10} | {:>10} | {:>10} | {:>10} |",
        "milliseconds", "first", "again", "one step", "after it"
    );
    println!("|{:-<46}|{:->12}|{:->12}|{:->12}|{:->12}|", "", ":", ":", ":", ":");
    let id = |kind: u128, time: usize| Id(kind << 80 | time as u128);
    let took = |kind: u128| {
        move |tablet: &mut Tablet, time: usize| {
            let fields = [
                ("what", Value::text("taken")),
                ("hub", Value::link(years::hub(time))),
                ("item", Value::link(years::item(time))),
                ("amount", Value::Number(1.0)),
                ("when", Value::text("2026-12-01T09:00:00-05:00")),
            ];
            tablet.write("movement", id(kind, time), &fields);
        }
    };
    let knocked = |kind: u128| {
        move |tablet: &mut Tablet, time: usize| {
            let fields = [
                ("door", Value::link(years::door(time * 100))),
                ("outcome", Value::text("not_home")),
                ("when", Value::text("2026-12-01T09:00:00-05:00")),
            ];
            tablet.write("visit", id(kind, time), &fields);
        }
    };
    let called = |kind: u128| {
        move |tablet: &mut Tablet, time: usize| {
            let fields =
                [("partner", Value::link(years::partner(time))), ("when", Value::text("2026-12-01T09:00:00-05:00"))];
            tablet.write("contact", id(kind, time), &fields);
        }
    };
    measure(
        &mut tablet,
        "Today: what two people wrote differently",
        |book, index| conflicts::conflicts(book, index, None),
        took(20),
    );
    measure(&mut tablet, "Today: what is due", |book, index| due::due(book, index, today()), knocked(21));
    measure(
        &mut tablet,
        "Today: partners going quiet",
        |book, index| quiet::going_quiet(book, index, today()),
        called(22),
    );
    let all_hubs = |book: &Book, index: &mut Index| {
        (0..years::HUBS).map(|at| of_hub(book, index, years::hub(at), today())).collect::<Vec<_>>()
    };
    measure(&mut tablet, "Today: how 50 hubs are", all_hubs, took(23));
    let went = |book: &Book, index: &mut Index| {
        let mut went = Went::until(today());
        (0..years::HUBS).for_each(|at| went.add(book, index, years::hub(at)));
        went.told(book)
    };
    measure(&mut tablet, "Reports: what people took", went, took(24));
    measure(&mut tablet, "a hub of 200 items", |book, index| stock::lying(book, index, years::hub(7)), took(25));
    measure(
        &mut tablet,
        "why there are so many of an item",
        |book, index| stock::account(book, index, years::hub(7), years::item(7)),
        took(26),
    );
    measure(&mut tablet, "its restock list", |book, index| restock::list(book, index, years::hub(7), NOW), took(27));
    measure(&mut tablet, "200 streets", |book, index| streets::all(book, index, NOW), knocked(28));
    let street = streets::street_id("Street 007", "Willimantic");
    measure(&mut tablet, "a street of 100 doors", |book, index| streets::street(book, index, street, NOW), knocked(29));
    measure(
        &mut tablet,
        "the findings, none of them",
        |book, index| evidence::findings(book, index, BY_CONSENT),
        called(30),
    );
    let Tablet { book, mut index, .. } = tablet;
    let told = |what: &str, begun: Instant| {
        println!("| {what:<44} | {:>10.1} | {:>10} | {:>10} | {:>10} |", ms(begun), "", "", "")
    };
    let begun = Instant::now();
    let bytes = snapshot::write_with(&book, &mut index).unwrap();
    told(&format!("a snapshot of {} MB written", bytes.len() / 1_000_000), begun);
    let begun = Instant::now();
    let (book, mut index) = (snapshot::read(bytes, KINDS).unwrap(), Index::default());
    told("… read", begun);
    let begun = Instant::now();
    black_box(all_hubs(&book, &mut index));
    told("… Today: how 50 hubs are", begun);
    let begun = Instant::now();
    black_box(went(&book, &mut index));
    told("… Reports: what people took", begun);
    let begun = Instant::now();
    black_box(due::due(&book, &mut index, today()));
    told("… Today: what is due", begun);
    let begun = Instant::now();
    black_box(quiet::going_quiet(&book, &mut index, today()));
    told("… Today: partners going quiet", begun);
    let mut book = Book::new(KINDS);
    for at in 0..PARTNERS {
        book.absorb(&made::written(at as u64 + 1, made::partner(at)));
    }
    let begun = Instant::now();
    let pairs = duplicates(&book);
    told(&format!("duplicates among {PARTNERS} partners: {pairs}"), begun);
}

/// How many partners are looked through for duplicates.
const PARTNERS: usize = 100_000;

/// How many pairs of partners may be one, as the screen of duplicates looks for them.
fn duplicates(book: &Book) -> usize {
    let mut found = Found::default();
    book.living(PARTNER.id).for_each(|record| found.add(&PARTNER, record));
    let (met, comparing) = found.met();
    let pair = |(one, other)| comparing.pair(book, &PARTNER, one, other);
    let mut pairs: Vec<_> = met.into_iter().filter_map(pair).collect();
    likely_same::in_order(&mut pairs);
    pairs.len()
}

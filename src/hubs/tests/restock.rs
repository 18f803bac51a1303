//! What to bring, against what people at made-up hubs take.

use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, SHELF};
use crate::hubs::restock::{self, USUAL_DAYS, use_per_day};
use crate::hubs::stock::{account, found, lying, movement, shelf_id};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::value::Value;

const HUB_ID: Id = Id(0x11);
const DAY: i64 = 86_400_000;

/// A hub and its books, without a workspace: only what follows from what happened matters here.
struct Desk {
    book: Book,
    day: i64,
    next: u128,
}

impl Desk {
    fn new(items: usize) -> Desk {
        let mut desk = Desk { book: Book::new(KINDS), day: 0, next: 1000 };
        testing::set(&mut desk.book, HUB.id, HUB_ID, [("name".to_owned(), Value::text("Natchaug"))]);
        for item in (0..items).map(item) {
            testing::set(&mut desk.book, ITEM.id, item, [("name".to_owned(), Value::text(format!("Item {item}")))]);
            desk.shelf(item, &[]);
        }
        desk
    }

    fn shelf(&mut self, item: Id, numbers: &[(&str, f64)]) {
        let texts = [("hub", HUB_ID), ("item", item)].map(|(key, id)| (key.to_owned(), Value::link(id)));
        let numbers = numbers.iter().map(|(key, number)| ((*key).to_owned(), Value::Number(*number)));
        testing::set(&mut self.book, SHELF.id, shelf_id(HUB_ID, item), texts.into_iter().chain(numbers));
    }

    fn now(&self) -> Now {
        Now { ms: crate::work::testing::NOON + self.day * DAY, offset_minutes: 0 }
    }

    fn hand(&self) -> Author {
        Author { by: None, now: self.now() }
    }

    fn happened(&mut self, what: &str, item: Id, amount: i64) {
        self.next += 1;
        let (kind, id, values) = movement(Id(self.next), what, HUB_ID, item, amount, self.hand());
        testing::set(&mut self.book, kind, id, values);
    }

    fn count(&mut self, item: Id, amount: i64) {
        self.next += 1;
        let row = found(&self.book, &mut Index::default(), HUB_ID, item, Id(self.next), amount, self.hand());
        testing::set(&mut self.book, row.0, row.1, row.2);
    }

    fn list(&self) -> restock::List {
        restock::list(&self.book, &mut Index::default(), HUB_ID, self.now())
    }

    fn per_week(&self, item: Id) -> f64 {
        use_per_day(&account(&self.book, &mut Index::default(), HUB_ID, item), self.now().today()) * 7.0
    }
}

fn item(at: usize) -> Id {
    Id(0x100 + at as u128)
}

#[test]
fn a_list_says_how_many_packs_and_why() {
    let mut desk = Desk::new(3);
    let [books, flyers, kits] = [0, 1, 2].map(item);
    desk.shelf(books, &[("par", 20.0), ("minimum", 5.0)]);
    desk.shelf(flyers, &[("minimum", 10.0)]);
    testing::set(&mut desk.book, ITEM.id, flyers, [("pack".to_owned(), Value::Number(25.0))]);
    desk.happened("stocked", books, 14);
    desk.happened("taken", flyers, 2);
    desk.happened("stocked", kits, 4);
    let list = desk.list();
    assert_eq!(list.days, USUAL_DAYS);
    let said: Vec<_> = list.lines.iter().map(|line| (line.lying.item, line.bring, line.for_use)).collect();
    // Two flyers are owed, which is no reason to bring two more.
    assert_eq!(said, [(books, 6, false), (flyers, 25, false)]);
    // Nobody needs to say a par level: what is gone each time says it.
    desk.day = 7;
    desk.count(kits, 1);
    assert!((desk.per_week(kits) - 3.0).abs() < 0.01);
    let line = desk.list().lines.into_iter().find(|line| line.lying.item == kits).unwrap();
    assert!(line.for_use && (6..=10).contains(&line.bring), "{line:?}");
    let far = (desk.now().today() + chrono::Days::new(28)).to_string();
    testing::set(&mut desk.book, HUB.id, HUB_ID, [("next_visit".to_owned(), Value::text(far))]);
    let longer = desk.list();
    assert_eq!(longer.days, 28);
    assert!(longer.lines.iter().any(|longer| longer.lying.item == kits && longer.bring > line.bring));
}

#[test]
fn use_counts_what_was_taken_and_what_was_missing_once_each() {
    let mut desk = Desk::new(1);
    let books = item(0);
    desk.happened("stocked", books, 40);
    desk.day = 14;
    desk.happened("taken", books, 6);
    desk.count(books, 26);
    // Six were written down and eight more are gone: fourteen in two weeks.
    assert!((desk.per_week(books) - 7.0).abs() < 0.01, "{}", desk.per_week(books));
    // More than expected is no use, and neither is what was thrown away.
    desk.day = 28;
    desk.happened("expired", books, 3);
    desk.count(books, 30);
    assert!(desk.per_week(books) < 7.0);
    // What is dated in the future happened by now.
    desk.day = 500;
    desk.happened("taken", books, 2);
    desk.day = 28;
    assert!((0.0..7.0).contains(&desk.per_week(books)), "{}", desk.per_week(books));
    // Nothing known, nothing divided by nothing.
    assert_eq!(Desk::new(1).per_week(books), 0.0);
    let mut young = Desk::new(1);
    young.happened("taken", books, 5);
    assert_eq!(young.per_week(books), 0.0);
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// How many come in a day at this rate.
    fn comes(&mut self, rate: f64) -> i64 {
        let (limit, mut product, mut count) = ((-rate).exp(), self.next(), 0);
        while product > limit {
            product *= self.next();
            count += 1;
        }
        count
    }
}

/// What a year at a hub came to: how many went away with nothing, and how much lay there on average.
#[derive(Clone, Copy, Debug, Default)]
struct Year {
    unmet: i64,
    lay: f64,
}

fn year(seed: u64, ours: bool) -> Year {
    const ITEMS: usize = 8;
    let mut chance = Chance(seed);
    // Some things go every day, most now and then; and what goes changes with the season.
    let rates: Vec<(f64, f64)> = (0..ITEMS).map(|_| ((chance.next() * 5.0 - 4.0).exp2(), chance.next())).collect();
    let mut desk = Desk::new(ITEMS);
    let mut there = [12i64; ITEMS];
    let mut brought = [12i64; ITEMS];
    (0..ITEMS).for_each(|at| desk.happened("stocked", item(at), 12));
    let (mut year, mut visits) = (Year::default(), 0);
    while desk.day < 364 {
        let gap = 7 + (chance.next() * 15.0) as i64;
        for day in desk.day..desk.day + gap {
            for (at, (rate, season)) in rates.iter().enumerate() {
                let swing = 1.0 + 0.5 * ((day as f64 / 364.0 + season) * std::f64::consts::TAU).sin();
                let wanted = chance.comes(rate * swing);
                year.unmet += (wanted - there[at]).max(0);
                there[at] = (there[at] - wanted).max(0);
            }
        }
        desk.day += gap;
        visits += 1;
        year.lay += there.iter().sum::<i64>() as f64;
        (0..ITEMS).for_each(|at| desk.count(item(at), there[at]));
        let bring = match ours {
            true => {
                let list = desk.list();
                let of = |at| list.lines.iter().find(|line| line.lying.item == item(at)).map_or(0, |line| line.bring);
                std::array::from_fn(of)
            }
            // Same as last time: as many as then, as long as there is room for them.
            false => std::array::from_fn(|at| if there[at] > 2 * brought[at] { 0 } else { brought[at] }),
        };
        if !ours {
            brought = bring.map(|some: i64| some.max(1));
        }
        for (at, some) in bring.into_iter().enumerate().filter(|(_, some)| *some > 0) {
            there[at] += some;
            desk.happened("stocked", item(at), some);
        }
    }
    year.lay /= f64::from(visits);
    year
}

#[test]
fn it_serves_more_people_with_less_lying_about_than_same_as_last_time() {
    let sum = |ours| {
        (1..=6)
            .map(|seed| year(seed, ours))
            .fold(Year::default(), |sum, year| Year { unmet: sum.unmet + year.unmet, lay: sum.lay + year.lay })
    };
    let (ours, same) = (sum(true), sum(false));
    // `make bench` shows it.
    println!(
        "the restock list against “same as last time”: unmet {} against {}, lying there {:.0} against {:.0}",
        ours.unmet, same.unmet, ours.lay, same.lay
    );
    assert!(ours.unmet * 2 < same.unmet && ours.lay < same.lay, "{ours:?} {same:?}");
}

#[test]
fn what_lies_there_is_what_was_counted() {
    let mut desk = Desk::new(1);
    desk.happened("stocked", item(0), 12);
    desk.count(item(0), 7);
    let rows = lying(&desk.book, &mut Index::default(), HUB_ID);
    assert_eq!((rows[0].on_hand, rows[0].shelf), (7, Some(shelf_id(HUB_ID, item(0)))));
}

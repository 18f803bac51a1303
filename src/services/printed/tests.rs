//! What stands on paper, where, and what never does.

use super::columns::Room;
use super::contents::{Contents, Item, contents};
use super::laid::{Laid, What, pieces};
use super::pocket::{card, most_asked};
use crate::formats::testing::{book, set};
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::services::hours::Clock;
use proptest::prelude::*;

/// Wednesday, November 25, 2026, 12:00 where clocks are five hours behind.
const NOON: Now = Now { ms: 1_795_626_000_000, offset_minutes: -300 };

const MEAL: Id = Id(0x1);
const SHELTER: Id = Id(0x2);
const RIDES: Id = Id(0x3);
const OLD: Id = Id(0x4);
const OTHER: Id = Id(0x5);

fn clock() -> Clock {
    Clock::new(NOON.ms, &NOON)
}

fn needs(keys: &[&str]) -> (String, Value) {
    ("needs".to_owned(), Value::List(keys.iter().map(|key| Value::text(*key)).collect()))
}

fn address(street: &str) -> (String, Value) {
    let parts = [("street".to_owned(), Value::text(street)), ("town".to_owned(), Value::text("Windham"))];
    ("address".to_owned(), Value::Map(parts.into()))
}

/// A meal that is sure, a shelter whose address stays private, rides that nobody could verify twice, clothes that were
/// verified long ago, and something that helps with nothing in particular.
fn directory() -> Book {
    let check = |service: Id, result: &'static str, when: &'static str| (service.to_string(), result, when);
    let checks = [
        check(MEAL, "still_so", "2026-11-13"),
        check(SHELTER, "still_so", "2026-11-24"),
        check(RIDES, "not_reached", "2026-11-10"),
        check(RIDES, "not_reached", "2026-11-20"),
        check(OLD, "still_so", "2026-04-01"),
    ];
    let mut book = book(&[
        ("organization", 0x51, &[("name", "Maple Street Soup Kitchen")]),
        (
            "service",
            MEAL.0,
            &[
                ("name", "Noon meal"),
                ("name_es", "Comida del mediodía"),
                ("hours", "Mon-Fri 11:30-1"),
                ("phone", "860-555-0171"),
                ("organization", &Id(0x51).to_string()),
            ],
        ),
        ("service", SHELTER.0, &[("name", "Night shelter"), ("hours", "24/7"), ("phone", "860-555-0174")]),
        ("service", RIDES.0, &[("name", "Rides"), ("hours", "24/7"), ("phone", "860-555-0178")]),
        ("service", OLD.0, &[("name", "Clothes closet"), ("hours", "Sat 10-12"), ("phone", "860-555-0179")]),
        ("service", OTHER.0, &[("name", "Xyzzy"), ("hours", "ask for Pat")]),
    ]);
    for (at, (service, result, when)) in checks.iter().enumerate() {
        let values = [("service", &**service), ("result", result), ("when", when)];
        let values = values.map(|(key, words)| (key.to_owned(), Value::text(words)));
        set(&mut book, "verification", Id(0x80 + at as u128), values);
    }
    set(&mut book, "service", MEAL, [needs(&["clothing", "food"]), address("14 Maple Street")]);
    let private = ("address_private".to_owned(), Value::Bool(true));
    set(&mut book, "service", SHELTER, [needs(&["housing"]), address("9 Quiet Court"), private]);
    set(&mut book, "service", RIDES, [needs(&["transport"])]);
    set(&mut book, "service", OLD, [needs(&["clothing"])]);
    book
}

fn told(contents: &Contents) -> Vec<String> {
    let item = |item: &Item| match item {
        Item::Heading(name) => format!("# {name}"),
        Item::See { name, .. } => format!("> {name}"),
        Item::Entry(entry) => {
            let lines = entry
                .lines
                .iter()
                .map(|line| if line.strong { format!("!{}", line.words) } else { line.words.clone() });
            format!("{} | {}", entry.name, lines.collect::<Vec<_>>().join(" | "))
        }
    };
    contents.items.iter().map(item).collect()
}

fn english(book: &Book) -> Contents {
    contents(book, &mut Index::default(), &clock(), Lang::En)
}

#[test]
fn a_directory_has_what_is_public_under_what_it_helps_with_once_in_full() {
    let contents = english(&directory());
    assert_eq!(
        told(&contents),
        [
            "# Food",
            "Noon meal | Phone: 860-555-0171 | 14 Maple Street, Windham | Mon–Fri 11:30 AM–1:00 PM | Checked on Nov 13, 2026",
            "# Housing",
            "Night shelter | Phone: 860-555-0174 | Every day 24 hours | Checked on Nov 24, 2026",
            "# Clothes and household items",
            "Clothes closet | Phone: 860-555-0179 | !Call first. Last checked on Apr 1, 2026, more than 180 days ago. | \
             Hours we have: Sat 10:00 AM–12:00 PM | Checked on Apr 1, 2026",
            "> Noon meal (Maple Street Soup Kitchen)",
            "# Other",
            "Xyzzy | !Call first. The hours are not clear enough to say whether it is open. | Hours we have: ask for Pat",
        ]
    );
    let names: Vec<&str> = contents.index.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        [
            "Clothes closet",
            "Maple Street Soup Kitchen: Noon meal",
            "Night shelter",
            "Noon meal (Maple Street Soup Kitchen)",
            "Xyzzy"
        ]
    );
}

#[test]
fn in_spanish_it_stands_under_spanish_names() {
    let all = told(&contents(&directory(), &mut Index::default(), &clock(), Lang::Es));
    assert!(all[1].starts_with("Comida del mediodía | Teléfono: 860-555-0171 | "), "{}", all[1]);
    assert!(all[1].contains("Lun–vie 11:30 a. m.–1:00 p. m."), "{}", all[1]);
}

#[test]
fn paper_says_nothing_private_nothing_hidden_and_nothing_of_this_moment() {
    let book = directory();
    for lang in Lang::ALL {
        let all = format!(
            "{:?}{:?}",
            contents(&book, &mut Index::default(), &clock(), lang),
            card(&book, &mut Index::default(), &clock(), lang)
        );
        assert!(all.contains("Maple") && all.contains("0174"));
        for never in ["Quiet", "Rides", "0178", "Open now", "Abierto ahora"] {
            assert!(!all.contains(never), "{never}: {all}");
        }
    }
}

#[test]
fn a_pocket_card_has_the_needs_that_are_asked_for_most_in_the_order_of_the_list_where_none_is() {
    let mut book = directory();
    assert_eq!(most_asked(&book)[..5], [0, 1, 2, 3, 4]);
    let names = |book: &Book| {
        let card = card(book, &mut Index::default(), &clock(), Lang::En);
        card.into_iter().map(|asked| format!("{}: {}", asked.name, asked.services[0].0)).collect::<Vec<_>>()
    };
    assert_eq!(names(&book), ["Food: Noon meal", "Housing: Night shelter", "Clothes and household items: Noon meal"]);
    for at in 0..2 {
        set(&mut book, "referral", Id(0xa0 + at), [("need".to_owned(), Value::text("clothing"))]);
    }
    set(&mut book, "referral", Id(0xb0), [("need".to_owned(), Value::text("housing"))]);
    assert_eq!(names(&book), ["Clothes and household items: Noon meal", "Housing: Night shelter", "Food: Noon meal"]);
    let card = card(&book, &mut Index::default(), &clock(), Lang::En);
    assert_eq!(card[0].services[0].1, "860-555-0171 · 14 Maple Street, Windham · Mon–Fri 11:30 AM–1:00 PM",);
    assert_eq!(card[0].services[1], ("Clothes closet".to_owned(), "860-555-0179 · Call first".to_owned()));
}

proptest! {
    #[test]
    fn every_page_number_is_that_of_the_page_where_the_service_stands(
        heights in prop::collection::vec(1.0f64..6.0, 40),
        columns in 1usize..3,
    ) {
        let book = directory();
        let both = Lang::ALL.map(|lang| contents(&book, &mut Index::default(), &clock(), lang));
        let all = pieces(both.to_vec());
        let laid = Laid::of(&all, &heights[..all.len()], Room { columns, height: 12.0 });
        for piece in &all {
            let (What::Row(_, service) | What::See(_, service)) = &piece.what else { continue };
            let number = laid.number(piece.lang, *service).unwrap();
            let told = laid.pages[number - 1].iter().flatten().any(|at| {
                let there = &all[*at];
                there.lang == piece.lang && matches!(&there.what, What::Entry(entry) if entry.service == *service)
            });
            prop_assert!(told, "{:?} on page {}", service, number);
        }
        // Each language begins a page of its own.
        for (at, piece) in all.iter().enumerate().filter(|(_, piece)| piece.what == What::Title) {
            let first = laid.pages.iter().any(|page| page[0][0] == at);
            prop_assert!(first, "{:?}", piece.lang);
        }
    }
}

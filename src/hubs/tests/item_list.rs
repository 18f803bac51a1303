//! A list of items, as somebody types or pastes it at a hub.

use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::hubs::item_list::{Catalog, ItemPlan, ListLine, Outcome, plan, read_line, rows};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, MOST, SHELF};
use crate::hubs::stock::{lying, zones};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::text::Lang;
use crate::model::value::Value;
use proptest::prelude::*;

const HUB_ID: Id = Id(0x11);

fn item(name: &str, par: Option<i64>, minimum: Option<i64>) -> ListLine {
    ListLine::Item { name: name.to_owned(), par, minimum }
}

#[test]
fn a_line_is_an_item_with_its_numbers() {
    let cases = [
        ("Picture books 14 / 6", "Picture books", Some(14), Some(6)),
        ("Picture books 14/6", "Picture books", Some(14), Some(6)),
        ("Picture books, 14, 6", "Picture books", Some(14), Some(6)),
        ("Picture books\t14\t6", "Picture books", Some(14), Some(6)),
        ("Picture books\t14\t", "Picture books", Some(14), None),
        ("Picture books\t\t6", "Picture books", None, Some(6)),
        ("Picture books; 14; 6", "Picture books", Some(14), Some(6)),
        ("Picture books – 14 / 6", "Picture books", Some(14), Some(6)),
        ("Picture books: 14", "Picture books", Some(14), None),
        ("Picture books · target 14 · min. 6", "Picture books", Some(14), Some(6)),
        ("Picture books target 14 min 6", "Picture books", Some(14), Some(6)),
        ("Libros ilustrados, meta 14, mín. 6", "Libros ilustrados", Some(14), Some(6)),
        ("Libros ilustrados mínimo 6", "Libros ilustrados", None, Some(6)),
        ("Books, min 6", "Books", None, Some(6)),
        ("  • Bookmarks  ", "Bookmarks", None, None),
        ("☐ Bookmarks 50", "Bookmarks", Some(50), None),
        ("3. Bookmarks 50", "Bookmarks", Some(50), None),
        ("3-D glasses", "3-D glasses", None, None),
        ("3-D glasses 20 / 5", "3-D glasses", Some(20), Some(5)),
        ("Paper A4", "Paper A4", None, None),
        ("Covid-19", "Covid-19", None, None),
        ("Workbooks, grade 5, 10 / 4", "Workbooks, grade 5", Some(10), Some(4)),
        ("Workbooks grade 5,", "Workbooks grade 5", None, None),
        ("Flyers 1,000 / 200", "Flyers", Some(1000), Some(200)),
        ("Flyers 1,000", "Flyers", Some(1000), None),
        ("Flyers,200,100", "Flyers", Some(200), Some(100)),
        ("2 / 1 Combination locks 0 / 0", "2 / 1 Combination locks", Some(0), Some(0)),
        ("Pens\u{a0}12\u{a0}/\u{a0}4", "Pens", Some(12), Some(4)),
        ("Parent guides", "Parent guides", None, None),
        ("Minimum wage flyer 30", "Minimum wage flyer", Some(30), None),
    ];
    for (line, name, par, minimum) in cases {
        assert_eq!(read_line(line, &[]), item(name, par, minimum), "{line}");
    }
}

#[test]
fn tables_headings_and_what_is_no_item() {
    let zones = ["Table 1".to_owned()];
    assert_eq!(read_line("Front table:", &zones), ListLine::Table("Front table".to_owned()));
    assert_eq!(
        read_line("table 1", &zones),
        ListLine::Table("table 1".to_owned()),
        "a table of the hub needs no colon"
    );
    for nothing in ["", "   ", "•", "Item\tTarget\tMinimum", "Artículo, Meta, Mín."] {
        assert_eq!(read_line(nothing, &zones), ListLine::Nothing, "{nothing}");
    }
    assert!(matches!(read_line("14 / 6", &zones), ListLine::Fault(_)));
    assert!(matches!(read_line("Books 100001", &zones), ListLine::Fault(_)));
}

fn hub_with_items() -> Book {
    let mut book = Book::new(KINDS);
    let text = |key: &str, value: &str| (key.to_owned(), Value::text(value));
    testing::set(&mut book, HUB.id, HUB_ID, [text("name", "Natchaug"), text("zones", "Table 1\nBoard")]);
    testing::set(&mut book, ITEM.id, Id(1), [text("name", "Picture books"), text("name_es", "Libros ilustrados")]);
    testing::set(&mut book, ITEM.id, Id(2), [text("name", "Bookmarks"), text("code", "9780306406157")]);
    book
}

fn planned(book: &Book, table: &str, text: &str) -> ItemPlan {
    let tables = zones(book.alive(HUB.id, HUB_ID).unwrap());
    plan(&Catalog::of(book), &lying(book, &mut Index::default(), HUB_ID), &tables, table, text)
}

/// Writes what a list would do, and says what lies at the hub then.
fn write(book: &mut Book, text: &str) -> Vec<(String, String, Option<i64>, Option<i64>)> {
    let plan = planned(book, "", text);
    assert_eq!(plan.faults, []);
    let mut next = 100;
    let rows = rows(book, HUB_ID, &plan, &mut || {
        next += 1;
        Id(next)
    });
    for (kind, id, values) in rows {
        testing::set(book, kind, id, values);
    }
    let lie = lying(book, &mut Index::default(), HUB_ID).into_iter();
    lie.map(|row| (row.zone, row.name, row.par, row.minimum)).collect()
}

#[test]
fn a_list_puts_new_and_known_items_on_their_tables() {
    let mut book = hub_with_items();
    let list = "Libros Ilustrados 14 / 6\n\nShelf by the door:\n9780306406157 50\nCrayons\nboard\nFlyers 30 / 10";
    let there = write(&mut book, list);
    let row = |zone: &str, name: &str, par, minimum| (zone.to_owned(), name.to_owned(), par, minimum);
    assert_eq!(
        there,
        [
            row("Board", "Flyers", Some(30), Some(10)),
            row("Shelf by the door", "Bookmarks", Some(50), None),
            row("Shelf by the door", "Crayons", None, None),
            row("", "Picture books", Some(14), Some(6)),
        ]
    );
    assert_eq!(zones(book.alive(HUB.id, HUB_ID).unwrap()), ["Table 1", "Board", "Shelf by the door"]);
    assert_eq!(book.living(ITEM.id).count(), 4, "what the catalog has is not made again");
    // The same list once more changes nothing; numbers that it leaves out stay.
    let again = planned(&book, "", list);
    assert!(again.items.iter().all(|planned| planned.outcome == Outcome::Same), "{again:?}");
    let changed = planned(&book, "", "crayons 12\nPicture books");
    assert_eq!(
        changed.items.iter().map(|planned| planned.outcome).collect::<Vec<_>>(),
        [Outcome::Changed, Outcome::Same]
    );
    let there = write(&mut book, "crayons 12\nPicture books 20");
    assert_eq!(there[2], row("Shelf by the door", "Crayons", Some(12), None));
    assert_eq!(there[3], row("", "Picture books", Some(20), Some(6)));
}

#[test]
fn what_cannot_be_read_is_said_with_its_line_and_the_rest_is_planned() {
    let mut book = hub_with_items();
    testing::set(&mut book, ITEM.id, Id(3), [("name".to_owned(), Value::text("bookmarks"))]);
    let list = "Crayons 5 / 8\nbookmarks 3\n9780306406158\n9780140449112\ncrayons\n7\nPens 9\npens 3";
    let plan = planned(&book, "Table 1", list);
    let said: Vec<(usize, String)> = plan.faults.iter().map(|(line, message)| (*line, message.say(Lang::En))).collect();
    let said: Vec<(usize, &str)> = said.iter().map(|(line, words)| (*line, words.as_str())).collect();
    assert_eq!(
        said,
        [
            (1, "The minimum (8) is more than the target (5)"),
            (2, "More than one item is called “bookmarks”. Write the barcode of the one you mean"),
            (3, "A digit is wrong in the barcode 9780306406158"),
            (4, "No item has the barcode 9780140449112. Add the item first, or write its name"),
            (5, "“crayons” is already on line 1"),
            (6, "Write the item’s name before the number"),
            (8, "“pens” is already on line 7"),
        ]
    );
    let items: Vec<(&str, &str)> =
        plan.items.iter().map(|planned| (planned.name.as_str(), planned.zone.as_str())).collect();
    assert_eq!(items, [("Pens", "Table 1")]);
    // Of two with one name, the one that lies here is meant.
    let shelf = [("hub", HUB_ID), ("item", Id(3))].map(|(key, id)| (key.to_owned(), Value::link(id)));
    testing::set(&mut book, SHELF.id, Id(50), shelf);
    assert_eq!(planned(&book, "", "Bookmarks 3").items[0].item, Some(Id(3)));
}

proptest! {
    #[test]
    fn any_line_is_read_and_its_numbers_are_those_that_stand_there(text in "\\PC{0,40}") {
        if let ListLine::Item { name, par, minimum } = read_line(&text, &[]) {
            prop_assert!(!name.trim().is_empty());
            for number in [par, minimum].into_iter().flatten() {
                prop_assert!((0..=MOST as i64).contains(&number));
                let plain: String = text.chars().filter(char::is_ascii_digit).collect();
                prop_assert!(plain.contains(number.to_string().as_str()), "{number} in {text}");
            }
        }
    }

    #[test]
    fn what_a_hub_says_of_an_item_is_read_back(name in "[A-Z][a-z]{1,9}( [a-z]{3,8}){0,3}", par in 0..100_000_i64, less in 0..1000_i64) {
        let minimum = (par - less).max(0);
        let lines = [
            format!("{name} {par} / {minimum}"),
            format!("{name} · target {par} · min. {minimum}"),
            format!("{name}\t{par}\t{minimum}"),
        ];
        for line in lines {
            prop_assert_eq!(read_line(&line, &[]), item(&name, Some(par), Some(minimum)));
        }
    }
}

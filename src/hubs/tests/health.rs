//! Boards, and how the hubs are.

use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::hubs::board::{PostingState, board};
use crate::hubs::count;
use crate::hubs::health::{STALE_AFTER_DAYS, Use, Went, of_hub};
use crate::hubs::stock::{cloned, found, lying, movement, shelf_id};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::value::Value;

const HUB_ID: Id = Id(0x11);
const TODAY: Now = Now { ms: crate::work::testing::NOON, offset_minutes: 0 };

fn text(key: &str, value: &str) -> (String, Value) {
    (key.to_owned(), Value::text(value))
}

fn list(key: &str, values: &[&str]) -> (String, Value) {
    (key.to_owned(), Value::List(values.iter().map(|value| Value::text(*value)).collect()))
}

fn used(book: &Book) -> Use {
    let mut went = Went::until(TODAY.today());
    went.add(book, &mut Index::default(), HUB_ID);
    went.told(book)
}

fn hub() -> Book {
    let mut book = Book::new(KINDS);
    let values = [text("name", "Natchaug"), text("zones", "Table 1"), list("languages", &["en", "es"])];
    testing::set(&mut book, "hub", HUB_ID, values);
    book
}

fn post(book: &mut Book, id: u128, title: &str, more: &[(String, Value)]) {
    let own = [text("title", title), text("hub", &HUB_ID.to_string())];
    testing::set(book, "posting", Id(id), own.into_iter().chain(more.iter().cloned()));
}

#[test]
fn a_board_says_what_to_take_down_and_what_is_missed() {
    let mut book = hub();
    let yes = |key: &str| (key.to_owned(), Value::Bool(true));
    post(&mut book, 1, "Tax help", &[text("event_on", "2026-11-21"), list("languages", &["es"])]);
    post(&mut book, 2, "Story time", &[text("event_on", "2026-11-22"), list("languages", &["en"])]);
    post(&mut book, 3, "Flu shots", &[text("until", "2026-11-22")]);
    post(&mut book, 4, "Opening hours", &[yes("planned"), yes("down")]);
    post(&mut book, 5, "Old flyer", &[yes("down"), text("until", "2026-01-01")]);
    post(&mut book, 6, "Card sign-up", &[yes("planned")]);
    let day = |text: &str| text.parse().unwrap();
    let today = board(&book, &mut Index::default(), HUB_ID, TODAY.today());
    let said: Vec<_> = today.posted.iter().map(|posted| (posted.title.as_str(), posted.hangs)).collect();
    assert_eq!(
        said,
        [
            ("Tax help", PostingState::Stale(day("2026-11-21"))),
            ("Flu shots", PostingState::Stale(day("2026-11-22"))),
            ("Opening hours", PostingState::Missing),
            ("Card sign-up", PostingState::Up(None)),
            ("Story time", PostingState::Up(Some(day("2026-11-22")))),
        ]
    );
    assert_eq!(today.stale(), 2);
    // What is over speaks to nobody.
    assert_eq!(today.unspoken.iter().map(|language| language.key).collect::<Vec<_>>(), ["es"]);
}

#[test]
fn a_clone_has_the_plan_and_neither_stock_nor_people() {
    let mut book = hub();
    let item = Id(0x21);
    testing::set(&mut book, "hub", HUB_ID, [text("contact_name", "Rosa"), text("access", "Key at the desk")]);
    testing::set(&mut book, "item", item, [text("name", "Picture books")]);
    let place = [
        text("hub", &HUB_ID.to_string()),
        text("item", &item.to_string()),
        text("zone", "Table 1"),
        ("par".to_owned(), Value::Number(20.0)),
    ];
    testing::set(&mut book, "shelf", shelf_id(HUB_ID, item), place);
    post(&mut book, 1, "Opening hours", &[("planned".to_owned(), Value::Bool(true)), text("until", "2026-12-01")]);
    post(&mut book, 2, "Story time", &[]);
    let hand = Author { by: None, now: TODAY };
    let stocked = movement(Id(0x31), "stocked", HUB_ID, item, 20, hand);
    testing::set(&mut book, stocked.0, stocked.1, stocked.2);

    let copy = Id(0x12);
    let mut next = 0x900;
    let mut new_id = || {
        next += 1;
        Id(next)
    };
    for (kind, id, values) in cloned(&book, &mut Index::default(), HUB_ID, copy, "Sweeney", &mut new_id) {
        testing::set(&mut book, kind, id, values);
    }
    let record = book.alive("hub", copy).unwrap();
    assert_eq!((record.text("name"), record.text("zones")), (Some("Sweeney"), Some("Table 1")));
    assert_eq!((record.text("contact_name"), record.text("access")), (None, None));
    let rows = lying(&book, &mut Index::default(), copy);
    assert_eq!(
        rows.iter().map(|row| (row.on_hand, row.par, row.zone.as_str())).collect::<Vec<_>>(),
        [(0, Some(20), "Table 1")]
    );
    let plan = board(&book, &mut Index::default(), copy, TODAY.today());
    assert_eq!(
        plan.posted.iter().map(|posted| (posted.title.as_str(), posted.hangs)).collect::<Vec<_>>(),
        [("Opening hours", PostingState::Missing)]
    );
    // The hub that was cloned stands as it stood.
    assert_eq!(lying(&book, &mut Index::default(), HUB_ID)[0].on_hand, 20);
}

#[test]
fn a_hub_wants_care_when_it_is_alone_short_or_out_of_date() {
    let mut book = hub();
    let (item, day) = (Id(0x21), 86_400_000);
    let now = |days_ago: i64| Now { ms: TODAY.ms - days_ago * day, ..TODAY };
    let one = |book: &Book| of_hub(book, &mut Index::default(), HUB_ID, TODAY.today());
    let cares = |book: &Book| one(book).wants_care(TODAY.today());
    assert!(cares(&book), "nobody was ever there");
    let visit = |book: &mut Book, id: u128, days: i64| {
        let when = crate::model::date::stored(now(days).moment());
        testing::set(book, "hub_visit", Id(id), [text("hub", &HUB_ID.to_string()), text("when", &when)]);
    };
    visit(&mut book, 1, STALE_AFTER_DAYS + 1);
    assert!(cares(&book));
    visit(&mut book, 2, STALE_AFTER_DAYS);
    assert!(!cares(&book));
    assert_eq!(one(&book).days_alone(TODAY.today()), Some(STALE_AFTER_DAYS));

    testing::set(&mut book, "item", item, [text("name", "Picture books")]);
    let place =
        [text("hub", &HUB_ID.to_string()), text("item", &item.to_string()), ("minimum".to_owned(), Value::Number(3.0))];
    testing::set(&mut book, "shelf", shelf_id(HUB_ID, item), place);
    assert_eq!((one(&book).short, one(&book).owed, one(&book).unknown), (0, 0, 1), "nobody knows how many there are");
    let mut happen = |id: u128, what: &str, amount, days| {
        let row = movement(Id(id), what, HUB_ID, item, amount, Author { by: None, now: now(days) });
        testing::set(&mut book, row.0, row.1, row.2);
        book.clone()
    };
    assert_eq!(one(&happen(0x31, "taken", 1, 20)).owed, 1);
    let book_now = happen(0x32, "stocked", 10, 19);
    assert!(!cares(&book_now));

    // What people took: written down, and found missing.
    let mut book = book_now;
    let row = found(&book, &mut Index::default(), HUB_ID, item, Id(0x41), 5, Author { by: None, now: now(3) });
    testing::set(&mut book, row.0, row.1, row.2);
    let lately = used(&book);
    assert_eq!(lately.items, [("Picture books".to_owned(), 5)]);
    assert_eq!(lately.weeks.iter().map(|(_, went)| *went).collect::<Vec<_>>(), [1, 0, 4]);
    assert_eq!(used(&hub()).weeks, []);
}

#[test]
fn what_nobody_has_counted_yet_is_neither_short_nor_different() {
    let mut book = hub();
    let (item, walk) = (Id(0x21), Id(0x41));
    testing::set(&mut book, "item", item, [text("name", "Picture books")]);
    let place =
        [text("hub", &HUB_ID.to_string()), text("item", &item.to_string()), ("minimum".to_owned(), Value::Number(3.0))];
    testing::set(&mut book, "shelf", shelf_id(HUB_ID, item), place);
    let row = |book: &Book| lying(book, &mut Index::default(), HUB_ID).remove(0);
    let line = |book: &Book, walk: Id| count::walk(book, &mut Index::default(), HUB_ID, walk).lines.remove(0);
    assert_eq!((row(&book).is_unknown(), row(&book).is_short()), (true, false));
    assert!(line(&book, walk).first);

    let mut counts = |walk: Id, amount: i64| {
        let author = Author { by: None, now: TODAY };
        let row = found(&book, &mut Index::default(), HUB_ID, item, walk, amount, author);
        testing::set(&mut book, row.0, row.1, row.2);
        book.clone()
    };
    let first = counts(walk, 2);
    assert_eq!((row(&first).is_unknown(), row(&first).is_short()), (false, true));
    let counted = line(&first, walk);
    assert_eq!((counted.first, counted.found, counted.difference()), (true, Some(2), 0));
    // The number put right is still of the first count; that of the next walk has one to differ from.
    assert!(line(&counts(walk, 4), walk).first);
    let again = counts(Id(0x42), 1);
    assert_eq!((line(&again, Id(0x42)).first, line(&again, Id(0x42)).difference()), (false, -3));
}

//! What is checked, when Today says so, and what each tap writes.

use super::kinds::{CHECK_PAUSE, PARTNER_REVIEW};
use super::opportunities::{Why, opportunities};
use super::pausing::{Check, MONTH, WEEK, is_named, paused_until, put_off};
use super::review::{by_review, reviewed, to_review};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::check;
use crate::model::date;
use crate::model::index::Index;
use crate::model::text::Message;
use crate::work::library::library_id;
use crate::work::testing::*;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

/// Whom to review on a day, of made-up records that were written on September 21, 2026.
fn whom(book: &Book, on: &str) -> Vec<u128> {
    let all = to_review(book, &mut Index::default(), day(on));
    all.into_iter().map(|one| one.partner.0).collect()
}

#[test]
fn partners_are_reviewed_once_in_a_while_by_what_the_library_says() {
    let of = |id: u128| Id(id).to_string();
    let mut book = testing::book(&[
        ("partner", 0x11, &[("name", "Bakery"), ("status", "active")]),
        ("partner", 0x12, &[("name", "Diner"), ("status", "active")]),
        ("partner", 0x13, &[("name", "The Diner"), ("status", "lapsed"), ("same_as", &of(0x12))]),
        ("partner", 0x14, &[("name", "Closed"), ("status", "ended")]),
        ("partner", 0x15, &[("name", "Nobody said")]),
        ("partner", 0x16, &[("name", "Status set since"), ("status", "active")]),
        // What its other name says of it holds: it has ended.
        ("partner", 0x17, &[("name", "Depot")]),
        ("partner", 0x18, &[("name", "The Depot"), ("status", "ended"), ("same_as", &of(0x17))]),
        ("partner_review", 0x24, &[("partner", &of(0x16)), ("when", "2025-01-01")]),
        ("partner_review", 0x21, &[("partner", &of(0x11)), ("when", "2026-12-22")]),
        ("partner_review", 0x22, &[("partner", &of(0x13)), ("when", "2026-12-21")]),
        ("partner_review", 0x23, &[("partner", &of(0x11)), ("when", "2025-01-01")]),
    ]);
    // Those first that were left longest; a review under another name counts, and what ended is left alone.
    assert_eq!(whom(&book, "2026-11-22"), []);
    let all = by_review(&book, &mut Index::default());
    assert_eq!(all.iter().map(|one| one.partner.0).collect::<Vec<_>>(), [0x15, 0x16, 0x12, 0x11]);
    assert_eq!(whom(&book, "2027-03-22"), [0x15, 0x16, 0x12]);
    assert_eq!(whom(&book, "2027-03-23"), [0x15, 0x16, 0x12, 0x11]);
    for (every, found) in [("month", 4), ("half_year", 2), ("year", 0), ("never", 0), ("as somebody wrote", 4)] {
        testing::set(&mut book, "library", library_id(), [("review_every".to_owned(), every.into())]);
        assert_eq!(whom(&book, "2027-03-23").len(), found, "{every}");
    }
}

fn author(tablet: &Tablet) -> Author {
    Author { by: Some(Id(0x41)), now: tablet.work.now() }
}

fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) {
    now(tablet.work.run(Command::Write { label: Message::same("written"), rows })).unwrap();
}

fn partner_of(tablet: &Tablet) {
    let values = [("name", "Bakery"), ("status", "active")];
    let values = values.map(|(key, text)| (key.to_owned(), Value::text(text)));
    write(tablet, vec![("partner", Id(0x11), values.into())]);
}

#[test]
fn a_tap_says_that_it_is_still_so_and_another_status_is_written_with_it() {
    let tablet = Tablet::new(1);
    partner_of(&tablet);
    let rows = |status: &str| reviewed(&tablet.work.state().book, Id(0x11), status, author(&tablet));
    assert_eq!(rows("").iter().map(|row| row.0).collect::<Vec<_>>(), ["partner_review"]);
    assert_eq!(rows("active"), rows(""), "the same status is not written again");
    assert_eq!(rows("lapsed").iter().map(|row| row.0).collect::<Vec<_>>(), ["partner_review", "partner"]);
    write(&tablet, rows("lapsed"));
    let state = tablet.work.state();
    assert_eq!(state.book.alive("partner", Id(0x11)).unwrap().text("status"), Some("lapsed"));
    for review in state.book.living(PARTNER_REVIEW.id) {
        assert_eq!(check::check(&PARTNER_REVIEW, PARTNER_REVIEW.fields(), |key| review.get(key)), vec![]);
    }
    assert_eq!(reviewed(&state.book, Id(0x99), "active", author(&tablet)), vec![]);
}

#[test]
fn two_tablets_that_review_or_put_off_the_same_do_it_once() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    partner_of(&a);
    b.import(&a.export()).unwrap();
    for tablet in [&a, &b] {
        let rows = reviewed(&tablet.work.state().book, Id(0x11), "", author(tablet));
        write(tablet, rows);
        write(tablet, vec![put_off(Check::Partners, WEEK, "School break", author(tablet)).unwrap()]);
    }
    a.import(&b.export()).unwrap();
    let state = a.work.state();
    assert_eq!(state.book.living(PARTNER_REVIEW.id).count(), 1);
    assert_eq!(state.book.living(CHECK_PAUSE.id).count(), 1);
}

#[test]
fn a_check_is_put_off_with_a_reason_and_comes_back() {
    let tablet = Tablet::new(1);
    let today = tablet.work.now().today();
    assert_eq!(put_off(Check::Partners, WEEK, "  ", author(&tablet)), None, "not without a reason");
    for (check, days) in [(Check::Partners, MONTH), (Check::Partners, WEEK), (Check::Hubs, WEEK)] {
        write(&tablet, vec![put_off(check, days, "School break", author(&tablet)).unwrap()]);
    }
    let until = |check: Check, after: i64| {
        let state = tablet.work.state();
        paused_until(&state.book, check, today + chrono::TimeDelta::days(after))
            .map(|(_, until)| (until - today).num_days())
    };
    assert_eq!(
        (until(Check::Partners, 0), until(Check::Partners, 27), until(Check::Partners, 28)),
        (Some(28), Some(28), None)
    );
    assert_eq!((until(Check::Hubs, 6), until(Check::Hubs, 7), until(Check::Opportunities, 0)), (Some(7), None, None));
    let (id, _) = paused_until(&tablet.work.state().book, Check::Hubs, today).unwrap();
    now(tablet.work.run(Command::Delete(CHECK_PAUSE.id, id))).unwrap();
    assert_eq!(until(Check::Hubs, 0), None);
    let state = tablet.work.state();
    for pause in state.book.living(CHECK_PAUSE.id) {
        assert_eq!(check::check(&CHECK_PAUSE, CHECK_PAUSE.fields(), |key| pause.get(key)), vec![]);
    }
}

#[test]
fn today_names_a_check_on_one_day_a_week() {
    let today = day("2026-11-22");
    for (named, yes) in [
        (None, true),
        (Some("2026-11-22"), true),
        (Some("2026-11-21"), false),
        (Some("2026-11-16"), false),
        (Some("2026-11-15"), true),
        (Some("2025-11-15"), true),
        (Some("2026-11-24"), true),
        (Some("2031-01-01"), true),
    ] {
        assert_eq!(is_named(named.map(day), today), yes, "{named:?}");
    }
}

#[test]
fn an_opportunity_has_its_reason_and_nobody_is_pestered() {
    let of = |id: u128| Id(id).to_string();
    let mut book = testing::book(&[
        ("partner", 0x11, &[("name", "Bakery"), ("status", "active"), ("offers", " Bread, baked daily ")]),
        ("partner", 0x12, &[("name", "Arts council"), ("status", "idea"), ("offers", "A stage")]),
        ("partner", 0x13, &[("name", "Clinic"), ("status", "active"), ("expanding", "yes")]),
        ("partner", 0x14, &[("name", "Church"), ("status", "active"), ("expanding", "yes")]),
        ("partner", 0x15, &[("name", "Diner"), ("offers", "Food")]),
        ("partner", 0x16, &[("name", "Gone"), ("status", "ended"), ("offers", "A room")]),
        ("partner", 0x17, &[("name", "Quiet please"), ("status", "idea")]),
        ("partner", 0x18, &[("name", "The diner"), ("same_as", &of(0x15)), ("offers", "Food, too")]),
        ("partner", 0x19, &[("name", "Zoo"), ("expanding", "maybe")]),
        // One is told once, by what all of its names say.
        ("partner", 0x1a, &[("name", "The arts council"), ("same_as", &of(0x12)), ("status", "idea")]),
        ("partner", 0x1b, &[("name", "Museum")]),
        ("partner", 0x1c, &[("name", "The museum"), ("same_as", &of(0x1b)), ("expanding", "yes")]),
        ("ask", 0x21, &[("partner", &of(0x14)), ("what", "Chairs"), ("asked_on", "2026-10-01")]),
        ("ask", 0x22, &[("partner", &of(0x18)), ("what", "Soup"), ("asked_on", "2025-10-01")]),
    ]);
    testing::set(&mut book, "partner", Id(0x17), [("do_not_contact".to_owned(), true.into())]);
    let found = |on: &str| {
        let all = opportunities(&book, &mut Index::default(), day(on)).into_iter();
        all.map(|one| (one.partner.0, one.why)).collect::<Vec<_>>()
    };
    let bread = (0x11, Why::Offers("Bread, baked daily".into()));
    assert_eq!(found("2026-11-22"), [(0x12, Why::Idea), (0x13, Why::Expanding), (0x1b, Why::Expanding), bread.clone()]);
    assert_eq!(
        found("2027-01-15"),
        [(0x12, Why::Idea), (0x14, Why::Expanding), (0x13, Why::Expanding), (0x1b, Why::Expanding), bread],
        "whoever was asked months ago is one again"
    );
    assert!(KINDS.iter().any(|kind| kind.id == CHECK_PAUSE.id));
}

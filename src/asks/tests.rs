use super::ask::{ANSWER, ASK, TEMPLATES};
use super::capability::ASKS;
use super::give_and_get::{Lately, give_and_get, thanks_owed};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::operation::DELETED;
use crate::model::query::{self, Query, Sort};
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::model::{check, date};
use crate::partners;
use crate::ports::Role;
use crate::work::due::due;
use crate::work::job::Job;
use crate::work::memory::{MemoryStore, SeededIds, StillClock};
use crate::work::policy::Registry;
use crate::work::practice;
use crate::work::workspace::Workspace;
use chrono::NaiveDate;
use futures_util::FutureExt;
use std::cell::Cell;
use std::rc::Rc;

const ONE: Id = Id(0x21);

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

/// What is due of asks on a Sunday in November.
fn on_today(book: &Book) -> Vec<String> {
    due(book, &mut Index::default(), day("2026-11-22"))
        .into_iter()
        .filter(|due| *due.kind == ASK)
        .map(|due| due.step)
        .collect()
}

/// An ask whose next step is due in three days.
fn asked() -> Book {
    let partner = Id(0x11).to_string();
    let values = [
        ("partner", partner.as_str()),
        ("what", "Refreshments"),
        ("asked_on", "2026-11-18"),
        ("answer", "not_yet"),
        ("next_step", "Ask again"),
        ("next_date", "2026-11-25"),
    ];
    testing::book(&[("partner", 0x11, &[("name", "Soup Kitchen")]), (ASK.id, ONE.0, &values)])
}

fn set(book: &mut Book, key: &str, value: Value) {
    testing::set(book, ASK.id, ONE, [(key.to_owned(), value)]);
}

#[test]
fn a_next_step_is_on_today_until_it_is_done() {
    let mut book = asked();
    assert_eq!(on_today(&book), ["Ask again"]);
    set(&mut book, "next_done", Value::Bool(true));
    assert_eq!(on_today(&book), Vec::<String>::new());
    set(&mut book, "next_done", Value::Bool(false));
    set(&mut book, "next_date", Value::text("2026-12-24"));
    assert_eq!(on_today(&book), Vec::<String>::new(), "more than a week ahead");
}

#[test]
fn no_answer_keeps_a_promise_of_the_library() {
    let mut book = asked();
    for answer in ANSWER {
        set(&mut book, "answer", Value::text(answer.key));
        assert_eq!(on_today(&book), ["Ask again"], "{}", answer.key);
    }
    set(&mut book, "thanked_on", Value::text("2026-11-20"));
    assert_eq!(on_today(&book), ["Ask again"]);
}

#[test]
fn what_is_deleted_and_asks_without_a_day_are_not_on_today() {
    let mut book = asked();
    set(&mut book, DELETED, true.into());
    assert_eq!(on_today(&book), Vec::<String>::new());
    let mut book = asked();
    set(&mut book, "next_date", Value::Null);
    assert_eq!(on_today(&book), Vec::<String>::new());
}

#[test]
fn asks_stand_in_the_order_of_their_days() {
    let mut book = asked();
    for (id, asked_on) in [(0x22, "2026-11-30"), (0x23, "2026-02-01"), (0x24, "")] {
        testing::set(&mut book, ASK.id, Id(id), [("asked_on".to_owned(), Value::text(asked_on))]);
    }
    assert_eq!(ASK.happened().map(|field| field.key), Some("asked_on"));
    let latest = Query { sort: Sort::Latest("asked_on"), ..Query::default() };
    let found = query::run(&book, &mut Index::default(), &ASK, &latest);
    assert_eq!(found, [Id(0x22), ONE, Id(0x23), Id(0x24)]);
}

#[test]
fn no_is_told_like_any_other_answer() {
    let (_, shown) = ASKS.kinds[0];
    assert_eq!((shown.tone(Some("no")), shown.tone(Some("yes"))), ("plain", "good"));
}

#[test]
fn the_made_up_asks_are_whole_and_are_of_made_up_partners() {
    let clock = Rc::new(StillClock(Cell::new(1_795_356_840_000)));
    let ids = Rc::new(SeededIds(Cell::new(1)));
    let (store, job) = (Rc::new(MemoryStore::default()), Job::quiet());
    let opened = Workspace::open(store, clock, ids, Registry::new(KINDS, ASKS.policies), &job);
    let work = opened.now_or_never().unwrap().unwrap();
    work.set_role(Role::Writer).now_or_never().unwrap().unwrap();
    let made_up = practice::notes(&work, [partners::practice::notes, crate::asks::practice::notes], Lang::En);
    work.run(made_up).now_or_never().unwrap().unwrap();
    let state = work.state();
    let asks: Vec<_> = state.book.records(ASK.id).collect();
    assert_eq!(asks.len(), 3);
    for ask in asks {
        assert!(state.book.alive("partner", ask.link("partner").unwrap()).is_some());
        assert_eq!(check::check(&ASK, ASK.fields(), |key| ask.get(key)), vec![]);
    }
    assert_eq!(on_today(&state.book), ["Ask about the open house again"]);
}

fn asks(values: &[&[(&str, &str)]]) -> Book {
    let partner = Id(0x11).to_string();
    let mut book = testing::book(&[("partner", 0x11, &[("name", "Soup Kitchen")])]);
    for (at, values) in values.iter().enumerate() {
        let own = [("partner", partner.as_str()), ("what", "Refreshments")];
        let values = own.iter().chain(*values).map(|(key, value)| ((*key).to_owned(), Value::text(*value)));
        testing::set(&mut book, ASK.id, Id(0x21 + at as u128), values);
    }
    book
}

#[test]
fn give_and_get_is_counted_and_a_second_ask_within_a_month_is_told() {
    let book = asks(&[
        &[("asked_on", "2026-01-05"), ("answer", "yes")],
        &[("asked_on", "2026-11-01"), ("answer", "no"), ("who_asks", "we_ask")],
        &[("asked_on", "2026-11-15"), ("answer", "yes"), ("staff", "00000000000000000000000000000031")],
        &[("asked_on", "2026-12-15"), ("answer", "later")],
        &[("asked_on", "2026-11-20"), ("answer", "yes"), ("who_asks", "they_ask")],
        &[("asked_on", "2026-11-20"), ("answer", "no"), ("who_asks", "they_ask")],
    ]);
    let on = |day_: &str| give_and_get(&book, &mut Index::default(), Id(0x11), day(day_));
    let sum = on("2026-11-27");
    assert_eq!((sum.we_asked, sum.they_gave, sum.they_asked, sum.we_gave), (4, 2, 2, 1));
    let lately = Lately { days: 12, staff: Some(Id(0x31)), what: "Refreshments".into() };
    assert_eq!(sum.lately, Some(lately), "the last one, and none that is still to come");
    let last = |on_day: &str| on(on_day).lately.map(|lately| lately.days);
    assert_eq!((last("2026-12-14"), last("2027-01-14"), last("2027-01-15")), (Some(29), Some(30), None));
}

#[test]
fn thanks_are_owed_for_what_came_about_until_somebody_thanked() {
    let book = asks(&[
        &[("answer", "yes"), ("delivered_on", "2026-11-20")],
        &[("answer", "yes"), ("delivered_on", "2026-11-10")],
        &[("answer", "yes")],
        &[("answer", "yes"), ("delivered_on", "2026-11-01"), ("thanked_on", "2026-11-02")],
        &[("answer", "yes"), ("delivered_on", "2026-11-01"), ("who_asks", "they_ask")],
    ]);
    let owed: Vec<(Id, String)> =
        thanks_owed(&book).into_iter().map(|owed| (owed.ask, owed.since.to_string())).collect();
    assert_eq!(owed, [(Id(0x22), "2026-11-10".into()), (Id(0x21), "2026-11-20".into())]);
}

#[test]
fn the_ready_questions_are_those_of_the_seed() {
    let words: Vec<&str> = TEMPLATES.iter().map(|template| template.words.en).collect();
    assert_eq!(
        words,
        [
            "Could you provide refreshments for an upcoming community meeting at the library?",
            "Would you like to present to a small group on the types of devices available for reading eBooks?",
            "Can we add your name to our sponsor list in exchange for a small donation to buy materials for a teen after \
             school activity?",
        ]
    );
    for template in &TEMPLATES {
        let values = [("kind", Value::text(template.kind)), ("what", Value::text(template.words.en))];
        for (key, value) in values {
            let field = ASK.field(key).unwrap();
            assert!(check::check_field(field, Some(&value)).is_none(), "{key}");
        }
    }
}

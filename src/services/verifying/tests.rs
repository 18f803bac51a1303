//! Which service is called next, and what becomes of a call.

use super::{AGAIN_AFTER_DAYS, Learned, Round, ToVerify, asked, round, verified};
use crate::formats::testing::{book, set};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::services::answers::{Asks, answers};
use crate::services::hours::{Clock, STALE_AFTER_DAYS};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

/// Wednesday, November 25, 2026, 12:00 where clocks are five hours behind.
const NOON: Now = Now { ms: 1_795_626_000_000, offset_minutes: -300 };

fn ago(days: u64) -> String {
    (NOON.today() - Days::new(days)).to_string()
}

/// A service, and how many days ago it was verified, called in vain, and given to somebody.
type Called<'a> = (u128, &'a [u64], &'a [u64], &'a [u64]);

/// A book of services, of the days before today on which each was verified, called in vain, and given to somebody.
fn town(services: &[Called]) -> Book {
    let mut all = book(&[]);
    let mut at = 0x1000;
    let mut write = |kind: &str, id: Id, values: &[(&str, &str)]| {
        set(&mut all, kind, id, values.iter().map(|(key, value)| ((*key).to_owned(), Value::text(*value))));
    };
    for (id, verified, missed, given) in services {
        write("service", Id(*id), &[("name", "Food pantry"), ("hours", "24/7")]);
        let service = Id(*id).to_string();
        let checks = verified.iter().map(|days| ("still_so", days));
        for (result, days) in checks.chain(missed.iter().map(|days| ("not_reached", days))) {
            at += 1;
            write("verification", Id(at), &[("service", &service), ("result", result), ("when", &ago(*days))]);
        }
        for days in *given {
            at += 1;
            let when = format!("{}T15:00:00.000Z", ago(*days));
            // The same service twice in one referral counts once.
            let values = [("need", "food"), ("when", &when), ("service", &service), ("service_3", &service)];
            write("referral", Id(at), &values);
        }
    }
    all
}

fn order(round: &[ToVerify]) -> Vec<u128> {
    round.iter().map(|one| one.service.0).collect()
}

fn today(book: &Book) -> Round {
    round(book, &mut Index::default(), NOON.today())
}

#[test]
fn those_come_first_that_nobody_is_sure_of_and_of_these_the_ones_that_are_given_most() {
    let round = today(&town(&[
        (1, &[100], &[], &[1, 2, 3]),
        (2, &[200], &[], &[5]),
        (3, &[300], &[], &[5]),
        (4, &[], &[], &[]),
        (5, &[10], &[], &[1, 1, 1]),
        (6, &[181], &[], &[7, 8]),
        // Given long ago.
        (7, &[95], &[], &[200, 300]),
    ]));
    assert_eq!(order(&round.due), [6, 3, 2, 4, 1, 7]);
    assert_eq!(round.due[0].given, 2);
    assert_eq!(round.due[5].given, 0);
    assert_eq!(round.hidden, []);
}

#[test]
fn who_was_called_in_vain_today_waits_until_tomorrow_and_who_was_twice_is_listed_apart() {
    let round = today(&town(&[
        (1, &[200], &[0], &[]),
        (2, &[200], &[1], &[]),
        (3, &[200], &[9, 3], &[]),
        (4, &[2], &[300], &[]),
    ]));
    assert_eq!((order(&round.due), order(&round.hidden)), (vec![2], vec![3]));
    assert_eq!(round.due[0].missed, Some(NOON.today() - Days::new(1)));
    // What was missed before it was verified is past.
    let round = today(&town(&[(1, &[100], &[200], &[])]));
    assert_eq!(round.due[0].missed, None);
}

/// What a call writes, written.
fn after(book: &mut Book, learned: &Learned, of: u128) {
    let (kind, id, values) = verified(Id(0x9999), Id(of), learned, Author { by: None, now: NOON }, Lang::En);
    set(book, kind, id, values);
}

#[test]
fn a_call_takes_a_service_off_the_round_and_back_into_the_answers() {
    let open = |book: &Book| {
        let asks = Asks { words: "food".to_owned(), ..Asks::default() };
        let found = answers(book, &mut Index::default(), &asks, &Clock::new(NOON.ms, &NOON));
        found.best.first().is_some_and(|best| best.standing.is_open())
    };
    let mut book = town(&[(3, &[200], &[9, 3], &[])]);
    assert!(!open(&book));
    after(&mut book, &Learned::StillSo, 3);
    assert_eq!(today(&book), Round::default());
    assert!(open(&book));
}

#[test]
fn what_changed_is_named_and_what_nobody_could_be_asked_is_no_verification() {
    let hours = asked().next().unwrap();
    let phone = asked().find(|field| field.key == "phone").unwrap();
    let author = Author { by: Some(Id(0x41)), now: NOON };
    let (_, _, values) = verified(Id(1), Id(2), &Learned::Changed(vec![hours, phone]), author, Lang::Es);
    assert_eq!(values["note"], Value::text("Cuándo está abierto, Teléfono"));
    assert_eq!(values["result"], Value::text("changed"));
    assert_eq!(values["when"], Value::text("2026-11-25"));
    let mut book = town(&[(1, &[200], &[], &[])]);
    after(&mut book, &Learned::NotReached, 1);
    assert_eq!(today(&book), Round::default(), "not once more today");
    assert_eq!(order(&round(&book, &mut Index::default(), NOON.today() + Days::new(1)).due), [1]);
}

#[test]
fn all_that_is_asked_is_a_field_of_a_service() {
    assert_eq!(asked().count(), super::ASKED.len());
}

proptest! {
    #[test]
    fn every_service_is_fresh_or_due_or_called_today_or_listed_apart(
        services in prop::collection::vec((prop::collection::vec(0u64..400, 0..3), prop::collection::vec(0u64..400, 0..3)), 0..8),
    ) {
        let all: Vec<Called> =
            services.iter().enumerate().map(|(at, (verified, missed))| (at as u128 + 1, &verified[..], &missed[..], &[][..])).collect();
        let round = today(&town(&all));
        for (id, verified, missed, _) in all {
            let last = verified.iter().min().copied();
            let mut vain: Vec<u64> = missed.iter().copied().filter(|days| last.is_none_or(|last| *days < last)).collect();
            vain.sort_unstable();
            vain.dedup();
            let fresh = last.is_some_and(|days| (days as i64) < AGAIN_AFTER_DAYS);
            prop_assert_eq!(order(&round.hidden).contains(&id), vain.len() > 1);
            prop_assert_eq!(order(&round.due).contains(&id), vain.len() < 2 && !fresh && !vain.contains(&0));
        }
        let stale = |one: &ToVerify| one.since().is_none_or(|day: NaiveDate| (NOON.today() - day).num_days() > STALE_AFTER_DAYS);
        prop_assert!(round.due.is_sorted_by_key(|one| !stale(one)));
    }
}

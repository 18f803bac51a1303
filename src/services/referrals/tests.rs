//! What is kept of somebody who asked for help, what is not, and what of it may be told.

use super::noting::{Asker, Need, Offered, channel, helped, need, one_more, referral};
use super::report::{Report, report};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing::{book, set};
use crate::model::book::Book;
use crate::model::check;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::suppression::PublicCount;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::services::answers::{Asks, answers};
use crate::services::hours::Clock;
use crate::services::kinds::referral::{OFFERED, REFERRAL, fields};
use crate::work::due;
use proptest::prelude::*;

/// Wednesday, November 25, 2026, 12:37:48 where clocks are five hours behind.
const NOW: Now = Now { ms: 1_795_628_268_000, offset_minutes: -300 };
const PANTRY: Id = Id(0x1);
const WIGS: Id = Id(0x61);

fn directory() -> Book {
    let mut book = book(&[
        ("service", 0x1, &[("name", "Riverbend Pantry"), ("hours", "24/7")]),
        ("service", 0x2, &[("name", "Noon meal")]),
        ("service", 0x3, &[("name", "Groceries")]),
        ("service", 0x4, &[("name", "Soup")]),
        ("need", 0x61, &[("name", "Wigs"), ("name_es", "Pelucas"), ("part_of", "clothing")]),
    ]);
    for id in 1..=4 {
        set(&mut book, "service", Id(id), [("needs".to_owned(), Value::List(vec![Value::text("food")]))]);
    }
    book
}

/// The referral that a tap writes of somebody who said this.
fn noted(book: &mut Book, asks: &Asks, offered: Offered) {
    let found = answers(book, &mut Index::default(), asks, &Clock::new(NOW.ms, &NOW));
    let asker =
        Asker { need: need(book, asks, &found), channel: channel(Some("door")), language: asks.language.clone() };
    let (kind, id, values) = referral(Id(0x100), &asker, offered, NOW);
    set(book, kind, id, values);
}

fn asks(words: &str) -> Asks {
    Asks {
        words: words.to_owned(),
        language: Some("es".to_owned()),
        age: Some(34),
        no_documents: true,
        ..Asks::default()
    }
}

#[test]
fn one_tap_keeps_the_hour_the_need_the_language_the_place_and_what_was_offered_and_nothing_else() {
    let mut book = directory();
    noted(&mut book, &asks("comida para María Pérez, 860-555-0123"), Offered::Service(PANTRY));
    let record = book.record("referral", Id(0x100)).unwrap();
    let mut kept: Vec<String> = record.slots().map(|(key, slot)| format!("{}: {:?}", key.0, slot.value)).collect();
    kept.sort();
    let pantry = Value::link(PANTRY);
    assert_eq!(
        kept,
        [
            format!("channel: {:?}", Value::text("door")),
            format!("language: {:?}", Value::text("es")),
            format!("need: {:?}", Value::text("food")),
            format!("offered: {:?}", Value::text("services")),
            format!("service: {pantry:?}"),
            format!("when: {:?}", Value::text("2026-11-25T12:00:00-05:00")),
        ]
    );
    let problems = check::check(&REFERRAL, REFERRAL.fields(), |key| record.get(key));
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn words_that_mean_no_need_are_kept_nowhere() {
    for said in ["María Pérez", "zebra", "12 Maple Street", "860-555-0123"] {
        let mut book = directory();
        noted(&mut book, &asks(said), Offered::NothingKnown);
        let record = book.record("referral", Id(0x100)).unwrap();
        assert_eq!(fields::NEED.of(record), Some("other"));
        assert_eq!(fields::OFFERED.of(record), Some("nothing_known"));
        let all = format!("{record:?}");
        for word in said.split(' ').filter(|word| word.len() > 2) {
            assert!(!all.contains(word), "{word} in {all}");
        }
    }
}

#[test]
fn a_need_is_the_one_tapped_or_what_the_words_mean_also_in_the_teams_own_list() {
    let book = directory();
    let needed = |asks: &Asks| {
        let found = answers(&book, &mut Index::default(), asks, &Clock::new(NOW.ms, &NOW));
        need(&book, asks, &found)
    };
    let app = |key| Need { key, own: None };
    assert_eq!(needed(&asks("comdia hoy")), app("food"));
    assert_eq!(needed(&Asks { need: Some("housing".to_owned()), ..asks("food") }), app("housing"));
    assert_eq!(needed(&asks("pelucas")), Need { key: "clothing", own: Some(WIGS) });
    assert_eq!(needed(&asks("zebra")), app("other"));
    assert_eq!([channel(Some("hub")), channel(Some("moon")), channel(None)], ["hub", "desk", "desk"]);
}

#[test]
fn one_person_is_offered_three_services_at_most_each_once() {
    let mut book = directory();
    noted(&mut book, &asks("food"), Offered::NothingOpen);
    for (service, offered) in [(1, 1), (1, 1), (2, 2), (3, 3), (4, 3), (2, 3)] {
        let values = one_more(book.record("referral", Id(0x100)).unwrap(), Id(service));
        set(&mut book, "referral", Id(0x100), values);
        let record = book.record("referral", Id(0x100)).unwrap();
        let named =
            [fields::SERVICE, fields::SERVICE_2, fields::SERVICE_3].iter().filter(|field| field.of(record).is_some());
        assert_eq!((named.count(), fields::OFFERED.of(record)), (offered, Some("services")), "{service}");
    }
}

#[test]
fn a_call_back_is_due_until_somebody_says_whether_it_helped_and_names_nobody() {
    let mut book = directory();
    noted(&mut book, &asks("food"), Offered::Service(PANTRY));
    let due = |book: &Book| due::due(book, &mut Index::default(), NOW.today());
    assert_eq!(due(&book).len(), 0);
    let agreed = [fields::CALL_BACK.is(true), fields::CALL_BACK_ON.is("2026-11-27")];
    set(&mut book, "referral", Id(0x100), agreed.map(|(key, value)| (key.to_owned(), value)));
    let steps = due(&book);
    assert_eq!(steps.len(), 1);
    assert_eq!((&*steps[0].step, steps[0].record), ("", Id(0x100)));
    set(&mut book, "referral", Id(0x100), helped("not_reached").map(|(key, value)| (key.to_owned(), value)));
    assert_eq!(due(&book).len(), 0);
}

#[test]
fn no_place_for_a_name_a_number_or_who_noted_it() {
    let kind = KINDS.iter().find(|kind| kind.id == "referral").unwrap();
    use crate::model::field::FieldType as Type;
    for field in kind.fields().filter(|field| !field.kept_by_app()) {
        let nameless = matches!(field.ty, Type::Choice(_) | Type::Date | Type::DateTime | Type::YesNo | Type::Link(_));
        assert!(nameless, "{}", field.key);
    }
    assert!(kind.by_whom().is_none() && kind.about.is_none());
}

/// So many referrals: (need, what was offered, how many).
fn counted(all: &[(&str, &str, usize)]) -> Book {
    let mut book = book(&[]);
    let mut id = 0x1000;
    for (need, offered, count) in all {
        for _ in 0..*count {
            id += 1;
            let values =
                [("need", *need), ("offered", offered), ("when", "2026-11-20T09:00:00-05:00"), ("channel", "desk")];
            let values = values.map(|(key, value)| (key.to_owned(), Value::text(value)));
            set(&mut book, "referral", Id(id), values);
        }
    }
    book
}

fn told(report: &Report, table: usize) -> Vec<(String, PublicCount)> {
    report.tables[table].rows.iter().map(|row| (row.name.say(Lang::En), row.told)).collect()
}

#[test]
fn what_nothing_was_open_for_stands_first_and_what_is_small_is_told_to_nobody() {
    let today = NOW.today();
    let all = [
        ("food", "services", 20),
        ("food", "nothing_open", 9),
        ("housing", "nothing_known", 7),
        ("heat", "nothing_open", 2),
        ("work", "nothing_open", 12),
    ];
    let report = report(&counted(&all), today);
    assert_eq!((report.all, report.nothing), (50, 30));
    assert_eq!(report.sentence().say(Lang::En), "Nothing open: 30 of 50 referrals in the last 12 months");
    assert_eq!(report.tables[0].name, super::words::NOTHING_BY_NEED);
    let exactly = PublicCount::Exactly;
    // With heat goes the smallest of the others: the sum is known.
    assert_eq!(
        told(&report, 0),
        [
            ("Work".to_owned(), exactly(12)),
            ("Food".to_owned(), exactly(9)),
            ("Housing".to_owned(), PublicCount::Withheld),
            ("Heat, electricity and water bills".to_owned(), PublicCount::Withheld)
        ]
    );
    assert_eq!(told(&report, 1), [("Food".to_owned(), exactly(20))]);
    let csv = report.csv(Lang::Es).unwrap();
    assert!(csv.contains(r#""Nada abierto para esto","","30""#), "{csv}");
    assert!(csv.contains(r#""Nada abierto para esto, por necesidad","Trabajo","12""#), "{csv}");
    assert!(csv.contains(r#""Nada abierto para esto, por necesidad","Vivienda","no se muestra""#), "{csv}");
}

#[test]
fn of_few_referrals_nothing_leaves_and_of_few_that_found_nothing_not_even_how_many() {
    let today = NOW.today();
    let few = report(&counted(&[("food", "nothing_open", 3)]), today);
    assert_eq!((few.all, few.sentence_for_others()), (3, None));
    assert!(few.tables.iter().all(|table| !table.is_told()));
    let csv = few.csv(Lang::En).unwrap();
    assert!(!csv.contains("Food") && !csv.contains("\"3\""), "{csv}");
    // Nothing was open for two of twenty-two: the sentence does not say so, and no table gives it away.
    let two = report(&counted(&[("food", "nothing_open", 2), ("food", "services", 20)]), today);
    let said = two.sentence_for_others().map(|said| said.say(Lang::En));
    assert_eq!(said.as_deref(), Some("22 referrals in the last 12 months"));
    assert!(!two.tables[0].is_told() && !two.tables[1].is_told());
    let csv = two.csv(Lang::En).unwrap();
    assert!(!csv.contains("\"2\"") && !csv.contains("\"20\""), "{csv}");
    assert_eq!(report(&counted(&[]), today), Report::default());
}

#[test]
fn what_happened_earlier_than_twelve_months_ago_or_comes_later_is_not_counted() {
    let mut book = counted(&[("food", "services", 6)]);
    for (at, when) in
        ["2025-11-30T09:00:00-05:00", "2026-11-26T09:00:00-05:00", "2025-12-01T09:00:00-05:00"].iter().enumerate()
    {
        let when = [(fields::WHEN.key().to_owned(), Value::text(*when))];
        set(&mut book, "referral", Id(0x9000 + at as u128), when);
    }
    let report = report(&book, date::day("2026-11-25").unwrap());
    assert_eq!(report.all, 7);
    let months = report.tables.iter().find(|table| table.in_order).unwrap();
    assert_eq!((months.rows.len(), months.rows[0].name.say(Lang::En)), (12, "December 2025".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whoever has the file and knows every sum does not find a count under five.
    #[test]
    fn no_small_count_leaves_or_follows_from_what_leaves(
        counts in proptest::collection::vec((0..4_usize, 0..3_usize, 0..12_usize), 1..8)
    ) {
        let needs = ["food", "housing", "work", "heat"];
        let all: Vec<_> = counts.iter().map(|(need, offered, count)| (needs[*need], OFFERED[*offered].key, *count)).collect();
        let report = report(&counted(&all), NOW.today());
        let few = |count: usize| (1..5).contains(&count);
        for table in &report.tables {
            for row in table.rows.iter().filter(|row| row.told.is_told()) {
                prop_assert!(!few(row.count), "{}: {row:?}", table.name.en);
            }
            // The sums are known: one count left out alone would follow from the others.
            let left_out = table.rows.iter().filter(|row| !row.told.is_told());
            let some_told = table.is_told();
            prop_assert!(!some_told || left_out.count() != 1, "{table:?}");
        }
        let [all_told, nothing_told] = report.told;
        prop_assert!(!all_told || !few(report.all));
        prop_assert!(!nothing_told || !few(report.nothing) && !few(report.all - report.nothing));
        // Where how many found nothing is not told, it does not follow from the table by need.
        let by_need = report.tables.iter().find(|table| table.name == super::words::NOTHING_BY_NEED);
        prop_assert!(nothing_told || by_need.is_none_or(|table| !table.is_told()));
    }
}

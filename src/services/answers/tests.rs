//! Which answers stand first, by cases that a librarian would judge.

use super::asked::asked;
use super::{Answer, Answers, Asks, Fit, Verified, all_words, answers};
use crate::capabilities::kinds::KINDS;
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::{Stream, Tick};
use crate::model::testing::{Written, cases, histories, is_kept_up};
use crate::model::value::Value;
use crate::services::hours::{Clock, Standing, Why};
use crate::services::needs::KNOWN;
use chrono::TimeDelta;
use proptest::prelude::*;

/// Wednesday, November 25, 2026, 12:00 where clocks are five hours behind.
const NOON: Now = Now { ms: 1_795_626_000_000, offset_minutes: -300 };

fn clock() -> Clock {
    Clock::new(NOON.ms, &NOON)
}

/// The services that are in no answer, for nobody could verify them twice.
fn hidden_ones(book: &Book, index: &mut Index) -> Vec<Id> {
    let mut hidden: Vec<Id> =
        all_words(book, index).into_iter().filter(|word| word.hidden).map(|word| word.service).collect();
    hidden.sort_unstable();
    hidden
}

/// Services, each verified today unless it is said otherwise.
struct Town {
    book: Book,
    index: Index,
    seq: u64,
}

impl Town {
    fn new() -> Town {
        Town { book: Book::new(KINDS), index: Index::default(), seq: 0 }
    }

    fn write(&mut self, kind: &str, id: u128, values: &[(&str, Value)]) {
        self.seq += 1;
        let stream = Stream { dev: crate::model::id::DeviceId(7), epoch: 1 };
        let change = self.book.apply(&Operation {
            stream,
            writer: stream,
            seq: self.seq,
            tick: Tick::from_ms(1_790_000_000_000 + self.seq),
            wall: "2026-09-21T12:00:00-04:00".to_owned(),
            by: None,
            kind: kind.to_owned(),
            id: Id(id),
            set: order::values(values.iter().cloned()),
            prev: [].into(),
        });
        if let Some(change) = change {
            self.index.follow(&self.book, &change);
        }
    }

    /// A service with a need and hours; verified so many days ago.
    fn service(&mut self, id: u128, name: &str, need: &str, hours: &str, checked: i64, more: &[(&str, Value)]) {
        let mut values = vec![
            ("name", Value::text(name)),
            ("needs", Value::List(vec![Value::text(need)])),
            ("hours", Value::text(hours)),
            ("status", Value::text("active")),
        ];
        values.extend(more.iter().cloned());
        self.write("service", id, &values);
        self.check(id << 32, id, "still_so", checked);
    }

    fn check(&mut self, id: u128, of: u128, result: &str, ago: i64) {
        let day = NOON.today() - TimeDelta::days(ago);
        let values = [
            ("service", Value::link(Id(of))),
            ("result", Value::text(result)),
            ("when", Value::text(day.to_string())),
            ("staff", Value::link(Id(0x41))),
        ];
        self.write("verification", id, &values);
    }

    fn ask(&mut self, asks: &Asks) -> Answers {
        let found = answers(&self.book, &mut self.index, asks, &clock());
        assert_eq!(found, answers(&self.book, &mut Index::default(), asks, &clock()), "kept up");
        found
    }

    /// The services that are found by words, in their order.
    fn found(&mut self, words: &str) -> Vec<u128> {
        ids(&self.ask(&Asks { words: words.to_owned(), ..Asks::default() }))
    }
}

fn ids(answers: &Answers) -> Vec<u128> {
    answers.best.iter().map(|answer| answer.service.0).collect()
}

fn yes(key: &str) -> (&str, Value) {
    (key, Value::Bool(true))
}

fn list(keys: &[&str]) -> Value {
    Value::List(keys.iter().map(|key| Value::text(*key)).collect())
}

#[test]
fn a_need_is_understood_in_both_languages_and_with_slips_of_the_finger() {
    for (words, needs) in [
        ("food today", ["food"].as_slice()),
        ("comida hoy", &["food"]),
        ("Where can I get food today?", &["food"]),
        ("¿Dónde puedo conseguir comida hoy?", &["food"]),
        ("I'm hungry", &["food"]),
        ("tengo hambre", &["food"]),
        ("groceries", &["food"]),
        ("fodo", &["food"]),
        ("comdia", &["food"]),
        ("shleter tonight", &["housing"]),
        ("a place to stay", &["housing"]),
        ("ayuda para pagar la renta", &["housing"]),
        ("desalojo", &["housing"]),
        ("light bill", &["heat"]),
        ("GED", &["school"]),
        ("clases de inglés", &["english"]),
        ("ESOL classes", &["english"]),
        ("abogado de inmigración", &["papers"]),
        ("imigracion", &["papers"]),
        ("pañales", &["clothing"]),
        ("food and a shower", &["food", "bathing"]),
        ("guardería", &["childcare"]),
        ("ride to the doctor", &["health", "transport"]),
        ("Maple Street", &[]),
        ("wood", &[]),
        ("help me", &[]),
        ("", &[]),
    ] {
        let found: Vec<&str> = asked(words).needs.iter().map(|at| KNOWN[*at].key).collect();
        assert_eq!(found, needs, "{words}");
    }
    assert_eq!(asked("food in Willimantic").rest, ["willimantic"]);
    assert!(asked("where can I get help today").is_empty());
}

#[test]
fn what_is_open_now_comes_first_and_then_what_can_be_reached_was_verified_lately_and_fits() {
    let mut town = Town::new();
    town.service(1, "Closed until tomorrow", "food", "Thu 9-5", 1, &[yes("without_car")]);
    town.service(2, "Opens at one", "food", "Wed 1-5", 1, &[yes("without_car")]);
    town.service(3, "Open, by car", "food", "Wed 9-5", 1, &[]);
    town.service(4, "Open, by bus, checked in spring", "food", "Wed 9-5", 170, &[yes("without_car")]);
    town.service(5, "Open, by bus", "food", "Wed 9-5", 1, &[yes("without_car")]);
    town.service(6, "Nobody knows", "food", "Wed 9-5", 181, &[yes("without_car")]);
    town.service(7, "A clinic", "health", "Wed 9-5", 1, &[yes("without_car")]);
    let found = town.ask(&Asks { words: "food today".to_owned(), ..Asks::default() });
    assert_eq!((ids(&found), found.more, &*found.understood), (vec![5, 4, 3], 3, ["food"].as_slice()));
    // The others in their order: one after the other goes.
    let mut then = Vec::new();
    for gone in [5, 4, 3, 2, 6] {
        town.write("service", gone, &[("status", Value::text("inactive"))]);
        then.push(town.found("food")[0]);
    }
    assert_eq!(then, [4, 3, 2, 6, 1], "later today, perhaps open, tomorrow");
}

#[test]
fn a_longer_wait_comes_after_a_shorter_one_and_before_nobody_knows_when() {
    let mut town = Town::new();
    town.service(1, "Closed for long", "food", "Wed 9-11 [..2026-11-25]", 1, &[]);
    town.service(2, "Monday", "food", "Mon 9-5", 1, &[]);
    town.service(3, "Tomorrow", "food", "Thu 9-5", 1, &[]);
    town.service(4, "With an appointment", "food", "by appointment", 1, &[]);
    assert_eq!(town.found("comida"), [4, 3, 2]);
    town.write("service", 4, &[("_deleted", Value::Bool(true))]);
    assert_eq!(town.found("comida"), [3, 2, 1]);
}

#[test]
fn there_are_never_more_answers_than_there_are() {
    let mut town = Town::new();
    assert_eq!(
        town.ask(&Asks { need: Some("food".to_owned()), ..Asks::default() }),
        Answers { understood: vec!["food"], ..Answers::default() }
    );
    town.service(1, "Pantry", "food", "Wed 9-5", 1, &[]);
    town.service(2, "Soup", "food", "Wed 9-5", 1, &[]);
    town.service(3, "Clinic", "health", "Wed 9-5", 1, &[]);
    let found = town.ask(&Asks { need: Some("food".to_owned()), ..Asks::default() });
    assert_eq!((ids(&found), found.more), (vec![1, 2], 0));
    assert_eq!(town.ask(&Asks::default()), Answers::default(), "nothing was asked");
    assert_eq!(town.found("zebra"), []);
}

#[test]
fn hours_that_ran_out_and_what_nobody_verified_are_never_open() {
    let mut town = Town::new();
    town.service(1, "Ran out", "food", "Wed 9-5", 1, &[("hours_to", Value::text("2026-11-24"))]);
    town.service(2, "Not verified", "food", "Wed 9-5", 181, &[]);
    town.service(3, "Lunch hour", "food", "Wed 9-5, closed for lunch", 1, &[]);
    town.service(4, "Last day", "food", "Wed 9-5", 180, &[("hours_to", Value::text("2026-11-25"))]);
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    let of = |id: u128| found.best.iter().find(|answer| answer.service.0 == id).map(|answer| answer.standing);
    assert!(of(4).unwrap().is_open() && found.best[0].service.0 == 4);
    assert_eq!(of(3), Some(Standing::CallFirst(Why::InWords)));
    assert_eq!(of(1), Some(Standing::CallFirst(Why::RanOut(date::day("2026-11-24").unwrap()))));
    town.write("service", 4, &[("status", Value::text("temporarily_closed"))]);
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    assert!(found.best.iter().all(|answer| !answer.standing.is_open()));
    assert_eq!(found.best.len(), 3);
}

#[test]
fn who_asks_counts_and_whoever_is_too_young_is_sent_nowhere() {
    let mut town = Town::new();
    let english = ("languages", list(&["en"]));
    let both = ("languages", list(&["en", "es"]));
    town.service(1, "English", "food", "Wed 9-5", 1, &[english, yes("no_documents")]);
    town.service(2, "Both", "food", "Wed 9-5", 1, &[both, ("no_documents", Value::Bool(false))]);
    town.service(3, "From 60", "food", "Wed 9-5", 1, &[("min_age", Value::Number(60.0))]);
    let who = |language: Option<&str>, age: Option<i64>, no_documents: bool| Asks {
        words: "food".to_owned(),
        language: language.map(str::to_owned),
        age,
        no_documents,
        ..Asks::default()
    };
    assert_eq!(ids(&town.ask(&who(Some("es"), None, false))), [2, 3, 1]);
    assert_eq!(ids(&town.ask(&who(Some("en"), None, true)))[0], 1);
    assert_eq!(ids(&town.ask(&who(None, Some(30), false))), [1, 2]);
    assert_eq!(ids(&town.ask(&who(None, Some(60), false))), [1, 2, 3]);
    let fits = town.ask(&who(Some("es"), None, true)).best;
    let fit = |language, documents| Fit { language, documents };
    let of = |id: u128| fits.iter().find(|answer: &&Answer| answer.service.0 == id).unwrap().fit;
    assert_eq!((of(1), of(2)), (fit(Some(false), Some(true)), fit(Some(true), Some(false))));
    assert_eq!(of(3), fit(None, None), "nobody said");
}

#[test]
fn what_nobody_could_verify_twice_is_hidden_and_listed() {
    let mut town = Town::new();
    town.service(1, "Pantry", "food", "Wed 9-5", 50, &[]);
    town.check(0x91, 1, "not_reached", 20);
    // Two calls on one day are one attempt.
    town.check(0x92, 1, "not_reached", 20);
    assert_eq!((town.found("food"), hidden_ones(&town.book, &mut town.index)), (vec![1], vec![]));
    town.check(0x93, 1, "not_reached", 10);
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    assert_eq!((ids(&found), found.hidden), (vec![], 1));
    assert_eq!(hidden_ones(&town.book, &mut town.index), [Id(1)]);
    // Whoever reaches them brings it back.
    town.check(0x94, 1, "changed", 2);
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    let by = Some(Id(0x41));
    assert_eq!(found.best[0].verified, Some(Verified { day: NOON.today() - TimeDelta::days(2), by }));
    assert_eq!(hidden_ones(&town.book, &mut town.index), []);
}

#[test]
fn a_name_a_town_and_an_organization_are_found_and_a_secret_place_is_not() {
    let mut town = Town::new();
    let at = |town: &str| {
        let parts = [("street".to_owned(), Value::text("1 Main St")), ("town".to_owned(), Value::text(town))];
        ("address", Value::Map(parts.into()))
    };
    town.write("organization", 0x51, &[("name", Value::text("Iglesia San José"))]);
    town.service(1, "Pantry", "food", "Wed 9-5", 1, &[at("Willimantic")]);
    town.service(2, "Pantry", "food", "Wed 9-5", 1, &[at("Plainfield"), ("organization", Value::link(Id(0x51)))]);
    town.service(3, "Night shelter", "housing", "24/7", 1, &[at("Plainfield"), yes("address_private")]);
    town.service(4, "Food House Larks", "food", "Wed 9-5", 1, &[]);
    assert_eq!(town.found("food plainfield")[0], 2);
    assert_eq!(town.found("san jose"), [2]);
    assert_eq!(town.found("Willimantic"), [1]);
    assert_eq!(town.found("plainfield"), [2], "nobody learns in which town the shelter is");
    assert_eq!(town.found("house larks"), [4, 3], "a name with the word of a need in it");
    town.write("organization", 0x51, &[("name", Value::text("St. Mary"))]);
    assert_eq!((town.found("san jose"), town.found("mary")), (vec![], vec![2]));
}

#[test]
fn needs_of_the_teams_own_are_found_by_their_words_and_by_what_they_are_part_of() {
    let mut town = Town::new();
    town.write(
        "need",
        0x61,
        &[
            ("name", Value::text("Wigs")),
            ("name_es", Value::text("Pelucas")),
            ("words_es", Value::text("cabello, postizos")),
            ("part_of", Value::text("health")),
        ],
    );
    town.service(1, "Salon", "company", "Wed 9-5", 1, &[("need", Value::link(Id(0x61)))]);
    town.service(2, "Clinic", "health", "Wed 9-5", 1, &[]);
    assert_eq!(town.found("wig"), [1, 2]);
    assert_eq!(town.found("wigs"), [1, 2], "what is wider comes after");
    assert_eq!(town.found("postizos"), [1, 2]);
    assert_eq!(town.found("health"), [1, 2]);
    assert_eq!(ids(&town.ask(&Asks { own_need: Some(Id(0x61)), ..Asks::default() })), [1, 2]);
    town.write("need", 0x61, &[("words", Value::text("hairpiece"))]);
    assert_eq!(town.found("hairpieces"), [1, 2]);
}

#[test]
fn the_best_place_of_a_service_answers_for_it() {
    let mut town = Town::new();
    town.service(1, "Pantry", "food", "Thu 9-5", 1, &[]);
    let place =
        |hours: &str| [("service", Value::link(Id(1))), ("name", Value::text("Annex")), ("hours", Value::text(hours))];
    town.write("service_site", 0x71, &place("Wed 9-5"));
    town.write("service_site", 0x72, &place("Fri 9-5"));
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    assert_eq!((ids(&found), found.best[0].site, found.more), (vec![1], Some(Id(0x71)), 0));
    town.write("service_site", 0x71, &[("_deleted", Value::Bool(true))]);
    let found = town.ask(&Asks { words: "food".to_owned(), ..Asks::default() });
    assert_eq!(found.best[0].site, None);
}

static WRITTEN: &[Written] = &[
    (
        "service",
        &[0x1, 0x2, 0x3],
        &[
            ("name", &["Pantry", "Soup", "Food House"]),
            ("hours", &["Wed 9-5", "Thu 9-5", "call", "-"]),
            ("hours_to", &["2026-11-01", "-"]),
            ("organization", &["@51", "@52", "-"]),
            ("need", &["@61", "-"]),
            ("status", &["active", "inactive", "-"]),
            ("without_car", &["yes", "no", "-"]),
            ("min_age", &["#60", "-"]),
        ],
    ),
    (
        "service_site",
        &[0x71, 0x72],
        &[("service", &["@1", "@2", "-"]), ("hours", &["Wed 9-5", "Fri 9-5"]), ("without_car", &["yes", "no"])],
    ),
    (
        "verification",
        &[0x81, 0x82, 0x83, 0x84, 0x85],
        &[
            ("service", &["@1", "@2", "@3", "-"]),
            ("result", &["still_so", "changed", "not_reached", "-"]),
            ("when", &["2026-11-20", "2026-11-01", "2026-01-01", "someday"]),
            ("staff", &["@41", "-"]),
        ],
    ),
    ("organization", &[0x51, 0x52], &[("name", &["Church", "Food Bank"])]),
    ("need", &[0x61], &[("name", &["Wigs", "Pantry"]), ("part_of", &["food", "-"])]),
];

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn answers_are_kept_up(history in histories(WRITTEN, 1..14), from in 0usize..14) {
        is_kept_up(KINDS, &history, from, |_, _| (), |book, index| {
            let asks = ["food", "wigs", "church", "pantry"].map(|words| Asks { words: words.to_owned(), ..Asks::default() });
            (asks.map(|asks| answers(book, index, &asks, &clock())), hidden_ones(book, index))
        })?;
    }
}

use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::id::Id;
use crate::model::value::Value;

fn set(book: &mut Book, kind: &str, id: u128, values: &[(&str, &str)]) {
    testing::set(book, kind, Id(id), values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))));
}

fn wanted(book: &mut Book, id: u128, side: &str, answer: &str, people: f64) {
    set(book, WANTED.id, id, &[("side", side), (side, answer)]);
    testing::set(book, WANTED.id, Id(id), [("people".to_owned(), Value::Number(people))]);
}

fn speaker(book: &mut Book, id: u128, interview: u128, values: &[(&str, &str)]) {
    set(book, SPEAKER.id, id, values);
    set(book, SPEAKER.id, id, &[("interview", &Id(interview).to_string())]);
}

/// Two conversations that count, one that goes on, one that nobody agreed to, one that was deleted.
fn some() -> Book {
    let mut book = Book::new(KINDS);
    for (id, outcome) in [(1, "held"), (2, "broken_off"), (3, "under_way"), (4, "refused"), (5, "held")] {
        set(&mut book, INTERVIEW.id, id, &[("called", "Interview"), ("outcome", outcome), ("language", "es")]);
    }
    testing::set(&mut book, INTERVIEW.id, Id(5), [("_deleted".to_owned(), Value::Bool(true))]);
    let hill = [("neighbourhood", "Prospect  hill"), ("role", "parent"), ("voice", "community")];
    speaker(&mut book, 0x11, 1, &[&hill[..], &[("language", "en")]].concat());
    speaker(&mut book, 0x12, 1, &[("neighbourhood", "PROSPECT HILL"), ("role", "teacher"), ("voice", "community")]);
    speaker(&mut book, 0x21, 2, &[("role", "parent"), ("voice", "staff"), ("organisation", &Id(0x91).to_string())]);
    for interview in [3, 4, 5] {
        speaker(&mut book, 0x30 + interview, interview, &[("role", "faith"), ("neighbourhood", "Elsewhere")]);
    }
    set(&mut book, "partner", 0x91, &[("name", "Natchaug School"), ("type", "school")]);
    book
}

fn told(coverage: &Coverage, side: &str) -> Vec<(String, Option<usize>, usize, usize)> {
    coverage.side(side).iter().map(|line| (line.what.say(Lang::En), line.wanted, line.heard, line.gap)).collect()
}

#[test]
fn whoever_took_part_in_a_conversation_that_was_held_counts() {
    let mut book = some();
    let coverage = coverage(&book);
    assert_eq!((coverage.people, coverage.interviews, coverage.refused), (3, 2, 1));
    assert_eq!(told(&coverage, "voice"), [("Community voice".into(), None, 2, 0), ("Staff voice".into(), None, 1, 0)]);
    assert_eq!(told(&coverage, "organisation"), [("School".into(), None, 1, 0)]);
    // The language of the conversation, where somebody's own is not known.
    assert_eq!(told(&coverage, "language"), [("Spanish".into(), None, 2, 0), ("English".into(), None, 1, 0)]);
    // Where somebody takes everything back, a record without what they said replaces theirs, and the count stays.
    testing::set(&mut book, SPEAKER.id, Id(0x11), [("_erased".to_owned(), Value::Bool(true))]);
    speaker(&mut book, 0x19, 1, &[("role", "parent")]);
    testing::set(&mut book, SPEAKER.id, Id(0x19), [("notes".to_owned(), Value::Bool(false))]);
    assert_eq!(crate::interviews::coverage::coverage(&book).people, 3);
}

#[test]
fn what_was_planned_comes_first_and_then_who_was_heard_besides() {
    let mut book = some();
    wanted(&mut book, 0x81, "neighbourhood", "Windham Center", 2.0);
    wanted(&mut book, 0x82, "neighbourhood", "prospect hill", 1.0);
    wanted(&mut book, 0x83, "neighbourhood", "Prospect Hill", 5.0);
    wanted(&mut book, 0x84, "neighbourhood", "windham center", 1.0);
    wanted(&mut book, 0x85, "role", "faith", 1.0);
    wanted(&mut book, 0x86, "role", "", 9.0);
    let coverage = coverage(&book);
    assert_eq!(
        told(&coverage, "neighbourhood"),
        [("Windham Center".into(), Some(2), 0, 2), ("prospect hill".into(), Some(5), 2, 3)]
    );
    assert_eq!(
        told(&coverage, "role"),
        [
            ("Faith community".into(), Some(1), 0, 1),
            ("Parent or caregiver".into(), None, 2, 0),
            ("Teacher or school staff".into(), None, 1, 0)
        ]
    );
    let sides: Vec<&str> = coverage.lines_by_side.iter().map(|(side, _)| side.key).collect();
    assert_eq!(sides, ["voice", "role", "organisation", "neighbourhood", "language"]);
}

#[test]
fn gaps_are_said_in_both_languages() {
    let mut book = some();
    for (at, (side, answer, people)) in [
        ("language", "pt", 2.0),
        ("language", "other", 1.0),
        ("language", "es", 4.0),
        ("voice", "staff", 1.0),
        ("voice", "community", 3.0),
        ("role", "official", 1.0),
        ("organisation", "school", 2.0),
        ("neighbourhood", "Thread City", 1.0),
    ]
    .into_iter()
    .enumerate()
    {
        wanted(&mut book, 0x80 + at as u128, side, answer, people);
    }
    let coverage = coverage(&book);
    assert_eq!(
        coverage.gaps(Lang::En),
        [
            "Community voice: 2 of 3 so far",
            "Town or elected official: no one yet; the plan asks for 1",
            "School: 1 of 2 so far",
            "Thread City: no one yet; the plan asks for 1",
            "Portuguese: no one yet; the plan asks for 2",
            "Another language: no one yet; the plan asks for 1",
            "Spanish: 2 of 4 so far",
        ]
    );
    let spanish = coverage.gaps(Lang::Es);
    assert_eq!(spanish.len(), 7);
    assert_eq!(spanish[4], "Portugués: nadie todavía; el plan pide 2");
    assert_eq!(spanish[0], "Voz de la comunidad: 2 de 3 hasta ahora");
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}

#[test]
fn a_line_of_the_plan_is_called_by_whom_it_asks_for() {
    let mut book = Book::new(KINDS);
    wanted(&mut book, 1, "neighbourhood", "Prospect Hill", 2.0);
    wanted(&mut book, 2, "voice", "staff", 1.0);
    testing::set(&mut book, WANTED.id, Id(3), [("side".to_owned(), Value::text("voice"))]);
    let called =
        |id: u128, lang| crate::interviews::kinds::wanted::named(book.record(WANTED.id, Id(id)).unwrap(), lang);
    assert_eq!(called(1, Lang::En).as_deref(), Some("Prospect Hill: 2 people"));
    assert_eq!(called(1, Lang::Es).as_deref(), Some("Prospect Hill: 2 personas"));
    assert!(called(2, Lang::En).unwrap().ends_with(": 1 person"));
    assert_eq!(called(3, Lang::En), None);
}

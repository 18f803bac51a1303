//! What is told of services, and what is told to nobody.

use super::answers::{Asks, Verified, answers};
use super::hours::Clock;
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::site::SITE;
use super::public::public_address;
use super::telling::{checked, reasons, to_give};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing::{book, set};
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::operation::Operation;
use crate::model::stamp::{Stream, Tick};
use crate::model::text::Lang;
use crate::model::value::Value;

/// Wednesday, November 25, 2026, 12:00 where clocks are five hours behind.
const NOON: Now = Now { ms: 1_795_626_000_000, offset_minutes: -300 };

const SHELTER: Id = Id(0x1);

fn address(street: &str) -> (String, Value) {
    let parts = [("street".to_owned(), Value::text(street)), ("town".to_owned(), Value::text("Windham"))];
    (service::ADDRESS.key().to_owned(), Value::Map(parts.into()))
}

fn private(yes: bool) -> (String, Value) {
    (service::ADDRESS_PRIVATE.key().to_owned(), Value::Bool(yes))
}

/// A shelter that is open, and was verified yesterday by somebody.
fn shelter() -> Book {
    let mut book = book(&[
        ("organization", 0x51, &[("name", "Harbor House")]),
        (
            "service",
            0x1,
            &[
                ("name", "Night shelter"),
                ("name_es", "Refugio nocturno"),
                ("hours", "24/7"),
                ("phone", "860-555-0174"),
                ("documents", "Nothing at all"),
                ("organization", &Id(0x51).to_string()),
            ],
        ),
        (
            "verification",
            0x81,
            &[
                ("service", &SHELTER.to_string()),
                ("result", "still_so"),
                ("when", "2026-11-24"),
                ("staff", &Id(0x41).to_string()),
            ],
        ),
        ("staff", 0x41, &[("name", "Marisol")]),
    ]);
    set(
        &mut book,
        "service",
        SHELTER,
        [
            address("9 Quiet Court"),
            ("needs".to_owned(), Value::List(vec![Value::text("housing")])),
            ("languages".to_owned(), Value::List(vec![Value::text("es")])),
        ],
    );
    book
}

fn given(book: &Book, lang: Lang) -> String {
    let clock = Clock::new(NOON.ms, &NOON);
    let asks = Asks { words: "shelter".to_owned(), ..Asks::default() };
    let found = answers(book, &mut Index::default(), &asks, &clock);
    to_give(book, &found.best[0], &clock, lang)
}

#[test]
fn what_is_given_along_is_in_their_language_and_has_all_that_is_for_everybody() {
    let book = shelter();
    assert_eq!(
        given(&book, Lang::Es),
        "Refugio nocturno\nHarbor House\nTeléfono: 860-555-0174\n9 Quiet Court, Windham\nHorario: 24/7\n\
         Abierto ahora, las 24 horas\nLleve: Nothing at all"
    );
    assert!(given(&book, Lang::En).starts_with("Night shelter\nHarbor House\nPhone: 860-555-0174\n"));
}

#[test]
fn an_address_that_stays_private_is_told_to_nobody() {
    let mut book = shelter();
    let told = |book: &Book| public_address(book.record("service", SHELTER).unwrap());
    assert_eq!(told(&book).as_deref(), Some("9 Quiet Court, Windham"));
    set(&mut book, "service", SHELTER, [private(true)]);
    assert_eq!(told(&book), None);
    assert!(!given(&book, Lang::En).contains("Quiet"));
    // Nothing that goes by what kinds declare ever has it, either.
    for kind in [&SERVICE, &SITE] {
        for key in ["address", "place"] {
            assert!(kind.field(key).is_some_and(|field| field.private && !field.public), "{}.{key}", kind.id);
        }
    }
}

#[test]
fn while_two_tablets_disagree_about_the_address_it_stays_private() {
    for yes_first in [true, false] {
        let mut book = shelter();
        for (at, yes) in [(0, yes_first), (1, !yes_first)] {
            let stream = Stream { dev: DeviceId(20 + at), epoch: 1 };
            book.apply(&Operation {
                stream,
                writer: stream,
                seq: 1,
                tick: Tick::from_ms(1_791_000_000_000 + at),
                wall: "2026-09-21T12:00:00-04:00".to_owned(),
                by: None,
                kind: "service".to_owned(),
                id: SHELTER,
                set: [private(yes)].into(),
                prev: [].into(),
            });
        }
        assert_eq!(public_address(book.record("service", SHELTER).unwrap()), None, "{yes_first}");
        let file = format!("{:?}", crate::services::hsds::plan::tables(&book));
        assert!(file.contains("Night shelter") && !file.contains("Quiet Court"), "{yes_first}: {file}");
    }
}

#[test]
fn an_answer_says_how_old_its_word_is_and_by_a_letter_whose_it_is() {
    let today = NOON.today();
    let name = |id: Id| (id == Id(0x41)).then(|| "marisol R.".to_owned());
    let said = |day: &str, by: Option<Id>, lang: Lang| {
        checked(Some(Verified { day: date::day(day).unwrap(), by }), today, name).say(lang)
    };
    assert_eq!(said("2026-11-13", Some(Id(0x41)), Lang::En), "Checked 12 days ago by M.");
    assert_eq!(said("2026-11-24", Some(Id(0x41)), Lang::Es), "Verificado hace 1 día por M.");
    assert_eq!(said("2026-11-25", Some(Id(0x99)), Lang::En), "Checked today");
    assert_eq!(checked(None, today, name).say(Lang::En), "Not checked yet");
}

#[test]
fn what_speaks_for_an_answer_and_against_it_is_said() {
    let book = shelter();
    let clock = Clock::new(NOON.ms, &NOON);
    for (language, wanted) in [("es", "Spanish spoken there"), ("pt", "Portuguese is not listed there")] {
        let asks = Asks { words: "shelter".to_owned(), language: Some(language.to_owned()), ..Asks::default() };
        let found = answers(&book, &mut Index::default(), &asks, &clock);
        let said: Vec<String> = reasons(&found.best[0], &asks).iter().map(|reason| reason.say(Lang::En)).collect();
        assert_eq!(said, [wanted]);
    }
}

#[test]
fn a_referral_has_no_words_and_no_link_to_a_person() {
    let kind = KINDS.iter().find(|kind| kind.id == "referral").unwrap();
    for field in kind.fields() {
        let leads = field.links_to();
        assert!(leads.is_none_or(|to| ["need", "service"].contains(&to)), "{}", field.key);
        let words = matches!(field.ty, crate::model::field::FieldType::Text | crate::model::field::FieldType::LongText);
        assert!(!words || field.kept_by_app(), "{}", field.key);
    }
}

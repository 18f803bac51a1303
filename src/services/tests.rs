//! What is told of services, and what is told to nobody.

use super::answers::{Asks, Listed, Verified, answers, listed_at};
use super::hours::Clock;
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::site::SITE;
use super::public::public_address;
use super::telling::{Tells, checked, code, lines, reasons, to_give};
use super::to_check::{language_of, letter};
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
use crate::work::library::library_id;
use proptest::prelude::*;

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

fn shown(book: &Book) -> Listed {
    let clock = Clock::new(NOON.ms, &NOON);
    listed_at(book, &mut Index::default(), SHELTER, None, &clock).unwrap()
}

fn given(book: &Book, lang: Lang) -> String {
    to_give(&lines(book, &shown(book), &Clock::new(NOON.ms, &NOON), lang))
}

#[test]
fn what_is_given_along_is_in_their_language_and_has_all_that_is_for_everybody() {
    let book = shelter();
    assert_eq!(
        given(&book, Lang::Es),
        "Refugio nocturno\nHarbor House\nTeléfono: 860-555-0174\n9 Quiet Court, Windham\nTodos los días: las 24 horas\n\
         Lleve: Nothing at all\nAl 25 nov. 2026"
    );
    assert!(given(&book, Lang::En).starts_with("Night shelter\nHarbor House\nPhone: 860-555-0174\n"));
}

#[test]
fn the_coming_days_are_said_and_no_day_that_nobody_knows() {
    let mut book = shelter();
    let mut given_for = |hours: &str| {
        set(&mut book, "service", SHELTER, [(service::HOURS.key().to_owned(), Value::text(hours))]);
        let all = lines(&book, &shown(&book), &Clock::new(NOON.ms, &NOON), Lang::En);
        let told = all.into_iter().filter(|line| [Tells::Hours, Tells::Ask].contains(&line.tells));
        told.map(|line| line.words).collect::<Vec<_>>()
    };
    assert_eq!(
        given_for("Mon, Wed 9-12, 1-3\nSat 8 pm-2 am"),
        [
            "Wednesday, November 25: 9:00 AM–12:00 PM, 1:00 PM–3:00 PM",
            "Saturday, November 28: 8:00 PM–2:00 AM",
            "Monday, November 30: 9:00 AM–12:00 PM, 1:00 PM–3:00 PM",
        ]
    );
    assert_eq!(
        given_for("Thu 9-5, Fri by appointment, closed on holidays"),
        ["Thursday, November 26: call first", "Friday, November 27: by appointment"]
    );
    let ask = "Call before you go. Ask: Are you open today? What should I bring?";
    assert_eq!(given_for("ask for Pat"), [ask, "Hours: ask for Pat"]);
    assert_eq!(given_for(""), [ask]);
}

#[test]
fn a_camera_is_offered_the_call_then_the_spot_where_everybody_may_know_it_then_the_words() {
    let mut book = shelter();
    let spot = Value::Map([("lat".to_owned(), Value::Number(41.5)), ("lon".to_owned(), Value::Number(-72.25))].into());
    set(&mut book, "service", SHELTER, [("place".to_owned(), spot)]);
    let scanned = |book: &Book| {
        let listed = shown(book);
        code(book, &listed, &lines(book, &listed, &Clock::new(NOON.ms, &NOON), Lang::En)).1
    };
    assert_eq!(scanned(&book), "tel:8605550174");
    set(&mut book, "service", SHELTER, [(service::PHONE.key().to_owned(), Value::text(""))]);
    assert_eq!(scanned(&book), "geo:41.5,-72.25");
    set(&mut book, "service", SHELTER, [private(true)]);
    assert!(scanned(&book).starts_with("Night shelter\n") && !scanned(&book).contains("41"), "{}", scanned(&book));
}

#[test]
fn an_organization_is_asked_in_its_language_whether_its_entry_is_still_right() {
    let mut book = shelter();
    assert_eq!(language_of(&book, SHELTER, Lang::En), Lang::Es, "they say that they speak Spanish alone");
    set(&mut book, "organization", Id(0x51), [("email".to_owned(), Value::text("desk@harbor.example"))]);
    set(
        &mut book,
        "library",
        library_id(),
        [("name".to_owned(), Value::text("Windham Free Library")), ("line".to_owned(), Value::text("860-555-0100"))],
    );
    set(&mut book, "service", SHELTER, [private(true)]);
    let clock = Clock::new(NOON.ms, &NOON);
    let sent = letter(&book, &shown(&book), &clock, Lang::Es).unwrap();
    assert_eq!(
        sent.text,
        "Esto es lo que Windham Free Library le dice a la gente sobre ustedes:\n\nRefugio nocturno\nHarbor House\n\
         Teléfono: 860-555-0174\nTodos los días 24 horas\nLleve: Nothing at all\n\n\
         ¿Todavía es correcto? Díganos qué cambió.\n\n860-555-0100"
    );
    assert!(sent.email.unwrap().starts_with("mailto:desk@harbor.example?subject=As%C3%AD%20aparecen"));
    assert!(sent.message.unwrap().starts_with("sms:8605550174?&body=Esto%20es"));
    let english = letter(&book, &shown(&book), &clock, Lang::En).unwrap();
    assert!(english.text.contains("\n\nIs this still right? Tell us what changed.\n\n"), "{}", english.text);
}

proptest! {
    #[test]
    fn no_card_says_where_a_private_address_is(
        (of_service, of_site, at_site) in any::<(bool, bool, bool)>(),
        phone in any::<bool>(),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let mut book = shelter();
        let site = Id(0x61);
        let spot = Value::Map([("lat".to_owned(), Value::Number(41.5)), ("lon".to_owned(), Value::Number(-72.25))].into());
        let way = (service::TRANSPORTATION.key().to_owned(), Value::text("Bus 7 to Quiet Court"));
        let all = |is_private: bool| [address("9 Quiet Court"), ("place".to_owned(), spot.clone()), way.clone(), private(is_private)];
        set(&mut book, "service", SHELTER, all(of_service));
        let of = [("service".to_owned(), Value::text(SHELTER.to_string())), ("name".to_owned(), Value::text("North"))];
        set(&mut book, "service_site", site, of.into_iter().chain(all(of_site)));
        if !phone {
            set(&mut book, "service", SHELTER, [(service::PHONE.key().to_owned(), Value::text(""))]);
        }
        let clock = Clock::new(NOON.ms, &NOON);
        let place = at_site.then_some(site);
        let listed = listed_at(&book, &mut Index::default(), SHELTER, place, &clock).unwrap();
        let lines = lines(&book, &listed, &clock, lang);
        let all = format!("{lines:?}{:?}", code(&book, &listed, &lines));
        let is_private = if at_site { of_site } else { of_service };
        prop_assert_eq!(!is_private, all.contains("9 Quiet Court"), "{}", &all);
        prop_assert!(!is_private || !(all.contains("Quiet") || all.contains("41.5")), "{}", all);
    }
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

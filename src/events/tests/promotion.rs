//! Promotion: who is proposed and why, who never is, what telling writes, and what is said.

use crate::asks::ask::ASK;
use crate::events::kinds::event::EVENT;
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::promotion::PROMOTION;
use crate::events::promotion::message::{Facts, Tongues, mail_to_all, page_of, text_to};
use crate::events::promotion::standing::{
    Promoted, Standing, State, Told, id_of, promoted, shared, should, standings, tell,
};
use crate::events::promotion::{Proposal, Why, proposals};
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::DeviceId;
use crate::model::index::Index;
use crate::model::operation::{DELETED, Operation};
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::stamp::{Stream, Tick};
use crate::model::testing::{Written, cases, histories};
use crate::model::text::Message;
use crate::work::testing::*;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

const FAIR: Id = Id(0x31);
const KITCHEN: Id = Id(0x11);
const SCHOOL: Id = Id(0x12);

type Texts<'a> = &'a [(&'a str, &'a str)];

fn today() -> NaiveDate {
    date::day("2026-09-21").unwrap()
}

/// The fields of a record of which some are a list of choices or a yes.
fn fields(texts: Texts) -> Vec<(String, Value)> {
    let value = |key: &str, text: &str| match (key, text) {
        ("languages", text) => Value::List(text.split(' ').map(Value::text).collect()),
        (_, "yes") if key == "do_not_contact" => Value::Bool(true),
        _ => Value::text(text),
    };
    texts.iter().map(|(key, text)| ((*key).to_owned(), value(key, text))).collect()
}

fn put(book: &mut Book, kind: &str, id: Id, texts: Texts) {
    testing::set(book, kind, id, fields(texts));
}

/// A book with an event that says this, and one partner that says that.
fn one(event: Texts, partner: Texts) -> Book {
    let mut book = testing::book(&[
        (EVENT.id, FAIR.0, &[("name", "Fair"), ("when", "2026-10-03T10:00:00-04:00")]),
        (PARTNER.id, KITCHEN.0, &[("name", "Kitchen")]),
    ]);
    put(&mut book, EVENT.id, FAIR, event);
    put(&mut book, PARTNER.id, KITCHEN, partner);
    book
}

fn proposed(book: &Book) -> Vec<Proposal> {
    proposals(book, &mut Index::default(), FAIR, today())
}

fn why(book: &Book) -> Vec<Why> {
    proposed(book).into_iter().flat_map(|proposal| proposal.why).collect()
}

fn ids(book: &Book) -> Vec<Id> {
    proposed(book).into_iter().map(|proposal| proposal.partner).collect()
}

/// Writes what a command would, later than anything that is there.
fn written(book: &mut Book, rows: Vec<RecordWrite>) {
    let stream = Stream { dev: DeviceId(9), epoch: 1 };
    for (kind, id, set) in rows {
        let (seq, tick) = (book.seen().last(stream) + 1, Tick::from_ms(book.latest().ms() + 1));
        let (kind, wall) = (kind.to_owned(), "2026-09-21T12:00:00-04:00".to_owned());
        book.apply(&Operation { stream, writer: stream, seq, tick, wall, by: None, kind, id, set, prev: [].into() });
    }
}

#[test]
fn a_partner_is_proposed_for_a_reason_that_can_be_said() {
    let reaches = |group: &str| Why::Reaches(group.to_owned());
    let wishes = |words: &str| Why::Wishes(words.to_owned());
    let offers = |words: &str| Why::Offers(words.to_owned());
    let spanish = || Why::Language("es".to_owned());
    #[rustfmt::skip]
    let table: Vec<(Texts, Texts, Vec<Why>)> = vec![
        (&[], &[], vec![]),
        (&[], &[("type", "other")], vec![]),
        // By age group.
        (&[("audience", "ages_0_5")], &[("type", "early_childhood")], vec![reaches("ages_0_5")]),
        (&[("audience", "ages_0_5")], &[("type", "school")], vec![]),
        (&[("audience", "ages_6_11")], &[("type", "school")], vec![reaches("ages_6_11")]),
        (&[("audience", "ages_12_18")], &[("type", "youth")], vec![reaches("ages_12_18")]),
        (&[("audience", "ages_12_18")], &[("type", "early_childhood")], vec![]),
        (&[("audience", "ages_19")], &[("type", "faith")], vec![reaches("ages_19")]),
        (&[("audience", "ages_19")], &[("type", "school")], vec![]),
        (&[("audience", "all_ages")], &[("type", "health")], vec![reaches("all_ages")]),
        (&[("audience", "all_ages")], &[("type", "decision_maker")], vec![]),
        // By type.
        (&[], &[("type", "media")], vec![Why::PassesOn]),
        (&[], &[("type", "library")], vec![Why::PassesOn]),
        (&[("type", "performance")], &[("type", "arts")], vec![Why::Type]),
        (&[("type", "class")], &[("type", "arts")], vec![]),
        (&[("type", "school_visit"), ("audience", "ages_6_11")], &[("type", "school")], vec![reaches("ages_6_11"), Why::Type]),
        // By language, but for the one that goes without saying.
        (&[("languages", "es")], &[("languages", "en es")], vec![spanish()]),
        (&[("languages", "en es")], &[("languages", "es pt")], vec![spanish()]),
        (&[("languages", "en")], &[("languages", "en")], vec![]),
        (&[("languages", "pt")], &[("languages", "es")], vec![]),
        // By what they would like, in their words.
        (&[("type", "storytime")], &[("wishes", "Story time in Spanish")], vec![wishes("Story time in Spanish")]),
        (&[("type", "storytime")], &[("wishes", "Horas de CUENTOS")], vec![wishes("Horas de CUENTOS")]),
        (&[("type", "class")], &[("interest", "Talleres para madres")], vec![wishes("Talleres para madres")]),
        (&[("type", "class")], &[("interest", "Un taller para madres")], vec![wishes("Un taller para madres")]),
        (&[("languages", "es")], &[("wishes", "Flyers in Spanish")], vec![wishes("Flyers in Spanish")]),
        (&[("languages", "en")], &[("wishes", "Flyers in Spanish")], vec![]),
        (&[("audience", "ages_12_18")], &[("interest", "Teenagers after school")], vec![wishes("Teenagers after school")]),
        (&[("name", "Résumé help at the library")], &[("wishes", "resume help")], vec![wishes("resume help")]),
        (&[("name", "Library community event")], &[("wishes", "A community event at the library")], vec![]),
        (&[("name", "Fall fair")], &[("wishes", "Unfair rents")], vec![]),
        // By what they offer.
        (&[], &[("offers", "Two minutes on air, Fridays")], vec![offers("Two minutes on air, Fridays")]),
        (&[], &[("offers", "Un BOLETÍN cada mes")], vec![offers("Un BOLETÍN cada mes")]),
        (&[], &[("offers", "Meals every weekday, a repair shop")], vec![]),
        // Several at once stand in their order.
        (&[("audience", "all_ages"), ("languages", "es")],
         &[("type", "faith"), ("languages", "es"), ("offers", "Posters in the hall")],
         vec![offers("Posters in the hall"), spanish(), reaches("all_ages")]),
    ];
    for (event, partner, reasons) in table {
        assert_eq!(why(&one(event, partner)), reasons, "{event:?} {partner:?}");
    }
}

#[test]
fn what_was_agreed_shared_and_noted_before_is_a_reason_and_stands_first() {
    let mut book = one(&[], &[("type", "media")]);
    let kitchen = KITCHEN.to_string();
    let ask = [("partner", &*kitchen), ("kind", "promotion"), ("answer", "no")];
    put(&mut book, ASK.id, Id(0x41), &ask);
    assert_eq!(why(&book), [Why::PassesOn], "a no is no yes");
    put(&mut book, ASK.id, Id(0x41), &[("answer", "yes")]);
    assert_eq!(why(&book), [Why::Agreed, Why::PassesOn]);
    put(&mut book, ASK.id, Id(0x41), &[("who_asks", "they_ask")]);
    assert_eq!(why(&book), [Why::PassesOn], "what the library agreed to is no promise of theirs");
    let fair = FAIR.to_string();
    put(&mut book, EVENT_PARTNER.id, Id(0x51), &[("event", &fair), ("partner", &kitchen), ("capacity", "host")]);
    assert_eq!(why(&book), [Why::TakesPart("host".into()), Why::PassesOn]);
    let before = Id(0x32).to_string();
    put(&mut book, EVENT.id, Id(0x32), &[("name", "Before")]);
    put(&mut book, PROMOTION.id, Id(0x61), &[("event", &before), ("partner", &kitchen), ("state", "shared")]);
    assert_eq!(why(&book), [Why::Shared(1), Why::TakesPart("host".into()), Why::PassesOn]);
    let row = should(&book, &mut Index::default(), FAIR, KITCHEN).unwrap();
    written(&mut book, vec![row]);
    assert_eq!(why(&book)[..2], [Why::Noted, Why::Shared(1)]);
    assert_eq!(should(&book, &mut Index::default(), FAIR, KITCHEN), None);
}

#[test]
fn they_stand_in_the_order_of_their_first_reason_and_then_by_name() {
    let mut book = one(&[("audience", "ages_6_11")], &[("type", "media")]);
    for (id, name, partner) in [
        (0x12, "río Verde", ("type", "school")),
        (0x13, "Rio Alto", ("type", "school")),
        (0x14, "Zebra", ("offers", "A newsletter")),
        (0x15, "Nobody", ("type", "business")),
    ] {
        put(&mut book, PARTNER.id, Id(id), &[("name", name), partner]);
    }
    let names: Vec<String> = proposed(&book).into_iter().map(|proposal| proposal.name).collect();
    assert_eq!(names, ["Zebra", "Rio Alto", "río Verde", "Kitchen"]);
}

#[test]
fn whoever_asked_not_to_be_contacted_is_never_proposed_or_told() {
    let told = Told { how: None, by: None, on: today() };
    let none = |book: &Book, what: &str| {
        assert_eq!(ids(book), [], "{what}");
        let rows = tell(book, &mut Index::default(), FAIR, &[KITCHEN, SCHOOL], told).0;
        assert_eq!(rows, [], "{what}");
    };
    let mut book = one(&[], &[("type", "media"), ("do_not_contact", "yes")]);
    none(&book, "themselves");
    let row = should(&book, &mut Index::default(), FAIR, KITCHEN).unwrap();
    written(&mut book, vec![row]);
    none(&book, "though somebody noted it");

    // Under another name, whichever of the two stands for both, and also once that one was deleted.
    for (wary, same) in [(KITCHEN, SCHOOL), (SCHOOL, KITCHEN)] {
        let mut book = one(&[], &[("type", "media")]);
        put(&mut book, PARTNER.id, SCHOOL, &[("name", "School"), ("type", "media")]);
        assert_eq!(ids(&book).len(), 2);
        put(&mut book, PARTNER.id, wary, &[("do_not_contact", "yes")]);
        assert_eq!(ids(&book), [same]);
        put(&mut book, PARTNER.id, same, &[("same_as", &wary.to_string())]);
        none(&book, "joined");
        testing::set(&mut book, PARTNER.id, wary, [(DELETED.to_owned(), Value::Bool(true))]);
        none(&book, "joined and deleted");
        put(&mut book, PARTNER.id, same, &[("same_as", "")]);
        testing::set(&mut book, PARTNER.id, same, [("same_as".to_owned(), Value::Null)]);
        assert_eq!(ids(&book), [same], "taken apart");
    }
}

#[test]
fn while_two_tablets_disagree_about_it_nobody_is_contacted() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let rows = vec![
        (
            EVENT.id,
            FAIR,
            order::values([("name", Value::text("Fair")), ("when", Value::text("2026-12-03T10:00:00-05:00"))]),
        ),
        (PARTNER.id, KITCHEN, order::values([("name", Value::text("Kitchen")), ("type", Value::text("media"))])),
    ];
    run(&a, rows);
    b.import(&a.export()).unwrap();
    let wish = |yes: bool| vec![(PARTNER.id, KITCHEN, order::values([("do_not_contact", Value::Bool(yes))]))];
    run(&a, wish(true));
    b.clock.0.set(NOON + 60_000);
    run(&b, wish(false));
    let there = |tablet: &Tablet| tablet.work.look(|book, index| proposals(book, index, FAIR, today()).len());
    assert_eq!((there(&a), there(&b)), (0, 1));
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    assert_eq!((there(&a), there(&b)), (0, 0));
}

fn run(tablet: &Tablet, rows: Vec<RecordWrite>) -> Option<u64> {
    now(tablet.work.run(Command::Write { label: Message::same("written"), rows })).unwrap().step
}

#[test]
fn nobody_is_proposed_for_what_is_over_or_with_whom_it_ended() {
    assert_eq!(ids(&one(&[], &[("type", "media")])), [KITCHEN]);
    assert_eq!(ids(&one(&[], &[("type", "media"), ("status", "ended")])), []);
    for over in [("status", "held"), ("status", "canceled"), ("when", "2026-09-20T10:00:00-04:00")] {
        assert_eq!(ids(&one(&[over], &[("type", "media")])), [], "{over:?}");
    }
    // The day itself counts, as do days on which it still goes on.
    assert_eq!(ids(&one(&[("when", "2026-09-21T08:00:00-04:00")], &[("type", "media")])), [KITCHEN]);
    let long = [("when", "2026-09-19T08:00:00-04:00"), ("ends", "2026-09-21T08:00:00-04:00")];
    assert_eq!(ids(&one(&long, &[("type", "media")])), [KITCHEN]);
}

#[test]
fn a_joined_twin_is_proposed_once_with_what_both_say() {
    let mut book = one(&[("languages", "es")], &[("type", "media"), ("contact_email", "kim@example.org")]);
    let kitchen = KITCHEN.to_string();
    put(
        &mut book,
        PARTNER.id,
        SCHOOL,
        &[("name", "The kitchen"), ("languages", "es"), ("contact_phone", "(860) 555-0114"), ("same_as", &kitchen)],
    );
    let all = proposed(&book);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].partner, &*all[0].name), (KITCHEN, "Kitchen"));
    assert_eq!(all[0].why, [Why::Language("es".into()), Why::PassesOn]);
    assert_eq!(all[0].email.as_deref(), Some("kim@example.org"));
    assert_eq!(all[0].phone.as_deref(), Some("8605550114"));
    // What was noted of the twin counts for both, and is gone on with.
    let fair = FAIR.to_string();
    let twin = SCHOOL.to_string();
    put(&mut book, PROMOTION.id, Id(0x61), &[("event", &fair), ("partner", &twin), ("state", "told")]);
    assert_eq!(ids(&book), []);
    let row = shared(&book, &mut Index::default(), FAIR, KITCHEN, today()).unwrap();
    assert_eq!(row.1, Id(0x61));
    written(&mut book, vec![row]);
    assert_eq!(promoted(&book, &mut Index::default(), KITCHEN), Promoted { told: 1, shared: 1, last: Some(FAIR) });
}

#[test]
fn a_message_reaches_them_by_the_main_contact_where_there_is_no_other() {
    let book = one(&[], &[("type", "media"), ("main_contact", "front desk, (860) 555-0170 or desk@example.org")]);
    let all = proposed(&book);
    assert_eq!((all[0].email.as_deref(), all[0].phone.as_deref()), (Some("desk@example.org"), Some("8605550170")));
    let none = proposed(&one(&[], &[("type", "media"), ("main_contact", "ask for the office, ext. 12")]));
    assert_eq!((&none[0].email, &none[0].phone), (&None, &None));
}

#[test]
fn telling_is_one_step_that_two_tablets_make_once_and_that_is_taken_back_as_one() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let partner = |id: Id, name: &str| {
        (PARTNER.id, id, order::values([("name", Value::text(name)), ("type", Value::text("media"))]))
    };
    let event = order::values([("name", Value::text("Fair")), ("when", Value::text("2026-12-03T10:00:00-05:00"))]);
    run(&a, vec![(EVENT.id, FAIR, event), partner(KITCHEN, "Kitchen"), partner(SCHOOL, "School")]);
    b.import(&a.export()).unwrap();
    let told = Told { how: Some("email"), by: None, on: today() };
    let tells = |tablet: &Tablet| {
        let (rows, count) = tablet.work.look(|book, index| tell(book, index, FAIR, &[SCHOOL, KITCHEN, KITCHEN], told));
        assert_eq!(count, 2);
        run(tablet, rows).unwrap()
    };
    let states = |tablet: &Tablet| -> Vec<(Id, State)> {
        let all = tablet.work.look(|book, index| standings(book, index, FAIR));
        all.into_iter().map(|Standing { partner, state, .. }| (partner, state)).collect()
    };
    let step = tells(&a);
    assert_eq!(states(&a), [(KITCHEN, State::Told), (SCHOOL, State::Told)]);
    let there = |tablet: &Tablet| tablet.work.look(|book, index| proposals(book, index, FAIR, today()).len());
    assert_eq!(there(&a), 0);
    assert_eq!(a.work.look(|book, index| tell(book, index, FAIR, &[KITCHEN], told)).1, 0);
    now(a.work.run(Command::Undo(step))).unwrap();
    assert_eq!((states(&a), there(&a)), (vec![], 2));

    tells(&a);
    tells(&b);
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    for tablet in [&a, &b] {
        assert_eq!(tablet.work.state().book.living(PROMOTION.id).count(), 2);
        assert!(tablet.work.state().book.alive(PROMOTION.id, id_of(FAIR, KITCHEN)).is_some());
    }
    let row = a.work.look(|book, index| shared(book, index, FAIR, KITCHEN, today())).unwrap();
    run(&a, vec![row]);
    assert_eq!(states(&a), [(KITCHEN, State::Shared), (SCHOOL, State::Told)]);
    assert_eq!(a.work.look(|book, index| shared(book, index, FAIR, KITCHEN, today())), None);
    let sum = |id: Id| a.work.look(|book, index| promoted(book, index, id));
    assert_eq!(sum(KITCHEN), Promoted { told: 1, shared: 1, last: Some(FAIR) });
    assert_eq!(sum(SCHOOL), Promoted { told: 1, shared: 0, last: None });
    // What was told or shared stays when it was only meant to be told on another tablet.
    let record = a.work.state().book.alive(PROMOTION.id, id_of(FAIR, KITCHEN)).cloned().unwrap();
    assert_eq!(record.text("told_how"), Some("email"));
}

static WRITTEN: &[Written] = &[
    (
        "partner",
        &[0x11, 0x12, 0x13, 0x14],
        &[
            ("name", &["Kitchen", "School", "-"]),
            ("type", &["media", "school", "other", "-"]),
            ("status", &["active", "ended", "-"]),
            ("wishes", &["Fair rides", "-"]),
            ("do_not_contact", &["yes", "no", "-"]),
            ("same_as", &["@11", "@12", "@13", "@14", "-"]),
        ],
    ),
    (
        "event",
        &[0x31],
        &[
            ("name", &["Fair", "Storytime"]),
            ("when", &["2026-10-03T10:00:00-04:00", "2026-09-03T10:00:00-04:00", "-"]),
            ("audience", &["ages_6_11", "-"]),
            ("status", &["planned", "held", "-"]),
        ],
    ),
    (
        "promotion",
        &[0x61, 0x62],
        &[
            ("event", &["@31", "-"]),
            ("partner", &["@11", "@12", "@13", "-"]),
            ("state", &["should", "told", "shared", "-"]),
        ],
    ),
    ("event_partner", &[0x51], &[("event", &["@31"]), ("partner", &["@11", "@12"]), ("capacity", &["host", "-"])]),
    ("ask", &[0x41], &[("partner", &["@11", "@13"]), ("kind", &["promotion", "talk"]), ("answer", &["yes", "no"])]),
];

/// Those that were ever said to be one with somebody who asked not to be contacted, by following every such link there
/// is, both ways.
fn off_limits(book: &Book) -> BTreeSet<Id> {
    let links: Vec<(Id, Id)> =
        book.records(PARTNER.id).filter_map(|record| Some((record.id, record.link("same_as")?))).collect();
    let says = |record: &Record| {
        let lost = record.losers().any(|(key, slot)| &**key == "do_not_contact" && slot.value == Value::Bool(true));
        lost || record.get("do_not_contact") == Some(&Value::Bool(true))
    };
    let mut off: BTreeSet<Id> =
        book.records(PARTNER.id).filter(|record| says(record)).map(|record| record.id).collect();
    loop {
        let before = off.len();
        for (one, two) in &links {
            if off.contains(one) || off.contains(two) {
                off.extend([*one, *two]);
            }
        }
        if off.len() == before {
            return off;
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn nobody_who_asked_not_to_be_contacted_is_proposed_whatever_happened(steps in histories(WRITTEN, 1..30)) {
        let mut book = Book::new(crate::capabilities::kinds::KINDS);
        for step in steps {
            book.apply_all(&step);
        }
        let index = &mut Index::default();
        let off = off_limits(&book);
        let all = proposals(&book, index, FAIR, today());
        let mut seen = BTreeSet::new();
        for proposal in &all {
            prop_assert!(!off.contains(&proposal.partner), "{:?} of {off:?}", proposal);
            prop_assert!(seen.insert(proposal.partner), "twice: {:?}", proposal);
            prop_assert!(!proposal.why.is_empty());
            prop_assert!(book.alive(PARTNER.id, proposal.partner).is_some());
        }
        let ranks: Vec<&Why> = all.iter().filter_map(|proposal| proposal.why.first()).collect();
        let place = |why: &Why| std::mem::discriminant(why);
        prop_assert!(ranks.windows(2).all(|two| two[0] <= two[1] || place(two[0]) == place(two[1])), "{ranks:?}");

        // Everybody is told, and afterwards nobody is proposed.
        let everybody: Vec<Id> = book.ids(PARTNER.id).collect();
        let told = Told { how: None, by: None, on: today() };
        let (rows, _) = tell(&book, index, FAIR, &everybody, told);
        for (_, _, values) in &rows {
            let partner = values.get("partner").and_then(Value::as_link);
            prop_assert!(partner.is_none_or(|partner| !off.contains(&partner)), "{values:?}");
        }
        written(&mut book, rows);
        prop_assert_eq!(proposals(&book, &mut Index::default(), FAIR, today()), []);
        let standings = standings(&book, &mut Index::default(), FAIR);
        let once: BTreeSet<Id> = standings.iter().map(|one| one.partner).collect();
        prop_assert_eq!(once.len(), standings.len());
    }
}

fn facts(when: &str, ends: &str) -> Facts {
    let book = testing::book(&[(
        EVENT.id,
        FAIR.0,
        &[
            ("name", "Fall fair"),
            ("when", when),
            ("ends", ends),
            ("location", "Town green"),
            ("description", "Games & books."),
            ("web", "library.example.org/fair"),
        ],
    )]);
    Facts::of(book.alive(EVENT.id, FAIR).unwrap(), "Willow Falls Library", "library.example.org")
}

#[test]
fn times_are_said_as_people_say_them() {
    for (when, ends, en, es) in [
        (
            "2026-10-03T10:00:00-04:00",
            "2026-10-03T11:30:00-04:00",
            "Saturday, October 3, 10 AM to 11:30 AM",
            "Sábado, 3 de octubre, de 10 a. m. a 11:30 a. m.",
        ),
        ("2026-10-03T13:00:00-04:00", "", "Saturday, October 3 at 1 PM", "Sábado, 3 de octubre, a la 1 p. m."),
        ("2026-10-03T13:30:00-04:00", "", "Saturday, October 3 at 1:30 PM", "Sábado, 3 de octubre, a la 1:30 p. m."),
        (
            "2027-10-03T18:00:00-04:00",
            "",
            "Sunday, October 3, 2027 at 6 PM",
            "Domingo, 3 de octubre de 2027, a las 6 p. m.",
        ),
        (
            "2026-10-03T12:00:00-04:00",
            "2026-10-03T14:00:00-04:00",
            "Saturday, October 3, noon to 2 PM",
            "Sábado, 3 de octubre, de 12 del mediodía a 2 p. m.",
        ),
        // Over midnight, and an end that is before the beginning.
        (
            "2026-10-03T22:00:00-04:00",
            "2026-10-04T01:00:00-04:00",
            "Saturday, October 3 at 10 PM – Sunday, October 4 at 1 AM",
            "Sábado, 3 de octubre, a las 10 p. m. – Domingo, 4 de octubre, a la 1 a. m.",
        ),
        (
            "2026-10-03T22:00:00-04:00",
            "2026-10-03T21:00:00-04:00",
            "Saturday, October 3 at 10 PM",
            "Sábado, 3 de octubre, a las 10 p. m.",
        ),
        ("", "", "", ""),
    ] {
        let facts = facts(when, ends);
        assert_eq!((&*facts.when(2026, Lang::En), &*facts.when(2026, Lang::Es)), (en, es), "{when} {ends}");
    }
}

#[test]
fn the_message_says_what_when_and_where_in_either_language_or_both() {
    let facts = facts("2026-10-03T10:00:00-04:00", "");
    assert_eq!(
        facts.message(Tongues::One(Lang::En), 2026),
        "Hello! Could you help us spread the word about this event?\n\nFall fair\nSaturday, October 3 at 10 AM\nTown \
         green\n\nGames & books.\n\nlibrary.example.org/fair\n\nThank you!\nWillow Falls Library"
    );
    let both = facts.message(Tongues::Both, 2026);
    for once in
        ["Hello!", "¡Hola!", "Games & books.", "library.example.org/fair", "Willow Falls Library", "¡Muchas gracias!"]
    {
        assert_eq!(both.matches(once).count(), 1, "{once} in {both}");
    }
    assert_eq!(both.matches("Fall fair").count(), 2);
    assert_eq!(facts.subject(Tongues::One(Lang::Es)), "Para compartir: Fall fair");
    // An event that says next to nothing makes no empty lines.
    let bare = Facts { name: "Fair".into(), ..Facts::default() };
    assert_eq!(
        bare.message(Tongues::One(Lang::Es), 2026),
        "¡Hola! ¿Podrían ayudarnos a dar a conocer este evento?\n\nFair\n\n¡Muchas gracias!"
    );
}

#[test]
fn the_library_s_own_page_stands_in_where_the_event_has_none_and_a_street_is_said_once() {
    let mut book = one(&[("location", "12 Maple Street, side room")], &[]);
    let street = Value::Map(
        [("street".to_owned(), Value::text("12 Maple Street")), ("town".to_owned(), Value::text("Windham"))].into(),
    );
    testing::set(&mut book, EVENT.id, FAIR, [("address".to_owned(), street.clone())]);
    let of = |book: &Book| Facts::of(book.alive(EVENT.id, FAIR).unwrap(), "", "library.example.org");
    assert_eq!((&*of(&book).place, &*of(&book).web), ("12 Maple Street, side room", "library.example.org"));
    put(&mut book, EVENT.id, FAIR, &[("location", "Side room")]);
    assert_eq!(of(&book).place, "Side room, 12 Maple Street, Windham");
}

#[test]
fn links_carry_the_message_whole_and_show_nobody_the_others() {
    let addresses = ["kim@example.org".to_owned(), "jörg+a&b@example.org".to_owned()];
    assert_eq!(
        mail_to_all(&addresses, "Fair & more", "Hola\n¿Sí?"),
        "mailto:?bcc=kim@example.org,j%C3%B6rg%2Ba%26b@example.org&subject=Fair%20%26%20more&body=Hola%0D%0A%C2%BFS%C3%AD%3F"
    );
    assert_eq!(text_to("8605550114", "a b&c"), "sms:8605550114?&body=a%20b%26c");
}

#[test]
fn a_code_leads_to_the_first_web_address_there_is() {
    for (words, page) in [
        ("library.example.org/fair", Some("https://library.example.org/fair")),
        ("https://library.example.info/feria", Some("https://library.example.info/feria")),
        ("Outreach · (860) 555-0100 · www.library.example.org", Some("https://www.library.example.org")),
        ("Outreach, desk@example.org", None),
        ("ask at the desk", None),
        ("", None),
    ] {
        assert_eq!(page_of(words).as_deref(), page, "{words}");
    }
}

#[test]
fn the_language_of_the_message_follows_that_of_the_event() {
    for (languages, tongues) in [
        ("en", Tongues::One(Lang::En)),
        ("es", Tongues::One(Lang::Es)),
        ("es pt", Tongues::One(Lang::Es)),
        ("en es", Tongues::Both),
        ("zh", Tongues::Both),
    ] {
        let book = one(&[("languages", languages)], &[]);
        assert_eq!(Tongues::of(book.alive(EVENT.id, FAIR).unwrap()), tongues, "{languages}");
    }
    assert_eq!(Tongues::of(one(&[], &[]).alive(EVENT.id, FAIR).unwrap()), Tongues::Both);
}

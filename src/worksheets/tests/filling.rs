//! Filling worksheets in: what stands on a sheet, what was answered before, and what two tablets answer on one.

use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::questionnaire::{Asked, Both};
use crate::model::testing::cases;
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::testing::*;
use crate::worksheets::filling::{self, Filled};
use crate::worksheets::forms;
use crate::worksheets::kinds::ready::{GATHERING, OVERCOMING, REFLECTION, REPAIRING};
use crate::worksheets::kinds::sheet::{GROUP, SHEET, SHEET_ANSWER, answer_fields as answer, sheet_fields as sheet};
use crate::worksheets::kinds::worksheet::{ABOUT_FIELD, EVENT, OWN, WORKSHEET, WORKSHEET_VERSION};
use proptest::prelude::*;
use std::collections::BTreeMap;

type About = Vec<(&'static str, Value)>;

fn begin(tablet: &Tablet, id: Id, key: &str, by: Option<Id>, about: About) {
    let asking = forms::form(&tablet.work.state().book, key).unwrap();
    let author = Author { by, now: tablet.work.now() };
    let rows = filling::begin(id, &asking, about, author).unwrap();
    let label = crate::worksheets::words::FILL_IN.message();
    now(tablet.work.run(Command::Once { kind: SHEET.id, id, label, rows })).unwrap();
}

/// Answers as the screen does: a draft of what its writer has seen becomes part of the record.
fn answer(tablet: &Tablet, of: Id, question: &str, words: &str) {
    let id = filling::answer_id(of, question);
    let named = filling::named(of, question);
    let named: Vec<(&str, String)> =
        named.iter().map(|(key, value)| (*key, value.as_text().unwrap().to_owned())).collect();
    let mut values: Vec<(&str, &str)> = named.iter().map(|(key, value)| (*key, &**value)).collect();
    values.push((answer::VALUE.key(), words));
    let draft = tablet.draft(SHEET_ANSWER.id, id, &values);
    now(tablet.work.run(Command::Enter(draft))).unwrap();
}

fn filled(tablet: &Tablet, id: Id) -> Filled {
    let record = tablet.work.state().book.alive(SHEET.id, id).cloned().unwrap();
    tablet.work.look(|book, index| filling::filled(book, index, &record)).unwrap()
}

fn given(tablet: &Tablet, id: Id) -> BTreeMap<String, String> {
    tablet.work.look(|book, index| filling::answers(book, index, id))
}

fn last(tablet: &Tablet, id: Id, question: &str) -> Option<String> {
    let line = filled(tablet, id).lines.into_iter().find(|line| line.asked.key == question).unwrap();
    line.last.map(|last| last.words)
}

fn meet(a: &Tablet, b: &Tablet) {
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
}

#[test]
fn what_two_people_answer_on_two_tablets_stands_on_one_sheet() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    begin(&a, Id(7), REFLECTION, None, Vec::new());
    meet(&a, &b);
    answer(&a, Id(7), "ideal", "Both of us call.");
    answer(&b, Id(7), "reaching_out", "Through somebody they trust.");
    // One question, two answers: neither had seen the other, and neither is lost.
    answer(&a, Id(7), REPAIRING, "I say sorry.");
    answer(&b, Id(7), REPAIRING, "I bring cake.");
    meet(&a, &b);
    for tablet in [&a, &b] {
        let filled = filled(tablet, Id(7));
        assert_eq!((filled.answered(), filled.lines.len(), filled.stray.len()), (3, 8, 0));
        let state = tablet.work.state();
        let record = state.book.alive(SHEET_ANSWER.id, filling::answer_id(Id(7), REPAIRING)).unwrap();
        let both: Vec<&str> = record.losers().filter_map(|(_, lost)| lost.value.as_text()).collect();
        let told = [both, vec![answer::VALUE.of(&**record).unwrap()]].concat();
        assert_eq!(told.len(), 2);
        assert!(told.contains(&"I say sorry.") && told.contains(&"I bring cake."), "{told:?}");
    }
    assert_eq!(a.hash(), b.hash());
}

#[test]
fn an_event_has_one_sheet_whoever_begins_it() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let event = Id(5);
    let of = |tablet: &Tablet| filling::of_event(&tablet.work.state().book, event);
    for (tablet, question, words) in [(&a, "why", "To meet."), (&b, "outcome", "Two friends.")] {
        begin(tablet, of(tablet), GATHERING, None, vec![sheet::EVENT.is(event)]);
        answer(tablet, of(tablet), question, words);
    }
    meet(&a, &b);
    assert_eq!(of(&a), of(&b));
    assert_eq!(filled(&a, of(&a)).answered(), 2);
    assert_eq!(a.work.state().book.living(SHEET.id).count(), 1);
    // Deleted and begun anew, it is another one, and what stood on the first is not on it.
    let first = of(&a);
    now(a.work.run(Command::Delete(SHEET.id, first))).unwrap();
    assert_ne!(of(&a), first);
    begin(&a, of(&a), GATHERING, None, vec![sheet::EVENT.is(event)]);
    assert_eq!(filled(&a, of(&a)).answered(), 0);
}

#[test]
fn a_sheet_keeps_the_words_it_was_asked_with() {
    let tablet = Tablet::new(1);
    let asking = forms::form(&tablet.work.state().book, REFLECTION).unwrap();
    let copy = Id(50);
    let name = Both { en: "Ours".into(), es: "La nuestra".into() };
    let rows = OWN.copied(&asking, copy, name, || tablet.work.new_id());
    let label = crate::worksheets::words::COPY.message();
    now(tablet.work.run(Command::Write { label: label.clone(), rows })).unwrap();
    let ours = forms::form(&tablet.work.state().book, &copy.to_string()).unwrap();
    let words = |asked: &[Asked]| asked.iter().map(|asked| (asked.part.clone(), asked.ask.clone())).collect::<Vec<_>>();
    assert_eq!(words(&ours.questions), words(&asking.questions));
    begin(&tablet, Id(7), &copy.to_string(), None, Vec::new());
    answer(&tablet, Id(7), &ours.questions[2].key, "Whoever cuts hair.");
    let changed: Id = ours.questions[2].key.parse().unwrap();
    let values = [("en".to_owned(), Value::text("Who do you call first?"))].into();
    now(tablet.work.run(Command::Set { kind: "question", id: changed, values })).unwrap();
    let line = filled(&tablet, Id(7)).lines[2].clone();
    assert_eq!(
        (line.asked.ask.en.as_str(), line.value.as_str()),
        ("How do you decide who to approach in the community?", "Whoever cuts hair.")
    );
    begin(&tablet, Id(8), &copy.to_string(), None, Vec::new());
    assert_eq!(filled(&tablet, Id(8)).lines[2].asked.ask.en, "Who do you call first?");
    // One more time, and the worksheet as used is there once for each wording.
    begin(&tablet, Id(9), &copy.to_string(), None, Vec::new());
    assert_eq!(tablet.work.state().book.living(WORKSHEET_VERSION.id).count(), 2);
}

#[test]
fn what_was_answered_before_is_the_persons_own_and_the_latest() {
    let tablet = Tablet::new(1);
    let (ana, jo) = (Id(101), Id(102));
    let on = |day: &str| vec![sheet::FILLED_ON.is(day)];
    begin(&tablet, Id(1), REFLECTION, Some(ana), on("2026-03-01"));
    answer(&tablet, Id(1), REPAIRING, "I wait.");
    answer(&tablet, Id(1), "ideal", "Both call.");
    begin(&tablet, Id(2), REFLECTION, Some(ana), on("2026-06-01"));
    answer(&tablet, Id(2), REPAIRING, "I call.");
    answer(&tablet, Id(2), "ideal", "  ");
    begin(&tablet, Id(3), REFLECTION, Some(jo), on("2026-07-01"));
    answer(&tablet, Id(3), REPAIRING, "Jo’s own.");
    begin(&tablet, Id(4), REFLECTION, Some(ana), Vec::new());
    assert_eq!(last(&tablet, Id(4), REPAIRING).as_deref(), Some("I call."));
    assert_eq!(last(&tablet, Id(4), "ideal").as_deref(), Some("Both call."), "a blank answer says nothing");
    assert_eq!(last(&tablet, Id(4), OVERCOMING), None);
    assert_eq!(last(&tablet, Id(1), REPAIRING), None, "nothing that came later");
    // What a partner was thought about stands beside the next thought about that partner alone.
    let maple = tablet.partner("Maple Street");
    begin(&tablet, Id(5), REFLECTION, Some(ana), vec![sheet::PARTNER.is(maple)]);
    assert_eq!(last(&tablet, Id(5), REPAIRING), None);
    answer(&tablet, Id(5), REPAIRING, "Visit at noon.");
    begin(&tablet, Id(6), REFLECTION, Some(ana), vec![sheet::PARTNER.is(maple)]);
    assert_eq!(last(&tablet, Id(6), REPAIRING).as_deref(), Some("Visit at noon."));
    // A group sees what a group wrote.
    begin(&tablet, Id(10), REFLECTION, Some(jo), [on("2026-08-01"), vec![sheet::FOR_WHOM.is(GROUP)]].concat());
    answer(&tablet, Id(10), REPAIRING, "Together.");
    begin(&tablet, Id(11), REFLECTION, Some(ana), vec![sheet::FOR_WHOM.is(GROUP)]);
    assert_eq!(last(&tablet, Id(11), REPAIRING).as_deref(), Some("Together."));
    assert_eq!(last(&tablet, Id(4), REPAIRING).as_deref(), Some("I call."));
}

#[test]
fn a_part_of_a_worksheet_is_that_worksheet() {
    let tablet = Tablet::new(1);
    let ana = Some(Id(101));
    let whole = forms::form(&tablet.work.state().book, REFLECTION).unwrap();
    let part = forms::part(&whole, &[REPAIRING, OVERCOMING]);
    assert_eq!(part.questions.iter().map(|asked| &*asked.key).collect::<Vec<_>>(), [REPAIRING, OVERCOMING]);
    begin(&tablet, Id(1), REFLECTION, ana, vec![sheet::FILLED_ON.is("2026-03-01")]);
    answer(&tablet, Id(1), REPAIRING, "I call.");
    let author = Author { by: ana, now: tablet.work.now() };
    let rows = filling::begin(Id(2), &part, Vec::new(), author).unwrap();
    now(tablet.work.run(Command::Write { label: crate::worksheets::words::FILL_IN.message(), rows })).unwrap();
    assert_eq!(filled(&tablet, Id(2)).lines.len(), 2);
    assert_eq!(last(&tablet, Id(2), REPAIRING).as_deref(), Some("I call."));
}

#[test]
fn an_answer_to_a_question_that_the_sheet_does_not_have_is_shown_with_its_question() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let asking = forms::form(&a.work.state().book, GATHERING).unwrap();
    let name = Both { en: "Ours".into(), es: "La nuestra".into() };
    let mut rows = OWN.copied(&forms::part(&asking, &["why"]), Id(50), name, || a.work.new_id());
    rows[0].2.insert(ABOUT_FIELD.key().to_owned(), Value::text(EVENT));
    now(a.work.run(Command::Write { label: crate::worksheets::words::COPY.message(), rows })).unwrap();
    // One tablet has the team's own worksheet, the other has not heard of it.
    let ours = forms::for_events(&a.work.state().book).unwrap();
    assert_eq!(ours.guide, Id(50).to_string());
    let theirs = forms::for_events(&b.work.state().book).unwrap();
    assert_eq!(theirs.guide, GATHERING);
    let of = filling::of_event(&a.work.state().book, Id(5));
    begin(&a, of, &ours.guide, None, vec![sheet::EVENT.is(Id(5))]);
    answer(&a, of, &ours.questions[0].key, "To meet.");
    begin(&b, of, GATHERING, None, vec![sheet::EVENT.is(Id(5))]);
    answer(&b, of, "outcome", "Two friends.");
    meet(&a, &b);
    let filled = filled(&a, of);
    assert_eq!((filled.answered(), filled.stray.len()), (1, 1));
    assert_eq!(given(&a, of).len(), 2);
    assert!(a.work.state().book.alive(WORKSHEET.id, Id(50)).is_some());
}

#[test]
fn what_is_said_of_a_partner_goes_with_the_partner() {
    let tablet = Tablet::new(1);
    let maple = tablet.partner("Maple Street");
    begin(&tablet, Id(7), REFLECTION, None, vec![sheet::PARTNER.is(maple)]);
    answer(&tablet, Id(7), REPAIRING, "Canary of Maple Street");
    now(tablet.work.run(Command::Erase("partner", maple))).unwrap();
    assert!(tablet.work.state().book.alive(SHEET.id, Id(7)).is_none());
    assert!(!holds(&stored(&tablet), "Canary of Maple Street"));
}

proptest! {
    #![proptest_config(cases(40))]
    /// Whatever two tablets answer, in whatever order they meet, both end with the same sheet, and every answer is on it,
    /// or stands beside the one that is.
    #[test]
    fn no_answer_is_lost(steps in prop::collection::vec((0usize..2, 0usize..4, "[a-d]{1,3}", any::<bool>()), 1..24)) {
        let tablets = [Tablet::new(1), Tablet::new(1000)];
        begin(&tablets[0], Id(7), REFLECTION, None, Vec::new());
        meet(&tablets[0], &tablets[1]);
        let keys = ["whom_to_approach", "reaching_out", "ideal", REPAIRING];
        // What each tablet wrote since they met, by question: an answer is only replaced by whoever saw it.
        let mut open: [BTreeMap<&str, String>; 2] = Default::default();
        for (at, question, words, meets) in steps {
            // What stands there already is not written again.
            if given(&tablets[at], Id(7)).get(keys[question]) != Some(&words) {
                answer(&tablets[at], Id(7), keys[question], &words);
                open[at].insert(keys[question], words);
            }
            if meets {
                meet(&tablets[0], &tablets[1]);
                for tablet in &tablets {
                    let state = tablet.work.state();
                    for (key, words) in open.iter().flatten() {
                        let record = state.book.alive(SHEET_ANSWER.id, filling::answer_id(Id(7), key)).unwrap();
                        let lost = record.losers().any(|(_, lost)| lost.value.as_text() == Some(&**words));
                        prop_assert!(answer::VALUE.of(&**record) == Some(&**words) || lost, "{key}: {words}");
                    }
                }
                open = Default::default();
            }
        }
        meet(&tablets[0], &tablets[1]);
        prop_assert_eq!(tablets[0].hash(), tablets[1].hash());
    }
}

#[test]
fn a_worksheet_is_no_deed_of_the_day_and_a_contact_of_the_same_day_is() {
    let day = "2026-11-26";
    let book = crate::formats::testing::book(&[
        ("sheet", 0x31, &[("filled_on", day), ("worksheet", "reflection")]),
        ("contact", 0x32, &[("when", "2026-11-26T10:00:00-05:00")]),
    ]);
    let sums = crate::work::day::sums(&book, crate::model::date::day(day).unwrap());
    assert_eq!(sums.iter().map(|sum| (sum.kind.id, sum.count)).collect::<Vec<_>>(), [("contact", 1)]);
}

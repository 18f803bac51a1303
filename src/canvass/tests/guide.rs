//! The team's own words at the door: from the guide into the form, the counts and the files.

use crate::canvass::kinds::visit::VISIT;
use crate::canvass::{guide as changing, heard};
use crate::exchange::office::Office;
use crate::model::guide::{self, Question};
use crate::model::offered::{self, Offered};
use crate::model::question::QUESTION;
use crate::work::error::Refusal;
use crate::work::testing::*;

fn question(tablet: &Tablet, key: &str) -> Question {
    let section = changing::section(&VISIT).unwrap();
    let state = tablet.work.state();
    guide::questions(&VISIT, section, &state.book).into_iter().find(|question| question.field.key == key).unwrap()
}

/// Writes a question of the team's own; gives the key of its answers.
fn ask(tablet: &Tablet, en: &str, manner: &str, answers: &[(&str, &str)]) -> String {
    let id = tablet.work.new_id();
    let mut draft = tablet.draft(QUESTION.id, id, &[("en", en), ("answer", manner), ("asked_in", "visit")]);
    let answers: Vec<Offered> = answers
        .iter()
        .map(|(key, en)| Offered { key: (*key).into(), en: (*en).into(), ..Offered::default() })
        .collect();
    draft.set(None, "answers", offered::write(&answers));
    now(tablet.work.run(Command::Finish(draft))).unwrap();
    format!("q_{id}")
}

fn answer(tablet: &Tablet, key: &str, value: Value) -> Result<Id, WorkError> {
    let id = tablet.work.new_id();
    let door = Id(0x7000 + tablet.work.state().book.records(VISIT.id).count() as u128).to_string();
    let values = [("door", &*door), ("outcome", "talked"), ("when", "2026-11-20T10:00:00-05:00")];
    let mut draft = tablet.draft(VISIT.id, id, &values);
    draft.set(None, key, value);
    now(tablet.work.run(Command::Finish(draft))).map(|_| id)
}

#[test]
fn a_question_of_the_teams_own_is_checked_counted_and_written() {
    let tablet = Tablet::new(1);
    let bus = ask(&tablet, "Would a bus stop help?", "yes_no", &[]);
    let many = ask(&tablet, "How many live here?", "number", &[]);
    let said = ask(&tablet, "What would you like to learn?", "text", &[]);
    let refused = answer(&tablet, &many, Value::text("a few")).unwrap_err();
    assert!(matches!(refused, WorkError::Refused(Refusal::Problems(problems)) if problems[0].field == many));
    for _ in 0..6 {
        answer(&tablet, &bus, Value::Bool(true)).unwrap();
    }
    answer(&tablet, &bus, Value::Bool(false)).unwrap();
    answer(&tablet, &said, Value::text("CANARY sewing")).unwrap();

    let state = tablet.work.state();
    let heard = heard::heard(&state.book);
    let table = heard.tables.iter().find(|table| table.name.en == "Would a bus stop help?").unwrap();
    assert_eq!(table.bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [6, 1]);
    let csv = heard.csv(Lang::Es).unwrap();
    assert!(
        csv.contains("\"Would a bus stop help?\",\"\",\"no se muestra\""),
        "six of seven would tell the one: {csv}"
    );

    drop(state);
    let written = |public_only| {
        let office = Office { lang: Lang::En, public_only };
        let files = now(tablet.work.office_export(office, &Job::quiet())).unwrap();
        let pieces = files.into_iter().flat_map(|file| file.file.pieces).flatten();
        String::from_utf8(pieces.collect()).unwrap()
    };
    assert!(written(false).contains("CANARY sewing") && written(false).contains("What would you like to learn?"));
    assert!(written(true).contains("Would a bus stop help?"));
    assert!(!written(true).contains("CANARY"), "what people say in their own words leaves only with people");
}

#[test]
fn two_tablets_that_change_one_question_change_one_record() {
    let (kim, sam) = (Tablet::new(1), Tablet::new(2));
    for (tablet, key, words) in [(&kim, "en", "What makes it hard?"), (&sam, "es", "¿Qué lo hace difícil?")] {
        let barriers = question(tablet, "barriers");
        let id = changing::record_of(&VISIT, &barriers);
        let mut draft = tablet.draft(QUESTION.id, id, &[]);
        changing::prefill(&VISIT, &barriers).into_iter().for_each(|(key, value)| draft.set(None, key, value));
        draft.set(None, key, Value::text(words));
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    }
    assert_eq!(question(&kim, "barriers").id, question(&sam, "barriers").id);
    sam.import(&kim.export()).unwrap();
    kim.import(&sam.export()).unwrap();
    assert_eq!(kim.hash(), sam.hash());
    assert_eq!(kim.work.state().book.records(QUESTION.id).count(), 1);
}

#[test]
fn the_order_is_changed_in_one_step_that_can_be_undone() {
    let tablet = Tablet::new(1);
    let section = changing::section(&VISIT).unwrap();
    let asked = || -> Vec<&'static str> {
        let questions = guide::questions(&VISIT, section, &tablet.work.state().book);
        questions.iter().map(|question| question.field.key).collect()
    };
    let before = asked();
    let up = changing::put(&VISIT, section, &tablet.work.state().book, "needs", -1);
    let done = now(tablet.work.run(up)).unwrap();
    assert_eq!(done.label.say(Lang::En), "Questions reordered");
    assert_eq!(asked()[..3], ["aware", "needs", "barriers"]);
    assert_eq!(question(&tablet, "needs").field.label, VISIT.field("needs").unwrap().label);
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!(asked(), before);
}

#[test]
fn answers_are_needed_only_where_one_chooses() {
    let tablet = Tablet::new(1);
    let finish = |manner: &str| {
        let values = [("en", "What else?"), ("answer", manner), ("asked_in", "visit")];
        now(tablet.work.run(Command::Finish(tablet.draft(QUESTION.id, tablet.work.new_id(), &values))))
    };
    assert!(finish("text").is_ok());
    let Err(WorkError::Refused(Refusal::Problems(problems))) = finish("choices") else { panic!("it was taken") };
    assert_eq!(problems[0].message.say(Lang::En), "Enter Answers to choose from");
}

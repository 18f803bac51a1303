//! Interviews: the guide that stays as it was, and the way through the questions.

mod taken_back;

use crate::interviews::interview as talks;
use crate::interviews::interview::{Stands, Talk};
use crate::interviews::kinds::interview::{
    AUDIO, CALLBACK, GIVES, GRANTS, INTERVIEW, LATER, MINOR, NAMED, NOTES, QUOTES, SAID, SKIPPED, SPEAKER,
};
use crate::interviews::kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE};
use crate::interviews::kinds::quote::{CODING, QUOTE};
use crate::interviews::passage::Passage;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::operation::ERASED;
use crate::model::order;
use crate::model::question::QUESTION;
use crate::model::questionnaire::{Answer, Asked, Asking, Both, OnlyIf};
use crate::model::record::Record;
use crate::model::testing::cases;
use crate::model::text::{Lang, Message};
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::consent::{self, Agreed, Consents, Grant};
use crate::work::testing::{Tablet, holds, now, stored};
use crate::work::workspace::WorkError;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) fn hand(tablet: &Tablet) -> Author {
    Author { by: None, now: tablet.work.now() }
}

pub(crate) fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) -> Result<(), WorkError> {
    now(tablet.work.run(Command::Write { label: Message::same("test".to_owned()), rows })).map(drop)
}

fn words(en: &str) -> Both {
    Both { en: en.into(), es: String::new() }
}

pub(crate) fn asking() -> Asking {
    let open = |key: &str| Asked { key: key.into(), ask: words(key), manner: "long_text".into(), ..Asked::default() };
    let answer = |key: &str| Answer { key: key.into(), words: words(key) };
    let yes = OnlyIf { question: "been".into(), answers: vec!["yes".into()] };
    Asking {
        guide: "test".into(),
        name: words("Test"),
        questions: vec![
            open("first"),
            Asked { manner: "yes_no".into(), ..open("been") },
            Asked { only_if: Some(yes), ..open("when") },
            Asked { manner: "choices".into(), answers: vec![answer("bus"), answer("car")], ..open("how") },
        ],
        ..Asking::default()
    }
}

pub(crate) fn begin(tablet: &Tablet, asking: &Asking) -> Id {
    let id = tablet.work.new_id();
    let about = [("called", Value::text("Interview 1"))];
    write(tablet, talks::begin(id, asking, about, hand(tablet)).unwrap()).unwrap();
    id
}

/// Somebody who agrees to this much.
pub(crate) fn speaker(tablet: &Tablet, interview: Id, name: &str, grants: &[&'static str]) -> Id {
    let id = tablet.work.new_id();
    let about = [("name", name), ("role", "parent"), ("interview", &interview.to_string())];
    let about = about.map(|(key, text)| (key, Value::text(text)));
    let agreed = Agreed { grants: grants.to_vec(), words: "We ask you".into(), lang: Lang::En };
    let asked = consent::asked(&GIVES, agreed, hand(tablet));
    write(tablet, vec![(SPEAKER.id, id, order::values(about.into_iter().chain(asked)))]).unwrap();
    id
}

pub(crate) fn say(tablet: &Tablet, interview: Id, speaker: Option<Id>, words: &str) -> Result<Id, WorkError> {
    let id = tablet.work.new_id();
    let mut values: BTreeMap<String, Value> = [
        ("interview".to_owned(), Value::link(interview)),
        ("question".to_owned(), Value::text("first")),
        ("words".to_owned(), Value::text(words)),
    ]
    .into();
    if let Some(speaker) = speaker {
        values.insert("speaker".into(), Value::link(speaker));
    }
    write(tablet, vec![(SAID.id, id, values)]).map(|()| id)
}

pub(crate) fn quote(tablet: &Tablet, line: Id) -> Result<Id, WorkError> {
    let record = record(tablet, SAID.id, line);
    let text = record.text("words").unwrap_or_default().to_owned();
    let passage = Passage::of_utf16(&text, 0, text.encode_utf16().count()).unwrap();
    let id = tablet.work.new_id();
    write(tablet, vec![talks::quoted(id, &record, passage)]).map(|()| id)
}

fn take_back(tablet: &Tablet, speaker: Id, grants: &[&'static str]) {
    let when = tablet.work.now().to_stored();
    now(tablet.work.run(consent::take_back(speaker, grants.to_vec(), when))).unwrap();
}

fn talk(tablet: &Tablet, interview: Id) -> Talk {
    let record = record(tablet, INTERVIEW.id, interview);
    tablet.work.look(|book, index| talks::talk(book, index, &record)).unwrap()
}

pub(crate) fn record(tablet: &Tablet, kind: &str, id: Id) -> Arc<Record> {
    tablet.work.state().book.alive(kind, id).unwrap().clone()
}

pub(crate) fn alive(tablet: &Tablet, kind: &str, id: Id) -> bool {
    tablet.work.state().book.alive(kind, id).is_some()
}

#[test]
fn an_interview_keeps_the_guide_it_was_asked_with() {
    let tablet = Tablet::new(1);
    let guide = tablet.work.new_id();
    let rows =
        crate::interviews::kinds::interview_guide::OWN.copied(&asking(), guide, words("Ours"), || tablet.work.new_id());
    write(&tablet, rows).unwrap();
    let before = talks::guide(&tablet.work.state().book, &guide.to_string()).unwrap();
    let interview = begin(&tablet, &before);
    // The guide is changed while the interview runs, then deleted.
    let first: Id = before.questions[0].key.parse().unwrap();
    write(&tablet, vec![(QUESTION.id, first, [("en".to_owned(), Value::text("Something else"))].into())]).unwrap();
    assert_eq!(
        talks::guide(&tablet.work.state().book, &guide.to_string()).unwrap().questions[0].ask.en,
        "Something else"
    );
    assert_eq!(talk(&tablet, interview).asking, before);
    now(tablet.work.run(Command::Delete(INTERVIEW_GUIDE.id, guide))).unwrap();
    assert_eq!(talk(&tablet, interview).asking, before);
    // Asked twice with the same words, it is kept once; with other words, twice.
    begin(&tablet, &before);
    assert_eq!(tablet.work.state().book.records(GUIDE_VERSION.id).count(), 1);
    begin(&tablet, &asking());
    assert_eq!(tablet.work.state().book.records(GUIDE_VERSION.id).count(), 2);
}

#[test]
fn questions_follow_each_other_skip_wait_and_depend_on_answers() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    speaker(&tablet, interview, "Ana", &[NOTES]);
    let standing = talk(&tablet, interview);
    assert_eq!((standing.at, standing.number(0), standing.number(3)), (0, (1, 3), (3, 3)));
    assert!(!standing.turns[2].applies, "nobody said yet that they were there");
    assert_eq!(standing.next_after(1, ""), Some(3));
    assert_eq!(standing.next_after(1, "yes"), Some(2), "what was tapped just now counts");
    write(&tablet, vec![talks::answered(interview, "been", "yes"), talks::at(interview, "when")]).unwrap();
    let standing = talk(&tablet, interview);
    assert_eq!((standing.at, standing.number(2), standing.back(2)), (2, (3, 4), Some(1)));
    write(&tablet, vec![talks::passed(interview, "when", LATER), talks::passed(interview, "how", SKIPPED)]).unwrap();
    let standing = talk(&tablet, interview);
    assert_eq!(standing.put_off(), [2]);
    let stands: Vec<Stands> = standing.turns.iter().map(|turn| turn.stands).collect();
    assert_eq!(stands, [Stands::Open, Stands::Answered, Stands::Later, Stands::Skipped]);
    // Taking the answer back takes the question that depends on it away, and where one stood goes with it.
    write(&tablet, vec![talks::answered(interview, "been", "")]).unwrap();
    let standing = talk(&tablet, interview);
    assert_eq!((standing.turns[2].applies, standing.turns[1].stands, standing.at), (false, Stands::Open, 0));
    let reopened = tablet.reopened();
    assert_eq!(talk(&reopened, interview), standing);
}

#[test]
fn nothing_is_written_down_that_nobody_agreed_to() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &[NOTES]);
    let line = say(&tablet, interview, Some(ana), "The bus comes twice a day").unwrap();
    let refused = quote(&tablet, line).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "Not saved: Ana did not agree to this, or withdrew consent");
    let jo = speaker(&tablet, interview, "Jo", &[]);
    assert!(say(&tablet, interview, Some(jo), "No").is_err());
    assert!(say(&tablet, interview, None, "All of us").is_err(), "Jo is one of them");
    assert!(say(&tablet, interview, Some(ana), "More").is_ok());
    assert!(!talks::refused(&tablet.work.state().book, interview));
    let other = begin(&tablet, &asking());
    speaker(&tablet, other, "", &[]);
    assert!(talks::refused(&tablet.work.state().book, other));
}

#[test]
fn somebody_under_age_agrees_with_a_guardian() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let kim = speaker(&tablet, interview, "Kim", &[NOTES]);
    let set = |key: &str, value| vec![(SPEAKER.id, kim, [(key.to_owned(), value)].into())];
    write(&tablet, set("adult", Value::text(MINOR))).unwrap();
    assert_eq!(consent::grant(&tablet.work.state().book, kim, NOTES), Grant::NotAsked);
    write(&tablet, set("guardian", Value::Bool(true))).unwrap();
    assert_eq!(consent::grant(&tablet.work.state().book, kim, NOTES), Grant::Given);
    // Another tablet heard that the guardian does not agree.
    let other = Tablet::new(2);
    other.import(&tablet.export()).unwrap();
    write(&other, set("guardian", Value::Bool(false))).unwrap();
    write(&tablet, set("guardian", Value::Bool(true))).unwrap();
    tablet.import(&other.export()).unwrap();
    assert_eq!(consent::grant(&tablet.work.state().book, kim, NOTES), Grant::NotAsked);
}

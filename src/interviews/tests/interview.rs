//! Interviews: the guide that stays as it was, the way through the questions, and what goes when consent is taken back.

use crate::interviews::interview as talks;
use crate::interviews::interview::{Stands, Talk};
use crate::interviews::kinds::interview::{
    AUDIO, CALLBACK, GIVES, GRANTS, INTERVIEW, LATER, MINOR, NAMED, NOTES, QUOTES, SAID, SKIPPED, SPEAKER,
};
use crate::interviews::kinds::interview_guide::asking::{Answer, Asked, Asking, Both, OnlyIf};
use crate::interviews::kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE};
use crate::interviews::kinds::quote::{CODING, QUOTE};
use crate::interviews::passage::Passage;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::operation::ERASED;
use crate::model::order;
use crate::model::question::QUESTION;
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
    let rows = crate::interviews::guides::copied(&asking(), guide, words("Ours"), || tablet.work.new_id());
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
    assert_eq!(refused.message().say(Lang::En), "Not kept: Ana did not agree to this, or took it back");
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

#[test]
fn who_takes_everything_back_is_counted_and_nothing_else() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Anacanary", &GRANTS);
    let jo = speaker(&tablet, interview, "Jo", &GRANTS);
    let hers = say(&tablet, interview, Some(ana), "hercanary words").unwrap();
    let his = say(&tablet, interview, Some(jo), "his words").unwrap();
    let of_all = say(&tablet, interview, None, "allcanary words").unwrap();
    let (her_quote, his_quote) = (quote(&tablet, hers).unwrap(), quote(&tablet, his).unwrap());
    let coding = tablet.work.new_id();
    let link = |key: &str, id: Id| (key.to_owned(), Value::link(id));
    let theme = tablet.work.new_id();
    let mark = [link("quote", her_quote), link("theme", theme), ("fits".to_owned(), Value::Bool(true))].into();
    write(&tablet, vec![(CODING.id, coding, mark)]).unwrap();
    let callback = tablet.work.new_id();
    let phone = [link("speaker", ana), link("interview", interview), ("phone".to_owned(), Value::text("860-555-0199"))];
    write(&tablet, vec![(CALLBACK.id, callback, phone.into())]).unwrap();

    let would_go = {
        let state = tablet.work.state();
        consent::counted(state.book.kinds(), &Consents::without(&state.book, ana, &[NOTES]).to_purge())
            .into_iter()
            .map(|(kind, count)| (kind.id, count))
            .collect::<Vec<_>>()
    };
    // Who lets nothing be written down agrees to nothing else.
    assert_eq!(would_go, [("callback", 1), ("said", 2), ("quote", 1), ("coding", 1)]);
    take_back(&tablet, ana, &GRANTS);
    for (kind, id, there) in [
        (SAID.id, hers, false),
        (SAID.id, of_all, false),
        (SAID.id, his, true),
        (QUOTE.id, her_quote, false),
        (QUOTE.id, his_quote, true),
        (CODING.id, coding, false),
        (CALLBACK.id, callback, false),
        (SPEAKER.id, ana, false),
        (SPEAKER.id, jo, true),
    ] {
        assert_eq!(alive(&tablet, kind, id), there, "{kind}");
    }
    let speakers = tablet.work.look(|book, _| {
        let told = |record: &Record| (record.text("name").is_some(), record.text("role") == Some("parent"));
        consent::speakers(book, interview).into_iter().map(told).collect::<Vec<_>>()
    });
    assert_eq!(speakers, [(false, true), (true, true)], "somebody was heard, at their place; who it was is gone");
    let bytes = stored(&tablet);
    for canary in ["Anacanary", "hercanary", "allcanary", "860-555-0199"] {
        assert!(!holds(&bytes, canary), "{canary} is still stored");
    }
    assert!(holds(&bytes, "his words"));
    let reopened = tablet.reopened();
    assert!(!alive(&reopened, SAID.id, hers) && alive(&reopened, SAID.id, his));
}

#[test]
fn a_no_in_a_form_erases_like_any_other_and_so_does_forgetting_somebody() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let line = say(&tablet, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&tablet, line).unwrap();
    write(&tablet, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(false))].into())]).unwrap();
    assert!(!alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SAID.id, line));
    let of_all = say(&tablet, interview, None, "allcanary words").unwrap();
    now(tablet.work.run(Command::Erase(SPEAKER.id, ana))).unwrap();
    assert!(!alive(&tablet, SAID.id, line) && !alive(&tablet, SAID.id, of_all));
    assert!(!holds(&stored(&tablet), "allcanary"));
}

#[test]
fn what_was_being_written_down_goes_with_a_consent_too() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let (of_ana, who) = (interview.to_string(), ana.to_string());
    let fields = [("interview", &*of_ana), ("speaker", &*who), ("words", "draftcanary words")];
    let draft = tablet.draft(SAID.id, tablet.work.new_id(), &fields);
    now(tablet.work.keep_draft(draft)).unwrap();
    assert!(holds(&stored(&tablet), "draftcanary"));
    take_back(&tablet, ana, &[NOTES]);
    assert!(!holds(&stored(&tablet), "draftcanary"));
    assert!(tablet.work.state().drafts.is_empty());
}

#[test]
fn what_was_being_written_down_goes_where_another_tablet_heard_of_it() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Ana", &GRANTS);
    b.import(&a.export()).unwrap();
    let (talk, who) = (interview.to_string(), ana.to_string());
    let line =
        |words: &str| b.draft(SAID.id, b.work.new_id(), &[("interview", &*talk), ("speaker", &*who), ("words", words)]);
    let open = line("draftcanary words");
    now(b.work.keep_draft(open.clone())).unwrap();
    take_back(&a, ana, &[NOTES]);
    b.import(&a.export()).unwrap();
    assert!(!holds(&stored(&b), "draftcanary") && b.work.state().drafts.is_empty());
    // Nor is it kept again by the line that is still open.
    assert!(matches!(now(b.work.keep_draft(open)), Err(WorkError::Refused(_))));
}

#[test]
fn who_told_two_tablets_is_counted_once() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &GRANTS);
    take_back(&two, ana, &GRANTS);
    one.import(&two.export()).unwrap();
    assert_eq!(one.work.look(|book, _| consent::speakers(book, interview).len()), 1);
}

#[test]
fn only_what_rests_on_a_consent_goes_with_it() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let line = say(&tablet, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&tablet, line).unwrap();
    take_back(&tablet, ana, &[NAMED, AUDIO]);
    assert!(alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SPEAKER.id, ana));
    assert_eq!(consent::grant(&tablet.work.state().book, ana, NAMED), Grant::Denied);
    take_back(&tablet, ana, &[QUOTES]);
    assert!(!alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SAID.id, line));
    assert!(quote(&tablet, line).is_err());
}

#[test]
fn another_tablet_lets_go_of_what_it_wrote_without_knowing() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    say(&one, interview, Some(ana), "first words").unwrap();
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &GRANTS);
    // The colleague goes on, not knowing.
    two.clock.0.set(two.clock.0.get() + 60_000);
    let late = say(&two, interview, Some(ana), "latecanary words").unwrap();
    let late_quote = quote(&two, late).unwrap();
    two.import(&one.export()).unwrap();
    assert!(!alive(&two, SAID.id, late) && !alive(&two, QUOTE.id, late_quote));
    assert!(!holds(&stored(&two), "latecanary"));
    // And what it told others before is let go of there, too.
    one.import(&two.export()).unwrap();
    assert!(!holds(&stored(&one), "latecanary") && !holds(&stored(&one), "first words"));
}

#[test]
fn a_no_that_nobody_saw_outweighs_a_yes() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    let line = say(&one, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&one, line).unwrap();
    two.import(&one.export()).unwrap();
    take_back(&two, ana, &[QUOTES]);
    // Later by the clock, and not knowing: somebody writes down again that she agrees.
    one.clock.0.set(one.clock.0.get() + 3_600_000);
    write(&one, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(false))].into())]).unwrap();
    write(&one, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(true))].into())]).unwrap();
    one.import(&two.export()).unwrap();
    assert_eq!(consent::grant(&one.work.state().book, ana, QUOTES), Grant::Denied);
    assert!(!alive(&one, QUOTE.id, quoted));
}

#[test]
fn a_file_that_is_missing_takes_nothing_away() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = one.work.new_id();
    let nobody_known = one.work.new_id();
    let line = say(&one, interview, Some(nobody_known), "The bus").unwrap();
    two.import(&one.export()).unwrap();
    assert!(alive(&two, SAID.id, line));
    let may_leave = {
        let state = two.work.state();
        Consents::of(&state.book).may_leave(&SAID, state.book.alive(SAID.id, line).unwrap())
    };
    assert!(!may_leave, "but it is shown to nobody outside");
}

#[test]
fn taking_back_a_file_does_not_bring_a_consent_back() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &[QUOTES]);
    let step = two.import(&one.export()).unwrap().unwrap();
    // There is nothing else in the file, so nothing can be undone of it.
    assert!(now(two.work.run(Command::Undo(step))).is_err());
    assert_eq!(consent::grant(&two.work.state().book, ana, QUOTES), Grant::Denied);
}

/// A step that somebody may take in a conversation of three.
#[derive(Clone, Debug)]
enum Act {
    Say(usize, Option<usize>),
    Quote(usize, usize),
    TakeBack(usize, usize, Vec<usize>),
    Meet,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..2usize, proptest::option::of(0..3usize)).prop_map(|(tablet, who)| Act::Say(tablet, who)),
        3 => (0..2usize, 0..20usize).prop_map(|(tablet, line)| Act::Quote(tablet, line)),
        2 => (0..2usize, 0..3usize, proptest::collection::vec(0..6usize, 1..3))
            .prop_map(|(tablet, who, grants)| Act::TakeBack(tablet, who, grants)),
        2 => Just(Act::Meet),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn after_two_tablets_met_nothing_is_left_of_what_somebody_took_back(
        agreed in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 6), 3),
        acts in proptest::collection::vec(act(), 1..30),
    ) {
        let tablets = [Tablet::new(1), Tablet::new(2)];
        let interview = begin(&tablets[0], &asking());
        let people: Vec<Id> = agreed.iter().enumerate().map(|(at, agreed)| {
            let grants: Vec<&'static str> =
                GRANTS.iter().zip(agreed).filter(|(_, yes)| **yes).map(|(grant, _)| *grant).collect();
            speaker(&tablets[0], interview, &format!("Personname{at}"), &grants)
        }).collect();
        tablets[1].import(&tablets[0].export()).unwrap();
        // Who spoke each canary word; nobody for all of them together.
        let mut said: Vec<(String, Option<usize>, Id)> = Vec::new();
        let mut taken: Vec<Vec<bool>> = vec![vec![false; 6]; 3];
        for (step, act) in acts.into_iter().chain([Act::Meet]).enumerate() {
            for tablet in &tablets {
                tablet.clock.0.set(tablet.clock.0.get() + 1_000);
            }
            match act {
                Act::Say(at, who) => {
                    let word = format!("canary{step}x");
                    if let Ok(id) = say(&tablets[at], interview, who.map(|who| people[who]), &word) {
                        said.push((word, who, id));
                    }
                }
                Act::Quote(at, line) => {
                    let known = said.get(line).filter(|(_, _, id)| alive(&tablets[at], SAID.id, *id));
                    // Whether it may be quoted is the app's to say.
                    drop(known.map(|(_, _, id)| quote(&tablets[at], *id)));
                }
                Act::TakeBack(at, who, grants) => {
                    if alive(&tablets[at], SPEAKER.id, people[who]) {
                        let chosen: Vec<&'static str> = grants.iter().map(|grant| GRANTS[*grant]).collect();
                        take_back(&tablets[at], people[who], &chosen);
                        grants.iter().for_each(|grant| taken[who][*grant] = true);
                    }
                }
                Act::Meet => {
                    // Twice, because what one lets go of is news for the other.
                    for _ in 0..2 {
                        tablets[1].import(&tablets[0].export()).unwrap();
                        tablets[0].import(&tablets[1].export()).unwrap();
                    }
                }
            }
        }
        for (at, tablet) in tablets.iter().enumerate() {
            let (bytes, export) = (stored(tablet), tablet.export());
            for (word, who, _) in &said {
                let speakers = who.map_or_else(|| (0..3).collect(), |who| vec![who]);
                let allowed = speakers.iter().all(|who| agreed[*who][0] && !taken[*who][0]);
                prop_assert_eq!(holds(&bytes, word), allowed, "{} on tablet {}", word, at);
                prop_assert_eq!(holds(&export, word), allowed, "{} in the export of tablet {}", word, at);
            }
            for (who, taken) in taken.iter().enumerate() {
                prop_assert_eq!(holds(&bytes, &format!("Personname{who}")), agreed[who][0] && !taken[0]);
            }
            let state = tablet.work.state();
            for record in state.book.records(QUOTE.id).filter(|record| record.is_alive()) {
                prop_assert!(Consents::of(&state.book).may_leave(&QUOTE, record));
            }
            let erased = state.book.records(SAID.id).filter(|record| record.erased).count();
            prop_assert!(erased <= said.len(), "{} {}", ERASED, erased);
        }
    }
}

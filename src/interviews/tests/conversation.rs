//! The conversation, played on a real book: late answers, refusals, kills, and histories that nobody would think of.

mod playing;

use super::interview::{asking, begin, speaker};
use crate::interviews::interview as talks;
use crate::interviews::interview::Talk;
use crate::interviews::interview::conversation::{
    Conversation, ConversationEffect as Effect, ConversationEvent as Event, ConversationView,
};
use crate::interviews::kinds::interview::{INTERVIEW, NOTES, SAID};
use crate::model::id::Id;
use crate::model::questionnaire::{Asked, Asking};
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ports::Role;
use crate::work::command::Command;
use crate::work::testing::{Tablet, now};
use playing::{Playing, at, guide, note, talk};
use proptest::prelude::*;
use std::collections::VecDeque;

#[test]
fn a_half_line_is_there_after_a_kill_and_is_one_note_once_it_is_entered() {
    let mut playing = Playing::new(1);
    playing.tell(Event::Next);
    playing.type_line("by bus and");
    playing.tell(Event::Rested);
    playing.answer_all();
    let mut playing = playing.killed();
    assert_eq!((playing.conversation.at(), playing.conversation.words()), (1, "by bus and"));
    playing.type_line("by bus and on foot");
    playing.tell(Event::LineEntered);
    playing.tell(Event::LineEntered);
    playing.answer_all();
    assert_eq!(playing.notes(), [note("been", "by bus and on foot")]);
    let playing = playing.killed();
    assert_eq!((playing.conversation.at(), playing.conversation.words()), (1, ""));
}

#[test]
fn a_line_that_is_refused_late_waits_at_its_own_question_and_moves_nobody() {
    let mut playing = Playing::new(1);
    playing.type_line("of the first");
    playing.tell(Event::Next);
    playing.writes(Role::Follower);
    playing.type_line("of the second");
    playing.answer_all();
    assert_eq!((playing.conversation.at(), playing.conversation.words()), (1, "of the second"));
    // It stands there again when one comes back, and becomes a note once this tab may write.
    playing.writes(Role::Writer);
    playing.tell(Event::Back);
    assert_eq!(playing.conversation.words(), "of the first");
    playing.tell(Event::Next);
    playing.answer_all();
    assert_eq!(playing.notes(), [note("been", "of the second"), note("first", "of the first")]);
    assert!(playing.tablet.work.state().drafts.is_empty(), "nothing comes back of what is done");
}

#[test]
fn a_line_that_is_refused_stands_before_what_was_written_since() {
    let mut playing = Playing::new(1);
    playing.writes(Role::Follower);
    playing.type_line("one");
    playing.tell(Event::LineEntered);
    playing.type_line("two");
    playing.tell(Event::Rested);
    playing.answer_all();
    assert_eq!(playing.conversation.words(), "one\ntwo");
    playing.writes(Role::Writer);
    playing.tell(Event::Rested);
    playing.answer_all();
    let mut playing = playing.killed();
    assert_eq!(playing.conversation.words(), "one\ntwo");
    playing.tell(Event::LineEntered);
    playing.answer_all();
    assert_eq!(playing.notes(), [note("first", "one\ntwo")]);
    assert!(playing.tablet.work.state().drafts.is_empty());
}

#[test]
fn ticks_count_before_the_store_has_answered() {
    let mut playing = Playing::new(1);
    let tick = |key: &str, on| Event::AnswerTapped { key: key.into(), several: true, on };
    playing.tell(Event::GoTo(3));
    playing.tell(tick("bus", true));
    // There and back again while the store is slow.
    playing.tell(Event::Next);
    playing.tell(Event::Back);
    assert_eq!((playing.conversation.at(), playing.conversation.value()), (3, "bus"));
    playing.tell(tick("car", true));
    playing.answer_all();
    assert_eq!(playing.given("how"), "bus car");
    assert_eq!(at(&playing.tablet, playing.interview).as_deref(), Some("how"), "where one stands, not where one was");
}

#[test]
fn a_question_that_depends_on_a_tap_is_asked_before_the_tap_is_stored() {
    let mut playing = Playing::new(1);
    playing.tell(Event::GoTo(1));
    playing.tell(Event::AnswerTapped { key: "yes".into(), several: false, on: true });
    playing.tell(Event::Next);
    assert_eq!(playing.conversation.at(), 2, "it applies");
    playing.tell(Event::Next);
    playing.tell(Event::Back);
    assert_eq!(playing.conversation.at(), 2, "still");
}

#[test]
fn a_refused_tap_is_not_shown_as_if_it_were_kept_and_a_late_refusal_changes_nothing_elsewhere() {
    let mut playing = Playing::new(1);
    let tap = |key: &str| Event::AnswerTapped { key: key.into(), several: false, on: true };
    playing.tell(Event::GoTo(1));
    playing.answer_all();
    playing.writes(Role::Follower);
    playing.tell(tap("yes"));
    assert_eq!(playing.conversation.value(), "yes");
    playing.answer_all();
    assert_eq!(playing.conversation.value(), "");
    // The first of two taps is refused after the second one was made.
    playing.tell(tap("yes"));
    playing.tell(tap("no"));
    playing.answer();
    assert_eq!(playing.conversation.value(), "no");
    playing.tell(Event::GoTo(3));
    playing.answer_all();
    assert_eq!((playing.conversation.at(), playing.conversation.value()), (3, ""));
}

#[test]
fn a_typed_answer_is_given_when_one_goes_on_also_after_a_kill_and_is_typed_again_where_it_is_refused() {
    let mut playing = Playing::new(1);
    playing.tell(Event::GoTo(4));
    playing.tell(Event::AnswerTyped("twel".into()));
    playing.tell(Event::Rested);
    playing.answer_all();
    let mut playing = playing.killed();
    assert_eq!((playing.conversation.at(), playing.conversation.value()), (4, "twel"));
    assert!(playing.conversation.is_dirty());
    playing.tell(Event::AnswerTyped("twelve".into()));
    playing.writes(Role::Follower);
    playing.tell(Event::Back);
    playing.answer_all();
    assert_eq!((playing.given("years").as_str(), playing.conversation.at()), ("", 3));
    playing.writes(Role::Writer);
    playing.tell(Event::GoTo(4));
    assert_eq!(playing.conversation.value(), "twelve");
    playing.tell(Event::ToTheEnd);
    playing.answer_all();
    assert_eq!(playing.given("years"), "twelve");
    assert!(playing.tablet.work.state().typed.is_empty());
    assert_eq!(playing.conversation.at(), 5);
}

#[test]
fn passing_a_question_keeps_what_was_written_to_it() {
    let mut playing = Playing::new(1);
    playing.type_line("later, perhaps");
    playing.tell(Event::Later);
    playing.tell(Event::ToTheEnd);
    playing.tell(Event::Skip);
    playing.answer_all();
    assert_eq!(playing.notes(), [note("first", "later, perhaps")]);
    assert!(playing.tablet.work.state().book.records("answer").all(|record| record.text("question") != Some("")));
}

#[derive(Clone, Debug)]
enum Happens {
    /// Types one more word in the line.
    Types,
    Enters,
    Rests,
    Next,
    Back,
    GoesTo(usize),
    Later,
    ToTheEnd,
    /// The store answers so many questions.
    Answers(usize),
    /// Another tab takes over, or gives it back.
    Follows(bool),
    Killed,
}

fn anything() -> impl Strategy<Value = Happens> {
    prop_oneof![
        8 => Just(Happens::Types),
        3 => Just(Happens::Enters),
        3 => Just(Happens::Rests),
        2 => Just(Happens::Next),
        2 => Just(Happens::Back),
        1 => (0..5_usize).prop_map(Happens::GoesTo),
        1 => Just(Happens::Later),
        1 => Just(Happens::ToTheEnd),
        6 => (1..4_usize).prop_map(Happens::Answers),
        2 => any::<bool>().prop_map(Happens::Follows),
        1 => Just(Happens::Killed),
    ]
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whatever is typed, entered, refused, killed and gone on with: no word is lost, none is written twice or to
    /// another question, and nothing but the person moves them.
    #[test]
    fn no_word_of_a_conversation_is_lost_or_written_twice(
        seed in 1..1000_u64, history in prop::collection::vec(anything(), 0..70),
    ) {
        let mut playing = Playing::new(seed);
        // Each word that was typed, with the question it was said to.
        let mut typed: Vec<(String, String)> = Vec::new();
        let mut follows = false;
        for event in history {
            let talk = talk(&playing.tablet, playing.interview);
            let before = playing.conversation.at();
            match event {
                Happens::Types => if let Some(turn) = talk.turns.get(before) {
                    let word = format!("w{}x", typed.len());
                    typed.push((turn.asked.key.clone(), word.clone()));
                    let line = format!("{} {word}", playing.conversation.words());
                    playing.type_line(&line);
                },
                Happens::Enters => playing.tell(Event::LineEntered),
                Happens::Rests => playing.tell(Event::Rested),
                Happens::Next => playing.tell(Event::Next),
                Happens::Back => playing.tell(Event::Back),
                Happens::GoesTo(at) => playing.tell(Event::GoTo(at)),
                Happens::Later => playing.tell(Event::Later),
                Happens::ToTheEnd => playing.tell(Event::ToTheEnd),
                Happens::Answers(count) => {
                    for _ in 0..count {
                        playing.answer();
                    }
                    prop_assert_eq!(playing.conversation.at(), before, "a late answer moves nobody");
                }
                Happens::Follows(yes) => {
                    follows = yes;
                    playing.writes(if yes { Role::Follower } else { Role::Writer });
                    playing.tell(Event::Rested);
                }
                // What was typed in this very moment goes with a kill; a rest later it is on the disk.
                Happens::Killed => if !follows {
                    playing.tell(Event::Rested);
                    playing.answer_all();
                    playing = playing.killed();
                },
            }
        }
        playing.writes(Role::Writer);
        playing.answer_all();
        playing.tell(Event::Rested);
        playing.answer_all();
        // Every question is visited, so that what waits there is entered.
        let mut playing = playing.killed();
        for at in 0..5 {
            playing.tell(Event::GoTo(at));
            while !playing.conversation.words().is_empty() {
                playing.tell(Event::LineEntered);
            }
        }
        playing.answer_all();
        let notes = playing.notes();
        let said = |word: &str| {
            let holds = |words: &str| words.split_whitespace().filter(|one| *one == word).count();
            notes.iter().flat_map(|(question, words)| vec![question.clone(); holds(words)]).collect::<Vec<_>>()
        };
        for (question, word) in &typed {
            prop_assert_eq!(said(word), vec![question.clone()], "{} of {:?}", word, &notes);
        }
        prop_assert!(playing.tablet.work.state().drafts.is_empty(), "{:?}", playing.tablet.work.state().drafts);
    }
}

#[test]
fn lines_of_other_interviews_and_forms_are_left_alone() {
    let mut playing = Playing::new(1);
    let other = begin(&playing.tablet, &guide());
    let value = |text: &str| ("words".to_owned(), Value::text(text));
    let mut draft = playing.tablet.draft(SAID.id, playing.tablet.work.new_id(), &[]);
    draft.values = [value("elsewhere"), ("interview".to_owned(), Value::text(other.to_string()))].into();
    now(playing.tablet.work.keep_draft(draft)).unwrap();
    playing = playing.killed();
    assert_eq!(playing.conversation.words(), "");
}

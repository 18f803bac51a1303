//! What somebody does not allow to be told is in no file that leaves, and what they took back is nowhere at all.
//!
//! Everything that is written here holds a word of its own, a canary, by which it is known wherever it turns up. What
//! each of them rests on is worked out once more, from what was agreed, and not from the code that is tried.

mod story;

use crate::capabilities::kinds::KINDS;
use crate::exchange::office::Office;
use crate::findings::evidence as findings;
use crate::findings::kinds::finding::FINDING;
use crate::findings::report::{Tells, all_files, report};
use crate::interviews::kinds::interview::{
    AUDIO, CALL_BACK, CALLBACK, GRANTS, INTERVIEW, INTERVIEW_PHOTO, MINOR, NAMED, NOTES, PHOTO, QUOTES, SAID, SPEAKER,
};
use crate::interviews::kinds::quote::QUOTE;
use crate::interviews::kinds::recording::{BOOKMARK, RECORDING};
use crate::log::snapshot;
use crate::model::operation::DELETED;
use crate::model::order;
use crate::model::testing::cases;
use crate::model::text::Lang;
use crate::work::consent::{self, Consents, Grant, of_record};
use crate::work::testing::*;
use memchr::memmem;
use proptest::prelude::*;
use story::{Asked, Story};

#[derive(Clone, Debug)]
enum Step {
    /// Somebody takes these back, one bit for each grant.
    TakeBack(usize, u8),
    /// The other tablet, which has not heard, writes down more of what somebody said.
    MoreElsewhere(usize, bool),
    /// So does this one.
    MoreHere(usize, bool),
    /// Small segments are folded, and a snapshot is taken.
    Idle,
    /// The tab is killed.
    Reopen,
    /// The other tablet imports what this one has.
    Hear,
    /// This one imports what the other has.
    HearBack,
}

fn step() -> impl Strategy<Value = Step> {
    let take_back = || (0usize..6, 1u8..64).prop_map(|(at, mask)| Step::TakeBack(at, mask));
    prop_oneof![
        take_back(),
        take_back(),
        (0usize..6, any::<bool>()).prop_map(|(at, all)| Step::MoreElsewhere(at, all)),
        (0usize..6, any::<bool>()).prop_map(|(at, all)| Step::MoreHere(at, all)),
        Just(Step::Idle),
        Just(Step::Reopen),
        Just(Step::Hear),
        Just(Step::HearBack),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    prop::array::uniform6(prop_oneof![4 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)])
}

/// Their conversation, what they agreed to, whether they are under age, whether a guardian agreed, and whether a report
/// prints other words than theirs.
fn somebody() -> impl Strategy<Value = (usize, Asked, bool, bool, bool)> {
    (0usize..3, asked(), prop::bool::weighted(0.2), any::<bool>(), any::<bool>())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_withheld_word_leaves_and_none_that_was_taken_back_stays(
        people in prop::collection::vec(somebody(), 1..6),
        steps in prop::collection::vec(step(), 1..7),
    ) {
        let mut story = Story::begin(&people);
        story.check(&story.here, true);
        for step in steps {
            match step {
                Step::TakeBack(at, mask) => story.take_back(at % people.len(), mask),
                Step::MoreElsewhere(at, all) => {
                    let at = at % people.len();
                    story.told(1, story.people[at].interview, Some(at).filter(|_| !all), at == 0);
                }
                Step::MoreHere(at, all) => {
                    let at = at % people.len();
                    story.told(0, story.people[at].interview, Some(at).filter(|_| !all), at == 0);
                }
                Step::Idle => {
                    now(story.here.work.compact()).unwrap();
                    let bytes = snapshot::write(&story.here.work.state().book).unwrap();
                    story.here.store.tamper(|contents| contents.snapshot = Some(bytes));
                }
                Step::Reopen => story.here = story.here.reopened(),
                Step::Hear => {
                    story.elsewhere.import(&story.here.export()).unwrap();
                    story.check(&story.elsewhere, false);
                }
                Step::HearBack => drop(story.here.import(&story.elsewhere.export()).unwrap()),
            }
            story.check(&story.here, false);
        }
        // In the end both have imported everything, and both have erased the same.
        for _ in 0..2 {
            story.here.import(&story.elsewhere.export()).unwrap();
            story.elsewhere.import(&story.here.export()).unwrap();
        }
        story.check(&story.here, false);
        story.check(&story.elsewhere, false);
        prop_assert!(Consents::of(&story.here.work.state().book).to_purge().is_empty());
    }
}

/// Somebody of a conversation, who agreed to this.
fn person(asked: Asked) -> (usize, Asked, bool, bool, bool) {
    (0, asked, false, false, false)
}

#[test]
fn what_may_not_leave_is_in_no_file_of_the_office() {
    let yes = [Some(true); 6];
    let story = Story::begin(&[person(yes), (1, [Some(true), None, None, None, None, None], false, false, false)]);
    let files =
        now(story.here.work.office_export(Office { lang: Lang::En, public_only: false }, &Job::quiet())).unwrap();
    let of = |kind: &str| files.iter().find(|file| file.kind.is_some_and(|at| at.id == kind)).map(|file| file.records);
    // Two notes and two quotes of each conversation are kept; of the second only the notes may be told.
    let kept = |kind: &str| story.here.work.state().book.records(kind).count();
    assert_eq!((kept("said"), of("said"), kept("quote"), of("quote")), (4, Some(4), 4, Some(2)));
    assert_eq!((kept("receipt"), of("receipt"), kept("callback"), of("callback")), (4, Some(2), 2, Some(1)));
    assert_eq!((kept("recording"), of("recording"), kept("bookmark"), of("bookmark")), (4, Some(2), 4, Some(2)));
    // The export for other tablets leaves nothing out.
    let bytes = story.here.export();
    assert!(story.kept.iter().all(|kept| memmem::find(&bytes, kept.canary.as_bytes()).is_some() || !kept.printed));
    // A deleted quote is no quote, and its receipt goes with it.
    let quote = story.here.work.state().book.records("quote").map(|record| record.id).min().unwrap();
    story.row(&story.here, "quote", quote, &[(DELETED, Value::Bool(true))]);
    let written = Story::office(&story.here, false);
    assert!(!written.contains(&quote.to_string()), "a receipt still names it");
}

#[test]
fn a_no_to_quotes_holds_also_while_nobody_knows_whether_notes_may_be_taken() {
    // A minor whose guardian has not agreed yet: quotes are refused, the rest is open.
    let mut book = crate::model::book::Book::new(KINDS);
    let set = |book: &mut crate::model::book::Book, key: &str, value: Value| {
        crate::formats::testing::set(book, SPEAKER.id, Id(1), [(key.to_owned(), value)]);
    };
    set(&mut book, "adult", Value::text(MINOR));
    set(&mut book, NOTES, Value::Bool(true));
    set(&mut book, QUOTES, Value::Bool(false));
    let of = |book: &crate::model::book::Book, what| of_record(&SPEAKER, book.record(SPEAKER.id, Id(1)).unwrap(), what);
    assert_eq!([NOTES, QUOTES, NAMED].map(|what| of(&book, what)), [Grant::NotAsked, Grant::Denied, Grant::Denied]);
    set(&mut book, "guardian", Value::Bool(true));
    assert_eq!([NOTES, QUOTES, NAMED].map(|what| of(&book, what)), [Grant::Given, Grant::Denied, Grant::Denied]);
}

#[test]
fn words_of_the_practice_notes_that_are_no_names_are_not_taken_for_some() {
    Lang::ALL.into_iter().for_each(no_word_is_taken_for_a_name);
}

fn no_word_is_taken_for_a_name(lang: Lang) {
    let tablet = Tablet::new(1);
    use crate::work::practice as sample;
    let made_up = crate::capabilities::practice::NOTES.iter().copied();
    now(tablet.work.run(sample::notes(&tablet.work, made_up, lang))).unwrap();
    let state = tablet.work.state();
    let report = report(&state.book, &mut crate::model::index::Index::default(), BY_CONSENT, tablet.work.now());
    let shown = crate::findings::report::preview(&state.book, &report);
    let names = shown.iter().filter(|shown| shown.kind == Tells::Name && !shown.granted);
    assert_eq!(names.map(|shown| &*shown.text).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(shown.iter().any(|shown| shown.kind == Tells::Name && shown.granted));
}

//! The recorder: answers that come late, taps that come twice, and one microphone that never stays open.

use crate::interviews::recording::recorder::{Recorder, RecorderEffect as Effect, RecorderEvent as Event};
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ports::{Clock, SoundPiece};
use crate::work::memory::StillClock;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

const TALK: Id = Id(1);
const OTHER: Id = Id(2);
const ONE: Id = Id(11);
const TWO: Id = Id(12);

fn at(seconds: i64) -> Now {
    StillClock(Cell::new(crate::work::testing::NOON + seconds * 1000)).now()
}

fn why() -> Message {
    Message::same("unplugged".to_owned())
}

fn piece(number: u32) -> SoundPiece {
    SoundPiece { number, bytes: vec![1] }
}

/// Tells it one thing after the other, a second apart.
fn tell<const N: usize>(recorder: &mut Recorder, events: [Event; N]) -> Vec<Effect> {
    events.into_iter().flat_map(|event| recorder.on(event, at(0))).collect()
}

fn running() -> Recorder {
    let mut recorder = Recorder::default();
    let begin = [Event::RecordTapped { interview: TALK, id: ONE }, Event::Opened(ONE, "audio/webm".into())];
    tell(&mut recorder, begin);
    assert_eq!(tell(&mut recorder, [Event::Written(ONE)]), []);
    assert!(recorder.records(TALK));
    recorder
}

fn seconds(effect: &Effect) -> Option<f64> {
    let Effect::CloseAndMeasure { length: (_, _, values), .. } = effect else { return None };
    values.get("seconds").and_then(Value::as_number)
}

#[test]
fn a_recording_is_written_down_before_its_first_piece_and_measured_without_its_pauses() {
    let mut recorder = Recorder::default();
    assert_eq!(tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: ONE }]), [Effect::Open(ONE)]);
    let begun = tell(&mut recorder, [Event::Opened(ONE, "audio/webm".into()), Event::Heard(ONE, piece(1))]);
    assert!(matches!(&*begun, [Effect::Begin(ONE, _), Effect::Keep(ONE, _)]));
    assert_eq!(recorder.running(), None, "not before it is written down");
    recorder.on(Event::Written(ONE), at(0));
    assert_eq!(recorder.on(Event::PauseTapped, at(10)), [Effect::Pause(ONE)]);
    assert_eq!(recorder.on(Event::PauseTapped, at(100)), [Effect::Resume(ONE)]);
    let ended = recorder.on(Event::StopTapped, at(105));
    assert_eq!(seconds(&ended[0]), Some(15.0));
    assert!(matches!(ended[0], Effect::CloseAndMeasure { aloud: true, .. }));
    // What is heard last comes while it closes; a second tap on “Stop” ends nothing more.
    assert_eq!(tell(&mut recorder, [Event::Heard(ONE, piece(4))]), [Effect::Keep(ONE, piece(4))]);
    assert_eq!(tell(&mut recorder, [Event::StopTapped, Event::PauseTapped]), []);
}

#[test]
fn a_second_tap_opens_no_second_microphone_and_another_interview_ends_the_first() {
    let mut recorder = Recorder::default();
    tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: ONE }]);
    assert_eq!(tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: TWO }]), []);
    let mut recorder = running();
    assert_eq!(tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: TWO }]), []);
    let other = tell(&mut recorder, [Event::RecordTapped { interview: OTHER, id: TWO }]);
    assert!(matches!(&*other, [Effect::CloseAndMeasure { id: ONE, .. }, Effect::Open(TWO)]));
    assert!(!recorder.records(TALK));
}

#[test]
fn who_takes_consent_back_is_not_recorded_any_longer_also_while_the_microphone_is_asked_for() {
    let mut recorder = running();
    assert_eq!(tell(&mut recorder, [Event::ConsentGone(OTHER)]), []);
    let ended = tell(&mut recorder, [Event::ConsentGone(TALK)]);
    assert!(matches!(&*ended, [Effect::CloseAndMeasure { id: ONE, aloud: false, .. }]));
    let mut recorder = Recorder::default();
    tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: ONE }, Event::ConsentGone(TALK)]);
    assert_eq!(tell(&mut recorder, [Event::Opened(ONE, "audio/webm".into())]), [Effect::Close(ONE)]);
    let mut recorder = running();
    assert_eq!(tell(&mut recorder, [Event::PieceForbidden(TWO)]), [], "of one before");
    assert_eq!(tell(&mut recorder, [Event::PieceForbidden(ONE)]).len(), 1);
    assert_eq!(recorder.why_silent(TALK), None, "it was wanted");
}

#[test]
fn what_breaks_a_recording_is_said_beside_its_interview_until_it_is_recorded_again() {
    for event in [Event::Broke(ONE, why()), Event::PieceFailed(ONE, why())] {
        let mut recorder = running();
        let ended = tell(&mut recorder, [event.clone()]);
        assert!(matches!(&*ended, [Effect::CloseAndMeasure { id: ONE, aloud: false, .. }, Effect::Silent(TALK, _)]));
        assert_eq!((recorder.why_silent(TALK), recorder.why_silent(OTHER)), (Some(why()), None));
        // Said once, also where several pieces fail.
        assert_eq!(tell(&mut recorder, [event]), []);
        tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: TWO }]);
        assert_eq!(recorder.why_silent(TALK), None);
        assert_eq!(tell(&mut recorder, [Event::PieceFailed(ONE, why())]), [], "a late piece of the one before");
        assert_eq!(recorder.why_silent(TALK), None);
    }
    let mut recorder = Recorder::default();
    tell(&mut recorder, [Event::RecordTapped { interview: TALK, id: ONE }]);
    tell(&mut recorder, [Event::NotOpened(ONE, why())]);
    assert_eq!((recorder.why_silent(TALK), recorder.current()), (Some(why()), None));
}

#[test]
fn one_that_broke_before_it_was_known_as_begun_is_measured_by_its_pieces() {
    let mut recorder = Recorder::default();
    let begin = [Event::RecordTapped { interview: TALK, id: ONE }, Event::Opened(ONE, "audio/webm".into())];
    tell(&mut recorder, begin);
    tell(&mut recorder, [Event::Broke(ONE, why())]);
    assert_eq!(tell(&mut recorder, [Event::Written(ONE)]), [Effect::Close(ONE), Effect::Measure(ONE)]);
    assert_eq!(recorder.current(), None);
}

#[derive(Clone, Debug)]
enum Happens {
    Taps(Id),
    Pauses,
    Stops,
    ConsentGone(Id),
    /// Something that was asked for is answered, well or not.
    Answers(usize, bool),
    /// A microphone that is open breaks, or gives a piece.
    Breaks(usize),
    Hears(usize),
}

fn anything() -> impl Strategy<Value = Happens> {
    let interview = || prop_oneof![Just(TALK), Just(OTHER)];
    prop_oneof![
        4 => interview().prop_map(Happens::Taps),
        1 => Just(Happens::Pauses),
        1 => Just(Happens::Stops),
        1 => interview().prop_map(Happens::ConsentGone),
        6 => (0..4_usize, any::<bool>()).prop_map(|(which, well)| Happens::Answers(which, well)),
        1 => (0..4_usize).prop_map(Happens::Breaks),
        2 => (0..4_usize).prop_map(Happens::Hears),
    ]
}

proptest! {
    /// In whatever order the microphone, the store and the person answer: no more than one recording runs, every
    /// microphone but its own is closed once all is answered, every recording that was written down and is over gets its
    /// length once, and no piece that was heard is dropped.
    #[test]
    fn no_microphone_stays_open(history in prop::collection::vec(anything(), 0..60)) {
        let (mut recorder, mut ids, mut clock) = (Recorder::default(), 100, 0);
        // What was asked for and not answered: the microphone, or the store for a record.
        let mut asked: Vec<Effect> = Vec::new();
        let (mut open, mut written): (BTreeSet<Id>, BTreeSet<Id>) = Default::default();
        let mut measured: BTreeMap<Id, usize> = BTreeMap::new();
        let answer = |asked: &mut Vec<Effect>, open: &mut BTreeSet<Id>, written: &mut BTreeSet<Id>, which: usize, well: bool| {
            let effect = asked.remove(which % asked.len());
            match effect {
                Effect::Open(id) if well => {
                    open.insert(id);
                    Event::Opened(id, "audio/webm".into())
                }
                Effect::Open(id) => Event::NotOpened(id, why()),
                Effect::Begin(id, _) if well => {
                    written.insert(id);
                    Event::Written(id)
                }
                Effect::Begin(id, _) => Event::NotWritten(id, why()),
                _ => unreachable!(),
            }
        };
        let rest = [Happens::Answers(0, true), Happens::Answers(0, true), Happens::Answers(0, true)];
        let rest = rest.iter().cycle().take(200).cloned();
        for happens in history.into_iter().chain(rest) {
            clock += 1;
            let nth = |open: &BTreeSet<Id>, which: usize| open.iter().nth(which % open.len().max(1)).copied();
            let event = match happens {
                Happens::Taps(interview) => {
                    ids += 1;
                    Event::RecordTapped { interview, id: Id(ids) }
                }
                Happens::Pauses => Event::PauseTapped,
                Happens::Stops => Event::StopTapped,
                Happens::ConsentGone(interview) => Event::ConsentGone(interview),
                Happens::Answers(..) if asked.is_empty() => continue,
                Happens::Answers(which, well) => answer(&mut asked, &mut open, &mut written, which, well),
                Happens::Breaks(which) => match nth(&open, which) {
                    Some(id) => Event::Broke(id, why()),
                    None => continue,
                },
                Happens::Hears(which) => match nth(&open, which) {
                    Some(id) => Event::Heard(id, piece(1)),
                    None => continue,
                },
            };
            let heard = matches!(event, Event::Heard(..));
            let effects = recorder.on(event, at(clock));
            prop_assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Keep(..))), heard);
            for effect in effects {
                match effect {
                    Effect::Open(_) | Effect::Begin(..) => asked.push(effect),
                    Effect::Close(id) => _ = open.remove(&id),
                    Effect::CloseAndMeasure { id, .. } => {
                        open.remove(&id);
                        *measured.entry(id).or_default() += 1;
                    }
                    Effect::Measure(id) => *measured.entry(id).or_default() += 1,
                    Effect::Keep(..) | Effect::Pause(_) | Effect::Resume(_) | Effect::Silent(..) => {}
                }
            }
        }
        prop_assert!(asked.is_empty());
        let current: BTreeSet<Id> = recorder.current().into_iter().collect();
        prop_assert_eq!(&open, &current);
        let over: BTreeMap<Id, usize> = written.difference(&current).map(|id| (*id, 1)).collect();
        prop_assert_eq!(measured, over);
    }
}

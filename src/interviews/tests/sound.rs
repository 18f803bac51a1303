//! The sound of interviews, beside the log.

use crate::interviews::kinds::interview::INTERVIEW;
use crate::interviews::kinds::recording::RECORDING;
use crate::interviews::recording::{PIECE_MS, broken_off, finish, unfinished};
use crate::log::fault::{Fault, ReadError};
use crate::model::id::{DeviceId, Id};
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::ports::{Role, SoundPiece, StoreError};
use crate::work::command::{self, Command};
use crate::work::state::Unread;
use crate::work::status::SaveState;
use crate::work::testing::{Tablet, now};
use crate::work::workspace::{News, WorkError};
use std::cell::RefCell;
use std::rc::Rc;

impl Tablet {
    fn write(&self, row: RecordWrite) -> Option<u64> {
        let label = command::words::CHANGED.message();
        now(self.work.run(Command::Write { label, rows: vec![row] })).unwrap().step
    }

    fn interview(&self) -> Id {
        let id = self.work.new_id();
        self.write((INTERVIEW.id, id, [("called".to_owned(), Value::text("Interview 7"))].into()));
        id
    }

    fn recording(&self, interview: Id) -> Id {
        let id = self.work.new_id();
        self.write((RECORDING.id, id, [("interview".to_owned(), Value::link(interview))].into()));
        id
    }

    fn keep(&self, recording: Id, number: u32, bytes: &[u8]) -> Result<(), WorkError> {
        now(self.work.keep_piece(recording, SoundPiece { number, bytes: bytes.to_vec() }))
    }

    fn record(&self, interview: Id, pieces: &[&[u8]]) -> Id {
        let recording = self.recording(interview);
        for (number, bytes) in (1..).zip(pieces) {
            self.keep(recording, number, bytes).unwrap();
        }
        recording
    }

    fn sound(&self, recording: Id) -> Vec<Vec<u8>> {
        now(self.work.pieces(recording)).unwrap()
    }

    fn unfinished(&self, interview: Id) -> Option<Id> {
        let me = self.work.state().me.dev;
        self.work.look(|book, index| unfinished(book, index, interview, me))
    }
}

#[test]
fn pieces_survive_a_killed_tab_in_their_order() {
    let tablet = Tablet::new(1);
    let recording = tablet.recording(tablet.interview());
    // They may be kept in any order, as one that failed is tried again, and the hundred-thousandth is no exception.
    for number in [2, 1, 10, 999_999, 9] {
        tablet.keep(recording, number, &number.to_be_bytes()).unwrap();
    }
    let again = tablet.reopened();
    let sound = again.sound(recording);
    assert_eq!(sound, [1u32, 2, 9, 10, 999_999].map(|number| number.to_be_bytes().to_vec()));
    assert_eq!(now(again.work.piece_count(recording)), Ok(5));
    let names: Vec<String> = again.store.contents().blobs.into_keys().collect();
    assert_eq!(names[0], format!("{recording}/000001"));
    assert_eq!(again.hash(), tablet.hash(), "sound is no operation");
}

#[test]
fn a_piece_is_called_saved_only_when_it_is() {
    let tablet = Tablet::new(1);
    let recording = tablet.recording(tablet.interview());
    let said = Rc::new(RefCell::new(Vec::new()));
    let work = Rc::new(tablet.reopened().work);
    now(work.set_role(Role::Writer)).unwrap();
    let (heard, looked_at) = (said.clone(), work.clone());
    work.listen(move |news| {
        if *news == News::Save {
            heard.borrow_mut().push(looked_at.state().save.clone());
        }
    });
    let piece = |number| SoundPiece { number, bytes: vec![1] };
    now(work.keep_piece(recording, piece(1))).unwrap();
    tablet.store.fail_with(Some(StoreError::Full));
    assert_eq!(now(work.keep_piece(recording, piece(2))), Err(WorkError::Store(StoreError::Full)));
    tablet.store.fail_with(None);
    let failed = SaveState::Failed(StoreError::Full);
    assert_eq!(*said.borrow(), [SaveState::Saving, SaveState::Saved, SaveState::Saving, failed]);
    assert_eq!(tablet.store.contents().blobs.len(), 1);
    now(work.set_role(Role::Follower)).unwrap();
    assert_eq!(now(work.keep_piece(recording, piece(2))), Err(WorkError::Following));
}

#[test]
fn erasing_takes_the_sound_in_the_same_commit() {
    let tablet = Tablet::new(1);
    let interview = tablet.interview();
    let (gone, stays) = (tablet.record(interview, &[b"a", b"b"]), tablet.record(interview, &[b"c"]));
    tablet.store.fail_with(Some(StoreError::Full));
    assert!(now(tablet.work.run(Command::Erase(RECORDING.id, gone))).is_err());
    tablet.store.fail_with(None);
    assert_eq!(tablet.sound(gone).len(), 2, "nothing is erased by half");
    let here = |tablet: &Tablet| now(tablet.work.sounds_here()).unwrap().into_iter().collect::<Vec<_>>();
    assert_eq!(here(&tablet).len(), 2);
    let copy = tablet.export();
    now(tablet.work.run(Command::Erase(RECORDING.id, gone))).unwrap();
    assert_eq!((tablet.sound(gone), tablet.sound(stays)), (vec![], vec![b"c".to_vec()]));
    // What the microphone still heard does not come back either.
    assert!(matches!(tablet.keep(gone, 3, b"late"), Err(WorkError::Refused(_))));
    assert_eq!(tablet.store.contents().blobs.len(), 1);
    assert_eq!(here(&tablet), [stays]);
    // Elsewhere the recording is known, and its sound is not there.
    let other = Tablet::new(2);
    other.import(&copy).unwrap();
    assert_eq!(here(&other), []);
    // Nor does a file from before change that.
    tablet.import(&copy).unwrap();
    assert!(matches!(tablet.keep(gone, 3, b"late"), Err(WorkError::Refused(_))));
}

#[test]
fn deleting_keeps_the_sound_until_it_is_erased() {
    let tablet = Tablet::new(1);
    let recording = tablet.record(tablet.interview(), &[b"a"]);
    let step = now(tablet.work.run(Command::Delete(RECORDING.id, recording))).unwrap().step;
    now(tablet.work.forget_lost()).unwrap();
    now(tablet.work.run(Command::Undo(step.unwrap()))).unwrap();
    assert_eq!(tablet.sound(recording), [b"a"]);
}

#[test]
fn sound_of_what_another_tablet_erased_goes_with_the_import() {
    let (one, other) = (Tablet::new(1), Tablet::new(2));
    let interview = one.interview();
    let (gone, stays) = (one.record(interview, &[b"a"]), one.record(interview, &[b"b"]));
    other.import(&one.export()).unwrap();
    now(other.work.run(Command::Erase(RECORDING.id, gone))).unwrap();
    one.import(&other.export()).unwrap();
    assert_eq!((one.sound(gone), one.sound(stays)), (vec![], vec![b"b".to_vec()]));
}

#[test]
fn what_is_lost_is_forgotten_and_what_is_known_stays() {
    let tablet = Tablet::new(1);
    let recording = tablet.record(tablet.interview(), &[b"a", b"b"]);
    let erased = tablet.record(tablet.interview(), &[b"c"]);
    now(tablet.work.run(Command::Erase(RECORDING.id, erased))).unwrap();
    let never_known = Id(0xabc);
    tablet.keep(never_known, 1, b"d").unwrap();
    tablet.store.tamper(|contents| {
        contents.blobs.insert(format!("{erased}/000009"), b"late".to_vec());
        contents.blobs.insert("of a newer version".to_owned(), vec![]);
    });
    let lost = || [never_known, erased].map(|id| tablet.sound(id).len());

    now(tablet.work.set_role(Role::Follower)).unwrap();
    now(tablet.work.forget_lost()).unwrap();
    assert_eq!(lost(), [1, 1], "only the tab that writes");
    now(tablet.work.set_role(Role::Writer)).unwrap();
    let error = ReadError { line: 1, fault: Fault::NotOurs };
    let key = *tablet.store.contents().log.keys().next().unwrap();
    tablet.work.change(|state| state.unread = vec![Unread { key, error, holds: None }]);
    now(tablet.work.forget_lost()).unwrap();
    assert_eq!(lost(), [1, 0], "its recording may stand in what cannot be read");
    tablet.work.change(|state| state.unread.clear());
    now(tablet.work.forget_lost()).unwrap();
    assert_eq!(lost(), [0, 0]);
    assert_eq!(tablet.sound(recording), [b"a", b"b"]);
    assert!(tablet.store.contents().blobs.contains_key("of a newer version"));
}

#[test]
fn a_recording_that_a_kill_broke_off_is_found_and_ended() {
    let tablet = Tablet::new(1);
    let interview = tablet.interview();
    assert_eq!(tablet.unfinished(interview), None);
    let first = tablet.record(interview, &[b"a", b"b", b"c"]);
    let tablet = tablet.reopened();
    assert_eq!(tablet.unfinished(interview), Some(first));
    let elsewhere = tablet.work.look(|book, index| unfinished(book, index, interview, DeviceId(9)));
    assert_eq!(elsewhere, None, "that of another tablet is left to it");
    let second = tablet.record(interview, &[b"d"]);
    assert_eq!(tablet.unfinished(interview), Some(second), "the latest first");
    tablet.write(finish(second, 2.6));
    assert_eq!(tablet.unfinished(interview), Some(first));
    tablet.write(broken_off(first, now(tablet.work.piece_count(first)).unwrap()));
    assert_eq!(tablet.unfinished(interview), None);
    let seconds =
        |id| tablet.work.state().book.record(RECORDING.id, id).and_then(|record| record.get("seconds").cloned());
    assert_eq!(seconds(first), Some(Value::Number(3.0 * f64::from(PIECE_MS) / 1_000.0)));
    assert_eq!(seconds(second), Some(Value::Number(3.0)));
}

#[test]
fn what_is_said_of_sound_is_said_in_both_languages_with_its_cause() {
    use crate::model::text::Lang;
    use crate::ports::{SoundEnd, SoundError};
    let cause = || "NotReadableError: busy".to_owned();
    let said = [
        SoundError::Denied.message(),
        SoundError::NoMicrophone.message(),
        SoundError::Unsupported.message(),
        SoundError::Failed(cause()).message(),
    ];
    for message in &said {
        assert!(message.say(Lang::En).contains("continues without audio"), "{message}");
        assert!(message.say(Lang::Es).contains("sigue sin audio"), "{message}");
    }
    for message in [said[3].clone(), SoundError::Unplayable(cause()).message(), SoundEnd::Failed(cause()).message()] {
        assert!(Lang::ALL.iter().all(|lang| message.say(*lang).ends_with(&cause())), "{message}");
    }
    assert!(SoundEnd::TakenAway.message().say(Lang::Es).contains("sigue sin audio"));
}

//! Files whose hashes are right and that were made to harm.

use super::*;
use crate::log::document::Writer;
use crate::log::line::{self, Line};
use crate::log::segment::{MOST, Segment};
use crate::model::id::{DeviceId, Salt};
use crate::model::operation::Operation;
use crate::model::stamp::{Stream, Tick};

/// An export with these operations, each (tick, record, field, words), under this stream.
fn crafted(stream: Stream, ops: &[(Tick, Id, &str, &str)]) -> Vec<u8> {
    let line = |(at, (tick, id, field, words)): (usize, &(Tick, Id, &str, &str))| {
        let op = Operation {
            stream,
            writer: stream,
            seq: at as u64 + 1,
            tick: *tick,
            wall: "2026-11-22T10:14:00-04:00".into(),
            by: None,
            kind: "partner".into(),
            id: *id,
            set: [((*field).to_owned(), Value::text(*words))].into(),
            prev: BTreeMap::new(),
        };
        line::write(&op, Salt(at as u128))
    };
    document(stream, ops.iter().enumerate().map(line).collect())
}

fn document(stream: Stream, lines: Vec<Line>) -> Vec<u8> {
    let (mut writer, mut before, mut bytes) = (Writer::default(), Sha::start_of(stream), Vec::new());
    for lines in lines.chunks(MOST) {
        let segment = Segment { stream, writer: stream, org: String::new(), before, lines: lines.to_vec() };
        before = segment.after();
        bytes.extend(writer.segment(&segment));
    }
    bytes.extend(writer.finish());
    bytes
}

const OTHER: Stream = Stream { dev: DeviceId(666), epoch: 1 };

/// Everything this tablet was told is saved is there after a restart, and in its export.
fn assert_keeps(tablet: &Tablet, names: &[&str]) {
    assert_eq!(tablet.work.state().save, SaveState::Saved);
    let again = tablet.reopened();
    assert_eq!(again.work.state().unread, Vec::new());
    let colleague = Tablet::new(4_711);
    colleague.import(&tablet.export()).unwrap();
    for tablet in [tablet, &again, &colleague] {
        let state = tablet.work.state();
        let there: Vec<&str> = state.book.records("partner").filter_map(|record| record.text("name")).collect();
        for name in names {
            assert!(there.contains(name), "{name} is not among {there:?}");
        }
    }
}

#[test]
fn a_note_dated_just_before_the_end_of_time_makes_no_later_save_vanish() {
    for tick in [Tick::LAST, Tick(Tick::LAST.0 - 1)] {
        let tablet = Tablet::new(1);
        let bytes = crafted(OTHER, &[(tick, Id(9), "name", "from the future")]);
        let incoming = now(tablet.work.read_export(&Bytes(bytes.clone()), false, &Job::quiet())).unwrap();
        assert_eq!(incoming.preview.years_ahead, Some(tick.ms()), "a date that far ahead is asked about");
        let refused = now(tablet.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap_err();
        assert!(refused.message().say(Lang::En).contains("dated 2099, years ahead of this tablet"), "{refused}");
        assert_eq!(tablet.work.state().book.records("partner").count(), 0);
        tablet.import(&bytes).unwrap();
        let first = tablet.partner("First");
        tablet.partner("Second");
        tablet.save(first, &[("notes", "written later")]);
        assert_keeps(&tablet, &["from the future", "First", "Second"]);
    }
}

#[test]
fn what_an_earlier_release_stored_with_a_date_beyond_all_bounds_is_read_again() {
    // It called such notes saved and then refused to read them.
    let tablet = Tablet::new(1);
    tablet.partner("Before");
    tablet.work.change(|state| state.clock = crate::log::clock::HybridClock::at(Tick(Tick::LAST.0 + 7)));
    tablet.partner("Written then");
    let again = tablet.reopened();
    assert_eq!(again.work.state().unread, Vec::new());
    again.partner("Goes on");
    assert_eq!(again.reopened().work.state().book.records("partner").count(), 3);
}

#[test]
fn only_dates_years_ahead_of_all_that_is_known_are_asked_about() {
    let asked = |tablet: &Tablet, tick| {
        let bytes = crafted(OTHER, &[(tick, Id(9), "name", "x")]);
        now(tablet.work.read_export(&Bytes(bytes), false, &Job::quiet())).unwrap().preview.years_ahead.is_some()
    };
    let year = 366 * 86_400_000;
    let at = |years: u64| Tick::from_ms(NOON as u64 + years * year);
    let tablet = Tablet::new(1);
    assert!(!asked(&tablet, at(0)) && !asked(&tablet, at(1)) && asked(&tablet, at(3)));
    // A tablet that lost its time asks about nothing that others really write.
    tablet.clock.0.set(0);
    assert!(!asked(&tablet, at(1)) && asked(&tablet, at(3)));
    // Once it was let in, more of the same is not asked about again.
    tablet.clock.0.set(NOON);
    tablet.import(&crafted(OTHER, &[(at(3), Id(9), "name", "x")])).unwrap();
    let more = Stream { epoch: 2, ..OTHER };
    let bytes = crafted(more, &[(at(3), Id(10), "name", "y")]);
    let preview = now(tablet.work.read_export(&Bytes(bytes), false, &Job::quiet())).unwrap().preview;
    assert_eq!((preview.fresh, preview.years_ahead), (1, None));
    assert!(!asked(&tablet, at(4)) && asked(&tablet, at(6)), "nor what the same tablet writes later on");
}

#[test]
fn a_file_that_claims_every_life_of_this_tablet_does_not_stop_its_saving() {
    for epoch in [2, Stream::LAST_EPOCH, Stream::LAST_EPOCH + 1, u32::MAX] {
        let tablet = Tablet::new(1);
        tablet.partner("Mine");
        let me = tablet.work.state().me.stream();
        let first = crafted(me, &[(Tick::from_ms(NOON as u64), Id(8), "name", "in my name")]);
        let claims = crafted(Stream { epoch, ..me }, &[(Tick::from_ms(NOON as u64), Id(9), "name", "in a later one")]);
        let read = tablet.import(&claims);
        assert_eq!(read.is_err(), epoch > Stream::LAST_EPOCH, "{epoch}");
        tablet.import(&first).unwrap();
        tablet.partner("After");
        tablet.partner("And again");
        assert_keeps(&tablet, &["Mine", "in my name", "After", "And again"]);
    }
}

#[test]
fn a_forged_line_with_the_hash_of_the_true_one_does_not_block_it() {
    let colleague = Tablet::new(2);
    let id = colleague.partner("The truth");
    let truth = colleague.export();
    let stored = colleague.store.contents().log.values().next().unwrap().clone();
    let (segment, _) = Segment::from_bytes(&stored).unwrap();
    let forge = |line: &Line| {
        let mut members: BTreeMap<String, serde_json::Value> = serde_json::from_str(&line.text).unwrap();
        members.insert("set".into(), serde_json::json!({"name": "A lie"}));
        members.insert("was".into(), serde_json::json!(line.leaf.to_string()));
        Line { text: serde_json::to_string(&members).unwrap(), ..line.clone() }
    };
    let forged = document(segment.stream, segment.lines.iter().map(forge).collect());
    let tablet = Tablet::new(1);
    assert!(matches!(tablet.import(&forged), Err(ImportError::Read(_))));
    tablet.import(&truth).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("The truth"));
}

#[test]
fn a_line_emptied_without_an_erasure_does_not_block_the_true_one() {
    let colleague = Tablet::new(2);
    let id = colleague.partner("The truth");
    let stored = colleague.store.contents().log.values().next().unwrap().clone();
    let (segment, _) = Segment::from_bytes(&stored).unwrap();
    let emptied = |line: &Line| line::redact(segment.stream, line).unwrap();
    let hollow = document(segment.stream, segment.lines.iter().map(emptied).collect());
    let tablet = Tablet::new(1);
    assert_eq!(tablet.import(&hollow).unwrap(), None, "nothing is taken in");
    tablet.import(&colleague.export()).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("The truth"));
    // Nor does it count as a copy of what this tablet wrote itself.
    let only_here = colleague.work.state().only_here();
    colleague.import(&hollow).unwrap();
    assert_eq!(colleague.work.state().only_here(), only_here);
    // Where the record is erased, lines without words are what there is.
    now(colleague.work.run(Command::Erase("partner", id))).unwrap();
    let third = Tablet::new(3);
    third.import(&colleague.export()).unwrap();
    assert_eq!(third.work.state().book.seen(), colleague.work.state().book.seen());
}

#[test]
fn thousands_of_edits_of_one_record_come_in_as_one_change() {
    let edits: Vec<(Tick, Id, &str, &str)> =
        (0..5_000).map(|n| (Tick::from_ms(NOON as u64 + n), Id(9), "notes", "again and again")).collect();
    let bytes = crafted(OTHER, &edits);
    let ops = crate::log::convergence::read(&bytes).unwrap();
    let tablet = Tablet::new(1);
    assert_eq!(tablet.work.take_in(&ops).len(), 1, "the record is copied once");
    let tablet = Tablet::new(2);
    let step = tablet.import(&bytes).unwrap().unwrap();
    assert_eq!(tablet.reopened().work.state().book.seen().count(), 5_000);
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert!(tablet.work.state().book.alive("partner", Id(9)).is_none());
}

#[test]
fn what_could_not_be_read_back_is_not_called_saved() {
    let tablet = Tablet::new(1);
    let values = [("notes".to_owned(), Value::text("x".repeat(5 << 20)))].into();
    let write = Command::Write { label: command::words::CREATED.message(), rows: vec![("partner", Id(5), values)] };
    let refused = now(tablet.work.run(write)).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "Not saved: it is too long for one note. Make it shorter");
    assert!(tablet.work.state().book.record("partner", Id(5)).is_none());
    tablet.partner("Goes on");
    assert_keeps(&tablet, &["Goes on"]);
}

//! Property tests of the whole log: whatever way operations travel, every device ends with the same book.

use crate::capabilities::kinds::KINDS;
use crate::log::clock::HybridClock;
use crate::log::document::{Reader, Writer};
use crate::log::fault::{Fault, ReadError};
use crate::log::hash::Sha;
use crate::log::segment::Segment;
use crate::log::{line, snapshot};
use crate::model::book::Book;
use crate::model::id::{DeviceId, Id, Salt};
use crate::model::operation::{DELETED, ERASED, Operation};
use crate::model::stamp::{Stamp, Stream, Tick};
use crate::model::testing::cases;
use crate::model::value::Value;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something that happens on one of three devices.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Write {
        field: usize,
        value: u8,
    },
    Delete,
    Erase,
    /// Takes in everything another device knows.
    Sync {
        from: usize,
    },
}

fn any_act() -> impl Strategy<Value = (usize, usize, Act, i64)> {
    let act = prop_oneof![
        8 => (0..3usize, any::<u8>()).prop_map(|(field, value)| Act::Write { field, value }),
        1 => Just(Act::Delete),
        1 => Just(Act::Erase),
        3 => (0..3usize).prop_map(|from| Act::Sync { from }),
    ];
    // Device, record, act, and what the device's clock says: anything from long ago to far too late.
    (0..3usize, 0..3usize, act, prop_oneof![Just(0i64), Just(i64::MAX), 1_700_000_000_000..1_900_000_000_000i64])
}

struct Tablet {
    book: Book,
    clock: HybridClock,
    known: Vec<Operation>,
}

impl Default for Tablet {
    fn default() -> Tablet {
        Tablet { book: Book::new(KINDS), clock: HybridClock::default(), known: Vec::new() }
    }
}

impl Tablet {
    fn take(&mut self, op: &Operation) {
        self.clock.observe(op.tick);
        if self.book.apply(op).is_some() {
            self.known.push(op.clone());
        }
    }
}

const SALT: Salt = Salt(7);

const FIELDS: [&str; 3] = ["name", "notes", "phone"];

fn stream(device: usize) -> Stream {
    Stream { dev: DeviceId(device as u64 + 1), epoch: 1 }
}

/// Plays the acts; gives every operation that was made.
pub(crate) fn play(acts: Vec<(usize, usize, Act, i64)>) -> Vec<Operation> {
    let mut tablets: [Tablet; 3] = Default::default();
    let mut made = Vec::new();
    for (device, record, act, now) in acts {
        let (key, value) = match act {
            Act::Write { field, value } => (FIELDS[field], Value::text(value.to_string())),
            Act::Delete => (DELETED, Value::Bool(true)),
            Act::Erase => (ERASED, Value::Bool(true)),
            Act::Sync { from } => {
                let known = tablets[from].known.clone();
                known.iter().for_each(|op| tablets[device].take(op));
                continue;
            }
        };
        let tablet = &mut tablets[device];
        let id = Id(record as u128);
        let seen = tablet.book.record("partner", id).and_then(|record| Some(record.slot(key)?.stamp));
        let op = Operation {
            stream: stream(device),
            writer: stream(device),
            seq: tablet.book.seen().last(stream(device)) + 1,
            tick: tablet.clock.tick(now),
            wall: String::new(),
            by: None,
            kind: "partner".into(),
            id,
            set: [(key.to_owned(), value)].into(),
            prev: seen.map(|stamp| (key.to_owned(), vec![stamp])).into_iter().collect(),
        };
        tablet.take(&op);
        made.push(op);
    }
    made
}

/// So many records, each written once.
pub(crate) fn play_writes(count: usize) -> Vec<Operation> {
    play((0..count).map(|record| (record % 3, record, Act::Write { field: 0, value: record as u8 }, 0)).collect())
}

pub(crate) fn book_of<'a>(ops: impl IntoIterator<Item = &'a Operation>) -> Book {
    let mut book = Book::new(KINDS);
    for op in ops {
        book.apply(op);
    }
    book
}

fn hash(book: &Book) -> Sha {
    snapshot::state_hash(book).unwrap()
}

fn segments(ops: &[Operation], most: usize) -> Vec<Segment> {
    let mut found = Vec::new();
    for device in 0..3 {
        let own: Vec<&Operation> = ops.iter().filter(|op| op.stream == stream(device)).collect();
        let mut before = Sha::start_of(stream(device));
        for part in own.chunks(most) {
            let lines = part.iter().map(|op| line::write(op, SALT)).collect();
            let segment = Segment { stream: stream(device), writer: stream(device), org: String::new(), before, lines };
            before = segment.after();
            found.push(segment);
        }
    }
    found
}

fn document(segments: &[Segment]) -> Vec<u8> {
    let mut writer = Writer::default();
    let mut bytes: Vec<u8> = segments.iter().flat_map(|segment| writer.segment(segment)).collect();
    bytes.extend(writer.finish());
    bytes
}

pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Operation>, ReadError> {
    let mut reader = Reader::default();
    let mut ops = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        ops.extend(reader.line(line)?.into_iter().flat_map(|(_, ops)| ops));
    }
    reader.finish().map(|()| ops)
}

/// Everything that can be had of damaged bytes, and the faults met.
fn salvage(bytes: &[u8]) -> (Vec<Operation>, Vec<ReadError>) {
    let mut reader = Reader::default();
    let (mut ops, mut faults) = (Vec::new(), Vec::new());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match reader.line(line) {
            Ok(found) => ops.extend(found.into_iter().flat_map(|(_, ops)| ops)),
            Err(fault) => {
                faults.push(fault);
                ops.extend(reader.skip_damage().into_iter().flat_map(|(_, ops)| ops));
            }
        }
    }
    if let Err(fault) = reader.finish() {
        faults.push(fault);
        ops.extend(reader.skip_damage().into_iter().flat_map(|(_, ops)| ops));
    }
    (ops, faults)
}

pub(crate) fn acts() -> impl Strategy<Value = Vec<(usize, usize, Act, i64)>> {
    prop::collection::vec(any_act(), 1..60)
}

#[test]
fn segments_join_only_where_one_follows_the_other() {
    use crate::log::proven::Passing;
    let all = segments(&play_writes(18), 2);
    let (one, two, three) = (all[0].clone(), all[1].clone(), all[2].clone());
    let other_stream = all.iter().find(|segment| segment.stream != one.stream).unwrap().clone();
    assert_eq!(Segment::fold([one.clone(), two, three.clone()]).len(), 1);
    for next in [three, other_stream, one.clone()] {
        assert_eq!(Segment::fold([one.clone(), next.clone()]), [one.clone(), next.clone()]);
        let (first, rest) = Passing::Made(one.clone()).join(Passing::Made(next.clone()));
        assert_eq!((first.segment(), rest.map(Passing::into_segment)), (&one, Some(next)));
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn order_and_repetition_do_not_show(acts in acts(), seed in any::<prop::sample::Index>()) {
        let made = play(acts);
        let straight = hash(&book_of(&made));
        // Reversed, rotated, and everything twice.
        prop_assert_eq!(hash(&book_of(made.iter().rev())), straight);
        let turn = if made.is_empty() { 0 } else { seed.index(made.len()) };
        prop_assert_eq!(hash(&book_of(made[turn..].iter().chain(&made))), straight);
    }

    #[test]
    fn many_at_once_are_the_same_as_one_by_one(acts in acts(), cut in any::<prop::sample::Index>()) {
        let made = play(acts);
        let cut = if made.is_empty() { 0 } else { cut.index(made.len()) };
        let mut one_by_one = book_of(&made[..cut]);
        let mut at_once = one_by_one.clone();
        let mut net: BTreeMap<Id, (Option<_>, _)> = BTreeMap::new();
        // Some were known already.
        for change in made[cut / 2..].iter().filter_map(|op| one_by_one.apply(op)) {
            let before = net.get(&change.after.id).map_or(change.before, |(before, _)| before.clone());
            net.insert(change.after.id, (before, change.after));
        }
        let changes = at_once.apply_all(&made[cut / 2..]);
        prop_assert_eq!(hash(&at_once), hash(&one_by_one));
        prop_assert_eq!(changes.len(), net.len());
        for change in changes {
            prop_assert_eq!(&(change.before, change.after.clone()), &net[&change.after.id]);
        }
    }

    #[test]
    fn what_was_lost_on_the_way_can_come_later(acts in acts(), lost in prop::collection::vec(any::<bool>(), 60)) {
        let made = play(acts);
        let keep = |want: bool| made.iter().zip(lost.iter().cycle()).filter(move |(_, l)| **l == want).map(|(op, _)| op);
        let mut book = book_of(keep(false));
        keep(true).for_each(|op| { book.apply(op); });
        prop_assert_eq!(hash(&book), hash(&book_of(&made)));
    }

    #[test]
    fn a_snapshot_with_the_rest_is_the_whole(acts in acts(), cut in any::<prop::sample::Index>()) {
        let made = play(acts);
        let cut = if made.is_empty() { 0 } else { cut.index(made.len()) };
        let bytes = snapshot::write(&book_of(&made[..cut])).unwrap();
        let mut book = snapshot::read(bytes, KINDS).unwrap();
        made[cut..].iter().for_each(|op| { book.apply(op); });
        prop_assert_eq!(hash(&book), hash(&book_of(&made)));
    }

    #[test]
    fn erased_is_erased_and_a_loser_is_never_the_winner(acts in acts()) {
        let made = play(acts);
        let book = book_of(&made);
        for record in book.records("partner") {
            let erased = made.iter().any(|op| op.id == record.id && op.erases());
            prop_assert_eq!(record.erased, erased);
            if erased {
                prop_assert_eq!(record.slots().len(), 0);
                prop_assert!(record.superseded().is_none());
            }
            for (key, loser) in record.losers() {
                prop_assert!(record.slot(key).unwrap() > loser);
            }
        }
    }

    #[test]
    fn nothing_is_lost_unseen(acts in acts()) {
        // Every value written is the winner, was knowingly replaced, or stands in the journal.
        let made = play(acts);
        let book = book_of(&made);
        for op in &made {
            let record = book.record("partner", op.id).unwrap();
            if record.erased { continue; }
            for (key, value) in &op.set {
                let winner = record.slot(key).unwrap();
                let replaced = made.iter().any(|other| {
                    other.id == op.id && other.prev.get(key).is_some_and(|seen| seen.contains(&op.stamp()))
                });
                let journal = record.losers().any(|(at, slot)| &**at == key.as_str() && slot.stamp == op.stamp());
                prop_assert!(winner.value == *value || replaced || journal);
            }
        }
    }

    #[test]
    fn a_document_is_read_as_it_was_written(acts in acts(), most in 1usize..10) {
        let made = play(acts);
        let whole = segments(&made, most);
        prop_assume!(!whole.is_empty());
        let written = document(&whole);
        let read = read(&written).unwrap();
        prop_assert_eq!(hash(&book_of(&read)), hash(&book_of(&made)));
        // An editor that saved it has put a mark in front.
        let marked = [b"\xef\xbb\xbf", &*written].concat();
        prop_assert_eq!(self::read(&marked).unwrap(), read);
        // However it was cut, folding gives the same bytes, and each piece is read alone.
        let folded = Segment::fold(whole);
        prop_assert_eq!(document(&folded), document(&segments(&made, usize::MAX)));
        for segment in folded {
            let (again, _) = Segment::from_bytes(&segment.to_bytes()).unwrap();
            prop_assert_eq!(again, segment);
        }
    }

    #[test]
    fn one_wrong_bit_is_found(acts in acts(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let made = play(acts);
        prop_assume!(!made.is_empty());
        let mut bytes = document(&segments(&made, 5));
        let at = at.index(bytes.len() - 1);
        bytes[at] ^= 1 << bit;
        // A carriage return before a line feed is the one change that means nothing.
        prop_assert!(read(&bytes).is_err(), "bit {bit} of byte {at}");
        // What is salvaged is only ever what was written.
        let (saved, faults) = salvage(&bytes);
        prop_assert!(!faults.is_empty());
        let whole_lines_only = faults.iter().all(|fault| fault.fault != Fault::Truncated) || saved.len() <= made.len();
        prop_assert!(whole_lines_only);
    }
}

#[test]
fn every_prefix_is_refused_and_gives_its_whole_lines() {
    let act = |field| Act::Write { field, value: 7 };
    let made =
        play(vec![(0, 0, act(0), 0), (0, 1, act(1), 0), (1, 2, act(2), 0), (0, 0, Act::Delete, 0), (1, 0, act(1), 0)]);
    let by_name: BTreeMap<(Stream, u64), &Operation> = made.iter().map(|op| ((op.stream, op.seq), op)).collect();
    let bytes = document(&segments(&made, 2));
    for end in 0..bytes.len() - 2 {
        let prefix = &bytes[..end];
        let error = read(prefix).unwrap_err();
        assert!(matches!(error.fault, Fault::Truncated | Fault::NotOurs), "at {end}: {error:?}");
        let (saved, _) = salvage(prefix);
        for op in &saved {
            assert_eq!(by_name[&(op.stream, op.seq)], op, "at {end}");
        }
        let lines = prefix.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b",\n"));
        let whole = lines.filter(|line| line.starts_with(b"{\"h\"")).count();
        assert!(saved.len() >= whole, "at {end}: {} of {whole} whole lines", saved.len());
    }
    assert_eq!(read(&bytes).unwrap().len(), made.len());
}

#[test]
fn what_is_not_ours_is_said_to_be() {
    for bytes in [&b""[..], b"[", b"{}", b"hello\n", b"\xff\xfe", b"[{\"a\":1},\n", b"[1,\n2]\n"] {
        assert_eq!(read(bytes).unwrap_err().fault, Fault::NotOurs, "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(read(&Writer::default().finish()), Ok(vec![]), "an export of nothing is one");
    let deep = format!("[{}", "[".repeat(100_000));
    assert_eq!(read(deep.as_bytes()).unwrap_err().fault, Fault::NotOurs);
    let newer = "[{\"kind\":\"porchlight.segment\",\"min_reader\":2},\n";
    assert_eq!(read(newer.as_bytes()).unwrap_err().fault, Fault::Newer);
    let endless = vec![b'['; crate::log::segment::LONGEST_LINE + 1];
    assert_eq!(read(&endless).unwrap_err().fault, Fault::TooLong);
}

#[test]
fn duplicated_and_reordered_lines_are_refused() {
    let act = Act::Write { field: 0, value: 7 };
    let made = play(vec![(0, 0, act.clone(), 0), (0, 1, act.clone(), 0), (0, 2, act, 0)]);
    let text = String::from_utf8(document(&segments(&made, 10))).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let twice = [lines[0], lines[1], lines[1], lines[2], lines[3], lines[4]].concat();
    assert_eq!(read(twice.as_bytes()).unwrap_err().fault, Fault::OutOfOrder { expected: 2, found: 1 });
    let swapped = [lines[0], lines[2], lines[1], lines[3], lines[4]].concat();
    assert_eq!(read(swapped.as_bytes()).unwrap_err().fault, Fault::OutOfOrder { expected: 1, found: 2 });
    let missing = [lines[0], lines[1], lines[2], lines[4]].concat();
    assert_eq!(read(missing.as_bytes()).unwrap_err().fault, Fault::Damaged);
}

#[test]
fn concurrent_edits_leave_the_loser_in_the_journal_until_it_is_settled() {
    let base = play(vec![(0, 0, Act::Write { field: 0, value: 1 }, 5)]);
    let edit = |device: usize, seq, ms, value: &str, seen: Vec<Stamp>| Operation {
        stream: stream(device),
        writer: stream(device),
        seq,
        tick: Tick::from_ms(ms),
        set: [("name".to_owned(), Value::text(value))].into(),
        prev: [("name".to_owned(), seen)].into(),
        ..base[0].clone()
    };
    let ours = edit(0, 2, 2_000_000_000_000, "ours", vec![base[0].stamp()]);
    let theirs = edit(1, 1, 2_000_000_000_001, "theirs", vec![base[0].stamp()]);
    let mut book = book_of(base.iter().chain([&ours, &theirs]));
    let names = |book: &Book| -> (String, Vec<String>) {
        let record = book.record("partner", Id(0)).unwrap();
        let losers = record.losers().map(|(_, slot)| slot.value.as_text().unwrap().to_owned()).collect();
        (record.text("name").unwrap().to_owned(), losers)
    };
    assert_eq!(names(&book), ("theirs".into(), vec!["ours".into()]));
    // An edit that saw only the winner does not make the loser go away; one that saw both does.
    book.apply(&edit(0, 3, 2_000_000_000_002, "later", vec![theirs.stamp()]));
    assert_eq!(names(&book), ("later".into(), vec!["ours".into()]));
    let later = Stamp { tick: Tick::from_ms(2_000_000_000_002), stream: stream(0) };
    book.apply(&edit(0, 4, 2_000_000_000_003, "ours", vec![later, ours.stamp()]));
    assert_eq!(names(&book), ("ours".into(), vec![]));
}

//! Exports that were damaged on their way, by every kind of fault that files have: nothing is taken in by halves, and
//! once the file comes whole, nothing of the damage is left.

use super::{Bytes, Tablet, contact, now};
use crate::exchange::transfer::Incoming;
use crate::log::hash::Sha;
use crate::model::testing::cases;
use crate::work::command::Command;
use crate::work::job::Job;
use proptest::prelude::*;
use std::sync::LazyLock;

/// What happens to a file. Numbers choose a place by how far it is from the beginning.
#[derive(Clone, Debug)]
enum Hurt {
    Bit(f64, u8),
    Bytes(f64, Vec<u8>),
    /// Some bytes get lost, or are put in.
    Lost(f64, usize),
    Inserted(f64, Vec<u8>),
    Cut(f64),
    Zeros(f64, usize),
    LineTwice(f64),
    LineLost(f64),
    LinesSwapped(f64, f64),
    /// A mail program ends lines in its own way.
    LineEnds,
    Mark,
    Utf16,
    /// Something stands before or behind it.
    Before(Vec<u8>),
    Behind(Vec<u8>),
    /// The file twice.
    Twice,
}

fn hurt() -> impl Strategy<Value = Hurt> {
    let at = || 0.0..1.0f64;
    let bytes = |most: usize| prop::collection::vec(any::<u8>(), 1..most);
    prop_oneof![
        4 => (at(), 0u8..8).prop_map(|(at, bit)| Hurt::Bit(at, bit)),
        2 => (at(), bytes(40)).prop_map(|(at, bytes)| Hurt::Bytes(at, bytes)),
        2 => (at(), 1usize..2_000).prop_map(|(at, count)| Hurt::Lost(at, count)),
        2 => (at(), bytes(60)).prop_map(|(at, bytes)| Hurt::Inserted(at, bytes)),
        3 => at().prop_map(Hurt::Cut),
        2 => (at(), 1usize..3_000).prop_map(|(at, count)| Hurt::Zeros(at, count)),
        2 => at().prop_map(Hurt::LineTwice),
        2 => at().prop_map(Hurt::LineLost),
        2 => (at(), at()).prop_map(|(one, two)| Hurt::LinesSwapped(one, two)),
        1 => Just(Hurt::LineEnds),
        1 => Just(Hurt::Mark),
        1 => Just(Hurt::Utf16),
        1 => bytes(60).prop_map(Hurt::Before),
        1 => bytes(60).prop_map(Hurt::Behind),
        1 => Just(Hurt::Twice),
    ]
}

impl Hurt {
    fn to(&self, whole: &[u8]) -> Vec<u8> {
        let place = |at: f64| ((whole.len() as f64 * at) as usize).min(whole.len() - 1);
        let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
        let nth = |at: f64| ((lines.len() as f64 * at) as usize).min(lines.len() - 1);
        let end = |from: usize, count: usize| (from + count).min(whole.len());
        let mut hurt = whole.to_vec();
        match self {
            Hurt::Bit(at, bit) => hurt[place(*at)] ^= 1 << bit,
            Hurt::Bytes(at, bytes) => {
                let from = place(*at);
                let to = end(from, bytes.len());
                hurt[from..to].copy_from_slice(&bytes[..to - from]);
            }
            Hurt::Lost(at, count) => drop(hurt.drain(place(*at)..end(place(*at), *count))),
            Hurt::Inserted(at, bytes) => drop(hurt.splice(place(*at)..place(*at), bytes.iter().copied())),
            Hurt::Cut(at) => hurt.truncate(place(*at)),
            Hurt::Zeros(at, count) => hurt[place(*at)..end(place(*at), *count)].fill(0),
            Hurt::LineTwice(at) => hurt = [&lines[..=nth(*at)], &lines[nth(*at)..]].concat().concat(),
            Hurt::LineLost(at) => hurt = [&lines[..nth(*at)], &lines[nth(*at) + 1..]].concat().concat(),
            Hurt::LinesSwapped(one, two) => {
                let mut swapped = lines.clone();
                swapped.swap(nth(*one), nth(*two));
                hurt = swapped.concat();
            }
            Hurt::LineEnds => hurt = String::from_utf8_lossy(whole).replace('\n', "\r\n").into_bytes(),
            Hurt::Mark => drop(hurt.splice(0..0, *b"\xef\xbb\xbf")),
            Hurt::Utf16 => {
                hurt = String::from_utf8_lossy(whole).encode_utf16().flat_map(u16::to_le_bytes).collect();
            }
            Hurt::Before(bytes) => drop(hurt.splice(0..0, bytes.iter().copied())),
            Hurt::Behind(bytes) => hurt.extend(bytes),
            Hurt::Twice => hurt.extend(whole),
        }
        hurt
    }
}

/// An export of several streams and segments, with edits, something deleted and something erased.
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let ids = a.partners(6);
    b.import(&a.export()).unwrap();
    contact(&b, ids[0], "2026-11-20T10:00:00-05:00", &[("said", "They open at nine")]);
    b.save(ids[1], &[("notes", "by the colleague")]);
    a.save(ids[1], &[("notes", "by the first one"), ("city", "Willimantic")]);
    now(a.work.run(Command::Delete("partner", ids[2]))).unwrap();
    now(a.work.run(Command::Erase("partner", ids[3]))).unwrap();
    b.import(&a.export()).unwrap();
    b.partners(2);
    b.export()
});

/// A tablet with notes of its own.
fn reader() -> Tablet {
    let reader = Tablet::new(9);
    reader.partner("Its own");
    reader
}

static REFERENCE: LazyLock<Sha> = LazyLock::new(|| {
    let reader = reader();
    reader.import(&WHOLE).unwrap();
    reader.hash()
});

/// Takes in what was read, all of it.
fn take_in(reader: &Tablet, incoming: Incoming) {
    let (agreed, new) = (incoming.preview.agreed(), incoming.preview.fresh as u64);
    let before = reader.work.state().book.seen().count();
    now(reader.work.accept(incoming, agreed, &Job::quiet())).unwrap();
    assert_eq!(reader.work.state().book.seen().count(), before + new, "what was said to be new, and no more");
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn a_file_that_was_damaged_on_its_way_is_taken_in_whole_or_not_at_all_and_leaves_no_trace(hurt in hurt()) {
        let bytes = hurt.to(&WHOLE);
        let reader = reader();
        let (hash, log) = (reader.hash(), reader.store.contents().log);
        match now(reader.work.read_export(&Bytes(bytes.clone()), false, &Job::quiet())) {
            // Some damage does no harm, such as other line ends.
            Ok(incoming) => take_in(&reader, incoming),
            Err(error) => {
                prop_assert!(!error.message().say(crate::model::text::Lang::En).is_empty());
                prop_assert_eq!(reader.hash(), hash);
                prop_assert_eq!(&reader.store.contents().log, &log);
                if let Ok(incoming) = now(reader.work.read_export(&Bytes(bytes), true, &Job::quiet())) {
                    take_in(&reader, incoming);
                }
            }
        }
        let again = reader.reopened();
        prop_assert_eq!(again.hash(), reader.hash());
        prop_assert_eq!(&again.work.state().unread, &Vec::new());
        again.import(&WHOLE).unwrap();
        prop_assert_eq!(again.hash(), *REFERENCE);
    }
}

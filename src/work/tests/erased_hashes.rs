//! Nothing that is left of erased words lets them be guessed: neither in lines of this release nor of the first.

use super::*;
use crate::log::line::{Line, LineForm};
use crate::log::segment::Segment;
use crate::model::stamp::Stream;
use crate::ports::SegmentKey;
use std::collections::HashSet;

/// A tablet that ran the first release, as `tests/golden.rs` describes it.
fn golden(seed: u64) -> Tablet {
    let file = |name: &str| std::fs::read(format!("tests/fixtures/golden/{name}")).unwrap();
    let log: Vec<(String, u32, u64, String)> = serde_json::from_slice(&file("log.json")).unwrap();
    let key = |dev: &str, epoch, first| SegmentKey { stream: Stream { dev: dev.parse().unwrap(), epoch }, first };
    let log = log.iter().map(|(dev, epoch, first, text)| (key(dev, *epoch, *first), text.clone().into_bytes()));
    let meta: BTreeMap<String, String> = serde_json::from_slice(&file("meta.json")).unwrap();
    let meta = meta.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let contents = Contents { log: log.collect(), meta: meta.collect(), ..Contents::default() };
    Tablet::with(Rc::new(MemoryStore::with(contents)), seed)
}

fn segments(tablet: &Tablet) -> Vec<Segment> {
    tablet.store.contents().log.values().map(|bytes| Segment::from_bytes(bytes).unwrap().0).collect()
}

fn lines(tablet: &Tablet) -> Vec<Line> {
    segments(tablet).into_iter().flat_map(|segment| segment.lines).collect()
}

/// Every hash by which somebody could try guesses at these lines: their own, and those of the chain from there on.
fn telling(tablet: &Tablet, about: impl Fn(&Line) -> bool) -> HashSet<String> {
    let (mut found, mut tells, mut stream) = (HashSet::new(), false, None);
    for segment in segments(tablet) {
        let mut chain = segment.before;
        tells &= stream.replace(segment.stream) == Some(segment.stream);
        for line in &segment.lines {
            chain = chain.then(line.leaf);
            if about(line) {
                found.insert(line.leaf.to_string());
                tells = true;
            }
            if tells {
                found.insert(chain.to_string());
            }
        }
    }
    found
}

fn holds_any(bytes: &[u8], hashes: &HashSet<String>) -> Option<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    let at = |start: usize| text.get(start..start + 64);
    text.match_indices('"')
        .filter_map(|(quote, _)| at(quote + 1))
        .find(|hash| hashes.contains(*hash))
        .map(str::to_owned)
}

/// The chain of every stream goes through all its segments, and its head is where the tablet thinks it is.
fn assert_chained(tablet: &Tablet) {
    let mut ends: BTreeMap<Stream, (u64, Sha)> = BTreeMap::new();
    for segment in segments(tablet) {
        if let Some((_, chain)) = ends.get(&segment.stream).filter(|(last, _)| last + 1 == segment.first()) {
            assert_eq!(segment.before, *chain, "{:?} {}", segment.stream, segment.first());
        }
        ends.insert(segment.stream, (segment.last(), segment.after()));
    }
    let state = tablet.work.state();
    assert_eq!(ends[&state.me.stream()], (state.head.seq, state.head.chain));
}

#[test]
fn a_name_that_was_erased_cannot_be_guessed_from_any_hash() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Rosa Medina");
    tablet.save(id, &[("contact_phone", "860-555-7731")]);
    let about = |line: &Line| line.text.contains(&id.to_string()) && matches!(line.form, LineForm::Whole { .. });
    // What an attacker can write who guesses every word: the line but for its salt.
    let guesses: HashSet<String> = lines(&tablet)
        .iter()
        .filter(|line| about(line))
        .map(|line| {
            let mut members: BTreeMap<String, serde_json::Value> = serde_json::from_str(&line.text).unwrap();
            members.remove("salt");
            Sha::of(serde_json::to_string(&members).unwrap().as_bytes()).to_string()
        })
        .collect();
    assert_eq!(guesses.len(), 2);
    now(tablet.work.run(Command::Erase("partner", id))).unwrap();
    assert_eq!(holds_any(&tablet.export(), &guesses), None);
    assert!(lines(&tablet).iter().any(|line| line.form == LineForm::Redacted { salted: true }));
    assert_chained(&tablet);
}

#[test]
fn hashes_that_the_first_release_kept_of_erased_words_go_and_the_chain_holds() {
    let tablet = golden(5);
    let hashes = telling(&tablet, |line| line.form == LineForm::Redacted { salted: false });
    assert!(holds_any(&tablet.export(), &hashes).is_some(), "the first release kept them");
    let before = tablet.hash();
    now(tablet.work.compact()).unwrap();
    assert_eq!(holds_any(&tablet.export(), &hashes), None);
    assert_eq!(tablet.hash(), before, "no word changed");
    assert_chained(&tablet);
    let again = tablet.reopened();
    again.partner("Goes on");
    assert_chained(&again);
    assert_eq!(again.work.state().unread, Vec::new());
}

#[test]
fn words_that_the_first_release_wrote_are_erased_with_their_hash() {
    let tablet = golden(5);
    let id = {
        let state = tablet.work.state();
        let mut partners: Vec<Id> = state.book.records("partner").filter(|r| r.is_alive()).map(|r| r.id).collect();
        partners.sort();
        partners[0]
    };
    let hashes = telling(&tablet, |line| line.text.contains(&format!("\"id\":\"{id}\"")));
    assert!(holds_any(&tablet.export(), &hashes).is_some());
    now(tablet.work.run(Command::Erase("partner", id))).unwrap();
    assert_eq!(holds_any(&tablet.export(), &hashes), None);
    assert_chained(&tablet);
    assert!(tablet.reopened().work.state().book.record("partner", id).is_none_or(|record| record.erased));
}

#[test]
fn tablets_that_dropped_old_hashes_and_that_did_not_yet_take_each_other_for_the_same() {
    let (new, old) = (golden(5), golden(6));
    now(new.work.compact()).unwrap();
    let read = |at: &Tablet, bytes: &[u8]| {
        let incoming = now(at.work.read_export(&Bytes(bytes.to_vec()), false, &Job::quiet())).unwrap();
        assert!(!incoming.preview.parted, "no second history");
        assert_eq!(incoming.preview.fresh, 0);
    };
    read(&new, &old.export());
    read(&old, &new.export());
    // A third tablet that has nothing takes in what the old one has: without the hashes.
    let third = Tablet::new(8);
    let hashes = telling(&old, |line| line.form == LineForm::Redacted { salted: false });
    third.import(&old.export()).unwrap();
    assert_eq!(holds_any(&third.export(), &hashes), None);
    third.import(&new.export()).unwrap();
    third.partner("Its own");
    assert_chained(&third);
}

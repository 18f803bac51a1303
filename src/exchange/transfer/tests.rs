//! Files that tell of copied tablets, and of copies of those: nothing in them is passed over.

use crate::log::snapshot::records_hash;
use crate::model::testing::cases;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

impl Tablet {
    /// The tablet, copied as it is.
    fn copy(&self, seed: u64) -> Tablet {
        let copy = Tablet::with(Rc::new(MemoryStore::with(self.store.contents())), seed);
        copy.clock.0.set(self.clock.0.get());
        copy
    }

    /// Takes a file in, and says whether anything in it was new.
    fn learns(&self, bytes: &[u8]) -> bool {
        let incoming = now(self.work.read_export(&Bytes(bytes.to_vec()), false, &Job::quiet())).unwrap();
        let agreed = incoming.preview.agreed();
        now(self.work.accept(incoming, agreed, &Job::quiet())).unwrap().changed
    }

    /// What the records say, under whatever names their operations are filed.
    fn truth(&self) -> Sha {
        records_hash(&self.work.state().book).unwrap()
    }

    fn knows(&self, ids: &[Id]) -> Vec<bool> {
        ids.iter().map(|id| self.name(*id).is_some()).collect()
    }
}

/// The segments of a file, each as a file of its own.
fn parts(file: &[u8]) -> Vec<Vec<u8>> {
    let text = std::str::from_utf8(file).unwrap();
    let text = text.strip_prefix('[').and_then(|text| text.strip_suffix("]\n")).unwrap();
    let begins = |at: &usize| *at == 0 || text[..*at].ends_with('\n');
    let starts: Vec<usize> = text.match_indices("{\"$schema\"").map(|(at, _)| at).filter(begins).collect();
    let ends = starts.iter().skip(1).map(|at| at - ",\n".len()).chain([text.len()]);
    starts.iter().zip(ends).map(|(from, to)| format!("[{}]\n", &text[*from..to]).into_bytes()).collect()
}

/// Both files in one.
fn one_after_the_other(one: &[u8], other: &[u8]) -> Vec<u8> {
    if parts(one).is_empty() || parts(other).is_empty() {
        return [one, other].into_iter().find(|file| !parts(file).is_empty()).unwrap_or(one).to_vec();
    }
    let one = one.strip_suffix(b"]\n").unwrap();
    [one, b",\n", &other[1..]].concat()
}

#[test]
fn what_stands_in_a_file_under_the_name_that_another_history_in_it_gets_is_not_passed_over() {
    let first = Tablet::new(1);
    first.partners(2);
    let (reader, one, other, between) = (first.copy(1_000), first.copy(2_000), first.copy(3_000), first.copy(4_000));
    // All note something under the same number; and of one of them there are two again, which go on under the next.
    let mut noted = vec![reader.partner("Reader"), between.partner("Between"), one.partner("One")];
    let two = one.copy(5_000);
    noted.extend([one.partner("One goes on"), two.partner("Two goes on"), other.partner("Other")]);
    // To whoever has another note under that number, the second one's history is a branch, and the first one hears of it
    // as that. So its file tells of both: of its own as it wrote it, and of the other as a branch.
    between.learns(&two.export());
    one.learns(&between.export());
    let file = one.export();
    assert!(reader.learns(&file));
    assert_eq!(reader.knows(&noted), [true, true, true, true, true, false]);
    assert!(!reader.learns(&file), "nothing was left for a second time");
    assert_eq!(reader.reopened().hash(), reader.hash(), "it is stored");
    other.learns(&reader.export());
    assert_eq!(other.knows(&noted), [true; 6]);
}

#[test]
fn a_file_put_together_of_what_two_copies_exported_tells_of_both() {
    let first = Tablet::new(1);
    first.partners(2);
    let (one, other) = (first.copy(1_000), first.copy(2_000));
    let noted =
        [one.partner("One"), one.partner("One goes on"), other.partner("Other"), other.partner("Other goes on")];
    let file = one_after_the_other(&one.export(), &other.export());
    for reader in [Tablet::new(3_000), first, one, other] {
        assert!(reader.learns(&file));
        assert_eq!(reader.knows(&noted), [true; 4]);
        assert!(!reader.learns(&file), "nothing was left for a second time");
    }
}

#[test]
fn what_the_store_has_refused_so_far_is_compared_with_a_file_as_well() {
    let one = Tablet::new(1);
    one.partners(2);
    let other = one.copy(1_000);
    one.store.fail_with(Some(StoreError::Full));
    let write = |tablet: &Tablet, name: &str| {
        let id = tablet.work.new_id();
        let row = ("partner", id, [("name".to_owned(), Value::text(name))].into());
        let label = command::words::IMPORTED_ROWS.with("count", 1usize);
        now(tablet.work.run(Command::Write { label, rows: vec![row] })).unwrap();
        id
    };
    let noted = [write(&one, "Waits to be stored"), write(&other, "Other")];
    let incoming = now(one.work.read_export(&Bytes(other.export()), false, &Job::quiet())).unwrap();
    one.store.fail_with(None);
    let agreed = incoming.preview.agreed();
    now(one.work.accept(incoming, agreed, &Job::quiet())).unwrap();
    assert_eq!(one.knows(&noted), [true; 2]);
    assert_eq!(one.reopened().knows(&noted), [true; 2]);
}

/// What happens on one of the tablets.
#[derive(Clone, Debug)]
enum Event {
    Add,
    Rename(usize),
    Erase(usize),
    /// The tablet is copied as it is.
    Copy,
    /// It takes in what another one exports.
    Import(usize),
    /// It is opened again.
    Reopen,
}

fn any_event() -> impl Strategy<Value = (usize, Event)> {
    let event = prop_oneof![
        6 => Just(Event::Add),
        1 => (0usize..9).prop_map(Event::Rename),
        1 => (0usize..9).prop_map(Event::Erase),
        3 => Just(Event::Copy),
        5 => (0usize..9).prop_map(Event::Import),
        1 => Just(Event::Reopen),
    ];
    (0usize..9, event)
}

/// Plays what happens; gives the tablets there are in the end. What was noted on one it still knows.
fn play(events: &[(usize, Event)]) -> Vec<Tablet> {
    let mut tablets = vec![Tablet::new(1), Tablet::new(1_000_001)];
    for (step, (who, event)) in events.iter().enumerate() {
        let who = who % tablets.len();
        let (tablet, seed) = (&tablets[who], 10_000_000 + 1_000 * step as u64);
        let some = |at: usize| {
            let state = tablet.work.state();
            let known: BTreeSet<Id> = state.book.living("partner").map(|record| record.id).collect();
            known.into_iter().nth(at)
        };
        match event {
            Event::Add => _ = tablet.partner(&format!("Partner {step}.")),
            Event::Rename(at) => {
                some(*at).into_iter().for_each(|id| _ = tablet.save(id, &[("name", &format!("Renamed {step}."))]));
            }
            Event::Erase(at) => {
                some(*at).into_iter().for_each(|id| _ = now(tablet.work.run(Command::Erase("partner", id))));
            }
            Event::Copy if tablets.len() < 6 => tablets.push(tablet.copy(seed)),
            Event::Copy => {}
            Event::Import(from) => _ = tablet.learns(&tablets[from % tablets.len()].export()),
            Event::Reopen => tablets[who] = tablet.copy(seed),
        }
    }
    tablets
}

/// Takes these in as long as anything is new. What lost its words waits until it is known that it was erased.
fn learn_all(tablet: &Tablet, files: &[Vec<u8>]) {
    while files.iter().fold(false, |learned, file| tablet.learns(file) | learned) {}
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_file_taken_in_once_is_the_same_as_twice_and_as_its_parts_one_by_one(
        events in prop::collection::vec(any_event(), 1..40),
        chosen in prop::array::uniform3(0usize..9),
    ) {
        let tablets = play(&events);
        let [from, with, to] = chosen.map(|at| &tablets[at % tablets.len()]);
        for file in [from.export(), one_after_the_other(&from.export(), &with.export())] {
            for reader in [to.copy(1 << 40), Tablet::new(1 << 40)] {
                let (once, one_by_one, the_other_way) =
                    (reader.copy(2 << 40), reader.copy(3 << 40), reader.copy(4 << 40));
                once.learns(&file);
                let parts = parts(&file);
                learn_all(&one_by_one, &parts);
                learn_all(&the_other_way, &parts.into_iter().rev().collect::<Vec<_>>());
                prop_assert_eq!(once.truth(), one_by_one.truth(), "its parts one by one");
                prop_assert_eq!(once.truth(), the_other_way.truth(), "its parts, the last one first");
                let (stored, known) = (once.store.contents().log, once.work.state().book.seen().clone());
                prop_assert!(!once.learns(&file), "something was left for a second time");
                let knows = once.work.state().book.seen().clone();
                prop_assert_eq!(&known, &knows);
                prop_assert_eq!(&stored, &once.store.contents().log);
                prop_assert_eq!(once.reopened().truth(), once.truth(), "it is stored");
            }
        }
    }
}

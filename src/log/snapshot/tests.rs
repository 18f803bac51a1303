use super::*;
use crate::capabilities::kinds::KINDS;
use crate::log::convergence::{acts, book_of, play, play_writes};
use crate::model::operation::Operation;
use crate::model::query::{self, Query};
use crate::model::testing::cases;
use crate::partners::PARTNER;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn read_again(book: &Book) -> Book {
    read(write(book).unwrap(), KINDS).unwrap()
}

/// Takes in operations as the app does, with an index that follows.
fn follow<'a>(book: &mut Book, index: &mut Index, ops: impl IntoIterator<Item = &'a Operation>) {
    for op in ops {
        if let Some(change) = book.apply(op) {
            index.follow(book, &change);
        }
    }
}

/// Everything that can be seen of a book.
fn seen(book: &Book, index: &mut Index) -> impl PartialEq + std::fmt::Debug + use<> {
    let rows: Vec<(String, Id)> =
        index.rows(book, &PARTNER).iter().map(|row| (row.folded().to_owned(), row.id)).collect();
    let words = ["", "1", "12", "2 1"].map(|words| {
        let query = Query { words: words.to_owned(), ..Query::default() };
        let listed = query::list(book, index, &PARTNER, &query);
        let found = query::run(book, index, &PARTNER, &query);
        assert_eq!(listed.range(0..listed.len()), found);
        found
    });
    let ids = |records: Vec<&Arc<Record>>| records.iter().map(|record| record.id).collect::<BTreeSet<Id>>();
    let living = ids(book.living("partner").collect());
    let gone = ids(book.standing("partner", |standing| !standing.alive).collect());
    let conflicts: BTreeSet<_> = index.in_conflict(book).iter().copied().collect();
    (state_hash(book).unwrap(), rows, words, living, gone, conflicts)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn what_is_read_and_goes_on_is_what_the_log_says(acts in acts(), cuts in prop::array::uniform2(any::<prop::sample::Index>())) {
        let made = play(acts);
        let mut cuts = cuts.map(|cut| cut.index(made.len() + 1));
        cuts.sort_unstable();
        let whole = book_of(&made);
        let (mut book, mut index) = (read_again(&book_of(&made[..cuts[0]])), Index::default());
        // Rows that are known before anything changes follow; those of the second snapshot are laid together.
        index.rows(&book, &PARTNER);
        follow(&mut book, &mut index, &made[cuts[0]..cuts[1]]);
        let second = write_with(&book, &mut index).unwrap();
        prop_assert_eq!(&second, &write(&book).unwrap());
        let mut again = read(second, KINDS).unwrap();
        again.apply_all(&made[cuts[1]..]);
        follow(&mut book, &mut index, &made[cuts[1]..]);
        let told = seen(&whole, &mut Index::default());
        prop_assert_eq!(&seen(&book, &mut index), &told);
        prop_assert_eq!(&seen(&again, &mut Index::default()), &told);
        prop_assert_eq!(again.seen(), whole.seen());
        prop_assert_eq!(again.latest(), whole.latest());
    }

    #[test]
    fn a_damaged_snapshot_is_no_snapshot(acts in acts(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut bytes = write(&book_of(&play(acts))).unwrap();
        let cut = bytes[..at.index(bytes.len())].to_vec();
        prop_assert!(read(cut, KINDS).is_none());
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(read(bytes, KINDS).is_none());
    }

    #[test]
    fn what_was_summed_damaged_is_looked_at_without_a_crash(acts in acts(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = write(&book_of(&play(acts))).unwrap();
        let at = VERSION_AT + at.index(bytes.len() - VERSION_AT);
        bytes[at] = byte;
        let sum = sum(&bytes[VERSION_AT..]);
        bytes[..VERSION_AT].copy_from_slice(&sum.to_le_bytes());
        if let Some(book) = read(bytes, KINDS) {
            let mut index = Index::default();
            drop(seen(&book, &mut index));
            drop(write_with(&book, &mut index));
        }
    }
}

#[test]
fn what_nobody_asked_for_is_never_made() {
    let made = play_writes(40);
    let mut book = read_again(&book_of(&made[..38]));
    book.apply_all(&made[30..]);
    let mut index = Index::default();
    assert_eq!(query::run(&book, &mut index, &PARTNER, &Query::default()).len(), 40);
    assert!(index.in_conflict(&book).is_empty());
    let bytes = write_with(&book, &mut index).unwrap();
    assert_eq!(book.shelf("partner").unwrap().page().unwrap().made(), 0);
    let again = read(bytes, KINDS).unwrap();
    assert!(again.record("partner", Id(7)).is_some());
    assert_eq!(again.shelf("partner").unwrap().page().unwrap().made(), 1);
    assert_eq!(state_hash(&again), state_hash(&book_of(&made)));
}

#[test]
fn rows_made_by_other_rules_are_made_anew() {
    let book = read_again(&book_of(&play_writes(5)));
    let page = book.shelf("partner").unwrap().page().unwrap();
    let rules = row_rules(&PARTNER);
    assert_eq!(page.stored().rows(rules).map(|rows| rows.len()), Some(5));
    assert!(page.stored().rows(rules ^ 1).is_none());
}

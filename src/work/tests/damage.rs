//! Stored segments that cannot be read: said, remembered, healed by what holds all of them, and never a reason to lose
//! what is still known.

use super::{Bytes, Tablet, holds, now, stored};
use crate::exchange::transfer::Confirmed;
use crate::model::id::Id;
use crate::ports::Sent;
use crate::work::command::Command;
use crate::work::job::Job;

/// A colleague with many notes, their names, a file of them, and one more note after it.
fn colleague() -> (Tablet, Vec<Id>, Vec<u8>) {
    let colleague = Tablet::new(1);
    let ids: Vec<Id> = (0..20).map(|n| colleague.partner(&format!("canary-{n}."))).collect();
    let file = colleague.export();
    colleague.partner("Later");
    (colleague, ids, file)
}

/// A tablet with a colleague's notes and its own, under a snapshot, where a bit of the colleague's has flipped. With
/// the colleague's file.
fn hurt() -> (Tablet, Vec<Id>, Vec<u8>) {
    let tablet = Tablet::new(2);
    let (colleague, ids, file) = colleague();
    tablet.import(&file).unwrap();
    tablet.partner("Ours");
    let turn = now(tablet.work.turn());
    now(tablet.work.tidy_from(2, 1)).unwrap();
    drop(turn);
    // What comes later stands in a piece of its own; the last of a stream is read at every start.
    tablet.import(&colleague.export()).unwrap();
    damage(&tablet, b"canary-7.");
    let tablet = tablet.reopened();
    assert_eq!(tablet.name(ids[7]).as_deref(), Some("canary-7."), "the snapshot knows it");
    (tablet, ids, file)
}

/// Flips a bit in the segment that holds these words.
fn damage(tablet: &Tablet, words: &[u8]) {
    tablet.store.tamper(|contents| {
        let bytes = contents.log.values_mut().find(|bytes| memchr::memmem::find(bytes, words).is_some()).unwrap();
        let at = memchr::memmem::find(bytes, words).unwrap();
        bytes[at] ^= 1;
    });
}

fn unread(tablet: &Tablet) -> usize {
    tablet.work.state().unread.len()
}

#[test]
fn a_damaged_segment_under_a_snapshot_is_found_in_idle_time_and_remembered() {
    let (tablet, _, _) = hurt();
    assert_eq!(unread(&tablet), 0, "nobody has read it");
    now(tablet.work.verify(&Job::quiet())).unwrap();
    assert_eq!(unread(&tablet), 1);
    let again = tablet.reopened();
    assert_eq!(unread(&again), 1, "also after the app was closed");
    now(again.work.catch_up()).unwrap();
    assert_eq!(unread(&again), 1);
    // Once a week; what was broken off goes on.
    let before = tablet.store.contents().meta;
    now(again.work.verify(&Job::quiet())).unwrap();
    assert_eq!(before["verified"], tablet.store.contents().meta["verified"]);
    let job = Job::quiet();
    job.cancel();
    again.clock.0.set(crate::work::tests::NOON + 8 * 86_400_000);
    let again = {
        let clock = again.clock.clone();
        let mut more = again.reopened();
        more.clock = clock;
        more
    };
    drop(now(again.work.verify(&job)));
    now(again.work.verify(&Job::quiet())).unwrap();
    assert_eq!(unread(&again), 1);
}

#[test]
fn an_export_says_how_many_notes_are_missing_from_it_and_counts_only_what_it_holds() {
    let (tablet, _, _) = hurt();
    let (file, covers) = now(tablet.work.export(&Job::quiet())).unwrap();
    assert_eq!(tablet.work.state().missing_from(&covers), 20);
    assert_eq!(unread(&tablet), 1, "what was found on the way is shown");
    now(tablet.work.mark_copied(&covers, Sent::Downloaded)).unwrap();
    let state = tablet.work.state();
    assert_eq!((state.in_no_file(), state.only_here()), (20, 0), "not every note is in a file that was saved");
    drop(state);
    let other = Tablet::new(3);
    other.import(&file.pieces.concat()).unwrap();
    assert_eq!(other.work.state().book.records("partner").count(), 2);
}

#[test]
fn a_saved_file_holds_every_note_until_a_colleagues_come_in() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    a.partner("One");
    b.partner("Two");
    let (_, covers) = now(a.work.export(&Job::quiet())).unwrap();
    now(a.work.mark_copied(&covers, Sent::Downloaded)).unwrap();
    assert_eq!(a.work.state().in_no_file(), 0);
    a.import(&b.export()).unwrap();
    assert_eq!((a.work.state().in_no_file(), a.work.state().only_here()), (1, 0));
}

#[test]
fn erasing_beside_a_damaged_segment_loses_nothing_that_only_the_snapshot_knows() {
    let (tablet, ids, _) = hurt();
    now(tablet.work.run(Command::Erase("partner", ids[3]))).unwrap();
    assert_eq!(unread(&tablet), 1, "it was come upon");
    let hash = tablet.hash();
    let again = tablet.reopened();
    assert_eq!(again.hash(), hash);
    assert_eq!(again.name(ids[7]).as_deref(), Some("canary-7."));
    assert_eq!(again.name(ids[3]), None);
    let all = stored(&tablet);
    assert!(!holds(&all, "canary-3."), "also out of the damaged segment, as far as its lines can be told apart");
    assert!(holds(&all, "canary-4."));
    // An import that erases does the same.
    let (colleague, ..) = colleague();
    now(colleague.work.run(Command::Erase("partner", ids[5]))).unwrap();
    let last: Vec<u8> = colleague.export();
    let incoming = now(again.work.read_export(&Bytes(last), false, &Job::quiet())).unwrap();
    let agreed = Confirmed { erases: incoming.preview.erases(), years_ahead: false };
    now(again.work.accept(incoming, agreed, &Job::quiet())).unwrap();
    assert_eq!(again.reopened().name(ids[8]).as_deref(), Some("canary-8."));
    assert!(!holds(&stored(&again), "canary-5."));
}

#[test]
fn a_damaged_line_of_what_is_erased_goes_although_it_cannot_be_read() {
    let (tablet, ids, _) = hurt();
    tablet.store.tamper(|contents| {
        let words = b"\"canary-9.\"";
        let bytes = contents.log.values_mut().find(|bytes| memchr::memmem::find(bytes, words).is_some()).unwrap();
        let at = memchr::memmem::find(bytes, words).unwrap();
        bytes[at] = 0;
    });
    now(tablet.work.run(Command::Erase("partner", ids[9]))).unwrap();
    assert!(!holds(&stored(&tablet), "canary-9."));
}

#[test]
fn a_damaged_segment_under_a_snapshot_is_healed_by_a_copy() {
    let (tablet, ids, file) = hurt();
    let hash = tablet.hash();
    // Not verified yet: reading the file comes upon it.
    let incoming = now(tablet.work.read_export(&Bytes(file.clone()), false, &Job::quiet())).unwrap();
    assert_eq!((incoming.preview.fresh, incoming.preview.mended), (20, 20));
    now(tablet.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap();
    assert_eq!((unread(&tablet), tablet.hash()), (0, hash));
    tablet.store.tamper(|contents| contents.snapshot = None);
    let again = tablet.reopened();
    assert_eq!((unread(&again), again.name(ids[7]).as_deref()), (0, Some("canary-7.")));
    let (_, covers) = now(again.work.export(&Job::quiet())).unwrap();
    assert_eq!(again.work.state().missing_from(&covers), 0);
}

#[test]
fn more_is_never_replaced_by_less() {
    let (tablet, ids, file) = hurt();
    // A colleague who heard of the first three notes alone.
    let less = Tablet::new(1);
    for n in 0..3 {
        less.partner(&format!("canary-{n}."));
    }
    let part = less.export();
    tablet.import(&part).unwrap();
    assert_eq!(unread(&tablet.reopened()), 1);
    assert!(holds(&stored(&tablet), "canary-15."), "what was damaged stays until all of it has come");
    let (_, covers) = now(tablet.work.export(&Job::quiet())).unwrap();
    assert_eq!(tablet.work.state().missing_from(&covers), 17);
    let again = tablet.reopened();
    again.import(&file).unwrap();
    assert_eq!(unread(&again), 0);
    let (_, covers) = now(again.work.export(&Job::quiet())).unwrap();
    assert_eq!(again.work.state().missing_from(&covers), 0);
    again.store.tamper(|contents| contents.snapshot = None);
    let fresh = again.reopened();
    assert_eq!((unread(&fresh), fresh.name(ids[15]).as_deref()), (0, Some("canary-15.")));
}

#[test]
fn words_that_an_erasure_could_not_reach_go_once_they_can_be_read() {
    let (tablet, ids, _) = hurt();
    let good = |tablet: &Tablet| {
        tablet.store.tamper(|contents| {
            let bytes = contents.log.values_mut().find(|bytes| memchr::memmem::find(bytes, b"canary-4.").is_some());
            let bytes = bytes.unwrap();
            let at = memchr::memmem::find(bytes, b"banary-7.").unwrap();
            bytes[at] ^= 1;
        });
    };
    // Erased while nothing of it can be told: the whole piece is beyond reading, and is itself again later.
    let whole = tablet.store.contents().log;
    tablet.store.tamper(|contents| {
        let bytes =
            contents.log.values_mut().find(|bytes| memchr::memmem::find(bytes, b"canary-4.").is_some()).unwrap();
        bytes.iter_mut().for_each(|byte| *byte = 0);
    });
    now(tablet.work.run(Command::Erase("partner", ids[4]))).unwrap();
    let own = tablet.work.state().me.stream();
    tablet.store.tamper(|contents| {
        whole
            .into_iter()
            .filter(|(key, _)| key.stream != own)
            .for_each(|(key, bytes)| _ = contents.log.insert(key, bytes));
    });
    good(&tablet);
    assert!(holds(&stored(&tablet), "canary-4."));
    now(tablet.work.verify(&Job::quiet())).unwrap();
    assert!(!holds(&stored(&tablet), "canary-4."));
    assert_eq!((unread(&tablet), tablet.name(ids[6]).as_deref()), (0, Some("canary-6.")));
    tablet.store.tamper(|contents| contents.snapshot = None);
    assert_eq!(tablet.reopened().hash(), tablet.hash());
}

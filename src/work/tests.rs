//! The workspace as its user would use it, on a store in memory.

mod clocks;
mod conflicts;
mod consent;
mod damage;
mod damaged_files;
mod erased_hashes;
mod erasing_files;
mod files;
mod following;
mod golden_store;
mod holes;
mod hostile;
mod law;
mod many;
mod policy;
mod saved;
mod taps;
mod two_tabs;
mod typed;
mod unsaved;

use super::testing::*;

#[test]
fn what_was_saved_is_there_after_the_tab_is_killed() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Covenant Soup Kitchen");
    tablet.save(id, &[("notes", "Ask about the shelf"), ("name", "Covenant Soup Kitchen, Inc.")]);
    let again = tablet.reopened();
    assert_eq!(again.name(id).as_deref(), Some("Covenant Soup Kitchen, Inc."));
    assert_eq!(again.hash(), tablet.hash());
    again.partner("Natchaug School");
    assert_eq!(again.work.state().book.seen().count(), 3);
}

#[test]
fn a_failed_save_is_never_called_saved_and_changes_nothing() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Before");
    let hash = tablet.hash();
    for error in [StoreError::Full, StoreError::Lost, StoreError::Failed("Aborted".into())] {
        tablet.store.fail_with(Some(error.clone()));
        let draft = tablet.draft("partner", id, &[("name", "After")]);
        assert_eq!(now(tablet.work.run(Command::Finish(draft))), Err(WorkError::Store(error.clone())));
        assert_eq!(tablet.work.state().save, SaveState::Failed(error));
        assert_eq!(tablet.hash(), hash);
    }
    tablet.store.fail_with(None);
    tablet.save(id, &[("name", "After")]);
    assert_eq!(tablet.work.state().save, SaveState::Saved);
    assert_eq!(tablet.reopened().name(id).as_deref(), Some("After"));
}

#[test]
fn problems_stop_a_save_and_the_draft_stays() {
    let tablet = Tablet::new(1);
    let draft = tablet.draft("partner", Id(5), &[("contact_email", "nobody"), ("notes", "x")]);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    let refused = now(tablet.work.run(Command::Finish(draft.clone()))).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "Fix what is marked first");
    assert_eq!(tablet.reopened().work.state().drafts.values().collect::<Vec<_>>(), vec![&draft]);
}

#[test]
fn a_finished_draft_is_gone_in_the_same_transaction() {
    let tablet = Tablet::new(1);
    let draft = tablet.draft("partner", Id(5), &[("name", "Hosmer School")]);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    assert_eq!(tablet.work.state().drafts.len(), 1);
    now(tablet.work.run(Command::Finish(draft))).unwrap();
    assert!(tablet.work.state().drafts.is_empty());
    assert!(tablet.reopened().work.state().drafts.is_empty());
    // Finishing without a change says nothing and breaks nothing.
    let nothing = tablet.draft("partner", Id(5), &[]);
    now(tablet.work.run(Command::Finish(nothing))).unwrap();
    tablet.partner("Next");
    assert_eq!(tablet.work.state().book.seen().count(), 2);
}

#[test]
fn a_draft_that_is_done_with_other_records_is_one_step_with_them() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("One");
    let label = crate::model::text::Message::same("Both");
    let other = || vec![("partner", Id(9), [("name".to_owned(), Value::text("Other"))].into())];
    let finish = |draft: Draft| Command::FinishWith { label: label.clone(), draft, rows: other() };
    // What is to be mended keeps both back.
    let wrong = tablet.draft("partner", id, &[("contact_email", "nobody")]);
    assert!(now(tablet.work.run(finish(wrong))).is_err());
    assert_eq!(tablet.name(Id(9)), None);
    // So does a store that refuses it.
    let draft = tablet.draft("partner", id, &[("name", "Two")]);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    tablet.store.fail_with(Some(StoreError::Full));
    assert!(now(tablet.work.run(finish(draft.clone()))).is_err());
    assert_eq!((tablet.name(id).as_deref(), tablet.name(Id(9))), (Some("One"), None));
    tablet.store.fail_with(None);
    let done = now(tablet.work.run(finish(draft))).unwrap();
    assert_eq!(done.label.say(Lang::En), "Both");
    assert!(tablet.work.state().drafts.is_empty());
    assert_eq!((tablet.name(id).as_deref(), tablet.name(Id(9)).as_deref()), (Some("Two"), Some("Other")));
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!((tablet.name(id).as_deref(), tablet.name(Id(9))), (Some("One"), None));
}

#[test]
fn deleted_comes_back_by_undo_and_by_itself() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    let done = now(tablet.work.run(Command::Delete("partner", id))).unwrap();
    assert_eq!(done.label.say(Lang::En), "Hosmer School deleted");
    assert_eq!(tablet.name(id), None);
    let undone = now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!(undone.label.say(Lang::Es), "Se recuperó: Hosmer School");
    assert!(tablet.name(id).is_some());
    now(tablet.work.run(Command::Delete("partner", id))).unwrap();
    now(tablet.work.run(Command::BringBack("partner", id))).unwrap();
    assert!(tablet.reopened().name(id).is_some());
}

#[test]
fn undo_takes_back_a_change_but_not_what_came_after() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("One");
    let step = tablet.save(id, &[("name", "Two"), ("notes", "hello")]).unwrap();
    tablet.save(id, &[("name", "Three")]);
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("Three"));
    assert_eq!(tablet.work.state().book.record("partner", id).unwrap().get("notes"), None);
    let again = now(tablet.work.run(Command::Undo(step))).unwrap_err();
    assert_eq!(again.message().say(Lang::En), "There is nothing to undo");
}

#[test]
fn what_can_be_undone_names_nobody_who_was_erased() {
    let tablet = Tablet::new(1);
    let (kept, gone) = (tablet.partner("Bakery"), tablet.partner("Kim Nguyen"));
    tablet.save(gone, &[("notes", "Ask again")]);
    let said = |tablet: &Tablet| -> Vec<String> {
        tablet.work.state().undo_steps().map(|(_, label)| label.say(Lang::En)).collect()
    };
    assert_eq!(said(&tablet), ["Kim Nguyen changed", "Kim Nguyen added", "Bakery added"]);
    now(tablet.work.run(Command::Erase("partner", gone))).unwrap();
    assert_eq!(said(&tablet), ["Bakery added"]);
    let (step, _) = tablet.work.state().undo_steps().next().unwrap();
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert!(!tablet.work.state().book.record("partner", kept).unwrap().is_alive());
}

#[test]
fn everything_that_was_deleted_comes_back_as_one_step() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(4);
    ids[..3].iter().for_each(|id| drop(now(tablet.work.run(Command::Delete("partner", *id))).unwrap()));
    now(tablet.work.run(Command::Erase("partner", ids[2]))).unwrap();
    let all = ids.iter().map(|id| ("partner", *id)).collect();
    let done = now(tablet.work.run(Command::BringAllBack(all))).unwrap();
    assert_eq!(done.label.say(Lang::En), "2 notes are back", "of one that was never deleted nothing is said");
    let alive = |tablet: &Tablet| tablet.work.state().book.living("partner").count();
    assert_eq!(alive(&tablet), 3, "what was erased stays so");
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!(alive(&tablet), 1);
}

#[test]
fn an_export_wiped_and_taken_in_again_gives_the_same_book() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(50);
    now(tablet.work.run(Command::Delete("partner", ids[3]))).unwrap();
    tablet.save(ids[4], &[("notes", "<img src=x onerror=alert(1)>\n🏮 \u{202e}")]);
    assert_eq!(tablet.work.state().only_here(), 52);
    let bytes = tablet.export();
    assert_eq!(tablet.work.state().only_here(), 0);
    let other = Tablet::new(2);
    let step = other.import(&bytes).unwrap();
    assert_eq!(other.hash(), tablet.hash());
    assert_eq!(other.reopened().hash(), tablet.hash());
    assert_eq!(other.export(), bytes, "what came in goes out as the same bytes");
    // Again changes nothing; undone, all of it is gone; taken in again after that, it stays undone.
    assert_eq!(other.import(&bytes).unwrap(), None);
    now(other.work.run(Command::Undo(step.unwrap()))).unwrap();
    assert_eq!(ids.iter().filter(|id| other.name(**id).is_some()).count(), 0);
}

#[test]
fn an_import_can_be_taken_back_after_the_app_was_closed() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let ours = b.partner("Ours");
    let (first, second) = (a.partner("First"), a.partner("Second"));
    b.import(&a.export()).unwrap();
    a.save(first, &[("name", "First, changed")]);
    b.import(&a.export()).unwrap();
    b.save(second, &[("notes", "Worked on since")]);
    let again = b.reopened();
    let taken = again.work.state().last_import.clone().unwrap();
    assert_eq!(taken.label().say(Lang::En), "1 note imported from “notes.json”");
    let done = now(again.work.undo_import(&Job::quiet())).unwrap();
    assert_eq!(done.label.say(Lang::Es), "Deshecho: 1 nota importada de “notes.json”");
    // Only the last import is taken back, to what was before it.
    assert_eq!([first, second, ours].map(|id| again.name(id).unwrap()), ["First", "Second", "Ours"]);
    assert_eq!(again.reopened().work.state().last_import, None);
    assert!(now(again.work.undo_import(&Job::quiet())).is_err());
    // The same file taken in again changes nothing: what was taken back stays so.
    assert_eq!(again.import(&a.export()).unwrap(), None);
    // While the app is open the step of the moment serves, and a spreadsheet is remembered like notes.
    let c = Tablet::new(3);
    c.import(&a.export()).unwrap();
    c.save(second, &[("notes", "Worked on since")]);
    let c = c.reopened();
    now(c.work.undo_import(&Job::quiet())).unwrap();
    assert_eq!((c.name(first), c.name(second).as_deref()), (None, Some("Second")));
    now(c.work.catch_up()).unwrap();
    assert_eq!(c.work.state().last_import, None);
}

#[test]
fn two_tablets_apart_meet_in_the_same_place() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let id = a.partner("Natchaug");
    b.import(&a.export()).unwrap();
    a.clock.0.set(NOON + 5);
    b.clock.0.set(NOON - 400_000_000_000);
    a.save(id, &[("name", "Natchaug School"), ("notes", "a")]);
    b.save(id, &[("name", "Natchaug Elementary")]);
    let from_b = b.export();
    let incoming = now(a.work.read_export(&Bytes(from_b.clone()), false, &Job::quiet())).unwrap();
    assert_eq!(incoming.preview.counts[&Effect::Conflict], 1);
    assert!(incoming.preview.other_org);
    now(a.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap();
    b.import(&a.export()).unwrap();
    assert_eq!(a.hash(), b.hash());
    assert_eq!(a.work.state().me.org, b.work.state().me.org);
    let losers: Vec<String> = {
        let state = a.work.state();
        let record = state.book.record("partner", id).unwrap();
        record.losers().map(|(_, slot)| slot.value.as_text().unwrap().to_owned()).collect()
    };
    assert_eq!(losers.len(), 1);
    let keep = Value::text(losers[0].clone());
    now(a.work.run(Command::Settle { kind: "partner", id, field: "name".into(), keep })).unwrap();
    assert_eq!(a.name(id), Some(losers[0].clone()));
    assert_eq!(a.work.state().book.record("partner", id).unwrap().losers().count(), 0);
}

#[test]
fn a_colleague_who_has_our_notes_is_a_copy() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    a.partner("One");
    let (file, _) = now(a.work.export(&Job::quiet())).unwrap();
    b.import(&file.pieces.concat()).unwrap();
    assert_eq!(a.work.state().only_here(), 1, "nothing is known of the copy yet");
    a.import(&b.export()).unwrap();
    assert_eq!(a.work.state().only_here(), 0);
}

#[test]
fn a_damaged_file_changes_nothing_and_can_be_salvaged() {
    let tablet = Tablet::new(1);
    tablet.partners(5);
    let bytes = tablet.export();
    let other = Tablet::new(2);
    let hash = other.hash();
    let cut = &bytes[..bytes.len() - 400];
    let error = other.import(cut).unwrap_err();
    assert!(error.can_salvage(), "{error:?}");
    assert!(error.message().say(Lang::En).starts_with("Line "), "{}", error.message());
    assert_eq!(other.hash(), hash);
    let incoming = now(other.work.read_export(&Bytes(cut.to_vec()), true, &Job::quiet())).unwrap();
    assert!(!incoming.preview.faults.is_empty());
    let saved = incoming.preview.counts[&Effect::New];
    now(other.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap();
    assert!((1..5).contains(&saved));
    // The rest comes with the whole file.
    other.import(&bytes).unwrap();
    assert_eq!(other.hash(), tablet.hash());
}

#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    struct Endless;
    #[async_trait::async_trait(?Send)]
    impl InFile for Endless {
        fn name(&self) -> String {
            "endless.json".into()
        }
        fn size(&self) -> u64 {
            1 << 30
        }
        async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
            assert!(offset < 64 << 20, "read on and on");
            Ok(vec![b'['; most])
        }
    }
    let tablet = Tablet::new(1);
    let error = now(tablet.work.read_export(&Endless, false, &Job::quiet())).unwrap_err();
    assert!(matches!(&error, ImportError::Read(read) if read.fault == Fault::TooLong), "{error:?}");
}

#[test]
fn a_restored_tablet_writes_under_a_new_name() {
    let tablet = Tablet::new(1);
    tablet.partner("One");
    let old: Contents = tablet.store.contents();
    tablet.partner("Two");
    let newer = tablet.export();
    // The tablet is put back to what it was, goes on, and then meets its own later notes.
    let restored = Tablet::with(Rc::new(MemoryStore::with(old)), 99);
    restored.import(&newer).unwrap();
    assert!(restored.work.state().me.epoch > 1);
    restored.partner("Three");
    assert_eq!(restored.reopened().work.state().book.seen().count(), 3);
    tablet.import(&restored.export()).unwrap();
    assert_eq!(tablet.hash(), restored.hash());
}

/// All records as they stand, whatever names their operations are filed under.
fn records(tablet: &Tablet) -> Vec<Record> {
    let state = tablet.work.state();
    let mut records: Vec<Record> = state.book.all().map(|record| (**record).clone()).collect();
    records.sort_by_key(|record| record.id);
    records
}

#[test]
fn a_copied_tablet_and_the_one_it_was_copied_from_both_go_on() {
    let tablet = Tablet::new(1);
    let shared = tablet.partner("One");
    let copy = Tablet::with(Rc::new(MemoryStore::with(tablet.store.contents())), 99);
    tablet.save(shared, &[("name", "One, as the first has it"), ("notes", "a")]);
    tablet.partner("Two");
    copy.clock.0.set(NOON + 1);
    copy.save(shared, &[("name", "One, as the copy has it")]);
    copy.partners(3);
    // A third tablet meets the copy first, then the other; a fourth the other way round.
    let (third, fourth) = (Tablet::new(3), Tablet::new(4));
    third.import(&copy.export()).unwrap();
    fourth.import(&tablet.export()).unwrap();
    let incoming = now(third.work.read_export(&Bytes(tablet.export()), false, &Job::quiet())).unwrap();
    assert!(incoming.preview.parted);
    assert_eq!((incoming.preview.known, incoming.preview.fresh), (1, 2));
    now(third.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap();
    fourth.import(&copy.export()).unwrap();
    assert_eq!(records(&third), records(&fourth));
    // The two themselves learn of it, and write under new names from then on.
    let only_here = tablet.work.state().only_here();
    tablet.import(&third.export()).unwrap();
    copy.import(&fourth.export()).unwrap();
    assert_eq!(tablet.work.state().only_here(), only_here.min(1));
    assert_ne!(tablet.work.state().me.stream(), copy.work.state().me.stream());
    tablet.partner("Later, on the first");
    copy.partner("Later, on the copy");
    // However the files travel from here on, all end with the same records, and the same again changes nothing.
    for _ in 0..3 {
        for (from, to) in [(&tablet, &copy), (&copy, &third), (&third, &fourth), (&fourth, &tablet), (&copy, &fourth)] {
            to.import(&from.export()).unwrap();
        }
    }
    for other in [&copy, &third, &fourth] {
        assert_eq!(records(other), records(&tablet));
        assert_eq!(records(&other.reopened()), records(&tablet));
    }
    assert_eq!(tablet.work.state().book.records("partner").count(), 7);
    assert_eq!(fourth.import(&third.export()).unwrap(), None);
    // Whatever lost is there to be seen.
    let state = tablet.work.state();
    let record = state.book.record("partner", shared).unwrap();
    assert_eq!(record.text("name"), Some("One, as the copy has it"));
    let lost: Vec<_> = record.losers().map(|(_, slot)| slot.value.as_text()).collect();
    assert_eq!(lost, [Some("One, as the first has it")]);
    drop(state);
    assert_eq!(now(tablet.work.history("partner", shared)).unwrap().len(), 3);
    // Erasing reaches the words on every branch.
    now(third.work.run(Command::Erase("partner", shared))).unwrap();
    for (from, to) in [(&third, &tablet), (&third, &copy), (&tablet, &fourth)] {
        to.import(&from.export()).unwrap();
    }
    for tablet in [&tablet, &copy, &third, &fourth] {
        let all: Vec<u8> = tablet.store.contents().log.into_values().flatten().collect();
        assert!(memchr::memmem::find(&all, b"One, as").is_none());
    }
}

#[test]
fn erasing_takes_the_words_out_of_the_log_and_stays_erased() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let id = a.work.new_id();
    a.save(id, &[("name", "canary-name"), ("contact_phone", "860 555 0100")]);
    a.partner("Stays");
    let with_words = a.export();
    b.import(&with_words).unwrap();
    b.save(id, &[("notes", "canary-note")]);
    // What was being typed goes, too.
    now(a.work.keep_draft(a.draft("partner", id, &[("notes", "canary-draft")]))).unwrap();
    now(a.work.run(Command::Erase("partner", id))).unwrap();
    let kept = a.store.contents().meta.into_values().flatten().collect::<Vec<u8>>();
    assert!(memchr::memmem::find(&kept, b"canary").is_none());
    let holds = |bytes: &[u8], word: &str| memchr::memmem::find(bytes, word.as_bytes()).is_some();
    let all = |tablet: &Tablet| tablet.store.contents().log.into_values().flatten().collect::<Vec<u8>>();
    assert!(!holds(&all(&a), "canary") && !holds(&a.export(), "canary"));
    assert_eq!(a.reopened().hash(), a.hash());
    // Somebody is writing about it on the other tablet when they hear of it.
    let begun = || b.draft("partner", id, &[("notes", "canary-begun")]);
    let (open, elsewhere) = (begun(), b.draft("partner", b.work.new_id(), &[("notes", "of another")]));
    now(b.work.keep_draft(begun())).unwrap();
    now(b.work.keep_draft(elsewhere.clone())).unwrap();
    b.import(&a.export()).unwrap();
    assert!(!holds(&all(&b), "canary"), "erased on the other tablet too");
    let drafts = |tablet: &Tablet| tablet.work.state().drafts.keys().cloned().collect::<Vec<_>>();
    assert_eq!(drafts(&b), [elsewhere.meta_key()], "and what was being written of it, but nothing else");
    let kept = b.store.contents().meta.into_values().flatten().collect::<Vec<u8>>();
    assert!(!holds(&kept, "canary"));
    // What stands in an open form is refused with a reason, rather than kept where nobody sees it.
    let refused = |result: Result<(), WorkError>| {
        assert!(result.unwrap_err().message().say(Lang::En).starts_with("Not saved: it was permanently erased"));
    };
    let rows = vec![("partner", id, [("notes".to_owned(), Value::text("canary-row"))].into())];
    refused(now(b.work.keep_draft(open.clone())));
    refused(now(b.work.run(Command::Finish(open))).map(drop));
    refused(now(b.work.run(Command::Write { label: command::words::CHANGED.message(), rows })).map(drop));
    assert!(!holds(&all(&b), "canary"));
    // A file from before does not bring the words back.
    let c = Tablet::new(3);
    c.import(&a.export()).unwrap();
    c.import(&with_words).unwrap();
    c.import(&b.export()).unwrap();
    a.import(&b.export()).unwrap();
    assert!(!holds(&all(&c), "canary") && !holds(&all(&a), "canary"));
    assert_eq!((a.hash(), c.hash()), (b.hash(), b.hash()));
}

#[test]
fn idle_time_folds_and_takes_a_snapshot_and_changes_nothing() {
    let tablet = Tablet::new(1);
    tablet.partners(2_100);
    let (hash, bytes) = (tablet.hash(), tablet.export());
    assert_eq!(tablet.store.contents().log.len(), 2_100);
    now(tablet.work.compact()).unwrap();
    let contents = tablet.store.contents();
    assert_eq!(contents.log.len(), 2);
    assert!(contents.snapshot.is_some());
    assert_eq!(tablet.reopened().hash(), hash);
    assert_eq!(tablet.export(), bytes);
    for damage in [None, Some(vec![]), contents.snapshot.map(|s| s[..s.len() - 1].to_vec())] {
        tablet.store.tamper(|contents| contents.snapshot = damage.clone());
        assert_eq!(tablet.reopened().hash(), hash, "without its snapshot");
    }
    tablet.partner("After");
    assert_eq!(tablet.reopened().hash(), tablet.hash());
}

#[test]
fn a_damaged_segment_is_said_aloud_and_healed_by_a_copy() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(3);
    let (hash, bytes) = (tablet.hash(), tablet.export());
    tablet.store.tamper(|contents| {
        let damaged = contents.log.values_mut().nth(1).unwrap();
        damaged[250] ^= 1;
    });
    let hurt = tablet.reopened();
    assert_eq!(hurt.work.state().unread.len(), 1);
    assert!(hurt.name(ids[0]).is_some() && hurt.name(ids[1]).is_none() && hurt.name(ids[2]).is_some());
    hurt.import(&bytes).unwrap();
    assert_eq!(hurt.hash(), hash);
    assert!(hurt.reopened().work.state().unread.is_empty());
}

#[test]
fn two_tabs_never_share_a_number() {
    let store: Rc<MemoryStore> = Rc::default();
    let (a, b) = (Tablet::with(store.clone(), 1), Tablet::with(store, 2));
    assert_eq!(a.work.state().me, b.work.state().me);
    a.partner("From a");
    // `b` has not heard of it; its save notices, looks again and goes on.
    b.partner("From b");
    a.partner("From a again");
    now(b.work.catch_up()).unwrap();
    assert_eq!(a.hash(), b.hash());
    assert_eq!(a.work.state().book.records("partner").count(), 3);
    now(b.work.set_role(Role::Follower)).unwrap();
    let draft = b.draft("partner", Id(1), &[("name", "No")]);
    assert_eq!(now(b.work.run(Command::Finish(draft))), Err(WorkError::Following));
}

#[test]
fn history_tells_who_changed_what() {
    let tablet = Tablet::new(1);
    let marisol = tablet.work.new_id();
    let id = tablet.partner("One");
    now(tablet.work.set_actor(Some(marisol))).unwrap();
    tablet.save(id, &[("name", "Two")]);
    let entries = now(tablet.work.history("partner", id)).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[0].by, entries[1].by), (Some(marisol), None));
    assert_eq!(entries[0].wall, "2026-11-22T10:14:00-04:00");
    let change = FieldChange { field: "name".into(), old: Some("One".into()), new: "Two".into() };
    assert_eq!(entries[0].changes, vec![change]);
}

fn found(tablet: &Tablet, query: &Query) -> Vec<String> {
    let ids = tablet.work.look(|book, index| query::run(book, index, &PARTNER, query));
    ids.into_iter().filter_map(|id| tablet.name(id)).collect()
}

#[test]
fn search_folds_and_follows_every_change() {
    let tablet = Tablet::new(1);
    let words = |words: &str| Query { words: words.into(), ..Query::default() };
    let jose = tablet.partner("Centro José Martí");
    tablet.partner("Windham Hospital");
    let school = tablet.partner("Escuela San José");
    assert_eq!(found(&tablet, &words("jose")), ["Centro José Martí", "Escuela San José"]);
    assert_eq!(found(&tablet, &words("MARTI cen")), ["Centro José Martí"]);
    tablet.save(jose, &[("name", "Windham Centro")]);
    assert_eq!(found(&tablet, &words("jose")), ["Escuela San José"]);
    now(tablet.work.run(Command::Delete("partner", school))).unwrap();
    assert_eq!(found(&tablet, &words("")), ["Windham Centro", "Windham Hospital"]);
    tablet.save(jose, &[("notes", "hospital chapel"), ("status", "lapsed")]);
    assert_eq!(found(&tablet, &words("hospital")), ["Windham Hospital", "Windham Centro"], "titles come first");
    // At the desk, a person's name or number finds nothing; what anyone may know does.
    let desk = |words: &str| Query { words: words.into(), within: Within::Public, ..Query::default() };
    let known = tablet.work.new_id();
    let told =
        [("name", "Río Verde"), ("contact_name", "Zoraida"), ("contact_phone", "860 555 0199"), ("offers", "Meals")];
    tablet.save(known, &told);
    assert_eq!(found(&tablet, &words("zoraida")), ["Río Verde"]);
    for (asked, expected) in [("zoraida", false), ("0199", false), ("rio zoraida", false), ("rio meals", true)] {
        assert_eq!(found(&tablet, &desk(asked)) == ["Río Verde"], expected, "{asked}");
    }
    // A phone number is found however it is written, and by whoever may find it alone.
    tablet.save(known, &[("contact_phone", "(860) 555-0121 ext. 4")]);
    for typed in ["8605550121", "860-555-0121", "+1 860.555.0121", "5550121", "(860) 555-0121"] {
        assert_eq!(found(&tablet, &words(typed)), ["Río Verde"], "{typed}");
        assert_eq!(found(&tablet, &desk(typed)), [""; 0], "{typed}");
    }
    assert_eq!(found(&tablet, &words("8605550122")), [""; 0]);
    now(tablet.work.run(Command::Delete("partner", known))).unwrap();
    let lapsed = Query { filters: vec![("status", "lapsed".into())], ..Query::default() };
    assert_eq!(found(&tablet, &lapsed), ["Windham Centro"]);
}

#[test]
fn what_has_two_names_is_read_found_and_put_in_order_by_that_of_the_language() {
    let tablet = Tablet::new(1);
    for values in [
        &[("name", "Bus map"), ("name_es", "Mapa de autobuses")][..],
        &[("name", "Zine")],
        &[("name", "Puzzle of the bus"), ("name_es", "Ábaco")],
    ] {
        now(tablet.work.run(Command::Finish(tablet.draft(ITEM.id, tablet.work.new_id(), values)))).unwrap();
    }
    let read = |lang, words: &str| {
        let query = Query { lang, words: words.into(), ..Query::default() };
        let ids = tablet.work.look(|book, index| query::run(book, index, &ITEM, &query));
        let state = tablet.work.state();
        ids.into_iter()
            .map(|id| show::title_in(&ITEM, state.book.record(ITEM.id, id).unwrap(), lang))
            .collect::<Vec<_>>()
    };
    assert_eq!(read(Lang::En, ""), ["Bus map", "Puzzle of the bus", "Zine"]);
    assert_eq!(read(Lang::Es, ""), ["Ábaco", "Mapa de autobuses", "Zine"]);
    // Those with it in the name that is read come first.
    assert_eq!(read(Lang::En, "bus"), ["Bus map", "Puzzle of the bus"]);
    assert_eq!(read(Lang::Es, "bus"), ["Mapa de autobuses", "Ábaco"]);
    assert_eq!(read(Lang::Es, "abaco"), ["Ábaco"]);
}

fn contact(tablet: &Tablet, partner: Id, when: &str, more: &[(&str, &str)]) -> Id {
    let id = tablet.work.new_id();
    let partner = partner.to_string();
    let values = [&[("partner", partner.as_str()), ("when", when), ("how", "visit")], more].concat();
    now(tablet.work.run(Command::Finish(tablet.draft("contact", id, &values)))).unwrap();
    id
}

#[test]
fn the_last_contact_follows_from_contacts_unless_set_by_hand() {
    let tablet = Tablet::new(1);
    let (quiet, close) = (tablet.partner("Quiet"), tablet.partner("Close"));
    contact(&tablet, quiet, "2026-03-01T10:00:00-05:00", &[]);
    let latest = contact(&tablet, close, "2026-11-20T10:00:00-05:00", &[]);
    contact(&tablet, close, "2026-04-01T10:00:00-04:00", &[]);
    let oldest = Query { sort: Sort::Oldest("last_contact"), ..Query::default() };
    assert_eq!(found(&tablet, &oldest), ["Quiet", "Close"]);
    now(tablet.work.run(Command::Delete("contact", latest))).unwrap();
    let field = PARTNER.field("last_contact").unwrap();
    let day = |id| {
        let state = tablet.work.state();
        let record = state.book.record("partner", id).unwrap().clone();
        drop(state);
        tablet.work.look(|book, index| query::day_in(book, index, field, &record)).unwrap().to_string()
    };
    assert_eq!(day(close), "2026-04-01");
    tablet.save(quiet, &[("last_contact", "2026-11-21")]);
    assert_eq!(day(quiet), "2026-11-21");
}

#[test]
fn today_knows_what_is_due_and_who_is_quiet() {
    let tablet = Tablet::new(1);
    let partner = tablet.partner("Natchaug");
    tablet.save(partner, &[("status", "active")]);
    let due = |tablet: &Tablet| -> Vec<String> {
        let due = tablet.work.look(|book, index| today::due(book, index, tablet.work.now().today()));
        due.into_iter().map(|due| due.step).collect()
    };
    contact(&tablet, partner, "2026-08-20T10:00:00-04:00", &[("next_step", "Later"), ("next_date", "2026-12-24")]);
    contact(&tablet, partner, "2026-08-20T10:00:00-04:00", &[("next_step", "Soon"), ("next_date", "2026-11-25")]);
    let late = [("next_step", "Late"), ("next_date", "2026-09-01")];
    let id = contact(&tablet, partner, "2026-08-20T10:00:00-04:00", &late);
    assert_eq!(due(&tablet), ["Late", "Soon"]);
    let mut done = tablet.draft(CONTACT.id, id, &[]);
    done.set(tablet.work.state().book.record("contact", id).map(|record| &**record), "next_done", Value::Bool(true));
    now(tablet.work.run(Command::Finish(done))).unwrap();
    assert_eq!(due(&tablet), ["Soon"]);
    let quiet =
        |tablet: &Tablet| tablet.work.look(|book, index| quiet::going_quiet(book, index, tablet.work.now().today()));
    let found = quiet(&tablet);
    assert_eq!((found.len(), found[0].partner, found[0].days), (1, partner, 94));
    contact(&tablet, partner, "2026-11-20T10:00:00-04:00", &[]);
    assert!(quiet(&tablet).is_empty());
}

#[test]
fn many_rows_are_one_step_and_can_be_cancelled() {
    let tablet = Tablet::new(1);
    let rows = || -> Vec<_> {
        let row = |n| ("partner", Id(1_000 + n), [("name".to_owned(), Value::text(format!("Row {n}")))].into());
        (0..5_000u128).map(row).collect()
    };
    let write =
        || Command::Write { label: crate::work::command::words::IMPORTED_ROWS.with("count", 5_000usize), rows: rows() };
    let straight: Rc<dyn crate::ports::Pace> = Rc::new(NoPause);
    let cancelled = Job::new(straight, |_| {});
    cancelled.cancel();
    let error = now(tablet.work.run_watched(write(), &cancelled)).unwrap_err();
    assert_eq!(error.message().say(Lang::En), "Canceled. Nothing was changed");
    assert!(tablet.store.contents().log.is_empty());
    let done = now(tablet.work.run(write())).unwrap();
    assert_eq!(found(&tablet, &Query::default()).len(), 5_000);
    assert_eq!(tablet.reopened().hash(), tablet.hash());
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert!(found(&tablet, &Query::default()).is_empty());
}

struct NoPause;

#[async_trait::async_trait(?Send)]
impl crate::ports::Pace for NoPause {
    async fn pause(&self) {}
}

#[test]
fn both_languages_say_the_same() {
    use super::command;
    use crate::exchange::transfer;
    assert_eq!(crate::model::text::faults(command::words::ALL), Vec::<String>::new());
    assert_eq!(crate::model::text::faults(crate::work::error::words::ALL), Vec::<String>::new());
    assert_eq!(crate::model::text::faults(transfer::words::ALL), Vec::<String>::new());
}

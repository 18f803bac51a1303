//! A hub counted key by key: late answers, refusals, double taps, scanners and kills between any two steps.

mod hall;
mod steps;

use crate::hubs::count::counting::{CountAct, CountEvent};
use crate::hubs::count::{self, CountEntry};
use crate::hubs::kinds::item::SHELF;
use crate::hubs::kinds::movement::COUNT;
use crate::hubs::stock::shelf_id;
use crate::model::author::Author;
use crate::model::order;
use crate::model::testing::cases;
use crate::work::testing::*;
use hall::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use steps::*;

#[test]
fn what_is_tapped_is_kept_at_every_tap_and_gone_on_with_after_a_kill() {
    let mut hall = Hall::new();
    assert_eq!(hall.field(), (Some(ATLAS), ""));
    hall.taps("24");
    assert_eq!(hall.found(ATLAS), Some(24));
    hall.then(CountEvent::Turn(1));
    hall.then(CountEvent::Step(-1));
    assert_eq!(hall.found(BUS), Some(0), "none were expected, and there are not fewer than none");
    let mut hall = hall.killed();
    assert_eq!(hall.field(), (Some(BUS), "0"), "before the number entered last");
    hall.taps("7");
    assert_eq!(hall.found(BUS), Some(7), "the next digit begins a number");
}

#[test]
fn what_is_typed_on_a_keyboard_is_kept_as_typed_text_until_it_is_left() {
    for text in ["12", "30413", "12x", "978030"] {
        let mut hall = Hall::new();
        hall.then(CountEvent::Turn(1));
        hall.types(text);
        assert!(hall.counting.is_unkept());
        hall.then(CountEvent::Paused);
        let entry = hall.entry();
        assert_eq!(hall.found(BUS), None, "{text} may be half of a code");
        let mut hall = hall.killed();
        assert_eq!((hall.field(), hall.entry()), ((Some(BUS), text), entry.clone()), "asked about as before");
        assert!(!hall.counting.is_unkept());
        hall.then(CountEvent::Left);
        hall.then(CountEvent::Turn(1));
        match entry {
            CountEntry::Amount(number) => assert_eq!(hall.found(BUS), Some(number)),
            _ => assert_eq!(hall.found(BUS), None),
        }
        // Going on and coming back loses it neither.
        hall.then(CountEvent::StandAt(3));
        hall.then(CountEvent::StandAt(1));
        assert_eq!(hall.field(), (Some(BUS), text));
        let kept_as_text = !matches!(hall.entry(), CountEntry::Amount(_));
        assert_eq!(hall.tablet.reopened().work.state().typed.len(), usize::from(kept_as_text));
    }
}

#[test]
fn a_locked_tablet_keeps_what_was_typed_that_moment() {
    let mut hall = Hall::new();
    hall.types("12");
    hall.then(CountEvent::Leaving);
    assert_eq!(hall.killed().field(), (Some(ATLAS), "12"));
}

#[test]
fn what_was_typed_becomes_a_number_in_one_transaction() {
    let mut hall = Hall::new();
    hall.types("12");
    hall.then(CountEvent::Paused);
    hall.enter();
    assert_eq!((hall.here(), hall.found(ATLAS)), (Some(BUS), Some(12)));
    let again = hall.tablet.reopened();
    assert!(again.work.state().typed.is_empty());
    // Rubbed out again, or said to be a code, nothing of it stays.
    hall.types("5");
    hall.then(CountEvent::Paused);
    hall.then(CountEvent::Typed(String::new()));
    hall.then(CountEvent::Paused);
    assert!(hall.tablet.reopened().work.state().typed.is_empty());
    hall.types("00042");
    hall.then(CountEvent::Paused);
    hall.enter();
    assert_eq!(hall.here(), Some(CARDS));
    assert!(hall.tablet.reopened().work.state().typed.is_empty());
    assert_eq!(hall.walk().left(), 3);
}

#[test]
fn a_number_that_was_refused_stands_there_again() {
    let mut hall = Hall::new();
    hall.types("12");
    hall.tell(CountEvent::Turn(1));
    // Another tab has taken over before it came to be kept.
    hall.follow(true);
    hall.settle();
    assert_eq!((hall.here(), hall.found(ATLAS)), (Some(BUS), None));
    hall.then(CountEvent::Turn(-1));
    assert_eq!(hall.field(), (Some(ATLAS), "12"));
    assert!(hall.counting.is_unkept());
    hall.follow(false);
    hall.then(CountEvent::Leaving);
    assert_eq!(hall.tablet.reopened().work.state().typed.len(), 1, "kept as soon as it can be");
    hall.then(CountEvent::Turn(1));
    assert_eq!(hall.found(ATLAS), Some(12));
    assert!(hall.tablet.reopened().work.state().typed.is_empty());
}

#[test]
fn a_full_tablet_holds_numbers_and_text_until_there_is_room() {
    let mut hall = Hall::new();
    hall.tablet.store.fail_with(Some(StoreError::Full));
    hall.taps("24");
    hall.then(CountEvent::Turn(1));
    hall.types("9");
    hall.then(CountEvent::Paused);
    assert_eq!(hall.found(ATLAS), Some(24));
    hall.tablet.store.fail_with(None);
    now(hall.tablet.work.save_again()).unwrap();
    let hall = hall.killed();
    assert_eq!((hall.field(), hall.found(ATLAS)), ((Some(BUS), "9"), Some(24)));
}

#[test]
fn answers_that_come_late_change_nothing_that_was_done_since() {
    let mut hall = Hall::new();
    hall.tell(CountEvent::Digit('5'));
    hall.tell(CountEvent::Turn(1));
    hall.tell(CountEvent::Digit('7'));
    // One comes back before anything is kept, and it shows what was given.
    hall.tell(CountEvent::Turn(-1));
    assert_eq!(hall.field(), (Some(ATLAS), "5"));
    // One more, and one fewer again: the number in the book is not the one given last.
    hall.settle();
    hall.tell(CountEvent::Step(1));
    hall.tell(CountEvent::Step(-1));
    hall.settle();
    assert_eq!((hall.found(ATLAS), hall.found(BUS)), (Some(5), Some(7)));
    // Typed on while the first part of it is being kept.
    hall.then(CountEvent::StandAt(3));
    hall.types("1");
    hall.tell(CountEvent::Left);
    hall.types("12");
    hall.tell(CountEvent::Paused);
    hall.settle();
    assert_eq!((hall.found(DICTIONARY), hall.field()), (Some(1), (Some(DICTIONARY), "12")));
    hall.then(CountEvent::Paused);
    assert_eq!(hall.killed().field(), (Some(DICTIONARY), "12"));
}

#[test]
fn the_same_number_twice_is_written_once() {
    let mut hall = Hall::new();
    hall.tell(CountEvent::Digit('5'));
    hall.tell(CountEvent::Left);
    hall.tell(CountEvent::Turn(1));
    hall.tell(CountEvent::Turn(-1));
    hall.tell(CountEvent::Left);
    assert_eq!(hall.waiting.len(), 1);
    hall.settle();
    let count = hall.tablet.work.state().book.seen().count();
    hall.then(CountEvent::Left);
    hall.then(CountEvent::Turn(1));
    assert_eq!(hall.tablet.work.state().book.seen().count(), count);
}

#[test]
fn what_was_rubbed_out_is_not_counted() {
    let mut hall = Hall::new();
    hall.then(CountEvent::Same);
    hall.taps("7");
    assert_eq!(hall.walk().left(), 2);
    hall.then(CountEvent::RubOut);
    assert_eq!((hall.found(BUS), hall.walk().left()), (None, 3));
    hall.taps("8");
    assert_eq!(hall.found(BUS), Some(8));
    // In one breath, before the number was kept.
    hall.then(CountEvent::Turn(1));
    hall.tell(CountEvent::Digit('3'));
    hall.tell(CountEvent::RubOut);
    hall.settle();
    assert_eq!((hall.found(CARDS), hall.field()), (None, (Some(CARDS), "")));
    // Nothing to rub out is nothing to write.
    let count = hall.tablet.work.state().book.seen().count();
    hall.then(CountEvent::RubOut);
    assert_eq!(hall.tablet.work.state().book.seen().count(), count);
}

#[test]
fn a_scanner_types_no_number_and_what_was_typed_before_is_one() {
    let mut hall = Hall::new();
    hall.types("12");
    hall.scans("30412");
    hall.settle();
    assert_eq!((hall.here(), hall.found(ATLAS)), (Some(BUS), Some(12)));
    hall.scans("4006381333931");
    hall.settle();
    assert_eq!(hall.said.last(), Some(&CountAct::NoSuchCode("4006381333931".into())));
    assert_eq!(hall.field(), (Some(BUS), ""));
    // What is asked about is answered first.
    hall.types("5000");
    hall.scans("00042");
    hall.settle();
    assert_eq!((hall.field(), hall.entry()), ((Some(BUS), "5000"), CountEntry::Unlikely(5_000)));
    hall.then(CountEvent::Turn(-1));
    assert_eq!(hall.here(), Some(BUS));
    hall.then(CountEvent::Meant);
    assert_eq!((hall.here(), hall.found(BUS)), (Some(CARDS), Some(5_000)));
    hall.then(CountEvent::Seen("9780306406157".into()));
    assert_eq!(hall.field(), (Some(ATLAS), "12"), "by the camera");
    assert!(hall.tablet.reopened().work.state().typed.is_empty());
}

#[test]
fn text_typed_for_one_item_is_never_taken_for_another() {
    let mut hall = Hall::new();
    hall.then(CountEvent::Turn(1));
    hall.types("12");
    hall.then(CountEvent::Paused);
    // An item comes in before it, and then it goes itself.
    let (new, text) = (Id(0x20), Value::link);
    let rows = vec![
        (ITEM.id, new, order::values([("name", Value::text("Aa"))])),
        (SHELF.id, shelf_id(HUB_ID, new), order::values([("hub", text(HUB_ID)), ("item", text(new))])),
    ];
    now(hall.tablet.work.run(Command::Write { label: ITEM.name.message(), rows })).unwrap();
    hall.then(CountEvent::Changed);
    assert_eq!(hall.field(), (Some(BUS), "12"));
    now(hall.tablet.work.run(Command::Delete(ITEM.id, BUS))).unwrap();
    hall.then(CountEvent::Left);
    assert_eq!(hall.field(), (Some(CARDS), ""));
    assert!(hall.walk().lines.iter().all(|line| line.found.is_none()));
}

#[test]
fn what_was_typed_goes_with_the_walk_and_with_what_is_erased() {
    let mut hall = Hall::new();
    hall.types("12x");
    hall.then(CountEvent::Turn(1));
    hall.taps("3");
    hall.then(CountEvent::Turn(1));
    hall.types("00042");
    hall.then(CountEvent::Paused);
    now(hall.tablet.work.run(Command::Erase(ITEM.id, CARDS))).unwrap();
    hall.then(CountEvent::Changed);
    assert_eq!(hall.tablet.work.state().typed.len(), 1);
    let author = Author { by: None, now: hall.tablet.work.now() };
    let command =
        Command::Write { label: COUNT.name.message(), rows: vec![count::finish(count::WALK, hall.count, author)] };
    now(hall.tablet.work.run_typed(command, &hall.counting.places())).unwrap();
    hall.then(CountEvent::Finished);
    hall.then(CountEvent::Leaving);
    assert!(hall.tablet.reopened().work.state().typed.is_empty());
    let next = hall.killed();
    assert_eq!((next.field(), next.walk().left()), ((Some(ATLAS), ""), 3), "the next walk begins with nothing");
}

#[test]
fn a_number_that_was_tapped_is_not_asked_about_when_a_scanner_types_behind_it() {
    for settled in [true, false] {
        let mut hall = Hall::new();
        hall.then(CountEvent::StandAt(3));
        hall.types("240");
        hall.tell(CountEvent::Paused);
        hall.tell(CountEvent::StandAt(3));
        hall.tell(CountEvent::Digit('0'));
        if settled {
            hall.settle();
        }
        hall.scans("9780306406157");
        assert_eq!(hall.here(), Some(ATLAS));
        hall.settle();
        assert_eq!(hall.found(DICTIONARY), Some(2_400));
        assert!(hall.killed().tablet.work.state().typed.is_empty());
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_number_said_is_kept_and_none_that_nobody_meant(history in prop::collection::vec(steps(), 1..60)) {
        let mut hall = Hall::new();
        // The numbers that ever stood at an item as numbers, and no scanner's Enter was still to come.
        let mut meant: BTreeSet<(Id, i64)> = BTreeSet::new();
        for step in history {
            match step {
                Step::Tap(digit) => hall.tell(CountEvent::Digit(digit)),
                Step::RubOut => hall.tell(CountEvent::RubOut),
                Step::More(by) => hall.tell(CountEvent::Step(by)),
                Step::Same => {
                    let line = hall.with(|counting, tables| counting.line(tables.walk).cloned());
                    meant.extend(line.map(|line| (line.item, line.expected.max(0))));
                    hall.tell(CountEvent::Same);
                }
                Step::Type(text) => if hall.here().is_some() {
                    hall.types(text);
                    if text.is_empty() {
                        hall.tell(CountEvent::Typed(String::new()));
                    }
                },
                Step::Enter => { hall.clock_ms += 200.0; hall.press("Enter"); }
                Step::Scan(code) => if hall.here().is_some() { hall.scans(code) },
                Step::Left => hall.tell(CountEvent::Left),
                Step::Paused => hall.tell(CountEvent::Paused),
                Step::Turn(by) => hall.tell(CountEvent::Turn(by)),
                Step::Meant => {
                    if let (Some(item), CountEntry::Unlikely(number)) = (hall.here(), hall.entry()) {
                        meant.insert((item, number));
                    }
                    hall.tell(CountEvent::Meant);
                }
                Step::StandAt(at) => hall.tell(CountEvent::StandAt(at)),
                Step::Settle(some) => for _ in 0..some { hall.settle_one(); },
                Step::Follow(follow) => hall.follow(follow),
                Step::Full(full) => {
                    hall.tablet.store.fail_with(full.then_some(StoreError::Full));
                    if !full {
                        drop(now(hall.tablet.work.save_again()));
                    }
                }
                Step::Kill => {
                    // The page hears that it goes, and what it asks for then is still done; a dead tab's disk is not full.
                    hall.follow(false);
                    hall.tablet.store.fail_with(None);
                    drop(now(hall.tablet.work.save_again()));
                    hall.settle();
                    hall.then(CountEvent::Leaving);
                    let (field, entry, all) = (hall.counting.text().trim().to_owned(), hall.entry(), hall.walk());
                    let item = hall.here();
                    hall = hall.killed();
                    prop_assert_eq!(&hall.walk().lines, &all.lines, "what the screen said was counted");
                    if let Some(item) = item {
                        // Whatever stood in the field stands there again.
                        let at = all.lines.iter().position(|line| line.item == item).unwrap();
                        hall.tell(CountEvent::StandAt(at));
                        if !field.is_empty() {
                            // A number that was tapped and refused is asked about after a kill, for its text is all there is.
                            let asked = matches!((&entry, hall.entry()), (CountEntry::Amount(a), CountEntry::Unlikely(b)) if *a == b);
                            prop_assert_eq!(hall.counting.text().trim(), &*field);
                            prop_assert!(asked || hall.entry() == entry, "{:?}", entry);
                        }
                    }
                }
            }
            if let (Some(item), CountEntry::Amount(number)) = (hall.here(), hall.entry()) {
                meant.insert((item, number));
            }
            for line in hall.walk().lines {
                if let Some(found) = line.found {
                    prop_assert!(meant.contains(&(line.item, found)), "{found} of {} was never meant", line.item);
                }
            }
        }
        // Once everything can be kept, what every item shows as a number is what the book has, or is asked for once more.
        hall.follow(false);
        hall.tablet.store.fail_with(None);
        drop(now(hall.tablet.work.save_again()));
        hall.settle();
        hall.then(CountEvent::Leaving);
        for at in 0..ITEMS.len() {
            hall.tell(CountEvent::StandAt(at));
            hall.then(CountEvent::Left);
            if let (Some(item), CountEntry::Amount(number)) = (hall.here(), hall.entry()) {
                prop_assert_eq!(hall.found(item), Some(number));
            }
        }
        hall.settle();
        prop_assert!(!hall.counting.is_unkept());
    }
}

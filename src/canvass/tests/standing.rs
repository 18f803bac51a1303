//! A street walked, door by door, as its canvassers would.

use crate::canvass::doors::{AddressPart, DoorCounts, DoorPlan, Said, entries_of_sheet, entries_of_text, guess_parts};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::turf::TURF;
use crate::canvass::kinds::visit::VISIT;
use crate::canvass::standing::{self, Rest, Standing, door_id};
use crate::canvass::streets::{self, StreetWalk, WalkedStreet, street_id};
use crate::canvass::turf::{self, Sides};
use crate::exchange::office::Office;
use crate::work::consent;
use crate::work::testing::*;

const DAY: i64 = 86_400_000;

fn door(tablet: &Tablet, street: &str, number: &str, unit: &str) -> Id {
    let id = door_id(&format!("{number} {street} {unit}"));
    let address = format!("{number} {street} {unit}");
    let values = [("address", address.trim()), ("number", number), ("street", street), ("unit", unit)];
    now(tablet.work.run(Command::Finish(tablet.draft(DOOR.id, id, &values)))).unwrap();
    id
}

pub(crate) fn maple(tablet: &Tablet) -> Vec<Id> {
    let doors =
        [("12", "Apt 10"), ("12", "Apt 2"), ("1", ""), ("9", ""), ("10", ""), ("2", ""), ("10A", ""), ("", "Rear")];
    doors.iter().map(|(number, unit)| door(tablet, "Maple Street", number, unit)).collect()
}

fn street(tablet: &Tablet) -> WalkedStreet {
    let present = tablet.work.now();
    tablet.work.look(|book, index| streets::street(book, index, street_id("MAPLE street", ""), present)).unwrap()
}

pub(crate) fn knock(tablet: &Tablet, door: Id, outcome: &str) -> (Id, Option<u64>) {
    let id = tablet.work.new_id();
    let mut draft = tablet.draft(VISIT.id, id, &[]);
    for (key, value) in standing::knock(door, outcome, None, tablet.work.now()) {
        draft.set(None, key, value);
    }
    (id, now(tablet.work.run(Command::Finish(draft))).unwrap().step)
}

pub(crate) fn standing(tablet: &Tablet, door: Id) -> Standing {
    street(tablet).door(door).unwrap().standing.clone()
}

fn numbers(street: &WalkedStreet, walk: StreetWalk) -> Vec<String> {
    street.walk(walk).iter().map(|door| door.address.replace(" Maple Street", "")).collect()
}

#[test]
fn doors_stand_in_walking_order_on_their_sides() {
    let tablet = Tablet::new(1);
    maple(&tablet);
    door(&tablet, "Elm Street", "5", "");
    let street = street(&tablet);
    assert_eq!(
        numbers(&street, StreetWalk::UpAndDown),
        ["1", "9", "12 Apt 2", "12 Apt 10", "10A", "10", "2", "Maple Street Rear"]
    );
    assert_eq!(
        numbers(&street, StreetWalk::Zigzag),
        ["1", "2", "9", "10", "10A", "12 Apt 2", "12 Apt 10", "Maple Street Rear"]
    );
    assert_eq!(street.even.last().map(|house| house.doors.len()), Some(2), "apartments stand in one house");
}

#[test]
fn two_taps_and_on_to_the_next_door() {
    let tablet = Tablet::new(1);
    let doors = maple(&tablet);
    let (nine, ten) = (doors[3], doors[4]);
    assert_eq!(street(&tablet).next(StreetWalk::Zigzag, None), Some(doors[2]));
    assert_eq!(street(&tablet).next(StreetWalk::Zigzag, Some(nine)), Some(ten));
    let (visit, step) = knock(&tablet, ten, "not_home");
    let stands = standing(&tablet, ten);
    assert_eq!((stands.attempts, stands.not_home), (1, 1));
    assert_eq!(stands.rest, Some(Rest::Until("2026-11-29".parse().unwrap())));
    assert_eq!(
        street(&tablet).next(StreetWalk::Zigzag, Some(nine)),
        Some(doors[6]),
        "a door just tried is passed over"
    );
    let label = tablet.work.state().undo.last().unwrap().label.say(Lang::En);
    assert_eq!(label, "Visit: 10 Maple Street added");
    now(tablet.work.run(Command::Undo(step.unwrap()))).unwrap();
    assert_eq!(standing(&tablet, ten).attempts, 0);
    assert!(tablet.work.state().book.alive(VISIT.id, visit).is_none());
    let found = tablet.work.look(|book, index| streets::all(book, index, tablet.work.now()));
    assert_eq!(found.iter().map(|s| (s.doors, s.visited, s.waiting)).collect::<Vec<_>>(), [(8, 0, 8)]);
}

#[test]
fn not_home_suggests_another_part_of_the_day_and_rests() {
    let tablet = Tablet::new(1);
    let door = maple(&tablet)[2];
    // The still clock stands on a Sunday morning.
    knock(&tablet, door, "not_home");
    assert_eq!(standing(&tablet, door).try_next, Some("evening"));
    tablet.clock.0.set(NOON + 8 * DAY + 12 * 3_600_000);
    assert_eq!(standing(&tablet, door).rest, None, "a week later it waits again");
    knock(&tablet, door, "not_home");
    assert_eq!(standing(&tablet, door).try_next, Some("morning"), "weekend and evening were tried");
    tablet.clock.0.set(NOON + 30 * DAY);
    knock(&tablet, door, "not_home");
    tablet.clock.0.set(NOON + 90 * DAY);
    assert_eq!(standing(&tablet, door).rest, Some(Rest::Attempts(3)));
    knock(&tablet, door, "talked");
    assert_eq!(standing(&tablet, door).rest, Some(Rest::Settled));
}

#[test]
fn the_last_visit_is_the_one_known_last_whatever_the_clock_says() {
    let tablet = Tablet::new(1);
    let door = maple(&tablet)[2];
    knock(&tablet, door, "not_home");
    tablet.clock.0.set(NOON - 400 * DAY);
    knock(&tablet, door, "come_back");
    let stands = standing(&tablet.reopened(), door);
    let last = stands.last.unwrap();
    assert_eq!((last.outcome.key, &last.when[..4]), ("come_back", "2025"), "and its time is shown as it was");
}

#[test]
fn what_was_promised_counts_more_than_the_rule() {
    let tablet = Tablet::new(1);
    let doors = maple(&tablet);
    let door = doors[2];
    let (visit, _) = knock(&tablet, door, "come_back");
    let again = tablet.draft(VISIT.id, visit, &[("again", "2026-11-24")]);
    now(tablet.work.run(Command::Finish(again))).unwrap();
    assert_eq!(standing(&tablet, door).rest, Some(Rest::Until("2026-11-24".parse().unwrap())));
    tablet.clock.0.set(NOON + 2 * DAY);
    assert_eq!(standing(&tablet, door).rest, None);
    // Today says so until somebody comes back.
    let due = || tablet.work.look(|book, index| today::due(book, index, tablet.work.now().today()));
    assert_eq!(due().iter().map(|due| (due.kind.id, due.record)).collect::<Vec<_>>(), [(VISIT.id, visit)]);
    // Coming back to a door that was joined with it is coming back.
    let row = tablet.work.look(|book, _| crate::canvass::same_doors::join(book, door, doors[3])).unwrap();
    let other = row.1;
    now(tablet.work.run(Command::Write { label: crate::model::text::Message::same("test"), rows: vec![row] })).unwrap();
    assert!(other != door);
    let (there, _) = knock(&tablet, other, "talked");
    assert!(due().is_empty());
    now(tablet.work.run(Command::Delete(VISIT.id, there))).unwrap();
    assert_eq!(due().len(), 1);
    knock(&tablet, door, "talked");
    assert!(due().is_empty());
}

#[test]
fn two_tablets_that_walked_the_same_street_add_up() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    // Both have taken in the list by themselves.
    let doors = maple(&a);
    assert_eq!(maple(&b), doors);
    knock(&a, doors[2], "not_home");
    knock(&b, doors[2], "talked");
    let mut wish = b.draft(DOOR.id, doors[3], &[]);
    wish.set(b.work.state().book.record(DOOR.id, doors[3]).map(|door| &**door), "do_not_contact", Value::Bool(true));
    now(b.work.run(Command::Finish(wish))).unwrap();
    a.import(&b.export()).unwrap();
    b.import(&a.export()).unwrap();
    assert_eq!(a.hash(), b.hash());
    assert_eq!(street(&a).walk(StreetWalk::Zigzag).len(), 8, "no door twice");
    assert_eq!(standing(&a, doors[2]).attempts, 2);
    assert_eq!(standing(&a, doors[3]).rest, Some(Rest::DoNotContact));
}

fn plan(tablet: &Tablet, text: &str, list: &str) -> DoorPlan {
    let said = Said { list: list.into(), town: "Willimantic".into(), ..Said::default() };
    now(tablet.work.plan_doors(entries_of_text(text), &said, &Job::quiet())).unwrap()
}

pub(crate) fn take_in(tablet: &Tablet, text: &str, list: &str) -> DoorPlan {
    let plan = plan(tablet, text, list);
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap();
    plan
}

fn doors(tablet: &Tablet) -> Vec<String> {
    let state = tablet.work.state();
    let mut doors: Vec<String> =
        state.book.records("door").filter(|door| door.is_alive()).map(|door| show::title(&DOOR, door)).collect();
    doors.sort();
    doors
}

#[test]
fn typed_and_pasted_addresses_become_doors() {
    let tablet = Tablet::new(1);
    let text = "Maple St 2–8 even, apartments 1-3 at 4\n\n12 NO MAIN ST\n12 N. Main Street\nP.O. Box 9\nMain Street\n12-A Elm St., Apt. 2, Windham";
    let plan = take_in(&tablet, text, "North side");
    let counts = plan.counts;
    assert_eq!((counts.new, counts.repeated, counts.left_out), (8, 1, 2));
    assert_eq!(plan.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [4, 5, 6]);
    assert!(plan.problems[2].message.say(Lang::Es).contains("Main Street"), "{:?}", plan.problems[2]);
    assert_eq!(
        doors(&tablet),
        [
            "12 North Main Street",
            "12A Elm Street, Apt 2",
            "2 Maple Street",
            "4 Maple Street, Apt 1",
            "4 Maple Street, Apt 2",
            "4 Maple Street, Apt 3",
            "6 Maple Street",
            "8 Maple Street"
        ]
    );
    let label = tablet.work.state().undo.last().unwrap().label.say(Lang::En);
    assert_eq!(label, "8 doors imported from “North side”");
    // The same again changes nothing; undone, all of it is gone.
    assert_eq!(
        self::plan(&tablet, text, "North side").counts,
        DoorCounts { same: 8, repeated: 1, left_out: 2, ..DoorCounts::default() }
    );
    now(tablet.work.undo_import(&Job::quiet())).unwrap();
    assert!(doors(&tablet).is_empty());
}

#[test]
fn a_newer_list_keeps_visits_and_wishes_whatever_the_spelling() {
    let tablet = Tablet::new(1);
    take_in(&tablet, "12 NO MAIN ST\n14 No. Main St.", "Spring");
    let id = |address: &str| {
        let state = tablet.work.state();
        state.book.records("door").find(|door| show::title(&DOOR, door) == address).unwrap().id
    };
    let (twelve, fourteen) = (id("12 North Main Street"), id("14 North Main Street"));
    knock(&tablet, twelve, "talked");
    let wish = |door, key: &str, value: Value| {
        let mut draft = tablet.draft(DOOR.id, door, &[]);
        draft.set(tablet.work.state().book.record(DOOR.id, door).map(|door| &**door), key, value);
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    };
    wish(twelve, "do_not_contact", Value::Bool(true));
    // Somebody puts the street right by hand: the door keeps its identity, and both spellings find it.
    wish(twelve, "street", Value::text("Old North Main Street"));
    let plan =
        take_in(&tablet, "12 North Main Street, Willimantic, CT 06226\n12 Old North Main St\n14 n main st", "Autumn");
    assert_eq!((plan.counts.new, plan.counts.changed, plan.counts.repeated), (0, 2, 1));
    {
        let state = tablet.work.state();
        let door = state.book.alive(DOOR.id, twelve).unwrap();
        assert_eq!(door.get("do_not_contact"), Some(&Value::Bool(true)));
        assert_eq!((door.text("street"), door.text("zip")), (Some("Old North Main Street"), Some("06226")));
    }
    // Said to be the same door, a second one leads to the first.
    take_in(&tablet, "12R Main St", "Autumn");
    wish(id("12R Main Street"), "same_as", Value::text(twelve.to_string()));
    let plan = take_in(&tablet, "12R Main St", "Winter");
    assert_eq!((plan.counts.new, plan.counts.changed), (0, 1));
    {
        let state = tablet.work.state();
        let winter =
            state.book.records("door_list").find(|list| list.text("name") == Some("Winter")).unwrap().id.to_string();
        let door = state.book.alive(DOOR.id, twelve).unwrap();
        assert_eq!(door.text("list"), Some(&*winter), "the list speaks of the door it is the same as");
        assert_eq!(door.get("do_not_contact"), Some(&Value::Bool(true)));
    }
    now(tablet.work.run(Command::Erase(DOOR.id, fourteen))).unwrap();
    assert_eq!(self::plan(&tablet, "14 No Main St", "Winter").counts.left_out, 1, "erased stays erased");
}

#[test]
fn doors_said_to_be_the_same_stand_as_one() {
    let tablet = Tablet::new(1);
    let doors = maple(&tablet);
    let (kept, other) = (doors[2], doors[3]);
    knock(&tablet, kept, "not_home");
    knock(&tablet, other, "not_home");
    let set = |door, key: &str, value: Value| {
        let mut draft = tablet.draft(DOOR.id, door, &[]);
        draft.set(tablet.work.state().book.record(DOOR.id, door).map(|door| &**door), key, value);
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    };
    set(other, "same_as", Value::text(kept.to_string()));
    assert_eq!(street(&tablet).walk(StreetWalk::Zigzag).len(), 7, "shown once");
    assert_eq!(standing(&tablet, kept).attempts, 2, "with the visits of both");
    set(other, "do_not_contact", Value::Bool(true));
    assert_eq!(standing(&tablet, kept).rest, Some(Rest::DoNotContact), "and the wish of either");
    // Each said to be the same as the other: still one, and no end of looking.
    set(kept, "same_as", Value::text(other.to_string()));
    let street = street(&tablet);
    assert_eq!(street.walk(StreetWalk::Zigzag).len(), 7);
    let shown: Vec<Id> = [kept, other].into_iter().filter(|door| street.door(*door).is_some()).collect();
    assert_eq!(shown, [kept.min(other)]);
    assert_eq!(street.door(shown[0]).unwrap().standing.attempts, 2);
}

#[test]
fn a_sheet_of_addresses_is_read_by_its_columns() {
    let tablet = Tablet::new(1);
    let sheet = b"Parcel,Hse No,Street Name,Unit,City,ZIP\n1,12 Apt 3,MAPLE ST,,WILLIMANTIC,6226\n2,14,MAPLE ST,REAR,,\n3,,MAPLE ST,,,\n";
    let sheet = now(crate::exchange::table::read_sheet(&Bytes(sheet.to_vec()), &Job::quiet())).unwrap();
    let parts = guess_parts(&sheet);
    assert_eq!(
        parts,
        [
            None,
            Some(AddressPart::Number),
            Some(AddressPart::Line),
            Some(AddressPart::Unit),
            Some(AddressPart::Town),
            Some(AddressPart::Zip)
        ]
    );
    let entries = now(entries_of_sheet(&sheet, &parts, &Job::quiet())).unwrap();
    let said = Said { list: "Parcels".into(), town: "Willimantic".into(), ..Said::default() };
    let plan = now(tablet.work.plan_doors(entries, &said, &Job::quiet())).unwrap();
    assert_eq!((plan.counts.new, plan.counts.left_out), (2, 1));
    assert_eq!(plan.problems[0].line, 4);
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap();
    assert_eq!(doors(&tablet), ["12 Maple Street, Apt 3", "14 Maple Street, Rear"]);
    let streets = tablet.work.look(|book, index| streets::all(book, index, tablet.work.now()));
    assert_eq!(streets.len(), 1, "a town in capitals is the same town: {streets:?}");
}

#[test]
fn what_we_heard_counts_doors_and_knocks_apart_and_names_nobody() {
    let tablet = Tablet::new(1);
    let doors = maple(&tablet);
    let said = |door: Id, outcome: &str, barriers: &[&str]| {
        let (visit, _) = knock(&tablet, door, outcome);
        let mut draft = tablet.draft(VISIT.id, visit, &[]);
        let barriers = Value::List(barriers.iter().map(|key| Value::text(*key)).collect());
        draft.set(tablet.work.state().book.record(VISIT.id, visit).map(|visit| &**visit), "barriers", barriers);
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    };
    said(doors[0], "not_home", &[]);
    said(doors[0], "talked", &["transport", "hours"]);
    said(doors[0], "talked", &["transport"]);
    said(doors[1], "talked", &["transport"]);
    let heard = canvass_heard(&tablet);
    assert_eq!((heard.attempts, heard.doors, heard.talked), (4, 2, 2));
    let barriers = heard.tables.iter().find(|table| table.name.en.starts_with("What keeps you")).unwrap();
    assert_eq!(barriers.sentence().unwrap().say(Lang::En), "“Getting there” came up in 2 of 2 conversations");
    assert_eq!(barriers.bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [2, 1], "a door counts once");
    // What leaves for others names no address, in no file.
    let files = now(tablet.work.office_export(Office { lang: Lang::En, public_only: true }, &Job::quiet())).unwrap();
    for file in files {
        let text = String::from_utf8(file.file.pieces.concat()).unwrap();
        assert!(!text.contains("12 Maple") && !text.contains("Apt 10"), "{}: {text}", file.file.name);
    }
}

fn canvass_heard(tablet: &Tablet) -> crate::canvass::heard::Heard {
    crate::canvass::heard::heard(&tablet.work.state().book)
}

#[test]
fn what_is_kept_for_one_is_found_by_no_search_and_leaves_in_no_office_file() {
    let tablet = Tablet::new(1);
    let doors = maple(&tablet);
    let tell = |seen_by: &str, name: &str| {
        let id = tablet.work.new_id();
        let mut draft = tablet.draft(VISIT.id, id, &[("person", name), ("seen_by", seen_by)]);
        draft.set(None, "consent", Value::Bool(true));
        for (key, value) in standing::knock(doors[0], "talked", Some(Id(77)), tablet.work.now()) {
            draft.set(None, key, value);
        }
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    };
    tell("team", "Rosa Open");
    tell("one", "Luz Canary");
    let found = |words: &str| {
        let query = Query { words: words.into(), ..Query::default() };
        tablet.work.look(|book, index| query::run(book, index, &VISIT, &query)).len()
    };
    assert_eq!((found("rosa"), found("luz")), (1, 0));
    let files = now(tablet.work.office_export(Office { lang: Lang::En, public_only: false }, &Job::quiet())).unwrap();
    let written = String::from_utf8(files.into_iter().flat_map(|file| file.file.pieces.concat()).collect()).unwrap();
    assert!(written.contains("Rosa Open") && !written.contains("Canary"));
    let copy = String::from_utf8(tablet.export()).unwrap();
    assert!(copy.contains("Luz Canary"), "a copy carries everything, so that nothing is lost");
}

#[test]
fn contact_details_need_consent_and_go_when_it_is_taken_back() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let door = maple(&a)[2];
    let (visit, _) = knock(&a, door, "talked");
    let with = |values: &[(&str, Value)]| {
        let mut draft = a.draft(VISIT.id, visit, &[]);
        for (key, value) in values {
            draft.set(a.work.state().book.record(VISIT.id, visit).map(|visit| &**visit), key, value.clone());
        }
        now(a.work.run(Command::Finish(draft)))
    };
    let details =
        [("phone", Value::text("860 555 0142")), ("person", Value::text("canary")), ("heard", Value::text("The bus"))];
    let refused = with(&details).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "Fix what is marked first");
    let mut agreed = details.to_vec();
    agreed.push(("consent", Value::Bool(true)));
    with(&agreed).unwrap();
    // They gave their details before; somebody emptied the field since, and the history still has it.
    let (before, _) = knock(&a, door, "talked");
    for (values, phone) in [(&agreed, "860 555 0177"), (&details.to_vec(), "")] {
        let known = a.work.state().book.record(VISIT.id, before).cloned();
        let mut draft = a.draft(VISIT.id, before, &[]);
        values.iter().for_each(|(key, value)| draft.set(known.as_deref(), key, value.clone()));
        draft.set(known.as_deref(), "phone", Value::text(phone));
        draft.set(known.as_deref(), "person", Value::Null);
        now(a.work.run(Command::Finish(draft))).unwrap();
    }
    b.import(&a.export()).unwrap();

    // Both are told, before either hears of the other.
    for tablet in [&a, &b] {
        let done = now(tablet.work.run(consent::withdraw(VISIT.id, visit))).unwrap();
        assert_eq!(done.step, None, "what is erased cannot be taken back");
    }
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    let elsewhere = a.work.look(|book, index| {
        let goes_on = book.alive(VISIT.id, consent::anonymous_id(visit)).unwrap();
        assert!(!consent::holds_details(&VISIT, goes_on));
        consent::held_elsewhere(book, index, &VISIT, goes_on)
    });
    assert_eq!(elsewhere, [before], "whoever is asked to forget finds them all");
    now(a.work.run(consent::withdraw(VISIT.id, before))).unwrap();
    b.import(&a.export()).unwrap();
    for tablet in [&a, &b] {
        let stands = standing(tablet, door);
        assert_eq!((stands.attempts, stands.last.unwrap().heard.as_str()), (2, "The bus"), "the count stays");
        let all: Vec<u8> = tablet.store.contents().log.into_values().flatten().collect();
        assert!(memchr::memmem::find(&all, b"canary").is_none() && memchr::memmem::find(&all, b"555 01").is_none());
    }
}

#[test]
fn both_languages_say_the_same_of_doors() {
    assert_eq!(crate::model::text::faults(crate::canvass::doors::words::ALL), Vec::<String>::new());
}

#[test]
fn a_turf_is_streets_and_sides_and_taking_it_along_locks_nobody_out() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    maple(&a);
    let id = a.work.new_id();
    let values = [("name", "North"), ("streets", "Maple Street (impares)\nElm Street, Windham\n\n  (odd)")];
    now(a.work.run(Command::Finish(a.draft(TURF.id, id, &values)))).unwrap();
    let turf = |tablet: &Tablet| tablet.work.state().book.alive(TURF.id, id).unwrap().clone();
    let sides: Vec<Sides> = turf::stretches(&turf(&a)).into_iter().map(|stretch| stretch.sides).collect();
    assert_eq!(sides, [Sides::Odd, Sides::Both]);
    let covered = |tablet: &Tablet| {
        let streets = tablet.work.look(|book, index| streets::all(book, index, tablet.work.now()));
        turf::coverage_of(&streets, &turf(tablet))
    };
    assert_eq!((covered(&a).doors, covered(&a).visited), (2, 0));
    knock(&a, door_id("9 Maple Street "), "not_home");
    assert_eq!(covered(&a).visited, 1);

    let set = |tablet: &Tablet, values: Vec<(&str, Value)>| {
        let mut draft = tablet.draft(TURF.id, id, &[]);
        values.into_iter().for_each(|(key, value)| draft.set(Some(&turf(tablet)), key, value));
        now(tablet.work.run(Command::Finish(draft))).unwrap();
    };
    let summary = a.work.look(|book, index| streets::all(book, index, a.work.now())).remove(0);
    set(&a, vec![("streets", turf::with_sides(&turf(&a), &summary, Some(Sides::Both)))]);
    assert_eq!(turf(&a).text("streets"), Some("Elm Street, Windham\nMaple Street"));
    assert_eq!(covered(&a).doors, 8);

    let me = |tablet: &Tablet| tablet.work.state().me.dev;
    set(&a, turf::take(true, me(&a), None, a.work.now()));
    b.import(&a.export()).unwrap();
    let maple = street_id("Maple Street", "");
    let elsewhere = |tablet: &Tablet| turf::taken_elsewhere(&tablet.work.state().book, maple, me(tablet));
    assert_eq!(elsewhere(&a), None);
    assert!(elsewhere(&b).is_some(), "a colleague sees it");
    // Marked, not locked: the colleague can still knock, and take the turf over.
    knock(&b, door_id("9 Maple Street "), "talked");
    set(&b, turf::take(true, me(&b), None, b.work.now()));
    a.import(&b.export()).unwrap();
    assert!(elsewhere(&a).is_some() && elsewhere(&b).is_none());
    set(&a, turf::take(false, me(&a), None, a.work.now()));
    assert_eq!(turf::taken(&turf(&a), me(&a)), None);
}

//! What is written by one tap: drafts stay, ten taps are ten, and the same tap twice is one.

use super::*;
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::turf::TURF;
use crate::canvass::kinds::visit::{NOT_HOME, REFUSED, VISIT};
use crate::canvass::standing::{self, door_id};
use crate::canvass::streets::{self, street_id};
use crate::canvass::turf::{self, Sides};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::hub_visit::HUB_VISIT;
use crate::hubs::kinds::item::SHELF;
use crate::hubs::kinds::movement::{MOVEMENT, STOCKED};
use crate::hubs::kinds::posting::POSTING;
use crate::hubs::restock;
use crate::hubs::stock::{self, movement};
use crate::interviews::kinds::interview::INTERVIEW;
use crate::interviews::kinds::recording::BOOKMARK;
use crate::interviews::{guides, recording};
use crate::model::author::Author;
use crate::model::order;
use crate::model::question::QUESTION;
use crate::work::command::Revision;

fn run(tablet: &Tablet, command: Command) -> command::Done {
    now(tablet.work.run(command)).unwrap()
}

fn made(tablet: &Tablet, kind: &'static str, id: Id, values: &[(&'static str, Value)]) {
    let rows = vec![(kind, id, order::values(values.iter().cloned()))];
    run(tablet, Command::Write { label: kinds_name(kind), rows });
}

fn kinds_name(kind: &str) -> crate::model::text::Message {
    crate::ui::capability::kind(kind).unwrap().name.message()
}

fn text(id: Id) -> Value {
    Value::link(id)
}

fn set(kind: &'static str, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) -> Command {
    Command::Set { kind, id, values: order::values(values) }
}

/// A field of a record.
fn held(tablet: &Tablet, kind: &str, id: Id, key: &str) -> Option<Value> {
    tablet.work.state().book.alive(kind, id).and_then(|record| record.get(key).cloned())
}

#[test]
fn a_tap_never_deletes_what_somebody_is_typing() {
    let tablet = Tablet::new(1);
    let [door, posting, turf, contact] = [1, 2, 3, 4].map(Id);
    made(&tablet, DOOR.id, door, &[("address", "1 Maple".into())]);
    made(&tablet, POSTING.id, posting, &[("title", "Tax help".into()), ("hub", text(Id(9)))]);
    made(&tablet, TURF.id, turf, &[("name", "North".into())]);
    let about = [("partner", text(Id(8))), ("when", Value::text(tablet.work.now().to_stored()))];
    made(&tablet, CONTACT.id, contact, &about);
    made(&tablet, CONTACT.id, contact, &[("how", "phone".into()), ("next_step", "Call".into())]);
    let typed = [
        (DOOR.id, door, "notes", "Beware of the d"),
        (POSTING.id, posting, "title", "Tax help in Span"),
        (TURF.id, turf, "name", "North of the riv"),
        (CONTACT.id, contact, "what", "They said th"),
    ];
    let drafts: Vec<Draft> = typed.map(|(kind, id, key, words)| tablet.draft(kind, id, &[(key, words)])).into();
    for draft in &drafts {
        now(tablet.work.keep_draft(draft.clone())).unwrap();
    }
    let (me, present) = (tablet.work.state().me.dev, tablet.work.now());
    run(&tablet, set(DOOR.id, door, [("do_not_contact", Value::Bool(true))]));
    run(&tablet, set(POSTING.id, posting, [("down", Value::Bool(true))]));
    run(&tablet, set(TURF.id, turf, turf::take(true, me, None, present)));
    run(&tablet, set(CONTACT.id, contact, [("next_done", Value::Bool(true))]));
    let again = tablet.reopened();
    for draft in drafts {
        assert_eq!(again.work.state().drafts.get(&draft.meta_key()), Some(&draft), "{}", draft.kind);
        // What was tapped meanwhile stays when the form is done.
        run(&again, Command::Finish(draft));
    }
    assert_eq!(held(&again, DOOR.id, door, "do_not_contact"), Some(Value::Bool(true)));
    assert_eq!(held(&again, DOOR.id, door, "notes"), Some("Beware of the d".into()));
    assert_eq!(held(&again, CONTACT.id, contact, "next_done"), Some(Value::Bool(true)));
}

#[test]
fn a_promise_that_is_ticked_off_is_named() {
    let tablet = Tablet::new(1);
    let about = [("partner", text(Id(8))), ("when", Value::text(tablet.work.now().to_stored()))];
    for (contact, step) in [(Id(1), "Drop off 50 Spanish flyers"), (Id(2), "")] {
        made(&tablet, CONTACT.id, contact, &about);
        made(&tablet, CONTACT.id, contact, &[("next_step", step.into())]);
    }
    let tick = |id, done| run(&tablet, set(CONTACT.id, id, [("next_done", Value::Bool(done))])).label;
    let ticked = tick(Id(1), true);
    assert_eq!(ticked.say(Lang::En), "Done: Drop off 50 Spanish flyers");
    assert_eq!(ticked.say(Lang::Es), "Hecho: Drop off 50 Spanish flyers");
    assert!(tick(Id(1), false).say(Lang::En).ends_with("changed"));
    assert!(tick(Id(2), true).say(Lang::En).ends_with("changed"), "nothing was said to be promised");
}

#[test]
fn a_tap_is_checked_as_its_form_would_and_brings_nothing_back() {
    let tablet = Tablet::new(1);
    let door = Id(1);
    made(&tablet, DOOR.id, door, &[("address", "1 Maple".into())]);
    let refused = now(tablet.work.run(set(DOOR.id, door, [("language", "klingon".into())])));
    assert!(matches!(refused, Err(WorkError::Refused(crate::work::error::Refusal::Problems(_)))), "{refused:?}");
    run(&tablet, Command::Delete(DOOR.id, door));
    let refused = now(tablet.work.run(set(DOOR.id, door, [("do_not_contact", Value::Bool(true))])));
    assert!(matches!(refused, Err(WorkError::Refused(_))), "a deleted door stays deleted: {refused:?}");
    run(&tablet, Command::Erase(DOOR.id, door));
    assert!(now(tablet.work.run(set(DOOR.id, door, [("do_not_contact", Value::Bool(true))]))).is_err());
}

#[test]
fn a_tap_that_changes_nothing_writes_nothing() {
    let tablet = Tablet::new(1);
    let door = Id(1);
    made(&tablet, DOOR.id, door, &[("address", "1 Maple".into())]);
    let wish = || set(DOOR.id, door, [("do_not_contact", Value::Bool(true))]);
    assert!(run(&tablet, wish()).changed);
    let count = tablet.work.state().book.seen().count();
    let again = run(&tablet, wish());
    assert_eq!((again.changed, again.step), (false, None));
    assert_eq!(tablet.work.state().book.seen().count(), count);
}

#[test]
fn ten_taps_on_a_tally_are_ten_though_none_was_kept_yet() {
    let tablet = Tablet::new(1);
    let visit = Id(1);
    made(&tablet, HUB_VISIT.id, visit, &[("hub", text(Id(2)))]);
    let add =
        |by| Command::Add { kind: HUB_VISIT.id, id: visit, field: "children", by, label: kinds_name("hub_visit") };
    // Worked out from what the screen showed when they were made, all ten would say “one”.
    let taps: Vec<Command> = (0..10).map(|_| add(1)).collect();
    taps.into_iter().for_each(|tap| drop(run(&tablet, tap)));
    assert_eq!(held(&tablet, HUB_VISIT.id, visit, "children"), Some(Value::Number(10.0)));
    (0..12).for_each(|_| drop(run(&tablet, add(-1))));
    assert_eq!(held(&tablet, HUB_VISIT.id, visit, "children"), Some(Value::Number(0.0)), "never below nothing");
    run(&tablet, add(20_000));
    assert_eq!(held(&tablet, HUB_VISIT.id, visit, "children"), Some(Value::Number(10_000.0)), "nor beyond its field");
}

#[test]
fn of_two_taps_in_a_row_the_second_knows_of_the_first() {
    let tablet = Tablet::new(1);
    let [question, earlier, turf] = [1, 2, 3].map(Id);
    made(&tablet, QUESTION.id, question, &[("en", "Why?".into())]);
    let tap = |answer: &'static str, also| Command::Revise {
        kind: QUESTION.id,
        id: question,
        revision: Revision::new(move |record| guides::with_answer(record, earlier, answer, also)),
    };
    let taps = [tap("yes", true), tap("maybe", true), tap("yes", true), tap("never", false)];
    taps.into_iter().for_each(|tap| drop(run(&tablet, tap)));
    let state = tablet.work.state();
    let record = state.book.alive(QUESTION.id, question).unwrap();
    assert_eq!(guides::condition(record), Some((earlier, vec!["maybe".to_owned(), "yes".to_owned()])));
    drop(state);
    run(&tablet, tap("yes", false));
    run(&tablet, tap("maybe", false));
    assert_eq!(held(&tablet, QUESTION.id, question, "after").filter(|value| !value.is_blank()), None);

    for number in ["1", "2"] {
        for street in ["Elm", "Oak"] {
            let values = [("address", "x"), ("number", number), ("street", street)].map(|(key, v)| (key, v.into()));
            made(&tablet, DOOR.id, door_id(&format!("{number} {street}")), &values);
        }
    }
    made(&tablet, TURF.id, turf, &[("name", "North".into())]);
    let streets = tablet.work.look(|book, index| streets::all(book, index, tablet.work.now()));
    let picks = streets.into_iter().map(|street| Command::Revise {
        kind: TURF.id,
        id: turf,
        revision: Revision::new(move |turf| {
            order::values([("streets", turf::with_sides(turf, &street, Some(Sides::Both)))])
        }),
    });
    let picks: Vec<Command> = picks.collect();
    picks.into_iter().for_each(|pick| drop(run(&tablet, pick)));
    let state = tablet.work.state();
    assert_eq!(turf::stretches(state.book.alive(TURF.id, turf).unwrap()).len(), 2);
}

/// A tap on an outcome at a door that stands as the street shows it.
struct Knock {
    door: Id,
    visit: Id,
    outcome: &'static str,
}

impl Knock {
    fn seen(tablet: &Tablet, door: Id, outcome: &'static str) -> Knock {
        let present = tablet.work.now();
        let standing = tablet.work.look(|book, index| {
            let street = streets::street(book, index, street_id("Maple", ""), present)?;
            Some(street.door(door)?.standing.clone())
        });
        let state = tablet.work.state();
        let visit = standing::visit_id(&state.book, &state.me, door, standing.as_ref());
        Knock { door, visit, outcome }
    }

    fn tap(&self, tablet: &Tablet) -> command::Done {
        let values = order::values(standing::knock(self.door, self.outcome, None, tablet.work.now()));
        let (kind, id) = (VISIT.id, self.visit);
        run(tablet, Command::Once { kind, id, label: VISIT.name.message(), rows: vec![(kind, id, values)] })
    }
}

fn maple(tablet: &Tablet) -> Id {
    let door = door_id("1 Maple");
    let values = [("address", "1 Maple"), ("number", "1"), ("street", "Maple")].map(|(key, v)| (key, v.into()));
    made(tablet, DOOR.id, door, &values);
    door
}

fn outcomes(tablet: &Tablet, door: Id) -> Vec<String> {
    tablet.work.look(|book, index| {
        let visits = standing::visits(book, index, &[door]);
        visits.iter().filter_map(|visit| visit.text("outcome").map(str::to_owned)).collect()
    })
}

#[test]
fn a_double_tap_at_a_door_is_one_visit_and_the_next_knock_another() {
    let tablet = Tablet::new(1);
    let door = maple(&tablet);
    // Both taps come before the first one is kept and shown.
    let (first, second) = (Knock::seen(&tablet, door, NOT_HOME), Knock::seen(&tablet, door, NOT_HOME));
    assert!(first.tap(&tablet).changed);
    let again = second.tap(&tablet);
    assert_eq!((again.changed, again.step), (false, None), "Undo stays that of the first tap");
    assert_eq!(outcomes(&tablet, door), [NOT_HOME]);
    // Knocked again later, in sight of the first visit.
    assert!(Knock::seen(&tablet, door, NOT_HOME).tap(&tablet).changed);
    assert_eq!(outcomes(&tablet, door), [NOT_HOME, NOT_HOME]);
}

#[test]
fn a_visit_that_was_taken_back_deleted_erased_or_moved_makes_room_for_another() {
    let tablet = Tablet::new(1);
    let door = maple(&tablet);
    let knock = Knock::seen(&tablet, door, NOT_HOME);
    let step = knock.tap(&tablet).step.unwrap();
    run(&tablet, Command::Undo(step));
    let refused = Knock::seen(&tablet, door, REFUSED);
    refused.tap(&tablet);
    assert_eq!(outcomes(&tablet, door), [REFUSED]);
    assert_eq!(held(&tablet, VISIT.id, knock.visit, "outcome"), None, "what was taken back does not come back with it");
    run(&tablet, Command::Erase(VISIT.id, refused.visit));
    let third = Knock::seen(&tablet, door, NOT_HOME);
    assert!(third.tap(&tablet).changed, "an erased visit does not close its door for ever");
    // It was at the door beside.
    run(&tablet, set(VISIT.id, third.visit, [("door", text(Id(77)))]));
    assert!(Knock::seen(&tablet, door, REFUSED).tap(&tablet).changed);
    assert_eq!(outcomes(&tablet, door), [REFUSED]);
}

#[test]
fn attempts_of_two_tablets_that_saw_the_same_add_up() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let door = maple(&one);
    two.import(&one.export()).unwrap();
    Knock::seen(&one, door, NOT_HOME).tap(&one);
    Knock::seen(&two, door, NOT_HOME).tap(&two);
    one.import(&two.export()).unwrap();
    assert_eq!(outcomes(&one, door).len(), 2);
}

#[test]
fn a_double_tick_on_the_restock_list_brings_an_item_once() {
    let tablet = Tablet::new(1);
    let (hub, item) = (Id(1), Id(2));
    made(&tablet, HUB.id, hub, &[("name", "Natchaug".into())]);
    made(&tablet, ITEM.id, item, &[("name", "Flyer".into())]);
    let par = ("par", Value::Number(12.0));
    made(&tablet, SHELF.id, stock::shelf_id(hub, item), &[("hub", text(hub)), ("item", text(item)), par]);
    let hand = Author { by: None, now: tablet.work.now() };
    let lying = || {
        let list = tablet.work.look(|book, index| restock::list(book, index, hub, tablet.work.now()));
        list.lines.into_iter().map(|line| (line.bring, line.lying)).next()
    };
    let tick = |(bring, lying): (i64, stock::OnHand)| {
        let id = {
            let state = tablet.work.state();
            restock::brought_id(&state.book, &state.me, hub, &lying)
        };
        let rows = vec![movement(id, STOCKED, hub, item, bring, hand)];
        Command::Once { kind: MOVEMENT.id, id, label: MOVEMENT.name.message(), rows }
    };
    let there = || tablet.work.look(|book, index| stock::account(book, index, hub, item).on_hand);
    let ticks = [tick(lying().unwrap()), tick(lying().unwrap())];
    let steps = ticks.map(|tick| run(&tablet, tick).step);
    assert_eq!((there(), steps[1]), (12, None));
    // Taken back and ticked again, it is there; counted down in one walk twice and ticked each time, it comes each time.
    run(&tablet, Command::Undo(steps[0].unwrap()));
    assert_eq!(there(), 0);
    run(&tablet, tick(lying().unwrap()));
    assert_eq!(there(), 12);
    for _ in 0..2 {
        let row = tablet.work.look(|book, index| stock::found(book, index, hub, item, Id(9), 2, hand));
        run(&tablet, Command::Write { label: MOVEMENT.name.message(), rows: vec![row] });
        assert_eq!(there(), 2);
        run(&tablet, tick(lying().unwrap()));
        assert_eq!(there(), 12);
    }
}

#[test]
fn what_is_begun_twice_on_one_screen_is_begun_once() {
    let tablet = Tablet::new(1);
    let id = tablet.work.new_id();
    let begin = |called: &str| {
        let rows = vec![(INTERVIEW.id, id, order::values([("called", Value::text(called))]))];
        Command::Once { kind: INTERVIEW.id, id, label: INTERVIEW.name.message(), rows }
    };
    assert!(run(&tablet, begin("Interview 1")).changed);
    assert!(!run(&tablet, begin("Interview 2")).changed);
    assert_eq!(held(&tablet, INTERVIEW.id, id, "called"), Some("Interview 1".into()));
    run(&tablet, Command::Erase(INTERVIEW.id, id));
    assert!(now(tablet.work.run(begin("Interview 3"))).is_err(), "nothing more is written of what was erased");
}

#[test]
fn two_bookmarks_within_a_second_are_one() {
    let tablet = Tablet::new(1);
    let id = |second| {
        let state = tablet.work.state();
        recording::bookmark_id(&state.book, &state.me, Id(1), second)
    };
    assert_eq!(id(3.1), id(3.9));
    assert_ne!(id(3.1), id(4.1));
    let mark = id(3.1);
    made(&tablet, BOOKMARK.id, mark, &[("recording", text(Id(1))), ("interview", text(Id(2)))]);
    assert_eq!(id(3.5), mark);
    run(&tablet, Command::Delete(BOOKMARK.id, mark));
    assert_ne!(id(3.5), mark, "one that was taken out again does not keep the moment");
}

//! A street knocked at tap by tap: late answers, refusals, double taps, and kills between any two steps.

use super::standing::{maple, standing};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::visit::{COME_BACK, NOT_HOME, OUTCOMES, REFUSED, TALKED, VISIT};
use crate::canvass::knock::{ComeBack, KnockAct, KnockAnswer, KnockEvent, KnockPlace, Knocking, visit};
use crate::canvass::standing::{Rest, Standing};
use crate::canvass::streets::{
    self, Door, House, StreetCoverage, StreetDone, StreetWalk, Summary, WalkedStreet, street_id,
};
use crate::model::field::Choice;
use crate::model::order;
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::work::testing::*;
use chrono::Datelike;
use proptest::prelude::*;
use std::collections::VecDeque;

fn outcome(key: &str) -> &'static Choice {
    OUTCOMES.iter().find(|outcome| outcome.key == key).unwrap()
}

/// Somebody who walks along Maple Street with a tablet. Knocks wait until they are let through, as on a slow disk.
struct Canvasser {
    tablet: Tablet,
    knocking: Knocking,
    asked: Option<Id>,
    /// How often the person went anywhere.
    moves: usize,
    waiting: VecDeque<(Id, &'static Choice, Option<Standing>, usize)>,
    said: Vec<KnockAct>,
}

impl Canvasser {
    fn new() -> Canvasser {
        let tablet = Tablet::new(1);
        maple(&tablet);
        Canvasser::at(tablet)
    }

    fn at(tablet: Tablet) -> Canvasser {
        let knocking = Knocking::new(StreetWalk::UpAndDown);
        Canvasser { tablet, knocking, asked: None, moves: 0, waiting: VecDeque::new(), said: Vec::new() }
    }

    fn killed(self) -> Canvasser {
        Canvasser::at(self.tablet.reopened())
    }

    fn street(&self) -> WalkedStreet {
        let present = self.tablet.work.now();
        let id = street_id("Maple Street", "");
        self.tablet.work.look(|book, index| streets::street(book, index, id, present)).unwrap()
    }

    fn here(&self) -> Id {
        self.knocking.here(KnockPlace { street: Some(&self.street()), asked: self.asked }).unwrap()
    }

    fn address(&self) -> String {
        let address = self.street().door(self.here()).unwrap().address.clone();
        address.replace(" Maple Street", "")
    }

    fn tell(&mut self, event: KnockEvent) {
        let street = self.street();
        let place = KnockPlace { street: Some(&street), asked: self.asked };
        for act in self.knocking.on(event, place) {
            match act {
                KnockAct::Write { door, outcome, seen } => self.waiting.push_back((door, outcome, seen, self.moves)),
                KnockAct::StandAt(door) => {
                    (self.asked, self.moves) = (Some(door), self.moves + 1);
                }
                KnockAct::Open(_) => {
                    self.moves += 1;
                    self.said.push(act);
                }
                act => self.said.push(act),
            }
        }
    }

    fn settle(&mut self) {
        while let Some((door, outcome, seen, moves)) = self.waiting.pop_front() {
            let work = &self.tablet.work;
            let (id, rows) = visit(&work.state(), work.now(), door, outcome.key, seen.as_ref());
            let label = outcome.label.message();
            let answer = match now(work.run(Command::Once { kind: VISIT.id, id, label, rows })) {
                Ok(done) if done.changed => KnockAnswer::Written,
                Ok(_) => KnockAnswer::Known,
                Err(_) => KnockAnswer::Refused,
            };
            let still = moves == self.moves;
            self.tell(KnockEvent::Answered { door, visit: id, outcome, answer, still });
        }
    }

    fn knock(&mut self, key: &str) {
        self.tell(KnockEvent::Knocked(outcome(key)));
        self.settle();
    }

    fn visits(&self) -> usize {
        self.tablet.work.state().book.records(VISIT.id).filter(|visit| visit.is_alive()).count()
    }
}

#[test]
fn a_knock_leads_to_the_next_door_or_to_what_was_said() {
    let mut walker = Canvasser::new();
    assert_eq!(walker.address(), "1");
    walker.tell(KnockEvent::More);
    assert!(walker.knocking.shows_more());
    walker.knock(NOT_HOME);
    assert!(!walker.knocking.shows_more());
    assert_eq!((walker.address().as_str(), walker.visits()), ("9", 1));
    walker.knock(TALKED);
    let Some(KnockAct::Open(visit)) = walker.said.last() else { panic!("{:?}", walker.said) };
    assert!(walker.tablet.work.state().book.alive(VISIT.id, *visit).is_some(), "kept before anything is said of it");
    assert_eq!(walker.address(), "9");
    walker.tell(KnockEvent::Next);
    assert_eq!(walker.address(), "12 Apt 2");
    // The other way of walking changes what is next, not where one stands.
    walker.tell(KnockEvent::OtherWalk);
    assert_eq!(walker.said.last(), Some(&KnockAct::Remember(StreetWalk::Zigzag)));
    assert_eq!(walker.address(), "12 Apt 2");
}

#[test]
fn coming_back_takes_one_more_tap_and_leads_to_the_next_door() {
    let mut walker = Canvasser::new();
    let door = walker.here();
    walker.knock(COME_BACK);
    assert!(walker.knocking.asks_when(door));
    assert_eq!((walker.address().as_str(), walker.visits()), ("1", 1), "kept before anybody says when");
    let offered = ComeBack::offered(walker.tablet.work.now());
    let said: Vec<String> =
        offered.iter().map(|when| format!("{} {} {}", when.day.weekday(), when.day, when.evening)).collect();
    assert_eq!(said, ["Sun 2026-11-22 true", "Mon 2026-11-23 false", "Sat 2026-11-28 false"]);
    walker.tell(KnockEvent::ComeBack(offered[1]));
    let Some(KnockAct::ComeBack { door: at, visit, when }) = walker.said.iter().rev().nth(1) else {
        panic!("{:?}", walker.said)
    };
    assert_eq!((*at, *when, walker.address().as_str()), (door, offered[1], "9"));
    let rows = vec![(VISIT.id, *visit, order::values(when.values()))];
    now(walker.tablet.work.run(Command::Write { label: Message::same("When"), rows })).unwrap();
    let tomorrow = offered[1].day;
    assert_eq!(standing(&walker.tablet, door).rest, Some(Rest::Until(tomorrow)));
    assert!(!walker.knocking.asks_when(door));
    // Another day is chosen in the form; who goes on says nothing.
    walker.knock(COME_BACK);
    walker.tell(KnockEvent::AnotherDay);
    assert!(matches!(walker.said.last(), Some(KnockAct::Open(_))));
    walker.knock(COME_BACK);
    walker.tell(KnockEvent::Next);
    let said = walker.said.len();
    walker.tell(KnockEvent::ComeBack(offered[1]));
    assert_eq!(walker.said.len(), said, "nothing is asked here any more: {:?}", walker.said);
}

#[test]
fn a_door_that_shall_not_be_contacted_asks_for_a_second_tap() {
    let mut walker = Canvasser::new();
    let door = walker.here();
    let wish = [("do_not_contact", Value::Bool(true))];
    let wish = Command::Set { kind: DOOR.id, id: door, values: order::values(wish) };
    let done = now(walker.tablet.work.run(wish)).unwrap();
    assert!(done.label.say(Lang::En).starts_with("Do not contact: "), "{:?}", done.label);
    walker.tell(KnockEvent::StandAt(door));
    walker.knock(TALKED);
    assert_eq!((walker.visits(), walker.said.last()), (0, Some(&KnockAct::Moved)));
    assert!(walker.knocking.warns_of(door));
    // Who goes elsewhere and comes back is told again.
    walker.tell(KnockEvent::Next);
    walker.tell(KnockEvent::StandAt(door));
    assert!(!walker.knocking.warns_of(door));
    walker.knock(NOT_HOME);
    assert_eq!(walker.visits(), 0);
    walker.knock(NOT_HOME);
    assert_eq!((walker.visits(), walker.knocking.warns_of(door)), (1, false));
}

#[test]
fn a_street_is_done_when_no_door_waits_and_says_what_came_of_it() {
    let mut walker = Canvasser::new();
    walker.knock(TALKED);
    for _ in 0..3 {
        walker.tell(KnockEvent::Next);
        walker.knock(NOT_HOME);
    }
    assert_eq!(walker.street().done(StreetWalk::UpAndDown), None);
    while walker.street().next(StreetWalk::UpAndDown, None).is_some() {
        walker.knock(REFUSED);
    }
    assert_eq!(walker.street().done(StreetWalk::UpAndDown), Some(StreetDone { talked: 1, again: 3 }));
}

#[test]
fn a_street_with_one_side_is_walked_from_its_low_end() {
    let house = |number: &str| House {
        number: number.to_owned(),
        doors: vec![Door { address: number.to_owned(), ..Canvasser::new().street().odd[0].doors[0].clone() }],
    };
    let order = |street: &WalkedStreet| -> Vec<String> {
        street.walk(StreetWalk::UpAndDown).into_iter().map(|door| door.address.clone()).collect()
    };
    let even = WalkedStreet { even: vec![house("2"), house("4"), house("6")], ..WalkedStreet::default() };
    assert_eq!(order(&even), ["2", "4", "6"]);
    assert_eq!(order(&WalkedStreet { odd: vec![house("1")], ..even }), ["1", "6", "4", "2"]);
}

#[test]
fn the_next_street_is_of_the_same_town_where_a_door_waits() {
    let street = |id: u128, town: &str, waiting| Summary {
        id: Id(id),
        name: format!("Street {id}"),
        town: town.to_owned(),
        doors: 9,
        visited: 0,
        talked: 0,
        waiting,
        odd: StreetCoverage::default(),
        even: StreetCoverage::default(),
    };
    let all =
        [street(1, "Willimantic", 4), street(2, "Windham", 3), street(3, "willimantic", 0), street(4, "Windham", 2)];
    let next = |after| streets::next_street(&all, Id(after)).map(|next| next.id);
    assert_eq!(
        (next(1), next(2), next(3), next(4), next(9)),
        (Some(Id(2)), Some(Id(4)), Some(Id(1)), Some(Id(2)), None)
    );
    let none = [street(1, "Windham", 5)];
    assert_eq!(streets::next_street(&none, Id(1)), None);
}

#[test]
fn a_second_tap_while_the_first_is_being_kept_is_the_same_tap() {
    let mut walker = Canvasser::new();
    let door = walker.here();
    walker.tell(KnockEvent::Knocked(outcome(NOT_HOME)));
    walker.tell(KnockEvent::Knocked(outcome(NOT_HOME)));
    walker.tell(KnockEvent::Knocked(outcome(TALKED)));
    assert_eq!(walker.waiting.len(), 1);
    walker.settle();
    assert_eq!((walker.visits(), standing(&walker.tablet, door).attempts), (1, 1));
    assert_eq!(walker.address(), "9", "one door on, not three");
    // At the same door again it is another knock.
    walker.tell(KnockEvent::StandAt(door));
    walker.knock(NOT_HOME);
    assert_eq!(standing(&walker.tablet, door).not_home, 2);
}

#[test]
fn who_has_gone_on_is_not_moved_by_what_is_kept_late() {
    let mut walker = Canvasser::new();
    let first = walker.here();
    walker.tell(KnockEvent::Knocked(outcome(COME_BACK)));
    walker.tell(KnockEvent::Next);
    walker.tell(KnockEvent::Next);
    assert_eq!(walker.address(), "12 Apt 2");
    walker.tell(KnockEvent::Knocked(outcome(REFUSED)));
    walker.tell(KnockEvent::StandAt(first));
    walker.settle();
    assert_eq!((walker.address().as_str(), walker.visits()), ("1", 2));
    assert!(
        walker.said.is_empty(),
        "no form opens over another door, and no tap is taken for a slip: {:?}",
        walker.said
    );
}

#[test]
fn a_refused_knock_leaves_one_where_it_was_made_to_tap_again() {
    let mut walker = Canvasser::new();
    now(walker.tablet.work.set_role(Role::Follower)).unwrap();
    walker.knock(NOT_HOME);
    assert_eq!((walker.address().as_str(), walker.visits()), ("1", 0));
    now(walker.tablet.work.set_role(Role::Writer)).unwrap();
    walker.knock(NOT_HOME);
    assert_eq!((walker.address().as_str(), walker.visits()), ("9", 1));
    // A full tablet holds it, and one goes on.
    walker.tablet.store.fail_with(Some(StoreError::Full));
    walker.knock(NOT_HOME);
    assert_eq!((walker.address().as_str(), walker.visits()), ("12 Apt 2", 2));
    walker.tablet.store.fail_with(None);
    now(walker.tablet.work.save_again()).unwrap();
    assert_eq!(walker.killed().address(), "12 Apt 2", "after a kill, at the first door that waits");
}

#[test]
fn the_last_door_keeps_one_and_wishes_are_of_the_door_where_one_stands() {
    let mut walker = Canvasser::new();
    for _ in 0..8 {
        walker.knock(REFUSED);
    }
    assert_eq!((walker.address().as_str(), walker.visits()), ("Maple Street Rear", 8));
    assert_eq!(walker.said.last(), Some(&KnockAct::Moved), "the second half of a double tap is no ninth knock");
    walker.tell(KnockEvent::Next);
    assert_eq!(walker.said.last(), Some(&KnockAct::NoNext));
    walker.tell(KnockEvent::More);
    walker.tell(KnockEvent::Wish("do_not_contact", Value::Bool(true)));
    assert_eq!(walker.said.last(), Some(&KnockAct::Wish(walker.here(), "do_not_contact", Value::Bool(true))));
    assert!(!walker.knocking.shows_more());
}

#[test]
fn a_door_that_goes_while_one_stands_there_takes_no_knock() {
    let mut walker = Canvasser::new();
    let door = walker.here();
    walker.tell(KnockEvent::StandAt(door));
    now(walker.tablet.work.run(Command::Delete(DOOR.id, door))).unwrap();
    assert_eq!(walker.address(), "9");
    walker.knock(NOT_HOME);
    assert_eq!(standing(&walker.tablet, walker.here()).attempts, 0);
    assert!(
        Knocking::default()
            .on(KnockEvent::Knocked(outcome(TALKED)), KnockPlace { street: None, asked: Some(door) })
            .is_empty()
    );
}

#[derive(Clone, Debug)]
enum Step {
    Knock(usize),
    Next,
    StandAt(usize),
    Settle,
    Follow(bool),
    Kill,
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_knock_is_written_once_at_the_door_where_it_was_made(history in prop::collection::vec(prop_oneof![
        6 => (0usize..OUTCOMES.len()).prop_map(Step::Knock),
        2 => Just(Step::Next),
        2 => (0usize..8).prop_map(Step::StandAt),
        4 => Just(Step::Settle),
        1 => any::<bool>().prop_map(Step::Follow),
        1 => Just(Step::Kill),
    ], 1..40)) {
        let mut walker = Canvasser::new();
        let mut made: Vec<(Id, &str)> = Vec::new();
        let mut follows = false;
        for step in history {
            match step {
                Step::Knock(at) => walker.tell(KnockEvent::Knocked(&OUTCOMES[at])),
                Step::Next => walker.tell(KnockEvent::Next),
                Step::StandAt(at) => {
                    let door = walker.street().walk(StreetWalk::UpAndDown)[at].id;
                    walker.tell(KnockEvent::StandAt(door));
                }
                Step::Settle => {
                    if !follows {
                        made.extend(walker.waiting.iter().map(|(door, outcome, ..)| (*door, outcome.key)));
                    }
                    walker.settle();
                }
                Step::Follow(follow) => {
                    follows = follow;
                    now(walker.tablet.work.set_role(if follow { Role::Follower } else { Role::Writer })).unwrap();
                }
                Step::Kill => {
                    follows = false;
                    walker = walker.killed();
                }
            }
            let mut waits: Vec<Id> = walker.waiting.iter().map(|(door, ..)| *door).collect();
            waits.dedup();
            prop_assert_eq!(waits.len(), walker.waiting.len(), "one knock at a door at a time");
        }
        let state = walker.tablet.work.state();
        let of = |visit: &Record| (visit.text("door").unwrap().parse::<Id>().unwrap(), visit.text("outcome").unwrap().to_owned());
        let mut written: Vec<(Id, String)> = state.book.records(VISIT.id).map(|visit| of(visit)).collect();
        let mut made: Vec<(Id, String)> = made.into_iter().map(|(door, key)| (door, key.to_owned())).collect();
        written.sort();
        made.sort();
        prop_assert_eq!(written, made);
    }
}

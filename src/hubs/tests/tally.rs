//! A hub staffed tap by tap: what comes twice, what is refused, and what was tapped before a kill.

use crate::hubs::kinds::hub_visit::HUB_VISIT;
use crate::hubs::kinds::hub_visit::fields::CHILDREN;
use crate::hubs::kinds::movement::MOVEMENT;
use crate::hubs::tally::{Tally, TallyAct, TallyEvent};
use crate::hubs::{count, stock};
use crate::model::author::Author;
use crate::work::testing::*;
use std::collections::VecDeque;

const HUB_ID: Id = Id(0x11);
const ATLAS: Id = Id(0x21);
const TIME: Id = Id(0x31);

/// Somebody who staffs a hub. What they tap waits until it is let through.
struct Staffing {
    tablet: Tablet,
    tally: Tally,
    waiting: VecDeque<TallyAct>,
}

impl Staffing {
    fn new() -> Staffing {
        Staffing { tablet: Tablet::new(1), tally: Tally::default(), waiting: VecDeque::new() }
    }

    fn killed(self) -> Staffing {
        Staffing { tablet: self.tablet.reopened(), ..Staffing::new() }
    }

    fn taken(&self) -> Vec<Id> {
        self.tablet.work.look(|book, index| stock::taken_during(book, index, TIME, ATLAS))
    }

    fn tap(&mut self, event: TallyEvent<'_>) {
        self.waiting.extend(self.tally.on(event));
    }

    fn put_back(&mut self) {
        let taken = self.taken();
        self.tap(TallyEvent::PutBack(&taken));
    }

    fn settle(&mut self) {
        while let Some(act) = self.waiting.pop_front() {
            let work = &self.tablet.work;
            let (author, label) = (Author { by: None, now: work.now() }, HUB_VISIT.name.message());
            let command = match act {
                TallyAct::Begin => {
                    let rows = vec![count::begin(count::TIME, TIME, HUB_ID, author)];
                    Command::Once { kind: HUB_VISIT.id, id: TIME, label, rows }
                }
                TallyAct::End => Command::Write { label, rows: vec![count::finish(count::TIME, TIME, author)] },
                TallyAct::Add(field, by) => {
                    Command::Add { kind: HUB_VISIT.id, id: TIME, field: field.key(), by, label }
                }
                TallyAct::TookOne(item) => {
                    let row = stock::took_one(work.new_id(), HUB_ID, item, TIME, author);
                    Command::Write { label, rows: vec![row] }
                }
                TallyAct::TakeBack(id) => Command::Delete(MOVEMENT.id, id),
            };
            // What was refused is said; the machine hears that it is over.
            drop(now(work.run(command)));
            match act {
                TallyAct::Begin | TallyAct::End => self.tap(TallyEvent::Done),
                TallyAct::TakeBack(id) => self.tap(TallyEvent::Answered(id)),
                TallyAct::Add(..) | TallyAct::TookOne(_) => {}
            }
        }
    }

    fn children(&self) -> i64 {
        let state = self.tablet.work.state();
        let record = state.book.alive(HUB_VISIT.id, TIME);
        record.and_then(|record| record.get("children")?.as_whole()).unwrap_or(0)
    }
}

#[test]
fn ten_taps_are_ten_and_a_kill_loses_none_that_was_kept() {
    let mut staffing = Staffing::new();
    staffing.tap(TallyEvent::Begin);
    staffing.tap(TallyEvent::Begin);
    assert_eq!(staffing.waiting.len(), 1, "the same tap twice begins one time");
    staffing.settle();
    (0..10).for_each(|_| staffing.tap(TallyEvent::Tallied(CHILDREN, 1)));
    staffing.tap(TallyEvent::Tallied(CHILDREN, -1));
    staffing.settle();
    assert_eq!(staffing.children(), 9);
    let mut staffing = staffing.killed();
    staffing.tap(TallyEvent::Tallied(CHILDREN, 1));
    staffing.settle();
    assert_eq!(staffing.children(), 10);
}

#[test]
fn as_many_come_back_as_were_tapped_and_never_one_twice() {
    let mut staffing = Staffing::new();
    staffing.tap(TallyEvent::Begin);
    (0..3).for_each(|_| staffing.tap(TallyEvent::Took(ATLAS)));
    staffing.settle();
    assert_eq!(staffing.taken().len(), 3);
    // Two taps before the first one is kept.
    staffing.put_back();
    staffing.put_back();
    staffing.settle();
    assert_eq!(staffing.taken().len(), 1);
    // Refused, it can be tapped again; more taps than there are take nothing.
    now(staffing.tablet.work.set_role(Role::Follower)).unwrap();
    staffing.put_back();
    staffing.settle();
    assert_eq!(staffing.taken().len(), 1);
    now(staffing.tablet.work.set_role(Role::Writer)).unwrap();
    let last = staffing.taken();
    (0..3).for_each(|_| staffing.tap(TallyEvent::PutBack(&last)));
    assert_eq!(staffing.waiting.len(), 1);
    staffing.settle();
    assert!(staffing.taken().is_empty());
    // One that somebody brought back can be taken back once more.
    now(staffing.tablet.work.run(Command::BringBack(MOVEMENT.id, last[0]))).unwrap();
    staffing.put_back();
    staffing.settle();
    assert!(staffing.taken().is_empty());
}

#[test]
fn the_time_ends_once_and_can_be_ended_again_when_it_was_refused() {
    let mut staffing = Staffing::new();
    staffing.tap(TallyEvent::Begin);
    staffing.settle();
    let me = staffing.tablet.work.state().me.dev;
    let open = |staffing: &Staffing| {
        staffing.tablet.work.look(|book, index| count::unfinished(book, index, count::TIME, HUB_ID, me))
    };
    now(staffing.tablet.work.set_role(Role::Follower)).unwrap();
    staffing.tap(TallyEvent::End);
    staffing.settle();
    assert_eq!(open(&staffing), Some(TIME));
    now(staffing.tablet.work.set_role(Role::Writer)).unwrap();
    staffing.tap(TallyEvent::End);
    staffing.tap(TallyEvent::End);
    assert_eq!(staffing.waiting.len(), 1);
    staffing.settle();
    assert_eq!(open(&staffing), None);
}

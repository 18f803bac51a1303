//! Knocking from door to door as it happens, without a screen: taps and the answers of the store go in; what to write,
//! where to stand and what to show comes out.

use super::kinds::visit::{COME_BACK, TALKED, VISIT};
use super::standing::{self, Standing};
use super::streets::{StreetWalk, WalkedStreet};
use crate::model::date::Now;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::work::state::State;

/// The street while something happens there.
#[derive(Clone, Copy)]
pub struct KnockPlace<'a> {
    /// The street, as the book has it now; none while no door is on it.
    pub street: Option<&'a WalkedStreet>,
    /// The door that the address names, if any.
    pub asked: Option<Id>,
}

impl KnockPlace<'_> {
    fn standing(self, door: Id) -> Option<Standing> {
        self.street?.door(door).map(|door| door.standing.clone())
    }
}

/// What became of a knock that was given to be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnockAnswer {
    /// It is in the book.
    Written,
    /// It was there already: the same tap came twice.
    Known,
    /// It was refused.
    Refused,
}

/// What happens on a street.
#[derive(Clone, Debug, PartialEq)]
pub enum KnockEvent {
    /// What happened at the door where one stands was tapped.
    Knocked(&'static Choice),
    /// The answer to a knock at this door.
    Answered {
        /// The door.
        door: Id,
        /// The visit it became.
        visit: Id,
        /// What happened there.
        outcome: &'static Choice,
        /// What became of it.
        answer: KnockAnswer,
        /// Whether the person stayed where they were all the time.
        still: bool,
    },
    /// To the next door that waits for a knock.
    Next,
    /// To this door.
    StandAt(Id),
    /// The rarer answers are shown, or put away.
    More,
    /// What those behind the door wish: a field of the door, and what it shall hold.
    Wish(&'static str, Value),
    /// The other order of walking.
    OtherWalk,
    /// The street is printed.
    Print,
}

/// What is to be done about it.
#[derive(Clone, Debug, PartialEq)]
pub enum KnockAct {
    /// Write down what happened, as [`visit`] says. Answered with [`KnockEvent::Answered`].
    Write {
        /// The door.
        door: Id,
        /// What happened.
        outcome: &'static Choice,
        /// How the door stood, as the person saw it.
        seen: Option<Standing>,
    },
    /// Stand before a door.
    StandAt(Id),
    /// Write on what was said, in the visit's form.
    Open(Id),
    /// Something else came, or is about to come, under the finger.
    Moved,
    /// Say that no other door waits for a knock.
    NoNext,
    /// Note what those behind a door wish.
    Wish(Id, &'static str, Value),
    /// Remember the order of walking.
    Remember(StreetWalk),
    /// Print the street.
    Print,
}

/// Somebody who walks along a street.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Knocking {
    walk: StreetWalk,
    more: bool,
    /// The doors at which a knock is on its way to the book.
    waiting: Vec<Id>,
}

/// The visit that [`KnockAct::Write`] makes: its identity, by which the same tap twice is one, and what to write.
pub fn visit(state: &State, now: Now, door: Id, outcome: &str, seen: Option<&Standing>) -> (Id, Vec<RecordWrite>) {
    let visit = standing::visit_id(&state.book, &state.me, door, seen);
    (visit, vec![(VISIT.id, visit, order::values(standing::knock(door, outcome, state.actor, now)))])
}

impl Knocking {
    /// Somebody who walks in this order.
    pub fn new(walk: StreetWalk) -> Knocking {
        Knocking { walk, ..Knocking::default() }
    }

    /// The order in which they walk.
    pub fn walk(&self) -> StreetWalk {
        self.walk
    }

    /// Whether the rarer answers are shown.
    pub fn shows_more(&self) -> bool {
        self.more
    }

    /// The door where one stands: the one asked for, else the first that waits for a knock, else the first.
    pub fn here(&self, place: KnockPlace<'_>) -> Option<Id> {
        let street = place.street?;
        let asked = place.asked.filter(|door| street.door(*door).is_some());
        let first = || street.walk(StreetWalk::UpAndDown).first().map(|door| door.id);
        asked.or_else(|| street.next(self.walk, None)).or_else(first)
    }

    /// Something happened.
    pub fn on(&mut self, event: KnockEvent, place: KnockPlace<'_>) -> Vec<KnockAct> {
        let here = self.here(place);
        let next = |after: Option<Id>| place.street.and_then(|street| street.next(self.walk, after));
        match (event, here) {
            (KnockEvent::Knocked(outcome), Some(door)) => {
                // A second tap while the first is on its way is the same tap.
                if self.waiting.contains(&door) {
                    return Vec::new();
                }
                self.more = false;
                self.waiting.push(door);
                vec![KnockAct::Write { door, outcome, seen: place.standing(door) }]
            }
            (KnockEvent::Answered { door, visit, outcome, answer, still }, _) => {
                self.waiting.retain(|waiting| *waiting != door);
                match answer {
                    KnockAnswer::Refused | KnockAnswer::Known => Vec::new(),
                    // Whoever has gone on is not moved, and their next tap is meant.
                    KnockAnswer::Written if !still => Vec::new(),
                    // The outcome is kept already, so nothing is lost if the tablet is closed in mid-sentence.
                    KnockAnswer::Written if [TALKED, COME_BACK].contains(&outcome.key) => {
                        vec![KnockAct::Moved, KnockAct::Open(visit)]
                    }
                    KnockAnswer::Written => {
                        let next = next(Some(door)).map(KnockAct::StandAt);
                        [KnockAct::Moved].into_iter().chain(next).collect()
                    }
                }
            }
            (KnockEvent::Next, _) => vec![next(here).map_or(KnockAct::NoNext, KnockAct::StandAt)],
            (KnockEvent::StandAt(door), _) => {
                self.more = false;
                vec![KnockAct::StandAt(door)]
            }
            (KnockEvent::More, _) => {
                self.more = !self.more;
                Vec::new()
            }
            (KnockEvent::Wish(key, value), Some(door)) => {
                self.more = false;
                vec![KnockAct::Wish(door, key, value)]
            }
            (KnockEvent::OtherWalk, _) => {
                self.walk = if self.walk == StreetWalk::Zigzag { StreetWalk::UpAndDown } else { StreetWalk::Zigzag };
                vec![KnockAct::Remember(self.walk)]
            }
            (KnockEvent::Print, _) => {
                self.more = false;
                vec![KnockAct::Print]
            }
            (KnockEvent::Knocked(_) | KnockEvent::Wish(..), None) => Vec::new(),
        }
    }
}

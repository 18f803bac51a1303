//! Knocking from door to door as it happens, without a screen: taps and the answers of the store go in; what to write,
//! where to stand and what to show comes out.

use super::kinds::visit::{COME_BACK, TALKED, VISIT};
use super::standing as canvass;
use super::standing::{Standing, Street, Walk};
use crate::model::date::Now;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::work::state::State;

/// The street while something happens there.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The street, as the book has it now; none while no door is on it.
    pub street: Option<&'a Street>,
    /// The door that the address names, if any.
    pub asked: Option<Id>,
}

impl Place<'_> {
    fn standing(self, door: Id) -> Option<Standing> {
        self.street?.door(door).map(|door| door.standing.clone())
    }
}

/// What became of a knock that was given to be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is in the book.
    Written,
    /// It was there already: the same tap came twice.
    Known,
    /// It was refused.
    Refused,
}

/// What happens on a street.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
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
        answer: Answer,
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
pub enum Act {
    /// Write down what happened, as [`visit`] says. Answered with [`Event::Answered`].
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
    Remember(Walk),
    /// Print the street.
    Print,
}

/// Somebody who walks along a street.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Knocking {
    walk: Walk,
    more: bool,
    /// The doors at which a knock is on its way to the book.
    waiting: Vec<Id>,
}

/// The visit that [`Act::Write`] makes: its identity, by which the same tap twice is one, and what to write.
pub fn visit(state: &State, now: Now, door: Id, outcome: &str, seen: Option<&Standing>) -> (Id, Vec<RecordWrite>) {
    let visit = canvass::visit_id(&state.book, &state.me, door, seen);
    (visit, vec![(VISIT.id, visit, order::values(canvass::knock(door, outcome, state.actor, now)))])
}

impl Knocking {
    /// Somebody who walks in this order.
    pub fn new(walk: Walk) -> Knocking {
        Knocking { walk, ..Knocking::default() }
    }

    /// The order in which they walk.
    pub fn walk(&self) -> Walk {
        self.walk
    }

    /// Whether the rarer answers are shown.
    pub fn shows_more(&self) -> bool {
        self.more
    }

    /// The door where one stands: the one asked for, else the first that waits for a knock, else the first.
    pub fn here(&self, place: Place<'_>) -> Option<Id> {
        let street = place.street?;
        let asked = place.asked.filter(|door| street.door(*door).is_some());
        let first = || street.walk(Walk::UpAndDown).first().map(|door| door.id);
        asked.or_else(|| street.next(self.walk, None)).or_else(first)
    }

    /// Something happened.
    pub fn on(&mut self, event: Event, place: Place<'_>) -> Vec<Act> {
        let here = self.here(place);
        let next = |after: Option<Id>| place.street.and_then(|street| street.next(self.walk, after));
        match (event, here) {
            (Event::Knocked(outcome), Some(door)) => {
                // A second tap while the first is on its way is the same tap.
                if self.waiting.contains(&door) {
                    return Vec::new();
                }
                self.more = false;
                self.waiting.push(door);
                vec![Act::Write { door, outcome, seen: place.standing(door) }]
            }
            (Event::Answered { door, visit, outcome, answer, still }, _) => {
                self.waiting.retain(|waiting| *waiting != door);
                match answer {
                    Answer::Refused | Answer::Known => Vec::new(),
                    // Whoever has gone on is not moved, and their next tap is meant.
                    Answer::Written if !still => Vec::new(),
                    // The outcome is kept already, so nothing is lost if the tablet is closed in mid-sentence.
                    Answer::Written if [TALKED, COME_BACK].contains(&outcome.key) => vec![Act::Moved, Act::Open(visit)],
                    Answer::Written => {
                        let next = next(Some(door)).map(Act::StandAt);
                        [Act::Moved].into_iter().chain(next).collect()
                    }
                }
            }
            (Event::Next, _) => vec![next(here).map_or(Act::NoNext, Act::StandAt)],
            (Event::StandAt(door), _) => {
                self.more = false;
                vec![Act::StandAt(door)]
            }
            (Event::More, _) => {
                self.more = !self.more;
                Vec::new()
            }
            (Event::Wish(key, value), Some(door)) => {
                self.more = false;
                vec![Act::Wish(door, key, value)]
            }
            (Event::OtherWalk, _) => {
                self.walk = if self.walk == Walk::Zigzag { Walk::UpAndDown } else { Walk::Zigzag };
                vec![Act::Remember(self.walk)]
            }
            (Event::Print, _) => {
                self.more = false;
                vec![Act::Print]
            }
            (Event::Knocked(_) | Event::Wish(..), None) => Vec::new(),
        }
    }
}

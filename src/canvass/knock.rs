//! Knocking from door to door as it happens, without a screen: taps and the answers of the store go in; what to write,
//! where to stand and what to show comes out.

use super::kinds::visit::{COME_BACK, TALKED, VISIT, fields as visit};
use super::standing::{self, Rest, Standing};
use super::streets::{StreetWalk, WalkedStreet};
use crate::model::date::Now;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::near_days;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::work::state::State;
use chrono::{NaiveDate, Timelike, Weekday};

/// The hour from which nobody knocks any more on the same day.
const EVENING_ENDS: u32 = 20;

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
    /// A day to come back to the door where one stands was tapped.
    ComeBack(ComeBack),
    /// Another day than those that are offered.
    AnotherDay,
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

/// When to come back, as one tap says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComeBack {
    /// On this day.
    pub day: NaiveDate,
    /// Whether in the evening.
    pub evening: bool,
}

impl ComeBack {
    /// The days that are offered at a time: this evening while there is one, tomorrow, and the next Saturday after that.
    pub fn offered(now: Now) -> Vec<ComeBack> {
        let evening = now.moment().hour() < EVENING_ENDS;
        let days = near_days::ahead(now.today(), Weekday::Sat).into_iter();
        let days = days.map(|day| ComeBack { day, evening: day == now.today() });
        days.filter(|when| evening || !when.evening).collect()
    }

    /// What a visit says of it.
    pub fn values(self) -> Vec<(&'static str, Value)> {
        let mut values = vec![visit::AGAIN.is(self.day.to_string())];
        if self.evening {
            values.push(visit::TIMES.is(Value::List(vec!["evening".into()])));
        }
        values
    }
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
    /// Write down when to come back, in this visit to the door.
    ComeBack {
        /// The door.
        door: Id,
        /// The visit.
        visit: Id,
        /// When.
        when: ComeBack,
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
    /// The door that shall not be contacted and where somebody was told so at the first tap.
    told: Option<Id>,
    /// The door and the visit of which it is open when to come back.
    coming_back: Option<(Id, Id)>,
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

    /// Whether somebody was just told that this door shall not be contacted: their next tap is meant.
    pub fn warns_of(&self, door: Id) -> bool {
        self.told == Some(door)
    }

    /// Whether it is asked when to come back to this door.
    pub fn asks_when(&self, door: Id) -> bool {
        self.coming_back.is_some_and(|(at, _)| at == door)
    }

    /// The door where one stands: the one of which it is open when to come back, the one asked for, else the first that
    /// waits for a knock, else the first.
    pub fn here(&self, place: KnockPlace<'_>) -> Option<Id> {
        let street = place.street?;
        let wanted = self.coming_back.map(|(door, _)| door).into_iter().chain(place.asked);
        let asked = wanted.into_iter().find(|door| street.door(*door).is_some());
        let first = || street.walk(StreetWalk::UpAndDown).first().map(|door| door.id);
        asked.or_else(|| street.next(self.walk, None)).or_else(first)
    }

    /// What was shown for one door is put away.
    fn leave(&mut self) {
        (self.more, self.told, self.coming_back) = (false, None, None);
    }

    /// Something happened.
    pub fn on(&mut self, event: KnockEvent, place: KnockPlace<'_>) -> Vec<KnockAct> {
        let here = self.here(place);
        let walk = self.walk;
        let next = |after: Option<Id>| place.street.and_then(|street| street.next(walk, after));
        match (event, here) {
            (KnockEvent::Knocked(outcome), Some(door)) => {
                // A second tap while the first is on its way is the same tap.
                if self.waiting.contains(&door) {
                    return Vec::new();
                }
                let seen = place.standing(door);
                let avoided = seen.as_ref().is_some_and(|seen| seen.rest == Some(Rest::DoNotContact));
                if avoided && self.told.replace(door) != Some(door) {
                    return vec![KnockAct::Moved];
                }
                self.leave();
                self.waiting.push(door);
                vec![KnockAct::Write { door, outcome, seen }]
            }
            (KnockEvent::Answered { door, visit, outcome, answer, still }, _) => {
                self.waiting.retain(|waiting| *waiting != door);
                match answer {
                    KnockAnswer::Refused | KnockAnswer::Known => Vec::new(),
                    // Whoever has gone on is not moved, and their next tap is meant.
                    KnockAnswer::Written if !still => Vec::new(),
                    // The outcome is kept already, so nothing is lost if the tablet is closed in mid-sentence.
                    KnockAnswer::Written if outcome.key == TALKED => vec![KnockAct::Moved, KnockAct::Open(visit)],
                    KnockAnswer::Written if outcome.key == COME_BACK => {
                        self.coming_back = Some((door, visit));
                        vec![KnockAct::Moved]
                    }
                    KnockAnswer::Written => {
                        let next = next(Some(door)).map(KnockAct::StandAt);
                        [KnockAct::Moved].into_iter().chain(next).collect()
                    }
                }
            }
            (KnockEvent::ComeBack(when), _) => {
                let Some((door, visit)) = self.coming_back.take() else { return Vec::new() };
                let next = next(Some(door)).map(KnockAct::StandAt);
                [KnockAct::ComeBack { door, visit, when }, KnockAct::Moved].into_iter().chain(next).collect()
            }
            (KnockEvent::AnotherDay, _) => {
                self.coming_back.take().map(|(_, visit)| KnockAct::Open(visit)).into_iter().collect()
            }
            (KnockEvent::Next, _) => {
                self.leave();
                vec![next(here).map_or(KnockAct::NoNext, KnockAct::StandAt)]
            }
            (KnockEvent::StandAt(door), _) => {
                self.leave();
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

//! Staffing a hub, as a state machine without a screen: taps and the answers of the store go in; what to write comes
//! out. The tallies themselves are in the book alone.

use crate::model::handle::NumberField;
use crate::model::id::Id;

/// What happens while somebody staffs a hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyEvent<'a> {
    /// The time begins.
    Begin,
    /// One more, or one fewer, of those that are tallied in this field.
    Tallied(NumberField, i64),
    /// People took one of an item.
    Took(Id),
    /// One of an item that was taken is put back. These are the movements that took one, the latest last.
    PutBack(&'a [Id]),
    /// The answer to [`TallyAct::TakeBack`], whatever it was.
    Answered(Id),
    /// The time ends.
    End,
    /// The answer to [`TallyAct::Begin`] or [`TallyAct::End`], whatever it was.
    Done,
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyAct {
    /// Write down that the time begins. Answered with [`TallyEvent::Done`].
    Begin,
    /// Add to a tally.
    Add(NumberField, i64),
    /// Write down that one of an item was taken.
    TookOne(Id),
    /// Delete this movement. Answered with [`TallyEvent::Answered`].
    TakeBack(Id),
    /// Write down that the time ends. Answered with [`TallyEvent::Done`].
    End,
}

/// Somebody who staffs a hub.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The movements that are being deleted: a second tap deletes another one.
    going: Vec<Id>,
    /// Whether the store has yet to answer for the beginning or the end: until then, a second tap does nothing.
    turning: bool,
}

impl Tally {
    /// Something happened.
    pub fn on(&mut self, event: TallyEvent<'_>) -> Option<TallyAct> {
        match event {
            TallyEvent::Begin | TallyEvent::End if self.turning => None,
            TallyEvent::Begin => {
                self.turning = true;
                Some(TallyAct::Begin)
            }
            TallyEvent::End => {
                self.turning = true;
                Some(TallyAct::End)
            }
            TallyEvent::Done => {
                self.turning = false;
                None
            }
            TallyEvent::Tallied(field, by) => Some(TallyAct::Add(field, by)),
            TallyEvent::Took(item) => Some(TallyAct::TookOne(item)),
            TallyEvent::PutBack(taken) => {
                let last = *taken.iter().rev().find(|id| !self.going.contains(id))?;
                self.going.push(last);
                Some(TallyAct::TakeBack(last))
            }
            // Either it is deleted, or another tap may try again.
            TallyEvent::Answered(id) => {
                self.going.retain(|going| *going != id);
                None
            }
        }
    }
}

//! What happens while somebody counts, and what is to be done about it.

use crate::hubs::count::CountWalk;
use crate::model::id::Id;
use crate::model::typed::Typed;

/// What is known of the tables while something happens.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    /// The walk, as the book has it now.
    pub walk: &'a CountWalk,
    /// The place in the walk of the item with a code.
    pub place_of: &'a dyn Fn(&str) -> Option<usize>,
}

/// A key that was pressed, whatever has the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct PadKey {
    /// Its name, as browsers tell it.
    pub key: String,
    /// When, in milliseconds by the clock of such events.
    pub at_ms: f64,
    /// Whether it is held down.
    pub repeats: bool,
    /// Whether the number's field has the focus.
    pub in_field: bool,
}

/// What happens while somebody counts.
#[derive(Clone, Debug, PartialEq)]
pub enum CountEvent {
    /// The book has changed.
    Changed,
    /// A digit was tapped on the app's own keypad.
    Digit(char),
    /// The last digit was rubbed out on it.
    RubOut,
    /// One more, or one fewer.
    Step(i64),
    /// There are as many as expected.
    Same,
    /// This now stands in the field, typed on a keyboard or by a scanner.
    Typed(String),
    /// The field was left.
    Left,
    /// A key was pressed.
    Key(PadKey),
    /// The camera saw a barcode.
    Seen(String),
    /// So many items on, or back.
    Turn(isize),
    /// The number that was asked about is meant.
    Meant,
    /// To the item at this place of the walk; behind the last one, to the summary.
    StandAt(usize),
    /// The store has what was given under this ticket, or refused it.
    Kept {
        /// The ticket.
        ticket: u64,
        /// Whether it is in the book.
        ok: bool,
    },
    /// What was typed at an item could not be kept.
    TypedNotKept(Id),
    /// Nobody has typed for a moment.
    Paused,
    /// The page is hidden or left, or this tab may write again: whatever can be kept is kept now.
    Leaving,
    /// The walk is finished; what was typed and became no number goes.
    Finished,
}

/// What is to be done about it.
#[derive(Clone, Debug, PartialEq)]
pub enum CountAct {
    /// Write that so many of an item were found, or that it is not counted after all. Answered with [`CountEvent::Kept`].
    Keep {
        /// Names it in the answer.
        ticket: u64,
        /// The item.
        item: Id,
        /// How many; none where the number was rubbed out.
        amount: Option<i64>,
        /// The place of what was typed for it, which is emptied in the same transaction.
        typed: Option<String>,
    },
    /// Keep what is being typed at an item; nothing in it empties its place. Failing is answered with
    /// [`CountEvent::TypedNotKept`].
    KeepTyped(Id, Typed),
    /// Tell of [`CountEvent::Paused`] a moment from now, counted anew each time.
    Wait,
    /// Something else came under the finger.
    Moved,
    /// The field takes what is typed.
    Focus,
    /// The key does nothing else.
    Swallow,
    /// Say that no item here has this code.
    NoSuchCode(String),
}

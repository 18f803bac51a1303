//! What happens while somebody counts, and what is to be done about it.

use crate::hubs::count::CountWalk;
use crate::model::id::Id;
use crate::model::typed::Typed;

/// What is known of the tables at the time of an event.
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
    /// Its name, as browsers give it.
    pub key: String,
    /// When, in milliseconds by the clock of keyboard events.
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
    /// The field now holds this, typed on a keyboard or by a scanner.
    Typed(String),
    /// The field was left.
    Left,
    /// A key was pressed.
    Key(PadKey),
    /// The camera saw a barcode.
    Seen(String),
    /// Go on by this many items, or back.
    Turn(isize),
    /// The unlikely number is confirmed.
    Meant,
    /// Go to the item at this place in the walk; past the last one, to the summary.
    StandAt(usize),
    /// The store answered [`CountAct::Keep`].
    Kept {
        /// The ticket it was given with.
        ticket: u64,
        /// Whether it is in the book.
        ok: bool,
    },
    /// The text typed at an item could not be stored.
    TypedNotKept(Id),
    /// Nobody has typed for a moment.
    Paused,
    /// The page is hidden or left, or this tab may write again: store whatever can be stored.
    Leaving,
    /// The walk is finished, and typed text that became no number was dropped with it.
    Finished,
}

/// What is to be done about it.
#[derive(Clone, Debug, PartialEq)]
pub enum CountAct {
    /// Write that so many of an item were found, or that it is not counted after all. Answered with
    /// [`CountEvent::Kept`].
    Keep {
        /// Tells which number the answer is about.
        ticket: u64,
        /// The item.
        item: Id,
        /// How many; none if the number was erased.
        amount: Option<i64>,
        /// The place of what was typed for it, which is emptied in the same transaction.
        typed: Option<String>,
    },
    /// Store the text typed at an item; empty text clears its place. A failure is answered with
    /// [`CountEvent::TypedNotKept`].
    KeepTyped(Id, Typed),
    /// Send [`CountEvent::Paused`] in a moment. Each wait replaces the one before.
    Wait,
    /// Another item is shown where the finger is; taps meant for the one before must be ignored.
    Moved,
    /// Focus the field.
    Focus,
    /// Keep the key from doing what it usually does.
    Swallow,
    /// Say that no item here has this code.
    NoSuchCode(String),
}

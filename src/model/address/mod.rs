//! Street addresses as they stand in the lists people canvass from: read, matched, put in walking order.
//!
//! In reading order: words and their spelling, the [`Number`], the [`Street`], the [`Unit`], the [`Post`], and the
//! line that holds them all. A line is cut at its commas; the state and the ZIP code are taken off its end; then the
//! number stands at the start, the street ends at a suffix, and units and the town follow. Nothing is looked up in a
//! map, so an address need not exist, and nothing is ever refused: what has no place is kept as a remark, and the
//! original text is always kept.
//!
//! No crate fits: `address-parser` (0.1), small and pure Rust, drops the half of “12 1/2” and the floor of “2nd Floor”,
//! which makes one door of two, and overflows the stack on long text. `us_address_parser` (0.3) and `usaddress` (0.1)
//! bring regular expressions and lose parts of “37-12” or need a trained model; the others need libpostal, which is C.

mod before;
mod cardinal;
mod case;
mod cells;
pub mod fault;
mod likeness;
mod line;
mod natural;
mod number;
pub(crate) mod place;
mod post;
mod puerto_rico;
pub mod range;
mod spelling;
mod street;
#[cfg(test)]
pub(crate) mod tests;
mod token;
mod unit;
mod unit_kind;

pub use before::words_before;
pub use cardinal::cardinal;
pub use cells::{Cells, RowReader};
pub use fault::AddressFault;
pub use likeness::{Likeness, alike};
pub use number::{Fraction, Number, Second, Side};
pub use post::Post;
pub use range::expand_range;
pub use spelling::{Direction, Suffix, suffix};
pub use street::Street;
pub(crate) use street::name_key;
pub use unit::{Unit, UnitKind};

pub use natural::Natural;
use std::fmt;

/// An address in its parts, each written out. Parts that are not known are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What was read, as it stood.
    pub original: String,
    /// The urbanización, barrio or condominium of Puerto Rico, which tells streets of one name apart.
    pub area: String,
    /// The house number.
    pub number: Option<Number>,
    /// The street.
    pub street: Street,
    /// The way to the door within the house, from the outside in: building, floor, apartment.
    pub units: Vec<Unit>,
    /// A post office box or rural route.
    pub post: Option<Post>,
    /// The town.
    pub town: String,
    /// The two letters of the state.
    pub state: String,
    /// The ZIP code, five digits or five and four.
    pub zip: String,
    /// What found no place: the name of a building, “green house”.
    pub remark: String,
}

impl Address {
    /// Reads an address from one text of any form, in time linear in its length.
    pub fn parse(text: &str) -> Address {
        line::read(text, false)
    }

    /// Whether nothing was found that a door could be found by.
    pub fn is_blank(&self) -> bool {
        self.number.is_none() && self.street.is_empty() && self.post.is_none() && self.area.is_empty()
    }

    /// The side of the street.
    pub fn side(&self) -> Option<Side> {
        self.number.as_ref().map(Number::side)
    }

    /// The door and its place as one text, the same for every spelling and never the same for two doors.
    ///
    /// Only what is said counts: with a ZIP code and without one are two keys; see [`Address::likeness`] for that. A
    /// remark never counts.
    pub fn key(&self) -> String {
        format!("{}|{}|{}|{}", self.door_key(), name_key(&self.town), self.state.to_lowercase(), self.zip5())
    }

    /// The door without its town: for lists of one town, and for finding what to compare.
    pub fn door_key(&self) -> String {
        let number = self.number.as_ref().map(Number::key).unwrap_or_default();
        let units: Vec<String> = self.units.iter().map(Unit::key).collect();
        // Who has a door does not live in the box as well.
        let post = self.post.as_ref().filter(|_| self.number.is_none()).map(Post::to_string).unwrap_or_default();
        [number, self.street.key(), units.join("+"), name_key(&self.area), post.to_lowercase()].join("|")
    }

    /// Where the door stands in a walk: by street, number, then units. A key to sort by.
    pub fn walk(&self) -> Walk {
        Walk {
            town: Natural(name_key(&self.town)),
            street: Natural(self.street.key()),
            number: self.number.clone(),
            units: self.units.clone(),
            key: self.key(),
        }
    }

    /// Number, street and units without the town: “12 North Main Street, Apt 3”.
    pub fn street_line(&self) -> String {
        let number = self.number.as_ref().map(Number::to_string).unwrap_or_default();
        let door = [number, self.street.to_string()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let units = self.units.iter().map(Unit::to_string);
        let post = self.post.iter().map(Post::to_string);
        let parts = [self.area.clone(), door.join(" ")].into_iter().chain(units).chain(post);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn zip5(&self) -> &str {
        self.zip.split('-').next().unwrap_or_default()
    }
}

/// Where a door stands in a walk. Made by [`Address::walk`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Walk {
    town: Natural,
    street: Natural,
    number: Option<Number>,
    units: Vec<Unit>,
    key: String,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place =
            [&*self.state, &*self.zip].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let parts = [self.street_line(), self.town.clone(), place];
        f.write_str(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
    }
}

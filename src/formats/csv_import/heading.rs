//! Which lines of a file name its columns: under a title and a date, in two lines, or nowhere at all.
//!
//! What is taken for headings is said, and the person can choose another line.

mod cells;
pub mod lines;

pub use self::cells::{Looks, looks, words_of};
pub use self::lines::{find, lay};

/// Where the headings of a table stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The first line of them, counted in lines that are not blank, from 0. What stands above is a title.
    pub at: usize,
    /// How many lines they take; with none, the rows begin at once.
    pub lines: usize,
}

impl Heading {
    /// Every line is a row.
    pub const NONE: Heading = Heading { at: 0, lines: 0 };

    /// One line of headings.
    pub fn line(at: usize) -> Heading {
        Heading { at, lines: 1 }
    }

    /// Where the rows begin.
    pub fn rows(self) -> usize {
        self.at + self.lines
    }
}

#[cfg(test)]
mod tests;

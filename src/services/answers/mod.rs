//! “Where can I get food today?”: the three best answers, each with what speaks for it, and never more than is known.
//!
//! An answer is found by what was asked (a need, or words in either language) and by who asks, and stands in this order:
//! what fits the words best, what is open now or soonest, what can be reached without a car, what was verified lately, what
//! fits whoever asks. What nobody could verify twice is not offered at all; [`all_words`] tells of it.

mod asked;
mod entry;
mod kept;
mod listed;
mod ranking;
mod slips;
#[cfg(test)]
mod tests;

pub use self::asked::{Asked, Asks, asked};
pub use self::kept::Directory;
pub use self::listed::{Listed, as_it_stands, listed, listed_at};

use super::hours::{Clock, Standing};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use chrono::NaiveDate;

/// How many answers are given at most.
pub const BEST: usize = 3;

/// When a service was last verified, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// On which day.
    pub day: NaiveDate,
    /// By whom of the staff; nobody where a source says so.
    pub by: Option<Id>,
}

/// How a service fits whoever asks; `None` where nobody asked about it or nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Whether their language is spoken there.
    pub language: Option<bool>,
    /// Whether they need no documents there, which they do not have.
    pub documents: Option<bool>,
}

/// A service that may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The service.
    pub service: Id,
    /// At which of its further places; none at its own one.
    pub site: Option<Id>,
    /// Whether it is open.
    pub standing: Standing,
    /// Whether it can be reached without a car: it is said so, or it is by phone, online or at home.
    pub without_car: bool,
    /// When it was last verified, and by whom.
    pub verified: Option<Verified>,
    /// How it fits whoever asks.
    pub fit: Fit,
}

/// What is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The best ones, the best first: three, or as many as there are.
    pub best: Vec<Answer>,
    /// How many more there are.
    pub more: usize,
    /// How many would fit and are left out, since nobody could verify them twice.
    pub hidden: usize,
    /// As which needs the words were understood, by their keys.
    pub understood: Vec<&'static str>,
    /// As which needs of the team's own list.
    pub own: Vec<Id>,
}

/// The best answers to a question, now.
pub fn answers(book: &Book, index: &mut Index, asks: &Asks, clock: &Clock) -> Answers {
    index.kept_up(book, |directory: &mut Directory, _| directory.answers(book, asks, clock))
}

/// How old the word of a service is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The service.
    pub service: Id,
    /// When it was last verified, and by whom.
    pub verified: Option<Verified>,
    /// Whether nobody could verify it twice in a row, since anybody last did: it is in no answer.
    pub hidden: bool,
}

/// How old the word of each service is that is offered, in no order.
pub fn all_words(book: &Book, index: &mut Index) -> Vec<Word> {
    index.kept_up(book, |directory: &mut Directory, _| directory.words(book))
}

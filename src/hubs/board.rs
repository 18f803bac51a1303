//! The board of a hub: what hangs there, what to take down, and what is missing.

use super::kinds::hub::{HUB, fields as hub};
use super::kinds::posting::{POSTING, fields as posting};
use crate::model::book::Book;
use crate::model::field::Choice;
use crate::model::fold::fold;
use crate::model::handle::{PartsField, TextField};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::languages::LANGUAGES;
use crate::model::record::Record;
use crate::model::{date, order, show};
use chrono::NaiveDate;

/// Whether a posting hangs, and whether it should; the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostingState {
    /// It hangs, and has been over since this day.
    Stale(NaiveDate),
    /// It always belongs there, and does not hang.
    Missing,
    /// It hangs, and is worth reading until this day, if one is known.
    Up(Option<NaiveDate>),
    /// It was taken down.
    Down,
}

/// A posting on a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Posted {
    /// The posting.
    pub id: Id,
    /// What is posted.
    pub title: String,
    /// Whether it hangs.
    pub hangs: PostingState,
}

/// The board of a hub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// Everything that hangs there or should, the most pressing first; what was taken down is left out.
    pub posted: Vec<Posted>,
    /// The languages spoken there in which nothing hangs.
    pub unspoken: Vec<&'static Choice>,
}

impl Board {
    /// How many postings are to be taken down.
    pub fn stale(&self) -> usize {
        self.posted.iter().filter(|posted| matches!(posted.hangs, PostingState::Stale(_))).count()
    }
}

/// Whether a posting hangs on a day, and whether it should.
pub fn hangs(posting: &Record, today: NaiveDate) -> PostingState {
    let day = |field: TextField| field.of(posting).and_then(date::day);
    // It is over on the day it is to come down; an event, once its day has passed.
    let until = day(posting::UNTIL);
    let over = until.filter(|until| *until <= today).or_else(|| day(posting::EVENT_ON).filter(|event| *event < today));
    match (posting::DOWN.of(posting), over) {
        (true, _) if posting::PLANNED.of(posting) => PostingState::Missing,
        (true, _) => PostingState::Down,
        (false, Some(since)) => PostingState::Stale(since),
        (false, None) => PostingState::Up(until.or_else(|| day(posting::EVENT_ON))),
    }
}

/// The board of a hub on a day.
pub fn board(book: &Book, index: &mut Index, hub: Id, today: NaiveDate) -> Board {
    let records = index.linking_to(book, posting::HUB.path(), hub);
    let posted =
        |record: &&Record| Posted { id: record.id, title: show::title(&POSTING, record), hangs: hangs(record, today) };
    let mut postings: Vec<Posted> =
        records.iter().map(posted).filter(|posted| posted.hangs != PostingState::Down).collect();
    order::sort_by(&mut postings, |a, b| (a.hangs, fold(&a.title), a.id).cmp(&(b.hangs, fold(&b.title), b.id)));
    let speaks = |languages: PartsField, record: &Record, key: &str| {
        languages.of(record).is_some_and(|languages| languages.as_texts().any(|spoken| spoken == key))
    };
    let unspoken = |language: &&Choice| {
        let up = |record: &&Record| {
            matches!(hangs(record, today), PostingState::Up(_)) && speaks(posting::LANGUAGES, record, language.key)
        };
        book.alive(HUB.id, hub).is_some_and(|hub| speaks(hub::LANGUAGES, hub, language.key)) && !records.iter().any(up)
    };
    Board { unspoken: LANGUAGES.iter().filter(unspoken).collect(), posted: postings }
}

//! What the library and a partner asked of each other and gave, as counts and never as a score; and whom it owes thanks.

use super::ask::{ASK, PROMOTION, THEY_ASK, YES, fields as ask};
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::linking_to_all;
use crate::model::order::sort_by_key;
use crate::model::record::Record;
use crate::partners::PARTNER;
use chrono::NaiveDate;

/// For how many days a second ask is worth a thought.
const LATELY_DAYS: i64 = 30;

/// What the library and a partner asked of each other and gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GiveAndGet {
    /// How often the library asked.
    pub we_asked: usize,
    /// How often they gave what it asked for: they agreed.
    pub they_gave: usize,
    /// How often they asked.
    pub they_asked: usize,
    /// How often the library gave.
    pub we_gave: usize,
    /// The library’s last ask, if it was lately.
    pub lately: Option<Lately>,
}

/// An ask of the library that was made lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lately {
    /// How many days ago.
    pub days: i64,
    /// Who asked, where that is known.
    pub staff: Option<Id>,
    /// What for.
    pub what: String,
}

/// What was asked and given between the library and a partner, under any of its names.
pub fn give_and_get(book: &Book, index: &mut Index, partner: Id, today: NaiveDate) -> GiveAndGet {
    let mut sum = GiveAndGet::default();
    for record in linking_to_all(book, index, ask::PARTNER.path(), &PARTNER, partner) {
        let gave = usize::from(ask::ANSWER.of(record) == Some(YES));
        if ask::WHO_ASKS.of(record) == Some(THEY_ASK) {
            sum.they_asked += 1;
            sum.we_gave += gave;
            continue;
        }
        sum.we_asked += 1;
        sum.they_gave += gave;
        let asked_on = ask::ASKED_ON.of(record).and_then(date::day);
        // What was there on the day on which it was written down was no ask that anybody tires of.
        let asked_on = asked_on.filter(|day| ask::DELIVERED_ON.of(record).and_then(date::day) != Some(*day));
        let days = asked_on.map(|day| (today - day).num_days());
        let Some(days) = days.filter(|days| (0..=LATELY_DAYS).contains(days)) else { continue };
        if sum.lately.as_ref().is_none_or(|known| days < known.days) {
            let what = ask::WHAT.of(record).unwrap_or_default().to_owned();
            sum.lately = Some(Lately { days, staff: ask::STAFF.of(record), what });
        }
    }
    sum
}

/// How often the library and a partner agreed to spread the word for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// How often the partner agreed to.
    pub they: usize,
    /// How often the library did.
    pub we: usize,
}

/// How often the library and a partner, under any of its names, agreed to spread the word for each other.
pub fn spreading_the_word(book: &Book, index: &mut Index, partner: Id) -> Word {
    let mut word = Word::default();
    for record in linking_to_all(book, index, ask::PARTNER.path(), &PARTNER, partner) {
        if ask::KIND.of(record) != Some(PROMOTION) || ask::ANSWER.of(record) != Some(YES) {
            continue;
        }
        match ask::WHO_ASKS.of(record) {
            Some(THEY_ASK) => word.we += 1,
            _ => word.they += 1,
        }
    }
    word
}

/// Thanks that the library owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The ask.
    pub ask: Id,
    /// To whom.
    pub partner: Option<Id>,
    /// For what.
    pub what: String,
    /// Since when: the day on which it was done or delivered.
    pub since: NaiveDate,
}

/// What partners did for the library that nobody has thanked them for, the longest owed first.
pub fn thanks_owed(book: &Book) -> Vec<Owed> {
    let owed = |record: &Record| {
        let is_open = ask::WHO_ASKS.of(record) != Some(THEY_ASK) && ask::THANKED_ON.of(record).is_none();
        let since = ask::DELIVERED_ON.of(record).filter(|_| is_open).and_then(date::day)?;
        let what = ask::WHAT.of(record).unwrap_or_default().to_owned();
        Some(Owed { ask: record.id, partner: ask::PARTNER.of(record), what, since })
    };
    let mut all: Vec<Owed> = book.living(ASK.id).filter_map(|record| owed(record)).collect();
    sort_by_key(&mut all, |owed| (owed.since, owed.ask));
    all
}

//! Which worksheets there are, and which is meant for what.

use super::kinds::ready::{GATHERING, READY, ready};
use super::kinds::worksheet::{ABOUT_FIELD, EVENT, OWN, WORKSHEET};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::order;
use crate::model::questionnaire::Asking;
use crate::model::record::Record;

/// Every worksheet that can be filled in: the team's own, then those that come with the app.
pub fn forms(book: &Book) -> Vec<Asking> {
    OWN.all(book).into_iter().chain(READY.iter().map(Asking::from)).collect()
}

/// The worksheet known by this key: that of a ready-made one, or the identity of one of the team's.
pub fn form(book: &Book, key: &str) -> Option<Asking> {
    let own = key.parse().ok().and_then(|id| OWN.asking(book, id));
    own.or_else(|| ready(key).map(Asking::from))
}

/// What a worksheet is about, a key of [`super::kinds::worksheet::ABOUT`]; none where that was not said.
pub fn about(book: &Book, key: &str) -> Option<String> {
    match key.parse::<Id>() {
        Ok(id) => book.alive(WORKSHEET.id, id).and_then(|record| ABOUT_FIELD.of(&**record)).map(str::to_owned),
        Err(_) => (key == GATHERING).then(|| EVENT.to_owned()),
    }
}

/// The worksheet that an event is prepared with: the latest that the team made for it, or else the checklist that comes
/// with the app.
pub fn for_events(book: &Book) -> Option<Asking> {
    let mut own: Vec<&Record> = book.living(WORKSHEET.id).map(|record| &**record).collect();
    own.retain(|record| ABOUT_FIELD.of(*record) == Some(EVENT));
    order::sort_by_key(&mut own, |record| (record.begun(), record.id));
    // One without questions is still being made.
    let own = own.into_iter().rev().filter_map(|record| OWN.asking(book, record.id));
    let mut own = own.filter(|asking| !asking.questions.is_empty());
    own.next().or_else(|| ready(GATHERING).map(Asking::from))
}

/// Some of the questions of a worksheet, by their keys. It is the same worksheet: what was answered on all of it before
/// stands beside them.
pub fn part(asking: &Asking, keys: &[&str]) -> Asking {
    let questions = asking.questions.iter().filter(|asked| keys.contains(&&*asked.key)).cloned();
    Asking { questions: questions.collect(), ..asking.clone() }
}

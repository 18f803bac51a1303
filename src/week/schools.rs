//! “Reach out to”: whether a school is contacted for the first time or continues to be, as contacts that were logged tell;
//! and which schools were not heard from for the longest.

use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::linking_to_all;
use crate::model::{date, order, same_as};
use crate::partners::{CONTACT, PARTNER, Wary, contact_fields as contact, partner_fields as partner};
use chrono::NaiveDate;

/// The type of partners that are schools.
const SCHOOL: &str = "school";
/// How many schools are proposed.
const PROPOSED: usize = 3;
/// A school that was heard from so lately is not proposed.
const LATELY_DAYS: i64 = 60;

/// When a partner was contacted last, under any of its names; none where nobody ever did.
pub fn last_contact(book: &Book, index: &mut Index, of: Id) -> Option<NaiveDate> {
    let of = same_as::canonical(book, PARTNER.id, of);
    let contacts = linking_to_all(book, index, contact::PARTNER.path(), &PARTNER, of);
    contacts
        .into_iter()
        .filter_map(|record| CONTACT.happened().and_then(|field| record.text(field.key)))
        .filter_map(date::day_of)
        .max()
}

/// Whether somebody has contacted a partner before.
pub fn is_continuing(book: &Book, index: &mut Index, of: Id) -> bool {
    let of = same_as::canonical(book, PARTNER.id, of);
    !linking_to_all(book, index, contact::PARTNER.path(), &PARTNER, of).is_empty()
}

/// Schools to reach out to: those that nobody ever contacted, then those not heard from for the longest.
pub fn proposed(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Id> {
    let schools = book.living(PARTNER.id).filter(|record| {
        partner::TYPE.of(&***record) == Some(SCHOOL)
            && partner::STATUS.of(&***record) != Some("ended")
            && same_as::canonical(book, PARTNER.id, record.id) == record.id
    });
    let schools: Vec<Id> = schools.map(|record| record.id).collect();
    let wary = Wary::of(book);
    let schools: Vec<Id> = schools.into_iter().filter(|id| !wary.is(book, index, *id)).collect();
    let mut found: Vec<(Option<NaiveDate>, Id)> =
        schools.into_iter().map(|id| (last_contact(book, index, id), id)).collect();
    found.retain(|(last, _)| last.is_none_or(|last| (today - last).num_days() >= LATELY_DAYS));
    order::sort_by_key(&mut found, |one| *one);
    found.truncate(PROPOSED);
    found.into_iter().map(|(_, id)| id).collect()
}

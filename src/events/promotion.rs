//! Which partners should hear of an event, and why; who was told, and who told others.
//!
//! Whoever asked not to be contacted is never proposed and never written down as told, under whichever name the partner
//! stands: also where a record of it was deleted since, and where two tablets disagree about it. Nobody is ranked by a
//! number: proposals stand in the order of their first reason, which can be said aloud.

pub mod fits;
pub mod message;
pub mod standing;
pub mod words;

use self::fits::Terms;
use self::standing::{State, standings};
use super::kinds::choices::{CANCELED, HELD};
use super::kinds::event::{EVENT, fields as event};
use super::kinds::event_partner::fields as with;
use crate::asks;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::reach::{self, Maps, Reach};
use crate::model::record::Record;
use crate::model::{date, joins, order};
use crate::partners::{PARTNER, Wary, partner_fields as partner};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Why a partner should hear of an event. The order is that of the proposals: whoever has a reason that stands further
/// up comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Somebody noted it.
    Noted,
    /// They agreed to spread the word.
    Agreed,
    /// They shared so many other events of the library.
    Shared(usize),
    /// What they offer is a way to spread the word; in their words.
    Offers(String),
    /// They work on this event, in this capacity.
    TakesPart(String),
    /// What they would like, or want to achieve, is like this event; in their words.
    Wishes(String),
    /// They reach people who speak a language of this event, other than English.
    Language(String),
    /// They reach people of the age group it is meant for.
    Reaches(String),
    /// They pass news on.
    PassesOn,
    /// Their type of organization goes with the type of event.
    Type,
}

/// A partner that should hear of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Proposal {
    /// The partner, by the record that stands for it.
    pub partner: Id,
    /// Its name.
    pub name: String,
    /// Its type of organization, as it is stored.
    pub kind: Option<String>,
    /// Why, the strongest reason first; there is one at least.
    pub why: Vec<Why>,
    /// Where an e-mail reaches it.
    pub email: Option<String>,
    /// The number that takes its text messages, as a link has it.
    pub phone: Option<String>,
}

/// Whether there is still something to tell of an event: it was neither held nor canceled, and its day is not over.
pub fn is_ahead(record: &Record, today: NaiveDate) -> bool {
    let ends = event::ENDS.of(record).or(event::WHEN.of(record)).and_then(date::day_of);
    !matches!(event::STATUS.of(record), Some(HELD | CANCELED)) && ends.is_none_or(|day| day >= today)
}

/// The partners that should hear of an event and were not told yet, in the order of their first reason and then by name.
pub fn proposals(book: &Book, index: &mut Index, of: Id, today: NaiveDate) -> Vec<Proposal> {
    let Some(record) = book.alive(EVENT.id, of).filter(|record| is_ahead(record, today)) else { return Vec::new() };
    let terms = Terms::of(record);
    let joined = index.joined(book, &PARTNER);
    let known: BTreeMap<Id, State> =
        order::map(standings(book, index, of).into_iter().map(|standing| (standing.partner, standing.state)));
    let takes_part: BTreeMap<Id, String> =
        order::map(index.linking_to(book, with::EVENT.path(), of).into_iter().filter_map(|record| {
            Some((joined.shown(with::PARTNER.of(record)?), with::CAPACITY.of(record).unwrap_or_default().to_owned()))
        }));
    let wary = Wary::of(book);
    let mut found = Vec::new();
    for own in book.living(PARTNER.id).filter(|record| joined.shown(record.id) == record.id) {
        let id = own.id;
        let told = known.get(&id).is_some_and(|state| *state != State::Should);
        if told || wary.is(book, index, id) {
            continue;
        }
        let filled = joins::filled(book, index, &PARTNER, own);
        let shown = filled.as_ref().unwrap_or(own);
        if partner::STATUS.of(shown) == Some("ended") {
            continue;
        }
        let mut why = terms.why(shown);
        why.extend(known.get(&id).map(|_| Why::Noted));
        why.extend((asks::spreading_the_word(book, index, id).they > 0).then_some(Why::Agreed));
        let shared = standing::promoted(book, index, id).shared;
        why.extend((shared > 0).then_some(Why::Shared(shared)));
        why.extend(takes_part.get(&id).cloned().map(Why::TakesPart));
        if why.is_empty() {
            continue;
        }
        order::sort_by(&mut why, Why::cmp);
        let name = partner::NAME.of(shown).unwrap_or_default().to_owned();
        let kind = partner::TYPE.of(shown).map(str::to_owned);
        let Reached { email, phone } = Reached::of(shown);
        found.push(Proposal { partner: id, name, kind, why, email, phone });
    }
    let rank = |proposal: &Proposal| (proposal.why.first().map(Why::rank), fold(&proposal.name), proposal.partner);
    order::sort_by_key(&mut found, rank);
    found
}

impl Why {
    /// How far up it stands, whatever it says of the partner: who shared nine events does not stand above who shared one.
    fn rank(&self) -> u8 {
        match self {
            Why::Noted => 0,
            Why::Agreed => 1,
            Why::Shared(_) => 2,
            Why::Offers(_) => 3,
            Why::TakesPart(_) => 4,
            Why::Wishes(_) => 5,
            Why::Language(_) => 6,
            Why::Reaches(_) => 7,
            Why::PassesOn => 8,
            Why::Type => 9,
        }
    }
}

/// Where a message reaches a partner.
struct Reached {
    email: Option<String>,
    phone: Option<String>,
}

impl Reached {
    /// By the contact's own details first, and then by the main contact of the organization.
    fn of(record: &Record) -> Reached {
        let mut reached = Reached { email: None, phone: None };
        for of in [partner::CONTACT_EMAIL, partner::CONTACT_PHONE, partner::MAIN_CONTACT] {
            let (Some(field), Some(value)) = (PARTNER.field(of.key()), record.get(of.key())) else { continue };
            let words = value.as_text().unwrap_or_default();
            for piece in reach::pieces(field, value, words, Maps::default()) {
                match piece.to {
                    Some((Reach::Mail, to)) if reached.email.is_none() => {
                        reached.email = to.strip_prefix("mailto:").map(str::to_owned);
                    }
                    Some((Reach::Call, to)) if reached.phone.is_none() => {
                        reached.phone =
                            reach::text_message(&to).and_then(|(_, to)| to.strip_prefix("sms:").map(str::to_owned));
                    }
                    _ => {}
                }
            }
        }
        reached
    }
}

//! Where each partner stands with an event, and what a partner has shared so far.
//!
//! There is one record for an event and a partner, named after both, so that two tablets that tell the same partner make
//! one. What was written in another one, as by the form or for a twin that was joined since, counts with it: each partner
//! stands there once, as far as it went.

use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::promotion::{PROMOTION, SHARED, SHOULD, TOLD, fields as promotion};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::linking_to_all;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::partners::{PARTNER, Wary};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How far it went with a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It should hear of the event.
    Should,
    /// It was told.
    Told,
    /// It told others.
    Shared,
}

/// Where a partner stands with an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The partner, by the record that stands for it.
    pub partner: Id,
    /// The record that says so.
    pub record: Id,
    /// How far it went.
    pub state: State,
}

/// How a partner was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// One of [`TOLD_HOW`](crate::events::kinds::promotion::TOLD_HOW), where that is known.
    pub how: Option<&'static str>,
    /// Who told it.
    pub by: Option<Id>,
    /// On which day.
    pub on: NaiveDate,
}

/// What a partner did for the library's events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promoted {
    /// How many events it was told of; those it shared are among them.
    pub told: usize,
    /// How many it shared.
    pub shared: usize,
    /// The one it shared last.
    pub last: Option<Id>,
}

/// The identity of what is noted of an event and a partner.
pub fn id_of(event: Id, partner: Id) -> Id {
    derived_id(&format!("promotion {event} {partner}"))
}

fn state_of(record: &Record) -> State {
    match promotion::STATE.of(record) {
        Some(SHARED) => State::Shared,
        Some(TOLD) => State::Told,
        _ => State::Should,
    }
}

/// Where each partner stands with an event, in the order of their identities.
pub fn standings(book: &Book, index: &mut Index, of: Id) -> Vec<Standing> {
    let joined = index.joined(book, &PARTNER);
    let mut all: Vec<Standing> = index
        .linking_to(book, promotion::EVENT.path(), of)
        .into_iter()
        .filter_map(|record| {
            let partner = joined.shown(promotion::PARTNER.of(record)?);
            book.alive(PARTNER.id, partner)?;
            Some(Standing { partner, record: record.id, state: state_of(record) })
        })
        .collect();
    // Of several, that which went furthest.
    order::sort_by_key(&mut all, |one| (one.partner, std::cmp::Reverse(one.state), one.record));
    all.dedup_by_key(|one| one.partner);
    all
}

/// What to write so that these partners were told of an event, and how many that are. Who was told already, or asked not
/// to be contacted, is left as they are.
pub fn tell(book: &Book, index: &mut Index, of: Id, partners: &[Id], told: Told) -> (Vec<RecordWrite>, usize) {
    if book.alive(EVENT.id, of).is_none() {
        return (Vec::new(), 0);
    }
    let known: BTreeMap<Id, Standing> =
        order::map(standings(book, index, of).into_iter().map(|standing| (standing.partner, standing)));
    let joined = index.joined(book, &PARTNER);
    let wary = Wary::of(book);
    let mut rows: Vec<RecordWrite> = Vec::new();
    for partner in order::set(partners.iter().map(|id| joined.shown(*id))) {
        let standing = known.get(&partner);
        let done = standing.is_some_and(|standing| standing.state != State::Should);
        if done || book.alive(PARTNER.id, partner).is_none() || wary.is(book, index, partner) {
            continue;
        }
        let mut values = vec![promotion::STATE.is(TOLD), promotion::TOLD_ON.is(told.on.to_string())];
        values.extend(told.how.map(|how| promotion::TOLD_HOW.is(how)));
        values.extend(told.by.map(|by| promotion::TOLD_BY.is(by)));
        rows.push(written(of, partner, standing, values));
    }
    let count = rows.len();
    (rows, count)
}

/// What to write so that a partner shared an event. Nothing where that is noted already.
pub fn shared(book: &Book, index: &mut Index, of: Id, partner: Id, on: NaiveDate) -> Option<RecordWrite> {
    let partner = index.joined(book, &PARTNER).shown(partner);
    book.alive(EVENT.id, of).and(book.alive(PARTNER.id, partner))?;
    let known = standings(book, index, of).into_iter().find(|standing| standing.partner == partner);
    let done = known.as_ref().is_some_and(|known| known.state == State::Shared);
    let values = vec![promotion::STATE.is(SHARED), promotion::SHARED_ON.is(on.to_string())];
    (!done).then(|| written(of, partner, known.as_ref(), values))
}

/// What to write so that a partner should hear of an event, whatever the proposals say. Nothing where something is noted
/// already.
pub fn should(book: &Book, index: &mut Index, of: Id, partner: Id) -> Option<RecordWrite> {
    let partner = index.joined(book, &PARTNER).shown(partner);
    let known = standings(book, index, of).iter().any(|standing| standing.partner == partner);
    (!known).then(|| written(of, partner, None, vec![promotion::STATE.is(SHOULD)]))
}

fn written(of: Id, partner: Id, known: Option<&Standing>, mut values: Vec<(&'static str, Value)>) -> RecordWrite {
    let id = known.map_or_else(|| id_of(of, partner), |known| known.record);
    if known.is_none() {
        values.extend([promotion::EVENT.is(of), promotion::PARTNER.is(partner)]);
    }
    (PROMOTION.id, id, order::values(values))
}

/// What a partner, under any of its names, did for the library's events, each counted once.
pub fn promoted(book: &Book, index: &mut Index, partner: Id) -> Promoted {
    let mut events: BTreeMap<Id, (State, Option<NaiveDate>)> = BTreeMap::new();
    for record in linking_to_all(book, index, promotion::PARTNER.path(), &PARTNER, partner) {
        let Some(of) = promotion::EVENT.of(record).filter(|of| book.alive(EVENT.id, *of).is_some()) else { continue };
        let day = promotion::SHARED_ON.of(record).and_then(date::day);
        let known = events.entry(of).or_insert((State::Should, None));
        *known = (*known).max((state_of(record), day));
    }
    let when = |of: Id| book.alive(EVENT.id, of).and_then(|event| date::moment(event::WHEN.of(event)?));
    let shared = events.iter().filter(|(_, (state, _))| *state == State::Shared);
    let last = shared.clone().max_by_key(|(of, (_, day))| (*day, when(**of), **of)).map(|(of, _)| *of);
    let told = events.values().filter(|(state, _)| *state != State::Should).count();
    Promoted { told, shared: shared.count(), last }
}

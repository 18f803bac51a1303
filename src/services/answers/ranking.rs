//! Which answer is better, and why.

use super::asked::{Asked, Asks, OwnNeed};
use super::entry::{Entry, Place};
use super::slips::begins_like;
use super::{Answer, Fit};
use crate::model::date::local;
use crate::model::id::Id;
use crate::services::hours::{Clock, Standing, standing};

impl Fit {
    /// How well it fits, less is better: what is known to fit, then what nobody knows, then what does not.
    fn rank(self) -> u8 {
        let of = |fits: Option<bool>| match fits {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        };
        of(self.language) + of(self.documents)
    }
}

/// By what answers stand in order, each before the next.
pub(super) type Rank = (u8, i64, bool, i64, u8, i64, Id);

/// How well a service has what was asked for: 0 all words stand in it, 1 it has the need and all other words, 2 the need
/// alone; none otherwise.
pub(super) fn relevance(entry: &Entry, asked: &Asked, own: &[OwnNeed]) -> Option<u8> {
    let has_own = entry.own_need.is_some_and(|need| asked.own.contains(&need));
    let part_of = |id: &Id| own.iter().find(|need| need.id == *id).and_then(|need| need.part_of);
    let wider = || asked.own.iter().filter_map(part_of).any(|need| entry.needs.contains(&need));
    let own_part = || own.iter().find(|need| Some(need.id) == entry.own_need).and_then(|need| need.part_of);
    let has_need = || asked.needs.iter().any(|need| entry.needs.contains(need) || own_part() == Some(*need));
    let has_words = || asked.rest.iter().all(|word| has_word(entry, word));
    let no_need = asked.needs.is_empty() && asked.own.is_empty();
    let is_named = !asked.all.is_empty() && asked.all.iter().all(|word| entry.words.have(word));
    match () {
        () if asked.is_empty() => None,
        // A name may have the word of a need in it; the word alone makes none better than what helps with it.
        () if is_named => Some(if asked.rest.is_empty() { 1 } else { 0 }),
        () if no_need => has_words().then_some(0),
        () if has_own && has_words() => Some(1),
        () if has_need() => Some(if has_words() && asked.own.is_empty() { 1 } else { 2 }),
        () if has_own || wider() => Some(2),
        () => None,
    }
}

/// Whether a word stands in what is known of a service, or one that differs by a slip.
fn has_word(entry: &Entry, word: &str) -> bool {
    entry.words.have(word) || entry.words.as_str().split(' ').any(|known| begins_like(word, known))
}

/// A place of a service as an answer, with its rank; none where it is of no use to whoever asks.
pub(super) fn ranked(
    entry: &Entry,
    place: &Place,
    relevance: u8,
    asks: &Asks,
    clock: &Clock,
) -> Option<(Rank, Answer)> {
    let of_age = |age: i64| entry.ages.0.is_none_or(|min| min <= age) && entry.ages.1.is_none_or(|max| age <= max);
    if !asks.age.is_none_or(of_age) {
        return None;
    }
    let today = clock.today();
    let standing = standing(&place.hours, entry.verified.map(|verified| verified.day), clock);
    let days = entry.verified.map_or(i64::MAX, |verified| (today - verified.day).num_days());
    let speaks = |language: &String| entry.languages.contains(language);
    let fit = Fit {
        language: asks.language.as_ref().filter(|_| !entry.languages.is_empty()).map(speaks),
        documents: entry.no_documents.filter(|_| asks.no_documents),
    };
    let lately = match days {
        ..=30 => 0,
        31..=90 => 1,
        91..=180 => 2,
        _ => 3,
    };
    let rank = (relevance, wait(standing, clock), !place.without_car, lately, fit.rank(), days, entry.id);
    let verified = entry.verified;
    let answer =
        Answer { service: entry.id, site: place.site, standing, without_car: place.without_car, verified, fit };
    Some((rank, answer))
}

/// How long people may have to wait, in steps: open now, open later today, perhaps open, open in so many days.
fn wait(standing: Standing, clock: &Clock) -> i64 {
    match standing {
        Standing::Open { .. } => 0,
        Standing::Closed { opens: Some(opens) } => {
            match (local(opens, clock).date_naive() - clock.today()).num_days() {
                0 => 1,
                days => 2 + days,
            }
        }
        // Whoever calls may well be helped today.
        Standing::CallFirst(_) | Standing::ByAppointment => 2,
        Standing::Closed { opens: None } => 1_000,
    }
}

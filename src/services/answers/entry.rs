//! What an answer needs to know of a service, read from its records once.

use super::Verified;
use super::asked::{OwnNeed, understood};
use crate::model::book::Book;
use crate::model::date;
use crate::model::fold::Words;
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::services::hours::reading::read;
use crate::services::hours::{Hours, SameTime};
use crate::services::kinds::need::{NEED, fields as need};
use crate::services::kinds::organization::{ORGANIZATION, fields as organization};
use crate::services::kinds::service::{SERVICE, fields as service};
use crate::services::kinds::site::{SITE, fields as site};
use crate::services::kinds::verification::{NOT_REACHED, VERIFICATION, fields as verification};
use crate::services::needs::KNOWN;
use crate::services::public::public_address;
use chrono::NaiveDate;

/// After how many vain attempts in a row a service is in no answer any longer.
const VAIN: usize = 2;

/// One place of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The further place; none for its own one.
    pub site: Option<Id>,
    pub hours: Hours,
    pub without_car: bool,
}

/// What is known of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub id: Id,
    /// The organization that offers it.
    pub organization: Option<Id>,
    /// Names, what they offer, where: what words are looked for in.
    pub words: Words,
    /// The needs that come with the app, by their places among [`KNOWN`].
    pub needs: Vec<usize>,
    pub own_need: Option<Id>,
    /// Whether it is offered at all.
    pub offered: bool,
    pub places: Vec<Place>,
    pub verified: Option<Verified>,
    /// Whether nobody could verify it, twice in a row.
    pub hidden: bool,
    pub languages: Vec<String>,
    pub ages: (Option<i64>, Option<i64>),
    /// Whether they ask for no documents; `None` where nobody said.
    pub no_documents: Option<bool>,
}

impl Entry {
    /// What is known of a service, with its further places and what was learned of it.
    pub fn of(book: &Book, id: Id, sites: &[Id], checks: &[Id]) -> Option<Entry> {
        let record = book.alive(SERVICE.id, id)?;
        let organized = service::ORGANIZATION.of(record).and_then(|id| book.alive(ORGANIZATION.id, id));
        let own = service::NEED.of(record).and_then(|id| book.alive(NEED.id, id));
        let mut words: Vec<&str> = [service::NAME, service::NAME_ES, service::DESCRIPTION, service::ELIGIBILITY]
            .iter()
            .filter_map(|field| field.of(record))
            .collect();
        words.extend(organized.and_then(|record| organization::NAME.of(record)));
        words.extend([need::NAME, need::NAME_ES].iter().filter_map(|field| field.of(own?)));
        // Where it is can be asked for, unless it is a secret.
        let town = |record: &Record, hides: bool| {
            let town = record.get("address").and_then(|address| address.part("town")?.as_text().map(str::to_owned));
            town.filter(|_| !hides).unwrap_or_default()
        };
        let is_secret = |record: &Record| public_address(record).is_none();
        let further: Vec<_> = sites.iter().filter_map(|id| book.alive(SITE.id, *id)).collect();
        let mut all = words.join(" ");
        for record in std::iter::once(record).chain(further.iter().copied()) {
            all.push(' ');
            all.push_str(&town(record, is_secret(record)));
        }
        let has_way = |way: &str| texts(record, service::WAYS.key()).any(|known| known == way);
        let anywhere = ["phone", "online", "home"].into_iter().any(has_way);
        let meant = SameTime::said(service::MIDNIGHT.of(record));
        let mut places = vec![Place {
            site: None,
            hours: hours(record, meant),
            without_car: anywhere || service::WITHOUT_CAR.of(record),
        }];
        places.extend(further.iter().map(|record| Place {
            site: Some(record.id),
            hours: hours(record, meant),
            without_car: site::WITHOUT_CAR.of(*record),
        }));
        let (verified, hidden) = checked(book, record, checks);
        Some(Entry {
            id,
            organization: service::ORGANIZATION.of(record),
            needs: needs(record),
            own_need: own.map(|record| record.id),
            words: Words::of(&all),
            offered: service::STATUS.of(record).is_none_or(|status| status == "active"),
            places,
            verified,
            hidden,
            languages: texts(record, service::LANGUAGES.key()).map(str::to_owned).collect(),
            ages: (service::MIN_AGE.whole_of(record), service::MAX_AGE.whole_of(record)),
            no_documents: record.get(service::NO_DOCUMENTS.key()).and_then(Value::as_bool),
        })
    }
}

fn texts<'r>(record: &'r Record, key: &str) -> impl Iterator<Item = &'r str> {
    record.get(key).into_iter().flat_map(|value| value.as_texts())
}

/// The needs it helps with; where nobody said, those that its name speaks of.
fn needs(record: &Record) -> Vec<usize> {
    let place = |key: &str| KNOWN.iter().position(|need| need.key == key);
    let said: Vec<usize> = texts(record, service::NEEDS.key()).filter_map(place).collect();
    if said.is_empty() && texts(record, service::NEEDS.key()).next().is_none() {
        return understood(service::NAME.of(record).unwrap_or_default(), &[]).needs;
    }
    said
}

/// The hours of a service or place, cut to the days between which they are said to be good.
pub(super) fn hours(record: &Record, same_time: SameTime) -> Hours {
    let day = |key| record.text(key).and_then(date::day);
    let (from, to) = (day(site::HOURS_FROM.key()), day(site::HOURS_TO.key()));
    let mut hours = read(record.text(site::HOURS.key()).unwrap_or_default(), same_time);
    for schedule in &mut hours.regular {
        schedule.from = schedule.from.max(from);
        schedule.to = [schedule.to, to].into_iter().flatten().min();
    }
    hours
}

/// When it was last verified and by whom, and whether nobody could since, twice.
fn checked(book: &Book, record: &Record, checks: &[Id]) -> (Option<Verified>, bool) {
    let assured = service::ASSURED_ON.of(record).and_then(date::day);
    let mut verified = assured.map(|day| Verified { day, by: None });
    let mut vain: Vec<NaiveDate> = Vec::new();
    for check in checks.iter().filter_map(|id| book.alive(VERIFICATION.id, *id)) {
        let Some(day) = verification::WHEN.of(check).and_then(date::day_of) else { continue };
        match verification::RESULT.of(check) {
            Some(NOT_REACHED) => vain.push(day),
            Some(_) if verified.is_none_or(|known| known.day <= day) => {
                verified = Some(Verified { day, by: verification::STAFF.of(check) });
            }
            _ => {}
        }
    }
    // Two calls on one day are one attempt.
    vain.retain(|day| verified.is_none_or(|known| known.day < *day));
    vain.sort_unstable();
    vain.dedup();
    (verified, vain.len() >= VAIN)
}

/// The needs of the team's own list.
pub(super) fn own_needs(book: &Book) -> Vec<OwnNeed> {
    let own = book.living(NEED.id).map(|record| {
        let names = [need::NAME, need::NAME_ES, need::WORDS, need::WORDS_ES];
        let words = names.iter().filter_map(|field| field.of(record)).flat_map(|words| words.split(','));
        let words = words.map(|word| Words::of(word).as_str().to_owned()).filter(|word| !word.is_empty());
        let part_of = need::PART_OF.of(record).and_then(|key| KNOWN.iter().position(|need| need.key == key));
        OwnNeed { id: record.id, part_of, words: words.collect() }
    });
    own.collect()
}

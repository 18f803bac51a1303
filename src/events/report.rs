//! What the events of a year add up to: what the annual survey asks for, what the library counts beyond it, and where,
//! for whom and with whom it was.
//!
//! Everything follows from the events whenever it is shown. Only what was held is counted; what is left open is said, so
//! that nobody takes a sum for more than it is.

mod survey;
pub mod words;

pub use survey::{Line, lines, rows};

use super::counting::rules::{ALL, Rules, SURVEY};
use super::counting::totals::{Sum, Totals, totals};
use super::counting::{came, standing};
use super::kinds::choices::{CANCELED, HELD};
use super::kinds::event::{EVENT, fields as event};
use super::kinds::event_partner::{EVENT_PARTNER, fields as with};
use super::kinds::event_staff::{EVENT_STAFF, fields as staffed};
use super::kinds::promotion::{PROMOTION, SHARED, fields as promotion};
use crate::model::book::Book;
use crate::model::date;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::library::{LIBRARY, fields as library};
use crate::model::order::{self, sort_by_key};
use crate::model::record::Record;
use crate::partners::PARTNER;
use crate::work::library::library_id;
use chrono::{Datelike, Months, NaiveDate};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The rules that the library’s annual survey follows, as the library says itself.
pub fn rules_here(book: &Book) -> &'static Rules {
    let said = book.alive(LIBRARY.id, library_id()).and_then(|record| library::SURVEY_YEAR.of(record));
    ALL.iter().find(|(key, _)| Some(*key) == said).map_or(&SURVEY, |(_, rules)| rules)
}

/// The first and the last day of the survey’s year in which a day lies, or of one that many years later.
pub fn year(rules: &Rules, day: NaiveDate, later: i32) -> Option<(NaiveDate, NaiveDate)> {
    let began = if day.month() < rules.year_begins { day.year() - 1 } else { day.year() };
    let first = NaiveDate::from_ymd_opt(began.checked_add(later)?, rules.year_begins, 1)?;
    Some((first, first.checked_add_months(Months::new(12))?.pred_opt()?))
}

/// Events and participants by something, the most events first; under `None` those that do not say it.
pub type By<K> = Vec<(Option<K>, Sum)>;

/// What the events of some days add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What the survey asks for, and what it does not count.
    pub totals: Totals,
    /// By the key of their type.
    pub by_type: By<String>,
    /// By the key of the age group they were planned for.
    pub by_audience: By<String>,
    /// By where they were, in the words of the latest event there.
    pub by_place: By<String>,
    /// By partner; an event with several counts for each, and one without any is left out.
    pub by_partner: By<Id>,
    /// By partner that shared them; an event that several shared counts for each.
    pub by_promoter: By<Id>,
    /// Those that any partner shared.
    pub promoted: Sum,
    /// Those with minutes of staff and a number of participants.
    pub staffed: Sum,
    /// The minutes of staff for those.
    pub minutes: f64,
    /// Those that were held and need an answer before it is known what they count as, the latest first.
    pub undecided: Vec<Id>,
    /// How many are over by their day and neither held nor canceled.
    pub not_closed: u64,
}

impl Report {
    /// Every event that was held.
    pub fn held(&self) -> u64 {
        let Totals { sessions, recordings, outreach, open, .. } = &self.totals;
        [sessions, recordings, outreach, open].iter().map(|sum| sum.events).sum()
    }

    /// Of how many of them nobody knows how many took part.
    pub fn unknown(&self) -> u64 {
        let Totals { sessions, recordings, outreach, open, .. } = &self.totals;
        [sessions, recordings, outreach, open].iter().map(|sum| sum.unknown).sum()
    }

    /// How many took part for each hour of staff.
    pub fn per_hour(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "people are far fewer than a float can count")]
        let people = self.staffed.people as f64;
        (self.minutes > 0.0).then(|| people * 60.0 / self.minutes)
    }
}

/// What the events from one day to another, both included, add up to; `today` tells which of them are over. `title_of`
/// tells what a linked record is called.
pub fn report(
    book: &Book,
    index: &mut Index,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
    title_of: &dyn Fn(&str, Id) -> Option<String>,
) -> Report {
    let rules = rules_here(book);
    let on = |record: &Record| event::WHEN.of(record).and_then(date::day_of).filter(|day| (from..=to).contains(day));
    let mut dated: Vec<(NaiveDate, &Record)> = Vec::new();
    for record in book.living(EVENT.id) {
        dated.extend(on(record).map(|day| (day, &**record)));
    }
    sort_by_key(&mut dated, |(day, record)| (*day, record.id));
    let is = |record: &Record, status: &str| event::STATUS.of(record) == Some(status);
    let over = dated.iter().filter(|(day, record)| *day < today && !is(record, HELD) && !is(record, CANCELED));
    let not_closed = over.count() as u64;
    let held: Vec<&Record> = dated.into_iter().map(|(_, record)| record).filter(|record| is(record, HELD)).collect();
    let undecided = held.iter().rev().filter(|record| standing(rules, **record).counts.is_none());
    let undecided = undecided.map(|record| record.id).collect();

    let (mut types, mut audiences, mut places) = (Sums::default(), Sums::default(), Sums::default());
    let mut spelled: HashMap<String, String> = HashMap::new();
    let mut came_of: HashMap<Id, Option<i64>> = HashMap::new();
    for record in &held {
        let came = came(*record);
        came_of.insert(record.id, came);
        types.add(event::TYPE.of(*record).map(str::to_owned), came);
        audiences.add(event::AUDIENCE.of(*record).map(str::to_owned), came);
        let said = event::LOCATION.of(*record).map(str::trim).filter(|said| !said.is_empty()).map(str::to_owned);
        let place = said.or_else(|| title_of("hub", event::HUB.of(*record)?));
        let key = place.as_deref().map(fold);
        if let Some((key, place)) = key.clone().zip(place) {
            spelled.insert(key, place);
        }
        places.add(key, came);
    }
    let by_place = places.sorted().into_iter();
    let by_place = by_place.map(|(key, sum)| (key.and_then(|key| spelled.get(&key).cloned()), sum)).collect();

    let (staffed, minutes) = staff(book, &came_of);
    let noted = book.living(EVENT_PARTNER.id).map(|record| (with::EVENT.of(record), with::PARTNER.of(record)));
    let together = pairs(book, index, &came_of, noted);
    let shared = book.living(PROMOTION.id).filter(|record| promotion::STATE.of(record) == Some(SHARED));
    let shared = shared.map(|record| (promotion::EVENT.of(record), promotion::PARTNER.of(record)));
    let shared = pairs(book, index, &came_of, shared);
    Report {
        totals: totals(rules, held.iter().copied()),
        by_type: types.sorted(),
        by_audience: audiences.sorted(),
        by_place,
        by_partner: by_partner(&came_of, &together),
        by_promoter: by_partner(&came_of, &shared),
        promoted: of_all(&came_of, &shared),
        staffed,
        minutes,
        undecided,
        not_closed,
    }
}

/// The events with minutes of staff and a number of participants, and those minutes.
fn staff(book: &Book, came_of: &HashMap<Id, Option<i64>>) -> (Sum, f64) {
    let mut minutes: BTreeMap<Id, f64> = BTreeMap::new();
    for record in book.living(EVENT_STAFF.id) {
        if let Some((event, spent)) = staffed::EVENT.of(record).zip(staffed::MINUTES.of(record)) {
            *minutes.entry(event).or_default() += spent;
        }
    }
    let (mut sum, mut spent) = (Sum::default(), 0.0);
    for (event, minutes) in minutes {
        if let Some(Some(came)) = came_of.get(&event).filter(|_| minutes > 0.0) {
            sum.add(Some(*came));
            spent += minutes;
        }
    }
    (sum, spent)
}

/// The events among these and their partners, each pair once; of partners those that are shown for what was noted.
fn pairs(
    book: &Book,
    index: &mut Index,
    came_of: &HashMap<Id, Option<i64>>,
    noted: impl Iterator<Item = (Option<Id>, Option<Id>)>,
) -> BTreeSet<(Id, Id)> {
    let joined = index.joined(book, &PARTNER);
    let mut pairs = BTreeSet::new();
    for (event, partner) in noted {
        let held = event.filter(|event| came_of.contains_key(event));
        pairs.extend(held.zip(partner.map(|partner| joined.shown(partner))));
    }
    pairs
}

fn by_partner(came_of: &HashMap<Id, Option<i64>>, pairs: &BTreeSet<(Id, Id)>) -> By<Id> {
    let mut sums = Sums::default();
    for (event, partner) in pairs {
        sums.add(Some(*partner), came_of.get(event).copied().flatten());
    }
    sums.sorted()
}

/// Each event once.
fn of_all(came_of: &HashMap<Id, Option<i64>>, pairs: &BTreeSet<(Id, Id)>) -> Sum {
    let mut sum = Sum::default();
    for event in order::set(pairs.iter().map(|(event, _)| *event)) {
        sum.add(came_of.get(&event).copied().flatten());
    }
    sum
}

/// Sums by something.
struct Sums<K>(BTreeMap<Option<K>, Sum>);

impl<K> Default for Sums<K> {
    fn default() -> Sums<K> {
        Sums(BTreeMap::new())
    }
}

impl<K: Ord + Clone> Sums<K> {
    fn add(&mut self, key: Option<K>, came: Option<i64>) {
        self.0.entry(key).or_default().add(came);
    }

    /// The most events first, and what is not said last.
    fn sorted(self) -> By<K> {
        let mut all: By<K> = self.0.into_iter().collect();
        sort_by_key(&mut all, |(key, sum)| (key.is_none(), Reverse(sum.events), Reverse(sum.people), key.clone()));
        all
    }
}

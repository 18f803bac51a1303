//! Self-assessments over time: which there are, where somebody stood and stands, and what shows it. Each function is asked
//! by the one person whose they are, and finds nothing of anybody else's.

use super::kinds::{
    ASSESSMENT, ASSESSMENT_POINT, EVIDENCE, LEVELS, assessment_fields as assessment, evidence_fields as evidence,
    point_fields as point,
};
use super::list::Competency;
use crate::events::{EVENT, HELD, event_fields as event, event_staff_fields as event_staff};
use crate::interviews::{INTERVIEW, NOTES, held, interview_fields as interview};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::partners::{PARTNER, partner_fields as partner};
use crate::work::consent::{Consents, Grant};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many records are proposed as evidence at once.
pub const PROPOSED: usize = 12;

/// What somebody's self-assessments are, the latest first.
pub fn assessments(book: &Book, who: Id) -> Vec<&Record> {
    let mut all: Vec<&Record> = book.living(ASSESSMENT.id).map(|record| &**record).collect();
    all.retain(|record| assessment::WHO.of(*record) == Some(who));
    order::sort_by_key(&mut all, |record| Reverse((day(record), record.begun(), record.id)));
    all
}

/// The day of a self-assessment.
pub fn day(record: &Record) -> Option<NaiveDate> {
    assessment::ON.of(record).and_then(date::day)
}

/// The self-assessment of somebody at a day, and what to write so that it begins: the same on two tablets.
pub fn begin(who: Id, today: NaiveDate) -> (Id, RecordWrite) {
    let id = derived_id(&format!("assessment {who} {today}"));
    let values = [assessment::ON.is(today.to_string()), assessment::WHO.is(who)];
    (id, (ASSESSMENT.id, id, order::values(values)))
}

/// The record of a point in a self-assessment: the same on every tablet.
pub fn point_id(assessment: Id, key: &str) -> Id {
    derived_id(&format!("assessment_point {assessment} {key}"))
}

/// What the record of a point holds beside what is said of it.
pub fn named(assessment: Id, who: Id, key: &str) -> Vec<(&'static str, Value)> {
    vec![point::POINT.is(key), point::ASSESSMENT.is(assessment), point::WHO.is(who)]
}

/// What to write of a point.
pub fn said(assessment: Id, who: Id, key: &str, what: (&'static str, Value)) -> RecordWrite {
    let values = order::values(named(assessment, who, key).into_iter().chain([what]));
    (ASSESSMENT_POINT.id, point_id(assessment, key), values)
}

/// Where somebody stood with a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Stood {
    /// On which day.
    pub day: Option<NaiveDate>,
    /// Where.
    pub level: Option<&'static Choice>,
    /// What showed it.
    pub shows: String,
    /// What was to come next.
    pub next: String,
}

/// Where somebody stood before a self-assessment, by the keys of the points, the latest first.
pub fn earlier(book: &Book, index: &mut Index, who: Id, now: Id) -> BTreeMap<String, Vec<Stood>> {
    let mut stood: BTreeMap<String, Vec<Stood>> = BTreeMap::new();
    let before = assessments(book, who).into_iter().skip_while(|record| record.id != now).skip(1);
    for assessed in before {
        for record in index.linking_to(book, point::ASSESSMENT.path(), assessed.id) {
            let text = |words: Option<&str>| words.unwrap_or_default().trim().to_owned();
            let one = Stood {
                day: day(assessed),
                level: level(record),
                shows: text(point::SHOWS.of(record)),
                next: text(point::NEXT.of(record)),
            };
            if one.level.is_some() || !one.shows.is_empty() || !one.next.is_empty() {
                stood.entry(text(point::POINT.of(record))).or_default().push(one);
            }
        }
    }
    stood
}

/// Where somebody says that they stand, in the record of a point.
pub fn level(record: &Record) -> Option<&'static Choice> {
    let key = point::LEVEL.of(record)?;
    LEVELS.iter().find(|choice| choice.key == key)
}

/// How many points of a competency say where somebody stands.
pub fn answered(book: &Book, assessment: Id, competency: &Competency) -> usize {
    let at = |at: usize| book.alive(ASSESSMENT_POINT.id, point_id(assessment, &competency.point_key(at)));
    (0..competency.points.len()).filter(|place| at(*place).is_some_and(|record| level(record).is_some())).count()
}

/// The kinds of records that can show something, by the link to them.
static SHOWS: &[(&str, LinkField)] =
    &[(EVENT.id, evidence::EVENT), (INTERVIEW.id, evidence::INTERVIEW), (PARTNER.id, evidence::PARTNER)];

/// A record that shows, or may show, where somebody stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its kind.
    pub kind: &'static str,
    /// The record.
    pub id: Id,
    /// When it was; none for what lasts, such as a partner.
    pub day: Option<NaiveDate>,
}

/// What is proposed as evidence for a competency: events that this person led or took part in, interviews that they held
/// and whose people agreed to that being noted, and partners that they look after. The likeliest first, then the latest.
pub fn proposed(book: &Book, index: &mut Index, who: Id, competency: &Competency) -> Vec<Shown> {
    let day = |when: Option<&str>| when.and_then(date::moment).map(|moment| moment.date_naive());
    let mut all = Vec::new();
    let took_part = index.linking_to(book, event_staff::STAFF.path(), who);
    let took_part: Vec<Id> = took_part.into_iter().filter_map(|record| event_staff::EVENT.of(record)).collect();
    for record in book.living(EVENT.id) {
        let own = event::LEAD.of(&**record) == Some(who) || took_part.contains(&record.id);
        if own && event::STATUS.of(&**record) == Some(HELD) {
            all.push(Shown { kind: EVENT.id, id: record.id, day: day(event::WHEN.of(&**record)) });
        }
    }
    let consents = Consents::of(book);
    for record in held(book).into_iter().filter(|record| interview::STAFF.of(*record) == Some(who)) {
        let id = record.id.to_string();
        let agreed = consents.among(|key| (key == evidence::INTERVIEW.key()).then_some(&*id), NOTES);
        if agreed == Grant::Given {
            all.push(Shown { kind: INTERVIEW.id, id: record.id, day: day(interview::WHEN.of(record)) });
        }
    }
    for record in book.living(PARTNER.id) {
        if partner::STAFF.of(&**record) == Some(who) && partner::STATUS.of(&**record) == Some("active") {
            all.push(Shown { kind: PARTNER.id, id: record.id, day: None });
        }
    }
    let place = |kind: &str| competency.shown_by.iter().position(|known| *known == kind).unwrap_or(usize::MAX);
    order::sort_by_key(&mut all, |shown| (place(shown.kind), Reverse(shown.day), shown.id));
    all
}

/// The record of evidence: the same on every tablet.
fn evidence_id(of: Id, shown: Id) -> Id {
    derived_id(&format!("evidence {of} {shown}"))
}

/// What was chosen to show a point, with the record that says so; what is not there is left out.
pub fn chosen(book: &Book, index: &mut Index, of: Id) -> Vec<(Id, Shown)> {
    let shown = |record: &Record| {
        let (kind, id) = SHOWS.iter().find_map(|(kind, link)| Some((*kind, link.of(record)?)))?;
        book.alive(kind, id).map(|_| (record.id, Shown { kind, id, day: None }))
    };
    let all = index.linking_to(book, evidence::POINT.path(), of);
    let mut all: Vec<(Id, Shown)> = all.into_iter().filter_map(shown).collect();
    order::sort_by_key(&mut all, |(id, _)| *id);
    all
}

/// What to write so that a record shows a point; nothing for a kind that shows nothing.
pub fn choose(of: Id, who: Id, shown: &Shown) -> Option<RecordWrite> {
    let (_, link) = SHOWS.iter().find(|(kind, _)| *kind == shown.kind)?;
    let values = [evidence::OF.is(shown.kind), evidence::POINT.is(of), evidence::WHO.is(who), link.is(shown.id)];
    Some((EVIDENCE.id, evidence_id(of, shown.id), order::values(values)))
}

//! What one tap notes of somebody who asked for help: the hour, the need, the language, where they asked and what was
//! offered.
//!
//! What they said is never kept, since it may hold a name: words count only as the need of the list that they mean, and
//! where they mean none as “other”. The moment is kept to the hour, so that a referral cannot be laid beside the visit at
//! whose door it was noted.

use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Lang, Text};
use crate::model::value::Value;
use crate::services::answers::{Answers, Asks};
use crate::services::kinds::need::{NEED, fields as own};
use crate::services::kinds::referral::{CHANNELS, NOTHING_KNOWN, NOTHING_OPEN, OFFERED_SERVICES, REFERRAL, fields};
use crate::services::needs::NEEDS;
use chrono::Timelike;
use std::collections::BTreeMap;

/// The need that stands for all that is in no list.
pub const OTHER: &str = "other";

/// What is needed, as a referral keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The key of a need that comes with the app.
    pub key: &'static str,
    /// The need of the team's own list.
    pub own: Option<Id>,
}

impl Need {
    /// What it is called.
    pub fn label(&self) -> Text {
        choice(NEEDS, self.key).map_or(Text::NONE, |need| need.label)
    }
}

/// Who asked, as far as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// What they need.
    pub need: Need,
    /// Where they asked, by its key.
    pub channel: &'static str,
    /// The language they speak, by its key.
    pub language: Option<String>,
}

/// What they were offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// This service.
    Service(Id),
    /// Nothing: what is known is not open or does not fit.
    NothingOpen,
    /// Nothing, since nothing is known for it.
    NothingKnown,
}

/// The choice with this key.
pub fn choice(choices: &'static [Choice], key: &str) -> Option<&'static Choice> {
    choices.iter().find(|choice| choice.key == key)
}

/// Whether an answer to some question is a need of the list: by its key, and by its words, since other questions have
/// answers with the same keys.
pub fn is_need(key: &str, english: &str) -> bool {
    choice(NEEDS, key).is_some_and(|need| need.label.en == english)
}

/// Where somebody asks at the present: a channel that is known, or else the desk.
pub fn channel(key: Option<&str>) -> &'static str {
    let known = key.and_then(|key| choice(CHANNELS, key)).or(CHANNELS.first());
    known.map_or("", |channel| channel.key)
}

/// The need that was asked for: the one that was tapped, or else what the words mean.
pub fn need(book: &Book, asks: &Asks, answers: &Answers) -> Need {
    let tapped = asks.need.as_deref().and_then(|key| choice(NEEDS, key));
    let own_one = asks.own_need.or_else(|| answers.own.first().copied());
    if let (None, Some(id)) = (tapped, own_one) {
        let part_of = book.alive(NEED.id, id).and_then(|record| own::PART_OF.of(record));
        let key = part_of.and_then(|key| choice(NEEDS, key)).map_or(OTHER, |need| need.key);
        return Need { key, own: Some(id) };
    }
    let key = tapped.map(|need| need.key).or(answers.understood.first().copied());
    Need { key: key.unwrap_or(OTHER), own: None }
}

/// What is written of somebody who asked.
pub fn referral(id: Id, asker: &Asker, offered: Offered, now: Now) -> RecordWrite {
    let (said, service) = match offered {
        Offered::Service(service) => (OFFERED_SERVICES, Some(service)),
        Offered::NothingOpen => (NOTHING_OPEN, None),
        Offered::NothingKnown => (NOTHING_KNOWN, None),
    };
    let mut values = vec![
        fields::NEED.is(asker.need.key),
        fields::WHEN.is(hour(now)),
        fields::CHANNEL.is(asker.channel),
        fields::OFFERED.is(said),
    ];
    values.extend(asker.need.own.map(|own| fields::OWN_NEED.is(own)));
    values.extend(asker.language.as_ref().map(|language| fields::LANGUAGE.is(language.clone())));
    values.extend(service.map(|service| fields::SERVICE.is(service)));
    (REFERRAL.id, id, order::values(values))
}

/// The hour that has begun, as it is stored.
fn hour(now: Now) -> String {
    let moment = now.moment();
    date::stored(moment.with_minute(0).and_then(|hour| hour.with_second(0)).unwrap_or(moment))
}

/// Whether a referral names a service.
pub fn names(referral: &Record, service: Id) -> bool {
    fields::SERVICES.iter().any(|field| field.of(referral) == Some(service))
}

/// What to set in a referral where the same person is offered one more service; nothing where it is named already or
/// three are.
pub fn one_more(referral: &Record, service: Id) -> BTreeMap<String, Value> {
    if names(referral, service) {
        return BTreeMap::new();
    }
    let free = fields::SERVICES.iter().find(|field| field.of(referral).is_none());
    order::values(free.map(|field| [field.is(service), fields::OFFERED.is(OFFERED_SERVICES)]).into_iter().flatten())
}

/// What to set once somebody was called back.
pub fn helped(answer: &'static str) -> [(&'static str, Value); 3] {
    [fields::CALL_BACK.is(true), fields::CALL_BACK_DONE.is(true), fields::HELPED.is(answer)]
}

/// What a referral is called in a list, for it has no title: what was needed.
pub fn named(record: &Record, lang: Lang) -> Option<String> {
    let need = fields::NEED.of(record)?;
    choice(NEEDS, need).map(|need| need.label.get(lang).to_owned())
}

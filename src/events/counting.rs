//! Whether an event counts for the annual survey, and as what: rules over what was answered of it.
//!
//! The rules stand in one table ([`rules`]) with where they come from, so that what a state asks otherwise is data. Nothing
//! here is stored: the answer follows from the event whenever it is shown. What the state does not count, the library does.

pub mod rules;
pub mod totals;

use super::kinds::choices::{AS_OUTREACH, AS_SESSION, CANCELED, HELD, NOT_COUNTED};
use super::kinds::event::{EVENT, fields as event};
use crate::model::handle::{HoldsValues, YesNoField};
use crate::model::text::Text;
use crate::model::value::Value;
use rules::{Rule, Rules};

/// What is asked once of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether the library gives staff time or money.
    Gives,
    /// Whether it is planned for a group.
    ForGroup,
    /// Whether it is at a set time.
    SetTime,
}

impl Question {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Question; 3] = [Question::Gives, Question::ForGroup, Question::SetTime];

    /// The field with its answer.
    pub const fn field(self) -> YesNoField {
        match self {
            Question::Gives => event::GIVES,
            Question::ForGroup => event::FOR_GROUP,
            Question::SetTime => event::SET_TIME,
        }
    }

    /// The question in words.
    pub fn words(self) -> Text {
        EVENT.label(self.field().key())
    }

    /// What was answered, if anything.
    fn answer<V: HoldsValues + ?Sized>(self, event: &V) -> Option<bool> {
        event.value_of(self.field().key()).and_then(Value::as_bool)
    }
}

/// As what an event counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// A program session of the annual survey.
    Session,
    /// By the views of its recording within 30 days, and as no session.
    Views,
    /// Outreach that the library counts and the annual survey does not.
    Outreach,
    /// Not at all: it does not take place.
    Nothing,
}

/// Where a session counts. A hybrid one counts once, where it is held in person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// At the library.
    OnSite,
    /// Elsewhere.
    OffSite,
    /// Online alone.
    Virtual,
}

/// What follows from what is known of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// As what it counts; `None` while the questions in `open` are not answered.
    pub counts: Option<Counts>,
    /// The rule that says so, also where a person says otherwise.
    pub rule: Option<&'static Rule>,
    /// The reason of whoever says that it counts otherwise than by the rule.
    pub overruled: Option<String>,
    /// What has to be answered before a rule fits.
    pub open: Vec<Question>,
    /// Where it counts as a session; `None` where that is not said yet.
    pub place: Option<Where>,
    /// Whether people take part both in person and online.
    pub hybrid: bool,
    /// In which format it is held, as the key of its answer.
    pub format: Option<String>,
    /// For which age group it is meant, as the key of its answer.
    pub group: Option<String>,
    /// Whether it was held already. What is not counts once it is.
    pub held: bool,
}

/// How an event stands under some rules.
pub fn standing<V: HoldsValues + ?Sized>(rules: &Rules, values: &V) -> Standing {
    let rule = rules.first_for(values);
    let by_rule = rule.map(|rule| rule.counts);
    let said = match event::COUNT_AS.of(values) {
        Some(AS_SESSION) => Some(Counts::Session),
        Some(AS_OUTREACH) => Some(Counts::Outreach),
        _ => None,
    };
    // What does not take place counts as nothing, whatever was said before that was known.
    let said = said.filter(|said| by_rule != Some(Counts::Nothing) && by_rule != Some(*said));
    let counts = said.or(by_rule);
    let format = event::FORMAT.of(values);
    let open = Question::ALL.into_iter().filter(|question| counts.is_none() && question.answer(values).is_none());
    Standing {
        counts,
        rule,
        overruled: said.map(|_| event::WHY_OTHERWISE.of(values).unwrap_or_default().to_owned()),
        open: open.collect(),
        place: format.and_then(|format| match format {
            "on_site" | "hybrid" => Some(Where::OnSite),
            "off_site" | "hybrid_off_site" => Some(Where::OffSite),
            "virtual" => Some(Where::Virtual),
            _ => None,
        }),
        hybrid: format.is_some_and(|format| format.starts_with("hybrid")),
        format: format.map(str::to_owned),
        group: event::AUDIENCE.of(values).map(str::to_owned),
        held: event::STATUS.of(values) == Some(HELD),
    }
}

/// How many took part, of any age, as far as anybody counted: nobody is another thing than not counted.
pub fn came<V: HoldsValues + ?Sized>(values: &V) -> Option<i64> {
    event::PARTICIPANTS.whole_of(values).filter(|_| event::KNOWN_BY.of(values) != Some(NOT_COUNTED))
}

/// How many of them took part online in a hybrid event, where that is known.
pub fn online<V: HoldsValues + ?Sized>(values: &V) -> i64 {
    let hybrid = event::FORMAT.of(values).is_some_and(|format| format.starts_with("hybrid"));
    event::ONLINE.whole_of(values).filter(|_| hybrid).unwrap_or(0).clamp(0, came(values).unwrap_or(0).max(0))
}

/// Whether an event does not take place.
pub fn is_canceled<V: HoldsValues + ?Sized>(values: &V) -> bool {
    event::STATUS.of(values) == Some(CANCELED)
}

//! What comes after an event, on one card: whether it took place, who came, what went well, how long it took whom, which
//! partners are owed thanks, what comes next. One tap writes all of it as one step.
//!
//! What was used of the stock is written down as it is said ([`crate::hubs::use_up`]), and what somebody leaves open comes
//! to Today ([`open`]).

pub mod follow_ups;
pub mod open;
pub mod words;

use self::follow_ups::FollowUp;
use super::kinds::choices::{CANCELED, HELD};
use super::kinds::event::{EVENT, fields as event_fields};
use super::kinds::event_partner::{EVENT_PARTNER, fields as with};
use super::kinds::event_staff::{EVENT_STAFF, fields as staff_fields};
use crate::asks::{ASK, Gave, is_thanked, thanks};
use crate::log::hash::derived_free;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Lang, Message};
use crate::model::typed_number::number;
use crate::model::value::Value;
use crate::model::{check, date, order, same_as, show};
use crate::partners::PARTNER;
use std::collections::BTreeMap;

/// Whether somebody who worked with the library on an event was thanked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Thanks {
    /// Not yet.
    #[default]
    Owed,
    /// They were.
    Said,
    /// There is nothing to thank for.
    None,
}

impl Thanks {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Thanks; 3] = [Thanks::Owed, Thanks::Said, Thanks::None];

    /// What it is kept as while the card is filled in.
    pub const fn key(self) -> &'static str {
        match self {
            Thanks::Owed => "owed",
            Thanks::Said => "said",
            Thanks::None => "none",
        }
    }

    /// The one that is kept as this.
    pub fn of(key: &str) -> Option<Thanks> {
        Thanks::ALL.into_iter().find(|thanks| thanks.key() == key)
    }
}

/// What somebody says of an event on its card; numbers and days as they were typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Whether it did not take place.
    pub canceled: bool,
    /// How many came. Nothing is another thing than “0”.
    pub participants: String,
    /// How that is known, as the key of its answer; blank where nobody said.
    pub known_by: String,
    /// What went well.
    pub went_well: String,
    /// How many minutes it took whom.
    pub minutes: Vec<(StaffLine, String)>,
    /// Which partner is owed thanks.
    pub thanks: Vec<(PartnerLine, Thanks)>,
    /// What is to be done next.
    pub next_step: String,
    /// By which day, as `2026-11-27`.
    pub next_date: String,
    /// What else is to be done.
    pub more: Vec<FollowUp>,
}

/// Somebody of the library on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffLine {
    /// The record that says that they took part, or will say it.
    pub row: Id,
    /// Who it is.
    pub staff: Option<Id>,
    /// How many minutes are noted.
    pub minutes: Option<i64>,
    /// Whether nobody noted yet that they took part.
    pub new: bool,
}

/// A partner on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerLine {
    /// The record that says in what capacity.
    pub row: Id,
    /// Who it is: the one that stands for all that are the same.
    pub partner: Id,
    /// In what capacity, as the key of its answer.
    pub capacity: Option<String>,
    /// Whether they were thanked already for what they gave.
    pub thanked: bool,
}

/// Who of the library took part, and whoever uses the tablet.
pub fn staff(book: &Book, index: &mut Index, event: Id, me: Option<Id>) -> Vec<StaffLine> {
    let line = |record: &Record| StaffLine {
        row: record.id,
        staff: staff_fields::STAFF.of(record),
        minutes: staff_fields::MINUTES.whole_of(record),
        new: false,
    };
    let records = index.linking_to(book, staff_fields::EVENT.path(), event);
    let mut lines: Vec<StaffLine> = records.into_iter().map(line).collect();
    order::sort_by_key(&mut lines, |line| line.row);
    let same = |one: Id, other: Id| same_as::canonical(book, "staff", one) == same_as::canonical(book, "staff", other);
    if let Some(me) = me.filter(|me| !lines.iter().any(|line| line.staff.is_some_and(|staff| same(staff, *me)))) {
        let row = unused(book, &EVENT_STAFF, &format!("staff {event} {me}"));
        lines.push(StaffLine { row, staff: Some(me), minutes: None, new: true });
    }
    lines
}

/// The partners of an event, each once.
pub fn partners(book: &Book, index: &mut Index, event: Id) -> Vec<PartnerLine> {
    let mut records = index.linking_to(book, with::EVENT.path(), event);
    order::sort_by_key(&mut records, |record| record.id);
    let mut lines: Vec<PartnerLine> = Vec::new();
    for record in records {
        let Some(partner) = with::PARTNER.of(record) else { continue };
        let partner = same_as::canonical(book, PARTNER.id, partner);
        if lines.iter().any(|line| line.partner == partner) {
            continue;
        }
        let thanked = is_thanked(book, index, event, partner);
        let capacity = with::CAPACITY.of(record).map(str::to_owned);
        lines.push(PartnerLine { row: record.id, partner, capacity, thanked });
    }
    lines
}

/// Of what on the card somebody is to mend something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The number of participants.
    Participants,
    /// How that is known.
    KnownBy,
    /// The minutes that stand in this record.
    Minutes(Id),
    /// By which day something is to be done.
    NextDate,
    /// The words of what else is to be done, by their place on the card.
    Step(usize),
    /// By which day that is.
    Day(usize),
}

/// What is to be mended before the card can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// Where.
    pub at: At,
    /// An instruction.
    pub message: Message,
}

/// What to write for a card, all of it as one step; `None` if the event is not there.
///
/// # Errors
/// What to mend first, as the forms say it.
pub fn rows(
    book: &Book,
    index: &mut Index,
    (event, card): (Id, &Card),
    author: Author,
    lang: Lang,
) -> Result<Option<Vec<RecordWrite>>, Vec<Wrong>> {
    let Some(record) = book.alive(EVENT.id, event) else { return Ok(None) };
    let (own, mut wrong) = own_values(record, card);
    let mut rows: Vec<RecordWrite> = Vec::new();
    if !own.is_empty() {
        rows.push((EVENT.id, event, own));
    }
    for (line, typed) in &card.minutes {
        match minutes(book, event, line, typed) {
            Ok(row) => rows.extend(row),
            Err(message) => wrong.push(Wrong { at: At::Minutes(line.row), message }),
        }
    }
    for (at, said) in card.more.iter().enumerate() {
        match follow_ups::row(book, event, said, author) {
            Ok(row) => rows.extend(row),
            Err(follow_ups::Wrong::Step(message)) => wrong.push(Wrong { at: At::Step(at), message }),
            Err(follow_ups::Wrong::Day(message)) => wrong.push(Wrong { at: At::Day(at), message }),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let today = author.now.today();
    let day = event_fields::WHEN.of(record).and_then(date::day_of).unwrap_or(today).min(today);
    let name = show::title_in(&EVENT, record, lang);
    for (line, said) in card.thanks.iter().filter(|(line, said)| *said != Thanks::None && !line.thanked) {
        let what = gave(line.capacity.as_deref(), &name, lang);
        let gave = Gave {
            event,
            partner: line.partner,
            what: &what,
            kind: line.capacity.as_deref().and_then(kind_of),
            day,
            by: author.by,
            thanked: (*said == Thanks::Said).then_some(today),
        };
        let new = unused(book, &ASK, &format!("thanks {}", line.row));
        rows.extend(thanks(book, index, &gave, new));
    }
    Ok(Some(rows))
}

/// What the card says of the event itself, as far as it does not say so yet, and what is wrong with it.
fn own_values(record: &Record, card: &Card) -> (BTreeMap<String, Value>, Vec<Wrong>) {
    let text = |text: &str| if text.trim().is_empty() { Value::Null } else { Value::text(text.trim()) };
    let mut said = vec![
        event_fields::STATUS.is(if card.canceled { CANCELED } else { HELD }),
        (event_fields::WENT_WELL.key(), text(&card.went_well)),
        (event_fields::NEXT_STEP.key(), text(&card.next_step)),
        (event_fields::NEXT_DATE.key(), text(&card.next_date)),
    ];
    // Nobody comes to what is canceled; what was noted before that was known stays as it is.
    if !card.canceled {
        said.push((event_fields::PARTICIPANTS.key(), as_number(&card.participants)));
        said.push((event_fields::KNOWN_BY.key(), text(&card.known_by)));
    }
    let promised = [event_fields::NEXT_STEP, event_fields::NEXT_DATE];
    let is_new =
        |key: &str, value: &Value| record.get(key).filter(|held| !held.is_blank()).unwrap_or(&Value::Null) != value;
    // What is promised anew is not done.
    let anew = promised.iter().any(|field| said.iter().any(|(key, value)| *key == field.key() && is_new(key, value)));
    if anew && event_fields::NEXT_DONE.of(record) {
        said.push(event_fields::NEXT_DONE.is(false));
    }
    let values = order::map(
        said.into_iter().filter(|(key, value)| is_new(key, value)).map(|(key, value)| (key.to_owned(), value)),
    );
    let fields = [
        (event_fields::PARTICIPANTS.key(), At::Participants),
        (event_fields::KNOWN_BY.key(), At::KnownBy),
        (event_fields::NEXT_DATE.key(), At::NextDate),
    ];
    let problem = |(key, at): (&str, At)| {
        let field = EVENT.field(key).filter(|field| values.contains_key(field.key) || at == At::Participants)?;
        let problem = check::check_within(&EVENT, field, |key| values.get(key).or_else(|| record.get(key)))?;
        Some(Wrong { at, message: problem.message })
    };
    // What is wrong with a number of something that did not take place is no hindrance.
    let asked = fields.into_iter().filter(|(_, at)| !card.canceled || *at == At::NextDate);
    let wrong = asked.filter_map(problem).collect();
    (values, wrong)
}

/// What was typed as a number, and what cannot be read for sure as it was typed, for the check to ask about.
fn as_number(typed: &str) -> Value {
    match typed.trim() {
        "" => Value::Null,
        typed => number(typed).sure().map_or_else(|| Value::text(typed), Value::Number),
    }
}

/// What to write of somebody’s minutes: nothing where they stand there already.
fn minutes(book: &Book, event: Id, line: &StaffLine, typed: &str) -> Result<Option<RecordWrite>, Message> {
    let value = as_number(typed);
    let key = staff_fields::MINUTES.key();
    if let Some(field) = EVENT_STAFF.field(key)
        && let Some(problem) = check::check_field(field, Some(&value))
    {
        return Err(problem.message);
    }
    if line.new {
        let Some(staff) = line.staff.filter(|_| !value.is_blank()) else { return Ok(None) };
        let values = [staff_fields::EVENT.is(event), staff_fields::STAFF.is(staff), (key, value)];
        return Ok(Some((EVENT_STAFF.id, line.row, order::values(values))));
    }
    let Some(record) = book.alive(EVENT_STAFF.id, line.row) else { return Ok(None) };
    let stands = record.get(key).filter(|held| !held.is_blank()).unwrap_or(&Value::Null) == &value;
    Ok((!stands).then(|| (EVENT_STAFF.id, line.row, order::values([(key, value)]))))
}

/// An identity that follows from these words, so that two tablets that close one event make one record; the next one where
/// there is such a record already.
fn unused(book: &Book, kind: &Kind, words: &str) -> Id {
    derived_free(words, |id| book.record(kind.id, id).is_none())
}

/// What a partner gave in a capacity, in words.
fn gave(capacity: Option<&str>, event: &str, lang: Lang) -> String {
    let field = EVENT_PARTNER.field(with::CAPACITY.key());
    let capacity = capacity.and_then(|capacity| field?.answer(capacity));
    match capacity {
        Some(capacity) => words::GAVE.with("capacity", capacity.label).with("event", event).say(lang),
        None => event.to_owned(),
    }
}

/// What sort of gift it is to work with the library in a capacity.
fn kind_of(capacity: &str) -> Option<&'static str> {
    match capacity {
        "host" => Some("space"),
        "co_presenter" => Some("talk"),
        "sponsor" => Some("sponsor"),
        "promoter" => Some("promotion"),
        _ => None,
    }
}

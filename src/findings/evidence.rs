//! Findings with what they rest on: the quotes that speak for each and against it, and counts from canvassing.
//!
//! A finding is worth what it rests on, so that is worked out whenever it is shown, from what may be shown at that
//! moment: a quote that was erased, or that somebody does not allow to be told any more, is not there.

use super::kinds::finding::{AGAINST, COUNTED, FINDING, FOR, RECEIPT, counted_fields, finding_fields, receipt_fields};
use crate::canvass::{self, VISIT};
use crate::interviews::{COMMUNITY, QUOTE, SPEAKER, Who, quote_fields};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::field::{Field, FieldType};
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::questionnaire::Both;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::show::{NO, YES};
use crate::model::suppression::PublicCount;
use crate::model::text::{Message, Text};
use crate::model::value::Value;
use crate::model::{by_hand, guide, order};
use crate::work::command::Command;
use crate::work::policy::Policies;
use std::collections::BTreeSet;

/// The sentences of this module.
pub mod words {
    crate::words! {
        MOVED = "Findings reordered", "Cambió el orden de los hallazgos";
        NOTHING_BEHIND = "No evidence yet. Add a quote or a count", "Aún sin evidencia. Agregue una cita o un conteo";
        ONE_SPEAKER = "Only one person supports this so far", "Por ahora solo lo apoya una persona";
        ONE_INTERVIEW = "Everyone who supports this took part in the same conversation", "Todas las personas que lo apoyan participaron en la misma conversación";
        ONLY_STAFF = "Only staff support this so far", "Por ahora solo lo apoya el personal";
        ONLY_COMMUNITY = "Only community members support this so far", "Por ahora solo lo apoya gente de la comunidad";
    }
}

/// A quote behind a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// Its own record.
    pub id: Id,
    /// The quote.
    pub quote: Id,
    /// What a report may print of it.
    pub words: String,
    /// Whether it speaks for the finding rather than against it.
    pub stands_for: bool,
    /// The record of who said it, where it names one that is there.
    pub speaker: Option<Id>,
    /// The conversation it is from.
    pub interview: Option<Id>,
    /// How they may be spoken of.
    pub who: Who,
}

/// A count behind a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Its own record.
    pub id: Id,
    /// The question at the door: the key of a field of visits.
    pub question: String,
    /// The key of the answer.
    pub answer: String,
    /// The question in words.
    pub asked: Text,
    /// The answer in words.
    pub label: Text,
    /// How often it was given.
    pub people: usize,
    /// At how many doors.
    pub doors: usize,
    /// How often the question was answered at all.
    pub of: usize,
    /// Whether how often and at how many doors may be told to others.
    pub may_tell: bool,
}

impl Counted {
    /// One of its counts as it may be told to others.
    pub fn told(&self, count: usize) -> PublicCount {
        PublicCount::of(count).and(self.may_tell)
    }
}

/// Why a finding may not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// There is no quote and no count.
    NothingBehind,
    /// One person alone speaks for it.
    OneSpeaker,
    /// Several people speak for it, all in one conversation.
    OneInterview,
    /// All who speak for it are of the staff.
    OnlyStaff,
    /// All who speak for it are of the community.
    OnlyOneVoice,
}

impl Warning {
    /// What to tell the person.
    pub fn message(self) -> Message {
        let text = match self {
            Warning::NothingBehind => words::NOTHING_BEHIND,
            Warning::OneSpeaker => words::ONE_SPEAKER,
            Warning::OneInterview => words::ONE_INTERVIEW,
            Warning::OnlyStaff => words::ONLY_STAFF,
            Warning::OnlyOneVoice => words::ONLY_COMMUNITY,
        };
        text.message()
    }
}

/// A finding and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its record.
    pub id: Id,
    /// What was found out. Words that are missing in one language are those of the other, here and below.
    pub claim: Both,
    /// What it means.
    pub why: Both,
    /// Strategies that answer it.
    pub strategies: Vec<Both>,
    /// The quotes that speak for it.
    pub for_it: Vec<Receipt>,
    /// The quotes that speak against it.
    pub against: Vec<Receipt>,
    /// Counts from canvassing.
    pub counts: Vec<Counted>,
    /// How many different people speak for it.
    pub speakers: usize,
    /// Why it may not hold.
    pub warnings: Vec<Warning>,
}

/// All findings in the order of the report. Quotes that these policies withhold are in none.
pub fn findings(book: &Book, index: &mut Index, policies: Policies) -> Vec<Finding> {
    let mut counts = Counts::new(book);
    in_order(book).into_iter().map(|record| finding(book, index, policies, &mut counts, record)).collect()
}

/// The records of findings in the order of the report, new ones last.
fn in_order(book: &Book) -> Vec<&Record> {
    let mut found: Vec<&Record> = book.living(FINDING.id).map(|record| &**record).collect();
    order::sort_by(&mut found, |a, b| place(a).total_cmp(&place(b)).then_with(|| a.id.cmp(&b.id)));
    found
}

fn place(record: &Record) -> f64 {
    finding_fields::ORDER.of(record).unwrap_or(f64::MAX)
}

fn finding<'b>(
    book: &'b Book,
    index: &mut Index,
    policies: Policies,
    counts: &mut Counts<'b>,
    record: &Record,
) -> Finding {
    let text = |field: TextField| field.of(record).unwrap_or_default();
    let receipts = receipts(book, index, policies, record.id);
    let (for_it, against): (Vec<Receipt>, Vec<Receipt>) = receipts.into_iter().partition(|receipt| receipt.stands_for);
    let mut linked = index.linking_to(book, counted_fields::FINDING.path(), record.id);
    order::sort_by_key(&mut linked, |record| (record.begun(), record.id));
    let mut known = BTreeSet::new();
    let counts: Vec<Counted> = linked
        .into_iter()
        .filter_map(|record| counts.of(record))
        .filter(|counted| known.insert((counted.question.clone(), counted.answer.clone())))
        .collect();
    let (speakers, warnings) = weighed(&for_it, &counts);
    Finding {
        id: record.id,
        claim: in_both(text(finding_fields::CLAIM), text(finding_fields::CLAIM_ES)),
        why: in_both(text(finding_fields::WHY), text(finding_fields::WHY_ES)),
        strategies: lines_in_both(text(finding_fields::STRATEGIES), text(finding_fields::STRATEGIES_ES)),
        for_it,
        against,
        counts,
        speakers,
        warnings,
    }
}

/// Words in both languages; where those of one are missing, those of the other.
fn in_both(en: &str, es: &str) -> Both {
    let (en, es) = (en.trim(), es.trim());
    let either = |own: &str, other: &str| if own.is_empty() { other.to_owned() } else { own.to_owned() };
    Both { en: either(en, es), es: either(es, en) }
}

/// Line by line in both languages. Where both have the same number of lines, a blank one in one of them is a line
/// that was not translated; otherwise blank lines only set the others apart.
fn lines_in_both(en: &str, es: &str) -> Vec<Both> {
    let mut sides = [en, es].map(|side| side.trim().lines().map(str::trim).collect::<Vec<_>>());
    if sides[0].len() != sides[1].len() {
        sides.iter_mut().for_each(|side| side.retain(|line| !line.is_empty()));
    }
    let [en, es] = sides;
    let lines = (0..en.len().max(es.len()))
        .map(|at| in_both(en.get(at).copied().unwrap_or_default(), es.get(at).copied().unwrap_or_default()));
    lines.filter(|line| !line.is_blank()).collect()
}

/// The quotes of a finding that may be told, in the order in which they were chosen, each once.
fn receipts(book: &Book, index: &mut Index, policies: Policies, finding: Id) -> Vec<Receipt> {
    let mut linked = index.linking_to(book, receipt_fields::FINDING.path(), finding);
    order::sort_by_key(&mut linked, |record| (record.begun(), record.id));
    let mut known = BTreeSet::new();
    let receipt = |record: &Record| {
        let quote = book.alive(QUOTE.id, receipt_fields::QUOTE.of(record)?)?;
        if policies.withholds(book, index, &QUOTE, quote) {
            return None;
        }
        let printed = |field: TextField| field.of(quote).map(str::trim).filter(|words| !words.is_empty());
        let speaker = quote_fields::SPEAKER.of(quote).and_then(|id| book.alive(SPEAKER.id, id));
        Some(Receipt {
            id: record.id,
            quote: quote.id,
            words: printed(quote_fields::SHOWN).or_else(|| printed(quote_fields::WORDS))?.to_owned(),
            stands_for: receipt_fields::STANDS.of(record) != Some(AGAINST),
            speaker: speaker.map(|speaker| speaker.id),
            interview: quote_fields::INTERVIEW.of(quote),
            who: speaker.map(|speaker| Who::of(speaker)).unwrap_or_default(),
        })
    };
    let found = linked.into_iter().filter_map(receipt);
    found.filter(|receipt| known.insert((receipt.quote, receipt.stands_for))).collect()
}

/// How many different people speak for a finding, and what that is worth.
fn weighed(for_it: &[Receipt], counts: &[Counted]) -> (usize, Vec<Warning>) {
    // Where nobody noted who spoke, the whole conversation counts as one.
    let speakers = order::map(for_it.iter().map(|receipt| {
        let conversation = receipt.interview.unwrap_or(receipt.quote);
        (receipt.speaker.unwrap_or(conversation), receipt.who.voice.map(|voice| voice.key))
    }));
    let conversations = order::set(for_it.iter().map(|receipt| receipt.interview));
    let all_are =
        |which: fn(&str) -> bool| !speakers.is_empty() && speakers.values().all(|voice| voice.is_some_and(which));
    let mut warnings = Vec::new();
    if for_it.is_empty() && counts.iter().all(|counted| counted.people == 0) {
        warnings.push(Warning::NothingBehind);
    }
    match (speakers.len(), conversations.len()) {
        (1, _) => warnings.push(Warning::OneSpeaker),
        (2.., 1) => warnings.push(Warning::OneInterview),
        _ => {}
    }
    if all_are(|voice| voice != COMMUNITY) {
        warnings.push(Warning::OnlyStaff);
    } else if speakers.len() > 1 && all_are(|voice| voice == COMMUNITY) {
        warnings.push(Warning::OnlyOneVoice);
    }
    (speakers.len(), warnings)
}

/// Answers at doors, counted when they are asked for.
struct Counts<'b> {
    book: &'b Book,
    /// The visits that there are, looked up once.
    visits: Option<Vec<&'b Record>>,
}

impl<'b> Counts<'b> {
    fn new(book: &'b Book) -> Counts<'b> {
        Counts { book, visits: None }
    }

    /// The count that a record names; none for a question or an answer that nobody knows any more.
    fn of(&mut self, record: &Record) -> Option<Counted> {
        let (question, answer) = (counted_fields::QUESTION.of(record)?, counted_fields::ANSWER.of(record)?);
        let field = guide::field(&VISIT, self.book, question)?;
        let label = label(field, answer)?;
        let book = self.book;
        let visits = self.visits.get_or_insert_with(|| canvass::visits(book));
        let answered = visits.iter().filter(|visit| visit.get(question).is_some_and(|value| !value.is_blank()));
        let (mut of, mut people, mut doors) = (0, 0, BTreeSet::new());
        for visit in answered {
            of += 1;
            if gives(field, visit.get(question), answer) {
                people += 1;
                doors.insert(canvass::door_of(book, visit));
            }
        }
        // The same counts may be told as in the file of what was heard, or one file would give away the other.
        let table = canvass::answered(book, visits, field, 0);
        let bar = table.bars.iter().find(|bar| bar.answer == label.message());
        let may_tell = bar.map_or(table.is_told(), |bar| bar.told.is_told());
        Some(Counted {
            id: record.id,
            question: question.to_owned(),
            answer: answer.to_owned(),
            asked: field.label,
            label,
            people,
            doors: doors.len(),
            of,
            may_tell,
        })
    }
}

/// An answer in words, of a question whose answers can be counted.
fn label(field: &'static Field, answer: &str) -> Option<Text> {
    match (field.ty, answer) {
        (FieldType::YesNo, "yes") => Some(YES),
        (FieldType::YesNo, "no") => Some(NO),
        _ => field.answer(answer).map(|choice| choice.label),
    }
}

fn gives(field: &Field, value: Option<&Value>, answer: &str) -> bool {
    match value {
        Some(Value::Bool(yes)) => field.ty == FieldType::YesNo && *yes == (answer == "yes"),
        Some(Value::Text(key)) => key == answer,
        Some(value) => value.as_texts().any(|key| key == answer),
        None => false,
    }
}

/// Puts a finding up (−1) or down (+1) in the report.
pub fn put(book: &Book, finding: Id, by: isize) -> Command {
    let all = in_order(book);
    let numbers: Vec<f64> = all.iter().map(|record| place(record)).collect();
    let from = all.iter().position(|record| record.id == finding);
    let rows = by_hand::moved(&numbers, from, by)
        .into_iter()
        .filter_map(|(at, to)| Some((FINDING.id, all.get(at)?.id, order::values([finding_fields::ORDER.is(to)]))));
    Command::Write { label: words::MOVED.message(), rows: rows.collect() }
}

/// The identity of the quote behind a finding: the same on every tablet.
pub fn receipt_id(finding: Id, quote: Id) -> Id {
    derived_id(&format!("receipt {finding} {quote}"))
}

/// What to write when a quote speaks for a finding, or against it.
pub fn receipt(finding: Id, quote: Id, stands_for: bool) -> RecordWrite {
    let values = [
        receipt_fields::FINDING.is(finding),
        receipt_fields::QUOTE.is(quote),
        receipt_fields::STANDS.is(if stands_for { FOR } else { AGAINST }),
    ];
    (RECEIPT.id, receipt_id(finding, quote), order::values(values))
}

/// The identity of the count behind a finding: the same on every tablet.
pub fn counted_id(finding: Id, question: &str, answer: &str) -> Id {
    derived_id(&format!("finding_count {finding} {question} {answer}"))
}

/// What to write when a finding rests on how often an answer was given at doors.
pub fn counted(finding: Id, question: &str, answer: &str) -> RecordWrite {
    let values =
        [counted_fields::FINDING.is(finding), counted_fields::QUESTION.is(question), counted_fields::ANSWER.is(answer)];
    (COUNTED.id, counted_id(finding, question, answer), order::values(values))
}

#[cfg(test)]
mod tests;

//! Who has been heard, and who is still missing: what the team planned against the people of its interviews.
//!
//! Whoever took a consent back was heard all the same: what they said is gone, the count stays.

use super::kinds::interview::{BROKEN_OFF, HELD, INTERVIEW, REFUSED, SPEAKER, interview_fields, speaker_fields};
use super::kinds::wanted::{BY_LANGUAGE, BY_NEIGHBORHOOD, BY_ORGANIZATION, SIDES, WANTED, fields as wanted};
use crate::model::book::Book;
use crate::model::field::{Choice, FieldType};
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::text::{Lang, Message};
use crate::partners::{PARTNER, partner_fields};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NONE_YET = "{what}: no one yet; the plan asks for {wanted}", "{what}: nadie todavía; el plan pide {wanted}";
        SO_FAR = "{what}: {heard} of {wanted} so far", "{what}: {heard} de {wanted} hasta ahora";
    }
}

/// People of one sort: how many the plan asks for, and how many were heard.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageLine {
    /// By what they are told apart: a key of [`SIDES`].
    pub side: &'static str,
    /// The answer that they have in common; for a neighborhood its name, folded.
    pub key: String,
    /// The same in words.
    pub what: Message,
    /// How many the plan asks for, if it speaks of them.
    pub wanted: Option<usize>,
    /// How many were heard.
    pub heard: usize,
    /// How many are missing.
    pub gap: usize,
}

impl CoverageLine {
    /// Who is missing, in a sentence; nothing where nobody is.
    pub fn sentence(&self, lang: Lang) -> Option<String> {
        let wanted = self.wanted.filter(|_| self.gap > 0)?;
        let text = if self.heard == 0 { words::NONE_YET } else { words::SO_FAR };
        Some(text.with("what", self.what.clone()).with("heard", self.heard).with("wanted", wanted).say(lang))
    }
}

/// Who has been heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// How many people.
    pub people: usize,
    /// In how many conversations.
    pub interviews: usize,
    /// How often nobody agreed to be interviewed.
    pub refused: usize,
    /// By what people are told apart: first what was planned, as the team set it, then who was heard besides.
    pub lines_by_side: Vec<(Choice, Vec<CoverageLine>)>,
}

impl Coverage {
    /// Who is missing, a sentence for each line of the plan that is not met.
    pub fn gaps(&self, lang: Lang) -> Vec<String> {
        self.lines_by_side.iter().flat_map(|(_, lines)| lines).filter_map(|line| line.sentence(lang)).collect()
    }

    /// The lines of one side.
    pub fn side(&self, key: &str) -> &[CoverageLine] {
        let found = self.lines_by_side.iter().find(|(side, _)| side.key == key);
        found.map(|(_, lines)| &**lines).unwrap_or_default()
    }
}

/// Somebody who was heard, with the conversation they took part in.
pub(crate) struct Heard<'b> {
    pub(crate) speaker: &'b Record,
    pub(crate) interview: &'b Record,
}

/// The conversations that were held, to their end or not, in the order in which they became known.
pub(crate) fn held(book: &Book) -> Vec<&Record> {
    let of = |record: &&Record| matches!(interview_fields::OUTCOME.of(*record), Some(HELD | BROKEN_OFF));
    in_order(book, INTERVIEW.id).into_iter().filter(of).collect()
}

/// Everyone who took part in these, in the order in which they became known.
pub(crate) fn heard<'b>(book: &'b Book, held: &[&'b Record]) -> Vec<Heard<'b>> {
    let held: HashMap<Id, &Record> = held.iter().map(|interview| (interview.id, *interview)).collect();
    let speakers = in_order(book, SPEAKER.id).into_iter();
    speakers
        .filter_map(|speaker| Some(Heard { speaker, interview: *held.get(&speaker_fields::INTERVIEW.of(speaker)?)? }))
        .collect()
}

/// How many conversations nobody agreed to.
pub(crate) fn refused(book: &Book) -> usize {
    book.living(INTERVIEW.id).filter(|record| interview_fields::OUTCOME.of(*record) == Some(REFUSED)).count()
}

fn in_order<'b>(book: &'b Book, kind: &str) -> Vec<&'b Record> {
    let mut found: Vec<&Record> = book.living(kind).map(|record| &**record).collect();
    order::sort_by_key(&mut found, |record| (record.begun(), record.id));
    found
}

/// Looks at the plan and at everyone who was heard.
pub fn coverage(book: &Book) -> Coverage {
    let held = held(book);
    let people = heard(book, &held);
    let plan = in_order(book, WANTED.id);
    let lines = |side: &'static Choice| (*side, lines(book, side.key, &plan, &people));
    Coverage {
        people: people.len(),
        interviews: held.len(),
        refused: refused(book),
        lines_by_side: SIDES.iter().map(lines).collect(),
    }
}

/// What somebody is on one side, as it stands in their record or follows from others.
pub(crate) fn stands<'b>(book: &'b Book, side: &str, person: &Heard<'b>) -> Option<&'b str> {
    let found = match side {
        BY_ORGANIZATION => {
            let partner = speaker_fields::ORGANIZATION.of(person.speaker)?;
            partner_fields::TYPE.of(book.record(PARTNER.id, partner)?)
        }
        // Who was interviewed in a language speaks it.
        BY_LANGUAGE => {
            speaker_fields::LANGUAGE.of(person.speaker).or_else(|| interview_fields::LANGUAGE.of(person.interview))
        }
        side => person.speaker.text(side),
    };
    found.map(str::trim).filter(|words| !words.is_empty())
}

/// By what an answer is known: “prospect hill” is “Prospect Hill”.
pub(crate) fn key_of(side: &str, answer: &str) -> String {
    if side == BY_NEIGHBORHOOD { fold(answer) } else { answer.to_owned() }
}

fn label(side: &str, answer: &str) -> Message {
    let field = WANTED.field(side).filter(|field| matches!(field.ty, FieldType::Choice(_)));
    let choice = field.and_then(|field| field.answer(answer));
    choice.map_or_else(|| Message::same(answer), |choice| choice.label.message())
}

fn lines(book: &Book, side: &'static str, plan: &[&Record], people: &[Heard]) -> Vec<CoverageLine> {
    let mut lines: Vec<CoverageLine> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut at = |answer: &str, lines: &mut Vec<CoverageLine>| {
        let key = key_of(side, answer);
        *known.entry(key).or_insert_with_key(|key| {
            let what = label(side, answer);
            lines.push(CoverageLine { side, key: key.clone(), what, wanted: None, heard: 0, gap: 0 });
            lines.len() - 1
        })
    };
    for planned in plan.iter().filter(|planned| wanted::SIDE.of(**planned) == Some(side)) {
        let answer = planned.text(side).map(str::trim).filter(|answer| !answer.is_empty());
        let people = wanted::PEOPLE.of(*planned).filter(|people| *people >= 1.0);
        let (Some(answer), Some(people)) = (answer, people) else { continue };
        let line = at(answer, &mut lines);
        // Of two lines for the same people the larger number holds.
        lines[line].wanted = lines[line].wanted.max(Some(people as usize));
    }
    let planned = lines.len();
    for answer in people.iter().filter_map(|person| stands(book, side, person)) {
        let line = at(answer, &mut lines);
        lines[line].heard += 1;
    }
    let mut besides = lines.split_off(planned);
    order::sort_by_key(&mut besides, |line| Reverse(line.heard));
    lines.append(&mut besides);
    for line in &mut lines {
        line.gap = line.wanted.unwrap_or_default().saturating_sub(line.heard);
    }
    lines
}

#[cfg(test)]
mod tests;

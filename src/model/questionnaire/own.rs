//! The questions that a team made for itself: records of one kind, each with its questions beside it. They are copied from
//! others, and changed.

use super::{Answer, Asked, Asking, Both, OnlyIf, keys};
use crate::model::book::Book;
use crate::model::by_hand;
use crate::model::handle::{LinkField, TextField};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::offered::{self, Offered};
use crate::model::order;
use crate::model::question::{QUESTION, SCALE, fields as question};
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use std::collections::{BTreeMap, HashMap};

/// A kind whose records are what a team asks: it has fields `name`, `purpose` and `intro`, each with one in Spanish.
pub struct Own {
    /// The kind.
    pub kind: &'static Kind,
    /// The link by which a question says that it belongs to one of them.
    of: LinkField,
    /// Where its questions are asked, a key of [`crate::model::question::ASKED_IN`].
    asked_in: &'static str,
    name: (TextField, TextField),
    purpose: (TextField, TextField),
    intro: (TextField, TextField),
}

impl Own {
    /// The records of this kind, to which questions belong by this link, asked there.
    pub const fn new(kind: &'static Kind, of: LinkField, asked_in: &'static str) -> Own {
        Own {
            kind,
            of,
            asked_in,
            name: (kind.text("name"), kind.text("name_es")),
            purpose: (kind.text("purpose"), kind.text("purpose_es")),
            intro: (kind.text("intro"), kind.text("intro_es")),
        }
    }

    /// Every one that the team made, by name.
    pub fn all(&self, book: &Book) -> Vec<Asking> {
        let mut own: Vec<&Record> = book.living(self.kind.id).map(|record| &**record).collect();
        let name = |record: &Record| self.name.0.of(record).unwrap_or_default().to_lowercase();
        order::sort_by_key(&mut own, |record| (name(record), record.id));
        own.into_iter().filter_map(|record| self.asking(book, record.id)).collect()
    }

    /// The one of this identity, if it is there.
    pub fn asking(&self, book: &Book, id: Id) -> Option<Asking> {
        let record = book.alive(self.kind.id, id)?;
        let both = |(en, es): (TextField, TextField)| Both::of(record, en, es);
        let asked_now = self.questions(book, id).into_iter().filter(|record| !question::LEFT_OUT.of(*record));
        Some(Asking {
            guide: id.to_string(),
            name: both(self.name),
            purpose: both(self.purpose),
            intro: both(self.intro),
            questions: asked_now.map(asked).collect(),
        })
    }

    /// Its questions, in order, those that are left out for now among them.
    pub fn questions<'b>(&self, book: &'b Book, id: Id) -> Vec<&'b Record> {
        let of_it = |record: &&Record| self.of.of(*record) == Some(id);
        let mut found: Vec<&Record> = book.living(QUESTION.id).map(|record| &**record).filter(of_it).collect();
        let place = |record: &Record| question::ORDER.of(record).unwrap_or(f64::MAX);
        order::sort_by(&mut found, |a, b| place(a).total_cmp(&place(b)).then_with(|| a.id.cmp(&b.id)));
        found
    }

    /// What to write for a copy of some questions, under names of its own.
    pub fn copied(&self, asking: &Asking, copy: Id, name: Both, mut new_id: impl FnMut() -> Id) -> Vec<RecordWrite> {
        let mut ids: HashMap<&str, Id> = HashMap::new();
        let own =
            both(self.name, &name).chain(both(self.purpose, &asking.purpose)).chain(both(self.intro, &asking.intro));
        let mut rows = vec![(self.kind.id, copy, values(own))];
        for (at, asked) in asking.questions.iter().enumerate() {
            let id = new_id();
            ids.insert(&asked.key, id);
            let after = asked.only_if.as_ref().and_then(|only_if| Some((ids.get(&*only_if.question)?, only_if)));
            let after = after.into_iter().flat_map(|(earlier, only_if)| {
                [question::AFTER.is(earlier.to_string()), question::AFTER_ANSWERS.is(only_if.answers.join(" "))]
            });
            let own = [question::ASKED_IN.is(self.asked_in), self.of.is(copy), question::ORDER.is(by_hand::place(at))];
            rows.push((QUESTION.id, id, values(written(asked).chain(own).chain(after))));
        }
        rows
    }

    /// What the form of a new question starts with.
    pub fn new_question(&self, book: &Book, of: Id) -> Vec<(&'static str, Value)> {
        let last = self.questions(book, of).into_iter().map(place).fold(0.0, f64::max);
        vec![
            question::ASKED_IN.is(self.asked_in),
            self.of.is(of),
            question::ANSWER.is("long_text"),
            question::ORDER.is(last + by_hand::STEP),
        ]
    }

    /// What to write so that a question goes up (−1) or down (+1).
    pub fn moved(&self, book: &Book, of: Id, question: Id, by: isize) -> Vec<RecordWrite> {
        let all = self.questions(book, of);
        let numbers: Vec<f64> = all.iter().map(|record| place(record)).collect();
        let from = all.iter().position(|record| record.id == question);
        let rows = by_hand::moved(&numbers, from, by).into_iter();
        let rows =
            rows.filter_map(|(at, to)| Some((QUESTION.id, all.get(at)?.id, order::values([question::ORDER.is(to)]))));
        rows.collect()
    }
}

fn values(pairs: impl Iterator<Item = (&'static str, Value)>) -> BTreeMap<String, Value> {
    order::values(pairs.filter(|(_, value)| !value.is_blank()))
}

fn both((en, es): (TextField, TextField), words: &Both) -> impl Iterator<Item = (&'static str, Value)> + use<> {
    [en.is(&*words.en), es.is(&*words.es)].into_iter()
}

/// The fields of a question's record.
fn written(asked: &Asked) -> impl Iterator<Item = (&'static str, Value)> + use<> {
    let lines = |read: fn(&Both) -> &String| asked.prompts.iter().map(read).cloned().collect::<Vec<_>>().join("\n");
    let prompts = Both { en: lines(|both| &both.en), es: lines(|both| &both.es) };
    let scale = |at: usize| asked.answers.get(at).filter(|_| asked.manner == SCALE).map(|answer| answer.words.clone());
    let offered: Vec<Offered> = match asked.manner == SCALE {
        true => Vec::new(),
        false => asked.answers.iter().map(offer).collect(),
    };
    [question::ANSWER.is(&*asked.manner), question::ANSWERS.is(offered::write(&offered))]
        .into_iter()
        .chain(both((question::EN, question::ES), &asked.ask))
        .chain(both((question::PART, question::PART_ES), &asked.part))
        .chain(both((question::HELP, question::HELP_ES), &asked.help))
        .chain(both((question::PROMPTS, question::PROMPTS_ES), &prompts))
        .chain(both((question::LOW, question::LOW_ES), &scale(0).unwrap_or_default()))
        .chain(both((question::HIGH, question::HIGH_ES), &scale(1).unwrap_or_default()))
}

fn offer(answer: &Answer) -> Offered {
    Offered { key: answer.key.clone(), en: answer.words.en.clone(), es: answer.words.es.clone(), off: false }
}

fn place(record: &Record) -> f64 {
    question::ORDER.of(record).unwrap_or_default()
}

/// A question in its record.
fn asked(record: &Record) -> Asked {
    let manner = question::ANSWER.of(record).unwrap_or("long_text").to_owned();
    let answer = |answer: Offered| Answer { key: answer.key, words: Both { en: answer.en, es: answer.es } };
    let answers = match &*manner {
        SCALE => [(question::LOW, question::LOW_ES), (question::HIGH, question::HIGH_ES)]
            .map(|(en, es)| Answer { key: en.key().to_owned(), words: Both::of(record, en, es) })
            .to_vec(),
        _ => {
            let offered = question::ANSWERS.of(record).map(offered::read).unwrap_or_default();
            offered.into_iter().filter(|answer| !answer.off).map(answer).collect()
        }
    };
    let after = question::AFTER.of(record).filter(|question| !question.is_empty());
    Asked {
        key: record.id.to_string(),
        part: Both::of(record, question::PART, question::PART_ES),
        ask: Both::of(record, question::EN, question::ES),
        help: Both::of(record, question::HELP, question::HELP_ES),
        answers,
        prompts: prompts(&Both::of(record, question::PROMPTS, question::PROMPTS_ES)),
        only_if: after.map(|question| OnlyIf {
            question: question.to_owned(),
            answers: keys(question::AFTER_ANSWERS.of(record).unwrap_or_default()).map(str::to_owned).collect(),
        }),
        manner,
    }
}

/// Further questions, one on each line of both languages.
fn prompts(lines: &Both) -> Vec<Both> {
    let (mut en, mut es) = (lines.en.lines(), lines.es.lines());
    let mut found = Vec::new();
    loop {
        let (in_en, in_es) = (en.next(), es.next());
        if in_en.is_none() && in_es.is_none() {
            return found;
        }
        let both =
            Both { en: in_en.unwrap_or_default().trim().to_owned(), es: in_es.unwrap_or_default().trim().to_owned() };
        if !both.is_blank() {
            found.push(both);
        }
    }
}

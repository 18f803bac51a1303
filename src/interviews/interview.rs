//! The interview: which guides there are, which question comes next, what is written down, and where it was left.

pub mod conversation;

use super::anchor::Anchor;
use super::kinds::interview::{
    ANSWER, INTERVIEW, LATER, SKIPPED, SPEAKER, UNDER_WAY, answer_fields, interview_fields, said_fields as said,
};
use super::kinds::interview_guide::ready::{READY, ready};
use super::kinds::interview_guide::{GUIDE_VERSION, OWN, VERSIONS, version_fields};
use super::kinds::quote::{QUOTE, quote_fields};
use super::passage::Passage;
use crate::log::hash::derived_id;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::handle::{NumberField, TextField};
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::questionnaire::{Asked, Asking, Both, keys};
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::model::{date, order};
use crate::work::consent;
use std::collections::HashMap;

/// Every guide one can ask with: the team's own, then those that come with the app.
pub fn guides(book: &Book) -> Vec<Asking> {
    OWN.all(book).into_iter().chain(READY.iter().map(Asking::from)).collect()
}

/// The guide known by this key: that of a ready-made one, or the identity of one of the team's.
pub fn guide(book: &Book, key: &str) -> Option<Asking> {
    let own = key.parse().ok().and_then(|id| OWN.asking(book, id));
    own.or_else(|| ready(key).map(Asking::from))
}

/// What to write when an interview begins. The guide goes with it as it is now, whatever becomes of it later.
///
/// # Errors
/// If the guide cannot be written down.
pub fn begin(
    interview: Id,
    asking: &Asking,
    about: impl IntoIterator<Item = (&'static str, Value)>,
    author: Author,
) -> Result<Vec<RecordWrite>, serde_json::Error> {
    let version = VERSIONS.write(asking)?;
    let mut values = vec![
        interview_fields::WHEN.is(date::stored(author.now.moment())),
        interview_fields::OUTCOME.is(UNDER_WAY),
        interview_fields::ASKED_WITH.is(version.1),
    ];
    values.extend(author.by.map(|by| interview_fields::STAFF.is(by)));
    values.extend(about);
    Ok(vec![version, (INTERVIEW.id, interview, order::values(values))])
}

/// The guide that an interview is or was asked with.
pub fn asked_with(book: &Book, interview: &Record) -> Option<Asking> {
    VERSIONS.read(book, interview_fields::ASKED_WITH.of(interview)?)
}

/// The words of every question that was ever asked, by its key; where a key was asked in several words, the latest.
pub fn every_question(book: &Book) -> HashMap<String, Both> {
    let mut versions: Vec<&Record> = book.living(GUIDE_VERSION.id).map(|record| &**record).collect();
    order::sort_by_key(&mut versions, |record| (record.begun(), record.id));
    let guides =
        versions.into_iter().filter_map(|record| Asking::from_json(version_fields::QUESTIONS.of(record)?).ok());
    guides.flat_map(|asking| asking.questions).map(|asked| (asked.key, asked.ask)).collect()
}

/// How a question of an interview stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has got to it.
    #[default]
    Open,
    /// Something was said, tapped or typed.
    Answered,
    /// It was passed over.
    Skipped,
    /// It is to be asked later.
    Later,
}

/// A question of an interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The question.
    pub asked: Asked,
    /// How it stands.
    pub stands: Stands,
    /// The answer that was tapped or typed; blank where there is none.
    pub value: String,
    /// The lines that were noted, in the order of their times.
    pub lines: Vec<Id>,
    /// Whether it is asked at all, given the answers before it.
    pub applies: bool,
}

/// An interview, question by question.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// The guide it is asked with.
    pub asking: Asking,
    /// Its questions, those that do not apply among them.
    pub turns: Vec<Turn>,
    /// Where the conversation stands: a place in `turns`.
    pub at: usize,
    /// Lines to a question that this guide does not have, as when two tablets went on apart.
    pub stray: Vec<Id>,
}

/// An interview, question by question; none where its guide has not come yet.
pub fn talk(book: &Book, index: &mut Index, interview: &Record) -> Option<Talk> {
    let asking = asked_with(book, interview)?;
    let mut lines: HashMap<&str, Vec<&Record>> = HashMap::new();
    for line in index.linking_to(book, said::INTERVIEW.path(), interview.id) {
        lines.entry(said::QUESTION.of(line).unwrap_or_default()).or_default().push(line);
    }
    let answers = index.linking_to(book, answer_fields::INTERVIEW.path(), interview.id);
    let answers: HashMap<&str, &Record> =
        answers.into_iter().map(|record| (answer_fields::QUESTION.of(record).unwrap_or_default(), record)).collect();
    let mut turns: Vec<Turn> = Vec::with_capacity(asking.questions.len());
    for asked in &asking.questions {
        let record = answers.get(&*asked.key);
        let value = record.and_then(|record| answer_fields::VALUE.of(*record)).unwrap_or_default().to_owned();
        let mut lines = lines.remove(&*asked.key).unwrap_or_default();
        sort_lines(&mut lines);
        let lines: Vec<Id> = lines.into_iter().map(|line| line.id).collect();
        let stands = match record.and_then(|record| answer_fields::STATE.of(*record)) {
            _ if !lines.is_empty() || !value.trim().is_empty() => Stands::Answered,
            Some(SKIPPED) => Stands::Skipped,
            Some(LATER) => Stands::Later,
            _ => Stands::Open,
        };
        turns.push(Turn { asked: asked.clone(), stands, value, lines, applies: true });
    }
    settle(&mut turns);
    let at = interview_fields::AT.of(interview).and_then(|key| turns.iter().position(|turn| turn.asked.key == key));
    let at = at.filter(|at| turns[*at].applies).unwrap_or(0);
    let mut stray: Vec<&Record> = lines.into_values().flatten().collect();
    sort_lines(&mut stray);
    Some(Talk { asking, turns, at, stray: stray.into_iter().map(|line| line.id).collect() })
}

/// Lines in the order in which they were said, as far as clocks can tell: by their times, then as they became known.
fn sort_lines(lines: &mut Vec<&Record>) {
    order::sort_by(lines, |a, b| {
        let time = |line: &Record| said::WHEN.of(line).and_then(date::moment);
        time(a).cmp(&time(b)).then_with(|| (a.begun(), a.id).cmp(&(b.begun(), b.id)))
    });
}

/// Works out which questions are asked.
fn settle(turns: &mut [Turn]) {
    for at in 0..turns.len() {
        let (before, rest) = turns.split_at_mut(at);
        if let Some(turn) = rest.first_mut() {
            turn.applies = applies(&turn.asked, before);
        }
    }
}

/// Whether a question is asked, given the turns before it. One whose condition names no earlier question is.
fn applies(asked: &Asked, before: &[Turn]) -> bool {
    let Some(only_if) = &asked.only_if else { return true };
    let Some(earlier) = before.iter().find(|turn| turn.asked.key == only_if.question) else { return true };
    earlier.applies && keys(&earlier.value).any(|given| only_if.answers.iter().any(|answer| answer == given))
}

impl Talk {
    /// Lays answers over those it has, by the keys of their questions, and works out anew which questions are asked.
    pub fn answer(&mut self, of: impl Fn(&str) -> Option<String>) {
        for turn in &mut self.turns {
            if let Some(value) = of(&turn.asked.key) {
                turn.value = value;
            }
        }
        settle(&mut self.turns);
    }

    /// The question after the one at this place, to which this was answered just now; none at the end.
    pub fn next_after(&self, at: usize, value: &str) -> Option<usize> {
        let mut turns = self.turns.clone();
        if let Some(turn) = turns.get_mut(at) {
            value.clone_into(&mut turn.value);
        }
        settle(&mut turns);
        (at + 1..turns.len()).find(|next| turns[*next].applies)
    }

    /// The questions that are asked, by their places.
    fn asked(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.turns.len()).filter(|at| self.turns[*at].applies)
    }

    /// The question before the one at this place; none at the beginning.
    pub fn back(&self, at: usize) -> Option<usize> {
        self.asked().rev().find(|back| *back < at)
    }

    /// The number of the question at a place, from one, and how many there are.
    pub fn number(&self, at: usize) -> (usize, usize) {
        (self.asked().filter(|asked| *asked <= at).count(), self.asked().count())
    }

    /// The questions that were put off, by their places.
    pub fn put_off(&self) -> Vec<usize> {
        self.asked().filter(|at| self.turns[*at].stands == Stands::Later).collect()
    }

    /// How many of the questions that are asked stand so.
    pub fn count(&self, stands: Stands) -> usize {
        self.asked().filter(|at| self.turns[*at].stands == stands).count()
    }
}

/// The record of the answer to a question: the same on every tablet.
pub fn answer_id(interview: Id, question: &str) -> Id {
    derived_id(&format!("answer {interview} {question}"))
}

/// What to write when a question is answered by a tap or a typed value; blank takes the answer back.
pub fn answered(interview: Id, question: &str, value: &str) -> RecordWrite {
    let state = if value.trim().is_empty() { Value::Null } else { Value::text("answered") };
    answer(interview, question, [answer_fields::VALUE.is(value), (answer_fields::STATE.key(), state)])
}

/// What to write when a question is skipped or put off.
pub fn passed(interview: Id, question: &str, state: &'static str) -> RecordWrite {
    answer(interview, question, [answer_fields::STATE.is(state)])
}

fn answer(interview: Id, question: &str, values: impl IntoIterator<Item = (&'static str, Value)>) -> RecordWrite {
    let named = [answer_fields::INTERVIEW.is(interview), answer_fields::QUESTION.is(question)];
    (ANSWER.id, answer_id(interview, question), order::values(named.into_iter().chain(values)))
}

/// What to write when the conversation goes to a question.
pub fn at(interview: Id, question: &str) -> RecordWrite {
    (INTERVIEW.id, interview, order::values([interview_fields::AT.is(question)]))
}

/// What to write when questions are read out in another language.
pub fn read_in(interview: Id, lang: Lang) -> RecordWrite {
    (INTERVIEW.id, interview, order::values([interview_fields::READ_IN.is(lang.tag())]))
}

/// What to write when it ends.
pub fn end(interview: Id, outcome: &'static str, author: Author) -> RecordWrite {
    let until = interview_fields::UNTIL.is(date::stored(author.now.moment()));
    (INTERVIEW.id, interview, order::values([interview_fields::OUTCOME.is(outcome), until]))
}

/// What to write when a passage of a line is quoted.
pub fn quoted(quote: Id, line: &Record, passage: Passage) -> RecordWrite {
    let anchor = said::WORDS.of(line).and_then(|text| Anchor::of(text, passage));
    let same = |to: &'static str, from: &str| (to, line.get(from).cloned().unwrap_or_default());
    let shared = [
        quote_fields::SAID.is(line.id),
        same(quote_fields::SPEAKER.key(), said::SPEAKER.key()),
        same(quote_fields::INTERVIEW.key(), said::INTERVIEW.key()),
        same(quote_fields::QUESTION.key(), said::QUESTION.key()),
    ];
    let values = anchor.into_iter().flat_map(anchored).chain(shared);
    (QUOTE.id, quote, order::values(values.filter(|(_, value)| !value.is_blank())))
}

/// What a quote keeps of the passage it was taken from.
pub(crate) fn anchored(anchor: Anchor) -> [(&'static str, Value); 5] {
    [
        quote_fields::WORDS.is(anchor.exact),
        quote_fields::FROM.is(anchor.was.from as f64),
        quote_fields::TO.is(anchor.was.to as f64),
        quote_fields::PREFIX.is(anchor.prefix),
        quote_fields::SUFFIX.is(anchor.suffix),
    ]
}

/// The quotes from a line that has these words now, each with the passage where it stands, in the order in which they
/// stand there. Those whose words are gone are left out.
pub fn quotes_in(book: &Book, index: &mut Index, line: Id, words: &str) -> Vec<(Passage, Id)> {
    let quotes = index.linking_to(book, quote_fields::SAID.path(), line).into_iter();
    let stands = |record: &Record| {
        let place = |field: NumberField| field.of(record).map(|place| place as usize);
        let text = |field: TextField| field.of(record).unwrap_or_default();
        let was = Passage { from: place(quote_fields::FROM)?, to: place(quote_fields::TO)? };
        let (prefix, suffix) = (text(quote_fields::PREFIX), text(quote_fields::SUFFIX));
        let anchor = Anchor { exact: text(quote_fields::WORDS), was, prefix, suffix };
        Some((anchor.find(words)?, record.id))
    };
    let mut found: Vec<(Passage, Id)> = quotes.filter_map(stands).collect();
    order::sort_by_key(&mut found, |(passage, id)| (passage.from, passage.to, *id));
    found
}

/// What becomes of an interview for which everyone was asked and nobody lets us write anything down: it was refused,
/// and counts as that. None while somebody agreed or is still to be asked.
pub fn refused(book: &Book, interview: Id) -> bool {
    let speakers = consent::speakers(book, interview);
    let no = |record: &&Record| {
        consent::of_record(&SPEAKER, record, crate::interviews::kinds::interview::NOTES) == consent::Grant::Denied
    };
    !speakers.is_empty() && speakers.iter().all(no)
}

/// An interview that was begun on this device and not ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// The interview.
    pub id: Id,
    /// What it is called.
    pub called: String,
    /// The number of the question reached, from one, and how many there are.
    pub number: (usize, usize),
}

/// The interviews that were begun on this device and not ended, the latest first.
pub fn unfinished(book: &Book, index: &mut Index, me: DeviceId) -> Vec<Unfinished> {
    let open = |record: &&Record| {
        let mine = record.slot(interview_fields::OUTCOME.key()).is_some_and(|slot| slot.stamp.stream.dev == me);
        mine && interview_fields::OUTCOME.of(*record) == Some(UNDER_WAY)
    };
    let mut found: Vec<&Record> = book.living(INTERVIEW.id).map(|record| &**record).filter(open).collect();
    order::sort_by(&mut found, |a, b| (b.begun(), b.id).cmp(&(a.begun(), a.id)));
    let tell = |record: &Record| {
        let number = talk(book, index, record).map_or((1, 1), |talk| talk.number(talk.at));
        let called = interview_fields::CALLED.of(record).unwrap_or_default().to_owned();
        Unfinished { id: record.id, called, number }
    };
    found.into_iter().map(tell).collect()
}

/// A name for the next interview: the next number on this tablet. Two tablets may use the same; it only helps people to
/// tell them apart, and can be changed.
pub fn next_number(book: &Book) -> usize {
    book.records(INTERVIEW.id).filter(|record| !record.erased).count() + 1
}

//! A worksheet being filled in: how it begins, what stands on it, and what was answered the last time.

use super::kinds::sheet::{GROUP, ONE, SHEET, answer_fields as answer, sheet_fields as sheet};
use super::kinds::worksheet::VERSIONS;
use crate::log::hash::{derived_free, derived_id};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::questionnaire::{Asked, Asking, Both};
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What to write when somebody begins to fill a worksheet in. It goes with it as it is now, whatever becomes of it later.
/// `about` says what it is about: links of the sheet.
///
/// # Errors
/// If the worksheet cannot be written down.
pub fn begin(
    new: Id,
    asking: &Asking,
    about: impl IntoIterator<Item = (&'static str, Value)>,
    author: Author,
) -> Result<Vec<RecordWrite>, serde_json::Error> {
    let version = VERSIONS.write(asking)?;
    let mut values = vec![
        sheet::NAME.is(&*asking.name.en),
        sheet::NAME_ES.is(&*asking.name.es),
        sheet::FILLED_ON.is(author.now.today().to_string()),
        sheet::FOR_WHOM.is(ONE),
        sheet::WORKSHEET.is(&*asking.guide),
        sheet::ASKED_WITH.is(version.1),
    ];
    values.extend(author.by.map(|by| sheet::WHO.is(by)));
    values.extend(about);
    values.retain(|(_, value)| !value.is_blank());
    Ok(vec![version, (SHEET.id, new, order::values(values))])
}

/// The sheet that an event is prepared with: the same on every tablet, so that a team fills in one. Where one was deleted,
/// the next has a name of its own.
pub fn of_event(book: &Book, event: Id) -> Id {
    let stands = |id: Id| book.record(SHEET.id, id).is_none_or(|record| record.is_alive());
    derived_free(&format!("sheet {event}"), stands)
}

/// The worksheet that a sheet is filled in with; none where it has not come yet.
pub fn asked_with(book: &Book, record: &Record) -> Option<Asking> {
    VERSIONS.read(book, sheet::ASKED_WITH.of(record)?)
}

/// The record of an answer: the same on every tablet.
pub fn answer_id(sheet: Id, question: &str) -> Id {
    derived_id(&format!("sheet_answer {sheet} {question}"))
}

/// What a draft of an answer holds, beside its words.
pub fn named(of: Id, question: &str) -> [(&'static str, Value); 2] {
    [answer::SHEET.is(of), answer::QUESTION.is(question)]
}

/// What was written to a question the last time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTime {
    /// The words.
    pub words: String,
    /// The sheet they stand on.
    pub sheet: Id,
    /// When that was filled in.
    pub day: Option<NaiveDate>,
}

/// A question on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The question.
    pub asked: Asked,
    /// The answer; blank where there is none.
    pub value: String,
    /// What was answered the last time, if anything.
    pub last: Option<LastTime>,
}

/// A sheet, question by question.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The worksheet it is filled in with.
    pub asking: Asking,
    /// Its questions.
    pub lines: Vec<Line>,
    /// Answers to questions that the worksheet does not have, as when two tablets began one sheet with two worksheets: the
    /// words of the question, where they are known, and the answer.
    pub stray: Vec<(Option<Both>, String)>,
}

impl Filled {
    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.lines.iter().filter(|line| !line.value.trim().is_empty()).count()
    }
}

/// A sheet, question by question; none where its worksheet has not come yet.
pub fn filled(book: &Book, index: &mut Index, record: &Record) -> Option<Filled> {
    let asking = asked_with(book, record)?;
    let mut given = answers(book, index, record.id);
    let mut last = last_time(book, index, record);
    let line = |asked: &Asked| Line {
        asked: asked.clone(),
        value: given.remove(&asked.key).unwrap_or_default(),
        last: last.remove(&asked.key),
    };
    let lines = asking.questions.iter().map(line).collect();
    // What another sheet of this worksheet asked, or what it asks today.
    let known = |key: &str| {
        let now = super::forms::form(book, &asking.guide);
        let elsewhere = sheets_of(book, &asking.guide).filter_map(|other| asked_with(book, other));
        now.into_iter().chain(elsewhere).find_map(|asking| asking.question(key).map(|asked| asked.ask.clone()))
    };
    let stray = given.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let stray = stray.map(|(key, words)| (known(&key), words)).collect();
    Some(Filled { asking, lines, stray })
}

/// The answers on a sheet, by the keys of their questions.
pub fn answers(book: &Book, index: &mut Index, of: Id) -> BTreeMap<String, String> {
    let given = index.linking_to(book, answer::SHEET.path(), of).into_iter();
    order::map(given.map(|record| {
        let text = |words: Option<&str>| words.unwrap_or_default().to_owned();
        (text(answer::QUESTION.of(record)), text(answer::VALUE.of(record)))
    }))
}

/// The sheets that were filled in with a worksheet, whichever version of it.
fn sheets_of<'b>(book: &'b Book, key: &str) -> impl Iterator<Item = &'b Record> + use<'b> {
    let key = key.to_owned();
    book.living(SHEET.id).map(|record| &**record).filter(move |other| sheet::WORKSHEET.of(*other) == Some(&*key))
}

/// What was answered on this worksheet before, by the keys of the questions: on an earlier sheet about the same partner,
/// by the same person or by a group.
fn last_time(book: &Book, index: &mut Index, record: &Record) -> BTreeMap<String, LastTime> {
    let day = |record: &Record| sheet::FILLED_ON.of(record).and_then(date::day);
    let place = |record: &Record| (day(record), record.begun(), record.id);
    let by_group = |record: &Record| sheet::FOR_WHOM.of(record) == Some(GROUP);
    let like = |other: &&Record| {
        sheet::PARTNER.of(*other) == sheet::PARTNER.of(record)
            && by_group(other) == by_group(record)
            && (by_group(record) || sheet::EVENT.of(record).is_some() || sheet::WHO.of(*other) == sheet::WHO.of(record))
            && place(other) < place(record)
    };
    let Some(key) = sheet::WORKSHEET.of(record) else { return BTreeMap::new() };
    let mut earlier: Vec<&Record> = sheets_of(book, key).filter(like).collect();
    order::sort_by_key(&mut earlier, |other| place(other));
    let mut last = BTreeMap::new();
    for other in earlier {
        // Whatever a later one says to a question takes the place of what an earlier one says.
        for (question, words) in answers(book, index, other.id) {
            if !words.trim().is_empty() {
                last.insert(question, LastTime { words, sheet: other.id, day: day(other) });
            }
        }
    }
    last
}

/// The sheets there are, the latest first; those that say that none is needed are left out.
pub fn sheets(book: &Book) -> Vec<&Record> {
    let mut all: Vec<&Record> = book.living(SHEET.id).map(|record| &**record).collect();
    all.retain(|record| !sheet::NOT_NEEDED.of(*record));
    order::sort_by_key(&mut all, |record| {
        std::cmp::Reverse((sheet::FILLED_ON.of(*record).and_then(date::day), record.begun(), record.id))
    });
    all
}

/// The sheets about a record that this link names, the latest first.
pub fn sheets_about<'b>(
    book: &'b Book,
    index: &mut Index,
    link: (&'static str, &'static str),
    to: Id,
) -> Vec<&'b Record> {
    let mut all = index.linking_to(book, link, to);
    all.retain(|record| !sheet::NOT_NEEDED.of(*record));
    order::sort_by_key(&mut all, |record| std::cmp::Reverse((record.begun(), record.id)));
    all
}

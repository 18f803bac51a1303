//! What was said, found again: quotes by theme, by question and by who said them.
//!
//! What a quote is about is worked out from the marks of everyone who read it, under the themes of the code book,
//! whenever it is shown: nothing is stored that could disagree.

mod coding;
mod names;
mod themes;
mod untagged;

use super::kinds::interview::{INTERVIEW, SAID, SPEAKER};
use super::kinds::quote::QUOTE;
use super::kinds::recording::RECORDING;
use crate::interviews::kinds::interview::{interview_fields, said_fields, speaker_fields};
use crate::interviews::kinds::quote::quote_fields;
use crate::interviews::kinds::recording::recording_fields;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::query::{self, Query};
use crate::model::record::Record;
use crate::model::stamp::Tick;
use crate::model::value::Value;
use crate::model::{date, order};
pub use coding::{Codings, agreement, coders, coding_id, in_all, marked};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
pub use themes::{Branch, code_book, code_book_with, marked_by_name, merged, named, parted, within};
pub use untagged::{AfterQuotes, after_quotes, next_untagged};

/// A quote with all that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The quote.
    pub id: Id,
    /// What was said, word for word.
    pub words: String,
    /// What a report may print of it.
    pub shown: String,
    /// Who said it: the one it names, or the only one who took part in the interview.
    pub speaker: Option<Id>,
    /// The interview.
    pub interview: Id,
    /// The key of the question, blank if it was said beside all questions.
    pub question: String,
    /// The language of who said it, or else that of the interview: a key of
    /// [`crate::model::languages::LANGUAGES`], or blank.
    pub language: String,
    /// As whom they spoke: a key of [`crate::interviews::kinds::interview::ROLES`], or blank.
    pub role: String,
    /// Their neighborhood, as it was written, or blank.
    pub neighborhood: String,
    /// What it is about: themes, none of them an alias, in the order of their identities.
    pub themes: Vec<Id>,
    /// Where it is heard: the recording, from which second, and up to which; for ever if nobody knows.
    pub recording: Option<(Id, f64, f64)>,
    /// When the interview was, RFC 3339, or blank.
    pub when: String,
}

/// Which quotes are asked for. What is none, or blank words, asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this theme, or one under it.
    pub theme: Option<Id>,
    /// Said to the question with this key.
    pub question: Option<String>,
    /// By somebody who spoke as this.
    pub role: Option<String>,
    /// By somebody from there, in whatever spelling of case and accents.
    pub neighborhood: Option<String>,
    /// By somebody of this language.
    pub language: Option<String>,
    /// With all of these words, as typed.
    pub words: String,
}

/// The quotes that are asked for: the newest interview first, and each as it went.
pub fn quotes(book: &Book, index: &mut Index, filter: &Filter) -> Vec<Quote> {
    quotes_with(book, index, &Codings::of(book), filter)
}

/// The same, where everybody’s marks were gathered before.
pub fn quotes_with(book: &Book, index: &mut Index, codings: &Codings, filter: &Filter) -> Vec<Quote> {
    let about = filter.theme.map(|theme| codings.about(&within(book, theme)));
    let from_there = filter.neighborhood.as_deref().map(fold);
    let is = |wanted: &Option<String>, is: &str| wanted.as_deref().is_none_or(|wanted| wanted == is);
    let mut people = People::of(book);
    let mut found = Vec::new();
    for record in candidates(book, index, &filter.words, about.as_ref()) {
        let Some(told) = people.told(record) else { continue };
        let there = from_there.as_ref().is_none_or(|there| *there == fold(told.neighborhood));
        let said_to = is(&filter.question, told.question);
        if !there || !said_to || !is(&filter.role, told.role) || !is(&filter.language, told.language) {
            continue;
        }
        let words = text(record, quote_fields::WORDS).to_owned();
        let quote = Quote {
            id: record.id,
            shown: Some(text(record, quote_fields::SHOWN))
                .filter(|shown| !shown.trim().is_empty())
                .unwrap_or(&words)
                .to_owned(),
            words,
            speaker: told.speaker,
            interview: told.interview,
            question: told.question.to_owned(),
            language: told.language.to_owned(),
            role: told.role.to_owned(),
            neighborhood: told.neighborhood.to_owned(),
            themes: codings.themes(record.id),
            recording: heard(book, record),
            when: told.talk.when.to_owned(),
        };
        found.push(((Reverse(told.talk.moment), told.interview, place(book, record)), quote));
    }
    order::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, quote)| quote).collect()
}

/// What quotes can be narrowed by: whatever at least one of them has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferedAnswers {
    /// Keys of questions.
    pub questions: BTreeSet<String>,
    /// Keys of [`crate::interviews::kinds::interview::ROLES`].
    pub roles: BTreeSet<String>,
    /// Neighborhoods, each as most quotes have it written, since any spelling of case and accents finds the others.
    pub neighborhoods: Vec<String>,
    /// Keys of [`crate::model::languages::LANGUAGES`].
    pub languages: BTreeSet<String>,
}

/// What the quotes that are there can be narrowed by.
pub fn offered(book: &Book) -> OfferedAnswers {
    let mut people = People::of(book);
    let quotes = book.living(QUOTE.id).map(|record| &**record);
    let told: Vec<Told> = quotes.filter_map(|record| people.told(record)).collect();
    let every = |read: for<'b> fn(&Told<'b>) -> &'b str| -> BTreeSet<String> {
        let different: HashSet<&str> = told.iter().map(read).filter(|key| !key.is_empty()).collect();
        order::set(different.into_iter().map(str::to_owned))
    };
    let mut spelled: BTreeMap<&str, usize> = BTreeMap::new();
    for told in told.iter().filter(|told| !told.neighborhood.is_empty()) {
        *spelled.entry(told.neighborhood).or_default() += 1;
    }
    let mut places: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for (spelling, count) in spelled {
        let most = places.entry(fold(spelling)).or_default();
        *most = (*most).max((count, spelling));
    }
    OfferedAnswers {
        questions: every(|told| told.question),
        roles: every(|told| told.role),
        neighborhoods: places.into_values().map(|(_, spelling)| spelling.to_owned()).collect(),
        languages: every(|told| told.language),
    }
}

/// The quotes that are alive, have all the words, and are among these: found by whatever finds the fewest.
fn candidates<'b>(book: &'b Book, index: &mut Index, words: &str, among: Option<&HashSet<Id>>) -> Vec<&'b Record> {
    let alive = |id: Id| book.alive(QUOTE.id, id).map(|record| &**record);
    if !words.trim().is_empty() {
        let asked = Query { words: words.to_owned(), ..Query::default() };
        let found = query::run(book, index, &QUOTE, &asked).into_iter();
        return found.filter(|id| among.is_none_or(|among| among.contains(id))).filter_map(alive).collect();
    }
    match among {
        Some(among) => among.iter().copied().filter_map(alive).collect(),
        None => book.living(QUOTE.id).map(|record| &**record).collect(),
    }
}

/// The interview that a quote is from. None for a quote that is not to be read: one whose interview was deleted, or
/// which names none, so that nobody can say who agreed to it.
fn interview_of(book: &Book, quote: &Record) -> Option<Id> {
    let interview = quote_fields::INTERVIEW.of(quote)?;
    // One that is not known here may be in the next file that is imported.
    book.record(INTERVIEW.id, interview).is_none_or(|interview| interview.is_alive()).then_some(interview)
}

/// Whether a quote is there to be read.
fn is_there(book: &Book, quote: Id) -> bool {
    book.alive(QUOTE.id, quote).is_some_and(|record| interview_of(book, record).is_some())
}

/// Those who speak in interviews, and the interviews that were looked at.
struct People<'b> {
    book: &'b Book,
    /// Who took part in an interview, where it was one person.
    alone: HashMap<Id, Option<&'b Record>>,
    talks: HashMap<Id, Talk<'b>>,
}

/// What a quote takes over from its interview.
#[derive(Clone, Copy)]
struct Talk<'b> {
    when: &'b str,
    language: &'b str,
    /// Seconds since 1970; none where nobody can say.
    moment: Option<i64>,
}

/// Who tells a quote, to what and where.
struct Told<'b> {
    interview: Id,
    talk: Talk<'b>,
    speaker: Option<Id>,
    question: &'b str,
    role: &'b str,
    neighborhood: &'b str,
    /// Theirs, or else that of the interview.
    language: &'b str,
}

impl<'b> People<'b> {
    fn of(book: &'b Book) -> People<'b> {
        let mut alone: HashMap<Id, Option<&Record>> = HashMap::new();
        for speaker in book.living(SPEAKER.id) {
            if let Some(interview) = speaker_fields::INTERVIEW.of(speaker) {
                alone.entry(interview).and_modify(|one| *one = None).or_insert(Some(&**speaker));
            }
        }
        People { book, alone, talks: HashMap::new() }
    }

    /// All that a quote is found by; none of one that is not to be read.
    fn told(&mut self, quote: &'b Record) -> Option<Told<'b>> {
        let interview = interview_of(self.book, quote)?;
        let (speaker, who) = self.voice(quote, interview);
        let talk = self.talk(interview);
        let theirs = |field: TextField| who.map(|who| text(who, field)).unwrap_or_default();
        let language = Some(theirs(speaker_fields::LANGUAGE)).filter(|own| !own.is_empty()).unwrap_or(talk.language);
        Some(Told {
            interview,
            talk,
            speaker,
            question: text(quote, quote_fields::QUESTION),
            role: theirs(speaker_fields::ROLE),
            neighborhood: theirs(speaker_fields::NEIGHBORHOOD),
            language,
        })
    }

    /// Who said it, and what is known of them.
    fn voice(&self, quote: &Record, interview: Id) -> (Option<Id>, Option<&'b Record>) {
        match quote_fields::SPEAKER.of(quote) {
            Some(speaker) => (Some(speaker), self.book.alive(SPEAKER.id, speaker).map(|record| &**record)),
            None => {
                let one = self.alone.get(&interview).copied().flatten();
                (one.map(|one| one.id), one)
            }
        }
    }

    fn talk(&mut self, interview: Id) -> Talk<'b> {
        let book = self.book;
        *self.talks.entry(interview).or_insert_with(|| {
            let record = book.alive(INTERVIEW.id, interview);
            let words = |field: TextField| record.map(|record| text(record, field)).unwrap_or_default();
            let moment = date::moment(words(interview_fields::WHEN)).map(|moment| moment.timestamp());
            Talk { when: words(interview_fields::WHEN), language: words(interview_fields::LANGUAGE), moment }
        })
    }
}

/// Where a quote stands in its interview; what cannot be placed comes last.
type Place = (bool, i64, Tick, i64, Tick, Id);

/// By when it was said: as the line of notes has it, or as the recording runs.
fn place(book: &Book, quote: &Record) -> Place {
    let moment = |of: Option<&str>| Some(date::moment(of?)?.timestamp_millis());
    // A line that was deleted still says when it was written.
    let line = quote_fields::SAID.of(quote).and_then(|line| book.record(SAID.id, line));
    let sound = || {
        let recording = book.record(RECORDING.id, quote_fields::RECORDING.of(quote)?)?;
        let begun = moment(recording_fields::WHEN.of(recording))?;
        Some(begun + Value::Number(quote_fields::SECOND.of(quote).unwrap_or_default() * 1e3).as_whole()?)
    };
    let said = line.and_then(|line| moment(said_fields::WHEN.of(line))).or_else(sound);
    let from = quote_fields::FROM.whole_of(quote).unwrap_or_default();
    // Lines of one second came one after the other all the same.
    let written = line.map(|line| line.begun()).unwrap_or_default();
    (said.is_none(), said.unwrap_or_default(), written, from, quote.begun(), quote.id)
}

/// Where it is heard, if it can be. What says where it begins and not where it ends is heard on to the end.
fn heard(book: &Book, quote: &Record) -> Option<(Id, f64, f64)> {
    let recording = book.alive(RECORDING.id, quote_fields::RECORDING.of(quote)?)?;
    let until =
        quote_fields::UNTIL.of(quote).or_else(|| recording_fields::SECONDS.of(recording)).unwrap_or(f64::INFINITY);
    Some((recording.id, quote_fields::SECOND.of(quote).unwrap_or_default(), until))
}

fn text(record: &Record, field: TextField) -> &str {
    field.of(record).unwrap_or_default()
}

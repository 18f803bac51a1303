//! The bank: which prompts there are, how often each was used, and which one chance draws.

use super::kinds::{PROMPT, PROMPT_USE, prompt_fields as prompt, use_fields as used};
use super::ready::{READY, ReadyPrompt};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::questionnaire::Both;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use chrono::NaiveDate;

/// A prompt in the bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// Its record, or for one that comes with the app the record that it would have.
    pub id: Id,
    /// The question.
    pub words: Both,
    /// For whom, a key of [`super::kinds::AGES`].
    pub age: Option<String>,
    /// Its tags.
    pub tags: Both,
    /// Whether it came with the app.
    pub ready: bool,
    /// How often it was used.
    pub uses: usize,
    /// On which day the last time.
    pub last: Option<NaiveDate>,
    /// Whether somebody who thought about it found something to be careful about.
    pub careful: bool,
}

/// What is asked for in the bank; nothing asks for all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// For whom.
    pub age: Option<String>,
    /// In which language it must be said.
    pub lang: Option<Lang>,
    /// With which tag.
    pub tag: Option<String>,
}

/// The record of a prompt that comes with the app, once it was used or changed: the same on every tablet.
pub fn ready_id(key: &str) -> Id {
    derived_id(&format!("prompt {key}"))
}

/// Every prompt there is: the team's own, the latest first, then those that come with the app. One of these that the team
/// changed stands among its own, and one that it deleted nowhere.
pub fn bank(book: &Book, index: &mut Index) -> Vec<Prompt> {
    let mut own: Vec<&Record> = book.living(PROMPT.id).map(|record| &**record).collect();
    order::sort_by_key(&mut own, |record| std::cmp::Reverse((record.begun(), record.id)));
    let own = own.into_iter().map(|record| of_record(book, index, record)).collect::<Vec<_>>();
    let ready = READY.iter().filter(|ready| book.record(PROMPT.id, ready_id(ready.key)).is_none()).map(of_ready);
    own.into_iter().chain(ready).collect()
}

/// A prompt as its record has it.
pub fn of_record(book: &Book, index: &mut Index, record: &Record) -> Prompt {
    let uses = index.linking_to(book, used::PROMPT.path(), record.id);
    let day = |record: &&Record| used::ON.of(*record).and_then(date::day);
    let tags = prompt::TAGS.of(record).unwrap_or_default().to_owned();
    let says = |key: &str, yes: bool| record.get(key).and_then(crate::model::value::Value::as_bool) == Some(yes);
    Prompt {
        id: record.id,
        words: Both::of(record, prompt::EN, prompt::ES),
        age: prompt::AGE.of(record).map(str::to_owned),
        tags: Both { en: tags, es: String::new() },
        ready: READY.iter().any(|ready| ready_id(ready.key) == record.id),
        uses: uses.len(),
        last: uses.iter().filter_map(day).max(),
        careful: says(prompt::INCLUSIVE.key(), false)
            || says(prompt::AGE_APPROPRIATE.key(), false)
            || says(prompt::PRESUMES.key(), true),
    }
}

fn of_ready(ready: &ReadyPrompt) -> Prompt {
    Prompt {
        id: ready_id(ready.key),
        words: Both::from(ready.words),
        age: Some(ready.age.to_owned()),
        tags: Both::from(ready.tags),
        ready: true,
        uses: 0,
        last: None,
        careful: false,
    }
}

/// What to write so that a prompt that comes with the app has a record, in this language for what has only one; nothing for
/// one that has.
pub fn adopted(book: &Book, id: Id, lang: Lang) -> Option<RecordWrite> {
    let ready = READY.iter().find(|ready| ready_id(ready.key) == id)?;
    let known = book.record(PROMPT.id, id).is_some_and(|record| record.is_alive());
    let values = [
        prompt::EN.is(ready.words.en),
        prompt::ES.is(ready.words.es),
        prompt::AGE.is(ready.age),
        prompt::TAGS.is(ready.tags.get(lang)),
    ];
    (!known).then(|| (PROMPT.id, id, order::values(values)))
}

/// The tags of a prompt in a language.
pub fn tags(prompt: &Prompt, lang: Lang) -> impl Iterator<Item = &str> {
    prompt.tags.get(lang).split(',').map(str::trim).filter(|tag| !tag.is_empty())
}

/// Those prompts that are asked for.
pub fn wanted<'p>(all: &'p [Prompt], wanted: &Wanted, lang: Lang) -> Vec<&'p Prompt> {
    let fits = |prompt: &&Prompt| {
        let said = |lang| match lang {
            Lang::En => !prompt.words.en.trim().is_empty(),
            Lang::Es => !prompt.words.es.trim().is_empty(),
        };
        let age = |age: &String| prompt.age.as_deref().is_none_or(|known| known == age || known == "all");
        wanted.age.as_ref().is_none_or(age)
            && wanted.lang.is_none_or(said)
            && wanted.tag.as_ref().is_none_or(|tag| tags(prompt, lang).any(|known| known == tag))
    };
    all.iter().filter(fits).collect()
}

/// The prompt that was used last, if any was.
pub fn used_last(book: &Book) -> Option<Id> {
    let day = |record: &Record| (used::ON.of(record).and_then(date::day), record.begun(), record.id);
    let last = book.living(PROMPT_USE.id).max_by_key(|record| day(record))?;
    used::PROMPT.of(&**last)
}

/// The prompt that chance draws: any of these but those that were used or drawn last, as long as there is another one.
pub fn draw(from: &[&Prompt], not: &[Option<Id>], chance: u128) -> Option<Id> {
    let fresh: Vec<Id> = from.iter().map(|prompt| prompt.id).filter(|id| !not.contains(&Some(*id))).collect();
    let from = if fresh.is_empty() { from.iter().map(|prompt| prompt.id).collect() } else { fresh };
    let count = u128::try_from(from.len()).ok().filter(|count| *count > 0)?;
    usize::try_from(chance % count).ok().and_then(|at| from.get(at).copied())
}

//! A guide of the team: brought from a file, and changed. How one is copied stands in [`crate::model::questionnaire::own`].

use super::kinds::interview_guide::OWN;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::order;
use crate::model::question::{MANNERS, ONE, SEVERAL, fields as question};
use crate::model::questionnaire::{Asking, MOST_QUESTIONS, keys};
use crate::model::record::Record;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::work::command::Command;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most bytes that a guide's file can have.
pub const MOST_BYTES: u64 = 4 << 20;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_JSON = "it is not a guide ({cause})", "no es una guía ({cause})";
        TOO_LARGE = "the file is too large", "el archivo es demasiado grande";
        TOO_LONG = "it has more than {most} questions", "tiene más de {most} preguntas";
        NO_QUESTIONS = "it has no questions", "no tiene preguntas";
        NO_WORDS = "question {number} has no words", "la pregunta {number} no tiene texto";
        TWICE = "questions {number} and {earlier} have the same key", "las preguntas {number} y {earlier} tienen la misma clave";
        NO_ANSWERS = "question {number} has no answers to choose from", "la pregunta {number} no tiene respuestas para elegir";
        BAD_ANSWER = "question {number} has an answer whose key is blank, contains a space or is repeated", "la pregunta {number} tiene una respuesta cuya clave está vacía, tiene un espacio o se repite";
        UNKNOWN_MANNER = "question {number} is answered in a way this version does not know: {manner}", "la pregunta {number} se responde de un modo que esta versión no conoce: {manner}";
        UNKNOWN_EARLIER = "question {number} depends on a question that does not come before it", "la pregunta {number} depende de una pregunta que no está antes";
    }
}

/// The guide in a file.
///
/// # Errors
/// Why it is none, in words that go on after “… is not a guide:”.
pub fn read(bytes: &[u8]) -> Result<Asking, Message> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(words::TOO_LARGE.message());
    }
    let asking: Asking =
        serde_json::from_slice(bytes).map_err(|error| words::NOT_JSON.with("cause", error.to_string()))?;
    match asking.questions.len() {
        0 => return Err(words::NO_QUESTIONS.message()),
        count if count > MOST_QUESTIONS => return Err(words::TOO_LONG.with("most", MOST_QUESTIONS)),
        _ => {}
    }
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (at, asked) in asking.questions.iter().enumerate() {
        let number = at + 1;
        let says = |text: crate::model::text::Text| text.with("number", number);
        if let Some(earlier) = known.get(&*asked.key) {
            return Err(says(words::TWICE).with("earlier", *earlier));
        }
        if asked.ask.is_blank() {
            return Err(says(words::NO_WORDS));
        }
        if !MANNERS.iter().any(|manner| manner.key == asked.manner) {
            return Err(says(words::UNKNOWN_MANNER).with("manner", &*asked.manner));
        }
        if matches!(&*asked.manner, SEVERAL | ONE) {
            let mut given = HashSet::new();
            let sound = |key: &str| !key.is_empty() && !key.contains(char::is_whitespace);
            if asked.answers.is_empty() {
                return Err(says(words::NO_ANSWERS));
            }
            if !asked.answers.iter().all(|answer| sound(&answer.key) && given.insert(&*answer.key)) {
                return Err(says(words::BAD_ANSWER));
            }
        }
        if asked.only_if.as_ref().is_some_and(|only_if| !known.contains_key(&*only_if.question)) {
            return Err(says(words::UNKNOWN_EARLIER));
        }
        known.insert(&asked.key, number);
    }
    Ok(asking)
}

/// Puts a question of a guide up (−1) or down (+1).
pub fn put(book: &Book, guide: Id, question: Id, by: isize) -> Command {
    Command::Write { label: crate::ui::words::QUESTIONS_MOVED.message(), rows: OWN.moved(book, guide, question, by) }
}

/// What to set of a question so that it is asked also after this answer to an earlier one, or no more. Answers to
/// another question count no more then; after none, it is asked always.
pub fn with_answer(question: &Record, earlier: Id, answer: &str, also: bool) -> BTreeMap<String, Value> {
    let held = condition(question).filter(|(known, _)| *known == earlier).map(|(_, answers)| answers);
    if held.is_none() && !also {
        return BTreeMap::new();
    }
    let mut answers: Vec<String> = held.unwrap_or_default().into_iter().filter(|known| known != answer).collect();
    answers.extend(also.then(|| answer.to_owned()));
    let (after, given) = match answers.is_empty() {
        true => (Value::Null, Value::Null),
        false => (Value::link(earlier), Value::text(answers.join(" "))),
    };
    order::values([(question::AFTER.key(), after), (question::AFTER_ANSWERS.key(), given)])
}

/// The answers after which a question is asked, and to which question; none if it is always asked.
pub fn condition(record: &Record) -> Option<(Id, Vec<String>)> {
    let earlier = question::AFTER.of(record)?.parse().ok()?;
    let answers: Vec<String> = keys(question::AFTER_ANSWERS.of(record)?).map(str::to_owned).collect();
    (!answers.is_empty()).then_some((earlier, answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use crate::formats::testing;
    use crate::interviews::kinds::interview_guide::ready::READY;
    use crate::model::question::SCALE;
    use crate::model::questionnaire::{Answer, Asked, Both};

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }

    /// What a guide asks, whatever its questions are known by.
    fn nameless(asking: &Asking) -> Asking {
        let place = |key: &str| asking.questions.iter().position(|asked| asked.key == key).unwrap().to_string();
        let questions = asking.questions.iter().map(|asked| Asked {
            key: place(&asked.key),
            answers: match &*asked.manner {
                // The ends of a scale are named by where they stand.
                SCALE => asked.answers.iter().map(|answer| Answer { key: String::new(), ..answer.clone() }).collect(),
                _ => asked.answers.clone(),
            },
            only_if: asked.only_if.clone().map(|mut only_if| {
                only_if.question = place(&only_if.question);
                only_if
            }),
            ..asked.clone()
        });
        Asking { guide: String::new(), questions: questions.collect(), ..asking.clone() }
    }

    #[test]
    fn a_copy_asks_the_same() {
        for ready in READY {
            let asking = Asking::from(ready);
            let mut next = 100;
            let rows = OWN.copied(&asking, Id(7), asking.name.clone(), || {
                next += 1;
                Id(next)
            });
            let mut book = Book::new(KINDS);
            rows.into_iter().for_each(|(kind, id, values)| _ = testing::set(&mut book, kind, id, values));
            let copy = OWN.asking(&book, Id(7)).unwrap();
            assert_eq!(nameless(&copy), nameless(&asking), "{}", ready.key);
        }
    }

    #[test]
    fn a_file_gives_the_guide_back_or_says_what_is_wrong_with_it() {
        let asking = Asking::from(&READY[0]);
        assert_eq!(read(asking.to_json().unwrap().as_bytes()).unwrap(), asking);
        let lang = crate::model::text::Lang::En;
        let refused = |change: fn(&mut Asking)| {
            let mut odd = asking.clone();
            change(&mut odd);
            read(odd.to_json().unwrap().as_bytes()).unwrap_err().say(lang)
        };
        assert_eq!(refused(|odd| odd.questions.clear()), "it has no questions");
        assert_eq!(refused(|odd| odd.questions[2].ask = Both::default()), "question 3 has no words");
        assert_eq!(
            refused(|odd| odd.questions[3].key = odd.questions[1].key.clone()),
            "questions 4 and 2 have the same key"
        );
        assert_eq!(
            refused(|odd| odd.questions[0].manner = "song".into()),
            "question 1 is answered in a way this version does not know: song"
        );
        assert_eq!(
            refused(|odd| {
                odd.questions[0].manner = ONE.into();
                odd.questions[0].answers.clear();
            }),
            "question 1 has no answers to choose from"
        );
        assert!(read(b"<html>").unwrap_err().say(lang).starts_with("it is not a guide ("));
        assert!(read(b"[]").is_err());
        assert!(read("[".repeat(100_000).as_bytes()).is_err());
    }
}

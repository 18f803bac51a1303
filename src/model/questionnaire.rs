//! Questions as they are asked, in an interview or on a worksheet: the same whether they came with the app, are the
//! team's own, or were brought as a file.
//!
//! What is answered keeps the words it was asked with: the JSON of an [`Asking`] stands in a record of its own, under an
//! identity that follows from what it says, and in a guide's own file. So its names are for ever.

pub mod own;
pub mod ready;

use super::field::Choice;
use super::handle::TextField;
use super::question::{ONE, SCALE, SEVERAL};
use super::record::Record;
use super::text::{Lang, Text};
use ready::{Ready, ReadyQuestion};
use serde::{Deserialize, Serialize};

/// The most questions a guide can have.
pub const MOST_QUESTIONS: usize = 500;

/// Words in both languages, of which one may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Both {
    /// In English.
    #[serde(default)]
    pub en: String,
    /// In Spanish.
    #[serde(default)]
    pub es: String,
}

impl Both {
    /// The words in a language; in the other where they are missing.
    pub fn get(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::En => (&self.en, &self.es),
            Lang::Es => (&self.es, &self.en),
        };
        if own.trim().is_empty() { other } else { own }
    }

    /// Whether there is nothing to say.
    pub fn is_blank(&self) -> bool {
        self.en.trim().is_empty() && self.es.trim().is_empty()
    }

    /// As two fields of a record have them.
    pub fn of(record: &Record, en: TextField, es: TextField) -> Both {
        let text = |field: TextField| field.of(record).unwrap_or_default().trim().to_owned();
        Both { en: text(en), es: text(es) }
    }
}

impl From<Text> for Both {
    fn from(text: Text) -> Both {
        Both { en: text.en.to_owned(), es: text.es.to_owned() }
    }
}

/// One of the answers to choose from; for a scale, what one and what five mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What is kept where somebody gives it.
    pub key: String,
    /// Its words.
    pub words: Both,
}

/// Under which condition a question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlyIf {
    /// The key of an earlier question.
    pub question: String,
    /// The answers to it, one of which must have been given.
    pub answers: Vec<String>,
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What answers are kept under, unique in its guide.
    pub key: String,
    /// The section it stands in.
    #[serde(default, skip_serializing_if = "Both::is_blank")]
    pub part: Both,
    /// What is asked.
    pub ask: Both,
    /// Help for whoever asks.
    #[serde(default, skip_serializing_if = "Both::is_blank")]
    pub help: Both,
    /// How it is answered, a key of [`super::question::MANNERS`].
    pub manner: String,
    /// The answers to choose from; for a scale, what one and what five mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// What may be asked further.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Both>,
    /// Under which condition it is asked, if under any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<OnlyIf>,
}

impl Asked {
    /// Whether answers are tapped rather than written.
    pub fn is_tapped(&self) -> bool {
        matches!(&*self.manner, SEVERAL | ONE | "yes_no" | SCALE)
    }

    /// The answers to tap, by their keys; none for a question that is answered in words.
    pub fn to_tap(&self) -> Vec<Answer> {
        let made = |key: &str, words: Both| Answer { key: key.to_owned(), words };
        match &*self.manner {
            SEVERAL | ONE => self.answers.clone(),
            "yes_no" => vec![
                made("yes", Both { en: "Yes".into(), es: "Sí".into() }),
                made("no", Both { en: "No".into(), es: "No".into() }),
            ],
            SCALE => (1..=5).map(|step| made(&step.to_string(), self.step(step))).collect(),
            _ => Vec::new(),
        }
    }

    /// A step of a scale in words: its number, and what it means where that is said.
    fn step(&self, step: usize) -> Both {
        let meaning = match step {
            1 => self.answers.first(),
            5 => self.answers.get(1),
            _ => None,
        };
        let say = |words: &str| match words.trim() {
            "" => step.to_string(),
            words => format!("{step} · {words}"),
        };
        let words = |lang| say(meaning.map_or("", |answer| answer.words.get(lang)));
        Both { en: words(Lang::En), es: words(Lang::Es) }
    }
}

impl From<&ReadyQuestion> for Asked {
    fn from(ready: &ReadyQuestion) -> Asked {
        let answer = |answer: &Choice| Answer { key: answer.key.to_owned(), words: Both::from(answer.label) };
        Asked {
            key: ready.key.to_owned(),
            part: Both::from(ready.part),
            ask: Both::from(ready.ask),
            help: Both::from(ready.help),
            manner: ready.manner.to_owned(),
            answers: ready.answers.iter().map(answer).collect(),
            prompts: ready.prompts.iter().map(|prompt| Both::from(*prompt)).collect(),
            only_if: ready.only_if.map(|(question, answers)| OnlyIf {
                question: question.to_owned(),
                answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
            }),
        }
    }
}

/// A guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Where it is from: the key of a ready-made guide, or the identity of the team's own.
    #[serde(default)]
    pub guide: String,
    /// What it is called.
    pub name: Both,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Both::is_blank")]
    pub purpose: Both,
    /// What is said before the first question.
    #[serde(default, skip_serializing_if = "Both::is_blank")]
    pub intro: Both,
    /// What is asked, in order.
    pub questions: Vec<Asked>,
}

impl From<&Ready> for Asking {
    fn from(ready: &Ready) -> Asking {
        Asking {
            guide: ready.key.to_owned(),
            name: Both::from(ready.name),
            purpose: Both::from(ready.purpose),
            intro: Both::from(ready.intro),
            questions: ready.questions.iter().map(Asked::from).collect(),
        }
    }
}

impl Asking {
    /// The question of this key.
    pub fn question(&self, key: &str) -> Option<&Asked> {
        self.questions.iter().find(|asked| asked.key == key)
    }

    /// Its JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// The guide of a JSON, if it is one.
    pub fn from_json(json: &str) -> Result<Asking, serde_json::Error> {
        serde_json::from_str(json)
    }
}

/// The keys of tapped answers in the form they are kept in, with a space between.
pub fn keys(kept: &str) -> impl Iterator<Item = &str> {
    kept.split_whitespace()
}

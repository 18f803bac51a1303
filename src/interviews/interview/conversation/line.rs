//! The line that is being written.

use super::ConversationView;
use crate::interviews::kinds::interview::{SAID, said_fields as said};
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::value::Value;

/// The line that is being written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) id: Id,
    /// When its first letter was written.
    pub(crate) since: Option<String>,
    pub(crate) words: String,
    /// Whether there is something that was not given to be kept.
    pub(crate) unkept: bool,
}

impl Line {
    /// A line of which nothing is written yet.
    pub(crate) fn new(id: Id) -> Line {
        Line { id, since: None, words: String::new(), unkept: false }
    }

    /// A line that was begun before.
    pub(crate) fn of(draft: &Draft) -> Line {
        Line {
            id: draft.id,
            since: said::WHEN.of(draft).map(str::to_owned),
            words: said::WORDS.of(draft).unwrap_or_default().to_owned(),
            unkept: false,
        }
    }

    /// The line as a draft, said by somebody in an interview to a question; nothing in it where nothing is written.
    pub(crate) fn draft(&self, speaker: Option<Id>, interview: Id, question: &str, view: &ConversationView) -> Draft {
        let mut draft = Draft {
            kind: SAID.id.to_owned(),
            id: self.id,
            new: true,
            values: Default::default(),
            seen: Default::default(),
            begun_ms: view.now.ms,
            by: view.by,
        };
        if self.words.trim().is_empty() {
            return draft;
        }
        draft.set(None, said::WORDS.key(), Value::text(self.words.trim()));
        draft.set(None, said::WHEN.key(), self.since.clone().map_or(Value::Null, Value::Text));
        draft.set(None, said::SPEAKER.key(), speaker.map_or(Value::Null, Value::link));
        draft.set(None, said::INTERVIEW.key(), Value::link(interview));
        draft.set(None, said::QUESTION.key(), Value::text(question));
        draft
    }
}

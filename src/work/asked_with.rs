//! The questions that something was asked with, as they were then: a record that is named after what it says, so that two
//! tablets that ask the same have the same one.

use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::questionnaire::Asking;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;

/// A kind whose records are questions as they were asked: fields `name`, and `questions` with the JSON of an [`Asking`].
pub struct Versions {
    kind: &'static Kind,
    name: TextField,
    questions: TextField,
}

impl Versions {
    /// The records of this kind.
    pub const fn new(kind: &'static Kind) -> Versions {
        Versions { kind, name: kind.text("name"), questions: kind.text("questions") }
    }

    /// What to write so that these questions are known as they are now, whatever becomes of them later.
    ///
    /// # Errors
    /// If they cannot be written down.
    pub fn write(&self, asking: &Asking) -> Result<RecordWrite, serde_json::Error> {
        let json = asking.to_json()?;
        let id = derived_id(&format!("{} {json}", self.kind.id));
        let kept = [self.name.is(asking.name.get(Lang::En)), self.questions.is(json)];
        Ok((self.kind.id, id, order::values(kept)))
    }

    /// The questions of this version, if it has come.
    pub fn read(&self, book: &Book, version: Id) -> Option<Asking> {
        Asking::from_json(self.questions.of(&**book.record(self.kind.id, version)?)?).ok()
    }
}

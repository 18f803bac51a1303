//! Changing a guide: a question opened for editing, put up or down, or added.

use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::guide::{self, Question};
use crate::model::id::Id;
use crate::model::kind::{Kind, Section};
use crate::model::order;
use crate::model::question::{QUESTION, fields};
use crate::model::value::Value;
use crate::work::command::Command;

/// The sentences of this module.
pub mod words {
    crate::words! {
        MOVED = "Questions reordered", "Cambió el orden de las preguntas";
    }
}

/// The section of a kind whose questions are the team's to change, if it has one.
pub fn section(kind: &'static Kind) -> Option<&'static Section> {
    kind.sections.iter().find(|section| section.guide)
}

/// The record of a question. A declared one has it from the first change on, and the same on every tablet, so that
/// what two tablets change of it comes together.
pub fn record_of(kind: &Kind, question: &Question) -> Id {
    let slot = question.slot.map(|slot| derived_id(&format!("question {} {}", kind.id, slot.key)));
    // One that was deleted and is changed again goes on in its old record.
    question.id.or(slot).unwrap_or(Id(0))
}

/// What the form of a question starts with; nothing for one that has its record.
pub fn prefill(kind: &'static Kind, question: &Question) -> Vec<(&'static str, Value)> {
    if question.id.is_some() { Vec::new() } else { guide::declared_values(kind, question) }
}

/// What the form of a new question starts with.
pub fn new_question(kind: &'static Kind, questions: &[Question]) -> Vec<(&'static str, Value)> {
    vec![fields::ASKED_IN.is(kind.id), fields::ORDER.is(guide::last_place(questions))]
}

/// Puts a question up (−1) or down (+1) among those that are asked.
pub fn put(kind: &'static Kind, section: &'static Section, book: &Book, key: &str, by: isize) -> Command {
    let questions: Vec<Question> =
        guide::questions(kind, section, book).into_iter().filter(|question| question.asked).collect();
    let rows = guide::moved(&questions, key, by).into_iter().filter_map(|(index, place)| {
        let question = questions.get(index)?;
        let values = prefill(kind, question).into_iter().chain([fields::ORDER.is(place)]);
        Some((QUESTION.id, record_of(kind, question), order::values(values)))
    });
    Command::Write { label: words::MOVED.message(), rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::words::ALL), Vec::<String>::new());
    }
}

//! The next steps that stand on a worksheet, each a line of its own: one tap makes a task of it, which leads back.

use super::kinds::ready::{ACTION_PLAN, REFLECTION, ready};
use super::kinds::sheet::{GROUP, sheet_fields as sheet};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::questionnaire::Asked;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use crate::week::{DONE, TASK, planned, task_fields as task};
use chrono::NaiveDate;

/// A line of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// What it says.
    pub line: String,
    /// The task that it is, or would be: the same on every tablet.
    pub task: Id,
    /// How far that is; none where nobody made a task of it.
    pub is: Option<Is>,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// To be done.
    Open,
    /// Done.
    Done,
}

/// Whether a question asks for next steps: the Action Plan, also in a worksheet that a team copied.
pub fn asks_for_steps(asked: &Asked) -> bool {
    let plan = ready(REFLECTION).and_then(|ready| ready.questions.iter().find(|asked| asked.key == ACTION_PLAN));
    plan.is_some_and(|plan| asked.key == plan.key || asked.ask.en == plan.ask.en || asked.ask.es == plan.ask.es)
}

/// The steps in an answer, one a line, without the dashes and dots that people put before them. The same line twice is one.
pub fn steps(book: &Book, of: Id, answer: &str) -> Vec<PlannedStep> {
    let mut steps: Vec<PlannedStep> = Vec::new();
    for line in answer.lines() {
        let line = line.trim().trim_start_matches(['-', '–', '•', '*', '·']).trim();
        let task = derived_id(&format!("task {of} {line}"));
        if line.is_empty() || steps.iter().any(|known| known.task == task) {
            continue;
        }
        let record = book.alive(TASK.id, task);
        let is = record.map(|record| if task::STATE.of(&**record) == Some(DONE) { Is::Done } else { Is::Open });
        steps.push(PlannedStep { line: line.to_owned(), task, is });
    }
    steps
}

/// What to write so that a step is to be done in the week: by whoever filled the sheet in, or by the team where a group did,
/// about what the sheet is about.
pub fn to_week(
    book: &Book,
    index: &mut Index,
    record: &Record,
    step: &PlannedStep,
    at: (NaiveDate, Lang),
) -> RecordWrite {
    let by_group = sheet::FOR_WHOM.of(record) == Some(GROUP);
    let mut about = vec![task::SHEET.is(record.id)];
    about.extend(sheet::WHO.of(record).filter(|_| !by_group).map(|who| task::STAFF.is(who)));
    about.extend(sheet::PARTNER.of(record).map(|partner| task::PARTNER.is(partner)));
    about.extend(sheet::EVENT.of(record).map(|event| task::EVENT.is(event)));
    planned(book, index, &step.line, at, about, step.task)
}

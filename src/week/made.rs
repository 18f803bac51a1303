//! What somebody made of a line of the week: an event, an ask, an interview guide, a contact, or the next task. Each of them
//! leads back to the line by a link of its own, and the line leads to each of them.

use super::kinds::{TASK, fields as task};
use crate::asks::{ASK, ask_fields as ask};
use crate::events::{EVENT, event_fields as event};
use crate::interviews::{INTERVIEW_GUIDE, guide_fields as guide};
use crate::model::book::Book;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::order;
use crate::partners::{CONTACT, contact_fields as contact};

/// What can be made of a line, each kind with its link to the line.
pub static MADE: [(&Kind, LinkField); 5] = [
    (&EVENT, event::TASK),
    (&ASK, ask::TASK),
    (&INTERVIEW_GUIDE, guide::TASK),
    (&CONTACT, contact::TASK),
    (&TASK, task::AFTER),
];

/// What was made of a task: kinds in the order above, what was made first comes first.
pub fn made_of(book: &Book, index: &mut Index, task: Id) -> Vec<(&'static str, Id)> {
    let mut made = Vec::new();
    for (kind, link) in MADE {
        let mut records = index.linking_to(book, link.path(), task);
        order::sort_by_key(&mut records, |record| (record.begun(), record.id));
        made.extend(records.into_iter().map(|record| (kind.id, record.id)));
    }
    made
}

//! What rests on the records that a step made: the visits at doors that an import brought. Who takes the step back takes
//! nothing from under them: a record that something links to stays, and with it what it links to in its turn.

use super::state::UndoStep;
use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::record::Record;
use std::collections::HashSet;

/// What of a step goes when it is taken back, and what stays for the sake of what was noted since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resting {
    /// How many records that the step made go.
    pub going: usize,
    /// How many of them stay, because they were worked on since or something rests on them.
    pub staying: usize,
    /// How many records of each kind rest on them, none of which the step made.
    pub notes: Vec<(&'static Kind, usize)>,
    goes: HashSet<(&'static str, Id)>,
}

impl Resting {
    /// Looks at what links to the records that the step made.
    pub(crate) fn on(book: &Book, index: &mut Index, step: &UndoStep) -> Resting {
        let mut resting = Resting::default();
        let mut made = HashSet::new();
        for change in step.changes.iter().filter(|change| is_made(change)) {
            let Some(kind) = book.kind(&change.after.kind) else { continue };
            let Some(record) = book.alive(kind.id, change.after.id) else { continue };
            made.insert((kind.id, record.id));
            if record.changed() == change.after.changed() {
                resting.goes.insert((kind.id, record.id));
            }
        }
        let unchanged = resting.goes.clone();
        let mut held: Vec<&Record> = Vec::new();
        for kind in book.kinds() {
            let mut rests: HashSet<Id> = HashSet::new();
            for (link, to) in kind.links() {
                for (_, id) in unchanged.iter().filter(|(of, _)| *of == to) {
                    let linked = index.linking_to(book, (kind.id, link), *id).into_iter();
                    held.extend(
                        linked.filter(|record| !unchanged.contains(&(kind.id, record.id)) && rests.insert(record.id)),
                    );
                }
            }
            let notes = rests.iter().filter(|id| !made.contains(&(kind.id, **id))).count();
            if notes > 0 {
                resting.notes.push((kind, notes));
            }
        }
        while let Some(record) = held.pop() {
            let Some(kind) = book.kind(&record.kind) else { continue };
            for (key, to) in kind.links() {
                let Some(id) = record.link(key).filter(|id| resting.goes.remove(&(to, *id))) else { continue };
                held.extend(book.alive(to, id).map(|record| &**record));
            }
        }
        resting.going = resting.goes.len();
        resting.staying = made.len() - resting.going;
        resting
    }

    /// Whether a record that the step made goes.
    pub(crate) fn goes(&self, kind: &Kind, id: Id) -> bool {
        self.goes.contains(&(kind.id, id))
    }
}

/// Whether a step made a record, or brought it back.
fn is_made(change: &Change) -> bool {
    change.before.as_ref().is_none_or(|before| before.deleted().is_some())
}

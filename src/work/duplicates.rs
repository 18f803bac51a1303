//! Records that may be one thing: looked for when somebody asks, in slices, and decided by a person.

use super::job::{Cancelled, Job};
use super::workspace::Workspace;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::likely_same::{self, Found, Pair};
use crate::model::record_write::RecordWrite;
use crate::model::same_as::{self, both};
use std::collections::{BTreeMap, BTreeSet};

/// How many records are looked at before the screen may breathe.
const SLICE: usize = 400;

/// The sentences of this module.
pub mod words {
    crate::words! {
        JOINED = "“{what}”: joined into one", "“{what}”: unidos en uno solo";
        KEPT_APART = "“{what}”: not the same", "“{what}”: no es lo mismo";
        TAKEN_APART = "“{what}”: stands on its own again", "“{what}”: otra vez por separado";
    }
}

impl Workspace {
    /// All pairs of records that may be one, the likeliest first, decided or not. It takes time with very many records.
    ///
    /// # Errors
    /// If it was cancelled.
    pub async fn duplicates(&self, job: &Job) -> Result<Vec<Pair>, Cancelled> {
        let mut pairs = Vec::new();
        let kinds: Vec<&'static Kind> =
            self.state().book.kinds().iter().copied().filter(|kind| kind.joins.is_some()).collect();
        for kind in kinds {
            let mut found = Found::default();
            let ids: Vec<Id> = self.state().book.ids(kind.id).collect();
            for (slice, done) in ids.chunks(SLICE).zip((0..).step_by(SLICE)) {
                job.step(done, ids.len()).await?;
                let state = self.state();
                let alive = slice.iter().filter_map(|id| state.book.alive(kind.id, *id));
                alive.for_each(|record| found.add(kind, record));
            }
            let (met, comparing) = found.met();
            for (slice, done) in met.chunks(SLICE).zip((0..).step_by(SLICE)) {
                job.step(done, met.len()).await?;
                let state = self.state();
                pairs.extend(slice.iter().filter_map(|(one, other)| comparing.pair(&state.book, kind, *one, *other)));
            }
        }
        likely_same::in_order(&mut pairs);
        Ok(pairs)
    }
}

/// Those of some pairs that are still to be decided, each once: between records that are there, that are not joined, and
/// of which nobody said that they are two. A pair of what was joined to another meanwhile is one of that other.
pub fn undecided(book: &Book, index: &mut Index, pairs: &[Pair]) -> Vec<Pair> {
    let mut said: BTreeMap<&str, BTreeSet<(Id, Id)>> = BTreeMap::new();
    let mut known = BTreeSet::new();
    let mut open = Vec::new();
    for pair in pairs {
        let Some(kind) = book.kind(pair.kind) else { continue };
        let [keep, other] = [pair.keep, pair.other].map(|id| same_as::canonical(book, kind.id, id));
        let there = [keep, other].into_iter().all(|id| book.alive(kind.id, id).is_some());
        let apart = said.entry(kind.id).or_insert_with(|| index.said_apart(book, kind));
        if there && keep != other && !apart.contains(&both(keep, other)) && known.insert((kind.id, both(keep, other))) {
            open.push(Pair { keep, other, ..pair.clone() });
        }
    }
    open
}

/// What to write so that a pair is one.
pub fn join(book: &Book, pair: &Pair) -> Option<RecordWrite> {
    same_as::join(book, pair.kind, pair.keep, pair.other)
}

/// What to write so that a pair is never proposed again.
pub fn keep_apart(book: &Book, pair: &Pair) -> Option<RecordWrite> {
    let [keep, other] = [pair.keep, pair.other].map(|id| same_as::canonical(book, pair.kind, id));
    same_as::keep_apart(book, pair.kind, keep, other)
}

#[cfg(test)]
mod tests;

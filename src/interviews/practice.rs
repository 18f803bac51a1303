//! Made-up interviews for practice, and what a team made of them. Nobody in them exists.
//!
//! The four findings are those of the seed (000), “Key Findings”; the fifth stands on one voice alone, so that people
//! can see what a weak one looks like.

mod community;
mod in_passing;
mod informants;
mod library;
mod making;
mod meaning;
pub mod sample;

use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::partners;
use crate::work::practice::Practice;
use making::Making;
use sample::SampleInterview;

/// All made-up interviews, by their numbers.
pub fn all() -> impl Iterator<Item = &'static SampleInterview> {
    [community::INTERVIEWS, in_passing::INTERVIEWS, informants::INTERVIEWS, library::INTERVIEWS].into_iter().flatten()
}

/// The records of all made-up interviews and of what was made of them, held by these people, the first two of whom
/// read the quotes for themes.
pub fn rows(now: Now, staff: &[Id], new_id: &mut dyn FnMut() -> Id) -> Vec<RecordWrite> {
    with_partners(now, staff, &[], new_id)
}

/// The same for practice, with those who speak for a made-up partner linked to it.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let work = practice.work;
    with_partners(work.now(), &practice.staff, &partners::made_up(), &mut || work.new_id())
}

/// The same, with those who speak for one of these partners, known by name, linked to it.
pub fn with_partners(
    now: Now,
    staff: &[Id],
    partners: &[(&str, Id)],
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<RecordWrite> {
    let mut made = Making { now, staff, partners, new_id, rows: Vec::new(), themes: Vec::new(), findings: Vec::new() };
    let guides = made.guides();
    made.themes();
    made.findings();
    made.plan();
    let mut quotes = 0;
    for (at, sample) in all().enumerate() {
        made.interview(at, sample, &guides, &mut quotes);
    }
    made.rows
}

#[cfg(test)]
mod tests;

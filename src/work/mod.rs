//! The use cases, without a browser: the [`workspace`] holds the book and is the only one that writes; a [`command`]
//! says what a person wants; a [`policy`] says what may not be kept, and [`consent`] is the first of them; [`transfer`] takes notes out and in, [`office`] gives files that anybody can open, and
//! [`table`] takes a spreadsheet in; [`last_import`] remembers the last import; [`today`] says what is due;
//! [`recording`] keeps sound; [`unsaved`] holds what the store refused.

pub mod asked_with;
pub mod calendar;
pub(crate) mod compaction;
pub mod day;
pub mod due;
pub mod duplicates;
pub mod practice;

pub mod backup;
pub mod claim;
pub mod command;
pub mod conflicts;
pub mod consent;
pub mod deletions;
pub mod drafts;
pub(crate) mod epoch;
pub mod error;
pub(crate) mod generation;
pub mod head;
pub mod history;
pub mod job;
pub mod last_import;
pub(crate) mod lawful;
pub mod library;
pub(crate) mod load;
pub mod many;
pub mod memory;
pub(crate) mod old_hashes;
pub(crate) mod plan;
pub(crate) mod planner;
pub mod policy;
pub mod policy_command;
pub(crate) mod read_back;
pub(crate) mod redact;
pub mod resting;
pub(crate) mod run;
pub(crate) mod save_again;
pub mod state;
pub mod status;
pub(crate) mod stored;
pub mod tablets;
pub mod tap;
pub(crate) mod turns;
pub(crate) mod typed;
pub(crate) mod undo;
pub(crate) mod undo_import;
pub(crate) mod unread;
pub mod unsaved;
pub mod workspace;
pub(crate) mod write;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

//! The use cases, without a browser: the [`workspace`] holds the book and is the only one that writes; a [`command`]
//! says what a person wants; [`transfer`] takes notes out and in, [`office`] gives files that anybody can open, and
//! [`table`] takes a spreadsheet in; [`last_import`] remembers the last import; [`today`] says what is due;
//! [`recording`] keeps sound; [`unsaved`] holds what the store refused.

pub mod backup;
pub mod board;
pub mod canvass;
pub mod claim;
pub mod command;
pub mod conflicts;
pub mod consent;
pub mod count;
pub mod coverage;
pub mod deletions;
pub mod doors;
pub mod drafts;
mod epoch;
pub mod error;
pub mod findings;
mod generation;
pub mod guide;
pub mod guides;
pub mod head;
pub mod heard;
pub mod history;
pub mod hubs;
pub mod interview;
pub mod job;
pub mod last_import;
mod lawful;
mod load;
pub mod memory;
pub mod office;
mod old_hashes;
mod plan;
mod planner;
pub mod quotes;
mod read_back;
pub mod recording;
mod redact;
pub mod report;
pub mod restock;
mod run;
pub mod same_doors;
pub mod sample;
mod save_again;
pub mod state;
pub mod status;
pub mod stock;
mod stored;
pub mod suppression;
pub mod table;
pub mod tap;
mod tidy;
pub mod today;
pub mod transfer;
pub mod turf;
mod turns;
pub(crate) mod typed;
mod undo;
mod undo_import;
mod unread;
pub mod unsaved;
pub mod workspace;
mod write;

#[cfg(test)]
mod tests;

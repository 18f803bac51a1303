//! The use cases, without a browser: the [`workspace`] holds the book and is the only one that writes; a [`command`]
//! says what a person wants; [`transfer`] takes notes out and in, [`office`] gives files that anybody can open, and
//! [`table`] takes a spreadsheet in; [`taken_in`] remembers the last import; [`today`] says what is due;
//! [`recording`] keeps sound; [`unsaved`] holds what the store refused.

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
mod epoch;
pub mod findings;
mod generation;
pub mod guide;
pub mod guides;
pub mod heard;
pub mod history;
pub mod hubs;
pub mod interview;
pub mod job;
mod lawful;
pub mod memory;
pub mod office;
mod old_hashes;
pub mod quotes;
mod read_back;
pub mod recording;
mod redact;
pub mod report;
pub mod restock;
pub mod same_doors;
pub mod sample;
pub mod state;
pub mod status;
pub mod stock;
pub mod suppression;
pub mod table;
pub mod taken_in;
pub mod tap;
mod tidy;
pub mod today;
pub mod transfer;
pub mod turf;
mod turns;
pub(crate) mod typed;
mod unread;
pub mod unsaved;
pub mod workspace;

#[cfg(test)]
mod tests;

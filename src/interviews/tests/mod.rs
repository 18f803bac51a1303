//! The rules of this room as a person would meet them, on a tablet with a store in memory.

mod anchors;
mod conversation;
pub(crate) mod interview;
mod quotes;
mod recorder;
mod sound;

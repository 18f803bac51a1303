//! The rules of this room as a person would meet them, on a tablet with a store in memory.

mod guide;
mod kept;
mod knock;
mod list_undone;
mod names_in_lists;
mod photo;
mod same_doors;
pub(crate) mod standing;

//! The rules of this room as a person would meet them, on a tablet with a store in memory.

mod report;

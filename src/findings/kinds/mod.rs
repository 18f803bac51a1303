//! The kinds of record of this capability.

pub mod finding;

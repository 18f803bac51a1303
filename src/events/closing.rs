//! What comes after an event: what was used at it.

pub mod words;

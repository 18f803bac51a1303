//! What the week shows.

pub mod follow_ups;
pub mod page;
pub mod paste;
pub mod today;

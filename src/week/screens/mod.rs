//! What the week shows.

pub mod at_hand;
mod doing;
pub mod follow_ups;
pub mod made;
pub mod page;
pub mod paste;
pub mod today;

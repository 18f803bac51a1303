//! What the week shows.

mod doing;
pub mod follow_ups;
pub mod made;
pub mod page;
pub mod paste;
pub mod today;

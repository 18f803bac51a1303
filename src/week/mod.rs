//! The week: what is to be done, for a person or the team, on one page; what became of it, and what is carried over.

pub mod calendar;
pub mod capability;
pub mod copying;
pub mod follow_ups;
pub mod from_elsewhere;
pub mod kinds;
pub mod made;
pub mod order;
pub mod page;
pub mod parts;
pub mod pasting;
pub mod plain;
pub mod practice;
pub mod repeating;
pub mod routes;
pub mod schools;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod standing;
#[cfg(test)]
mod tests;
pub mod this_week;
pub mod typed_line;
pub mod views;
pub mod words;
pub mod writing;

pub use from_elsewhere::{follow_up, of_event, planned};
pub use kinds::{DONE, TASK, fields as task_fields};
pub use repeating::times_between;

//! Worksheets: ready-made forms that are answered in words, by one person or a group; among them the checklist that an
//! event is prepared with.

#[cfg(test)]
pub(crate) mod tests;

pub mod capability;
pub mod filling;
pub mod forms;
pub mod gatherings;
pub mod kinds;
pub mod practice;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod steps;
pub mod views;
pub mod words;

pub use kinds::sheet::{SHEET, SHEET_ANSWER, answer_fields, sheet_fields};
pub use kinds::worksheet::WORKSHEET;

//! The kinds of worksheets.

pub mod ready;
pub mod sheet;
pub mod worksheet;

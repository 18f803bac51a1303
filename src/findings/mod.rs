//! What was found out, and the report of it.

#[cfg(test)]
pub(crate) mod tests;

pub mod capability;
pub mod evidence;
pub mod kinds;
pub mod report;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod words;

pub use kinds::finding::{AGAINST, FINDING, FOR};

//! Canvassing: doors, visits, and what was heard at them.

#[cfg(test)]
pub(crate) mod tests;

pub mod capability;
pub mod code;
pub mod doors;
pub mod guide;
pub mod heard;
pub mod kinds;
pub mod knock;
pub mod practice;
pub mod routes;
pub mod same_doors;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod standing;
pub mod streets;
pub mod turf;
pub mod views;
pub mod words;

pub(crate) use heard::{answered, door_of, visits};
pub use kinds::visit::{AWARE, BARRIERS, NEEDS, TIMES, VISIT, fields as visit_fields};

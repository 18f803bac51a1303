//! Outreach events: what is planned and was held, with whom, who came, and what the annual survey counts of it.

#[cfg(test)]
pub(crate) mod tests;

pub mod calendar;
pub mod capability;
pub mod closing;
pub mod copying;
pub mod counting;
pub mod helping;
pub mod kinds;
pub mod practice;
pub mod promotion;
pub mod report;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod series;
pub mod tally;
pub mod views;
pub mod words;

pub use calendar::entry as calendar_entry;
pub use closing::open::over;
pub use kinds::choices::{HELD, PLANNED};
pub use kinds::event::{EVENT, fields as event_fields};
pub use kinds::event_staff::fields as event_staff_fields;

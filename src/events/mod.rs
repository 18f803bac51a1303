//! Outreach events: what is planned and was held, with whom, who came, and what the annual survey counts of it.

#[cfg(test)]
pub(crate) mod tests;

pub mod capability;
pub mod copying;
pub mod kinds;
pub mod practice;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod words;

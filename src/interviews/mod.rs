//! Interviews: consent, conversations, sound, quotes.

pub mod anchor;
pub mod capability;
pub mod coverage;
pub mod guides;
pub mod interview;
pub mod kappa;
pub mod kinds;
pub mod passage;
pub mod practice;
pub mod quotes;
pub mod recording;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod who;
pub mod words;

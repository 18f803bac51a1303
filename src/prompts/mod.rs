//! Prompts and icebreakers: a bank of questions for those who gather, with three things to think about, and how each went.

#[cfg(test)]
mod tests;

pub mod bank;
pub mod capability;
pub mod kinds;
pub mod practice;
pub mod ready;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod words;

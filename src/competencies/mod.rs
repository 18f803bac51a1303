//! Competencies: the six of community relations as a self-assessment, private to whoever makes it.

#[cfg(test)]
pub(crate) mod tests;

pub mod assessing;
pub mod capability;
pub mod kinds;
pub mod list;
pub mod practice;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod words;

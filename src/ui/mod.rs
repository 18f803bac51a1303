//! The screens. They read memos and send commands; nothing here writes.

pub mod canvass_words;
pub mod capabilities;
pub mod capability;
pub mod conflict_words;
pub mod hub_words;
pub mod interview_words;
pub mod route;
pub mod screen;
pub mod steady;
pub mod sync_words;
pub mod words;

#[cfg(test)]
mod inputs;

#[cfg(target_arch = "wasm32")]
pub mod context;
#[cfg(target_arch = "wasm32")]
pub mod form;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod typing;
#[cfg(target_arch = "wasm32")]
mod unsaved;

#[cfg(target_arch = "wasm32")]
pub use start::start;

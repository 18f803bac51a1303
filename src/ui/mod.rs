//! The screens. They read memos and send commands; nothing here writes.

pub mod staff;

pub mod capability;
pub mod choosing_words;
pub mod chunk;
pub mod conflict_words;
pub mod duplicate_words;
pub mod help_words;
pub mod place;
pub mod route;
pub mod saved_filters;
pub mod screen;
pub mod steady;
pub mod sync_words;
pub mod whereabouts;
pub mod words;

#[cfg(test)]
pub(crate) mod inputs;

#[cfg(target_arch = "wasm32")]
pub(crate) mod app;
#[cfg(target_arch = "wasm32")]
pub(crate) mod connect;
#[cfg(target_arch = "wasm32")]
pub mod context;
#[cfg(target_arch = "wasm32")]
pub mod everyday;
#[cfg(target_arch = "wasm32")]
pub mod form;
#[cfg(target_arch = "wasm32")]
pub(crate) mod keys;
#[cfg(target_arch = "wasm32")]
pub(crate) mod letterhead;
#[cfg(target_arch = "wasm32")]
pub(crate) mod loading;
#[cfg(target_arch = "wasm32")]
pub(crate) mod notices;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod reactive;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(target_arch = "wasm32")]
pub(crate) mod shell;
#[cfg(target_arch = "wasm32")]
pub(crate) mod shown;
#[cfg(target_arch = "wasm32")]
pub(crate) mod start;
#[cfg(target_arch = "wasm32")]
pub(crate) mod tools;
#[cfg(target_arch = "wasm32")]
pub(crate) mod typing;
#[cfg(target_arch = "wasm32")]
pub(crate) mod unsaved;
#[cfg(target_arch = "wasm32")]
pub(crate) mod waking;

#[cfg(target_arch = "wasm32")]
pub use start::start;

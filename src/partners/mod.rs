//! Partners, and what was said with them.

pub mod capability;
pub mod kinds;
pub mod practice;
pub mod quiet;
#[cfg(target_arch = "wasm32")]
pub mod screens;

pub use kinds::contact::CONTACT;
pub use kinds::partner::{PARTNER, TYPES};
pub use practice::known as made_up;

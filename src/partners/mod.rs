//! Partners, and what was said with them.

pub mod capability;
pub mod kinds;
pub mod practice;
pub mod quiet;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod wary;
pub mod words;

pub use kinds::contact::{CONTACT, fields as contact_fields};
pub use kinds::partner::{PARTNER, TYPES, fields as partner_fields};
pub use practice::known as made_up;
pub use quiet::is_quiet;
#[cfg(target_arch = "wasm32")]
pub use screens::asked_not_to_be_contacted;
pub use wary::Wary;

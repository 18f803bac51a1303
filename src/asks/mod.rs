//! Asks to partners and from them: what was asked, what came of it, and whom the library owes thanks.

pub mod ask;
pub mod capability;
pub mod for_event;
pub mod give_and_get;
pub mod helping;
pub mod practice;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(test)]
mod tests;
pub mod views;
pub mod words;

pub use ask::{ASK, FOR, fields as ask_fields};
pub use for_event::{Gave, is_thanked, thanks};
pub use give_and_get::{Word, spreading_the_word};
pub use helping::{Help, Why, could_help};

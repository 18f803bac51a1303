//! Access hubs: what lies on their tables, and who staffs them.

#[cfg(test)]
pub(crate) mod tests;

pub mod amount;
pub mod board;
pub mod capability;
pub mod count;
pub mod health;
pub mod item_list;
pub mod kinds;
pub mod practice;
pub mod restock;
pub mod routes;
pub mod scanner;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod stock;
pub mod tally;
pub mod used;
pub mod views;
pub mod words;

pub use amount::typed_amount;
pub use kinds::hub::HUB;
pub use kinds::item::{ITEM, SHELF};
pub use kinds::movement::MOVEMENT;
pub use stock::{OnHand, lying};
pub use used::{Used, use_up, used_at};

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
pub mod views;
pub mod words;

//! The rules of this room as a person would meet them, on a tablet with a store in memory.

mod counting;
mod health;
mod item_list;
mod kept;
mod restock;
mod stock;
mod tally;

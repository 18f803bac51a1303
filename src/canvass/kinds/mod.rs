//! The kinds of record of this capability.

pub mod door;
pub mod door_list;
pub mod turf;
pub mod visit;

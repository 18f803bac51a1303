//! The kinds of record of this capability.

pub mod hub;
pub mod hub_visit;
pub mod item;
pub mod movement;
pub mod posting;

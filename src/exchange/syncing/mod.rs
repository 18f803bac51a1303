//! Where this tablet syncs, when it does so, and what came of it.

pub mod beside;
pub mod invitation;
pub mod oldest;
pub mod report;
pub mod settings;
pub mod when;

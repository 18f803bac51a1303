//! What happened, as it is kept: a [`clock`] that orders it, [`line`]s of JSON that tell it, [`segment`]s that hold
//! lines and prove themselves, a [`document`] of segments for the way to other devices, and a [`snapshot`] that
//! spares the replay. Lines, headers and trailers are [`canonical`] JSON.

pub mod canonical;
pub mod clock;
pub mod document;
pub mod fault;
pub mod hash;
pub mod line;
pub(crate) mod passed;
pub mod proven;
pub mod segment;
pub mod snapshot;

#[cfg(test)]
pub(crate) mod convergence;
